/* unit_move.c: a unit with other borders, and two units that become one. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/unit.h"
#include "study/sql.h"

enum {
	MOVE, QUOTED, NEAR, WHOSE, LABEL,
	/* of two units, in this order */
	DIFFER, MEMO, SAME, CODING, RELATION_SAME, RELATION, QUOTATION, MEMOS,
	REMOVE
};

/* A coding x, and the one y of the same code and coder on another unit. */
#define ON_BOTH	" FROM coding AS x JOIN coding AS y ON y.unit = ?2" \
		" AND y.code = x.code AND y.coder = x.coder WHERE x.unit = ?1"
#define UNLIKE	" AND (x.stance <> y.stance OR x.position IS NOT y.position)"

const char *const qda_unit_move_sql[] = {
	[MOVE] = "UPDATE unit SET \"start\" = ?2, \"end\" = ?3, words = ?4,"
		" kind = ?5, revision = ?6, reviewed = CASE reviewed"
		" WHEN 0 THEN 1 ELSE reviewed END WHERE id = ?1",
	[QUOTED] = "SELECT count(*) FROM quotation WHERE unit = ?1",
	[NEAR] = "SELECT s.name || ':' || u.\"start\" || '-' || u.\"end\" ||"
		" CASE WHEN u.revision > 1 THEN '@' || u.revision ELSE '' END"
		" FROM unit AS u JOIN source AS s ON s.id = u.source"
		" WHERE u.source = ?1 AND u.\"start\" < ?3 AND u.\"end\" > ?2"
		" AND u.revision = ?4 AND u.coder = ?5"
		" ORDER BY abs(u.\"start\" - ?2) + abs(u.\"end\" - ?3) LIMIT 1",
	[WHOSE] = "SELECT c.name FROM unit AS u JOIN coder AS c"
		" ON c.id = u.coder WHERE u.source = ?1 AND u.\"start\" = ?2"
		" AND u.\"end\" = ?3 AND u.revision = ?4 ORDER BY u.id LIMIT 1",
	[LABEL] = "UPDATE unit SET label = CASE WHEN unit.label IS NULL"
		" THEN x.label ELSE unit.label || ' / ' || x.label END"
		" FROM unit AS x WHERE x.id = ?1 AND unit.id = ?2"
		" AND x.label IS NOT NULL AND x.label IS NOT unit.label",
	[DIFFER] = "SELECT count(*)" ON_BOTH UNLIKE,
	[MEMO] = "UPDATE memo_on SET coding = t.y FROM (SELECT x.id AS x,"
		" y.id AS y" ON_BOTH ") AS t WHERE memo_on.coding = t.x",
	[SAME] = "DELETE FROM coding WHERE id IN (SELECT x.id" ON_BOTH
		")",
	[CODING] = "UPDATE coding SET unit = ?2 WHERE unit = ?1",
	[RELATION_SAME] = "DELETE FROM relation_unit WHERE unit = ?1"
		" AND relation IN (SELECT relation FROM relation_unit"
		" WHERE unit = ?2)",
	[RELATION] = "UPDATE relation_unit SET unit = ?2 WHERE unit = ?1",
	[QUOTATION] = "UPDATE quotation SET unit = ?2 WHERE unit = ?1",
	[MEMOS] = "UPDATE memo_on SET unit = ?2 WHERE unit = ?1",
	[REMOVE] = "DELETE FROM unit WHERE id = ?1 AND ?2 = ?2",
	NULL
};

int
qda_unit_move(struct qda_db *db, int64_t unit, const struct qda_place *to,
    const char *words, int64_t *quoted, struct qda_err *e)
{
	if (db_ask_int(quoted, db, e, qda_unit_move_sql[QUOTED], "i",
	    unit) < 0)
		return -1;
	return db_run(db, e, qda_unit_move_sql[MOVE], "iiitti", unit,
	    to->start, to->end, words, to->whole ? "source" : "text",
	    to->revision);
}

int
qda_unit_near(struct qda_db *db, const struct qda_place *p, int64_t coder,
    char **address, struct qda_err *e)
{
	return db_ask_text(address, db, e, qda_unit_move_sql[NEAR], "iiiii",
	    p->source, p->start, p->end, p->revision, coder);
}

int
qda_unit_whose(struct qda_db *db, const struct qda_place *p, char **coder,
    struct qda_err *e)
{
	return db_ask_text(coder, db, e, qda_unit_move_sql[WHOSE], "iiii",
	    p->source, p->start, p->end, p->revision);
}

int
qda_unit_merge(struct qda_db *db, int64_t from, int64_t into,
    struct qda_unit_merged *m, struct qda_err *e)
{
	*m = (struct qda_unit_merged){ 0, 0 };
	if (db_run(db, e, qda_unit_move_sql[LABEL], "ii", from, into) < 0 ||
	    db_ask_int(&m->differing, db, e, qda_unit_move_sql[DIFFER], "ii",
	    from, into) < 0)
		return -1;
	for (int i = MEMO; i <= REMOVE; i++) {
		if (db_run(db, e, qda_unit_move_sql[i], "ii", from, into) < 0)
			return -1;
		if (i == SAME)
			m->same = db_changed(db);
	}
	return 0;
}
