/*
 * docx.c: the package of a Word document: styles, footer, properties, zip
 * (ECMA-376, part 1 for the parts, part 2 for the package).
 */
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "formats/docx.h"
#include "qda/html.h"
#include "qda/lang.h"
#include "qda/mem.h"

#define XML	"<?xml version=\"1.0\" encoding=\"UTF-8\" " \
	"standalone=\"yes\"?>\n"
#define W_NS	"xmlns:w=\"http://schemas.openxmlformats.org/" \
		"wordprocessingml/2006/main\""
#define REL	"http://schemas.openxmlformats.org/officeDocument/2006/" \
		"relationships/"
#define PACKAGE	"http://schemas.openxmlformats.org/package/2006/"
#define TYPE	"application/vnd.openxmlformats-officedocument." \
		"wordprocessingml."
#define OVERRIDE(part, type) \
		"<Override PartName=\"" part "\" ContentType=\"" type "\"/>"
#define RELATION(id, type, target) \
		"<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" \
		target "\"/>"
#define FIELD(code) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" \
		"<w:r><w:instrText xml:space=\"preserve\"> " code \
		" </w:instrText></w:r>" \
		"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" \
		"<w:r><w:t>1</w:t></w:r>" \
		"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

static const char	 content_types[] = XML
"<Types xmlns=\"" PACKAGE "content-types\">"
"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
"package.relationships+xml\"/>"
"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
OVERRIDE("/word/document.xml", TYPE "document.main+xml")
OVERRIDE("/word/styles.xml", TYPE "styles+xml")
OVERRIDE("/word/settings.xml", TYPE "settings+xml")
OVERRIDE("/word/fontTable.xml", TYPE "fontTable+xml")
OVERRIDE("/word/footer1.xml", TYPE "footer+xml")
OVERRIDE("/docProps/core.xml", "application/vnd.openxmlformats-package."
"core-properties+xml")
OVERRIDE("/docProps/app.xml", "application/vnd.openxmlformats-"
"officedocument.extended-properties+xml")
"</Types>\n";

static const char	 package_rels[] = XML
"<Relationships xmlns=\"" PACKAGE "relationships\">"
RELATION("rId1", REL "officeDocument", "word/document.xml")
RELATION("rId2", PACKAGE "relationships/metadata/core-properties",
"docProps/core.xml")
RELATION("rId3", REL "extended-properties", "docProps/app.xml")
"</Relationships>\n";

static const char	 document_rels[] = XML
"<Relationships xmlns=\"" PACKAGE "relationships\">"
RELATION("rId1", REL "styles", "styles.xml")
RELATION("rId2", REL "settings", "settings.xml")
RELATION("rId3", REL "fontTable", "fontTable.xml")
RELATION("rId4", REL "footer", "footer1.xml")
"</Relationships>\n";

static const char	 app[] = XML
"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
"extended-properties\"><Application>qda</Application></Properties>\n";

/* Mode 15: as Word 2013 and later lay out, not as their ancestors. */
static const char	 settings[] = XML
"<w:settings " W_NS "><w:zoom w:percent=\"100\"/>"
"<w:defaultTabStop w:val=\"709\"/><w:compat><w:compatSetting "
"w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/"
"word\" w:val=\"15\"/></w:compat></w:settings>\n";

/* Who lacks the font gets the one it has the widths of. */
static const char	 font_table[] = XML
"<w:fonts " W_NS "><w:font w:name=\"Liberation Serif\">"
"<w:altName w:val=\"Times New Roman\"/><w:family w:val=\"roman\"/>"
"<w:pitch w:val=\"variable\"/></w:font></w:fonts>\n";

