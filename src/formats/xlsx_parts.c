/*
 * xlsx_parts.c: workbook, strings, styles and comments of an Excel file
 * (ECMA-376, part 1: 18.2, 18.4, 18.7, 18.8; [MS-XLSX] 2.6.205 for threads).
 */
#include <stdlib.h>
#include <string.h>

#include "formats/docx_parts.h"
#include "formats/xlsx.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { STRINGS = 1 << 20, STYLES = 1 << 16, SHEETS = 1000 };

#define THREADS	"http://schemas.microsoft.com/office/spreadsheetml/2018/" \
	"threadedcomments"
#define RELATIONS "officeDocument/2006/relationships"

const struct qda_xml_space	 qda_xlsx_spaces[] = {
	{ "http://schemas.openxmlformats.org/spreadsheetml/2006/main", QDA_S },
	{ "http://purl.oclc.org/ooxml/spreadsheetml/main", QDA_S },
	{ "http://schemas.openxmlformats.org/" RELATIONS, QDA_SR },
	{ "http://purl.oclc.org/ooxml/officeDocument/relationships", QDA_SR },
	{ THREADS, QDA_ST },
	{ NULL, 0 }
};

bool
qda_xlsx_place(const char **ref, uint64_t *row, uint64_t *column)
{
	const char	*s = *ref;

	*row = *column = 0;
	for (; *s >= 'A' && *s <= 'Z' && s - *ref < 4; s++)
		*column = *column * 26 + (uint64_t)(*s - 'A') + 1;
	if (s == *ref || *column > 16384)
		return false;
	(*column)--;
	for (; *s >= '0' && *s <= '9' && *row < 10000000; s++)
		*row = *row * 10 + (uint64_t)(*s - '0');
	*ref = s;
	return (*row)-- > 0;
}

/* ---- parts --------------------------------------------------------------- */

/*
 * Walks a part: each is called at every BEGIN of our spaces.  1, 0 when there
 * is no such part.
 */
static int
walk(struct qda_zip *zip, const char *name,
    int (*each)(void *, struct qda_xml *, struct qda_err *), void *arg,
    struct qda_err *e)
{
	struct qda_xml	 x;
	char		*bytes;
	size_t		 n;
	int		 rc = qda_zip_read(zip, name, &bytes, &n, e);

	if (rc <= 0)
		return rc;
	rc = qda_xml_open(&x, bytes, n, qda_xlsx_spaces, e);
	while (rc >= 0 && (rc = qda_xml_next(&x, e)) > 0)
		if (x.is == QDA_XML_BEGIN && x.space > 0)
			rc = each(arg, &x, e);
	if (rc < 0)
		qda_fail_in(e, "%.200s", name);
	qda_xml_close(&x);
	free(bytes);
	return rc < 0 ? -1 : 1;
}

/* The same of the part that a relationship of another points to. */
static int
walk_related(struct qda_zip *zip, const char *of, const char *type,
    int (*each)(void *, struct qda_xml *, struct qda_err *), void *arg,
    struct qda_err *e)
{
	char	*name;
	int	 rc = qda_docx_part(zip, of, type, &name, e);

	if (rc <= 0)
		return rc;
	rc = walk(zip, name, each, arg, e);
	free(name);
	return rc;
}

/* ---- the workbook -------------------------------------------------------- */

static int
see_workbook(void *arg, struct qda_xml *x, struct qda_err *e)
{
	struct qda_xlsx	*b = arg;
	const char	*v;
	char		*name, *id;
	int		 rc = 0;

	if (strcmp(x->name, "workbookPr") == 0) {
		v = qda_xml_attribute(x, 0, "date1904");
		b->from_1904 = v != NULL && strcmp(v, "0") != 0 &&
		    strcmp(v, "false") != 0;
	}
	if (strcmp(x->name, "sheet") != 0 || b->n_sheets >= SHEETS)
		return 0;
	v = qda_xml_attribute(x, 0, "state");
	if (v != NULL && strcmp(v, "visible") != 0)
		return 0;
	v = qda_xml_attribute(x, QDA_SR, "id");
	id = qda_sprintf("#%s", v == NULL ? "" : v);
	rc = qda_docx_part(b->zip, b->main, id, &name, e);
	free(id);
	if (rc <= 0)
		return rc;
	b->sheets = qda_grow(b->sheets, &b->cap_sheets, b->n_sheets,
	    sizeof(*b->sheets));
	b->sheets[b->n_sheets].name = qda_strdup(qda_xml_attribute(x, 0,
	    "name"));
	b->sheets[b->n_sheets++].part = name;
	return 0;
}

