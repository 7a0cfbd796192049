/* matrix.c: codings crossed by two of their sides. */
#include <stdlib.h>

#include "qda/coder.h"
#include "qda/lang.h"
#include "study/matrix.h"
#include "study/sql.h"

enum { GROUPS, MIXED, PERSONS, OWNERS };

/* Codings of a code in a source by a coder, as they stand in an index. */
#define GROUPED(where) "SELECT g.code, g.source, g.coder, count(*)" \
	" FROM coding AS g" where " GROUP BY g.code, g.source, g.coder"
#define BY_PERSON(where) "SELECT g.code, g.source, g.coder, count(*), " \
	QUERY_PERSON " AS person FROM coding AS g" \
	" JOIN unit AS u ON u.id = g.unit" \
	" WHERE g.source IN (" MIXED_SOURCES ")" where \
	" GROUP BY g.code, g.source, g.coder, person"
/* Sources in which another participant speaks than the source's own. */
#define MIXED_SOURCES "SELECT s.id FROM source AS s" \
	" JOIN speaker AS k ON k.source = s.id" \
	" WHERE k.participant IS NOT NULL" \
	" AND k.participant IS NOT s.participant"
const char *const qda_matrix_sql[] = {
	/* in the order of the index coding_code, so that groups come whole */
	[GROUPS] = "SELECT each(code, source, coder) FROM coding"
		" INDEXED BY coding_code",
	[MIXED] = MIXED_SOURCES,
	[PERSONS] = BY_PERSON(""),
	[OWNERS] = "SELECT id, participant FROM source ORDER BY id",
	NULL
};

static int
read_map(struct matrix_map *m, struct qda_db *db, int sql, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_matrix_sql[sql], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		matrix_map_add(m, db_int(rows, 0), sql == MIXED ? 0 :
		    db_int(rows, 1));
	return more;
}

static bool
needs_persons(const struct matrix_axis *a)
{
	return a->what == QDA_AXIS_PARTICIPANT ||
	    (a->what == QDA_AXIS_ATTRIBUTE && !a->values.source);
}

static void
add_group(struct matrix_crossing *x, struct matrix_groups *g,
    const struct matrix_group *new)
{
	g->at = qda_grow(g->at, &g->cap, g->n, sizeof(*g->at));
	g->at[g->n] = *new;
	if (new->person < 0) {
		const struct matrix_entry	*owner =
		    matrix_map_find(&x->owners, new->source);

		g->at[g->n].person = owner == NULL || owner->to == QDA_NONE ?
		    0 : owner->to;
	}
	g->n++;
}

struct reading {
	struct matrix_crossing	*x;
	struct matrix_groups	*g;
	struct matrix_group	 now;		/* still growing */
};

static void
flush(struct reading *r)
{
	if (r->now.n > 0 && (r->x->mixed.n == 0 ||
	    matrix_map_find(&r->x->mixed, r->now.source) == NULL))
		add_group(r->x, r->g, &r->now);
}

/* One coding. */
static void
read_coding(void *arg, const int64_t *at)
{
	struct reading	*r = arg;

	if (r->now.code == at[0] && r->now.source == at[1] &&
	    r->now.coder == at[2]) {
		r->now.n++;
		return;
	}
	flush(r);
	r->now.code = at[0];
	r->now.source = at[1];
	r->now.coder = at[2];
	r->now.n = 1;
}

/* A row of codings that are counted already, perhaps with the person. */
static void
read_counted(struct matrix_crossing *x, struct matrix_groups *g,
    struct db_rows *rows, bool persons)
{
	struct matrix_group	 new = {
		.code = db_int(rows, 0), .source = db_int(rows, 1),
		.coder = db_int(rows, 2), .n = db_int(rows, 3),
		.person = persons ? db_int(rows, 4) : -1
	};

	if (persons || x->mixed.n == 0 ||
	    matrix_map_find(&x->mixed, new.source) == NULL)
		add_group(x, g, &new);
}

static int
read_groups(struct matrix_crossing *x, struct matrix_groups *g,
    struct qda_err *e)
{
	struct reading	 r = { .x = x, .g = g, .now.person = -1 };
	struct db_rows	*rows;
	int		 more;

