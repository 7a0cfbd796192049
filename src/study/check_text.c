/* check_text.c: a sweep over each text: turns, words where they say. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/text.h"
#include "study/check.h"
#include "study/sql.h"

enum { TEXTS, UNITS, TURNS };

const char *const qda_check_text_sql[] = {
	/* ids first: what is sorted is held in memory */
	[TEXTS] = "SELECT s.id, s.name, r.number, r.hash, t.text, t.length"
		" FROM (SELECT r.id FROM source AS s"
		" JOIN source_revision AS r ON r.source = s.id"
		" ORDER BY s.position, s.id, r.number LIMIT -1) AS o"
		" CROSS JOIN source_revision AS r ON r.id = o.id"
		" CROSS JOIN source AS s ON s.id = r.source"
		" CROSS JOIN source_text AS t ON t.hash = r.hash",
	[UNITS] = "SELECT \"start\", \"end\", words FROM unit"
		" WHERE source = ?1 AND revision = ?2"
		" ORDER BY \"start\", \"end\"",
	[TURNS] = "SELECT \"start\", \"end\", seq FROM turn"
		" WHERE source = ?1 AND revision = ?2 ORDER BY seq, id",
	NULL
};

/* A text of a source; what is lent is so until the next. */
struct text {
	struct qda_db		*db;
	struct qda_findings	*f;
	int64_t			 source, revision, length;
	const char		*name, *s;
	size_t			 size;
};

static struct qda_finding *
found_at(struct text *t, enum qda_check what, int64_t start, int64_t end)
{
	struct qda_finding	*x = check_found(t->f, what);

	x->where = qda_address_text(t->name, start, end, t->revision);
	return x;
}

static char *
number(int64_t n)
{
	return qda_sprintf("%lld", (long long)n);
}

/* The text is the one that was stored: its hash and its length say so. */
static void
check_stored(struct text *t, const void *hash, size_t n)
{
	unsigned char		 now[QDA_HASH];
	struct qda_finding	*x;
	int64_t			 length = t->length;

	qda_source_hash(now, t->s, t->size);
	t->length = qda_text_length(t->s, t->size);
	if (n == sizeof(now) && memcmp(now, hash, n) == 0 &&
	    length == t->length)
		return;
	x = check_found(t->f, QDA_CHECK_TEXT_CHANGED);
	x->where = qda_strdup(t->name);
	x->a = number(t->revision);
}

static void
check_unit(struct text *t, struct qda_cursor *c, struct db_rows *rows)
{
	int64_t			 start = db_int(rows, 0), end = db_int(rows, 1);
	struct qda_cursor	 behind;
	struct qda_finding	*x;
	size_t			 from, to;

	if (end > t->length) {
		x = found_at(t, QDA_CHECK_OUTSIDE, start, end);
		x->a = number(t->length);
		return;
	}
	from = qda_cursor_byte(c, start);
	behind = *c;			/* *c stays: units may overlap */
	to = qda_cursor_byte(&behind, end);
	if (db_size(rows, 2) == to - from &&
	    memcmp(db_text(rows, 2), t->s + from, to - from) == 0)
		return;
	x = found_at(t, QDA_CHECK_WORDS, start, end);
	x->a = qda_strdup(db_text(rows, 2));
	x->b = qda_strndup(t->s + from, to - from);
}

static int
check_units(struct text *t, struct qda_err *e)
{
	struct qda_cursor	 c;
	struct db_rows		*rows;
	int			 more;

	qda_cursor_begin(&c, t->s, t->size);
	if (db_ask(&rows, t->db, e, qda_check_text_sql[UNITS], "ii", t->source,
	    t->revision) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		check_unit(t, &c, rows);
	return more;
}

static int
check_turns(struct text *t, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 start, end, seq, last = 0, behind = 0;
	int		 more;

	if (db_ask(&rows, t->db, e, qda_check_text_sql[TURNS], "ii", t->source,
	    t->revision) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		start = db_int(rows, 0);
		end = db_int(rows, 1);
		seq = db_int(rows, 2);
		if (end > t->length || start < behind || seq <= last)
			found_at(t, QDA_CHECK_TURN, start, end)->a =
			    number(seq);
		last = seq;
		behind = end;
	}
	return more;
}

int
check_texts(struct qda_db *db, struct qda_findings *f, struct qda_err *e)
{
	struct text	 t = { .db = db, .f = f };
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_check_text_sql[TEXTS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		t.source = db_int(rows, 0);
		t.name = db_text(rows, 1);
		t.revision = db_int(rows, 2);
		t.s = db_text(rows, 4);
		t.size = db_size(rows, 4);
		t.length = db_int(rows, 5);
		check_stored(&t, db_blob(rows, 3), db_size(rows, 3));
		if (check_turns(&t, e) < 0 || check_units(&t, e) < 0) {
			db_stop(rows);
			return -1;
		}
	}
	return more;
}
