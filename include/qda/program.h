/* program.h: another program run, as a filter. */
#ifndef QDA_PROGRAM_H
#define QDA_PROGRAM_H

#include <stddef.h>
#include <stdio.h>

#include "qda/err.h"

/*
 * Runs argv[0], looked for in $PATH, no shell between, with n bytes on its
 * standard input and its standard output kept: *text (NUL-terminated, caller
 * frees) of *size bytes.  What it complains of goes nowhere.  QDA_SYSTEM when
 * it is not there, ends with another status than 0, or is killed.
 */
int	 qda_program_run(char *const *argv, const char *bytes, size_t n,
	    char **text, size_t *size, struct qda_err *) QDA_CHECKED;

#endif
