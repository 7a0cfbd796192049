/* tag.h: what tag.c and tag_read.c share. */
#ifndef VERBS_TAG_H
#define VERBS_TAG_H

#include "qda/act.h"
#include "qda/address.h"
#include "qda/mem.h"

/* One place to be tagged, by address or by words. */
struct tag_item {
	const char	*address;	/* lent from the texts, or NULL */
	const char	*quote;		/* instead of an address */
	const char	*source;	/* where to look for it, or NULL */
	const char	*where;		/* "standard input" */
	size_t		 line;		/* of it, 0 for none */
	struct tag_more	*more;		/* of a row of a table, or NULL */
	struct qda_place place;		/* once it is found */
};

/* What only a row of a table says. */
struct tag_more {
	struct qda_strings	 codes;
	const char		*coder, *label, *stance, *memo;	/* or NULL */
};

struct qda_tag {
	struct qda_act		*act;
	const char		*made;
	struct qda_strings	 codes;
	struct qda_strings	 texts;		/* what items lend from */
	struct tag_item		*items;
	size_t			 n, cap;
	struct qda_mem		 problems;	/* the first ten */
	size_t			 n_problems;
	bool			 table;
};

/* Keeps a mistake, with its place, until all are known. */
void	 tag_problem(struct qda_tag *, const struct tag_item *,
	    const char *message);
/* Fails when there are any, naming them. */
int	 tag_problems(struct qda_tag *, struct qda_err *) QDA_CHECKED;

/* Finds every item's place; mistakes become problems. */
int	 tag_find(struct qda_tag *, struct qda_err *) QDA_CHECKED;

#endif
