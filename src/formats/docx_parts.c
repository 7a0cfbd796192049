/*
 * docx_parts.c: relationships, styles and comments of a Word document
 * (ECMA-376, part 1: 9.2, 17.7, 17.13.4; [MS-DOCX] 2.5.4.1 for replies).
 */
#include <stdlib.h>
#include <string.h>

#include "formats/docx_parts.h"
#include "formats/reader.h"
#include "qda/lang.h"
#include "qda/mem.h"

const struct qda_xml_space	 qda_docx_spaces[] = {
	{ "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	    QDA_W },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", QDA_W },
	{ "http://schemas.openxmlformats.org/markup-compatibility/2006",
	    QDA_MC },
	{ "http://schemas.microsoft.com/office/word/2010/wordml", QDA_W14 },
	{ "http://schemas.microsoft.com/office/word/2012/wordml", QDA_W15 },
	{ "http://schemas.openxmlformats.org/package/2006/relationships",
	    QDA_RELS },
	{ "http://www.w3.org/XML/1998/namespace", QDA_XML },
	{ NULL, 0 }
};

/* A part that is read element by element. */
struct part {
	char		*name, *bytes;
	size_t		 n;
	struct qda_xml	 x;
};

static void
part_close(struct part *p)
{
	qda_xml_close(&p->x);
	free(p->bytes);
	free(p->name);
}

/* The failure of a part, with its name before it. */
static int
part_failed(const struct part *p, struct qda_err *e)
{
	return qda_fail_in(e, "%.200s", p->name);
}

/* Takes name: 1 with the part open, 0 when it is missing, -1. */
static int
part_open(struct part *p, struct qda_zip *zip, char *name, struct qda_err *e)
{
	int	 rc;

	memset(p, 0, sizeof(*p));
	p->name = name;
	rc = qda_zip_read(zip, name, &p->bytes, &p->n, e);
	if (rc > 0 && qda_xml_open(&p->x, p->bytes, p->n, qda_docx_spaces,
	    e) < 0)
		rc = part_failed(p, e);
	if (rc <= 0)
		part_close(p);
	return rc;
}

static bool
is(const struct qda_xml *x, int space, const char *name)
{
	return x->is == QDA_XML_BEGIN && x->space == space &&
	    strcmp(x->name, name) == 0;
}

/* Relationships. */

/* "word/document.xml" has them in "word/_rels/document.xml.rels". */
static char *
relations_of(const char *part)
{
	const char	*slash = strrchr(part, '/');
	size_t		 dir = slash == NULL ? 0 :
			    (size_t)(slash - part) + 1;

	return qda_sprintf("%.*s_rels/%s.rels", (int)dir, part, part + dir);
}

/* Of that type, or, with a type of "#ID", with that id. */
static bool
is_relation(struct qda_xml *x, const char *type)
{
	const char	*v, *last;

	if (!is(x, QDA_RELS, "Relationship"))
		return false;
	if (*type == '#') {
		v = qda_xml_attribute(x, 0, "Id");
		if (v == NULL || strcmp(v, type + 1) != 0)
			return false;
	} else if ((v = qda_xml_attribute(x, 0, "Type")) == NULL ||
	    (last = strrchr(v, '/')) == NULL || strcmp(last + 1, type) != 0)
		return false;
	v = qda_xml_attribute(x, 0, "TargetMode");
	return v == NULL || strcmp(v, "External") != 0;
}

/*
 * The next target, from where the relationships are read: 1, 0, -1.  One that
 * leads out of the archive is passed over.
 */
static int
next_target(struct part *p, const char *of, const char *type, char **name,
    struct qda_err *e)
{
	const char	*target;
	int		 rc;

	while ((rc = qda_xml_next(&p->x, e)) > 0)
		if (is_relation(&p->x, type) && (target =
		    qda_xml_attribute(&p->x, 0, "Target")) != NULL &&
		    (*name = qda_zip_target(of, target)) != NULL)
			return 1;
	return rc < 0 ? part_failed(p, e) : 0;
}

