/*
 * query_walk.c: the verbatims that a query found, one after the other.  SQL
 * gives units and codings as numbers; who speaks there and what the numbers
 * are called is known in memory.
 */
#include <stdlib.h>
#include <string.h>

#include "study/query.h"
#include "study/sql.h"

enum { CODES, CODERS, SOURCES, UNITS_AT, CODINGS_AT };

/* Ids first, so that what is sorted is small. */
#define COLUMNS \
	" SELECT u.id, u.source, u.revision, u.\"start\", u.\"end\"," \
	" u.words, u.label, "
#define IN_ORDER \
	" FROM (SELECT f.id FROM found AS f CROSS JOIN source AS s" \
	" ON s.id = f.source ORDER BY s.position, f.source, f.\"start\"," \
	" f.\"end\", f.id LIMIT -1) AS o CROSS JOIN unit AS u ON u.id = o.id"
#define COUNTED \
	" JOIN coding AS g ON g.unit = u.id" \
	" AND (?1 IS NULL OR g.coder IN " QUERY_LIST(1) ")"
#define BY_UNIT		COLUMNS "u.coder, g.id, g.code" IN_ORDER " LEFT" COUNTED
#define BY_CODING	COLUMNS "g.coder, g.id, g.code, g.created, g.stance," \
			" g.position" \
			IN_ORDER " CROSS" COUNTED
#define AT_PLACE "WITH found AS (SELECT id, source, \"start\", \"end\"" \
	" FROM unit WHERE source = ?2 AND revision = ?3 AND \"start\" = ?4" \
	" AND \"end\" = ?5" \
	" AND (?1 IS NULL OR coder IN " QUERY_LIST(1) "))"

const char *const qda_query_walk_sql[] = {
	[CODES] = "SELECT id, name FROM code ORDER BY id",
	[CODERS] = "SELECT id, name FROM coder ORDER BY id",
	[SOURCES] = "SELECT id, name FROM source ORDER BY id",
	[UNITS_AT] = AT_PLACE BY_UNIT,
	[CODINGS_AT] = AT_PLACE BY_CODING,
	NULL
};

static int
read_names(struct query_names *names, struct qda_db *db, const char *sql,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (names->names.n > 0)
		return 0;
	if (db_ask(&rows, db, e, sql, "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		names->ids = qda_grow(names->ids, &names->cap, names->names.n,
		    sizeof(*names->ids));
		names->ids[names->names.n] = db_int(rows, 0);
		qda_strings_add(&names->names, db_text(rows, 1));
	}
	return more;
}

/* The name of an id, NULL when there is none. */
static const char *
name_of(const struct query_names *names, int64_t id)
{
	size_t	 from = 0, to = names->names.n, middle;

	while (from < to) {
		middle = from + (to - from) / 2;
		if (names->ids[middle] < id)
			from = middle + 1;
		else
			to = middle;
	}
	return from < names->names.n && names->ids[from] == id ?
	    names->names.at[from] : NULL;
}

static int
begin(struct qda_query *q, bool coding, struct qda_err *e)
{
	struct query_walk	*w = &q->walk;

	w->coding = coding;
	w->ahead = false;
	if (read_names(&w->codes, q->db, qda_query_walk_sql[CODES], e) < 0 ||
	    read_names(&w->coders, q->db, qda_query_walk_sql[CODERS], e) < 0)
		return -1;
	return read_names(&w->sources, q->db, qda_query_walk_sql[SOURCES], e);
}

int
qda_query_list(struct qda_query *q, bool coding, struct qda_err *e)
{
	if (query_ask(q, coding ? BY_CODING : BY_UNIT, e) < 0)
		return -1;
	return begin(q, coding, e);
}

int
qda_query_list_at(struct qda_query *q, const struct qda_place *p, bool coding,
    struct qda_err *e)
{
	db_stop(q->rows);
	q->rows = NULL;
	if (begin(q, coding, e) < 0)
		return -1;
	return db_ask(&q->rows, q->db, e, qda_query_walk_sql[coding ?
	    CODINGS_AT : UNITS_AT], "tiiii", q->coders, p->source,
	    p->revision, p->start, p->end);
}

