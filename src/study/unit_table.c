/* unit_table.c: the units of a source as a text shows them. */
#include <string.h>

#include "db/stmt.h"
#include "qda/memo.h"
#include "qda/unit.h"
#include "study/sql.h"

enum { LIST, MEMOS, MEMO_OFF, MEMO_ON };

const char *const qda_unit_table_sql[] = {
	[LIST] = "SELECT u.id, u.\"start\", u.\"end\", u.coder, o.name,"
		" u.label, u.kind <> 'source', c.code, k.name, c.stance,"
		" c.coder, b.name FROM unit AS u"
		" JOIN coder AS o ON o.id = u.coder"
		" LEFT JOIN coding AS c ON c.unit = u.id"
		" LEFT JOIN code AS k ON k.id = c.code"
		" LEFT JOIN coder AS b ON b.id = c.coder"
		" WHERE u.source = ?1 AND u.revision = ?2"
		" ORDER BY u.\"start\", u.\"end\", u.id, c.id",
	[MEMOS] = "SELECT u.id, u.coder, m.id, m.coder, m.text FROM unit AS u"
		" JOIN memo_on AS n ON n.unit = u.id"
		" JOIN memo AS m ON m.id = n.memo"
		" WHERE u.source = ?1 AND u.revision = ?2"
		" ORDER BY u.\"start\", u.\"end\", u.id, m.id",
	[MEMO_OFF] = "DELETE FROM memo_on WHERE unit = ?1 AND memo = ?2",
	[MEMO_ON] = "SELECT 1 FROM memo_on WHERE memo = ?1",
	NULL
};

int
qda_unit_rows(struct db_rows **walk, struct qda_db *db, int64_t source,
    int64_t revision, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_unit_table_sql[LIST], "ii", source,
	    revision);
}

int
qda_unit_rows_next(struct db_rows *walk, struct qda_unit_row *row,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	row->id = db_int(walk, 0);
	row->start = db_int(walk, 1);
	row->end = db_int(walk, 2);
	row->coder = db_int(walk, 3);
	row->coder_name = db_text(walk, 4);
	row->label = db_text(walk, 5);
	row->text = db_int(walk, 6) != 0;
	row->code = db_int(walk, 7);
	row->code_name = db_text(walk, 8);
	row->stance = db_text(walk, 9);
	row->by = db_int(walk, 10);
	row->by_name = db_text(walk, 11);
	return 1;
}

int
qda_unit_memo_list(struct db_rows **walk, struct qda_db *db, int64_t source,
    int64_t revision, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_unit_table_sql[MEMOS], "ii", source,
	    revision);
}

int
qda_unit_memo_next(struct db_rows *walk, struct qda_unit_memo_row *row,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	row->unit = db_int(walk, 0);
	row->owner = db_int(walk, 1);
	row->id = db_int(walk, 2);
	row->coder = db_int(walk, 3);
	row->text = db_text(walk, 4);
	return 1;
}

int
qda_unit_memo_off(struct qda_db *db, int64_t unit, int64_t memo,
    struct qda_err *e)
{
	int64_t	 one, units = 0;
	int	 rc;

	if (db_run(db, e, qda_unit_table_sql[MEMO_OFF], "ii", unit, memo) < 0)
		return -1;
	rc = db_ask_int(&one, db, e, qda_unit_table_sql[MEMO_ON], "i", memo);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	return qda_memo_delete(db, memo, &units, e) < 0 ? -1 : 0;
}
