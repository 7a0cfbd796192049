/* manuscript.c: what a manuscript quotes. */
#include <stdlib.h>
#include <string.h>

#include "qda/manuscript.h"
#include "qda/mem.h"
#include "qda/text.h"

enum {
	LONGEST = 8000,			/* bytes of a quotation */
	AROUND = 160,			/* bytes that tell whose it is */
};

struct scan {
	const char		*s;
	size_t			 n, line;
	struct qda_cited	*list;
	size_t			 found, cap;
};

struct marks {
	const char	*open, *close;
	bool		 lines;		/* may go over line ends */
};
static const struct marks	marks[] = {
	{ "«", "»", true }, { "“", "”", false }, { "\"", "\"", false },
};

static bool
at_is(const struct scan *c, size_t at, const char *mark)
{
	size_t	 n = strlen(mark);

	return at + n <= c->n && memcmp(c->s + at, mark, n) == 0;
}

/* A straight mark opens where a word begins only. */
static bool
opens(const struct scan *c, size_t at)
{
	return (at == 0 || strchr(" \n\t(", c->s[at - 1]) != NULL ||
	    (unsigned char)c->s[at - 1] == 0xa0) && at + 1 < c->n &&
	    strchr(" \n\t", c->s[at + 1]) == NULL;
}

/*
 * Whether a quotation with its label begins the line: words of a name, ":"
 * and the mark; then the one before was never closed.
 */
static bool
begins_another(const struct scan *c, size_t at, size_t mark)
{
	size_t	 end = mark;

	if (mark - at > 60)
		return false;
	while (end > at && (c->s[end - 1] == ' ' ||
	    (unsigned char)c->s[end - 1] == 0xa0 ||
	    (unsigned char)c->s[end - 1] == 0xc2))
		end--;
	return end > at && (c->s[end - 1] == ':' ||
	    memchr(c->s + at, ':', end - at) != NULL);
}

/* Two blank lines behind a line end. */
static bool
two_blank(const struct scan *c, size_t at)
{
	for (int i = 0; i < 2; i++) {
		at += 1 + strspn(c->s + at + 1, " \t\r");
		if (at >= c->n || c->s[at] != '\n')
			return at >= c->n;
	}
	return true;
}

/* Where the quotation ends whose words begin at `at'. */
static size_t
find_end(const struct scan *c, size_t at, const struct marks *m,
    bool *unclosed)
{
	size_t	 depth = 0, start = at, line = at;

	*unclosed = false;
	for (; at < c->n && at - start < LONGEST; at++) {
		if (at_is(c, at, m->close) && depth-- == 0)
			return at;
		if (m->lines && at_is(c, at, m->open)) {
			if (line > start && begins_another(c, line, at)) {
				at = line;
				break;
			}
			depth++;
		}
		if (c->s[at] != '\n')
			continue;
		if (!m->lines || two_blank(c, at))
			break;
		line = at + 1;
	}
	*unclosed = true;
	return at;
}

/* Byte `at' moved by so many at most, to a line end or a quotation's. */
static size_t
back(const struct scan *c, size_t at)
{
	size_t	 last = c->found == 0 ? 0 : c->list[c->found - 1].to;
	size_t	 least = at > AROUND ? at - AROUND : 0;

	least = least > last ? least : last;
	while (at > least && c->s[at - 1] != '\n')
		at--;
	while (at < c->n && ((unsigned char)c->s[at] & 0xc0) == 0x80)
		at++;
	return at;
}

static size_t
forth(const struct scan *c, size_t at)
{
	size_t	 most = c->n - at > AROUND ? at + AROUND : c->n;

	while (at < most && c->s[at] != '\n')
		at++;
	while (at < c->n && ((unsigned char)c->s[at] & 0xc0) == 0x80)
		at++;
	return at;
}

static void
add(struct scan *c, size_t open, size_t from, size_t to, bool unclosed)
{
	struct qda_cited	*x;
	size_t			 before = back(c, open);

	c->list = qda_grow(c->list, &c->cap, c->found, sizeof(*c->list));
	x = &c->list[c->found++];
	while (to > from && strchr(" \n\t\r", c->s[to - 1]) != NULL)
		to--;
	*x = (struct qda_cited){ from, to, before, forth(c, to), c->line,
	    unclosed };
}

static const struct marks *
mark_at(const struct scan *c, size_t at)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (at_is(c, at, marks[i].open) &&
		    (marks[i].open[0] != '"' || opens(c, at)))
			return &marks[i];
	return NULL;
}

/* The quotation that opens at `at'; behind it. */
static size_t
take(struct scan *c, size_t at, const struct marks *m)
{
	size_t	 from = at + strlen(m->open), end;
	bool	 unclosed;

	end = find_end(c, from, m, &unclosed);
	if (unclosed && !m->lines)
		return from;			/* an inch, an apostrophe */
	add(c, at, from, end, unclosed);
	for (size_t i = at; i < end; i++)
		c->line += c->s[i] == '\n';
	return unclosed ? end : end + strlen(m->close);
}

size_t
qda_manuscript_cited(const char *text, size_t n, struct qda_cited **list)
{
	struct scan		 c = { .s = text, .n = n, .line = 1 };
	const struct marks	*m;

	for (size_t at = 0; at < n;) {
		if ((m = mark_at(&c, at)) != NULL)
			at = take(&c, at, m);
		else
			c.line += c.s[at++] == '\n';
	}
	*list = c.list;
	return c.found;
}
