/* doc_docx.c: a document as Word has it (WordprocessingML, ECMA-376). */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlwriter.h>

#include "formats/docx.h"
#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { LEVEL_TWIPS = 284, ITEM_TWIPS = 357 };

struct docx {
	FILE				*f;
	const struct qda_doc_setup	*setup;
	struct qda_mem			 xml;
	xmlTextWriterPtr		 w;
	bool				 failed;
	bool				 after_table;	/* a paragraph is due */
	bool				 box;	/* around what is written */
	const struct qda_doc_column	*columns;
	size_t				 n, column;
	int				*widths;	/* of columns, twips */
	enum qda_doc_row		 row;
};

/* ---- elements; the first failure is kept ------------------------------ */

static void
note(struct docx *d, int rc)
{
	d->failed = d->failed || rc < 0;
}

static void
open_element(struct docx *d, const char *name)
{
	note(d, xmlTextWriterStartElement(d->w, BAD_CAST name));
}

static void
close_element(struct docx *d)
{
	note(d, xmlTextWriterEndElement(d->w));
}

static void
attribute(struct docx *d, const char *name, const char *value)
{
	note(d, xmlTextWriterWriteAttribute(d->w, BAD_CAST name,
	    BAD_CAST value));
}

static void
number(struct docx *d, const char *name, int value)
{
	char	 buf[16];

	snprintf(buf, sizeof(buf), "%d", value);
	attribute(d, name, buf);
}

/* An element without content, with w:val unless value is NULL. */
static void
leaf(struct docx *d, const char *name, const char *value)
{
	open_element(d, name);
	if (value != NULL)
		attribute(d, "w:val", value);
	close_element(d);
}

static void
shade(struct docx *d, const char *fill)
{
	open_element(d, "w:shd");
	attribute(d, "w:val", "clear");
	attribute(d, "w:color", "auto");
	attribute(d, "w:fill", fill);
	close_element(d);
}

/* ---- paragraphs and runs ---------------------------------------------- */

static void *
docx_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct docx		*d = qda_alloc(1, sizeof(*d));
	xmlOutputBufferPtr	 out;

	d->f = f;
	d->setup = setup;
	out = xmlOutputBufferCreateFile(qda_mem_open(&d->xml), NULL);
	d->w = out == NULL ? NULL : xmlNewTextWriter(out);
	note(d, xmlTextWriterStartDocument(d->w, "1.0", "UTF-8", "yes"));
	open_element(d, "w:document");
	attribute(d, "xmlns:w", "http://schemas.openxmlformats.org/"
	    "wordprocessingml/2006/main");
	attribute(d, "xmlns:r", "http://schemas.openxmlformats.org/"
	    "officeDocument/2006/relationships");
	open_element(d, "w:body");
	return d;
}

static bool
in_table(const struct docx *d)
{
	return d->n > 0;
}

static void
side(struct docx *d, const char *name, int space, const char *colour)
{
	open_element(d, name);
	attribute(d, "w:val", "single");
	attribute(d, "w:sz", "4");
	number(d, "w:space", space);
	attribute(d, "w:color", colour);
	close_element(d);
}

/* Paragraphs that have the same frame, one behind the other, share it. */
static void
frame(struct docx *d)
{
	static const char	*const sides[] = {
		"w:top", "w:left", "w:bottom", "w:right"
	};

	open_element(d, "w:pBdr");
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		side(d, sides[i], 6, "000000");
	close_element(d);
}

static void
indent(struct docx *d, enum qda_doc_block block, int level)
{
	bool	 item = block == QDA_DOC_ITEM;

	if (d->box) {
		open_element(d, "w:ind");
		number(d, "w:left", 142);
		number(d, "w:right", 142);
		close_element(d);
		return;
	}
	if (level == 0 && !(item && in_table(d)))
		return;
	open_element(d, "w:ind");
	number(d, "w:left", level * LEVEL_TWIPS + (item ? ITEM_TWIPS : 0) +
	    (block == QDA_DOC_QUOTE ? 567 : 0));
	if (item)
		number(d, "w:hanging", ITEM_TWIPS);
	close_element(d);
}

static void
run_begin(struct docx *d, unsigned style)
{
	open_element(d, "w:r");
	if (style == 0)
		return;
	open_element(d, "w:rPr");
	if (style & QDA_DOC_BOLD) {
		leaf(d, "w:b", NULL);
		leaf(d, "w:bCs", NULL);
	}
	if (style & QDA_DOC_ITALIC) {
		leaf(d, "w:i", NULL);
		leaf(d, "w:iCs", NULL);
	}
	if (style & QDA_DOC_GREY)
		leaf(d, "w:color", "595959");
	if (style & QDA_DOC_SMALL) {
		leaf(d, "w:sz", in_table(d) ? "16" : "18");
		leaf(d, "w:szCs", in_table(d) ? "16" : "18");
	}
	if (style & QDA_DOC_SHADED)
		shade(d, "D9D9D9");
	close_element(d);
}

