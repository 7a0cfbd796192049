/* test_sentence.c: sentences of speech. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "suites.h"

/* The text cut into sentences must be what stands between the bars. */
static void
cut(const char *expected)
{
	struct qda_mem	 m;
	char		*text = qda_alloc(strlen(expected) + 1, 1), *got;
	size_t		 n = 0, from = 0, next, end;

	for (const char *p = expected; *p != '\0'; p++)
		if (*p != '|')
			text[n++] = *p;
	qda_mem_open(&m);
	for (; from < n; from = next) {
		end = qda_text_sentence(text, n, from, &next);
		ck_assert_uint_gt(next, from);
		fwrite(text + from, 1, end - from, m.f);
		fwrite(text + end, 1, next - end, m.f);
		fputs(next < n ? "|" : "", m.f);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
	free(text);
}

START_TEST(a_sentence_ends_with_its_mark)
{
	cut("Bonjour docteur. |Vous allez bien ? |Oui ! |Et vous");
	cut("Hello. |How are you? |Fine!");
	cut("Ça va\u00a0? |Oui\u202f! |Bon.");
	cut("Vraiment ?! |Oui !!! |Ah bon ?… |Oui.");
	cut("sans mark");
	cut("Il y en a 3. |4 sont partis.");
}
END_TEST

START_TEST(a_line_break_ends_a_sentence)
{
	cut("Bonjour\n|ça va\n\n  |oui");
	cut("Oui.\n|Non.");
}
END_TEST

START_TEST(titles_and_abbreviations_do_not_end_one)
{
	cut("M. Dupont et Mme. Petit sont venus. |Ils sont repartis.");
	cut("J'ai vu le Dr Vasseur. |Et le Dr. Martin, et le Pr. Durand.");
	cut("Né avant J.-C. Martin, J.-P. Durand et É. Zola. |Oui.");
	cut("Voir p. 12, cf. Annexe 2 et l’art. 3 du texte. |Fin.");
	cut("M.\u00a0Dupont (M. Petit). |Bon.");
	cut("Mr. Smith met Mrs. Jones of the U.S. Army at 3 p.m. |They left.");
	cut("Des médecins, des infirmières, etc. |Et puis rien, etc. et "
	    "voilà.");
	cut("1. Premier point. |Deux.");
}
END_TEST

START_TEST(numbers_do_not_end_one)
{
	cut("J'ai 3.5 enfants à 14.30 sur www.ameli.fr hier. |Non.");
}
END_TEST

START_TEST(suspension_goes_on_before_a_small_letter)
{
	cut("Je sais pas… enfin si. |Bon… |Enfin voilà.");
	cut("Je sais pas... enfin si. |Bon... |Enfin.");
	cut("… Et puis voilà. |Bon.");
	cut("[…] Et puis voilà. |Bon.");
}
END_TEST

START_TEST(a_quotation_inside_a_sentence_stays_whole)
{
	cut("Il a dit : « Je pars. Tout de suite. » |Puis il est parti.");
	cut("Il a dit « Oui. Non. » et il est parti. |Bon.");
	cut("She said “No. Never.” |Then she left.");
	cut("Il a dit « oui » et moi « non ». |Bon.");
}
END_TEST

START_TEST(a_quotation_that_begins_one_is_cut)
{
	cut("« Oui. » |Elle sourit.");
	cut("« Je pars. |Je reviens. » dit-elle. |Bon.");
	cut("« Je pars. |Je reviens ! »");
	cut("Il a dit « jamais. |Et puis rien.");	/* never closed */
}
END_TEST

START_TEST(events_and_dashes_begin_one)
{
	cut("Oui (rires) et non. |(rires) Et voilà. |[silence] Bon.");
	cut("(rires). |Oui.");
	cut("- Oui. |- Non. |– Si.");
	cut("(pain, vin, etc.) et puis non. |Bon.");
}
END_TEST

START_TEST(a_word_without_end_takes_no_time)
{
	size_t	 n = 2000000, next;
	char	*s = qda_alloc(n + 1, 1);

	for (size_t i = 0; i < n; i++)
		s[i] = i % 2 ? '.' : 'a';
	ck_assert_uint_eq(qda_text_sentence(s, n, 0, &next), n);
	ck_assert_uint_eq(next, n);
	free(s);
}
END_TEST

Suite *
suite_sentence(void)
{
	Suite	*s = suite_create("sentence");
	TCase	*t = tcase_create("sentence");

	tcase_add_test(t, a_sentence_ends_with_its_mark);
	tcase_add_test(t, a_line_break_ends_a_sentence);
	tcase_add_test(t, titles_and_abbreviations_do_not_end_one);
	tcase_add_test(t, numbers_do_not_end_one);
	tcase_add_test(t, suspension_goes_on_before_a_small_letter);
	tcase_add_test(t, a_quotation_inside_a_sentence_stays_whole);
	tcase_add_test(t, a_quotation_that_begins_one_is_cut);
	tcase_add_test(t, events_and_dashes_begin_one);
	tcase_add_test(t, a_word_without_end_takes_no_time);
	suite_add_tcase(s, t);
	return s;
}
