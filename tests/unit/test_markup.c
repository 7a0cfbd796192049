/* test_markup.c: a text with its units marked, written and read back. */
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/markup.h"
#include "qda/text.h"
#include "suites.h"

/* ---- what is written -------------------------------------------------- */

static struct qda_markup
one_part(struct qda_markup_part *part, const char *text, const char *head)
{
	*part = (struct qda_markup_part){ 0, qda_text_length(text,
	    strlen(text)), head };
	return (struct qda_markup){ text, strlen(text), part, 1 };
}

static char *
written(const struct qda_markup *m, struct qda_markup_units *units)
{
	struct qda_mem	 out;

	qda_markup_write(qda_mem_open(&out), m, units, NULL, 0);
	return qda_mem_text(&out);
}

/* Two units of the text, the second crossing the first. */
static void
two_units(struct qda_markup_units *units, int64_t a, int64_t b, int64_t c,
    int64_t d)
{
	qda_markup_code(qda_markup_unit(units, a, b), "peur",
	    QDA_ILLUSTRATES);
	qda_markup_code(qda_markup_unit(units, c, d), "honte",
	    QDA_QUALIFIES);
}

START_TEST(a_whole_sentence_has_its_codes_on_the_line_below)
{
	struct qda_markup_units	 units = { 0 };
	struct qda_markup_part	 part;
	struct qda_markup	 m = one_part(&part, "Un jour. Deux nuits.",
				    "12 P4 00:03:12");
	struct qda_markup_unit	*u = qda_markup_unit(&units, 0, 8);
	char			*got;

	qda_markup_code(u, "peur", QDA_ILLUSTRATES);
	qda_markup_code(u, "honte; rage [x]", QDA_CONTRADICTS);
	u->label = qda_strdup("dit \"ça\"");
	qda_strings_add(&u->memos, "voir P7\net P8");
	got = written(&m, &units);
	ck_assert_str_eq(got, "@12 P4 00:03:12\nUn jour.\n"
	    "= \"dit \\\"ça\\\"\"; peur; honte\\; rage \\[x] [contradicts]\n"
	    "~ voir P7\n~+ et P8\nDeux nuits.\n");
	free(got);
	qda_markup_free(&units);
}
END_TEST

START_TEST(passages_cross_and_what_is_on_them_follows_their_end)
{
	struct qda_markup_units	 units = { 0 };
	struct qda_markup_part	 part;
	struct qda_markup	 m = one_part(&part, "Un {jour} ici.\n= oui.",
				    NULL);
	char			*got;

	two_units(&units, 3, 9, 4, 17);
	got = written(&m, &units);
	ck_assert_str_eq(got, "Un {1}{{{2}jour}}{/1} ici.\n=1 peur\n"
	    "\\={/2} oui.\n=2 honte [qualifies]\n");
	free(got);
	qda_markup_free(&units);
}
END_TEST

START_TEST(a_line_that_would_mean_something_is_escaped)
{
	struct qda_markup_units	 units = { 0 };
	struct qda_markup_part	 part;
	struct qda_markup	 m = one_part(&part, "@a.\n=b.\n~c.\n%d.\n\\e."
				    "\n{f} @=~%\\.", NULL);
	char			*got = written(&m, &units);

	ck_assert_str_eq(got, "\\@a.\n\\=b.\n\\~c.\n\\%d.\n\\\\e.\n"
	    "{{f}} @=~%\\.\n");
	free(got);
}
END_TEST

/* ---- what is read ----------------------------------------------------- */

/* Reads an edited text of one part; "" or the first mistake, the caller's. */
static char *
mistake(struct qda_markup_units *units, const char *text, const char *edited)
{
	struct qda_marks	 marks = { 0 };
	struct qda_markup_part	 part;
	struct qda_markup	 m = one_part(&part, text, NULL);
	size_t			 line;
	char			*first;

	line = qda_markup_read(units, &m, edited, &marks);
	first = line > 0 ? qda_sprintf("ends at %zu", line) :
	    qda_strdup(marks.n > 0 ? marks.at[0].text : "");
	qda_marks_free(&marks);
	return first;
}

static void
refused(const char *text, const char *edited, const char *why)
{
	struct qda_markup_units	 units = { 0 };
	char			*got = mistake(&units, text, edited);

	ck_assert_msg(strstr(got, why) != NULL, "'%s' and not '%s'", got,
	    why);
	free(got);
	qda_markup_free(&units);
}

