/* similar.h: codes whose names are almost the same. */
#ifndef VERBS_SIMILAR_H
#define VERBS_SIMILAR_H

#include <stddef.h>

#include "qda/codebook.h"

struct similar {
	size_t	 a, b;		/* codes of the book, a made before b */
};

/*
 * Pairs of codes whose names, accents and case apart, differ in one letter
 * put in, left out, changed or swapped with its neighbour (names of four
 * letters at least, and not in figures only), or in plurals.  Grows with the
 * number of names, not its square.  Caller frees the array.
 */
size_t	 similar_names(const struct qda_book *, struct similar **);

#endif
