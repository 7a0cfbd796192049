/* test_sql.c: the statements of all modules, against the newest schema. */
#include <string.h>

#include "db/stmt.h"
#include "study/sql.h"
#include "suites.h"

/* The tables, each of which ends with NULL. */
static const char	*const *const modules[] = { QDA_ALL_SQL };

START_TEST(every_statement_can_be_prepared)
{
	struct qda_db	*db;
	struct qda_err	 e;
	size_t		 n = 0;

	ck_assert_int_eq(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e), 0);
	for (size_t i = 0; i < sizeof(modules) / sizeof(*modules); i++)
		for (const char *const *sql = modules[i]; *sql; sql++, n++)
			ck_assert_msg(db_prepares(db, *sql, &e) == 0,
			    "%s\n%s", e.msg, *sql);
	ck_assert_uint_gt(n, 50);
	qda_db_close(db);
}
END_TEST

/* A table with a hole would end there, and the rest go unseen. */
START_TEST(every_table_of_statements_holds_some)
{
	for (size_t i = 0; i < sizeof(modules) / sizeof(*modules); i++)
		ck_assert_ptr_nonnull(modules[i][0]);
}
END_TEST

/* What is not there is refused: the first test can fail. */
START_TEST(a_misspelt_column_is_no_statement)
{
	struct qda_db	*db;
	struct qda_err	 e;

	ck_assert_int_eq(qda_db_open(&db, ":memory:", QDA_DB_CREATE, &e), 0);
	ck_assert_int_eq(db_prepares(db, "SELECT nmae FROM code", &e), -1);
	ck_assert_ptr_nonnull(strstr(e.msg, "nmae"));
	ck_assert_int_eq(db_prepares(db, "SELECT \"nmae\" FROM code", &e), -1);
	qda_db_close(db);
}
END_TEST

Suite *
suite_sql(void)
{
	Suite	*s = suite_create("sql");
	TCase	*t = tcase_create("sql");

	tcase_add_test(t, every_statement_can_be_prepared);
	tcase_add_test(t, every_table_of_statements_holds_some);
	tcase_add_test(t, a_misspelt_column_is_no_statement);
	suite_add_tcase(s, t);
	return s;
}
