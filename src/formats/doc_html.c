/* doc_html.c: a document as one HTML page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/html.h"
#include "qda/mem.h"

struct page {
	struct qda_html			 h;
	const struct qda_doc_setup	*setup;
	const struct qda_doc_column	*columns;
	size_t				 n;
	enum qda_doc_row		 row;
	const char			*block;	/* the open one */
	bool				 list;	/* a list is open */
};

static const char	 css[] =
".l1 { margin-left: 1.2em } .l2 { margin-left: 2.4em }\n"
".l3 { margin-left: 3.6em } .l4 { margin-left: 4.8em }\n"
".l5 { margin-left: 6em } .l6 { margin-left: 7.2em }\n"
".l7 { margin-left: 8.4em } .l8 { margin-left: 9.6em }\n"
".l9 { margin-left: 10.8em }\n"
".grey { color: #595959 }\n"
".box { border: 1px solid #000; padding: .4em .8em; margin: 1em 0 }\n"
".box blockquote { margin: .5em 0 }\n";

static void *
page_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct page	*p = qda_alloc(1, sizeof(*p));
	char		 all[sizeof(css) + 64];

	p->setup = setup;
	snprintf(all, sizeof(all), "%s%s", css, setup->landscape ?
	    "@page { size: A4 landscape }\nbody { max-width: 70em }\n" : "");
	qda_html_begin(&p->h, f, setup->title, setup->lang, all);
	return p;
}

static void
close_list(struct page *p)
{
	if (p->list)
		qda_html_close(&p->h, "ul");
	p->list = false;
}

static void
level_class(struct page *p, int level)
{
	char	 name[] = { 'l', (char)('0' + level), '\0' };

	if (level > 0)
		qda_html_attr(&p->h, "class", name);
}

static void
page_block(void *page, enum qda_doc_block block, int level)
{
	static const char	*const names[] = {
		[QDA_DOC_TEXT]     = "p",
		[QDA_DOC_TITLE]    = "h1",
		[QDA_DOC_HEADING1] = "h2",
		[QDA_DOC_HEADING2] = "h3",
		[QDA_DOC_HEADING3] = "h4",
		[QDA_DOC_QUOTE]    = "blockquote",
		[QDA_DOC_ITEM]     = "li",
	};
	struct page		*p = page;

	if (block != QDA_DOC_ITEM)
		close_list(p);
	else if (!p->list) {
		qda_html_open(&p->h, "ul");
		p->list = true;
	}
	p->block = names[block];
	qda_html_open(&p->h, p->block);
	level_class(p, level);
}

static void
page_text(void *page, unsigned style, const char *s, size_t n)
{
	static const struct {
		unsigned	 style;
		const char	*name;
	} inlines[] = {
		{ QDA_DOC_BOLD, "strong" }, { QDA_DOC_ITALIC, "em" },
		{ QDA_DOC_SHADED, "mark" }, { QDA_DOC_SMALL, "small" },
	};
	struct page	*p = page;

	if (style & QDA_DOC_GREY) {
		qda_html_open(&p->h, "span");
		qda_html_attr(&p->h, "class", "grey");
	}
	for (size_t i = 0; i < 4; i++)
		if (style & inlines[i].style)
			qda_html_open(&p->h, inlines[i].name);
	qda_html_bytes(&p->h, s, n);
	for (size_t i = 4; i-- > 0; )
		if (style & inlines[i].style)
			qda_html_close(&p->h, inlines[i].name);
	if (style & QDA_DOC_GREY)
		qda_html_close(&p->h, "span");
}

static void
page_line_break(void *page)
{
	struct page	*p = page;

	qda_html_open(&p->h, "br");
}

static void
page_block_end(void *page)
{
	struct page	*p = page;

	qda_html_close(&p->h, p->block);
}

static void
page_box(void *page)
{
	struct page	*p = page;

	close_list(p);
	qda_html_open(&p->h, "div");
	qda_html_attr(&p->h, "class", "box");
}

static void
page_box_end(void *page)
{
	struct page	*p = page;

	close_list(p);
	qda_html_close(&p->h, "div");
}

static void
write_widths(struct page *p)
{
	char	 width[32];
	int	 sum = 0;

	for (size_t i = 0; i < p->n; i++)
		sum += p->columns[i].share;
	qda_html_open(&p->h, "colgroup");
	for (size_t i = 0; i < p->n && sum > 0; i++) {
		snprintf(width, sizeof(width), "width: %d%%",
		    p->columns[i].share * 100 / sum);
		qda_html_open(&p->h, "col");
		qda_html_attr(&p->h, "style", width);
	}
	qda_html_close(&p->h, "colgroup");
}

static void
page_table(void *page, const struct qda_doc_column *columns, size_t n)
{
	struct page	*p = page;

	close_list(p);
	p->columns = columns;
	p->n = n;
	qda_html_open(&p->h, "table");
	write_widths(p);
}

static void
page_row(void *page, enum qda_doc_row row)
{
	struct page	*p = page;

	p->row = row;
	if (row == QDA_DOC_ROW_HEADING)
		qda_html_open(&p->h, "thead");
	qda_html_open(&p->h, "tr");
	if (row == QDA_DOC_ROW_SHADED || row == QDA_DOC_ROW_SPAN)
		qda_html_attr(&p->h, "class", "shaded");
}

/* Headings of columns and of groups are th, data are td. */
static const char *
cell_name(const struct page *p)
{
	return p->row == QDA_DOC_ROW_HEADING || p->row == QDA_DOC_ROW_SPAN ?
	    "th" : "td";
}

static void
page_cell(void *page, size_t column)
{
	struct page	*p = page;
	char		 n[24];

	qda_html_open(&p->h, cell_name(p));
	if (p->row == QDA_DOC_ROW_HEADING)
		qda_html_attr(&p->h, "scope", "col");
	if (p->row == QDA_DOC_ROW_SPAN) {
		snprintf(n, sizeof(n), "%zu", p->n);
		qda_html_attr(&p->h, "colspan", n);
	} else if (p->columns[column].right)
		qda_html_attr(&p->h, "class", "right");
}

static void
page_cell_end(void *page)
{
	struct page	*p = page;

	close_list(p);
	qda_html_close(&p->h, cell_name(p));
}

static void
page_row_end(void *page)
{
	struct page	*p = page;

	qda_html_close(&p->h, "tr");
	if (p->row == QDA_DOC_ROW_HEADING) {
		qda_html_close(&p->h, "thead");
		qda_html_open(&p->h, "tbody");
	}
}

static void
page_table_end(void *page)
{
	struct page	*p = page;

	qda_html_close(&p->h, "tbody");
	qda_html_close(&p->h, "table");
}

static int
page_end(void *page, struct qda_err *e)
{
	struct page	*p = page;

	(void)e;
	close_list(p);
	if (p->setup->footer != NULL)
		qda_html_element(&p->h, "footer", p->setup->footer);
	qda_html_end(&p->h);
	free(p);
	return 0;
}

const struct qda_doc_writer	 qda_doc_html = {
	.name = "html",
	.begin = page_begin,
	.block = page_block,
	.text = page_text,
	.line_break = page_line_break,
	.block_end = page_block_end,
	.box = page_box,
	.box_end = page_box_end,
	.table = page_table,
	.row = page_row,
	.cell = page_cell,
	.cell_end = page_cell_end,
	.row_end = page_row_end,
	.table_end = page_table_end,
	.end = page_end,
};
