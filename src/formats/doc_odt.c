/* doc_odt.c: a document as LibreOffice has it (OpenDocument text, ODF 1.2). */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlwriter.h>

#include "formats/odt.h"
#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/mem.h"

/* Twentieths of a point. */
enum { LEVEL = 284, ITEM = 357, QUOTE = 567 };

enum {
	LEVELS = 10,
	IN_TABLE = QDA_DOC_ITEM + 1,	/* kinds of paragraphs: blocks, then */
	RIGHT = 1, KEEP = 2, BULLET = 4,	/* those in cells, or'ed */
	BOXED = IN_TABLE + 8,		/* then blocks in a box */
	KINDS = BOXED + IN_TABLE,
	RUNS = 2 * QDA_DOC_GREY,	/* of styles, in the body */
};

struct odt {
	FILE				*f;
	const struct qda_doc_setup	*setup;
	struct qda_mem			 body, tables;	/* tables' styles */
	xmlTextWriterPtr		 w;
	bool				 failed;
	const struct qda_doc_column	*columns;
	size_t				 n, column, table;
	enum qda_doc_row		 row;
	bool				 box;	/* around what is written */
	bool				 blank;	/* a space here adds none */
	bool				 paragraphs[KINDS][LEVELS];
	bool				 runs[2][RUNS];	/* in cells, 1 */
};

static const struct {
	const char	*name;
	int		 outline;	/* of a heading */
} blocks[] = {
	[QDA_DOC_TEXT]     = { "Standard", 0 },
	[QDA_DOC_TITLE]    = { "Title", 0 },
	[QDA_DOC_HEADING1] = { "Heading_20_1", 1 },
	[QDA_DOC_HEADING2] = { "Heading_20_2", 2 },
	[QDA_DOC_HEADING3] = { "Heading_20_3", 3 },
	[QDA_DOC_QUOTE]    = { "Quotations", 0 },
	[QDA_DOC_ITEM]     = { "List", 0 },
	[IN_TABLE]         = { "Table_20_Contents", 0 },
};

/* ---- elements; the first failure is kept ------------------------------ */

static void
note(struct odt *d, int rc)
{
	d->failed = d->failed || rc < 0;
}

static void
open_element(struct odt *d, const char *name)
{
	note(d, xmlTextWriterStartElement(d->w, BAD_CAST name));
}

static void
close_element(struct odt *d)
{
	note(d, xmlTextWriterEndElement(d->w));
}

static void
attribute(struct odt *d, const char *name, const char *value)
{
	note(d, xmlTextWriterWriteAttribute(d->w, BAD_CAST name,
	    BAD_CAST value));
}

static void
leaf(struct odt *d, const char *name)
{
	open_element(d, name);
	close_element(d);
}

/* ---- paragraphs and runs ---------------------------------------------- */

static void *
odt_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct odt		*d = qda_alloc(1, sizeof(*d));
	xmlOutputBufferPtr	 out;

	d->f = f;
	d->setup = setup;
	qda_mem_open(&d->tables);
	out = xmlOutputBufferCreateFile(qda_mem_open(&d->body), NULL);
	d->w = out == NULL ? NULL : xmlNewTextWriter(out);
	open_element(d, "office:body");
	open_element(d, "office:text");
	return d;
}

static bool
in_table(const struct odt *d)
{
	return d->n > 0;
}

static int
kind_of(const struct odt *d, enum qda_doc_block block)
{
	int	 kind = IN_TABLE;

	if (!in_table(d))
		return (int)block + (d->box ? BOXED : 0);
	if (d->row != QDA_DOC_ROW)
		kind += KEEP;		/* with what it is over */
	if (d->row != QDA_DOC_ROW_SPAN && d->columns[d->column].right)
		kind += RIGHT;
	if (block == QDA_DOC_ITEM)
		kind += BULLET;
	return kind;
}