/* Paragraph styles: what each has beyond its name. */
static const struct {
	const char	*id, *name, *paragraph, *run;
} styles[] = {
	{ "Title", "Title", "<w:keepNext/><w:spacing w:after=\"240\"/>",
	    "<w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>" },
	{ "Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"320\" "
	    "w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
	    "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>" },
	{ "Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"240\" "
	    "w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
	    "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>" },
	{ "Heading3", "heading 3", "<w:keepNext/><w:spacing w:before=\"200\" "
	    "w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
	    "<w:b/><w:bCs/><w:i/><w:iCs/>" },
	{ "Quote", "Quote", "<w:ind w:left=\"567\" w:right=\"567\"/>", "" },
	{ "ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>"
	    "<w:ind w:left=\"357\" w:hanging=\"357\"/>", "" },
	{ "TableText", "Table Text", "<w:spacing w:after=\"0\" w:line=\"240\" "
	    "w:lineRule=\"auto\"/>",
	    "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>" },
	{ "Footer", "footer", "<w:spacing w:after=\"0\" w:line=\"240\" "
	    "w:lineRule=\"auto\"/>",
	    "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>" },
};

int
qda_docx_width(const struct qda_doc_setup *setup)
{
	return (setup->landscape ? QDA_DOCX_LONG : QDA_DOCX_SHORT) -
	    2 * QDA_DOCX_MARGIN;
}

static void
text(FILE *f, const char *s)
{
	qda_html_escape(f, s, strlen(s));
}

static void
write_styles(FILE *f, const struct qda_doc_setup *setup)
{
	fprintf(f, XML "<w:styles " W_NS "><w:docDefaults><w:rPrDefault>"
	    "<w:rPr><w:rFonts w:ascii=\"Liberation Serif\" w:hAnsi=\""
	    "Liberation Serif\" w:eastAsia=\"Liberation Serif\" w:cs=\""
	    "Liberation Serif\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
	    "<w:lang w:val=\"%s\"/></w:rPr></w:rPrDefault><w:pPrDefault>"
	    "<w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\""
	    "auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
	    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\""
	    "Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
	    strcmp(setup->lang, "fr") == 0 ? "fr-FR" : "en-GB");
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++)
		fprintf(f, "<w:style w:type=\"paragraph\" w:styleId=\"%s\">"
		    "<w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
		    "<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr>"
		    "</w:style>", styles[i].id, styles[i].name,
		    styles[i].paragraph, styles[i].run);
	fputs("</w:styles>\n", f);
}

static void
write_footer(FILE *f, const struct qda_doc_setup *setup)
{
	fprintf(f, XML "<w:ftr " W_NS "><w:p><w:pPr><w:pStyle w:val=\""
	    "Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/>"
	    "</w:tabs></w:pPr>", qda_docx_width(setup));
	if (setup->footer != NULL) {
		fputs("<w:r><w:t xml:space=\"preserve\">", f);
		text(f, setup->footer);
		fputs("</w:t></w:r>", f);
	}
	fputs("<w:r><w:tab/><w:t xml:space=\"preserve\">page </w:t></w:r>"
	    FIELD("PAGE")
	    "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
	    FIELD("NUMPAGES") "</w:p></w:ftr>\n", f);
}

