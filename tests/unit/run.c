/* run.c: runs the unit tests and prints TAP. */
#include <locale.h>
#include <stdlib.h>

#include "suites.h"

static Suite	*(*const suites[])(void) = {
#define SUITE(name)	suite_##name,
#include "suites.h"
};

/* CK_FORK=no runs all in this process, CK_RUN_SUITE=NAME one of them. */
int
main(void)
{
	SRunner	*runner = srunner_create(NULL);
	int	 failed;

	setlocale(LC_CTYPE, "C.UTF-8");
	for (size_t i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
		srunner_add_suite(runner, suites[i]());
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
