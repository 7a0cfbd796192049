/* xml.c: libxml2's reader with our rules, and our own memory of errors. */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "formats/xml.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { SPACES = 24 };

struct qda_xml_parser {
	xmlTextReaderPtr		 reader;
	const struct qda_xml_space	*spaces;
	const xmlChar			*seen[SPACES];	/* libxml2's copies */
	int				 known[SPACES];	/* and what they are */
	size_t				 seen_n;
	bool				 close;	/* an END is due: <a/> */
	char				*value;	/* of the last attribute */
	char				*why;	/* the first complaint */
};

static xmlParserInputPtr
open_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
	(void)url;
	(void)id;
	(void)context;
	return NULL;
}

void
qda_xml_init(void)
{
	xmlInitParser();
	xmlSetExternalEntityLoader(open_nothing);
}

/* libxml2 goes on after some errors, and hides others: the first counts. */
static void
complaint(void *arg, const char *msg, xmlParserSeverities severity,
    xmlTextReaderLocatorPtr where)
{
	struct qda_xml_parser	*p = arg;

	(void)where;
	if (p->why != NULL || severity == XML_PARSER_SEVERITY_WARNING ||
	    severity == XML_PARSER_SEVERITY_VALIDITY_WARNING)
		return;
	p->why = qda_strndup(msg, strcspn(msg, "\n"));
}

int
qda_xml_open(struct qda_xml *x, const char *bytes, size_t n,
    const struct qda_xml_space *spaces, struct qda_err *e)
{
	struct qda_xml_parser	*p = qda_alloc(1, sizeof(*p));

	memset(x, 0, sizeof(*x));
	x->parser = p;
	p->spaces = spaces;
	if (memmem(bytes, n, "<!DOCTYPE", 9) != NULL) {
		qda_fail(e, QDA_DATA, _("there is a DOCTYPE, which has no "
		    "place in a document"));
		goto fail;
	}
	p->reader = xmlReaderForMemory(bytes, (int)n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_COMPACT);
	if (p->reader == NULL) {
		qda_fail(e, QDA_DATA, _("there is nothing in it"));
		goto fail;
	}
	xmlTextReaderSetErrorHandler(p->reader, complaint, p);
	return 0;
fail:
	qda_xml_close(x);
	return -1;
}

void
qda_xml_close(struct qda_xml *x)
{
	struct qda_xml_parser	*p = x->parser;

	if (p == NULL)
		return;
	if (p->reader != NULL)
		xmlFreeTextReader(p->reader);
	free(p->value);
	free(p->why);
	free(p);
	x->parser = NULL;
}

/* libxml2 keeps one copy of each, so that most are known by their address. */
static int
space_of(struct qda_xml_parser *p, const xmlChar *uri)
{
	int	 space = -1;

	if (uri == NULL)
		return 0;
	for (size_t i = 0; i < p->seen_n; i++)
		if (p->seen[i] == uri)
			return p->known[i];
	for (const struct qda_xml_space *s = p->spaces; s->uri != NULL; s++)
		if (strcmp(s->uri, (const char *)uri) == 0)
			space = s->space;
	if (p->seen_n < SPACES) {
		p->seen[p->seen_n] = uri;
		p->known[p->seen_n++] = space;
	}
	return space;
}

static int
no_entities(struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("there is an entity or a DOCTYPE, "
	    "which has no place in a document"));
}

static int
too_deep(struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("elements are nested more than %d "
	    "levels deep"), QDA_XML_DEPTH);
}

static int
begin(struct qda_xml *x, struct qda_err *e)
{
	struct qda_xml_parser	*p = x->parser;

	if (++x->depth > QDA_XML_DEPTH)
		return too_deep(e);
	x->is = QDA_XML_BEGIN;
	x->name = (const char *)xmlTextReaderConstLocalName(p->reader);
	x->space = space_of(p, xmlTextReaderConstNamespaceUri(p->reader));
	p->close = xmlTextReaderIsEmptyElement(p->reader) == 1;
	return 1;
}

static int
end(struct qda_xml *x)
{
	struct qda_xml_parser	*p = x->parser;

	x->is = QDA_XML_END;
	if (!p->close) {
		x->name = (const char *)
		    xmlTextReaderConstLocalName(p->reader);
		x->space = space_of(p,
		    xmlTextReaderConstNamespaceUri(p->reader));
	}
	p->close = false;
	return 1;
}

/* The node the reader stands on: 1 when it is an event, 0, -1. */
static int
node(struct qda_xml *x, struct qda_err *e)
{
	switch (xmlTextReaderNodeType(x->parser->reader)) {
	case XML_READER_TYPE_ELEMENT:
		return begin(x, e);
	case XML_READER_TYPE_END_ELEMENT:
		return end(x);
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		x->is = QDA_XML_TEXT;
		x->text = (const char *)
		    xmlTextReaderConstValue(x->parser->reader);
		return x->text != NULL;
	case XML_READER_TYPE_COMMENT:
	case XML_READER_TYPE_PROCESSING_INSTRUCTION:
	case XML_READER_TYPE_XML_DECLARATION:
		return 0;
	default:
		return no_entities(e);
	}
}

/* What libxml2 said, or that it said nothing. */
static int
broken(const struct qda_xml *x, struct qda_err *e)
{
	const char	*why = x->parser->why;

	if (why != NULL && strstr(why, "Excessive depth") != NULL)
		return too_deep(e);
	return why == NULL ? qda_fail(e, QDA_DATA,
	    _("this is not well-formed XML")) :
	    qda_fail(e, QDA_DATA, _("not well-formed XML: %s"), why);
}

int
qda_xml_next(struct qda_xml *x, struct qda_err *e)
{
	struct qda_xml_parser	*p = x->parser;
	int			 more, rc = 0;

	if (x->is == QDA_XML_END && x->depth > 0)
		x->depth--;
	if (p->close)
		return end(x);
	x->is = QDA_XML_TEXT;
	while (rc == 0) {
		more = xmlTextReaderRead(p->reader);
		if (p->why != NULL || more < 0)
			return broken(x, e);
		if (more == 0)
			return x->depth == 0 ? 0 : broken(x, e);
		rc = node(x, e);
	}
	return rc;
}

int
qda_xml_skip(struct qda_xml *x, struct qda_err *e)
{
	size_t	 depth = x->depth;
	int	 rc;

	while ((rc = qda_xml_next(x, e)) > 0)
		if (x->is == QDA_XML_END && x->depth == depth)
			return 0;
	return rc < 0 ? -1 : broken(x, e);
}

const char *
qda_xml_attribute(struct qda_xml *x, int space, const char *name)
{
	struct qda_xml_parser	*p = x->parser;
	const char		*found = NULL, *v;

	while (found == NULL &&
	    xmlTextReaderMoveToNextAttribute(p->reader) == 1) {
		v = (const char *)xmlTextReaderConstLocalName(p->reader);
		if (strcmp(v, name) != 0 || space_of(p,
		    xmlTextReaderConstNamespaceUri(p->reader)) != space)
			continue;
		v = (const char *)xmlTextReaderConstValue(p->reader);
		free(p->value);
		found = p->value = qda_strdup(v == NULL ? "" : v);
	}
	xmlTextReaderMoveToElement(p->reader);
	return found;
}
