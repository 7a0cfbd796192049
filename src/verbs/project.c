/* project.c: what the study is, shown and set. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/project.h"
#include "qda/record.h"
#include "qda/set.h"
#include "qda/verbs.h"

int
qda_do_project_show(struct qda_act *act, struct qda_err *e)
{
	struct qda_record	*r = qda_record_open(act);
	int			 rc;

	rc = qda_record_fields(r, act, qda_project_fields, QDA_PROJECT_ID, e);
	qda_record_close(r);
	return rc;
}

/* A rule without a date looks like one chosen after the fact: a word on it. */
static int
ask_for_date(struct qda_act *act, struct qda_err *e)
{
	const struct qda_field	*f = qda_project_fields;
	char			*rule = NULL, *date = NULL;
	int			 rc = -1;

	if (qda_field_get(&rule, act->db, qda_field_named(f, "stopping-rule"),
	    QDA_PROJECT_ID, e) < 0 || qda_field_get(&date, act->db,
	    qda_field_named(f, "stopping-declared"), QDA_PROJECT_ID, e) < 0)
		goto out;
	if (rule != NULL && date == NULL)
		qda_act_say(act, _("when was the rule declared? 'qda project "
		    "set stopping-declared=DATE'"));
	rc = 0;
out:
	free(rule);
	free(date);
	return rc;
}

int
qda_do_project_set(struct qda_act *act, char *const *args, size_t n,
    struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	char			*keys = NULL;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_set(act, qda_project_fields, QDA_PROJECT_ID, "project",
	    &pairs, e) < 0 || ask_for_date(act, e) < 0)
		goto out;
	keys = qda_pairs_keys(&pairs);
	rc = qda_act_done(act, e, _("project: %s set"), keys);
out:
	free(keys);
	qda_pairs_free(&pairs);
	return rc;
}
