/*
 * words_place.h: where words stand that somebody quotes: in the speech of
 * participants, else in that of others.
 */
#ifndef VERBS_WORDS_PLACE_H
#define VERBS_WORDS_PLACE_H

#include "qda/address.h"
#include "qda/db.h"
#include "qda/err.h"

/* Keeps the source it read last. */
struct words_finder;
struct words_finder *words_finder_new(struct qda_db *);
void	 words_finder_free(struct words_finder *);

/*
 * The one place where a quotation (anchor.h) stands, in a source or, NULL, in
 * all: 1.  0 when it stands nowhere or in several places: *problem is a
 * sentence that says so, the caller's.  Fails on an unknown source.
 */
int	 words_place(struct words_finder *, const char *source,
	    const char *quote, struct qda_place *, char **problem,
	    struct qda_err *) QDA_CHECKED;

/*
 * All the places where it stands in the speech of participants, else of
 * others: 1, and how many in *n, of which the first WORDS_PLACES are told.
 */
enum { WORDS_PLACES = 20 };
int	 words_places(struct words_finder *, const char *source,
	    const char *quote, struct qda_place places[WORDS_PLACES],
	    size_t *n, char **problem, struct qda_err *) QDA_CHECKED;

#endif
