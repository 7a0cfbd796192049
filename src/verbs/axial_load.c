/* axial_load.c: categories from a file, all of it or nothing. */
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/code.h"
#include "qda/file.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "verbs/axial.h"
#include "verbs/reason.h"

/* A place that the file gives a code. */
struct pair {
	int64_t	 category, member;
	size_t	 seq;
};

struct load {
	struct qda_act	*act;
	const char	*path;		/* for messages */
	struct outline	 o;
	int64_t		*ids;		/* a code a line */
	int64_t		 coder;
	struct pair	*pairs;
	size_t		 n_pairs, cap;
	size_t		 made, grouped, moved;
	struct reason	 why;
};

static int
in_line(const struct load *l, const struct outline_line *line,
    struct qda_err *e)
{
	if (e->why == QDA_USAGE)
		e->why = QDA_DATA;
	return qda_fail_in(e, _("%s, line %zu"), l->path, line->line);
}

/* The code of a line, made when it is new: with members, a category. */
static int
load_code(struct load *l, size_t i, struct qda_err *e)
{
	const struct outline_line	*line = &l->o.at[i];
	struct qda_db			*db = l->act->db;
	bool				 made = false;
	int				 there;

	if (line->holds || line->level == 0) {
		if (axial_category(l->act, line->name, l->coder, &l->ids[i],
		    &made, e) < 0)
			return -1;
	} else {
		there = qda_code_find(db, line->name, &l->ids[i], e);
		if (there < 0 || (there == 0 &&
		    (qda_code_no_address(db, line->name, e) < 0 ||
		    qda_code_make(db, line->name, "grouping", QDA_NONE,
		    l->coder, &l->ids[i], &made, e) < 0)))
			return -1;
		if (made)
			qda_act_row(l->act, "+", line->name, "property");
	}
	l->made += made;
	return 0;
}

/* The line's code put where it stands. */
static int
load_place(struct load *l, size_t i, struct qda_err *e)
{
	const struct outline_line	*line = &l->o.at[i];
	const struct outline_line	*up;
	bool				 became;
	int				 rc;

	if (line->up == SIZE_MAX)
		return 0;
	up = &l->o.at[line->up];
	rc = qda_grouping_add(l->act->db, l->ids[line->up], l->ids[i],
	    l->coder, &became, e);
	if (rc < 0)
		return -1;
	l->pairs = qda_grow(l->pairs, &l->cap, l->n_pairs, sizeof(*l->pairs));
	l->pairs[l->n_pairs] = (struct pair){ l->ids[line->up], l->ids[i],
	    l->n_pairs };
	l->n_pairs++;
	if (rc == 0)
		return 0;
	l->grouped++;
	reason_about(&l->why, l->ids[i]);
	qda_act_row(l->act, "+", line->name, up->name);
	if (became)
		qda_act_say(l->act, _("'%s' was a property and is a category "
		    "now"), up->name);
	return 0;
}

static int
by_member(const void *a, const void *b)
{
	const struct pair	*p = a, *q = b;

	if (p->category != q->category)
		return p->category < q->category ? -1 : 1;
	if (p->member != q->member)
		return p->member < q->member ? -1 : 1;
	return (p->seq > q->seq) - (p->seq < q->seq);
}

static int
by_place(const void *a, const void *b)
{
	const struct pair	*p = a, *q = b;

	if (p->category != q->category)
		return p->category < q->category ? -1 : 1;
	return (p->seq > q->seq) - (p->seq < q->seq);
}

/* The pairs by category and place, each member of a category once. */
static void
sort_pairs(struct load *l)
{
	size_t	 n = 0;

	if (l->n_pairs == 0)
		return;
	qsort(l->pairs, l->n_pairs, sizeof(*l->pairs), by_member);
	for (size_t i = 0; i < l->n_pairs; i++)
		if (n == 0 || l->pairs[n - 1].category !=
		    l->pairs[i].category ||
		    l->pairs[n - 1].member != l->pairs[i].member)
			l->pairs[n++] = l->pairs[i];
	l->n_pairs = n;
	qsort(l->pairs, n, sizeof(*l->pairs), by_place);
}

/* The order of the file is that of the members. */
static int
load_order(struct load *l, struct qda_err *e)
{
	int64_t	*members = qda_alloc(l->n_pairs + 1, sizeof(*members));
	size_t	 n;
	int	 moved = 0;

	sort_pairs(l);
	for (size_t i = 0; moved >= 0 && i < l->n_pairs; i += n) {
		for (n = 0; i + n < l->n_pairs && l->pairs[i + n].category ==
		    l->pairs[i].category; n++)
			members[n] = l->pairs[i + n].member;
		moved = qda_grouping_order(l->act->db, l->pairs[i].category,
		    members, n, e);
		if (moved > 0)
			l->moved += (size_t)moved;
	}
	free(members);
	return moved < 0 ? -1 : 0;
}

static int
load(struct load *l, struct qda_err *e)
{
	if (qda_act_begin(l->act, false, e) < 0 ||
	    qda_act_coder(l->act, &l->coder, e) < 0)
		return -1;
	l->ids = qda_alloc(l->o.n + 1, sizeof(*l->ids));
	for (size_t i = 0; i < l->o.n; i++)
		if (load_code(l, i, e) < 0 || load_place(l, i, e) < 0)
			return in_line(l, &l->o.at[i], e);
	if (load_order(l, e) < 0)
		return -1;
	if (l->made + l->grouped + l->moved == 0) {
		qda_change_abandon(l->act->db);
		qda_act_say(l->act, _("%s: nothing new"), l->path);
		return 0;
	}
	if (reason_keep(&l->why, l->act, e, N_("categories from a table")) < 0)
		return -1;
	return qda_act_done(l->act, e, _("%s: places in categories: %zu "
	    "new, %zu in another order; codes: %zu new"), l->path,
	    l->grouped, l->moved, l->made);
}

int
qda_do_axial_load(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct load		 l = { .act = act };
	struct qda_cleaned	 clean = { 0 };
	char			*bytes = NULL, *label;
	size_t			 n;
	int			 rc = -1;

	l.path = label = strcmp(path, "-") == 0 ?
	    qda_strdup(_("standard input")) : qda_sprintf(_("'%s'"), path);
	if (qda_file_read(&bytes, &n, path, e) < 0)
		goto out;
	if (qda_text_clean(&clean, bytes, n, NULL, e) < 0) {
		qda_fail_in(e, "%s", l.path);
		goto out;
	}
	if (outline_read(&l.o, clean.text, clean.size, l.path,
	    strcmp(path, "-") == 0 ? label : path, e) == 0)
		rc = load(&l, e);
out:
	free(label);
	free(bytes);
	qda_cleaned_free(&clean);
	outline_free(&l.o);
	free(l.ids);
	free(l.pairs);
	reason_free(&l.why);
	return rc;
}
