/* test_doc_tex.c: documents as LaTeX. */
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/mem.h"
#include "suites.h"

static const struct qda_doc_column	 columns[] = {
	{ "N°", 10, true }, { "Item & <réponse>", 90, false },
};
static const struct qda_doc_setup	 setup = {
	.title = "Grille", .lang = "fr", .footer = "étude & date_1",
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
	qda_doc_text(d, QDA_DOC_PLAIN, " <b> ]]> &amp;\xff\nligne");
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
written(void (*write)(struct qda_doc *))
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;

	d = qda_doc_begin(&qda_doc_tex, qda_mem_open(&m), &setup);
	write(d);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	return qda_mem_text(&m);
}

/* A document of one paragraph, or one cell of a table. */
static char *
written_text(const char *s, bool cell)
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;

	d = qda_doc_begin(&qda_doc_tex, qda_mem_open(&m), &setup);
	if (cell) {
		qda_doc_table(d, columns, 2);
		qda_doc_row(d, QDA_DOC_ROW);
		qda_doc_cell_text(d, QDA_DOC_PLAIN, s);
	} else
		qda_doc_line(d, QDA_DOC_TEXT, s);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	return qda_mem_text(&m);
}

/* What stands between \begin{document} and its end; caller frees. */
static char *
tex_body(char *text)
{
	static const char	 begin[] = "\\begin{document}\n\n";
	char			*from = strstr(text, begin), *to, *body;

	ck_assert_ptr_nonnull(from);
	from += sizeof(begin) - 1;
	to = strstr(from, "\\label{qda:last}\n\\end{document}\n");
	ck_assert_ptr_nonnull(to);
	body = qda_strndup(from, (size_t)(to - from));
	free(text);
	return body;
}

START_TEST(latex_has_headings_lists_and_a_long_table)
{
	char	*body = tex_body(written(fill));

	ck_assert_str_eq(body, "\\qdatitle{Titre}\n\n"
	    "\\section*{Un \\& deux}\n\n"
	    "{\\textbf{gras }\\textit{italique} <b> ]]> \\&amp;"
	    "\\qdachar{FFFD}{\xef\xbf\xbd}\\qdaline{}\nligne\\par}\n\n"
	    "{\\qdaitem{0}un\\par}\n\n{\\qdaitem{1}deux\\par}\n\n"
	    "{\\small\n\\begin{longtable}{|%\n"
	    "  >{\\qdaright}p{\\qdapart{0.1000}}|%\n"
	    "  >{\\qdaleft}p{\\qdapart{0.9000}}|}\n\\hline\n"
	    "\\rowcolor[gray]{.85}\n\\textbf{N°}\n"
	    "& \\textbf{Item \\& <réponse>}\n\\\\\n\\hline\n\\endhead\n"
	    "\\rowcolor[gray]{.93}\n\\multicolumn{2}{|>{\\qdaleft}"
	    "p{\\qdapart{1}}|}{\\textbf{Domaine 1}}\n\\\\*\n\\hline\n"
	    "\\rowcolor[gray]{.93}\n\n& \n\\\\*\n\\hline\n"
	    "1\n& a|b\\par \\qdain{1}\\qdamark{[à relire]}\n"
	    "\\\\\n\\hline\n\\end{longtable}}\n\n");
	free(body);
}
END_TEST

START_TEST(no_character_is_a_command_of_latex)
{
	static const char	*const texts[][2] = {
		{ "\\{}$&#^_~%", "\\textbackslash{}\\{\\}\\$\\&\\#"
		    "\\textasciicircum{}\\_\\textasciitilde{}\\%" },
		{ "l'a \"b\" `c`", "l\\textquotesingle{}a \\textquotedbl{}b"
		    "\\textquotedbl{} \\textasciigrave{}c"
		    "\\textasciigrave{}" },
		{ "a--b<<c>>", "a-\\qdaapart{}-b<\\qdaapart{}<c>"
		    "\\qdaapart{}>" },
		{ "«\xc2\xa0" "a\xc2\xa0" "» :\xe2\x80\xaf" "!",
		    "«~a~» :\\,!" },
		{ "  a  b\tc", "\\ \\ a \\ b\\quad{}c" },
		{ "œ…’–€ →≤ 😀ω", "œ…’–€ \\ensuremath{\\rightarrow}"
		    "\\ensuremath{\\le} \\qdachar{1F600}{😀}"
		    "\\qdachar{03C9}{ω}" },
		{ "\na", "\\qdaline{}\na" },
		{ "a\x01\x1b[0m\xe9", "a[0m\\qdachar{FFFD}{\xef\xbf\xbd}" },
	};
	char			*body, *wanted;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		body = tex_body(written_text(texts[i][0], false));
		wanted = qda_sprintf("{%s\\par}\n\n", texts[i][1]);
		ck_assert_str_eq(body, wanted);
		free(body);
		free(wanted);
	}
}
END_TEST

START_TEST(a_word_of_any_length_fits_lines_of_latex)
{
	char	*word = qda_alloc(100001, 1), *text;
	size_t	 line = 0, most = 0;

	memset(word, 'x', 100000);
	text = written_text(word, true);
	for (const char *s = text; *s != '\0'; s++) {
		line = *s == '\n' ? 0 : line + 1;
		most = line > most ? line : most;
	}
	ck_assert_uint_lt(most, 300);
	free(text);
	memset(word, ' ', 100000);
	text = written_text(word, true);
	ck_assert_uint_gt(strlen(text), 200000);	/* "\\ " each */
	free(text);
	free(word);
}
END_TEST

START_TEST(the_preamble_of_latex_knows_language_footer_and_paper)
{
	struct qda_doc_setup	 wide = setup;
	struct qda_mem		 m;
	struct qda_err		 e;
	char			*text = written_text("", false);

	ck_assert_ptr_nonnull(strstr(text, "[french]{babel}"));
	ck_assert_ptr_nonnull(strstr(text, "{étude \\& date\\_1}"));
	ck_assert_ptr_null(strstr(text, "landscape"));
	free(text);
	wide.landscape = true;
	wide.lang = "en";
	wide.footer = NULL;
	ck_assert_int_eq(qda_doc_end(qda_doc_begin(&qda_doc_tex,
	    qda_mem_open(&m), &wide), &e), 0);
	text = qda_mem_text(&m);
	ck_assert_ptr_nonnull(strstr(text, "[british]{babel}"));
	ck_assert_ptr_nonnull(strstr(text, "landscape"));
	free(text);
}
END_TEST

Suite *
suite_doc_tex(void)
{
	Suite	*s = suite_create("doc_tex");
	TCase	*t = tcase_create("doc_tex");

	tcase_add_test(t, latex_has_headings_lists_and_a_long_table);
	tcase_add_test(t, no_character_is_a_command_of_latex);
	tcase_add_test(t, a_word_of_any_length_fits_lines_of_latex);
	tcase_add_test(t,
	    the_preamble_of_latex_knows_language_footer_and_paper);
	suite_add_tcase(s, t);
	return s;
}
