/* test_query.c: queries as they are typed, read or refused. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/query.h"
#include "suites.h"

static void
put(FILE *f, const struct qda_clause *c)
{
	static const char	*const ops[] = {
		[QDA_OP_NOT] = "not", [QDA_OP_AND] = "and",
		[QDA_OP_OR] = "or", [QDA_OP_WITHIN] = "within",
		[QDA_OP_OVERLAPS] = "overlaps", [QDA_OP_NEAR] = "near"
	};
	static const char	*const signs[] = {
		"=", "!=", "<", "<=", ">", ">="
	};

	if (c->op != QDA_OP_TERM) {
		fprintf(f, "(%s", ops[c->op]);
		if (c->op == QDA_OP_NEAR)
			fprintf(f, ":%lld", (long long)c->turns);
		for (c = c->first; c != NULL; c = c->next) {
			putc(' ', f);
			put(f, c);
		}
		putc(')', f);
		return;
	}
	if (c->term == QDA_TERM_REGEX)
		fprintf(f, "/%s/%s", c->value, c->nocase ? "i" : "");
	else if (c->term == QDA_TERM_ATTRIBUTE)
		fprintf(f, "@%s%s", c->key, signs[c->cmp]);
	else if (c->term != QDA_TERM_WORDS)
		fprintf(f, "%s:", qda_term_name(c->term));
	if (c->term != QDA_TERM_REGEX)
		fprintf(f, c->quoted ? "\"%s\"" : "[%s]", c->value);
}

/* The query as a tree in Lisp's way, or the error. */
static char *
read_query(const char *text)
{
	struct qda_clauses	*tree;
	struct qda_err		 e = { QDA_OK, "" };
	struct qda_mem		 m;

	qda_mem_open(&m);
	if (qda_clauses_read(&tree, text, &e) < 0) {
		ck_assert_int_eq(e.why, QDA_USAGE);
		fputs(e.msg, m.f);
	} else if (tree->root != NULL)
		put(m.f, tree->root);
	qda_clauses_free(tree);
	return qda_mem_text(&m);
}

static void
reads(const char *text, const char *tree)
{
	char	*got = read_query(text);

	ck_assert_str_eq(got, tree);
	free(got);
}

/* The message holds these words, and its caret stands in that column. */
static void
refuses(const char *text, const char *words, int column)
{
	char		*got = read_query(text);
	const char	*caret = strrchr(got, '\n');

	ck_assert_msg(strstr(got, words) != NULL, "'%s': %s", text, got);
	ck_assert_ptr_nonnull(caret);
	ck_assert_msg((int)strspn(caret + 1, " ") == column + 2 &&
	    caret[column + 3] == '^', "'%s': %s", text, got);
	free(got);
}

START_TEST(nothing_is_every_verbatim)
{
	reads("", "");
	reads("  \t ", "");
}
END_TEST

START_TEST(names_need_no_quotes)
{
	reads("code:peur", "code:[peur]");
	reads("code:appeler cabinet après cabinet",
	    "code:[appeler cabinet après cabinet]");
	reads("under:Des difficultés d'ordre pratique and @sexe=Femme",
	    "(and under:[Des difficultés d'ordre pratique] @sexe=[Femme])");
	reads("code:\"a and (b)\" or c", "(or code:\"a and (b)\" [c])");
	reads("code:\"say \\\"no\\\" \\\\ once\"",
	    "code:\"say \"no\" \\ once\"");
	reads("source:Focus : lundi", "source:[Focus : lundi]");
	reads("at:Focus : lundi:12-40", "at:[Focus : lundi:12-40]");
	reads("code:androgyne and note", "(and code:[androgyne] [note])");
	reads("code:ou et or under:«x»", "(or code:[ou et] under:[«x»])");
}
END_TEST

