/* memo.c: dated texts, on anything or on nothing. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/when.h"
#include "study/name.h"
#include "study/sql.h"

enum {
	LINK_PARTICIPANT, LINK_SOURCE, LINK_CODE, LINK_UNIT, LINK_CODING,
	LINK_RELATION, LINK_GUIDE,
	UNLINK_PARTICIPANT, UNLINK_SOURCE, UNLINK_CODE, UNLINK_UNIT,
	UNLINK_CODING, UNLINK_RELATION, UNLINK_GUIDE,
	ABOUT_PARTICIPANT, ABOUT_SOURCE, ABOUT_CODE, ABOUT_UNIT,
	ABOUT_CODING, ABOUT_RELATION, ABOUT_GUIDE,
	ABOUT_PLACE, ADD, LIST, GET, ON, UNITS, UNLINK_ALL, DELETE, NAMES,
	SET, LINKS, LINK_UNIT_OF, LINK_OFF
};

/* By noun, in the order of enum qda_memo_noun. */
#define LINK(noun) "INSERT INTO memo_on (memo, " noun ") SELECT ?1, ?2" \
	" WHERE NOT EXISTS (SELECT 1 FROM memo_on WHERE memo = ?1" \
	" AND " noun " = ?2)"
#define UNLINK(noun) "DELETE FROM memo_on WHERE " noun " = ?1"
#define ABOUT "SELECT DISTINCT memo FROM memo_on WHERE "
#define SELECT "SELECT m.id, m.kind, m.date, m.title, m.text, c.name," \
	" m.created FROM memo AS m JOIN coder AS c ON c.id = m.coder"
#define ADDRESS " s.name || ':' || u.\"start\" || '-' || u.\"end\"" \
	" || CASE WHEN u.revision > 1 THEN '@' || u.revision ELSE '' END "

const char *const qda_memo_sql[] = {
	[LINK_PARTICIPANT] = LINK("participant"),
	[LINK_SOURCE] = LINK("source"),
	[LINK_CODE] = LINK("code"),
	[LINK_UNIT] = LINK("unit"),
	[LINK_CODING] = LINK("coding"),
	[LINK_RELATION] = LINK("relation"),
	[LINK_GUIDE] = LINK("guide"),
	[UNLINK_PARTICIPANT] = UNLINK("participant"),
	[UNLINK_SOURCE] = UNLINK("source"),
	[UNLINK_CODE] = UNLINK("code"),
	[UNLINK_UNIT] = UNLINK("unit"),
	[UNLINK_CODING] = UNLINK("coding"),
	[UNLINK_RELATION] = UNLINK("relation"),
	[UNLINK_GUIDE] = UNLINK("guide"),
	[ABOUT_PARTICIPANT] = ABOUT "participant = ?1 ORDER BY memo",
	[ABOUT_SOURCE] = ABOUT "source = ?1"
		" OR unit IN (SELECT id FROM unit WHERE source = ?1)"
		" OR coding IN (SELECT coding.id FROM unit JOIN coding"
		" ON coding.unit = unit.id WHERE unit.source = ?1)"
		" ORDER BY memo",
	[ABOUT_CODE] = ABOUT "code = ?1 OR coding IN (SELECT id FROM coding"
		" WHERE code = ?1) ORDER BY memo",
	[ABOUT_UNIT] = ABOUT "unit = ?1 ORDER BY memo",
	[ABOUT_CODING] = ABOUT "coding = ?1 ORDER BY memo",
	[ABOUT_RELATION] = ABOUT "relation = ?1 ORDER BY memo",
	[ABOUT_GUIDE] = ABOUT "guide = ?1 ORDER BY memo",
	[ABOUT_PLACE] = ABOUT "unit IN (SELECT id FROM unit WHERE source = ?1"
		" AND \"start\" < ?3 AND \"end\" > ?2 AND revision = ?4)"
		" ORDER BY memo",
	[ADD] = "INSERT INTO memo (guid, kind, date, title, text, coder,"
		" created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[LIST] = SELECT " ORDER BY m.date, m.id",
	[GET] = SELECT " WHERE m.id = ?1",
	[ON] = "SELECT coalesce('participant:' || p.name,"
		" 'source:' || o.name, 'code:' || c.name, 'guide:'"
		" || g.version, 'relation:' || f.name || ' ' || r.type"
		" || ' ' || t.name, CASE WHEN m.unit IS NULL THEN " ADDRESS
		" || ' code:' || k.name ELSE " ADDRESS " END)"
		" FROM memo_on AS m"
		" LEFT JOIN participant AS p ON p.id = m.participant"
		" LEFT JOIN source AS o ON o.id = m.source"
		" LEFT JOIN code AS c ON c.id = m.code"
		" LEFT JOIN guide AS g ON g.id = m.guide"
		" LEFT JOIN relation AS r ON r.id = m.relation"
		" LEFT JOIN code AS f ON f.id = r.\"from\""
		" LEFT JOIN code AS t ON t.id = r.\"to\""
		" LEFT JOIN coding AS d ON d.id = m.coding"
		" LEFT JOIN code AS k ON k.id = d.code"
		" LEFT JOIN unit AS u ON u.id = coalesce(m.unit, d.unit)"
		" LEFT JOIN source AS s ON s.id = u.source"
		" WHERE m.memo = ?1 ORDER BY m.id",
	[UNITS] = "SELECT unit FROM memo_on WHERE memo = ?1"
		" AND unit IS NOT NULL",
	[UNLINK_ALL] = "DELETE FROM memo_on WHERE memo = ?1",
	[DELETE] = "DELETE FROM memo WHERE id = ?1",
	[NAMES] = "SELECT name FROM source UNION ALL SELECT name FROM code"
		" UNION ALL SELECT name FROM participant",
	[SET] = "UPDATE memo SET kind = ?2, date = ?3, title = ?4, text = ?5"
		" WHERE id = ?1 AND (kind, date, title, text) IS NOT"
		" (?2, ?3, ?4, ?5)",
	[LINKS] = "SELECT id FROM memo_on WHERE memo = ?1 ORDER BY id",
	[LINK_UNIT_OF] = "SELECT unit FROM memo_on WHERE id = ?1"
		" AND unit IS NOT NULL",
	[LINK_OFF] = "DELETE FROM memo_on WHERE id = ?1",
	NULL
};