static void
accepted(struct qda_markup_units *units, const char *text,
    const char *edited)
{
	char	*got;

	memset(units, 0, sizeof(*units));
	got = mistake(units, text, edited);
	ck_assert_str_eq(got, "");
	free(got);
}

static void
is_unit(const struct qda_markup_units *units, size_t i, int64_t start,
    int64_t end, const char *mark, const char *code)
{
	const struct qda_markup_unit	*u = &units->at[i];

	ck_assert_uint_gt(units->n, i);
	ck_assert_int_eq(u->start, start);
	ck_assert_int_eq(u->end, end);
	if (mark == NULL)
		ck_assert_ptr_null(u->mark);
	else
		ck_assert_str_eq(u->mark, mark);
	ck_assert_uint_ge(u->n_codes, 1);
	ck_assert_str_eq(u->codes[0].name, code);
}

START_TEST(a_line_of_codes_is_on_the_sentence_above)
{
	struct qda_markup_units	 u;

	accepted(&u, "Un jour. Deux nuits.", "% x\nUn\njour.\n= peur; honte "
	    "[nuance]\n~ voir\n~+ bien\nDeux nuits.\n");
	ck_assert_uint_eq(u.n, 1);
	is_unit(&u, 0, 0, 8, NULL, "peur");
	ck_assert_str_eq(u.at[0].codes[1].name, "honte");
	ck_assert_int_eq(u.at[0].codes[1].stance, QDA_QUALIFIES);
	ck_assert_str_eq(u.at[0].memos.at[0], "voir\nbien");
	qda_markup_free(&u);
}
END_TEST

START_TEST(passages_cross_sentences_and_each_other)
{
	struct qda_markup_units	 u;

	accepted(&u, "Un jour. Deux nuits.", "Un {a}jour.\n=b rage\nDeux "
	    "{b}nu{/a}its{/b}.\n=a peur\n");
	ck_assert_uint_eq(u.n, 2);
	is_unit(&u, 0, 3, 16, "a", "peur");
	is_unit(&u, 1, 14, 19, "b", "rage");
	qda_markup_free(&u);
}
END_TEST

START_TEST(the_short_form_ends_the_latest_begun)
{
	struct qda_markup_units	 u;

	accepted(&u, "Un jour. Deux nuits.", "{=peur; \"le temps\"}Un "
	    "{=rage\n[contredit]}jour{/}. {1}Deux{/} nuits{/1}.\n=1 x\n");
	ck_assert_uint_eq(u.n, 3);
	is_unit(&u, 0, 0, 13, "", "peur");
	ck_assert_str_eq(u.at[0].label, "le temps");
	is_unit(&u, 1, 3, 7, "", "rage");
	ck_assert_int_eq(u.at[1].codes[0].stance, QDA_CONTRADICTS);
	is_unit(&u, 2, 9, 19, "1", "x");
	qda_markup_free(&u);
}
END_TEST

START_TEST(white_space_quotes_and_dashes_may_change)
{
	struct qda_markup_units	 u;

	accepted(&u, "J\u2019ai \u00ab peur \u00bb \u2014 oui\u2026 et 50 % ? "
	    "Non.", "J'ai\u00a0\"peur\"\n-oui... et\n  50\n% ?\n = a\nNon.");
	ck_assert_uint_eq(u.n, 1);
	is_unit(&u, 0, 0, 30, NULL, "a");
	qda_markup_free(&u);
}
END_TEST

START_TEST(a_label_has_quotes_and_a_code_what_it_needs)
{
	struct qda_markup_units	 u;

	accepted(&u, "Un.", "Un.\n= « on ne \\« prend plus »: a\\;b; \\\"c\"; "
	    "d\\\\e; f \\[nuance] [illustre];;\n");
	is_unit(&u, 0, 0, 3, NULL, "a;b");
	ck_assert_str_eq(u.at[0].label, "on ne « prend plus");
	ck_assert_uint_eq(u.at[0].n_codes, 4);
	ck_assert_str_eq(u.at[0].codes[1].name, "\"c\"");
	ck_assert_str_eq(u.at[0].codes[2].name, "d\\e");
	ck_assert_str_eq(u.at[0].codes[3].name, "f [nuance]");
	ck_assert_int_eq(u.at[0].codes[3].stance, QDA_ILLUSTRATES);
	qda_markup_free(&u);
}
END_TEST

