/* csv.h: tables as spreadsheets and our own dumps write them, read. */
#ifndef QDA_CSV_H
#define QDA_CSV_H

#include <stddef.h>

#include "qda/err.h"
#include "qda/mem.h"

struct qda_rows;

enum {
	QDA_ROWS_COLUMNS = 16384,	/* of a row; as many as Excel has */
	QDA_ROWS_CELLS = 32 << 20,	/* of a table */
};

/*
 * Reads n bytes of a table in any encoding (qda_text_clean()) whose cells
 * are divided by tab, ";" or ",", found out from the first lines, or said by
 * Excel's "sep=;" in line 1.  Cells quoted as in RFC 4180 may hold dividers and
 * newlines in all three.  In a table of tabs a cell that is not quoted has \\,
 * \t and \n undone, and a quotation mark that quotes nothing stands for
 * itself; elsewhere it is refused, and the "'" that qda_csv_text() puts before
 * = + - @ is taken off.  (A text of our tsv that is all in quotation marks
 * cannot be told from a quoted cell, and loses them.)  Blank rows are skipped,
 * empty cells behind the header's last are ignored; rows longer than the
 * header are refused.
 * In a program that is linked with what reads documents (cells.h), the first
 * table of one is read too, docx, odt or xlsx; its lines are its rows.
 * name is that of the file, for messages, which say the line (QDA_DATA).
 * Row 0 is the header.  Free with qda_rows_free().
 */
int	 qda_csv_read(struct qda_rows **, const char *bytes, size_t n,
	    const char *name, struct qda_err *) QDA_CHECKED;
/* The same of a file, named by its path; "-" is standard input. */
int	 qda_csv_file(struct qda_rows **, const char *path,
	    struct qda_err *) QDA_CHECKED;
void	 qda_rows_free(struct qda_rows *);

/* Rows, the header counted; 0 for an empty file.  Columns of the header. */
size_t	 qda_rows_count(const struct qda_rows *);
size_t	 qda_rows_columns(const struct qda_rows *);
/* The line of the file on which a row begins; the first is 1. */
size_t	 qda_rows_line(const struct qda_rows *, size_t row);
/* A cell, lent; "" where the row is shorter or there is no such column. */
const char *qda_rows_cell(const struct qda_rows *, size_t row, size_t column);
/* All cells of a row, as many as the header has; free() the array. */
const char **qda_rows_cells(const struct qda_rows *, size_t row);

/*
 * Finds the columns that hold the n keys of a noun ("name", "use-when"...),
 * by their own names or the words that qda_header_key() knows; all others
 * keep their own header (attributes).  Returns how many were found: none says
 * that the first row is no header.  Fails (QDA_DATA) when two columns mean
 * one key or bear one name.  The keys must outlive the rows.
 */
int	 qda_rows_map(struct qda_rows *, const char *const *keys, size_t n,
	    struct qda_err *) QDA_CHECKED;
/* After qda_rows_map(): the column of a key, or -1. */
int	 qda_rows_column(const struct qda_rows *, const char *key);
/* The key of a column, or NULL when it is none of them. */
const char *qda_rows_key(const struct qda_rows *, size_t column);
/* The cell of a row under a key, lent; "" when there is no such column. */
const char *qda_rows_value(const struct qda_rows *, size_t row,
	    const char *key);

/*
 * Which of n keys a header word means, in English or French, whatever its
 * case, accents and hyphens: "Durée" is "duration".  NULL for none.  The
 * same word may mean different keys to different nouns.
 */
const char *qda_header_key(const char *word, const char *const *keys,
	    size_t n);

/* The items of a list cell "a; b\;c", each trimmed, added to a list. */
void	 qda_cell_list(struct qda_strings *, const char *cell);

#endif
