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

/* 1 and its id; QDA_DATA and the nearest name when there is none. */
int	 qda_participant_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same, made when missing (*made), outcome included. */
int	 qda_participant_make(struct qda_db *, const char *name, int64_t *id,
	    bool *made, struct qda_err *) QDA_CHECKED;

/* A new participant; QDA_DATA when the name is taken. */
int	 qda_participant_add(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The name as it is kept; caller frees. */
int	 qda_participant_name(struct qda_db *, int64_t id, char **name,
	    struct qda_err *) QDA_CHECKED;

/* Another name; QDA_DATA when somebody else bears it. */
int	 qda_participant_rename(struct qda_db *, int64_t id, const char *name,
	    struct qda_err *) QDA_CHECKED;

/*
 * Deletes a participant and the values of their attributes; QDA_DATA with the
 * reason while sources, speakers or memos are theirs.
 */
int	 qda_participant_delete(struct qda_db *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/*
 * The participants in order of entry.  Sources are those of which somebody is
 * the participant or in which they speak; units those whose first turn is
 * theirs, or nobody's and the source is.
 */
struct qda_participant {
	int64_t		 id;
	const char	*name, *outcome;	/* lent until the next */
	int64_t		 sources, units;
	int64_t		 duration;	/* seconds; QDA_NONE: none known */
	const char	*reason, *approach, *consent;	/* or NULL */
};
struct db_rows;
/* coders: a JSON array of the ids whose units count, NULL: everybody's. */
int	 qda_participant_list(struct db_rows **walk, struct qda_db *,
	    const char *coders, struct qda_err *) QDA_CHECKED;
int	 qda_participant_next(struct db_rows *walk, struct qda_participant *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_participant_end(struct db_rows *walk);	/* before the last */

#endif
