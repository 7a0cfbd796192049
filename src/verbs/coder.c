/* coder.c: who interviews, codes, supervises. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/assignment.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/record.h"
#include "qda/set.h"
#include "qda/verbs.h"
#include "verbs/assign.h"

static const struct qda_column	columns[] = {
	{ "name", QDA_CELL_TEXT },
	{ "role", QDA_CELL_LIST },
	{ "units", QDA_CELL_NUMBER },
	{ "codings", QDA_CELL_NUMBER },
	{ "sources", QDA_CELL_NUMBER },
	{ "first", QDA_CELL_DATE },
	{ "last", QDA_CELL_DATE },
};

int
qda_do_coder_list(struct qda_act *act, struct qda_err *e)
{
	bool			 dash = act->as == QDA_AS_TABLE ||
				    act->as == QDA_AS_TSV;
	struct qda_table	*t;
	struct db_rows		*walk;
	struct qda_coder	 c;
	int			 more;

	if (qda_coder_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	while ((more = qda_coder_next(walk, &c, e)) > 0) {
		qda_table_text(t, c.name);
		qda_table_joined(t, *c.roles == '\0' && dash ? "-" : c.roles);
		qda_table_int(t, c.units);
		qda_table_int(t, c.codings);
		qda_table_int(t, c.sources);
		qda_table_text(t, c.first);
		qda_table_text(t, c.last);
	}
	qda_table_close(t);
	return more;
}

static int
show_work(struct qda_record *r, struct qda_act *act, int64_t id,
    struct qda_err *e)
{
	struct db_rows		*walk;
	struct qda_coder	 c;
	int			 more;

	if (qda_coder_list(&walk, act->db, e) < 0)
		return -1;
	while ((more = qda_coder_next(walk, &c, e)) > 0) {
		if (c.id != id)
			continue;
		qda_record_int(r, "units", c.units);
		qda_record_int(r, "codings", c.codings);
		qda_record_int(r, "sources", c.sources);
		qda_record_date(r, "first", c.first);
		qda_record_date(r, "last", c.last);
	}
	return more;
}

/* What was given to the coder, and what of it is left. */
static int
show_assigned(struct qda_record *r, struct qda_act *act, int64_t id,
    struct qda_err *e)
{
	struct qda_assigned	 a;

	if (qda_assigned_sources(act->db, id, &a, e) < 0)
		return -1;
	assign_record(r, &a);
	return 0;
}

int
qda_do_coder_show(struct qda_act *act, const char *name, struct qda_err *e)
{
	struct qda_record	*r = NULL;
	char			*kept = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_coder_need(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, &kept, e) < 0)
		goto out;
	r = qda_record_open(act);
	qda_record_text(r, "name", kept);
	if (qda_record_fields(r, act, qda_coder_fields, id, e) < 0 ||
	    show_work(r, act, id, e) < 0 || show_assigned(r, act, id, e) < 0)
		goto out;
	rc = 0;
out:
	qda_record_close(r);
	free(kept);
	return rc;
}

int
qda_do_coder_add(struct qda_act *act, const char *name, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	char			*kept = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_coder_add(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, "+", kept, "coder");
	if (qda_set(act, qda_coder_fields, id, kept, &pairs, e) < 0)
		goto out;
	rc = qda_act_done(act, e, _("coder '%s' added"), kept);
out:
	free(kept);
	qda_pairs_free(&pairs);
	return rc;
}

int
qda_do_coder_set(struct qda_act *act, const char *name, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	char			*kept = NULL, *keys = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_coder_need(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, &kept, e) < 0 ||
	    qda_set(act, qda_coder_fields, id, kept, &pairs, e) < 0)
		goto out;
	keys = qda_pairs_keys(&pairs);
	rc = qda_act_done(act, e, _("coder '%s': %s set"), kept, keys);
out:
	free(keys);
	free(kept);
	qda_pairs_free(&pairs);
	return rc;
}

/*
 * Begins a change that may take away the very coder who acts: so who that is
 * is found out first.  *acting is QDA_NONE when it is no coder.
 */
static int
begin_as(struct qda_act *act, int64_t *acting, struct qda_err *e)
{
	if (qda_act_begin(act, false, e) < 0)
		return -1;
	if (act->coder != NULL)
		return qda_act_coder(act, acting, e);
	*acting = QDA_NONE;
	if (qda_coder_logged(act->db, &act->coder_name, e) < 0 ||
	    qda_coder_find(act->db, act->coder_name, acting, e) < 0)
		return -1;
	return 0;
}