static int
see_string(void *arg, struct qda_xml *x, struct qda_err *e)
{
	struct qda_xlsx	*b = arg;

	if (x->space != QDA_S || strcmp(x->name, "si") != 0)
		return 0;
	if (b->n_strings >= STRINGS)
		return qda_fail(e, QDA_DATA, _("the table has too many "
		    "cells"));
	b->strings = qda_grow(b->strings, &b->cap_strings, b->n_strings,
	    sizeof(*b->strings));
	memset(&b->strings[b->n_strings], 0, sizeof(*b->strings));
	return qda_xlsx_text_read(x, &b->strings[b->n_strings++], e);
}

/* ---- styles -------------------------------------------------------------- */

struct styling {
	struct qda_xlsx	*b;
	struct {
		long	 id;
		enum qda_xlsx_number as;
	}		*formats;
	size_t		 n, cap;
	bool		 cells;		/* we are in cellXfs */
};

static long
number(struct qda_xml *x, const char *name)
{
	const char	*v = qda_xml_attribute(x, 0, name);

	return v == NULL ? -1 : strtol(v, NULL, 10);
}

static enum qda_xlsx_number
format_of(const struct styling *s, long id)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->formats[i].id == id)
			return s->formats[i].as;
	return qda_xlsx_format(id, NULL);
}

static int
see_style(void *arg, struct qda_xml *x, struct qda_err *e)
{
	struct styling	*s = arg;
	struct qda_xlsx	*b = s->b;
	const char	*code;

	(void)e;
	if (strcmp(x->name, "numFmt") == 0 && s->n < 1000 &&
	    (code = qda_xml_attribute(x, 0, "formatCode")) != NULL) {
		s->formats = qda_grow(s->formats, &s->cap, s->n,
		    sizeof(*s->formats));
		s->formats[s->n].as = qda_xlsx_format(-1, code);
		s->formats[s->n++].id = number(x, "numFmtId");
	} else if (strcmp(x->name, "cellXfs") == 0)
		s->cells = true;
	else if (strcmp(x->name, "cellStyles") == 0)
		s->cells = false;
	else if (s->cells && strcmp(x->name, "xf") == 0 &&
	    b->n_styles < STYLES) {
		b->styles = qda_grow(b->styles, &b->cap_styles, b->n_styles,
		    sizeof(*b->styles));
		b->styles[b->n_styles++] = format_of(s, number(x,
		    "numFmtId"));
	}
	return 0;
}

static int
read_styles(struct qda_xlsx *b, struct qda_err *e)
{
	struct styling	 s = { .b = b };
	int		 rc = walk_related(b->zip, b->main, "styles",
			    see_style, &s, e);

	free(s.formats);
	return rc;
}

/* ---- comments ------------------------------------------------------------ */

struct commenting {
	struct qda_xlsx_comment	*at;
	size_t			 n, cap;
	struct qda_strings	 authors;
};

static struct qda_xlsx_comment *
add_comment(struct commenting *c, struct qda_xml *x)
{
	const char	*ref = qda_xml_attribute(x, 0, "ref");
	uint64_t	 row, column;

	if (ref == NULL || !qda_xlsx_place(&ref, &row, &column) ||
	    c->n >= STRINGS)
		return NULL;
	c->at = qda_grow(c->at, &c->cap, c->n, sizeof(*c->at));
	c->at[c->n] = (struct qda_xlsx_comment){ .at = row << 16 | column };
	return &c->at[c->n++];
}

/* Of a note: its author is one of a list before. */
static int
see_note(void *arg, struct qda_xml *x, struct qda_err *e)
{
	struct commenting	*c = arg;
	struct qda_xlsx_comment	*to;
	struct qda_xlsx_text	 text = { .s = NULL };
	long			 author;
	int			 rc;

	if (strcmp(x->name, "author") == 0) {
		rc = qda_xml_next(x, e);
		qda_strings_add(&c->authors, rc > 0 && x->is == QDA_XML_TEXT ?
		    x->text : "");
		return rc;
	}
	if (strcmp(x->name, "comment") != 0)
		return 0;
	author = number(x, "authorId");
	if ((to = add_comment(c, x)) == NULL)
		return 0;
	if (author >= 0 && (size_t)author < c->authors.n)
		to->author = qda_strdup(c->authors.at[author]);
	rc = qda_xlsx_text_read(x, &text, e);
	to->text = qda_strndup(text.n > 0 ? text.s : "", text.n);
	qda_xlsx_text_free(&text);
	return rc;
}

