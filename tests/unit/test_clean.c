/* test_clean.c: text as it comes in. */
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/mem.h"
#include "suites.h"

/* Bytes of a literal, and how many: they may hold NULs. */
#define BYTES(s)	s, sizeof(s) - 1

static const char	 french[] =
	"Enquêtrice : Ça a été l’été… « déjà » ?\nM1 : Où ça ? À côté.\n";

/* Bytes cleaned must be that text in that encoding. */
static struct qda_cleaned
clean(const char *bytes, size_t n, const char *encoding, const char *text)
{
	struct qda_cleaned	 c;
	struct qda_err		 e = { 0 };

	ck_assert_msg(qda_text_clean(&c, bytes, n, NULL, &e) == 0, "%s",
	    e.msg);
	ck_assert_str_eq(c.encoding, encoding);
	ck_assert_str_eq(c.text, text);
	ck_assert_uint_eq(c.size, strlen(text));
	free(c.text);
	c.text = NULL;
	return c;
}

static void
refuse(const char *bytes, size_t n, const char *encoding, enum qda_fault why,
    const char *message)
{
	struct qda_cleaned	 c;
	struct qda_err		 e = { 0 };

	ck_assert_int_eq(qda_text_clean(&c, bytes, n, encoding, &e), -1);
	ck_assert_int_eq(e.why, why);
	ck_assert_msg(strstr(e.msg, message) != NULL, "%s", e.msg);
}

START_TEST(clean_text_stays_as_it_is)
{
	struct qda_cleaned	 c;

	c = clean(french, strlen(french), "UTF-8", french);
	ck_assert(!c.composed && !c.newlines);
	ck_assert_uint_eq(c.dropped + c.invisible, 0);
	clean(BYTES(""), "UTF-8", "");
	clean(BYTES("a\tb 😀\u202f!\n"), "UTF-8", "a\tb 😀\u202f!\n");
}
END_TEST

START_TEST(every_kind_of_line_end_becomes_lf)
{
	struct qda_cleaned	 c;

	c = clean(BYTES("a\r\nb\rc\vd\xc2\x85""e\u2028f\u2029g\fh\r\r\n"),
	    "UTF-8", "a\nb\nc\nd\ne\nf\ng\n\nh\n\n");
	ck_assert(c.newlines);
}
END_TEST

START_TEST(accents_are_composed)
{
	struct qda_cleaned	 c;

	c = clean(BYTES("e\u0301te\u0301\nu\u0308"), "UTF-8", "été\nü");
	ck_assert(c.composed);
	c = clean(BYTES("\u212b \u1100\u1161"), "UTF-8", "Å 가");
	ck_assert(c.composed);
	c = clean(BYTES("ế Ελλάδα Москва 日本"), "UTF-8", "ế Ελλάδα Москва 日本");
	ck_assert(!c.composed);
}
END_TEST

START_TEST(what_was_parted_by_a_soft_hyphen_is_composed)
{
	clean(BYTES("e\u00ad\u0301"), "UTF-8", "é");
}
END_TEST

START_TEST(controls_and_invisible_characters_are_dropped_and_counted)
{
	struct qda_cleaned	 c;

	c = clean(BYTES("M\u200b1\x1b[0m a\u00ad\ufeff\x07\x7f\xc2\x90"),
	    "UTF-8", "M1[0m a");
	ck_assert_uint_eq(c.dropped, 4);
	ck_assert_uint_eq(c.invisible, 3);
}
END_TEST

START_TEST(joiners_stay_where_they_join)
{
	static const char	 family[] = "👩\u200d👧 क्\u200dष";

	clean(family, strlen(family), "UTF-8", family);
	clean(BYTES("👩\u200d"), "UTF-8", "👩");
}
END_TEST

START_TEST(a_few_nuls_are_dropped_and_many_refused)
{
	char			 s[300];
	struct qda_cleaned	 c;
	struct qda_err		 e;

	memset(s, 'a', sizeof(s));
	s[100] = s[200] = '\0';
	ck_assert_int_eq(qda_text_clean(&c, s, sizeof(s), NULL, &e), 0);
	ck_assert_uint_eq(c.dropped, 2);
	ck_assert_uint_eq(c.size, sizeof(s) - 2);
	qda_cleaned_free(&c);
	s[101] = s[102] = '\0';
	refuse(s, sizeof(s), NULL, QDA_DATA, "NUL");
	refuse(s, sizeof(s), "UTF-8", QDA_DATA, "NUL");
}
END_TEST

START_TEST(boms_are_taken_off)
{
	clean(BYTES("\xef\xbb\xbfoui"), "UTF-8", "oui");
	clean(BYTES("\xef\xbb\xbf"), "UTF-8", "");
	clean(BYTES("\xff\xfeo\0u\0i\0"), "UTF-16LE", "oui");
	clean(BYTES("\xfe\xff\0o\0u\0i"), "UTF-16BE", "oui");
}
END_TEST

START_TEST(utf16_is_known_by_its_nuls)
{
	clean(BYTES("M\0001\0 \0:\0 \0o\0k\0\r\0\n\0"), "UTF-16LE",
	    "M1 : ok\n");
	clean(BYTES("\0M\0001\0 \0:\0 \0o\0k\0\n"), "UTF-16BE", "M1 : ok\n");
}
END_TEST

