/*
 * odt_read.c: the text of an OpenDocument text (ODF 1.2, part 1: 5 and 6; 6.1.2
 * for white space; 14.1 for comments).
 */
#include <stdlib.h>
#include <string.h>

#include "formats/cells.h"
#include "formats/flow.h"
#include "formats/odt_styles.h"
#include "formats/reader.h"
#include "formats/zip.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { SPACES = 1000 };			/* of one text:s */

/* The text of the document, or of what is drawn in it. */
struct level {
	struct level		*up;
	struct qda_stream	 text, boxes;	/* boxes wait for the end of
						   the paragraph */
	size_t			 inside;	/* of paragraphs */
	bool			 blank;		/* white space adds nothing */
};

struct reader {
	struct qda_zip		*zip;
	struct qda_xml		 x;
	struct qda_flow		 flow;
	struct qda_styles	 styles;
	struct level		*level;
	struct qda_look		 looks[QDA_XML_DEPTH + 1];
	size_t			 looks_n;	/* of the spans we are in */
	size_t			 tables, hidden;	/* that we are in */
	struct qda_cells_reading cells;		/* of tables, when asked for */
};

static void
level_open(struct reader *r)
{
	struct level	*l = qda_alloc(1, sizeof(*l));

	l->up = r->level;
	r->level = l;
}

static void
level_close(struct reader *r)
{
	struct level	*l = r->level;

	r->level = l->up;
	qda_stream_free(&l->text);
	qda_stream_free(&l->boxes);
	free(l);
}

static void
put(struct reader *r, const char *s, size_t n)
{
	struct qda_look	 look = r->looks[r->looks_n];

	look.hidden |= r->hidden > 0;
	if (r->level->inside > 0)
		qda_flow_put(&r->flow, &r->level->text, s, n, &look);
}

/* White space runs are one space, and none where there is one already. */
static void
put_characters(struct reader *r, const char *s)
{
	struct level	*l = r->level;
	size_t		 n;

	while (*s != '\0') {
		n = strcspn(s, " \t\r\n");
		if (n > 0) {
			put(r, s, n);
			l->blank = false;
			s += n;
		}
		n = strspn(s, " \t\r\n");
		if (n > 0 && !l->blank) {
			put(r, " ", 1);
			l->blank = true;
		}
		s += n;
	}
}

/* Handlers of elements: 0 or -1.  Those that begin one may skip it. */

static int
skip(struct reader *r, struct qda_err *e)
{
	return qda_xml_skip(&r->x, e);
}

static int
spaces(struct reader *r, struct qda_err *e)
{
	const char	*v = qda_xml_attribute(&r->x, QDA_TEXT, "c");
	long		 n = v == NULL ? 1 : strtol(v, NULL, 10);

	for (long i = 0; i < n && i < SPACES; i++)
		put(r, " ", 1);
	r->level->blank = false;
	return qda_flow_check(&r->level->text, e);
}

static int
tab(struct reader *r, struct qda_err *e)
{
	(void)e;
	put(r, "\t", 1);
	r->level->blank = false;
	return 0;
}

static int
line_break(struct reader *r, struct qda_err *e)
{
	(void)e;
	put(r, "\n", 1);
	r->level->blank = false;
	return 0;
}

static void
push_look(struct reader *r, int family, bool anew)
{
	const char	*style = qda_xml_attribute(&r->x, QDA_TEXT,
			    "style-name");
	struct qda_look	*look;

	r->looks[r->looks_n + 1] = anew ? qda_plain_look :
	    r->looks[r->looks_n];
	look = &r->looks[++r->looks_n];
	qda_styles_touch(&r->styles, family, anew && style == NULL ? "" :
	    style, look);
}

static int
begin_paragraph(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->level->inside++;
	r->level->blank = true;
	push_look(r, QDA_ODT_PARAGRAPH, true);
	return 0;
}

static int
end_paragraph(struct reader *r, struct qda_err *e)
{
	struct level	*l = r->level;

	l->inside--;
	r->looks_n--;
	if (r->hidden > 0)
		return 0;
	if (qda_flow_paragraph(&r->flow, &l->text, e) < 0)
		return -1;
	qda_flow_join(&l->text, &l->boxes);
	return 0;
}

