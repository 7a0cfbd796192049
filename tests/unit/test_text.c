/* test_text.c: code points, names, folding, words, patterns. */
#include <stdlib.h>
#include <string.h>

#include "qda/regex.h"
#include "qda/text.h"
#include "suites.h"

/* é in two code points, then one beyond the first plane */
static const char	 mixed[] = "ae\u0301b😀c";

static void
key_is(const char *name, const char *expected)
{
	char		*key = NULL;
	struct qda_err	 e;

	ck_assert_int_eq(qda_text_key(&key, name, &e), 0);
	ck_assert_str_eq(key, expected);
	free(key);
}

START_TEST(code_points_are_counted_not_bytes)
{
	ck_assert_int_eq(qda_text_length("é😀a", 7), 3);
	ck_assert_int_eq(qda_text_length(mixed, strlen(mixed)), 6);
	ck_assert_int_eq(qda_text_length("", 0), 0);
}
END_TEST

START_TEST(invalid_utf8_is_found_at_its_byte)
{
	ck_assert_uint_eq(qda_text_invalid("abc", 3), 3);
	ck_assert_uint_eq(qda_text_invalid("é\xff", 3), 2);
	ck_assert_uint_eq(qda_text_invalid("ab\xc3", 3), 2);
	ck_assert_uint_eq(qda_text_invalid("\xed\xa0\x80", 3), 0);
	ck_assert_uint_eq(qda_text_invalid("\xc0\x80", 2), 0);
	ck_assert_uint_eq(qda_text_invalid("\xf4\x90\x80\x80", 4), 0);
}
END_TEST

START_TEST(a_cursor_is_right_in_any_order)
{
	static const size_t	 bytes[] = { 0, 1, 2, 4, 5, 9, 10 };
	static const int	 order[] = { 3, 1, 6, 0, 5, 2, 4, 6, 3 };
	struct qda_cursor	 c;

	qda_cursor_begin(&c, mixed, strlen(mixed));
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		ck_assert_uint_eq(qda_cursor_byte(&c, order[i]),
		    bytes[order[i]]);
		ck_assert_int_eq(qda_cursor_point(&c, bytes[6 - order[i]]),
		    6 - order[i]);
	}
	ck_assert_uint_eq(qda_cursor_byte(&c, 99), 10);
	ck_assert_int_eq(qda_cursor_point(&c, 99), 6);
}
END_TEST

START_TEST(a_name_is_known_however_it_is_spelt)
{
	key_is("  Peur  de\u00a0l\u2019Hôpital ", "peur de l'hôpital");
	key_is("peur de l'ho\u0302pital", "peur de l'hôpital");
	key_is("PEUR\u202fDE\tL\u02bcHÔPITAL", "peur de l'hôpital");
	key_is("Straße", "strasse");
}
END_TEST

START_TEST(a_key_keeps_accents)
{
	key_is("Élan", "élan");
	key_is("elan", "elan");
}
END_TEST

