/* formats.c: the formats of transcripts, recognised by content. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "formats/markdown.h"
#include "formats/reader.h"
#include "formats/speakers.h"
#include "formats/xml.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

static bool
starts(const char *s, size_t n, const char *with, size_t len)
{
	return n >= len && memcmp(s, with, len) == 0;
}

/* The first byte behind a BOM and white space. */
static const char *
first(const char *s, size_t *n)
{
	if (starts(s, *n, "\xef\xbb\xbf", 3)) {
		s += 3;
		*n -= 3;
	}
	while (*n > 0 && strchr(" \t\r\n", *s) != NULL) {
		s++;
		(*n)--;
	}
	return s;
}

static bool
is_zip(const char *s, size_t n, const char *path)
{
	(void)path;
	return starts(s, n, "PK\3\4", 4);
}

/* Asks an archive what it is; a damaged one by a name that is still there. */
static bool
zip_is(const char *s, size_t n, bool (*is)(struct qda_zip *),
    const char *name)
{
	struct qda_zip	*zip;
	struct qda_err	 e;
	bool		 rc;

	if (!is_zip(s, n, NULL))
		return false;
	if (qda_zip_open(&zip, s, n, &e) < 0)
		return memmem(s, n, name, strlen(name)) != NULL;
	rc = is(zip);
	qda_zip_close(zip);
	return rc;
}

static bool
is_docx(const char *s, size_t n, const char *path)
{
	(void)path;
	return zip_is(s, n, qda_docx_is, "word/document.xml");
}

static bool
is_odt(const char *s, size_t n, const char *path)
{
	(void)path;
	return zip_is(s, n, qda_odt_is,
	    "mimetypeapplication/vnd.oasis.opendocument.text");
}

static bool
has_sheets(struct qda_zip *zip)
{
	return qda_zip_has(zip, "xl/workbook.xml");
}

static bool
is_xlsx(const char *s, size_t n, const char *path)
{
	(void)path;
	return zip_is(s, n, has_sheets, "xl/workbook.xml");
}

static bool
has_project(struct qda_zip *zip)
{
	return qda_zip_has(zip, "project.qde");
}

static bool
is_qdpx(const char *s, size_t n, const char *path)
{
	(void)path;
	return zip_is(s, n, has_project, "project.qde");
}

static bool
is_ole(const char *s, size_t n, const char *path)
{
	(void)path;
	return starts(s, n, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

/* Word's envelope for a document with a password; names are UTF-16. */
static bool
is_locked(const char *s, size_t n, const char *path)
{
	static const char	 name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0";

	return is_ole(s, n, path) &&
	    memmem(s, n, name, sizeof(name) - 1) != NULL;
}

static bool
is_rtf(const char *s, size_t n, const char *path)
{
	(void)path;
	return starts(s, n, "{\\rtf", 5);
}

static bool
is_pdf(const char *s, size_t n, const char *path)
{
	(void)path;
	return memmem(s, n < 1024 ? n : 1024, "%PDF-", 5) != NULL;
}

static bool
is_vtt(const char *s, size_t n, const char *path)
{
	(void)path;
	s = first(s, &n);
	return starts(s, n, "WEBVTT", 6) &&
	    (n == 6 || strchr(" \t\r\n", s[6]) != NULL);
}

/* A number, a line end, and "00:00:00,000 -->". */
static bool
is_srt(const char *s, size_t n, const char *path)
{
	size_t	 at = 0, head;

	(void)path;
	s = first(s, &n);
	while (at < n && s[at] >= '0' && s[at] <= '9')
		at++;
	if (at == 0 || at == n || (s[at] != '\r' && s[at] != '\n'))
		return false;
	head = n - at < 30 ? n - at : 30;
	return memmem(s + at, head, "-->", 3) != NULL;
}

static bool
is_xml(const char *s, size_t n, const char *path)
{
	(void)path;
	s = first(s, &n);
	return starts(s, n, "<?xml", 5) ||
	    (n >= 9 && strncasecmp(s, "<!DOCTYPE", 9) == 0) ||
	    (n >= 5 && strncasecmp(s, "<html", 5) == 0);
}

static bool
is_markdown(const char *s, size_t n, const char *path)
{
	const char	*dot = strrchr(path, '.');

	return dot != NULL && (strcasecmp(dot, ".md") == 0 ||
	    strcasecmp(dot, ".markdown") == 0) && qda_markdown_is(s, n);
}

static bool
is_text(const char *s, size_t n, const char *path)
{
	(void)s;
	(void)n;
	(void)path;
	return true;
}

/* The first that recognises the bytes reads them, or says what they are. */
static const struct qda_format	 formats[] = {
	{ "docx", NULL, is_docx, qda_docx_read, false },
	{ "odt", NULL, is_odt, qda_odt_read, false },
	{ "xlsx", N_("a spreadsheet"), is_xlsx, NULL, false },
	{ "qdpx", N_("a project of a program for qualitative analysis"),
	    is_qdpx, NULL, false },
	{ "zip", N_("an archive"), is_zip, NULL, false },
	{ "locked", N_("protected by a password"), is_locked, NULL, false },
	{ "doc", N_("an old Word file"), is_ole, NULL, false },
	{ "rtf", N_("an RTF file"), is_rtf, NULL, false },
	{ "pdf", N_("a PDF file"), is_pdf, NULL, false },
	{ "vtt", N_("a WebVTT file"), is_vtt, NULL, false },
	{ "srt", N_("a subtitle file"), is_srt, NULL, false },
	{ "xml", N_("an XML or HTML file"), is_xml, NULL, false },
	{ "md", NULL, is_markdown, qda_plain_read, true },
	{ "txt", NULL, is_text, qda_plain_read, false },
};
enum { FORMATS = sizeof(formats) / sizeof(formats[0]) };

const char *
qda_transcript_format(size_t n)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (formats[i].read != NULL && n-- == 0)
			return formats[i].name;
	return NULL;
}

/* "txt and md", "txt, md and docx": what this version reads; caller frees. */
static char *
names(void)
{
	struct qda_mem	 m;
	const char	*name;

	qda_mem_open(&m);
	for (size_t i = 0; (name = qda_transcript_format(i)) != NULL; i++)
		fprintf(m.f, "%s%s", i > 0 ? ", " : "", name);
	return qda_mem_text(&m);
}

static int
find_format(const struct qda_format **format, const char *name,
    struct qda_err *e)
{
	char	*known;

	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(formats[i].name, name) == 0 &&
		    formats[i].read != NULL) {
			*format = &formats[i];
			return 0;
		}
	known = names();
	qda_fail(e, QDA_USAGE, _("there is no format '%s'; this version "
	    "reads: %s"), name, known);
	free(known);
	return -1;
}