static int
begin_span(struct reader *r, struct qda_err *e)
{
	(void)e;
	push_look(r, QDA_ODT_TEXT, false);
	return 0;
}

static int
end_span(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->looks_n--;
	return 0;
}

/* What is drawn: text in it stands behind the paragraph it hangs on. */
static int
begin_drawn(struct reader *r, struct qda_err *e)
{
	(void)e;
	level_open(r);
	return 0;
}

static int
end_drawn(struct reader *r, struct qda_err *e)
{
	struct level	*l = r->level, *up = l->up;
	bool		 box = strcmp(r->x.name, "a") != 0 &&
			    strcmp(r->x.name, "g") != 0 &&
			    strcmp(r->x.name, "text-box") != 0;

	(void)e;
	qda_flow_join(&l->text, &l->boxes);
	if (!qda_stream_blank(&l->text)) {
		r->flow.met[QDA_MET_BOXES] += box;
		qda_flow_join(up->inside > 0 ? &up->boxes : &up->text,
		    &l->text);
	}
	level_close(r);
	return 0;
}

static int
begin_table(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->flow.met[QDA_MET_TABLES] += r->tables++ == 0;
	return 0;
}

static int
end_table(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->tables--;
	return 0;
}

static int
list_item(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->flow.met[QDA_MET_NUMBERED]++;
	return 0;
}

static int
note(struct reader *r, struct qda_err *e)
{
	r->flow.met[QDA_MET_NOTES]++;
	return skip(r, e);
}

static bool
says(struct reader *r, int space, const char *name, const char *value)
{
	const char	*v = qda_xml_attribute(&r->x, space, name);

	return v != NULL && strcmp(v, value) == 0;
}

/* A section that is not shown. */
static int
begin_section(struct reader *r, struct qda_err *e)
{
	(void)e;
	if (r->hidden > 0 || says(r, QDA_TEXT, "display", "none"))
		r->hidden++;
	return 0;
}

static int
end_hidden(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->hidden -= r->hidden > 0;
	return 0;
}

static int
begin_hidden(struct reader *r, struct qda_err *e)
{
	(void)e;
	if (r->hidden > 0 || says(r, QDA_TEXT, "is-hidden", "true"))
		r->hidden++;
	return 0;
}

/* Deleted text lives there; inserted text stands where it is printed. */
static int
tracked_changes(struct reader *r, struct qda_err *e)
{
	size_t	 depth = r->x.depth;
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_END && r->x.depth == depth)
			return 0;
		if (r->x.is != QDA_XML_BEGIN || r->x.space != QDA_TEXT)
			continue;
		if (strcmp(r->x.name, "insertion") == 0)
			r->flow.met[QDA_MET_INSERTED]++;
		else if (strcmp(r->x.name, "deletion") == 0)
			r->flow.met[QDA_MET_DELETED]++;
	}
	return rc;
}

/* What LibreOffice says of threads. */
static void
comment_thread(struct reader *r, struct qda_remark *c)
{
	const char	*v = qda_xml_attribute(&r->x, QDA_LO, "resolved");

	c->comment.done = v != NULL && strcmp(v, "true") == 0;
	v = qda_xml_attribute(&r->x, QDA_LO, "parent-name");
	c->parent = qda_strdup(v);
}

static int
annotation(struct reader *r, struct qda_err *e)
{
	struct qda_remark	*c = qda_flow_remark(&r->flow);
	const char		*name = qda_xml_attribute(&r->x, QDA_OFFICE,
				    "name");
	size_t			 depth = r->x.depth;
	int			 rc;

	/* without a name it is a point; a blank begins no name */
	c->id = name != NULL ? qda_strdup(name) :
	    qda_sprintf(" %zu", r->flow.remarks_n);
	qda_flow_anchor(&r->level->text, c->id, name != NULL ?
	    QDA_PLACE_BEGIN : QDA_PLACE_POINT);
	comment_thread(r, c);
	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_END && r->x.depth == depth)
			break;
		if (r->x.is == QDA_XML_BEGIN &&
		    qda_odt_comment_part(&r->x, &c->comment, e) < 0)
			return -1;
	}
	if (c->comment.text == NULL)
		c->comment.text = qda_strdup("");
	return rc < 0 ? -1 : 0;
}

