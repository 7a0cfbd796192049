/* lang.c: the language of messages, through glibc's gettext. */
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"

/* Raised so that gettext looks again after LANGUAGE changed (its manual). */
extern int	 _nl_msg_cat_cntr;

static const char	*const languages[] = { "en", "fr" };
static char		 user[8] = "en";
static char		 now[8] = "en";

/* What the user asks for; LANGUAGE, when set, says it most exactly. */
static const char *
from_environment(void)
{
	static const char	*const names[] = {
		"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"
	};
	const char		*v;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if ((v = getenv(names[i])) != NULL && *v != '\0')
			return v;
	return "en";
}

static void
use_utf8(int category)
{
	if (setlocale(category, "") == NULL ||
	    strcmp(setlocale(category, NULL), "C") == 0 ||
	    strcmp(setlocale(category, NULL), "POSIX") == 0)
		setlocale(category, "C.UTF-8");
}

int
qda_lang_known(const char *lang)
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++)
		if (strcmp(lang, languages[i]) == 0)
			return 1;
	return 0;
}

void
qda_lang_use(const char *lang)
{
	if (lang == NULL)
		lang = user;
	if (!qda_lang_known(lang))
		return;
	snprintf(now, sizeof(now), "%s", lang);
	setenv("LANGUAGE", lang, 1);
	_nl_msg_cat_cntr++;
}

const char *
qda_lang_now(void)
{
	return now;
}

const char *
qda_lang_user(void)
{
	return user;
}

void
qda_lang_begin(void)
{
	const char	*lang = from_environment();
	char		*dir = qda_file_beside("../share/locale");

	if (strncmp(lang, "fr", 2) == 0)
		strcpy(user, "fr");
	use_utf8(LC_CTYPE);
	use_utf8(LC_MESSAGES);
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	if (dir != NULL)
		bindtextdomain("qda", dir);
	bind_textdomain_codeset("qda", "UTF-8");
	textdomain("qda");
	qda_lang_use(NULL);
	free(dir);
}
