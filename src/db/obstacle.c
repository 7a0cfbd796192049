/*
 * obstacle.c: which change stands in the way of an undo or a redo.  Only looked
 * for when one was refused, so it may read the whole history.
 */
#include <stdlib.h>
#include <string.h>

#include "db/history.h"
#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { OTHERS, IN_RANGE, UNIQUES, COLUMNS, REFERS };

static const char	*const sql[] = {
	[OTHERS] = "SELECT id FROM history WHERE state = ?1 AND id <> ?2"
		" ORDER BY id DESC",
	[IN_RANGE] = "SELECT 1 FROM history_range WHERE history = ?1"
		" AND \"table\" = ?2 AND ?3 BETWEEN first AND last",
	[UNIQUES] = "SELECT name FROM pragma_index_list(?1)"
		" WHERE \"unique\" AND name NOT NULL",
	[COLUMNS] = "SELECT cid, name FROM pragma_index_info(?1)",
	[REFERS] = "SELECT \"from\" FROM pragma_foreign_key_list(?1)"
		" WHERE id = ?2 AND \"to\" = 'id'",
};

void
db_obstacle_keep(struct db_obstacle *o, int kind, sqlite3_changeset_iter *it)
{
	sqlite3_value	*v = NULL;
	const char	*table;
	int		 op;

	db_obstacle_free(o);
	sqlite3changeset_op(it, &table, &o->columns, &op, NULL);
	o->kind = kind;
	memset(o->table, 0, sizeof(o->table));
	strncpy(o->table, table, sizeof(o->table) - 1);
	if (op == SQLITE_INSERT)
		sqlite3changeset_new(it, 0, &v);
	else
		sqlite3changeset_old(it, 0, &v);
	o->row = v == NULL ? 0 : sqlite3_value_int64(v);
	for (int i = 0; op != SQLITE_DELETE && i < o->columns && i < 64; i++) {
		v = NULL;
		sqlite3changeset_new(it, i, &v);
		o->wanted[i] = v == NULL ? NULL : sqlite3_value_dup(v);
	}
}

void
db_obstacle_free(struct db_obstacle *o)
{
	for (size_t i = 0; i < sizeof(o->wanted) / sizeof(*o->wanted); i++) {
		sqlite3_value_free(o->wanted[i]);
		o->wanted[i] = NULL;
	}
}

int
db_change_touches(struct qda_db *db, int64_t change, const char *table,
    int64_t first, int64_t last, bool inserts, struct qda_err *e)
{
	sqlite3_changeset_iter	*it;
	struct db_pieces	*pieces;
	sqlite3_value		*v;
	const char		*name;
	int			 columns, op, found = 0, rc;

	if (db_pieces_open(&pieces, db, change, "change", e) < 0)
		return -1;
	rc = sqlite3changeset_start_strm(&it, db_pieces_input, pieces);
	while (rc == SQLITE_OK && !found &&
	    sqlite3changeset_next(it) == SQLITE_ROW) {
		sqlite3changeset_op(it, &name, &columns, &op, NULL);
		if (strcmp(name, table) != 0 ||
		    (op == SQLITE_INSERT && !inserts))
			continue;
		if (op == SQLITE_INSERT)
			sqlite3changeset_new(it, 0, &v);
		else
			sqlite3changeset_old(it, 0, &v);
		found = sqlite3_value_int64(v) >= first &&
		    sqlite3_value_int64(v) <= last;
	}
	if (rc == SQLITE_OK)
		rc = sqlite3changeset_finalize(it);
	db_pieces_close(pieces);
	if (rc != SQLITE_OK)
		return qda_fail(e, QDA_SYSTEM, _("the record of change %lld "
		    "cannot be read: %s"), (long long)change,
		    sqlite3_errstr(rc));
	return found;
}