/* The paragraph's style, its own one where it differs from a named one. */
static void
paragraph_style(struct odt *d, int kind, int level)
{
	char	 name[24];

	if (level == 0 && kind <= IN_TABLE && kind != QDA_DOC_ITEM) {
		attribute(d, "text:style-name", blocks[kind].name);
		return;
	}
	d->paragraphs[kind][level] = true;
	snprintf(name, sizeof(name), "P%d.%d", kind, level);
	attribute(d, "text:style-name", name);
}

static void
odt_block(void *odt, enum qda_doc_block block, int level)
{
	struct odt	*d = odt;
	int		 outline = in_table(d) ? 0 : blocks[block].outline;
	char		 number[] = { (char)('0' + outline), '\0' };

	open_element(d, outline > 0 ? "text:h" : "text:p");
	paragraph_style(d, kind_of(d, block), level);
	if (outline > 0)
		attribute(d, "text:outline-level", number);
	d->blank = true;
	if (block == QDA_DOC_ITEM) {
		note(d, xmlTextWriterWriteString(d->w,
		    BAD_CAST "\xe2\x80\xa2"));
		leaf(d, "text:tab");
	}
}

/* Characters that are neither blank nor tab. */
static void
words(struct odt *d, const char *s, size_t n)
{
	char	*copy = qda_strndup(s, n);

	note(d, xmlTextWriterWriteString(d->w, BAD_CAST copy));
	free(copy);
	d->blank = false;
}

/* One space is a space; the first of a paragraph, and more, need a name. */
static void
space(struct odt *d)
{
	if (d->blank)
		leaf(d, "text:s");
	else
		note(d, xmlTextWriterWriteString(d->w, BAD_CAST " "));
	d->blank = true;
}

static void
odt_text(void *odt, unsigned style, const char *s, size_t n)
{
	struct odt	*d = odt;
	const char	*end = s + n, *word;
	char		 name[24];

	if (in_table(d) && d->row == QDA_DOC_ROW_HEADING)
		style |= QDA_DOC_BOLD;
	if (style != 0) {
		d->runs[in_table(d)][style] = true;
		snprintf(name, sizeof(name), "T%d.%u", in_table(d), style);
		open_element(d, "text:span");
		attribute(d, "text:style-name", name);
	}
	while (s < end) {
		for (word = s; s < end && *s != ' ' && *s != '\t'; s++)
			;
		if (s > word)
			words(d, word, (size_t)(s - word));
		else if (*s++ == ' ')
			space(d);
		else {
			leaf(d, "text:tab");
			d->blank = true;
		}
	}
	if (style != 0)
		close_element(d);
}

static void
odt_line_break(void *odt)
{
	struct odt	*d = odt;

	leaf(d, "text:line-break");
	d->blank = true;
}

static void
odt_block_end(void *odt)
{
	close_element(odt);
}

static void
odt_box(void *odt)
{
	struct odt	*d = odt;

	d->box = true;
}

static void
odt_box_end(void *odt)
{
	struct odt	*d = odt;

	d->box = false;
}

/* ---- tables ----------------------------------------------------------- */

/* " fo:margin-left="14.20pt"" of so many twentieths of a point. */
static void
length(FILE *f, const char *name, int twentieths)
{
	int	 all = twentieths < 0 ? -twentieths : twentieths;

	fprintf(f, " %s=\"%s%d.%02dpt\"", name, twentieths < 0 ? "-" : "",
	    all / 20, all % 20 * 5);
}

/* The styles of a table and of its columns, and these columns. */
static void
measure(struct odt *d)
{
	int	*widths = qda_doc_widths(d->columns, d->n,
		    qda_odt_width(d->setup));
	FILE	*f = d->tables.f;
	char	 name[48];

	fprintf(f, "<style:style style:name=\"Table%zu\" style:family=\""
	    "table\"><style:table-properties", d->table);
	length(f, "style:width", qda_odt_width(d->setup));
	fputs(" table:align=\"left\" fo:margin-bottom=\"12pt\" "
	    "table:border-model=\"collapsing\"/></style:style>", f);
	for (size_t i = 0; i < d->n; i++) {
		snprintf(name, sizeof(name), "Table%zu.%zu", d->table, i + 1);
		fprintf(f, "<style:style style:name=\"%s\" style:family=\""
		    "table-column\"><style:table-column-properties", name);
		length(f, "style:column-width", widths[i]);
		fputs("/></style:style>", f);
		open_element(d, "table:table-column");
		attribute(d, "table:style-name", name);
		close_element(d);
	}
	free(widths);
}

