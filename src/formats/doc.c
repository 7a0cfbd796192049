/* doc.c: a document in the order that every writer needs. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { LEVEL_MAX = 9 };

struct qda_doc {
	const struct qda_doc_writer	*writer;
	void				*w;	/* what it made */
	bool				 block, row, cell, box;	/* are open */
	size_t				 columns;	/* 0: no table */
	size_t				 column;	/* the next cell's */
	enum qda_doc_row		 kind;
};

struct qda_doc *
qda_doc_begin(const struct qda_doc_writer *writer, FILE *f,
    const struct qda_doc_setup *setup)
{
	struct qda_doc	*d = qda_alloc(1, sizeof(*d));

	d->writer = writer;
	d->w = writer->begin(f, setup);
	return d;
}

static void
close_block(struct qda_doc *d)
{
	if (d->block)
		d->writer->block_end(d->w);
	d->block = false;
}

static void
close_cell(struct qda_doc *d)
{
	close_block(d);
	if (d->cell)
		d->writer->cell_end(d->w);
	d->cell = false;
}

/* How many cells the open row has. */
static size_t
cells(const struct qda_doc *d)
{
	return d->kind == QDA_DOC_ROW_SPAN ? 1 : d->columns;
}

static void
close_row(struct qda_doc *d)
{
	if (!d->row)
		return;
	while (d->column < cells(d))
		qda_doc_cell(d);
	close_cell(d);
	d->writer->row_end(d->w);
	d->row = false;
}

void
qda_doc_block(struct qda_doc *d, enum qda_doc_block block, int level)
{
	assert(d->columns == 0 || d->cell);
	close_block(d);
	d->writer->block(d->w, block, level < 0 || d->box ? 0 :
	    level > LEVEL_MAX ? LEVEL_MAX : level);
	d->block = true;
}

/* What no format takes, or no reader sees. */
static bool
is_dropped(int32_t c)
{
	return (c < ' ' && c != '\t' && c != '\n') ||
	    (c >= 0x7f && c <= 0x9f) || (c & 0xfffe) == 0xfffe ||
	    (c >= 0xfdd0 && c <= 0xfdef);
}

void
qda_doc_text(struct qda_doc *d, unsigned style, const char *s)
{
	size_t	 n = strlen(s), at = 0, from = 0, was;
	int32_t	 c;

	assert(d->block);
	while (was = at, at < n) {
		c = qda_text_next(s, n, &at);
		if (c >= 0 && c != '\n' && !is_dropped(c))
			continue;
		if (was > from)
			d->writer->text(d->w, style, s + from, was - from);
		if (c == '\n')
			d->writer->line_break(d->w);
		else if (c < 0)
			d->writer->text(d->w, style, "\xef\xbf\xbd", 3);
		from = at;
	}
	if (n > from)
		d->writer->text(d->w, style, s + from, n - from);
}

void
qda_doc_line(struct qda_doc *d, enum qda_doc_block block, const char *s)
{
	qda_doc_block(d, block, 0);
	qda_doc_text(d, QDA_DOC_PLAIN, s);
}

void
qda_doc_box(struct qda_doc *d)
{
	assert(d->columns == 0 && !d->box);
	close_block(d);
	d->writer->box(d->w);
	d->box = true;
}

void
qda_doc_box_end(struct qda_doc *d)
{
	assert(d->box);
	close_block(d);
	d->writer->box_end(d->w);
	d->box = false;
}

void
qda_doc_table(struct qda_doc *d, const struct qda_doc_column *columns,
    size_t n)
{
	assert(d->columns == 0 && !d->box && n > 0);
	close_block(d);
	d->columns = n;
	d->writer->table(d->w, columns, n);
	qda_doc_row(d, QDA_DOC_ROW_HEADING);
	for (size_t i = 0; i < n; i++)
		qda_doc_cell_text(d, QDA_DOC_PLAIN, columns[i].title);
}

void
qda_doc_row(struct qda_doc *d, enum qda_doc_row kind)
{
	assert(d->columns > 0);
	close_row(d);
	d->kind = kind;
	d->column = 0;
	d->row = true;
	d->writer->row(d->w, kind);
}

void
qda_doc_cell_in(struct qda_doc *d, int level)
{
	assert(d->row && d->column < cells(d));
	close_cell(d);
	d->writer->cell(d->w, d->column++);
	d->cell = true;
	qda_doc_block(d, QDA_DOC_TEXT, level);
}

void
qda_doc_cell(struct qda_doc *d)
{
	qda_doc_cell_in(d, 0);
}

void
qda_doc_cell_text(struct qda_doc *d, unsigned style, const char *s)
{
	qda_doc_cell(d);
	if (s != NULL)
		qda_doc_text(d, style, s);
}

void
qda_doc_span(struct qda_doc *d, unsigned style, const char *s)
{
	qda_doc_row(d, QDA_DOC_ROW_SPAN);
	qda_doc_cell_text(d, style, s);
}

void
qda_doc_table_end(struct qda_doc *d)
{
	assert(d->columns > 0);
	close_row(d);
	d->columns = 0;
	d->writer->table_end(d->w);
}

int
qda_doc_end(struct qda_doc *d, struct qda_err *e)
{
	int	 rc;

	if (d->columns > 0)
		qda_doc_table_end(d);
	if (d->box)
		qda_doc_box_end(d);
	close_block(d);
	rc = d->writer->end(d->w, e);
	free(d);
	return rc;
}

int *
qda_doc_widths(const struct qda_doc_column *columns, size_t n, int whole)
{
	int	*widths = qda_alloc(n, sizeof(*widths));
	int	 left = whole, sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += columns[i].share;
	for (size_t i = 0; i < n; i++) {
		widths[i] = sum > 0 ? whole * columns[i].share / sum :
		    whole / (int)n;
		left -= widths[i];
	}
	widths[n - 1] += left;
	return widths;
}
