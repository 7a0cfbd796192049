/*
 * undo.c: a change taken back, or put back.  A changeset is applied backwards,
 * rows that were only appended are deleted (and kept for the redo); any
 * conflict means that later work builds on it, and refuses.
 */
#include <stdlib.h>
#include <string.h>

#include "db/history.h"
#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"

/* Entries older than this schema can no longer be undone. */
enum { UNDO_SINCE = 1 };

static const char	*const take_out[DB_APPENDED] = {
	"DELETE FROM coding WHERE id BETWEEN ?1 AND ?2",
	"DELETE FROM unit WHERE id BETWEEN ?1 AND ?2",
	"DELETE FROM turn WHERE id BETWEEN ?1 AND ?2",
};

enum {
	RANGE, RANGES, ENTRY, SET_STATE, ADD_TURN, LAST_UNDO, UNDO_OF,
	FORGET_TAKEN, LATER, ORPHANS
};

static const char	*const sql[] = {
	[RANGE] = "SELECT first, last, rows FROM history_range"
		" WHERE history = ?1 AND \"table\" = ?2",
	[RANGES] = "SELECT count(*) FROM history_range WHERE history = ?1",
	[ENTRY] = "SELECT state, schema, undoes FROM history WHERE id = ?1",
	[SET_STATE] = "UPDATE history SET state = ?2 WHERE id = ?1",
	[ADD_TURN] = "INSERT INTO history (created, coder, command, message,"
		" rows, state, undoes, schema) SELECT ?1, ?2, ?3, ?4, rows,"
		" 'undo', ?6, schema FROM history WHERE id = ?5",
	[LAST_UNDO] = "SELECT u.id, u.undoes FROM history AS u"
		" JOIN history AS c ON c.id = u.undoes"
		" WHERE u.state = 'undo' AND c.state = 'undone'"
		" AND c.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM history"
		" WHERE state = 'done' AND id > u.id) ORDER BY u.id DESC"
		" LIMIT 1",
	[UNDO_OF] = "SELECT id, undoes FROM history"
		" WHERE state = 'undo' AND undoes = ?1",
	[FORGET_TAKEN] = "DELETE FROM history_piece"
		" WHERE history = ?1 AND what = 'taken'",
	[LATER] = "SELECT id FROM history WHERE state = 'done' AND id <> ?1"
		" ORDER BY id DESC",
	[ORPHANS] = "PRAGMA foreign_key_check",
};

/*
 * Foreign keys are looked at once, by whole(), when all is in place: SQLite
 * counts them over one changeset only and forgets them at its end.
 */
static int
on_conflict(void *arg, int kind, sqlite3_changeset_iter *it)
{
	struct db_obstacle	*o = arg;

	if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
		o->orphans = true;
		return SQLITE_CHANGESET_OMIT;
	}
	db_obstacle_keep(o, kind, it);
	return SQLITE_CHANGESET_ABORT;
}