START_TEST(changed_words_are_told_with_their_place)
{
	refused("Il se comportait bien, en somme et au fond.", "Il se\n"
	    "comportais bien, en somme et au fond.",
	    "text changed at line 2: 'comportait' is now 'comportais'");
	refused("Un jour dans la vie de quelqu'un.", "Un jour gris dans la "
	    "vie de quelqu'un.", "text changed at line 1: 'gris' is new");
	refused("Un jour dans la vie de quelqu'un.", "Un dans la vie de "
	    "quelqu'un.", "text changed at line 1: 'jour' is missing");
	refused("Un jour dans la vie.", "Un Jour dans la vie.",
	    "'jour' is now 'Jour'");
	refused("Un été dans la vie.", "Un ete dans la vie.", "'été' is now "
	    "'ete'");
	refused("Un.", "Un. Deux.", "'Deux.' is new");
	refused("Un jour. Deux nuits.", "Un jour.\n", "ends at 2");
}
END_TEST

START_TEST(every_mistake_is_told)
{
	refused("Un deux.", "Un {1}deux.", "'{1}' has no end");
	refused("Un deux.", "Un {=a}deux.", "'{/}' is missing");
	refused("Un deux.", "Un deux{/1}.", "stands before");
	refused("Un deux.", "Un deux{/}.", "nothing is begun");
	refused("Un deux.", "{1}{/1}Un deux.", "no word stands");
	refused("Un deux.", "{1}Un{/1} {1}deux{/1}.", "a second time");
	refused("Un deux.", "{1}Un{/1} deux{/1}.", "ends a second time");
	refused("Un deux.", "Un deux.\n=2 a\n", "no passage '{2}'");
	refused("Un deux.", "Un deux.\n=a\n", "'= CODE'");
	refused("Un deux.", "Un deux.\n=bouche-à-oreille\n", "a blank");
	refused("Un deux.", "= a\nUn deux.", "no sentence");
	refused("Un deux.", "Un\n= a\ndeux.", "not at its end");
	refused("Un deux.", "Un {x y}deux.", "no mark");
	refused("Un deux.", "Un {deux.", "a '}' is missing");
	refused("Un deux.", "Un }deux.", "without its '{'");
	refused("Un deux.", "Un deux.\n= a [nuanse]\n", "no stance");
	refused("Un deux.", "Un deux.\n= \"a\" b\n", "';' is missing");
	refused("Un deux.", "Un deux.\n= \"a; b\n", "no end");
	refused("Un deux.", "Un deux.\n= \"a\"; \"b\"\n", "two labels");
	refused("Un deux.", "@1 P1\nUn deux.", "no turn");
}
END_TEST

START_TEST(turns_stay_what_they_are)
{
	struct qda_markup_part	 part;
	struct qda_markup	 m = one_part(&part, "Un deux.", "1 P1");
	struct qda_markup_units	 units = { 0 };
	struct qda_marks	 marks = { 0 };

	qda_markup_read(&units, &m, "@1  P1\nUn deux.", &marks);
	ck_assert_uint_eq(marks.n, 0);
	qda_markup_read(&units, &m, "@2 P1\nUn deux.", &marks);
	ck_assert_uint_eq(marks.n, 1);
	ck_assert(strstr(marks.at[0].text, "'@1 P1' stood here") != NULL);
	qda_marks_free(&marks);
	qda_markup_free(&units);
}
END_TEST

/* ---- whatever the text, the units come back --------------------------- */

static uint32_t	 state;

static uint32_t
draw(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % below;
}

static const char	*const pieces[] = {
	"mot", "été", "e\u0301a\u0323", "{", "}", "{{", "@", "=", "~", "%",
	"\\", "\\\\", ";", "\"", "« x »", "l'ami", "l\u2019eau", "...",
	"\u2026", "😀", "👩\u200d⚕\ufe0f", "-", "\u2014", "50 %", "= a", "a.",
	"quoi ?", "{1}", "{/1}", "% non", "~ si", "\\= b", "M. X", "[nuance]",
};
static const char	*const gaps[] = {
	" ", " ", " ", " ", "\n", "\u00a0", "", "\n\n", "\t", ". ",
};

enum { PIECES = sizeof(pieces) / sizeof(*pieces) };