START_TEST(words_and_patterns_stand_alone)
{
	reads("cabinet après cabinet", "[cabinet après cabinet]");
	reads("\"et and ou\"", "\"et and ou\"");
	reads("/peur|crainte/", "/peur|crainte/");
	reads("/a b\\/c\\d/i", "/a b/c\\d/i");
	reads("/x/ and y", "(and /x/ [y])");
	reads("et/ou", "[et/ou]");
}
END_TEST

START_TEST(attributes_are_compared)
{
	reads("@age>=50", "@age>=[50]");
	reads("@sexe!=Femme", "@sexe!=[Femme]");
	reads("@a<1 and @b<=2 and @c>3", "(and @a<[1] @b<=[2] @c>[3])");
	reads("@lieu=un bourg or @lieu=ville",
	    "(or @lieu=[un bourg] @lieu=[ville])");
	reads("@\"sans médecin depuis\"=\"\"", "@sans médecin depuis=\"\"");
	reads("@source.date=2022-03", "@source.date=[2022-03]");
}
END_TEST

START_TEST(what_binds_tighter_comes_first)
{
	reads("a or b and not c", "(or [a] (and [b] (not [c])))");
	reads("not a within b", "(not (within [a] [b]))");
	reads("a and b overlaps c or d",
	    "(or (and [a] (overlaps [b] [c])) [d])");
	reads("a near:3 b", "(near:3 [a] [b])");
	reads("(a or b) and c", "(and (or [a] [b]) [c])");
	reads("((a within b)) within c", "(within (within [a] [b]) [c])");
	reads("a AND b OR NOT c", "(or (and [a] [b]) (not [c]))");
	reads("not not a", "[a]");
	reads("And And", "[And And]");
	reads("a and b and c", "(and [a] [b] [c])");
}
END_TEST

START_TEST(there_is_no_implied_and)
{
	refuses("code:a code:b", "'and' or 'or' is missing before this", 7);
	refuses("a @b=1", "'and' or 'or' is missing before this", 2);
	refuses("a /b/", "'and' or 'or' is missing before this", 2);
	refuses("a not b", "'and' or 'or' is missing before this", 2);
	refuses("(a) b", "'and' or 'or' is missing before this", 4);
	refuses("\"a\" b", "'and' or 'or' is missing before this", 4);
	refuses("(a \"b\")", "'and' or 'or' is missing before this", 3);
	refuses("code:a (b)", "'and' or 'or' is missing before this", 7);
}
END_TEST

START_TEST(mistakes_are_pointed_at)
{
	refuses("theme:x", "there is no field 'theme'; fields are code, under,"
	    " source", 0);
	refuses("theme:x", "words with a colon are quoted: \"theme:x\"", 0);
	refuses("P4:12-40", "at:P4:12-40", 0);
	refuses("code : peur", "no blank before the colon: code:", 4);
	refuses("a and code\u00a0: peur", "no blank before the colon", 10);
	refuses("code: peur", "no blank behind the colon: code:", 5);
	refuses("code:", "'code:' wants a value", 5);
	refuses("code:)", "'code:' wants a value", 5);
	refuses("a within b within c", "parentheses round the first 'within'",
	    11);
	refuses("a near:1 b overlaps c", "round the first 'near'", 11);
	refuses("a within not b", "parentheses round 'not'", 9);
	refuses("@age", "compares nothing", 0);
	refuses("@age >= 50", "without blanks", 0);
	refuses("@age>= 50", "no blank behind the sign", 6);
	refuses("@sexe:F", "with '=', not ':'", 0);
	refuses("@=3", "'@' wants the name", 0);
	refuses("a near:x b", "near: wants a number", 7);
	refuses("a near: b", "near: wants a number", 7);
	refuses("a near:12345678901 b", "near: wants a number", 7);
}
END_TEST

START_TEST(what_is_left_open_is_pointed_at)
{
	refuses("(a or (b and c)", "this parenthesis is never closed", 0);
	refuses("a)", "there is no '(' for this ')'", 1);
	refuses("()", "nothing in these parentheses", 0);
	refuses("code:\"peur", "quotation mark is never closed", 5);
	refuses("a or /b", "has no '/' at its end", 5);
	refuses("a and", "something is missing here", 5);
	refuses("a and )", "something is missing here", 6);
	refuses("and a", "something is missing before 'and'", 0);
	refuses("a and or b", "something is missing before 'or'", 6);
	refuses("not", "something is missing here", 3);
	refuses("a within", "something is missing here", 8);
}
END_TEST

