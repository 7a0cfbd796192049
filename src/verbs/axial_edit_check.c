/* axial_edit_check.c: what is wrong with a tree of categories, all at once. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/axial_edit.h"

static size_t
n_codes(const struct tree_text *t)
{
	return t->book->n + t->n_added;
}

/* A name that is none, with the nearest there is. */
static void
mark_unknown(struct tree_text *t, const struct tree_line *l)
{
	const char	**names = qda_alloc(t->book->n + 1, sizeof(*names));
	const char	*name = tree_name(t, l->code), *near;

	for (size_t i = 0; i < t->book->n; i++)
		names[i] = t->book->code[i].name;
	near = qda_text_nearest(name, names, t->book->n);
	if (near != NULL)
		qda_mark(t->marks, l->line, _("there is no code '%s'; did you "
		    "mean '%s'? A new category holds something, and 'qda code "
		    "add' makes a property"), name, near);
	else
		qda_mark(t->marks, l->line, _("there is no code '%s'; a new "
		    "category holds something, and 'qda code add' makes a "
		    "property"), name);
	free(names);
}

/* A new name is that of a category, with members; else it is a mistake. */
static void
check_new(struct tree_text *t)
{
	bool	*holds = qda_alloc(n_codes(t) + 1, sizeof(*holds));

	for (size_t i = 0; i < t->n; i++)
		holds[t->line[i].code] |= t->line[i].holds;
	for (size_t i = 0; i < t->n; i++) {
		const struct tree_line	*l = &t->line[i];

		if (l->code >= t->book->n && !holds[l->code] &&
		    t->marks->n < QDA_MARKS_MAX)
			mark_unknown(t, l);
	}
	free(holds);
}

/* Every code has a line: nothing is dropped.  What has no place is on top. */
static void
check_missing(struct tree_text *t)
{
	bool	*there = qda_alloc(n_codes(t) + 1, sizeof(*there));

	for (size_t i = 0; i < t->n; i++)
		there[t->line[i].code] = true;
	for (size_t i = 0; i < t->book->n; i++)
		if (!there[i])
			qda_mark(t->marks, 1, _("'%s' is missing: nothing "
			    "is dropped here; 'qda code delete' and 'qda code "
			    "rename' are for that"), t->book->code[i].name);
	free(there);
}

/* One line a place. */
struct pair {
	size_t			 category, code;
	const struct tree_line	*line;
};

static int
by_code(const void *a, const void *b)
{
	const struct pair	*p = a, *q = b;

	if (p->code != q->code)
		return p->code < q->code ? -1 : 1;
	if (p->category != q->category)		/* none comes last */
		return p->category < q->category ? -1 : 1;
	return p->line < q->line ? -1 : p->line > q->line;
}

static void
check_pair(struct tree_text *t, const struct pair *before,
    const struct pair *p)
{
	const char	*name = tree_name(t, p->code);

	if (p->category == before->category)
		qda_mark(t->marks, p->line->line, _("'%s' stands here already, "
		    "in line %zu"), name, before->line->line);
	else if (p->category == QDA_NOWHERE)
		qda_mark(t->marks, p->line->line, _("'%s' stands here in no "
		    "category, and in '%s' in line %zu: one of both"), name,
		    tree_name(t, before->category), before->line->line);
}

/* Places told twice, and what is in a category and in none. */
static struct pair *
check_twice(struct tree_text *t)
{
	struct pair	*pairs = qda_alloc(t->n + 1, sizeof(*pairs));

	for (size_t i = 0; i < t->n; i++)
		pairs[i] = (struct pair){ tree_category(t, &t->line[i]),
		    t->line[i].code, &t->line[i] };
	if (t->n > 0)
		qsort(pairs, t->n, sizeof(*pairs), by_code);
	for (size_t i = 1; i < t->n; i++)
		if (pairs[i].code == pairs[i - 1].code)
			check_pair(t, &pairs[i - 1], &pairs[i]);
	return pairs;
}

