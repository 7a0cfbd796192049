/* decode.c: which encoding a text is in, and out of it. */
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { NULS_UTF16 = 30, NULS_BINARY = 1, SURE = 80 };	/* per cent */

/* What a user may say, what is shown, what iconv calls it; the first GUESSED
 * rows are tried when nobody says anything. */
enum { GUESSED = 3 };
static const struct {
	const char	*said, *shown, *iconv;
} encodings[] = {
	{ "windows-1252", "windows-1252", "WINDOWS-1252" },
	{ "MacRoman", "MacRoman", "MACINTOSH" },
	{ "cp850", "cp850", "CP850" },
	{ "cp1252", "windows-1252", "WINDOWS-1252" },
	{ "macintosh", "MacRoman", "MACINTOSH" },
	{ "latin1", "windows-1252", "WINDOWS-1252" },
	{ "latin-1", "windows-1252", "WINDOWS-1252" },
	{ "ISO-8859-1", "windows-1252", "WINDOWS-1252" },
	{ "UTF-8", "UTF-8", "UTF-8" },
	{ "UTF8", "UTF-8", "UTF-8" },
};

/* What French and English put above ASCII, U+0080 to U+2122. */
static const char	 usual[] =
	"éèêëàâäçùûüôöîïœæÉÈÊËÀÂÄÇÙÛÜÔÖÎÏŒÆ’‘…«»“”\u00a0–—°€";

/* Which bytes above 0x7f an encoding gives to one of those. */
struct guess {
	const char	*name, *iconv;
	bool		 good[256];
	size_t		 high, right;		/* bytes counted, and good */
};

/* How often each byte occurs in lines that are UTF-8, and in the others. */
struct census {
	size_t		 utf8[256], other[256];
	size_t		 lines[10], broken;	/* lines that are not UTF-8 */
};

/* The line of a byte, from 1; CR, LF and CR LF end one. */
static size_t
line_of(const char *s, size_t at)
{
	size_t	 line = 1;

	for (size_t i = 0; i < at; i++)
		line += s[i] == '\n' || (s[i] == '\r' &&
		    (i + 1 == at || s[i + 1] != '\n'));
	return line;
}

static void
look_up(const char *said, const char **shown, const char **name)
{
	*shown = *name = said;
	for (size_t i = 0; i < sizeof(encodings) / sizeof(*encodings); i++)
		if (strcasecmp(said, encodings[i].said) == 0) {
			*shown = encodings[i].shown;
			*name = encodings[i].iconv;
		}
}

/* All of in through cd; what iconv refuses is told by the byte left. */
static int
convert(iconv_t cd, char *in, size_t n, FILE *out, size_t *left)
{
	char	 part[16384], *to;
	size_t	 room;
	int	 rc = 0;

	while (rc == 0 && n > 0) {
		to = part;
		room = sizeof(part);
		if (iconv(cd, &in, &n, &to, &room) == (size_t)-1 &&
		    errno != E2BIG)
			rc = -1;
		fwrite(part, 1, (size_t)(to - part), out);
	}
	*left = n;
	return rc;
}

static int
decode(char **made, size_t *size, const char *s, size_t n, const char *name,
    struct qda_err *e)
{
	const char	*shown, *theirs;
	struct qda_mem	 m;
	iconv_t		 cd;
	size_t		 left;
	int		 rc;

	look_up(name, &shown, &theirs);
	cd = iconv_open("UTF-8", theirs);
	if (cd == (iconv_t)-1)
		return qda_fail(e, QDA_USAGE,
		    _("there is no encoding '%s'; UTF-8, UTF-16LE, "
		    "windows-1252, MacRoman and cp850 are some"), name);
	qda_mem_open(&m);
	rc = convert(cd, (char *)(uintptr_t)s, n, m.f, &left);
	iconv_close(cd);
	*made = qda_mem_text(&m);
	*size = m.size;
	if (rc == 0)
		return 0;
	free(*made);
	*made = NULL;
	n -= left;
	return qda_fail(e, QDA_DATA, _("line %zu, byte %zu (0x%02x): this is "
	    "not %s"), line_of(s, n), n + 1, (unsigned char)s[n], shown);
}

/* How many of every second byte from `first` are NUL, in per cent. */
static size_t
nul_share(const char *s, size_t n, size_t first)
{
	size_t	 nul = 0, all = (n - first + 1) / 2;

	for (size_t i = first; i < n; i += 2)
		nul += s[i] == '\0';
	return all == 0 ? 0 : nul * 100 / all;
}

/* NULL, or UTF-16 as a BOM or the places of the NULs say it. */
static const char *
utf16(const char *s, size_t n)
{
	size_t	 even, odd;

	if (n >= 2 && memcmp(s, "\xff\xfe", 2) == 0)
		return "UTF-16LE";
	if (n >= 2 && memcmp(s, "\xfe\xff", 2) == 0)
		return "UTF-16BE";
	if (memchr(s, '\0', n) == NULL)
		return NULL;
	even = nul_share(s, n, 0);
	odd = nul_share(s, n, 1);
	if (odd >= NULS_UTF16 && even < NULS_UTF16 / 2)
		return "UTF-16LE";
	return even >= NULS_UTF16 && odd < NULS_UTF16 / 2 ? "UTF-16BE" : NULL;
}

static int
refuse_binary(const char *s, size_t n, struct qda_err *e)
{
	size_t	 nul = 0;

	if (memchr(s, '\0', n) == NULL)
		return 0;
	for (size_t i = 0; i < n; i++)
		nul += s[i] == '\0';
	if (nul * 100 > n * NULS_BINARY)
		return qda_fail(e, QDA_DATA,
		    _("this is not a text: %zu of %zu bytes are NUL"), nul, n);
	return 0;
}

