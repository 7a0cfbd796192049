/* test_doc.c: documents in every format; the HTML writer. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

#include "qda/doc.h"
#include "qda/html.h"
#include "qda/mem.h"
#include "suites.h"

static const char	*const namespaces[][2] = {
	{ "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
	{ "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
	{ "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
	{ "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
	{ "fo", "urn:oasis:names:tc:opendocument:xmlns:"
	    "xsl-fo-compatible:1.0" },
};

static const struct qda_doc_column	 columns[] = {
	{ "N°", 10, true }, { "Item & <réponse>", 90, false },
};
static const struct qda_doc_setup	 setup = {
	.title = "Grille <COREQ> & \"suite\"",
	.lang = "fr",
	.footer = "étude & date",
};

/* Everything a document may have, some of it hostile. */
static void
fill(struct qda_doc *d)
{
	qda_doc_line(d, QDA_DOC_TITLE, "Titre");
	qda_doc_line(d, QDA_DOC_HEADING1, "Un & deux");
	qda_doc_block(d, QDA_DOC_TEXT, 0);
	qda_doc_text(d, QDA_DOC_BOLD, "gras ");
	qda_doc_text(d, QDA_DOC_ITALIC, "italique");
	qda_doc_text(d, QDA_DOC_PLAIN, " <b> ]]> &amp;\x01\x1b\x7f\xff"
	    "\xef\xbf\xbf\nligne");
	qda_doc_line(d, QDA_DOC_ITEM, "un");
	qda_doc_block(d, QDA_DOC_ITEM, 1);
	qda_doc_text(d, QDA_DOC_PLAIN, "deux");
	qda_doc_table(d, columns, 2);
	qda_doc_span(d, QDA_DOC_BOLD, "Domaine 1");
	qda_doc_row(d, QDA_DOC_ROW_SHADED);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, "1");
	qda_doc_cell_text(d, QDA_DOC_PLAIN, "a|b");
	qda_doc_block(d, QDA_DOC_TEXT, 1);
	qda_doc_text(d, QDA_DOC_SHADED, "[à relire]");
	qda_doc_table_end(d);
}

static char *
written(const char *format, size_t *n)
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;
	char		*text;

	d = qda_doc_begin(qda_doc_writer(format), qda_mem_open(&m), &setup);
	fill(d);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	text = qda_mem_text(&m);
	if (n != NULL)
		*n = m.size;
	return text;
}

START_TEST(writers_have_names)
{
	ck_assert_ptr_eq(qda_doc_writer("docx"), &qda_doc_docx);
	ck_assert_ptr_eq(qda_doc_writer("odt"), &qda_doc_odt);
	ck_assert_ptr_eq(qda_doc_writer("tex"), &qda_doc_tex);
	ck_assert(qda_doc_docx.binary && !qda_doc_html.binary);
	ck_assert(qda_doc_odt.binary && !qda_doc_tex.binary);
	ck_assert_ptr_null(qda_doc_writer("pdf"));
}
END_TEST

START_TEST(markdown_escapes_what_it_would_read)
{
	char	*text = written("md", NULL);

	ck_assert_str_eq(text, "# Titre\n\n## Un \\& deux\n\n"
	    "**gras** *italique* \\<b> \\]\\]> \\&amp;\xef\xbf\xbd\\\nligne\n"
	    "\n- un\n  - deux\n\n"
	    "| N° | Item \\& \\<réponse> |\n| ---: | --- |\n"
	    "| **Domaine 1** | |\n|  |  |\n"
	    "| 1 | a\\|b<br>&emsp;**\\[à relire\\]** |\n\n"
	    "---\n\n*étude \\& date*\n");
	free(text);
}
END_TEST

static char *
md_line(const char *s)
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;
	const struct qda_doc_setup plain = { .title = "", .lang = "en" };

	d = qda_doc_begin(&qda_doc_md, qda_mem_open(&m), &plain);
	qda_doc_line(d, QDA_DOC_TEXT, s);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	return qda_mem_text(&m);
}

