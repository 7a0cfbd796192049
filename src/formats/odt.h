/* odt.h: the parts of an OpenDocument text that hold no text of ours. */
#ifndef FORMATS_ODT_H
#define FORMATS_ODT_H

#include <stddef.h>
#include <stdio.h>

#include "qda/doc.h"

/* The namespaces of the parts, and what is said of each. */
#define QDA_ODT_NAMESPACES \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " \
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:" \
	"xsl-fo-compatible:1.0\" " \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:" \
	"svg-compatible:1.0\" office:version=\"1.2\""
#define QDA_ODT_XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* The width of the text in twentieths of a point: A4, margins of 2.5 cm. */
int	 qda_odt_width(const struct qda_doc_setup *);

/*
 * Writes the package with content.xml as given: equal contents, equal bytes.
 */
int	 qda_odt_write(FILE *, const struct qda_doc_setup *,
	    const char *content, size_t n, struct qda_err *) QDA_CHECKED;

#endif
