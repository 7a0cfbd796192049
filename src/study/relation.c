/* relation.c: links between codes, and the units that support them. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "qda/relation.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/when.h"
#include "study/sql.h"

enum {
	FIND, ADD, SIGN, MEMO, SUPPORT, UNSUPPORT, UNIT_AT, UNITS,
	UNSUPPORT_ALL, DELETE, LIST, ADDRESSES, TYPES
};

const char *const qda_relation_sql[] = {
	[FIND] = "SELECT id FROM relation WHERE \"from\" = ?1 AND type = ?2"
		" AND \"to\" = ?3",
	[ADD] = "INSERT INTO relation (guid, \"from\", type, \"to\", sign,"
		" memo, coder, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
		" ?8)",
	[SIGN] = "UPDATE relation SET sign = ?2 WHERE id = ?1",
	[MEMO] = "UPDATE relation SET memo = ?2 WHERE id = ?1",
	[SUPPORT] = "INSERT INTO relation_unit (relation, unit)"
		" VALUES (?1, ?2) ON CONFLICT (relation, unit) DO NOTHING",
	[UNSUPPORT] = "DELETE FROM relation_unit WHERE relation = ?1"
		" AND unit = ?2",
	[UNIT_AT] = "SELECT u.id FROM relation_unit AS s"
		" JOIN unit AS u ON u.id = s.unit WHERE s.relation = ?1"
		" AND u.source = ?2 AND u.\"start\" = ?3 AND u.\"end\" = ?4"
		" AND u.revision = ?5",
	[UNITS] = "SELECT unit FROM relation_unit WHERE relation = ?1",
	[UNSUPPORT_ALL] = "DELETE FROM relation_unit WHERE relation = ?1",
	[DELETE] = "DELETE FROM relation WHERE id = ?1",
	[LIST] = "SELECT r.id, r.\"from\", r.\"to\", r.type, r.sign, r.memo,"
		" a.name, b.name, (SELECT count(*) FROM relation_unit"
		" WHERE relation = r.id) FROM relation AS r"
		" JOIN code AS a ON a.id = r.\"from\""
		" JOIN code AS b ON b.id = r.\"to\" ORDER BY r.id",
	[ADDRESSES] = "SELECT s.name, u.\"start\", u.\"end\", u.revision"
		" FROM relation_unit AS r JOIN unit AS u ON u.id = r.unit"
		" JOIN source AS s ON s.id = u.source WHERE r.relation = ?1"
		" ORDER BY s.position, u.\"start\", u.\"end\", u.id",
	[TYPES] = "SELECT DISTINCT type FROM relation ORDER BY type",
	NULL
};

const struct qda_relation_type	qda_relation_types[] = {
	{ "leads-to", { "leads to", "entraîne" }, { NULL, NULL },
	    "conduit à; mène à; causes" },
	{ "favours", { "favours", "favorise" }, { "hinders", "freine" },
	    "favors" },
	{ "answers", { "answers", "répond à" }, { NULL, NULL }, NULL },
	{ "varies-with", { "varies with", "varie avec" },
	    { "varies against", "varie à l’inverse de" }, NULL },
	{ "opposes", { "opposes", "s’oppose à" }, { NULL, NULL }, NULL },
	{ "part-of", { "is part of", "fait partie de" }, { NULL, NULL },
	    "part of" },
	{ NULL, { NULL, NULL }, { NULL, NULL }, NULL }
};

static bool
same(const char *word, const char *name)
{
	return name != NULL && qda_text_distance(word, name) == 0;
}

/* Whether a word is one of those listed with "; " between. */
static bool
listed(const char *word, const char *list)
{
	const char	*end;
	char		*one;
	bool		 is = false;

	for (; list != NULL && !is; list = end == NULL ? NULL : end + 2) {
		end = strstr(list, "; ");
		one = end == NULL ? qda_strdup(list) :
		    qda_strndup(list, (size_t)(end - list));
		is = same(word, one);
		free(one);
	}
	return is;
}

const struct qda_relation_type *
qda_relation_meant(const char *word, bool *against)
{
	const struct qda_relation_type	*t;

	*against = false;
	for (t = qda_relation_types; t->key != NULL; t++) {
		if (same(word, t->key) || same(word, t->verb[0]) ||
		    same(word, t->verb[1]) || listed(word, t->also))
			return t;
		*against = same(word, t->against[0]) ||
		    same(word, t->against[1]);
		if (*against)
			return t;
	}
	return NULL;
}

