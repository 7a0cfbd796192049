/* status.c: the study in a few numbers. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/incidence.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/saturation.h"
#include "qda/status.h"
#include "study/facts.h"
#include "study/sql.h"

enum { NUMBERS, UNCODED, LAST_CHANGE };

enum { NAMED = 5 };		/* sources, of those that are not coded */

const char *const qda_status_sql[] = {
	[NUMBERS] = "SELECT (SELECT title FROM project),"
		" (SELECT count(*) FROM source),"
		" (SELECT count(*) FROM participant"
		"  WHERE outcome IN ('included', 'withdrew')),"
		" (SELECT count(*) FROM participant"
		"  WHERE outcome NOT IN ('included', 'withdrew')),"
		" (SELECT count(*) FROM unit),"
		" (SELECT count(*) FROM code WHERE kind = 'property'),"
		" (SELECT count(*) FROM coding),"
		" (SELECT count(*) FROM code WHERE kind = 'category'),"
		" (SELECT count(*) FROM code WHERE kind = 'property' AND"
		"  NOT EXISTS (SELECT 1 FROM grouping WHERE member = code.id)),"
		" (SELECT count(*) FROM answer WHERE checklist = 'coreq' AND"
		"  (text IS NOT NULL OR state = 'accepted'))",
	/* of nobody, then of each coder to whom it was given */
	[UNCODED] = "SELECT name, NULL, NULL AS who, position, id FROM source"
		" WHERE NOT EXISTS (SELECT 1 FROM unit"
		"  WHERE unit.source = source.id)"
		" AND NOT EXISTS (SELECT 1 FROM assignment AS a"
		"  WHERE a.source = source.id) UNION ALL"
		" SELECT source.name, coder.name, coder.id, position,"
		" source.id FROM assignment AS a"
		" JOIN source ON source.id = a.source"
		" JOIN coder ON coder.id = a.coder WHERE done IS NULL"
		" AND NOT EXISTS (SELECT 1 FROM unit"
		"  WHERE unit.source = a.source AND unit.coder = a.coder)"
		" ORDER BY who, position, id",
	[LAST_CHANGE] = "SELECT id, created, coder, command FROM history"
		" WHERE state = 'done' ORDER BY id DESC LIMIT 1",
	NULL
};

static int
numbers(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;

	if (facts_row(&rows, db, qda_status_sql[NUMBERS], NULL, e) < 0)
		return -1;
	s->title = qda_strdup(db_text(rows, 0));
	s->sources = db_int(rows, 1);
	s->participants = db_int(rows, 2);
	s->not_included = db_int(rows, 3);
	s->verbatims = db_int(rows, 4);
	s->properties = db_int(rows, 5);
	s->codings = db_int(rows, 6);
	s->categories = db_int(rows, 7);
	s->loose = db_int(rows, 8);
	s->answered = db_int(rows, 9);
	db_stop(rows);
	return 0;
}

/* "P10, P11; P3, P4 (Noé)": whose the last ones are comes behind them. */
static void
put_uncoded(FILE *f, struct db_rows *rows, char **last)
{
	const char	*who = db_text(rows, 1);
	bool		 same = *last == NULL ? who == NULL :
			    strcmp(*last, who) == 0;

	if (!same && *last != NULL)
		fprintf(f, " (%s)", *last);
	if (ftell(f) > 0)
		fputs(same ? ", " : "; ", f);
	fputs(db_text(rows, 0), f);
	if (same)
		return;
	free(*last);
	*last = qda_strdup(who);
}

static void
and_more(char **names, size_t more)
{
	char	*first = *names;

	*names = qda_sprintf(ngettext("%s and %zu more", "%s and %zu more",
	    more), first, more);
	free(first);
}

static int
uncoded(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;
	struct qda_mem	 m;
	char		*last = NULL;
	int		 more;

	if (db_ask(&rows, db, e, qda_status_sql[UNCODED], "") < 0)
		return -1;
	qda_mem_open(&m);
	while ((more = db_next(rows, e)) > 0) {
		if (s->n_uncoded++ < NAMED)
			put_uncoded(m.f, rows, &last);
		s->n_assigned += db_int(rows, 2) != QDA_NONE;
	}
	if (last != NULL)
		fprintf(m.f, " (%s)", last);
	free(last);
	s->uncoded = qda_mem_text(&m);
	if (s->n_uncoded > NAMED)
		and_more(&s->uncoded, (size_t)(s->n_uncoded - NAMED));
	return more;
}

/* As qda saturation says it. */
static int
last_new(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct qda_incidence	 in;
	struct qda_saturation	 x;

	if (qda_incidence_read(&in, db, NULL, 0, e) < 0)
		return -1;
	qda_saturation_matrix(&x, in.matrix, NULL, in.properties.n,
	    in.interviews.n);
	if (x.last_new > 0) {
		s->last_new = qda_strdup(in.interviews.at[x.last_new - 1]);
		s->since = (int64_t)(x.interviews - x.last_new);
	}
	qda_saturation_free(&x);
	qda_incidence_free(&in);
	return 0;
}

static int
last_change(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 rc;

	s->change = QDA_NONE;
	if (db_ask(&rows, db, e, qda_status_sql[LAST_CHANGE], "") < 0 ||
	    (rc = db_next(rows, e)) < 0)
		return -1;
	if (rc > 0) {
		s->change = db_int(rows, 0);
		s->when = qda_strdup(db_text(rows, 1));
		s->who = qda_strdup(db_text(rows, 2));
		s->what = qda_strdup(db_text(rows, 3));
		db_stop(rows);
	}
	return 0;
}

int
qda_status_get(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	memset(s, 0, sizeof(*s));
	if (numbers(db, s, e) < 0 || uncoded(db, s, e) < 0 ||
	    last_new(db, s, e) < 0 || last_change(db, s, e) < 0)
		return -1;
	return 0;
}

void
qda_status_free(struct qda_status *s)
{
	free(s->title);
	free(s->uncoded);
	free(s->last_new);
	free(s->when);
	free(s->who);
	free(s->what);
}
