/* anchor.c: quotations found again by their words. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "qda/mem.h"

struct part {
	char	*s;
	size_t	 n;
};

struct qda_anchor {
	struct part	 whole;
	struct part	*parts;		/* between the cuts */
	size_t		 n_parts, cap;
};

struct found {
	struct qda_match	*at;
	size_t			 n, cap;
};

static bool
word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

/* Without blanks, quotes at either end; empty when no word is left. */
static struct part
trimmed(const char *s, size_t n)
{
	struct part	 p = { NULL, 0 };
	bool		 words = false;

	while (n > 0 && (*s == ' ' || *s == '"')) {
		s++;
		n--;
	}
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '"'))
		n--;
	for (size_t i = 0; i < n; i++)
		words |= word_byte(s[i]);
	if (!words)
		return p;
	p.s = qda_strndup(s, n);
	p.n = n;
	return p;
}

static const char *
next_cut(const char *s, const char *end, size_t *length)
{
	static const char	*const cuts[] = { "[...]", "(...)" };

	for (; s + 5 <= end; s++)
		for (int i = 0; i < 2; i++)
			if (memcmp(s, cuts[i], 5) == 0) {
				*length = 5;
				return s;
			}
	*length = 0;
	return end;
}

static void
split(struct qda_anchor *a)
{
	const char	*s = a->whole.s, *end = s + a->whole.n, *cut;
	size_t		 length;

	do {
		struct part	 p;

		cut = next_cut(s, end, &length);
		p = trimmed(s, (size_t)(cut - s));
		if (p.n > 0) {
			a->parts = qda_grow(a->parts, &a->cap, a->n_parts,
			    sizeof(*a->parts));
			a->parts[a->n_parts++] = p;
		}
		s = cut + length;
	} while (length > 0);
}

struct qda_anchor *
qda_anchor_new(const char *quote, size_t n)
{
	struct qda_anchor	*a = qda_alloc(1, sizeof(*a));
	struct qda_folded	 folded;

	qda_text_fold(&folded, quote, n);
	a->whole = trimmed(folded.s, folded.n);
	qda_folded_free(&folded);
	if (a->whole.n == 0) {
		free(a);
		return NULL;
	}
	split(a);
	return a;
}

void
qda_anchor_free(struct qda_anchor *a)
{
	if (a == NULL)
		return;
	for (size_t i = 0; i < a->n_parts; i++)
		free(a->parts[i].s);
	free(a->parts);
	free(a->whole.s);
	free(a);
}

/* The part as whole words at or behind byte `from`; SIZE_MAX for none. */
static size_t
find_part(const struct qda_folded *text, const struct part *p, size_t from)
{
	const char	*s = text->s, *hit;
	size_t		 at, end;

	for (; from + p->n <= text->n; from = at + 1) {
		hit = memmem(s + from, text->n - from, p->s, p->n);
		if (hit == NULL)
			break;
		at = (size_t)(hit - s);
		end = at + p->n;
		if ((at == 0 || !word_byte(s[at - 1]) || !word_byte(s[at])) &&
		    (end == text->n || !word_byte(s[end]) ||
		    !word_byte(s[end - 1])))
			return at;
	}
	return SIZE_MAX;
}

static void
add(struct found *f, const struct qda_folded *text, size_t from, size_t to)
{
	f->at = qda_grow(f->at, &f->cap, f->n, sizeof(*f->at));
	qda_folded_span(text, from, to, &f->at[f->n].start,
	    &f->at[f->n].end);
	f->n++;
}

static void
find_whole(const struct qda_anchor *a, const struct qda_folded *text,
    struct found *f)
{
	size_t	 at = 0;

	while ((at = find_part(text, &a->whole, at)) != SIZE_MAX) {
		add(f, text, at, at + a->whole.n);
		at += a->whole.n;
	}
}

/* Where the parts end that follow the first at byte `at`; SIZE_MAX. */
static size_t
follow(const struct qda_anchor *a, const struct qda_folded *text, size_t at)
{
	size_t	 end = at + a->parts[0].n, next;

	for (size_t i = 1; i < a->n_parts; i++) {
		next = find_part(text, &a->parts[i], end);
		if (next == SIZE_MAX ||
		    text->at[next] - text->at[end - 1] > QDA_ANCHOR_GAP)
			return SIZE_MAX;
		end = next + a->parts[i].n;
	}
	return end;
}

/* A later start that ends no later makes a shorter span: it wins. */
static void
find_parts(const struct qda_anchor *a, const struct qda_folded *text,
    struct found *f)
{
	size_t	 at = 0, end;

	while ((at = find_part(text, &a->parts[0], at)) != SIZE_MAX) {
		end = follow(a, text, at);
		if (end != SIZE_MAX) {
			int64_t	 start = text->at[at];

			while (f->n > 0 && f->at[f->n - 1].end > start)
				f->n--;
			add(f, text, at, end);
		}
		at++;
	}
}

size_t
qda_anchor_find(const struct qda_anchor *a, const struct qda_folded *text,
    struct qda_match **matches)
{
	struct found	 f = { NULL, 0, 0 };

	find_whole(a, text, &f);
	if (f.n == 0 && a->n_parts > 0 &&
	    (a->n_parts > 1 || a->parts[0].n < a->whole.n))
		find_parts(a, text, &f);
	*matches = f.at;
	return f.n;
}
