/* clean.c: text made UTF-8, NFC and LF once, when it comes in. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <utf8proc.h>

#include "base/decode.h"
#include "qda/clean.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

/* Of what use a code point is to a text that is kept. */
enum use {
	PLAIN,		/* stays as it is */
	COMPOSE,	/* NFC may change it, or what stands before it */
	BREAK,		/* a line end other than LF */
	PAGE,		/* a form feed */
	CONTROL,	/* left out */
	INVISIBLE,	/* left out */
	JOINER,		/* left out, unless it joins */
};

enum { MARKS = 1000 };	/* combining marks in a row; more is no language */

static enum use
use_of_ascii(int32_t c)
{
	if (c == '\t' || c == '\n' || (c >= ' ' && c < 0x7f))
		return PLAIN;
	if (c == '\r' || c == '\v')
		return BREAK;
	return c == '\f' ? PAGE : CONTROL;
}

/*
 * All below U+0300 is NFC, and only marks (jamo too) change what stands
 * before them; the rest stays unless it is itself a composed or second form.
 */
static bool
may_compose(int32_t c)
{
	utf8proc_int32_t	 parts[8];
	int			 boundary = 0;

	if (c < 0x300 || (c >= 0x2010 && c <= 0x203f))
		return false;
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return (c >= 0x1100 && c < 0x1200) ||
		    utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE,
		    &boundary) != 1 || parts[0] != c;
	}
}

static enum use
use_of(int32_t c)
{
	if (c < 0x80)
		return use_of_ascii(c);
	if (c < 0xa0)
		return c == 0x85 ? BREAK : CONTROL;
	if (c == 0x2028 || c == 0x2029)
		return BREAK;
	if (c == 0xad || c == 0xfeff)
		return INVISIBLE;
	if (c >= 0x200b && c <= 0x200d)
		return JOINER;
	return may_compose(c) ? COMPOSE : PLAIN;
}

/*
 * Bytes of the frequent plain character at s, 0 when one has to look closer:
 * ASCII, U+00A0 to U+02FF but the soft hyphen, U+2010 to U+203F (dashes,
 * quotes, "…") but the separators of lines and paragraphs.
 */
static size_t
plain(const unsigned char *s, size_t n)
{
	if ((s[0] >= ' ' && s[0] < 0x7f) || s[0] == '\n' || s[0] == '\t')
		return 1;
	if (n < 3 || (s[1] & 0xc0) != 0x80)
		return 0;
	if (s[0] == 0xc2)
		return s[1] >= 0xa0 && s[1] != 0xad ? 2 : 0;
	if (s[0] >= 0xc3 && s[0] <= 0xcb)
		return 2;
	return s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xbf &&
	    s[2] != 0xa8 && s[2] != 0xa9 ? 3 : 0;
}

/*
 * Where the first byte from `at` stands that is not plain, be it invalid:
 * what takes the time of a clean text.
 */
static size_t
plain_run(const char *s, size_t n, size_t at)
{
	size_t	 was, bytes;
	int32_t	 c;

	while (at < n) {
		bytes = plain((const unsigned char *)s + at, n - at);
		at += bytes;
		if (bytes > 0)
			continue;
		was = at;
		if ((c = qda_text_next(s, n, &at)) < 0 || use_of(c) != PLAIN)
			return was;
	}
	return n;
}

/* Scripts and signs that zero-width characters join or part. */
static bool
joins(int32_t c)
{
	return (c >= 0x600 && c < 0x1800) || (c >= 0xfb50 && c < 0xfe00) ||
	    (c >= 0xfe0e && c < 0xff00) || (c >= 0x2600 && c < 0x2800) ||
	    (c >= 0x1f000 && c < 0x20000);
}

/* The code point that ends before byte `at`, or -1. */
static int32_t
point_before(const char *s, size_t n, size_t at)
{
	if (at == 0)
		return -1;
	do
		at--;
	while (at > 0 && (s[at] & 0xc0) == 0x80);
	return qda_text_next(s, n, &at);
}

/* What becomes of the code point at [was, at). */
static void
put_odd(FILE *out, const char *s, size_t n, size_t was, size_t at,
    enum use use, struct qda_cleaned *c)
{
	size_t	 next = at;

