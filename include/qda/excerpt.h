/* excerpt.h: one short extract a code, to show what it is about. */
#ifndef QDA_EXCERPT_H
#define QDA_EXCERPT_H

#include <stddef.h>
#include <stdint.h>

#include "qda/codebook.h"
#include "qda/db.h"
#include "qda/err.h"

struct qda_excerpt {
	char	*words;		/* NULL: the code was not used */
	char	*who;		/* participant, else source */
};

/*
 * An element a code of the book: of its codings by these coders (n == 0: all)
 * one that illustrates it if there is one, and whose length is nearest to 80
 * characters.  Free with qda_excerpts_free().
 */
int	 qda_excerpts_read(struct qda_excerpt **, const struct qda_book *,
	    struct qda_db *, const int64_t *coders, size_t n,
	    struct qda_err *) QDA_CHECKED;
void	 qda_excerpts_free(struct qda_excerpt *, const struct qda_book *);

#endif
