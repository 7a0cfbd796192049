/* cells.h: what readers of documents say to cells.c. */
#ifndef QDA_FORMATS_CELLS_H
#define QDA_FORMATS_CELLS_H

#include "formats/flow.h"
#include "formats/xml.h"
#include "qda/cells.h"

/* Where a cell stands in the text of the document, in bytes. */
struct qda_cells_span {
	size_t	 row, column, from, to;
};

enum { QDA_CELLS_WIDEST = 1000 };	/* columns of one cell */

/* What is kept of tables while a document is read. */
struct qda_cells_reading {
	struct qda_cells	*cells;		/* NULL: nothing is */
	size_t			 depth;		/* tables in each other */
	size_t			 table, row;
	size_t			 start;		/* of the cell, in the text */
	size_t			 span;		/* columns it takes */
	bool			 open;
	bool			 joined;	/* one with the cell above */
	size_t			 copied;	/* bytes, from above */
	size_t			 down[QDA_CELLS_WIDEST];	/* rows that the
						   cell above goes on for */
	struct qda_cells_span	*spans;		/* rising, disjoint */
	size_t			 n_spans, cap_spans;
};

/* What a format calls its elements; NULL: it has none such. */
struct qda_cells_names {
	int		 space;
	const char	*table, *row, *cell;
	const char	*covered;	/* a cell under one that is wider */
	const char	*span;		/* in a cell: its width */
	const char	*width;		/* attribute of these two: columns */
	const char	*joined;	/* in a cell: it is one with that above,
					   unless its value is "restart" */
	const char	*rows;		/* attribute of a cell: how many */
};

/* An element begins or ends; text: of the document so far. */
void	 qda_cells_see(struct qda_cells_reading *, struct qda_xml *,
	    const struct qda_cells_names *, const struct qda_stream *text);

/*
 * When all is read: the styles of the flow, and its comments, to marks.  Frees
 * what the reading has.
 */
void	 qda_cells_end(struct qda_cells_reading *, struct qda_flow *);
void	 qda_cells_reading_free(struct qda_cells_reading *);

/* A mark to be filled; rows have to come in order. */
struct qda_cell_mark *qda_cells_mark(struct qda_cells *, size_t row,
	    size_t column);

/* The text of a cell, and how many bytes at its beginning went; yours. */
char	*qda_cell_clean(const char *, size_t n, size_t *lead);

/* The tables of one format (docx_read.c, odt_read.c, xlsx_read.c). */
int	 qda_docx_cells(struct qda_cells *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;
int	 qda_odt_cells(struct qda_cells *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;
int	 qda_xlsx_cells(struct qda_cells *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;

#endif
