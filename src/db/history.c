/*
 * history.c: changes, recorded as changesets of SQLite's session extension
 * and, where rows were only appended, as ranges of ids; undone and redone.
 */
#include <stdlib.h>
#include <string.h>

#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"

/* Entries older than this schema can no longer be undone. */
enum { UNDO_SINCE = 1 };

/* Appended tables, children first: the order in which rows are taken out. */
static const char	*const appended[] = { "coding", "unit", "turn" };

enum { N_APPENDED = 3 };

static const char	*const take_out[N_APPENDED] = {
	"DELETE FROM coding WHERE id BETWEEN ?1 AND ?2",
	"DELETE FROM unit WHERE id BETWEEN ?1 AND ?2",
	"DELETE FROM turn WHERE id BETWEEN ?1 AND ?2",
};

enum {
	HIGHEST, ADD, ADD_RANGE, RANGE, LAST_DONE, ENTRY, SET_STATE,
	ADD_UNDO, LAST_UNDO, UNDO_OF, FORGET_TAKEN, LATER, SQL_MAX
};

static const char	*const sql[SQL_MAX] = {
	[HIGHEST] = "SELECT seq FROM sqlite_sequence WHERE name = ?1",
	[ADD] = "INSERT INTO history (created, coder, command, message, rows,"
		" state, schema) VALUES (?1, ?2, ?3, ?4, ?5, 'done', ?6)",
	[ADD_RANGE] = "INSERT INTO history_range (history, \"table\", first,"
		" last) VALUES (?1, ?2, ?3, ?4)",
	[RANGE] = "SELECT first, last FROM history_range"
		" WHERE history = ?1 AND \"table\" = ?2",
	[LAST_DONE] = "SELECT max(id) FROM history WHERE state = 'done'",
	[ENTRY] = "SELECT state, schema, rows FROM history WHERE id = ?1",
	[SET_STATE] = "UPDATE history SET state = ?2 WHERE id = ?1",
	[ADD_UNDO] = "INSERT INTO history (created, coder, command, message,"
		" rows, state, undoes, schema) SELECT ?1, ?2, 'qda undo '"
		" || id, ?3, rows, 'undo', id, schema FROM history"
		" WHERE id = ?4",
	[LAST_UNDO] = "SELECT id, undoes FROM history AS u"
		" WHERE state = 'undo' AND NOT EXISTS (SELECT 1 FROM history"
		" WHERE state = 'done' AND id > u.id) ORDER BY id DESC LIMIT 1",
	[UNDO_OF] = "SELECT id, undoes FROM history"
		" WHERE state = 'undo' AND undoes = ?1",
	[FORGET_TAKEN] = "DELETE FROM history_piece"
		" WHERE history = ?1 AND what = 'taken'",
	[LATER] = "SELECT id FROM history WHERE state = 'done' AND id > ?1",
};

static bool
is_appended(const char *table)
{
	for (int i = 0; i < N_APPENDED; i++)
		if (strcmp(table, appended[i]) == 0)
			return true;
	return false;
}

static int
recorded(void *arg, const char *table)
{
	const struct qda_db	*db = arg;

	if (strncmp(table, "history", 7) == 0 ||
	    strcmp(table, "source_text") == 0)
		return 0;
	return !(db->appends && is_appended(table));
}

static int
session_begin(struct qda_db *db, struct qda_err *e)
{
	if (sqlite3session_create(db->sqlite, "main", &db->session) !=
	    SQLITE_OK)
		return db_failed(db, e);
	sqlite3session_table_filter(db->session, recorded, db);
	if (sqlite3session_attach(db->session, NULL) != SQLITE_OK)
		return db_failed(db, e);
	return 0;
}

static int
highest_ids(struct qda_db *db, int64_t ids[N_APPENDED], struct qda_err *e)
{
	for (int i = 0; i < N_APPENDED; i++) {
		ids[i] = 0;
		if (db_ask_int(&ids[i], db, e, sql[HIGHEST], "t",
		    appended[i]) < 0)
			return -1;
	}
	return 0;
}

static int
begin(struct qda_db *db, struct qda_err *e)
{
	if (db_exec(db, "BEGIN IMMEDIATE", e) < 0)
		return -1;
	db->changing = true;
	db->rows_before = sqlite3_total_changes64(db->sqlite);
	return 0;
}

int
qda_change_begin(struct qda_db *db, bool appends, struct qda_err *e)
{
	if (begin(db, e) < 0)
		return -1;
	db->appends = appends;
	if (session_begin(db, e) < 0 ||
	    (appends && highest_ids(db, db->ids_before, e) < 0)) {
		qda_change_abandon(db);
		return -1;
	}
	return 0;
}

static void
session_end(struct qda_db *db)
{
	if (db->session != NULL)
		sqlite3session_delete(db->session);
	db->session = NULL;
	db->appends = false;
}

