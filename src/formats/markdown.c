/* markdown.c: Markdown to the words alone. */
#include <ctype.h>
#include <string.h>

#include "formats/markdown.h"
#include "qda/mem.h"

static bool
heading(const char *s, size_t n, size_t *skip)
{
	size_t	 hashes = 0;

	while (hashes < n && s[hashes] == '#')
		hashes++;
	if (hashes < 1 || hashes > 6 || hashes >= n || s[hashes] != ' ')
		return false;
	while (hashes < n && s[hashes] == ' ')
		hashes++;
	*skip = hashes;
	return true;
}

/* Bytes of a heading's # or a quote's > at the start of a line. */
static size_t
line_mark(const char *s, size_t n)
{
	size_t	 skip;

	if (heading(s, n, &skip))
		return skip;
	if (n > 0 && s[0] == '>')
		return n > 1 && s[1] == ' ' ? 2 : 1;
	return 0;
}

static bool
escape(const char *s, size_t n, size_t at)
{
	return s[at] == '\\' && at + 1 < n && ispunct((unsigned char)s[at + 1]);
}

static bool
wordy(const char *s, size_t n, size_t at)
{
	return at < n && (isalnum((unsigned char)s[at]) ||
	    (unsigned char)s[at] >= 0x80);
}

/*
 * Bytes of the emphasis at `at` of a line; 0 for a star that is a star.  One
 * star opens when a partner follows; *open is the mark that waits for it.
 */
static size_t
emphasis(const char *s, size_t n, size_t at, char *open)
{
	char	 mark = s[at];
	size_t	 len = at + 1 < n && s[at + 1] == mark ? 2 : 1;

	if (mark != '*' && mark != '_')
		return 0;
	if (mark == '_' && at > 0 && wordy(s, n, at - 1) &&
	    wordy(s, n, at + len))
		return 0;
	if (len == 2)
		return 2;
	if (*open == mark) {
		*open = '\0';
		return s[at - 1] != ' ';
	}
	if (at + 1 == n || s[at + 1] == ' ' ||
	    memchr(s + at + 1, mark, n - at - 1) == NULL)
		return 0;
	*open = mark;
	return 1;
}

bool
qda_markdown_is(const char *s, size_t n)
{
	const char	*p = s, *lf;
	size_t		 skip;

	if (memmem(s, n, "**", 2) != NULL)
		return true;
	for (size_t at = 0; at < n; at = (size_t)(lf - s) + 1) {
		if (heading(s + at, n - at, &skip))
			return true;
		if ((lf = memchr(s + at, '\n', n - at)) == NULL)
			break;
	}
	while ((p = memchr(p, '\\', n - (size_t)(p - s))) != NULL) {
		if (escape(s, n, (size_t)(p - s)))
			return true;
		p++;
	}
	return false;
}

/* Where bytes have gone: those of at[] in [from, ...] are now at `to'. */
struct moved {
	size_t	*at, k, next;
};

static void
move(struct moved *m, size_t from, size_t to)
{
	while (m->next < m->k && m->at[m->next] <= from)
		m->at[m->next++] = to;
}

static size_t
strip_line(const char *s, size_t n, size_t base, char *out, size_t to,
    struct moved *m)
{
	size_t	 at = line_mark(s, n), len;
	char	 open = '\0';

	while (at < n) {
		move(m, base + at, to);
		if (escape(s, n, at))
			at++;
		else if ((len = emphasis(s, n, at, &open)) > 0) {
			at += len;
			continue;
		}
		out[to++] = s[at++];
	}
	return to;
}

char *
qda_markdown_strip(const char *s, size_t n, size_t *size, size_t *at,
    size_t k)
{
	struct moved	 m = { at, k, 0 };
	char		*out = qda_alloc(n + 1, 1);
	const char	*lf;
	size_t		 from = 0, line, to = 0;

	while (from < n) {
		lf = memchr(s + from, '\n', n - from);
		line = (lf == NULL ? n : (size_t)(lf - s)) - from;
		to = strip_line(s + from, line, from, out, to, &m);
		move(&m, from + line, to);
		if (lf != NULL)
			out[to++] = '\n';
		from += line + 1;
	}
	move(&m, n, to);
	*size = to;
	return out;
}
