/* table.c: rows on a stream as tsv, csv, jsonl, json, names, aligned. */
#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/aligned.h"
#include "qda/json.h"
#include "qda/mem.h"
#include "qda/table.h"
#include "qda/text.h"
#include "qda/when.h"

#define SEPARATOR	"\x1f"
#define ARROW		" > "

/* A text being put together, kept for the next. */
struct buffer {
	char	*s;
	size_t	 n, cap;
};

struct qda_table {
	FILE			*f;
	enum qda_as		 as;
	const struct qda_column	*columns;
	size_t			 n, at;		/* columns, the next one */
	size_t			 rows;
	struct qda_aligned	*aligned;	/* of QDA_AS_TABLE only */
	size_t			*left;		/* columns it left out */
	struct buffer		 cell, joined;
};

static const char	*const names[] = {
	[QDA_AS_TABLE] = "table",
	[QDA_AS_TSV]   = "tsv",
	[QDA_AS_CSV]   = "csv",
	[QDA_AS_JSONL] = "jsonl",
	[QDA_AS_JSON]  = "json",
	[QDA_AS_NAMES] = "names",
};

int
qda_as_named(const char *name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

/* n bytes at s, each of `special` as "\" and the letter that stands for it. */
static void
escaped(FILE *f, const char *s, size_t n, const char *special,
    const char *letters)
{
	const char	*end = s + n;
	size_t		 plain;

	for (;;) {
		plain = strcspn(s, special);
		if (plain >= (size_t)(end - s))
			break;
		fwrite_unlocked(s, 1, plain, f);
		s += plain;
		putc_unlocked('\\', f);
		putc_unlocked(letters[strchr(special, *s++) - special], f);
	}
	fwrite_unlocked(s, 1, (size_t)(end - s), f);
}

void
qda_tsv_text(FILE *f, const char *s)
{
	escaped(f, s, strlen(s), "\\\t\n", "\\tn");
}

/* Digits, perhaps a sign before and one point or comma among them. */
static bool
is_number(const char *s)
{
	const char	*digits = "0123456789";
	size_t		 n;

	s += *s == '-' || *s == '+';
	n = strspn(s, digits);
	s += n;
	if (n > 0 && (*s == '.' || *s == ',') && s[1] != '\0')
		s += 1 + strspn(s + 1, digits);
	return n > 0 && *s == '\0';
}

/* Whether a spreadsheet could run it, or a reader take off its "'". */
static bool
is_formula(const char *s)
{
	const char	*p = s + strspn(s, "'");

	return *p != '\0' && strchr("=+-@\t\r", *p) != NULL &&
	    (p > s || !is_number(s));
}

/* Any other "\" stays. */
size_t
qda_tsv_undo(char *s, size_t n)
{
	size_t	 out = 0;

	for (size_t i = 0; i < n; i++) {
		char	 next = i + 1 < n ? s[i + 1] : '\0';

		if (s[i] == '\\' && (next == '\\' || next == 't' ||
		    next == 'n')) {
			s[out++] = next == 't' ? '\t' :
			    next == 'n' ? '\n' : '\\';
			i++;
		} else
			s[out++] = s[i];
	}
	return out;
}

void
qda_csv_text(FILE *f, const char *s)
{
	bool	 quoted = strpbrk(s, "\",;\t\r\n") != NULL;
	size_t	 n;

	if (quoted)
		putc_unlocked('"', f);
	if (is_formula(s))
		putc_unlocked('\'', f);
	while (n = strcspn(s, "\""), s[n] != '\0') {
		fwrite_unlocked(s, 1, n + 1, f);
		putc_unlocked('"', f);
		s += n + 1;
	}
	fwrite_unlocked(s, 1, n, f);
	if (quoted)
		putc_unlocked('"', f);
}

static void
write_header(struct qda_table *t)
{
	bool	 csv = t->as == QDA_AS_CSV;

	for (size_t i = 0; i < t->n; i++) {
		if (i > 0)
			putc(csv ? ',' : '\t', t->f);
		if (csv)
			qda_csv_text(t->f, t->columns[i].name);
		else
			qda_tsv_text(t->f, t->columns[i].name);
	}
	fputs(csv ? "\r\n" : "\n", t->f);
}

struct qda_table *
qda_table_open(FILE *f, enum qda_as as, bool header,
    const struct qda_column *columns, size_t n, int width)
{
	struct qda_table	*t = qda_alloc(1, sizeof(*t));

	assert(n > 0);
	t->f = f;
	t->as = as;
	t->columns = columns;
	t->n = n;
	if (as == QDA_AS_TABLE)
		t->aligned = qda_aligned_new(columns, n, width);
	if (as == QDA_AS_JSON)
		putc('[', f);
	if (as == QDA_AS_CSV || (as == QDA_AS_TSV && header))
		write_header(t);
	return t;
}

void
qda_table_spare(struct qda_table *t, size_t from, size_t n, size_t *left)
{
	*left = 0;
	t->left = left;
	if (t->as == QDA_AS_TABLE)
		qda_aligned_spare(t->aligned, from, n);
}

void
qda_table_close(struct qda_table *t)
{
	if (t == NULL)
		return;
	assert(t->at == 0);
	if (t->as == QDA_AS_JSON)
		fputs(t->rows > 0 ? "\n]\n" : "]\n", t->f);
	if (t->as == QDA_AS_TABLE)
		qda_aligned_print(t->aligned, t->f);
	if (t->as == QDA_AS_TABLE && t->left != NULL)
		*t->left = qda_aligned_left(t->aligned);
	qda_aligned_free(t->aligned);
	free(t->cell.s);
	free(t->joined.s);
	free(t);
}

static bool
is_json(const struct qda_table *t)
{
	return t->as == QDA_AS_JSON || t->as == QDA_AS_JSONL;
}

/* Whether this cell is of that kind in a table for people. */
static bool
shown_as(const struct qda_table *t, enum qda_cell cell)
{
	return t->as == QDA_AS_TABLE && t->columns[t->at].cell == cell;
}

static void
cell_begin(struct qda_table *t)
{
	if (is_json(t)) {
		if (t->at == 0 && t->as == QDA_AS_JSON)
			fputs(t->rows > 0 ? ",\n  " : "\n  ", t->f);
		fputs(t->at == 0 ? "{" : ", ", t->f);
		qda_json_string(t->f, t->columns[t->at].name);
		fputs(": ", t->f);
	} else if (t->at > 0 && t->as == QDA_AS_TSV)
		putc_unlocked('\t', t->f);
	else if (t->at > 0 && t->as == QDA_AS_CSV)
		putc_unlocked(',', t->f);
}

static void
cell_end(struct qda_table *t)
{
	static const char	*const row_end[] = {
		[QDA_AS_TABLE] = "",
		[QDA_AS_TSV]   = "\n",
		[QDA_AS_CSV]   = "\r\n",
		[QDA_AS_JSONL] = "}\n",
		[QDA_AS_JSON]  = "}",
		[QDA_AS_NAMES] = "\n",
	};

	if (++t->at < t->n)
		return;
	t->at = 0;
	t->rows++;
	fputs(row_end[t->as], t->f);
}

/* A cell of n bytes as they are: a number, or a text shown to people. */
static void
bare_cell(struct qda_table *t, const char *s, size_t n)
{
	cell_begin(t);
	if (t->as == QDA_AS_TABLE)
		qda_aligned_cell(t->aligned, s, n);
	else if (t->as != QDA_AS_NAMES || t->at == 0)
		fwrite_unlocked(s, 1, n, t->f);
	cell_end(t);
}

static void
empty_cell(struct qda_table *t)
{
	const char	*s = "";

	if (is_json(t))
		s = "null";
	else if (t->as == QDA_AS_CSV && t->n == 1)
		s = "\"\"";		/* else it is a blank line */
	bare_cell(t, s, strlen(s));
}

static void
data_cell(struct qda_table *t, const char *s)
{
	if (*s == '\0' && !is_json(t)) {
		empty_cell(t);
		return;
	}
	cell_begin(t);
	if (t->as == QDA_AS_TSV)
		qda_tsv_text(t->f, s);
	else if (t->as == QDA_AS_CSV)
		qda_csv_text(t->f, s);
	else if (is_json(t))
		qda_json_string(t->f, s);
	else if (t->at == 0)
		fputs(s, t->f);
	cell_end(t);
}

static void
add(struct buffer *b, const char *s, size_t n)
{
	b->s = qda_grow(b->s, &b->cap, b->n + n, 1);
	memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

/* The last part of a path, two blanks to the right for each before it. */
static void
path_cell(struct qda_table *t, const char *path, const char *divider)
{
	const char	*part;

	t->cell.n = 0;
	while ((part = strstr(path, divider)) != NULL) {
		add(&t->cell, "  ", 2);
		path = part + strlen(divider);
	}
	add(&t->cell, path, strlen(path));
	bare_cell(t, t->cell.s, t->cell.n);
}

void
qda_table_text(struct qda_table *t, const char *s)
{
	char	 buf[48];

	if (s == NULL)
		empty_cell(t);
	else if (shown_as(t, QDA_CELL_PATH))
		path_cell(t, s, ARROW);
	else if (t->as == QDA_AS_TABLE) {
		if (shown_as(t, QDA_CELL_DATE))
			s = qda_date_words(buf, s);
		else if (shown_as(t, QDA_CELL_MOMENT))
			s = qda_moment_words(buf, s);
		bare_cell(t, s, strlen(s));
	} else
		data_cell(t, s);
}

void
qda_table_some(struct qda_table *t, const char *s)
{
	if (s != NULL && *s != '\0')
		qda_table_text(t, s);
	else
		/* a spreadsheet has no use for "-", and takes it amiss */
		qda_table_text(t, is_json(t) || t->as == QDA_AS_CSV ? NULL :
		    "-");
}

void
qda_table_int(struct qda_table *t, int64_t n)
{
	char	 buf[24];

	if (n == QDA_NONE)
		empty_cell(t);
	else if (shown_as(t, QDA_CELL_DURATION)) {
		qda_duration_clock(buf, n);
		bare_cell(t, buf, strlen(buf));
	} else
		bare_cell(t, buf, (size_t)(qda_text_digits(buf, n) - buf));
}

void
qda_table_real(struct qda_table *t, double x, int decimals)
{
	char	 buf[400];

	if (!isfinite(x))
		snprintf(buf, sizeof(buf), is_json(t) ? "null" : "NA");
	else if (shown_as(t, QDA_CELL_DURATION) && fabs(x) < 1e15)
		qda_duration_clock(buf, llround(x));
	else if (decimals < 0)
		qda_json_shortest(buf, x);
	else
		snprintf(buf, sizeof(buf), "%.*f",
		    decimals > 20 ? 20 : decimals, x);
	bare_cell(t, buf, strlen(buf));
}

/* An item written at once: in an array, or in a list of tsv. */
static void
stream_item(struct qda_table *t, const char *s, size_t n, bool first)
{
	bool	 json = is_json(t);

	if (!first)
		fputs(json ? ", " : "; ", t->f);
	if (json)
		qda_json_bytes(t->f, s, n);
	else
		escaped(t->f, s, n, "\\\t\n;" SEPARATOR, "\\tn;");
}

/* Lists that need not be put together first. */
static void
stream_list(struct qda_table *t, const char *joined)
{
	const char	*s = joined, *end;

	cell_begin(t);
	if (is_json(t))
		putc('[', t->f);
	for (; *joined != '\0'; s = end + 1) {
		end = s + strcspn(s, SEPARATOR);
		stream_item(t, s, (size_t)(end - s), s == joined);
		if (*end == '\0')
			break;
	}
	if (is_json(t))
		putc(']', t->f);
	cell_end(t);
}

/* An item, its ";" as "\;" when it shall be found again. */
static void
add_item(struct buffer *b, const char *s, size_t n, bool escape)
{
	const char	*end = s + n, *p;

	for (; escape && (p = memchr(s, ';', (size_t)(end - s))) != NULL;
	    s = p + 1) {
		add(b, s, (size_t)(p - s));
		add(b, "\\;", 2);
	}
	add(b, s, (size_t)(end - s));
}

/* All items in one cell. */
static void
join_list(struct qda_table *t, const char *s, bool path)
{
	const char	*between = path ? ARROW : "; ", *end;
	bool		 escape = !path && t->as == QDA_AS_CSV;

	t->cell.n = 0;
	for (; ; s = end + 1) {
		end = s + strcspn(s, SEPARATOR);
		add_item(&t->cell, s, (size_t)(end - s), escape);
		if (*end == '\0')
			break;
		add(&t->cell, between, strlen(between));
	}
	if (t->as == QDA_AS_TABLE)
		bare_cell(t, t->cell.s, t->cell.n);
	else
		data_cell(t, t->cell.s);
}

void
qda_table_joined(struct qda_table *t, const char *joined)
{
	bool	 path = t->columns[t->at].cell == QDA_CELL_PATH;

	if (joined == NULL)
		empty_cell(t);
	else if (path && t->as == QDA_AS_TABLE)
		path_cell(t, joined, SEPARATOR);
	else if (!path && (is_json(t) || t->as == QDA_AS_TSV))
		stream_list(t, joined);
	else
		join_list(t, joined, path);
}

void
qda_table_list(struct qda_table *t, const char *const *list, size_t n)
{
	t->joined.n = 0;
	add(&t->joined, "", 0);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			add(&t->joined, SEPARATOR, 1);
		add(&t->joined, list[i], strlen(list[i]));
	}
	qda_table_joined(t, t->joined.s);
}
