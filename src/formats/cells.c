/* cells.c: the tables inside documents. */
#include <stdlib.h>
#include <string.h>

#include "formats/cells.h"
#include "formats/reader.h"
#include "formats/xlsx.h"
#include "formats/zip.h"
#include "qda/clean.h"
#include "qda/mem.h"
#include "qda/text.h"

static void
add_row(struct qda_cells_reading *r)
{
	struct qda_cells	*c = r->cells;

	c->rows = qda_grow(c->rows, &c->cap, c->n, sizeof(*c->rows));
	c->rows[c->n++] = (struct qda_cells_row){
		.table = r->table, .row = ++r->row
	};
}

/* A cell of the last row; its text is taken. */
static void
add_cell(struct qda_cells *c, char *text)
{
	struct qda_cells_row	*row;

	if (c->n == 0) {
		free(text);
		return;
	}
	row = &c->rows[c->n - 1];
	row->cells = qda_grow(row->cells, &row->cap, row->n,
	    sizeof(*row->cells));
	row->cells[row->n++] = text;
}

/* Behind the last character that is no white space. */
static size_t
trimmed(const char *s, size_t n)
{
	size_t	 at = 0, end = 0;

	while (at < n)
		if (!qda_text_space(qda_text_next(s, n, &at)))
			end = at;
	return end;
}

char *
qda_cell_clean(const char *s, size_t n, size_t *lead)
{
	struct qda_cleaned	 clean = { 0 };
	struct qda_err		 e;
	size_t			 from = 0, at = 0;
	char			*text;

	*lead = 0;
	if (qda_text_clean(&clean, s, n, "UTF-8", &e) < 0)
		return qda_strdup("");
	n = trimmed(clean.text, clean.size);
	while (from < n && qda_text_space(qda_text_next(clean.text, n, &at)))
		from = at;
	text = qda_strndup(clean.text + from, n - from);
	*lead = from;
	qda_cleaned_free(&clean);
	return text;
}

/* How many columns the element says it takes. */
static size_t
columns(struct qda_xml *x, const struct qda_cells_names *names)
{
	const char	*width = qda_xml_attribute(x, names->space,
			    names->width);
	long		 n = width == NULL ? 1 : strtol(width, NULL, 10);

	return n < 1 ? 1 : n > QDA_CELLS_WIDEST ? QDA_CELLS_WIDEST : (size_t)n;
}

/*
 * What the cell over the next one of the last row holds; yours.  A file that
 * makes very much of little gets no more.
 */
static char *
text_above(struct qda_cells_reading *r)
{
	const struct qda_cells		*c = r->cells;
	const struct qda_cells_row	*above;
	size_t				 column;

	if (c->n < 2 || r->copied > QDA_FLOW_SIZE)
		return qda_strdup("");
	above = &c->rows[c->n - 2];
	column = c->rows[c->n - 1].n;
	if (above->table != c->rows[c->n - 1].table || column >= above->n)
		return qda_strdup("");
	r->copied += strlen(above->cells[column]);
	return qda_strdup(above->cells[column]);
}

/* A cell begins that goes on below: in how many rows. */
static void
see_rows(struct qda_cells_reading *r, struct qda_xml *x,
    const struct qda_cells_names *names)
{
	size_t		 column = r->cells->n == 0 ? 0 :
			    r->cells->rows[r->cells->n - 1].n;
	const char	*v = names->rows == NULL ? NULL :
			    qda_xml_attribute(x, names->space, names->rows);
	long		 n = v == NULL ? 1 : strtol(v, NULL, 10);

	if (column < QDA_CELLS_WIDEST)
		r->down[column] = n > 1 ? (size_t)n - 1 : 0;
}

/* A cell that another covers: from above, or from the left. */
static void
add_covered(struct qda_cells_reading *r)
{
	struct qda_cells	*c = r->cells;
	size_t			 column = c->n == 0 ? QDA_CELLS_WIDEST :
				    c->rows[c->n - 1].n;

	if (column < QDA_CELLS_WIDEST && r->down[column] > 0) {
		r->down[column]--;
		add_cell(c, text_above(r));
	} else
		add_cell(c, qda_strdup(""));
}

