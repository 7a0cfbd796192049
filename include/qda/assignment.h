/*
 * assignment.h: which source was given to which coder, and when the coder was
 * done with it: a source that nobody coded yet is missing, one that somebody
 * is done with and found nothing in is not.
 */
#ifndef QDA_ASSIGNMENT_H
#define QDA_ASSIGNMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* blind (yes/no), assigned and done (dates); of the row of an assignment */
extern const struct qda_field	qda_assignment_fields[];

/* Gives a source to a coder, as of today, unless it is theirs already. */
int	 qda_assignment_give(struct qda_db *, int64_t coder, int64_t source,
	    int64_t *id, bool *made, struct qda_err *) QDA_CHECKED;

/* Takes it off: 1, or 0 when it was not theirs. */
int	 qda_assignment_take(struct qda_db *, int64_t coder, int64_t source,
	    struct qda_err *) QDA_CHECKED;

/* Whether the coder is to code the source without seeing others: 1, 0, -1. */
int	 qda_assignment_blind(struct qda_db *, int64_t coder, int64_t source,
	    struct qda_err *) QDA_CHECKED;

/* QDA_DATA when it is done before it was assigned, as far as days tell. */
int	 qda_assignment_check(struct qda_db *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/*
 * All of them in order of collection, then of coders; coders is a JSON array
 * of the ids of those whose are wanted, or NULL.
 */
struct qda_assignment {
	const char	*source, *coder;	/* lent until the next */
	const char	*assigned;
	const char	*done;			/* or NULL */
	int64_t		 blind;			/* 1, 0, QDA_NONE */
	int64_t		 codings;		/* by the coder, in it */
};
struct db_rows;
int	 qda_assignment_list(struct db_rows **walk, struct qda_db *,
	    const char *coders, struct qda_err *) QDA_CHECKED;
int	 qda_assignment_next(struct db_rows *walk, struct qda_assignment *,
	    struct qda_err *) QDA_CHECKED;

/*
 * The names of the sources of a coder, or of the coders of a source, "; "
 * between (";" in one as "\;"); NULL where there is none.  Free with
 * qda_assigned_free().
 */
struct qda_assigned {
	char	*all, *done;
	char	*missing;		/* not done, and not begun either */
};
int	 qda_assigned_sources(struct qda_db *, int64_t coder,
	    struct qda_assigned *, struct qda_err *) QDA_CHECKED;
int	 qda_assigned_coders(struct qda_db *, int64_t source,
	    struct qda_assigned *, struct qda_err *) QDA_CHECKED;
void	 qda_assigned_free(struct qda_assigned *);

#endif