START_TEST(a_line_of_speech_is_no_list_in_markdown)
{
	static const char	*const lines[][2] = {
		{ "- Oui, dit-il", "\\- Oui, dit-il\n" },
		{ "12. mars", "12\\. mars\n" }, { "12 mars", "12 mars\n" },
		{ "# un", "\\# un\n" }, { "non - oui", "non - oui\n" },
		{ "> un", "\\> un\n" }, { "    code", "code\n" },
		{ "un\n- deux", "un\\\n\\- deux\n" },
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		char	*text = md_line(lines[i][0]);

		ck_assert_str_eq(text, lines[i][1]);
		free(text);
	}
}
END_TEST

START_TEST(html_escapes_text_and_closes_all)
{
	char	*text = written("html", NULL);

	ck_assert_int_eq(strncmp(text, "<!DOCTYPE html>\n<html lang=\"fr\">",
	    32), 0);
	ck_assert_ptr_nonnull(strstr(text,
	    "<title>Grille &lt;COREQ&gt; &amp; \"suite\"</title>"));
	ck_assert_ptr_nonnull(strstr(text, "<p><strong>gras </strong>"
	    "<em>italique</em> &lt;b&gt; ]]&gt; &amp;amp;\xef\xbf\xbd<br>"
	    "ligne</p>"));
	ck_assert_ptr_nonnull(strstr(text,
	    "<ul><li>un</li>\n<li class=\"l1\">deux</li>\n</ul>"));
	ck_assert_ptr_nonnull(strstr(text, "<thead><tr>"
	    "<th scope=\"col\" class=\"right\"><p>N°</p>\n</th>"));
	ck_assert_ptr_nonnull(strstr(text, "<tr class=\"shaded\">"
	    "<th colspan=\"2\"><p><strong>Domaine 1</strong></p>\n</th></tr>"));
	ck_assert_ptr_nonnull(strstr(text, "</tbody>\n</table>\n"
	    "<footer>étude &amp; date</footer>\n</body>\n</html>\n"));
	free(text);
}
END_TEST

START_TEST(an_html_page_closes_what_was_left_open)
{
	struct qda_mem	 m;
	struct qda_html	 h;
	char		*text;

	qda_html_begin(&h, qda_mem_open(&m), "t", "en", NULL);
	qda_html_open(&h, "div");
	qda_html_attr(&h, "title", "a\"b<c>&d'\x02");
	qda_html_open(&h, "span");
	qda_html_open(&h, "br");
	qda_html_text(&h, "x");
	qda_html_end(&h);
	text = qda_mem_text(&m);
	ck_assert_ptr_nonnull(strstr(text, "<div title=\"a&quot;b&lt;c&gt;"
	    "&amp;d'\"><span><br>x</span></div>\n</body>\n</html>\n"));
	free(text);
}
END_TEST

/* A part of a document, caller frees; "" when it is not there. */
static char *
part(const char *bytes, size_t n, const char *name)
{
	zip_source_t	*source;
	zip_t		*zip;
	zip_file_t	*f;
	zip_stat_t	 st;
	char		*text;

	source = zip_source_buffer_create(bytes, n, 0, NULL);
	zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
	ck_assert_ptr_nonnull(zip);
	if (zip_stat(zip, name, 0, &st) < 0) {
		zip_discard(zip);
		return qda_strdup("");
	}
	text = qda_alloc(st.size + 1, 1);
	f = zip_fopen(zip, name, 0);
	ck_assert_int_eq(zip_fread(f, text, st.size), (zip_int64_t)st.size);
	zip_fclose(f);
	zip_discard(zip);
	return text;
}

/* What an XPath finds in a part, as a number. */
static double
count_in(const char *bytes, size_t n, const char *name, const char *xpath)
{
	char			*xml = part(bytes, n, name);
	xmlDocPtr		 doc;
	xmlXPathContextPtr	 context;
	xmlXPathObjectPtr	 object;
	double			 found;

	doc = xmlReadMemory(xml, (int)strlen(xml), "d", NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE);
	ck_assert_ptr_nonnull(doc);
	context = xmlXPathNewContext(doc);
	for (size_t i = 0; i < sizeof(namespaces) / sizeof(*namespaces); i++)
		xmlXPathRegisterNs(context, BAD_CAST namespaces[i][0],
		    BAD_CAST namespaces[i][1]);
	object = xmlXPathEvalExpression(BAD_CAST xpath, context);
	ck_assert_msg(object != NULL, "%s", xpath);
	found = xmlXPathCastToNumber(object);
	xmlXPathFreeObject(object);
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
	free(xml);
	return found;
}

