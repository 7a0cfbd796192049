/* docx.h: the parts of a Word document that hold no text of ours. */
#ifndef FORMATS_DOCX_H
#define FORMATS_DOCX_H

#include <stddef.h>
#include <stdio.h>

#include "qda/doc.h"

/* Twentieths of a point: A4, margins of 2.5 cm. */
enum {
	QDA_DOCX_SHORT  = 11906,
	QDA_DOCX_LONG   = 16838,
	QDA_DOCX_MARGIN = 1417,
};

/* The width of the text. */
int	 qda_docx_width(const struct qda_doc_setup *);

/*
 * Writes the package with word/document.xml as given: equal contents, equal
 * bytes.
 */
int	 qda_docx_write(FILE *, const struct qda_doc_setup *,
	    const char *document, size_t n, struct qda_err *) QDA_CHECKED;

#endif