START_TEST(the_caret_counts_columns)
{
	refuses("déjà and code : x", "no blank", 13);
	refuses("😀 and code : x", "no blank", 11);
	refuses("a\tand code : x", "no blank", 10);
	refuses("e\u0301 and code : x", "no blank", 10);
}
END_TEST

START_TEST(a_long_query_is_shown_in_part)
{
	char	*text = qda_alloc(100001, 1), *got;

	memset(text, 'x', 100000);
	memcpy(text + 50000, " @ ", 3);
	got = read_query(text);
	ck_assert_uint_lt(strlen(got), 400);
	ck_assert_ptr_nonnull(strstr(got, "  …xxx"));
	ck_assert_ptr_nonnull(strstr(got, "^"));
	free(got);
	free(text);
}
END_TEST

/* That many parentheses round one word. */
static char *
nested(int depth)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (int i = 0; i < depth; i++)
		putc('(', m.f);
	putc('a', m.f);
	for (int i = 0; i < depth; i++)
		putc(')', m.f);
	return qda_mem_text(&m);
}

START_TEST(parentheses_have_a_limit)
{
	char	*text = nested(QDA_QUERY_DEPTH);

	reads(text, "[a]");
	free(text);
	text = nested(QDA_QUERY_DEPTH + 1);
	refuses(text, "more than 100 parentheses", 61);
	free(text);
	text = nested(100000);
	refuses(text, "more than 100 parentheses", 61);
	free(text);
}
END_TEST

START_TEST(so_have_terms)
{
	struct qda_mem	 m;
	char		*text;

	qda_mem_open(&m);
	for (int i = 0; i < 20000; i++)
		fputs("a or ", m.f);
	putc('a', m.f);
	text = qda_mem_text(&m);
	refuses(text, "a query has at most 500 terms", 61);
	free(text);
}
END_TEST

START_TEST(a_query_is_utf8)
{
	char	*got = read_query("code:a\xff");

	ck_assert_str_eq(got, "byte 7 of the query is not UTF-8 (0xff)");
	free(got);
}
END_TEST

START_TEST(terms_before_a_mistake_are_there)
{
	struct qda_clauses	*tree;
	struct qda_err		 e;

	ck_assert_int_lt(qda_clauses_read(&tree, "code:peur (nuit)", &e), 0);
	ck_assert_uint_eq(tree->n, 1);
	ck_assert_str_eq(tree->terms[0]->value, "peur");
	ck_assert_uint_eq(tree->terms[0]->at, 5);
	ck_assert_uint_eq(tree->terms[0]->end, 9);
	qda_clauses_free(tree);
}
END_TEST

Suite *
suite_query(void)
{
	Suite	*s = suite_create("query");
	TCase	*t = tcase_create("parser");

	tcase_add_test(t, nothing_is_every_verbatim);
	tcase_add_test(t, names_need_no_quotes);
	tcase_add_test(t, words_and_patterns_stand_alone);
	tcase_add_test(t, attributes_are_compared);
	tcase_add_test(t, what_binds_tighter_comes_first);
	tcase_add_test(t, there_is_no_implied_and);
	tcase_add_test(t, mistakes_are_pointed_at);
	tcase_add_test(t, what_is_left_open_is_pointed_at);
	tcase_add_test(t, the_caret_counts_columns);
	tcase_add_test(t, a_long_query_is_shown_in_part);
	tcase_add_test(t, parentheses_have_a_limit);
	tcase_add_test(t, so_have_terms);
	tcase_add_test(t, a_query_is_utf8);
	tcase_add_test(t, terms_before_a_mistake_are_there);
	suite_add_tcase(s, t);
	return s;
}
