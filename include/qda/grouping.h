/*
 * grouping.h: categories and what they hold: many to many, never in a circle,
 * one membership of each code the main one.  All within a change.
 */
#ifndef QDA_GROUPING_H
#define QDA_GROUPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/*
 * Puts a code under a category, behind its members: 1 when it is new there,
 * 0 when it was there.  The first membership of a code is its main one.  A
 * property that gets members becomes a category: *became.  Fails (QDA_DATA),
 * naming the chain, when the category is below the code already.
 */
int	 qda_grouping_add(struct qda_db *, int64_t category, int64_t member,
	    int64_t coder, bool *became, struct qda_err *) QDA_CHECKED;

/*
 * Takes it out again: 1 when it was there.  Was it the main membership, the
 * oldest of the others becomes it: *main is that category, QDA_NONE if there
 * is none, and if nothing had to change.
 */
int	 qda_grouping_remove(struct qda_db *, int64_t category,
	    int64_t member, int64_t *main, struct qda_err *) QDA_CHECKED;

/*
 * Puts these members of a category, each named once, in this order among
 * themselves; the others stay where they are.  Returns how many moved, or -1.
 */
int	 qda_grouping_order(struct qda_db *, int64_t category,
	    const int64_t *members, size_t n, struct qda_err *) QDA_CHECKED;

/*
 * Makes this membership the main one of a code that has it: 1 when it was not,
 * else 0.
 */
int	 qda_grouping_main(struct qda_db *, int64_t category, int64_t member,
	    struct qda_err *) QDA_CHECKED;

/* All memberships, those of a category together and in its order. */
struct qda_membership {
	int64_t	 category, member;
	bool	 main;
};
struct db_rows;
int	 qda_grouping_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_grouping_next(struct db_rows *walk, struct qda_membership *,
	    struct qda_err *) QDA_CHECKED;

/* Whether the code holds any: 1 or 0. */
int	 qda_grouping_holds(struct qda_db *, int64_t code, struct qda_err *)
	    QDA_CHECKED;

/*
 * All memberships of one code go over to another, where they neither exist
 * already nor make a circle; the code is then in none and holds none.  *became
 * says that the other was a property and is a category now.
 */
int	 qda_grouping_move(struct qda_db *, int64_t from, int64_t to,
	    bool *became, struct qda_err *) QDA_CHECKED;

/*
 * A code's memberships removed on both sides, with main places seen to.
 * Returns how many there were, or -1.
 */
int	 qda_grouping_clear(struct qda_db *, int64_t code, struct qda_err *)
	    QDA_CHECKED;

#endif
