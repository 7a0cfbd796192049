/* test_when.c: dates, durations, numbers in prose, identifiers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "suites.h"

#define NBSP	"\xc2\xa0"

/* The ISO date read from a text, "" when it is refused. */
static const char *
date(const char *text)
{
	static char	 iso[11];
	struct qda_err	 e = { 0 };

	if (qda_date_read(iso, text, &e) < 0) {
		ck_assert_int_eq(e.why, QDA_DATA);
		ck_assert_ptr_nonnull(strstr(e.msg, text));
		return "";
	}
	return iso;
}

/* The seconds read from a text, -1 when it is refused. */
static int64_t
duration(const char *text)
{
	struct qda_err	 e = { 0 };
	int64_t		 s = -7;

	if (qda_duration_read(&s, text, &e) < 0) {
		ck_assert_int_eq(e.why, QDA_DATA);
		return -1;
	}
	return s;
}

START_TEST(iso_dates_keep_their_precision)
{
	ck_assert_str_eq(date("2024-03-17"), "2024-03-17");
	ck_assert_str_eq(date("2024-03"), "2024-03");
	ck_assert_str_eq(date("2024"), "2024");
	ck_assert_str_eq(date("2024-03-17T09:41:05Z"), "2024-03-17");
	ck_assert_str_eq(date("2024-03-17 00:00:00"), "2024-03-17");
}
END_TEST

START_TEST(dates_are_read_day_first)
{
	ck_assert_str_eq(date("17/03/2024"), "2024-03-17");
	ck_assert_str_eq(date(" 7.3.2024 "), "2024-03-07");
	ck_assert_str_eq(date("05-04-2024"), "2024-04-05");
	ck_assert_str_eq(date("03/2024"), "2024-03");
}
END_TEST

START_TEST(months_are_read_by_their_names)
{
	ck_assert_str_eq(date("17 mars 2024"), "2024-03-17");
	ck_assert_str_eq(date("1er août 2024"), "2024-08-01");
	ck_assert_str_eq(date("12 DÉCEMBRE 2023"), "2023-12-12");
	ck_assert_str_eq(date("8 Jan 2024"), "2024-01-08");
	ck_assert_str_eq(date("15 sept. 2024"), "2024-09-15");
	ck_assert_str_eq(date("17" NBSP "juil 2024"), "2024-07-17");
	ck_assert_str_eq(date("mars 2024"), "2024-03");
}
END_TEST

