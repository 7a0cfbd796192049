/*
 * table.h: rows of data as people (table) and programs (tsv, csv, jsonl,
 * json, names) want them.
 */
#ifndef QDA_TABLE_H
#define QDA_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/err.h"

enum qda_as {
	QDA_AS_TABLE,	/* aligned, for a terminal */
	QDA_AS_TSV,
	QDA_AS_CSV,	/* RFC 4180, header, formulas disarmed */
	QDA_AS_JSONL,
	QDA_AS_JSON,	/* one array */
	QDA_AS_NAMES,	/* the first column, a line each, nothing escaped */
};

/* The format of that name ("table", "tsv"...), or -1. */
int	 qda_as_named(const char *name);

enum qda_cell {
	QDA_CELL_TEXT,
	QDA_CELL_NUMBER,	/* right in a table, bare in JSON */
	QDA_CELL_DURATION,	/* seconds; a clock in a table */
	QDA_CELL_DATE,		/* ISO; in a table as people write it */
	QDA_CELL_MOMENT,	/* ISO, UTC; in a table local */
	QDA_CELL_LIST,		/* several: "; " in a cell, an array in JSON */
	QDA_CELL_LEFT,		/* what stands left of a match: right in a
				   table */
	QDA_CELL_PATH,		/* "a > b"; in a table b indented (trees) */
};

struct qda_column {
	const char	*name;		/* the key; never translated */
	enum qda_cell	 cell;
};

struct qda_table;

/*
 * Begins a table of n columns on f (left open by qda_table_close).  All but
 * the aligned table are written as they come.  The header line of tsv comes
 * only when header is set; those of csv and of the aligned table always (the
 * latter: when there is a row).  The columns must outlive the table.  width
 * is that of the terminal, 0 for no limit: an aligned table that is wider has
 * its last column cut, then others of words, never the first; line breaks and
 * control characters in its cells are shown as a blank and as U+FFFD.
 */
struct qda_table *qda_table_open(FILE *f, enum qda_as, bool header,
	    const struct qda_column *, size_t n, int width);

/*
 * One cell after the other; the last of a row ends it.  NULL is empty: null
 * in JSON.  To close in the middle of a row is a mistake of the program.
 */
void	 qda_table_text(struct qda_table *, const char *);
/*
 * The same of a column that is never empty, because the shell's read drops
 * empty ones: NULL and "" are "-", null in JSON.
 */
void	 qda_table_some(struct qda_table *, const char *);
void	 qda_table_int(struct qda_table *, int64_t);	/* QDA_NONE: empty */
/*
 * With that many decimals, or the shortest that reads back the same when
 * decimals is negative.  What is undefined (NAN) is "NA", null in JSON.
 */
void	 qda_table_real(struct qda_table *, double, int decimals);
/*
 * A list or path cell from n items: a list is joined by "; ", with ";" as
 * "\;" in tsv and csv; a path by " > ".
 */
void	 qda_table_list(struct qda_table *, const char *const *, size_t n);
/* The same from a string whose items are joined by U+001F; "" has none. */
void	 qda_table_joined(struct qda_table *, const char *);

/*
 * Before the first cell: an aligned table that is too wide leaves columns out
 * instead of being wider than the terminal: n from that one on first, then
 * those at the right.  *left is how many, once it is closed.
 */
void	 qda_table_spare(struct qda_table *, size_t from, size_t n,
	    size_t *left);

/* Writes what is left (all, for an aligned table) and frees. */
void	 qda_table_close(struct qda_table *);

/* No number, where a number may be missing. */
#define QDA_NONE	INT64_MIN

/*
 * One cell alone, escaped as tsv or csv want it.  csv: what begins with
 * = + - @ TAB or CR and is no number gets a "'" before it, so that no
 * spreadsheet runs it; so does what begins with "'" and one of these, so that
 * qda_csv_read() can always take one off.
 */
void	 qda_tsv_text(FILE *, const char *);
void	 qda_csv_text(FILE *, const char *);

/* A bare cell of tsv with \\, \t and \n undone, in place; its new size. */
size_t	 qda_tsv_undo(char *s, size_t n);

#endif
