/*
 * sound.h: what must hold in every study and the schema cannot express.  Verbs
 * see to it; an undo or redo in the middle of the history could break it, so
 * it is counted before and after.
 */
#ifndef QDA_SOUND_H
#define QDA_SOUND_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

enum qda_sound {
	QDA_SOUND_CYCLE,	/* a code that is above itself */
	QDA_SOUND_KIND,		/* a property that has members */
	QDA_SOUND_MAIN,		/* a member with no or two main categories */
	QDA_SOUND_REVISION,	/* a verbatim or turn in a text that is gone */
	QDA_SOUND_EMPTY,	/* a verbatim without code, label and memo */
	QDA_SOUND_MAX
};

struct qda_soundness {
	int64_t	 broken[QDA_SOUND_MAX];		/* how often */
};

int	 qda_sound_count(struct qda_db *, struct qda_soundness *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Fails (QDA_DATA) with a sentence about the change when more is broken after
 * it than before.
 */
int	 qda_sound_still(struct qda_db *, const struct qda_soundness *before,
	    int64_t change, struct qda_err *) QDA_CHECKED;

#endif
