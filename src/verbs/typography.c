/* typography.c: how words are printed. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/typography.h"

static const char	nbsp[] = "\xc2\xa0";

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* An apostrophe of a word: "l'entretien", not the quote of 'entretien'. */
static bool
is_apostrophe(const char *text, const char *s)
{
	return *s == '\'' && s > text && is_letter((unsigned char)s[-1]) &&
	    is_letter((unsigned char)s[1]);
}

/* A blank that no line may end with. */
static bool
is_narrow(const char *text, const char *s)
{
	return *s == ' ' && ((s[1] != '\0' && strchr(":;?!", s[1]) != NULL) ||
	    begins(s + 1, "»") || (s - text >= 2 && begins(s - 2, "«")));
}

char *
typography(const char *text)
{
	struct qda_mem	 m;

	if (strcmp(qda_lang_now(), "fr") != 0)
		return qda_strdup(text);
	qda_mem_open(&m);
	for (const char *s = text; *s != '\0'; s++) {
		if (is_narrow(text, s))
			fputs(nbsp, m.f);
		else if (is_apostrophe(text, s))
			fputs("’", m.f);
		else
			fputc(*s, m.f);
	}
	return qda_mem_text(&m);
}

/* Bytes of white space that stand there, no-break ones too. */
static size_t
blanks(const char *s)
{
	size_t	 at = 0, end = 0, n = strlen(s);

	while (at < n && qda_text_space(qda_text_next(s, n, &at)))
		end = at;
	return end;
}

char *
typography_quoted(const char *text)
{
	struct qda_mem	 m;
	char		*inner, *result;

	qda_mem_open(&m);
	for (const char *s = text; *s != '\0';) {
		size_t	 space = blanks(s);

		if (begins(s + space, "»")) {
			fputs("”", m.f);
			s += space + strlen("»");
		} else if (begins(s, "«")) {
			fputs("“", m.f);
			s += strlen("«");
			s += blanks(s);
		} else
			fputc(*s++, m.f);
	}
	inner = qda_mem_text(&m);
	result = typography(inner);
	free(inner);
	return result;
}
