/* incidence.c: which interview carries which property. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/incidence.h"
#include "study/incidence.h"
#include "study/sql.h"

enum { INTERVIEWS, PROPERTIES, PAIRS, BORN };

const char *const qda_incidence_sql[] = {
	[INTERVIEWS] = "SELECT id, name, EXISTS (SELECT 1 FROM unit"
		" JOIN coding ON coding.unit = unit.id"
		" WHERE unit.source = source.id AND coding.coder IN " THEY ")"
		" OR EXISTS (SELECT 1 FROM assignment AS a"
		" WHERE a.source = source.id AND a.coder IN " THEY
		" AND a.done IS NOT NULL) FROM source WHERE kind IN"
		" ('interview', 'focus-group', 'survey-answer')"
		" ORDER BY position, id",
	[PROPERTIES] = "SELECT id, name FROM code WHERE kind = 'property'"
		" ORDER BY id",
	[PAIRS] = "SELECT DISTINCT code, source FROM coding"
		" WHERE coder IN " THEY,
	/* where it was made comes before all codings */
	[BORN] = "SELECT code, source FROM (SELECT id AS code,"
		" made_in AS source, '' AS made, 0 AS turn FROM code"
		" WHERE made_in IS NOT NULL UNION ALL"
		" SELECT code, source, created, id FROM coding"
		" WHERE coder IN " THEY ") ORDER BY made, turn",
	NULL
};

static int
add_coder(struct qda_incidence *in, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	char	*name;

	for (size_t i = 0; i < in->coders.n; i++)
		if (in->coder_ids[i] == id)
			return 0;
	if (qda_coder_name(db, id, &name, e) < 0)
		return -1;
	in->coder_ids[in->coders.n] = id;
	qda_strings_take(&in->coders, name);
	return 0;
}

static int
find_coders(struct qda_incidence *in, struct qda_db *db,
    const char *const *names, size_t n, struct qda_err *e)
{
	int64_t	 id;
	int	 rc;

	in->coder_ids = qda_alloc(n + 1, sizeof(int64_t));
	if (n == 0) {
		rc = qda_coder_lead(db, &id, e);
		return rc <= 0 ? rc : add_coder(in, db, id, e);
	}
	for (size_t i = 0; i < n; i++)
		if (qda_coder_need(db, names[i], &id, e) < 0 ||
		    add_coder(in, db, id, e) < 0)
			return -1;
	return 0;
}

char *
incidence_coders(const struct qda_incidence *in)
{
	struct qda_mem	 m;

	fputc('[', qda_mem_open(&m));
	for (size_t i = 0; i < in->coders.n; i++)
		fprintf(m.f, "%s%lld", i > 0 ? "," : "",
		    (long long)in->coder_ids[i]);
	fputc(']', m.f);
	return qda_mem_text(&m);
}

static int
read_interviews(struct qda_incidence *in, struct qda_db *db, const char *they,
    struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	int		 more;

	if (db_ask(&rows, db, e, qda_incidence_sql[INTERVIEWS], "t", they) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		if (db_int(rows, 2) == 0) {
			qda_strings_add(&in->left_out, db_text(rows, 1));
			continue;
		}
		in->interview_ids = qda_grow(in->interview_ids, &cap,
		    in->interviews.n, sizeof(int64_t));
		in->interview_ids[in->interviews.n] = db_int(rows, 0);
		qda_strings_add(&in->interviews, db_text(rows, 1));
	}
	return more;
}

static int
read_properties(struct qda_incidence *in, struct qda_db *db,
    struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	int		 more;

	if (db_ask(&rows, db, e, qda_incidence_sql[PROPERTIES], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		in->property_ids = qda_grow(in->property_ids, &cap,
		    in->properties.n, sizeof(int64_t));
		in->property_ids[in->properties.n] = db_int(rows, 0);
		qda_strings_add(&in->properties, db_text(rows, 1));
	}
	return more;
}

/* The row of a property, whose ids rise; the number of rows for none. */
static size_t
row_of(const struct qda_incidence *in, int64_t id)
{
	size_t	 from = 0, to = in->properties.n;

	while (from < to) {
		size_t	 middle = from + (to - from) / 2;

		if (in->property_ids[middle] < id)
			from = middle + 1;
		else
			to = middle;
	}
	return from < in->properties.n && in->property_ids[from] == id ?
	    from : in->properties.n;
}

static size_t
column_of(const struct qda_incidence *in, int64_t id)
{
	size_t	 t = 0;

	while (t < in->interviews.n && in->interview_ids[t] != id)
		t++;
	return t;
}

static int
fill(struct qda_incidence *in, struct qda_db *db, const char *they,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	in->matrix = qda_alloc(in->properties.n + 1, in->interviews.n + 1);
	if (db_ask(&rows, db, e, qda_incidence_sql[PAIRS], "t", they) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		size_t	 row = row_of(in, db_int(rows, 0)),
			 column = column_of(in, db_int(rows, 1));

		if (row < in->properties.n && column < in->interviews.n)
			in->matrix[row * in->interviews.n + column] = 1;
	}
	return more;
}

int
qda_incidence_read(struct qda_incidence *in, struct qda_db *db,
    const char *const *names, size_t n, struct qda_err *e)
{
	char	*they = NULL;
	int	 rc = -1;

	memset(in, 0, sizeof(*in));
	if (find_coders(in, db, names, n, e) < 0)
		goto out;
	they = incidence_coders(in);
	if (read_interviews(in, db, they, e) < 0 ||
	    read_properties(in, db, e) < 0 || fill(in, db, they, e) < 0)
		goto out;
	rc = 0;
out:
	free(they);
	if (rc < 0)
		qda_incidence_free(in);
	return rc;
}

int
qda_incidence_read_born(struct qda_incidence *in, struct qda_db *db,
    struct qda_err *e)
{
	char		*they = incidence_coders(in);
	struct db_rows	*rows;
	int		 more = -1;

	in->born = qda_alloc(in->properties.n + 1, sizeof(*in->born));
	if (db_ask(&rows, db, e, qda_incidence_sql[BORN], "t", they) < 0)
		goto out;
	while ((more = db_next(rows, e)) > 0) {
		size_t	 row = row_of(in, db_int(rows, 0)),
			 column = column_of(in, db_int(rows, 1));

		if (row < in->properties.n && column < in->interviews.n &&
		    in->born[row] == 0)
			in->born[row] = column + 1;
	}
out:
	free(they);
	return more;
}

void
qda_incidence_free(struct qda_incidence *in)
{
	qda_strings_free(&in->coders);
	qda_strings_free(&in->interviews);
	qda_strings_free(&in->left_out);
	qda_strings_free(&in->properties);
	free(in->matrix);
	free(in->born);
	free(in->interview_ids);
	free(in->property_ids);
	free(in->coder_ids);
	memset(in, 0, sizeof(*in));
}
