/* xlsx_read.c: the tables of an Excel file (ECMA-376, part 1: 18.3). */
#include <stdlib.h>
#include <string.h>

#include "formats/cells.h"
#include "formats/xlsx.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum {
	CELLS = 2 << 20,	/* of a file, empty ones before others too */
	MERGED = 10000,		/* ranges that are looked at */
};

/* Cells that are one: what the first holds, those below it hold too. */
struct range {
	uint64_t	 row, last, column;
};

struct reader {
	struct qda_xlsx		 b;
	struct qda_xml		 x;
	struct qda_cells	*cells;
	struct qda_flow		 flow;		/* of one sheet */
	struct qda_cells_reading at;		/* the same */
	struct qda_xlsx_comment	*comments;
	size_t			 n_comments, comment;
	struct range		*merged;
	size_t			 n_merged, cap_merged;
	uint64_t		 row, column;	/* of the cell, from 0 */
	bool			 in_row;	/* it has a row already */
	char			 type;		/* s, i, n... */
	enum qda_xlsx_number	 as;
	struct qda_xlsx_text	 text;		/* its value, as written */
	bool			 value;		/* we are in it */
	size_t			 n, bytes;	/* cells so far, their texts */
};

/* ---- a cell -------------------------------------------------------------- */

/* Into the stream of the sheet, run by run. */
static void
put_text(struct reader *r, const struct qda_xlsx_text *t)
{
	size_t	 from = 0;

	for (size_t i = 0; i < t->runs_n; i++) {
		if (t->runs[i].to > from)
			qda_flow_put(&r->flow, &r->flow.main, t->s + from,
			    t->runs[i].to - from, &t->runs[i].look);
		from = t->runs[i].to;
	}
	if (t->n > from)
		qda_flow_put(&r->flow, &r->flow.main, t->s + from,
		    t->n - from, &qda_plain_look);
}

static void
put_value(struct reader *r)
{
	char	*value = qda_strndup(r->text.n > 0 ? r->text.s : "",
		    r->text.n);
	char	*shown;
	size_t	 index;

	if (r->type == 's') {
		index = (size_t)strtoul(value, NULL, 10);
		if (*value >= '0' && *value <= '9' && index < r->b.n_strings)
			put_text(r, &r->b.strings[index]);
	} else if (r->type == 'n' && *value != '\0') {
		shown = qda_xlsx_number_text(value, r->as, r->b.from_1904);
		qda_flow_put(&r->flow, &r->flow.main, shown, strlen(shown),
		    &qda_plain_look);
		free(shown);
	} else if (r->type != 'e')
		put_text(r, &r->text);
	free(value);
}

/* The comments of the cell, that begin, or end. */
static void
put_comments(struct reader *r, uint64_t at, enum qda_place is)
{
	struct qda_remark	*to;

	while (r->comment < r->n_comments && r->comments[r->comment].at < at)
		r->comment++;
	for (size_t i = r->comment; i < r->n_comments &&
	    r->comments[i].at == at; i++) {
		char	*id = qda_sprintf("%zu", i);

		if (is == QDA_PLACE_BEGIN) {
			to = qda_flow_remark(&r->flow);
			to->id = qda_strdup(id);
			to->comment.text = qda_strdup(r->comments[i].text);
			to->comment.author = qda_strdup(
			    r->comments[i].author);
			to->parent = r->comments[i].reply ? qda_strdup(id) :
			    NULL;
		}
		qda_flow_anchor(&r->flow.main, id, is);
		free(id);
	}
}

static void
add_row(struct reader *r)
{
	struct qda_cells	*c = r->cells;

	if (r->in_row)
		return;
	r->in_row = true;
	c->rows = qda_grow(c->rows, &c->cap, c->n, sizeof(*c->rows));
	c->rows[c->n++] = (struct qda_cells_row){ .table = r->at.table,
	    .row = (size_t)r->row + 1 };
}

/* One more cell: no file makes very much of little. */
static int
count(struct reader *r, const char *text, struct qda_err *e)
{
	r->bytes += strlen(text);
	return ++r->n <= CELLS && r->bytes <= QDA_ZIP_WHOLE ? 0 :
	    qda_fail(e, QDA_DATA, _("the table has too many cells"));
}

