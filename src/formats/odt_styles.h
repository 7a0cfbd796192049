/* odt_styles.h: the styles of an OpenDocument text. */
#ifndef QDA_FORMATS_ODT_STYLES_H
#define QDA_FORMATS_ODT_STYLES_H

#include "formats/looks.h"
#include "formats/xml.h"

/* Namespaces of OpenDocument 1.2 and of what LibreOffice adds. */
enum {
	QDA_OFFICE = 1, QDA_TEXT, QDA_STYLE, QDA_TABLE, QDA_DRAW, QDA_FO,
	QDA_DC, QDA_LO, QDA_MANIFEST
};
extern const struct qda_xml_space	 qda_odt_spaces[];

/* Families of styles. */
enum { QDA_ODT_OTHER, QDA_ODT_PARAGRAPH, QDA_ODT_TEXT };

/* After the BEGIN of style:style or style:default-style: reads to its END. */
int	 qda_odt_style_read(struct qda_xml *, struct qda_styles *,
	    struct qda_err *) QDA_CHECKED;

/* After the BEGIN of an element within a comment: what it says (ODF 14.1). */
struct qda_comment;
int	 qda_odt_comment_part(struct qda_xml *, struct qda_comment *,
	    struct qda_err *) QDA_CHECKED;

#endif
