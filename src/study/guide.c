/* guide.c: versions of the interview guide, and what they ask. */
#include <stddef.h>

#include "db/stmt.h"
#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "study/name.h"
#include "study/sql.h"

enum {
	FIND, NAMES, ADD, VERSION, RENAME, LIST, QUESTIONS, OPENING, SOURCES,
	FORGET, ASK, REMOVE
};

const char *const qda_guide_sql[] = {
	[FIND] = "SELECT id FROM guide WHERE key = ?1",
	[NAMES] = "SELECT version FROM guide ORDER BY id",
	[ADD] = "INSERT INTO guide (guid, version, key, created)"
		" VALUES (?1, ?2, ?3, ?4)",
	[VERSION] = "SELECT version FROM guide WHERE id = ?1",
	[RENAME] = "UPDATE guide SET version = ?2, key = ?3 WHERE id = ?1",
	[LIST] = "SELECT id, version, date, (SELECT count(*)"
		" FROM guide_question WHERE guide = guide.id),"
		" (SELECT count(*) FROM source WHERE source.guide = guide.id)"
		" FROM guide ORDER BY date IS NULL, date, id",
	[QUESTIONS] = "SELECT text FROM guide_question WHERE guide = ?1"
		" ORDER BY position, id",
	[OPENING] = "SELECT count(*) FROM guide_question WHERE guide = ?1"
		" AND opening = 1",
	[SOURCES] = "SELECT name FROM source WHERE guide = ?1"
		" ORDER BY position, id",
	[FORGET] = "DELETE FROM guide_question WHERE guide = ?1",
	[ASK] = "INSERT INTO guide_question (guide, position, text, opening)"
		" VALUES (?1, ?2, ?3, ?2 <= ?4)",
	[REMOVE] = "DELETE FROM guide WHERE id = ?1",
	NULL
};

#define IS_OPENING "coalesce(position <= ?2, 0)"

const struct qda_field	qda_guide_fields[] = {
	QDA_FIELD("guide", "date", "date", QDA_VALUE_DATE, NULL),
	QDA_FIELD("guide", "tested", "tested", QDA_VALUE_TEXT, NULL),
	{ "opening", QDA_VALUE_NUMBER,
	    "UPDATE guide_question SET opening = " IS_OPENING
	    " WHERE guide = ?1 AND opening IS NOT " IS_OPENING,
	    "SELECT nullif(count(*), 0) FROM guide_question"
	    " WHERE guide = ?1 AND opening = 1", NULL },
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_guide_find(struct qda_db *db, const char *version, int64_t *id,
    struct qda_err *e)
{
	return name_find(db, qda_guide_sql[FIND], version, id, e);
}

int
qda_guide_need(struct qda_db *db, const char *version, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_guide_find(db, version, id, e);

	return rc != 0 ? rc : name_missing(db, qda_guide_sql[NAMES],
	    _("there is no guide '%s' ('qda guide add' makes one)"),
	    version, e);
}

static int
taken(const char *version, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("there is a guide '%s' already"),
	    version);
}

int
qda_guide_add(struct qda_db *db, const char *version, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_guide_find(db, version, id, e);

	if (rc > 0)
		return taken(version, e);
	return rc < 0 ? -1 : name_insert(db, qda_guide_sql[ADD], _("guide"),
	    version, id, e);
}

int
qda_guide_version(struct qda_db *db, int64_t id, char **version,
    struct qda_err *e)
{
	return db_ask_text(version, db, e, qda_guide_sql[VERSION], "i",
	    id) < 0 ? -1 : 0;
}

int
qda_guide_rename(struct qda_db *db, int64_t id, const char *version,
    struct qda_err *e)
{
	int64_t	 other = id;

	if (qda_guide_find(db, version, &other, e) < 0)
		return -1;
	if (other != id)
		return taken(version, e);
	return name_change(db, qda_guide_sql[RENAME], _("guide"), version, id,
	    e);
}

int
qda_guide_delete(struct qda_db *db, int64_t id, int64_t *memos,
    struct qda_err *e)
{
	int64_t	 links = qda_memo_unlink(db, QDA_MEMO_GUIDE, id, e);

	if (links < 0 || db_run(db, e, qda_guide_sql[FORGET], "i", id) < 0 ||
	    db_run(db, e, qda_guide_sql[REMOVE], "i", id) < 0)
		return -1;
	*memos += links;
	return 0;
}

int
qda_guide_list(struct db_rows **walk, struct qda_db *db, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_guide_sql[LIST], "");
}

int
qda_guide_next(struct db_rows *walk, struct qda_guide *g, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	g->id = db_int(walk, 0);
	g->version = db_text(walk, 1);
	g->date = db_text(walk, 2);
	g->questions = db_int(walk, 3);
	g->sources = db_int(walk, 4);
	return 1;
}

/* The texts that a statement gives of the row id. */
static int
add_texts(struct qda_strings *list, struct qda_db *db, const char *sql,
    int64_t id, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, sql, "i", id) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(list, db_text(rows, 0));
	return more;
}

int
qda_guide_questions(struct qda_strings *list, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	return add_texts(list, db, qda_guide_sql[QUESTIONS], id, e);
}

int
qda_guide_sources(struct qda_strings *list, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	return add_texts(list, db, qda_guide_sql[SOURCES], id, e);
}

int
qda_guide_ask(struct qda_db *db, int64_t id,
    const struct qda_strings *questions, int64_t opening, struct qda_err *e)
{
	int	 rc = db_run(db, e, qda_guide_sql[FORGET], "i", id);

	for (size_t i = 0; i < questions->n && rc == 0; i++)
		rc = db_run(db, e, qda_guide_sql[ASK], "iiti", id,
		    (int64_t)i + 1, questions->at[i], opening);
	return rc;
}

int
qda_guide_opening(struct qda_db *db, int64_t id, int64_t *opening,
    struct qda_err *e)
{
	return db_ask_int(opening, db, e, qda_guide_sql[OPENING], "i",
	    id) < 0 ? -1 : 0;
}