int
qda_docx_part(struct qda_zip *zip, const char *of, const char *type,
    char **name, struct qda_err *e)
{
	struct part	 p;
	int		 rc;

	rc = part_open(&p, zip, relations_of(of), e);
	if (rc <= 0)
		return rc;
	rc = next_target(&p, of, type, name, e);
	part_close(&p);
	return rc;
}

/* Opens the part of a type that the document has: 1, 0, -1. */
static int
open_related(struct part *p, const struct qda_docx *d, const char *type,
    struct qda_err *e)
{
	char	*name;
	int	 rc = qda_docx_part(d->zip, d->main, type, &name, e);

	return rc <= 0 ? rc : part_open(p, d->zip, name, e);
}

/* Properties of runs. */

bool
qda_docx_on(struct qda_xml *x)
{
	const char	*v = qda_xml_attribute(x, QDA_W, "val");

	return v == NULL || (strcmp(v, "0") != 0 &&
	    strcmp(v, "false") != 0 && strcmp(v, "off") != 0);
}

/* The sixteen colours of w:highlight (17.18.40); white is no highlight. */
static int32_t
highlight(const char *name)
{
	static const struct {
		const char	*name;
		int32_t		 colour;
	} names[] = {
		{ "yellow", 0xffff00 }, { "green", 0x00ff00 },
		{ "cyan", 0x00ffff }, { "magenta", 0xff00ff },
		{ "blue", 0x0000ff }, { "red", 0xff0000 },
		{ "darkBlue", 0x000080 }, { "darkCyan", 0x008080 },
		{ "darkGreen", 0x008000 }, { "darkMagenta", 0x800080 },
		{ "darkRed", 0x800000 }, { "darkYellow", 0x808000 },
		{ "darkGray", 0x808080 }, { "lightGray", 0xc0c0c0 },
		{ "black", 0x000000 },
	};

	for (size_t i = 0; name != NULL &&
	    i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].colour;
	return -1;
}

static void
run_colour(struct qda_xml *x, struct qda_touch *t)
{
	t->says_colour = true;
	t->colour = qda_colour_read(qda_xml_attribute(x, QDA_W, "val"));
	if (t->colour == 0)
		t->colour = -1;		/* black is how text is */
}

static void
run_highlight(struct qda_xml *x, struct qda_touch *t)
{
	t->says_highlight = true;
	t->highlight = highlight(qda_xml_attribute(x, QDA_W, "val"));
}

/* Shading counts where there is no highlight. */
static void
run_shading(struct qda_xml *x, struct qda_touch *t)
{
	int32_t	 fill = qda_colour_read(qda_xml_attribute(x, QDA_W, "fill"));

	if (t->says_highlight && t->highlight >= 0)
		return;
	t->says_highlight = true;
	t->highlight = fill == 0xffffff ? -1 : fill;
}

static void
run_underline(struct qda_xml *x, struct qda_touch *t)
{
	const char	*v = qda_xml_attribute(x, QDA_W, "val");

	qda_touch_is(t, QDA_UNDERLINE, v == NULL || strcmp(v, "none") != 0);
}

static void
run_property(struct qda_xml *x, struct qda_docx_run *r)
{
	const char	*name = x->name;

	if (strcmp(name, "b") == 0)
		qda_touch_is(&r->touch, QDA_BOLD, qda_docx_on(x));
	else if (strcmp(name, "i") == 0)
		qda_touch_is(&r->touch, QDA_ITALIC, qda_docx_on(x));
	else if (strcmp(name, "u") == 0)
		run_underline(x, &r->touch);
	else if (strcmp(name, "color") == 0)
		run_colour(x, &r->touch);
	else if (strcmp(name, "highlight") == 0)
		run_highlight(x, &r->touch);
	else if (strcmp(name, "shd") == 0)
		run_shading(x, &r->touch);
	else if (strcmp(name, "vanish") == 0) {
		r->touch.says_hidden = true;
		r->touch.hidden = qda_docx_on(x);
	} else if (strcmp(name, "rStyle") == 0) {
		free(r->style);
		r->style = qda_strdup(qda_xml_attribute(x, QDA_W, "val"));
	} else if (strcmp(name, "del") == 0 || strcmp(name, "moveFrom") == 0)
		r->gone = true;
}