static void
odt_table(void *odt, const struct qda_doc_column *columns, size_t n)
{
	struct odt	*d = odt;
	char		 name[32];

	d->columns = columns;
	d->n = n;
	snprintf(name, sizeof(name), "Table%zu", ++d->table);
	open_element(d, "table:table");
	attribute(d, "table:name", name);
	attribute(d, "table:style-name", name);
	measure(d);
}

static void
odt_row(void *odt, enum qda_doc_row row)
{
	struct odt	*d = odt;

	d->row = row;
	if (row == QDA_DOC_ROW_HEADING)
		open_element(d, "table:table-header-rows");
	open_element(d, "table:table-row");
	attribute(d, "table:style-name", "Row");
}

static void
odt_cell(void *odt, size_t column)
{
	struct odt	*d = odt;
	char		 n[24];

	d->column = column;
	open_element(d, "table:table-cell");
	attribute(d, "table:style-name", d->row == QDA_DOC_ROW ? "Cell" :
	    d->row == QDA_DOC_ROW_HEADING ? "Cell.head" : "Cell.shaded");
	attribute(d, "office:value-type", "string");
	if (d->row != QDA_DOC_ROW_SPAN || d->n == 1)
		return;
	snprintf(n, sizeof(n), "%zu", d->n);
	attribute(d, "table:number-columns-spanned", n);
}

static void
odt_cell_end(void *odt)
{
	struct odt	*d = odt;

	close_element(d);
	for (size_t i = 1; d->row == QDA_DOC_ROW_SPAN && i < d->n; i++)
		leaf(d, "table:covered-table-cell");
}

static void
odt_row_end(void *odt)
{
	struct odt	*d = odt;

	close_element(d);
	if (d->row == QDA_DOC_ROW_HEADING)
		close_element(d);
}

static void
odt_table_end(void *odt)
{
	struct odt	*d = odt;

	d->n = 0;
	close_element(d);
}

/* ---- the end ---------------------------------------------------------- */

/* Paragraphs that have the same frame and margins share it. */
#define FRAME	" fo:border=\"0.5pt solid #000000\" fo:padding=\"6pt\" " \
		"fo:margin-left=\"7.1pt\" fo:margin-right=\"7.1pt\" " \
		"style:join-border=\"true\""

static void
write_paragraph_style(FILE *f, int kind, int level)
{
	bool	 cell = kind >= IN_TABLE && kind < BOXED;
	int	 is = cell ? kind - IN_TABLE : 0;
	bool	 item = cell ? (is & BULLET) != 0 : kind == QDA_DOC_ITEM;
	int	 block = cell ? IN_TABLE : kind % BOXED;

	fprintf(f, "<style:style style:name=\"P%d.%d\" style:family=\""
	    "paragraph\" style:parent-style-name=\"%s\">"
	    "<style:paragraph-properties", kind, level,
	    blocks[block].name);
	if (level > 0 || item)
		length(f, "fo:margin-left", level * LEVEL + (item ? ITEM : 0) +
		    (!cell && kind == QDA_DOC_QUOTE ? QUOTE : 0));
	if (item)
		length(f, "fo:text-indent", -ITEM);
	if (kind >= BOXED)
		fputs(FRAME, f);
	if (is & RIGHT)
		fputs(" fo:text-align=\"end\"", f);
	if (is & KEEP)
		fputs(" fo:keep-with-next=\"always\"", f);
	fputs(item ? "><style:tab-stops><style:tab-stop style:position=\"0pt\""
	    "/></style:tab-stops></style:paragraph-properties></style:style>" :
	    "/></style:style>", f);
}

