/* test_editor.c: the file of a text, and mistakes written into it. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/editor.h"
#include "qda/file.h"
#include "qda/mem.h"
#include "suites.h"

/* The text with marks at two lines. */
static char *
marked(const char *text, size_t first, size_t second)
{
	struct qda_marks	 marks = { 0 };
	char			*with;

	qda_mark(&marks, second, "two of %d", 2);
	qda_mark(&marks, first, "one\nover lines");
	with = qda_marks_put(&marks, text);
	qda_marks_free(&marks);
	return with;
}

/* What stands behind the line that counts them. */
static const char *
behind_count(const char *with)
{
	const char	*end = strchr(with, '\n');

	ck_assert(strncmp(with, "%! 2 mistakes", 13) == 0);
	ck_assert_ptr_nonnull(end);
	return end + 1;
}

START_TEST(mistakes_stand_above_their_lines)
{
	char	*with = marked("a\nb\nc\n", 1, 3);

	ck_assert_str_eq(behind_count(with),
	    "%! one over lines\na\nb\n%! two of 2\nc\n");
	free(with);
}
END_TEST

START_TEST(mistakes_behind_the_last_line_stand_at_the_end)
{
	char	*with = marked("a", 1, 9);

	ck_assert_str_eq(behind_count(with),
	    "%! one over lines\na\n%! two of 2\n");
	free(with);
}
END_TEST

START_TEST(mistakes_of_the_time_before_are_left_out)
{
	char	*with = marked("a\nb\nc\n", 1, 3), *again, *bare;

	/* the lines are now those of the text with its marks */
	again = marked(with, 3, 6);
	ck_assert_str_eq(again, with);
	bare = qda_marks_put(NULL, again);
	ck_assert_str_eq(bare, "a\nb\nc\n");
	free(with);
	free(again);
	free(bare);
}
END_TEST

START_TEST(more_mistakes_than_are_kept_are_counted)
{
	struct qda_marks	 marks = { 0 };
	struct qda_err		 e;

	for (size_t i = 1; i <= QDA_MARKS_MAX + 7; i++)
		qda_mark(&marks, i, "x");
	ck_assert_uint_eq(marks.n, QDA_MARKS_MAX);
	ck_assert_uint_eq(marks.more, 7);
	ck_assert_int_eq(qda_marks_fail(&marks, "f", &e), -1);
	ck_assert_ptr_nonnull(strstr(e.msg, "f, line 10: x\n"));
	ck_assert_ptr_nonnull(strstr(e.msg, "\nand 997 more"));
	qda_marks_free(&marks);
}
END_TEST

/* The last part of the path that a name gets. */
static char *
base_of(const char *folder, const char *name)
{
	char	*path = qda_editor_path(folder, name);
	char	*base = qda_strdup(qda_file_base(path));

	ck_assert(strncmp(path, folder, strlen(folder)) == 0);
	free(path);
	return base;
}

START_TEST(no_name_leaves_its_folder)
{
	static const char	*const names[][2] = {
		{ "P4", "P4.qda-edit" },
		{ "../../etc/x", ".._.._etc_x.qda-edit" },
		{ "a\nb\tc", "a_b_c.qda-edit" },
		{ "L'entretien d'Anne : été", "L'entretien d'Anne : été"
		    ".qda-edit" },
	};
	char			*base;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		base = base_of("/x", names[i][0]);
		ck_assert_str_eq(base, names[i][1]);
		free(base);
	}
}
END_TEST

START_TEST(a_long_name_is_cut_between_characters)
{
	char	 name[1002] = "x", *base;

	for (size_t i = 1; i < 1001; i += 2)
		memcpy(name + i, "é", 2);
	base = base_of("/x", name);
	/* 199 bytes: x and 99 characters; 200 would cut one in two */
	ck_assert_uint_eq(strlen(base), 199 + strlen(QDA_EDITOR_SUFFIX));
	ck_assert(strncmp(base, name, 199) == 0);
	free(base);
}
END_TEST

START_TEST(a_path_is_never_an_option)
{
	char	*here = qda_editor_path("", "-P4");
	char	*there = qda_editor_path("-x", "P4");

	ck_assert_str_eq(here, "./-P4.qda-edit");
	ck_assert_str_eq(there, "./-x/P4.qda-edit");
	free(here);
	free(there);
}
END_TEST

START_TEST(a_file_is_written_again_whole)
{
	char		 folder[] = "/tmp/qda-editor.XXXXXX", *path, *second;
	char		*bytes;
	size_t		 n;
	struct qda_err	 e;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(qda_editor_keep(&path, folder, "P4", "long text", 9,
	    &e), 0);
	ck_assert_int_eq(qda_editor_keep(&second, folder, "P4", "x", 1, &e),
	    0);
	ck_assert_ptr_nonnull(strstr(second, "/P4-2.qda-edit"));
	ck_assert_int_eq(qda_editor_rewrite(path, "two", 3, &e), 0);
	ck_assert_int_eq(qda_file_read(&bytes, &n, path, &e), 0);
	ck_assert_str_eq(bytes, "two");
	free(bytes);
	unlink(path);
	unlink(second);
	ck_assert_int_eq(rmdir(folder), 0);	/* and nothing beside it */
	ck_assert_int_eq(qda_editor_keep(&bytes, folder, "P4", "x", 1, &e),
	    -1);
	ck_assert_int_eq(e.why, QDA_SYSTEM);
	free(path);
	free(second);
}
END_TEST

START_TEST(a_fingerprint_tells_texts_apart)
{
	char	 a[QDA_PRINT], b[QDA_PRINT], empty[QDA_PRINT];

	qda_fingerprint(a, "peur\n");
	qda_fingerprint(b, "peur");
	qda_fingerprint(empty, "");
	ck_assert_uint_eq(strlen(a), QDA_PRINT - 1);
	ck_assert_str_ne(a, b);
	/* offset basis cbf29ce484222325, its upper 16 bits folded in */
	ck_assert_str_eq(empty, "9ce48422e8d7");
}
END_TEST

Suite *
suite_editor(void)
{
	Suite	*s = suite_create("editor");
	TCase	*t = tcase_create("editor");

	tcase_add_test(t, mistakes_stand_above_their_lines);
	tcase_add_test(t, mistakes_behind_the_last_line_stand_at_the_end);
	tcase_add_test(t, mistakes_of_the_time_before_are_left_out);
	tcase_add_test(t, more_mistakes_than_are_kept_are_counted);
	tcase_add_test(t, no_name_leaves_its_folder);
	tcase_add_test(t, a_long_name_is_cut_between_characters);
	tcase_add_test(t, a_path_is_never_an_option);
	tcase_add_test(t, a_file_is_written_again_whole);
	tcase_add_test(t, a_fingerprint_tells_texts_apart);
	suite_add_tcase(s, t);
	return s;
}
