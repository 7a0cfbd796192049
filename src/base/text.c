/* text.c: UTF-8, code points, names. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum {
	BLOCK = 64,		/* bytes a cursor steps over at once */
	LONGEST = 500,		/* code points of a name */
};

/* Written so that the compiler can count many bytes at a time. */
int64_t
qda_text_length(const char *s, size_t n)
{
	int64_t	 points = 0;

	for (size_t i = 0; i < n; i++)
		points += (signed char)s[i] >= -64;
	return points;
}

int32_t
qda_text_next(const char *s, size_t n, size_t *at)
{
	utf8proc_int32_t	 c;
	utf8proc_ssize_t	 len;

	if (*at >= n)
		return -1;
	if ((unsigned char)s[*at] < 0x80)
		return (unsigned char)s[(*at)++];
	len = utf8proc_iterate((const utf8proc_uint8_t *)s + *at,
	    (utf8proc_ssize_t)(n - *at), &c);
	*at += len < 1 ? 1 : (size_t)len;
	return len < 1 ? -1 : c;
}

size_t
qda_text_put(char *out, int32_t point)
{
	return (size_t)utf8proc_encode_char(point, (utf8proc_uint8_t *)out);
}

size_t
qda_text_invalid(const char *s, size_t n)
{
	size_t	 at = 0, was;

	while (at < n) {
		was = at;
		if (qda_text_next(s, n, &at) < 0)
			return was;
	}
	return n;
}

void
qda_cursor_begin(struct qda_cursor *c, const char *s, size_t n)
{
	c->s = s;
	c->n = n;
	c->byte = 0;
	c->point = 0;
}

size_t
qda_cursor_byte(struct qda_cursor *c, int64_t point)
{
	if (point < c->point)
		qda_cursor_begin(c, c->s, c->n);
	while (point - c->point >= BLOCK && c->n - c->byte >= BLOCK) {
		c->point += qda_text_length(c->s + c->byte, BLOCK);
		c->byte += BLOCK;
	}
	while (c->byte < c->n && (c->s[c->byte] & 0xc0) == 0x80)
		c->byte++;
	while (c->point < point && c->byte < c->n) {
		c->byte++;
		while (c->byte < c->n && (c->s[c->byte] & 0xc0) == 0x80)
			c->byte++;
		c->point++;
	}
	return c->byte;
}

int64_t
qda_cursor_point(struct qda_cursor *c, size_t byte)
{
	if (byte < c->byte)
		qda_cursor_begin(c, c->s, c->n);
	if (byte > c->n)
		byte = c->n;
	c->point += qda_text_length(c->s + c->byte, byte - c->byte);
	c->byte = byte;
	return c->point;
}

bool
qda_text_space(int32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
	    c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	    c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
	    c == 0x3000;
}

bool
qda_text_letter(int32_t c)
{
	switch (c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}

static bool
is_apostrophe(int32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2bc ||
	    c == 0x2b9 || c == 0x2032;
}

/* White space runs to one space, none at the ends; apostrophes on request. */
static void
squeeze(char *s, bool apostrophes)
{
	size_t	 n = strlen(s), at = 0, out = 0, was;
	bool	 blank = false;
	int32_t	 c;

	while (was = at, (c = qda_text_next(s, n, &at)) >= 0) {
		if (qda_text_space(c)) {
			blank = out > 0;
			continue;
		}
		if (blank)
			s[out++] = ' ';
		blank = false;
		if (apostrophes && is_apostrophe(c)) {
			s[out++] = '\'';
			continue;
		}
		memmove(s + out, s + was, at - was);
		out += at - was;
	}
	s[out] = '\0';
}

static int
normalise(char **out, const char *s, int options, struct qda_err *e)
{
	size_t		 n = strlen(s), bad = qda_text_invalid(s, n);
	utf8proc_uint8_t *map;

	if (bad < n)
		return qda_fail(e, QDA_USAGE,
		    _("byte %zu of a name is not UTF-8 (0x%02x)"), bad + 1,
		    (unsigned char)s[bad]);
	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &map,
	    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
	    (utf8proc_option_t)options) < 0)
		return qda_fail(e, QDA_USAGE,
		    _("a name cannot be normalised"));
	*out = (char *)map;
	return 0;
}

int
qda_text_key(char **key, const char *name, struct qda_err *e)
{
	if (normalise(key, name, UTF8PROC_CASEFOLD, e) < 0)
		return -1;
	squeeze(*key, true);
	return 0;
}

int
qda_text_name(char **clean, const char *name, const char *what,
    struct qda_err *e)
{
	size_t	 n = strlen(name), at = 0;
	int32_t	 c;

