/* axial_edit.c: the tree of categories, edited as an outline. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "verbs/axial.h"
#include "verbs/axial_edit.h"
#include "verbs/edit.h"
#include "verbs/reason.h"

static const char	 action[] = "axial edit";

/* ---- out -------------------------------------------------------------- */

/* The book, the members of each category in their order. */
static int
read_book(struct qda_book **book, struct qda_db *db, struct qda_err *e)
{
	struct qda_book_code	*c;
	struct qda_membership	 m;
	struct db_rows		*walk;
	size_t			 category, at = 0, last = QDA_NOWHERE;
	int			 more;

	if (qda_book_read(book, db, NULL, 0, e) < 0)
		return -1;
	if (qda_grouping_list(&walk, db, e) < 0)
		goto fail;
	while ((more = qda_grouping_next(walk, &m, e)) > 0) {
		category = qda_book_find(*book, m.category);
		at = category == last ? at + 1 : 0;
		last = category;
		c = &(*book)->code[category];
		c->members[at] = qda_book_find(*book, m.member);
	}
	if (more == 0)
		return 0;
fail:
	qda_book_free(*book);
	*book = NULL;
	return -1;
}

/* Extracts and participants of a code and what is below it, not read back. */
static void
put_counts(FILE *f, const struct qda_book *book, size_t code)
{
	struct qda_code_tally	 tally;

	qda_book_tally(book, code, true, &tally);
	fprintf(f, "  %% %" PRId64 " / %" PRId64, tally.uses,
	    tally.participants);
	qda_code_tally_free(&tally);
}

static void
put_line(FILE *f, const struct qda_book *book, const struct qda_node *nodes,
    size_t i, bool counts)
{
	const struct qda_book_code	*c = &book->code[nodes[i].code];
	size_t				 up = nodes[i].up;

	for (size_t tab = 0; tab < nodes[i].depth; tab++)
		fputc('\t', f);
	fprintf(f, "%s%s", strchr("%\\", *c->name) != NULL ? "\\" : "",
	    c->name);
	if (c->n_parents > 1 && up != QDA_NOWHERE &&
	    c->parents[0] == nodes[up].code)
		fputs("  *", f);
	if (counts)
		put_counts(f, book, nodes[i].code);
	fputc('\n', f);
}

static void
put_outline(FILE *f, const struct qda_book *book, bool counts)
{
	struct qda_node	*nodes;
	size_t		 n = qda_book_tree(book, &nodes);
	bool		 orphans = false;

	for (size_t i = 0; i < n; i++) {
		if (counts && nodes[i].orphan && !orphans)
			edit_comment(f, _("in no category:"));
		orphans |= nodes[i].orphan;
		put_line(f, book, nodes, i, counts);
	}
	free(nodes);
}

/* The tree alone, for being compared; caller frees. */
static char *
content(const struct qda_book *book)
{
	struct qda_mem	 m;

	put_outline(qda_mem_open(&m), book, false);
	return qda_mem_text(&m);
}

int
qda_do_axial_edit_text(struct qda_act *act, FILE *f, struct qda_err *e)
{
	struct qda_book	*book;
	char		*tree;

	if (read_book(&book, act->db, e) < 0)
		return -1;
	if (book->n == 0) {
		qda_book_free(book);
		return qda_fail(e, QDA_DATA, _("there is no code yet that "
		    "could be put into a category"));
	}
	tree = content(book);
	edit_head(f, action, tree);
	edit_comment(f, _("A line a code, a tab a level: it is in the "
	    "category above it.\n"
	    "Move lines, set them in or out, write new categories above what "
	    "they hold.\n"
	    "A code may have several lines, its main place marked by two "
	    "blanks and *.\n"
	    "Nothing is dropped: a code in no category has its line at the "
	    "left.\n"
	    "What stands behind \"%\" is not read: extracts / participants."));
	put_outline(f, book, true);
	free(tree);
	qda_book_free(book);
	return 0;
}

/* ---- in --------------------------------------------------------------- */

struct apply {
	struct qda_act		*act;
	const struct qda_book	*book;
	const struct tree_text	*t;
	int64_t			 coder;
	int64_t			*ids;		/* by code */
	bool			*wanted;	/* by code: in the category
						   that is looked at */
	long			*put, *taken;	/* by code: its places */
	size_t			 added, gone, moved, mains, ordered;
};

static bool
was_in(const struct qda_book *book, size_t category, size_t code)
{
	if (category >= book->n || code >= book->n)
		return false;
	for (size_t i = 0; i < book->code[code].n_parents; i++)
		if (book->code[code].parents[i] == category)
			return true;
	return false;
}

