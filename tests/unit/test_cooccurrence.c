/* test_cooccurrence.c: codes that stand at the same places. */
#include <stdlib.h>
#include <string.h>

#include "qda/cooccurrence.h"
#include "suites.h"

START_TEST(codes_of_one_place_meet)
{
	const struct qda_stretch	 at[] = {
		{ 1, 0, 5, 0 }, { 1, 0, 5, 1 },
	};
	uint32_t			 n[4] = { 0 };

	qda_cooccurrence(at, 2, 2, n);
	ck_assert_uint_eq(n[0], 1);
	ck_assert_uint_eq(n[1], 1);
	ck_assert_uint_eq(n[2], 1);
	ck_assert_uint_eq(n[3], 1);
}
END_TEST

START_TEST(stretches_that_only_touch_do_not_meet)
{
	const struct qda_stretch	 at[] = {
		{ 1, 0, 5, 0 }, { 1, 5, 9, 1 },
	};
	uint32_t			 n[4] = { 0 };

	qda_cooccurrence(at, 2, 2, n);
	ck_assert_uint_eq(n[1], 0);
	ck_assert_uint_eq(n[2], 0);
}
END_TEST

START_TEST(groups_do_not_meet)
{
	const struct qda_stretch	 at[] = {
		{ 1, 0, 5, 0 }, { 2, 0, 5, 1 },
	};
	uint32_t			 n[4] = { 0 };

	qda_cooccurrence(at, 2, 2, n);
	ck_assert_uint_eq(n[1], 0);
}
END_TEST

START_TEST(nothing_is_counted_in_nothing)
{
	qda_cooccurrence(NULL, 0, 0, NULL);
}
END_TEST

/* All pairs, one by one. */
static void
naive(const struct qda_stretch *at, size_t n, size_t codes, uint32_t *counts)
{
	for (size_t i = 0; i < n; i++) {
		counts[at[i].code * codes + at[i].code]++;
		for (size_t j = 0; j < n; j++)
			if (at[i].group == at[j].group &&
			    at[i].start < at[j].end &&
			    at[j].start < at[i].end &&
			    at[i].code != at[j].code)
				counts[at[i].code * codes + at[j].code]++;
	}
}

static int
in_order(const void *a, const void *b)
{
	const struct qda_stretch	*x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

START_TEST(a_sweep_counts_what_all_pairs_count)
{
	struct qda_stretch	 at[300];
	uint32_t		 swept[64] = { 0 }, paired[64] = { 0 };

	srand((unsigned)_i);
	for (size_t i = 0; i < 300; i++) {
		at[i].group = rand() % 3;
		at[i].start = rand() % 200;
		at[i].end = at[i].start + 1 + rand() % (1 + rand() % 50);
		at[i].code = (size_t)(rand() % 8);
	}
	qsort(at, 300, sizeof(*at), in_order);
	qda_cooccurrence(at, 300, 8, swept);
	naive(at, 300, 8, paired);
	ck_assert_mem_eq(swept, paired, sizeof(swept));
}
END_TEST

Suite *
suite_cooccurrence(void)
{
	Suite	*s = suite_create("cooccurrence");
	TCase	*t = tcase_create("sweep");

	tcase_add_test(t, codes_of_one_place_meet);
	tcase_add_test(t, stretches_that_only_touch_do_not_meet);
	tcase_add_test(t, groups_do_not_meet);
	tcase_add_test(t, nothing_is_counted_in_nothing);
	tcase_add_loop_test(t, a_sweep_counts_what_all_pairs_count, 1, 30);
	suite_add_tcase(s, t);
	return s;
}