START_TEST(broken_utf16_is_refused)
{
	refuse(BYTES("\xff\xfeo\0u\0i"), NULL, QDA_DATA, "UTF-16LE");
	refuse(BYTES("\xff\xfeo\0\0\xd8u\0"), NULL, QDA_DATA, "byte");
}
END_TEST

START_TEST(windows_1252_is_guessed)
{
	static const char	 s[] = "Enqu\xeatrice : \xc7""a a \xe9t\xe9 "
		"l\x92\xe9t\xe9\x85 \xab d\xe9j\xe0 \xbb ?\r\n"
		"M1 : O\xf9 \xe7""a ? \xc0 c\xf4t\xe9.\r\n";
	struct qda_cleaned	 c;

	c = clean(s, sizeof(s) - 1, "windows-1252", french);
	ck_assert(c.newlines);
}
END_TEST

START_TEST(macroman_is_guessed)
{
	static const char	 s[] = "Enqu\x90trice : \x82""a a \x8et\x8e "
		"l\xd5\x8et\x8e\xc9 \xc7 d\x8ej\x88 \xc8 ?\r"
		"M1 : O\x9d \x8d""a ? \xcb c\x99t\x8e.\r";

	clean(s, sizeof(s) - 1, "MacRoman", french);
}
END_TEST

START_TEST(cp850_is_guessed)
{
	clean(BYTES("Enqu\x88trice : \x80""a a \x82t\x82 d\x82j\x85, "
	    "c\x93t\x82\n"), "cp850", "Enquêtrice : Ça a été déjà, côté\n");
}
END_TEST

START_TEST(an_unlikely_encoding_is_refused_with_its_line)
{
	refuse(BYTES("oui\n\xed\xa0\x80\xf5\xfe\xff\x80\xbf\n"), NULL, QDA_DATA,
	    "line 2");
	refuse(BYTES("oui\r\nnon \xff\xff\n"), "UTF-8", QDA_DATA,
	    "line 2, byte 10 (0xff)");
}
END_TEST

START_TEST(a_mixture_of_encodings_is_refused_with_its_lines)
{
	refuse(BYTES("été\nl\x92\xe9t\xe9 \xe0\noui\n\xe9t\xe9\n"), NULL,
	    QDA_DATA, "2, 4");
}
END_TEST

START_TEST(an_encoding_can_be_said)
{
	struct qda_cleaned	 c;
	struct qda_err		 e;

	ck_assert_int_eq(qda_text_clean(&c, "\xa4", 1, "ISO-8859-15", &e), 0);
	ck_assert_str_eq(c.text, "€");
	qda_cleaned_free(&c);
	ck_assert_int_eq(qda_text_clean(&c, "l\x92\xe9", 3, "Latin1", &e), 0);
	ck_assert_str_eq(c.text, "l’é");
	ck_assert_str_eq(c.encoding, "windows-1252");
	qda_cleaned_free(&c);
	refuse(BYTES("oui"), "klingon", QDA_USAGE, "klingon");
	refuse(BYTES("oui\n\x81"), "windows-1252", QDA_DATA, "line 2, byte 5");
}
END_TEST

START_TEST(thousands_of_marks_on_a_letter_are_refused)
{
	size_t	 n = 20000;
	char	*s = qda_alloc(n + 2, 1);

	s[0] = 'a';
	for (size_t i = 0; i < n; i += 2)
		memcpy(s + 1 + i, i % 4 ? "\u0301" : "\u0323", 2);
	refuse(s, n + 1, NULL, QDA_DATA, "combining marks");
	free(s);
}
END_TEST

Suite *
suite_clean(void)
{
	Suite	*s = suite_create("clean");
	TCase	*t = tcase_create("clean");

	tcase_add_test(t, clean_text_stays_as_it_is);
	tcase_add_test(t, every_kind_of_line_end_becomes_lf);
	tcase_add_test(t, accents_are_composed);
	tcase_add_test(t, what_was_parted_by_a_soft_hyphen_is_composed);
	tcase_add_test(t,
	    controls_and_invisible_characters_are_dropped_and_counted);
	tcase_add_test(t, joiners_stay_where_they_join);
	tcase_add_test(t, a_few_nuls_are_dropped_and_many_refused);
	tcase_add_test(t, boms_are_taken_off);
	tcase_add_test(t, utf16_is_known_by_its_nuls);
	tcase_add_test(t, broken_utf16_is_refused);
	tcase_add_test(t, windows_1252_is_guessed);
	tcase_add_test(t, macroman_is_guessed);
	tcase_add_test(t, cp850_is_guessed);
	tcase_add_test(t, an_unlikely_encoding_is_refused_with_its_line);
	tcase_add_test(t, a_mixture_of_encodings_is_refused_with_its_lines);
	tcase_add_test(t, an_encoding_can_be_said);
	tcase_add_test(t, thousands_of_marks_on_a_letter_are_refused);
	suite_add_tcase(s, t);
	return s;
}