/* Who speaks first in it. */
static int
find_speaker(struct qda_query *q, struct qda_verbatim *v, struct qda_err *e)
{
	struct query_walk	*w = &q->walk;
	struct qda_voices	*voices = &w->voices;
	const struct qda_who	*who;
	size_t			 turn;

	if (w->source != v->source || w->revision != v->revision) {
		w->source = 0;		/* no id, while it is loaded */
		if (qda_voices_load(voices, q->db, v->source, v->revision,
		    e) < 0)
			return -1;
		w->source = v->source;
		w->revision = v->revision;
	}
	turn = qda_voices_at(voices, v->start);
	if (turn < voices->n && voices->turns[turn].start >= v->end)
		turn = voices->n;
	who = turn < voices->n ? &voices->voices[voices->turns[turn].voice] :
	    NULL;
	v->speaker = who == NULL ? NULL : who->label;
	v->other = who != NULL && !who->participant;
	v->participant = qda_voices_name(voices, turn);
	return 0;
}

static int
read_row(struct qda_query *q, struct qda_verbatim *v, struct qda_err *e)
{
	v->unit = db_int(q->rows, 0);
	v->source = db_int(q->rows, 1);
	v->revision = db_int(q->rows, 2);
	v->start = db_int(q->rows, 3);
	v->end = db_int(q->rows, 4);
	v->words = db_text(q->rows, 5);
	v->label = db_text(q->rows, 6);
	v->name = name_of(&q->walk.sources, v->source);
	v->coder = name_of(&q->walk.coders, db_int(q->rows, 7));
	return find_speaker(q, v, e);
}

/* The codes of a unit in the order in which they were put there, once each. */
static void
add_coding(struct query_walk *w, int64_t id, int64_t code)
{
	struct query_coding	*c = w->codings;
	size_t			 i = 0;

	while (i < w->n && c[i].code != code)
		i++;
	if (i == w->n) {
		c = w->codings = qda_grow(c, &w->cap, w->n, sizeof(*c));
		w->n++;
	} else if (c[i].id < id)
		return;
	for (; i > 0 && c[i - 1].id > id; i--)
		c[i] = c[i - 1];
	c[i] = (struct query_coding){ id, code };
}

/* The codes of the unit joined by U+001F; NULL: none.  Caller frees. */
static char *
joined(const struct query_walk *w)
{
	const char	*name;
	char		*text, *to;
	size_t		 size = 0;

	for (size_t i = 0; i < w->n; i++)
		if ((name = name_of(&w->codes, w->codings[i].code)) != NULL)
			size += strlen(name) + 1;
	if (size == 0)
		return NULL;
	to = text = qda_alloc(size, 1);
	for (size_t i = 0; i < w->n; i++)
		if ((name = name_of(&w->codes, w->codings[i].code)) != NULL) {
			if (to > text)
				*to++ = '\x1f';
			to = stpcpy(to, name);
		}
	return text;
}

static void
forget(struct query_walk *w)
{
	free(w->words);
	free(w->label);
	free(w->joined);
	w->words = w->label = w->joined = NULL;
}

/* A unit with all its codings: the rows that follow each other. */
static int
next_unit(struct qda_query *q, struct qda_verbatim *v, struct qda_err *e)
{
	struct query_walk	*w = &q->walk;
	int			 more = w->ahead || q->rows == NULL ?
				    w->ahead : query_step(q, e);

	if (more <= 0)
		return more;
	if (read_row(q, v, e) < 0)
		return -1;
	forget(w);
	v->words = w->words = qda_strdup(v->words);
	v->label = w->label = qda_strdup(v->label);
	w->n = 0;
	do {
		if (db_int(q->rows, 8) != QDA_NONE)
			add_coding(w, db_int(q->rows, 8), db_int(q->rows, 9));
		more = query_step(q, e);
	} while (more > 0 && db_int(q->rows, 0) == v->unit);
	w->ahead = more > 0;
	v->codes = w->joined = joined(w);
	v->when = v->stance = v->position = NULL;
	v->code = QDA_NONE;
	return more < 0 ? -1 : 1;
}

static int
next_coding(struct qda_query *q, struct qda_verbatim *v, struct qda_err *e)
{
	int	 more = query_step(q, e);

	if (more <= 0)
		return more;
	v->code = db_int(q->rows, 9);
	v->codes = name_of(&q->walk.codes, v->code);
	v->when = db_text(q->rows, 10);
	v->stance = db_text(q->rows, 11);
	v->position = db_text(q->rows, 12);
	return read_row(q, v, e) < 0 ? -1 : 1;
}

int
qda_query_next(struct qda_query *q, struct qda_verbatim *v, struct qda_err *e)
{
	return q->walk.coding ? next_coding(q, v, e) : next_unit(q, v, e);
}

static void
free_names(struct query_names *names)
{
	free(names->ids);
	qda_strings_free(&names->names);
}

void
query_walk_end(struct query_walk *w)
{
	forget(w);
	free(w->codings);
	free_names(&w->codes);
	free_names(&w->coders);
	free_names(&w->sources);
	qda_voices_free(&w->voices);
}
