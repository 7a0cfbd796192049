/* test_codebook.c: groupings stay without circles, counts are true. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/code.h"
#include "qda/codebook.h"
#include "qda/coder.h"
#include "qda/grouping.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/project.h"
#include "qda/source.h"
#include "qda/unit.h"
#include "suites.h"

static struct qda_db	*db;
static struct qda_err	 e;
static int64_t		 coder;

static void
setup(void)
{
	bool	 made;

	ck_assert_int_eq(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e), 0);
	ck_assert_int_eq(qda_project_make(db, "x", NULL, "fr", &e), 0);
	ck_assert_int_eq(qda_coder_make(db, "Camille", &coder, &made, &e), 0);
}

static void
teardown(void)
{
	qda_db_close(db);
}

static int64_t
code(const char *name)
{
	int64_t	 id;
	bool	 made;

	ck_assert_int_eq(qda_code_make(db, name, "hand", QDA_NONE, coder,
	    &id, &made, &e), 0);
	return id;
}

enum { N = 24 };

/* reach[a][b]: b is below a, by the memberships that are. */
static void
closure(bool reach[N][N], bool in[N][N])
{
	memcpy(reach, in, sizeof(bool[N][N]));
	for (int k = 0; k < N; k++)
		for (int a = 0; a < N; a++)
			for (int b = 0; b < N; b++)
				reach[a][b] |= reach[a][k] && reach[k][b];
}

/* The memberships in the project are those of the model, one main each. */
static void
compare(const int64_t ids[N], bool in[N][N])
{
	struct qda_book	*book;
	size_t		 members = 0, wanted = 0;

	ck_assert_int_eq(qda_book_read(&book, db, NULL, 0, &e), 0);
	for (int a = 0; a < N; a++) {
		size_t				 at;
		const struct qda_book_code	*c;
		int64_t				 mains = 0, places = 0;

		at = qda_book_find(book, ids[a]);
		if (at == QDA_NOWHERE)
			continue;
		c = &book->code[at];
		members += c->n_members;
		for (size_t i = 0; i < c->n_members; i++)
			for (int b = 0; b < N; b++)
				if (ids[b] == book->code[c->members[i]].id)
					ck_assert(in[a][b]);
		for (int b = 0; b < N; b++) {
			wanted += in[a][b];
			places += in[b][a];
		}
		ck_assert(c->category || c->n_members == 0);
		ck_assert_int_eq(db_ask_int(&mains, db, &e, "SELECT"
		    " count(*) FROM grouping WHERE member = ?1 AND main = 1",
		    "i", ids[a]), 1);
		ck_assert_int_eq(mains, places > 0);
	}
	ck_assert_uint_eq(members, wanted);
	qda_book_free(book);
}

/* One random step on both. */
static void
step(const int64_t ids[N], bool in[N][N])
{
	int	 a = rand() % N, b = rand() % N, rc;
	bool	 reach[N][N], became;
	int64_t	 main;

	if (rand() % 4 == 0) {
		rc = qda_grouping_remove(db, ids[a], ids[b], &main, &e);
		ck_assert_int_eq(rc, in[a][b]);
		in[a][b] = false;
		return;
	}
	closure(reach, in);
	rc = qda_grouping_add(db, ids[a], ids[b], coder, &became, &e);
	ck_assert_int_eq(rc, a == b || reach[b][a] ? -1 : !in[a][b]);
	in[a][b] |= rc == 1;
}

START_TEST(no_sequence_of_groupings_makes_a_circle)
{
	int64_t	 ids[N];
	bool	 in[N][N], reach[N][N];
	char	 name[16];

	srand((unsigned)_i + 1);
	memset(in, 0, sizeof(in));
	for (int i = 0; i < N; i++) {
		snprintf(name, sizeof(name), "c%d", i);
		ids[i] = code(name);
	}
	for (int i = 0; i < 300; i++)
		step(ids, in);
	closure(reach, in);
	for (int i = 0; i < N; i++)
		ck_assert(!reach[i][i]);
	compare(ids, in);
}
END_TEST

