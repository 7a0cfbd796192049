/* guide.h: dated versions of the interview guide. */
#ifndef QDA_GUIDE_H
#define QDA_GUIDE_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* The guide of that version; QDA_DATA when there is none. */
int	 qda_guide_need(struct qda_db *, const char *version, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

#endif