static const char	*const kinds[] = {
	"memo", "mémo", "field", "terrain", "journal", "journal", "method",
	"méthode", "position", "posture", "theory", "théorie", NULL
};

const char *
qda_memo_kind(const char *word)
{
	if (word == NULL)
		return "memo, field, journal, method, position, theory";
	for (const char *const *k = kinds; *k != NULL; k += 2)
		if (qda_text_distance(word, k[0]) == 0 ||
		    qda_text_distance(word, k[1]) == 0)
			return k[0];
	return NULL;
}

int
qda_memo_add(struct qda_db *db, const struct qda_memo *m, int64_t coder,
    int64_t *id, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	if (db_run(db, e, qda_memo_sql[ADD], "bttttit", guid, sizeof(guid),
	    m->kind, m->date, m->title, m->text, coder, qda_now(now)) < 0)
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
qda_memo_set(struct qda_db *db, const struct qda_memo *m, struct qda_err *e)
{
	if (db_run(db, e, qda_memo_sql[SET], "itttt", m->id, m->kind, m->date,
	    m->title, m->text) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_memo_link(struct qda_db *db, int64_t memo, enum qda_memo_noun noun,
    int64_t id, struct qda_err *e)
{
	if (db_run(db, e, qda_memo_sql[LINK_PARTICIPANT + (int)noun], "ii",
	    memo, id) < 0)
		return -1;
	return db_changed(db) > 0;
}

int64_t
qda_memo_unlink(struct qda_db *db, enum qda_memo_noun noun, int64_t id,
    struct qda_err *e)
{
	if (db_run(db, e, qda_memo_sql[UNLINK_PARTICIPANT + (int)noun], "i",
	    id) < 0)
		return -1;
	return db_changed(db);
}

int
qda_memo_delete(struct qda_db *db, int64_t id, int64_t *units,
    struct qda_err *e)
{
	int64_t	*on;
	size_t	 n;
	int	 rc = -1, there;

	if (db_ask_ids(&on, &n, db, e, qda_memo_sql[UNITS], "i", id) < 0 ||
	    db_run(db, e, qda_memo_sql[UNLINK_ALL], "i", id) < 0 ||
	    db_run(db, e, qda_memo_sql[DELETE], "i", id) < 0)
		goto out;
	there = db_changed(db) > 0;
	if (qda_units_drop_empty(db, on, n, units, e) == 0)
		rc = there;
out:
	free(on);
	return rc;
}

int
qda_memo_list(struct db_rows **walk, struct qda_db *db, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_memo_sql[LIST], "");
}

int
qda_memo_next(struct db_rows *walk, struct qda_memo *m, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	memset(m, 0, sizeof(*m));
	if (more <= 0)
		return more;
	m->id = db_int(walk, 0);
	m->kind = db_text(walk, 1);
	m->date = db_text(walk, 2);
	m->title = db_text(walk, 3);
	m->text = db_text(walk, 4);
	m->coder = db_text(walk, 5);
	m->created = db_text(walk, 6);
	return 1;
}

int
qda_memo_get(struct db_rows **walk, struct qda_db *db, int64_t id,
    struct qda_memo *m, struct qda_err *e)
{
	if (db_ask(walk, db, e, qda_memo_sql[GET], "i", id) < 0)
		return -1;
	return qda_memo_next(*walk, m, e);
}

void
qda_memo_end(struct db_rows *walk)
{
	db_stop(walk);
}

int
qda_memo_on(struct qda_strings *on, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_memo_sql[ON], "i", id) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(on, db_text(rows, 0));
	return more;
}

int
qda_memo_links(int64_t **links, size_t *n, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	return db_ask_ids(links, n, db, e, qda_memo_sql[LINKS], "i", id);
}

int
qda_memo_off(struct qda_db *db, int64_t link, int64_t *units,
    struct qda_err *e)
{
	int64_t	 unit = QDA_NONE;
	int	 had, gone = 0;

	had = db_ask_int(&unit, db, e, qda_memo_sql[LINK_UNIT_OF], "i", link);
	if (had < 0 || db_run(db, e, qda_memo_sql[LINK_OFF], "i", link) < 0 ||
	    (had > 0 && (gone = qda_unit_drop_empty(db, unit, e)) < 0))
		return -1;
	*units += gone;
	return 0;
}

int
qda_memo_about(int64_t **ids, size_t *n, struct qda_db *db,
    enum qda_memo_noun noun, int64_t id, struct qda_err *e)
{
	return db_ask_ids(ids, n, db, e,
	    qda_memo_sql[ABOUT_PARTICIPANT + (int)noun], "i", id);
}

int
qda_memo_about_place(int64_t **ids, size_t *n, struct qda_db *db,
    const struct qda_place *p, struct qda_err *e)
{
	return db_ask_ids(ids, n, db, e, qda_memo_sql[ABOUT_PLACE], "iiii",
	    p->source, p->start, p->end, p->revision);
}

int
qda_memo_no_such(struct qda_db *db, const char *name, struct qda_err *e)
{
	return name_missing(db, qda_memo_sql[NAMES], _("there is no source, "
	    "code or participant '%s'"), name, e);
}
