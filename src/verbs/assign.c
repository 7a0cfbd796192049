/* assign.c: which source is given to which coder. */
#include <stdlib.h>
#include <string.h>

#include "qda/assignment.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/record.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/assign.h"

/* ---- what is asked ----------------------------------------------------- */

/* A pair, or the name of a source, which may have a "=" of its own. */
static int
divide(struct assign *a, char *const *args, size_t n, struct qda_err *e)
{
	char	**pairs = qda_alloc(n + 1, sizeof(*pairs));
	size_t	  n_pairs = 0;
	int64_t	  id;
	int	  rc = 1;

	for (size_t i = 0; i < n && rc >= 0; i++) {
		rc = strchr(args[i], '=') == NULL ? 1 :
		    qda_source_find(a->act->db, args[i], &id, e);
		if (rc == 0)
			pairs[n_pairs++] = args[i];
		else if (rc > 0)
			qda_strings_add(&a->names, args[i]);
	}
	if (rc >= 0)
		rc = qda_pairs_read(&a->pairs, pairs, n_pairs, e);
	free(pairs);
	return rc;
}

/* The day it was done: yes is today, no takes it off. */
static void
read_done(struct qda_pairs *p)
{
	char		 today[11];
	const char	*day = NULL;

	for (size_t i = 0; i < p->n; i++) {
		const struct qda_field	*f = qda_field_meant(
					    qda_assignment_fields,
					    p->at[i].key);

		if (f == NULL || strcmp(f->key, "done") != 0)
			continue;
		if (qda_text_distance(p->at[i].value, "yes") == 0 ||
		    qda_text_distance(p->at[i].value, "oui") == 0)
			day = qda_today(today);
		else if (qda_text_distance(p->at[i].value, "no") == 0 ||
		    qda_text_distance(p->at[i].value, "non") == 0)
			day = "";
		else
			continue;
		free(p->at[i].value);
		p->at[i].value = qda_strdup(day);
	}
}

static int
ask(struct assign *a, char *const *args, size_t n, bool remove,
    struct qda_err *e)
{
	if (divide(a, args, n, e) < 0)
		return -1;
	if (a->names.n == 0)
		return qda_fail(e, QDA_USAGE, _("which sources? qda source "
		    "assign CODER SOURCE... [KEY=VALUE...]"));
	if (remove && a->pairs.n > 0)
		return qda_fail(e, QDA_USAGE, _("-r takes off, it gives '%s' "
		    "no value"), a->pairs.at[0].key);
	return 0;
}

/* ---- who, and what ----------------------------------------------------- */

/* One who is new is made, as with -c; not one called as a source is. */
static int
find_coder(struct assign *a, bool remove, struct qda_err *e)
{
	struct qda_db	*db = a->act->db;
	bool		 made = false;
	int64_t		 id;
	int		 rc = qda_coder_find(db, a->coder, &a->coder_id, e);

	if (rc < 0)
		return -1;
	if (rc == 0 && (rc = qda_source_find(db, a->coder, &id, e)) != 0)
		return rc < 0 ? -1 : qda_fail(e, QDA_DATA, _("'%s' is a "
		    "source, and no coder: the coder comes first"), a->coder);
	rc = remove ? qda_coder_need(db, a->coder, &a->coder_id, e) :
	    qda_coder_make(db, a->coder, &a->coder_id, &made, e);
	if (rc < 0 || qda_coder_name(db, a->coder_id, &a->kept, e) < 0)
		return -1;
	if (made) {
		qda_act_say(a->act, _("new coder '%s'"), a->kept);
		qda_act_row(a->act, "+", a->kept, "coder");
	}
	return 0;
}

static void
add_source(struct assign *a, int64_t id)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->ids[i] == id)
			return;
	a->ids = qda_grow(a->ids, &a->cap, a->n, sizeof(*a->ids));
	a->ids[a->n++] = id;
}

static int
find_sources(struct assign *a, struct qda_err *e)
{
	int64_t	*ids;
	size_t	 n;

	for (size_t i = 0; i < a->names.n; i++) {
		if (qda_source_fitting(a->act->db, a->names.at[i], &ids, &n,
		    e) < 0)
			return -1;
		for (size_t k = 0; k < n; k++)
			add_source(a, ids[k]);
		free(ids);
	}
	return 0;
}

int
assign_find(struct assign *a, bool remove, struct qda_err *e)
{
	read_done(&a->pairs);
	return find_coder(a, remove, e) < 0 ? -1 : find_sources(a, e);
}

/* ---- the change -------------------------------------------------------- */

static int
give_one(struct assign *a, int64_t source, const char *name,
    struct qda_err *e)
{
	int64_t	 id;
	bool	 made;

	if (qda_assignment_give(a->act->db, a->coder_id, source, &id, &made,
	    e) < 0)
		return -1;
	if (made)
		qda_act_row(a->act, "+", name, a->kept);
	a->done += made;
	if (qda_set(a->act, qda_assignment_fields, id, name, &a->pairs, e) <
	    0)
		return -1;
	return qda_assignment_check(a->act->db, id, e) == 0 ? 0 :
	    qda_fail_in(e, _("'%s'"), name);
}

