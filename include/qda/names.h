/*
 * names.h: what there is of a noun, by name, for completing what is typed.
 */
#ifndef QDA_NAMES_H
#define QDA_NAMES_H

#include "qda/db.h"
#include "qda/err.h"

/*
 * A walk over the names of a noun, in the order of its list: code, source,
 * participant, coder, guide, speaker, voice (of a source), attribute, value (of
 * an attribute), memo, quotation, relation (its type), change (done), undone.
 * of: of attributes the noun or NULL, of voices and values the key (text.h) of
 * what has them, lent until the walk ends; else NULL.  Of any other word there
 * are none: *walk is NULL, and the walk at its end.
 */
struct db_rows;
int	 qda_names_list(struct db_rows **walk, struct qda_db *,
	    const char *noun, const char *of, struct qda_err *) QDA_CHECKED;
/* Both lent until the next call; help is NULL, or what it is about. */
int	 qda_names_next(struct db_rows *, const char **name,
	    const char **help, struct qda_err *) QDA_CHECKED;

#endif
