/*
 * codebook.h: all codes at once, how they are grouped and what was coded with
 * them: for lists, trees and checks, which ask about every code.  Read in a
 * few queries and one pass over the codings, whatever the number of codes.
 *
 * Codes, sources and participants are named by their index in the book.
 */
#ifndef QDA_CODEBOOK_H
#define QDA_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

#define QDA_NOWHERE	SIZE_MAX	/* no index */

struct qda_book_code {
	int64_t		 id;
	char		*name;
	char		*definition;	/* NULL: none */
	bool		 category;
	int64_t		 uses;		/* codings of this very code */
	size_t		*members;	/* first those whose main place it
					   is, in the category's order */
	size_t		 n_members;
	size_t		*parents;	/* the main one first */
	size_t		 n_parents;
};

struct qda_book {
	struct qda_book_code	*code;		/* in the order made */
	size_t			 n;
	char			**source;	/* in order of collection */
	size_t			 n_sources;
	char			**participant;	/* names, P2 before P10 */
	size_t			 n_participants;
	int64_t			 included;	/* participants included */
	struct qda_book_marks	*marks;		/* private */
};

/* Counts the codings of these coders only; n == 0: of all. */
int	 qda_book_read(struct qda_book **, struct qda_db *,
	    const int64_t *coders, size_t n, struct qda_err *) QDA_CHECKED;
void	 qda_book_free(struct qda_book *);

/* The code with that id, or QDA_NOWHERE. */
size_t	 qda_book_find(const struct qda_book *, int64_t id);

/*
 * What was coded with a code, or with it and all below it, each code once.
 * The participant of a coding is whose turn its unit begins in, else the
 * source's.
 */
struct qda_code_tally {
	int64_t	 uses, sources, participants, coders;
	size_t	 first;		/* source it appears in first; QDA_NOWHERE */
	bool	*who;		/* a truth a participant; of the tally */
};
void	 qda_book_tally(const struct qda_book *, size_t code, bool below,
	    struct qda_code_tally *);
void	 qda_code_tally_free(struct qda_code_tally *);

/*
 * The tree, top down: categories that are in none first, then what is below
 * each, last the properties that are in none.  A code stands under each of its
 * categories; what is below it is shown at its main place only, so that the
 * tree is never longer than the memberships.  Caller frees the array.
 */
struct qda_node {
	size_t	 code;
	size_t	 up;		/* the node above, or QDA_NOWHERE */
	size_t	 depth;		/* 0: the top */
	bool	 orphan;	/* a property in no category */
};
size_t	 qda_book_tree(const struct qda_book *, struct qda_node **);

/* The codes from the top down to a node; returns how many, caller frees. */
size_t	 qda_node_path(const struct qda_node *, size_t node, size_t **codes);

#endif
