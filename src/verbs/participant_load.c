/* participant_load.c: participants from a table, and to one. */
#include "qda/lang.h"
#include "qda/participant.h"
#include "qda/verbs.h"
#include "verbs/load.h"
#include "verbs/participant.h"

static int
find(struct qda_act *act, const char *name, int64_t *id, struct qda_err *e)
{
	bool	 made;

	if (participant_name_check(name, e) < 0 ||
	    qda_participant_make(act->db, name, id, &made, e) < 0)
		return -1;
	if (made)
		qda_act_row(act, "+", name, "participant");
	return made;
}

static int
list(struct qda_act *act, struct load_list *rows, struct qda_err *e)
{
	struct qda_participant	 p;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, act->db, "[]", e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &p, e)) > 0)
		load_list_add(rows, p.id, p.name);
	return more;
}

static const struct load_noun	noun = {
	"participant", qda_participant_fields, find, list
};

int
qda_do_participant_load(struct qda_act *act, const char *path,
    struct qda_err *e)
{
	struct load_result	 done;

	if (load_table(act, &noun, path, &done, e) < 0)
		return -1;
	if (done.attributes)
		return load_types_done(act, &done, e);
	return qda_act_done(act, e, ngettext("%zu participant loaded "
	    "(new: %zu)", "%zu participants loaded (new: %zu)", done.rows),
	    done.rows, done.made);
}

int
qda_do_participant_dump(struct qda_act *act, bool attributes,
    struct qda_err *e)
{
	return attributes ? load_types_dump(act, &noun, e) :
	    load_dump(act, &noun, e);
}
