/* guide_diff.c: what became of the questions of one guide in another. */
#include <stdlib.h>
#include <string.h>

#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/guide.h"

enum {
	N = 3,			/* letters of a run by which they are alike */
	LIKE = 50,		/* per cent from which on they are */
	NOBODY = -1,
};

/* A question as it is compared: folded, and its runs of letters sorted. */
struct question {
	const char		*text;		/* lent */
	struct qda_folded	 folded;
	const char		**runs;		/* N bytes each */
	size_t			 n;
	int			 twin;		/* in the other guide */
	bool			 same;		/* word for word */
	bool			 moved;		/* out of its order */
};

struct side {
	struct question	*at;
	int		 n;
};

struct pair {
	int	 old, new, like;
};

static int
by_run(const void *a, const void *b)
{
	return memcmp(*(const char *const *)a, *(const char *const *)b, N);
}

static void
side_open(struct side *s, const struct qda_strings *questions)
{
	struct question	*q;

	s->n = (int)questions->n;
	s->at = qda_alloc(questions->n, sizeof(*s->at));
	for (int i = 0; i < s->n; i++) {
		q = &s->at[i];
		q->text = questions->at[i];
		q->twin = NOBODY;
		qda_text_fold(&q->folded, q->text, strlen(q->text));
		q->runs = qda_alloc(q->folded.n, sizeof(*q->runs));
		while (q->n + N <= q->folded.n) {
			q->runs[q->n] = q->folded.s + q->n;
			q->n++;
		}
		qsort(q->runs, q->n, sizeof(*q->runs), by_run);
	}
}

static void
side_close(struct side *s)
{
	for (int i = 0; i < s->n; i++) {
		qda_folded_free(&s->at[i].folded);
		free(s->at[i].runs);
	}
	free(s->at);
}

/*
 * How alike two questions are: twice the runs of letters that they share, of
 * all they have, in per cent.
 */
