/* test_word.c: documents of Word and LibreOffice: text, styles, comments. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "formats/zip.h"
#include "qda/clean.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/transcript.h"
#include "suites.h"

#define W_URI	"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELS	"http://schemas.openxmlformats.org/package/2006/relationships"
#define DOC	"http://schemas.openxmlformats.org/officeDocument/2006/" \
		"relationships/"
#define ODF	"urn:oasis:names:tc:opendocument:xmlns:"

static struct qda_transcript	*list;
static size_t			 n;
static struct qda_read_options	 options;
static const char		*parts[32][2];
static size_t			 parts_n;
static bool			 stored;	/* not deflated */

static void
begin(void)
{
	memset(&options, 0, sizeof(options));
	parts_n = 0;
	stored = false;
	list = NULL;
}

static void
end(void)
{
	qda_transcript_free(list, n);
	list = NULL;
}

static void
part(const char *name, const char *text)
{
	parts[parts_n][0] = name;
	parts[parts_n++][1] = text;
}

/* The archive of all parts; caller frees. */
static char *
archive(size_t *size)
{
	zip_error_t	 error;
	zip_source_t	*to = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t		*zip = zip_open_from_source(to, ZIP_TRUNCATE, &error);
	char		*bytes;

	ck_assert_ptr_nonnull(zip);
	zip_source_keep(to);
	for (size_t i = 0; i < parts_n; i++) {
		ck_assert_int_ge(zip_file_add(zip, parts[i][0],
		    zip_source_buffer(zip, parts[i][1],
		    strlen(parts[i][1]), 0), 0), 0);
		if (stored)
			zip_set_file_compression(zip, i, ZIP_CM_STORE, 0);
	}
	ck_assert_int_eq(zip_close(zip), 0);
	ck_assert_int_eq(zip_source_open(to), 0);
	zip_source_seek(to, 0, SEEK_END);
	*size = (size_t)zip_source_tell(to);
	zip_source_seek(to, 0, SEEK_SET);
	bytes = qda_alloc(*size, 1);
	ck_assert_int_eq(zip_source_read(to, bytes, *size), (int)*size);
	zip_source_close(to);
	zip_source_free(to);
	return bytes;
}

static int
take_parts(struct qda_err *e)
{
	size_t	 size;
	char	*bytes = archive(&size);
	int	 rc;

	qda_transcript_free(list, n);
	list = NULL;
	rc = qda_transcript_read(&list, &n, bytes, size, "P4.docx", &options,
	    e);
	free(bytes);
	parts_n = 0;
	return rc;
}

#define RELATION(type, target) "<Relationship Id='r' Type='" DOC type \
	"' Target='" target "'/>"

/* A Word document around a body; other parts may have been given. */
static int
take(const char *body, struct qda_err *e)
{
	char	*document = qda_sprintf("<?xml version='1.0'?><w:document "
		    "xmlns:w='" W_URI "' xmlns:mc='http://schemas."
		    "openxmlformats.org/markup-compatibility/2006'><w:body>"
		    "%s<w:sectPr/></w:body></w:document>", body);
	int	 rc;

	part("_rels/.rels", "<Relationships xmlns='" RELS "'>"
	    RELATION("officeDocument", "word/document.xml")
	    "</Relationships>");
	part("word/_rels/document.xml.rels", "<Relationships xmlns='" RELS
	    "'>" RELATION("styles", "styles.xml")
	    RELATION("comments", "comments.xml")
	    RELATION("commentsExtended", "/word/extended.xml")
	    RELATION("header", "../word/header1.xml") "</Relationships>");
	part("word/document.xml", document);
	rc = take_parts(e);
	free(document);
	return rc;
}

static void
text_is(const char *expected)
{
	ck_assert_str_eq(list[0].text, expected);
}

static void
docx(const char *body, const char *expected)
{
	struct qda_err	 e = { 0 };

	ck_assert_msg(take(body, &e) == 0, "%s", e.msg);
	text_is(expected);
	ck_assert_str_eq(list[0].format, "docx");
}

static void
refused(const char *body, const char *why)
{
	struct qda_err	 e = { 0 };

	ck_assert_int_eq(take(body, &e), -1);
	ck_assert_int_eq((int)e.why, (int)QDA_DATA);
	ck_assert_msg(strstr(e.msg, why) != NULL, "'%s' lacks '%s'", e.msg,
	    why);
}

