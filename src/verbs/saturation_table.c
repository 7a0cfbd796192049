/* saturation_table.c: a table of codes by interviews, read from a file. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "verbs/saturation.h"

/* A count of codings, or 0 and 1; empty is 0.  -1 for anything else. */
static int
read_cell(const char *cell)
{
	size_t	 digits = strspn(cell, "0123456789");

	if (cell[digits] != '\0')
		return -1;
	return strspn(cell, "0") < digits;
}

static int
read_row(struct qda_incidence *in, const struct qda_rows *rows, size_t row,
    const char *path, struct qda_err *e)
{
	size_t	 width = in->interviews.n;

	for (size_t t = 0; t < width; t++) {
		const char	*cell = qda_rows_cell(rows, row, t + 1);
		int		 n = read_cell(cell);

		if (n < 0)
			return qda_fail(e, QDA_DATA, _("'%s', line %zu: '%s' "
			    "under '%s' is no count"), path,
			    qda_rows_line(rows, row), cell,
			    in->interviews.at[t]);
		in->matrix[(row - 1) * width + t] = (unsigned char)n;
	}
	return 0;
}

static int
fill(struct qda_incidence *in, const struct qda_rows *rows, const char *path,
    struct qda_err *e)
{
	size_t	 n = qda_rows_count(rows);

	if (n == 0)
		return qda_fail(e, QDA_DATA, _("'%s' is empty: its first row "
		    "names the interviews, each other row is a code"), path);
	for (size_t t = 1; t < qda_rows_columns(rows); t++)
		qda_strings_add(&in->interviews, qda_rows_cell(rows, 0, t));
	in->matrix = qda_alloc(n, in->interviews.n + 1);
	for (size_t row = 1; row < n; row++) {
		qda_strings_add(&in->properties, qda_rows_cell(rows, row, 0));
		if (read_row(in, rows, row, path, e) < 0)
			return -1;
	}
	return 0;
}

int
saturation_table(struct qda_incidence *in, const char *path,
    struct qda_err *e)
{
	struct qda_rows	*rows = NULL;
	int		 rc = -1;

	memset(in, 0, sizeof(*in));
	if (qda_csv_file(&rows, path, e) == 0)
		rc = fill(in, rows, path, e);
	qda_rows_free(rows);
	if (rc < 0)
		qda_incidence_free(in);
	return rc;
}