	while (at < n) {
		c = qda_text_next(name, n, &at);
		if (c >= 0 && !qda_text_space(c) &&
		    (c < ' ' || (c >= 0x7f && c < 0xa0)))
			return qda_fail(e, QDA_DATA,
			    _("%s: a name holds no control characters"), what);
	}
	if (normalise(clean, name, 0, e) < 0)
		return -1;
	squeeze(*clean, false);
	n = (size_t)qda_text_length(*clean, strlen(*clean));
	if (n > 0 && n <= LONGEST)
		return 0;
	free(*clean);
	*clean = NULL;
	if (n == 0)
		return qda_fail(e, QDA_DATA, _("%s: the name is empty"), what);
	return qda_fail(e, QDA_DATA, _("%s: a name has at most %d characters, "
	    "not %zu"), what, LONGEST, n);
}

int
qda_text_width(const char *s, size_t n)
{
	size_t	 at = 0;
	int	 width = 0;
	int32_t	 c;

	while (at < n)
		if ((c = qda_text_next(s, n, &at)) >= 0)
			width += utf8proc_charwidth(c);
	return width;
}

enum kind { BREAK, LETTER, JOINER };

/* The kinds of ASCII, as digits: a look takes less time than branches. */
static const char	 kinds[] =
	"0000000000000000000000000000000000000002000002001111111111000000"
	"0111111111111111111111111110000001111111111111111111111111100000";

/* What the character at *at is to a word; the frequent ones first. */
static enum kind
kind_of(const char *s, size_t n, size_t *at)
{
	unsigned char	 b = (unsigned char)s[*at];
	int32_t		 c;

	if (b < 0x80) {
		(*at)++;
		return (enum kind)(kinds[b] - '0');
	}
	if (b == 0xc3 && *at + 1 < n && (s[*at + 1] & 0x3f) != 0x17 &&
	    (s[*at + 1] & 0x3f) != 0x37) {
		*at += 2;		/* À to ÿ but × and ÷ */
		return LETTER;
	}
	c = qda_text_next(s, n, at);
	if (c == 0x2019 || c == 0x2011)
		return JOINER;
	return qda_text_letter(c) ? LETTER : BREAK;
}

int64_t
qda_text_words(const char *s, size_t n)
{
	size_t		 at = 0;
	int64_t		 words = 0;
	bool		 in = false;
	enum kind	 kind;

	while (at < n) {
		kind = kind_of(s, n, &at);
		words += (kind == LETTER) & !in;
		in = (kind == LETTER) | (in & (kind == JOINER));
	}
	return words;
}

char *
qda_text_shown(const char *name)
{
	size_t		 n = strlen(name), at = 0, was;
	struct qda_mem	 m;
	int32_t		 c;

	qda_mem_open(&m);
	while (at < n) {
		was = at;
		c = qda_text_next(name, n, &at);
		if (c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0))
			fwrite(name + was, 1, at - was, m.f);
		else
			for (; was < at; was++)
				fprintf(m.f, "\\x%02x",
				    (unsigned char)name[was]);
	}
	return qda_mem_text(&m);
}

void
qda_text_shell(FILE *f, const char *s)
{
	bool	 quoted = *s == '\0' || *s == '~' ||
		    strpbrk(s, " \t\n\"'\\$`;&|<>()*?[]{}#!") != NULL;

	if (!quoted) {
		fputs(s, f);
		return;
	}
	/* no backslash: a cell of tsv would double it */
	fputc('"', f);
	for (; *s != '\0'; s++)
		if (strchr("\"\\$`", *s) != NULL)
			fprintf(f, "\"'%c'\"", *s);
		else
			fputc(*s, f);
	fputc('"', f);
}

bool
qda_text_fits(const char *pattern, const char *key, bool wild)
{
	const char	*star = NULL, *retry = NULL;

	while (*key != '\0') {
		if (wild && *pattern == '*') {
			star = ++pattern;
			retry = key;
		} else if (*pattern == *key) {
			pattern++;
			key++;
		} else if (star != NULL) {
			pattern = star;
			key = ++retry;
		} else
			return false;
	}
	while (wild && *pattern == '*')
		pattern++;
	return *pattern == '\0';
}

char *
qda_text_digits(char *to, int64_t n)
{
	char		 digits[QDA_DIGITS];
	size_t		 at = sizeof(digits);
	uint64_t	 rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (n < 0)
		*to++ = '-';
	memcpy(to, digits + at, sizeof(digits) - at);
	return to + sizeof(digits) - at;
}