	if (use == JOINER && joins(point_before(s, n, was)) &&
	    joins(qda_text_next(s, n, &next)))
		use = COMPOSE;
	switch (use) {
	case BREAK: case PAGE:
		c->newlines = true;
		fputs(use == PAGE ? "\n\n" : "\n", out);
		break;
	case CONTROL:
		c->dropped++;
		break;
	case INVISIBLE: case JOINER:
		c->invisible++;
		break;
	case PLAIN: case COMPOSE:
		fwrite(s + was, 1, at - was, out);
		break;
	}
}

/* Valid UTF-8 cleaned but for NFC; returns whether NFC has work. */
static bool
put_clean(FILE *out, const char *s, size_t n, struct qda_cleaned *c)
{
	size_t		 at = 0, was;
	bool		 compose = false;
	enum use	 use;

	while (at < n) {
		was = at;
		at = plain_run(s, n, at);
		fwrite(s + was, 1, at - was, out);
		if ((was = at) == n)
			break;
		use = use_of(qda_text_next(s, n, &at));
		compose |= use == COMPOSE;
		if (s[was] == '\r' && at < n && s[at] == '\n')
			at++;
		put_odd(out, s, n, was, at, use, c);
	}
	return compose;
}

/* Ordering takes the square of the marks in a row, so they are bounded. */
static bool
too_many_marks(const char *s, size_t n)
{
	size_t	 at = 0, row = 0;

	while (at < n) {
		int32_t	 c = qda_text_next(s, n, &at);

		row = c >= 0x300 && utf8proc_get_property(c)->combining_class
		    != 0 ? row + 1 : 0;
		if (row > MARKS)
			return true;
	}
	return false;
}

static int
compose_line(FILE *out, const char *s, size_t n, size_t line,
    struct qda_cleaned *c, struct qda_err *e)
{
	utf8proc_uint8_t	*nfc = NULL;
	utf8proc_ssize_t	 size;

	if (too_many_marks(s, n))
		return qda_fail(e, QDA_DATA, _("line %zu: more than %d "
		    "combining marks in a row"), line, MARKS);
	size = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n,
	    &nfc, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (size < 0)
		return qda_fail(e, QDA_DATA, _("line %zu: %s"), line,
		    utf8proc_errmsg(size));
	c->composed |= (size_t)size != n || memcmp(nfc, s, n) != 0;
	fwrite(nfc, 1, (size_t)size, out);
	free(nfc);
	return 0;
}

/* NFC goes by lines: LF composes with nothing. */
static int
put_composed(FILE *out, const char *s, size_t n, struct qda_cleaned *c,
    struct qda_err *e)
{
	const char	*lf;
	size_t		 at, size, line = 1;

	for (at = 0; at < n; at += size, line++) {
		lf = memchr(s + at, '\n', n - at);
		size = lf == NULL ? n - at : (size_t)(lf - s) + 1 - at;
		if (plain_run(s, at + size, at) == at + size)
			fwrite(s + at, 1, size, out);
		else if (compose_line(out, s + at, size, line, c, e) < 0)
			return -1;
	}
	return 0;
}

/* Into memory of the cleaned text, from what put_clean() made. */
static int
compose(struct qda_cleaned *c, struct qda_err *e)
{
	struct qda_mem	 m;
	int		 rc;

	qda_mem_open(&m);
	rc = put_composed(m.f, c->text, c->size, c, e);
	free(c->text);
	c->text = qda_mem_text(&m);
	c->size = m.size;
	return rc;
}

static bool
is_utf8(const char *encoding)
{
	return encoding == NULL || strcasecmp(encoding, "UTF-8") == 0 ||
	    strcasecmp(encoding, "UTF8") == 0;
}

int
qda_text_clean(struct qda_cleaned *c, const char *bytes, size_t n,
    const char *encoding, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*made = NULL;
	bool		 more;
	int		 rc;

	memset(c, 0, sizeof(*c));
	if (is_utf8(encoding) && plain_run(bytes, n, 0) == n) {
		c->text = qda_strndup(bytes, n);
		c->size = n;
		strcpy(c->encoding, "UTF-8");
		return 0;
	}
	if (qda_decode(&bytes, &n, &made, c->encoding, encoding, e) < 0)
		return -1;
	qda_mem_open(&m);
	more = put_clean(m.f, bytes, n, c);
	free(made);
	c->text = qda_mem_text(&m);
	c->size = m.size;
	rc = more ? compose(c, e) : 0;
	if (rc < 0)
		qda_cleaned_free(c);
	return rc;
}

void
qda_cleaned_free(struct qda_cleaned *c)
{
	free(c->text);
	memset(c, 0, sizeof(*c));
}
