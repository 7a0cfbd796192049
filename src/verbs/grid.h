/* grid.h: the variation of a sample: who has which value of an attribute. */
#ifndef VERBS_GRID_H
#define VERBS_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/act.h"
#include "qda/attribute.h"
#include "qda/doc.h"
#include "qda/err.h"
#include "qda/mem.h"

/* Everybody who was approached, with a value for each attribute, or NULL. */
struct person {
	char	 *name;
	bool	  included;
	char	**values;
};

/* What a person may be by an attribute: a value, or one of a range. */
struct level {
	char			*value, *to;	/* NULL: not recorded; no
						   range */
	char			*key;		/* the value folded */
	char			*rank;		/* its accents too: to sort */
	size_t			 included, others;
	struct qda_strings	 names;		/* of those included */
};
struct levels {
	const struct qda_attribute	*attribute;
	struct level			*at;
	size_t				 n, cap;
};

struct grid {
	struct qda_act		*act;
	struct qda_attributes	 list;
	struct person		*at;
	size_t			 n, cap;
	struct levels		*levels;	/* of each attribute */
};

/* Fills in people and levels of the attributes of the list. */
int	 grid_read(struct grid *, struct qda_err *) QDA_CHECKED;
void	 grid_free(struct grid *);

/* The place of a value, NULL too, among the levels; their number: none. */
size_t	 grid_place(const struct levels *, const char *value);
/* Whether an attribute is told by its least and greatest value. */
bool	 grid_is_range(const struct qda_attribute *);

/* A level as data, NULL: not recorded; and for people.  Caller frees. */
char	*grid_text(const struct level *);
char	*grid_words(const struct level *, const struct qda_attribute *);

/* A number in a cell of a document; none is to be seen when it is wanted. */
void	 grid_number(struct qda_doc *, size_t n, bool wanted);

/* Two attributes, the only ones of the list, crossed. */
int	 grid_cross(struct grid *, struct qda_err *) QDA_CHECKED;

#endif
