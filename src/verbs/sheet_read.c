/* sheet_read.c: a sheet out of a file, whatever its kind. */
#include <stdlib.h>
#include <string.h>

#include "qda/cells.h"
#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "verbs/sheet_file.h"

enum {
	SEARCHED = 20,		/* rows looked at for the headings */
	HEADING = 60,		/* bytes of one, no more */
};

enum { ADDRESS, SOURCE, TURN, WORDS, LABEL, CODE, CATEGORY, MEMO, CODER,
	KEYS };

static const char	*const keys[KEYS] = {
	"address", "source", "turn", "quote", "label", "code", "category",
	"memo", "coder"
};

/* Where columns stand, or -1. */
struct sheet_columns {
	int	 at[KEYS];
};

static const struct sheet_columns	nowhere = {
	{ -1, -1, -1, -1, -1, -1, -1, -1, -1 }
};

/*
 * What stands beside a column of properties is a label, whatever it is called;
 * labels alone are properties.
 */
static void
settle(struct sheet_columns *c, int second)
{
	if (c->at[CODE] < 0) {
		c->at[CODE] = c->at[LABEL];
		c->at[LABEL] = -1;
	} else if (second >= 0 && c->at[LABEL] < 0) {
		c->at[LABEL] = c->at[CODE];
		c->at[CODE] = second;
	}
}

/* Whether these are headings: of words, and of what is put on them. */
static bool
find_columns(struct sheet_columns *c, const char *const *cells, size_t n)
{
	const char	*key;
	int		 second = -1;

	*c = nowhere;
	for (size_t i = 0; i < n; i++) {
		if (cells[i][0] == '\0' || strlen(cells[i]) > HEADING)
			continue;
		key = qda_header_key(cells[i], keys, KEYS);
		for (int k = 0; key != NULL && k < KEYS; k++)
			if (strcmp(key, keys[k]) != 0)
				continue;
			else if (c->at[k] < 0)
				c->at[k] = (int)i;
			else if (k == CODE && second < 0)
				second = (int)i;
	}
	settle(c, second);
	return c->at[WORDS] >= 0 && c->at[CODE] >= 0;
}

static char *
cell(const struct sheet_columns *c, int key, const char *const *cells,
    size_t n)
{
	int	 column = c->at[key];

	return qda_strdup(column >= 0 && (size_t)column < n ? cells[column] :
	    "");
}

/* A row of the sheet; where is taken. */
static struct sheet_row *
add(struct qda_sheet_file *f, const struct sheet_columns *c,
    const char *const *cells, size_t n, char *where)
{
	struct sheet_row	*row;
	char			*turn = cell(c, TURN, cells, n);

	f->rows = qda_grow(f->rows, &f->cap, f->n, sizeof(*f->rows));
	row = &f->rows[f->n++];
	memset(row, 0, sizeof(*row));
	row->where = where;
	row->address = cell(c, ADDRESS, cells, n);
	row->source = cell(c, SOURCE, cells, n);
	row->words = cell(c, WORDS, cells, n);
	row->label = cell(c, LABEL, cells, n);
	row->codes = cell(c, CODE, cells, n);
	row->category = cell(c, CATEGORY, cells, n);
	row->memo = cell(c, MEMO, cells, n);
	row->coder = cell(c, CODER, cells, n);
	row->turn = strtol(turn, NULL, 10);
	free(turn);
	return row;
}

/* ---- csv ----------------------------------------------------------------- */

