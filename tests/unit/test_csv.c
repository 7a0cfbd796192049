/* test_csv.c: tables read, and what their headers mean. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/mem.h"
#include "qda/table.h"
#include "suites.h"

static struct qda_err	 e;

static struct qda_rows *
read_bytes(const char *bytes, size_t n)
{
	struct qda_rows	*rows = NULL;

	e.msg[0] = '\0';
	if (qda_csv_read(&rows, bytes, n, "t.csv", &e) < 0)
		ck_assert_ptr_null(rows);
	return rows;
}

static struct qda_rows *
read_text(const char *s)
{
	struct qda_rows	*rows = read_bytes(s, strlen(s));

	ck_assert_msg(rows != NULL, "refused: %s", e.msg);
	return rows;
}

/* The table as "a|b/c|d", each row with as many cells as the header. */
static void
reads_as(struct qda_rows *rows, const char *expected)
{
	struct qda_mem	 m;
	FILE		*f = qda_mem_open(&m);
	char		*text;

	ck_assert_msg(rows != NULL, "refused: %s", e.msg);
	for (size_t i = 0; i < qda_rows_count(rows); i++)
		for (size_t j = 0; j < qda_rows_columns(rows); j++)
			fprintf(f, "%s%s", j > 0 ? "|" : i > 0 ? "/" : "",
			    qda_rows_cell(rows, i, j));
	text = qda_mem_text(&m);
	ck_assert_str_eq(text, expected);
	free(text);
	qda_rows_free(rows);
}

static void
is_refused(const char *s, const char *message)
{
	struct qda_rows	*rows = read_bytes(s, strlen(s));

	ck_assert_msg(rows == NULL, "'%.60s' was read", s);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_msg(strstr(e.msg, message) != NULL,
	    "'%s' does not hold '%s'", e.msg, message);
}

START_TEST(three_dividers_are_recognised)
{
	reads_as(read_text("nom,âge\nP1,40\n"), "nom|âge/P1|40");
	reads_as(read_text("nom;âge\nP1;40,5\nP2;41,5\n"),
	    "nom|âge/P1|40,5/P2|41,5");
	reads_as(read_text("nom\tâge\nP1\t40; 41, 42\n"),
	    "nom|âge/P1|40; 41, 42");
}
END_TEST

START_TEST(a_divider_inside_quotes_divides_nothing)
{
	reads_as(read_text("\"nom, prénom\";âge\n\"a, b\";1\n\"c, d\";2\n"),
	    "nom, prénom|âge/a, b|1/c, d|2");
}
END_TEST

START_TEST(one_column_is_read_whatever_it_holds)
{
	reads_as(read_text("nom\npeur, colère\nun; deux\n"),
	    "nom/peur, colère/un; deux");
	reads_as(read_text("nom"), "nom");
}
END_TEST

START_TEST(excels_own_line_says_the_divider)
{
	struct qda_rows	*rows = read_text("sep=;\r\na,b;c\r\n1,2;3\r\n");

	ck_assert_uint_eq(qda_rows_line(rows, 1), 3);
	reads_as(rows, "a,b|c/1,2|3");
}
END_TEST

START_TEST(a_table_of_excel_in_windows_1252_is_read)
{
	static const char	 bytes[] = "nom;durée;présents\r\n"
				    "P1;38 min 10;\"une fille;\r\n"
				    "un \x93voisin\x94\"\r\n";
	char			 s[sizeof(bytes)], *out = s;
	struct qda_rows		*rows;

	for (const char *p = bytes; *p != '\0'; p++)	/* é as one byte */
		if (*p == '\xc3')
			*out++ = (char)((unsigned char)*++p + 0x40);
		else
			*out++ = *p;
	rows = read_bytes(s, (size_t)(out - s));
	ck_assert_msg(rows != NULL, "refused: %s", e.msg);
	reads_as(rows, "nom|durée|présents/"
	    "P1|38 min 10|une fille;\nun “voisin”");
}
END_TEST

