/* check.h: what the files of check share. */
#ifndef STUDY_CHECK_H
#define STUDY_CHECK_H

#include "qda/check.h"

/* A new finding, its words still to be filled in; lent. */
struct qda_finding *check_found(struct qda_findings *, enum qda_check);

/* Each text once: its hash, its turns, the words of its verbatims. */
int	 check_texts(struct qda_db *, struct qda_findings *, struct qda_err *)
	    QDA_CHECKED;

#endif