/* The same in the part with the text. */
static double
count(const char *bytes, size_t n, const char *xpath)
{
	return count_in(bytes, n, "word/document.xml", xpath);
}

static double
count_odt(const char *bytes, size_t n, const char *xpath)
{
	return count_in(bytes, n, "content.xml", xpath);
}

START_TEST(every_part_of_a_word_document_is_xml)
{
	static const char	*const parts[] = {
		"[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
		"docProps/app.xml", "word/document.xml",
		"word/_rels/document.xml.rels", "word/styles.xml",
		"word/settings.xml", "word/fontTable.xml", "word/footer1.xml",
	};
	size_t			 n;
	char			*bytes = written("docx", &n), *text;
	xmlDocPtr		 doc;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		text = part(bytes, n, parts[i]);
		doc = xmlReadMemory(text, (int)strlen(text), parts[i], NULL,
		    XML_PARSE_NONET);
		ck_assert_msg(doc != NULL, "%s", parts[i]);
		xmlFreeDoc(doc);
		free(text);
	}
	free(bytes);
}
END_TEST

START_TEST(word_repeats_the_heading_row_and_splits_no_row)
{
	size_t	 n;
	char	*b = written("docx", &n);

	ck_assert_double_eq(count(b, n, "count(//w:tr)"), 4);
	ck_assert_double_eq(count(b, n, "count(//w:tr[1]//w:tblHeader)"), 1);
	ck_assert_double_eq(count(b, n, "count(//w:tblHeader)"), 1);
	ck_assert_double_eq(count(b, n, "count(//w:cantSplit)"), 4);
	ck_assert_double_eq(count(b, n, "count(//w:tr[2]/w:tc)"), 1);
	ck_assert_double_eq(count(b, n, "//w:tr[2]//w:gridSpan/@w:val"), 2);
	ck_assert_double_eq(count(b, n,
	    "count(//w:tr[2]/w:tc/w:tcPr/w:shd)"), 1);
	ck_assert_double_eq(count(b, n, "count(//w:tr[3]/w:tc)"), 2);
	ck_assert_double_eq(count(b, n, "count(//w:tc[not(w:p)])"), 0);
	ck_assert_double_eq(count(b, n, "sum(//w:gridCol/@w:w)"), 9072);
	ck_assert_double_eq(count(b, n, "//w:gridCol[1]/@w:w"), 907);
	ck_assert_double_eq(count(b, n,
	    "count(//w:tbl/following-sibling::*[1][self::w:p])"), 1);
	free(b);
}
END_TEST

START_TEST(word_gets_the_text_without_what_xml_forbids)
{
	size_t	 n;
	char	*b = written("docx", &n), *core, *footer, *types;

	ck_assert_double_eq(count(b, n, "count(//w:p[w:r/w:t = "
	    "' <b> ]]> &amp;'][w:r/w:br][w:r/w:t = 'ligne'])"), 1);
	ck_assert_double_eq(count(b, n, "count(//w:r[w:rPr/w:shd]"
	    "[w:t = '[à relire]'])"), 1);
	core = part(b, n, "docProps/core.xml");
	ck_assert_ptr_nonnull(strstr(core, "<dc:title>Grille &lt;COREQ&gt; "
	    "&amp; \"suite\"</dc:title>"));
	ck_assert_ptr_nonnull(strstr(core, "fr-FR"));
	footer = part(b, n, "word/footer1.xml");
	ck_assert_ptr_nonnull(strstr(footer, "étude &amp; date"));
	ck_assert_ptr_nonnull(strstr(footer, "NUMPAGES"));
	types = part(b, n, "[Content_Types].xml");
	ck_assert_ptr_nonnull(strstr(types, "/word/footer1.xml"));
	free(core);
	free(footer);
	free(types);
	free(b);
}
END_TEST