	if (db_each(x->db, e, qda_matrix_sql[GROUPS], read_coding, &r) < 0)
		return -1;
	flush(&r);
	if (x->mixed.n == 0)
		return 0;
	if (db_ask(&rows, x->db, e, qda_matrix_sql[PERSONS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		read_counted(x, g, rows, true);
	return more;
}

/* The same of the units that a query finds. */
static int
read_found(struct matrix_crossing *x, struct qda_query *q,
    struct matrix_groups *g, struct qda_err *e)
{
	int	 more;

	if (query_ask(q, GROUPED(" WHERE " MATRIX_FOUND), e) < 0)
		return -1;
	while ((more = query_step(q, e)) > 0)
		read_counted(x, g, q->rows, false);
	if (more < 0 || x->mixed.n == 0)
		return more;
	if (query_ask(q, BY_PERSON(" AND " MATRIX_FOUND), e) < 0)
		return -1;
	while ((more = query_step(q, e)) > 0)
		read_counted(x, g, q->rows, true);
	return more;
}

/* Codings in most sources; a tie goes to the first (coder.h). */
static int64_t
lead_coder(const struct matrix_groups *g)
{
	struct matrix_map	 coders = { .n = 0 }, pairs = { .n = 0 };
	int64_t			 most = 0, lead = QDA_NONE;

	for (size_t i = 0; i < g->n; i++)
		matrix_map_add(&coders, g->at[i].coder, 0);
	for (size_t i = 0; i < g->n && coders.n > 1; i++) {
		struct matrix_entry	*c = matrix_map_find(&coders,
					    g->at[i].coder);
		size_t			 n = pairs.n;

		/* one number for coder and source */
		matrix_map_add(&pairs, (int64_t)((uint64_t)g->at[i].source *
		    coders.n + (uint64_t)(c - coders.at)), 0);
		c->to += (int64_t)(pairs.n - n);
	}
	for (size_t c = 0; c < coders.n; c++)
		if (lead == QDA_NONE || coders.at[c].to > most ||
		    (coders.at[c].to == most && coders.at[c].key < lead)) {
			most = coders.at[c].to;
			lead = coders.at[c].key;
		}
	matrix_map_free(&coders);
	matrix_map_free(&pairs);
	return lead;
}

/* Who counts: those named, else the lead coder. */
static int
find_coders(struct matrix_crossing *x, const struct matrix_groups *all,
    struct qda_err *e)
{
	const struct qda_scope	*scope = &x->want->scope;
	int64_t			 id;

	for (size_t i = 0; i < scope->n_coders; i++) {
		if (qda_coder_need(x->db, scope->coders[i], &id, e) < 0)
			return -1;
		matrix_map_add(&x->coders, id, 0);
	}
	if (scope->n_coders == 0)
		matrix_map_add(&x->coders, lead_coder(all), 0);
	return 0;
}

static void
keep_counted(struct matrix_crossing *x, struct matrix_groups *g)
{
	size_t	 n = 0;

	for (size_t i = 0; i < g->n; i++)
		if (matrix_map_find(&x->coders, g->at[i].coder) != NULL)
			g->at[n++] = g->at[i];
	g->n = n;
}

void
matrix_cell(struct matrix_crossing *x, int64_t row, int64_t column, int64_t n)
{
	struct qda_matrix	*m = x->matrix;

	m->cells = qda_grow(m->cells, &x->cap, m->n, sizeof(*m->cells));
	m->cells[m->n].row = (uint32_t)row;
	m->cells[m->n].column = (uint32_t)column;
	m->cells[m->n++].n = (uint32_t)n;
}

static int
by_place(const void *a, const void *b)
{
	const struct qda_matrix_cell	*x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

/* Counts of one cell together. */
static void
cross(struct matrix_crossing *x, const struct matrix_groups *g)
{
	struct qda_matrix	*m = x->matrix;
	size_t			 n = 0;

	for (size_t i = 0; i < g->n; i++) {
		int64_t	 row = matrix_place(&x->rows, &g->at[i]);
		int64_t	 column = matrix_place(&x->columns, &g->at[i]);

		if (row >= 0 && column >= 0)
			matrix_cell(x, row, column, g->at[i].n);
	}
	for (size_t i = 1; i < m->n; i++)
		if (by_place(&m->cells[i - 1], &m->cells[i]) > 0) {
			qsort(m->cells, m->n, sizeof(*m->cells), by_place);
			break;
		}
	for (size_t i = 0; i < m->n; i++)
		if (n > 0 && by_place(&m->cells[n - 1], &m->cells[i]) == 0)
			m->cells[n - 1].n += m->cells[i].n;
		else
			m->cells[n++] = m->cells[i];
	m->n = n;
}


static int
begin_axis(struct matrix_axis *a, struct qda_db *db, enum qda_axis what,
    const char *key, struct qda_strings *names, struct qda_err *e)
{
	a->what = what;
	a->names = names;
	return what != QDA_AXIS_ATTRIBUTE ? 0 :
	    query_values(&a->values, db, key, e);
}

/* Who speaks in which source, as far as a side asks for it. */
static int
read_owners(struct matrix_crossing *x, struct qda_err *e)
{
	if (!needs_persons(&x->rows) && !needs_persons(&x->columns))
		return 0;
	if (read_map(&x->owners, x->db, OWNERS, e) < 0)
		return -1;
	return read_map(&x->mixed, x->db, MIXED, e);
}

/* Codes that a query leaves nothing of are left out; others stay. */
static int
make_axes(struct matrix_crossing *x, const struct matrix_groups *all,
    const struct matrix_groups *found, struct qda_err *e)
{
	if (matrix_axis(&x->rows, x->db, x->rows.what == QDA_AXIS_CODE ?
	    found : all, e) < 0)
		return -1;
	return matrix_axis(&x->columns, x->db, x->columns.what ==
	    QDA_AXIS_CODE ? found : all, e);
}

/* The query, when there is one; its notes are kept. */
static int
open_query(struct matrix_crossing *x, struct qda_query **q,
    struct qda_err *e)
{
	const struct qda_matrix_want	*w = x->want;

	*q = NULL;
	if (*w->query == '\0' && w->scope.n_sources == 0 &&
	    w->scope.n_participants == 0)
		return 0;
	return qda_query_open(q, x->db, w->query, &w->scope, e);
}

static void
keep_notes(struct matrix_crossing *x, struct qda_query *q)
{
	const struct qda_strings	*notes = qda_query_notes(q);

	for (size_t i = 0; i < notes->n; i++)
		qda_strings_add(&x->matrix->notes, notes->at[i]);
}

/* Reads what a query leaves; without one that is all. */
static int
read_rest(struct matrix_crossing *x, struct qda_query *q,
    struct matrix_groups *all, struct matrix_groups *found,
    struct qda_err *e)
{
	if (q == NULL) {
		*found = *all;
		return 0;
	}
	if (read_found(x, q, found, e) < 0)
		return -1;
	keep_counted(x, found);
	return 0;
}

static int
fill(struct matrix_crossing *x, struct qda_query *q,
    struct matrix_groups *all, struct matrix_groups *found,
    struct qda_err *e)
{
	if (read_groups(x, all, e) < 0 || find_coders(x, all, e) < 0)
		return -1;
	keep_counted(x, all);
	if (read_rest(x, q, all, found, e) < 0 ||
	    make_axes(x, all, found, e) < 0)
		return -1;
	if (x->rows.what == QDA_AXIS_CODE && x->columns.what == QDA_AXIS_CODE)
		return matrix_meet(x, q, e);
	cross(x, found);
	return 0;
}

static int
make(struct matrix_crossing *x, struct qda_err *e)
{
	const struct qda_matrix_want	*w = x->want;
	struct matrix_groups		 all = { NULL, 0, 0 }, found = all;
	struct qda_query		*q = NULL;
	int				 rc = -1;

	if (begin_axis(&x->rows, x->db, w->rows, w->row_key,
	    &x->matrix->rows, e) < 0 ||
	    begin_axis(&x->columns, x->db, w->columns, w->column_key,
	    &x->matrix->columns, e) < 0 ||
	    open_query(x, &q, e) < 0 || read_owners(x, e) < 0)
		goto out;
	rc = fill(x, q, &all, &found, e);
	if (rc == 0 && q != NULL)
		keep_notes(x, q);
	if (found.at != all.at)
		free(found.at);
	free(all.at);
out:
	qda_query_close(q);
	return rc;
}

int
qda_matrix_read(struct qda_matrix *m, struct qda_db *db,
    const struct qda_matrix_want *want, struct qda_err *e)
{
	struct matrix_crossing	 x = { .db = db, .want = want, .matrix = m };
	int			 rc = make(&x, e);

	matrix_map_free(&x.rows.index);
	matrix_map_free(&x.columns.index);
	query_values_free(&x.rows.values);
	query_values_free(&x.columns.values);
	matrix_map_free(&x.coders);
	matrix_map_free(&x.owners);
	matrix_map_free(&x.mixed);
	return rc;
}

void
qda_matrix_free(struct qda_matrix *m)
{
	qda_strings_free(&m->rows);
	qda_strings_free(&m->columns);
	qda_strings_free(&m->notes);
	free(m->cells);
}
