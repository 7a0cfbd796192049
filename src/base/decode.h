/* decode.h: from bytes in some encoding to UTF-8; for clean.c. */
#ifndef QDA_BASE_DECODE_H
#define QDA_BASE_DECODE_H

#include <stddef.h>

#include "qda/err.h"

/*
 * Sets *from and *size to UTF-8: those given when they are UTF-8 already (a
 * BOM is stepped over), else memory that *made holds and the caller frees;
 * encoding[32] gets the name for a person.  named: what the user says, or
 * NULL.  Errors as for qda_text_clean().
 */
int	 qda_decode(const char **from, size_t *size, char **made,
	    char *encoding, const char *named, struct qda_err *) QDA_CHECKED;

#endif
