/* test_err.c: what is said of a failure. */
#include <check.h>
#include <errno.h>
#include <string.h>

#include "qda/err.h"
#include "qda/text.h"
#include "suites.h"

static bool
is_text(const char *s)
{
	return qda_text_invalid(s, strlen(s)) == strlen(s);
}

START_TEST(a_name_is_not_cut_within_a_character)
{
	struct qda_err	 e;

	qda_fail(&e, QDA_DATA, "'%.5s' and '%.6s'", "aéèàù", "aéèàù");
	ck_assert_str_eq(e.msg, "'aéè' and 'aéè'");
	qda_fail(&e, QDA_DATA, "'%.6s'", "€😀");
	ck_assert_str_eq(e.msg, "'€'");
	errno = ENOENT;
	qda_fail_errno(&e, "cannot open '%.2s'", "aé");
	ck_assert(is_text(e.msg));
	ck_assert_ptr_eq(strchr(e.msg, 'a'), e.msg + 1);
	qda_fail_in(&e, "'%.2s'", "aé");
	ck_assert(is_text(e.msg));
	ck_assert_mem_eq(e.msg, "'a'", 3);
}
END_TEST

START_TEST(a_long_message_ends_with_a_character)
{
	struct qda_err	 e;
	char		 long_name[sizeof(e.msg) + 2];

	for (size_t i = 0; i + 1 < sizeof(long_name); i += 2)
		memcpy(long_name + i, "é", 2);
	long_name[sizeof(long_name) - 2] = '\0';
	for (int i = 0; i < 2; i++) {
		qda_fail(&e, QDA_DATA, "%s%s", i > 0 ? "a" : "", long_name);
		ck_assert(is_text(e.msg));
		ck_assert_uint_ge(strlen(e.msg), sizeof(e.msg) - 2);
		qda_fail_more(&e, "a line");
		ck_assert(is_text(e.msg));
		ck_assert_str_eq(e.msg + strlen(e.msg) - 7, "\na line");
	}
}
END_TEST

Suite *
suite_err(void)
{
	Suite	*s = suite_create("err");
	TCase	*t = tcase_create("messages");

	tcase_add_test(t, a_name_is_not_cut_within_a_character);
	tcase_add_test(t, a_long_message_ends_with_a_character);
	suite_add_tcase(s, t);
	return s;
}
