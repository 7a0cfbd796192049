/*
 * history.c: changes, recorded as changesets of SQLite's session extension
 * and, where rows were only appended, as ranges of ids.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "db/history.h"
#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"

const char	*const db_appended[DB_APPENDED] = { "coding", "unit", "turn" };

enum { HIGHEST, ADD, ADD_RANGE, LIST, COMMAND, LAST };

static const char	*const sql[] = {
	[HIGHEST] = "SELECT seq FROM sqlite_sequence WHERE name = ?1",
	[ADD] = "INSERT INTO history (created, coder, command, message, rows,"
		" state, schema) VALUES (?1, ?2, ?3, ?4, ?5, 'done', ?6)",
	[ADD_RANGE] = "INSERT INTO history_range (history, \"table\", first,"
		" last, rows) VALUES (?1, ?2, ?3, ?4, ?5)",
	[LIST] = "SELECT id, created, coder, rows, state, command, message,"
		" undoes FROM history WHERE ?1 IS NULL OR created >= ?1"
		" ORDER BY id",
	[COMMAND] = "SELECT command FROM history WHERE id = ?1",
	[LAST] = "SELECT id FROM history WHERE state = 'done'"
		" ORDER BY id DESC LIMIT 1",
};

/* Which of the appended tables, or -1. */
static int
appended(const char *table)
{
	for (int i = 0; i < DB_APPENDED; i++)
		if (strcmp(table, db_appended[i]) == 0)
			return i;
	return -1;
}

static bool
is_history(const char *table)
{
	return strncmp(table, "history", 7) == 0;
}

static int
recorded(void *arg, const char *table)
{
	const struct qda_db	*db = arg;

	if (is_history(table) || strcmp(table, "source_text") == 0)
		return 0;
	return !(db->appends && appended(table) >= 0);
}

int
db_session_begin(struct qda_db *db, struct qda_err *e)
{
	if (sqlite3session_create(db->sqlite, "main", &db->session) !=
	    SQLITE_OK)
		return db_failed(db, e);
	sqlite3session_table_filter(db->session, recorded, db);
	if (sqlite3session_attach(db->session, NULL) != SQLITE_OK)
		return db_failed(db, e);
	return 0;
}

void
db_session_end(struct qda_db *db)
{
	if (db->session != NULL)
		sqlite3session_delete(db->session);
	db->session = NULL;
}

static struct qda_change_rows *
touched(struct qda_db *db, const char *table)
{
	struct qda_change_rows	*t;

	for (size_t i = 0; i < db->n_touched; i++)
		if (strcmp(db->touched[i].table, table) == 0)
			return &db->touched[i];
	db->touched = qda_grow(db->touched, &db->cap_touched, db->n_touched,
	    sizeof(*db->touched));
	t = &db->touched[db->n_touched++];
	memset(t, 0, sizeof(*t));
	strncpy(t->table, table, sizeof(t->table) - 1);
	return t;
}

/* Called for each row written; holds the promise of appending only. */
static void
count_row(void *arg, int op, const char *schema, const char *table,
    sqlite3_int64 id)
{
	struct qda_db		*db = arg;
	struct qda_change_rows	*t;

	if (strcmp(schema, "main") != 0 || is_history(table))
		return;
	t = touched(db, table);
	t->added += op == SQLITE_INSERT;
	t->changed += op == SQLITE_UPDATE;
	t->removed += op == SQLITE_DELETE;
	if (db->appends && op != SQLITE_INSERT)
		assert(appended(table) < 0 ||
		    id > db->ids_before[appended(table)]);
}

size_t
qda_change_rows(const struct qda_db *db, const struct qda_change_rows **rows)
{
	*rows = db->touched;
	return db->n_touched;
}

static int
highest_ids(struct qda_db *db, int64_t ids[DB_APPENDED], struct qda_err *e)
{
	for (int i = 0; i < DB_APPENDED; i++) {
		ids[i] = 0;
		if (db_ask_int(&ids[i], db, e, sql[HIGHEST], "t",
		    db_appended[i]) < 0)
			return -1;
	}
	return 0;
}

int
db_change_open(struct qda_db *db, struct qda_err *e)
{
	if (db_exec(db, "BEGIN IMMEDIATE", e) < 0)
		return -1;
	db->changing = true;
	db->n_touched = 0;
	db->turned = db->undoing = 0;
	sqlite3_update_hook(db->sqlite, count_row, db);
	return 0;
}

int
qda_change_begin(struct qda_db *db, bool appends, struct qda_err *e)
{
	if (db_change_open(db, e) < 0)
		return -1;
	db->appends = appends;
	if (db_session_begin(db, e) < 0 ||
	    (appends && highest_ids(db, db->ids_before, e) < 0)) {
		qda_change_abandon(db);
		return -1;
	}
	return 0;
}

