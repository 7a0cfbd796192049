/* unit_at.h: units that come and go with what is put on them. */
#ifndef VERBS_UNIT_AT_H
#define VERBS_UNIT_AT_H

#include <stdint.h>

#include "qda/act.h"
#include "qda/address.h"

/* The words of a place; caller frees. */
int	 words_at(char **words, struct qda_db *, const struct qda_place *,
	    struct qda_err *) QDA_CHECKED;

/* Within a change: the coder's unit there, made by hand when missing. */
int	 unit_at(struct qda_act *, const struct qda_place *, int64_t coder,
	    int64_t *unit, struct qda_err *) QDA_CHECKED;

/* Says how many went with what they carried; of none, nothing. */
void	 units_gone(struct qda_act *, int64_t n);

#endif
