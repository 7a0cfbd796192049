/* speaker.h: the voices of sources, their roles, and whose they are. */
#ifndef QDA_SPEAKER_H
#define QDA_SPEAKER_H

#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* role, participant */
extern const struct qda_field	qda_speaker_fields[];

struct qda_speaker {
	int64_t		 id, source;
	char		*source_name, *label;	/* as written */
	char		*role;		/* participant, interviewer, other */
	int64_t		 turns;		/* of the current revision */
	int64_t		 person;	/* QDA_NONE: nobody's */
	char		*participant;	/* name of that, or NULL */
};
struct qda_speakers {
	struct qda_speaker	*at;
	size_t			 n, cap;
};
void	 qda_speakers_free(struct qda_speakers *);

/* The voices of a source, in order of their first words; added. */
int	 qda_speakers_of(struct qda_speakers *, struct qda_db *,
	    int64_t source, struct qda_err *) QDA_CHECKED;

/*
 * Those of a label, however it is spelt, in the source of that name; where
 * there is none and the name holds "*", in every source that it fits.
 * QDA_DATA with the nearest name or label when there is none.
 */
int	 qda_speakers_named(struct qda_speakers *, struct qda_db *,
	    const char *source, const char *label, struct qda_err *)
	    QDA_CHECKED;

/* That one voice as it is now, added. */
int	 qda_speakers_one(struct qda_speakers *, struct qda_db *, int64_t id,
	    struct qda_err *) QDA_CHECKED;

/*
 * The participant of a source who does not speak in it, although voices of
 * participants, if any, are somebody's: 1 and the name, yours; 0; -1.
 */
int	 qda_speaker_silent(struct qda_db *, int64_t source, char **name,
	    struct qda_err *) QDA_CHECKED;

#endif
