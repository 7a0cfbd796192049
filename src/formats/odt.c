/*
 * odt.c: the package of an OpenDocument text: styles, footer, properties (ODF
 * 1.2, part 1: 15 and 16 for styles, part 3 for the package).
 */
#include <string.h>

#include "formats/odt.h"
#include "formats/package.h"
#include "qda/html.h"

enum { SHORT = 11906, LONG = 16838, MARGIN = 1417, LINE = 240 };

#define MEDIA	"application/vnd.oasis.opendocument.text"
#define ENTRY(path, type) \
		"<manifest:file-entry manifest:full-path=\"" path "\" " \
		"manifest:media-type=\"" type "\"/>"

static const char	 manifest[] = QDA_ODT_XML
"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
"manifest:1.0\" manifest:version=\"1.2\">"
ENTRY("/", MEDIA)
ENTRY("content.xml", "text/xml")
ENTRY("styles.xml", "text/xml")
ENTRY("meta.xml", "text/xml")
"</manifest:manifest>\n";

/* Paragraph styles: what each has beyond its name. */
static const struct {
	const char	*name, *display, *paragraph, *run;
	int		 outline;
} styles[] = {
	{ "Title", "Title", "fo:keep-with-next=\"always\" "
	    "fo:margin-bottom=\"12pt\"",
	    "fo:font-weight=\"bold\" fo:font-size=\"16pt\"", 0 },
	{ "Heading_20_1", "Heading 1", "fo:keep-with-next=\"always\" "
	    "fo:margin-top=\"16pt\" fo:margin-bottom=\"6pt\"",
	    "fo:font-weight=\"bold\" fo:font-size=\"14pt\"", 1 },
	{ "Heading_20_2", "Heading 2", "fo:keep-with-next=\"always\" "
	    "fo:margin-top=\"12pt\" fo:margin-bottom=\"4pt\"",
	    "fo:font-weight=\"bold\" fo:font-size=\"12pt\"", 2 },
	{ "Heading_20_3", "Heading 3", "fo:keep-with-next=\"always\" "
	    "fo:margin-top=\"10pt\" fo:margin-bottom=\"4pt\"",
	    "fo:font-weight=\"bold\" fo:font-style=\"italic\"", 3 },
	{ "Quotations", "Quotations", "fo:keep-together=\"always\" "
	    "fo:margin-left=\"28.35pt\" fo:margin-right=\"28.35pt\"", "", 0 },
	{ "List", "List", "fo:margin-bottom=\"3pt\"", "", 0 },
	{ "Table_20_Contents", "Table Contents", "fo:margin-bottom=\"0pt\" "
	    "fo:line-height=\"100%\"", "fo:font-size=\"10pt\"", 0 },
	{ "Footer", "Footer", "fo:margin-bottom=\"0pt\" "
	    "fo:line-height=\"100%\"", "fo:font-size=\"8pt\"", 0 },
};

static int
height(const struct qda_doc_setup *setup)
{
	return setup->landscape ? SHORT : LONG;
}

static int
width(const struct qda_doc_setup *setup)
{
	return setup->landscape ? LONG : SHORT;
}

int
qda_odt_width(const struct qda_doc_setup *setup)
{
	return width(setup) - 2 * MARGIN;
}

static void
text(FILE *f, const char *s)
{
	qda_html_escape(f, s, strlen(s));
}

static bool
is_french(const struct qda_doc_setup *setup)
{
	return strcmp(setup->lang, "fr") == 0;
}

/* An attribute in points of so many twentieths. */
static void
length(FILE *f, const char *name, int twentieths)
{
	fprintf(f, " %s=\"%d.%02dpt\"", name, twentieths / 20,
	    twentieths % 20 * 5);
}

static void
write_default(FILE *f, const struct qda_doc_setup *setup)
{
	fprintf(f, "<office:font-face-decls><style:font-face style:name=\""
	    "Liberation Serif\" svg:font-family=\"'Liberation Serif', "
	    "'Times New Roman'\" style:font-family-generic=\"roman\" "
	    "style:font-pitch=\"variable\"/></office:font-face-decls>"
	    "<office:styles><style:default-style style:family=\"paragraph\">"
	    "<style:paragraph-properties fo:margin-top=\"0pt\" "
	    "fo:margin-bottom=\"6pt\" fo:line-height=\"110%%\" fo:orphans=\""
	    "2\" fo:widows=\"2\" style:tab-stop-distance=\"35.45pt\"/>"
	    "<style:text-properties style:font-name=\"Liberation Serif\" "
	    "style:font-name-asian=\"Liberation Serif\" "
	    "style:font-name-complex=\"Liberation Serif\" fo:font-size=\"11pt"
	    "\" fo:language=\"%s\" fo:country=\"%s\" fo:hyphenate=\"false\"/>"
	    "</style:default-style>"
	    "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
	    "style:class=\"text\"/>", setup->lang,
	    is_french(setup) ? "FR" : "GB");
}