static int
take_odt(const char *body, struct qda_err *e)
{
	char	*content = qda_sprintf("<office:document-content "
		    "xmlns:office='" ODF "office:1.0' xmlns:text='" ODF
		    "text:1.0' xmlns:style='" ODF "style:1.0' xmlns:table='"
		    ODF "table:1.0' xmlns:draw='" ODF "drawing:1.0' "
		    "xmlns:fo='" ODF "xsl-fo-compatible:1.0' xmlns:dc="
		    "'http://purl.org/dc/elements/1.1/' xmlns:svg='u:svg' "
		    "xmlns:loext='urn:org:documentfoundation:names:"
		    "experimental:office:xmlns:loext:1.0'>%s"
		    "</office:document-content>", body);
	int	 rc;

	part("mimetype", "application/vnd.oasis.opendocument.text");
	part("content.xml", content);
	rc = take_parts(e);
	free(content);
	return rc;
}

static void
odt(const char *body, const char *expected)
{
	char		*all = qda_sprintf("<office:automatic-styles>"
			    "<style:style style:name='B' style:family='text'>"
			    "<style:text-properties fo:font-weight='bold'/>"
			    "</style:style><style:style style:name='Y' "
			    "style:family='text'><style:text-properties "
			    "fo:background-color='#ffff00' fo:color='#ff0000'/>"
			    "</style:style><style:style style:name='H' "
			    "style:family='text'><style:text-properties "
			    "text:display='none'/></style:style>"
			    "</office:automatic-styles><office:body>"
			    "<office:text>%s</office:text></office:body>",
			    body);
	struct qda_err	 e = { 0 };

	ck_assert_msg(take_odt(all, &e) == 0, "%s", e.msg);
	free(all);
	text_is(expected);
	ck_assert_str_eq(list[0].format, "odt");
}

