/*
 * verbs.h: what the tools do, without their options; one function a verb or
 * action.  All take struct qda_act (act.h) and return 0, 1 when the answer is
 * no, or -1.
 */
#ifndef QDA_VERBS_H
#define QDA_VERBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/err.h"

/* init: a new project at that path; NULLs are fine, of coder too. */
struct qda_init {
	const char	*title, *question, *language, *coder;
};
int	 qda_do_init(struct qda_act *, const char *path,
	    const struct qda_init *, struct qda_err *) QDA_CHECKED;

#endif