static int
apply(struct qda_db *db, int64_t change, const char *what, bool redo,
    bool invert, bool *orphans, struct qda_err *e)
{
	struct db_obstacle	 obstacle = { 0 };
	struct db_pieces	*pieces;
	int			 rc;

	if (db_pieces_open(&pieces, db, change, what, e) < 0)
		return -1;
	rc = sqlite3changeset_apply_v2_strm(db->sqlite, db_pieces_input,
	    pieces, NULL, on_conflict, &obstacle, NULL, NULL,
	    invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
	db_pieces_close(pieces);
	if (rc == SQLITE_ABORT || rc == SQLITE_CONSTRAINT)
		rc = db_obstacle_tell(db, &obstacle, change, redo, e);
	else if (rc == SQLITE_READONLY || rc == SQLITE_FULL ||
	    rc == SQLITE_NOMEM)
		rc = db_failed_with(db, rc, sqlite3_errstr(rc), e);
	else if (rc != SQLITE_OK)
		rc = qda_fail(e, QDA_SYSTEM, _("change %lld cannot be "
		    "applied: %s"), (long long)change, sqlite3_errstr(rc));
	*orphans |= obstacle.orphans;
	db_obstacle_free(&obstacle);
	return rc;
}

/* Whether every foreign key holds again; orphans: one did not on the way. */
static int
whole(struct qda_db *db, int64_t change, bool redo, bool orphans,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more = 0;

	if (!orphans)
		return 0;
	if (db_ask(&rows, db, e, sql[ORPHANS], "") < 0 ||
	    (more = db_next(rows, e)) <= 0)
		return more;
	db_stop(rows);
	return db_obstacle_tell(db, NULL, change, redo, e);
}

static int
untouched(struct qda_db *db, int64_t change, const char *table, int64_t first,
    int64_t last, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 later;
	int		 more, found;

	if (db_ask(&rows, db, e, sql[LATER], "i", change) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		later = db_int(rows, 0);
		found = db_change_touches(db, later, table, first, last, false,
		    e);
		if (found == 0)
			continue;
		db_stop(rows);
		return found < 0 ? -1 : db_obstacle_is(db, later, change, e);
	}
	return more;
}

static int
take_range(struct qda_db *db, int64_t change, int which, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 first, last, n;
	int		 more;

	if (db_ask(&rows, db, e, sql[RANGE], "it", change, db_appended[which])
	    < 0 || (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return 0;
	first = db_int(rows, 0);
	last = db_int(rows, 1);
	n = db_int(rows, 2);
	db_stop(rows);
	if (untouched(db, change, db_appended[which], first, last, e) < 0 ||
	    db_run(db, e, take_out[which], "ii", first, last) < 0)
		return -1;
	return db_changed(db) == n ? 0 :
	    db_obstacle_tell(db, NULL, change, false, e);
}

/* Takes the appended rows out, and keeps them for a redo. */
static int
take_ranges(struct qda_db *db, int64_t change, struct qda_err *e)
{
	int64_t	 n = 0;
	int	 rc = 0;

	if (db_ask_int(&n, db, e, sql[RANGES], "i", change) < 0)
		return -1;
	if (n == 0)
		return 0;
	if (db_session_begin(db, e) < 0)
		return -1;
	for (int i = 0; rc == 0 && i < DB_APPENDED; i++)
		rc = take_range(db, change, i, e);
	if (rc == 0 && db_pieces_write(db, change, "taken", db->session, e) < 0)
		rc = -1;
	db_session_end(db);
	return rc;
}

/* The state of a change: 0 done, 1 undone; fails when it cannot be turned. */
static int
state(struct qda_db *db, int64_t change, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 schema, undoes;
	int		 more, done;

	if (db_ask(&rows, db, e, sql[ENTRY], "i", change) < 0 ||
	    (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return qda_fail(e, QDA_DATA, _("there is no change %lld; see "
		    "'qda log'"), (long long)change);
	done = strcmp(db_text(rows, 0), "done") == 0;
	schema = db_int(rows, 1);
	undoes = db_int(rows, 2);
	db_stop(rows);
	if (undoes != QDA_NONE)
		return qda_fail(e, QDA_DATA, _("change %lld is itself an undo "
		    "or a redo; name the change it was about ('qda log')"),
		    (long long)change);
	if (schema < UNDO_SINCE)
		return qda_fail(e, QDA_DATA, _("change %lld was made by an "
		    "older version of qda and can no longer be undone"),
		    (long long)change);
	return !done;
}

static int
undo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	bool	 orphans = false;
	int	 undone;

	if (*number == 0 && (undone = qda_change_last(db, number, e)) <= 0)
		return undone;
	if ((undone = state(db, *number, e)) < 0)
		return -1;
	if (undone)
		return qda_fail(e, QDA_DATA, _("change %lld is undone already"),
		    (long long)*number);
	if (db_exec(db, "PRAGMA defer_foreign_keys = ON", e) < 0 ||
	    take_ranges(db, *number, e) < 0 ||
	    apply(db, *number, "change", false, true, &orphans, e) < 0 ||
	    whole(db, *number, false, orphans, e) < 0)
		return -1;
	db->turned = *number;
	return 1;
}

int
qda_change_undo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	int	 rc;

	if (db_change_open(db, e) < 0)
		return -1;
	rc = undo(db, number, e);
	if (rc <= 0)
		qda_change_abandon(db);
	return rc;
}

/* The undo that a redo of *number undoes: 1, 0 when there is none, -1. */
static int
undo_entry(struct qda_db *db, int64_t *number, int64_t *entry,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if ((*number == 0 ? db_ask(&rows, db, e, sql[LAST_UNDO], "") :
	    db_ask(&rows, db, e, sql[UNDO_OF], "i", *number)) < 0)
		return -1;
	if ((more = db_next(rows, e)) <= 0)
		return more;
	*entry = db_int(rows, 0);
	*number = db_int(rows, 1);
	db_stop(rows);
	return 1;
}

static int
redo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	bool	 orphans = false;
	int64_t	 entry;
	int	 undone = 1, found;

	if (*number != 0 && (undone = state(db, *number, e)) < 0)
		return -1;
	found = undone ? undo_entry(db, number, &entry, e) : 0;
	if (found < 0)
		return -1;
	if (found == 0)
		return *number == 0 ? 0 : qda_fail(e, QDA_DATA,
		    _("change %lld is not undone"), (long long)*number);
	if (apply(db, *number, "change", true, false, &orphans, e) < 0 ||
	    apply(db, *number, "taken", true, true, &orphans, e) < 0 ||
	    whole(db, *number, true, orphans, e) < 0)
		return -1;
	db->turned = *number;
	db->undoing = entry;
	return 1;
}

int
qda_change_redo(struct qda_db *db, int64_t *number, struct qda_err *e)
{
	int	 rc;

	if (db_change_open(db, e) < 0)
		return -1;
	rc = redo(db, number, e);
	if (rc <= 0)
		qda_change_abandon(db);
	return rc;
}

int
db_turn_record(struct qda_db *db, const char *coder, const char *message,
    int64_t *number, struct qda_err *e)
{
	bool	 redone = db->undoing != 0;
	char	*command = qda_sprintf("qda %s %lld", redone ? "redo" : "undo",
		    (long long)db->turned), now[21];
	int	 rc = -1;

	if (db_run(db, e, sql[ADD_TURN], "ttttii", qda_now(now), coder,
	    command, message, db->turned,
	    redone ? db->undoing : db->turned) < 0)
		goto out;
	*number = db_last_id(db);
	if (db_run(db, e, sql[SET_STATE], "it", db->turned,
	    redone ? "done" : "undone") < 0)
		goto out;
	if (redone && (db_run(db, e, sql[SET_STATE], "it", db->undoing,
	    "undone") < 0 ||
	    db_run(db, e, sql[FORGET_TAKEN], "i", db->turned) < 0))
		goto out;
	rc = 0;
out:
	free(command);
	return rc;
}