/* What the second code gets: all of the first's, no self, no circle. */
START_TEST(merging_keeps_groupings_without_circles)
{
	struct qda_code_gone	 gone = { 0 };
	int64_t			 ids[N], found;
	bool			 in[N][N], became;
	char			 name[16];

	srand((unsigned)_i + 100);
	memset(in, 0, sizeof(in));
	for (int i = 0; i < N; i++) {
		snprintf(name, sizeof(name), "c%d", i);
		ids[i] = code(name);
	}
	for (int i = 0; i < 150; i++)
		step(ids, in);
	for (int i = 0; i + 1 < N; i += 2)
		ck_assert_int_eq(qda_code_merge(db, ids[i], ids[i + 1],
		    &gone, &e), 0);
	ck_assert_int_eq(db_ask_int(&found, db, &e, "WITH RECURSIVE b (top,"
	    " id) AS (SELECT category, member FROM grouping UNION SELECT"
	    " b.top, g.member FROM grouping AS g JOIN b ON g.category = b.id)"
	    " SELECT count(*) FROM b WHERE top = id", ""), 1);
	ck_assert_int_eq(found, 0);
	ck_assert_int_eq(db_ask_int(&found, db, &e, "SELECT count(*) FROM ("
	    "SELECT sum(main) AS m FROM grouping GROUP BY member"
	    " HAVING m <> 1)", ""), 1);
	ck_assert_int_eq(found, 0);
	ck_assert_int_eq(db_ask_int(&found, db, &e, "SELECT count(*) FROM"
	    " code", ""), 1);
	ck_assert_int_eq(found, N / 2);
	ck_assert_int_eq(qda_grouping_add(db, ids[1], ids[1], coder, &became,
	    &e), -1);
}
END_TEST

/* A source of three voices: a turn of ten characters each, in turn. */
static int64_t
focus_group(const char *name, int64_t people[3])
{
	const char		*labels[] = { "A", "B", "Q" };
	struct qda_source_new	 s = { .name = name, .format = "txt",
				    .encoding = "UTF-8",
				    .participant = QDA_NONE };
	int64_t			 source, voices[3];
	bool			 made;
	char			 text[121];

	memset(text, 'x', 120);
	text[120] = '\0';
	text[0] = name[0];
	s.text = text;
	s.size = 120;
	ck_assert_int_eq(qda_source_add(db, &s, &source, &e), 0);
	for (int i = 0; i < 3; i++) {
		people[i] = QDA_NONE;
		if (i < 2)
			ck_assert_int_eq(qda_participant_make(db, labels[i],
			    &people[i], &made, &e), 0);
		ck_assert_int_eq(qda_speaker_add(db, source, labels[i],
		    i < 2 ? "participant" : "interviewer", people[i],
		    &voices[i], &e), 0);
	}
	for (int i = 0; i < 12; i++)
		ck_assert_int_eq(qda_turn_add(db, source, &(struct qda_turn){
		    .seq = i + 1, .speaker = voices[i % 3], .start = i * 10,
		    .end = i * 10 + 9, .time = QDA_NONE,
		    .time_end = QDA_NONE }, &e), 0);
	return source;
}

static void
put(int64_t source, int64_t start, int64_t end, int64_t id)
{
	struct qda_place	 p = { .source = source, .revision = 1,
				    .start = start, .end = end };
	int64_t			 unit;

	ck_assert_int_eq(qda_unit_add(db, &p, coder, "x", "hand", 1, &unit,
	    &e), 0);
	ck_assert_int_eq(qda_coding_add(db, unit, source, id, coder,
	    "illustrates", &e), 1);
}

