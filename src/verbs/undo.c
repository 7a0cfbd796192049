/* undo.c: a change taken back, and brought back. */
#include <stdlib.h>

#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/sound.h"
#include "qda/text.h"
#include "qda/verbs.h"

/* A dry run's rows: the change, then what it does to each table. */
static void
write_rows(struct qda_act *act, int64_t number, const char *command,
    bool redo)
{
	const struct qda_change_rows	*rows;
	size_t				 n = qda_change_rows(act->db, &rows);
	char				*what = qda_sprintf("change %lld",
					    (long long)number), count[24];

	qda_act_row(act, redo ? "+" : "-", what, command);
	free(what);
	for (size_t i = 0; i < n; i++) {
		const int64_t	 by[3] = { rows[i].added, rows[i].changed,
				    rows[i].removed };

		for (int k = 0; k < 3; k++) {
			if (by[k] == 0)
				continue;
			snprintf(count, sizeof(count), "%lld",
			    (long long)by[k]);
			qda_act_row(act, k == 0 ? "+" : k == 1 ? "~" : "-",
			    rows[i].table, count);
		}
	}
}

static void
say(struct qda_act *act, int64_t number, const char *command, bool redo)
{
	long long	 n = (long long)number;

	if (act->dry_run)
		qda_act_say(act, redo ?
		    _("not done (dry run): change %lld done again: %s") :
		    _("not done (dry run): change %lld undone: %s"), n,
		    command);
	else if (redo)
		qda_act_say(act, _("change %lld done again: %s; 'qda undo "
		    "%lld' takes it back"), n, command, n);
	else
		qda_act_say(act, _("change %lld undone: %s; 'qda redo' brings "
		    "it back"), n, command);
}

/* Under which name it is logged; nobody is made for that. */
static int
logged(const struct qda_act *act, char **name, struct qda_err *e)
{
	int64_t	 id;
	int	 rc;

	if (act->coder == NULL)
		return qda_coder_logged(act->db, name, e);
	rc = qda_coder_find(act->db, act->coder, &id, e);
	if (rc > 0)
		return qda_coder_name(act->db, id, name, e);
	return rc < 0 ? -1 : qda_text_name(name, act->coder, _("coder"), e);
}

/* What is open is looked at, then recorded or taken back. */
static int
finish(struct qda_act *act, int64_t number, bool redo, struct qda_err *e)
{
	char	*command = NULL, *coder = NULL;
	int64_t	 entry;
	int	 rc = -1;

	if (qda_change_command(&command, act->db, number, e) < 0 ||
	    logged(act, &coder, e) < 0)
		goto out;
	if (act->dry_run)
		write_rows(act, number, command, redo);
	else if (qda_change_commit(act->db, coder, NULL, act->message, &entry,
	    e) < 0)
		goto out;
	say(act, number, command, redo);
	rc = 0;
out:
	qda_change_abandon(act->db);
	free(command);
	free(coder);
	return rc;
}

static int
turn(struct qda_act *act, int64_t number, bool redo, struct qda_err *e)
{
	struct qda_soundness	 before;
	bool			 middle = number != 0;
	int			 rc;

	if (middle && qda_sound_count(act->db, &before, e) < 0)
		return -1;
	rc = redo ? qda_change_redo(act->db, &number, e) :
	    qda_change_undo(act->db, &number, e);
	if (rc < 0)
		return -1;
	if (rc == 0) {
		qda_act_say(act, redo ? _("nothing to redo") :
		    _("nothing to undo"));
		return 1;
	}
	if (middle && qda_sound_still(act->db, &before, number, e) < 0) {
		qda_change_abandon(act->db);
		return -1;
	}
	return finish(act, number, redo, e);
}

int
qda_do_undo(struct qda_act *act, int64_t number, struct qda_err *e)
{
	return turn(act, number, false, e);
}

int
qda_do_redo(struct qda_act *act, int64_t number, struct qda_err *e)
{
	return turn(act, number, true, e);
}
