/* test_rule.c: rules for stopping, and the SQL of fields. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/code.h"
#include "qda/coder.h"
#include "qda/participant.h"
#include "qda/project.h"
#include "qda/rule.h"
#include "qda/source.h"
#include "suites.h"

START_TEST(a_rule_reads_back_what_it_writes)
{
	static const char	*const texts[] = {
		"none-new stop=1 min=10", "guest base=5 run=3 threshold=0",
		"guest base=4 run=2 threshold=2.5", "francis base=10 stop=3",
	};
	struct qda_rule		 r;
	struct qda_err		 e;
	char			*text;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(qda_rule_read(&r, texts[i], &e), 0);
		text = qda_rule_text(&r);
		ck_assert_str_eq(text, texts[i]);
		free(text);
	}
}
END_TEST

START_TEST(a_rule_has_the_numbers_of_its_authors)
{
	struct qda_rule	 r;
	struct qda_err	 e;

	ck_assert_int_eq(qda_rule_read(&r, " guest ", &e), 0);
	ck_assert_int_eq(r.kind, QDA_RULE_GUEST);
	ck_assert_int_eq(r.base, 4);
	ck_assert_int_eq(r.run, 2);
	ck_assert_double_eq(r.threshold, 5.0);
	ck_assert_int_eq(qda_rule_read(&r, "francis", &e), 0);
	ck_assert_int_eq(r.kind, QDA_RULE_FRANCIS);
	ck_assert_int_eq(r.base, 10);
	ck_assert_int_eq(r.stop, 3);
}
END_TEST

/* A misspelt column fails here, not before the user. */
START_TEST(every_field_of_every_noun_can_be_set_and_read)
{
	static const struct qda_field	*const nouns[] = {
		qda_project_fields, qda_coder_fields, qda_participant_fields,
		qda_source_fields, qda_code_fields,
	};
	struct qda_db			*db;
	struct qda_err			 e;

	ck_assert_int_eq(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e), 0);
	for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
		for (const struct qda_field *f = nouns[i]; f->key; f++) {
			ck_assert_msg(db_prepares(db, f->set, &e) == 0,
			    "%s: %s", f->key, e.msg);
			ck_assert_msg(db_prepares(db, f->get, &e) == 0,
			    "%s: %s", f->key, e.msg);
		}
	qda_db_close(db);
}
END_TEST

Suite *
suite_rule(void)
{
	Suite	*s = suite_create("rule");
	TCase	*t = tcase_create("rule");

	tcase_add_test(t, a_rule_reads_back_what_it_writes);
	tcase_add_test(t, a_rule_has_the_numbers_of_its_authors);
	tcase_add_test(t, every_field_of_every_noun_can_be_set_and_read);
	suite_add_tcase(s, t);
	return s;
}
