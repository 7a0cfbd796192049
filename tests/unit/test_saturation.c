/*
 * test_saturation.c: new codes in order, and rules for stopping.  The numbers
 * are worked by hand, or those of the papers that are named.
 */
#include "qda/saturation.h"
#include "qda/table.h"
#include "suites.h"

/* The invented study: new properties of its eleven interviews. */
static const int64_t	 sample[] = { 17, 8, 6, 4, 3, 2, 2, 2, 0, 1, 0 };

static struct qda_verdict
ask(const int64_t *fresh, size_t n, struct qda_rule rule)
{
	struct qda_saturation	 s;
	struct qda_verdict	 v;

	qda_saturation_fresh(&s, fresh, n);
	qda_saturation_rule(&s, &rule, &v);
	qda_saturation_free(&s);
	return v;
}

static struct qda_rule
none_new(int64_t stop, int64_t min)
{
	struct qda_rule	 r = { QDA_RULE_NONE_NEW, stop, min, 0, 0, 0 };

	return r;
}

static struct qda_rule
guest(int64_t base, int64_t run, double threshold)
{
	struct qda_rule	 r = { QDA_RULE_GUEST, 0, 0, base, run, threshold };

	return r;
}

START_TEST(a_code_is_new_where_it_is_first_seen)
{
	const unsigned char	 m[] = { 0, 1, 1,  1, 0, 0,  0, 0, 0,
				    7, 7, 7 };
	struct qda_saturation	 s;

	qda_saturation_matrix(&s, m, NULL, 4, 3);
	ck_assert_int_eq(s.fresh[0], 2);
	ck_assert_int_eq(s.fresh[1], 1);
	ck_assert_int_eq(s.fresh[2], 0);
	ck_assert_int_eq(s.seen, 3);
	ck_assert_int_eq(s.unused, 1);
	ck_assert_int_eq(s.incidences, 6);
	ck_assert_int_eq(s.frequency[1], 1);
	ck_assert_int_eq(s.frequency[3], 1);
	ck_assert_uint_eq(s.last_new, 2);
	qda_saturation_free(&s);
}
END_TEST

START_TEST(a_code_is_new_where_it_was_made_though_an_earlier_one_has_it)
{
	const unsigned char	 m[] = { 1, 0, 1,  1, 0, 0,  0, 0, 0 };
	const size_t		 born[] = { 3, 1, 0 };
	struct qda_saturation	 s;

	qda_saturation_matrix(&s, m, born, 3, 3);
	ck_assert_int_eq(s.fresh[0], 1);
	ck_assert_int_eq(s.fresh[1], 0);
	ck_assert_int_eq(s.fresh[2], 1);
	ck_assert_int_eq(s.unused, 1);
	ck_assert_int_eq(s.frequency[2], 1);
	ck_assert_uint_eq(s.last_new, 3);
	qda_saturation_free(&s);
}
END_TEST

START_TEST(no_interview_and_no_code_are_no_trouble)
{
	struct qda_saturation	 s;

	qda_saturation_matrix(&s, NULL, NULL, 0, 0);
	ck_assert_uint_eq(s.last_new, 0);
	ck_assert_uint_eq(qda_saturation_reaching(&s, 50), 0);
	qda_saturation_free(&s);
	ck_assert_int_eq(ask(sample, 0, none_new(1, 1)).status,
	    QDA_VERDICT_TOO_FEW);
	ck_assert_int_eq(ask(sample, 0, guest(4, 2, 5)).status,
	    QDA_VERDICT_TOO_FEW);
}
END_TEST

START_TEST(a_share_is_reached_when_it_is_not_below)
{
	static const int64_t	 fresh[] = { 5, 4, 1 };
	struct qda_saturation	 s;

	qda_saturation_fresh(&s, fresh, 3);
	ck_assert_uint_eq(qda_saturation_reaching(&s, 50), 1);
	ck_assert_uint_eq(qda_saturation_reaching(&s, 51), 2);
	ck_assert_uint_eq(qda_saturation_reaching(&s, 90), 2);
	ck_assert_uint_eq(qda_saturation_reaching(&s, 100), 3);
	ck_assert_int_eq(s.unused, QDA_NONE);
	qda_saturation_free(&s);
}
END_TEST

START_TEST(none_new_waits_for_its_minimum)
{
	struct qda_verdict	 v = ask(sample, 11, none_new(1, 1));

	ck_assert_int_eq(v.status, QDA_VERDICT_MET);
	ck_assert_uint_eq(v.at, 9);
	ck_assert_uint_eq(v.saturated, 8);
	ck_assert_uint_eq(v.last_new, 8);
	v = ask(sample, 11, none_new(1, 10));
	ck_assert_uint_eq(v.at, 11);
	ck_assert_uint_eq(v.last_new, 10);
	v = ask(sample, 10, none_new(1, 10));
	ck_assert_int_eq(v.status, QDA_VERDICT_NOT_MET);
	ck_assert_uint_eq(v.streak, 0);
	v = ask(sample, 9, none_new(1, 10));
	ck_assert_int_eq(v.status, QDA_VERDICT_TOO_FEW);
}
END_TEST

