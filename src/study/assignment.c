/* assignment.c: which source was given to which coder. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/assignment.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"
#include "study/sql.h"

enum { FIND, GIVE, TAKE, DATES, LIST, SOURCES, CODERS, BLIND };

/* Who coded a source, by the units of it. */
#define CODED "EXISTS (SELECT 1 FROM unit JOIN coding" \
	" ON coding.unit = unit.id WHERE unit.source = a.source" \
	" AND coding.coder = a.coder)"
#define STATE "a.done IS NOT NULL, " CODED

const char *const qda_assignment_sql[] = {
	[FIND] = "SELECT id FROM assignment WHERE coder = ?1 AND source = ?2",
	[GIVE] = "INSERT INTO assignment (guid, coder, source, assigned)"
		" VALUES (?1, ?2, ?3, ?4)",
	[TAKE] = "DELETE FROM assignment WHERE coder = ?1 AND source = ?2",
	[DATES] = "SELECT assigned, done FROM assignment WHERE id = ?1",
	[LIST] = "SELECT source.name, coder.name, a.assigned, a.done, a.blind,"
		" (SELECT count(*) FROM unit JOIN coding"
		" ON coding.unit = unit.id WHERE unit.source = a.source"
		" AND coding.coder = a.coder)"
		" FROM assignment AS a JOIN source ON source.id = a.source"
		" JOIN coder ON coder.id = a.coder"
		" WHERE ?1 IS NULL OR a.coder IN"
		" (SELECT value FROM json_each(?1))"
		" ORDER BY source.position, source.id, coder.id",
	[SOURCES] = "SELECT source.name, " STATE " FROM assignment AS a"
		" JOIN source ON source.id = a.source WHERE a.coder = ?1"
		" ORDER BY source.position, source.id",
	[CODERS] = "SELECT coder.name, " STATE " FROM assignment AS a"
		" JOIN coder ON coder.id = a.coder WHERE a.source = ?1"
		" ORDER BY coder.id",
	[BLIND] = "SELECT blind FROM assignment WHERE coder = ?1"
		" AND source = ?2 AND blind = 1",
	NULL
};

#define FIELD(key, kind) QDA_FIELD("assignment", key, key, kind, NULL)

const struct qda_field qda_assignment_fields[] = {
	FIELD("blind", QDA_VALUE_YESNO),
	FIELD("assigned", QDA_VALUE_DATE),
	FIELD("done", QDA_VALUE_DATE),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_assignment_give(struct qda_db *db, int64_t coder, int64_t source,
    int64_t *id, bool *made, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 today[11];
	int		 rc = db_ask_int(id, db, e, qda_assignment_sql[FIND],
			    "ii", coder, source);

	*made = rc == 0;
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	qda_guid(guid);
	if (db_run(db, e, qda_assignment_sql[GIVE], "biit", guid,
	    sizeof(guid), coder, source, qda_today(today)) < 0)
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
qda_assignment_blind(struct qda_db *db, int64_t coder, int64_t source,
    struct qda_err *e)
{
	int64_t	 blind;

	return db_ask_int(&blind, db, e, qda_assignment_sql[BLIND], "ii",
	    coder, source);
}

int
qda_assignment_take(struct qda_db *db, int64_t coder, int64_t source,
    struct qda_err *e)
{
	if (db_run(db, e, qda_assignment_sql[TAKE], "ii", coder, source) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_assignment_check(struct qda_db *db, int64_t id, struct qda_err *e)
{
	struct db_rows	*rows;
	const char	*assigned, *done;
	size_t		 n;
	int		 rc;

	if (db_ask(&rows, db, e, qda_assignment_sql[DATES], "i", id) < 0 ||
	    (rc = db_next(rows, e)) < 0)
		return -1;
	if (rc == 0)
		return 0;
	assigned = db_text(rows, 0);
	rc = 0;
	if ((done = db_text(rows, 1)) != NULL) {
		n = strlen(assigned) < strlen(done) ? strlen(assigned) :
		    strlen(done);
		if (strncmp(done, assigned, n) < 0)
			rc = qda_fail(e, QDA_DATA, _("done on %s, before it "
			    "was assigned, on %s; assigned=DATE says another "
			    "day"), done, assigned);
	}
	db_stop(rows);
	return rc;
}

int
qda_assignment_list(struct db_rows **walk, struct qda_db *db,
    const char *coders, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_assignment_sql[LIST], "t", coders);
}

int
qda_assignment_next(struct db_rows *walk, struct qda_assignment *a,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	a->source = db_text(walk, 0);
	a->coder = db_text(walk, 1);
	a->assigned = db_text(walk, 2);
	a->done = db_text(walk, 3);
	a->blind = db_int(walk, 4);
	a->codings = db_int(walk, 5);
	return 1;
}

/* A name behind the others of a list. */
static void
add_name(FILE *f, const char *name)
{
	fputs(ftell(f) > 0 ? "; " : "", f);
	for (; *name != '\0'; name++)
		fprintf(f, "%s%c", *name == ';' ? "\\" : "", *name);
}

/* The text of a list, NULL for an empty one. */
static char *
list_text(struct qda_mem *m)
{
	char	*text = qda_mem_text(m);

	if (*text != '\0')
		return text;
	free(text);
	return NULL;
}

static int
assigned(struct qda_assigned *a, struct qda_db *db, const char *sql,
    int64_t id, struct qda_err *e)
{
	struct db_rows	*rows;
	struct qda_mem	 all, done, missing;
	int		 more;

	memset(a, 0, sizeof(*a));
	if (db_ask(&rows, db, e, sql, "i", id) < 0)
		return -1;
	qda_mem_open(&all);
	qda_mem_open(&done);
	qda_mem_open(&missing);
	while ((more = db_next(rows, e)) > 0) {
		add_name(all.f, db_text(rows, 0));
		if (db_int(rows, 1) == 1)
			add_name(done.f, db_text(rows, 0));
		else if (db_int(rows, 2) == 0)
			add_name(missing.f, db_text(rows, 0));
	}
	a->all = list_text(&all);
	a->done = list_text(&done);
	a->missing = list_text(&missing);
	if (more < 0)
		qda_assigned_free(a);
	return more;
}

int
qda_assigned_sources(struct qda_db *db, int64_t coder, struct qda_assigned *a,
    struct qda_err *e)
{
	return assigned(a, db, qda_assignment_sql[SOURCES], coder, e);
}

int
qda_assigned_coders(struct qda_db *db, int64_t source, struct qda_assigned *a,
    struct qda_err *e)
{
	return assigned(a, db, qda_assignment_sql[CODERS], source, e);
}

void
qda_assigned_free(struct qda_assigned *a)
{
	free(a->all);
	free(a->done);
	free(a->missing);
	memset(a, 0, sizeof(*a));
}
