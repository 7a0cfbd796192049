/* name.h: what all nouns with a name share. */
#ifndef STUDY_NAME_H
#define STUDY_NAME_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* find: SQL with ?1 the key, giving the id.  1 found, 0 none, -1. */
int	 name_find(struct qda_db *, const char *find, const char *name,
	    int64_t *id, struct qda_err *) QDA_CHECKED;

/*
 * Fails with the sentence (a translated format with one %s, the name) and the
 * nearest of the names that the SQL in list gives.  Always -1.
 */
int	 name_missing(struct qda_db *, const char *list, const char *sentence,
	    const char *name, struct qda_err *);

/*
 * Inserts a row: SQL with ?1 guid, ?2 name, ?3 key, ?4 now; what is the noun,
 * translated, for messages.  The id in *id.
 */
int	 name_insert(struct qda_db *, const char *insert, const char *what,
	    const char *name, int64_t *id, struct qda_err *) QDA_CHECKED;

/* Gives row id another name: SQL with ?1 id, ?2 name, ?3 key. */
int	 name_change(struct qda_db *, const char *update, const char *what,
	    const char *name, int64_t id, struct qda_err *) QDA_CHECKED;

#endif
