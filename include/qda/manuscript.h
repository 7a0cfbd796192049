/*
 * manuscript.h: what a manuscript quotes: the words between « », “ ” or
 * straight quotation marks, and what stands around them.
 */
#ifndef QDA_MANUSCRIPT_H
#define QDA_MANUSCRIPT_H

#include <stdbool.h>
#include <stddef.h>

struct qda_cited {
	size_t	 from, to;		/* bytes of the words */
	size_t	 before, after;		/* bytes: what is said of them reaches
					   from before to from, and from to to
					   after; marks included */
	size_t	 line;			/* of the text, from 1 */
	bool	 unclosed;		/* the mark that ends it is missing */
};

/*
 * The quotations of a text, in order; caller frees *list.  A quotation in a
 * quotation is words of it.  « reaches over line ends, up to two blank lines,
 * or a line that begins another ("P4 : «"), where it is unclosed; the other
 * marks end on their line or are none.
 */
size_t	 qda_manuscript_cited(const char *text, size_t n,
	    struct qda_cited **list);

#endif