static int
make_categories(struct apply *a, struct qda_err *e)
{
	bool	 made;

	for (size_t i = 0; i < a->book->n; i++)
		a->ids[i] = a->book->code[i].id;
	if (a->t->n_added > 0 && qda_act_coder(a->act, &a->coder, e) < 0)
		return -1;
	for (size_t i = 0; i < a->t->n_added; i++)
		if (axial_category(a->act, a->t->added[i], a->coder,
		    &a->ids[a->book->n + i], &made, e) < 0)
			return -1;
	return 0;
}

/* The places of a category: where they begin, and behind them. */
static void
places_of(const struct tree_text *t, size_t category, size_t *from, size_t *to)
{
	size_t	 low = 0, high = t->n;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (tree_category(t, t->place[mid]) < category)
			low = mid + 1;
		else
			high = mid;
	}
	*from = *to = low;
	while (*to < t->n && tree_category(t, t->place[*to]) == category)
		++*to;
}

/* What the text has no longer goes out of the category. */
static int
take_out(struct apply *a, size_t category, struct qda_err *e)
{
	const struct qda_book_code	*c = &a->book->code[category];
	size_t				 from, to;
	int64_t				 main;

	places_of(a->t, category, &from, &to);
	for (size_t i = from; i < to; i++)
		a->wanted[a->t->place[i]->code] = true;
	for (size_t i = 0; i < c->n_members; i++) {
		size_t	 code = c->members[i];

		if (a->wanted[code])
			continue;
		if (qda_grouping_remove(a->act->db, c->id, a->ids[code],
		    &main, e) < 0)
			return -1;
		qda_act_row(a->act, "-", a->book->code[code].name, c->name);
		a->taken[code]++;
	}
	for (size_t i = from; i < to; i++)
		a->wanted[a->t->place[i]->code] = false;
	return 0;
}

/* What the text has anew comes in; nothing can be in the way by then. */
static int
put_in(struct apply *a, const struct tree_line *l, struct qda_err *e)
{
	size_t	 category = tree_category(a->t, l);
	bool	 became;

	if (category == QDA_NOWHERE || was_in(a->book, category, l->code))
		return 0;
	if (qda_act_coder(a->act, &a->coder, e) < 0 ||
	    qda_grouping_add(a->act->db, a->ids[category], a->ids[l->code],
	    a->coder, &became, e) < 0)
		return -1;
	qda_act_row(a->act, "+", tree_name(a->t, l->code),
	    tree_name(a->t, category));
	if (became)
		qda_act_say(a->act, _("'%s' was a property and is a category "
		    "now"), tree_name(a->t, category));
	a->put[l->code]++;
	return 0;
}

/* The main place; one that followed from a move is no change of its own. */
static int
set_main(struct apply *a, size_t code, struct qda_err *e)
{
	size_t		 main = a->t->main[code], category;
	const char	*name;

	if (main == QDA_NOWHERE)
		return 0;
	category = tree_category(a->t, &a->t->line[main]);
	if (qda_grouping_main(a->act->db, a->ids[category], a->ids[code],
	    e) < 0)
		return -1;
	if (!was_in(a->book, category, code) ||
	    a->book->code[code].parents[0] == category)
		return 0;
	if (a->taken[code] > 0 && a->book->code[code].n_parents -
	    (size_t)a->taken[code] == 1)
		return 0;
	name = tree_name(a->t, code);
	qda_act_row(a->act, "*", name, tree_name(a->t, category));
	a->mains++;
	return 0;
}

/* Whether those that stay in a category stay in their order. */
static bool
in_order(const struct apply *a, size_t category, size_t from, size_t to)
{
	const struct qda_book_code	*c = &a->book->code[category];
	size_t				 at = 0;

	for (size_t i = from; i < to; i++) {
		size_t	 code = a->t->place[i]->code;

		if (!was_in(a->book, category, code))
			continue;
		/* those passed over must be gone, not behind it */
		while (at < c->n_members && c->members[at] != code &&
		    !a->wanted[c->members[at]])
			at++;
		if (at == c->n_members || c->members[at] != code)
			return false;
		at++;
	}
	return true;
}

static int
set_order(struct apply *a, size_t category, struct qda_err *e)
{
	int64_t	*members;
	size_t	 from, to;
	int	 rc;

	places_of(a->t, category, &from, &to);
	members = qda_alloc(to - from + 1, sizeof(*members));
	for (size_t i = from; i < to; i++) {
		members[i - from] = a->ids[a->t->place[i]->code];
		a->wanted[a->t->place[i]->code] = true;
	}
	if (category < a->book->n && !in_order(a, category, from, to)) {
		qda_act_row(a->act, "~", tree_name(a->t, category), "order");
		a->ordered++;
	}
	for (size_t i = from; i < to; i++)
		a->wanted[a->t->place[i]->code] = false;
	rc = qda_grouping_order(a->act->db, a->ids[category], members,
	    to - from, e);
	free(members);
	return rc < 0 ? -1 : 0;
}

