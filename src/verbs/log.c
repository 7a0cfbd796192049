/* log.c: what was done, by whom. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/log.h"

static const struct qda_column	columns[] = {
	{ "change", QDA_CELL_NUMBER },
	{ "when", QDA_CELL_MOMENT },
	{ "coder", QDA_CELL_TEXT },
	{ "rows", QDA_CELL_NUMBER },
	{ "state", QDA_CELL_TEXT },
	{ "command", QDA_CELL_TEXT },
	{ "undoes", QDA_CELL_NUMBER },		/* from here: --long */
	{ "message", QDA_CELL_TEXT },
};

enum { N_SHORT = 6, N_LONG = 8 };

/*
 * The day, month or year, ISO, and the moment, UTC, at which it began where
 * we are; NULL for NULL.  Caller frees.
 */
static char *
beginning(const char *since, char iso[11], struct qda_err *e)
{
	char		 utc[32];
	struct tm	 tm = { .tm_mday = 1, .tm_isdst = -1 };
	time_t		 t;
	int		 year;

	if (qda_date_read(iso, since, e) < 0) {
		qda_fail_in(e, "--since");
		e->why = QDA_USAGE;
		return NULL;
	}
	sscanf(iso, "%d-%d-%d", &year, &tm.tm_mon, &tm.tm_mday);
	tm.tm_year = year - 1900;
	tm.tm_mon -= tm.tm_mon > 0;
	t = mktime(&tm);
	gmtime_r(&t, &tm);
	strftime(utc, sizeof(utc), "%Y-%m-%dT%H:%M:%SZ", &tm);
	return qda_strdup(utc);
}

int
log_asked(const struct qda_act *act, const char *coder, struct qda_err *e)
{
	char	*key, *wanted;
	int	 is = act->n_coders == 0;

	if (is || coder == NULL)
		return is;
	if (qda_text_key(&key, coder, e) < 0)
		return -1;
	for (size_t i = 0; !is && i < act->n_coders; i++) {
		if (qda_text_key(&wanted, act->coders[i], e) < 0) {
			is = -1;
			break;
		}
		is = strcmp(key, wanted) == 0;
		free(wanted);
	}
	free(key);
	return is;
}

static void
write_change(struct qda_table *t, const struct qda_change *c, bool more)
{
	qda_table_int(t, c->number);
	qda_table_text(t, c->when);
	qda_table_text(t, c->coder == NULL ? "-" : c->coder);
	qda_table_int(t, c->rows);
	qda_table_text(t, c->state);
	qda_table_text(t, c->command);
	if (!more)
		return;
	qda_table_int(t, c->undoes);
	qda_table_text(t, c->message);
}

int
qda_do_log(struct qda_act *act, const char *since, bool more,
    struct qda_err *e)
{
	struct qda_change	 c;
	struct qda_table	*t;
	struct db_rows		*walk;
	char			*from = NULL, day[11];
	int			 rc, asked;

	if (since != NULL && (from = beginning(since, day, e)) == NULL)
		return -1;
	if (act->document != NULL) {
		rc = log_document(act, since == NULL ? NULL : day, from, e);
		goto out;
	}
	rc = qda_change_list(&walk, act->db, from, e);
	if (rc < 0)
		goto out;
	t = qda_act_table(act, columns, more ? N_LONG : N_SHORT);
	while ((rc = qda_change_next(walk, &c, e)) > 0) {
		if ((asked = log_asked(act, c.coder, e)) > 0)
			write_change(t, &c, more);
		if (asked < 0) {
			rc = -1;
			break;
		}
	}
	qda_table_close(t);
out:
	free(from);
	return rc;
}
