/* aligned.c: a table in columns of even width. */
#include <stdlib.h>
#include <string.h>

#include "base/aligned.h"
#include "qda/mem.h"
#include "qda/text.h"

enum {
	GAP = 2,		/* blanks between two columns */
	LAST_MIN = 12,		/* the last column is not cut below that */
	OTHER_MIN = 6,		/* nor another column of words below that */
	SPARE_MIN = 12,		/* nor, where columns may be left out, that */
};

struct cell {
	size_t	 start;		/* byte in text */
	int	 width;		/* terminal columns */
};

struct qda_aligned {
	const struct qda_column	*columns;
	size_t			 n;
	int			 width;
	int			*widest;	/* of each column */
	int			*shown;		/* what of it is printed */
	bool			*out;		/* left out */
	size_t			 spare, n_spare;	/* the first to be so */
	bool			 spares;
	char			*text;		/* all cells, each with a NUL */
	size_t			 used, cap;
	struct cell		*cells;
	size_t			 n_cells, cells_cap;
};

struct qda_aligned *
qda_aligned_new(const struct qda_column *columns, size_t n, int width)
{
	struct qda_aligned	*a = qda_alloc(1, sizeof(*a));

	a->columns = columns;
	a->n = n;
	a->width = width;
	a->widest = qda_alloc(n, sizeof(*a->widest));
	a->shown = qda_alloc(n, sizeof(*a->shown));
	a->out = qda_alloc(n, sizeof(*a->out));
	for (size_t i = 0; i < n; i++)
		a->widest[i] = qda_text_width(columns[i].name,
		    strlen(columns[i].name));
	return a;
}

void
qda_aligned_free(struct qda_aligned *a)
{
	if (a == NULL)
		return;
	free(a->widest);
	free(a->shown);
	free(a->out);
	free(a->text);
	free(a->cells);
	free(a);
}

void
qda_aligned_spare(struct qda_aligned *a, size_t from, size_t n)
{
	a->spares = true;
	a->spare = from;
	a->n_spare = n;
}

size_t
qda_aligned_left(const struct qda_aligned *a)
{
	size_t	 left = 0;

	for (size_t i = 0; i < a->n; i++)
		left += a->out[i];
	return left;
}

static void
keep(struct qda_aligned *a, const char *s, size_t n)
{
	if (a->used + n > a->cap)
		a->text = qda_grow(a->text, &a->cap, a->used + n, 1);
	memcpy(a->text + a->used, s, n);
	a->used += n;
}

/* Line breaks and tabs as a blank, what else steers a terminal as U+FFFD. */
static void
keep_visible(struct qda_aligned *a, const char *s, size_t n)
{
	size_t	 at = 0, was;
	int32_t	 c;

	while (was = at, at < n) {
		c = qda_text_next(s, n, &at);
		if (c == '\n' || c == '\t')
			keep(a, " ", 1);
		else if (c < ' ' || (c >= 0x7f && c < 0xa0))
			keep(a, "\xef\xbf\xbd", 3);
		else
			keep(a, s + was, at - was);
	}
}

void
qda_aligned_cell(struct qda_aligned *a, const char *s, size_t n)
{
	size_t		 column = a->n_cells % a->n;
	struct cell	*cell;

	a->cells = qda_grow(a->cells, &a->cells_cap, a->n_cells,
	    sizeof(*a->cells));
	cell = &a->cells[a->n_cells++];
	cell->start = a->used;
	keep_visible(a, s, n);
	cell->width = qda_text_width(a->text + cell->start,
	    a->used - cell->start);
	keep(a, "", 1);
	if (cell->width > a->widest[column])
		a->widest[column] = cell->width;
}

static bool
is_right(const struct qda_column *column)
{
	return column->cell == QDA_CELL_NUMBER ||
	    column->cell == QDA_CELL_LEFT ||
	    column->cell == QDA_CELL_DURATION;
}

/* The first column names the row, numbers and dates are all or nothing. */
static bool
may_cut(const struct qda_aligned *a, size_t column)
{
	if (is_right(&a->columns[column]))
		return false;
	return column + 1 == a->n ||
	    (column > 0 && a->columns[column].cell != QDA_CELL_DATE);
}

/* The last column, and the words of the people themselves. */
static bool
is_read(const struct qda_aligned *a, size_t column)
{
	return column + 1 == a->n ||
	    strcmp(a->columns[column].name, "text") == 0;
}

/*
 * The column that can best spare a terminal column more, or n: the widest of
 * words, where one that is read counts half.
 */
static size_t
widest_of_words(const struct qda_aligned *a)
{
	size_t	 at = a->n;
	int	 most = 0, counts;
	bool	 read;

	for (size_t i = 0; i < a->n; i++) {
		read = is_read(a, i);
		counts = read ? a->shown[i] : 2 * a->shown[i];
		if (may_cut(a, i) && counts > most &&
		    a->shown[i] > (read ? LAST_MIN : OTHER_MIN)) {
			at = i;
			most = counts;
		}
	}
	return at;
}

