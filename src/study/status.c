/* status.c: the study in a few numbers. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/mem.h"
#include "qda/status.h"
#include "study/sql.h"

enum { NUMBERS, UNCODED, LAST_NEW, LAST_CHANGE };

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
	[UNCODED] = "SELECT name FROM source WHERE NOT EXISTS"
		" (SELECT 1 FROM unit WHERE unit.source = source.id)"
		" ORDER BY position, id",
	[LAST_NEW] = "WITH seen AS (SELECT code, source FROM coding"
		"  JOIN code ON code.id = coding.code"
		"  WHERE coding.coder = ?1 AND code.kind = 'property'"
		"  GROUP BY code, source),"
		" first AS (SELECT min(position) AS p FROM seen"
		"  JOIN source ON source.id = seen.source GROUP BY code)"
		" SELECT name, (SELECT count(DISTINCT source) FROM seen"
		"  JOIN source AS s ON s.id = seen.source"
		"  WHERE s.position > source.position) FROM source"
		" WHERE position = (SELECT max(p) FROM first)",
	[LAST_CHANGE] = "SELECT id, created, coder, command FROM history"
		" WHERE state = 'done' ORDER BY id DESC LIMIT 1",
	NULL
};

static int
numbers(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_status_sql[NUMBERS], "") < 0 ||
	    (more = db_next(rows, e)) < 0)
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

/* At most five by name. */
static int
uncoded(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;
	struct qda_mem	 m;
	int		 more;

	if (db_ask(&rows, db, e, qda_status_sql[UNCODED], "") < 0)
		return -1;
	qda_mem_open(&m);
	while ((more = db_next(rows, e)) > 0)
		if (s->n_uncoded++ < 5)
			fprintf(m.f, "%s%s", s->n_uncoded > 1 ? ", " : "",
			    db_text(rows, 0));
	if (s->n_uncoded > 5)
		fputs(", ...", m.f);
	s->uncoded = qda_mem_text(&m);
	return more;
}

static int
last_new(struct qda_db *db, struct qda_status *s, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 lead;
	int		 rc = qda_coder_lead(db, &lead, e);

	if (rc <= 0)
		return rc;
	if (db_ask(&rows, db, e, qda_status_sql[LAST_NEW], "i", lead) < 0 ||
	    (rc = db_next(rows, e)) < 0)
		return -1;
	if (rc > 0) {
		s->last_new = qda_strdup(db_text(rows, 0));
		s->since = db_int(rows, 1);
		db_stop(rows);
	}
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
