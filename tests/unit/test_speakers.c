/* test_speakers.c: transcripts: labels, turns, roles, questions, sources. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "qda/transcript.h"
#include "suites.h"

#define BYTES(s)	s, sizeof(s) - 1

static struct qda_transcript	*list;
static size_t			 n;
static struct qda_read_options	 options;

static void
begin(void)
{
	memset(&options, 0, sizeof(options));
	list = NULL;
}

static void
end(void)
{
	qda_transcript_free(list, n);
}

static void
take(const char *text, const char *path)
{
	struct qda_err	 e = { 0 };

	qda_transcript_free(list, n);
	ck_assert_msg(qda_transcript_read(&list, &n, text, strlen(text), path,
	    &options, &e) == 0, "%s", e.msg);
}

/* "M1=oui|CA=et ?": who says what, in the i-th source. */
static void
says(size_t i, const char *expected)
{
	const struct qda_transcript	*t = &list[i];
	struct qda_cursor		 c;
	struct qda_mem			 m;
	char				*got;
	size_t				 from, to;

	qda_mem_open(&m);
	qda_cursor_begin(&c, t->text, t->size);
	for (size_t j = 0; j < t->turns_n; j++) {
		from = qda_cursor_byte(&c, t->turns[j].start);
		to = qda_cursor_byte(&c, t->turns[j].end);
		fprintf(m.f, "%s%s=%.*s", j > 0 ? "|" : "",
		    t->voices[t->turns[j].voice].label, (int)(to - from),
		    t->text + from);
	}
	got = qda_mem_text(&m);
	ck_assert_str_eq(got, expected);
	free(got);
}

static void
reads(const char *text, const char *expected)
{
	take(text, "x.txt");
	ck_assert_uint_eq(n, 1);
	says(0, expected);
}

static void
role(const char *label, enum qda_role expected)
{
	for (size_t i = 0; i < list->voices_n; i++)
		if (strcmp(list->voices[i].label, label) == 0) {
			ck_assert_str_eq(qda_role_name(list->voices[i].role),
			    qda_role_name(expected));
			return;
		}
	ck_abort_msg("no voice '%s'", label);
}

static bool
noted(const char *part)
{
	for (size_t i = 0; i < list->notes.n; i++)
		if (strstr(list->notes.at[i], part) != NULL)
			return true;
	return false;
}

static const char *
why_rejected(const char *label)
{
	for (size_t i = 0; i < list->rejected_n; i++)
		if (strcmp(list->rejected[i].label, label) == 0)
			return list->rejected[i].why;
	return NULL;
}

START_TEST(a_short_interview_has_turns)
{
	reads("Enquêteur : Ça va ?\nM1 : Oui.\nEnquêteur : Bien.\n",
	    "Enquêteur=Ça va ?|M1=Oui.|Enquêteur=Bien.");
	role("Enquêteur", QDA_ROLE_INTERVIEWER);
	role("M1", QDA_ROLE_PARTICIPANT);
	ck_assert_str_eq(list->form, "label_colon");
	reads("I: Ready?\nMarie: Yes.\nI: Good.\n",
	    "I=Ready?|Marie=Yes.|I=Good.");
	reads("M1 : Bonjour.\n", "M1=Bonjour.");
}
END_TEST

START_TEST(labels_are_read_however_their_blanks_are)
{
	reads("M1\u00a0: a\nCA\u202f: b ?\n  M1 :\tc\nCA:d ?\n"
	    "M1  :  e\nEnque\u0302teur : f\nCA : g\nEnquêteur: h\n",
	    "M1=a|CA=b ?|M1=c|CA=d ?|M1=e|Enquêteur=f|CA=g|Enquêteur=h");
}
END_TEST

START_TEST(a_turn_lasts_until_the_next_label)
{
	reads("Titre de l'entretien\n\nCA : Et ?\n\nM1 : Un.\n\n  Deux.\n\n\n"
	    "CA : Bon.\n\n", "CA=Et ?|M1=Un.\n\n  Deux.|CA=Bon.");
}
END_TEST

START_TEST(words_of_speech_are_no_speakers)
{
	reads("CA : Oui ?\nM1 : Je commence.\nDonc : je disais.\n"
	    "Par exemple : le lundi.\nDonc : voilà.\nCA : Bon ?\nM1 : Oui.\n",
	    "CA=Oui ?|M1=Je commence.\nDonc : je disais.\nPar exemple : "
	    "le lundi.\nDonc : voilà.|CA=Bon ?|M1=Oui.");
	ck_assert_ptr_nonnull(why_rejected("Donc"));
	ck_assert_uint_eq(list->voices_n, 2);
}
END_TEST