static void
write_run_style(FILE *f, int cell, unsigned style)
{
	fprintf(f, "<style:style style:name=\"T%d.%u\" style:family=\"text\">"
	    "<style:text-properties", cell, style);
	if (style & QDA_DOC_BOLD)
		fputs(" fo:font-weight=\"bold\"", f);
	if (style & QDA_DOC_ITALIC)
		fputs(" fo:font-style=\"italic\"", f);
	if (style & QDA_DOC_SHADED)
		fputs(" fo:background-color=\"#d9d9d9\"", f);
	if (style & QDA_DOC_GREY)
		fputs(" fo:color=\"#595959\"", f);
	if (style & QDA_DOC_SMALL)
		fprintf(f, " fo:font-size=\"%dpt\"", cell ? 8 : 9);
	fputs("/></style:style>", f);
}

static void
write_cell_style(FILE *f, const char *name, const char *fill)
{
	fprintf(f, "<style:style style:name=\"%s\" style:family=\"table-cell"
	    "\"><style:table-cell-properties fo:border=\"0.5pt solid "
	    "#666666\" fo:padding-top=\"2pt\" fo:padding-bottom=\"2pt\" "
	    "fo:padding-left=\"4.25pt\" fo:padding-right=\"4.25pt\"%s/>"
	    "</style:style>", name, fill);
}

static void
write_automatic(FILE *f, const struct odt *d, const char *tables)
{
	fputs("<office:automatic-styles>", f);
	fputs(tables, f);
	fputs("<style:style style:name=\"Row\" style:family=\"table-row\">"
	    "<style:table-row-properties fo:keep-together=\"always\"/>"
	    "</style:style>", f);
	write_cell_style(f, "Cell", "");
	write_cell_style(f, "Cell.head", " fo:background-color=\"#d9d9d9\"");
	write_cell_style(f, "Cell.shaded", " fo:background-color=\"#ededed\"");
	for (int k = 0; k < KINDS; k++)
		for (int i = 0; i < LEVELS; i++)
			if (d->paragraphs[k][i])
				write_paragraph_style(f, k, i);
	for (int c = 0; c < 2; c++)
		for (unsigned s = 0; s < RUNS; s++)
			if (d->runs[c][s])
				write_run_style(f, c, s);
	fputs("</office:automatic-styles>", f);
}

static int
odt_end(void *odt, struct qda_err *e)
{
	struct odt	*d = odt;
	struct qda_mem	 m;
	char		*body, *tables, *content;
	int		 rc;

	note(d, xmlTextWriterEndDocument(d->w));
	xmlFreeTextWriter(d->w);	/* flushes; the stream stays open */
	body = qda_mem_text(&d->body);
	tables = qda_mem_text(&d->tables);
	fputs(QDA_ODT_XML "<office:document-content " QDA_ODT_NAMESPACES ">",
	    qda_mem_open(&m));
	write_automatic(m.f, d, tables);
	fputs(body, m.f);
	fputs("</office:document-content>\n", m.f);
	content = qda_mem_text(&m);
	if (d->failed)
		rc = qda_fail(e, QDA_SYSTEM,
		    _("the document cannot be written"));
	else
		rc = qda_odt_write(d->f, d->setup, content, m.size, e);
	free(body);
	free(tables);
	free(content);
	free(d);
	return rc;
}

const struct qda_doc_writer	 qda_doc_odt = {
	.name = "odt",
	.binary = true,
	.begin = odt_begin,
	.block = odt_block,
	.text = odt_text,
	.line_break = odt_line_break,
	.block_end = odt_block_end,
	.box = odt_box,
	.box_end = odt_box_end,
	.table = odt_table,
	.row = odt_row,
	.cell = odt_cell,
	.cell_end = odt_cell_end,
	.row_end = odt_row_end,
	.table_end = odt_table_end,
	.end = odt_end,
};
