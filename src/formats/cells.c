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

enum { WIDEST = 1000 };		/* columns of one cell */

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

	return n < 1 ? 1 : n > WIDEST ? WIDEST : (size_t)n;
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

	if (begins) {
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
	add_cell(r->cells, qda_cell_clean(text->n > 0 ? text->text + r->start :
	    "", text->n - r->start, &lead));
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

	if (strcmp(x->name, names->cell) == 0)
		see_cell(r, begins, text);
	else if (!begins)
		return;
	else if (strcmp(x->name, names->row) == 0)
		add_row(r);
	else if (names->span != NULL && strcmp(x->name, names->span) == 0 &&
	    r->open && r->span == 1)
		r->span = columns(x, names);
	else if (names->covered != NULL &&
	    strcmp(x->name, names->covered) == 0)
		for (size_t i = columns(x, names); i > 0; i--)
			add_cell(r->cells, qda_strdup(""));
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