/* Where the cell that comes next in the last row stands. */
static void
keep_span(struct qda_cells_reading *r, size_t to)
{
	size_t	 row = r->cells->n - 1;

	r->spans = qda_grow(r->spans, &r->cap_spans, r->n_spans,
	    sizeof(*r->spans));
	r->spans[r->n_spans++] = (struct qda_cells_span){ row,
	    r->cells->rows[row].n, r->start, to };
}

static void
see_cell(struct qda_cells_reading *r, bool begins,
    const struct qda_stream *text)
{
	size_t	 lead;
	char	*words;

	if (begins) {
		r->joined = false;
		r->start = text->n;
		r->span = 1;
		r->open = true;
		return;
	}
	if (!r->open)
		return;
	r->open = false;
	if (r->cells->n > 0)
		keep_span(r, text->n);
	words = qda_cell_clean(text->n > 0 ? text->text + r->start : "",
	    text->n - r->start, &lead);
	if (r->joined && *words == '\0') {
		free(words);
		words = text_above(r);
	}
	add_cell(r->cells, words);
	if (r->cells->n > 0)
		r->cells->rows[r->cells->n - 1].own++;
	for (; r->span > 1; r->span--)
		add_cell(r->cells, qda_strdup(""));
}

/* Within a table that is in no other. */
static void
see_part(struct qda_cells_reading *r, struct qda_xml *x,
    const struct qda_cells_names *names, const struct qda_stream *text)
{
	bool	 begins = x->is == QDA_XML_BEGIN;

	if (strcmp(x->name, names->cell) == 0) {
		if (begins)
			see_rows(r, x, names);
		see_cell(r, begins, text);
	} else if (!begins)
		return;
	else if (strcmp(x->name, names->row) == 0)
		add_row(r);
	else if (names->span != NULL && strcmp(x->name, names->span) == 0 &&
	    r->open && r->span == 1)
		r->span = columns(x, names);
	else if (names->covered != NULL &&
	    strcmp(x->name, names->covered) == 0)
		for (size_t i = columns(x, names); i > 0; i--)
			add_covered(r);
	else if (names->joined != NULL && r->open &&
	    strcmp(x->name, names->joined) == 0) {
		const char	*v = qda_xml_attribute(x, names->space, "val");

		r->joined = v == NULL || strcmp(v, "restart") != 0;
	}
}

void
qda_cells_see(struct qda_cells_reading *r, struct qda_xml *x,
    const struct qda_cells_names *names, const struct qda_stream *text)
{
	if (r->cells == NULL || x->space != names->space)
		return;
	if (strcmp(x->name, names->table) != 0) {
		if (r->depth == 1)
			see_part(r, x, names, text);
	} else if (x->is != QDA_XML_BEGIN)
		r->depth -= r->depth > 0;
	else if (r->depth++ == 0) {
		r->table++;
		r->row = 0;
		memset(r->down, 0, sizeof(r->down));
	}
}

int
qda_cells_read(struct qda_cells *cells, const char *bytes, size_t n,
    struct qda_err *e)
{
	struct qda_zip	*zip;
	bool		 docx, odt, xlsx;
	int		 rc;

	memset(cells, 0, sizeof(*cells));
	if (n < 4 || memcmp(bytes, "PK\003\004", 4) != 0)
		return 0;
	if (qda_zip_open(&zip, bytes, n, e) < 0)
		return -1;
	qda_xml_init();
	docx = qda_docx_is(zip);
	odt = !docx && qda_odt_is(zip);
	xlsx = !docx && !odt && qda_xlsx_is(zip);
	qda_zip_close(zip);
	if (!docx && !odt && !xlsx)
		return 0;
	rc = docx ? qda_docx_cells(cells, bytes, n, e) :
	    odt ? qda_odt_cells(cells, bytes, n, e) :
	    qda_xlsx_cells(cells, bytes, n, e);
	return rc < 0 ? -1 : 1;
}

void
qda_cells_free(struct qda_cells *cells)
{
	for (size_t i = 0; i < cells->n; i++) {
		for (size_t k = 0; k < cells->rows[i].n; k++)
			free(cells->rows[i].cells[k]);
		free(cells->rows[i].cells);
	}
	for (size_t i = 0; i < cells->n_marks; i++) {
		free(cells->marks[i].comment);
		free(cells->marks[i].author);
	}
	free(cells->rows);
	free(cells->marks);
	memset(cells, 0, sizeof(*cells));
}