static int
add_cell(struct reader *r, char *text, struct qda_err *e)
{
	struct qda_cells_row	*row = &r->cells->rows[r->cells->n - 1];

	row->cells = qda_grow(row->cells, &row->cap, row->n,
	    sizeof(*row->cells));
	row->cells[row->n++] = text;
	return count(r, text, e);
}

/* A cell that comes behind those of its row; any other is passed over. */
static int
put_cell(struct reader *r, struct qda_err *e)
{
	uint64_t		 at = r->row << 16 | r->column;
	struct qda_cells_row	*row;
	size_t			 from = r->flow.main.n, lead;
	struct qda_stream	*s = &r->flow.main;

	put_comments(r, at, QDA_PLACE_BEGIN);
	put_value(r);
	if (s->n == from && r->comment < r->n_comments &&
	    r->comments[r->comment].at == at)	/* on a cell that is empty */
		qda_flow_put(&r->flow, s, " ", 1, &qda_plain_look);
	put_comments(r, at, QDA_PLACE_END);
	if (s->n == from || qda_flow_check(s, e) < 0)
		return s->n == from ? 0 : -1;
	add_row(r);
	row = &r->cells->rows[r->cells->n - 1];
	if (row->n > r->column)
		return 0;
	while (row->n < r->column)
		if (add_cell(r, qda_strdup(""), e) < 0)
			return -1;
	r->at.spans = qda_grow(r->at.spans, &r->at.cap_spans, r->at.n_spans,
	    sizeof(*r->at.spans));
	r->at.spans[r->at.n_spans++] = (struct qda_cells_span){
		r->cells->n - 1, row->n, from, s->n
	};
	row->own++;
	return add_cell(r, qda_cell_clean(s->text + from, s->n - from, &lead),
	    e);
}

static void
begin_cell(struct reader *r)
{
	const char	*v = qda_xml_attribute(&r->x, 0, "r");
	uint64_t	 row, column;
	unsigned long	 style;

	r->column++;
	if (v != NULL && qda_xlsx_place(&v, &row, &column))
		r->column = column;
	v = qda_xml_attribute(&r->x, 0, "t");
	r->type = v == NULL ? 'n' : strcmp(v, "s") == 0 ? 's' :
	    strcmp(v, "n") == 0 ? 'n' : strcmp(v, "e") == 0 ? 'e' : 'i';
	v = qda_xml_attribute(&r->x, 0, "s");
	style = v == NULL ? 0 : strtoul(v, NULL, 10);
	r->as = style < r->b.n_styles ? r->b.styles[style] : QDA_XLSX_PLAIN;
	qda_xlsx_text_free(&r->text);
}

/* ---- a sheet ------------------------------------------------------------- */

/* Rows only go down: one that does not is where the last was, and one. */
static void
begin_row(struct reader *r)
{
	const char	*v = qda_xml_attribute(&r->x, 0, "r");
	uint64_t	 row = v == NULL ? 0 : strtoull(v, NULL, 10);

	r->row = row > r->row + 1 && row < 10000000 ? row - 1 : r->row + 1;
	r->column = UINT64_MAX;
	r->in_row = false;
}

static void
begin_merged(struct reader *r)
{
	const char	*v = qda_xml_attribute(&r->x, 0, "ref");
	uint64_t	 row, column, last, other;

	if (v == NULL || !qda_xlsx_place(&v, &row, &column) || *v++ != ':' ||
	    !qda_xlsx_place(&v, &last, &other) || last <= row ||
	    r->n_merged >= MERGED)
		return;
	r->merged = qda_grow(r->merged, &r->cap_merged, r->n_merged,
	    sizeof(*r->merged));
	r->merged[r->n_merged++] = (struct range){ row, last, column };
}

static int
begin(struct reader *r, struct qda_err *e)
{
	const char	*name = r->x.name;

	if (r->x.space != QDA_S)
		return 0;
	if (strcmp(name, "row") == 0)
		begin_row(r);
	else if (strcmp(name, "c") == 0)
		begin_cell(r);
	else if (strcmp(name, "v") == 0)
		r->value = true;
	else if (strcmp(name, "is") == 0) {
		qda_xlsx_text_free(&r->text);
		return qda_xlsx_text_read(&r->x, &r->text, e);
	} else if (strcmp(name, "mergeCell") == 0)
		begin_merged(r);
	return 0;
}

