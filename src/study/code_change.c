/* code_change.c: codes deleted, and merged into others. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/mem.h"
#include "qda/unit.h"
#include "study/sql.h"

enum {
	UNITS, UNLINK_CODINGS, DELETE_CODINGS, UNLINK_CODE, SUPPORT,
	UNLINK_RELATIONS, DELETE_SUPPORT, DELETE_RELATIONS, UNTELL,
	DELETE_VERDICTS, DELETE,
	LINK_SAME, DROP_SAME_LINKS, MOVE_CODINGS, DROP_LINKS, MOVE_LINKS,
	MOVE_SUPPORT, LINK_RELATIONS, MOVE_FROM, MOVE_TO, RETELL,
	MOVE_VERDICTS, FILL, FILL_MODEL,
	LINK_SAME_AT, MOVE_CODINGS_AT, DELETE_CODINGS_AT, RETELL_AT,
	MOVE_VERDICTS_AT
};

/* ?2's coding on the unit that ?1 codes too, by the same coder. */
#define TWIN "SELECT b.id FROM coding AS a JOIN coding AS b" \
	" ON b.unit = a.unit AND b.coder = a.coder AND b.code = ?2" \
	" WHERE a.id = memo_on.coding AND a.code = ?1"
#define CODINGS "(SELECT id FROM coding WHERE code = ?1)"
#define RELATIONS "(SELECT id FROM relation WHERE \"from\" = ?1" \
	" OR \"to\" = ?1)"
/* ?2's relation that says what one of ?1 says, when ?1 is put for ?2. */
#define SAID "SELECT b.id FROM relation AS a JOIN relation AS b" \
	" ON b.type = a.type AND b.id <> a.id" \
	" AND b.\"from\" = CASE a.\"from\" WHEN ?1 THEN ?2" \
	" ELSE a.\"from\" END" \
	" AND b.\"to\" = CASE a.\"to\" WHEN ?1 THEN ?2 ELSE a.\"to\" END" \
	" WHERE ?1 IN (a.\"from\", a.\"to\") AND a.id = "

/* The units at one place, of all coders. */
#define UNITS_AT "(SELECT id FROM unit WHERE source = ?3 AND revision = ?4" \
	" AND \"start\" = ?5 AND \"end\" = ?6)"