static void
write_core(FILE *f, const struct qda_doc_setup *setup)
{
	fputs(XML "<cp:coreProperties xmlns:cp=\"" PACKAGE
	    "metadata/core-properties\" "
	    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>", f);
	text(f, setup->title);
	fputs("</dc:title>", f);
	if (setup->author != NULL) {
		fputs("<dc:creator>", f);
		text(f, setup->author);
		fputs("</dc:creator>", f);
	}
	fprintf(f, "<dc:language>%s</dc:language></cp:coreProperties>\n",
	    strcmp(setup->lang, "fr") == 0 ? "fr-FR" : "en-GB");
}

/* ---- the zip ---------------------------------------------------------- */

struct package {
	zip_t				*zip;
	zip_source_t			*bytes;
	const struct qda_doc_setup	*setup;
	struct qda_strings		 kept;	/* parts, until it is closed */
	struct qda_err			*e;
};

enum { DATE_1980 = 1 << 5 | 1 };	/* 1 January 1980, where DOS begins */

static int
fail_zip(struct package *p, const char *why)
{
	return qda_fail(p->e, QDA_SYSTEM,
	    _("the Word document cannot be put together: %s"), why);
}

/* Adds a part; data must stay until the package is closed. */
static int
add(struct package *p, const char *name, const char *data, size_t n)
{
	zip_source_t	*source = zip_source_buffer(p->zip, data, n, 0);
	zip_int64_t	 at;

	if (source == NULL)
		return fail_zip(p, zip_strerror(p->zip));
	at = zip_file_add(p->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return fail_zip(p, zip_strerror(p->zip));
	}
	if (zip_file_set_dostime(p->zip, (zip_uint64_t)at, 0, DATE_1980, 0) < 0)
		return fail_zip(p, zip_strerror(p->zip));
	return 0;
}

static int
add_text(struct package *p, const char *name, const char *s)
{
	return add(p, name, s, strlen(s));
}

/* Adds a part that depends on the setup. */
static int
add_made(struct package *p, const char *name,
    void (*write)(FILE *, const struct qda_doc_setup *))
{
	struct qda_mem	 m;

	write(qda_mem_open(&m), p->setup);
	qda_strings_take(&p->kept, qda_mem_text(&m));
	return add_text(p, name, p->kept.at[p->kept.n - 1]);
}

static int
add_parts(struct package *p, const char *document, size_t n)
{
	if (add_text(p, "[Content_Types].xml", content_types) < 0 ||
	    add_text(p, "_rels/.rels", package_rels) < 0 ||
	    add_made(p, "docProps/core.xml", write_core) < 0 ||
	    add_text(p, "docProps/app.xml", app) < 0 ||
	    add(p, "word/document.xml", document, n) < 0 ||
	    add_text(p, "word/_rels/document.xml.rels", document_rels) < 0 ||
	    add_made(p, "word/styles.xml", write_styles) < 0 ||
	    add_text(p, "word/settings.xml", settings) < 0 ||
	    add_text(p, "word/fontTable.xml", font_table) < 0 ||
	    add_made(p, "word/footer1.xml", write_footer) < 0)
		return -1;
	return 0;
}

static int
open_package(struct package *p)
{
	zip_error_t	 error;

	zip_error_init(&error);
	p->bytes = zip_source_buffer_create(NULL, 0, 0, &error);
	if (p->bytes != NULL)
		p->zip = zip_open_from_source(p->bytes, ZIP_TRUNCATE, &error);
	if (p->zip == NULL) {
		fail_zip(p, zip_error_strerror(&error));
		zip_error_fini(&error);
		return -1;
	}
	zip_source_keep(p->bytes);	/* the archive has the other one */
	zip_error_fini(&error);
	return 0;
}

/* Closes the archive, which writes it. */
static int
close_package(struct package *p)
{
	if (zip_close(p->zip) < 0)
		return fail_zip(p, zip_strerror(p->zip));
	p->zip = NULL;
	return 0;
}

static int
copy(struct package *p, FILE *f)
{
	char		 buf[65536];
	zip_int64_t	 n;

	if (zip_source_open(p->bytes) < 0)
		return fail_zip(p, zip_error_strerror(
		    zip_source_error(p->bytes)));
	while ((n = zip_source_read(p->bytes, buf, sizeof(buf))) > 0)
		fwrite(buf, 1, (size_t)n, f);
	zip_source_close(p->bytes);
	return n < 0 ? fail_zip(p, zip_error_strerror(
	    zip_source_error(p->bytes))) : 0;
}

int
qda_docx_write(FILE *f, const struct qda_doc_setup *setup,
    const char *document, size_t n, struct qda_err *e)
{
	struct package	 p = { .setup = setup, .e = e };
	int		 rc = -1;

	if (open_package(&p) < 0 || add_parts(&p, document, n) < 0 ||
	    close_package(&p) < 0 || copy(&p, f) < 0)
		goto out;
	rc = 0;
out:
	if (p.zip != NULL)
		zip_discard(p.zip);
	if (p.bytes != NULL)
		zip_source_free(p.bytes);
	qda_strings_free(&p.kept);
	return rc;
}