static int
end(struct reader *r, struct qda_err *e)
{
	if (r->x.space != QDA_S)
		return 0;
	if (strcmp(r->x.name, "v") == 0)
		r->value = false;
	else if (strcmp(r->x.name, "c") == 0 && r->column < 16384)
		return put_cell(r, e);
	return 0;
}

static void
characters(struct reader *r)
{
	struct qda_xlsx_text	*t = &r->text;
	size_t			 n = strlen(r->x.text);

	if (!r->value || n == 0)
		return;
	if (t->n + n >= t->cap)
		t->s = qda_grow(t->s, &t->cap, t->n + n, 1);
	memcpy(t->s + t->n, r->x.text, n);
	t->n += n;
}

static int
read_cells(struct reader *r, struct qda_err *e)
{
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_TEXT)
			characters(r);
		else if ((r->x.is == QDA_XML_BEGIN ? begin(r, e) :
		    end(r, e)) < 0)
			return -1;
	}
	return rc;
}

/* The row of that number among those of the sheet, or the next. */
static size_t
find_row(const struct reader *r, size_t first, uint64_t row)
{
	size_t	 low = first, high = r->cells->n;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (r->cells->rows[mid].row < row + 1)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static int
fill(struct reader *r, struct qda_cells_row *row, uint64_t column,
    const char *text, struct qda_err *e)
{
	while (row->n <= column) {
		row->cells = qda_grow(row->cells, &row->cap, row->n,
		    sizeof(*row->cells));
		row->cells[row->n++] = qda_strdup("");
		if (count(r, "", e) < 0)
			return -1;
	}
	if (row->cells[column][0] == '\0') {
		free(row->cells[column]);
		row->cells[column] = qda_strdup(text);
		return count(r, text, e);
	}
	return 0;
}

/* Cells that are one with the one above have its text. */
static int
fill_down(struct reader *r, size_t first, struct qda_err *e)
{
	struct qda_cells	*c = r->cells;
	const struct range	*m;
	const char		*text;
	size_t			 i;

	for (size_t k = 0; k < r->n_merged; k++) {
		m = &r->merged[k];
		i = find_row(r, first, m->row);
		if (i >= c->n || c->rows[i].row != m->row + 1 ||
		    c->rows[i].n <= m->column)
			continue;
		text = c->rows[i].cells[m->column];
		for (i++; i < c->n && c->rows[i].row <= m->last + 1; i++)
			if (fill(r, &c->rows[i], m->column, text, e) < 0)
				return -1;
	}
	return 0;
}

static int
read_part(struct reader *r, const char *part, struct qda_err *e)
{
	char	*bytes;
	size_t	 n;
	int	 rc = qda_zip_read(r->b.zip, part, &bytes, &n, e);

	if (rc <= 0)
		return rc;
	rc = qda_xml_open(&r->x, bytes, n, qda_xlsx_spaces, e);
	if (rc == 0)
		rc = read_cells(r, e);
	if (rc < 0)
		qda_fail_in(e, "%.200s", part);
	qda_xml_close(&r->x);
	free(bytes);
	return rc;
}

static int
read_sheet(struct reader *r, const char *part, struct qda_err *e)
{
	size_t	 first = r->cells->n;
	int	 rc;

	r->at.cells = r->cells;
	r->at.table++;
	r->row = UINT64_MAX;
	r->comment = r->n_merged = 0;
	rc = qda_xlsx_comments(&r->comments, &r->n_comments, &r->b, part, e);
	if (rc == 0)
		rc = read_part(r, part, e);
	if (rc == 0)
		qda_cells_end(&r->at, &r->flow);
	if (rc == 0)
		rc = fill_down(r, first, e);
	qda_cells_reading_free(&r->at);
	qda_flow_free(&r->flow);
	qda_xlsx_comments_free(r->comments, r->n_comments);
	r->comments = NULL;
	r->n_comments = 0;
	return rc;
}

int
qda_xlsx_cells(struct qda_cells *cells, const char *bytes, size_t n,
    struct qda_err *e)
{
	struct reader	*r = qda_alloc(1, sizeof(*r));
	int		 rc = qda_xlsx_open(&r->b, bytes, n, e);

	r->cells = cells;
	if (rc == 0)
		for (size_t i = 0; i < r->b.n_sheets && rc == 0; i++)
			rc = read_sheet(r, r->b.sheets[i].part, e);
	qda_xlsx_text_free(&r->text);
	free(r->merged);
	qda_xlsx_close(&r->b);
	free(r);
	return rc;
}
