/* xml.h: the XML inside documents, an event at a time, hostile or not. */
#ifndef QDA_FORMATS_XML_H
#define QDA_FORMATS_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/err.h"

enum { QDA_XML_DEPTH = 256 };		/* elements in each other */

enum qda_xml_is { QDA_XML_BEGIN, QDA_XML_END, QDA_XML_TEXT };

/* A namespace and the number it is known by; several may have the same. */
struct qda_xml_space {
	const char	*uri;
	int		 space;		/* from 1 */
};

struct qda_xml_parser;
struct qda_xml {
	enum qda_xml_is	 is;
	int		 space;		/* of an element; 0: none, -1: other */
	const char	*name;		/* of an element, without prefix */
	const char	*text;		/* of QDA_XML_TEXT */
	size_t		 depth;		/* of an element; the root's is 1 */
	struct qda_xml_parser *parser;
};

/* To be called once before threads read; more often does no harm. */
void	 qda_xml_init(void);

/*
 * Reads n bytes, lent until it is closed, as is the list of spaces, which ends
 * with a uri of NULL.  Nothing outside of the bytes is ever opened.
 */
int	 qda_xml_open(struct qda_xml *, const char *bytes, size_t n,
	    const struct qda_xml_space *, struct qda_err *) QDA_CHECKED;
void	 qda_xml_close(struct qda_xml *);

/*
 * The next event: 1, 0 at the end of a document that is well-formed, -1.
 * Every BEGIN has its END, also of <a/>.  Strings are lent until the next
 * call.  Refuses (QDA_DATA) what is not well-formed, a DOCTYPE, entities, and
 * more than QDA_XML_DEPTH levels.
 */
int	 qda_xml_next(struct qda_xml *, struct qda_err *) QDA_CHECKED;

/* After a BEGIN: goes on to its END; 0 or -1. */
int	 qda_xml_skip(struct qda_xml *, struct qda_err *) QDA_CHECKED;

/*
 * After a BEGIN: the value of an attribute of the space (0: without one), or
 * NULL; lent until the next call of either kind.
 */
const char	*qda_xml_attribute(struct qda_xml *, int space,
		    const char *name);

#endif
