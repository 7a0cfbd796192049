/* test_text.c: code points, names, folding, patterns. */
#include <stdlib.h>
#include <string.h>

#include "qda/text.h"
#include "suites.h"

START_TEST(code_points_are_counted_not_bytes)
{
	ck_assert_int_eq(qda_text_length("é😀a", 7), 3);
}
END_TEST

Suite *
suite_text(void)
{
	Suite	*s = suite_create("text");
	TCase	*t = tcase_create("text");

	tcase_add_test(t, code_points_are_counted_not_bytes);
	suite_add_tcase(s, t);
	return s;
}