START_TEST(clocks_and_addresses_are_no_labels)
{
	reads("CA : Quand ?\nM1 : Tard.\n14:30 environ\nhttp://a.fr\n"
	    "CA : Ah ?\nM1:12 ans.\nCA : Oui ?\nM1 :) ha\n",
	    "CA=Quand ?|M1=Tard.\n14:30 environ\nhttp://a.fr|CA=Ah ?|"
	    "M1=12 ans.|CA=Oui ?|M1=) ha");
}
END_TEST

START_TEST(a_label_in_brackets_has_times)
{
	reads("[Chercheur] (0:01 - 0:11)\nÇa va ?\n\n[M1] (1:02:03)\nOui.\n\n"
	    "Et non.\n\n[rires]\n\n[Chercheur] (0:12 - 0:14)\nBien.\n"
	    "[M1]\nVoilà.\n",
	    "Chercheur=Ça va ?|M1=Oui.\n\nEt non.\n\n[rires]|"
	    "Chercheur=Bien.|M1=Voilà.");
	ck_assert_str_eq(list->form, "bracket_label");
	ck_assert_int_eq(list->turns[0].time_ms, 1000);
	ck_assert_int_eq(list->turns[0].end_ms, 11000);
	ck_assert_int_eq(list->turns[1].time_ms, 3723000);
	ck_assert_int_eq(list->turns[1].end_ms, -1);
	ck_assert_int_eq(list->turns[3].time_ms, -1);
}
END_TEST

START_TEST(times_stand_before_and_behind_labels)
{
	reads("01:27:42\tAnne:\tbonjour\n[00:00:05] Luc : oui ?\n"
	    "Anne: [00:00:12] non\nLuc : 9:99 bon\n",
	    "Anne=bonjour|Luc=oui ?|Anne=non|Luc=9:99 bon");
	ck_assert_int_eq(list->turns[0].time_ms, 5262000);
	ck_assert_int_eq(list->turns[1].time_ms, 5000);
	ck_assert_int_eq(list->turns[2].time_ms, 12000);
	ck_assert_int_eq(list->turns[3].time_ms, -1);
}
END_TEST

START_TEST(a_name_and_its_time_head_a_turn)
{
	reads("Réunion du 12 mars\n\nMARTIN Claire   0:04\nBonjour ?\n\n"
	    "DUPONT, Jean (Invité)   0:09\nOui.\nBien.\n\n"
	    "MARTIN Claire   1:02:16\nMerci.\n",
	    "MARTIN Claire=Bonjour ?|DUPONT, Jean (Invité)=Oui.\nBien.|"
	    "MARTIN Claire=Merci.");
	ck_assert_int_eq(list->turns[2].time_ms, 3736000);
}
END_TEST

START_TEST(a_time_may_end_a_turn)
{
	reads("I: Bonjour? #00:00:03-2#\n\nB: Oui. (lacht) #00:00:05-8#\n\n"
	    "I: Und? #00:00:09-1#\n", "I=Bonjour? #00:00:03-2#|"
	    "B=Oui. (lacht) #00:00:05-8#|I=Und? #00:00:09-1#");
	ck_assert_int_eq(list->turns[0].end_ms, 3200);
	ck_assert_double_eq(list->voices[0].asking, 1.0);
}
END_TEST

START_TEST(a_label_alone_heads_what_follows)
{
	reads("Researcher\nHow?\n\nAnna\nWell.\n\nResearcher\nAnd?\n\nAnna\n"
	    "So.\nYes\n", "Researcher=How?|Anna=Well.|Researcher=And?|"
	    "Anna=So.\nYes");
	ck_assert_str_eq(list->form, "label_alone");
}
END_TEST

START_TEST(numbered_questions_are_one_voice)
{
	reads("Q1. Pourquoi ?\nR. Parce que.\nQ2. Et la nuit ?\nR. Rien.\n",
	    "Q=Pourquoi ?|R=Parce que.|Q=Et la nuit ?|R=Rien.");
	role("Q", QDA_ROLE_INTERVIEWER);
	role("R", QDA_ROLE_PARTICIPANT);
}
END_TEST

