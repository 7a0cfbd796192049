/* changeset.c: what a change wrote, row by row, as it was recorded. */
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { TURNED, COLUMNS };

static const char	*const sql[] = {
	[TURNED] = "SELECT u.undoes FROM history AS u WHERE u.id = ?1",
	[COLUMNS] = "SELECT name FROM pragma_table_info(?1) ORDER BY cid",
};

struct qda_row {
	struct qda_db		*db;
	sqlite3_changeset_iter	*it;
	bool			 inverse;
	int			 op;
	const char		*table;
	char			 known[32];	/* whose columns are read */
	struct qda_strings	 columns;
};

const char *
qda_row_table(const struct qda_row *r)
{
	return r->table;
}

enum qda_row_op
qda_row_op(const struct qda_row *r)
{
	if (r->op == SQLITE_UPDATE)
		return QDA_ROW_CHANGED;
	return (r->op == SQLITE_INSERT) != r->inverse ? QDA_ROW_ADDED :
	    QDA_ROW_REMOVED;
}

/* The columns of its table: a changeset knows them by number. */
static int
columns(struct qda_row *r, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (strcmp(r->known, r->table) == 0)
		return 0;
	qda_strings_free(&r->columns);
	r->columns = (struct qda_strings){ NULL, 0, 0 };
	memset(r->known, 0, sizeof(r->known));
	strncpy(r->known, r->table, sizeof(r->known) - 1);
	if (db_ask(&rows, r->db, e, sql[COLUMNS], "t", r->table) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(&r->columns, db_text(rows, 0));
	return more;
}

static sqlite3_value *
value(const struct qda_row *r, const char *column, bool after)
{
	sqlite3_value	*v = NULL;
	size_t		 i = 0;

	while (i < r->columns.n && strcmp(r->columns.at[i], column) != 0)
		i++;
	if (i == r->columns.n)
		return NULL;
	if (r->op == SQLITE_UPDATE && strcmp(column, "id") == 0)
		after = r->inverse;	/* it never changes */
	if (after != r->inverse) {
		if (r->op == SQLITE_DELETE || sqlite3changeset_new(r->it,
		    (int)i, &v) != SQLITE_OK)
			v = NULL;
	} else if (r->op == SQLITE_INSERT || sqlite3changeset_old(r->it,
	    (int)i, &v) != SQLITE_OK)
		v = NULL;
	return v;
}

bool
qda_row_has(const struct qda_row *r, const char *column, bool after)
{
	return value(r, column, after) != NULL;
}

int64_t
qda_row_int(const struct qda_row *r, const char *column, bool after)
{
	sqlite3_value	*v = value(r, column, after);

	return v == NULL || sqlite3_value_type(v) == SQLITE_NULL ? QDA_NONE :
	    sqlite3_value_int64(v);
}

const char *
qda_row_text(const struct qda_row *r, const char *column, bool after)
{
	sqlite3_value	*v = value(r, column, after);

	return v == NULL ? NULL : (const char *)sqlite3_value_text(v);
}

static int
walk(struct qda_row *r, int (*each)(void *, const struct qda_row *,
    struct qda_err *), void *arg, struct qda_err *e)
{
	int	 n;

	while (sqlite3changeset_next(r->it) == SQLITE_ROW) {
		sqlite3changeset_op(r->it, &r->table, &n, &r->op, NULL);
		if (columns(r, e) < 0 || each(arg, r, e) < 0)
			return -1;
	}
	return 0;
}

int
qda_change_each(struct qda_db *db, int64_t change, bool inverse,
    int (*each)(void *, const struct qda_row *, struct qda_err *), void *arg,
    struct qda_err *e)
{
	struct qda_row		 r = { .db = db, .inverse = inverse };
	struct db_pieces	*pieces;
	int			 rc = 0, read;

	if (db_pieces_open(&pieces, db, change, "change", e) < 0)
		return -1;
	read = sqlite3changeset_start_strm(&r.it, db_pieces_input, pieces);
	if (read == SQLITE_OK) {
		rc = walk(&r, each, arg, e);
		read = sqlite3changeset_finalize(r.it);
	}
	db_pieces_close(pieces);
	qda_strings_free(&r.columns);
	if (rc == 0 && read != SQLITE_OK)
		return qda_fail(e, QDA_SYSTEM, _("the record of change %lld "
		    "cannot be read: %s"), (long long)change,
		    sqlite3_errstr(read));
	return rc;
}

/*
 * An undo counts when what it took back is older than the first change looked
 * at; so does a redo of what was undone before that.
 */
int
qda_change_counts(struct qda_db *db, const struct qda_change *c,
    int64_t first, int64_t *number, bool *inverse, struct qda_err *e)
{
	int64_t	 of = QDA_NONE;

	*number = c->number;
	*inverse = false;
	if (c->undoes == QDA_NONE)
		return strcmp(c->state, "done") == 0;
	if (strcmp(c->state, "undo") != 0 || c->undoes >= first)
		return 0;
	if (db_ask_int(&of, db, e, sql[TURNED], "i", c->undoes) < 0)
		return -1;
	*inverse = of == QDA_NONE;
	*number = *inverse ? c->undoes : of;
	return 1;
}