const char *const qda_code_change_sql[] = {
	[UNITS] = "SELECT DISTINCT unit FROM coding WHERE code = ?1",
	[SUPPORT] = "SELECT DISTINCT unit FROM relation_unit"
		" WHERE relation IN " RELATIONS,
	[UNLINK_CODINGS] = "DELETE FROM memo_on WHERE coding IN " CODINGS,
	[DELETE_CODINGS] = "DELETE FROM coding WHERE code = ?1",
	[UNLINK_CODE] = "DELETE FROM memo_on WHERE code = ?1",
	[UNLINK_RELATIONS] = "DELETE FROM memo_on WHERE relation IN "
		RELATIONS,
	[DELETE_SUPPORT] = "DELETE FROM relation_unit WHERE relation IN "
		RELATIONS,
	[DELETE_RELATIONS] = "DELETE FROM relation WHERE \"from\" = ?1"
		" OR \"to\" = ?1",
	[UNTELL] = "UPDATE quotation SET code = NULL WHERE code = ?1",
	[DELETE_VERDICTS] = "DELETE FROM verdict WHERE code = ?1",
	[DELETE] = "DELETE FROM code WHERE id = ?1",
	[LINK_SAME] = "UPDATE memo_on SET coding = (" TWIN ")"
		" WHERE EXISTS (" TWIN ")",
	/* a memo linked twice to one thing, by what was merged */
	[DROP_SAME_LINKS] = "DELETE FROM memo_on WHERE coding IS NOT NULL"
		" AND EXISTS (SELECT 1 FROM coding WHERE id = memo_on.coding"
		" AND code = ?1) AND EXISTS (SELECT 1 FROM memo_on AS o"
		" WHERE o.memo = memo_on.memo AND o.coding = memo_on.coding"
		" AND o.id < memo_on.id)",
	[MOVE_CODINGS] = "UPDATE coding SET code = ?2 WHERE code = ?1"
		" AND NOT EXISTS (SELECT 1 FROM coding AS b"
		" WHERE b.unit = coding.unit AND b.coder = coding.coder"
		" AND b.code = ?2)",
	[DROP_LINKS] = "DELETE FROM memo_on WHERE code = ?1 AND EXISTS"
		" (SELECT 1 FROM memo_on AS o WHERE o.memo = memo_on.memo"
		" AND o.code = ?2)",
	[MOVE_LINKS] = "UPDATE memo_on SET code = ?2 WHERE code = ?1",
	[MOVE_SUPPORT] = "UPDATE OR IGNORE relation_unit SET relation ="
		" (" SAID "relation_unit.relation) WHERE EXISTS"
		" (" SAID "relation_unit.relation)",
	[LINK_RELATIONS] = "UPDATE memo_on SET relation ="
		" (" SAID "memo_on.relation) WHERE relation IS NOT NULL"
		" AND EXISTS (" SAID "memo_on.relation)",
	[MOVE_FROM] = "UPDATE OR IGNORE relation SET \"from\" = ?2"
		" WHERE \"from\" = ?1 AND \"to\" NOT IN (?1, ?2)",
	[MOVE_TO] = "UPDATE OR IGNORE relation SET \"to\" = ?2"
		" WHERE \"to\" = ?1 AND \"from\" NOT IN (?1, ?2)",
	[RETELL] = "UPDATE quotation SET code = ?2 WHERE code = ?1",
	[MOVE_VERDICTS] = "UPDATE verdict SET code = ?2 WHERE code = ?1",
	/* what says what a code is holds together: all of it, or nothing */
	[FILL] = "UPDATE code SET definition = a.definition,"
		" use_when = a.use_when, not_when = a.not_when,"
		" example = a.example, dimension_from = a.dimension_from,"
		" dimension_to = a.dimension_to"
		" FROM code AS a WHERE a.id = ?1 AND code.id = ?2"
		" AND coalesce(code.definition, code.use_when, code.not_when,"
		" code.example, code.dimension_from, code.dimension_to)"
		" IS NULL AND coalesce(a.definition, a.use_when, a.not_when,"
		" a.example, a.dimension_from, a.dimension_to) IS NOT NULL",
	[FILL_MODEL] = "UPDATE code SET"
		" role = coalesce(code.role, a.role),"
		" core = max(code.core, a.core)"
		" FROM code AS a WHERE a.id = ?1 AND code.id = ?2"
		" AND (a.role IS NOT NULL OR a.core = 1)",
	/* of one place only, in this order */
	[LINK_SAME_AT] = "UPDATE memo_on SET coding = (" TWIN
		" AND a.unit IN " UNITS_AT ")"
		" WHERE EXISTS (" TWIN " AND a.unit IN " UNITS_AT ")",
	[MOVE_CODINGS_AT] = "UPDATE coding SET code = ?2 WHERE code = ?1"
		" AND unit IN " UNITS_AT " AND NOT EXISTS"
		" (SELECT 1 FROM coding AS b WHERE b.unit = coding.unit"
		" AND b.coder = coding.coder AND b.code = ?2)",
	[DELETE_CODINGS_AT] = "DELETE FROM coding WHERE code = ?1"
		" AND ?2 = ?2 AND unit IN " UNITS_AT,
	[RETELL_AT] = "UPDATE quotation SET code = ?2 WHERE code = ?1"
		" AND unit IN " UNITS_AT,
	[MOVE_VERDICTS_AT] = "UPDATE verdict SET code = ?2 WHERE code = ?1"
		" AND source = ?3 AND revision = ?4 AND \"start\" = ?5"
		" AND \"end\" = ?6",
	NULL
};

/* Runs a statement about one code; the rows it changed. */
static int64_t
about(struct qda_db *db, int sql, int64_t id, struct qda_err *e)
{
	if (db_run(db, e, qda_code_change_sql[sql], "i", id) < 0)
		return -1;
	return db_changed(db);
}

/* The same about two. */
static int64_t
about_two(struct qda_db *db, int sql, int64_t from, int64_t into,
    struct qda_err *e)
{
	if (db_run(db, e, qda_code_change_sql[sql], "ii", from, into) < 0)
		return -1;
	return db_changed(db);
}

/* Adds what a statement changed to a count. */
static int
counted(int64_t *sum, int64_t changed)
{
	if (changed < 0)
		return -1;
	*sum += changed;
	return 0;
}

static int
delete_codings(struct qda_db *db, int64_t id, struct qda_code_gone *gone,
    struct qda_err *e)
{
	int64_t	*units;
	size_t	 n;
	int	 rc = -1;

	if (db_ask_ids(&units, &n, db, e, qda_code_change_sql[UNITS], "i",
	    id) == 0 &&
	    counted(&gone->memos, about(db, UNLINK_CODINGS, id, e)) == 0 &&
	    counted(&gone->codings, about(db, DELETE_CODINGS, id, e)) == 0)
		rc = qda_units_drop_empty(db, units, n, &gone->units, e);
	free(units);
	return rc;
}

