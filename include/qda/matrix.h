/* matrix.h: how many codings there are, crossed by two of their sides. */
#ifndef QDA_MATRIX_H
#define QDA_MATRIX_H

#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"
#include "qda/query.h"

enum qda_axis {
	QDA_AXIS_CODE,
	QDA_AXIS_SOURCE,
	QDA_AXIS_PARTICIPANT,
	QDA_AXIS_CODER,
	QDA_AXIS_ATTRIBUTE,
};

struct qda_matrix_want {
	enum qda_axis		 rows, columns;
	const char		*row_key, *column_key;	/* of attributes */
	const char		*query;		/* which verbatims; "": all */
	struct qda_scope	 scope;		/* coders: who counts */
};

/* A cell that is not 0. */
struct qda_matrix_cell {
	uint32_t	 row, column, n;
};

/*
 * Only what the coders who count coded is there: sources, persons and coders
 * with a coding of theirs, whatever the query leaves of them; codes of which
 * the query leaves something;
 * codes in the order in which they were made, sources and participants in
 * that of collection, values of an attribute in their own.
 */
struct qda_matrix {
	struct qda_strings	 rows, columns;		/* names */
	struct qda_matrix_cell	*cells;			/* by row, column */
	size_t			 n;
	struct qda_strings	 notes;			/* of the query */
};

/*
 * Codes by codes is co-occurrence: pairs of verbatims of one coder that share
 * a place; on the diagonal the codings of a code.  Else codings.  Without
 * coders in the scope the lead coder counts.  Free with qda_matrix_free().
 */
int	 qda_matrix_read(struct qda_matrix *, struct qda_db *,
	    const struct qda_matrix_want *, struct qda_err *) QDA_CHECKED;
void	 qda_matrix_free(struct qda_matrix *);

#endif