static void
take_line(struct census *c, const char *s, size_t n, size_t line)
{
	bool	 valid = qda_text_invalid(s, n) == n;
	size_t	*count = valid ? c->utf8 : c->other;

	for (size_t i = 0; i < n; i++)
		count[(unsigned char)s[i]]++;
	if (valid)
		return;
	if (c->broken < sizeof(c->lines) / sizeof(*c->lines))
		c->lines[c->broken] = line;
	c->broken++;
}

static void
take_census(struct census *c, const char *s, size_t n)
{
	size_t	 at = 0, end, line = 1;

	memset(c, 0, sizeof(*c));
	for (; at < n; at = end + 1, line++) {
		for (end = at; end < n && s[end] != '\n' && s[end] != '\r';)
			end++;
		take_line(c, s + at, end - at, line);
		if (end + 1 < n && s[end] == '\r' && s[end + 1] == '\n')
			end++;
	}
}

/* Which bytes of an 8-bit encoding are good. */
static void
learn(struct guess *g)
{
	iconv_t	 cd = iconv_open("UTF-8", g->iconv);
	char	 in, out[9], *from, *to;
	size_t	 n, room;

	if (cd == (iconv_t)-1)
		return;
	for (int b = 0x80; b < 0x100; b++) {
		in = (char)b;
		from = &in;
		n = 1;
		memset(out, 0, sizeof(out));
		to = out;
		room = sizeof(out) - 1;
		if (iconv(cd, &from, &n, &to, &room) != (size_t)-1)
			g->good[b] = strstr(usual, out) != NULL;
		iconv(cd, NULL, NULL, NULL, NULL);
	}
	iconv_close(cd);
}

static size_t
score(struct guess *g, const size_t *count)
{
	g->high = g->right = 0;
	for (int b = 0x80; b < 0x100; b++) {
		g->high += count[b];
		g->right += g->good[b] ? count[b] : 0;
	}
	return g->high == 0 ? 100 : g->right * 100 / g->high;
}

static int
refuse_mixture(const struct census *c, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*lines;
	size_t		 shown = c->broken < 10 ? c->broken : 10;

	qda_mem_open(&m);
	for (size_t i = 0; i < shown; i++)
		fprintf(m.f, "%s%zu", i > 0 ? ", " : "", c->lines[i]);
	fputs(c->broken > shown ? "…" : "", m.f);
	lines = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("two encodings are mixed: the lines that "
	    "follow are not UTF-8, others are: %s"), lines);
	free(lines);
	return -1;
}

/* The 8-bit encoding of bytes that are not UTF-8; NULL is an error. */
static const char *
guess(const char *s, size_t n, struct qda_err *e)
{
	struct guess	 g[GUESSED] = { 0 };
	struct census	 c;
	size_t		 best = 0, scores[GUESSED];

	take_census(&c, s, n);
	for (size_t i = 0; i < GUESSED; i++) {
		g[i].name = encodings[i].shown;
		g[i].iconv = encodings[i].iconv;
		learn(&g[i]);
		scores[i] = score(&g[i], c.other);
		if (scores[i] > scores[best])
			best = i;
	}
	if (scores[best] < SURE)
		qda_fail(e, QDA_DATA, _("line %zu is not UTF-8, nor is another "
		    "encoding likely (windows-1252 %zu %%, MacRoman %zu %%, "
		    "cp850 %zu %%); say which with --encoding"),
		    c.lines[0], scores[0], scores[1], scores[2]);
	else if (score(&g[best], c.utf8) < SURE)
		refuse_mixture(&c, e);
	else
		return g[best].name;
	return NULL;
}

static int
check_utf8(const char *s, size_t n, struct qda_err *e)
{
	size_t	 bad = qda_text_invalid(s, n);

	if (bad == n)
		return 0;
	return qda_fail(e, QDA_DATA, _("line %zu, byte %zu (0x%02x): this is "
	    "not %s"), line_of(s, bad), bad + 1, (unsigned char)s[bad],
	    "UTF-8");
}

static const char *
recognise(const char *s, size_t n, struct qda_err *e)
{
	const char	*name;

	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		return "UTF-8";
	if ((name = utf16(s, n)) != NULL)
		return name;
	if (refuse_binary(s, n, e) < 0)
		return NULL;
	return qda_text_invalid(s, n) == n ? "UTF-8" : guess(s, n, e);
}

/* Bytes of the BOM of an encoding at the beginning of s. */
static size_t
bom(const char *s, size_t n, const char *name)
{
	if (strcmp(name, "UTF-8") == 0)
		return n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	if (n < 2 || strncasecmp(name, "UTF-16", 6) != 0)
		return 0;
	return (strcasecmp(name, "UTF-16LE") == 0 &&
	    memcmp(s, "\xff\xfe", 2) == 0) ||
	    (strcasecmp(name, "UTF-16BE") == 0 &&
	    memcmp(s, "\xfe\xff", 2) == 0) ? 2 : 0;
}

int
qda_decode(const char **from, size_t *size, char **made, char *encoding,
    const char *named, struct qda_err *e)
{
	const char	*name, *theirs;
	size_t		 skip;

	*made = NULL;
	if (named == NULL && (named = recognise(*from, *size, e)) == NULL)
		return -1;
	look_up(named, &name, &theirs);
	snprintf(encoding, 32, "%s", name);
	skip = bom(*from, *size, name);
	*from += skip;
	*size -= skip;
	if (strcmp(name, "UTF-8") != 0) {
		if (decode(made, size, *from, *size, name, e) < 0)
			return -1;
		*from = *made;
	} else if (check_utf8(*from, *size, e) < 0)
		return -1;
	if (refuse_binary(*from, *size, e) == 0)
		return 0;
	free(*made);
	*made = NULL;
	return -1;
}
