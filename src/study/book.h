/* book.h: what the two files of the codebook share. */
#ifndef STUDY_BOOK_H
#define STUDY_BOOK_H

#include <stddef.h>
#include <stdint.h>

#include "qda/codebook.h"

/* The codings of these coders (n == 0: all) counted into the book. */
int	 book_count(struct qda_book *, struct qda_db *, const int64_t *coders,
	    size_t n, struct qda_err *) QDA_CHECKED;
void	 book_uncount(struct qda_book *);

#endif
