/* source.h: what the parts of the verb source share. */
#ifndef VERBS_SOURCE_H
#define VERBS_SOURCE_H

#include "qda/act.h"
#include "qda/source.h"

/*
 * Whether a name is that of an attribute: "@NAME", unless a source is called
 * so.  1, 0, -1.
 */
int	 source_attribute(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* A source with its text; free both its name and the text. */
int	 source_text(struct qda_act *, const char *name, struct qda_source *,
	    char **text, size_t *size, struct qda_err *) QDA_CHECKED;

#endif
