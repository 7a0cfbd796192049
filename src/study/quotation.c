/* quotation.c: units chosen for the manuscript. */
#include <string.h>

#include "db/stmt.h"
#include "qda/quotation.h"
#include "qda/unit.h"
#include "qda/when.h"
#include "study/sql.h"

enum {
	ADD, FIND, LIST, GET, SET_TEXT, SET_PLACE, SET_CODE, MOVE, UNIT, DELETE
};

/* Whose words: of the first turn the unit touches, else the source's. */
#define SELECT "SELECT q.id, q.unit, q.text, u.words, q.code, c.name," \
	" q.place, q.position, s.name, u.revision, u.\"start\", u.\"end\"," \
	" p.id, p.name FROM quotation AS q JOIN unit AS u ON u.id = q.unit" \
	" JOIN source AS s ON s.id = u.source" \
	" LEFT JOIN code AS c ON c.id = q.code" \
	" LEFT JOIN turn AS t ON t.id = (SELECT id FROM turn" \
	" WHERE source = u.source AND \"start\" < u.\"end\"" \
	" AND \"end\" > u.\"start\" AND revision = u.revision" \
	" ORDER BY \"start\" LIMIT 1)" \
	" LEFT JOIN speaker AS v ON v.id = t.speaker" \
	" LEFT JOIN participant AS p" \
	" ON p.id = CASE WHEN t.id IS NULL THEN s.participant" \
	" ELSE coalesce(v.participant, CASE v.role WHEN 'participant'" \
	" THEN s.participant END) END"

const char *const qda_quotation_sql[] = {
	[ADD] = "INSERT INTO quotation (guid, unit, text, code, position,"
		" place, coder, created) SELECT ?1, ?2, ?3, ?4,"
		" ifnull(max(position), 0) + 1, ?5, ?6, ?7 FROM quotation",
	[FIND] = "SELECT id FROM quotation WHERE unit = ?1"
		" AND (?2 IS NULL OR text = ?2)",
	[LIST] = SELECT " ORDER BY q.position, q.id",
	[GET] = SELECT " WHERE q.id = ?1",
	[SET_TEXT] = "UPDATE quotation SET text = ?2 WHERE id = ?1",
	[SET_PLACE] = "UPDATE quotation SET place = ?2 WHERE id = ?1",
	[SET_CODE] = "UPDATE quotation SET code = ?2 WHERE id = ?1",
	[MOVE] = "UPDATE quotation SET position = ?2 WHERE id = ?1",
	[UNIT] = "SELECT unit FROM quotation WHERE id = ?1",
	[DELETE] = "DELETE FROM quotation WHERE id = ?1",
	NULL
};

int
qda_quotation_add(struct qda_db *db, int64_t unit, const char *text,
    int64_t code, const char *place, int64_t coder, int64_t *id,
    struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	if (db_run(db, e, qda_quotation_sql[ADD], "bititit", guid,
	    sizeof(guid), unit, text, code, place, coder, qda_now(now)) < 0)
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
qda_quotation_find(struct qda_db *db, int64_t unit, const char *text,
    int64_t *id, struct qda_err *e)
{
	return db_ask_int(id, db, e, qda_quotation_sql[FIND], "it", unit,
	    text);
}

int
qda_quotation_list(struct db_rows **walk, struct qda_db *db,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_quotation_sql[LIST], "");
}

int
qda_quotation_next(struct db_rows *walk, struct qda_quotation *q,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	q->id = db_int(walk, 0);
	q->unit = db_int(walk, 1);
	q->text = db_text(walk, 2);
	q->words = db_text(walk, 3);
	q->code = db_int(walk, 4);
	q->code_name = db_text(walk, 5);
	q->place = db_text(walk, 6);
	q->position = db_int(walk, 7);
	q->source = db_text(walk, 8);
	q->revision = db_int(walk, 9);
	q->start = db_int(walk, 10);
	q->end = db_int(walk, 11);
	q->person = db_int(walk, 12);
	q->participant = db_text(walk, 13);
	return 1;
}

int
qda_quotation_get(struct db_rows **walk, struct qda_db *db, int64_t id,
    struct qda_quotation *q, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_quotation_sql[GET], "i", id) < 0 ? -1 :
	    qda_quotation_next(*walk, q, e);
}

void
qda_quotation_end(struct db_rows *walk)
{
	db_stop(walk);
}

int
qda_quotation_set_text(struct qda_db *db, int64_t id, const char *text,
    struct qda_err *e)
{
	return db_run(db, e, qda_quotation_sql[SET_TEXT], "it", id, text);
}

int
qda_quotation_set_place(struct qda_db *db, int64_t id, const char *place,
    struct qda_err *e)
{
	return db_run(db, e, qda_quotation_sql[SET_PLACE], "it", id, place);
}

int
qda_quotation_set_code(struct qda_db *db, int64_t id, int64_t code,
    struct qda_err *e)
{
	return db_run(db, e, qda_quotation_sql[SET_CODE], "ii", id, code);
}

int
qda_quotation_move(struct qda_db *db, int64_t id, int64_t position,
    struct qda_err *e)
{
	return db_run(db, e, qda_quotation_sql[MOVE], "ii", id, position);
}

int
qda_quotation_delete(struct qda_db *db, int64_t id, int64_t *units,
    struct qda_err *e)
{
	int64_t	 unit;
	int	 rc = db_ask_int(&unit, db, e, qda_quotation_sql[UNIT], "i",
		    id);

	if (rc <= 0 || db_run(db, e, qda_quotation_sql[DELETE], "i", id) < 0)
		return rc <= 0 ? rc : -1;
	if ((rc = qda_unit_drop_empty(db, unit, e)) < 0)
		return -1;
	*units += rc;
	return 1;
}
