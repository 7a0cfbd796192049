/* coreq_sheet.h: a grid out of a file, whatever its kind. */
#ifndef VERBS_COREQ_SHEET_H
#define VERBS_COREQ_SHEET_H

#include <stddef.h>

#include "qda/err.h"

/* A row of the grid; texts are owned, places NULL where there is no column. */
struct coreq_sheet_row {
	char	*where;		/* "line 12", "table 1, row 12" */
	char	*number;	/* as written */
	char	*answer;
	char	*place;
};
struct coreq_sheet {
	struct coreq_sheet_row	*rows;
	size_t			 n, cap;
};

/*
 * Reads the grid in a table of csv (csv.h) or in the first table of a Word or
 * OpenDocument text whose heading row has the columns: a number and an answer,
 * perhaps a place, in English or French.  Rows of headings are left out: those
 * of one cell, and those without number, answer and place.  Fails with the
 * file, and the place in it.  Free in any case.
 */
int	 coreq_sheet_read(struct coreq_sheet *, const char *path,
	    struct qda_err *) QDA_CHECKED;
void	 coreq_sheet_free(struct coreq_sheet *);

#endif
