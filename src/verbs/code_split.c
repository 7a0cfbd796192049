/* code_split.c: some verbatims of a code become those of another. */
#include <stdlib.h>

#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/reason.h"
#include "verbs/tag.h"

struct split {
	struct qda_act	*act;
	int64_t		 from, into;
	char		*from_name, *into_name;
	char		*category;		/* of a new code, or NULL */
	bool		 made;
	size_t		 moved, missed;		/* verbatims */
	struct qda_code_gone gone;
};

/* The main category of a code, QDA_NONE when it is in none. */
static int
main_category(struct qda_db *db, int64_t code, int64_t *category,
    struct qda_err *e)
{
	struct qda_membership	 m;
	struct db_rows		*walk;
	int			 more;

	*category = QDA_NONE;
	if (qda_grouping_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_grouping_next(walk, &m, e)) > 0)
		if (m.member == code && m.main)
			*category = m.category;
	return more;
}

/* Puts the new code right behind the other among the category's members. */
static int
put_behind(struct split *s, int64_t category, struct qda_err *e)
{
	struct qda_membership	 m;
	struct db_rows		*walk;
	int64_t			*order = NULL;
	size_t			 n = 0, cap = 0;
	int			 more;

	if (qda_grouping_list(&walk, s->act->db, e) < 0)
		return -1;
	while ((more = qda_grouping_next(walk, &m, e)) > 0) {
		if (m.category != category || m.member == s->into)
			continue;
		order = qda_grow(order, &cap, n, sizeof(*order));
		order[n++] = m.member;
		if (m.member != s->from)
			continue;
		order = qda_grow(order, &cap, n, sizeof(*order));
		order[n++] = s->into;
	}
	if (more == 0)
		more = qda_grouping_order(s->act->db, category, order, n, e);
	free(order);
	return more < 0 ? -1 : 0;
}

/* A new code stands beside the one it comes from. */
static int
group(struct split *s, int64_t coder, struct qda_err *e)
{
	int64_t	 category;
	bool	 became;

	if (main_category(s->act->db, s->from, &category, e) < 0)
		return -1;
	if (category == QDA_NONE)
		return 0;
	if (qda_grouping_add(s->act->db, category, s->into, coder, &became,
	    e) < 0 || put_behind(s, category, e) < 0 ||
	    qda_code_name(s->act->db, category, &s->category, e) < 0)
		return -1;
	qda_act_row(s->act, "+", s->into_name, s->category);
	return 0;
}

static void
say_new(struct split *s)
{
	if (s->category != NULL)
		qda_act_say(s->act, _("new property '%s', beside '%s' in "
		    "'%s'"), s->into_name, s->from_name, s->category);
	else if (s->made)
		qda_act_say(s->act, _("new property '%s'"), s->into_name);
}

/* The two codes; the one that the verbatims go to is made when missing. */
static int
codes(struct split *s, const char *name, const char *into, struct qda_err *e)
{
	struct qda_db	*db = s->act->db;
	int64_t		 coder;
	int		 there;

	if (qda_code_need(db, name, &s->from, e) < 0 ||
	    qda_code_name(db, s->from, &s->from_name, e) < 0 ||
	    (there = qda_code_find(db, into, &s->into, e)) < 0)
		return -1;
	if (there && s->into == s->from)
		return qda_fail(e, QDA_DATA, _("'%s' cannot be split into "
		    "itself"), s->from_name);
	if (!there && (qda_act_coder(s->act, &coder, e) < 0 ||
	    qda_code_add(db, into, "hand", coder, &s->into, e) < 0))
		return -1;
	if (qda_code_name(db, s->into, &s->into_name, e) < 0)
		return -1;
	s->made = !there;
	if (s->made)
		qda_act_row(s->act, "+", s->into_name, "code");
	return there ? 0 : group(s, coder, e);
}

static int
move(struct split *s, const struct qda_place *p, struct qda_err *e)
{
	int64_t	 was = s->gone.codings + s->gone.same;

	if (qda_code_split(s->act->db, s->from, s->into, p, &s->gone, e) < 0)
		return -1;
	if (s->gone.codings + s->gone.same == was) {
		s->missed++;
		return 0;
	}
	s->moved++;
	return code_place_row(s->act, ">", p, s->into_name, e);
}

static int
keep_reason(struct split *s, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	int		 rc;

	reason_about(&why, s->from);
	reason_about(&why, s->into);
	rc = reason_keep(&why, s->act, e, N_("'%s' split: '%s'"),
	    s->from_name, s->into_name);
	reason_free(&why);
	return rc;
}

/* A code that gave all it had is still there: that is said. */
static int
say_empty(struct split *s, struct qda_err *e)
{
	int	 rc = qda_code_used(s->act->db, s->from, e);

	if (rc == 0)
		qda_act_say(s->act, _("'%s' is on no verbatim any more"),
		    s->from_name);
	return rc;
}

static int
done(struct split *s, struct qda_err *e)
{
	char	*missed;
	int	 rc;

	say_new(s);
	if (say_empty(s, e) < 0)
		return -1;
	missed = s->missed == 0 ? qda_strdup("") : qda_sprintf(ngettext(
	    " (%zu did not carry it)", " (%zu did not carry it)", s->missed),
	    s->missed);
	rc = qda_act_done(s->act, e, ngettext("%zu verbatim of '%s' carries "
	    "'%s' now%s", "%zu verbatims of '%s' carry '%s' now%s",
	    s->moved), s->moved, s->from_name, s->into_name, missed);
	free(missed);
	return rc;
}

static int
split(struct split *s, struct qda_tag *t, struct qda_err *e)
{
	for (size_t i = 0; i < t->n; i++)
		if (move(s, &t->items[i].place, e) < 0)
			return -1;
	if (s->moved > 0)
		return keep_reason(s, e) < 0 ? -1 : done(s, e);
	qda_change_abandon(s->act->db);
	qda_act_say(s->act, _("none of these verbatims carries '%s': nothing "
	    "is done"), s->from_name);
	return 1;
}

int
qda_do_code_split(struct qda_act *act, const char *name, const char *into,
    struct qda_tag *t, struct qda_err *e)
{
	struct split	 s = { .act = act };
	int		 rc = -1;

	if (qda_act_begin(act, false, e) == 0 &&
	    codes(&s, name, into, e) == 0 && code_places(t, e) == 0)
		rc = split(&s, t, e);
	free(s.from_name);
	free(s.into_name);
	free(s.category);
	return rc;
}
