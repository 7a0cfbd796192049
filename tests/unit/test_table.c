/* test_table.c: rows in every format. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/table.h"
#include "suites.h"

static const struct qda_column	 columns[] = {
	{ "name", QDA_CELL_TEXT },
	{ "uses", QDA_CELL_NUMBER },
	{ "duration", QDA_CELL_DURATION },
	{ "codes", QDA_CELL_LIST },
	{ "text", QDA_CELL_TEXT },
};

static void
row(struct qda_table *t, const char *name, int64_t uses, int64_t duration,
    const char *codes, const char *text)
{
	qda_table_text(t, name);
	qda_table_int(t, uses);
	qda_table_int(t, duration);
	qda_table_joined(t, codes);
	qda_table_text(t, text);
}

static char *
two_rows(enum qda_as as, bool header, int width)
{
	struct qda_mem		 m;
	struct qda_table	*t;

	t = qda_table_open(qda_mem_open(&m), as, header, columns, 5, width);
	row(t, "é😀", 12, 3723, "peur\x1f" "a;b", "un\tdeux\ntrois\\");
	row(t, "sol", QDA_NONE, QDA_NONE, "", NULL);
	qda_table_close(t);
	return qda_mem_text(&m);
}

static void
is_written(char *text, const char *expected)
{
	ck_assert_str_eq(text, expected);
	free(text);
}

START_TEST(formats_have_names)
{
	ck_assert_int_eq(qda_as_named("tsv"), QDA_AS_TSV);
	ck_assert_int_eq(qda_as_named("names"), QDA_AS_NAMES);
	ck_assert_int_eq(qda_as_named("xls"), -1);
}
END_TEST

START_TEST(tsv_escapes_three_characters)
{
	is_written(two_rows(QDA_AS_TSV, false, 0),
	    "é😀\t12\t3723\tpeur; a\\;b\tun\\tdeux\\ntrois\\\\\n"
	    "sol\t\t\t\t\n");
}
END_TEST

START_TEST(tsv_has_a_header_on_request)
{
	char	*text = two_rows(QDA_AS_TSV, true, 0);

	ck_assert_int_eq(strncmp(text,
	    "name\tuses\tduration\tcodes\ttext\né", 32), 0);
	free(text);
}
END_TEST

START_TEST(csv_quotes_and_ends_lines_as_rfc_4180)
{
	is_written(two_rows(QDA_AS_CSV, false, 0),
	    "name,uses,duration,codes,text\r\n"
	    "é😀,12,3723,\"peur; a\\;b\",\"un\tdeux\ntrois\\\"\r\n"
	    "sol,,,,\r\n");
}
END_TEST

START_TEST(jsonl_has_arrays_and_nulls)
{
	is_written(two_rows(QDA_AS_JSONL, false, 0),
	    "{\"name\": \"é😀\", \"uses\": 12, \"duration\": 3723, \"codes\": "
	    "[\"peur\", \"a;b\"], \"text\": \"un\\tdeux\\ntrois\\\\\"}\n"
	    "{\"name\": \"sol\", \"uses\": null, \"duration\": null, "
	    "\"codes\": [], \"text\": null}\n");
}
END_TEST

START_TEST(json_is_one_array)
{
	char			*text = two_rows(QDA_AS_JSON, false, 0);
	struct qda_mem		 m;
	struct qda_table	*t;

	ck_assert_int_eq(strncmp(text, "[\n  {\"name\": ", 13), 0);
	ck_assert_ptr_nonnull(strstr(text, "},\n  {\"name\": \"sol\""));
	ck_assert_str_eq(text + strlen(text) - 4, "}\n]\n");
	free(text);
	t = qda_table_open(qda_mem_open(&m), QDA_AS_JSON, false, columns, 5,
	    0);
	qda_table_close(t);
	is_written(qda_mem_text(&m), "[]\n");
}
END_TEST

START_TEST(names_are_the_first_column_unescaped)
{
	is_written(two_rows(QDA_AS_NAMES, true, 0), "é😀\nsol\n");
}
END_TEST

START_TEST(a_table_is_aligned_by_what_a_terminal_shows)
{
	is_written(two_rows(QDA_AS_TABLE, false, 0),
	    "name  uses  duration  codes      text\n"
	    "é😀     12   1:02:03  peur; a;b  un deux trois\\\n"
	    "sol\n");
}
END_TEST

START_TEST(columns_of_words_are_cut_the_last_half_as_much_as_others)
{
	struct qda_mem		 m;
	struct qda_table	*t;

	t = qda_table_open(qda_mem_open(&m), QDA_AS_TABLE, false, columns, 5,
	    70);
	row(t, "sol", 12, 3723, "remettre un soin à plus tard; peur",
	    "un deux trois quatre cinq six sept huit neuf dix onze douze");
	qda_table_close(t);
	is_written(qda_mem_text(&m),
	    "name  uses  duration  codes            text\n"
	    "sol     12   1:02:03  remettre un so…  "
	    "un deux trois quatre cinq six …\n");
}
END_TEST

START_TEST(text_is_cut_as_little_as_what_stands_last)
{
	static const struct qda_column	 four[] = {
		{ "name", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
		{ "label", QDA_CELL_TEXT }, { "memo", QDA_CELL_TEXT },
	};
	struct qda_mem			 m;
	struct qda_table		*t;

	t = qda_table_open(qda_mem_open(&m), QDA_AS_TABLE, false, four, 4, 60);
	qda_table_text(t, "a");
	for (int i = 0; i < 3; i++)
		qda_table_text(t, "un deux trois quatre cinq six sept huit");
	qda_table_close(t);
	is_written(qda_mem_text(&m),
	    "name  text                  label       memo\n"
	    "a     un deux trois quatr…  un deux t…  un deux trois quatr…\n");
}
END_TEST

START_TEST(the_last_column_is_cut_at_the_width)
{
	is_written(two_rows(QDA_AS_TABLE, false, 42),
	    "name  uses  duration  codes   text\n"
	    "é😀     12   1:02:03  peur;…  un deux tro…\n"
	    "sol\n");
	is_written(two_rows(QDA_AS_TABLE, false, 20),
	    "name  uses  duration  codes      text\n"
	    "é😀     12   1:02:03  peur; a;b  un deux tro…\n"
	    "sol\n");
}
END_TEST

/* Two rows of a table whose columns 1 and 2 are spare; how many it left. */
static size_t
spare_row(char **text, int width)
{
	struct qda_mem		 m;
	struct qda_table	*t;
	size_t			 left;

	t = qda_table_open(qda_mem_open(&m), QDA_AS_TABLE, false, columns, 5,
	    width);
	qda_table_spare(t, 1, 2, &left);
	row(t, "sol", 12, 3723, "peur de tomber malade", "un deux trois");
	qda_table_close(t);
	*text = qda_mem_text(&m);
	return left;
}

