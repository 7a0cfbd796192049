/*
 * test_history.c: changes, undone and redone.  The project's content is
 * compared as a text: every table but the history and the kept source texts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/stmt.h"
#include "qda/code.h"
#include "qda/coder.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/project.h"
#include "qda/source.h"
#include "qda/unit.h"
#include "suites.h"

static struct qda_db	*db;
static struct qda_err	 e;
static int64_t		 coder, source;

#define OK(call) \
	do { \
		if ((call) < 0) \
			ck_abort_msg("%s: %s", #call, e.msg); \
	} while (0)

static void
dump_table(FILE *f, const char *table)
{
	char		*sql = qda_sprintf("SELECT * FROM \"%s\" ORDER BY 1, 2",
			    table);
	sqlite3_stmt	*s;

	ck_assert_int_eq(sqlite3_prepare_v2(db->sqlite, sql, -1, &s, NULL), 0);
	free(sql);
	while (sqlite3_step(s) == SQLITE_ROW) {
		fputs(table, f);
		for (int i = 0; i < sqlite3_column_count(s); i++) {
			const unsigned char	*b = sqlite3_column_blob(s, i);
			int	 n = sqlite3_column_bytes(s, i);

			fprintf(f, "|%d:", sqlite3_column_type(s, i));
			for (int k = 0; k < n; k++)
				fprintf(f, "%02x", b[k]);
		}
		fputc('\n', f);
	}
	sqlite3_finalize(s);
}

/* Everything that undo and redo must restore; caller frees. */
static char *
dump(void)
{
	struct qda_mem	 m;
	sqlite3_stmt	*s;

	qda_mem_open(&m);
	ck_assert_int_eq(sqlite3_prepare_v2(db->sqlite, "SELECT name FROM"
	    " sqlite_master WHERE type = 'table' AND name NOT LIKE 'history%'"
	    " AND name NOT IN ('source_text', 'sqlite_sequence') ORDER BY name",
	    -1, &s, NULL), 0);
	while (sqlite3_step(s) == SQLITE_ROW)
		dump_table(m.f, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return qda_mem_text(&m);
}

static void
is_as(const char *before)
{
	char	*now = dump();
	size_t	 i = 0;

	while (now[i] != '\0' && now[i] == before[i])
		i++;
	if (now[i] != before[i])
		ck_abort_msg("now '%.200s', not '%.200s'",
		    now + (i < 40 ? 0 : i - 40),
		    before + (i < 40 ? 0 : i - 40));
	free(now);
}

static void
begin(bool appends)
{
	OK(qda_change_begin(db, appends, &e));
}

static int64_t
commit(const char *command)
{
	int64_t	 number;

	OK(qda_change_commit(db, "Camille", command, NULL, &number, &e));
	return number;
}

static int
try_undo(int64_t *number)
{
	int64_t	 entry;
	int	 rc = qda_change_undo(db, number, &e);

	if (rc == 1)
		OK(qda_change_commit(db, "Noé", NULL, "why", &entry, &e));
	return rc;
}

static int
try_redo(int64_t *number)
{
	int64_t	 entry;
	int	 rc = qda_change_redo(db, number, &e);

	if (rc == 1)
		OK(qda_change_commit(db, "Noé", NULL, NULL, &entry, &e));
	return rc;
}

static void
undo(int64_t number)
{
	int64_t	 n = number;

	if (try_undo(&n) != 1)
		ck_abort_msg("undo %d: %s", (int)number, e.msg);
}

static void
redo(int64_t number)
{
	int64_t	 n = number;

	if (try_redo(&n) != 1)
		ck_abort_msg("redo %d: %s", (int)number, e.msg);
}

/* That it is refused, with this in the sentence, and nothing has moved. */
static void
refused(bool redoing, int64_t number, const char *because)
{
	char	*before = dump();
	int64_t	 n = number;

	ck_assert_int_eq(redoing ? try_redo(&n) : try_undo(&n), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	if (strstr(e.msg, because) == NULL)
		ck_abort_msg("'%s' lacks '%s'", e.msg, because);
	is_as(before);
	free(before);
}

static int64_t
make_code(const char *name)
{
	int64_t	 id;
	bool	 made;

	OK(qda_code_make(db, name, "hand", QDA_NONE, coder, &id, &made, &e));
	return id;
}

static int64_t
code_change(const char *name)
{
	begin(false);
	make_code(name);
	return commit("qda code add");
}

static int64_t
set_code(const char *name, const char *key, const char *value)
{
	int64_t	 id;

	begin(false);
	OK(qda_code_need(db, name, &id, &e));
	OK(qda_field_set(db, qda_field_named(qda_code_fields, key), id, value,
	    &e));
	return commit("qda code set");
}

/* A unit at a place with a code on it; what is there already stays. */
static int64_t
tag_place(int64_t code, int64_t start, int64_t end)
{
	struct qda_place	 p = { source, 1, start, end, false };
	int64_t			 unit;
	int			 rc = qda_unit_find(db, &p, coder, &unit, &e);

	OK(rc);
	if (rc == 0)
		OK(qda_unit_add(db, &p, coder, "mots", "hand", 1, &unit, &e));
	OK(qda_coding_add(db, unit, source, code, coder, "illustrates", &e));
	return unit;
}

static int64_t
tag_change(const char *name, int64_t start, bool bulk)
{
	begin(bulk);
	tag_place(make_code(name), start, start + 4);
	if (bulk)
		for (int i = 1; i < 5; i++)
			tag_place(make_code(name), start + i, start + i + 9);
	return commit("qda tag");
}

static int64_t
unit_at(int64_t start)
{
	struct qda_place	 p = { source, 1, start, start + 4, false };
	int64_t			 unit;

	ck_assert_int_eq(qda_unit_find(db, &p, coder, &unit, &e), 1);
	return unit;
}

static int64_t
label_change(int64_t start, const char *label)
{
	begin(false);
	OK(qda_unit_label(db, unit_at(start), label, &e));
	return commit("qda tag --label");
}

static int64_t
untag_change(const char *name, int64_t start)
{
	int64_t	 unit = unit_at(start), code;

	begin(false);
	OK(qda_code_need(db, name, &code, &e));
	OK(qda_coding_remove(db, unit, code, coder, &e));
	OK(qda_unit_drop_empty(db, unit, &e));
	return commit("qda tag -r");
}

static int64_t
import_change(const char *name, int64_t *id)
{
	struct qda_source_new	 s = { .name = name, .format = "txt",
				    .encoding = "UTF-8",
				    .participant = QDA_NONE };
	struct qda_turn		 t = { 0 };
	char			*text = qda_sprintf("%s parle longtemps", name);
	int64_t			 speaker;

	begin(true);
	s.text = text;
	s.size = strlen(text);
	OK(qda_source_add(db, &s, id, &e));
	OK(qda_speaker_add(db, *id, "P", "participant", QDA_NONE, &speaker,
	    &e));
	for (t.seq = 1; t.seq < 4; t.seq++) {
		t.speaker = speaker;
		t.start = t.seq * 4 - 4;
		t.end = t.seq * 4 - 1;
		t.time = t.time_end = QDA_NONE;
		OK(qda_turn_add(db, *id, &t, &e));
	}
	free(text);
	return commit("qda import");
}

static void
setup(void)
{
	bool	 made;

	OK(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e));
	OK(qda_project_make(db, "T", NULL, "fr", &e));
	OK(qda_coder_make(db, "Camille", &coder, &made, &e));
	import_change("P1", &source);
}

static void
teardown(void)
{
	qda_db_close(db);
}

START_TEST(what_was_undone_comes_back)
{
	char	*before = dump(), *after;
	int64_t	 n = 0;

	code_change("peur");
	after = dump();
	ck_assert_int_eq(try_undo(&n), 1);
	ck_assert_int_eq(n, 2);
	is_as(before);
	n = 0;
	ck_assert_int_eq(try_redo(&n), 1);
	ck_assert_int_eq(n, 2);
	is_as(after);
	free(before);
	free(after);
}
END_TEST

START_TEST(there_is_an_end_to_undo_and_to_redo)
{
	int64_t	 n = 0;

	ck_assert_int_eq(try_redo(&n), 0);
	undo(1);
	n = 0;
	ck_assert_int_eq(try_undo(&n), 0);
	redo(1);
	n = 0;
	ck_assert_int_eq(try_redo(&n), 0);
}
END_TEST

START_TEST(the_same_values_again_are_no_change)
{
	ck_assert_int_eq(code_change("peur"), 2);
	ck_assert_int_eq(set_code("peur", "definition", "x"), 3);
	ck_assert_int_eq(set_code("peur", "definition", "x"), 0);
	ck_assert_int_eq(set_code("peur", "definition", "y"), 4);
}
END_TEST

START_TEST(undo_says_who_did_it_and_why)
{
	struct qda_change	 c = { 0 };
	struct db_rows		*walk;

	code_change("peur");
	undo(2);
	redo(2);
	OK(qda_change_list(&walk, db, NULL, &e));
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(qda_change_next(walk, &c, &e), 1);
	ck_assert_str_eq(c.command, "qda undo 2");
	ck_assert_str_eq(c.coder, "Noé");
	ck_assert_str_eq(c.message, "why");
	ck_assert_str_eq(c.state, "undone");
	ck_assert_int_eq(c.undoes, 2);
	ck_assert_int_eq(qda_change_next(walk, &c, &e), 1);
	ck_assert_str_eq(c.command, "qda redo 2");
	ck_assert_str_eq(c.state, "undo");
	ck_assert_int_eq(qda_change_next(walk, &c, &e), 0);
}
END_TEST

START_TEST(a_redo_can_be_undone_again)
{
	char	*before = dump();
	int64_t	 n = 0;

	code_change("peur");
	for (int i = 0; i < 3; i++) {
		undo(2);
		is_as(before);
		redo(2);
	}
	undo(0);
	is_as(before);
	ck_assert_int_eq(try_redo(&n), 1);
	ck_assert_int_eq(n, 2);
	free(before);
}
END_TEST

START_TEST(redo_ends_where_something_new_was_done)
{
	int64_t	 n = 0;

	code_change("peur");
	undo(2);
	code_change("colère");
	ck_assert_int_eq(try_redo(&n), 0);
	redo(2);		/* by its number it may still be asked for */
}
END_TEST

START_TEST(later_work_on_a_code_refuses_the_undo_of_its_making)
{
	code_change("peur");
	tag_change("peur", 0, false);
	refused(false, 2, "change 3 (qda tag) builds on it");
	undo(3);
	undo(2);
	refused(true, 3, "change 2 (qda code add), which is undone");
}
END_TEST

START_TEST(later_work_on_other_things_does_not)
{
	code_change("peur");
	code_change("colère");
	set_code("colère", "definition", "x");
	undo(2);
	redo(2);
}
END_TEST

START_TEST(two_columns_of_a_row_are_undone_apart_the_same_one_is_not)
{
	code_change("peur");
	set_code("peur", "definition", "x");
	set_code("peur", "colour", "#aa3300");
	undo(3);
	redo(3);
	set_code("peur", "definition", "y");
	refused(false, 3, "change 7 (qda code set) builds on it");
}
END_TEST

START_TEST(a_name_taken_since_refuses)
{
	int64_t	 made = code_change("peur"), again;

	undo(made);
	again = code_change("Peur");
	refused(true, made, "(qda code add) has altered the same since");
	undo(again);
	redo(made);
}
END_TEST

START_TEST(a_label_on_what_was_tagged_in_bulk_refuses)
{
	char	*before = dump(), *tagged;

	ck_assert_int_eq(tag_change("peur", 0, true), 2);
	tagged = dump();
	ck_assert_int_eq(label_change(0, "on ne prend plus"), 3);
	refused(false, 2, "change 3 (qda tag --label) builds on it");
	undo(3);
	is_as(tagged);
	undo(2);
	is_as(before);
	redo(2);
	is_as(tagged);
	untag_change("peur", 0);
	refused(false, 2, "(qda tag -r) builds on it");
	undo(0);
	is_as(tagged);
	free(before);
	free(tagged);
}
END_TEST

START_TEST(ids_skipped_in_bulk_do_not_matter)
{
	char	*before;
	int64_t	 code;

	tag_change("peur", 0, false);
	before = dump();
	begin(true);
	code = make_code("peur");
	tag_place(code, 50, 54);
	for (int i = 0; i < 9; i++)
		tag_place(code, 0, 4);		/* there already */
	tag_place(code, 60, 64);
	for (int i = 0; i < 9; i++)
		tag_place(code, 0, 4);
	commit("qda tag");
	undo(0);
	is_as(before);
	free(before);
}
END_TEST

START_TEST(an_import_with_work_on_it_stays)
{
	int64_t	 other, n;
	char	*before = dump();

	n = import_change("P2", &other);
	undo(n);
	is_as(before);
	redo(n);
	source = other;
	tag_change("peur", 0, true);
	refused(false, n, "change 5 (qda tag) builds on it");
	undo(5);
	undo(n);
	is_as(before);
	free(before);
}
END_TEST

START_TEST(what_is_no_change_is_said)
{
	code_change("peur");
	refused(false, 99, "there is no change 99");
	refused(true, 99, "there is no change 99");
	refused(true, 2, "change 2 is not undone");
	undo(2);
	refused(false, 2, "change 2 is undone already");
	refused(false, 3, "change 3 is itself an undo");
}
END_TEST

START_TEST(an_abandoned_undo_leaves_no_trace)
{
	const struct qda_change_rows	*rows;
	char				*before;
	int64_t				 n = 0;

	tag_change("peur", 0, true);
	before = dump();
	ck_assert_int_eq(qda_change_undo(db, &n, &e), 1);
	ck_assert_uint_eq(qda_change_rows(db, &rows), 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_int_eq(rows[i].removed,
		    strcmp(rows[i].table, "code") == 0 ? 1 : 5);
	qda_change_abandon(db);
	is_as(before);
	n = 0;
	ck_assert_int_eq(try_redo(&n), 0);
	undo(2);
	free(before);
}
END_TEST

START_TEST(rows_erased_for_good_refuse_what_made_them)
{
	tag_change("peur", 0, true);
	ck_assert_int_eq(sqlite3_exec(db->sqlite, "DELETE FROM coding"
	    " WHERE id = 2", NULL, NULL, NULL), 0);
	refused(false, 2, "change 2 cannot be undone alone");
}
END_TEST

START_TEST(a_record_that_lost_a_piece_is_said)
{
	int64_t	 n = 0;

	code_change("peur");
	ck_assert_int_eq(sqlite3_exec(db->sqlite, "UPDATE history_piece SET"
	    " bytes = substr(bytes, 1, length(bytes) / 2)"
	    " WHERE history = 2", NULL, NULL, NULL), 0);
	ck_assert_int_eq(try_undo(&n), -1);
	ck_assert_int_eq(e.why, QDA_SYSTEM);
}
END_TEST

/* A small generator of our own: the same sequences everywhere. */
static uint64_t	 seed;

static unsigned
random_below(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

static const char	*const names[] = { "peur", "colère", "honte", "repli" };

static int64_t
random_untag(void)
{
	struct db_rows	*rows;
	int64_t		 unit, code;
	int		 more;

	OK(db_ask(&rows, db, &e, "SELECT unit, code FROM coding"
	    " ORDER BY id * 7919 % 101 LIMIT 1", ""));
	if ((more = db_next(rows, &e)) <= 0)
		return 0;
	unit = db_int(rows, 0);
	code = db_int(rows, 1);
	db_stop(rows);
	begin(false);
	OK(qda_coding_remove(db, unit, code, coder, &e));
	OK(qda_unit_drop_empty(db, unit, &e));
	return commit("qda tag -r");
}

static int64_t
random_label(void)
{
	char	*label = qda_sprintf("l%u", random_below(1000));
	int64_t	 unit, n = 0;

	if (db_ask_int(&unit, db, &e, "SELECT id FROM unit"
	    " ORDER BY id * 7919 % 103 LIMIT 1", "") == 1) {
		begin(false);
		OK(qda_unit_label(db, unit, label, &e));
		n = commit("qda tag --label");
	}
	free(label);
	return n;
}

static int64_t
random_participant(void)
{
	char	*name = qda_sprintf("M%u", random_below(5)),
		*why = qda_sprintf("r%u", random_below(3));
	int64_t	 id;
	bool	 made;

	begin(false);
	OK(qda_participant_make(db, name, &id, &made, &e));
	OK(qda_field_set(db, qda_field_named(qda_participant_fields,
	    "reason"), id, why, &e));
	free(name);
	free(why);
	return commit("qda participant set");
}

static int64_t
random_change(void)
{
	const char	*name = names[random_below(4)];
	char		*text;
	int64_t		 n;

	switch (random_below(8)) {
	case 0:
		return code_change(name);
	case 1:
		return tag_change(name, random_below(6) * 4, false);
	case 2:
		return tag_change(name, random_below(6) * 4, true);
	case 3:
		return random_untag();
	case 4:
		return random_label();
	case 5:
		return random_participant();
	case 6:
		text = qda_sprintf("d%u", random_below(3));
		code_change(name);
		n = set_code(name, "definition", text);
		free(text);
		return n;
	default:
		text = qda_sprintf("S%u", random_below(1000000));
		n = import_change(text, &source);
		free(text);
		return n;
	}
}

enum { STEPS = 25, SEQUENCES = 60 };

static int64_t
last_done(void)
{
	int64_t	 n = 0;

	OK(qda_change_last(db, &n, &e));
	return n;
}

static int64_t
count_done(void)
{
	int64_t	 n = 0;

	OK(db_ask_int(&n, db, &e, "SELECT count(*) FROM history"
	    " WHERE state = 'done'", ""));
	return n;
}

/* Some change in the middle: taken back and put back, or refused whole. */
static void
try_the_middle(int64_t highest)
{
	int64_t	 n = 1 + random_below((unsigned)highest), at = n;
	char	*before = dump();

	if (try_undo(&at) == 1) {
		redo(n);
	} else {
		ck_assert_int_eq(e.why, QDA_DATA);
		ck_assert_ptr_nonnull(strstr(e.msg, "change"));
	}
	is_as(before);
	free(before);
}

START_TEST(any_sequence_is_undone_to_its_beginning_and_redone_to_its_end)
{
	char	*states[STEPS * 2 + 2];
	int	 n = 0, at;

	seed = (uint64_t)_i * 7919 + 1;
	states[n++] = dump();
	for (int i = 0; i < STEPS; i++) {
		int64_t	 before = count_done();

		random_change();
		if (count_done() == before)
			continue;
		if (count_done() > before + 1) {	/* it made two */
			char	*both = dump();

			undo(0);
			states[n++] = dump();
			redo(0);
			is_as(both);
			free(both);
		}
		states[n++] = dump();
	}
	try_the_middle(last_done());
	for (at = n - 2; at >= 0; at--) {
		undo(0);
		is_as(states[at]);
	}
	for (at = 1; at < n; at++) {
		redo(0);
		is_as(states[at]);
	}
	for (int i = 0; i < 5; i++)
		try_the_middle(last_done());
	for (at = 0; at < n; at++)
		free(states[at]);
}
END_TEST

Suite *
suite_history(void)
{
	Suite	*s = suite_create("history");
	TCase	*t = tcase_create("history");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, what_was_undone_comes_back);
	tcase_add_test(t, there_is_an_end_to_undo_and_to_redo);
	tcase_add_test(t, the_same_values_again_are_no_change);
	tcase_add_test(t, undo_says_who_did_it_and_why);
	tcase_add_test(t, a_redo_can_be_undone_again);
	tcase_add_test(t, redo_ends_where_something_new_was_done);
	tcase_add_test(t,
	    later_work_on_a_code_refuses_the_undo_of_its_making);
	tcase_add_test(t, later_work_on_other_things_does_not);
	tcase_add_test(t,
	    two_columns_of_a_row_are_undone_apart_the_same_one_is_not);
	tcase_add_test(t, a_name_taken_since_refuses);
	tcase_add_test(t, a_label_on_what_was_tagged_in_bulk_refuses);
	tcase_add_test(t, ids_skipped_in_bulk_do_not_matter);
	tcase_add_test(t, an_import_with_work_on_it_stays);
	tcase_add_test(t, what_is_no_change_is_said);
	tcase_add_test(t, an_abandoned_undo_leaves_no_trace);
	tcase_add_test(t, rows_erased_for_good_refuse_what_made_them);
	tcase_add_test(t, a_record_that_lost_a_piece_is_said);
	tcase_add_loop_test(t,
	    any_sequence_is_undone_to_its_beginning_and_redone_to_its_end,
	    0, SEQUENCES);
	suite_add_tcase(s, t);
	return s;
}
