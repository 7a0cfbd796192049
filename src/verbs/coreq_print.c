/* coreq_print.c: sentences as they are printed: capitals, spaces, names. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/coreq.h"
#include "verbs/typography.h"

#define NBSP	"\302\240"

/* The capital of a letter of ASCII or Latin-1, and of œ. */
static int32_t
capital(int32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0xfe && c != 0xf7))
		return c - 0x20;
	return c == 0x153 ? 0x152 : c;
}

static bool
is_capital(int32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) ||
	    c == 0x152;
}

static bool
ends_sentence(const char *s)
{
	static const char	*const ends[] = {
		".", "?", "!", "…", NBSP "»", " »", "]"
	};
	size_t			 n = strlen(s), k;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		k = strlen(ends[i]);
		if (n >= k && strcmp(s + n - k, ends[i]) == 0)
			return true;
	}
	return false;
}

char *
coreq_sentence(char *text)
{
	size_t	 n, at = 0, first;
	char	 head[4];
	int32_t	 c;
	char	*s;

	if (text == NULL)
		return NULL;
	for (n = strlen(text); n > 0 && strchr(" \t\n", text[n - 1]); n--)
		text[n - 1] = '\0';
	if (n == 0)
		return text;
	c = qda_text_next(text, n, &at);
	if (strncmp(text, "qda ", 4) != 0)
		c = capital(c);
	first = qda_text_put(head, c);
	s = qda_sprintf("%.*s%s%s", (int)first, head, text + at,
	    ends_sentence(text) ? "" : ".");
	free(text);
	return s;
}

char *
coreq_spaced(char *text)
{
	char	*spaced = text == NULL ? NULL : typography(text);

	free(text);
	return spaced;
}

/* Between a number and its noun, an initial and its name: "C. Aubert". */
static bool
is_bound(const char *text, const char *blank)
{
	if (*blank != ' ' || blank == text ||
	    !isalpha((unsigned char)blank[1]))
		return false;
	return isdigit((unsigned char)blank[-1]) || (blank - text > 1 &&
	    blank[-1] == '.' && isupper((unsigned char)blank[-2]) &&
	    (blank - text == 2 || !isalnum((unsigned char)blank[-3])));
}

char *
coreq_printed(const char *words)
{
	struct qda_mem	 m;
	char		*text = coreq_spaced(qda_strdup(words));

	qda_mem_open(&m);
	for (const char *s = text; *s != '\0'; s++)
		if (is_bound(text, s))
			fputs(NBSP, m.f);
		else
			fputc(*s, m.f);
	free(text);
	return qda_mem_text(&m);
}

/* How long an elided word before the first proper one is: "d’", "qu'". */
static size_t
elided(const char *s, size_t n)
{
	size_t	 k = 0;

	while (k < n && k < 2 && islower((unsigned char)s[k]))
		k++;
	if (k == 0 || k == n)
		return 0;
	if (s[k] == '\'')
		return k + 1;
	return n - k > 3 && strncmp(s + k, "’", 3) == 0 ? k + 3 : 0;
}

/* A word of n bytes with a capital, but no acronym. */
static bool
is_name(const char *s, size_t n)
{
	size_t	 at = 0;

	return n > 0 && is_capital(qda_text_next(s, n, &at)) && n > at &&
	    !isupper((unsigned char)s[at]);
}

char *
coreq_unnamed(const char *text, const char *instead, bool *hidden)
{
	struct qda_mem	 m;
	const char	*s = text;
	size_t		 n, head;

	qda_mem_open(&m);
	while (*s != '\0') {
		n = strcspn(s, " ");
		head = elided(s, n);
		if ((s > text || head > 0) && is_name(s + head, n - head)) {
			fprintf(m.f, "%.*s%s", (int)head, s, instead);
			*hidden = true;
		} else
			fwrite(s, 1, n, m.f);
		s += n;
		for (; *s == ' '; s++)
			fputc(' ', m.f);
	}
	return qda_mem_text(&m);
}