int
qda_docx_run_read(struct qda_xml *x, struct qda_docx_run *r,
    struct qda_err *e)
{
	size_t	 depth = x->depth;
	int	 rc;

	while ((rc = qda_xml_next(x, e)) > 0) {
		if (x->is == QDA_XML_END && x->depth == depth)
			return 0;
		if (x->is != QDA_XML_BEGIN)
			continue;
		if (x->space == QDA_W)
			run_property(x, r);
		if (qda_xml_skip(x, e) < 0)
			return -1;
	}
	return -1;
}

/* Styles. */

/* The run properties right inside an element, to a style. */
static int
style_run(struct qda_xml *x, struct qda_named *style, struct qda_err *e)
{
	struct qda_docx_run	 run = { .style = NULL };
	int			 rc = qda_docx_run_read(x, &run, e);

	style->touch = run.touch;
	free(run.style);
	return rc;
}

static int
read_style(struct qda_docx *d, struct qda_xml *x, struct qda_err *e)
{
	const char		*type = qda_xml_attribute(x, QDA_W, "type");
	bool			 text = type != NULL &&
				    strcmp(type, "character") == 0;
	const char		*id = qda_xml_attribute(x, QDA_W, "styleId");
	struct qda_named	*style = qda_styles_add(&d->styles, text ?
				    QDA_DOCX_CHARACTER : QDA_DOCX_PARAGRAPH,
				    id == NULL ? "" : id);
	const char		*first = qda_xml_attribute(x, QDA_W,
				    "default");
	size_t			 depth = x->depth;
	int			 rc;

	if (first != NULL && *first == '1' && !text && d->paragraph == NULL)
		d->paragraph = qda_strdup(style->name);
	while ((rc = qda_xml_next(x, e)) > 0) {
		if (x->is == QDA_XML_END && x->depth == depth)
			return 0;
		if (is(x, QDA_W, "basedOn") && style->parent == NULL)
			style->parent = qda_strdup(qda_xml_attribute(x,
			    QDA_W, "val"));
		if (is(x, QDA_W, "rPr"))
			rc = style_run(x, style, e);
		else if (x->is == QDA_XML_BEGIN)
			rc = qda_xml_skip(x, e);
		if (rc < 0)
			return -1;
	}
	return -1;
}

static int
read_styles(struct qda_docx *d, struct qda_err *e)
{
	struct part		 p;
	bool			 defaults = false;
	int			 rc = open_related(&p, d, "styles", e);

	if (rc <= 0)
		return rc;
	while (rc >= 0 && (rc = qda_xml_next(&p.x, e)) > 0)
		if (is(&p.x, QDA_W, "rPrDefault"))
			defaults = true;
		else if (is(&p.x, QDA_W, "style"))
			rc = read_style(d, &p.x, e);
		else if (is(&p.x, QDA_W, "rPr") && defaults)
			rc = style_run(&p.x, qda_styles_add(&d->styles,
			    QDA_DOCX_DEFAULT, ""), e);
		else if (is(&p.x, QDA_W, "latentStyles"))
			rc = qda_xml_skip(&p.x, e);
	if (rc < 0)
		part_failed(&p, e);
	part_close(&p);
	qda_styles_sort(&d->styles);
	return rc;
}

/* Comments, and who answers whom. */

/* A comment's last paragraph, which is what a reply names. */
struct named {
	char	*paragraph;
	size_t	 remark;
};
struct names {
	struct named	*at;
	size_t		 n, cap;
};

static int
by_paragraph(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->paragraph,
	    ((const struct named *)b)->paragraph);
}