static char *
random_text(void)
{
	struct qda_cleaned	 clean;
	struct qda_mem		 m;
	struct qda_err		 e;
	char			*raw;

	qda_mem_open(&m);
	for (uint32_t n = 1 + draw(60); n > 0; n--) {
		fputs(pieces[draw(PIECES)], m.f);
		fputs(gaps[draw(10)], m.f);
	}
	raw = qda_mem_text(&m);
	ck_assert_int_eq(qda_text_clean(&clean, raw, strlen(raw), "UTF-8",
	    &e), 0);
	free(raw);
	return clean.text;
}

static size_t
random_parts(struct qda_markup_part parts[4], int64_t length)
{
	size_t	 n = 0;
	int64_t	 at = 0;

	while (at < length && n < 4) {
		parts[n].start = at + draw(3);
		parts[n].end = n == 3 ? length : at + 1 + draw((uint32_t)
		    length + 1);
		if (parts[n].end > length)
			parts[n].end = length;
		if (parts[n].start > parts[n].end)
			parts[n].start = parts[n].end;
		parts[n].head = draw(2) ? "7 Mme = x 00:01:02" : NULL;
		at = parts[n++].end + draw(2);
	}
	return n;
}

static int
by_place(const void *a, const void *b)
{
	const int64_t	*p = a, *q = b;

	if (p[0] != q[0])
		return p[0] < q[0] ? -1 : 1;
	return p[1] < q[1] ? -1 : p[1] > q[1];
}

static void
random_units(struct qda_markup_units *units, int64_t length)
{
	struct qda_markup_unit	*u;
	int64_t			 place[12][2];
	size_t			 n = draw(12);

	for (size_t i = 0; i < n; i++) {
		place[i][0] = draw((uint32_t)length);
		place[i][1] = place[i][0] + 1 + draw((uint32_t)(length -
		    place[i][0]));
	}
	qsort(place, n, sizeof(*place), by_place);
	for (size_t i = 0; i < n; i++) {
		u = qda_markup_unit(units, place[i][0], place[i][1]);
		for (uint32_t k = draw(3); k > 0; k--)
			qda_markup_code(u, pieces[draw(PIECES)],
			    (enum qda_stance)draw(3));
		if (draw(3) == 0)
			u->label = qda_strdup(pieces[draw(PIECES)]);
		if (draw(3) == 0)
			qda_strings_add(&u->memos, draw(2) ? "a\nb" : "= c");
	}
}

/* Whether a line, or a byte of one, may be broken without a change. */
static bool
structural(const char *s, size_t at)
{
	while (at > 0 && s[at - 1] != '\n')
		at--;
	return s[at] != '\0' && strchr("@=~%", s[at]) != NULL;
}

/*
 * Whether a line that is broken before that byte would be taken for another:
 * the only one is where it begins with a sign, and so does the next.  (A text
 * with "\=" in it is left alone.)
 */
static bool
doubtful(const char *s)
{
	if (strchr("@=~%", s[1]) == NULL)
		return false;
	if (memchr(s, '\\', strcspn(s, "\n")) != NULL)
		return true;
	do {
		s += strcspn(s, "\n");
		s += *s == '\n';
	} while (*s != '\0' && strchr("@=~%", *s) != NULL);
	return *s == '\\';
}

/* What an editor may do: lines broken, lines joined, CRLF, other blanks. */
static char *
disturbed(const char *s)
{
	struct qda_mem	 m;
	size_t		 n = strlen(s);
	bool		 crlf = draw(2), depth = false;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '{' || s[i] == '}')
			depth = s[i] == '{';
		if (s[i] == ' ' && !structural(s, i) && !depth && draw(4) == 0)
			fputs(draw(2) && !doubtful(s + i) ? "\n" :
			    "\u00a0 ", m.f);
		else if (s[i] == '\n' && i + 1 < n && !structural(s, i) &&
		    !structural(s, i + 1) && draw(4) == 0)
			fputc(' ', m.f);
		else if (s[i] == '\n')
			fputs(i + 1 == n && draw(2) ? "" : crlf ? "\r\n" :
			    "\n", m.f);
		else
			fputc(s[i], m.f);
	}
	return qda_mem_text(&m);
}

/* The é and à of a text in two characters, as macOS writes them. */
static char *
decomposed(const char *s)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (; *s != '\0'; s++)
		if (strncmp(s, "é", 2) == 0) {
			fputs("e\u0301", m.f);
			s++;
		} else
			fputc(*s, m.f);
	return qda_mem_text(&m);
}