static void
docx_block(void *docx, enum qda_doc_block block, int level)
{
	static const char	*const styles[] = {
		[QDA_DOC_TEXT]     = "Normal",
		[QDA_DOC_TITLE]    = "Title",
		[QDA_DOC_HEADING1] = "Heading1",
		[QDA_DOC_HEADING2] = "Heading2",
		[QDA_DOC_HEADING3] = "Heading3",
		[QDA_DOC_QUOTE]    = "Quote",
		[QDA_DOC_ITEM]     = "ListParagraph",
	};
	struct docx		*d = docx;
	bool			 span = in_table(d) &&
				    d->row == QDA_DOC_ROW_SPAN;

	bool			 behind = d->after_table && !in_table(d);

	d->after_table = false;
	open_element(d, "w:p");
	open_element(d, "w:pPr");
	leaf(d, "w:pStyle", in_table(d) ? "TableText" : styles[block]);
	if (in_table(d) && d->row != QDA_DOC_ROW)
		leaf(d, "w:keepNext", NULL);	/* with what it is over */
	if (d->box)
		frame(d);
	if (behind) {			/* not on the table's edge */
		open_element(d, "w:spacing");
		attribute(d, "w:before", "120");
		close_element(d);
	}
	indent(d, block, level);
	if (in_table(d) && !span && d->columns[d->column].right)
		leaf(d, "w:jc", "right");
	close_element(d);
	if (block == QDA_DOC_ITEM) {
		run_begin(d, 0);
		note(d, xmlTextWriterWriteElement(d->w, BAD_CAST "w:t",
		    BAD_CAST "\xe2\x80\xa2"));
		leaf(d, "w:tab", NULL);
		close_element(d);
	}
}

/* Text without tabs. */
static void
words(struct docx *d, const char *s, size_t n)
{
	char	*copy = qda_strndup(s, n);

	open_element(d, "w:t");
	attribute(d, "xml:space", "preserve");
	note(d, xmlTextWriterWriteString(d->w, BAD_CAST copy));
	close_element(d);
	free(copy);
}

static void
docx_text(void *docx, unsigned style, const char *s, size_t n)
{
	struct docx	*d = docx;
	const char	*end = s + n, *tab;

	if (in_table(d) && d->row == QDA_DOC_ROW_HEADING)
		style |= QDA_DOC_BOLD;
	run_begin(d, style);
	while ((tab = memchr(s, '\t', (size_t)(end - s))) != NULL) {
		if (tab > s)
			words(d, s, (size_t)(tab - s));
		leaf(d, "w:tab", NULL);
		s = tab + 1;
	}
	if (end > s)
		words(d, s, (size_t)(end - s));
	close_element(d);
}

static void
docx_line_break(void *docx)
{
	struct docx	*d = docx;

	run_begin(d, 0);
	leaf(d, "w:br", NULL);
	close_element(d);
}

static void
docx_block_end(void *docx)
{
	close_element(docx);
}

static void
docx_box(void *docx)
{
	struct docx	*d = docx;

	d->box = true;
}

static void
docx_box_end(void *docx)
{
	struct docx	*d = docx;

	d->box = false;
}

/* ---- tables ----------------------------------------------------------- */

/* Two tables need a paragraph between them. */
static void
end_table_space(struct docx *d)
{
	if (!d->after_table)
		return;
	docx_block(d, QDA_DOC_TEXT, 0);
	close_element(d);
}

/* So do a table and the end: one too small to begin a page. */
static void
end_last_table(struct docx *d)
{
	if (!d->after_table)
		return;
	open_element(d, "w:p");
	open_element(d, "w:pPr");
	open_element(d, "w:spacing");
	attribute(d, "w:before", "0");
	attribute(d, "w:after", "0");
	attribute(d, "w:line", "20");
	attribute(d, "w:lineRule", "exact");
	close_element(d);
	close_element(d);
	close_element(d);
}

static void
borders(struct docx *d)
{
	static const char	*const sides[] = {
		"w:top", "w:left", "w:bottom", "w:right", "w:insideH",
		"w:insideV",
	};

	open_element(d, "w:tblBorders");
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		side(d, sides[i], 0, "666666");
	close_element(d);
}

static void
margins(struct docx *d)
{
	static const struct { const char *side; int twips; } all[] = {
		{ "w:top", 40 }, { "w:left", 85 }, { "w:bottom", 40 },
		{ "w:right", 85 },
	};

	open_element(d, "w:tblCellMar");
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		open_element(d, all[i].side);
		number(d, "w:w", all[i].twips);
		attribute(d, "w:type", "dxa");
		close_element(d);
	}
	close_element(d);
}

