/* unit_at.h: a coder's unit at a place, made by hand when missing. */
#ifndef VERBS_UNIT_AT_H
#define VERBS_UNIT_AT_H

#include <stdint.h>

#include "qda/act.h"
#include "qda/address.h"

/* The words of a place; caller frees. */
int	 words_at(char **words, struct qda_db *, const struct qda_place *,
	    struct qda_err *) QDA_CHECKED;

/* Within a change. */
int	 unit_at(struct qda_act *, const struct qda_place *, int64_t coder,
	    int64_t *unit, struct qda_err *) QDA_CHECKED;

#endif
