/*
 * anchor.h: a quotation found again by its words: case, accents, white space,
 * quotes and dashes do not count; […], [...] and (…) stand for words left out.
 */
#ifndef QDA_ANCHOR_H
#define QDA_ANCHOR_H

#include <stddef.h>
#include <stdint.h>

#include "qda/text.h"

enum { QDA_ANCHOR_GAP = 2000 };	/* code points a cut may leave out */

struct qda_match {
	int64_t	 start, end;	/* code points of the text */
};

struct qda_anchor;

/*
 * Prepares a quotation (n bytes of UTF-8); its outer quotes and blanks fall
 * away.  NULL when no letter or digit is left.  Caller frees.
 */
struct qda_anchor *qda_anchor_new(const char *quote, size_t n);
void	 qda_anchor_free(struct qda_anchor *);

/*
 * Where the quotation stands in a folded text, as whole words, in rising
 * order and disjoint: first as it stands; when it does not, its parts in
 * order with at most QDA_ANCHOR_GAP between them, the shortest spans.  Caller
 * frees *matches; returns their number.
 */
size_t	 qda_anchor_find(const struct qda_anchor *, const struct qda_folded *,
	    struct qda_match **matches);

#endif