/* The change is that of the coder of this id, under the name of now. */
static int
act_as(struct qda_act *act, int64_t id, struct qda_err *e)
{
	free(act->coder_name);
	act->coder_name = NULL;
	act->coder_id = id;
	return qda_coder_name(act->db, id, &act->coder_name, e);
}

int
qda_do_coder_rename(struct qda_act *act, const char *name, const char *to,
    struct qda_err *e)
{
	char	*was = NULL, *kept = NULL;
	int64_t	 id, acting;
	int	 rc = -1;

	if (begin_as(act, &acting, e) < 0 ||
	    qda_coder_need(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, &was, e) < 0 ||
	    qda_coder_rename(act->db, id, to, e) < 0 ||
	    qda_coder_name(act->db, id, &kept, e) < 0 ||
	    (acting == id && act_as(act, id, e) < 0))
		goto out;
	qda_act_row(act, ">", was, kept);
	rc = qda_act_done(act, e, _("coder '%s' is now '%s'"), was, kept);
out:
	free(was);
	free(kept);
	return rc;
}

/*
 * One coder's work becomes another's: what it was is added to the counts,
 * whose it was replaces *from.
 */
static int
merge_one(struct qda_act *act, const char *name, int64_t into,
    const char *kept, int64_t *acting, struct qda_coder_merged *all,
    char **from, struct qda_err *e)
{
	struct qda_coder_merged	 m;
	int64_t			 id;

	free(*from);
	*from = NULL;
	if (qda_coder_need(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, from, e) < 0)
		return -1;
	if (id == into)
		return qda_fail(e, QDA_DATA,
		    _("'%s' and '%s' are the same coder"), name, kept);
	if (*acting == id && act_as(act, *acting = into, e) < 0)
		return -1;
	if (qda_coder_merge(act->db, id, into, &m, e) < 0)
		return -1;
	qda_act_row(act, ">", *from, kept);
	all->units += m.units;
	all->same_units += m.same_units;
	all->codings += m.codings;
	all->same_codings += m.same_codings;
	all->differing += m.differing;
	return 0;
}

static int
say_merged(struct qda_act *act, size_t n, const char *name, const char *into,
    const struct qda_coder_merged *m, struct qda_err *e)
{
	char	*counts = qda_sprintf(_("units %" PRId64 " (%" PRId64 " at "
		    "the same place), codings %" PRId64 " (%" PRId64
		    " the same)"), m->units, m->same_units, m->codings,
		    m->same_codings);
	int	 rc;

	if (m->differing > 0)
		qda_act_say(act, ngettext("%" PRId64 " coding of both differs "
		    "in stance or position: that of '%s' is kept",
		    "%" PRId64 " codings of both differ in stance or "
		    "position: those of '%s' are kept",
		    (unsigned long)m->differing), m->differing, into);
	rc = n == 1 ? qda_act_done(act, e, _("coder '%s' merged into '%s': "
	    "%s"), name, into, counts) : qda_act_done(act, e, _("%zu coders "
	    "merged into '%s': %s"), n, into, counts);
	free(counts);
	return rc;
}

int
qda_do_coder_merge(struct qda_act *act, char *const *names, size_t n,
    const char *into, struct qda_err *e)
{
	struct qda_coder_merged	 all = { 0 };
	char			*kept = NULL, *from = NULL;
	int64_t			 id, acting;
	int			 rc = -1;

	if (begin_as(act, &acting, e) < 0 ||
	    qda_coder_need(act->db, into, &id, e) < 0 ||
	    qda_coder_name(act->db, id, &kept, e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++)
		if (merge_one(act, names[i], id, kept, &acting, &all, &from,
		    e) < 0)
			goto out;
	rc = say_merged(act, n, from, kept, &all, e);
out:
	free(from);
	free(kept);
	return rc;
}

/* Whom it was replaces *kept. */
static int
delete_one(struct qda_act *act, const char *name, char **kept,
    struct qda_err *e)
{
	int64_t	 id;

	free(*kept);
	*kept = NULL;
	if (qda_coder_need(act->db, name, &id, e) < 0 ||
	    qda_coder_name(act->db, id, kept, e) < 0 ||
	    qda_coder_delete(act->db, id, e) < 0)
		return -1;
	qda_act_row(act, "-", *kept, "coder");
	return 0;
}

int
qda_do_coder_delete(struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	char	*kept = NULL;
	int64_t	 acting;
	int	 rc = begin_as(act, &acting, e);

	for (size_t i = 0; i < n && rc == 0; i++)
		rc = delete_one(act, names[i], &kept, e);
	if (rc == 0)
		rc = n == 1 ? qda_act_done(act, e, _("coder '%s' deleted"),
		    kept) : qda_act_done(act, e, _("%zu coders deleted"), n);
	free(kept);
	return rc;
}
