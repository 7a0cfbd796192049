/* model.h: what the files of model share. */
#ifndef VERBS_MODEL_H
#define VERBS_MODEL_H

#include <stdbool.h>

#include "qda/act.h"
#include "qda/address.h"
#include "qda/mem.h"
#include "qda/relation.h"
#include "verbs/show.h"

/* "A entraîne B", in the language of the messages; caller frees. */
char	*model_sentence(const char *from, const char *type, const char *sign,
	    const char *to);

/* The storyline, the latest memo of theory, or NULL; caller frees. */
int	 model_story(char **text, struct qda_db *, struct qda_err *)
	    QDA_CHECKED;

/*
 * What is said of a relation: names of codes, the type in any word for it,
 * "+", "-" or NULL, a memo or NULL, and what supports it.
 */
struct model_said {
	const char		*from, *type, *to, *sign, *memo;
	struct show_places	 places;
	int64_t			*units;
	size_t			 n_units, units_cap;
	char			*sentence;	/* once it is related */
};
void	 model_said_free(struct model_said *);

/* Adds the units that a query finds. */
int	 model_query(struct model_said *, struct qda_db *, const char *query,
	    struct qda_err *) QDA_CHECKED;

/*
 * Within a change: the relation, made when missing: *made; and how many units
 * support it that did not.
 */
int	 model_relate(struct qda_act *, struct model_said *, bool *made,
	    size_t *supports, struct qda_err *) QDA_CHECKED;

#endif