/* Named styles, those that a user may change for the whole document. */
static void
write_named(FILE *f)
{
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		fprintf(f, "<style:style style:name=\"%s\" style:display-name="
		    "\"%s\" style:family=\"paragraph\" "
		    "style:parent-style-name=\"Standard\"", styles[i].name,
		    styles[i].display);
		if (styles[i].outline > 0)
			fprintf(f, " style:default-outline-level=\"%d\"",
			    styles[i].outline);
		fprintf(f, "><style:paragraph-properties %s/>"
		    "<style:text-properties %s/></style:style>",
		    styles[i].paragraph, styles[i].run);
	}
}

/* The page: its footer stands within the margin below. */
static void
write_layout(FILE *f, const struct qda_doc_setup *setup)
{
	fputs("</office:styles><office:automatic-styles>"
	    "<style:style style:name=\"PageFoot\" style:family=\"paragraph\" "
	    "style:parent-style-name=\"Footer\"><style:paragraph-properties>"
	    "<style:tab-stops><style:tab-stop style:type=\"right\"", f);
	length(f, "style:position", qda_odt_width(setup));
	fputs("/></style:tab-stops></style:paragraph-properties>"
	    "</style:style><style:page-layout style:name=\"Page\">"
	    "<style:page-layout-properties", f);
	length(f, "fo:page-width", width(setup));
	length(f, "fo:page-height", height(setup));
	length(f, "fo:margin-top", MARGIN);
	length(f, "fo:margin-left", MARGIN);
	length(f, "fo:margin-right", MARGIN);
	length(f, "fo:margin-bottom", MARGIN / 2);
	fprintf(f, " style:print-orientation=\"%s\"/>"
	    "<style:footer-style><style:header-footer-properties",
	    setup->landscape ? "landscape" : "portrait");
	length(f, "fo:min-height", MARGIN - MARGIN / 2);
	length(f, "fo:margin-top", MARGIN - MARGIN / 2 - LINE);
	fputs("/></style:footer-style>"
	    "</style:page-layout></office:automatic-styles>", f);
}

static void
write_styles(FILE *f, const struct qda_doc_setup *setup)
{
	fputs(QDA_ODT_XML "<office:document-styles " QDA_ODT_NAMESPACES ">",
	    f);
	write_default(f, setup);
	write_named(f);
	write_layout(f, setup);
	fputs("<office:master-styles><style:master-page style:name=\"Standard"
	    "\" style:page-layout-name=\"Page\"><style:footer><text:p "
	    "text:style-name=\"PageFoot\">", f);
	if (setup->footer != NULL)
		text(f, setup->footer);
	fputs("<text:tab/>page <text:page-number text:select-page=\"current\">"
	    "1</text:page-number> / <text:page-count>1</text:page-count>"
	    "</text:p></style:footer></style:master-page>"
	    "</office:master-styles></office:document-styles>\n", f);
}

static void
write_meta(FILE *f, const struct qda_doc_setup *setup)
{
	fputs(QDA_ODT_XML "<office:document-meta xmlns:office=\"urn:oasis:"
	    "names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:"
	    "names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\""
	    "http://purl.org/dc/elements/1.1/\" office:version=\"1.2\">"
	    "<office:meta><meta:generator>qda</meta:generator><dc:title>", f);
	text(f, setup->title);
	fputs("</dc:title>", f);
	if (setup->author != NULL) {
		fputs("<meta:initial-creator>", f);
		text(f, setup->author);
		fputs("</meta:initial-creator>", f);
	}
	fprintf(f, "<dc:language>%s</dc:language></office:meta>"
	    "</office:document-meta>\n",
	    is_french(setup) ? "fr-FR" : "en-GB");
}

static int
add_parts(struct qda_package *p, const struct qda_doc_setup *setup,
    const char *content, size_t n, struct qda_err *e)
{
	if (qda_package_mark(p, "mimetype", MEDIA, e) < 0 ||
	    qda_package_add(p, "content.xml", content, n, e) < 0 ||
	    qda_package_made(p, "styles.xml", write_styles, setup, e) < 0 ||
	    qda_package_made(p, "meta.xml", write_meta, setup, e) < 0 ||
	    qda_package_text(p, "META-INF/manifest.xml", manifest, e) < 0)
		return -1;
	return 0;
}

int
qda_odt_write(FILE *f, const struct qda_doc_setup *setup,
    const char *content, size_t n, struct qda_err *e)
{
	struct qda_package	*p;
	int			 rc = -1;

	if (qda_package_open(&p, e) == 0 &&
	    add_parts(p, setup, content, n, e) == 0)
		rc = qda_package_write(p, f, e);
	qda_package_free(p);
	return rc;
}
