/* quote_words.h: a quotation beside what was said. */
#ifndef VERBS_QUOTE_WORDS_H
#define VERBS_QUOTE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/alike.h"

/*
 * What was altered, for a person: "tombe" -> "tombait"; of what is only said
 * "[-vous-]", of what is only quoted "[+bien+]", the first few.  NULL when
 * nothing was; caller frees.  Likeness must be that of these words, which must
 * have their unfolded text.
 */
char	*quote_altered(const struct qda_words *quote,
	    const struct qda_words *said, const struct qda_likeness *);

/*
 * The same for a quotation of the words of one unit: NULL when these are its
 * words, cuts and insertions in brackets apart.
 */
char	*quote_differs(const char *said, const char *quoted);

#endif
