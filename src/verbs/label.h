/* label.h: the verbatims that bear a label. */
#ifndef VERBS_LABEL_H
#define VERBS_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/address.h"

struct labelled {
	char			*label, *key;	/* as written, and folded */
	char			*coder;
	char			*participant;	/* NULL: not known */
	char			*codes;		/* joined by U+001F; NULL */
	struct qda_place	 place;
	size_t			 order;		/* in the documents */
};

struct labelled_units {
	struct labelled	*at;
	size_t		 n, cap;
};

/* Every coder's, or those of -c (all without it), in document order. */
int	 labelled_read(struct labelled_units *, struct qda_act *, bool every,
	    struct qda_err *) QDA_CHECKED;
void	 labelled_free(struct labelled_units *);

#endif