static int
likeness(const struct question *a, const struct question *b)
{
	size_t	 i = 0, k = 0, shared = 0;
	int	 order;

	while (i < a->n && k < b->n) {
		order = by_run(&a->runs[i], &b->runs[k]);
		shared += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	return a->n + b->n == 0 ? 0 : (int)(200 * shared / (a->n + b->n));
}

static bool
are_same(const struct question *a, const struct question *b)
{
	return a->folded.n == b->folded.n &&
	    memcmp(a->folded.s, b->folded.s, a->folded.n) == 0;
}

static void
join(struct side *old, struct side *new, int i, int k, bool same)
{
	old->at[i].twin = k;
	new->at[k].twin = i;
	old->at[i].same = new->at[k].same = same;
}

static void
pair_same(struct side *old, struct side *new)
{
	for (int k = 0; k < new->n; k++)
		for (int i = 0; i < old->n && new->at[k].twin < 0; i++)
			if (old->at[i].twin < 0 &&
			    are_same(&old->at[i], &new->at[k]))
				join(old, new, i, k, true);
}

/* The most alike first; of those as alike, in order. */
static int
by_likeness(const void *a, const void *b)
{
	const struct pair	*x = a, *y = b;

	if (x->like != y->like)
		return x->like > y->like ? -1 : 1;
	return x->new != y->new ? x->new - y->new : x->old - y->old;
}

static void
pair_alike(struct side *old, struct side *new)
{
	struct pair	*pairs = NULL;
	size_t		 n = 0, cap = 0;
	int		 like;

	for (int i = 0; i < old->n; i++)
		for (int k = 0; k < new->n; k++) {
			if (old->at[i].twin >= 0 || new->at[k].twin >= 0)
				continue;
			like = likeness(&old->at[i], &new->at[k]);
			if (like < LIKE)
				continue;
			pairs = qda_grow(pairs, &cap, n, sizeof(*pairs));
			pairs[n++] = (struct pair){ i, k, like };
		}
	if (n > 0)
		qsort(pairs, n, sizeof(*pairs), by_likeness);
	for (size_t p = 0; p < n; p++)
		if (old->at[pairs[p].old].twin < 0 &&
		    new->at[pairs[p].new].twin < 0)
			join(old, new, pairs[p].old, pairs[p].new, false);
	free(pairs);
}

/*
 * All that is not in the longest run of questions that kept their order was
 * moved.  best[k] is the length of the longest that ends with k.
 */
static void
find_moved(struct side *new)
{
	int	*best = qda_alloc((size_t)new->n, sizeof(*best));
	int	 longest = 0, limit = 0;

	for (int k = 0; k < new->n; k++) {
		new->at[k].moved = new->at[k].twin >= 0;
		for (int j = 0; j < k && new->at[k].twin >= 0; j++)
			if (new->at[j].twin >= 0 && best[j] > best[k] &&
			    new->at[j].twin < new->at[k].twin)
				best[k] = best[j];
		best[k] += new->at[k].twin >= 0;
		if (best[k] > longest)
			longest = best[k];
	}
	for (int k = new->n - 1; k >= 0 && longest > 0; k--)
		if (best[k] == longest && new->at[k].moved &&
		    (limit == 0 || new->at[k].twin < limit - 1)) {
			new->at[k].moved = false;
			limit = new->at[k].twin + 1;
			longest--;
		}
	free(best);
}

static void
put_number(struct qda_act *act, struct qda_table *t, int n)
{
	bool	 json = act->as == QDA_AS_JSON || act->as == QDA_AS_JSONL;

	if (n >= 0)
		qda_table_int(t, n + 1);
	else if (json)
		qda_table_int(t, QDA_NONE);
	else
		qda_table_text(t, "-");
}

/* Whether nothing was added, dropped, reworded or moved. */
static bool
are_equal(const struct side *old, const struct side *new)
{
	for (int k = 0; k < new->n; k++)
		if (!new->at[k].same || new->at[k].moved)
			return false;
	return old->n == new->n;
}

static void
put_row(struct qda_act *act, struct qda_table *t, const char *change, int old,
    int new, const char *text, const char *was)
{
	qda_table_text(t, change);
	put_number(act, t, old);
	put_number(act, t, new);
	qda_table_text(t, text);
	qda_table_text(t, was);
}

static void
put_new(struct qda_act *act, struct qda_table *t, const struct side *old,
    const struct side *new, int k)
{
	const struct question	*q = &new->at[k];

	if (q->twin < 0)
		put_row(act, t, "added", NOBODY, k, q->text, NULL);
	else if (!q->same)
		put_row(act, t, "reworded", q->twin, k, q->text,
		    old->at[q->twin].text);
	else
		put_row(act, t, q->moved ? "moved" : "kept", q->twin, k,
		    q->text, NULL);
}

/* Dropped questions from *i on to before `to`; *i is then there. */
static void
put_dropped(struct qda_act *act, struct qda_table *t, const struct side *old,
    int *i, int to)
{
	for (; *i < to; ++*i)
		if (old->at[*i].twin < 0)
			put_row(act, t, "dropped", *i, NOBODY,
			    old->at[*i].text, NULL);
}

/* In the order of the new guide, what was dropped where it stood. */
static void
put_all(struct qda_act *act, struct qda_table *t, const struct side *old,
    const struct side *new)
{
	int	 i = 0;

	for (int k = 0; k < new->n; k++) {
		if (new->at[k].twin >= 0 && !new->at[k].moved)
			put_dropped(act, t, old, &i, new->at[k].twin);
		put_new(act, t, old, new, k);
	}
	put_dropped(act, t, old, &i, old->n);
}

static void
diff(struct qda_act *act, const struct guide *from, const struct guide *to)
{
	static const struct qda_column	columns[] = {
		{ "change", QDA_CELL_TEXT },
		{ "old", QDA_CELL_NUMBER },
		{ "new", QDA_CELL_NUMBER },
		{ "text", QDA_CELL_TEXT },
		{ "was", QDA_CELL_TEXT },
	};
	struct qda_table	*t;
	struct side		 old, new;

	side_open(&old, &from->questions);
	side_open(&new, &to->questions);
	pair_same(&old, &new);
	pair_alike(&old, &new);
	find_moved(&new);
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	put_all(act, t, &old, &new);
	qda_table_close(t);
	if (are_equal(&old, &new))
		qda_act_say(act, _("the questions are the same"));
	side_close(&old);
	side_close(&new);
}

int
qda_do_guide_diff(struct qda_act *act, const char *from, const char *to,
    struct qda_err *e)
{
	struct guide	 old, new = { .id = 0 };
	int		 rc = guide_get(&old, act->db, from, e);

	if (rc == 0)
		rc = guide_get(&new, act->db, to, e);
	if (rc == 0)
		diff(act, &old, &new);
	guide_free(&old);
	guide_free(&new);
	return rc;
}