static int
take_one(struct assign *a, int64_t source, const char *name,
    struct qda_err *e)
{
	int	 rc = qda_assignment_take(a->act->db, a->coder_id, source, e);

	if (rc <= 0)
		return rc;
	qda_act_row(a->act, "-", name, a->kept);
	a->done++;
	return 0;
}

static int
each_source(struct assign *a, int (*one)(struct assign *, int64_t,
    const char *, struct qda_err *), struct qda_err *e)
{
	char	*name;
	int	 rc = 0;

	for (size_t i = 0; i < a->n && rc == 0; i++) {
		if (qda_source_name(a->act->db, a->ids[i], &name, e) < 0)
			return -1;
		rc = one(a, a->ids[i], name, e);
		free(name);
	}
	return rc;
}

int
assign_give(struct assign *a, struct qda_err *e)
{
	return each_source(a, give_one, e);
}

void
assign_free(struct assign *a)
{
	free(a->kept);
	free(a->ids);
	qda_strings_free(&a->names);
	qda_pairs_free(&a->pairs);
}

/* What is the case already is no change. */
static int
nothing_new(struct assign *a)
{
	qda_change_abandon(a->act->db);
	qda_act_say(a->act, ngettext("%zu source was assigned to '%s' "
	    "already", "%zu sources were assigned to '%s' already", a->n),
	    a->n, a->kept);
	return 0;
}

static int
given(struct assign *a, struct qda_err *e)
{
	size_t	 already = a->n - a->done;
	char	*keys, *set, *were;
	int	 rc;

	if (a->done == 0 && a->pairs.n == 0)
		return nothing_new(a);
	keys = qda_pairs_keys(&a->pairs);
	set = a->pairs.n == 0 ? qda_strdup("") :
	    qda_sprintf(_("; %s set"), keys);
	were = already == 0 ? qda_strdup("") : qda_sprintf(ngettext(
	    " (%zu already was)", " (%zu already were)", already), already);
	rc = a->done == 0 ? qda_act_done(a->act, e, ngettext("%zu source of "
	    "'%s': %s set", "%zu sources of '%s': %s set", a->n), a->n,
	    a->kept, keys) : qda_act_done(a->act, e, ngettext("%zu source "
	    "assigned to '%s'%s%s", "%zu sources assigned to '%s'%s%s",
	    a->done), a->done, a->kept, were, set);
	free(keys);
	free(set);
	free(were);
	return rc;
}

static int
taken(struct assign *a, struct qda_err *e)
{
	size_t	 not = a->n - a->done;
	char	*were;
	int	 rc;

	if (a->done == 0) {
		qda_change_abandon(a->act->db);
		qda_act_say(a->act, _("qda-source: none of them was assigned "
		    "to '%s', nothing taken off"), a->kept);
		return 1;
	}
	were = not == 0 ? qda_strdup("") : qda_sprintf(ngettext(
	    " (%zu was not assigned)", " (%zu were not assigned)", not), not);
	rc = qda_act_done(a->act, e, ngettext("%zu source taken off '%s'%s",
	    "%zu sources taken off '%s'%s", a->done), a->done, a->kept, were);
	free(were);
	return rc;
}

int
qda_do_source_assign(struct qda_act *act, const char *coder,
    char *const *args, size_t n, bool remove, struct qda_err *e)
{
	struct assign	 a = { .act = act, .coder = coder };
	int		 rc = -1;

	if (ask(&a, args, n, remove, e) == 0 &&
	    qda_act_begin(act, false, e) == 0 &&
	    assign_find(&a, remove, e) == 0 && (remove ?
	    each_source(&a, take_one, e) : assign_give(&a, e)) == 0)
		rc = remove ? taken(&a, e) : given(&a, e);
	assign_free(&a);
	return rc;
}

/* ---- and what there is ------------------------------------------------- */

int
qda_do_source_assigned(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "source", QDA_CELL_TEXT },
		{ "coder", QDA_CELL_TEXT },
		{ "assigned", QDA_CELL_DATE },
		{ "codings", QDA_CELL_NUMBER },
		{ "done", QDA_CELL_DATE },
		{ "blind", QDA_CELL_TEXT },
	};
	struct qda_assignment	 a;
	struct qda_table	*t;
	struct db_rows		*walk;
	char			*coders;
	int			 more = -1;

	if (qda_act_whose(act, &coders, e) < 0)
		return -1;
	if (qda_assignment_list(&walk, act->db, coders, e) == 0) {
		t = qda_act_table(act, columns, 6);
		while ((more = qda_assignment_next(walk, &a, e)) > 0) {
			qda_table_text(t, a.source);
			qda_table_text(t, a.coder);
			qda_table_text(t, a.assigned);
			qda_table_int(t, a.codings);
			qda_table_text(t, a.done);
			qda_table_text(t, a.blind == QDA_NONE ? NULL :
			    a.blind ? "yes" : "no");
		}
		qda_table_close(t);
	}
	free(coders);
	return more;
}

void
assign_record(struct qda_record *r, struct qda_assigned *a)
{
	qda_record_text(r, "assigned", a->all);
	qda_record_text(r, "done", a->done);
	qda_record_text(r, "not-coded", a->missing);
	qda_assigned_free(a);
}