START_TEST(francis_counts_after_the_first_sample)
{
	static const int64_t	 early[] = { 3, 0, 0, 0, 0, 1, 0 };
	struct qda_rule		 r = { QDA_RULE_FRANCIS, 2, 0, 4, 0, 0 };
	struct qda_verdict	 v = ask(early, 7, r);

	ck_assert_int_eq(v.status, QDA_VERDICT_NOT_MET);
	ck_assert_uint_eq(v.streak, 1);
	v = ask(early, 5, r);
	ck_assert_int_eq(v.status, QDA_VERDICT_NOT_MET);
	ck_assert_uint_eq(v.streak, 1);
	r.base = 3;
	v = ask(early, 7, r);
	ck_assert_uint_eq(v.at, 5);
	ck_assert_uint_eq(v.saturated, 3);
	ck_assert_uint_eq(v.last_new, 1);
}
END_TEST

START_TEST(guest_is_met_at_exactly_the_threshold)
{
	struct qda_verdict	 v = ask(sample, 11, guest(6, 2, 5));

	ck_assert_int_eq(v.base_codes, 40);	/* 2 of 40 is 5 % */
	ck_assert_uint_eq(v.at, 9);
	ck_assert_uint_eq(v.saturated, 7);
	ck_assert_int_eq(ask(sample, 11, guest(6, 2, 4.99)).at, 10);
	ck_assert_int_eq(ask(sample, 11, guest(4, 2, 0)).status,
	    QDA_VERDICT_NOT_MET);
}
END_TEST

/*
 * G. Guest, E. Namey, M. Chen, PLoS ONE 15(5), 2020, e0232076: 37 codes in the
 * first four interviews, then 4, 3, 1 and 0: 19 %, 11 %, 3 %, "6+2"; without
 * any new code, "10+2".
 */
START_TEST(guest_comes_out_as_in_the_paper)
{
	static const int64_t	 fresh[] = { 20, 8, 5, 4, 4, 3, 1, 0, 1, 1, 0,
				    0 };
	struct qda_verdict	 v = ask(fresh, 12, guest(4, 2, 5));

	ck_assert_int_eq(v.base_codes, 37);
	ck_assert_uint_eq(v.saturated, 6);
	ck_assert_uint_eq(v.at, 8);
	v = ask(fresh, 12, guest(4, 2, 0));
	ck_assert_uint_eq(v.saturated, 10);
	ck_assert_uint_eq(v.at, 12);
	ck_assert_int_eq(ask(fresh, 8, guest(4, 2, 3)).at, 8);
	ck_assert_int_eq(ask(fresh, 8, guest(4, 2, 2)).status,
	    QDA_VERDICT_NOT_MET);
}
END_TEST

/*
 * J. Francis et al., Psychology and Health 25(10), 2010: ten interviews, then
 * three without anything new; declared at interview 17 in their second study.
 * One confirming interview would have stopped at 11, before two more codes.
 */
START_TEST(francis_comes_out_as_in_the_paper)
{
	static const int64_t	 fresh[] = { 9, 7, 7, 4, 4, 3, 3, 2, 1, 1, 0,
				    0, 1, 1, 0, 0, 0 };
	struct qda_rule		 r = { QDA_RULE_FRANCIS, 3, 0, 10, 0, 0 };

	ck_assert_uint_eq(ask(fresh, 17, r).at, 17);
	ck_assert_uint_eq(ask(fresh, 17, r).saturated, 14);
	r.stop = 1;
	ck_assert_uint_eq(ask(fresh, 17, r).at, 11);
	ck_assert_uint_eq(ask(fresh, 17, r).last_new, 10);
}
END_TEST

START_TEST(a_base_without_a_code_has_no_ratio)
{
	static const int64_t	 none[] = { 0, 0, 3 };

	ck_assert_int_eq(ask(none, 3, guest(2, 1, 5)).status,
	    QDA_VERDICT_NO_BASE);
}
END_TEST

Suite *
suite_saturation(void)
{
	Suite	*s = suite_create("saturation");
	TCase	*t = tcase_create("saturation");

	tcase_add_test(t, a_code_is_new_where_it_is_first_seen);
	tcase_add_test(t,
	    a_code_is_new_where_it_was_made_though_an_earlier_one_has_it);
	tcase_add_test(t, no_interview_and_no_code_are_no_trouble);
	tcase_add_test(t, a_share_is_reached_when_it_is_not_below);
	tcase_add_test(t, none_new_waits_for_its_minimum);
	tcase_add_test(t, francis_counts_after_the_first_sample);
	tcase_add_test(t, guest_is_met_at_exactly_the_threshold);
	tcase_add_test(t, guest_comes_out_as_in_the_paper);
	tcase_add_test(t, francis_comes_out_as_in_the_paper);
	tcase_add_test(t, a_base_without_a_code_has_no_ratio);
	suite_add_tcase(s, t);
	return s;
}
