/* csv.c: reads tables; the one door to libcsv. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <csv.h>

#include "formats/rows.h"
#include "qda/cells.h"
#include "qda/csv.h"
#include "qda/clean.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/table.h"
#include "qda/text.h"

enum { SAMPLE = 20 };		/* rows looked at to find the divider */

struct row {
	size_t	 line;
	size_t	 first;		/* of its cells, up to the next row's */
};

struct qda_rows {
	char		  divider;
	size_t		  columns;
	struct row	 *rows;
	size_t		  n, rows_cap;
	size_t		 *cells;	/* where each begins in text */
	size_t		  n_cells, cells_cap;
	char		 *text;		/* of all cells, each with a NUL */
	size_t		  used, text_cap;
	const char	**keys;		/* of columns, after qda_rows_map() */
};

/* How the bytes of a cell are to be taken. */
enum kind {
	BARE,			/* as in csv, a "'" before a formula */
	ESCAPED,		/* as in tsv */
	QUOTED,			/* in quotes, in tsv */
	PLAIN,			/* as it is */
};

struct reading {
	struct qda_rows	*rows;
	const char	*name;
	struct qda_err	*e;
	bool		 failed;
	size_t		 line;		/* where the next byte stands */
	size_t		 row_line;
	size_t		 first, mark;	/* cells and text before this row */
	size_t		 at;		/* the column that comes next */
	size_t		 filled;	/* columns up to the last not empty */
};

/* ---- cells and rows as they come -------------------------------------- */

static int
fail_row(struct reading *r, const char *message)
{
	r->failed = true;
	qda_fail(r->e, QDA_DATA, "%s", message);
	return qda_fail_in(r->e, _("'%s', line %zu"), r->name, r->row_line);
}