START_TEST(quoted_cells_hold_newlines_and_rows_know_their_line)
{
	struct qda_rows	*rows = read_text("a,b\n\n\"x\ny\",2\n,\n"
	    "\"il a dit \"\"non\"\"\",3\n");

	ck_assert_uint_eq(qda_rows_count(rows), 3);
	ck_assert_uint_eq(qda_rows_line(rows, 0), 1);
	ck_assert_uint_eq(qda_rows_line(rows, 1), 3);
	ck_assert_uint_eq(qda_rows_line(rows, 2), 6);
	reads_as(rows, "a|b/x\ny|2/il a dit \"non\"|3");
}
END_TEST

START_TEST(excels_quoted_tabs_are_read)
{
	struct qda_rows	*rows = read_text("nom\tdéfinition\tuses\n"
	    "peur\t\"une\nou \"\"deux\"\"\tlignes\"\t3\n"
	    "\"a\"\t\"\"\tc:\\new\n");

	ck_assert_uint_eq(qda_rows_line(rows, 2), 4);
	reads_as(rows, "nom|définition|uses/peur|une\nou \"deux\"\tlignes|3/"
	    "a||c:\new");
}
END_TEST

START_TEST(escapes_are_undone_in_unquoted_cells_of_tabs_only)
{
	reads_as(read_text("a\tb\n1\\t2\\n3\\\\n\t\"\\n\"\n\\x\t\\\n"),
	    "a|b/1\t2\n3\\n|\\n/\\x|\\");
	reads_as(read_text("a,b\n\\t,\\n\n"), "a|b/\\t|\\n");
}
END_TEST

START_TEST(a_text_of_our_tsv_may_begin_with_a_quotation_mark)
{
	reads_as(read_text("a\ttext\nP1\t\"Non\", dit-il\nP2\t\"Oui\n"),
	    "a|text/P1|\"Non\", dit-il/P2|\"Oui");
	reads_as(read_text("a\ttext\nP1\t\"Non\nP2\tdit-il\"\n"),
	    "a|text/P1|\"Non/P2|dit-il\"");
}
END_TEST

START_TEST(what_our_csv_adds_before_formulas_is_taken_off)
{
	reads_as(read_text("a,b\n'=1+1,'- oui\n''=x,'x\n'@a,'\n"),
	    "a|b/=1+1|- oui/'=x|'x/@a|'");
	reads_as(read_text("a\tb\n'=1\tx\n"), "a|b/'=1|x");
}
END_TEST

START_TEST(blanks_are_part_of_a_cell)
{
	reads_as(read_text("a,b\n x , y\n"), "a|b/ x | y");
}
END_TEST

START_TEST(short_rows_are_padded_and_empty_ends_ignored)
{
	reads_as(read_text("a;b;c;;\n1\n1;2;3;;;;\n;;;;\n;2\n"),
	    "a|b|c/1||/1|2|3/|2|");
}
END_TEST

START_TEST(long_rows_are_refused_with_their_line)
{
	is_refused("a,b\n1,2\n\n\"3\n\",4,5\n", "line 4: ");
	is_refused("a\tb\n1\t2\t3\n", "line 2: ");
	ck_assert_ptr_nonnull(strstr(e.msg, "'t.csv'"));
}
END_TEST

START_TEST(an_unclosed_quote_is_refused_with_its_line)
{
	is_refused("a,b\n1,2\n3,\"x\ny\nz\n", "line 3: ");
	is_refused("a;b\n1;2\n3;\"x\"y\n", "line 3: ");
	is_refused("a;b\n1;2\n3;x\"y\n", "line 3: ");
}
END_TEST

START_TEST(an_empty_table_has_no_rows)
{
	reads_as(read_text(""), "");
	reads_as(read_text("\n\n;;\n"), "");
}
END_TEST

START_TEST(nul_bytes_are_refused)
{
	ck_assert_ptr_null(read_bytes("a,b\n1,\0\0\0\0\0\n", 12));
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_ptr_nonnull(strstr(e.msg, "'t.csv'"));
}
END_TEST