START_TEST(numbers_of_lists_are_no_voices)
{
	reads("I. Objet\nII. Lieu\nIII. Date\nIV. Prix\nV. Fin\nI. Objet\n"
	    "II. Lieu\nIII. Date\nIV. Prix\nV. Fin\n", "");
	reads("I. Objet\nA. Lieu\nB. Date\nC. Prix\n", "");
}
END_TEST

START_TEST(a_report_is_no_interview)
{
	struct qda_mem	 m;
	char		*text;

	qda_mem_open(&m);
	for (int i = 0; i < 200; i++)
		fprintf(m.f, "Le patient va bien, jour %d.\n%s", i,
		    i % 20 == 0 ? "Motif d'admission : chute.\nTraitement : "
		    "aucun.\n" : "");
	text = qda_mem_text(&m);
	reads(text, "");
	free(text);
	ck_assert_ptr_null(list->form);
	ck_assert_str_eq(why_rejected("Traitement"),
	    "does not alternate as speakers do");
}
END_TEST

/* 400 paragraphs, every fourth with one of so many labels, k in a row. */
static char *
long_text(int labels, int k)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (int i = 0; i < 400; i++)
		if (i % 4 == 0)
			fprintf(m.f, "Voix %c : oui\n", 'A' + i / 4 / k %
			    labels);
		else
			fputs("et puis rien d'autre\n", m.f);
	return qda_mem_text(&m);
}

START_TEST(many_labels_are_headings)
{
	char	*text = long_text(20, 1);

	take(text, "x.txt");
	free(text);
	ck_assert_uint_eq(list->turns_n, 100);
	text = long_text(25, 1);
	take(text, "x.txt");
	free(text);
	ck_assert_uint_eq(list->turns_n, 0);
	ck_assert(noted("'Voix A' and others may be speakers"));
}
END_TEST

START_TEST(a_speaker_may_go_on_for_some_turns)
{
	char	*text = long_text(2, 3);

	take(text, "x.txt");
	free(text);
	ck_assert_uint_eq(list->turns_n, 100);
	text = long_text(2, 10);
	take(text, "x.txt");
	free(text);
	ck_assert_uint_eq(list->turns_n, 0);
}
END_TEST

START_TEST(what_is_said_inside_stays_inside)
{
	reads("CA : Et ?\nM1 : Oui [CA : hum hum] et non. CA : Ah bon ? "
	    "M1 : Oui.\nCA : Bon ?\nM1 : A : B\n",
	    "CA=Et ?|M1=Oui [CA : hum hum] et non. CA : Ah bon ? M1 : Oui.|"
	    "CA=Bon ?|M1=A : B");
	ck_assert(noted("2 places inside paragraphs"));
}
END_TEST

START_TEST(declared_initials_are_the_same_person)
{
	reads("Interviewer (I): Who?\nGD (Gérard Ducos) : Moi.\nI: And?\n"
	    "GD : Oui.\n", "I=Who?|GD=Moi.|I=And?|GD=Oui.");
	role("I", QDA_ROLE_INTERVIEWER);
	ck_assert(noted("'Interviewer (I)' is taken for 'I'"));
}
END_TEST

START_TEST(third_persons_have_the_role_other)
{
	reads("CA : Et ?\nP4 : Oui, mais longtemps après.\nFille de P4 : "
	    "Maman ?\nCA : Bon ?\nP4 : Oui.\nÉpouse : Non ?\nCA : Ah ?\n"
	    "Épouse : Si.\nFille de P4 : Non.\n", "CA=Et ?|"
	    "P4=Oui, mais longtemps après.|Fille de P4=Maman ?|CA=Bon ?|"
	    "P4=Oui.|Épouse=Non ?|CA=Ah ?|Épouse=Si.|Fille de P4=Non.");
	role("CA", QDA_ROLE_INTERVIEWER);
	role("P4", QDA_ROLE_PARTICIPANT);
	role("Fille de P4", QDA_ROLE_OTHER);
	role("Épouse", QDA_ROLE_OTHER);
}
END_TEST

START_TEST(who_is_called_after_a_participant_is_a_third_person)
{
	take("Anne : Et ?\nMarie : Oui, bien sûr.\nNièce de Marie : Oui.\n"
	    "Anne : Et ?\nMarie : Non.\nNièce de Marie : Si.\n"
	    "Luc : Non.\nLuc : Si.\nAnne : Ah ?\n", "x.txt");
	role("Marie", QDA_ROLE_PARTICIPANT);
	role("Nièce de Marie", QDA_ROLE_OTHER);
	role("Luc", QDA_ROLE_PARTICIPANT);
}
END_TEST

