/* doc_xlsx.c: the tables of a document as Excel has them; libxlsxwriter. */
#include <sys/mman.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

#define LINE	13.5			/* points a line is high */
#define HIGHEST	409			/* of a row, no more */

enum {
	WIDTH = 160,			/* characters of all columns, */
	USUAL = 8,			/* if they are no more than these, */
	MORE = 11,			/* and of each that is more */
	NAME = 31,			/* of a sheet, no more */
	LONGEST = 32767,		/* UTF-16 units of a cell */
};

struct xlsx {
	FILE				*f;
	const struct qda_doc_setup	*setup;
	int				 fd;		/* where it is made */
	lxw_workbook			*book;
	lxw_worksheet			*sheet;		/* NULL: no table */
	lxw_format			*formats[2][2];	/* shaded, small */
	lxw_format			*heading;
	const struct qda_doc_column	*columns;
	int				*widths;	/* of columns */
	size_t				 n, n_sheets;
	size_t				 lines;		/* of the row */
	lxw_row_t			 row;
	lxw_col_t			 column;
	enum qda_doc_row		 kind;
	unsigned			 style;		/* of the cell's text */
	bool				 in_cell;
	struct qda_mem			 cell;
	const char			*wrong;		/* NULL: nothing */
};

/* ---- the book ------------------------------------------------------------ */

static lxw_format *
format(struct xlsx *x, bool shaded, bool small)
{
	lxw_format	*f = workbook_add_format(x->book);

	format_set_text_wrap(f);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	format_set_border(f, LXW_BORDER_HAIR);
	format_set_font_size(f, small ? 8 : 10);
	if (shaded)
		format_set_bg_color(f, 0xededed);
	return f;
}

/* In memory only: what is in it are words of people. */
static void
make_book(struct xlsx *x)
{
	lxw_doc_properties	 is = { .title = (char *)(uintptr_t)
				    x->setup->title,
				    .created = 315532800 };	/* 1980 */
	char			 path[32];

	x->fd = memfd_create("xlsx", MFD_CLOEXEC);
	if (x->fd < 0) {
		x->wrong = N_("the document cannot be written");
		return;
	}
	snprintf(path, sizeof(path), "/proc/self/fd/%d", x->fd);
	x->book = workbook_new(path);
	workbook_set_properties(x->book, &is);
	for (int i = 0; i < 4; i++)
		x->formats[i / 2][i % 2] = format(x, i / 2, i % 2);
	x->heading = format(x, false, false);
	format_set_bold(x->heading);
	format_set_bg_color(x->heading, 0xd9d9d9);
}

static void *
xlsx_begin(FILE *f, const struct qda_doc_setup *setup)
{
	struct xlsx	*x = qda_alloc(1, sizeof(*x));

	x->f = f;
	x->setup = setup;
	make_book(x);
	return x;
}

/* ---- cells: what stands outside of tables is left out -------------------- */

static void
xlsx_block(void *xlsx, enum qda_doc_block block, int level)
{
	struct xlsx	*x = xlsx;

	(void)level;
	if (!x->in_cell)
		return;
	fflush(x->cell.f);
	if (x->cell.size > 0)
		fputc('\n', x->cell.f);
	if (block == QDA_DOC_ITEM)
		fputs("\xe2\x80\xa2 ", x->cell.f);
}

static void
xlsx_text(void *xlsx, unsigned style, const char *s, size_t n)
{
	struct xlsx	*x = xlsx;

	if (!x->in_cell)
		return;
	x->style |= style;
	fwrite(s, 1, n, x->cell.f);
}

static void
xlsx_line_break(void *xlsx)
{
	struct xlsx	*x = xlsx;

	if (x->in_cell)
		fputc('\n', x->cell.f);
}

static void
xlsx_block_end(void *xlsx)
{
	(void)xlsx;
}

static void
xlsx_cell(void *xlsx, size_t column)
{
	struct xlsx	*x = xlsx;

	x->column = (lxw_col_t)column;
	x->style = QDA_DOC_PLAIN;
	x->in_cell = true;
	qda_mem_open(&x->cell);
}

static lxw_format *
format_of(const struct xlsx *x)
{
	return x->kind == QDA_DOC_ROW_HEADING ? x->heading :
	    x->formats[x->kind != QDA_DOC_ROW]
	    [(x->style & QDA_DOC_SMALL) != 0];
}

/* UTF-16 units of a text. */
static size_t
units(const char *s)
{
	size_t	 n = strlen(s), at = 0, count = 0;

	while (at < n)
		count += qda_text_next(s, n, &at) > 0xffff ? 2 : 1;
	return count;
}

/* How many lines a text takes in its column, about. */
static size_t
lines(const struct xlsx *x, const char *s)
{
	size_t	 count = 0, n, wide = (size_t)x->widths[x->column];

	if (x->style & QDA_DOC_SMALL)
		wide += wide / 3;
	for (;; s += n + 1) {
		n = strcspn(s, "\n");
		count += 1 + (size_t)qda_text_length(s, n) / wide;
		if (s[n] == '\0')
			return count;
	}
}

/* A number stays one in a column of numbers. */
static bool
put_number(struct xlsx *x, const char *text)
{
	char	*end;
	double	 v;

	if (!x->columns[x->column].right ||
	    strspn(text, "0123456789.") != strlen(text))
		return false;
	v = strtod(text, &end);
	if (end == text || *end != '\0')
		return false;
	worksheet_write_number(x->sheet, x->row, x->column, v, format_of(x));
	return true;
}

