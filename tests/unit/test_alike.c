/* test_alike.c: quotations that were altered, found again. */
#include <stdlib.h>
#include <string.h>

#include "qda/alike.h"
#include "qda/mem.h"
#include "suites.h"

static const char	said[] =
    "Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une "
    "fois sur deux, et alors là, je peux vous dire que la journée est longue "
    "pour tout le monde. Le soir, je gagne du temps aussi, mais moins.";

static struct qda_folded	text, quote;
static struct qda_words		text_words, quote_words;
static struct qda_likeness	like;

static void
unread(void)
{
	qda_words_free(&text_words);
	qda_words_free(&quote_words);
	qda_folded_free(&text);
	qda_folded_free(&quote);
}

static bool
look(const char *in, const char *words)
{
	unread();
	qda_text_fold(&text, in, strlen(in));
	qda_text_fold(&quote, words, strlen(words));
	qda_words_of(&text_words, &text);
	qda_words_quoted(&quote_words, &quote);
	return qda_alike(&quote_words, &text_words, &like);
}

/* The words of the text that were found. */
static char *
found(const char *in)
{
	struct qda_cursor	 c;
	size_t			 from;

	qda_cursor_begin(&c, in, strlen(in));
	from = qda_cursor_byte(&c, like.start);
	return qda_strndup(in + from, qda_cursor_byte(&c, like.end) - from);
}

static void
put(struct qda_mem *m, const struct qda_words *w, size_t first, size_t last)
{
	if (first < last)
		fwrite(w->text->s + w->at[first].from, 1,
		    w->at[last - 1].to - w->at[first].from, m->f);
}

/* "kept -left out- +put in+ /said/quoted/ ~cut~", in folded words. */
static void
edited(const char *expected)
{
	struct qda_edit	*e;
	struct qda_mem	 m;
	size_t		 n = qda_alike_edits(&quote_words, &text_words, &like,
			    &e);
	char		*got;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		static const char	 mark[] = "./-+~";

		fputs(i > 0 ? " " : "", m.f);
		if (e[i].is != QDA_KEPT)
			fputc(mark[e[i].is], m.f);
		put(&m, &text_words, e[i].text, e[i].text_last);
		if (e[i].is == QDA_CHANGED)
			fputc('/', m.f);
		if (e[i].is == QDA_CHANGED || e[i].is == QDA_PUT_IN)
			put(&m, &quote_words, e[i].quote, e[i].quote_last);
		if (e[i].is != QDA_KEPT)
			fputc(mark[e[i].is], m.f);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
	free(e);
}

static void
found_is(const char *expected)
{
	char	*got = found(said);

	ck_assert_str_eq(got, expected);
	free(got);
}

START_TEST(the_same_words_are_alike)
{
	ck_assert(look(said, "« l'ordinateur TOMBE en panne une fois »"));
	found_is("l’ordinateur tombe en panne une fois");
	ck_assert_double_eq(like.is, 1);
	edited("l'ordinateur tombe en panne une fois");
}
END_TEST

START_TEST(a_changed_word_is_told_with_what_was_said)
{
	ck_assert(look(said, "l'ordinateur tombait en panne une fois sur dix"));
	found_is("l’ordinateur tombe en panne une fois sur deux");
	ck_assert_double_gt(like.is, 0.8);
	ck_assert_double_lt(like.is, 1);
	edited("l'ordinateur /tombe/tombait/ en panne une fois sur "
	    "/deux/dix/");
}
END_TEST

START_TEST(words_left_out_and_put_in_are_told)
{
	ck_assert(look(said, "je peux dire que la longue journée est longue "
	    "pour le monde"));
	edited("je peux -vous- dire que la +longue+ journee est longue pour "
	    "-tout- le monde");
}
END_TEST

START_TEST(a_cut_is_no_alteration)
{
	ck_assert(look(said, "Le matin, je gagne du temps. […] une fois sur "
	    "deux, et alors là […] la journée est longue"));
	found_is("Le matin, je gagne du temps. Par contre l’ordinateur tombe "
	    "en panne une fois sur deux, et alors là, je peux vous dire que "
	    "la journée est longue");
	ck_assert_double_eq(like.is, 1);
	edited("le matin, je gagne du temps ~par contre l'ordinateur tombe en "
	    "panne~ une fois sur deux, et alors la ~je peux vous dire que~ la "
	    "journee est longue");
}
END_TEST

START_TEST(nor_are_words_of_the_author_in_brackets)
{
	ck_assert(look(said, "[cette machine] tombe en panne une fois sur "
	    "deux"));
	ck_assert_double_eq(like.is, 1);
	ck_assert(look(said, "l'ordinateur [du cabinet] tombe en panne une"));
	ck_assert_double_eq(like.is, 1);
	edited("l'ordinateur ~~ tombe en panne une");
}
END_TEST

START_TEST(a_second_place_that_is_as_good_is_known)
{
	ck_assert(look(said, "je gagne bien du temps"));
	ck_assert_double_eq(like.is, like.next);
	ck_assert(look(said, "le matin je gagne bien du temps"));
	ck_assert_double_gt(like.is, like.next + 0.1);
}
END_TEST

START_TEST(what_was_never_said_is_not_found)
{
	ck_assert(!look(said, "aucun de ces mots"));
	ck_assert(!look(said, ""));
	ck_assert(!look("", "je gagne du temps"));
	ck_assert(!look(said, "[…]"));
	ck_assert(!look(said, "temps"));
	ck_assert(look(said, "la journée de travail commence par une réunion "
	    "avec les infirmières du service de jour, est longue"));
	ck_assert_double_lt(like.is, 0.5);
}
END_TEST

START_TEST(the_same_words_without_end_take_no_time)
{
	struct qda_mem	 m;
	char		*many;

	qda_mem_open(&m);
	for (int i = 0; i < 50000; i++)
		fputs("oui non ", m.f);
	fputs("je le jure", m.f);
	many = qda_mem_text(&m);
	ck_assert(look(many, "oui non oui non oui non je le jure"));
	ck_assert_double_eq(like.is, 1);
	many[12000] = '\0';
	ck_assert(look(said, "une fois sur deux"));
	ck_assert(!look(said, many));
	free(many);
}
END_TEST

Suite *
suite_alike(void)
{
	Suite	*s = suite_create("alike");
	TCase	*t = tcase_create("alike");

	tcase_add_checked_fixture(t, NULL, unread);
	tcase_add_test(t, the_same_words_are_alike);
	tcase_add_test(t, a_changed_word_is_told_with_what_was_said);
	tcase_add_test(t, words_left_out_and_put_in_are_told);
	tcase_add_test(t, a_cut_is_no_alteration);
	tcase_add_test(t, nor_are_words_of_the_author_in_brackets);
	tcase_add_test(t, a_second_place_that_is_as_good_is_known);
	tcase_add_test(t, what_was_never_said_is_not_found);
	tcase_add_test(t, the_same_words_without_end_take_no_time);
	suite_add_tcase(s, t);
	return s;
}