void
qda_change_abandon(struct qda_db *db)
{
	if (!db->changing)
		return;
	session_end(db);
	for (size_t i = 0; i < sizeof(db->kept) / sizeof(*db->kept); i++)
		for (struct db_rows *r = db->kept[i]; r != NULL; r = r->next)
			if (r->busy)
				db_stop(r);
	sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
	db->changing = false;
}

static int
commit(struct qda_db *db, struct qda_err *e)
{
	if (db_exec(db, "COMMIT", e) < 0)
		return -1;
	session_end(db);
	db->changing = false;
	return 0;
}

static int
write_ranges(struct qda_db *db, int64_t change, struct qda_err *e)
{
	int64_t	 ids[N_APPENDED];

	if (highest_ids(db, ids, e) < 0)
		return -1;
	for (int i = 0; i < N_APPENDED; i++)
		if (ids[i] > db->ids_before[i] && db_run(db, e,
		    sql[ADD_RANGE], "itii", change, appended[i],
		    db->ids_before[i] + 1, ids[i]) < 0)
			return -1;
	return 0;
}

static int
record(struct qda_db *db, const char *coder, const char *command,
    const char *message, int64_t *number, struct qda_err *e)
{
	int64_t	 rows = sqlite3_total_changes64(db->sqlite) - db->rows_before;
	char	 now[21];
	int	 schema;

	*number = 0;
	if (rows == 0) {
		qda_change_abandon(db);
		return 0;
	}
	if (db_version(db, &schema, e) < 0 || db_run(db, e, sql[ADD], "ttttii",
	    qda_now(now), coder, command, message, rows, (int64_t)schema) < 0)
		return -1;
	*number = db_last_id(db);
	if (db_pieces_write(db, *number, "change", db->session, e) < 0)
		return -1;
	if (db->appends && write_ranges(db, *number, e) < 0)
		return -1;
	return commit(db, e);
}

int
qda_change_commit(struct qda_db *db, const char *coder, const char *command,
    const char *message, int64_t *number, struct qda_err *e)
{
	if (record(db, coder, command, message, number, e) == 0)
		return 0;
	qda_change_abandon(db);
	return -1;
}

/* Foreign keys are looked at once, when all is in place. */
static int
on_conflict(void *arg, int kind, sqlite3_changeset_iter *it)
{
	(void)arg;
	(void)it;
	return kind == SQLITE_CHANGESET_FOREIGN_KEY ?
	    SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

static int
in_the_way(int64_t change, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("change %lld cannot be undone or redone "
	    "alone: later work builds on it; undo that first ('qda log')"),
	    (long long)change);
}

static int
apply(struct qda_db *db, int64_t change, const char *what, bool invert,
    struct qda_err *e)
{
	struct db_pieces	*pieces;
	int			 rc;

