/* participant.c: who was approached, one by one. */
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/record.h"
#include "qda/set.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/attribute.h"
#include "verbs/participant.h"

static const char	noun[] = "participant";

int
participant_name_check(const char *name, struct qda_err *e)
{
	return *name != '@' ? 0 : qda_fail(e, QDA_DATA, _("'%.200s' cannot be "
	    "the name of a participant: '@' begins that of an attribute"),
	    name);
}

/* ---- one in full ------------------------------------------------------- */

static int
show_work(struct qda_record *r, struct qda_act *act, int64_t id,
    const char *coders, struct qda_err *e)
{
	struct qda_participant	 p;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, act->db, coders, e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &p, e)) > 0) {
		if (p.id != id)
			continue;
		qda_record_int(r, "sources", p.sources);
		qda_record_int(r, "units", p.units);
		qda_record_duration(r, "duration", p.duration);
	}
	return more;
}

static int
show_one(struct qda_act *act, const struct qda_attributes *list, int64_t id,
    const char *coders, struct qda_err *e)
{
	struct qda_record	*r;
	char			*name;
	int			 rc = -1;

	if (qda_participant_name(act->db, id, &name, e) < 0)
		return -1;
	r = qda_record_open(act);
	qda_record_text(r, "name", name);
	if (qda_record_fields(r, act, qda_participant_fields, id, e) == 0 &&
	    attribute_put(r, act, list, id, e) == 0)
		rc = show_work(r, act, id, coders, e);
	qda_record_close(r);
	free(name);
	return rc;
}

int
qda_do_participant_show(struct qda_act *act, const char *name,
    struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	char			*coders = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_attributes_get(&list, act->db, noun, e) < 0 ||
	    qda_act_whose(act, &coders, e) < 0)
		goto out;
	if (*name == '@')
		rc = attribute_show(act, &list, name + 1, e);
	else if (qda_participant_need(act->db, name, &id, e) >= 0)
		rc = show_one(act, &list, id, coders, e);
out:
	qda_attributes_free(&list);
	free(coders);
	return rc;
}

/* ---- add and set ------------------------------------------------------- */

int
qda_do_participant_add(struct qda_act *act, const char *name,
    char *const *args, size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_attributes	 list = { 0 };
	char			*kept = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (participant_name_check(name, e) < 0 ||
	    qda_pairs_read(&pairs, args, n, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_attributes_get(&list, act->db, noun, e) < 0 ||
	    qda_participant_add(act->db, name, &id, e) < 0 ||
	    qda_participant_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, "+", kept, noun);
	if (qda_set_all(act, qda_participant_fields, &list, id, kept, &pairs,
	    e) < 0)
		goto out;
	rc = qda_act_done(act, e, _("participant '%s' added"), kept);
out:
	free(kept);
	qda_attributes_free(&list);
	qda_pairs_free(&pairs);
	return rc;
}

static int
set_one(struct qda_act *act, struct qda_attributes *list, const char *name,
    const struct qda_pairs *pairs, struct qda_err *e)
{
	char	*kept = NULL, *keys = NULL;
	int64_t	 id;
	int	 rc = -1;

	if (qda_participant_need(act->db, name, &id, e) < 0 ||
	    qda_participant_name(act->db, id, &kept, e) < 0 ||
	    qda_set_all(act, qda_participant_fields, list, id, kept, pairs,
	    e) < 0)
		goto out;
	keys = qda_pairs_keys(pairs);
	rc = qda_act_done(act, e, _("participant '%s': %s set"), kept, keys);
out:
	free(kept);
	free(keys);
	return rc;
}

int
qda_do_participant_set(struct qda_act *act, const char *name,
    char *const *args, size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_attributes	 list = { 0 };
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) == 0 &&
	    qda_act_begin(act, false, e) == 0 &&
	    qda_attributes_get(&list, act->db, noun, e) == 0)
		rc = *name == '@' ?
		    attribute_set(act, &list, name + 1, &pairs, e) :
		    set_one(act, &list, name, &pairs, e);
	qda_attributes_free(&list);
	qda_pairs_free(&pairs);
	return rc;
}

/* ---- rename and delete ------------------------------------------------- */

static int
rename_one(struct qda_act *act, const char *name, const char *to,
    struct qda_err *e)
{
	char	*was = NULL, *kept = NULL;
	int64_t	 id;
	int	 rc = -1;

	if (participant_name_check(to, e) < 0 ||
	    qda_participant_need(act->db, name, &id, e) < 0 ||
	    qda_participant_name(act->db, id, &was, e) < 0 ||
	    qda_participant_rename(act->db, id, to, e) < 0 ||
	    qda_participant_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, ">", was, kept);
	rc = qda_act_done(act, e, _("participant '%s' is now '%s'"), was,
	    kept);
out:
	free(was);
	free(kept);
	return rc;
}

int
qda_do_participant_rename(struct qda_act *act, const char *name,
    const char *to, struct qda_err *e)
{
	if (qda_act_begin(act, false, e) < 0)
		return -1;
	return *name == '@' ? attribute_rename(act, noun, name + 1,
	    to + (*to == '@'), e) : rename_one(act, name, to, e);
}

/* Who, or which attribute, it was replaces *kept. */
static int
delete_one(struct qda_act *act, const char *name, char **kept,
    struct qda_err *e)
{
	int64_t	 id;

	free(*kept);
	*kept = NULL;
	if (*name == '@') {
		*kept = qda_strdup(name + 1);
		return attribute_delete(act, noun, name + 1, e);
	}
	if (qda_participant_need(act->db, name, &id, e) < 0 ||
	    qda_participant_name(act->db, id, kept, e) < 0 ||
	    qda_participant_delete(act->db, id, e) < 0)
		return -1;
	qda_act_row(act, "-", *kept, noun);
	return 0;
}

int
qda_do_participant_delete(struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	char	*kept = NULL;
	int	 rc = qda_act_begin(act, false, e);

	for (size_t i = 0; i < n && rc == 0; i++)
		rc = delete_one(act, names[i], &kept, e);
	if (rc == 0 && n > 1)
		rc = qda_act_done(act, e, _("%zu deleted; 'qda undo' brings "
		    "them back"), n);
	else if (rc == 0)
		rc = *names[0] == '@' ? qda_act_done(act, e, _("attribute "
		    "'%s' deleted; 'qda undo' brings it back"), kept) :
		    qda_act_done(act, e, _("participant '%s' deleted; 'qda "
		    "undo' brings it back"), kept);
	free(kept);
	return rc;
}
