/* sentence.c: where a sentence of speech, French or English, ends. */
#include <string.h>

#include <utf8proc.h>

#include "qda/text.h"

static const char	*const abbreviations[] = {
	"M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mr", "Mrs", "Ms", "Dr",
	"Drs", "Pr", "Prs", "Prof", "Me", "St", "Ste", "cf", "ex", "p", "pp",
	"n", "art", "vol", "chap", "env", "av", "bd", "tél", "J.-C", "c.-à-d",
	"vs", "e.g", "i.e",
};

static bool
terminator(int32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 ||
	    c == 0x203d || c == 0x2047 || c == 0x2048 || c == 0x2049;
}

static bool
closing(int32_t c)
{
	return c == 0xbb || c == 0x201d || c == '"' || c == ')' || c == ']' ||
	    c == 0x2019 || c == '\'';
}

/* A blank that may stand between a mark and its closing quote. */
static bool
blank(int32_t c)
{
	return c != '\n' && qda_text_space(c);
}

static bool
abbreviation(const char *s, size_t from, size_t dot)
{
	size_t	 b = dot, len;

	while (b > from && (unsigned char)s[b - 1] > ' ' && s[b - 1] != '(' &&
	    s[b - 1] != '\'' && !(b > from + 1 && (s[b - 1] & 0xff) == 0xa0 &&
	    (s[b - 2] & 0xff) == 0xc2))
		b--;
	len = dot - b;
	if (len == 1 && s[b] >= 'A' && s[b] <= 'Z')
		return true;			/* an initial */
	for (size_t i = 0; i < sizeof(abbreviations) / sizeof(char *); i++)
		if (strlen(abbreviations[i]) == len &&
		    memcmp(abbreviations[i], s + b, len) == 0)
			return true;
	return false;
}

/* Whether what stands at byte `at` can begin a sentence. */
static bool
opens(const char *s, size_t n, size_t at)
{
	int32_t			 c = qda_text_next(s, n, &at);
	utf8proc_category_t	 category;

	if (c < 0 || c == '\n')
		return true;
	category = utf8proc_category(c);
	return category == UTF8PROC_CATEGORY_LU ||
	    category == UTF8PROC_CATEGORY_LT ||
	    category == UTF8PROC_CATEGORY_ND || c == 0xab || c == '"' ||
	    c == 0x201c || c == '(' || c == '[' || c == '-' || c == 0x2013 ||
	    c == 0x2014 || c == 0x2022;
}

/* Behind the marks that stand together at `at`, and their closing quotes. */
static size_t
behind_marks(const char *s, size_t n, size_t at)
{
	size_t	 end = at, p = at;
	int32_t	 c;

	while ((c = qda_text_next(s, n, &p)) >= 0 && terminator(c))
		end = p;
	for (p = end; (c = qda_text_next(s, n, &p)) >= 0;)
		if (closing(c))
			end = p;
		else if (!blank(c))
			break;
		else {
			size_t	 q = p;
			int32_t	 d = qda_text_next(s, n, &q);

			if (d != 0xbb && d != '!' && d != '?')
				break;
			end = p = q;
		}
	return end;
}

/* Whether a » comes before the line ends. */
static bool
closes_on_line(const char *s, size_t n, size_t at)
{
	int32_t	 c;

	while ((c = qda_text_next(s, n, &at)) >= 0 && c != '\n' && c != 0xab)
		if (c == 0xbb)
			return true;
	return false;
}

static size_t
skip_space(const char *s, size_t n, size_t at)
{
	size_t	 was = at;

	while (was < n && qda_text_space(qda_text_next(s, n, &at)))
		was = at;
	return was;
}

static size_t
trim(const char *s, size_t from, size_t end)
{
	size_t	 b = end, at;

	while (b > from) {
		do
			b--;
		while (b > from && (s[b] & 0xc0) == 0x80);
		at = b;
		if (!qda_text_space(qda_text_next(s, end, &at)))
			return end;
		end = b;
	}
	return end;
}

size_t
qda_text_sentence(const char *s, size_t n, size_t from, size_t *next)
{
	size_t	 at = from, was, end;
	bool	 quoted = false;	/* in a quotation within the sentence */
	int32_t	 c;

	while (was = at, (c = qda_text_next(s, n, &at)) >= 0) {
		if (c == '\n') {
			*next = skip_space(s, n, at);
			return trim(s, from, was);
		}
		if (c == 0xab && was > from)
			quoted = closes_on_line(s, n, at);
		else if (c == 0xbb)
			quoted = false;
		if (!terminator(c) || quoted ||
		    (c == '.' && abbreviation(s, from, was)))
			continue;
		end = behind_marks(s, n, was);
		at = end;
		*next = skip_space(s, n, end);
		if (*next > end && opens(s, n, *next))
			return end;
	}
	*next = n;
	return trim(s, from, n);
}