START_TEST(columns_are_left_out_where_that_is_asked_for)
{
	static const struct {
		int		 width;
		size_t		 left;
		const char	*text;
	}	 expected[] = {
		{ 0, 0, "name  uses  duration  codes                  text\n"
		    "sol     12   1:02:03  peur de tomber malade  un deux "
		    "trois\n" },
		{ 58, 0, NULL }, { 57, 1, NULL }, { 48, 1, NULL },
		{ 47, 2, "name  codes                  text\n"
		    "sol   peur de tomber malade  un deux trois\n" },
		{ 39, 2, "name  codes               text\n"
		    "sol   peur de tomber ma…  un deux trois\n" },
		{ 32, 2, "name  codes         text\n"
		    "sol   peur de tom…  un deux tro…\n" },
		{ 31, 3, "name  codes\nsol   peur de tomber malade\n" },
		{ 1, 4, "name\nsol\n" },
	};

	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++) {
		char	*text;

		ck_assert_uint_eq(spare_row(&text, expected[i].width),
		    expected[i].left);
		if (expected[i].text != NULL)
			ck_assert_str_eq(text, expected[i].text);
		free(text);
	}
}
END_TEST

START_TEST(an_empty_table_shows_nothing_but_csv_its_header)
{
	static const enum qda_as	 as[] = { QDA_AS_TABLE, QDA_AS_CSV };
	static const char *const	 expected[] = { "", "name,uses\r\n" };

	for (int i = 0; i < 2; i++) {
		struct qda_mem	 m;

		qda_table_close(qda_table_open(qda_mem_open(&m), as[i], false,
		    columns, 2, 0));
		is_written(qda_mem_text(&m), expected[i]);
	}
}
END_TEST

