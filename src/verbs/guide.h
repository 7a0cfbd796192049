/* guide.h: what the files of the verb guide share. */
#ifndef VERBS_GUIDE_H
#define VERBS_GUIDE_H

#include <stdint.h>

#include "qda/act.h"
#include "qda/err.h"
#include "qda/mem.h"
#include "qda/verbs.h"

/*
 * The questions of a text, a line each, without their numbering.  Refuses
 * (QDA_DATA) one without any, and one that cannot be a guide: too many lines,
 * or a line too long.
 */
int	 guide_read(struct qda_strings *, const struct qda_guide_text *,
	    struct qda_err *) QDA_CHECKED;

/* A guide in full. */
struct guide {
	int64_t			 id, opening;
	char			*version, *date, *tested;
	struct qda_strings	 questions, sources;
};
/* The guide of that version; free it in any case. */
int	 guide_get(struct guide *, struct qda_db *, const char *version,
	    struct qda_err *) QDA_CHECKED;
void	 guide_free(struct guide *);

/* An annex of the manuscript. */
int	 guide_document(struct qda_act *, const struct guide *,
	    struct qda_err *) QDA_CHECKED;

#endif