static void
xlsx_cell_end(void *xlsx)
{
	struct xlsx	*x = xlsx;
	char		*text = qda_mem_text(&x->cell);
	size_t		 n;

	x->in_cell = false;
	n = lines(x, text);
	x->lines = n > x->lines ? n : x->lines;
	if (x->wrong != NULL)
		;
	else if (units(text) > LONGEST)
		x->wrong = N_("a cell holds more than Excel takes, 32,767 "
		    "characters");
	else if (*text == '\0')
		worksheet_write_blank(x->sheet, x->row, x->column,
		    format_of(x));
	else if (!put_number(x, text) && worksheet_write_string(x->sheet,
	    x->row, x->column, text, format_of(x)) != LXW_NO_ERROR)
		x->wrong = N_("the document cannot be written");
	free(text);
}

/* ---- tables: a sheet each ------------------------------------------------ */

/* What Excel takes for a name of a sheet. */
static char *
sheet_name(struct xlsx *x)
{
	char	*name = qda_alloc(strlen(x->setup->title) + 16, 1);
	size_t	 n = strlen(x->setup->title), at = 0, out = 0, count = 0;
	int32_t	 c;

	while (at < n && count < NAME - 4) {
		c = qda_text_next(x->setup->title, n, &at);
		if (c < ' ' || (c < 0x80 && strchr("[]:*?/\\'", (int)c)))
			c = ' ';
		out += qda_text_put(name + out, c);
		count += c > 0xffff ? 2 : 1;
	}
	if (x->n_sheets > 1 || out == 0)
		snprintf(name + out, 16, " %zu", x->n_sheets % 100);
	return name;
}

static void
set_columns(struct xlsx *x)
{
	int	*w = qda_doc_widths(x->columns, x->n,
		    WIDTH + (x->n > USUAL ? (int)(x->n - USUAL) * MORE : 0));

	free(x->widths);
	x->widths = w;
	for (size_t i = 0; i < x->n; i++) {
		w[i] = w[i] < 5 ? 5 : w[i] > 70 ? 70 : w[i];
		if (x->sheet != NULL)
			worksheet_set_column(x->sheet, (lxw_col_t)i,
			    (lxw_col_t)i, w[i], NULL);
	}
}

static void
xlsx_table(void *xlsx, const struct qda_doc_column *columns, size_t n)
{
	struct xlsx	*x = xlsx;
	char		*name;

	x->columns = columns;
	x->n = n;
	x->row = 0;
	x->sheet = NULL;
	set_columns(x);
	if (x->wrong != NULL)
		return;
	x->n_sheets++;
	name = sheet_name(x);
	x->sheet = workbook_add_worksheet(x->book, name);
	free(name);
	if (x->sheet == NULL) {
		x->wrong = N_("the document cannot be written");
		return;
	}
	worksheet_freeze_panes(x->sheet, 1, 0);
	worksheet_repeat_rows(x->sheet, 0, 0);
	worksheet_set_landscape(x->sheet);
	worksheet_set_paper(x->sheet, 9);	/* A4 */
	worksheet_fit_to_pages(x->sheet, 1, 0);
	set_columns(x);
}

static void
xlsx_row(void *xlsx, enum qda_doc_row kind)
{
	struct xlsx	*x = xlsx;

	x->kind = kind;
	x->lines = 1;
}

static void
xlsx_row_end(void *xlsx)
{
	struct xlsx	*x = xlsx;
	double		 height = (double)x->lines * LINE + 1;

	/* Excel finds it by itself, LibreOffice trusts what is not said */
	if (x->wrong == NULL && x->lines > 1)
		worksheet_set_row(x->sheet, x->row,
		    height > HIGHEST ? HIGHEST : height, NULL);
	if (++x->row >= 1048576)
		x->wrong = N_("the document cannot be written");
}

static void
xlsx_table_end(void *xlsx)
{
	struct xlsx	*x = xlsx;

	if (x->wrong == NULL && x->row > 0)
		worksheet_autofilter(x->sheet, 0, 0, x->row - 1,
		    (lxw_col_t)x->n - 1);
}

/* ---- the end ------------------------------------------------------------- */

static int
copy(int fd, FILE *f, struct qda_err *e)
{
	char	 buf[1 << 14];
	ssize_t	 n;

	if (lseek(fd, 0, SEEK_SET) < 0)
		return qda_fail_errno(e, _("the document cannot be written"));
	while ((n = read(fd, buf, sizeof(buf))) > 0)
		fwrite(buf, 1, (size_t)n, f);
	return n == 0 ? 0 : qda_fail_errno(e,
	    _("the document cannot be written"));
}

static int
xlsx_end(void *xlsx, struct qda_err *e)
{
	struct xlsx	*x = xlsx;
	int		 rc = 0;

	if (x->book != NULL && workbook_close(x->book) != LXW_NO_ERROR &&
	    x->wrong == NULL)
		x->wrong = N_("the document cannot be written");
	if (x->wrong != NULL)
		rc = qda_fail(e, QDA_SYSTEM, "%s", _(x->wrong));
	else
		rc = copy(x->fd, x->f, e);
	if (x->fd >= 0)
		close(x->fd);
	free(x->widths);
	free(x);
	return rc;
}

const struct qda_doc_writer	 qda_doc_xlsx = {
	.name = "xlsx",
	.binary = true,
	.begin = xlsx_begin,
	.block = xlsx_block,
	.text = xlsx_text,
	.line_break = xlsx_line_break,
	.block_end = xlsx_block_end,
	.table = xlsx_table,
	.row = xlsx_row,
	.cell = xlsx_cell,
	.cell_end = xlsx_cell_end,
	.row_end = xlsx_row_end,
	.table_end = xlsx_table_end,
	.end = xlsx_end,
};
