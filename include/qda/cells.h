/* cells.h: the tables in documents of Word, LibreOffice and Excel, read. */
#ifndef QDA_CELLS_H
#define QDA_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"

/*
 * A row of a table.  Cells stand where their column is: one that is wider than
 * a column has empty ones behind it.
 */
struct qda_cells_row {
	size_t	  table, row;	/* in the document, in the table; from 1 */
	char	**cells;	/* cleaned (clean.h), blanks at the ends off;
				   paragraphs are lines */
	size_t	  n, cap;
	size_t	  own;		/* how many cells that really is */
};

/*
 * How a stretch of a cell looks (as struct qda_style of transcript.h), or what
 * somebody wrote beside it: then comment is not NULL.
 */
struct qda_cell_mark {
	size_t	 row, column;		/* indices of rows, of its cells */
	int64_t	 start, end;		/* code points of the cell; equal: a
					   point */
	unsigned is;			/* QDA_BOLD... */
	int32_t	 colour, highlight;	/* 0xRRGGBB, or -1 */
	char	*comment, *author;	/* author NULL: not known */
	bool	 reply;
};
struct qda_cells {
	struct qda_cells_row	*rows;
	size_t			 n, cap;
	struct qda_cell_mark	*marks;		/* by row and column */
	size_t			 n_marks, cap_marks;
};

/*
 * All tables of a docx, odt or xlsx as the program prints them: tracked changes
 * accepted, hidden text left out; a table within a cell is text of the cell; a
 * cell merged with the one above has its text.  1, or 0 when the bytes are no
 * such document, or -1.  Free in any case.
 *
 * A table of an xlsx is a sheet that is not hidden; row is Excel's number, and
 * blank rows are left out; dates are ISO, times h:mm:ss; letters in colour
 * count as highlighted.
 *
 * These are only there in a program that is linked with them (doc.h).
 */
int	 qda_cells_read(struct qda_cells *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED __attribute__((weak));
void	 qda_cells_free(struct qda_cells *) __attribute__((weak));

#endif