START_TEST(control_characters_do_not_reach_a_terminal)
{
	static const struct qda_column	 c[] = {{ "text", QDA_CELL_TEXT }};
	struct qda_mem			 m;
	struct qda_table		*t;

	t = qda_table_open(qda_mem_open(&m), QDA_AS_TABLE, false, c, 1, 0);
	qda_table_text(t, "a\x1b[31mb\xc2\x9b" "c\xff");
	qda_table_close(t);
	is_written(qda_mem_text(&m), "text\na\xef\xbf\xbd[31mb\xef\xbf\xbd"
	    "c\xef\xbf\xbd\n");
}
END_TEST

static char *
tree(enum qda_as as, bool joined)
{
	static const struct qda_column	 c[] = {
		{ "path", QDA_CELL_PATH }, { "n", QDA_CELL_NUMBER }
	};
	static const char *const	 parts[] = { "A", "B > C", "D;E" };
	struct qda_mem			 m;
	struct qda_table		*t;

	t = qda_table_open(qda_mem_open(&m), as, false, c, 2, 0);
	qda_table_text(t, "A");
	qda_table_int(t, 10);
	if (joined)
		qda_table_list(t, parts, 3);
	else
		qda_table_text(t, "A > B > D");
	qda_table_int(t, 2);
	qda_table_close(t);
	return qda_mem_text(&m);
}

START_TEST(a_path_is_whole_in_data_and_indented_in_a_table)
{
	is_written(tree(QDA_AS_TSV, false), "A\t10\nA > B > D\t2\n");
	is_written(tree(QDA_AS_TABLE, false),
	    "path    n\nA      10\n    D   2\n");
	is_written(tree(QDA_AS_TSV, true), "A\t10\nA > B > C > D;E\t2\n");
	is_written(tree(QDA_AS_TABLE, true),
	    "path      n\nA        10\n    D;E   2\n");
	is_written(tree(QDA_AS_JSONL, true), "{\"path\": \"A\", \"n\": 10}\n"
	    "{\"path\": \"A > B > C > D;E\", \"n\": 2}\n");
}
END_TEST

static char *
csv(const char *s)
{
	struct qda_mem	 m;

	qda_csv_text(qda_mem_open(&m), s);
	return qda_mem_text(&m);
}

START_TEST(no_spreadsheet_runs_a_cell_of_csv)
{
	is_written(csv("=1+1"), "'=1+1");
	is_written(csv("- Oui, dit-il"), "\"'- Oui, dit-il\"");
	is_written(csv("@SUM(A1)"), "'@SUM(A1)");
	is_written(csv("+33 6"), "'+33 6");
	is_written(csv("\tx"), "\"'\tx\"");
	is_written(csv("\rx"), "\"'\rx\"");
	is_written(csv("'=1"), "''=1");
}
END_TEST

START_TEST(numbers_and_other_cells_of_csv_stay_as_they_are)
{
	is_written(csv("-5"), "-5");
	is_written(csv("-5.25"), "-5.25");
	is_written(csv("+3"), "+3");
	is_written(csv("-"), "'-");
	is_written(csv("-5."), "'-5.");
	is_written(csv("'x"), "'x");
	is_written(csv("dit \"oui\""), "\"dit \"\"oui\"\"\"");
	is_written(csv("a=b"), "a=b");
}
END_TEST

static char *
real(enum qda_as as, double x, int decimals, enum qda_cell cell)
{
	const struct qda_column	 c[] = {{ "x", cell }};
	struct qda_mem		 m;
	struct qda_table	*t;

	t = qda_table_open(qda_mem_open(&m), as, false, c, 1, 0);
	qda_table_real(t, x, decimals);
	qda_table_close(t);
	return qda_mem_text(&m);
}

START_TEST(real_numbers_have_their_decimals_and_a_word_for_none)
{
	is_written(real(QDA_AS_TSV, 2.0 / 3, 3, QDA_CELL_NUMBER), "0.667\n");
	is_written(real(QDA_AS_TSV, 0.1, -1, QDA_CELL_NUMBER), "0.1\n");
	is_written(real(QDA_AS_TSV, NAN, 3, QDA_CELL_NUMBER), "NA\n");
	is_written(real(QDA_AS_JSONL, NAN, 3, QDA_CELL_NUMBER),
	    "{\"x\": null}\n");
	is_written(real(QDA_AS_TABLE, 89.6, 1, QDA_CELL_DURATION),
	    "   x\n1:30\n");
	free(real(QDA_AS_TABLE, -1e308, 99, QDA_CELL_NUMBER));
	free(real(QDA_AS_TABLE, -1e308, 0, QDA_CELL_DURATION));
}
END_TEST

