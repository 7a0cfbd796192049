/* alike.c: where words stand that were altered, and which were. */
#include <stdlib.h>
#include <string.h>

#include "qda/alike.h"
#include "qda/mem.h"

enum {
	SLACK = 8,		/* words around a place, and a quarter more */
	GAP = 400,		/* words a gap may stand for, about */
	GAPS = 10,		/* so many of them are given room */
	COMMON = 500,		/* a pair that is says nothing */
	WHOLE = 256,		/* a letter's weight */
};

/* Two neighbouring words: where the first of them is. */
struct qda_pair {
	uint32_t	 hash, at;
};

/* Where a pair of the quotation stands in the text. */
struct hit {
	uint32_t	 text, quote;
};

struct window {
	size_t	 first, last, hits;
};

static bool
in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

static uint32_t
hash(const char *s, size_t n)
{
	uint32_t	 h = 2166136261U;	/* FNV-1a */

	while (n-- > 0)
		h = (h ^ (unsigned char)*s++) * 16777619U;
	return h;
}

static void
put_word(struct qda_words *w, size_t *cap, size_t from, size_t to, bool gap)
{
	w->at = qda_grow(w->at, cap, w->n, sizeof(*w->at));
	w->at[w->n++] = (struct qda_word){ from, to,
	    hash(w->text->s + from, to - from), gap };
}

/* The byte behind a bracket that is a gap, or `from`. */
static size_t
gap_end(const struct qda_folded *f, size_t from)
{
	const char	*close;

	if (f->n - from >= 5 && memcmp(f->s + from, "(...)", 5) == 0)
		return from + 5;
	if (f->s[from] != '[' ||
	    (close = memchr(f->s + from, ']', f->n - from)) == NULL)
		return from;
	return (size_t)(close - f->s) + 1;
}

static void
read_words(struct qda_words *w, const struct qda_folded *f, bool gaps)
{
	size_t	 cap = 0, end;

	memset(w, 0, sizeof(*w));
	w->text = f;
	for (size_t i = 0; i < f->n;) {
		end = gaps ? gap_end(f, i) : i;
		if (end > i)
			put_word(w, &cap, i, end, true);
		else {
			while (end < f->n && in_word(f->s[end]))
				end++;
			if (end > i)
				put_word(w, &cap, i, end, false);
			else
				end++;
		}
		i = end;
	}
}

static uint32_t
pair_hash(const struct qda_word *w)
{
	return w[0].hash * 31 + w[1].hash;
}

