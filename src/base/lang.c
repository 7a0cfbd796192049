/*
 * lang.c: the language of messages: gettext's catalogues (src/po), looked up
 * here.  glibc's own gettext() leaves everything untranslated in the locales C
 * and, since 2.39, C.UTF-8, whatever LANGUAGE says: on a machine without a
 * French locale nobody would read French.
 */
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { MAGIC = (int)0x950412deu };

/* A catalogue as msgfmt writes it: sorted sentences, and what they become. */
struct catalogue {
	char	*bytes;
	size_t	 n;
	uint32_t count, originals, translations;
	bool	 tried;
};

/* What qda speaks; English is in the source. */
static struct language {
	const char		*name;
	bool			 one_is_many;	/* plural: n != 1, or n > 1 */
	struct catalogue	 catalogue;
}	languages[] = {
	{ "en", true, { NULL, 0, 0, 0, 0, true } },
	{ "fr", false, { NULL, 0, 0, 0, 0, false } },
};

enum { N_LANGUAGES = sizeof(languages) / sizeof(*languages) };

static struct language	*user = &languages[0], *now = &languages[0];

static uint32_t
number(const struct catalogue *c, size_t at)
{
	uint32_t	 v;

	memcpy(&v, c->bytes + at, sizeof(v));
	return v;
}

/* Whether every string that its tables name lies in it and ends. */
static bool
sound(const struct catalogue *c, uint32_t table)
{
	if (table > c->n || (c->n - table) / 8 < c->count)
		return false;
	for (uint32_t i = 0; i < c->count; i++) {
		size_t	 length = number(c, table + 8 * i);
		size_t	 at = number(c, table + 8 * i + 4);

		if (at > c->n || length >= c->n - at ||
		    c->bytes[at + length] != '\0')
			return false;
	}
	return true;
}

/* Reads a language's catalogue, once; without one it stays English. */
static void
load(struct language *l)
{
	struct catalogue	*c = &l->catalogue;
	struct qda_err		 e;
	char			*path, *file;

	if (c->tried)
		return;
	c->tried = true;
	path = qda_sprintf("../share/locale/%s/LC_MESSAGES/qda.mo", l->name);
	file = qda_file_beside(path);
	if (file != NULL && qda_file_read(&c->bytes, &c->n, file, &e) == 0 &&
	    c->n >= 28 && number(c, 0) == (uint32_t)MAGIC) {
		c->count = number(c, 8);
		c->originals = number(c, 12);
		c->translations = number(c, 16);
		if (!sound(c, c->originals) || !sound(c, c->translations))
			c->count = 0;
	}
	free(path);
	free(file);
}

/* The translation of a sentence (of a plural: its forms), or NULL. */
static const char *
look_up(const struct catalogue *c, const char *sentence)
{
	uint32_t	 low = 0, high = c->count, middle;
	int		 order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = strcmp(sentence, c->bytes +
		    number(c, c->originals + 8 * middle + 4));
		if (order == 0)
			return c->bytes +
			    number(c, c->translations + 8 * middle + 4);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const char *
qda_gettext(const char *sentence)
{
	const char	*t = *sentence == '\0' ? NULL :
			    look_up(&now->catalogue, sentence);

	return t == NULL || *t == '\0' ? sentence : t;
}

const char *
qda_ngettext(const char *one, const char *many, unsigned long n)
{
	bool		 plural = now->one_is_many ? n != 1 : n > 1;
	const char	*t = look_up(&now->catalogue, one);

	if (t == NULL || *t == '\0')
		return n == 1 ? one : many;
	return plural ? t + strlen(t) + 1 : t;
}

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

static struct language *
named(const char *lang)
{
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (strcmp(lang, languages[i].name) == 0)
			return &languages[i];
	return NULL;
}

int
qda_lang_known(const char *lang)
{
	return named(lang) != NULL;
}

void
qda_lang_use(const char *lang)
{
	struct language	*l = lang == NULL ? user : named(lang);

	if (l == NULL)
		return;
	load(l);
	now = l;
	setenv("LANGUAGE", l->name, 1);		/* for man(1) */
}

const char *
qda_lang_now(void)
{
	return now->name;
}

const char *
qda_lang_user(void)
{
	return user->name;
}

void
qda_lang_begin(void)
{
	const char	*lang = from_environment();

	if (strncmp(lang, "fr", 2) == 0)
		user = &languages[1];
	use_utf8(LC_CTYPE);
	use_utf8(LC_MESSAGES);
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	qda_lang_use(NULL);
}
