/* doc_tex.c: a document as LaTeX, whole, for pdflatex, xelatex and lualatex. */
#include <stdlib.h>
#include <string.h>

#include "formats/tex.h"
#include "qda/doc.h"
#include "qda/mem.h"

enum { MARK_MAX = 60 };		/* bytes that fit a line with a shade behind */

struct tex {
	struct qda_tex			 t;
	const struct qda_doc_column	*columns;
	size_t				 n, column;
	enum qda_doc_row		 row;
	enum qda_doc_block		 block;		/* the open one */
	bool				 some;	/* a block in the open cell */
	bool				 in;	/* it is set in */
	bool				 box;	/* around what is written */
};

static void *
tex_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct tex	*d = qda_alloc(1, sizeof(*d));

	d->t.f = f;
	qda_tex_preamble(&d->t, setup);
	return d;
}

/* A command with the number of a level: "\\qdain{2}". */
static void
set_in(struct tex *d, const char *command, int level)
{
	char	 buf[32];

	snprintf(buf, sizeof(buf), "\\%s{%d}", command, level);
	qda_tex_raw(&d->t, buf);
	d->in = true;
}

static void
block_in_cell(struct tex *d, int level)
{
	bool	 right = d->row != QDA_DOC_ROW_SPAN &&
		    d->columns[d->column].right;

	if (d->some)
		qda_tex_raw(&d->t, "\\par ");
	d->some = true;
	if (d->block == QDA_DOC_ITEM)
		set_in(d, "qdaitem", level);
	else if (!right && (level > 0 || d->in))
		set_in(d, "qdain", level);
}

static void
tex_block(void *tex, enum qda_doc_block block, int level)
{
	static const char	*const begin[] = {
		[QDA_DOC_TEXT]     = "{",
		[QDA_DOC_TITLE]    = "\\qdatitle{",
		[QDA_DOC_HEADING1] = "\\section*{",
		[QDA_DOC_HEADING2] = "\\subsection*{",
		[QDA_DOC_HEADING3] = "\\subsubsection*{",
		[QDA_DOC_QUOTE]    = "\\begin{quote}\n",
		[QDA_DOC_ITEM]     = "{",
	};
	struct tex		*d = tex;

	d->block = d->box && block != QDA_DOC_ITEM ? QDA_DOC_TEXT : block;
	if (d->n > 0)
		block_in_cell(d, level);
	else if (d->box && block != d->block && block != QDA_DOC_QUOTE)
		qda_tex_raw(&d->t, "{\\bfseries ");	/* no heading in rows */
	else {
		qda_tex_raw(&d->t, begin[d->block]);
		if (block == QDA_DOC_ITEM)
			set_in(d, "qdaitem", level);
		else if (level > 0)
			set_in(d, "qdain", level);
	}
	qda_tex_fresh(&d->t);
}

static void
tex_text(void *tex, unsigned style, const char *s, size_t n)
{
	struct tex	*d = tex;
	struct qda_tex	*t = &d->t;
	bool		 bold = style & QDA_DOC_BOLD ||
			    (d->n > 0 && d->row == QDA_DOC_ROW_HEADING);
	int		 open = 0;

	if (style & QDA_DOC_SHADED && n <= MARK_MAX) {
		qda_tex_raw(t, "\\qdamark{");
		open++;
	} else
		bold = bold || style & QDA_DOC_SHADED;
	if (bold) {
		qda_tex_raw(t, "\\textbf{");
		open++;
	}
	if (style & QDA_DOC_ITALIC) {
		qda_tex_raw(t, "\\textit{");
		open++;
	}
	if (style & QDA_DOC_GREY) {
		qda_tex_raw(t, "\\textcolor[gray]{.35}{");
		open++;
	}
	if (style & QDA_DOC_SMALL) {
		qda_tex_raw(t, d->n > 0 ? "{\\fontsize{8}{9.6}\\selectfont " :
		    "{\\fontsize{9}{11}\\selectfont ");
		open++;
	}
	qda_tex_text(t, s, n);
	while (open-- > 0)
		qda_tex_raw(t, "}");
}

static void
tex_line_break(void *tex)
{
	struct tex	*d = tex;

	qda_tex_raw(&d->t, "\\qdaline{}\n");
	qda_tex_fresh(&d->t);
}

