/* test_attribute.c: types of attributes, and values as people write them. */
#include <stdlib.h>

#include "qda/attribute.h"
#include "suites.h"

static enum qda_type
guess(const char *a, const char *b, const char *c)
{
	const char	*texts[] = { a, b, c };

	return qda_type_guess(texts, 3);
}

START_TEST(a_type_is_one_that_all_values_fit)
{
	ck_assert_int_eq(guess("52", "", "62,5"), QDA_TYPE_NUMBER);
	ck_assert_int_eq(guess("-3", "+4.25", " 0 "), QDA_TYPE_NUMBER);
	ck_assert_int_eq(guess("2020", "2021", "2022"), QDA_TYPE_NUMBER);
	ck_assert_int_eq(guess("2020", "2021-03", ""), QDA_TYPE_DATE);
	ck_assert_int_eq(guess("17/03/2024", "1er mars 2024", "\t"),
	    QDA_TYPE_DATE);
	ck_assert_int_eq(guess("38 min 10", "1:02:03", "45 s"),
	    QDA_TYPE_DURATION);
	ck_assert_int_eq(guess("", " ", "\xc2\xa0"), QDA_TYPE_TEXT);
}
END_TEST

START_TEST(what_is_not_quite_a_number_is_text)
{
	static const char	*const texts[] = {
		"01000", "00", "1e5", "0x10", "1.", ".5", ",5", "1,2,3", "-",
		"+", "- 1", "1 204", "inf", "nan", "12 ans", "20-29", "< 1",
		"1234567890123456", "\xd9\xa1",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(guess("1", texts[i], "") == QDA_TYPE_TEXT,
		    "%s", texts[i]);
}
END_TEST

static void
check_read(const struct qda_attribute *a, const char *text, const char *want)
{
	struct qda_err	 e;
	char		*value;
	int		 rc = qda_attribute_read(&value, a, text, &e);

	ck_assert_int_eq(rc, want == NULL ? -1 : 0);
	if (rc < 0) {
		ck_assert_int_eq(e.why, QDA_DATA);
		return;
	}
	ck_assert_str_eq(value, want);
	free(value);
}

START_TEST(a_value_is_kept_in_one_way)
{
	char			*levels[] = { (char *)"20-29", (char *)"Été" };
	struct qda_attribute	 a = { .noun = "participant" };

	a.levels = (struct qda_strings){ levels, 2, 2 };
	a.type = QDA_TYPE_NUMBER;
	check_read(&a, " +12,50 ", "12.50");
	check_read(&a, "007", "007");
	check_read(&a, "douze", NULL);
	a.type = QDA_TYPE_DATE;
	check_read(&a, "17/03/2024", "2024-03-17");
	check_read(&a, "31/02/2024", NULL);
	a.type = QDA_TYPE_DURATION;
	check_read(&a, "1h02", "3720");
	check_read(&a, "12", NULL);
	a.type = QDA_TYPE_YESNO;
	check_read(&a, "Oui", "yes");
	check_read(&a, "peut-être", NULL);
	a.type = QDA_TYPE_ORDERED;
	check_read(&a, "ÉTÉ", "Été");
	check_read(&a, "30-39", NULL);
	a.type = QDA_TYPE_TEXT;
	check_read(&a, "\xc2\xa0 deux mots\n", "deux mots");
}
END_TEST

START_TEST(a_duration_reads_back_as_it_was_written)
{
	static const char	*const seconds[] = {
		"0", "59", "60", "3599", "3600", "3723", "86399", "360000",
	};
	struct qda_attribute	 a = { .type = QDA_TYPE_DURATION };
	char			*text;

	for (size_t i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++) {
		text = qda_attribute_text(&a, seconds[i]);
		check_read(&a, text, seconds[i]);
		free(text);
	}
}
END_TEST

START_TEST(an_ordered_list_without_levels_is_refused)
{
	struct qda_attributes	 list;
	struct qda_db		*db;
	struct qda_err		 e;
	char			*value;
	int64_t			 source = 1;

	ck_assert_int_eq(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e), 0);
	ck_assert_int_eq(qda_attributes_get(&list, db, "source", &e), 0);
	ck_assert_int_eq(qda_attribute_declare(&list, db, "Lieu", 0, &e), 0);
	ck_assert_int_eq(qda_attribute_find(&list, "LIEU"), 0);
	ck_assert_int_eq(qda_attribute_set(&list.at[0], db, source, "", &e), 0);
	ck_assert_int_eq(qda_attribute_value(&value, &list.at[0], db, source,
	    &e), 0);
	ck_assert_ptr_null(value);
	ck_assert_int_eq(qda_attribute_retype(&list.at[0], db,
	    QDA_TYPE_ORDERED, NULL, &e), -1);
	ck_assert_int_eq(list.at[0].type, QDA_TYPE_TEXT);
	qda_attributes_free(&list);
	qda_db_close(db);
}
END_TEST

Suite *
suite_attribute(void)
{
	Suite	*s = suite_create("attribute");
	TCase	*t = tcase_create("attribute");

	tcase_add_test(t, a_type_is_one_that_all_values_fit);
	tcase_add_test(t, what_is_not_quite_a_number_is_text);
	tcase_add_test(t, a_value_is_kept_in_one_way);
	tcase_add_test(t, a_duration_reads_back_as_it_was_written);
	tcase_add_test(t, an_ordered_list_without_levels_is_refused);
	suite_add_tcase(s, t);
	return s;
}