static int
change(struct apply *a, struct qda_err *e)
{
	size_t	 n = a->book->n + a->t->n_added;

	if (make_categories(a, e) < 0)
		return -1;
	for (size_t i = 0; i < a->book->n; i++)
		if (take_out(a, i, e) < 0)
			return -1;
	for (size_t i = 0; i < a->t->n; i++)
		if (put_in(a, &a->t->line[i], e) < 0)
			return -1;
	for (size_t i = 0; i < n; i++)
		if (set_main(a, i, e) < 0 || set_order(a, i, e) < 0)
			return -1;
	for (size_t i = 0; i < n; i++) {
		size_t	 put = (size_t)a->put[i], taken = (size_t)a->taken[i];
		size_t	 both = put < taken ? put : taken;

		a->moved += both;
		a->added += put - both;
		a->gone += taken - both;
	}
	return 0;
}

/* What a text cannot change is said, or it would seem to be lost. */
static void
say_left(struct apply *a)
{
	size_t	 last = 0, from, to;
	bool	 other = false;

	places_of(a->t, QDA_NOWHERE, &from, &to);
	for (size_t i = from; i < to; i++) {
		size_t	 code = a->t->place[i]->code;

		if (code >= a->book->n || (!a->book->code[code].category &&
		    a->book->code[code].n_members == 0))
			continue;
		other |= code < last;
		last = code;
	}
	if (other)
		qda_act_say(a->act, _("categories that are in none keep the "
		    "order in which they were made"));
	if (a->t->respelt > 0)
		qda_act_say(a->act, ngettext("%zu name is written otherwise "
		    "and stays as it was; 'qda code rename' changes it",
		    "%zu names are written otherwise and stay as they were; "
		    "'qda code rename' changes them", a->t->respelt),
		    a->t->respelt);
}

/* The reason is about the codes that were put elsewhere. */
static int
keep_reason(struct apply *a, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	int		 rc;

	for (size_t i = 0; i < a->book->n + a->t->n_added; i++)
		if (a->put[i] + a->taken[i] > 0)
			reason_about(&why, a->ids[i]);
	rc = reason_keep(&why, a->act, e, N_("categories changed"));
	reason_free(&why);
	return rc;
}

static int
done(struct apply *a, struct qda_err *e)
{
	say_left(a);
	if (a->added + a->gone + a->moved + a->mains + a->ordered +
	    a->t->n_added == 0) {
		qda_change_abandon(a->act->db);
		qda_act_say(a->act, _("the categories are as they were"));
		return 0;
	}
	if (keep_reason(a, e) < 0)
		return -1;
	return qda_act_done(a->act, e, _("places in categories: %zu new, %zu "
	    "gone, %zu moved, %zu made the main one; categories: %zu new, "
	    "%zu in another order"), a->added, a->gone, a->moved, a->mains,
	    a->t->n_added, a->ordered);
}

/* New names that no code may have. */
static void
check_names(struct qda_db *db, const struct tree_text *t,
    struct qda_marks *marks)
{
	struct qda_err	 e;

	for (size_t i = 0; i < t->n; i++)
		if (t->line[i].code >= t->book->n && qda_code_no_address(db,
		    tree_name(t, t->line[i].code), &e) < 0)
			qda_mark(marks, t->line[i].line, "%s", e.msg);
}

int
qda_do_axial_edit_apply(struct qda_act *act, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	struct tree_text	 t = { 0 };
	struct qda_book		*book = NULL;
	struct apply		 a = { .act = act, .t = &t };
	char			*tree = NULL;
	size_t			 n;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    read_book(&book, act->db, e) < 0)
		goto out;
	tree = content(book);
	if (edit_head_check(text, action, tree, e) < 0)
		goto out;
	tree_text_read(&t, book, text, marks);
	check_names(act->db, &t, marks);
	if (marks->n > 0)
		goto out;
	n = book->n + t.n_added + 1;
	a.book = book;
	a.ids = qda_alloc(n, sizeof(*a.ids));
	a.wanted = qda_alloc(n, sizeof(*a.wanted));
	a.put = qda_alloc(n, sizeof(*a.put));
	a.taken = qda_alloc(n, sizeof(*a.taken));
	if (change(&a, e) == 0)
		rc = done(&a, e);
out:
	free(a.ids);
	free(a.wanted);
	free(a.put);
	free(a.taken);
	free(tree);
	tree_text_free(&t);
	qda_book_free(book);
	return rc;
}