static size_t
find_named(const struct names *names, const char *paragraph)
{
	struct named	 key = { (char *)(uintptr_t)paragraph, 0 }, *found;

	if (paragraph == NULL || names->n == 0)
		return SIZE_MAX;
	found = bsearch(&key, names->at, names->n, sizeof(key),
	    by_paragraph);
	return found == NULL ? SIZE_MAX : found->remark;
}

/* The words of a comment up to its END; its last paragraph's name. */
static int
comment_words(struct qda_xml *x, FILE *out, char **last, struct qda_err *e)
{
	size_t	 depth = x->depth, paragraphs = 0;
	bool	 words = false;
	int	 rc;

	while ((rc = qda_xml_next(x, e)) > 0) {
		if (x->is == QDA_XML_END && x->depth == depth)
			return 0;
		if (x->is != QDA_XML_TEXT)
			words = is(x, QDA_W, "t");
		else if (words)
			fputs(x->text, out);
		if (is(x, QDA_W, "p")) {
			fputs(paragraphs++ > 0 ? "\n" : "", out);
			free(*last);
			*last = qda_strdup(qda_xml_attribute(x, QDA_W14,
			    "paraId"));
		} else if (is(x, QDA_W, "tab"))
			fputc('\t', out);
		else if (is(x, QDA_W, "br") || is(x, QDA_W, "cr"))
			fputc('\n', out);
	}
	return -1;
}

static int
read_comment(struct qda_docx *d, struct names *names, struct qda_xml *x,
    struct qda_err *e)
{
	struct qda_remark	*r = qda_flow_remark(&d->flow);
	char			*last = NULL;
	struct qda_mem		 m;
	int			 rc;

	r->id = qda_strdup(qda_xml_attribute(x, QDA_W, "id"));
	r->comment.author = qda_strdup(qda_xml_attribute(x, QDA_W,
	    "author"));
	r->comment.date = qda_strdup(qda_xml_attribute(x, QDA_W, "date"));
	rc = comment_words(x, qda_mem_open(&m), &last, e);
	r->comment.text = qda_mem_text(&m);
	if (last == NULL)
		return rc;
	names->at = qda_grow(names->at, &names->cap, names->n,
	    sizeof(*names->at));
	names->at[names->n++] = (struct named){ last,
	    d->flow.remarks_n - 1 };
	return rc;
}

static void
take_reply(struct qda_docx *d, const struct names *names, struct qda_xml *x)
{
	struct qda_remark	*r;
	const char		*done;
	size_t			 child, parent;

	child = find_named(names, qda_xml_attribute(x, QDA_W15, "paraId"));
	parent = find_named(names, qda_xml_attribute(x, QDA_W15,
	    "paraIdParent"));
	if (child == SIZE_MAX)
		return;
	r = &d->flow.remarks[child];
	done = qda_xml_attribute(x, QDA_W15, "done");
	r->comment.done = done != NULL && (strcmp(done, "1") == 0 ||
	    strcmp(done, "true") == 0);
	if (parent != SIZE_MAX && parent != child && r->parent == NULL)
		r->parent = qda_strdup(d->flow.remarks[parent].id);
}

static int
read_replies(struct qda_docx *d, const struct names *names,
    struct qda_err *e)
{
	struct part	 p;
	int		 rc = open_related(&p, d, "commentsExtended", e);

	if (rc <= 0)
		return rc;
	while ((rc = qda_xml_next(&p.x, e)) > 0)
		if (is(&p.x, QDA_W15, "commentEx"))
			take_reply(d, names, &p.x);
	if (rc < 0)
		part_failed(&p, e);
	part_close(&p);
	return rc;
}

