/* names.h: lists of names in a sentence. */
#ifndef VERBS_NAMES_H
#define VERBS_NAMES_H

#include "qda/mem.h"

enum { NAMES_SOME = 5 };

/* "P1, P2, P3"; caller frees, here and below. */
char	*names_all(const struct qda_strings *);
/* The first NAMES_SOME of them: "P1, P2, P3, P4, P5 and 7 more". */
char	*names_some(const struct qda_strings *);

#endif