/* Relations that have the code at one end, with what hangs on them. */
static int
delete_relations(struct qda_db *db, int64_t id, struct qda_code_gone *gone,
    struct qda_err *e)
{
	int64_t	*units;
	size_t	 n;
	int	 rc = -1;

	if (db_ask_ids(&units, &n, db, e, qda_code_change_sql[SUPPORT], "i",
	    id) == 0 &&
	    counted(&gone->memos, about(db, UNLINK_RELATIONS, id, e)) == 0 &&
	    about(db, DELETE_SUPPORT, id, e) >= 0 &&
	    counted(&gone->relations, about(db, DELETE_RELATIONS, id,
	    e)) == 0)
		rc = qda_units_drop_empty(db, units, n, &gone->units, e);
	free(units);
	return rc;
}

int
qda_code_delete(struct qda_db *db, int64_t id, struct qda_code_gone *gone,
    struct qda_err *e)
{
	if (delete_relations(db, id, gone, e) < 0 ||
	    about(db, UNTELL, id, e) < 0 ||
	    counted(&gone->verdicts, about(db, DELETE_VERDICTS, id, e)) < 0 ||
	    delete_codings(db, id, gone, e) < 0 ||
	    counted(&gone->memos, about(db, UNLINK_CODE, id, e)) < 0 ||
	    counted(&gone->groupings, qda_grouping_clear(db, id, e)) < 0)
		return -1;
	return about(db, DELETE, id, e) < 0 ? -1 : 0;
}

static int
merge_codings(struct qda_db *db, int64_t from, int64_t into,
    struct qda_code_gone *gone, struct qda_err *e)
{
	if (about_two(db, LINK_SAME, from, into, e) < 0 ||
	    about(db, DROP_SAME_LINKS, into, e) < 0 ||
	    counted(&gone->codings, about_two(db, MOVE_CODINGS, from, into,
	    e)) < 0)
		return -1;
	return counted(&gone->same, about(db, DELETE_CODINGS, from, e));
}

static int
merge_relations(struct qda_db *db, int64_t from, int64_t into,
    struct qda_err *e)
{
	struct qda_code_gone	 lost = { 0 };

	if (about_two(db, MOVE_SUPPORT, from, into, e) < 0 ||
	    about_two(db, LINK_RELATIONS, from, into, e) < 0 ||
	    about_two(db, MOVE_FROM, from, into, e) < 0 ||
	    about_two(db, MOVE_TO, from, into, e) < 0)
		return -1;
	return delete_relations(db, from, &lost, e);
}

int
qda_code_merge(struct qda_db *db, int64_t from, int64_t into,
    struct qda_code_gone *gone, struct qda_err *e)
{
	bool	 became;

	if (merge_codings(db, from, into, gone, e) < 0 ||
	    merge_relations(db, from, into, e) < 0 ||
	    about_two(db, DROP_LINKS, from, into, e) < 0 ||
	    about_two(db, MOVE_LINKS, from, into, e) < 0 ||
	    about_two(db, RETELL, from, into, e) < 0 ||
	    about_two(db, MOVE_VERDICTS, from, into, e) < 0 ||
	    qda_grouping_move(db, from, into, &became, e) < 0 ||
	    about_two(db, FILL, from, into, e) < 0 ||
	    about_two(db, FILL_MODEL, from, into, e) < 0)
		return -1;
	gone->became |= became;
	return about(db, DELETE, from, e) < 0 ? -1 : 0;
}

/* A statement about two codes at one place; the rows it changed. */
static int64_t
about_place(struct qda_db *db, int sql, int64_t from, int64_t into,
    const struct qda_place *p, struct qda_err *e)
{
	if (db_run(db, e, qda_code_change_sql[sql], "iiiiii", from, into,
	    p->source, p->revision, p->start, p->end) < 0)
		return -1;
	return db_changed(db);
}

int
qda_code_split(struct qda_db *db, int64_t from, int64_t into,
    const struct qda_place *p, struct qda_code_gone *gone, struct qda_err *e)
{
	if (about_place(db, LINK_SAME_AT, from, into, p, e) < 0 ||
	    about(db, DROP_SAME_LINKS, into, e) < 0 ||
	    counted(&gone->codings, about_place(db, MOVE_CODINGS_AT, from,
	    into, p, e)) < 0 ||
	    counted(&gone->same, about_place(db, DELETE_CODINGS_AT, from,
	    into, p, e)) < 0 ||
	    about_place(db, RETELL_AT, from, into, p, e) < 0 ||
	    counted(&gone->verdicts, about_place(db, MOVE_VERDICTS_AT, from,
	    into, p, e)) < 0)
		return -1;
	return 0;
}