/* Of a thread: its author is in a list of persons that is not read. */
static int
see_thread(void *arg, struct qda_xml *x, struct qda_err *e)
{
	struct commenting	*c = arg;
	struct qda_xlsx_text	 text = { .s = NULL };
	struct qda_xlsx_comment	*to;
	int			 rc;

	if (strcmp(x->name, "threadedComment") == 0) {
		bool	 reply = qda_xml_attribute(x, 0, "parentId") != NULL;

		if ((to = add_comment(c, x)) != NULL) {
			to->reply = reply;
			to->text = qda_strdup("");
		}
		return 0;
	}
	if (strcmp(x->name, "text") != 0 || c->n == 0)
		return 0;
	rc = qda_xlsx_text_read(x, &text, e);
	free(c->at[c->n - 1].text);
	c->at[c->n - 1].text = qda_strndup(text.n > 0 ? text.s : "", text.n);
	qda_xlsx_text_free(&text);
	return rc;
}

static int
by_place(const void *a, const void *b)
{
	const struct qda_xlsx_comment	*x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->reply - y->reply;
}

int
qda_xlsx_comments(struct qda_xlsx_comment **list, size_t *n,
    struct qda_xlsx *b, const char *part, struct qda_err *e)
{
	struct commenting	 c = { .n = 0 };
	int			 rc;

	/* Excel writes each thread as a note too */
	rc = walk_related(b->zip, part, "threadedComment", see_thread, &c, e);
	if (rc == 0)
		rc = walk_related(b->zip, part, "comments", see_note, &c, e);
	if (c.n > 0)
		qsort(c.at, c.n, sizeof(*c.at), by_place);
	qda_strings_free(&c.authors);
	*list = c.at;
	*n = c.n;
	return rc < 0 ? -1 : 0;
}

void
qda_xlsx_comments_free(struct qda_xlsx_comment *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(list[i].text);
		free(list[i].author);
	}
	free(list);
}

/* ---- all of them --------------------------------------------------------- */

static int
read_parts(struct qda_xlsx *b, struct qda_err *e)
{
	int	 rc = qda_docx_part(b->zip, "", "officeDocument", &b->main, e);

	if (rc <= 0 || (rc = walk(b->zip, b->main, see_workbook, b, e)) <= 0)
		return rc < 0 ? -1 : qda_fail(e, QDA_DATA,
		    _("there is no document in it"));
	if (walk_related(b->zip, b->main, "sharedStrings", see_string, b,
	    e) < 0 || read_styles(b, e) < 0)
		return -1;
	return 0;
}

int
qda_xlsx_open(struct qda_xlsx *b, const char *bytes, size_t n,
    struct qda_err *e)
{
	memset(b, 0, sizeof(*b));
	if (qda_zip_open(&b->zip, bytes, n, e) < 0)
		return -1;
	if (read_parts(b, e) == 0)
		return 0;
	qda_xlsx_close(b);
	return -1;
}

void
qda_xlsx_close(struct qda_xlsx *b)
{
	for (size_t i = 0; i < b->n_sheets; i++) {
		free(b->sheets[i].part);
		free(b->sheets[i].name);
	}
	for (size_t i = 0; i < b->n_strings; i++)
		qda_xlsx_text_free(&b->strings[i]);
	free(b->sheets);
	free(b->strings);
	free(b->styles);
	free(b->main);
	qda_zip_close(b->zip);
	memset(b, 0, sizeof(*b));
}

/* Its first part is a workbook. */
static int
see_root(void *arg, struct qda_xml *x, struct qda_err *e)
{
	bool	*is = arg;

	*is |= x->depth == 1 && strcmp(x->name, "workbook") == 0;
	return qda_xml_skip(x, e);
}

bool
qda_xlsx_is(struct qda_zip *zip)
{
	struct qda_err	 e;
	char		*name;
	bool		 is = false;

	if (qda_zip_has(zip, "xl/workbook.xml"))
		return true;
	if (qda_docx_part(zip, "", "officeDocument", &name, &e) <= 0)
		return false;
	if (walk(zip, name, see_root, &is, &e) < 0)
		is = false;
	free(name);
	return is;
}
