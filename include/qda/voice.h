/*
 * voice.h: who speaks where in one source, held in memory: what a search, a
 * context and a quotation ask again and again.
 */
#ifndef QDA_VOICE_H
#define QDA_VOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

struct qda_who {
	int64_t		 id;		/* of the speaker */
	char		*label;		/* as written */
	bool		 participant, asks;	/* the role; else other */
	int64_t		 person;	/* whose voice, QDA_NONE: nobody's */
	char		*name;		/* of that participant, or NULL */
};

struct qda_utterance {			/* a turn */
	int64_t		 seq;		/* 1, 2, 3... */
	int64_t		 start, end;	/* code points */
	size_t		 voice;		/* index into voices */
};

/*
 * The voices and turns of one revision; begin with { 0 }, load as many
 * sources as wanted one after the other, free at the end.
 */
struct qda_voices {
	struct qda_who	*voices;
	size_t			 n_voices, cap_voices;
	struct qda_utterance	*turns;		/* in rising order */
	size_t			 n, cap;
	int64_t			 person;	/* whose source, or QDA_NONE */
	char			*name;		/* of that participant */
};
int	 qda_voices_load(struct qda_voices *, struct qda_db *, int64_t source,
	    int64_t revision, struct qda_err *) QDA_CHECKED;
void	 qda_voices_free(struct qda_voices *);

/* The first turn that ends behind a place; n when there is none. */
size_t	 qda_voices_at(const struct qda_voices *, int64_t point);

/*
 * The participant of turn i: that of its speaker, else of the whole source;
 * with i == n (no turn) that of the source.  QDA_NONE, and a NULL name.
 */
int64_t		 qda_voices_person(const struct qda_voices *, size_t i);
const char	*qda_voices_name(const struct qda_voices *, size_t i);

#endif
