/* status.h: the study in a few numbers. */
#ifndef QDA_STATUS_H
#define QDA_STATUS_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

struct qda_status {
	char	*title;			/* NULL: none */
	int64_t	 sources, participants, not_included;
	int64_t	 verbatims, properties, codings;
	char	*uncoded;		/* "P10, P11; P3 (Noé)": sources nobody
					   coded nor was given, and those that
					   were, by coder */
	int64_t	 n_uncoded, n_assigned;	/* of both, of the latter */
	int64_t	 categories, loose;	/* properties in no category */
	int64_t	 answered;		/* items of COREQ, by a person */
	char	*last_new;		/* source of the last new property */
	int64_t	 since;			/* coded sources after it */
	int64_t	 change;		/* the last one done, QDA_NONE */
	char	*when, *who, *what;	/* of it */
};

/*
 * Fills in the numbers; properties new in a source are those of the lead
 * coder, in order of collection.  Free with qda_status_free().
 */
int	 qda_status_get(struct qda_db *, struct qda_status *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_status_free(struct qda_status *);

#endif
