/* source_change.c: sources set, renamed, put in order, deleted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/source.h"
#include "qda/source_table.h"
#include "qda/verbs.h"
#include "verbs/attribute.h"
#include "verbs/load.h"
#include "verbs/source.h"

int
source_attribute(struct qda_act *act, const char *name, struct qda_err *e)
{
	int64_t	 id;
	int	 rc;

	if (*name != '@')
		return 0;
	rc = qda_source_find(act->db, name, &id, e);
	return rc < 0 ? -1 : rc == 0;
}

static int
set_one(struct qda_act *act, struct qda_attributes *list, const char *name,
    const struct qda_pairs *pairs, struct qda_err *e)
{
	char	*kept = NULL, *keys;
	int64_t	 id;
	int	 rc = -1;

	if (qda_source_need(act->db, name, &id, e) < 0 ||
	    qda_source_name(act->db, id, &kept, e) < 0)
		goto out;
	for (size_t i = 0; i < pairs->n; i++)
		if (load_announce(act, qda_field_meant(qda_source_fields,
		    pairs->at[i].key), pairs->at[i].value, e) < 0)
			goto out;
	if (qda_set_all(act, qda_source_fields, list, id, kept, pairs,
	    e) == 0) {
		keys = qda_pairs_keys(pairs);
		rc = qda_act_done(act, e, _("source '%s': %s set"), kept,
		    keys);
		free(keys);
	}
out:
	free(kept);
	return rc;
}

int
qda_do_source_set(struct qda_act *act, const char *name, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_attributes	 list = { 0 };
	int			 rc = -1, attribute;

	if (qda_pairs_read(&pairs, args, n, e) == 0 &&
	    qda_act_begin(act, false, e) == 0 &&
	    qda_attributes_get(&list, act->db, "source", e) == 0 &&
	    (attribute = source_attribute(act, name, e)) >= 0)
		rc = attribute > 0 ?
		    attribute_set(act, &list, name + 1, &pairs, e) :
		    set_one(act, &list, name, &pairs, e);
	qda_attributes_free(&list);
	qda_pairs_free(&pairs);
	return rc;
}

static int
rename_one(struct qda_act *act, const char *name, const char *to,
    struct qda_err *e)
{
	char	*was = NULL, *kept = NULL;
	int64_t	 id;
	int	 rc = -1;

	if (qda_source_need(act->db, name, &id, e) < 0 ||
	    qda_source_name(act->db, id, &was, e) < 0 ||
	    qda_source_rename(act->db, id, to, e) < 0 ||
	    qda_source_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, ">", was, kept);
	if (strcmp(was, kept) == 0) {
		qda_change_abandon(act->db);
		qda_act_say(act, _("source '%s' has that name already"), was);
		rc = 0;
	} else
		rc = qda_act_done(act, e, _("source '%s' is now '%s'"), was,
		    kept);
out:
	free(was);
	free(kept);
	return rc;
}

int
qda_do_source_rename(struct qda_act *act, const char *name, const char *to,
    struct qda_err *e)
{
	int	 attribute;

	if (qda_act_begin(act, false, e) < 0 ||
	    (attribute = source_attribute(act, name, e)) < 0)
		return -1;
	return attribute > 0 ? attribute_rename(act, "source", name + 1,
	    to + (*to == '@'), e) : rename_one(act, name, to, e);
}

/* Every source: where it is, and where it shall be. */
struct place {
	int64_t	 id, was, rank;
	char	*name;
};
struct places {
	struct place	*at;
	size_t		 n, cap;
};