static void
tex_block_end(void *tex)
{
	struct tex	*d = tex;

	if (d->n > 0)
		return;
	switch (d->block) {
	case QDA_DOC_TEXT:
	case QDA_DOC_ITEM:
		qda_tex_raw(&d->t, "\\par}\n\n");
		break;
	case QDA_DOC_QUOTE:
		qda_tex_raw(&d->t, "\n\\end{quote}\n\n");
		break;
	default:
		qda_tex_raw(&d->t, "}\n\n");
		break;
	}
	d->in = false;
	if (d->box)			/* a row each: it may end a page */
		qda_tex_raw(&d->t, "\\\\\n");
}

static void
tex_box(void *tex)
{
	struct tex	*d = tex;

	d->box = true;
	qda_tex_raw(&d->t, "\\begin{longtable}{|>{\\qdaleft}p{\\qdapart{1}}|}\n"
	    "\\hline\n");
}

static void
tex_box_end(void *tex)
{
	struct tex	*d = tex;

	d->box = false;
	qda_tex_raw(&d->t, "\\hline\n\\end{longtable}\n\n");
}

/* ---- tables ----------------------------------------------------------- */

static void
tex_table(void *tex, const struct qda_doc_column *columns, size_t n)
{
	struct tex	*d = tex;
	int		*widths = qda_doc_widths(columns, n, 10000);
	char		 buf[80];

	d->columns = columns;
	d->n = n;
	qda_tex_raw(&d->t, "{\\small\n\\begin{longtable}{|");
	for (size_t i = 0; i < n; i++) {
		snprintf(buf, sizeof(buf), "%%\n  >{\\%s}p{\\qdapart"
		    "{%d.%04d}}|", columns[i].right ? "qdaright" : "qdaleft",
		    widths[i] / 10000, widths[i] % 10000);
		qda_tex_raw(&d->t, buf);
	}
	free(widths);
	qda_tex_raw(&d->t, "}\n\\hline\n");
}

static void
tex_row(void *tex, enum qda_doc_row row)
{
	struct tex	*d = tex;

	d->row = row;
	if (row == QDA_DOC_ROW_HEADING)
		qda_tex_raw(&d->t, "\\rowcolor[gray]{.85}\n");
	else if (row != QDA_DOC_ROW)
		qda_tex_raw(&d->t, "\\rowcolor[gray]{.93}\n");
}

static void
tex_cell(void *tex, size_t column)
{
	struct tex	*d = tex;
	char		 buf[80];

	d->column = column;
	d->some = d->in = false;
	if (d->row == QDA_DOC_ROW_SPAN) {
		snprintf(buf, sizeof(buf), "\\multicolumn{%zu}{|>{\\qdaleft}"
		    "p{\\qdapart{1}}|}{", d->n);
		qda_tex_raw(&d->t, buf);
	} else if (column > 0)
		qda_tex_raw(&d->t, "& ");
}

static void
tex_cell_end(void *tex)
{
	struct tex	*d = tex;

	qda_tex_raw(&d->t, d->row == QDA_DOC_ROW_SPAN ? "}\n" : "\n");
}

/* A shaded row stays with what it is over. */
static void
tex_row_end(void *tex)
{
	struct tex	*d = tex;

	qda_tex_raw(&d->t, d->row == QDA_DOC_ROW_SHADED ||
	    d->row == QDA_DOC_ROW_SPAN ? "\\\\*\n\\hline\n" :
	    "\\\\\n\\hline\n");
	if (d->row == QDA_DOC_ROW_HEADING)
		qda_tex_raw(&d->t, "\\endhead\n");
}

static void
tex_table_end(void *tex)
{
	struct tex	*d = tex;

	d->n = 0;
	qda_tex_raw(&d->t, "\\end{longtable}}\n\n");
}

static int
tex_end(void *tex, struct qda_err *e)
{
	struct tex	*d = tex;

	(void)e;
	qda_tex_raw(&d->t, "\\label{qda:last}\n\\end{document}\n");
	free(d);
	return 0;
}

const struct qda_doc_writer	 qda_doc_tex = {
	.name = "tex",
	.begin = tex_begin,
	.block = tex_block,
	.text = tex_text,
	.line_break = tex_line_break,
	.block_end = tex_block_end,
	.box = tex_box,
	.box_end = tex_box_end,
	.table = tex_table,
	.row = tex_row,
	.cell = tex_cell,
	.cell_end = tex_cell_end,
	.row_end = tex_row_end,
	.table_end = tex_table_end,
	.end = tex_end,
};
