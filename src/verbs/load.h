/*
 * load.h: `load` and `dump` of nouns that have fields, and attributes of the
 * user's: a row each, a column for each field and attribute.
 */
#ifndef VERBS_LOAD_H
#define VERBS_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/field.h"

struct load_row {
	int64_t	 id;
	char	*name;
};
struct load_list {
	struct load_row	*at;
	size_t		 n, cap;
};
void	 load_list_add(struct load_list *, int64_t id, const char *name);

struct load_noun {
	const char		*name;		/* "source": of attributes */
	const struct qda_field	*fields;
	/* Which row that is: 0; 1 when it was made for it; or -1. */
	int	(*find)(struct qda_act *, const char *name, int64_t *id,
		    struct qda_err *);
	/* Adds all rows to the list, in their order. */
	int	(*list)(struct qda_act *, struct load_list *,
		    struct qda_err *);
};

struct load_result {
	size_t	 rows;		/* of the table */
	size_t	 made;		/* of which are new */
	size_t	 values;	/* that are others now */
	bool	 attributes;	/* the rows are these, and no values */
};

/*
 * Begins a change and puts a table on the noun; the caller ends the change.
 * Empty cells leave a value as it is; a column that is no field is an
 * attribute, made when it is not there.  A table of name, type and levels whose
 * names begin with "@" is one of attributes.  Fails with file, line and column.
 */
int	 load_table(struct qda_act *, const struct load_noun *,
	    const char *path, struct load_result *, struct qda_err *)
	    QDA_CHECKED;

/* Ends the change by which a table of attributes was loaded. */
int	 load_types_done(struct qda_act *, const struct load_result *,
	    struct qda_err *) QDA_CHECKED;

/* Attributes: whether these rows are a table of them, loaded, and out. */
struct qda_rows;
bool	 load_are_types(const struct qda_rows *);
int	 load_types(struct qda_act *, const struct load_noun *,
	    const char *path, struct qda_rows *, struct load_result *,
	    struct qda_err *) QDA_CHECKED;
int	 load_types_dump(struct qda_act *, const struct load_noun *,
	    struct qda_err *) QDA_CHECKED;

/* The same table out. */
int	 load_dump(struct qda_act *, const struct load_noun *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Says that a value will make a participant or a coder; NULL, for a field,
 * is none.  Within a change, before the value is set.
 */
int	 load_announce(struct qda_act *, const struct qda_field *,
	    const char *value, struct qda_err *) QDA_CHECKED;

#endif