	if (db_pieces_open(&pieces, db, change, what, e) < 0)
		return -1;
	rc = sqlite3changeset_apply_v2_strm(db->sqlite, db_pieces_input,
	    pieces, NULL, on_conflict, NULL, NULL, NULL,
	    invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
	db_pieces_close(pieces);
	if (rc == SQLITE_OK)
		return 0;
	if (rc == SQLITE_ABORT || rc == SQLITE_CONSTRAINT)
		return in_the_way(change, e);
	return qda_fail(e, QDA_SYSTEM, _("change %lld cannot be applied: %s"),
	    (long long)change, sqlite3_errstr(rc));
}

static int
whole(struct qda_db *db, int64_t change, struct qda_err *e)
{
	int	 pending = 0, peak;

	sqlite3_db_status(db->sqlite, SQLITE_DBSTATUS_DEFERRED_FKS, &pending,
	    &peak, 0);
	return pending == 0 ? 0 : in_the_way(change, e);
}

/* Whether one later change touched a row of the range. */
static int
touches(struct qda_db *db, int64_t later, const char *table, int64_t first,
    int64_t last, struct qda_err *e)
{
	sqlite3_changeset_iter	*it;
	struct db_pieces	*pieces;
	sqlite3_value		*v;
	const char		*name;
	int			 columns, op, found = 0;

	if (db_pieces_open(&pieces, db, later, "change", e) < 0)
		return -1;
	if (sqlite3changeset_start_strm(&it, db_pieces_input, pieces) !=
	    SQLITE_OK) {
		db_pieces_close(pieces);
		return 0;			/* nothing but ranges */
	}
	while (!found && sqlite3changeset_next(it) == SQLITE_ROW) {
		sqlite3changeset_op(it, &name, &columns, &op, NULL);
		if (op == SQLITE_INSERT || strcmp(name, table) != 0)
			continue;
		sqlite3changeset_old(it, 0, &v);
		found = sqlite3_value_int64(v) >= first &&
		    sqlite3_value_int64(v) <= last;
	}
	sqlite3changeset_finalize(it);
	db_pieces_close(pieces);
	return found;
}

static int
untouched(struct qda_db *db, int64_t change, const char *table, int64_t first,
    int64_t last, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more, found;

	if (db_ask(&rows, db, e, sql[LATER], "i", change) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		found = touches(db, db_int(rows, 0), table, first, last, e);
		if (found == 0)
			continue;
		db_stop(rows);
		return found < 0 ? -1 : in_the_way(change, e);
	}
	return more;
}

static int
take_range(struct qda_db *db, int64_t change, int which, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 first, last;
	int		 more;

	if (db_ask(&rows, db, e, sql[RANGE], "it", change, appended[which]) < 0
	    || (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return 0;
	first = db_int(rows, 0);
	last = db_int(rows, 1);
	db_stop(rows);
	if (untouched(db, change, appended[which], first, last, e) < 0 ||
	    db_run(db, e, take_out[which], "ii", first, last) < 0)
		return -1;
	return db_changed(db) == last - first + 1 ? 0 : in_the_way(change, e);
}

/* Takes the appended rows out, and keeps them for a redo. */
static int
take_ranges(struct qda_db *db, int64_t change, struct qda_err *e)
{
	if (session_begin(db, e) < 0)
		return -1;
	for (int i = 0; i < N_APPENDED; i++)
		if (take_range(db, change, i, e) < 0)
			return -1;
	return db_pieces_write(db, change, "taken", db->session, e);
}

static int
undoable(struct qda_db *db, int64_t change, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more, done;
	int64_t		 schema;

	if (db_ask(&rows, db, e, sql[ENTRY], "i", change) < 0 ||
	    (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return qda_fail(e, QDA_DATA, _("there is no change %lld"),
		    (long long)change);
	done = strcmp(db_text(rows, 0), "done") == 0;
	schema = db_int(rows, 1);
	db_stop(rows);
	if (!done)
		return qda_fail(e, QDA_DATA, _("change %lld is undone already, "
		    "or is itself an undo"), (long long)change);
	if (schema < UNDO_SINCE)
		return qda_fail(e, QDA_DATA, _("change %lld was made by an "
		    "older version of qda and can no longer be undone"),
		    (long long)change);
	return 0;
}

static int
undo(struct qda_db *db, const char *coder, const char *message,
    int64_t *number, struct qda_err *e)
{
	char	 now[21];

	if (*number == 0 &&
	    db_ask_int(number, db, e, sql[LAST_DONE], "") < 0)
		return -1;
	if (*number == QDA_NONE)
		return 0;
	if (undoable(db, *number, e) < 0 ||
	    db_exec(db, "PRAGMA defer_foreign_keys = ON", e) < 0 ||
	    take_ranges(db, *number, e) < 0 ||
	    apply(db, *number, "change", true, e) < 0 ||
	    whole(db, *number, e) < 0 ||
	    db_run(db, e, sql[SET_STATE], "it", *number, "undone") < 0 ||
	    db_run(db, e, sql[ADD_UNDO], "ttti", qda_now(now), coder, message,
	    *number) < 0)
		return -1;
	return 1;
}

int
qda_change_undo(struct qda_db *db, const char *coder, const char *message,
    int64_t *number, struct qda_err *e)
{
	int	 rc;

	if (begin(db, e) < 0)
		return -1;
	rc = undo(db, coder, message, number, e);
	if (rc == 1 && commit(db, e) < 0)
		rc = -1;
	qda_change_abandon(db);
	return rc;
}

static int
redo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 undo_entry;
	int		 more;

	if ((*number == 0 ? db_ask(&rows, db, e, sql[LAST_UNDO], "") :
	    db_ask(&rows, db, e, sql[UNDO_OF], "i", *number)) < 0 ||
	    (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return *number == 0 ? 0 : qda_fail(e, QDA_DATA,
		    _("change %lld is not undone"), (long long)*number);
	undo_entry = db_int(rows, 0);
	*number = db_int(rows, 1);
	db_stop(rows);
	if (apply(db, *number, "change", false, e) < 0 ||
	    apply(db, *number, "taken", true, e) < 0 ||
	    whole(db, *number, e) < 0 ||
	    db_run(db, e, sql[FORGET_TAKEN], "i", *number) < 0 ||
	    db_run(db, e, sql[SET_STATE], "it", *number, "done") < 0 ||
	    db_run(db, e, sql[SET_STATE], "it", undo_entry, "undone") < 0)
		return -1;
	return 1;
}

int
qda_change_redo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	int	 rc;

	if (begin(db, e) < 0)
		return -1;
	rc = redo(db, number, e);
	if (rc == 1 && commit(db, e) < 0)
		rc = -1;
	qda_change_abandon(db);
	return rc;
}
