/* coder.h: who interviews, codes, supervises. */
#ifndef QDA_CODER_H
#define QDA_CODER_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* roles (interviewer,coder,supervisor), credentials, occupation, ... */
extern const struct qda_field	qda_coder_fields[];

/* The coder of that name: 1 and the id, 0 when there is none. */
int	 qda_coder_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same, made when missing (*made). */
int	 qda_coder_make(struct qda_db *, const char *name, int64_t *id,
	    bool *made, struct qda_err *) QDA_CHECKED;

/* 1 and the coder; QDA_DATA and the nearest name when there is none. */
int	 qda_coder_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/*
 * A new coder; QDA_DATA when the name is taken.  One of whom nothing but the
 * name is known (made for -c NAME) counts as new.
 */
int	 qda_coder_add(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The name as it is kept; caller frees. */
int	 qda_coder_name(struct qda_db *, int64_t id, char **name,
	    struct qda_err *) QDA_CHECKED;

/* Another name; QDA_DATA when somebody else bears it. */
int	 qda_coder_rename(struct qda_db *, int64_t id, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* Deletes a coder who did nothing; else QDA_DATA says what was done. */
int	 qda_coder_delete(struct qda_db *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/* The coders in order of entry, and what each has done so far. */
struct qda_coder {
	int64_t		 id;
	const char	*name;		/* lent until the next of the walk */
	const char	*roles;		/* joined by U+001F; "": none known */
	int64_t		 units, codings, sources;
	const char	*first, *last;	/* days of codings, ISO; or NULL */
};
struct db_rows;
int	 qda_coder_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_coder_next(struct db_rows *walk, struct qda_coder *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Gives all that one coder did to another, and deletes the first.  A unit of
 * the one at the very place of a unit of the other becomes that unit, with its
 * codings, memos and (behind the other's) label; a coding of both becomes
 * one, with the other's stance.  What only the first has recorded of training
 * and so on is kept.
 */
struct qda_coder_merged {
	int64_t		 units, same_units;	/* of all: those that fell
						   together */
	int64_t		 codings, same_codings;
	int64_t		 differing;		/* in stance or position */
};
int	 qda_coder_merge(struct qda_db *, int64_t from, int64_t into,
	    struct qda_coder_merged *, struct qda_err *) QDA_CHECKED;

/*
 * Who acts: the coder named (made when missing), with name NULL the only one,
 * else the only one of role coder, else the login name.  Caller frees *acting.
 */
int	 qda_coder_acting(struct qda_db *, const char *name, int64_t *id,
	    char **acting, bool *made, struct qda_err *) QDA_CHECKED;

/* Whether somebody acts by a name that was chosen, when none is given: 1, 0. */
int	 qda_coder_sole(struct qda_db *, struct qda_err *) QDA_CHECKED;

/*
 * Under which name a change is logged that needs no coder and names none: the
 * same, but nobody is made.  Caller frees *name.
 */
int	 qda_coder_logged(struct qda_db *, char **name, struct qda_err *)
	    QDA_CHECKED;

/*
 * The lead coder, whose codings count where only one coder's do: codings in
 * most sources, a tie goes to the first; 1 and the id, 0 when nobody coded.
 */
int	 qda_coder_lead(struct qda_db *, int64_t *id, struct qda_err *)
	    QDA_CHECKED;

#endif
