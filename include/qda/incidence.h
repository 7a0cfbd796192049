/*
 * incidence.h: which interview carries which property, by the codings that
 * count: what saturation is computed from (saturation.h).
 *
 * Interviews are sources of the kinds interview, focus-group and
 * survey-answer, in order of collection.  One that the coders who count have
 * not coded is left out of the order, not taken for one that brought nothing;
 * unless it is noted that they are done with it (assignment).  Properties are
 * codes that are no categories; codings of any stance count.
 */
#ifndef QDA_INCIDENCE_H
#define QDA_INCIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"

struct qda_incidence {
	struct qda_strings	 coders;	/* who counts */
	struct qda_strings	 interviews;	/* names, in order: columns */
	struct qda_strings	 left_out;	/* not coded by them */
	struct qda_strings	 properties;	/* names: rows */
	unsigned char		*matrix;	/* rows by columns, 0 or 1 */
	size_t			*born;		/* a row: see below; NULL */
	int64_t			*interview_ids, *property_ids;
	int64_t			*coder_ids;
};

/*
 * names are those of the coders who count (QDA_DATA when one is not known);
 * none: the lead coder, nobody as long as there is no coding.  Free with
 * qda_incidence_free().
 */
int	 qda_incidence_read(struct qda_incidence *, struct qda_db *,
	    const char *const *names, size_t n, struct qda_err *) QDA_CHECKED;
void	 qda_incidence_free(struct qda_incidence *);

/*
 * Fills born: the interview, from 1, that was being coded when each property
 * was made.  That is the one it was made in; for a property that was made in
 * none that counts (in the codebook, in a note), the one of its first coding
 * by those who count, by the time of the coding.  0: not used.
 */
int	 qda_incidence_read_born(struct qda_incidence *, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;

/*
 * The first verbatim of an interview (column) that carries a property (row):
 * 1, its address and words, to be freed; 0 when there is none.
 */
int	 qda_incidence_words(const struct qda_incidence *, struct qda_db *,
	    size_t row, size_t column, char **address, char **words,
	    struct qda_err *) QDA_CHECKED;

#endif