START_TEST(equal_documents_have_equal_bytes_anywhere_at_any_time)
{
	static const char	*const formats[] = { "docx", "odt" };
	size_t			 n[2], n2;
	char			*one[2], *two;

	setenv("TZ", "Asia/Tokyo", 1);
	tzset();
	for (int i = 0; i < 2; i++)
		one[i] = written(formats[i], &n[i]);
	setenv("TZ", "UTC", 1);
	tzset();
	nanosleep(&(struct timespec){ 2, 100000000 }, NULL);
	for (int i = 0; i < 2; i++) {
		two = written(formats[i], &n2);
		ck_assert_uint_eq(n[i], n2);
		ck_assert_mem_eq(one[i], two, n2);
		free(one[i]);
		free(two);
	}
}
END_TEST

START_TEST(landscape_is_wider_than_tall)
{
	struct qda_doc_setup	 wide = setup;
	struct qda_mem		 m;
	struct qda_doc		*d;
	struct qda_err		 e;
	char			*b;

	wide.landscape = true;
	d = qda_doc_begin(&qda_doc_docx, qda_mem_open(&m), &wide);
	qda_doc_table(d, columns, 2);
	qda_doc_table_end(d);
	qda_doc_table(d, columns, 1);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	b = qda_mem_text(&m);
	ck_assert_double_eq(count(b, m.size, "//w:pgSz/@w:w"), 16838);
	ck_assert_double_eq(count(b, m.size,
	    "sum(//w:tbl[1]//w:gridCol/@w:w)"), 14004);
	ck_assert_double_eq(count(b, m.size, "count(//w:body/w:p)"), 2);
	free(b);
}
END_TEST

START_TEST(a_cell_of_a_megabyte_is_written)
{
	char			*big = qda_alloc((1 << 20) + 1, 1), *b;
	struct qda_mem		 m;
	struct qda_doc		*d;
	struct qda_err		 e;

	memset(big, '&', 1 << 20);
	for (int i = 0; i < 1 << 20; i += 999)
		big[i] = '\n';
	d = qda_doc_begin(&qda_doc_docx, qda_mem_open(&m), &setup);
	qda_doc_table(d, columns, 2);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, big);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	b = qda_mem_text(&m);
	ck_assert_double_eq(count(b, m.size,
	    "string-length(//w:tr[2]/w:tc[1])"),
	    (1 << 20) - ((1 << 20) + 998) / 999);
	free(b);
	free(big);
}
END_TEST

/* ---- OpenDocument ------------------------------------------------------ */

START_TEST(an_odt_begins_with_its_type_not_compressed)
{
	static const char	 type[] =
	    "application/vnd.oasis.opendocument.text";
	static const char	*const parts[] = {
		"content.xml", "styles.xml", "meta.xml",
		"META-INF/manifest.xml",
	};
	size_t			 n;
	char			*b = written("odt", &n);

	ck_assert_mem_eq(b, "PK\003\004", 4);
	ck_assert_mem_eq(b + 8, "\0\0", 2);		/* stored */
	ck_assert_mem_eq(b + 26, "\010\0\0\0", 4);	/* no extra field */
	ck_assert_mem_eq(b + 30, "mimetype", 8);
	ck_assert_mem_eq(b + 38, type, sizeof(type) - 1);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		ck_assert_double_eq(count_in(b, n, parts[i], "count(/*)"), 1);
	free(b);
}
END_TEST

START_TEST(an_odt_repeats_the_heading_row_and_splits_no_row)
{
	size_t	 n;
	char	*b = written("odt", &n);

	ck_assert_double_eq(count_odt(b, n, "count(//table:table-row)"), 4);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table-header-rows"
	    "/table:table-row[1][.='N°Item & <réponse>'])"), 1);
	ck_assert_double_eq(count_odt(b, n, "count(//style:style[@style:name="
	    "'Row']/*[@fo:keep-together='always'])"), 1);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table-row"
	    "[not(@table:style-name='Row')])"), 0);
	ck_assert_double_eq(count_odt(b, n,
	    "//table:table-cell/@table:number-columns-spanned"), 2);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table-row"
	    "[count(table:table-cell|table:covered-table-cell)!=2])"), 0);
	ck_assert_double_eq(count_odt(b, n,
	    "count(//table:table-cell[not(text:p)])"), 0);
	free(b);
}
END_TEST

