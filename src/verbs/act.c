/* act.c: how a change is made, and what is said of it. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "qda/act.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"

int
qda_act_begin(struct qda_act *act, bool appends, struct qda_err *e)
{
	return qda_change_begin(act->db, appends, e);
}

int
qda_act_coder(struct qda_act *act, int64_t *id, struct qda_err *e)
{
	bool	 made = false;

	if (act->coder_name == NULL && qda_coder_acting(act->db, act->coder,
	    &act->coder_id, &act->coder_name, &made, e) < 0)
		return -1;
	if (made) {
		qda_act_say(act, _("new coder '%s'"), act->coder_name);
		qda_act_row(act, "+", act->coder_name, "coder");
	}
	*id = act->coder_id;
	return 0;
}

void
qda_act_row(struct qda_act *act, const char *action, const char *what,
    const char *detail)
{
	if (!act->dry_run)
		return;
	qda_tsv_text(act->out, action);
	fputc('\t', act->out);
	qda_tsv_text(act->out, what);
	fputc('\t', act->out);
	qda_tsv_text(act->out, detail == NULL ? "" : detail);
	fputc('\n', act->out);
}

void
qda_act_say(struct qda_act *act, const char *fmt, ...)
{
	va_list	 ap;

	if (act->quiet)
		return;
	va_start(ap, fmt);
	vfprintf(act->say, fmt, ap);
	va_end(ap);
	fputc('\n', act->say);
}

/*
 * Who is logged.  A name that was given becomes a coder; the login name only
 * when the change needed one.
 */
static int
logged(struct qda_act *act, struct qda_err *e)
{
	int64_t	 coder;

	if (act->coder_name != NULL || act->coder != NULL)
		return qda_act_coder(act, &coder, e);
	return qda_coder_logged(act->db, &act->coder_name, e);
}

int
qda_act_done(struct qda_act *act, struct qda_err *e, const char *fmt, ...)
{
	int64_t	 number = 0;
	char	*sentence;
	va_list	 ap;

	va_start(ap, fmt);
	if (vasprintf(&sentence, fmt, ap) < 0)
		abort();
	va_end(ap);
	if (act->dry_run) {
		qda_change_abandon(act->db);
		qda_act_say(act, _("not done (dry run): %s"), sentence);
		free(sentence);
		return 0;
	}
	if (logged(act, e) < 0 || qda_change_commit(act->db, act->coder_name,
	    act->command, act->message, &number, e) < 0) {
		free(sentence);
		return -1;
	}
	if (number == 0)
		qda_act_say(act, _("nothing to change: %s"), sentence);
	else
		qda_act_say(act, _("change %lld: %s"), (long long)number,
		    sentence);
	free(sentence);
	return 0;
}

int
qda_act_whose(struct qda_act *act, char **ids, struct qda_err *e)
{
	struct qda_mem	 m;
	int64_t		 id;

	*ids = NULL;
	if (act->n_coders == 0)
		return 0;
	fputc('[', qda_mem_open(&m));
	for (size_t i = 0; i < act->n_coders; i++) {
		if (qda_coder_need(act->db, act->coders[i], &id, e) < 0) {
			free(qda_mem_text(&m));
			return -1;
		}
		fprintf(m.f, "%s%" PRId64, i > 0 ? "," : "", id);
	}
	fputc(']', m.f);
	*ids = qda_mem_text(&m);
	return 0;
}

struct qda_table *
qda_act_table(struct qda_act *act, const struct qda_column *columns, size_t n)
{
	return qda_table_open(act->out, act->as, act->header, columns, n,
	    act->width);
}

void
qda_act_left(struct qda_act *act, size_t left)
{
	if (left > 0)
		qda_act_say(act, ngettext("%zu column more than fits is left "
		    "out; -o csv has all", "%zu columns more than fit are "
		    "left out; -o csv has all", left), left);
}

void
qda_act_free(struct qda_act *act)
{
	free(act->coder_name);
	act->coder_name = NULL;
}