START_TEST(dates_are_local_in_a_table_only)
{
	static const struct qda_column	 c[] = {{ "date", QDA_CELL_DATE }};
	static const enum qda_as	 as[] = { QDA_AS_TABLE, QDA_AS_TSV };
	static const char *const	 expected[] = {
		"date\n17/01/2024\n", "2024-01-17\n"
	};

	qda_lang_use("fr");
	for (int i = 0; i < 2; i++) {
		struct qda_mem		 m;
		struct qda_table	*t;

		t = qda_table_open(qda_mem_open(&m), as[i], false, c, 1, 0);
		qda_table_text(t, "2024-01-17");
		qda_table_close(t);
		is_written(qda_mem_text(&m), expected[i]);
	}
	qda_lang_use("en");
}
END_TEST

START_TEST(moments_are_local_in_a_table_only)
{
	static const struct qda_column	 c[] = {{ "when", QDA_CELL_MOMENT }};
	static const struct {
		enum qda_as	 as;
		const char	*moment, *expected;
	}	 cases[] = {
		{ QDA_AS_TABLE, "2024-01-17T23:05:59Z",
		    "when\n18/01/2024 08:05\n" },
		{ QDA_AS_TABLE, "2024-01-17", "when\n2024-01-17\n" },
		{ QDA_AS_TSV, "2024-01-17T23:05:59Z",
		    "2024-01-17T23:05:59Z\n" },
	};

	qda_lang_use("fr");
	setenv("TZ", "Asia/Tokyo", 1);
	tzset();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct qda_mem		 m;
		struct qda_table	*t;

		t = qda_table_open(qda_mem_open(&m), cases[i].as, false, c, 1,
		    0);
		qda_table_text(t, cases[i].moment);
		qda_table_close(t);
		is_written(qda_mem_text(&m), cases[i].expected);
	}
	setenv("TZ", "UTC", 1);
	tzset();
	qda_lang_use("en");
}
END_TEST

START_TEST(a_row_of_one_empty_cell_is_not_a_blank_line_of_csv)
{
	static const struct qda_column	 c[] = {{ "x", QDA_CELL_TEXT }};
	struct qda_mem			 m;
	struct qda_table		*t;

	t = qda_table_open(qda_mem_open(&m), QDA_AS_CSV, false, c, 1, 0);
	qda_table_text(t, "");
	qda_table_text(t, NULL);
	qda_table_close(t);
	is_written(qda_mem_text(&m), "x\r\n\"\"\r\n\"\"\r\n");
}
END_TEST

static void
add_tests(TCase *t)
{
	tcase_add_test(t, formats_have_names);
	tcase_add_test(t, tsv_escapes_three_characters);
	tcase_add_test(t, tsv_has_a_header_on_request);
	tcase_add_test(t, csv_quotes_and_ends_lines_as_rfc_4180);
	tcase_add_test(t, jsonl_has_arrays_and_nulls);
	tcase_add_test(t, json_is_one_array);
	tcase_add_test(t, names_are_the_first_column_unescaped);
	tcase_add_test(t, moments_are_local_in_a_table_only);
	tcase_add_test(t, a_table_is_aligned_by_what_a_terminal_shows);
	tcase_add_test(t,
	    columns_of_words_are_cut_the_last_half_as_much_as_others);
	tcase_add_test(t, text_is_cut_as_little_as_what_stands_last);
	tcase_add_test(t, the_last_column_is_cut_at_the_width);
	tcase_add_test(t, columns_are_left_out_where_that_is_asked_for);
	tcase_add_test(t, an_empty_table_shows_nothing_but_csv_its_header);
	tcase_add_test(t, control_characters_do_not_reach_a_terminal);
	tcase_add_test(t, a_path_is_whole_in_data_and_indented_in_a_table);
	tcase_add_test(t, no_spreadsheet_runs_a_cell_of_csv);
	tcase_add_test(t, numbers_and_other_cells_of_csv_stay_as_they_are);
	tcase_add_test(t, real_numbers_have_their_decimals_and_a_word_for_none);
	tcase_add_test(t, dates_are_local_in_a_table_only);
	tcase_add_test(t,
	    a_row_of_one_empty_cell_is_not_a_blank_line_of_csv);
}

Suite *
suite_table(void)
{
	Suite	*s = suite_create("table");
	TCase	*t = tcase_create("table");

	add_tests(t);
	suite_add_tcase(s, t);
	return s;
}