/* "2-5 bi #ff0000 ^ffff00": styles of the i-th source. */
static void
styles_are(size_t i, const char *expected)
{
	const struct qda_transcript	*t = &list[i];
	struct qda_mem			 m;
	char				*got;

	qda_mem_open(&m);
	for (size_t j = 0; j < t->styles_n; j++) {
		const struct qda_style	*s = &t->styles[j];

		fprintf(m.f, "%s%d-%d ", j > 0 ? "|" : "", (int)s->start,
		    (int)s->end);
		fprintf(m.f, "%s%s%s", s->is & QDA_BOLD ? "b" : "",
		    s->is & QDA_ITALIC ? "i" : "",
		    s->is & QDA_UNDERLINE ? "u" : "");
		if (s->colour >= 0)
			fprintf(m.f, "#%06x", (unsigned)s->colour);
		if (s->highlight >= 0)
			fprintf(m.f, "^%06x", (unsigned)s->highlight);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
}

/* "Ann: code 2-5": comments of the i-th source; "<1" answers the second. */
static void
comments_are(size_t i, const char *expected)
{
	const struct qda_transcript	*t = &list[i];
	struct qda_mem			 m;
	char				*got;

	qda_mem_open(&m);
	for (size_t j = 0; j < t->comments_n; j++) {
		const struct qda_comment	*c = &t->comments[j];

		fprintf(m.f, "%s%s: %s %d-%d", j > 0 ? "|" : "",
		    c->author == NULL ? "-" : c->author, c->text,
		    (int)c->start, (int)c->end);
		if (c->parent >= 0)
			fprintf(m.f, "<%d", (int)c->parent);
		if (c->done)
			fputc('!', m.f);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
}

static void
noted(const char *note)
{
	for (size_t i = 0; i < list[0].notes.n; i++)
		if (strstr(list[0].notes.at[i], note) != NULL)
			return;
	ck_abort_msg("nothing says '%s'", note);
}

static void
turns_are(const char *expected)
{
	const struct qda_transcript	*t = &list[0];
	struct qda_cursor		 c;
	struct qda_mem			 m;
	char				*got;
	size_t				 from, to;

	qda_mem_open(&m);
	qda_cursor_begin(&c, t->text, t->size);
	for (size_t j = 0; j < t->turns_n; j++) {
		from = qda_cursor_byte(&c, t->turns[j].start);
		to = qda_cursor_byte(&c, t->turns[j].end);
		fprintf(m.f, "%s%s=%.*s", j > 0 ? "|" : "",
		    t->voices[t->turns[j].voice].label, (int)(to - from),
		    t->text + from);
		if (t->turns[j].time_ms >= 0)
			fprintf(m.f, " %d-%d", (int)t->turns[j].time_ms,
			    (int)t->turns[j].end_ms);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
}

#define T(s)	"<w:r><w:t xml:space='preserve'>" s "</w:t></w:r>"
#define P(s)	"<w:p>" s "</w:p>"
#define B(s)	"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>" s \
		"</w:t></w:r>"
#define RED(s)	"<w:r><w:rPr><w:color w:val='C00000'/></w:rPr><w:t>" s \
		"</w:t></w:r>"

START_TEST(words_cut_into_runs_are_whole)
{
	docx(P(T("Bon") "<w:proofErr w:type='spellStart'/>" T("jo")
	    "<w:bookmarkStart w:id='1' w:name='x'/>" T("ur."))
	    P("") P(T("Fin")), "Bonjour.\n\nFin\n");
}
END_TEST

START_TEST(tabs_breaks_hyphens_and_signs_are_characters)
{
	docx(P("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
	    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/>"
	    "<w:t>d</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>e</w:t>"
	    "<w:sym w:font='Wingdings' w:char='F04A'/>"
	    "<w:sym w:font='Wingdings' w:char='F0FF'/>"
	    "<w:sym w:font='Arial' w:char='2264'/></w:r>"),
	    "a\tb\nc\nd\xe2\x80\x91" "e☺[sym F0FF]≤\n");
	noted("1 unknown sign");
}
END_TEST

START_TEST(blanks_at_the_ends_of_a_run_count_only_when_preserved)
{
	docx(P("<w:r><w:t>\n  a  \n</w:t></w:r>" T(" b ") "<w:r><w:t>c\nd"
	    "</w:t></w:r>"), "a b c d\n");
}
END_TEST

START_TEST(changes_are_taken_as_accepted)
{
	docx(P(T("a") "<w:ins>" T("b") "</w:ins><w:del><w:r><w:delText>c"
	    "</w:delText></w:r></w:del><w:moveFrom>" T("d") "</w:moveFrom>"
	    "<w:moveTo>" T("e") "</w:moveTo>"), "abe\n");
	noted("2 tracked insertions");
	noted("2 tracked deletions");
	docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("un") "</w:p>"
	    P(T("e")), "une\n");
	docx("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" T("un") "</w:p>"
	    P(T("e")), "un\ne\n");
}
END_TEST

START_TEST(a_text_box_is_read_once_and_stands_behind_its_paragraph)
{
	docx(P(T("a") "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
	    "<w:txbxContent>" P(T("box")) "</w:txbxContent></mc:Choice>"
	    "<mc:Fallback><w:pict><w:txbxContent>" P(T("box"))
	    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
	    "</w:r>" T("b")) P(T("c")), "ab\nbox\nc\n");
	noted("1 text box");
	docx(P("<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t>"
	    "</mc:Fallback></mc:AlternateContent></w:r>"), "old\n");
}
END_TEST

#define FIELD(type)	"<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

START_TEST(fields_show_their_result)
{
	docx(P(T("p. ") FIELD("begin") "<w:r><w:instrText> IF </w:instrText>"
	    "</w:r>" FIELD("begin") T("inner") FIELD("separate") T("no")
	    FIELD("end") FIELD("separate") T("7") FIELD("end") T(" fin")),
	    "p. 7 fin\n");
	docx(P(FIELD("begin") T("x")) P(T("still here")),
	    "\nstill here\n");
}
END_TEST

START_TEST(hidden_text_is_left_out_whoever_hides_it)
{
	part("word/styles.xml", "<w:styles xmlns:w='" W_URI "'>"
	    "<w:style w:type='character' w:styleId='Base'><w:rPr><w:vanish/>"
	    "</w:rPr></w:style><w:style w:type='character' w:styleId='Note'>"
	    "<w:basedOn w:val='Base'/><w:rPr><w:b/></w:rPr></w:style>"
	    "</w:styles>");
	docx(P(T("a") "<w:r><w:rPr><w:rStyle w:val='Note'/></w:rPr><w:t>"
	    "secret</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t>"
	    "</w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t>"
	    "</w:r>"), "ab\n");
	noted("7 characters of hidden text");
}
END_TEST

START_TEST(styles_of_runs_and_paragraphs_are_kept_in_code_points)
{
	part("word/styles.xml", "<w:styles xmlns:w='" W_URI "'><w:docDefaults>"
	    "<w:rPrDefault><w:rPr><w:color w:val='000000'/></w:rPr>"
	    "</w:rPrDefault></w:docDefaults><w:style w:type='paragraph' "
	    "w:default='1' w:styleId='N'/><w:style w:type='paragraph' "
	    "w:styleId='Q'><w:basedOn w:val='R'/><w:rPr><w:i/></w:rPr>"
	    "</w:style><w:style w:type='paragraph' w:styleId='R'>"
	    "<w:basedOn w:val='Q'/><w:rPr><w:b/><w:i w:val='false'/></w:rPr>"
	    "</w:style></w:styles>");
	docx(P(T("é😀") B("gras") B(" et") T(" non ") "<w:r><w:rPr><w:u "
	    "w:val='single'/><w:highlight w:val='yellow'/></w:rPr><w:t>u</w:t>"
	    "</w:r><w:r><w:rPr><w:u w:val='none'/><w:highlight w:val='white'/>"
	    "<w:shd w:fill='FFFFFF'/></w:rPr><w:t>p</w:t></w:r>" RED("r"))
	    "<w:p><w:pPr><w:pStyle w:val='Q'/></w:pPr>" T("q")
	    "<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>i</w:t></w:r></w:p>",
	    "é😀gras et non upr\nqi\n");
	styles_are(0, "2-9 b|14-15 u^ffff00|16-17 #c00000|18-19 bi|19-20 i");
}
END_TEST

START_TEST(places_are_right_where_the_text_was_cleaned)
{
	docx(P(B("e") T("\u0301t") B("e\u0301\u00adx") T("\u200b.")
	    RED("\u1100\u1161\u11a8")) P(RED("fin")),
	    "étéx.\uac01\nfin\n");
	styles_are(0, "0-1 b|2-4 b|5-6 #c00000|7-10 #c00000");
}
END_TEST

START_TEST(what_is_not_text_is_counted)
{
	part("word/header1.xml", "<w:hdr xmlns:w='" W_URI "'>" P(T("page"))
	    "</w:hdr>");
	docx(P("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/>"
	    "</w:numPr></w:pPr>" T("a") "<w:r><w:footnoteReference w:id='2'/>"
	    "</w:r>") "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>" P(T("b"))
	    "</w:tc><w:tc>" P(T("c")) "<w:tbl><w:tr><w:tc>" P(T("d"))
	    "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
	    "<w:altChunk/>", "a\nb\nc\nd\n");
	noted("1 header or footer");
	noted("1 footnote or endnote");
	noted("1 table:");
	noted("1 paragraph of a list");
	noted("1 document inside");
}
END_TEST

START_TEST(a_strict_document_is_the_same)
{
	part("_rels/.rels", "\xef\xbb\xbf<Relationships xmlns='" RELS "'>"
	    "<Relationship Id='r' Type='http://purl.oclc.org/ooxml/"
	    "officeDocument/relationships/officeDocument' "
	    "Target='/other/main.xml'/></Relationships>");
	part("other/main.xml", "\xef\xbb\xbf<x:document xmlns:x='http://purl."
	    "oclc.org/ooxml/wordprocessingml/main'><x:body><x:p><x:r><x:t>"
	    "strict</x:t></x:r></x:p></x:body></x:document>");
	ck_assert_int_eq(take_parts(&(struct qda_err){ 0 }), 0);
	text_is("strict\n");
}
END_TEST

START_TEST(a_drop_cap_goes_on_in_the_next_paragraph)
{
	docx(P("<w:pPr><w:framePr w:dropCap='drop'/></w:pPr>" T("L"))
	    P(T("undi")), "Lundi\n");
}
END_TEST

#define RANGE(id, s)	"<w:commentRangeStart w:id='" id "'/>" s \
	"<w:commentRangeEnd w:id='" id "'/><w:r><w:commentReference w:id='" \
	id "'/></w:r>"
#define COMMENT(id, who, text)	"<w:comment w:id='" id "' w:author='" who \
	"'>" P(T("-")) "<w:p w14:paraId='0000000" id "'>" T(text) \
	"</w:p></w:comment>"

START_TEST(comments_have_their_place_author_and_thread)
{
	part("word/comments.xml", "<w:comments xmlns:w='" W_URI "' xmlns:w14="
	    "'http://schemas.microsoft.com/office/word/2010/wordml'>"
	    COMMENT("7", "Zoé", "code") COMMENT("2", "Ann", "over")
	    COMMENT("3", "Zoé", "reply") COMMENT("4", "Ann", "point")
	    "</w:comments>");
	part("word/extended.xml", "<x:commentsEx xmlns:x='http://schemas."
	    "microsoft.com/office/word/2012/wordml'><x:commentEx x:paraId="
	    "'00000007' x:done='1'/><x:commentEx x:paraId='00000003' "
	    "x:paraIdParent='00000007' x:done='0'/></x:commentsEx>");
	docx(P(T("é a") "<w:commentRangeStart w:id='2'/>" RANGE("7", T("b"))
	    T(" c")) P("<w:del><w:r><w:delText>x</w:delText></w:r>"
	    "<w:commentRangeEnd w:id='2'/></w:del>" T("d")
	    "<w:r><w:commentReference w:id='4'/></w:r>"), "é ab c\nd\n");
	comments_are(0, "Zoé: -\ncode 3-4!|Ann: -\nover 3-7|"
	    "Zoé: -\nreply 3-4<0|Ann: -\npoint 8-8");
}
END_TEST

START_TEST(broken_ranges_of_comments_harm_nothing)
{
	part("word/comments.xml", "<w:comments xmlns:w='" W_URI "' xmlns:w14="
	    "'http://schemas.microsoft.com/office/word/2010/wordml'>"
	    COMMENT("1", "A", "open") COMMENT("2", "A", "back")
	    COMMENT("5", "A", "nowhere") "</w:comments>");
	docx(P("<w:commentRangeStart w:id='1'/>" T("a"))
	    P("<w:commentRangeEnd w:id='2'/><w:commentRangeStart w:id='2'/>"
	    T("b")) P("<w:commentRangeStart w:id='9'/>" T("c")), "a\nb\nc\n");
	comments_are(0, "A: -\nopen 0-1|A: -\nback 2-3|A: -\nnowhere -1--1");
	noted("3 comments have no clear place");
}
END_TEST

START_TEST(bold_words_before_the_rest_are_labels)
{
	docx(P(B("Anna ") T("Ça va ?")) P(B("Paul") B(" :") T(" Oui."))
	    P(T("Et toi ?")) P(B("Anna") T(" Très bien."))
	    P(B("A whole line")) P(B("Paul") T(" Bon.")),
	    "Anna Ça va ?\nPaul : Oui.\nEt toi ?\nAnna Très bien.\n"
	    "A whole line\nPaul Bon.\n");
	ck_assert_str_eq(list[0].form, "bold_label");
	turns_are("Anna=Ça va ?|Paul=Oui.\nEt toi ?|"
	    "Anna=Très bien.\nA whole line|Paul=Bon.");
}
END_TEST

START_TEST(bold_and_colour_are_offered_and_not_taken)
{
	docx(P(B("Un ?")) P(T("Oui a.")) P(B("Deux ?")) P(T("Oui b."))
	    P(B("Trois ?")) P(T("Oui c.")) P(T("Oui d.")),
	    "Un ?\nOui a.\nDeux ?\nOui b.\nTrois ?\nOui c.\nOui d.\n");
	ck_assert_int_eq((int)list[0].turns_n, 0);
	noted("3 of 7 paragraphs are bold, by turns with the others, and 3 "
	    "of them ask");
	docx(P(RED("Un")) P(T("Oui a.")) P(RED("Deux")) P(T("Oui b."))
	    P(RED("Trois")) P(T("Oui c.")) P(T("Oui d.")),
	    "Un\nOui a.\nDeux\nOui b.\nTrois\nOui c.\nOui d.\n");
	noted("3 of 7 paragraphs are in one colour (#c00000)");
	docx(P(B("Un ?")) P(T("a.")) P(B("Deux ?")) P(T("b."))
	    P(B("Trois ?")) P(T("c.")) P(T("d.")) P(T("e.")) P(T("f."))
	    P(T("g.")) P(T("h.")), "Un ?\na.\nDeux ?\nb.\nTrois ?\nc.\nd.\n"
	    "e.\nf.\ng.\nh.\n");
	ck_assert_int_eq((int)list[0].notes.n, 0);
	docx(P(B("Un")) P(T("Oui a.")) P(T("Deux")) P(T("Oui b."))
	    P(T("Trois")) P(T("Oui c.")) P(T("Oui d.")),
	    "Un\nOui a.\nDeux\nOui b.\nTrois\nOui c.\nOui d.\n");
	ck_assert_int_eq((int)list[0].notes.n, 0);
}
END_TEST

START_TEST(brackets_with_times_give_turns_with_times)
{
	docx(P(T("[Cherch") T("eur] (0:01 - ") T("0:11)")) P(T("Ça va ?"))
	    P("") P(T("[Interviewe] (0:11 – 1:02:03)")) P(T("Oui."))
	    P("") P(T("Enfin.")) P(T("[Chercheur]")) P(T("Bon ?")),
	    "[Chercheur] (0:01 - 0:11)\nÇa va ?\n\n[Interviewe] "
	    "(0:11 – 1:02:03)\nOui.\n\nEnfin.\n[Chercheur]\nBon ?\n");
	turns_are("Chercheur=Ça va ? 1000-11000|"
	    "Interviewe=Oui.\n\nEnfin. 11000-3723000|Chercheur=Bon ?");
}
END_TEST

#define CUE(times, who, words) P("<w:r><w:t>" times "</w:t><w:br/><w:t>" who \
	"</w:t><w:br/><w:t>" words "</w:t></w:r>")

START_TEST(captions_in_paragraphs_give_turns_with_times)
{
	struct qda_err	 e = { 0 };

	ck_assert_int_eq(take(P(T("Réunion")) CUE("0:0:0.0 --> 0:0:1.510",
	    "Jean Dupont", "Ça va ?") CUE("0:0:3.27 --> 0:1:4.250", "Zoé",
	    "Oui.") CUE("0:1:5 --> 1:0:6,5", "Jean Dupont", "Bien."), &e), 0);
	ck_assert_str_eq(list[0].form, "cue");
	turns_are("Jean Dupont=Ça va ? 0-1510|Zoé=Oui. 3270-64250|"
	    "Jean Dupont=Bien. 65000-3606500");
	ck_assert_int_eq(take(CUE("0:0:0.0 --> 0:0:1.510", "Un", "a")
	    CUE("0:0:3.27 --> 0:1:4.250", "Deux", "b")
	    CUE("0:0:4.27 --> 0:1:4.250", "Trois", "c"), &e), 0);
	ck_assert_int_eq((int)list[0].turns_n, 0);
	ck_assert_int_eq((int)list[0].voices_n, 0);
	ck_assert_int_eq(take(CUE("0:0:0.0 --> 0:0:1.510", "Un", "a")
	    CUE("0:0:3.27 --> 0:1:60", "Un", "b"), &e), 0);
	ck_assert_int_eq((int)list[0].turns_n, 0);
}
END_TEST

START_TEST(parts_of_a_file_have_their_own_styles_and_comments)
{
	options.split = "^Dr .*";
	part("word/comments.xml", "<w:comments xmlns:w='" W_URI "' xmlns:w14="
	    "'http://schemas.microsoft.com/office/word/2010/wordml'>"
	    COMMENT("1", "A", "one") COMMENT("2", "A", "two")
	    "</w:comments>");
	docx(P(T("Dr A")) P(B("é") RANGE("1", T("x"))) P(T("Dr B"))
	    P(T("é") RED("y") RANGE("2", T("z"))), "Dr A\néx\n");
	ck_assert_int_eq((int)n, 2);
	styles_are(0, "5-6 b");
	comments_are(0, "A: -\none 6-7");
	styles_are(1, "6-7 #c00000");
	comments_are(1, "A: -\ntwo 7-8");
}
END_TEST

START_TEST(spaces_and_tabs_of_odt_are_what_they_say)
{
	odt("<text:p>\n  a\n  b <text:s text:c='3'/>c<text:tab/>d"
	    "<text:line-break/>e</text:p><text:p/><text:h>T</text:h>"
	    "<text:list><text:list-item><text:p>i</text:p></text:list-item>"
	    "</text:list>", "a b    c\td\ne\n\nT\ni\n");
	noted("1 paragraph of a list");
}
END_TEST

START_TEST(what_odt_deletes_hides_or_notes_is_no_text)
{
	odt("<text:tracked-changes><text:changed-region><text:deletion>"
	    "<text:p>gone</text:p></text:deletion></text:changed-region>"
	    "<text:changed-region><text:insertion/></text:changed-region>"
	    "</text:tracked-changes><text:p>a<text:note><text:note-citation>1"
	    "</text:note-citation><text:note-body><text:p>n</text:p>"
	    "</text:note-body></text:note><text:span text:style-name='H'>xyz"
	    "</text:span>b<text:soft-page-break/>c</text:p><text:section "
	    "text:display='none'><text:p>hid</text:p></text:section>"
	    "<table:table><table:table-row><table:table-cell><text:p>d"
	    "</text:p></table:table-cell><table:covered-table-cell><text:p>e"
	    "</text:p></table:covered-table-cell></table:table-row>"
	    "</table:table>", "abc\nd\n");
	noted("1 tracked deletion");
	noted("1 tracked insertion");
	noted("1 footnote");
	noted("6 characters of hidden");
	noted("1 table");
}
END_TEST

START_TEST(what_is_drawn_in_odt_stands_behind_its_paragraph)
{
	odt("<text:p>a<draw:frame><draw:text-box><text:p>box</text:p>"
	    "</draw:text-box><svg:desc>not text</svg:desc></draw:frame>b"
	    "<draw:frame><draw:image/></draw:frame></text:p><text:p>c"
	    "</text:p>", "ab\nbox\nc\n");
	noted("1 text box");
}
END_TEST

START_TEST(styles_and_comments_of_odt_are_kept)
{
	odt("<text:p>é<text:span text:style-name='B'>gr<text:span "
	    "text:style-name='Y'>as</text:span></text:span><office:annotation "
	    "office:name='n1' loext:resolved='true'><dc:creator>Zoé"
	    "</dc:creator><dc:date>2024-01-02</dc:date><text:p>co<text:span>de"
	    "</text:span></text:p><text:p>two</text:p></office:annotation>x"
	    "<office:annotation-end office:name='n1'/><office:annotation>"
	    "<text:p>pt</text:p></office:annotation></text:p>", "égrasx\n");
	styles_are(0, "1-3 b|3-5 b#ff0000^ffff00");
	comments_are(0, "Zoé: code\ntwo 5-6!|-: pt 6-6");
	ck_assert_str_eq(list[0].comments[0].date, "2024-01-02");
}
END_TEST

/* Repeats s into a new string. */
static char *
times(const char *s, size_t count)
{
	char	*made = qda_alloc(strlen(s) * count + 1, 1);

	for (size_t i = 0; i < count; i++)
		memcpy(made + i * strlen(s), s, strlen(s));
	return made;
}

START_TEST(hostile_xml_is_refused_with_a_reason)
{
	char	*deep = times("<w:sdt>", 100000);

	refused(deep, "256 levels deep");
	free(deep);
	deep = times("<w:sdt>", 300);
	refused(deep, "256 levels deep");
	free(deep);
	refused(P("&x;"), "not well-formed");
	refused("<w:p><w:r></w:p>", "not well-formed");
	refused("", "is empty");
	part("word/styles.xml", "<!DOCTYPE x [<!ENTITY a 'lol'>]><x>&a;</x>");
	refused(P(T("a")), "word/styles.xml: there is a DOCTYPE");
	part("word/styles.xml", "");
	refused(P(T("a")), "word/styles.xml");
	part("word/comments.xml", "<x>");
	refused(P(T("a")), "word/comments.xml");
	stored = true;
	deep = times("<w:p/>", 1000001);
	refused(deep, "more than 1000000 paragraphs");
	free(deep);
}
END_TEST

START_TEST(targets_stay_in_the_archive)
{
	static const char	*const cases[][3] = {
		{ "word/document.xml", "styles.xml", "word/styles.xml" },
		{ "word/document.xml", "/a/b.xml", "a/b.xml" },
		{ "word/document.xml", "../c.xml", "c.xml" },
		{ "", "word/./x//y.xml", "word/x/y.xml" },
		{ "word/document.xml", "../../etc/passwd", NULL },
		{ "", "..", NULL },
		{ "", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char	*got = qda_zip_target(cases[i][0], cases[i][1]);

		if (cases[i][2] == NULL)
			ck_assert_ptr_null(got);
		else
			ck_assert_str_eq(got, cases[i][2]);
		free(got);
	}
}
END_TEST

START_TEST(places_map_to_the_same_characters)
{
	static const char	 from[] = "a\u0300\u00adbe\u0301";
	static const char	 to[] = "\u00e0b\u00e9";
	size_t			 at[] = { 0, 1, 3, 5, 6, 7, 9 };
	const size_t		 want[] = { 0, 2, 2, 2, 3, 5, 5 };

	qda_clean_map(from, strlen(from), to, strlen(to), at, 7);
	for (size_t i = 0; i < 7; i++)
		ck_assert_uint_eq(at[i], want[i]);
}
END_TEST

START_TEST(a_mark_that_stays_is_before_or_behind_a_place)
{
	static const char	 from[] = "q\u0301\u00adb";
	static const char	 to[] = "q\u0301b";
	size_t			 at[] = { 0, 1, 3, 5, 6 };
	const size_t		 want[] = { 0, 1, 3, 3, 4 };

	qda_clean_map(from, strlen(from), to, strlen(to), at, 5);
	for (size_t i = 0; i < 5; i++)
		ck_assert_uint_eq(at[i], want[i]);
}
END_TEST

Suite *
suite_word(void)
{
	Suite	*s = suite_create("word");
	TCase	*t = tcase_create("documents");

	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, words_cut_into_runs_are_whole);
	tcase_add_test(t, tabs_breaks_hyphens_and_signs_are_characters);
	tcase_add_test(t,
	    blanks_at_the_ends_of_a_run_count_only_when_preserved);
	tcase_add_test(t, changes_are_taken_as_accepted);
	tcase_add_test(t,
	    a_text_box_is_read_once_and_stands_behind_its_paragraph);
	tcase_add_test(t, fields_show_their_result);
	tcase_add_test(t, hidden_text_is_left_out_whoever_hides_it);
	tcase_add_test(t,
	    styles_of_runs_and_paragraphs_are_kept_in_code_points);
	tcase_add_test(t, places_are_right_where_the_text_was_cleaned);
	tcase_add_test(t, what_is_not_text_is_counted);
	tcase_add_test(t, a_strict_document_is_the_same);
	tcase_add_test(t, a_drop_cap_goes_on_in_the_next_paragraph);
	tcase_add_test(t, comments_have_their_place_author_and_thread);
	tcase_add_test(t, broken_ranges_of_comments_harm_nothing);
	tcase_add_test(t, bold_words_before_the_rest_are_labels);
	tcase_add_test(t, bold_and_colour_are_offered_and_not_taken);
	tcase_add_test(t, brackets_with_times_give_turns_with_times);
	tcase_add_test(t, captions_in_paragraphs_give_turns_with_times);
	tcase_add_test(t,
	    parts_of_a_file_have_their_own_styles_and_comments);
	tcase_add_test(t, spaces_and_tabs_of_odt_are_what_they_say);
	tcase_add_test(t, what_odt_deletes_hides_or_notes_is_no_text);
	tcase_add_test(t, what_is_drawn_in_odt_stands_behind_its_paragraph);
	tcase_add_test(t, styles_and_comments_of_odt_are_kept);
	tcase_add_test(t, hostile_xml_is_refused_with_a_reason);
	tcase_add_test(t, targets_stay_in_the_archive);
	tcase_add_test(t, places_map_to_the_same_characters);
	tcase_add_test(t, a_mark_that_stays_is_before_or_behind_a_place);
	suite_add_tcase(s, t);
	return s;
}