START_TEST(a_cell_of_a_megabyte_is_read)
{
	struct qda_mem	 m;
	FILE		*f = qda_mem_open(&m);
	struct qda_rows	*rows;
	char		*text;

	fputs("a,b\n\"", f);
	for (int i = 0; i < 1 << 20; i++)
		fputc("x\n"[i % 64 == 0], f);
	fputs("\",2\n3,4\n", f);
	text = qda_mem_text(&m);
	rows = read_text(text);
	ck_assert_uint_eq(strlen(qda_rows_cell(rows, 1, 0)), 1 << 20);
	ck_assert_uint_eq(qda_rows_line(rows, 2), 3 + (1 << 14));
	ck_assert_str_eq(qda_rows_cell(rows, 2, 1), "4");
	qda_rows_free(rows);
	free(text);
}
END_TEST

static char *
many_columns(int n)
{
	struct qda_mem	 m;
	FILE		*f = qda_mem_open(&m);

	for (int i = 0; i < 2 * n; i++)
		fprintf(f, "%s%d", i == n ? "\n" : i > 0 ? ";" : "", i);
	return qda_mem_text(&m);
}

START_TEST(ten_thousand_columns_are_read_and_a_million_refused)
{
	static const char	*const keys[] = { "name" };
	char			*text = many_columns(10000);
	struct qda_rows		*rows = read_text(text);

	ck_assert_uint_eq(qda_rows_columns(rows), 10000);
	ck_assert_str_eq(qda_rows_cell(rows, 1, 9999), "19999");
	ck_assert_int_eq(qda_rows_map(rows, keys, 1, &e), 0);
	qda_rows_free(rows);
	free(text);
	text = many_columns(1000000);
	is_refused(text, "line 1: ");
	free(text);
}
END_TEST

START_TEST(many_quotes_take_no_longer_than_few)
{
	struct qda_mem	 m;
	FILE		*f = qda_mem_open(&m);
	struct qda_rows	*rows;
	char		*text;

	fputs("a\tb\n", f);
	for (int i = 0; i < 200000; i++)
		fputs(i % 2 ? "\"\"\"x\t\"\"\"\"y\n" : "\"\t\"\"z\n", f);
	text = qda_mem_text(&m);
	rows = read_bytes(text, strlen(text));
	qda_rows_free(rows);
	free(text);
}
END_TEST

START_TEST(what_we_write_we_read)
{
	static const struct qda_column	 columns[] = {
		{ "a", QDA_CELL_TEXT }, { "b", QDA_CELL_LIST }
	};
	static const char *const	 cells[] = {
		"x", "=1", "'=1", "''", "- Oui, dit-il", "-5", "a;b\tc\nd",
		"dit \"non\"", "\\n", " y ", "\"", "a\"b", ",", ";",
	};
	static const enum qda_as	 as[] = { QDA_AS_CSV, QDA_AS_TSV };
	const size_t			 n = sizeof(cells) / sizeof(cells[0]);

	for (int k = 0; k < 2; k++) {
		struct qda_mem		 m;
		struct qda_table	*t = qda_table_open(qda_mem_open(&m),
					    as[k], true, columns, 2, 0);
		struct qda_rows		*rows;
		char			*text;

		for (size_t i = 0; i < n; i++) {
			qda_table_text(t, cells[i]);
			qda_table_list(t, cells + i, 1);
		}
		qda_table_close(t);
		text = qda_mem_text(&m);
		rows = read_text(text);
		ck_assert_uint_eq(qda_rows_count(rows), n + 1);
		for (size_t i = 0; i < n; i++)
			ck_assert_str_eq(qda_rows_cell(rows, i + 1, 0),
			    cells[i]);
		qda_rows_free(rows);
		free(text);
	}
}
END_TEST

