/* reason.h: why codes were changed (-m), kept as a memo on them. */
#ifndef VERBS_REASON_H
#define VERBS_REASON_H

#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"

/* The codes that a reason is about; begin with { NULL }. */
struct reason {
	int64_t	*codes;
	size_t	 n, cap;
};

/* Added to what it is about; one code may be named twice. */
void	 reason_about(struct reason *, int64_t code);
void	 reason_free(struct reason *);

/*
 * Within a change: keeps act->message, if there is one, as a memo of kind
 * method, dated today, on these codes; and says so.  The title says what was
 * done, in the language of the project: marked N_(), a format.
 */
int	 reason_keep(const struct reason *, struct qda_act *,
	    struct qda_err *, const char *title, ...) QDA_PRINTF(4, 5)
	    QDA_CHECKED;

/* The names of codes, for a title: 'a', 'b'...; caller frees. */
int	 reason_names(char **list, struct qda_act *, char *const *names,
	    size_t n, struct qda_err *) QDA_CHECKED;

#endif