static void
ended(struct qda_db *db)
{
	db_session_end(db);
	sqlite3_update_hook(db->sqlite, NULL, NULL);
	db->appends = db->changing = false;
	db->turned = 0;
}

void
qda_change_abandon(struct qda_db *db)
{
	if (!db->changing)
		return;
	for (size_t i = 0; i < sizeof(db->kept) / sizeof(*db->kept); i++)
		for (struct db_rows *r = db->kept[i]; r != NULL; r = r->next)
			if (r->busy)
				db_stop(r);
	sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
	ended(db);
}

int
db_change_close(struct qda_db *db, struct qda_err *e)
{
	if (db_exec(db, "COMMIT", e) < 0)
		return -1;
	ended(db);
	return 0;
}

/* The appended rows of a change: 1 when there are some, 0, -1. */
static int
write_ranges(struct qda_db *db, int64_t change, struct qda_err *e)
{
	int64_t	 ids[DB_APPENDED];
	int	 some = 0;

	if (highest_ids(db, ids, e) < 0)
		return -1;
	for (int i = 0; i < DB_APPENDED; i++) {
		struct qda_change_rows	*t = touched(db, db_appended[i]);

		if (t->added == t->removed)
			continue;
		some = 1;
		if (db_run(db, e, sql[ADD_RANGE], "itiii", change,
		    db_appended[i], db->ids_before[i] + 1, ids[i],
		    t->added - t->removed) < 0)
			return -1;
	}
	return some;
}

static int64_t
rows_touched(const struct qda_db *db)
{
	int64_t	 n = 0;

	for (size_t i = 0; i < db->n_touched; i++)
		n += db->touched[i].added + db->touched[i].changed +
		    db->touched[i].removed;
	return n;
}

/* The entry of a change with its changeset: 1, 0 when there is no change. */
static int
write_entry(struct qda_db *db, const char *coder, const char *command,
    const char *message, int64_t *number, struct qda_err *e)
{
	char	 now[21];
	int	 schema, pieces, ranges = 0;

	if (db_version(db, &schema, e) < 0 || db_run(db, e, sql[ADD], "ttttii",
	    qda_now(now), coder, command, message, rows_touched(db),
	    (int64_t)schema) < 0)
		return -1;
	*number = db_last_id(db);
	pieces = db_pieces_write(db, *number, "change", db->session, e);
	if (pieces < 0 ||
	    (db->appends && (ranges = write_ranges(db, *number, e)) < 0))
		return -1;
	return pieces || ranges;
}

static int
record(struct qda_db *db, const char *coder, const char *command,
    const char *message, int64_t *number, struct qda_err *e)
{
	int	 some;

	if (rows_touched(db) == 0)
		return 0;
	if (db_exec(db, "SAVEPOINT entry", e) < 0 ||
	    (some = write_entry(db, coder, command, message, number, e)) < 0)
		return -1;
	if (some)
		return db_exec(db, "RELEASE entry", e);
	*number = 0;				/* the same values again */
	return db_exec(db, "ROLLBACK TO entry; RELEASE entry", e);
}

int
qda_change_commit(struct qda_db *db, const char *coder, const char *command,
    const char *message, int64_t *number, struct qda_err *e)
{
	int	 rc;

	*number = 0;
	rc = db->turned != 0 ? db_turn_record(db, coder, message, number, e) :
	    record(db, coder, command, message, number, e);
	if (rc == 0)
		rc = db_change_close(db, e);
	if (rc < 0)
		qda_change_abandon(db);
	return rc;
}

int
qda_change_list(struct db_rows **walk, struct qda_db *db, const char *since,
    struct qda_err *e)
{
	return db_ask(walk, db, e, sql[LIST], "t", since);
}

int
qda_change_next(struct db_rows *walk, struct qda_change *c, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	c->number = db_int(walk, 0);
	c->when = db_text(walk, 1);
	c->coder = db_text(walk, 2);
	c->rows = db_int(walk, 3);
	c->state = db_text(walk, 4);
	c->command = db_text(walk, 5);
	c->message = db_text(walk, 6);
	c->undoes = db_int(walk, 7);
	return 1;
}

int
qda_change_command(char **command, struct qda_db *db, int64_t number,
    struct qda_err *e)
{
	return db_ask_text(command, db, e, sql[COMMAND], "i", number) < 0 ?
	    -1 : 0;
}

int
qda_change_last(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	return db_ask_int(number, db, e, sql[LAST], "");
}