static const char	*const source_keys[] = {
	"name", "order", "kind", "participant", "date", "duration", "setting",
	"medium", "present", "interviewer", "guide", "recording", "destroyed",
	"transcriber", "software", "checked", "returned",
};
static const char	*const participant_keys[] = {
	"name", "outcome", "reason", "approach", "known", "known-how",
	"informed", "consent", "recording",
};
static const char	*const code_keys[] = {
	"name", "kind", "parent", "definition", "use-when", "not-when",
	"example", "colour", "from", "to",
};
static const char	*const tag_keys[] = {
	"address", "source", "quote", "code", "coder", "label", "stance",
	"memo",
};
static const char	*const axial_keys[] = { "category", "code" };
#define N(a)	(sizeof(a) / sizeof(*(a)))

static void
means(const char *word, const char *const *keys, size_t n, const char *key)
{
	const char	*is = qda_header_key(word, keys, n);

	ck_assert_msg(is == key || (is != NULL && key != NULL &&
	    strcmp(is, key) == 0), "'%s' means '%s'", word,
	    is == NULL ? "(none)" : is);
}

START_TEST(keys_are_known_however_they_are_written)
{
	means("use-when", code_keys, N(code_keys), "use-when");
	means(" Use_When ", code_keys, N(code_keys), "use-when");
	means("NAME", code_keys, N(code_keys), "name");
	means("known how?", participant_keys, N(participant_keys),
	    "known-how");
	means("", code_keys, N(code_keys), NULL);
}
END_TEST

START_TEST(french_words_mean_keys)
{
	means("Intitulé", source_keys, N(source_keys), "name");
	means("DURÉE :", source_keys, N(source_keys), "duration");
	means("Enquêtrice", source_keys, N(source_keys), "interviewer");
	means("détruit le", source_keys, N(source_keys), "destroyed");
	means("Présents", source_keys, N(source_keys), "present");
	means("motif", participant_keys, N(participant_keys), "reason");
	means("Recrutement", participant_keys, N(participant_keys),
	    "approach");
	means("quand l’utiliser ?", code_keys, N(code_keys), "use-when");
	means("Quand ne pas l'utiliser", code_keys, N(code_keys), "not-when");
	means("à", code_keys, N(code_keys), "to");
	means("Étiquette", tag_keys, N(tag_keys), "label");
	means("extrait", tag_keys, N(tag_keys), "quote");
}
END_TEST

START_TEST(a_word_means_what_its_noun_has)
{
	means("lieu", source_keys, N(source_keys), "setting");
	means("lieu", participant_keys, N(participant_keys), NULL);
	means("âge", participant_keys, N(participant_keys), NULL);
	means("code", code_keys, N(code_keys), "name");
	means("code", tag_keys, N(tag_keys), "code");
	means("code", participant_keys, N(participant_keys), NULL);
	means("propriété", axial_keys, N(axial_keys), "code");
	means("catégorie", axial_keys, N(axial_keys), "category");
	means("catégorie", code_keys, N(code_keys), "parent");
	means("participant", source_keys, N(source_keys), "participant");
	means("participant", participant_keys, N(participant_keys), "name");
	means("entretien", source_keys, N(source_keys), "name");
	means("entretien", tag_keys, N(tag_keys), "source");
}
END_TEST

START_TEST(columns_are_mapped_and_others_keep_their_names)
{
	struct qda_rows	*rows = read_text("Participant;Âge;Lieu;Motif\n"
	    "P1;40;ville;refus\n");

	ck_assert_int_eq(qda_rows_map(rows, participant_keys,
	    N(participant_keys), &e), 2);
	ck_assert_int_eq(qda_rows_column(rows, "name"), 0);
	ck_assert_int_eq(qda_rows_column(rows, "reason"), 3);
	ck_assert_int_eq(qda_rows_column(rows, "consent"), -1);
	ck_assert_ptr_null(qda_rows_key(rows, 1));
	ck_assert_str_eq(qda_rows_value(rows, 1, "reason"), "refus");
	ck_assert_str_eq(qda_rows_value(rows, 1, "consent"), "");
	qda_rows_free(rows);
}
END_TEST

