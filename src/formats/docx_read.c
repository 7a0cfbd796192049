/*
 * docx_read.c: the text of a Word document, as Word prints it (ECMA-376, part
 * 1: 17.3, 17.13.5 tracked changes, 17.16 fields; part 3: AlternateContent).
 */
#include <stdlib.h>
#include <string.h>

#include "formats/cells.h"
#include "formats/docx_parts.h"
#include "formats/reader.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

/* The text of the document, or of a text box in it. */
struct level {
	struct level		*up;
	struct qda_stream	 text, boxes;	/* boxes wait for the end of
						   the paragraph */
	struct qda_look		 paragraph, run;
	bool			 inside;	/* of a paragraph */
	bool			 joined;	/* no line end behind it */
	char			*fields;	/* 'i': in its instruction, or
						   'r': in its result */
	size_t			 fields_n, fields_cap, instructions;
};

struct reader {
	struct qda_docx		 d;
	struct qda_xml		 x;
	struct level		*level;
	size_t			 gone;		/* deletions we are in */
	size_t			 tables;	/* the same */
	bool			 taken;		/* a Choice, of the last
						   AlternateContent */
	bool			 words;		/* we are in w:t, */
	bool			 keep;		/* whose blanks count */
	char			*t;		/* its characters */
	size_t			 n, cap;
	struct qda_cells_reading cells;		/* of tables, when asked for */
};

static void
level_open(struct reader *r)
{
	struct level	*l = qda_alloc(1, sizeof(*l));

	l->up = r->level;
	l->paragraph = l->run = qda_plain_look;
	r->level = l;
}

static void
level_close(struct reader *r)
{
	struct level	*l = r->level;

	r->level = l->up;
	qda_stream_free(&l->text);
	qda_stream_free(&l->boxes);
	free(l->fields);
	free(l);
}

/* Characters, unless they are not printed here. */
static void
put(struct reader *r, const char *s, size_t n)
{
	struct level	*l = r->level;

	if (r->gone == 0 && l->instructions == 0 && l->inside)
		qda_flow_put(&r->d.flow, &l->text, s, n, &l->run);
}

static void
put_string(struct reader *r, const char *s)
{
	put(r, s, strlen(s));
}

/* Handlers of elements: 0 or -1.  Those that begin one may skip it. */

static int
skip(struct reader *r, struct qda_err *e)
{
	return qda_xml_skip(&r->x, e);
}

static int
begin_t(struct reader *r, struct qda_err *e)
{
	const char	*space = qda_xml_attribute(&r->x, QDA_XML, "space");

	(void)e;
	r->words = true;
	r->keep = space != NULL && strcmp(space, "preserve") == 0;
	r->n = 0;
	return 0;
}

/* Without xml:space="preserve", blanks at the ends are the file's own. */
static int
end_t(struct reader *r, struct qda_err *e)
{
	size_t	 from = 0, to = r->n;

	(void)e;
	r->words = false;
	if (!r->keep) {
		while (from < to && strchr(" \n\t\r", r->t[from]) != NULL)
			from++;
		while (to > from && strchr(" \n\t\r", r->t[to - 1]) != NULL)
			to--;
	}
	for (size_t i = from; i < to; i++)
		r->t[i] = strchr("\n\r", r->t[i]) != NULL ? ' ' : r->t[i];
	if (to > from)
		put(r, r->t + from, to - from);
	return 0;
}

static int
put_tab(struct reader *r, struct qda_err *e)
{
	(void)e;
	put_string(r, "\t");
	return 0;
}

static int
put_break(struct reader *r, struct qda_err *e)
{
	(void)e;
	put_string(r, "\n");
	return 0;
}

/* Where a page began when Word last laid the document out. */
static int
begin_page(struct reader *r, struct qda_err *e)
{
	(void)e;
	qda_flow_anchor(&r->level->text, "", QDA_PLACE_PAGE);
	return 0;
}

static int
put_hyphen(struct reader *r, struct qda_err *e)
{
	(void)e;
	put_string(r, "\u2011");
	return 0;
}

/* A sign of a font. */
static int
put_symbol(struct reader *r, struct qda_err *e)
{
	char	*code = qda_strdup(qda_xml_attribute(&r->x, QDA_W, "char"));
	char	 shown[32];

	(void)e;
	r->d.flow.met[QDA_MET_SYMBOLS] += !qda_docx_sign(shown,
	    qda_xml_attribute(&r->x, QDA_W, "font"), code);
	put_string(r, shown);
	free(code);
	return 0;
}