START_TEST(what_no_calendar_has_is_refused)
{
	static const char	*const bad[] = {
		"30/02/2024", "2023-02-29", "31.04.2024", "0/1/2024",
		"03/17/2024", "2024-13", "2024-00-10", "17/03/24", "", "P4",
		"2024-3-1x", "17 jui 2024", "mardi 2024", "0001-01-01",
		"99999999999999999999", "2024-03-17 soir", "12", "1/2/3/2024",
		"a text of more than sixty letters that is no date whatsoever",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(*date(bad[i]) == '\0', "'%s' was read", bad[i]);
	ck_assert_str_eq(date("29/02/2024"), "2024-02-29");
	ck_assert_str_eq(date("29/02/2000"), "2000-02-29");
	ck_assert_str_eq(date("29/02/1900"), "");
}
END_TEST

START_TEST(durations_are_read_as_people_write_them)
{
	static const struct { const char *text; int64_t s; } good[] = {
		{ "24:27", 1467 }, { "1:02:03", 3723 }, { "00:24:27", 1467 },
		{ "75:10", 4510 }, { "24min27", 1467 }, { "38 min 10", 2290 },
		{ "38" NBSP "min" NBSP "10", 2290 }, { "1h02", 3720 },
		{ "1 h 02 min 03", 3723 }, { "2027 s", 2027 },
		{ "55 MIN", 3300 }, { "1 heure 2 minutes", 3720 },
		{ "38’10\"", 2290 }, { "38'10''", 2290 }, { "34,5 min", 2070 },
		{ "1.5 h", 5400 }, { "0:00", 0 }, { "00:03:12.480", 192 },
		{ "22mn50s", 1370 }, { "24 min 27 s", 1467 },
		{ "2 min. 5 sec.", 125 }, { "90 min", 5400 },
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(duration(good[i].text) == good[i].s,
		    "'%s' was read as %ld", good[i].text,
		    (long)duration(good[i].text));
}
END_TEST

START_TEST(what_is_no_duration_is_refused)
{
	static const char	*const bad[] = {
		"", " ", "38", "38.5", "12 10", "-5 min", "24:", ":27",
		"24:60", "1:60:00", "1:2:3:4", "24:27:", "1 h 75 min", "10 x",
		"10 s 5 min", "5 min 5 min", "min", "1,5 h 10", "1e3 s",
		"99999999999999999 h", "1h02:03", "24;27", "h", "2024-03-17",
		"38'10\"\"", "10 min 99",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(duration(bad[i]) == -1, "'%s' was read as %ld",
		    bad[i], (long)duration(bad[i]));
}
END_TEST

START_TEST(a_bare_number_is_refused_because_of_its_unit)
{
	struct qda_err	 e;
	int64_t		 s;

	ck_assert_int_eq(qda_duration_read(&s, "38", &e), -1);
	ck_assert_ptr_nonnull(strstr(e.msg, "unit"));
}
END_TEST

START_TEST(durations_are_a_clock_in_tables)
{
	char	 buf[24];

	ck_assert_str_eq(qda_duration_clock(buf, 1467), "24:27");
	ck_assert_str_eq(qda_duration_clock(buf, 3723), "1:02:03");
	ck_assert_str_eq(qda_duration_clock(buf, 0), "0:00");
	ck_assert_str_eq(qda_duration_clock(buf, 3600), "1:00:00");
	ck_assert_str_eq(qda_duration_clock(buf, -61), "-1:01");
	qda_duration_clock(buf, INT64_MIN);
}
END_TEST

START_TEST(durations_are_words_in_prose)
{
	char	 buf[40];

	qda_lang_use("fr");
	ck_assert_str_eq(qda_duration_words(buf, 2290),
	    "38" NBSP "min" NBSP "10");
	ck_assert_str_eq(qda_duration_words(buf, 2342),
	    "39" NBSP "min" NBSP "02");
	ck_assert_str_eq(qda_duration_words(buf, 3300), "55" NBSP "min");
	ck_assert_str_eq(qda_duration_words(buf, 3720),
	    "1" NBSP "h" NBSP "02");
	ck_assert_str_eq(qda_duration_words(buf, 3603),
	    "1" NBSP "h" NBSP "00" NBSP "min" NBSP "03");
	ck_assert_str_eq(qda_duration_words(buf, 7200), "2" NBSP "h");
	ck_assert_str_eq(qda_duration_words(buf, 45), "45" NBSP "s");
	qda_lang_use("en");
	ck_assert_str_eq(qda_duration_words(buf, 2290), "38 min 10 s");
	ck_assert_str_eq(qda_duration_words(buf, 2342), "39 min 2 s");
	ck_assert_str_eq(qda_duration_words(buf, 3300), "55 min");
	ck_assert_str_eq(qda_duration_words(buf, 3603), "1 h 0 min 3 s");
	ck_assert_str_eq(qda_duration_words(buf, 7200), "2 h");
	ck_assert_str_eq(qda_duration_words(buf, 0), "0 s");
	qda_duration_words(buf, INT64_MAX);
}
END_TEST

START_TEST(a_duration_in_words_is_read_back)
{
	static const int64_t	 some[] = { 0, 5, 59, 60, 61, 2290, 3600, 3601,
				    3660, 3723, 7322 };
	char			 buf[40];

	for (int fr = 0; fr < 2; fr++) {
		qda_lang_use(fr ? "fr" : "en");
		for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++)
			ck_assert_int_eq(duration(qda_duration_words(buf,
			    some[i])), some[i]);
	}
	qda_lang_use("en");
}
END_TEST

START_TEST(dates_are_words_in_the_language_in_force)
{
	char	 buf[32];

	qda_lang_use("fr");
	ck_assert_str_eq(qda_date_words(buf, "2024-01-08"), "08/01/2024");
	qda_lang_use("en");
	ck_assert_str_eq(qda_date_words(buf, "2024-01-08"), "8 Jan 2024");
	ck_assert_str_eq(qda_date_words(buf, "2024-01"), "2024-01");
	ck_assert_str_eq(qda_date_words(buf, "2024-77-08"), "2024-77-08");
	ck_assert_str_eq(qda_date_words(buf, ""), "");
}
END_TEST

START_TEST(numbers_in_prose_have_a_comma_in_french)
{
	char	 buf[48];

	qda_lang_use("fr");
	ck_assert_str_eq(qda_number_words(buf, 34.5, 1), "34,5");
	ck_assert_str_eq(qda_number_words(buf, 34, 1), "34");
	ck_assert_str_eq(qda_number_words(buf, 1204, 0),
	    "1\xe2\x80\xaf" "204");
	qda_lang_use("en");
	ck_assert_str_eq(qda_number_words(buf, 34.56, 1), "34.6");
	ck_assert_str_eq(qda_number_words(buf, 1204, 0), "1,204");
	ck_assert_str_eq(qda_number_words(buf, 1234567.25, 2),
	    "1,234,567.25");
	ck_assert_str_eq(qda_number_words(buf, 999, 0), "999");
	ck_assert_str_eq(qda_number_words(buf, -1000, 0), "-1,000");
	ck_assert_str_eq(qda_number_words(buf, -0.001, 1), "0");
	ck_assert_str_eq(qda_number_words(buf, 100, 2), "100");
	ck_assert_str_eq(qda_number_words(buf, NAN, 2), "NA");
	qda_number_words(buf, -999999999999999.0, 99);
	qda_number_words(buf, 1e300, 2);
}
END_TEST

START_TEST(now_and_today_are_iso)
{
	char		 now[21], today[11];
	struct qda_err	 e;
	char		 iso[11];

	ck_assert_uint_eq(strlen(qda_now(now)), 20);
	ck_assert_int_eq(now[10], 'T');
	ck_assert_int_eq(now[19], 'Z');
	ck_assert_int_eq(qda_date_read(iso, qda_today(today), &e), 0);
	ck_assert_str_eq(iso, today);
}
END_TEST

START_TEST(identifiers_rise_and_are_of_version_7)
{
	static unsigned char	 guid[100000][16];

	for (size_t i = 0; i < 100000; i++)
		qda_guid(guid[i]);
	for (size_t i = 0; i < 100000; i++) {
		ck_assert_int_eq(guid[i][6] >> 4, 7);
		ck_assert_int_eq(guid[i][8] >> 6, 2);
		if (i > 0)
			ck_assert_int_lt(memcmp(guid[i - 1], guid[i], 8), 0);
	}
}
END_TEST

Suite *
suite_when(void)
{
	Suite	*s = suite_create("when");
	TCase	*t = tcase_create("when");

	tcase_add_test(t, iso_dates_keep_their_precision);
	tcase_add_test(t, dates_are_read_day_first);
	tcase_add_test(t, months_are_read_by_their_names);
	tcase_add_test(t, what_no_calendar_has_is_refused);
	tcase_add_test(t, durations_are_read_as_people_write_them);
	tcase_add_test(t, what_is_no_duration_is_refused);
	tcase_add_test(t, a_bare_number_is_refused_because_of_its_unit);
	tcase_add_test(t, durations_are_a_clock_in_tables);
	tcase_add_test(t, durations_are_words_in_prose);
	tcase_add_test(t, a_duration_in_words_is_read_back);
	tcase_add_test(t, dates_are_words_in_the_language_in_force);
	tcase_add_test(t, numbers_in_prose_have_a_comma_in_french);
	tcase_add_test(t, now_and_today_are_iso);
	tcase_add_test(t, identifiers_rise_and_are_of_version_7);
	suite_add_tcase(s, t);
	return s;
}