START_TEST(a_group_has_many_participants)
{
	take("Animateur : Qui ?\nP1 : Moi.\nP2 : Moi aussi.\nP3 : Non.\n"
	    "P1 : Si.\nAnimateur : Bon ?\nP2 : Oui.\n", "x.txt");
	for (size_t i = 1; i < 4; i++)
		ck_assert_int_eq(list->voices[i].role, QDA_ROLE_PARTICIPANT);
	role("Animateur", QDA_ROLE_INTERVIEWER);
}
END_TEST

START_TEST(who_asks_interviews)
{
	take("Anne : Et ?\nLuc : Oui.\nAnne : Et puis ?\nLuc : Non ?\n"
	    "Anne : Ah.\nLuc : Si.\n", "x.txt");
	role("Anne", QDA_ROLE_INTERVIEWER);
	role("Luc", QDA_ROLE_PARTICIPANT);
	ck_assert_double_eq_tol(list->voices[0].asking, 2.0 / 3, 1e-9);
	ck_assert_int_eq(list->voices[1].words, 3);
	ck_assert_uint_eq(list->voices[1].turns, 3);
}
END_TEST

START_TEST(the_user_says_who_interviews)
{
	static const char	*const who[] = { "luc", "Zoé" };

	options.interviewers = who;
	options.interviewers_n = 2;
	take("Anne : Et ?\nLuc : Oui.\nAnne : Et ?\nLuc : Non.\nZoé : Ah.\n",
	    "x.txt");
	role("Anne", QDA_ROLE_PARTICIPANT);
	role("Luc", QDA_ROLE_INTERVIEWER);
	role("Zoé", QDA_ROLE_INTERVIEWER);
}
END_TEST

START_TEST(labels_that_look_alike_are_told_not_joined)
{
	take("Chercheur : Et ?\nM1 : Oui.\nChecheur : Et ?\nM1 : Non.\n"
	    "Checheur : Ah ?\nM1 : Oui.\n", "x.txt");
	ck_assert_uint_eq(list->voices_n, 3);
	ck_assert(noted("'Checheur' looks like 'Chercheur'"));
	take("Interviewer1 : Et ?\nInterviewer2 : Et ?\nInterviewee1 : Oui.\n"
	    "Interviewer1 : Et ?\n", "x.txt");
	ck_assert(!noted("looks like"));
}
END_TEST

START_TEST(one_voice_alone_is_told)
{
	reads("MODERATOR: Why?\nBecause.\nYes.\nAnd.\nMODERATOR: How?\nSo.\n"
	    "Well.\nThen.\nMODERATOR: When?\nNow.\nHere.\n", "");
	ck_assert(noted("only 'MODERATOR' is labelled (3 of 11"));
}
END_TEST

START_TEST(dashes_are_told_not_taken)
{
	reads("« Présentez-vous.\n- Luc, retraité.\n- Bien. Et avant ?\n"
	    "– Rien.\n", "");
	ck_assert(noted("3 paragraphs begin with a dash"));
}
END_TEST

START_TEST(questions_divide_what_has_no_labels)
{
	options.question = "\\?$";
	take("Le docteur\n\nPourquoi ?\n\nUn.\nDeux.\n\nEt puis ?\nTrois.\n",
	    "/tmp/Dr X.txt");
	says(0, "Q=Pourquoi ?|Dr X=Un.\nDeux.|Q=Et puis ?|Dr X=Trois.");
	role("Q", QDA_ROLE_INTERVIEWER);
	role("Dr X", QDA_ROLE_PARTICIPANT);
	take("Rien.\n", "x.txt");
	ck_assert_uint_eq(list->voices_n, 0);
	ck_assert(noted("no paragraph is a question as --question says"));
}
END_TEST

START_TEST(a_file_is_split_where_a_pattern_matches)
{
	options.split = "^Dr \\w+";
	take("Avant.\n\nDr Un, ORL\nOui.\n\nDr Deux\nNon.\n\nDr Un\nSi.\n",
	    "tous.txt");
	ck_assert_uint_eq(n, 4);
	ck_assert_str_eq(list[0].name, "tous");
	ck_assert_str_eq(list[0].text, "Avant.\n\n");
	ck_assert_str_eq(list[1].name, "Dr Un");
	ck_assert_str_eq(list[1].text, "Dr Un, ORL\nOui.\n\n");
	ck_assert_str_eq(list[2].name, "Dr Deux");
	ck_assert_str_eq(list[3].name, "Dr Un 2");
	ck_assert_str_eq(list[3].text, "Dr Un\nSi.\n");
}
END_TEST