static void
properties(struct docx *d)
{
	open_element(d, "w:tblPr");
	open_element(d, "w:tblW");
	number(d, "w:w", qda_docx_width(d->setup));
	attribute(d, "w:type", "dxa");
	close_element(d);
	borders(d);
	open_element(d, "w:tblLayout");
	attribute(d, "w:type", "fixed");
	close_element(d);
	margins(d);
	close_element(d);
}

static void
measure(struct docx *d)
{
	free(d->widths);
	d->widths = qda_doc_widths(d->columns, d->n, qda_docx_width(d->setup));
	open_element(d, "w:tblGrid");
	for (size_t i = 0; i < d->n; i++) {
		open_element(d, "w:gridCol");
		number(d, "w:w", d->widths[i]);
		close_element(d);
	}
	close_element(d);
}

static void
docx_row(void *docx, enum qda_doc_row row)
{
	struct docx	*d = docx;

	d->row = row;
	open_element(d, "w:tr");
	open_element(d, "w:trPr");
	leaf(d, "w:cantSplit", NULL);
	if (row == QDA_DOC_ROW_HEADING)
		leaf(d, "w:tblHeader", NULL);
	close_element(d);
}

static void
docx_cell(void *docx, size_t column)
{
	struct docx	*d = docx;
	bool		 span = d->row == QDA_DOC_ROW_SPAN;

	d->column = column;
	open_element(d, "w:tc");
	open_element(d, "w:tcPr");
	open_element(d, "w:tcW");
	number(d, "w:w", span ? qda_docx_width(d->setup) : d->widths[column]);
	attribute(d, "w:type", "dxa");
	close_element(d);
	if (span) {
		open_element(d, "w:gridSpan");
		number(d, "w:val", (int)d->n);
		close_element(d);
	}
	if (d->row != QDA_DOC_ROW)
		shade(d, d->row == QDA_DOC_ROW_HEADING ? "D9D9D9" : "EDEDED");
	close_element(d);
}

static void
docx_cell_end(void *docx)
{
	close_element(docx);
}

static void
docx_row_end(void *docx)
{
	close_element(docx);
}

static void
docx_table(void *docx, const struct qda_doc_column *columns, size_t n)
{
	struct docx	*d = docx;

	end_table_space(d);
	d->columns = columns;
	d->n = n;
	open_element(d, "w:tbl");
	properties(d);
	measure(d);
}

static void
docx_table_end(void *docx)
{
	struct docx	*d = docx;

	d->n = 0;
	d->after_table = true;
	close_element(d);
}

/* ---- the end ---------------------------------------------------------- */

static void
section(struct docx *d)
{
	static const char	*const sides[] = {
		"w:top", "w:right", "w:bottom", "w:left"
	};
	bool			 wide = d->setup->landscape;

	open_element(d, "w:sectPr");
	open_element(d, "w:footerReference");
	attribute(d, "w:type", "default");
	attribute(d, "r:id", "rId4");
	close_element(d);
	open_element(d, "w:pgSz");
	number(d, "w:w", wide ? QDA_DOCX_LONG : QDA_DOCX_SHORT);
	number(d, "w:h", wide ? QDA_DOCX_SHORT : QDA_DOCX_LONG);
	if (wide)
		attribute(d, "w:orient", "landscape");
	close_element(d);
	open_element(d, "w:pgMar");
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		number(d, sides[i], QDA_DOCX_MARGIN);
	number(d, "w:header", 709);
	number(d, "w:footer", 709);
	number(d, "w:gutter", 0);
	close_element(d);
	close_element(d);
}

static int
docx_end(void *docx, struct qda_err *e)
{
	struct docx	*d = docx;
	char		*document;
	int		 rc;

	end_last_table(d);
	section(d);
	note(d, xmlTextWriterEndDocument(d->w));
	xmlFreeTextWriter(d->w);	/* flushes; the stream stays open */
	document = qda_mem_text(&d->xml);
	if (d->failed)
		rc = qda_fail(e, QDA_SYSTEM,
		    _("the document cannot be written"));
	else
		rc = qda_docx_write(d->f, d->setup, document, d->xml.size, e);
	free(document);
	free(d->widths);
	free(d);
	return rc;
}

const struct qda_doc_writer	 qda_doc_docx = {
	.name = "docx",
	.binary = true,
	.begin = docx_begin,
	.block = docx_block,
	.text = docx_text,
	.line_break = docx_line_break,
	.block_end = docx_block_end,
	.box = docx_box,
	.box_end = docx_box_end,
	.table = docx_table,
	.row = docx_row,
	.cell = docx_cell,
	.cell_end = docx_cell_end,
	.row_end = docx_row_end,
	.table_end = docx_table_end,
	.end = docx_end,
};
