/*
 * saturation.h: which interview brought how many new codes, and whether a
 * stopping rule is met; arithmetic only.  Interviews are numbered from 1 in
 * their order, 0 is none.  Everything here depends on that order.
 */
#ifndef QDA_SATURATION_H
#define QDA_SATURATION_H

#include <stddef.h>
#include <stdint.h>

#include "qda/rule.h"

struct qda_saturation {
	size_t	 interviews;	/* T, those without any code counted */
	int64_t	*fresh;		/* [T]: codes new in each */
	int64_t	*cumulative;	/* [T]: codes seen so far */
	int64_t	 seen;		/* S: codes seen at all */
	size_t	 last_new;	/* the last interview with a new code, or 0 */

	/* known from a matrix only; QDA_NONE and NULL otherwise */
	int64_t	 unused;	/* codes never seen */
	int64_t	 incidences;	/* U: pairs of code and interview */
	int64_t	*frequency;	/* [T + 1]: codes seen in k interviews, Q_k */
};

/*
 * From a matrix of codes by interviews, a byte a cell, row after row, where
 * anything but 0 says that the interview carries the code; or from the number
 * of new codes in each interview.  born is the interview, from 1, in which
 * each code is new that some interview carries; NULL: the first that does.
 * Free with qda_saturation_free().
 */
void	 qda_saturation_matrix(struct qda_saturation *,
	    const unsigned char *matrix, const size_t *born, size_t codes,
	    size_t interviews);
void	 qda_saturation_fresh(struct qda_saturation *, const int64_t *fresh,
	    size_t interviews);
void	 qda_saturation_free(struct qda_saturation *);

/* The first interview by which so many percent of S were seen, or 0. */
size_t	 qda_saturation_reaching(const struct qda_saturation *, int percent);

/* Codes that are new in the interviews from first to last, both included. */
int64_t	 qda_saturation_between(const struct qda_saturation *, size_t first,
	    size_t last);

enum qda_verdict_status {
	QDA_VERDICT_MET,
	QDA_VERDICT_NOT_MET,
	QDA_VERDICT_TOO_FEW,	/* interviews, for the rule to be asked */
	QDA_VERDICT_NO_BASE,	/* guest: no code in the base, no ratio */
};

struct qda_verdict {
	enum qda_verdict_status	 status;
	size_t	 at;		/* met: the interview that did it, or 0 */
	size_t	 saturated;	/* met: that before the ones that confirm */
	size_t	 last_new;	/* met: last interview with a new one */
	size_t	 streak;	/* not met: without a new one, at the end */
	int64_t	 base_codes;	/* guest: B, QDA_NONE when too few */
};

/*
 * none-new (stop k, min m): met at the first interview i >= max(m, k) when
 * the k last up to i brought nothing new.
 *
 * francis (base a, stop k): met at the first i >= a + k when the k last up to
 * i brought nothing new.  Francis, Johnston, Robertson et al., What is an
 * adequate sample size?  Psychology and Health 25(10):1229-1245, 2010.
 *
 * guest (base b, run r, threshold h): B codes in the first b interviews; met at
 * the first run of r interviews, s + 1 to s + r with s >= b, that brings at
 * most h of B; saturated at s.  B stays, runs advance by one.  Guest, Namey,
 * Chen, A simple method to assess and report thematic saturation.  PLoS ONE
 * 15(5):e0232076, 2020.
 */
void	 qda_saturation_rule(const struct qda_saturation *,
	    const struct qda_rule *, struct qda_verdict *);

#endif
