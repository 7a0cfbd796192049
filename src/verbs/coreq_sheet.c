/* coreq_sheet.c: a grid as it comes from a spreadsheet or a word processor. */
#include <stdlib.h>
#include <string.h>

#include "qda/cells.h"
#include "qda/csv.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/coreq_sheet.h"

/* Where columns stand, or -1. */
struct columns {
	int	 number, answer, place;
};

/* What has a number of its own calls its title "item". */
static struct columns
find_columns(const char *const *cells, size_t n)
{
	static const char	*const keys[] = {
		"number", "item", "answer", "location"
	};
	int			 at[4] = { -1, -1, -1, -1 };
	const char		*key;

	for (size_t i = 0; i < n; i++) {
		key = qda_header_key(cells[i], keys, 4);
		for (int k = 0; key != NULL && k < 4; k++)
			if (strcmp(key, keys[k]) == 0 && at[k] < 0)
				at[k] = (int)i;
	}
	return (struct columns){ at[0] >= 0 ? at[0] : at[1], at[2], at[3] };
}

static bool
are_whole(const struct columns *c)
{
	return c->number >= 0 && c->answer >= 0 && c->number != c->answer;
}

static const char *
cell_at(const char *const *cells, size_t n, int column)
{
	return column >= 0 && (size_t)column < n ? cells[column] : "";
}

/* A row of the grid; where is taken. */
static void
add(struct coreq_sheet *s, const struct columns *c, const char *const *cells,
    size_t n, char *where)
{
	const char	*number = cell_at(cells, n, c->number);
	const char	*answer = cell_at(cells, n, c->answer);
	const char	*place = cell_at(cells, n, c->place);

	if (*number == '\0' && *answer == '\0' && *place == '\0') {
		free(where);
		return;
	}
	s->rows = qda_grow(s->rows, &s->cap, s->n, sizeof(*s->rows));
	s->rows[s->n++] = (struct coreq_sheet_row){ where,
	    qda_strdup(number), qda_strdup(answer),
	    c->place < 0 ? NULL : qda_strdup(place) };
}

/* ---- csv --------------------------------------------------------------- */

static int
no_columns(const char *path, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s': no table with a column for the "
	    "number of an item and one for its answer"), path);
}

static int
read_csv(struct coreq_sheet *s, const char *bytes, size_t size,
    const char *path, struct qda_err *e)
{
	struct qda_rows	*rows;
	struct columns	 c = { -1, -1, -1 };
	const char	**cells;
	size_t		 n, count;

	if (qda_csv_read(&rows, bytes, size, path, e) < 0)
		return -1;
	n = qda_rows_columns(rows);
	count = qda_rows_count(rows);
	for (size_t i = 0; i < count; i++) {
		cells = qda_rows_cells(rows, i);
		if (i == 0)
			c = find_columns(cells, n);
		else if (are_whole(&c))
			add(s, &c, cells, n, qda_sprintf(_("line %zu"),
			    qda_rows_line(rows, i)));
		free(cells);
	}
	qda_rows_free(rows);
	return are_whole(&c) ? 0 : no_columns(path, e);
}

/* ---- documents --------------------------------------------------------- */

static struct columns
columns_of(const struct qda_cells_row *row)
{
	return find_columns((const char *const *)row->cells, row->n);
}

/* Rows of one cell are the domains and groups. */
static int
take_table(struct coreq_sheet *s, const struct qda_cells *cells,
    const char *path, struct qda_err *e)
{
	struct columns	 c = { -1, -1, -1 };
	size_t		 table = 0;

	for (size_t i = 0; i < cells->n; i++) {
		const struct qda_cells_row	*row = &cells->rows[i];

		if (table == 0 && row->row == 1) {
			c = columns_of(row);
			table = are_whole(&c) ? row->table : 0;
		} else if (row->table == table && row->own > 1)
			add(s, &c, (const char *const *)row->cells, row->n,
			    qda_sprintf(_("table %zu, row %zu"), row->table,
			    row->row));
	}
	return table > 0 ? 0 : no_columns(path, e);
}

int
coreq_sheet_read(struct coreq_sheet *s, const char *path, struct qda_err *e)
{
	struct qda_cells	 cells = { 0 };
	char			*bytes;
	size_t			 n;
	int			 rc;

	memset(s, 0, sizeof(*s));
	if (qda_file_read(&bytes, &n, path, e) < 0)
		return -1;
	rc = qda_cells_read(&cells, bytes, n, e);
	if (rc < 0)
		qda_fail_in(e, _("'%s'"), path);
	else if (rc > 0)
		rc = take_table(s, &cells, path, e);
	else if (n >= 4 && memcmp(bytes, "PK\003\004", 4) == 0)
		rc = qda_fail(e, QDA_DATA, _("'%s' is neither a document of "
		    "Word or LibreOffice nor an Excel table"), path);
	else
		rc = read_csv(s, bytes, n, path, e);
	qda_cells_free(&cells);
	free(bytes);
	return rc;
}

void
coreq_sheet_free(struct coreq_sheet *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->rows[i].where);
		free(s->rows[i].number);
		free(s->rows[i].answer);
		free(s->rows[i].place);
	}
	free(s->rows);
	memset(s, 0, sizeof(*s));
}