static int
read_comments(struct qda_docx *d, struct qda_err *e)
{
	struct names	 names = { .at = NULL };
	struct part	 p;
	int		 rc = open_related(&p, d, "comments", e);

	if (rc <= 0)
		return rc;
	while (rc >= 0 && (rc = qda_xml_next(&p.x, e)) > 0)
		if (is(&p.x, QDA_W, "comment"))
			rc = read_comment(d, &names, &p.x, e);
	if (rc < 0)
		part_failed(&p, e);
	part_close(&p);
	if (names.n > 0)
		qsort(names.at, names.n, sizeof(*names.at), by_paragraph);
	if (rc >= 0)
		rc = read_replies(d, &names, e);
	for (size_t i = 0; i < names.n; i++)
		free(names.at[i].paragraph);
	free(names.at);
	return rc;
}

/* Headers and footers: whether there are words in them. */

static int
has_words(struct qda_zip *zip, char *name, struct qda_err *e)
{
	struct part	 p;
	bool		 words = false;
	int		 rc = part_open(&p, zip, name, e), found = 0;

	if (rc <= 0)
		return rc;
	while (!found && (rc = qda_xml_next(&p.x, e)) > 0)
		if (p.x.is != QDA_XML_TEXT)
			words = is(&p.x, QDA_W, "t");
		else if (words)
			found = p.x.text[strspn(p.x.text, " \t\n")] != '\0';
	if (rc < 0)
		part_failed(&p, e);
	part_close(&p);
	return rc < 0 ? -1 : found;
}

static int
count_headers(struct qda_docx *d, const char *type, struct qda_err *e)
{
	struct part	 p;
	char		*name;
	int		 rc = part_open(&p, d->zip, relations_of(d->main), e),
			 has = 0;

	if (rc <= 0)
		return rc;
	while (has >= 0 && (rc = next_target(&p, d->main, type, &name,
	    e)) > 0) {
		has = has_words(d->zip, name, e);
		d->flow.met[QDA_MET_HEADERS] += has > 0;
	}
	part_close(&p);
	return has < 0 ? -1 : rc;
}

int
qda_docx_open(struct qda_docx *d, const char *bytes, size_t n,
    struct qda_err *e)
{
	int	 rc;

	memset(d, 0, sizeof(*d));
	if (qda_zip_open(&d->zip, bytes, n, e) < 0)
		return -1;
	rc = qda_docx_part(d->zip, "", "officeDocument", &d->main, e);
	if (rc == 0)
		rc = qda_fail(e, QDA_DATA, _("there is no document in it"));
	if (rc < 0 || read_styles(d, e) < 0 || read_comments(d, e) < 0 ||
	    count_headers(d, "header", e) < 0 ||
	    count_headers(d, "footer", e) < 0) {
		qda_docx_close(d);
		return -1;
	}
	return 0;
}

void
qda_docx_close(struct qda_docx *d)
{
	qda_zip_close(d->zip);
	qda_styles_free(&d->styles);
	qda_flow_free(&d->flow);
	free(d->paragraph);
	free(d->main);
	memset(d, 0, sizeof(*d));
}

/* Whether the root of the main part is a Word document's. */
static bool
is_document(const char *bytes, size_t n)
{
	struct qda_xml	 x;
	struct qda_err	 e;
	bool		 is;

	if (qda_xml_open(&x, bytes, n, qda_docx_spaces, &e) < 0)
		return true;		/* the reader will say why not */
	is = qda_xml_next(&x, &e) < 0 || (x.space == QDA_W &&
	    strcmp(x.name, "document") == 0);
	qda_xml_close(&x);
	return is;
}

bool
qda_docx_is(struct qda_zip *zip)
{
	struct qda_err	 e;
	char		*name = NULL, *bytes = NULL;
	size_t		 n;
	bool		 is = false;
	int		 rc = qda_docx_part(zip, "", "officeDocument", &name,
			    &e);

	if (rc > 0) {
		rc = qda_zip_read(zip, name, &bytes, &n, &e);
		is = rc > 0 ? is_document(bytes, n) :
		    strncmp(name, "word/", 5) == 0;
		free(bytes);
	}
	free(name);
	return is;
}
