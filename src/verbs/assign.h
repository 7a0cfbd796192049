/* assign.h: what giving sources to coders by hand and by a table share. */
#ifndef VERBS_ASSIGN_H
#define VERBS_ASSIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/err.h"
#include "qda/mem.h"
#include "qda/set.h"

/* Begin with the coder as given, names of sources and pairs; then free. */
struct assign {
	struct qda_act		*act;
	const char		*coder;		/* as given */
	char			*kept;		/* its name as it is kept */
	int64_t			 coder_id;
	struct qda_strings	 names;		/* of sources, as given */
	struct qda_pairs	 pairs;
	int64_t			*ids;		/* of sources, each once */
	size_t			 n, cap;
	size_t			 done;		/* given, or taken off */
};

/*
 * Within a change: who and what is meant.  A coder who is new is made, unless
 * sources are to be taken off.
 */
int	 assign_find(struct assign *, bool remove, struct qda_err *)
	    QDA_CHECKED;
/* Gives the sources to the coder, and sets the values of the pairs. */
int	 assign_give(struct assign *, struct qda_err *) QDA_CHECKED;
void	 assign_free(struct assign *);

/* As a record tells it: assigned, done, not-coded; frees it. */
struct qda_assigned;
struct qda_record;
void	 assign_record(struct qda_record *, struct qda_assigned *);

#endif
