/* finding.h: what a check of categories, or of a model, finds. */
#ifndef VERBS_FINDING_H
#define VERBS_FINDING_H

#include <stddef.h>

#include "qda/act.h"

/* A table of findings: what, where, in words, and the command that mends it. */
struct findings {
	struct qda_table	*t;
	size_t			 n;
};
void	 findings_open(struct findings *, struct qda_act *);
/* The words of the command end with NULL; they are quoted for a shell. */
void	 finding_add(struct findings *, const char *finding,
	    const char *name, const char *detail, const char *const *command);
/* Ends the table; what the verb returns: 1 when there is any, else 0. */
int	 findings_close(struct findings *);

#endif