START_TEST(every_style_an_odt_names_is_there)
{
	size_t	 n;
	char	*b = written("odt", &n), *styles = part(b, n, "styles.xml");

	ck_assert_double_eq(count_odt(b, n, "count(//text:span"
	    "[not(@text:style-name=//style:style/@style:name)])"), 0);
	ck_assert_double_eq(count_odt(b, n, "count(//table:*"
	    "[@table:style-name][not(@table:style-name="
	    "//style:style/@style:name)])"), 0);
	ck_assert_double_eq(count_odt(b, n, "count(//text:p[not("
	    "@text:style-name=//style:style/@style:name or @text:style-name="
	    "'Standard' or @text:style-name='Title' or @text:style-name="
	    "'Table_20_Contents')])"), 0);
	ck_assert_ptr_nonnull(strstr(styles, "style:name=\"Title\""));
	ck_assert_ptr_nonnull(strstr(styles, "fo:language=\"fr\""));
	ck_assert_ptr_nonnull(strstr(styles, "étude &amp; date"));
	ck_assert_ptr_nonnull(strstr(styles, "<text:page-number"));
	free(styles);
	free(b);
}
END_TEST

/* An OpenDocument text of one cell. */
static char *
odt_cell(const char *s, size_t *n)
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;
	char		*text;

	d = qda_doc_begin(&qda_doc_odt, qda_mem_open(&m), &setup);
	qda_doc_table(d, columns, 2);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, s);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	text = qda_mem_text(&m);
	*n = m.size;
	return text;
}

START_TEST(an_odt_keeps_spaces_tabs_and_what_xml_may_hold)
{
	size_t	 n;
	char	*b = written("odt", &n);

	ck_assert_double_eq(count_odt(b, n, "count(//text:p[contains(., "
	    "' <b> ]]> &amp;')][text:line-break])"), 1);
	ck_assert_double_eq(count_odt(b, n, "count(//text:span"
	    "[.='[à relire]'][@text:style-name=//style:style"
	    "[*/@fo:background-color]/@style:name])"), 1);
	free(b);
	b = odt_cell("  a  b\tc \xc2\xa0; \x02\xc3", &n);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table/"
	    "table:table-row//text:s)"), 3);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table/"
	    "table:table-row//text:tab)"), 1);
	ck_assert_double_eq(count_odt(b, n, "count(//table:table/"
	    "table:table-row//text:p[.='a bc \xc2\xa0; \xef\xbf\xbd'])"), 1);
	free(b);
}
END_TEST

Suite *
suite_doc(void)
{
	Suite	*s = suite_create("doc");
	TCase	*t = tcase_create("doc");

	tcase_add_test(t, writers_have_names);
	tcase_add_test(t, markdown_escapes_what_it_would_read);
	tcase_add_test(t, a_line_of_speech_is_no_list_in_markdown);
	tcase_add_test(t, html_escapes_text_and_closes_all);
	tcase_add_test(t, an_html_page_closes_what_was_left_open);
	tcase_add_test(t, every_part_of_a_word_document_is_xml);
	tcase_add_test(t, word_repeats_the_heading_row_and_splits_no_row);
	tcase_add_test(t, word_gets_the_text_without_what_xml_forbids);
	tcase_add_test(t,
	    equal_documents_have_equal_bytes_anywhere_at_any_time);
	tcase_add_test(t, landscape_is_wider_than_tall);
	tcase_add_test(t, a_cell_of_a_megabyte_is_written);
	tcase_add_test(t, an_odt_begins_with_its_type_not_compressed);
	tcase_add_test(t, an_odt_repeats_the_heading_row_and_splits_no_row);
	tcase_add_test(t, every_style_an_odt_names_is_there);
	tcase_add_test(t, an_odt_keeps_spaces_tabs_and_what_xml_may_hold);
	suite_add_tcase(s, t);
	return s;
}