static int
list_places(struct places *p, struct qda_act *act, struct qda_err *e)
{
	struct qda_source	 s;
	struct db_rows		*walk;
	int			 more;

	if (qda_source_list(&walk, act->db, false, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0) {
		p->at = qda_grow(p->at, &p->cap, p->n, sizeof(*p->at));
		p->at[p->n] = (struct place){ s.id, s.position,
		    INT32_MAX + (int64_t)p->n, qda_strdup(s.name) };
		p->n++;
	}
	return more;
}

static int
rank_first(struct places *p, struct qda_act *act, char *const *names,
    size_t n, struct qda_err *e)
{
	int64_t	 id;

	for (size_t i = 0; i < n; i++) {
		if (qda_source_need(act->db, names[i], &id, e) < 0)
			return -1;
		for (size_t k = 0; k < p->n; k++) {
			if (p->at[k].id != id)
				continue;
			if (p->at[k].rank < INT32_MAX)
				return qda_fail(e, QDA_USAGE,
				    _("'%s' is given twice"), names[i]);
			p->at[k].rank = (int64_t)i;
		}
	}
	return 0;
}

static int
by_rank(const void *a, const void *b)
{
	const struct place	*x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* How many were moved, or -1. */
static int
move_all(struct places *p, struct qda_act *act, struct qda_err *e)
{
	char	 position[32];
	int	 moved = 0;

	qsort(p->at, p->n, sizeof(*p->at), by_rank);
	for (size_t i = 0; i < p->n; i++) {
		if (p->at[i].was == (int64_t)i + 1)
			continue;
		if (qda_source_move(act->db, p->at[i].id, (int64_t)i + 1,
		    e) < 0)
			return -1;
		snprintf(position, sizeof(position), "order=%zu", i + 1);
		qda_act_row(act, "=", p->at[i].name, position);
		moved++;
	}
	return moved;
}

int
qda_do_source_order(struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	struct places	 p = { NULL, 0, 0 };
	int		 rc = -1, moved;

	if (qda_act_begin(act, false, e) < 0 ||
	    list_places(&p, act, e) < 0 ||
	    rank_first(&p, act, names, n, e) < 0 ||
	    (moved = move_all(&p, act, e)) < 0)
		goto out;
	if (moved > 0)
		rc = qda_act_done(act, e, ngettext("%d source moved in the "
		    "order", "%d sources moved in the order",
		    (unsigned long)moved), moved);
	else {
		qda_change_abandon(act->db);
		qda_act_say(act, _("the sources are in that order already"));
		rc = 0;
	}
out:
	for (size_t i = 0; i < p.n; i++)
		free(p.at[i].name);
	free(p.at);
	return rc;
}

/* ", 12 verbatims" when there are any. */
#define PUT(f, one, many, n) do { \
		if ((n) > 0) \
			fprintf(f, ngettext(one, many, (unsigned long)(n)), \
			    (n)); \
	} while (0)

static char *
what_went(const struct qda_source_gone *gone)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	PUT(m.f, ", %" PRId64 " turn", ", %" PRId64 " turns", gone->turns);
	PUT(m.f, ", %" PRId64 " verbatim", ", %" PRId64 " verbatims",
	    gone->units);
	PUT(m.f, ", %" PRId64 " coding", ", %" PRId64 " codings",
	    gone->codings);
	PUT(m.f, ", %" PRId64 " quotation", ", %" PRId64 " quotations",
	    gone->quotations);
	PUT(m.f, ", %" PRId64 " verdict", ", %" PRId64 " verdicts",
	    gone->verdicts);
	PUT(m.f, ", %" PRId64 " link of a memo (the memo stays)",
	    ", %" PRId64 " links of memos (the memos stay)", gone->memos);
	return qda_mem_text(&m);
}

/* What it was replaces *kept. */
static int
delete_one(struct qda_act *act, const char *name, char **kept,
    struct qda_source_gone *gone, struct qda_err *e)
{
	int64_t	 id;
	int	 attribute = source_attribute(act, name, e);

	free(*kept);
	*kept = NULL;
	if (attribute > 0) {
		*kept = qda_strdup(name);
		return attribute_delete(act, "source", name + 1, e);
	}
	if (attribute < 0 || qda_source_need(act->db, name, &id, e) < 0 ||
	    qda_source_name(act->db, id, kept, e) < 0)
		return -1;
	qda_act_row(act, "-", *kept, "source");
	return qda_source_delete(act->db, id, gone, e);
}

int
qda_do_source_delete(struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	struct qda_source_gone	 gone = { 0 };
	char			*kept = NULL, *went;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (delete_one(act, names[i], &kept, &gone, e) < 0)
			goto out;
	went = what_went(&gone);
	rc = n == 1 ? qda_act_done(act, e, _("'%s' deleted%s; 'qda undo' "
	    "brings it back"), kept, went) : qda_act_done(act, e, _("%zu "
	    "deleted%s; 'qda undo' brings them back"), n, went);
	free(went);
out:
	free(kept);
	return rc;
}