/* The unit that came back for one that was written. */
static const struct qda_markup_unit *
find(const struct qda_markup_units *units, const struct qda_markup_unit *u)
{
	for (size_t i = 0; i < units->n; i++) {
		const struct qda_markup_unit	*v = &units->at[i];

		if (u->mark == NULL ? v->mark == NULL && v->start == u->start
		    : v->mark != NULL && strcmp(u->mark, v->mark) == 0)
			return v;
	}
	return NULL;
}

static void
compare(const struct qda_markup_unit *u, const struct qda_markup_unit *v,
    const char *text)
{
	if (u->start == u->end || (u->mark == NULL && u->n_codes == 0 &&
	    u->label == NULL && u->memos.n == 0))
		return;
	ck_assert_msg(v != NULL, "lost in:\n%s", text);
	ck_assert_msg(u->start == v->start && u->end == v->end,
	    "other borders in:\n%s", text);
	ck_assert_msg(u->n_codes == v->n_codes && u->memos.n == v->memos.n &&
	    (u->label == NULL) == (v->label == NULL), "other codes in:\n%s",
	    text);
	for (size_t i = 0; i < u->n_codes; i++) {
		ck_assert_int_eq(u->codes[i].stance, v->codes[i].stance);
		if (strchr(u->codes[i].name, 'e') == NULL)
			ck_assert_str_eq(u->codes[i].name, v->codes[i].name);
	}
	for (size_t i = 0; i < u->memos.n; i++)
		ck_assert_str_eq(u->memos.at[i], v->memos.at[i]);
}

static void
round_trip(const struct qda_markup *m, struct qda_markup_units *units)
{
	struct qda_markup_units	 back = { 0 };
	struct qda_marks	 marks = { 0 };
	struct qda_cleaned	 clean;
	struct qda_err		 e;
	char			*text = written(m, units), *other, *nfd;
	size_t			 line;

	other = disturbed(text);
	nfd = draw(2) ? decomposed(other) : qda_strdup(other);
	ck_assert_int_eq(qda_text_clean(&clean, nfd, strlen(nfd), "UTF-8",
	    &e), 0);
	line = qda_markup_read(&back, m, clean.text, &marks);
	ck_assert_msg(marks.n == 0 && line == 0, "%s in:\n%s\nof:\n%s",
	    marks.n > 0 ? marks.at[0].text : "end", clean.text, text);
	for (size_t i = 0; i < units->n; i++)
		compare(&units->at[i], find(&back, &units->at[i]),
		    clean.text);
	qda_marks_free(&marks);
	qda_markup_free(&back);
	qda_cleaned_free(&clean);
	free(text);
	free(other);
	free(nfd);
}

START_TEST(units_of_any_text_come_back)
{
	for (uint32_t seed = 1; seed <= 20000; seed++) {
		struct qda_markup_units	 units = { 0 };
		struct qda_markup_part	 parts[4];
		struct qda_markup	 m;
		char			*text;

		state = seed;
		text = random_text();
		m = (struct qda_markup){ text, strlen(text), parts, 0 };
		m.n_parts = random_parts(parts, qda_text_length(text, m.n));
		if (m.n > 0)
			random_units(&units, qda_text_length(text, m.n));
		round_trip(&m, &units);
		qda_markup_free(&units);
		free(text);
	}
}
END_TEST

Suite *
suite_markup(void)
{
	Suite	*s = suite_create("markup");
	TCase	*t = tcase_create("markup");

	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_whole_sentence_has_its_codes_on_the_line_below);
	tcase_add_test(t,
	    passages_cross_and_what_is_on_them_follows_their_end);
	tcase_add_test(t, a_line_that_would_mean_something_is_escaped);
	tcase_add_test(t, a_line_of_codes_is_on_the_sentence_above);
	tcase_add_test(t, passages_cross_sentences_and_each_other);
	tcase_add_test(t, the_short_form_ends_the_latest_begun);
	tcase_add_test(t, white_space_quotes_and_dashes_may_change);
	tcase_add_test(t, a_label_has_quotes_and_a_code_what_it_needs);
	tcase_add_test(t, changed_words_are_told_with_their_place);
	tcase_add_test(t, every_mistake_is_told);
	tcase_add_test(t, turns_stay_what_they_are);
	tcase_add_test(t, units_of_any_text_come_back);
	suite_add_tcase(s, t);
	return s;
}
