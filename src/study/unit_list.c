/* unit_list.c: meaning units with all they carry. */
#include <string.h>

#include "db/stmt.h"
#include "qda/unit.h"
#include "study/sql.h"

enum { LIST, GET, MEMO };

/* In the order in which they were put on; U+001F between. */
#define CODES(what) "(SELECT group_concat(" what ", char(31)) FROM (SELECT" \
	" k.name AS name, p.name AS category FROM coding AS c" \
	" JOIN code AS k ON k.id = c.code" \
	" LEFT JOIN grouping AS g ON g.member = k.id AND g.main = 1" \
	" LEFT JOIN code AS p ON p.id = g.category" \
	" WHERE c.unit = u.id AND c.coder = u.coder ORDER BY c.id))"
#define COLUMNS "SELECT u.id, u.\"start\", u.\"end\", u.label," \
	CODES("name") ", " CODES("coalesce(category, '')") "," \
	" (SELECT group_concat(text, char(31)) FROM (SELECT m.text AS text" \
	" FROM memo_on AS o JOIN memo AS m ON m.id = o.memo" \
	" WHERE o.unit = u.id AND m.coder = u.coder ORDER BY m.id))" \
	" FROM unit AS u "

const char *const qda_unit_list_sql[] = {
	[LIST] = COLUMNS "JOIN source AS s ON s.id = u.source"
		" AND s.revision = u.revision"
		" WHERE u.source = ?1 AND u.coder = ?2"
		" ORDER BY u.\"start\", u.\"end\" DESC, u.id",
	[GET] = COLUMNS "WHERE u.id = ?1",
	[MEMO] = "SELECT min(m.id) FROM memo_on AS o"
		" JOIN memo AS m ON m.id = o.memo"
		" JOIN unit AS u ON u.id = o.unit"
		" WHERE o.unit = ?1 AND m.coder = u.coder"
		" HAVING count(*) = 1",
	NULL
};

int
qda_unit_list(struct db_rows **walk, struct qda_db *db, int64_t source,
    int64_t coder, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_unit_list_sql[LIST], "ii", source,
	    coder);
}

static const char *
text_or_empty(struct db_rows *walk, int column)
{
	const char	*s = db_text(walk, column);

	return s != NULL ? s : "";
}

int
qda_unit_next(struct db_rows *walk, struct qda_unit *u, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	memset(u, 0, sizeof(*u));
	if (more <= 0)
		return more;
	u->id = db_int(walk, 0);
	u->start = db_int(walk, 1);
	u->end = db_int(walk, 2);
	u->label = db_text(walk, 3);
	u->codes = text_or_empty(walk, 4);
	u->categories = text_or_empty(walk, 5);
	u->memos = text_or_empty(walk, 6);
	return 1;
}

int
qda_unit_get(struct db_rows **walk, struct qda_db *db, int64_t id,
    struct qda_unit *u, struct qda_err *e)
{
	if (db_ask(walk, db, e, qda_unit_list_sql[GET], "i", id) < 0)
		return -1;
	return qda_unit_next(*walk, u, e);
}

void
qda_unit_stop(struct db_rows *walk)
{
	db_stop(walk);
}

int
qda_unit_only_memo(struct qda_db *db, int64_t unit, int64_t *memo,
    struct qda_err *e)
{
	return db_ask_int(memo, db, e, qda_unit_list_sql[MEMO], "i", unit);
}