/* The last other change in that state that made or touched the row, or 0. */
static int64_t
owner(struct qda_db *db, const char *in_state, int64_t change,
    const char *table, int64_t row)
{
	struct qda_err	 e;
	struct db_rows	*rows;
	int64_t		 found = 0, id, one;

	if (db_ask(&rows, db, &e, sql[OTHERS], "ti", in_state, change) < 0)
		return 0;
	while (found == 0 && db_next(rows, &e) > 0) {
		id = db_int(rows, 0);
		if (db_ask_int(&one, db, &e, sql[IN_RANGE], "iti", id, table,
		    row) > 0 ||
		    db_change_touches(db, id, table, row, row, true, &e) > 0)
			found = id;
	}
	if (found != 0)
		db_stop(rows);
	return found;
}

/* A column of a unique index as the refused row wants it: SQL, and bound. */
static void
want_column(sqlite3_str *s, const struct db_obstacle *o, int cid,
    const char *column)
{
	if (o->wanted[cid] != NULL)
		sqlite3_str_appendf(s, " AND \"%w\" IS ?%d", column, cid + 1);
	else
		sqlite3_str_appendf(s, " AND \"%w\" IS (SELECT \"%w\" FROM "
		    "\"%w\" WHERE id = %lld)", column, column, o->table,
		    (long long)o->row);
}

