/* source.h: what the parts of the verb source share. */
#ifndef VERBS_SOURCE_H
#define VERBS_SOURCE_H

#include "qda/act.h"
#include "qda/field.h"

/*
 * Says that a value will make a participant or a coder; NULL, for a field,
 * is none.  Within a change, before the value is set.
 */
int	 source_announce(struct qda_act *, const struct qda_field *,
	    const char *value, struct qda_err *) QDA_CHECKED;

#endif
