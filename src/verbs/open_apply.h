/* open_apply.h: what a text of units changes (open_edit_apply.c). */
#ifndef VERBS_OPEN_APPLY_H
#define VERBS_OPEN_APPLY_H

#include "verbs/open_edit.h"

/* The same unit in the project, in the text as it was made, and as it is. */
struct open_pair {
	const struct qda_markup_unit	*was, *now;	/* NULL: none */
};

struct open_change {
	struct qda_act		*act;
	struct open_text	*t;
	struct qda_markup_units	 was, now;
	struct open_pair	*pairs;		/* by unit of t */
	const struct qda_markup_unit **added;	/* of now, not in t */
	size_t			 n_added;
	size_t			 codings_on, codings_off, stances, moved,
				 labels, memos;
	struct qda_strings	 made;		/* new codes */
};

/* Puts it into the project. */
int	 open_change_make(struct open_change *, struct qda_err *) QDA_CHECKED;

/* Which code of a unit has the name of that one; SIZE_MAX: none. */
size_t	 open_code_in(const struct qda_markup_unit *, const char *name);

#endif
