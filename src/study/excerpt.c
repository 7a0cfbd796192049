/* excerpt.c: one short extract a code. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/excerpt.h"
#include "qda/mem.h"
#include "study/sql.h"

enum { UNITS, WORDS };

enum { WANTED = 80, CONTRARY = 1 << 30 };

const char *const qda_excerpt_sql[] = {
	[UNITS] = "SELECT c.code, c.coder, c.unit, length(u.words),"
		" c.stance = 'illustrates' FROM coding AS c"
		" JOIN unit AS u ON u.id = c.unit ORDER BY c.id",
	[WORDS] = "SELECT u.words, coalesce((SELECT p.name FROM turn AS t"
		" JOIN speaker AS v ON v.id = t.speaker"
		" JOIN participant AS p ON p.id = v.participant"
		" WHERE t.source = u.source AND t.\"start\" < u.\"end\""
		" AND t.\"end\" > u.\"start\" AND t.revision = u.revision"
		" ORDER BY t.\"start\" LIMIT 1), p.name, s.name)"
		" FROM unit AS u JOIN source AS s ON s.id = u.source"
		" LEFT JOIN participant AS p ON p.id = s.participant"
		" WHERE u.id = ?1",
	NULL
};

/* The best unit of a code so far. */
struct best {
	int64_t	 unit, off;	/* how far from what is wanted */
};

static bool
counts(const int64_t *coders, size_t n, int64_t coder)
{
	for (size_t i = 0; i < n; i++)
		if (coders[i] == coder)
			return true;
	return n == 0;
}

static int
choose(struct best *best, const struct qda_book *book, struct qda_db *db,
    const int64_t *coders, size_t n, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 off;
	size_t		 code;
	int		 more;

	if (db_ask(&rows, db, e, qda_excerpt_sql[UNITS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		code = qda_book_find(book, db_int(rows, 0));
		if (code == QDA_NOWHERE || !counts(coders, n, db_int(rows, 1)))
			continue;
		off = llabs((long long)db_int(rows, 3) - WANTED) +
		    (db_int(rows, 4) ? 0 : CONTRARY);
		if (best[code].unit == 0 || off < best[code].off)
			best[code] = (struct best){ db_int(rows, 2), off };
	}
	return more;
}

static int
read_words(struct qda_excerpt *x, struct qda_db *db, int64_t unit,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_excerpt_sql[WORDS], "i", unit) < 0)
		return -1;
	if ((more = db_next(rows, e)) > 0) {
		x->words = qda_strdup(db_text(rows, 0));
		x->who = qda_strdup(db_text(rows, 1));
		db_stop(rows);
	}
	return more < 0 ? -1 : 0;
}

int
qda_excerpts_read(struct qda_excerpt **result, const struct qda_book *book,
    struct qda_db *db, const int64_t *coders, size_t n, struct qda_err *e)
{
	struct best	*best = qda_alloc(book->n + 1, sizeof(*best));
	int		 rc;

	*result = qda_alloc(book->n + 1, sizeof(**result));
	rc = choose(best, book, db, coders, n, e);
	for (size_t i = 0; rc == 0 && i < book->n; i++)
		if (best[i].unit != 0)
			rc = read_words(&(*result)[i], db, best[i].unit, e);
	free(best);
	if (rc == 0)
		return 0;
	qda_excerpts_free(*result, book);
	*result = NULL;
	return -1;
}

void
qda_excerpts_free(struct qda_excerpt *x, const struct qda_book *book)
{
	for (size_t i = 0; x != NULL && i < book->n; i++) {
		free(x[i].words);
		free(x[i].who);
	}
	free(x);
}
