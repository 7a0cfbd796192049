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
	    &pairs, e) < 0)
		goto out;
	keys = qda_pairs_keys(&pairs);
	rc = qda_act_done(act, e, _("project: %s set"), keys);
out:
	free(keys);
	qda_pairs_free(&pairs);
	return rc;
}