/* Fields: their instruction is not printed, their result is. */
static int
field(struct reader *r, struct qda_err *e)
{
	struct level	*l = r->level;
	const char	*type = qda_xml_attribute(&r->x, QDA_W,
			    "fldCharType");

	(void)e;
	if (type == NULL)
		return 0;
	if (strcmp(type, "begin") == 0) {
		l->fields = qda_grow(l->fields, &l->fields_cap,
		    l->fields_n, 1);
		l->fields[l->fields_n++] = 'i';
		l->instructions++;
	} else if (l->fields_n > 0 && strcmp(type, "separate") == 0) {
		l->instructions -= l->fields[l->fields_n - 1] == 'i';
		l->fields[l->fields_n - 1] = 'r';
	} else if (l->fields_n > 0 && strcmp(type, "end") == 0)
		l->instructions -= l->fields[--l->fields_n] == 'i';
	return 0;
}

/* No instruction goes over the end of a paragraph: one was left open. */
static void
close_instructions(struct level *l)
{
	while (l->instructions > 0 && l->fields_n > 0)
		l->instructions -= l->fields[--l->fields_n] == 'i';
}

static int
begin_run(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->level->run = r->level->paragraph;
	return 0;
}

static int
run_properties(struct reader *r, struct qda_err *e)
{
	struct qda_docx_run	 run = { .style = NULL };
	struct qda_look		*look = &r->level->run;
	int			 rc = qda_docx_run_read(&r->x, &run, e);

	*look = r->level->paragraph;
	qda_styles_touch(&r->d.styles, QDA_DOCX_CHARACTER, run.style, look);
	qda_look_touch(look, &run.touch);
	free(run.style);
	return rc;
}

static void
paragraph_style(struct reader *r, const char *style)
{
	struct qda_look	*look = &r->level->paragraph;

	*look = qda_plain_look;
	qda_styles_touch(&r->d.styles, QDA_DOCX_DEFAULT, "", look);
	qda_styles_touch(&r->d.styles, QDA_DOCX_PARAGRAPH, style, look);
	r->level->run = *look;
}

static int
begin_paragraph(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->level->inside = true;
	r->level->joined = false;
	paragraph_style(r, r->d.paragraph);
	return 0;
}

/* The mark that ends a paragraph: when it is gone, the next goes on. */
static int
mark_properties(struct reader *r, struct qda_err *e)
{
	struct qda_docx_run	 run = { .style = NULL };
	int			 rc = qda_docx_run_read(&r->x, &run, e);

	if (run.gone || (run.touch.says_hidden && run.touch.hidden))
		r->level->joined = true;
	free(run.style);
	return rc;
}

static int
list_number(struct reader *r, struct qda_err *e)
{
	size_t		 depth = r->x.depth;
	const char	*id;
	int		 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_END && r->x.depth == depth)
			return 0;
		if (r->x.is != QDA_XML_BEGIN ||
		    strcmp(r->x.name, "numId") != 0)
			continue;
		id = qda_xml_attribute(&r->x, QDA_W, "val");
		r->d.flow.met[QDA_MET_NUMBERED] += r->gone == 0 &&
		    id != NULL && strcmp(id, "0") != 0;
	}
	return rc;
}

static int
paragraph_property(struct reader *r, struct qda_err *e)
{
	const char	*name = r->x.name, *v;

	if (r->x.space != QDA_W)
		return skip(r, e);
	if (strcmp(name, "rPr") == 0)
		return mark_properties(r, e);
	if (strcmp(name, "numPr") == 0)
		return list_number(r, e);
	if (strcmp(name, "pStyle") == 0)
		paragraph_style(r, qda_xml_attribute(&r->x, QDA_W, "val"));
	else if (strcmp(name, "framePr") == 0) {
		v = qda_xml_attribute(&r->x, QDA_W, "dropCap");
		r->level->joined |= v != NULL && strcmp(v, "none") != 0;
	}
	return skip(r, e);
}

static int
paragraph_properties(struct reader *r, struct qda_err *e)
{
	size_t	 depth = r->x.depth;
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0) {
		if (r->x.is == QDA_XML_END && r->x.depth == depth)
			return 0;
		if (r->x.is == QDA_XML_BEGIN &&
		    paragraph_property(r, e) < 0)
			return -1;
	}
	return rc;
}