static int
annotation_end(struct reader *r, struct qda_err *e)
{
	const char	*name = qda_xml_attribute(&r->x, QDA_OFFICE, "name");

	(void)e;
	if (name != NULL)
		qda_flow_anchor(&r->level->text, name, QDA_PLACE_END);
	return 0;
}

static int
style(struct reader *r, struct qda_err *e)
{
	return qda_odt_style_read(&r->x, &r->styles, e);
}

static int
styles_done(struct reader *r, struct qda_err *e)
{
	(void)e;
	qda_styles_sort(&r->styles);
	return 0;
}

/* What means something; all else is walked through.  By space and name. */
static const struct element {
	int		 space;
	const char	*name;
	int		(*begin)(struct reader *, struct qda_err *);
	int		(*end)(struct reader *, struct qda_err *);
} elements[] = {
	{ QDA_OFFICE, "annotation", annotation, NULL },
	{ QDA_OFFICE, "annotation-end", annotation_end, NULL },
	{ QDA_OFFICE, "automatic-styles", NULL, styles_done },
	{ QDA_OFFICE, "forms", skip, NULL },
	{ QDA_TEXT, "h", begin_paragraph, end_paragraph },
	{ QDA_TEXT, "hidden-paragraph", begin_hidden, end_hidden },
	{ QDA_TEXT, "hidden-text", begin_hidden, end_hidden },
	{ QDA_TEXT, "line-break", line_break, NULL },
	{ QDA_TEXT, "list-item", list_item, NULL },
	{ QDA_TEXT, "note", note, NULL },
	{ QDA_TEXT, "number", skip, NULL },
	{ QDA_TEXT, "p", begin_paragraph, end_paragraph },
	{ QDA_TEXT, "ruby-text", skip, NULL },
	{ QDA_TEXT, "s", spaces, NULL },
	{ QDA_TEXT, "section", begin_section, end_hidden },
	{ QDA_TEXT, "span", begin_span, end_span },
	{ QDA_TEXT, "tab", tab, NULL },
	{ QDA_TEXT, "tracked-changes", tracked_changes, NULL },
	{ QDA_STYLE, "default-style", style, NULL },
	{ QDA_STYLE, "style", style, NULL },
	{ QDA_TABLE, "covered-table-cell", skip, NULL },
	{ QDA_TABLE, "table", begin_table, end_table },
};

/* All that is drawn is handled alike. */
static const struct element	 drawn = {
	QDA_DRAW, "", begin_drawn, end_drawn
};

static int
by_name(const void *a, const void *b)
{
	const struct element	*x = a, *y = b;

	if (x->space != y->space)
		return x->space < y->space ? -1 : 1;
	return strcmp(x->name, y->name);
}

static int
element(struct reader *r, struct qda_err *e)
{
	const struct element	 key = { r->x.space, r->x.name, NULL, NULL };
	const struct element	*found = &drawn;
	int			(*does)(struct reader *, struct qda_err *);

	if (r->x.space != QDA_DRAW)
		found = bsearch(&key, elements, sizeof(elements) /
		    sizeof(*elements), sizeof(*elements), by_name);
	if (found == NULL)
		return 0;
	does = r->x.is == QDA_XML_BEGIN ? found->begin : found->end;
	return does == NULL ? 0 : does(r, e);
}

/* What tables are made of. */
static const struct qda_cells_names	 cell_names = {
	QDA_TABLE, "table", "table-row", "table-cell", "covered-table-cell",
	NULL, "number-columns-repeated", NULL, "number-rows-spanned"
};

static int
read_elements(struct reader *r, struct qda_err *e)
{
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_TEXT) {
			put_characters(r, r->x.text);
			continue;
		}
		if (r->level->up == NULL)	/* not in a box */
			qda_cells_see(&r->cells, &r->x, &cell_names,
			    &r->level->text);
		if (element(r, e) < 0)
			return -1;
	}
	return rc;
}

