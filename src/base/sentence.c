/* sentence.c: where a sentence of speech, French or English, ends. */
#include <string.h>

#include <utf8proc.h>

#include "qda/text.h"

static const char	*const abbreviations[] = {
	"M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mr", "Mrs", "Ms", "Dr",
	"Drs", "Pr", "Prs", "Prof", "Me", "St", "Ste", "cf", "ex", "p", "pp",
	"n", "no", "art", "al", "vol", "chap", "fig", "env", "av", "bd", "tél",
	"c.-à-d", "vs", "e.g", "i.e",
};

enum { LONGEST = 24 };		/* bytes of a word that may be abbreviated */

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

/* Where the word begins that ends at `dot`; dot itself when it is too long. */
static size_t
word_before(const char *s, size_t from, size_t dot)
{
	size_t	 b = dot, was = dot, at;
	int32_t	 c;

	while (b > from) {
		do
			b--;
		while (b > from && (s[b] & 0xc0) == 0x80);
		at = b;
		c = qda_text_next(s, dot, &at);
		if (qda_text_space(c) || c == '(' || c == '[' || c == '\'' ||
		    c == 0x2019 || c == 0xab || c == 0x201c || c == '"')
			break;
		was = b;
		if (dot - was > LONGEST)
			return dot;
	}
	return was;
}

/* "A", "É", "J.-C", "U.S": capitals one by one. */
static bool
initials(const char *s, size_t from, size_t dot)
{
	int32_t	 c;
	bool	 letter = false;

	while (from < dot && (c = qda_text_next(s, dot, &from)) >= 0) {
		if (letter ? c != '.' && c != '-' : c != '-' &&
		    utf8proc_category(c) != UTF8PROC_CATEGORY_LU)
			return false;
		letter = !letter && c != '-';
	}
	return letter;
}

/* Whether the full stop at `dot` belongs to the word before it. */
static bool
abbreviation(const char *s, size_t from, size_t dot)
{
	size_t	 b = word_before(s, from, dot), len = dot - b, digits = 0;

	if (len == 0)
		return false;
	while (digits < len && s[b + digits] >= '0' && s[b + digits] <= '9')
		digits++;
	if (b == from && digits == len)
		return true;			/* the number of a list */
	if (initials(s, b, dot))
		return true;
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

/* Whether the quotation that was opened is closed before the line ends. */
static bool
closes_on_line(const char *s, size_t n, size_t at, int32_t open)
{
	int32_t	 c;

	while ((c = qda_text_next(s, n, &at)) >= 0 && c != '\n' && c != open)
		if (c == (open == 0xab ? 0xbb : 0x201d))
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

/* What is known of a sentence on the way through it. */
struct walk {
	const char	*s;
	size_t		 n, from;
	bool		 letter;	/* there was one */
	bool		 quoted;	/* in a quotation within the sentence */
	bool		 marked;	/* a mark came last, blanks apart */
};

/* Keeps count of quotations; whether one that ended in a mark closes here. */
static bool
quotation(struct walk *w, int32_t c, size_t was, size_t at)
{
	bool	 ends = w->quoted && w->marked;

	if ((c == 0xab || c == 0x201c) && was > w->from)
		w->quoted = closes_on_line(w->s, w->n, at, c);
	if (c != 0xbb && c != 0x201d)
		return false;
	w->quoted = false;
	return ends;
}

/* Whether the sentence ends with the character c at [was, at). */
static bool
ends_here(struct walk *w, int32_t c, size_t was, size_t at)
{
	bool	 closed = quotation(w, c, was, at);

	if (!blank(c))
		w->marked = terminator(c);
	if (!w->letter)
		w->letter = qda_text_letter(c);
	return closed || (terminator(c) && w->letter && !w->quoted &&
	    !(c == '.' && abbreviation(w->s, w->from, was)));
}

size_t
qda_text_sentence(const char *s, size_t n, size_t from, size_t *next)
{
	struct walk	 w = { .s = s, .n = n, .from = from };
	size_t		 at = from, was, end;
	int32_t		 c;

	while (was = at, (c = qda_text_next(s, n, &at)) >= 0) {
		if (c == '\n') {
			*next = skip_space(s, n, at);
			return trim(s, from, was);
		}
		if (!ends_here(&w, c, was, at))
			continue;
		at = end = terminator(c) ? behind_marks(s, n, was) : at;
		*next = skip_space(s, n, end);
		if (*next > end && opens(s, n, *next))
			return end;
	}
	*next = n;
	return trim(s, from, n);
}
