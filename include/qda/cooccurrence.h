/* cooccurrence.h: which codes stand at the same places; arithmetic only. */
#ifndef QDA_COOCCURRENCE_H
#define QDA_COOCCURRENCE_H

#include <stddef.h>
#include <stdint.h>

/* A code on a stretch; end excluded. */
struct qda_stretch {
	int64_t		 group;		/* only those of one group can meet */
	int64_t		 start, end;
	size_t		 code;		/* from 0 */
};

/*
 * Counts pairs of stretches of one group that share a place, for each pair of
 * codes; on the diagonal the stretches of a code.  The stretches rise by group
 * and start.  counts is codes by codes, of zeros, and comes back symmetric.
 * Sweeps once over the starts and the ends: cost grows with the stretches
 * times the codes that are open at a time.
 */
void	 qda_cooccurrence(const struct qda_stretch *, size_t n, size_t codes,
	    uint32_t *counts);

#endif
