/* comment.c: what was written beside a transcript. */
#include <string.h>

#include "db/stmt.h"
#include "qda/comment.h"
#include "qda/when.h"
#include "study/sql.h"

enum { ADD, LIST };

const char *const qda_comment_sql[] = {
	[ADD] = "INSERT INTO comment (source, \"start\", \"end\", author,"
		" date, text, answers, done)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	/* a reply stands behind what it answers */
	[LIST] = "SELECT c.id, c.revision, c.\"start\", c.\"end\", c.author,"
		" c.date, c.text, c.answers, c.done FROM comment AS c"
		" JOIN source AS s ON s.id = c.source"
		" AND s.revision = c.revision WHERE c.source = ?1"
		" ORDER BY c.\"start\" IS NULL, c.\"start\", c.\"end\","
		" ifnull(c.answers, c.id), c.id",
	NULL
};

int
qda_comment_add(struct qda_db *db, int64_t source, struct qda_beside *c,
    struct qda_err *e)
{
	int	 rc = db_run(db, e, qda_comment_sql[ADD], "iiitttii", source,
		    c->start, c->end, c->author, c->date, c->text, c->answers,
		    (int64_t)c->done);

	c->id = db_last_id(db);
	return rc;
}

int
qda_comment_list(struct db_rows **walk, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_comment_sql[LIST], "i", source);
}

int
qda_comment_next(struct db_rows *walk, struct qda_beside *c,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	memset(c, 0, sizeof(*c));
	if (more <= 0)
		return more;
	c->id = db_int(walk, 0);
	c->revision = db_int(walk, 1);
	c->start = db_int(walk, 2);
	c->end = db_int(walk, 3);
	c->author = db_text(walk, 4);
	c->date = db_text(walk, 5);
	c->text = db_text(walk, 6);
	c->answers = db_int(walk, 7);
	c->done = db_int(walk, 8) == 1;
	return 1;
}
