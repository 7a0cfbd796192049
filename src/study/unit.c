/* unit.c: meaning units and codings. */
#include "db/stmt.h"
#include "qda/memo.h"
#include "qda/unit.h"
#include "qda/when.h"
#include "study/sql.h"

enum {
	FIND, ADD, CODE, UNCODE, STANCE, LABEL, DROP, HAS_MEMO, CODING, READ,
	POSITION
};

const char *const qda_unit_sql[] = {
	[FIND] = "SELECT id FROM unit WHERE source = ?1 AND \"start\" = ?2"
		" AND \"end\" = ?3 AND revision = ?4 AND coder = ?5",
	[ADD] = "INSERT INTO unit (guid, source, \"start\", \"end\","
		" revision, coder, words, made, reviewed, kind, created)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	[CODE] = "INSERT INTO coding (guid, unit, source, code, coder, stance,"
		" created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
		" ON CONFLICT (unit, code, coder) DO NOTHING",
	[UNCODE] = "DELETE FROM coding WHERE id = ?1",
	[STANCE] = "UPDATE coding SET stance = ?4 WHERE unit = ?1"
		" AND code = ?2 AND coder = ?3 AND stance <> ?4",
	[LABEL] = "UPDATE unit SET label = ?2 WHERE id = ?1"
		" AND label IS NOT ?2",
	[DROP] = "DELETE FROM unit WHERE id = ?1 AND label IS NULL"
		" AND NOT EXISTS (SELECT 1 FROM coding WHERE unit = ?1)"
		" AND NOT EXISTS (SELECT 1 FROM memo_on WHERE unit = ?1)"
		" AND NOT EXISTS (SELECT 1 FROM quotation WHERE unit = ?1)"
		" AND NOT EXISTS (SELECT 1 FROM relation_unit"
		" WHERE unit = ?1)",
	[HAS_MEMO] = "SELECT 1 FROM memo_on JOIN memo ON memo.id = memo_on.memo"
		" WHERE memo_on.unit = ?1 AND memo.text = ?2",
	[CODING] = "SELECT id FROM coding WHERE unit = ?1 AND code = ?2"
		" AND coder = ?3",
	[READ] = "UPDATE unit SET reviewed = 1 WHERE id = ?1"
		" AND reviewed IS NOT 1",
	[POSITION] = "UPDATE coding SET position = ?2 WHERE id = ?1"
		" AND position IS NOT ?2",
	NULL
};

int
qda_unit_find(struct qda_db *db, const struct qda_place *p, int64_t coder,
    int64_t *id, struct qda_err *e)
{
	return db_ask_int(id, db, e, qda_unit_sql[FIND], "iiiii", p->source,
	    p->start, p->end, p->revision, coder);
}

int
qda_unit_add(struct qda_db *db, const struct qda_place *p, int64_t coder,
    const char *words, const char *made, int64_t reviewed, int64_t *id,
    struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	if (db_run(db, e, qda_unit_sql[ADD], "biiiiittitt", guid, sizeof(guid),
	    p->source, p->start, p->end, p->revision, coder, words, made,
	    reviewed, p->whole ? "source" : "text", qda_now(now)) < 0)
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
qda_coding_add(struct qda_db *db, int64_t unit, int64_t source, int64_t code,
    int64_t coder, const char *stance, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	if (db_run(db, e, qda_unit_sql[CODE], "biiiitt", guid, sizeof(guid),
	    unit, source, code, coder, stance, qda_now(now)) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_coding_remove(struct qda_db *db, int64_t unit, int64_t code,
    int64_t coder, struct qda_err *e)
{
	int64_t	 id;
	int	 rc;

	rc = db_ask_int(&id, db, e, qda_unit_sql[CODING], "iii", unit, code,
	    coder);
	if (rc <= 0)
		return rc;
	if (qda_memo_unlink(db, QDA_MEMO_CODING, id, e) < 0 ||
	    db_run(db, e, qda_unit_sql[UNCODE], "i", id) < 0)
		return -1;
	return 1;
}

int
qda_coding_stance(struct qda_db *db, int64_t unit, int64_t code,
    int64_t coder, const char *stance, struct qda_err *e)
{
	if (db_run(db, e, qda_unit_sql[STANCE], "iiit", unit, code, coder,
	    stance) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_coding_position(struct qda_db *db, const struct qda_place *p,
    int64_t code, int64_t coder, const char *position, bool *there,
    struct qda_err *e)
{
	int64_t	 unit, id;
	int	 rc = qda_unit_find(db, p, coder, &unit, e);

	if (rc > 0)
		rc = db_ask_int(&id, db, e, qda_unit_sql[CODING], "iii", unit,
		    code, coder);
	*there = rc > 0;
	if (rc <= 0)
		return rc;
	if (db_run(db, e, qda_unit_sql[POSITION], "it", id, position) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_unit_label(struct qda_db *db, int64_t unit, const char *label,
    struct qda_err *e)
{
	if (db_run(db, e, qda_unit_sql[LABEL], "it", unit, label) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_unit_memo(struct qda_db *db, int64_t unit, const char *text,
    int64_t coder, struct qda_err *e)
{
	struct qda_memo	 memo = { .kind = "memo", .text = text };
	int64_t		 id;
	char		 today[11];
	int		 rc;

	rc = db_ask_int(&id, db, e, qda_unit_sql[HAS_MEMO], "it", unit, text);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	memo.date = qda_today(today);
	if (qda_memo_add(db, &memo, coder, &id, e) < 0)
		return -1;
	return qda_memo_link(db, id, QDA_MEMO_UNIT, unit, e) < 0 ? -1 : 0;
}

int
qda_unit_read(struct qda_db *db, int64_t unit, struct qda_err *e)
{
	return db_run(db, e, qda_unit_sql[READ], "i", unit);
}

int
qda_unit_drop_empty(struct qda_db *db, int64_t unit, struct qda_err *e)
{
	if (db_run(db, e, qda_unit_sql[DROP], "i", unit) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_units_drop_empty(struct qda_db *db, const int64_t *units, size_t n,
    int64_t *gone, struct qda_err *e)
{
	int	 dropped;

	for (size_t i = 0; i < n; i++) {
		if ((dropped = qda_unit_drop_empty(db, units[i], e)) < 0)
			return -1;
		*gone += dropped;
	}
	return 0;
}
