/* news.c: what came since a moment. */
#include "db/stmt.h"
#include "qda/news.h"
#include "study/sql.h"

enum { SOURCES, CODERS };

const char *const qda_news_sql[] = {
	[SOURCES] = "SELECT name FROM source WHERE ?1 IS NULL"
		" OR created >= ?1 ORDER BY position, id",
	[CODERS] = "SELECT coder.name, count(*), count(DISTINCT coding.source)"
		" FROM coding JOIN coder ON coder.id = coding.coder"
		" WHERE ?1 IS NULL OR coding.created >= ?1"
		" GROUP BY coder.id ORDER BY coder.id",
	NULL
};

int
qda_news_sources(struct qda_strings *names, struct qda_db *db,
    const char *since, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_news_sql[SOURCES], "t", since) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(names, db_text(rows, 0));
	return more;
}

int
qda_news_coders(struct db_rows **walk, struct qda_db *db, const char *since,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_news_sql[CODERS], "t", since);
}

int
qda_news_coder_next(struct db_rows *walk, struct qda_news_coder *c,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	c->name = db_text(walk, 0);
	c->codings = db_int(walk, 1);
	c->sources = db_int(walk, 2);
	return 1;
}