/* The main place of each code: the one with a star, else the first line. */
static void
find_main(struct tree_text *t, const struct pair *pairs)
{
	size_t	 n = n_codes(t), at;

	t->main = qda_alloc(n + 1, sizeof(*t->main));
	for (size_t i = 0; i < n; i++)
		t->main[i] = QDA_NOWHERE;
	for (size_t i = 0; i < t->n; i++) {
		size_t	*main = &t->main[pairs[i].code];

		at = (size_t)(pairs[i].line - t->line);
		if (pairs[i].category == QDA_NOWHERE)
			continue;
		if (*main == QDA_NOWHERE)
			*main = at;
		else if (t->line[at].star && t->line[*main].star)
			qda_mark(t->marks, t->line[at].line, _("'%s' has its "
			    "main place (*) in line %zu already"),
			    tree_name(t, pairs[i].code),
			    t->line[*main].line);
		else if (t->line[at].star ||
		    (!t->line[*main].star && at < *main))
			*main = at;
	}
}

/* The lines under each code, for the walk down. */
struct below {
	const struct pair	*pairs;	/* by category */
	size_t			 n;
	char			*state;	/* 1: open, 2: done */
	struct visit {
		size_t	 code, next;	/* the pair to look at next */
	}			*open;
	size_t			 depth, cap;
};

static int
by_category(const void *a, const void *b)
{
	const struct pair	*p = a, *q = b;

	if (p->category != q->category)
		return p->category < q->category ? -1 : 1;
	return p->line < q->line ? -1 : p->line > q->line;
}

/* The first pair of a category. */
static size_t
first_of(const struct below *b, size_t category)
{
	size_t	 low = 0, high = b->n;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (b->pairs[mid].category < category)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
enter(struct below *b, size_t code)
{
	b->open = qda_grow(b->open, &b->cap, b->depth, sizeof(*b->open));
	b->open[b->depth++] = (struct visit){ code, first_of(b, code) };
	b->state[code] = 1;
}

/* What is met again while it is open would hold itself. */
static void
check_from(struct tree_text *t, struct below *b, size_t top)
{
	const struct pair	*p;
	struct visit		*v;

	enter(b, top);
	while (b->depth > 0) {
		v = &b->open[b->depth - 1];
		p = &b->pairs[v->next++];
		if (v->next > b->n || p->category != v->code) {
			b->state[v->code] = 2;
			b->depth--;
		} else if (b->state[p->code] == 1)
			qda_mark(t->marks, p->line->line, _("'%s' would be in "
			    "itself: it holds, at some depth, '%s'"),
			    tree_name(t, p->code),
			    tree_name(t, p->category));
		else if (b->state[p->code] == 0)
			enter(b, p->code);
	}
}

static void
check_circles(struct tree_text *t, const struct pair *pairs)
{
	struct below	 b = { .pairs = pairs, .n = t->n };

	b.state = qda_alloc(n_codes(t) + 1, 1);
	for (size_t i = 0; i < n_codes(t); i++)
		if (b.state[i] == 0)
			check_from(t, &b, i);
	free(b.state);
	free(b.open);
}

/* Places by category and line, for whoever puts them into the project. */
static void
keep_places(struct tree_text *t, const struct pair *pairs)
{
	t->place = qda_alloc(t->n + 1, sizeof(*t->place));
	for (size_t i = 0; i < t->n; i++)
		t->place[i] = pairs[i].line;
}

void
tree_check(struct tree_text *t)
{
	struct pair	*pairs;

	check_new(t);
	check_missing(t);
	pairs = check_twice(t);
	find_main(t, pairs);
	if (t->n > 0)
		qsort(pairs, t->n, sizeof(*pairs), by_category);
	check_circles(t, pairs);
	keep_places(t, pairs);
	free(pairs);
}