static size_t
count_lines(const char *s, size_t n)
{
	const char	*end = s + n;
	size_t		 lines = 0;

	while (s < end && (s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		lines++;
		s++;
	}
	return lines;
}

/* The quotes round it taken off and those inside made single, in place. */
static size_t
unquote(char *s, size_t n)
{
	size_t	 out = 0;

	for (size_t i = 1; i + 1 < n; i++) {
		s[out++] = s[i];
		i += s[i] == '"';
	}
	return out;
}

/* Without the "'" that our own csv puts before what could be a formula. */
static size_t
rearm(char *s, size_t n)
{
	size_t	 i = 0;

	while (i < n && s[i] == '\'')
		i++;
	if (i == 0 || i == n || strchr("=+-@\t\r", s[i]) == NULL)
		return n;
	memmove(s, s + 1, --n);
	return n;
}

static void
keep(struct reading *r, const char *s, size_t n, enum kind kind)
{
	struct qda_rows	*rows = r->rows;
	char		*to;

	rows->cells = qda_grow(rows->cells, &rows->cells_cap, rows->n_cells,
	    sizeof(*rows->cells));
	rows->text = qda_grow(rows->text, &rows->text_cap, rows->used + n, 1);
	rows->cells[rows->n_cells++] = rows->used;
	to = rows->text + rows->used;
	if (n > 0)
		memcpy(to, s, n);
	switch (kind) {
	case BARE:
		n = rearm(to, n);
		break;
	case ESCAPED:
		n = qda_tsv_undo(to, n);
		break;
	case QUOTED:
		n = unquote(to, n);
		break;
	case PLAIN:
		break;
	}
	to[n] = '\0';
	rows->used += n + 1;
	if (n > 0)
		r->filled = r->at + 1;
}

static void
row_begin(struct reading *r)
{
	r->row_line = r->line;
	r->first = r->rows->n_cells;
	r->mark = r->rows->used;
	r->at = r->filled = 0;
}

static void
cell(struct reading *r, const char *s, size_t n, enum kind kind)
{
	struct qda_rows	*rows = r->rows;
	size_t		 most = rows->n == 0 ? QDA_ROWS_COLUMNS :
			    rows->columns;
	bool		 empty = n == 0 || (kind == QUOTED && n == 2);

	if (r->failed)
		return;
	r->line += count_lines(s, n);
	if (r->at < most && rows->n_cells < QDA_ROWS_CELLS)
		keep(r, s, n, kind);
	else if (r->at < most)
		fail_row(r, _("the table has too many cells"));
	else if (!empty && rows->n == 0)
		fail_row(r, _("the row has too many cells"));
	else if (!empty)
		fail_row(r, _("the row has more cells than the header"));
	r->at++;
}

/* What is empty up to its end is forgotten, a whole row too. */
static void
row_end(struct reading *r)
{
	struct qda_rows	*rows = r->rows;

	if (r->failed)
		return;
	r->line++;
	rows->n_cells = r->first + r->filled;
	if (r->filled == 0)
		rows->used = r->mark;
	else {
		rows->rows = qda_grow(rows->rows, &rows->rows_cap, rows->n + 1,
		    sizeof(*rows->rows));
		rows->rows[rows->n].line = r->row_line;
		rows->rows[rows->n++].first = r->first;
		rows->rows[rows->n].first = rows->n_cells;
		if (rows->n == 1)
			rows->columns = r->filled;
	}
	row_begin(r);
}

/* ---- tables of tabs --------------------------------------------------- */

/*
 * Where a quoted cell that begins at `at` ends, behind its last quote; 0 when
 * the quote there closes nowhere before a divider or the end of a line.
 */
static size_t
quoted_end(const char *s, size_t n, size_t at, char divider)
{
	const char	*p;

	if (at >= n || s[at] != '"')
		return 0;
	while ((p = memchr(s + at + 1, '"', n - at - 1)) != NULL) {
		at = (size_t)(p - s) + 1;
		if (at == n || s[at] == divider || s[at] == '\n')
			return at;
		if (s[at] != '"')
			return 0;
	}
	return 0;
}

static size_t
plain_end(const char *s, size_t n, size_t at, char divider)
{
	while (at < n && s[at] != divider && s[at] != '\n')
		at++;
	return at;
}

/* Whether lines from the one that begins at `from` to `to` are rows each. */
static bool
are_rows(const struct qda_rows *rows, const char *s, size_t n, size_t from,
    size_t to)
{
	size_t	 cells;

	for (; from < to; from++) {
		for (cells = 1; from < n && s[from] != '\n'; from++)
			cells += s[from] == '\t';
		if (cells != rows->columns)
			return false;
	}
	return rows->columns > 1;
}

/*
 * The end of a cell that is quoted, else 0.  Where quotes span cells or lines
 * that make good rows by themselves, they are not quotes but texts that begin
 * and end with a quotation mark, as our own tsv has them.
 */
static size_t
quoted_cell(const struct qda_rows *rows, const char *s, size_t n, size_t at,
    size_t row)
{
	size_t	 end = quoted_end(s, n, at, '\t');

	if (end > plain_end(s, n, at, '\t') && are_rows(rows, s, n, row, end))
		return 0;
	return end;
}

static void
read_tabs(struct reading *r, const char *s, size_t n)
{
	size_t	 at = 0, row = 0, end;

	for (; at < n; at = end + 1) {
		end = quoted_cell(r->rows, s, n, at, row);
		if (end > 0)
			cell(r, s + at, end - at, QUOTED);
		else {
			end = plain_end(s, n, at, '\t');
			cell(r, s + at, end - at, ESCAPED);
		}
		if (end == n || s[end] == '\n') {
			row_end(r);
			row = end + 1;
		}
	}
	if (r->at > 0)
		row_end(r);	/* the last byte was a tab */
}

/* ---- libcsv ----------------------------------------------------------- */

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static int
is_newline(unsigned char c)
{
	return c == '\n';
}

static void
on_cell(void *s, size_t n, void *reading)
{
	cell(reading, s, n, BARE);
}

static void
on_row(int c, void *reading)
{
	(void)c;
	row_end(reading);
}

/* Fills the error unless a row was refused before. */
static int
fail_quote(struct reading *r, size_t line, const char *message)
{
	if (r->failed)
		return -1;
	r->row_line = line;
	return fail_row(r, message);
}

static int
read_csv(struct reading *r, const char *s, size_t n)
{
	struct csv_parser	 p;
	size_t			 done, start = r->line;
	int			 rc = 0;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		return fail_row(r, _("the table cannot be read"));
	csv_set_delim(&p, (unsigned char)r->rows->divider);
	csv_set_space_func(&p, no_space);
	csv_set_term_func(&p, is_newline);
	csv_set_blk_size(&p, 1 << 16);
	done = csv_parse(&p, s, n, on_cell, on_row, r);
	if (done != n)
		rc = fail_quote(r, start + count_lines(s, done),
		    _("a quotation mark stands in the middle of a cell (a "
		    "quoted cell has its inner ones doubled)"));
	else if (csv_fini(&p, on_cell, on_row, r) != 0)
		rc = fail_quote(r, r->line, _("a quoted cell has no end"));
	csv_free(&p);
	return rc;
}

/* ---- which divider ---------------------------------------------------- */

struct sample {
	size_t	 header;		/* cells of the first row */
	size_t	 rows, same;		/* rows, those with as many cells */
};

/* Counts the cells of the row at *at and moves behind it. */
static size_t
row_cells(const char *s, size_t n, size_t *at, char divider)
{
	size_t	 cells = 1, end;

	for (;; *at = end + 1, cells++) {
		end = quoted_end(s, n, *at, divider);
		if (end == 0)
			end = plain_end(s, n, *at, divider);
		if (end == n || s[end] == '\n')
			break;
	}
	*at = end + 1;
	return cells;
}

static struct sample
sample(const char *s, size_t n, char divider)
{
	struct sample	 c = { 0 };
	size_t		 at = 0, cells;

	while (at < n && c.rows < SAMPLE) {
		if (s[at] == '\n') {
			at++;
			continue;
		}
		cells = row_cells(s, n, &at, divider);
		if (c.rows++ == 0)
			c.header = cells;
		c.same += cells == c.header;
	}
	return c;
}

static bool
is_better(const struct sample *a, const struct sample *b)
{
	if (a->header < 2 || b->header < 2)
		return a->header > b->header;
	if (a->same * b->rows != b->same * a->rows)
		return a->same * b->rows > b->same * a->rows;
	return a->header > b->header;
}

/* The divider whose rows agree best; a tab when there is but one column. */
static char
find_divider(const char *s, size_t n)
{
	static const char	 dividers[] = "\t;,";
	struct sample		 best = { 0 }, now;
	char			 divider = '\t';

	for (const char *d = dividers; *d != '\0'; d++) {
		now = sample(s, n, *d);
		if (is_better(&now, &best)) {
			best = now;
			divider = *d;
		}
	}
	return divider;
}

/* Excel's first line; returns its bytes, 0 when there is none. */
static size_t
said_divider(const char *s, size_t n, char *divider)
{
	if (n < 5 || strncasecmp(s, "sep=", 4) != 0 ||
	    strchr("\t;,", s[4]) == NULL || (n > 5 && s[5] != '\n'))
		return 0;
	*divider = s[4];
	return n > 5 ? 6 : 5;
}

/* ---- tables of documents ---------------------------------------------- */

/* The first table; a line is the number of a row in it. */
static void
take_cells(struct reading *r, const struct qda_cells *cells)
{
	for (size_t i = 0; i < cells->n && !r->failed &&
	    cells->rows[i].table == cells->rows[0].table; i++) {
		const struct qda_cells_row	*row = &cells->rows[i];

		r->line = row->row;
		row_begin(r);
		for (size_t k = 0; k < row->n; k++)
			cell(r, row->cells[k], strlen(row->cells[k]), PLAIN);
		row_end(r);
	}
}

/* 1, or 0 when it is none, or this program reads none. */
static int
read_document(struct reading *r, const char *bytes, size_t n)
{
	struct qda_cells	 cells = { .n = 0 };
	int			 rc;

	if (&qda_cells_read == NULL)
		return 0;
	rc = qda_cells_read(&cells, bytes, n, r->e);
	if (rc > 0)
		take_cells(r, &cells);
	else if (rc < 0)
		qda_fail_in(r->e, _("'%s'"), r->name);
	r->failed |= rc < 0;
	qda_cells_free(&cells);
	return rc < 0 ? -1 : rc;
}

/* ---- the table -------------------------------------------------------- */

static void
read_text(struct reading *r, const struct qda_cleaned *clean)
{
	struct qda_rows	*rows = r->rows;
	size_t		 skip;

	skip = said_divider(clean->text, clean->size, &rows->divider);
	if (skip == 0)
		rows->divider = find_divider(clean->text, clean->size);
	r->line += skip > 0;
	row_begin(r);
	if (rows->divider == '\t')
		read_tabs(r, clean->text + skip, clean->size - skip);
	else if (read_csv(r, clean->text + skip, clean->size - skip) < 0)
		r->failed = true;
}

int
qda_csv_read(struct qda_rows **out, const char *bytes, size_t n,
    const char *name, struct qda_err *e)
{
	struct qda_cleaned	 clean = { 0 };
	struct reading		 r = { .name = name, .e = e, .line = 1 };
	int			 document;

	*out = NULL;
	r.rows = qda_alloc(1, sizeof(*r.rows));
	document = read_document(&r, bytes, n);
	if (document == 0 && qda_text_clean(&clean, bytes, n, NULL, e) < 0) {
		qda_fail_in(e, _("'%s'"), name);
		r.failed = true;
	} else if (document == 0)
		read_text(&r, &clean);
	qda_cleaned_free(&clean);
	if (r.failed) {
		qda_rows_free(r.rows);
		return -1;
	}
	r.rows->keys = qda_alloc(r.rows->columns, sizeof(*r.rows->keys));
	*out = r.rows;
	return 0;
}

int
qda_csv_file(struct qda_rows **out, const char *path, struct qda_err *e)
{
	char	*bytes;
	size_t	 n;
	int	 rc;

	if (qda_file_read(&bytes, &n, path, e) < 0)
		return -1;
	rc = qda_csv_read(out, bytes, n, path, e);
	free(bytes);
	return rc;
}

void
qda_rows_free(struct qda_rows *rows)
{
	if (rows == NULL)
		return;
	free(rows->rows);
	free(rows->cells);
	free(rows->text);
	free(rows->keys);
	free(rows);
}

size_t
qda_rows_count(const struct qda_rows *rows)
{
	return rows->n;
}

size_t
qda_rows_columns(const struct qda_rows *rows)
{
	return rows->columns;
}

size_t
qda_rows_line(const struct qda_rows *rows, size_t row)
{
	return rows->rows[row].line;
}

const char *
qda_rows_cell(const struct qda_rows *rows, size_t row, size_t column)
{
	const struct row	*r = &rows->rows[row];

	if (row >= rows->n || column >= r[1].first - r[0].first)
		return "";
	return rows->text + rows->cells[r->first + column];
}

const char **
qda_rows_cells(const struct qda_rows *rows, size_t row)
{
	size_t		 n = qda_rows_columns(rows);
	const char	**cells = qda_alloc(n + 1, sizeof(*cells));

	for (size_t i = 0; i < n; i++)
		cells[i] = qda_rows_cell(rows, row, i);
	return cells;
}

const char *
qda_rows_key(const struct qda_rows *rows, size_t column)
{
	return column < rows->columns ? rows->keys[column] : NULL;
}

void
qda_rows_key_set(struct qda_rows *rows, size_t column, const char *key)
{
	rows->keys[column] = key;
}