static int
by_hash(const void *a, const void *b)
{
	const struct qda_pair	*x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void
qda_words_of(struct qda_words *w, const struct qda_folded *f)
{
	read_words(w, f, false);
	if (w->n < 2)
		return;
	w->n_pairs = w->n - 1;
	w->pairs = qda_alloc(w->n_pairs, sizeof(*w->pairs));
	for (size_t i = 0; i < w->n_pairs; i++)
		w->pairs[i] = (struct qda_pair){ pair_hash(&w->at[i]),
		    (uint32_t)i };
	qsort(w->pairs, w->n_pairs, sizeof(*w->pairs), by_hash);
}

void
qda_words_quoted(struct qda_words *w, const struct qda_folded *f)
{
	read_words(w, f, true);
}

void
qda_words_free(struct qda_words *w)
{
	free(w->at);
	free(w->pairs);
	memset(w, 0, sizeof(*w));
}

/* The first pair of that hash, or where it would be. */
static size_t
first_pair(const struct qda_words *t, uint32_t wanted)
{
	size_t	 low = 0, high = t->n_pairs, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (t->pairs[middle].hash < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
by_place(const void *a, const void *b)
{
	const struct hit	*x = a, *y = b;

	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return (x->quote > y->quote) - (x->quote < y->quote);
}

/* Where pairs of the quotation stand, in order of the text; yours. */
static size_t
find_hits(const struct qda_words *q, const struct qda_words *t,
    struct hit **hits)
{
	size_t		 n = 0, cap = 0, first;
	uint32_t	 wanted;

	*hits = NULL;
	for (size_t i = 0; i + 1 < q->n; i++) {
		if (q->at[i].gap || q->at[i + 1].gap)
			continue;
		wanted = pair_hash(&q->at[i]);
		first = first_pair(t, wanted);
		if (first + COMMON < t->n_pairs &&
		    t->pairs[first + COMMON].hash == wanted)
			continue;
		for (size_t k = first; k < t->n_pairs &&
		    t->pairs[k].hash == wanted; k++) {
			*hits = qda_grow(*hits, &cap, n, sizeof(**hits));
			(*hits)[n++] = (struct hit){ t->pairs[k].at,
			    (uint32_t)i };
		}
	}
	if (n > 0)
		qsort(*hits, n, sizeof(**hits), by_place);
	return n;
}

static size_t
slack(const struct qda_words *q)
{
	return q->n / 4 + SLACK;
}

/* How many words of the text the quotation may span. */
static size_t
reach(const struct qda_words *q)
{
	size_t	 gaps = 0;

	for (size_t i = 0; i < q->n; i++)
		gaps += q->at[i].gap;
	return q->n + slack(q) + (gaps < GAPS ? gaps : GAPS) * GAP;
}

/* The words from `first` to `last` of the hits, and what is around them. */
static struct window
around(const struct qda_words *q, const struct qda_words *t,
    const struct hit *first, const struct hit *last)
{
	size_t	 before = first->quote + slack(q);
	size_t	 behind = q->n - last->quote + slack(q);

	return (struct window){
		first->text > before ? first->text - before : 0,
		t->n - last->text > behind ? last->text + behind : t->n,
		(size_t)(last - first) + 1
	};
}

/* The stretch with most hits that lies outside `not`; none: no hits. */
static struct window
densest(const struct qda_words *q, const struct qda_words *t,
    const struct hit *hits, size_t n, const struct window *not)
{
	struct window	 best = { 0, 0, 0 };
	size_t		 from = 0, wide = reach(q);

	for (size_t i = 0; i < n; i++) {
		if (not != NULL && hits[i].text >= not->first &&
		    hits[i].text < not->last) {
			from = i + 1;
			continue;
		}
		while (hits[i].text - hits[from].text > wide)
			from++;
		if (i - from + 1 > best.hits)
			best = around(q, t, &hits[from], &hits[i]);
	}
	return best;
}

static unsigned
weight(const struct qda_word *w)
{
	return w->gap ? 0 : (unsigned)(w->to - w->from) * WHOLE;
}

/* How many bytes two words begin, and then end, alike. */
static size_t
shared(const char *a, size_t n, const char *b, size_t m)
{
	size_t	 head = 0, tail = 0, less = n < m ? n : m;

	while (head < less && a[head] == b[head])
		head++;
	while (head + tail < less && a[n - 1 - tail] == b[m - 1 - tail])
		tail++;
	return head + tail;
}

/* What it costs that a was said and b is quoted; 0: the same word. */
static unsigned
cost(const struct qda_words *q, const struct qda_word *b,
    const struct qda_words *t, const struct qda_word *a)
{
	size_t	 n = a->to - a->from, m = b->to - b->from;
	size_t	 longer = n > m ? n : m, same;

	if (a->hash == b->hash && n == m)
		return 0;
	same = shared(t->text->s + a->from, n, q->text->s + b->from, m);
	return same * 2 < longer ? (unsigned)longer * WHOLE :
	    (unsigned)(longer - same) * WHOLE;
}

/* Steps of the table, as it was filled. */
enum { START, BOTH, QUOTE, TEXT };

/*
 * The table of an alignment: row i, column j are the cheapest way to have
 * read i words of the quotation when the text stands behind word j.
 */
struct table {
	const struct qda_words	*q, *t;
	size_t			 first, columns;
	unsigned		*row;
	unsigned char		*step;
};

static unsigned char *
step_at(const struct table *x, size_t i, size_t j)
{
	return &x->step[i * x->columns + j];
}

/* One row more: the i-th word of the quotation, from 1. */
static void
fill_row(struct table *x, size_t i)
{
	const struct qda_word	*b = &x->q->at[i - 1];
	unsigned		 corner = x->row[0], above, best, other;

	x->row[0] += weight(b);
	*step_at(x, i, 0) = QUOTE;
	for (size_t j = 1; j < x->columns; j++) {
		const struct qda_word	*a = &x->t->at[x->first + j - 1];

		above = x->row[j];
		best = above + weight(b);
		*step_at(x, i, j) = QUOTE;
		other = corner + (b->gap ? 0 : cost(x->q, b, x->t, a));
		if (other <= best) {
			best = other;
			*step_at(x, i, j) = BOTH;
		}
		other = x->row[j - 1] + (b->gap ? 0 : weight(a));
		if (other < best) {
			best = other;
			*step_at(x, i, j) = TEXT;
		}
		corner = above;
		x->row[j] = best;
	}
}

static void
table_fill(struct table *x, const struct qda_words *q,
    const struct qda_words *t, size_t first, size_t last)
{
	x->q = q;
	x->t = t;
	x->first = first;
	x->columns = last - first + 1;
	x->row = qda_alloc(x->columns, sizeof(*x->row));
	x->step = qda_alloc((q->n + 1) * x->columns, 1);
	for (size_t i = 1; i <= q->n; i++)
		fill_row(x, i);
}

static void
table_free(struct table *x)
{
	free(x->row);
	free(x->step);
}

/* Goes back through the table: calls step for each, last first. */
static size_t
walk_back(const struct table *x, size_t j, struct qda_edit *edits, size_t *n)
{
	for (size_t i = x->q->n; i > 0;) {
		unsigned char	 step = *step_at(x, i, j);
		struct qda_edit	 e = { QDA_KEPT, i, i, j, j };

		if (step == BOTH || step == QUOTE)
			e.quote = --i;
		if (step == BOTH || step == TEXT)
			e.text = --j;
		if (edits != NULL) {
			e.text += x->first;
			e.text_last += x->first;
			edits[(*n)++] = e;
		}
	}
	return j;
}

static double
likeness(const struct table *x, size_t *first, size_t *last)
{
	unsigned long	 all = 0;
	size_t		 end = 0;

	for (size_t i = 0; i < x->q->n; i++)
		all += weight(&x->q->at[i]);
	for (size_t j = 1; j < x->columns; j++)
		if (x->row[j] < x->row[end])
			end = j;
	*first = x->first + walk_back(x, end, NULL, NULL);
	*last = x->first + end;
	return all == 0 || x->row[end] >= all ? 0 :
	    1 - (double)x->row[end] / (double)all;
}

static double
compare(const struct qda_words *q, const struct qda_words *t,
    const struct window *w, size_t *first, size_t *last)
{
	struct table	 x;
	double		 is;

	if (w->hits == 0)
		return 0;
	table_fill(&x, q, t, w->first, w->last);
	is = likeness(&x, first, last);
	table_free(&x);
	return *first < *last ? is : 0;
}

bool
qda_alike(const struct qda_words *q, const struct qda_words *t,
    struct qda_likeness *l)
{
	struct hit	*hits;
	struct window	 best, next;
	size_t		 n, first = 0, last = 0;

	memset(l, 0, sizeof(*l));
	if (q->n > QDA_ALIKE_MOST)
		return false;
	n = find_hits(q, t, &hits);
	best = densest(q, t, hits, n, NULL);
	l->is = compare(q, t, &best, &l->first, &l->last);
	best.first = l->first;
	best.last = l->last;
	next = densest(q, t, hits, n, &best);
	l->next = compare(q, t, &next, &first, &last);
	free(hits);
	if (l->next > l->is) {
		double	 is = l->is;

		l->is = l->next;
		l->next = is;
		l->first = first;
		l->last = last;
	}
	if (l->is <= 0)
		return false;
	qda_folded_span(t->text, t->at[l->first].from, t->at[l->last - 1].to,
	    &l->start, &l->end);
	return true;
}

static enum qda_change_of
judge(const struct qda_words *q, const struct qda_words *t,
    const struct qda_edit *e)
{
	if (e->quote < q->n && e->quote < e->quote_last &&
	    q->at[e->quote].gap)
		return QDA_CUT;
	if (e->quote == e->quote_last)
		return QDA_LEFT_OUT;
	if (e->text == e->text_last)
		return QDA_PUT_IN;
	return cost(q, &q->at[e->quote], t, &t->at[e->text]) == 0 ? QDA_KEPT :
	    QDA_CHANGED;
}

/* Words of the text that a gap of the quotation stands for. */
static bool
in_gap(const struct qda_words *q, const struct qda_edit *e)
{
	return e->quote == e->quote_last && e->quote > 0 &&
	    q->at[e->quote - 1].gap;
}

size_t
qda_alike_edits(const struct qda_words *q, const struct qda_words *t,
    const struct qda_likeness *l, struct qda_edit **edits)
{
	struct table	 x;
	struct qda_edit	*all, *run = NULL;
	size_t		 n = 0, kept = 0;

	table_fill(&x, q, t, l->first, l->last);
	all = qda_alloc(q->n + x.columns, sizeof(*all));
	walk_back(&x, x.columns - 1, all, &n);
	*edits = qda_alloc(n, sizeof(**edits));
	while (n-- > 0) {
		struct qda_edit	*e = &all[n];

		e->is = in_gap(q, e) ? QDA_CUT : judge(q, t, e);
		if (run != NULL && run->is == e->is) {
			run->quote_last = e->quote_last;
			run->text_last = e->text_last;
		} else {
			run = &(*edits)[kept++];
			*run = *e;
		}
	}
	table_free(&x);
	free(all);
	return kept;
}