static int
end_paragraph(struct reader *r, struct qda_err *e)
{
	struct level	*l = r->level;

	l->inside = false;
	close_instructions(l);
	if (l->joined)
		return 0;
	if (qda_flow_paragraph(&r->d.flow, &l->text, e) < 0)
		return -1;
	qda_flow_join(&l->text, &l->boxes);
	return 0;
}

static int
begin_box(struct reader *r, struct qda_err *e)
{
	(void)e;
	level_open(r);
	return 0;
}

static int
end_box(struct reader *r, struct qda_err *e)
{
	struct level	*l = r->level, *up = l->up;

	(void)e;
	qda_flow_join(&l->text, &l->boxes);
	if (!qda_stream_blank(&l->text)) {
		r->d.flow.met[QDA_MET_BOXES]++;
		qda_flow_join(up->inside ? &up->boxes : &up->text, &l->text);
	}
	level_close(r);
	return 0;
}

static int
begin_insertion(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->d.flow.met[QDA_MET_INSERTED] += r->gone == 0;
	return 0;
}

static int
begin_deletion(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->d.flow.met[QDA_MET_DELETED] += r->gone == 0;
	r->gone++;
	return 0;
}

static int
end_deletion(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->gone--;
	return 0;
}

static int
begin_table(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->d.flow.met[QDA_MET_TABLES] += r->tables++ == 0;
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
note(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->d.flow.met[QDA_MET_NOTES] += r->gone == 0;
	return 0;
}

static int
embedded(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->d.flow.met[QDA_MET_EMBEDDED]++;
	return 0;
}

/* The same content in several ways: the first is taken. */
static int
begin_alternate(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->taken = false;
	return 0;
}

static int
begin_choice(struct reader *r, struct qda_err *e)
{
	if (r->taken)
		return skip(r, e);
	return 0;
}

static int
end_choice(struct reader *r, struct qda_err *e)
{
	(void)e;
	r->taken = true;
	return 0;
}

static int
comment_place(struct reader *r, struct qda_err *e)
{
	const char	*name = r->x.name, *id;
	enum qda_place	 is = strcmp(name, "commentRangeStart") == 0 ?
			    QDA_PLACE_BEGIN : strcmp(name, "commentRangeEnd")
			    == 0 ? QDA_PLACE_END : QDA_PLACE_POINT;

	(void)e;
	id = qda_xml_attribute(&r->x, QDA_W, "id");
	if (id != NULL)
		qda_flow_anchor(&r->level->text, id, is);
	return 0;
}

/* What means something; all else is walked through.  By name. */
static const struct element {
	const char	*name;
	int		 space;
	int		(*begin)(struct reader *, struct qda_err *);
	int		(*end)(struct reader *, struct qda_err *);
} elements[] = {
	{ "AlternateContent", QDA_MC, begin_alternate, end_choice },
	{ "Choice", QDA_MC, begin_choice, end_choice },
	{ "Fallback", QDA_MC, begin_choice, end_choice },
	{ "altChunk", QDA_W, embedded, NULL },
	{ "br", QDA_W, put_break, NULL },
	{ "commentRangeEnd", QDA_W, comment_place, NULL },
	{ "commentRangeStart", QDA_W, comment_place, NULL },
	{ "commentReference", QDA_W, comment_place, NULL },
	{ "cr", QDA_W, put_break, NULL },
	{ "del", QDA_W, begin_deletion, end_deletion },
	{ "endnoteReference", QDA_W, note, NULL },
	{ "fldChar", QDA_W, field, NULL },
	{ "footnoteReference", QDA_W, note, NULL },
	{ "ins", QDA_W, begin_insertion, NULL },
	{ "lastRenderedPageBreak", QDA_W, begin_page, NULL },
	{ "moveFrom", QDA_W, begin_deletion, end_deletion },
	{ "moveTo", QDA_W, begin_insertion, NULL },
	{ "noBreakHyphen", QDA_W, put_hyphen, NULL },
	{ "p", QDA_W, begin_paragraph, end_paragraph },
	{ "pPr", QDA_W, paragraph_properties, NULL },
	{ "ptab", QDA_W, put_tab, NULL },
	{ "r", QDA_W, begin_run, NULL },
	{ "rPr", QDA_W, run_properties, NULL },
	{ "rt", QDA_W, skip, NULL },
	{ "sdtEndPr", QDA_W, skip, NULL },
	{ "sdtPr", QDA_W, skip, NULL },
	{ "sectPr", QDA_W, skip, NULL },
	{ "sym", QDA_W, put_symbol, NULL },
	{ "t", QDA_W, begin_t, end_t },
	{ "tab", QDA_W, put_tab, NULL },
	{ "tbl", QDA_W, begin_table, end_table },
	{ "tblPr", QDA_W, skip, NULL },
	{ "trPr", QDA_W, skip, NULL },
	{ "txbxContent", QDA_W, begin_box, end_box },
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct element *)a)->name,
	    ((const struct element *)b)->name);
}

