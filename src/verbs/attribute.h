/*
 * attribute.h: what verbs of nouns with attributes do with "@NAME", the name
 * of an attribute; name comes without its "@".
 */
#ifndef VERBS_ATTRIBUTE_H
#define VERBS_ATTRIBUTE_H

#include <stdbool.h>

#include "qda/act.h"
#include "qda/attribute.h"
#include "qda/record.h"
#include "qda/set.h"

/* The values of all attributes of the row id, for `show NAME`. */
int	 attribute_put(struct qda_record *, struct qda_act *,
	    const struct qda_attributes *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/* `show @NAME`. */
int	 attribute_show(struct qda_act *, const struct qda_attributes *,
	    const char *name, struct qda_err *) QDA_CHECKED;

/*
 * Within a change: the type and levels of the pairs, for the attribute of that
 * name, made when it is not there (*made); its name as it is kept is lent.
 */
int	 attribute_type(struct qda_act *, struct qda_attributes *,
	    const char *name, const struct qda_pairs *, bool *made,
	    const struct qda_attribute **, struct qda_err *) QDA_CHECKED;

/* The levels with "; " between, ";" in one as "\;"; "": none.  Caller frees. */
char	*attribute_levels(const struct qda_strings *);

/*
 * `set @NAME type=TYPE levels=...`: an attribute that is not there is made.
 * Ends the change.
 */
int	 attribute_set(struct qda_act *, struct qda_attributes *,
	    const char *name, const struct qda_pairs *, struct qda_err *)
	    QDA_CHECKED;

/* `rename @NAME TO`.  Ends the change. */
int	 attribute_rename(struct qda_act *, const char *noun,
	    const char *name, const char *to, struct qda_err *) QDA_CHECKED;

/* `delete @NAME`, and says how many values went. */
int	 attribute_delete(struct qda_act *, const char *noun,
	    const char *name, struct qda_err *) QDA_CHECKED;

#endif