const char *
qda_relation_verb(const char *type, const char *sign, const char *lang)
{
	size_t				 in = strcmp(lang, "fr") == 0;
	const struct qda_relation_type	*t;

	for (t = qda_relation_types; t->key != NULL; t++)
		if (strcmp(t->key, type) == 0)
			return sign != NULL && *sign == '-' &&
			    t->against[in] != NULL ? t->against[in] :
			    t->verb[in];
	return type;
}

int
qda_relation_own(struct qda_db *db, const char *word, char **type,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	*type = NULL;
	if (db_ask(&rows, db, e, qda_relation_sql[TYPES], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		if (*type == NULL && same(word, db_text(rows, 0)))
			*type = qda_strdup(db_text(rows, 0));
	return more < 0 ? -1 : *type != NULL;
}

int
qda_relation_find(struct qda_db *db, int64_t from, const char *type,
    int64_t to, int64_t *id, struct qda_err *e)
{
	return db_ask_int(id, db, e, qda_relation_sql[FIND], "iti", from, type,
	    to);
}

int
qda_relation_add(struct qda_db *db, const struct qda_relation *r,
    int64_t coder, int64_t *id, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	if (db_run(db, e, qda_relation_sql[ADD], "bitittit", guid,
	    sizeof(guid), r->from, r->type, r->to, r->sign, r->memo, coder,
	    qda_now(now)) < 0)
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
qda_relation_set(struct qda_db *db, int64_t id, const char *sign,
    const char *memo, struct qda_err *e)
{
	if (sign != NULL && db_run(db, e, qda_relation_sql[SIGN], "it", id,
	    sign) < 0)
		return -1;
	return memo == NULL ? 0 : db_run(db, e, qda_relation_sql[MEMO], "it",
	    id, memo);
}

int
qda_relation_support(struct qda_db *db, int64_t id, int64_t unit,
    struct qda_err *e)
{
	if (db_run(db, e, qda_relation_sql[SUPPORT], "ii", id, unit) < 0)
		return -1;
	return db_changed(db) > 0;
}

int
qda_relation_unit_at(struct qda_db *db, int64_t id, const struct qda_place *p,
    int64_t *unit, struct qda_err *e)
{
	return db_ask_int(unit, db, e, qda_relation_sql[UNIT_AT], "iiiii", id,
	    p->source, p->start, p->end, p->revision);
}

int
qda_relation_doubt(struct qda_db *db, int64_t id, int64_t unit,
    struct qda_err *e)
{
	int	 was;

	if (db_run(db, e, qda_relation_sql[UNSUPPORT], "ii", id, unit) < 0)
		return -1;
	was = db_changed(db) > 0;
	return was && qda_unit_drop_empty(db, unit, e) < 0 ? -1 : was;
}

int
qda_relation_delete(struct qda_db *db, int64_t id, int64_t *gone,
    struct qda_err *e)
{
	int64_t	*units;
	size_t	 n;
	int	 rc = -1;

	if (db_ask_ids(&units, &n, db, e, qda_relation_sql[UNITS], "i",
	    id) == 0 && qda_memo_unlink(db, QDA_MEMO_RELATION, id, e) >= 0 &&
	    db_run(db, e, qda_relation_sql[UNSUPPORT_ALL], "i", id) == 0 &&
	    db_run(db, e, qda_relation_sql[DELETE], "i", id) == 0)
		rc = qda_units_drop_empty(db, units, n, gone, e);
	free(units);
	return rc;
}

int
qda_relation_list(struct db_rows **walk, struct qda_db *db,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_relation_sql[LIST], "");
}

int
qda_relation_next(struct db_rows *walk, struct qda_relation *r,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	r->id = db_int(walk, 0);
	r->from = db_int(walk, 1);
	r->to = db_int(walk, 2);
	r->type = db_text(walk, 3);
	r->sign = db_text(walk, 4);
	r->memo = db_text(walk, 5);
	r->from_name = db_text(walk, 6);
	r->to_name = db_text(walk, 7);
	r->units = db_int(walk, 8);
	return 1;
}

int
qda_relation_units(struct db_rows **walk, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_relation_sql[ADDRESSES], "i", id);
}

int
qda_relation_unit(struct db_rows *walk, char **address, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more > 0)
		*address = qda_address_text(db_text(walk, 0), db_int(walk, 1),
		    db_int(walk, 2), db_int(walk, 3));
	return more;
}
