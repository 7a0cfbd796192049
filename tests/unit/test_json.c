/* test_json.c: the JSON writer. */
#include <math.h>
#include <stdlib.h>

#include "qda/json.h"
#include "qda/mem.h"
#include "qda/table.h"
#include "suites.h"

static char *
string(const char *s)
{
	struct qda_mem	 m;

	qda_json_string(qda_mem_open(&m), s);
	return qda_mem_text(&m);
}

static void
is_written(const char *s, const char *expected)
{
	char	*json = string(s);

	ck_assert_str_eq(json, expected);
	free(json);
}

START_TEST(strings_are_escaped)
{
	is_written("", "\"\"");
	is_written("a\"b\\c", "\"a\\\"b\\\\c\"");
	is_written("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
	is_written("\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"");
	is_written("é😀 « »", "\"é😀 « »\"");
}
END_TEST

START_TEST(bytes_that_are_no_text_become_replacement_characters)
{
	is_written("a\xff" "b\xc3", "\"a\xef\xbf\xbd" "b\xef\xbf\xbd\"");
	is_written("\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}
END_TEST

START_TEST(objects_and_arrays_nest)
{
	struct qda_mem	 m;
	struct qda_json	 j;
	char		*text;

	qda_json_begin(&j, qda_mem_open(&m));
	qda_json_open(&j, '{');
	qda_json_key(&j, "n");
	qda_json_int(&j, 3);
	qda_json_key(&j, "none");
	qda_json_int(&j, QDA_NONE);
	qda_json_key(&j, "list");
	qda_json_open(&j, '[');
	qda_json_text(&j, "a");
	qda_json_text(&j, NULL);
	qda_json_open(&j, '{');
	qda_json_key(&j, "yes");
	qda_json_bool(&j, true);
	qda_json_close(&j, '}');
	qda_json_open(&j, '[');
	qda_json_close(&j, ']');
	qda_json_close(&j, ']');
	qda_json_close(&j, '}');
	qda_json_end(&j);
	text = qda_mem_text(&m);
	ck_assert_str_eq(text, "{\n  \"n\": 3,\n  \"none\": null,\n"
	    "  \"list\": [\"a\", null, {\"yes\": true}, []]\n}\n");
	free(text);
}
END_TEST

START_TEST(the_end_closes_what_is_open)
{
	struct qda_mem	 m;
	struct qda_json	 j;
	char		*text;

	qda_json_begin(&j, qda_mem_open(&m));
	qda_json_open(&j, '[');
	qda_json_open(&j, '{');
	qda_json_key(&j, "a");
	qda_json_open(&j, '[');
	qda_json_end(&j);
	text = qda_mem_text(&m);
	ck_assert_str_eq(text, "[\n  {\"a\": []}\n]\n");
	free(text);
}
END_TEST

START_TEST(numbers_are_the_shortest_that_read_back)
{
	char	 buf[32];

	ck_assert_str_eq(qda_json_shortest(buf, 0.1), "0.1");
	ck_assert_str_eq(qda_json_shortest(buf, 1.0 / 3),
	    "0.3333333333333333");
	ck_assert_str_eq(qda_json_shortest(buf, 12), "12");
	ck_assert_str_eq(qda_json_shortest(buf, 0.1 + 0.2),
	    "0.30000000000000004");
	ck_assert_double_eq(strtod(qda_json_shortest(buf, M_PI * 1e-9), NULL),
	    M_PI * 1e-9);
}
END_TEST

START_TEST(what_is_no_number_is_null)
{
	struct qda_mem	 m;
	struct qda_json	 j;
	char		*text;

	qda_json_begin(&j, qda_mem_open(&m));
	qda_json_open(&j, '[');
	qda_json_real(&j, NAN);
	qda_json_real(&j, INFINITY);
	qda_json_real(&j, -0.5);
	qda_json_end(&j);
	text = qda_mem_text(&m);
	ck_assert_str_eq(text, "[\n  null,\n  null,\n  -0.5\n]\n");
	free(text);
}
END_TEST

Suite *
suite_json(void)
{
	Suite	*s = suite_create("json");
	TCase	*t = tcase_create("json");

	tcase_add_test(t, strings_are_escaped);
	tcase_add_test(t,
	    bytes_that_are_no_text_become_replacement_characters);
	tcase_add_test(t, objects_and_arrays_nest);
	tcase_add_test(t, the_end_closes_what_is_open);
	tcase_add_test(t, numbers_are_the_shortest_that_read_back);
	tcase_add_test(t, what_is_no_number_is_null);
	suite_add_tcase(s, t);
	return s;
}
