/*
 * docx.c: the package of a Word document: styles, footer, properties
 * (ECMA-376, part 1 for the parts, part 2 for the package).
 */
#include <string.h>

#include "formats/docx.h"
#include "formats/package.h"
#include "qda/html.h"

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
	{ "Quote", "Quote", "<w:keepLines/>"
	    "<w:ind w:left=\"567\" w:right=\"567\"/>", "" },
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

static int
add_parts(struct qda_package *p, const struct qda_doc_setup *setup,
    const char *document, size_t n, struct qda_err *e)
{
	if (qda_package_text(p, "[Content_Types].xml", content_types, e) < 0 ||
	    qda_package_text(p, "_rels/.rels", package_rels, e) < 0 ||
	    qda_package_made(p, "docProps/core.xml", write_core, setup,
	    e) < 0 ||
	    qda_package_text(p, "docProps/app.xml", app, e) < 0 ||
	    qda_package_add(p, "word/document.xml", document, n, e) < 0 ||
	    qda_package_text(p, "word/_rels/document.xml.rels", document_rels,
	    e) < 0 ||
	    qda_package_made(p, "word/styles.xml", write_styles, setup,
	    e) < 0 ||
	    qda_package_text(p, "word/settings.xml", settings, e) < 0 ||
	    qda_package_text(p, "word/fontTable.xml", font_table, e) < 0 ||
	    qda_package_made(p, "word/footer1.xml", write_footer, setup,
	    e) < 0)
		return -1;
	return 0;
}

int
qda_docx_write(FILE *f, const struct qda_doc_setup *setup,
    const char *document, size_t n, struct qda_err *e)
{
	struct qda_package	*p;
	int			 rc = -1;

	if (qda_package_open(&p, e) == 0 &&
	    add_parts(p, setup, document, n, e) == 0)
		rc = qda_package_write(p, f, e);
	qda_package_free(p);
	return rc;
}
