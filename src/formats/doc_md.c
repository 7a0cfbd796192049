/* doc_md.c: a document as Markdown (CommonMark, tables as GitHub has them). */
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/mem.h"

struct md {
	FILE				*f;
	const struct qda_doc_setup	*setup;
	const struct qda_doc_column	*columns;
	size_t				 n;	/* of them; 0: no table */
	enum qda_doc_row		 row;
	enum qda_doc_block		 last;	/* block, before this one */
	bool				 box, boxed;	/* a quote around
						   blocks; one before */
	bool				 some;	/* something stands before */
	bool				 in_cell;	/* of text */
	bool				 start;	/* of a block */
	size_t				 cells;	/* of the open row */
};

static void *
md_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct md	*m = qda_alloc(1, sizeof(*m));

	m->f = f;
	m->setup = setup;
	return m;
}

/* The empty line between two blocks, but not between items. */
static void
part(struct md *m, enum qda_doc_block block)
{
	if (m->some && (block != QDA_DOC_ITEM || m->last != QDA_DOC_ITEM))
		fputs(m->box && m->boxed ? ">\n" : "\n", m->f);
	m->boxed = m->box;
	m->some = true;
	m->last = block;
}

static void
md_block(void *md, enum qda_doc_block block, int level)
{
	static const char	*const marks[] = {
		[QDA_DOC_TEXT]     = "",
		[QDA_DOC_TITLE]    = "# ",
		[QDA_DOC_HEADING1] = "## ",
		[QDA_DOC_HEADING2] = "### ",
		[QDA_DOC_HEADING3] = "#### ",
		[QDA_DOC_QUOTE]    = "> ",
		[QDA_DOC_ITEM]     = "- ",
	};
	struct md		*m = md;
	bool			 item = block == QDA_DOC_ITEM;

	m->start = true;
	if (m->n == 0)
		part(m, block);
	else if (m->in_cell)
		fputs("<br>", m->f);
	if (m->box)
		fputs("> ", m->f);
	for (int i = 0; i < level; i++)
		fputs(m->n == 0 && item ? "  " : "&emsp;", m->f);
	if (m->n == 0)
		fputs(marks[block], m->f);
	else if (item)
		fputs("\xe2\x80\xa2 ", m->f);
}

/* The digits of what would be the number of a list, such as "1."; or 0. */
static size_t
digits(const char *s, size_t n)
{
	size_t	 i = 0;

	while (i < n && s[i] >= '0' && s[i] <= '9')
		i++;
	return i > 0 && i < n && (s[i] == '.' || s[i] == ')') ? i : 0;
}

static void
escaped(struct md *m, const char *s, size_t n)
{
	size_t	 mark = m->start ? digits(s, n) : n;

	for (size_t i = 0; i < n; i++) {
		if (strchr("\\`*_[]<|&~", s[i]) != NULL ||
		    (m->start && i == 0 && strchr("#+-=>", s[i]) != NULL) ||
		    (i == mark && mark > 0))
			putc('\\', m->f);
		putc((unsigned char)s[i] < ' ' ? ' ' : s[i], m->f);
	}
	m->start = false;
	m->in_cell = true;
}

/* Marks stand close to words: blanks at the ends stay outside. */
static void
md_text(void *md, unsigned style, const char *s, size_t n)
{
	struct md	*m = md;
	const char	*mark = "";
	size_t		 before = 0, after = n;

	if (style & (QDA_DOC_BOLD | QDA_DOC_SHADED))
		mark = style & QDA_DOC_ITALIC ? "***" : "**";
	else if (style & QDA_DOC_ITALIC)
		mark = "*";
	while (before < n && (s[before] == ' ' || s[before] == '\t'))
		before++;
	while (after > before && (s[after - 1] == ' ' || s[after - 1] == '\t'))
		after--;
	if (before > 0 && !m->start)
		putc(' ', m->f);
	if (after == before)
		return;
	fputs(mark, m->f);
	m->start = m->start && *mark == '\0';
	escaped(m, s + before, after - before);
	fputs(mark, m->f);
	if (after < n)
		putc(' ', m->f);
}

static void
md_line_break(void *md)
{
	struct md	*m = md;

	if (m->n > 0)
		fputs("<br>", m->f);
	else if (m->last == QDA_DOC_QUOTE)
		fputs(m->box ? "\\\n> > " : "\\\n> ", m->f);
	else
		fputs(m->last != QDA_DOC_TEXT ? " " : m->box ? "\\\n> " :
		    "\\\n", m->f);
	m->start = true;
}

static void
md_block_end(void *md)
{
	struct md	*m = md;

	if (m->n == 0)
		putc('\n', m->f);
}

static void
md_box(void *md)
{
	struct md	*m = md;

	m->box = true;
}

static void
md_box_end(void *md)
{
	struct md	*m = md;

	m->box = false;
}

static void
md_table(void *md, const struct qda_doc_column *columns, size_t n)
{
	struct md	*m = md;

	part(m, QDA_DOC_TEXT);
	m->columns = columns;
	m->n = n;
}

static void
md_row(void *md, enum qda_doc_row row)
{
	struct md	*m = md;

	m->row = row;
	m->cells = 0;
}

static void
md_cell(void *md, size_t column)
{
	struct md	*m = md;

	(void)column;
	fputs("| ", m->f);
	m->in_cell = false;
	m->cells++;
}

static void
md_cell_end(void *md)
{
	struct md	*m = md;

	putc(' ', m->f);
}

static void
md_row_end(void *md)
{
	struct md	*m = md;

	for (; m->cells < m->n; m->cells++)
		fputs("| ", m->f);
	fputs("|\n", m->f);
	if (m->row != QDA_DOC_ROW_HEADING)
		return;
	for (size_t i = 0; i < m->n; i++)
		fputs(m->columns[i].right ? "| ---: " : "| --- ", m->f);
	fputs("|\n", m->f);
}

static void
md_table_end(void *md)
{
	struct md	*m = md;

	m->n = 0;
}

static int
md_end(void *md, struct qda_err *e)
{
	struct md	*m = md;

	(void)e;
	if (m->setup->footer != NULL) {
		part(m, QDA_DOC_TEXT);
		fputs("---\n\n", m->f);
		m->start = true;
		md_text(m, QDA_DOC_ITALIC, m->setup->footer,
		    strlen(m->setup->footer));
		putc('\n', m->f);
	}
	free(m);
	return 0;
}

const struct qda_doc_writer	 qda_doc_md = {
	.name = "md",
	.begin = md_begin,
	.block = md_block,
	.text = md_text,
	.line_break = md_line_break,
	.block_end = md_block_end,
	.box = md_box,
	.box_end = md_box_end,
	.table = md_table,
	.row = md_row,
	.cell = md_cell,
	.cell_end = md_cell_end,
	.row_end = md_row_end,
	.table_end = md_table_end,
	.end = md_end,
};