/* The styles that have names; headers and footers live there too. */
static int
read_styles(struct reader *r, struct qda_err *e)
{
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is != QDA_XML_BEGIN)
			continue;
		if (r->x.space == QDA_OFFICE &&
		    (strcmp(r->x.name, "automatic-styles") == 0 ||
		    strcmp(r->x.name, "master-styles") == 0)) {
			if (skip(r, e) < 0)
				return -1;
		} else if (r->x.space == QDA_STYLE &&
		    (strcmp(r->x.name, "style") == 0 ||
		    strcmp(r->x.name, "default-style") == 0) &&
		    style(r, e) < 0)
			return -1;
	}
	return rc;
}

static int
read_part(struct reader *r, const char *name,
    int (*how)(struct reader *, struct qda_err *), struct qda_err *e)
{
	char	*bytes = NULL;
	size_t	 n;
	int	 rc = qda_zip_read(r->zip, name, &bytes, &n, e);

	if (rc <= 0)
		return rc;
	rc = qda_xml_open(&r->x, bytes, n, qda_odt_spaces, e);
	if (rc == 0)
		rc = how(r, e);
	if (rc < 0)
		qda_fail_in(e, "%s", name);
	qda_xml_close(&r->x);
	free(bytes);
	return rc < 0 ? -1 : 1;
}

/* A document with a password says so in its list of parts. */
static int
refuse_locked(struct reader *r, struct qda_err *e)
{
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0)
		if (r->x.is == QDA_XML_BEGIN && r->x.space == QDA_MANIFEST &&
		    strcmp(r->x.name, "encryption-data") == 0)
			return qda_fail(e, QDA_DATA,
			    _("protected by a password"));
	return rc;
}

static int
read_all(struct reader *r, struct qda_err *e)
{
	int	 rc;

	if (read_part(r, "META-INF/manifest.xml", refuse_locked, e) < 0 ||
	    read_part(r, "styles.xml", read_styles, e) < 0)
		return -1;
	qda_styles_sort(&r->styles);
	rc = read_part(r, "content.xml", read_elements, e);
	if (rc == 0)
		return qda_fail(e, QDA_DATA, _("there is no document in it"));
	if (rc < 0)
		return -1;
	qda_flow_join(&r->level->text, &r->level->boxes);
	qda_flow_join(&r->flow.main, &r->level->text);
	return 0;
}

/* The text to a transcript, or the tables to cells. */
static int
read_document(struct qda_transcript *t, struct qda_cells *cells,
    const char *bytes, size_t n, struct qda_err *e)
{
	struct reader	*r = qda_alloc(1, sizeof(*r));
	int		 rc = -1;

	r->cells.cells = cells;
	r->looks[0] = qda_plain_look;
	level_open(r);
	if (qda_zip_open(&r->zip, bytes, n, e) == 0 && read_all(r, e) == 0) {
		if (t == NULL)
			qda_cells_end(&r->cells, &r->flow);
		rc = t == NULL ? 0 : qda_flow_end(&r->flow, t, e);
	}
	qda_cells_reading_free(&r->cells);
	while (r->level != NULL)
		level_close(r);
	qda_styles_free(&r->styles);
	qda_flow_free(&r->flow);
	qda_zip_close(r->zip);
	free(r);
	return rc;
}

int
qda_odt_read(struct qda_transcript *t, const char *bytes, size_t n,
    const char *encoding, struct qda_err *e)
{
	(void)encoding;
	return read_document(t, NULL, bytes, n, e);
}

int
qda_odt_cells(struct qda_cells *cells, const char *bytes, size_t n,
    struct qda_err *e)
{
	return read_document(NULL, cells, bytes, n, e);
}

bool
qda_odt_is(struct qda_zip *zip)
{
	static const char	 type[] =
	    "application/vnd.oasis.opendocument.text";
	struct qda_err		 e;
	char			*bytes = NULL;
	size_t			 n;
	bool			 is;

	if (qda_zip_read(zip, "mimetype", &bytes, &n, &e) <= 0)
		return false;
	n = strcspn(bytes, "\r\n");
	is = (n == sizeof(type) - 1 ||
	    (n > sizeof(type) && bytes[sizeof(type) - 1] == '-')) &&
	    memcmp(bytes, type, sizeof(type) - 1) == 0;
	free(bytes);
	return is;
}
