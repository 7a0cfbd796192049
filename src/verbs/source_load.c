/* source_load.c: what is known of all sources, from a table and to one. */
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/verbs.h"
#include "verbs/load.h"

/* No source is made by a table: it has no text. */
static int
find(struct qda_act *act, const char *name, int64_t *id, struct qda_err *e)
{
	return qda_source_need(act->db, name, id, e) < 0 ? -1 : 0;
}

static int
list(struct qda_act *act, struct load_list *rows, struct qda_err *e)
{
	struct qda_source	 s;
	struct db_rows		*walk;
	int			 more;

	if (qda_source_list(&walk, act->db, false, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0)
		load_list_add(rows, s.id, s.name);
	return more;
}

static const struct load_noun	noun = {
	"source", qda_source_fields, find, list
};

int
qda_do_source_load(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct load_result	 done;

	if (load_table(act, &noun, path, &done, e) < 0)
		return -1;
	if (done.attributes)
		return load_types_done(act, &done, e);
	if (done.values == 0) {
		qda_change_abandon(act->db);
		qda_act_say(act, _("nothing to change: all is as '%s' says"),
		    path);
		return 0;
	}
	return qda_act_done(act, e, ngettext("%zu source, values changed: "
	    "%zu", "%zu sources, values changed: %zu", done.rows), done.rows,
	    done.values);
}

int
qda_do_source_dump(struct qda_act *act, bool attributes, struct qda_err *e)
{
	return attributes ? load_types_dump(act, &noun, e) :
	    load_dump(act, &noun, e);
}
