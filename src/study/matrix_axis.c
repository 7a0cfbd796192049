/* matrix_axis.c: the sides of a matrix: what occurs, in which order. */
#include <stdlib.h>
#include <string.h>

#include "study/matrix.h"
#include "study/sql.h"

enum { CODES, SOURCES, PEOPLE, CODERS };

const char *const qda_matrix_axis_sql[] = {
	[CODES] = "SELECT id, name FROM code ORDER BY id",
	[SOURCES] = "SELECT id, name FROM source ORDER BY position, id",
	[PEOPLE] = "SELECT p.id, p.name FROM (SELECT participant AS id,"
		" position FROM source UNION ALL SELECT k.participant,"
		" s.position FROM speaker AS k"
		" JOIN source AS s ON s.id = k.source) AS x"
		" JOIN participant AS p ON p.id = x.id"
		" GROUP BY p.id ORDER BY min(x.position), p.id",
	[CODERS] = "SELECT id, name FROM coder ORDER BY id",
	NULL
};

/* The slot of a key, or the free one where it belongs. */
static size_t *
slot(const struct matrix_map *m, int64_t key)
{
	size_t	 mask = m->n_slots - 1;
	size_t	 i = (size_t)(((uint64_t)key * 0x9e3779b97f4a7c15) >> 32);

	while (m->slots[i & mask] != 0 &&
	    m->at[m->slots[i & mask] - 1].key != key)
		i++;
	return &m->slots[i & mask];
}

static void
widen(struct matrix_map *m)
{
	m->n_slots = m->n_slots == 0 ? 64 : 2 * m->n_slots;
	free(m->slots);
	m->slots = qda_alloc(m->n_slots, sizeof(*m->slots));
	for (size_t i = 0; i < m->n; i++)
		*slot(m, m->at[i].key) = i + 1;
}

void
matrix_map_add(struct matrix_map *m, int64_t key, int64_t to)
{
	size_t	*at;

	if (2 * m->n >= m->n_slots)
		widen(m);
	at = slot(m, key);
	if (*at != 0)
		return;
	m->at = qda_grow(m->at, &m->cap, m->n, sizeof(*m->at));
	m->at[m->n].key = key;
	m->at[m->n++].to = to;
	*at = m->n;
}

/* What was found last is most often asked for again. */
struct matrix_entry *
matrix_map_find(struct matrix_map *m, int64_t key)
{
	size_t	 at;

	if (m->last < m->n && m->at[m->last].key == key)
		return &m->at[m->last];
	at = m->n == 0 ? 0 : *slot(m, key);
	if (at == 0)
		return NULL;
	m->last = at - 1;
	return &m->at[m->last];
}

void
matrix_map_free(struct matrix_map *m)
{
	free(m->at);
	free(m->slots);
}

static int64_t
side(const struct matrix_axis *a, const struct matrix_group *g)
{
	switch (a->what) {
	case QDA_AXIS_CODE:
		return g->code;
	case QDA_AXIS_SOURCE:
		return g->source;
	case QDA_AXIS_CODER:
		return g->coder;
	case QDA_AXIS_PARTICIPANT:
		return g->person;
	case QDA_AXIS_ATTRIBUTE:
		return a->values.source ? g->source : g->person;
	}
	return 0;
}

/* The ids of a side that occur. */
static void
used(struct matrix_map *m, const struct matrix_axis *a,
    const struct matrix_groups *g)
{
	for (size_t i = 0; i < g->n; i++) {
		int64_t	 id = side(a, &g->at[i]);

		if (matrix_map_find(m, id) == NULL)
			matrix_map_add(m, id, 0);
	}
}

static int
name_ids(struct matrix_axis *a, struct qda_db *db, struct matrix_map *ids,
    struct qda_err *e)
{
	static const int	 lists[] = {
		[QDA_AXIS_CODE] = CODES, [QDA_AXIS_SOURCE] = SOURCES,
		[QDA_AXIS_PARTICIPANT] = PEOPLE, [QDA_AXIS_CODER] = CODERS
	};
	struct db_rows		*rows;
	int			 more;

	if (db_ask(&rows, db, e, qda_matrix_axis_sql[lists[a->what]], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		if (matrix_map_find(ids, db_int(rows, 0)) != NULL) {
			matrix_map_add(&a->index, db_int(rows, 0),
			    (int64_t)a->names->n);
			qda_strings_add(a->names, db_text(rows, 1));
		}
	return more;
}

static int
by_value(const void *a, const void *b)
{
	const struct query_value	*x = a, *y = b;

	if (x->order < y->order || x->order > y->order)
		return x->order < y->order ? -1 : 1;
	return strcmp(x->value, y->value);
}

/* The values of those that occur. */
static void
name_values(struct matrix_axis *a, struct query_values *v,
    struct matrix_map *ids)
{
	if (v->n > 1)
		qsort(v->at, v->n, sizeof(*v->at), by_value);
	for (size_t i = 0; i < v->n; i++) {
		if (matrix_map_find(ids, v->at[i].owner) == NULL)
			continue;
		if (a->names->n == 0 || strcmp(v->at[i].value,
		    a->names->at[a->names->n - 1]) != 0)
			qda_strings_add(a->names, v->at[i].value);
		matrix_map_add(&a->index, v->at[i].owner,
		    (int64_t)a->names->n - 1);
	}
}

/* A last name for those that have none. */
static void
name_missing_ones(struct matrix_axis *a, const struct matrix_map *ids)
{
	a->missing = -1;
	for (size_t i = 0; i < ids->n && a->missing < 0; i++)
		if (matrix_map_find(&a->index, ids->at[i].key) == NULL) {
			a->missing = (int64_t)a->names->n;
			qda_strings_add(a->names, "-");
		}
}

int
matrix_axis(struct matrix_axis *a, struct qda_db *db,
    const struct matrix_groups *g, struct qda_err *e)
{
	struct matrix_map	 ids = { .n = 0 };
	int		 rc = 0;

	used(&ids, a, g);
	if (a->what == QDA_AXIS_ATTRIBUTE)
		name_values(a, &a->values, &ids);
	else
		rc = name_ids(a, db, &ids, e);
	if (rc == 0)
		name_missing_ones(a, &ids);
	matrix_map_free(&ids);
	return rc;
}

int64_t
matrix_place(struct matrix_axis *a, const struct matrix_group *g)
{
	const struct matrix_entry	*e = matrix_map_find(&a->index,
					    side(a, g));

	return e == NULL ? a->missing : e->to;
}

