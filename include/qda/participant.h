/* participant.h: the persons who were approached, by pseudonym. */
#ifndef QDA_PARTICIPANT_H
#define QDA_PARTICIPANT_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* outcome, reason, approach, known, known-how, informed, consent, recording */
extern const struct qda_field	qda_participant_fields[];

/* The participant of that name: 1 and the id, 0 when there is none. */
int	 qda_participant_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same; QDA_DATA and the nearest name when there is none. */
int	 qda_participant_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same, made when missing (*made), outcome included. */
int	 qda_participant_make(struct qda_db *, const char *name, int64_t *id,
	    bool *made, struct qda_err *) QDA_CHECKED;

#endif