START_TEST(a_name_is_kept_composed_and_trimmed)
{
	char		*name = NULL;
	struct qda_err	 e;

	ck_assert_int_eq(qda_text_name(&name, " E\u0301lan \n vital ",
	    "code", &e), 0);
	ck_assert_str_eq(name, "Élan vital");
	free(name);
	ck_assert_int_eq(qda_text_name(&name, "  \u00a0 ", "code", &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_int_eq(qda_text_name(&name, "a\x1b[31m", "code", &e), -1);
	ck_assert_int_eq(qda_text_name(&name, "a\xff", "code", &e), -1);
	ck_assert_int_eq(e.why, QDA_USAGE);
}
END_TEST

START_TEST(folded_text_leads_back_to_the_original)
{
	static const char	 s[] = "Ce « cœur »… L’Été";
	struct qda_folded	 f;
	int64_t			 start, end;
	const char		*at;

	qda_text_fold(&f, s, strlen(s));
	ck_assert_str_eq(f.s, "ce \"coeur\"... l'ete");
	at = strstr(f.s, "coeur");
	qda_folded_span(&f, (size_t)(at - f.s), (size_t)(at - f.s) + 5,
	    &start, &end);
	ck_assert_int_eq(start, 5);
	ck_assert_int_eq(end, 9);
	at = strstr(f.s, "ete");
	qda_folded_span(&f, (size_t)(at - f.s), f.n, &start, &end);
	ck_assert_int_eq(start, 15);
	ck_assert_int_eq(end, 18);
	qda_folded_free(&f);
}
END_TEST

START_TEST(distance_counts_a_swap_once)
{
	ck_assert_uint_eq(qda_text_distance("surcharge", "surchrage"), 1);
	ck_assert_uint_eq(qda_text_distance("Été", "ete"), 0);
	ck_assert_uint_eq(qda_text_distance("peur", "peurs"), 1);
	ck_assert_uint_eq(qda_text_distance("", "abc"), 3);
}
END_TEST

START_TEST(letters_are_counted_not_bytes)
{
	const char	*names[] = { "\u03b1\u03b3\u03ac\u03c0\u03b7",
			    "import" };

	ck_assert_uint_eq(qda_text_distance("\u03b1\u03b2\u03b3",
	    "\u0431\u0432\u0433"), 3);
	ck_assert_uint_eq(qda_text_distance("\u03b1\u03b2", "\u03b2\u03b1"),
	    1);
	ck_assert_str_eq(qda_text_nearest("\u03b1\u03b3\u03ac\u03c0\u03b1",
	    names, 2), names[0]);
	ck_assert_ptr_null(qda_text_nearest("\u03b1\u03b3\u03ac\u03b7\u03b1",
	    names, 1));
	ck_assert_ptr_null(qda_text_nearest("export", names, 2));
	ck_assert_str_eq(qda_text_nearest("imprt", names, 2), "import");
}
END_TEST

START_TEST(the_nearest_name_is_near)
{
	static const char	*const names[] = { "surcharge", "fatigue" };

	ck_assert_str_eq(qda_text_nearest("surchage", names, 2), "surcharge");
	ck_assert_ptr_null(qda_text_nearest("confiance", names, 2));
	ck_assert_ptr_null(qda_text_nearest("sur", names, 2));
}
END_TEST

START_TEST(a_name_cut_short_is_near)
{
	static const char	*const names[] = {
		"peuplier", "Peur de tomber"
	};

	ck_assert_str_eq(qda_text_nearest("peur", names, 2),
	    "Peur de tomber");
	ck_assert_ptr_null(qda_text_nearest("peu", names + 1, 1));
}
END_TEST

START_TEST(words_hold_inner_apostrophes_and_hyphens)
{
	ck_assert_int_eq(qda_text_words("", 0), 0);
	ck_assert_int_eq(qda_text_words("  ?! … «  »", 16), 0);
	ck_assert_int_eq(qda_text_words("aujourd’hui, la sage-femme", 28), 3);
	ck_assert_int_eq(qda_text_words("l'été - 12 h", 14), 3);
	ck_assert_int_eq(qda_text_words("а б", 5), 2);
	ck_assert_int_eq(qda_text_words("3 × 4", 6), 2);
}
END_TEST

START_TEST(width_is_what_a_terminal_takes)
{
	ck_assert_int_eq(qda_text_width("é😀", 6), 3);
	ck_assert_int_eq(qda_text_width("e\u0301", 3), 1);
}
END_TEST

/* Where the words are found in the text, as what was matched, or NULL. */
static char *
find(const char *pattern, int flags, const char *s)
{
	struct qda_regex	*r;
	struct qda_err		 e;
	size_t			 start, end;
	char			*found = NULL;

	ck_assert_int_eq(qda_regex_open(&r, pattern, flags, &e), 0);
	if (qda_regex_next(r, s, strlen(s), 0, &start, &end, &e) > 0)
		found = strndup(s + start, end - start);
	qda_regex_close(r);
	return found;
}

static void
finds(const char *pattern, int flags, const char *s, const char *expected)
{
	char	*found = find(pattern, flags, s);

	if (expected == NULL)
		ck_assert_ptr_null(found);
	else {
		ck_assert_ptr_nonnull(found);
		ck_assert_str_eq(found, expected);
	}
	free(found);
}

START_TEST(words_are_found_however_they_are_written)
{
	finds("l'ete", QDA_REGEX_WORDS, "Depuis L’Été dernier", "L’Été");
	finds("ÉTÉ", QDA_REGEX_WORDS, "un ete\u0301 long", "ete\u0301");
	finds("mal au coeur", QDA_REGEX_WORDS, "Mal\u00a0 au cœur.",
	    "Mal\u00a0 au cœur");
	finds("peur", QDA_REGEX_WORDS, "apeuré, peureux", NULL);
	finds("a.b", QDA_REGEX_WORDS, "axb", NULL);
}
END_TEST

START_TEST(a_fixed_pattern_is_no_pattern)
{
	finds("a.b", QDA_REGEX_FIXED, "axb a.b", "a.b");
	finds("[rires]", QDA_REGEX_FIXED | QDA_REGEX_NOCASE, "oui [Rires]",
	    "[Rires]");
}
END_TEST

START_TEST(a_pattern_knows_unicode)
{
	finds("\\bé\\w+", 0, "l’école", "école");
	finds("^oui$", 0, "non\noui\n", "oui");
	finds("É", QDA_REGEX_NOCASE, "été", "é");
}
END_TEST

START_TEST(a_wrong_pattern_is_shown_with_a_caret)
{
	struct qda_regex	*r;
	struct qda_err		 e;

	ck_assert_int_eq(qda_regex_open(&r, "é(", 0, &e), -1);
	ck_assert_int_eq(e.why, QDA_USAGE);
	ck_assert_ptr_nonnull(strstr(e.msg, "\n  é(\n    ^"));
}
END_TEST

START_TEST(numbers_are_written_as_printf_does)
{
	static const int64_t	 numbers[] = {
		0, 9, 10, -1, 1234567890, INT64_MAX, INT64_MIN
	};
	char	 ours[QDA_DIGITS + 1], theirs[32];

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		*qda_text_digits(ours, numbers[i]) = '\0';
		snprintf(theirs, sizeof(theirs), "%lld",
		    (long long)numbers[i]);
		ck_assert_str_eq(ours, theirs);
	}
}
END_TEST

START_TEST(a_pattern_that_takes_too_long_ends)
{
	struct qda_regex	*r;
	struct qda_err		 e;
	char			 s[64];
	size_t			 start, end;

	memset(s, 'a', sizeof(s));
	s[sizeof(s) - 1] = 'b';
	ck_assert_int_eq(qda_regex_open(&r, "^(a|aa)+$", 0, &e), 0);
	ck_assert_int_eq(qda_regex_next(r, s, sizeof(s), 0, &start, &end, &e),
	    -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	qda_regex_close(r);
}
END_TEST

Suite *
suite_text(void)
{
	Suite	*s = suite_create("text");
	TCase	*t = tcase_create("text");

	tcase_add_test(t, code_points_are_counted_not_bytes);
	tcase_add_test(t, invalid_utf8_is_found_at_its_byte);
	tcase_add_test(t, a_cursor_is_right_in_any_order);
	tcase_add_test(t, a_name_is_known_however_it_is_spelt);
	tcase_add_test(t, a_key_keeps_accents);
	tcase_add_test(t, a_name_is_kept_composed_and_trimmed);
	tcase_add_test(t, folded_text_leads_back_to_the_original);
	tcase_add_test(t, distance_counts_a_swap_once);
	tcase_add_test(t, letters_are_counted_not_bytes);
	tcase_add_test(t, the_nearest_name_is_near);
	tcase_add_test(t, a_name_cut_short_is_near);
	tcase_add_test(t, words_hold_inner_apostrophes_and_hyphens);
	tcase_add_test(t, width_is_what_a_terminal_takes);
	tcase_add_test(t, words_are_found_however_they_are_written);
	tcase_add_test(t, a_fixed_pattern_is_no_pattern);
	tcase_add_test(t, a_pattern_knows_unicode);
	tcase_add_test(t, a_wrong_pattern_is_shown_with_a_caret);
	tcase_add_test(t, a_pattern_that_takes_too_long_ends);
	tcase_add_test(t, numbers_are_written_as_printf_does);
	suite_add_tcase(s, t);
	return s;
}
