/* matrix_meet.c: codes by codes: which stand at the same places. */
#include <stdlib.h>

#include "qda/cooccurrence.h"
#include "study/matrix.h"
#include "study/sql.h"

enum { ALL };

#define STRETCHES(where) "SELECT u.source, u.revision, u.\"start\"," \
	" u.\"end\", g.code, g.coder FROM unit AS u" \
	" CROSS JOIN coding AS g ON g.unit = u.id" where \
	" ORDER BY u.source, u.\"start\""

const char *const qda_matrix_meet_sql[] = {
	[ALL] = STRETCHES(""),
	NULL
};

/* A coding with what it can meet: one source, one revision, one coder. */
struct met {
	struct qda_stretch	 at;
	int64_t			 source, revision, coder;
};
struct meeting {
	struct met	*at;
	size_t		 n, cap;
	bool		 sorted;	/* as they came */
};

static int
same_group(const struct met *a, const struct met *b)
{
	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	if (a->revision != b->revision)
		return a->revision < b->revision ? -1 : 1;
	return a->coder < b->coder ? -1 : a->coder > b->coder;
}

static int
in_order(const void *a, const void *b)
{
	const struct met	*x = a, *y = b;
	int			 order = same_group(x, y);

	if (order != 0)
		return order;
	return x->at.start < y->at.start ? -1 : x->at.start > y->at.start;
}

static void
add(struct matrix_crossing *x, struct meeting *m, struct db_rows *rows)
{
	const struct matrix_entry	*code;
	struct met			*new;

	if (matrix_map_find(&x->coders, db_int(rows, 5)) == NULL ||
	    (code = matrix_map_find(&x->rows.index, db_int(rows, 4))) == NULL)
		return;
	m->at = qda_grow(m->at, &m->cap, m->n, sizeof(*m->at));
	new = &m->at[m->n++];
	new->source = db_int(rows, 0);
	new->revision = db_int(rows, 1);
	new->coder = db_int(rows, 5);
	new->at.start = db_int(rows, 2);
	new->at.end = db_int(rows, 3);
	new->at.code = (size_t)code->to;
	if (m->n > 1 && in_order(new - 1, new) > 0)
		m->sorted = false;
}

static int
read_all(struct matrix_crossing *x, struct meeting *m, struct qda_query *q,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (q != NULL) {
		if (query_ask(q, STRETCHES(" WHERE " MATRIX_FOUND), e) < 0)
			return -1;
		while ((more = query_step(q, e)) > 0)
			add(x, m, q->rows);
		return more;
	}
	if (db_ask(&rows, x->db, e, qda_matrix_meet_sql[ALL], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		add(x, m, rows);
	return more;
}

/* The stretches alone, their groups numbered; frees what there was. */
static struct qda_stretch *
numbered(struct meeting *m)
{
	struct qda_stretch	*at = qda_alloc(m->n, sizeof(*at));
	int64_t			 group = 0;

	if (!m->sorted)
		qsort(m->at, m->n, sizeof(*m->at), in_order);
	for (size_t i = 0; i < m->n; i++) {
		if (i > 0 && same_group(&m->at[i - 1], &m->at[i]) != 0)
			group++;
		at[i] = m->at[i].at;
		at[i].group = group;
	}
	free(m->at);
	return at;
}

int
matrix_meet(struct matrix_crossing *x, struct qda_query *q, struct qda_err *e)
{
	struct meeting		 m = { NULL, 0, 0, true };
	size_t			 codes = x->matrix->rows.n;
	struct qda_stretch	*at;
	uint32_t		*counts;
	int			 rc = read_all(x, &m, q, e);

	at = numbered(&m);
	counts = qda_alloc(codes * codes, sizeof(*counts));
	qda_cooccurrence(at, m.n, codes, counts);
	for (size_t i = 0; i < codes * codes; i++)
		if (counts[i] > 0)
			matrix_cell(x, (int64_t)(i / codes),
			    (int64_t)(i % codes), counts[i]);
	free(counts);
	free(at);
	return rc;
}
