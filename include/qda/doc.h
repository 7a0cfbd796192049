/*
 * doc.h: a document written once, as HTML, Word, OpenDocument, Markdown or
 * LaTeX: title, headings, paragraphs, tables.
 */
#ifndef QDA_DOC_H
#define QDA_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "qda/err.h"

struct qda_doc_setup {
	const char	*title;		/* of the file, and of its page */
	const char	*lang;		/* "fr" or "en" */
	const char	*author;	/* may be NULL */
	const char	*footer;	/* small, on each page; may be NULL */
	bool		 landscape;
};

enum qda_doc_block {
	QDA_DOC_TEXT,
	QDA_DOC_TITLE,
	QDA_DOC_HEADING1,
	QDA_DOC_HEADING2,
	QDA_DOC_HEADING3,
	QDA_DOC_QUOTE,			/* set in */
	QDA_DOC_ITEM,			/* of a list with bullets */
};

enum qda_doc_style {			/* or'ed together */
	QDA_DOC_PLAIN  = 0,
	QDA_DOC_BOLD   = 1,
	QDA_DOC_ITALIC = 2,
	QDA_DOC_SHADED = 4,		/* to be seen: [à relire] */
	QDA_DOC_SMALL  = 8,
	QDA_DOC_GREY   = 16,		/* beside what matters */
};

enum qda_doc_row {
	QDA_DOC_ROW,
	QDA_DOC_ROW_SHADED,		/* light grey */
	QDA_DOC_ROW_SPAN,		/* the same, one cell for all columns */
	QDA_DOC_ROW_HEADING,		/* to writers only: qda_doc_table() */
};

struct qda_doc_column {
	const char	*title;		/* over the column, on each page */
	int		 share;		/* of the width, beside the others' */
	bool		 right;		/* numbers */
};

struct qda_doc;
struct qda_doc_writer;

/* The writers there are; each may be named without the others' libraries. */
extern const struct qda_doc_writer	 qda_doc_html, qda_doc_md, qda_doc_tex;
/*
 * Are only there (their address is not NULL) where the program was linked with
 * them: libxml2 and libzip take longer to load than most tools to run, so a
 * tool lies in bin without them, and a second time in libexec with them.
 */
extern const struct qda_doc_writer	 qda_doc_docx __attribute__((weak));
extern const struct qda_doc_writer	 qda_doc_odt __attribute__((weak));
/*
 * An Excel table: of a document its tables only, a sheet each, headings in
 * sight and with filters; never a formula.  The same, with libxlsxwriter.
 */
extern const struct qda_doc_writer	 qda_doc_xlsx __attribute__((weak));

/* The writer of a format ("docx"), or NULL: none, or not in this program. */
const struct qda_doc_writer *qda_doc_writer(const char *format);

/*
 * Begins a document on f; the strings of the setup must outlive it.  Text is
 * UTF-8: what is none comes as U+FFFD, control characters are left out, a
 * newline breaks the line.  The title is not printed by itself.  Parts given in
 * an order that makes no document are a mistake of the program.
 */
struct qda_doc *qda_doc_begin(const struct qda_doc_writer *, FILE *f,
	    const struct qda_doc_setup *);

/* Begins a paragraph, in the open cell if there is one; level sets it in. */
void	 qda_doc_block(struct qda_doc *, enum qda_doc_block, int level);
/* Text in the open paragraph. */
void	 qda_doc_text(struct qda_doc *, unsigned style, const char *);
/* A paragraph of one text. */
void	 qda_doc_line(struct qda_doc *, enum qda_doc_block, const char *);

/*
 * A frame around the paragraphs that follow, until its end; it may go over the
 * end of a page.  Not in a table; nothing in it is set in.
 */
void	 qda_doc_box(struct qda_doc *);
void	 qda_doc_box_end(struct qda_doc *);

/*
 * A table with a heading row; then rows of cells.  A cell begins with an open
 * paragraph; cells that a row lacks are empty.  The columns must live until the
 * table ends.
 */
void	 qda_doc_table(struct qda_doc *, const struct qda_doc_column *,
	    size_t n);
void	 qda_doc_row(struct qda_doc *, enum qda_doc_row);
void	 qda_doc_cell(struct qda_doc *);
void	 qda_doc_cell_in(struct qda_doc *, int level);	/* set in by level */
void	 qda_doc_table_end(struct qda_doc *);
/* A cell of one text; NULL is empty. */
void	 qda_doc_cell_text(struct qda_doc *, unsigned style, const char *);
/* A shaded row of one cell for all columns. */
void	 qda_doc_span(struct qda_doc *, unsigned style, const char *);

/* Writes what is left and frees; fails when the document cannot be made. */
int	 qda_doc_end(struct qda_doc *, struct qda_err *) QDA_CHECKED;

/*
 * What a writer is: functions called in an order that is right (blocks closed
 * before cells, cells before rows), the heading row right after the table,
 * with text that is clean.  Its begin makes what the others get as their first
 * argument, its end frees it.
 */
struct qda_doc_writer {
	const char	*name;		/* and extension of its files */
	bool		 binary;	/* not for a terminal */
	void		*(*begin)(FILE *, const struct qda_doc_setup *);
	void		 (*block)(void *, enum qda_doc_block, int level);
	void		 (*text)(void *, unsigned style, const char *,
			    size_t n);
	void		 (*line_break)(void *);
	void		 (*block_end)(void *);
	void		 (*box)(void *);	/* around blocks only */
	void		 (*box_end)(void *);
	void		 (*table)(void *, const struct qda_doc_column *,
			    size_t n);
	void		 (*row)(void *, enum qda_doc_row);
	void		 (*cell)(void *, size_t column);
	void		 (*cell_end)(void *);
	void		 (*row_end)(void *);
	void		 (*table_end)(void *);
	int		 (*end)(void *, struct qda_err *);
};

/*
 * For writers: n widths that share the whole as the columns do; the last has
 * what rounding left.  Caller frees.
 */
int	*qda_doc_widths(const struct qda_doc_column *, size_t n, int whole);

#endif
