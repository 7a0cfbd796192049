/* incidence.h: what the files of incidence share. */
#ifndef STUDY_INCIDENCE_H
#define STUDY_INCIDENCE_H

#include "qda/incidence.h"

/* The coders who count come as a JSON array of their ids, ?1. */
#define THEY	"(SELECT value FROM json_each(?1))"

char	*incidence_coders(const struct qda_incidence *);	/* yours */

#endif