static const struct qda_format *
recognise(const char *bytes, size_t n, const char *path)
{
	size_t	 i = 0;

	while (!formats[i].is(bytes, n, path))
		i++;
	return &formats[i];
}

static int
refuse(const struct qda_format *f, const char *path, struct qda_err *e)
{
	char	*known = names();

	qda_fail(e, QDA_DATA, _("'%s' is %s; this version reads: %s"), path,
	    _(f->what), known);
	free(known);
	return -1;
}

static bool
is_blank(const struct qda_transcript *t)
{
	size_t	 at = 0, from, to;

	return !qda_paragraph_next(t->text, t->size, &at, &from, &to);
}

int
qda_reader_read(struct qda_reader *r, struct qda_transcript **list, size_t *n,
    const char *bytes, size_t size, const char *path, struct qda_err *e)
{
	struct qda_transcript	*whole = qda_alloc(1, sizeof(*whole));
	const struct qda_format	*f = r->format != NULL ? r->format :
				    recognise(bytes, size, path);
	int			 rc = -1;

	if (f->read == NULL) {
		refuse(f, path, e);
		goto out;
	}
	whole->format = f->name;
	if (f->read(whole, bytes, size, r->options.encoding, e) < 0) {
		qda_fail_in(e, _("'%s'"), path);
		goto out;
	}
	if (is_blank(whole)) {
		qda_fail(e, QDA_DATA, _("'%s' is empty"), path);
		goto out;
	}
	rc = qda_sources_make(r, whole, f->markdown, path, list, n, e);
	if (rc < 0)
		qda_fail_in(e, _("'%s'"), path);
out:
	qda_transcript_free(whole, 1);
	return rc;
}

int
qda_reader_open(struct qda_reader **reader, const struct qda_read_options *o,
    struct qda_err *e)
{
	struct qda_reader	*r = qda_alloc(1, sizeof(*r));

	qda_xml_init();
	if (o != NULL)
		r->options = *o;
	if (r->options.format != NULL &&
	    find_format(&r->format, r->options.format, e) < 0)
		goto fail;
	if (r->options.split != NULL &&
	    qda_regex_open(&r->split, r->options.split, 0, e) < 0) {
		qda_fail_in(e, "--split");
		goto fail;
	}
	if (r->options.question != NULL &&
	    qda_regex_open(&r->question, r->options.question, 0, e) < 0) {
		qda_fail_in(e, "--question");
		goto fail;
	}
	if (r->options.question_style != NULL && qda_asked_read(&r->look,
	    r->options.question_style, e) < 0) {
		qda_fail_in(e, "--question-style");
		goto fail;
	}
	*reader = r;
	return 0;
fail:
	qda_reader_close(r);
	return -1;
}

void
qda_reader_close(struct qda_reader *r)
{
	if (r == NULL)
		return;
	qda_labels_free(&r->labels);
	qda_regex_close(r->split);
	qda_regex_close(r->question);
	qda_regex_close(r->heads);
	free(r);
}

int
qda_transcript_read(struct qda_transcript **list, size_t *n,
    const char *bytes, size_t size, const char *path,
    const struct qda_read_options *o, struct qda_err *e)
{
	struct qda_reader	*r;
	int			 rc;

	if (qda_reader_open(&r, o, e) < 0)
		return -1;
	rc = qda_reader_read(r, list, n, bytes, size, path, e);
	qda_reader_close(r);
	return rc;
}