/* A table that says who coded, or how, is one of codings. */
static bool
is_codings(const struct sheet_columns *c, const char *const *cells, size_t n)
{
	static const char	*const others[] = { "coder", "stance" };

	if (c->at[TURN] < 0 && c->at[CATEGORY] < 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (qda_header_key(cells[i], others, 2) != NULL)
			return true;
	return false;
}

static int
read_csv(struct qda_sheet_file *f, const char *bytes, size_t size,
    struct qda_err *e)
{
	struct qda_rows		*rows;
	struct sheet_columns	 c = nowhere;
	const char		**cells;
	size_t			 n, count;
	bool			 is = false;

	if (qda_csv_read(&rows, bytes, size, f->name, e) < 0)
		return -1;
	n = qda_rows_columns(rows);
	count = qda_rows_count(rows);
	for (size_t i = 0; i < count && (i == 0 || is); i++) {
		cells = qda_rows_cells(rows, i);
		if (i == 0)
			is = find_columns(&c, cells, n) &&
			    !is_codings(&c, cells, n);
		else
			add(f, &c, cells, n, qda_sprintf(_("line %zu"),
			    qda_rows_line(rows, i)));
		free(cells);
	}
	qda_rows_free(rows);
	return is;
}

/* ---- documents ----------------------------------------------------------- */

/* How many marks the row has, from the one at `first' on. */
static size_t
marks_of(const struct qda_cells *cells, size_t row, size_t *first)
{
	size_t	 n = 0;

	while (*first < cells->n_marks && cells->marks[*first].row < row)
		(*first)++;
	while (*first + n < cells->n_marks &&
	    cells->marks[*first + n].row == row)
		n++;
	return n;
}

static bool
is_blank(const struct qda_cells_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i][0] != '\0')
			return false;
	return true;
}

/* A table cut in two goes on without headings. */
static bool
goes_on(const struct sheet_columns *c, const struct qda_cells_row *row)
{
	return c->at[WORDS] >= 0 && (size_t)c->at[WORDS] < row->n &&
	    (size_t)c->at[CODE] < row->n;
}

static bool
take_cells(struct qda_sheet_file *f, const struct qda_cells *cells)
{
	struct sheet_columns	 c = nowhere, now;
	struct sheet_row	*to;
	size_t			 mark = 0, n;
	bool			 found = false;

	for (size_t i = 0; i < cells->n; i++) {
		const struct qda_cells_row	*row = &cells->rows[i];
		const char			*const *at =
			    (const char *const *)row->cells;

		n = marks_of(cells, i, &mark);
		if (row->row <= SEARCHED && find_columns(&now, at, row->n)) {
			c = now;
			found = true;
		} else if (found && goes_on(&c, row) && !is_blank(row)) {
			to = add(f, &c, at, row->n,
			    qda_sprintf(_("table %zu, row %zu"), row->table,
			    row->row));
			sheet_marks_take(to, cells, mark, n,
			    (size_t)c.at[WORDS]);
		}
	}
	return found;
}

static int
no_columns(const char *name, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s': no table with a column of "
	    "verbatims and one of properties"), name);
}

int
qda_sheet_file_read(struct qda_sheet_file **out, const char *bytes, size_t n,
    const char *name, struct qda_err *e)
{
	struct qda_sheet_file	*f = qda_alloc(1, sizeof(*f));
	struct qda_cells	 cells = { .n = 0 };
	int			 rc = 0;

	f->name = qda_strdup(name);
	if (&qda_cells_read != NULL)
		rc = qda_cells_read(&cells, bytes, n, e);
	if (rc < 0)
		qda_fail_in(e, _("'%s'"), name);
	else if (rc > 0)
		rc = take_cells(f, &cells) ? 1 : no_columns(name, e);
	else if (n >= 4 && memcmp(bytes, "PK\003\004", 4) == 0)
		rc = qda_fail(e, QDA_DATA, _("'%s' is neither a document of "
		    "Word or LibreOffice nor an Excel table"), name);
	else
		rc = read_csv(f, bytes, n, e);
	if (&qda_cells_free != NULL)
		qda_cells_free(&cells);
	if (rc <= 0) {
		qda_sheet_file_free(f);
		f = NULL;
	}
	*out = f;
	return rc;
}

void
qda_sheet_file_free(struct qda_sheet_file *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->n; i++) {
		struct sheet_row	*r = &f->rows[i];

		for (size_t k = 0; k < r->n_marks; k++) {
			qda_strings_free(&r->marks[k].codes);
			qda_strings_free(&r->marks[k].memos);
			qda_strings_free(&r->marks[k].parents);
		}
		free(r->marks);
		free(r->where);
		free(r->address);
		free(r->source);
		free(r->words);
		free(r->label);
		free(r->codes);
		free(r->category);
		free(r->memo);
		free(r->coder);
		qda_strings_free(&r->strays);
	}
	free(f->rows);
	free(f->name);
	free(f);
}