START_TEST(in_a_focus_group_the_turn_says_whose_a_coding_is)
{
	struct qda_book		*book;
	struct qda_code_tally	 t;
	int64_t			 people[3], source, of[4];

	source = focus_group("G", people);
	for (int i = 0; i < 4; i++)
		of[i] = code((const char *[]){ "a", "both", "asked",
		    "between" }[i]);
	put(source, 2, 5, of[0]);
	put(source, 32, 55, of[0]);	/* begins in A's, goes on in B's */
	put(source, 30, 33, of[1]);
	put(source, 40, 42, of[1]);
	put(source, 20, 25, of[2]);	/* the interviewer's: nobody's */
	put(source, 9, 12, of[3]);	/* from the gap into B's */
	ck_assert_int_eq(qda_book_read(&book, db, NULL, 0, &e), 0);
	for (int i = 0; i < 4; i++) {
		qda_book_tally(book, qda_book_find(book, of[i]), false, &t);
		ck_assert_int_eq(t.participants, ((int[]){ 1, 2, 0, 1 })[i]);
		ck_assert_int_eq(t.uses, ((int[]){ 2, 2, 1, 1 })[i]);
		ck_assert_int_eq(t.sources, 1);
		ck_assert(t.who[0] == (i < 2));
		ck_assert(t.who[1] == (i == 1 || i == 3));
		qda_code_tally_free(&t);
	}
	qda_book_free(book);
}
END_TEST

START_TEST(only_the_coders_asked_for_are_counted)
{
	struct qda_book		*book;
	struct qda_code_tally	 t;
	int64_t			 people[3], source, id = code("a"), other;
	bool			 made;

	source = focus_group("G", people);
	put(source, 2, 5, id);
	ck_assert_int_eq(qda_coder_make(db, "Noé", &other, &made, &e), 0);
	ck_assert_int_eq(qda_book_read(&book, db, &other, 1, &e), 0);
	qda_book_tally(book, 0, true, &t);
	ck_assert_int_eq(t.uses + t.sources + t.participants + t.coders, 0);
	ck_assert(t.first == QDA_NOWHERE);
	qda_code_tally_free(&t);
	qda_book_free(book);
}
END_TEST

/* 30 levels of two categories that both hold both below: 2^30 ways down. */
START_TEST(a_tree_is_as_long_as_its_memberships)
{
	struct qda_book		*book;
	struct qda_node		*nodes;
	struct qda_code_tally	 t;
	int64_t			 ids[2][30];
	bool			 became;
	char			 name[24];

	for (int level = 0; level < 30; level++)
		for (int i = 0; i < 2; i++) {
			snprintf(name, sizeof(name), "%d-%d", level, i);
			ids[i][level] = code(name);
		}
	for (int level = 1; level < 30; level++)
		for (int i = 0; i < 4; i++)
			ck_assert_int_eq(qda_grouping_add(db,
			    ids[i / 2][level - 1], ids[i % 2][level], coder,
			    &became, &e), 1);
	ck_assert_int_eq(qda_book_read(&book, db, NULL, 0, &e), 0);
	ck_assert_uint_eq(qda_book_tree(book, &nodes), 2 + 4 * 29);
	qda_book_tally(book, 0, true, &t);
	ck_assert_int_eq(t.uses, 0);
	qda_code_tally_free(&t);
	free(nodes);
	qda_book_free(book);
}
END_TEST

Suite *
suite_codebook(void)
{
	Suite	*s = suite_create("codebook");
	TCase	*t = tcase_create("codebook");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, no_sequence_of_groupings_makes_a_circle, 0, 8);
	tcase_add_loop_test(t, merging_keeps_groupings_without_circles, 0, 8);
	tcase_add_test(t, in_a_focus_group_the_turn_says_whose_a_coding_is);
	tcase_add_test(t, only_the_coders_asked_for_are_counted);
	tcase_add_test(t, a_tree_is_as_long_as_its_memberships);
	suite_add_tcase(s, t);
	return s;
}
