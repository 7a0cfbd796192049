/* matrix_meet.c: codes by codes: which stand at the same places. */
#include <stdlib.h>

#include "qda/cooccurrence.h"
#include "study/matrix.h"
#include "study/sql.h"

enum { ALL };

#define STRETCH "u.source, u.revision, u.\"start\", u.\"end\"," \
	" g.code, g.coder"

const char *const qda_matrix_meet_sql[] = {
	/* as they stand in the index, that is by source and start */
	[ALL] = "SELECT each(" STRETCH ") FROM unit AS u INDEXED BY unit_place"
		" CROSS JOIN coding AS g ON g.unit = u.id",
	NULL
};

/* A coding with what it can meet: one source, one revision, one coder. */
struct met {
	struct qda_stretch	 at;
	int64_t			 source, revision, coder;
};
struct meeting {
	struct matrix_crossing	*x;
	struct met		*at;
	size_t			 n, cap;
	bool			 sorted;	/* as they came */
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

/* A row of the columns STRETCH. */
static void
add(void *arg, const int64_t *row)
{
	struct meeting			*m = arg;
	const struct matrix_entry	*code;
	struct met			*new;

	if (matrix_map_find(&m->x->coders, row[5]) == NULL ||
	    (code = matrix_map_find(&m->x->rows.index, row[4])) == NULL)
		return;
	m->at = qda_grow(m->at, &m->cap, m->n, sizeof(*m->at));
	new = &m->at[m->n++];
	new->source = row[0];
	new->revision = row[1];
	new->coder = row[5];
	new->at.start = row[2];
	new->at.end = row[3];
	new->at.code = (size_t)code->to;
	if (m->n > 1 && in_order(new - 1, new) > 0)
		m->sorted = false;
}

static int
read_all(struct meeting *m, struct qda_query *q, struct qda_err *e)
{
	int64_t	 row[6];
	int	 more;

	if (q == NULL)
		return db_each(m->x->db, e, qda_matrix_meet_sql[ALL], add, m);
	if (query_ask(q, " SELECT " STRETCH " FROM unit AS u"
	    " CROSS JOIN coding AS g ON g.unit = u.id WHERE " MATRIX_FOUND
	    " ORDER BY u.source, u.\"start\"", e) < 0)
		return -1;
	while ((more = query_step(q, e)) > 0) {
		for (int i = 0; i < 6; i++)
			row[i] = db_int(q->rows, i);
		add(m, row);
	}
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
	struct meeting		 m = { .x = x, .sorted = true };
	size_t			 codes = x->matrix->rows.n;
	struct qda_stretch	*at;
	uint32_t		*counts;
	int			 rc = read_all(&m, q, e);

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