START_TEST(a_key_itself_is_preferred_to_a_word_for_it)
{
	struct qda_rows	*rows = read_text("nom;name\nx;P1\n");

	ck_assert_int_eq(qda_rows_map(rows, participant_keys,
	    N(participant_keys), &e), 1);
	ck_assert_int_eq(qda_rows_column(rows, "name"), 1);
	qda_rows_free(rows);
}
END_TEST

START_TEST(two_columns_of_one_meaning_are_refused)
{
	static const char	*const bad[] = {
		"nom;intitulé\nx;y\n", "âge;Âge\n1;2\n", "name;name\nx;y\n"
	};

	for (size_t i = 0; i < N(bad); i++) {
		struct qda_rows	*rows = read_text(bad[i]);

		ck_assert_int_eq(qda_rows_map(rows, participant_keys,
		    N(participant_keys), &e), -1);
		ck_assert_int_eq(e.why, QDA_DATA);
		qda_rows_free(rows);
	}
}
END_TEST

START_TEST(list_cells_are_divided_at_semicolons)
{
	struct qda_strings	 list = { 0 };

	qda_cell_list(&list, "peur; a\\;b ;; c\\d; ");
	ck_assert_uint_eq(list.n, 3);
	ck_assert_str_eq(list.at[0], "peur");
	ck_assert_str_eq(list.at[1], "a;b");
	ck_assert_str_eq(list.at[2], "c\\d");
	qda_strings_free(&list);
	qda_cell_list(&list, "");
	ck_assert_uint_eq(list.n, 0);
}
END_TEST

static void
add_reading(TCase *t)
{
	tcase_add_test(t, three_dividers_are_recognised);
	tcase_add_test(t, a_divider_inside_quotes_divides_nothing);
	tcase_add_test(t, one_column_is_read_whatever_it_holds);
	tcase_add_test(t, excels_own_line_says_the_divider);
	tcase_add_test(t, a_table_of_excel_in_windows_1252_is_read);
	tcase_add_test(t,
	    quoted_cells_hold_newlines_and_rows_know_their_line);
	tcase_add_test(t, excels_quoted_tabs_are_read);
	tcase_add_test(t,
	    escapes_are_undone_in_unquoted_cells_of_tabs_only);
	tcase_add_test(t, a_text_of_our_tsv_may_begin_with_a_quotation_mark);
	tcase_add_test(t, what_our_csv_adds_before_formulas_is_taken_off);
	tcase_add_test(t, blanks_are_part_of_a_cell);
	tcase_add_test(t, short_rows_are_padded_and_empty_ends_ignored);
	tcase_add_test(t, long_rows_are_refused_with_their_line);
	tcase_add_test(t, an_unclosed_quote_is_refused_with_its_line);
	tcase_add_test(t, an_empty_table_has_no_rows);
	tcase_add_test(t, nul_bytes_are_refused);
	tcase_add_test(t, a_cell_of_a_megabyte_is_read);
	tcase_add_test(t,
	    ten_thousand_columns_are_read_and_a_million_refused);
	tcase_add_test(t, many_quotes_take_no_longer_than_few);
	tcase_add_test(t, what_we_write_we_read);
}

static void
add_headers(TCase *t)
{
	tcase_add_test(t, keys_are_known_however_they_are_written);
	tcase_add_test(t, french_words_mean_keys);
	tcase_add_test(t, a_word_means_what_its_noun_has);
	tcase_add_test(t, columns_are_mapped_and_others_keep_their_names);
	tcase_add_test(t, a_key_itself_is_preferred_to_a_word_for_it);
	tcase_add_test(t, two_columns_of_one_meaning_are_refused);
	tcase_add_test(t, list_cells_are_divided_at_semicolons);
}

Suite *
suite_csv(void)
{
	Suite	*s = suite_create("csv");
	TCase	*reading = tcase_create("reading");
	TCase	*headers = tcase_create("headers");

	add_reading(reading);
	add_headers(headers);
	suite_add_tcase(s, reading);
	suite_add_tcase(s, headers);
	return s;
}