START_TEST(a_file_that_begins_with_a_match_has_nothing_before)
{
	options.split = "^P\\d+$";
	take("\n\nP10\nCA : Et ?\nP10 : Oui.\nP11\nCA : Et ?\nP11 : Non.\n",
	    "deux.txt");
	ck_assert_uint_eq(n, 2);
	ck_assert_str_eq(list[0].name, "P10");
	says(0, "CA=Et ?|P10=Oui.");
	says(1, "CA=Et ?|P11=Non.");
	take("Rien.\n", "x.txt");
	ck_assert_uint_eq(n, 1);
	ck_assert(noted("no paragraph matches --split"));
}
END_TEST

START_TEST(several_interviews_in_a_file_are_told)
{
	take("Entretien n°1\nCA : Et ?\nM1 : Oui.\nEntretien n°2\nCA : Et ?\n"
	    "M2 : Non.\n", "x.txt");
	ck_assert_uint_eq(n, 1);
	ck_assert(noted("--split '^\\W*Entretien\\b.*\\d'"));
	take("Participant 1 : Oui.\nParticipant 2 : Non ?\nParticipant 1 : "
	    "Si.\nParticipant 2 : Non ?\n", "x.txt");
	ck_assert(!noted("--split"));
}
END_TEST

START_TEST(markdown_loses_its_marks_and_keeps_its_turns)
{
	take("# Entretien\n\n**CA :** Et *vous* ?\n\n**M1 :** Oui \\[rires\\], "
	    "2 * 3 **beaucoup** de snake_case.\n\n> Non\n\n**CA :** Bon ?\n",
	    "x.md");
	ck_assert_str_eq(list->format, "md");
	ck_assert_str_eq(list->text, "Entretien\n\nCA : Et vous ?\n\n"
	    "M1 : Oui [rires], 2 * 3 beaucoup de snake_case.\n\nNon\n\n"
	    "CA : Bon ?\n");
	says(0, "CA=Et vous ?|M1=Oui [rires], 2 * 3 beaucoup de snake_case."
	    "\n\nNon|CA=Bon ?");
	take("### Interviewer\nEt ?\n### Anna\nOui.\n### Interviewer\nBon ?\n",
	    "x.md");
	says(0, "Interviewer=Et ?|Anna=Oui.|Interviewer=Bon ?");
	take("**CA** Et ?\n\n**M1** Oui.\n\n**CA** Bon ?\n\n**M1** Si.\n",
	    "x.md");
	says(0, "CA=Et ?|M1=Oui.|CA=Bon ?|M1=Si.");
}
END_TEST

START_TEST(markdown_in_a_txt_stays)
{
	take("CA : **Et** ?\nM1 : Oui.\n", "x.txt");
	ck_assert_str_eq(list->format, "txt");
	says(0, "CA=**Et** ?|M1=Oui.");
	options.format = "md";
	take("CA : **Et** ?\nM1 : Oui.\n", "x.txt");
	says(0, "CA=Et ?|M1=Oui.");
}
END_TEST

START_TEST(positions_are_code_points)
{
	take("CA : 😀 é ?\nM1 : oui\n", "x.txt");
	ck_assert_int_eq(list->length, 20);
	ck_assert_int_eq(list->words, 4);
	ck_assert_int_eq(list->turns[0].start, 5);
	ck_assert_int_eq(list->turns[0].end, 10);
	ck_assert_int_eq(list->turns[1].start, 16);
	ck_assert_int_eq(list->turns[1].end, 19);
}
END_TEST

