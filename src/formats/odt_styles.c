/* odt_styles.c: how styles of OpenDocument look (ODF 1.2, part 1: 16, 20). */
#include <string.h>

#include "formats/odt_styles.h"
#include "qda/mem.h"
#include "qda/transcript.h"

#define ODF	"urn:oasis:names:tc:opendocument:xmlns:"

const struct qda_xml_space	 qda_odt_spaces[] = {
	{ ODF "office:1.0", QDA_OFFICE },
	{ ODF "text:1.0", QDA_TEXT },
	{ ODF "style:1.0", QDA_STYLE },
	{ ODF "table:1.0", QDA_TABLE },
	{ ODF "drawing:1.0", QDA_DRAW },
	{ ODF "xsl-fo-compatible:1.0", QDA_FO },
	{ ODF "manifest:1.0", QDA_MANIFEST },
	{ "http://purl.org/dc/elements/1.1/", QDA_DC },
	{ "urn:org:documentfoundation:names:experimental:office:xmlns:"
	    "loext:1.0", QDA_LO },
	{ NULL, 0 }
};

static void
weight(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v = qda_xml_attribute(x, QDA_FO, "font-weight");

	if (v != NULL)
		qda_touch_is(t, QDA_BOLD, strcmp(v, "bold") == 0 ||
		    (*v >= '6' && *v <= '9'));
}

static void
slant(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v = qda_xml_attribute(x, QDA_FO, "font-style");

	if (v != NULL)
		qda_touch_is(t, QDA_ITALIC, strcmp(v, "normal") != 0);
}

static void
underline(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v = qda_xml_attribute(x, QDA_STYLE,
			    "text-underline-style");

	if (v != NULL)
		qda_touch_is(t, QDA_UNDERLINE, strcmp(v, "none") != 0);
}

static void
colours(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v = qda_xml_attribute(x, QDA_FO, "color");

	if (v != NULL) {
		t->says_colour = true;
		t->colour = qda_colour_read(v);
		if (t->colour == 0)
			t->colour = -1;
	}
	v = qda_xml_attribute(x, QDA_FO, "background-color");
	if (v != NULL) {
		t->says_highlight = true;
		t->highlight = qda_colour_read(v);
		if (t->highlight == 0xffffff)
			t->highlight = -1;
	}
}

static void
properties(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v;

	weight(x, t);
	slant(x, t);
	underline(x, t);
	colours(x, t);
	v = qda_xml_attribute(x, QDA_STYLE, "use-window-font-color");
	if (v != NULL && strcmp(v, "true") == 0) {
		t->says_colour = true;
		t->colour = -1;
	}
	v = qda_xml_attribute(x, QDA_TEXT, "display");
	if (v != NULL) {
		t->says_hidden = true;
		t->hidden = strcmp(v, "none") == 0;
	}
}

static int
family(struct qda_xml *x)
{
	const char	*v = qda_xml_attribute(x, QDA_STYLE, "family");

	if (v != NULL && strcmp(v, "paragraph") == 0)
		return QDA_ODT_PARAGRAPH;
	return v != NULL && strcmp(v, "text") == 0 ? QDA_ODT_TEXT :
	    QDA_ODT_OTHER;
}

int
qda_odt_style_read(struct qda_xml *x, struct qda_styles *styles,
    struct qda_err *e)
{
	size_t			 depth = x->depth;
	bool			 first = strcmp(x->name, "default-style") ==
				    0;
	int			 kind = family(x), rc;
	const char		*name = qda_xml_attribute(x, QDA_STYLE,
				    "name");
	struct qda_named	*style;

	if (kind == QDA_ODT_OTHER || (name == NULL && !first))
		return qda_xml_skip(x, e);
	style = qda_styles_add(styles, kind, first ? "" : name);
	if (!first) {
		name = qda_xml_attribute(x, QDA_STYLE, "parent-style-name");
		style->parent = qda_strdup(name == NULL ? "" : name);
	}
	while ((rc = qda_xml_next(x, e)) > 0) {
		if (x->is == QDA_XML_END && x->depth == depth)
			return 0;
		if (x->is == QDA_XML_BEGIN && x->space == QDA_STYLE &&
		    strcmp(x->name, "text-properties") == 0)
			properties(x, &style->touch);
	}
	return rc;
}