static int
element(struct reader *r, struct qda_err *e)
{
	const struct element	 key = { .name = r->x.name }, *found;
	int			(*does)(struct reader *, struct qda_err *);

	if (r->x.space <= 0)
		return 0;
	found = bsearch(&key, elements, sizeof(elements) / sizeof(*elements),
	    sizeof(*elements), by_name);
	if (found == NULL || found->space != r->x.space)
		return 0;
	does = r->x.is == QDA_XML_BEGIN ? found->begin : found->end;
	return does == NULL ? 0 : does(r, e);
}

static void
take_characters(struct reader *r)
{
	size_t	 n = strlen(r->x.text);

	if (n == 0)
		return;
	if (r->n + n > r->cap)
		r->t = qda_grow(r->t, &r->cap, r->n + n, 1);
	memcpy(r->t + r->n, r->x.text, n);
	r->n += n;
}

/* What tables are made of. */
static const struct qda_cells_names	 cell_names = {
	QDA_W, "tbl", "tr", "tc", NULL, "gridSpan", "val", "vMerge",
	NULL
};

static int
read_body(struct reader *r, struct qda_err *e)
{
	int	 rc;

	while ((rc = qda_xml_next(&r->x, e)) > 0)
		if (r->x.is != QDA_XML_TEXT) {
			if (r->level->up == NULL)	/* not in a box */
				qda_cells_see(&r->cells, &r->x, &cell_names,
				    &r->level->text);
			if (element(r, e) < 0)
				return -1;
		} else if (r->words)
			take_characters(r);
	return rc;
}

/* The part with the text, to the flow. */
static int
read_main(struct reader *r, struct qda_err *e)
{
	char	*bytes = NULL;
	size_t	 n;
	int	 rc = qda_zip_read(r->d.zip, r->d.main, &bytes, &n, e);

	if (rc == 0)
		return qda_fail(e, QDA_DATA, _("there is no document in it"));
	if (rc < 0)
		return -1;
	rc = qda_xml_open(&r->x, bytes, n, qda_docx_spaces, e);
	if (rc == 0)
		rc = read_body(r, e);
	if (rc < 0)
		qda_fail_in(e, "%.200s", r->d.main);
	qda_xml_close(&r->x);
	free(bytes);
	return rc;
}

/* The text to a transcript, or the tables to cells. */
static int
read_document(struct qda_transcript *t, struct qda_cells *cells,
    const char *bytes, size_t n, struct qda_err *e)
{
	struct reader	 r = { .level = NULL };
	int		 rc;

	if (qda_docx_open(&r.d, bytes, n, e) < 0)
		return -1;
	r.cells.cells = cells;
	level_open(&r);
	rc = read_main(&r, e);
	if (rc == 0) {
		qda_flow_join(&r.level->text, &r.level->boxes);
		qda_flow_join(&r.d.flow.main, &r.level->text);
		if (t == NULL)
			qda_cells_end(&r.cells, &r.d.flow);
		else
			rc = qda_flow_end(&r.d.flow, t, e);
	}
	qda_cells_reading_free(&r.cells);
	while (r.level != NULL)
		level_close(&r);
	free(r.t);
	qda_docx_close(&r.d);
	return rc;
}

int
qda_docx_read(struct qda_transcript *t, const char *bytes, size_t n,
    const char *encoding, struct qda_err *e)
{
	(void)encoding;
	return read_document(t, NULL, bytes, n, e);
}

int
qda_docx_cells(struct qda_cells *cells, const char *bytes, size_t n,
    struct qda_err *e)
{
	return read_document(NULL, cells, bytes, n, e);
}