static void
refuse(const char *bytes, size_t size, const char *path, const char *message)
{
	struct qda_err	 e = { 0 };

	ck_assert_int_eq(qda_transcript_read(&list, &n, bytes, size, path,
	    &options, &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_msg(strstr(e.msg, message) != NULL, "%s", e.msg);
}

START_TEST(what_is_no_text_is_refused_by_its_name)
{
	refuse(BYTES("PK\3\4......word/document.xml"), "x.txt",
	    "'x.txt': the archive is damaged");
	refuse(BYTES("{\\rtf1 oui}"), "x", "an RTF file");
	refuse(BYTES("%PDF-1.4"), "x", "a PDF file");
	refuse(BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "x", "old Word file");
	refuse(BYTES("\xef\xbb\xbfWEBVTT\n\n"), "x", "a WebVTT file");
	refuse(BYTES(""), "x.txt", "'x.txt' is empty");
	refuse(BYTES(" \n\t\n"), "x.txt", "'x.txt' is empty");
	refuse(BYTES("a\xfe\xfe\xfe"), "x.txt", "'x.txt': line 1");
}
END_TEST

START_TEST(wrong_options_are_refused_before_any_file)
{
	struct qda_reader	*r;
	struct qda_err		 e;

	options.format = "docx-ish";
	ck_assert_int_eq(qda_reader_open(&r, &options, &e), -1);
	ck_assert_int_eq(e.why, QDA_USAGE);
	options.format = NULL;
	options.question = "(";
	ck_assert_int_eq(qda_reader_open(&r, &options, &e), -1);
	ck_assert_int_eq(e.why, QDA_USAGE);
	ck_assert_ptr_nonnull(strstr(e.msg, "--question"));
}
END_TEST

START_TEST(a_file_name_makes_a_name)
{
	options.format = "txt";
	take("a\n", "dir/a\nb \xe9.txt");
	ck_assert_str_eq(list->name, "a b \\xe9");
	options.name = "P1";
	take("a\n", "-");
	ck_assert_str_eq(list->name, "P1");
}
END_TEST

START_TEST(bait_takes_no_time)
{
	struct qda_mem	 m;
	char		*text;

	qda_mem_open(&m);
	for (int i = 0; i < 20000; i++)
		fprintf(m.f, "[a b a b a b((((( %d : a b a b  \n%d%d bb bb %d"
		    " : oui\n", i, i, i, i);
	text = qda_mem_text(&m);
	take(text, "x.txt");
	free(text);
	ck_assert_uint_eq(list->turns_n, 0);
	ck_assert_uint_le(list->rejected_n, 10);
}
END_TEST

Suite *
suite_speakers(void)
{
	Suite	*s = suite_create("speakers");
	TCase	*t = tcase_create("speakers");

	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, a_short_interview_has_turns);
	tcase_add_test(t, labels_are_read_however_their_blanks_are);
	tcase_add_test(t, a_turn_lasts_until_the_next_label);
	tcase_add_test(t, words_of_speech_are_no_speakers);
	tcase_add_test(t, clocks_and_addresses_are_no_labels);
	tcase_add_test(t, a_label_in_brackets_has_times);
	tcase_add_test(t, times_stand_before_and_behind_labels);
	tcase_add_test(t, a_name_and_its_time_head_a_turn);
	tcase_add_test(t, a_time_may_end_a_turn);
	tcase_add_test(t, a_label_alone_heads_what_follows);
	tcase_add_test(t, numbered_questions_are_one_voice);
	tcase_add_test(t, numbers_of_lists_are_no_voices);
	tcase_add_test(t, a_report_is_no_interview);
	tcase_add_test(t, many_labels_are_headings);
	tcase_add_test(t, a_speaker_may_go_on_for_some_turns);
	tcase_add_test(t, what_is_said_inside_stays_inside);
	tcase_add_test(t, declared_initials_are_the_same_person);
	tcase_add_test(t, third_persons_have_the_role_other);
	tcase_add_test(t, who_is_called_after_a_participant_is_a_third_person);
	tcase_add_test(t, a_group_has_many_participants);
	tcase_add_test(t, who_asks_interviews);
	tcase_add_test(t, the_user_says_who_interviews);
	tcase_add_test(t, labels_that_look_alike_are_told_not_joined);
	tcase_add_test(t, one_voice_alone_is_told);
	tcase_add_test(t, dashes_are_told_not_taken);
	tcase_add_test(t, questions_divide_what_has_no_labels);
	tcase_add_test(t, a_file_is_split_where_a_pattern_matches);
	tcase_add_test(t, a_file_that_begins_with_a_match_has_nothing_before);
	tcase_add_test(t, several_interviews_in_a_file_are_told);
	tcase_add_test(t, markdown_loses_its_marks_and_keeps_its_turns);
	tcase_add_test(t, markdown_in_a_txt_stays);
	tcase_add_test(t, positions_are_code_points);
	tcase_add_test(t, what_is_no_text_is_refused_by_its_name);
	tcase_add_test(t, wrong_options_are_refused_before_any_file);
	tcase_add_test(t, a_file_name_makes_a_name);
	tcase_add_test(t, bait_takes_no_time);
	suite_add_tcase(s, t);
	return s;
}
