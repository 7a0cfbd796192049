/* answer.h: what a person answered to an item of a checklist, or accepted. */
#ifndef QDA_ANSWER_H
#define QDA_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* All the caller's, and freed with qda_answer_free(); NULL: none. */
struct qda_answer {
	char	*text;		/* in the person's own words; NULL: accepted as
				   the project proposed it, or a place only */
	bool	 accepted;	/* not written (or not only) */
	char	*basis;		/* what the project said then, in a language */
	char	*place;		/* in the manuscript */
	char	*coder, *date;	/* who, and on which day */
};
void	 qda_answer_free(struct qda_answer *);

/* Whether a person answered: not when only the place is known. */
bool	 qda_answer_given(const struct qda_answer *);

/* The answer to that item: 1, or 0 when there is none.  lang: "fr", "en". */
int	 qda_answer_get(struct qda_db *, const char *checklist, int item,
	    const char *lang, struct qda_answer *, struct qda_err *)
	    QDA_CHECKED;

/*
 * Within a change: the answer to that item from now on, given today.  text may
 * be NULL (accepted); fr and en are what the project says, or NULL.  The place
 * stays.
 */
int	 qda_answer_put(struct qda_db *, const char *checklist, int item,
	    const char *text, bool accepted, const char *fr, const char *en,
	    int64_t coder, struct qda_err *) QDA_CHECKED;

/* Its place in the manuscript; NULL takes it off. */
int	 qda_answer_set_place(struct qda_db *, const char *checklist, int item,
	    const char *place, int64_t coder, struct qda_err *) QDA_CHECKED;

/* Takes the answer back; its place stays. */
int	 qda_answer_drop(struct qda_db *, const char *checklist, int item,
	    struct qda_err *) QDA_CHECKED;

#endif