/* The row that holds what the refused row wants in one unique index, or 0. */
static int64_t
holder_by(struct qda_db *db, const struct db_obstacle *o, const char *index)
{
	sqlite3_str	*s = sqlite3_str_new(db->sqlite);
	sqlite3_stmt	*stmt = NULL;
	struct qda_err	 e;
	struct db_rows	*columns;
	int64_t		 row = 0;
	char		*text;

	sqlite3_str_appendf(s, "SELECT id FROM \"%w\" WHERE id <> %lld",
	    o->table, (long long)o->row);
	if (db_ask(&columns, db, &e, sql[COLUMNS], "t", index) == 0)
		while (db_next(columns, &e) > 0)
			if (db_int(columns, 0) >= 0 &&
			    db_int(columns, 0) < o->columns)
				want_column(s, o, (int)db_int(columns, 0),
				    db_text(columns, 1));
	text = sqlite3_str_finish(s);
	if (text != NULL && sqlite3_prepare_v2(db->sqlite, text, -1, &stmt,
	    NULL) == SQLITE_OK) {
		for (int i = 0; i < o->columns && i < 64; i++)
			if (o->wanted[i] != NULL)
				sqlite3_bind_value(stmt, i + 1, o->wanted[i]);
		if (sqlite3_step(stmt) == SQLITE_ROW)
			row = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_finalize(stmt);
	sqlite3_free(text);
	return row;
}

/* Who holds the value that the refused row must be the only one to have. */
static int64_t
holder(struct qda_db *db, const struct db_obstacle *o)
{
	struct qda_err	 e;
	struct db_rows	*indexes;
	int64_t		 row = 0;

	if (db_ask(&indexes, db, &e, sql[UNIQUES], "t", o->table) < 0)
		return 0;
	while (db_next(indexes, &e) > 0) {
		row = holder_by(db, o, db_text(indexes, 0));
		if (row != 0) {
			db_stop(indexes);
			break;
		}
	}
	return row;
}

/* The id that a row refers to by one of its foreign keys, or 0. */
static int64_t
parent_of(struct qda_db *db, const char *table, int64_t row, int64_t key)
{
	struct qda_err	 e;
	sqlite3_stmt	*stmt = NULL;
	int64_t		 id = 0;
	char		*column, *text;

	if (db_ask_text(&column, db, &e, sql[REFERS], "ti", table, key) <= 0)
		return 0;
	text = sqlite3_mprintf("SELECT \"%w\" FROM \"%w\" WHERE id = %lld",
	    column, table, (long long)row);
	if (text != NULL && sqlite3_prepare_v2(db->sqlite, text, -1, &stmt,
	    NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW)
		id = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_free(text);
	free(column);
	return id;
}

/*
 * Of the rows that are left without what they refer to: the last change that
 * they are of (later), and, for a redo, the undone one that made what they
 * refer to (earlier); 0 when there is none.
 */
static void
orphans_of(struct qda_db *db, int64_t change, bool redo, int64_t *later,
    int64_t *earlier)
{
	sqlite3_stmt	*s;
	const char	*table, *parent;
	int64_t		 row, id;

	if (sqlite3_prepare_v2(db->sqlite, "PRAGMA foreign_key_check", -1,
	    &s, NULL) != SQLITE_OK)
		return;
	for (int n = 0; n < 100 && sqlite3_step(s) == SQLITE_ROW; n++) {
		table = (const char *)sqlite3_column_text(s, 0);
		row = sqlite3_column_int64(s, 1);
		parent = (const char *)sqlite3_column_text(s, 2);
		id = owner(db, "done", change, table, row);
		if (id > *later)
			*later = id;
		if (redo && *earlier == 0)
			*earlier = owner(db, "undone", change, parent,
			    parent_of(db, table, row,
			    sqlite3_column_int64(s, 3)));
	}
	sqlite3_finalize(s);
}

int
db_obstacle_is(struct qda_db *db, int64_t later, int64_t change,
    struct qda_err *e)
{
	struct qda_err	 other;
	char		*command;

	if (qda_change_command(&command, db, later, &other) < 0)
		command = NULL;
	qda_fail(e, QDA_DATA, _("change %lld cannot be undone alone: change "
	    "%lld (%s) builds on it; 'qda undo %lld' first"),
	    (long long)change, (long long)later,
	    command == NULL ? "?" : command, (long long)later);
	free(command);
	return -1;
}

/* A redo that finds its ground missing, or taken. */
static int
tell_redo(struct qda_db *db, int64_t change, int64_t later, int64_t earlier,
    struct qda_err *e)
{
	struct qda_err	 other;
	char		*command = NULL;

	if (later == 0 && earlier == 0)
		return qda_fail(e, QDA_DATA, _("change %lld cannot be redone: "
		    "it builds on a change that is undone, or what it was "
		    "about has changed since; see 'qda log'"),
		    (long long)change);
	if (qda_change_command(&command, db, later + earlier, &other) < 0)
		command = NULL;
	if (later != 0)
		qda_fail(e, QDA_DATA, _("change %lld cannot be redone: change "
		    "%lld (%s) has altered the same since; 'qda undo %lld' "
		    "first"), (long long)change, (long long)later,
		    command == NULL ? "?" : command, (long long)later);
	else
		qda_fail(e, QDA_DATA, _("change %lld cannot be redone alone: "
		    "it builds on change %lld (%s), which is undone; "
		    "'qda redo %lld' first"), (long long)change,
		    (long long)earlier, command == NULL ? "?" : command,
		    (long long)earlier);
	free(command);
	return -1;
}

int
db_obstacle_tell(struct qda_db *db, struct db_obstacle *o, int64_t change,
    bool redo, struct qda_err *e)
{
	int64_t	 later = 0, earlier = 0, row;

	if (o == NULL || o->kind == 0)
		orphans_of(db, change, redo, &later, &earlier);
	else if (redo && o->kind == SQLITE_CHANGESET_NOTFOUND)
		earlier = owner(db, "undone", change, o->table, o->row);
	else {
		row = o->kind == SQLITE_CHANGESET_CONSTRAINT ? holder(db, o) :
		    o->row;
		later = row == 0 ? 0 : owner(db, "done", change, o->table, row);
	}
	if (redo)
		return tell_redo(db, change, earlier ? 0 : later, earlier, e);
	if (later != 0)
		return db_obstacle_is(db, later, change, e);
	return qda_fail(e, QDA_DATA, _("change %lld cannot be undone alone: "
	    "later work builds on it; undo that first ('qda log')"),
	    (long long)change);
}