/*
 * Cuts columns of words until a row fits the terminal; when that is not
 * enough, only the last.
 */
static void
fit(struct qda_aligned *a)
{
	size_t	 last = a->n - 1, at;
	int	 total = -GAP;

	for (size_t i = 0; i < a->n; i++) {
		a->shown[i] = a->widest[i];
		total += a->shown[i] + GAP;
	}
	if (a->width <= 0)
		return;
	for (; total > a->width && (at = widest_of_words(a)) < a->n; total--)
		a->shown[at]--;
	if (total > a->width)
		memcpy(a->shown, a->widest, last * sizeof(*a->shown));
}

/* What a column takes with the gap, its words cut as far as may be. */
static int
least_of(const struct qda_aligned *a, size_t column)
{
	int	 most = a->shown[column];

	return GAP + (may_cut(a, column) && most > SPARE_MIN ? SPARE_MIN :
	    most);
}

static int
all_of(const struct qda_aligned *a, size_t column)
{
	return GAP + a->shown[column];
}

/* What all columns take that are not left out. */
static int
width_of(const struct qda_aligned *a,
    int (*of)(const struct qda_aligned *, size_t))
{
	int	 total = -GAP;

	for (size_t i = 0; i < a->n; i++)
		total += a->out[i] ? 0 : of(a, i);
	return total;
}

/* Leaves out what is too much of n columns, the last first. */
static void
leave_out(struct qda_aligned *a, size_t from, size_t n,
    int (*of)(const struct qda_aligned *, size_t))
{
	for (size_t i = from + n; i-- > from && width_of(a, of) > a->width;)
		a->out[i] = i > 0;
}

/* The widest column that may be cut further, or n. */
static size_t
widest_left(const struct qda_aligned *a)
{
	size_t	 at = a->n;
	int	 most = 0;

	for (size_t i = 0; i < a->n; i++)
		if (!a->out[i] && all_of(a, i) > least_of(a, i) &&
		    a->shown[i] > most) {
			at = i;
			most = a->shown[i];
		}
	return at;
}

/*
 * Leaves spare columns out, then others where words that are cut make no room
 * enough; then cuts words.
 */
static void
fit_spare(struct qda_aligned *a)
{
	size_t	 at;

	memcpy(a->shown, a->widest, a->n * sizeof(*a->shown));
	if (a->width <= 0)
		return;
	leave_out(a, a->spare, a->n_spare, all_of);
	leave_out(a, 0, a->n, least_of);
	while (width_of(a, all_of) > a->width &&
	    (at = widest_left(a)) < a->n)
		a->shown[at]--;
}

/* Bytes of s that fill at most that many terminal columns. */
static size_t
fitting(const char *s, int width)
{
	size_t	 n = strlen(s), at = 0, was = 0;
	int	 used = 0;

	while (at < n) {
		was = at;
		qda_text_next(s, n, &at);
		used += qda_text_width(s + was, at - was);
		if (used > width)
			return was;
	}
	return n;
}

static void
print_cut(FILE *f, const char *s, int width)
{
	fwrite(s, 1, fitting(s, width - 1), f);
	fputs("\xe2\x80\xa6", f);
}

/* A cell after `blank` pending blanks; gives those pending after it. */
static int
print_cell(const struct qda_aligned *a, size_t column, const char *s,
    int width, int blank, FILE *f)
{
	int	 most = a->shown[column], pad = width < most ? most - width : 0;
	bool	 right = is_right(&a->columns[column]);

	if (right)
		blank += pad;
	if (width == 0)
		return blank + (right ? 0 : pad) + GAP;
	fprintf(f, "%*s", blank, "");
	if (width > most)
		print_cut(f, s, most);
	else
		fputs(s, f);
	return (right ? 0 : pad) + GAP;
}

static void
print_header(const struct qda_aligned *a, FILE *f)
{
	const char	*name;
	int		 blank = 0;

	for (size_t i = 0; i < a->n; i++) {
		if (a->out[i])
			continue;
		name = a->columns[i].name;
		blank = print_cell(a, i, name,
		    qda_text_width(name, strlen(name)), blank, f);
	}
	putc('\n', f);
}

void
qda_aligned_print(struct qda_aligned *a, FILE *f)
{
	const struct cell	*cell;
	int			 blank = 0;

	if (a->n_cells == 0)
		return;
	if (a->spares)
		fit_spare(a);
	else
		fit(a);
	print_header(a, f);
	for (size_t i = 0; i < a->n_cells; i++) {
		cell = &a->cells[i];
		if (!a->out[i % a->n])
			blank = print_cell(a, i % a->n, a->text + cell->start,
			    cell->width, blank, f);
		if (i % a->n + 1 == a->n) {
			putc('\n', f);
			blank = 0;
		}
	}
}
