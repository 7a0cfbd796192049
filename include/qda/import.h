/*
 * import.h: bytes as they come to text as it is kept.
 */
#ifndef QDA_IMPORT_H
#define QDA_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"

/* What was done to a text to make it UTF-8, NFC, LF, without a BOM. */
struct qda_cleaned {
	char		*text;		/* caller frees */
	size_t		 size;		/* bytes, without the final NUL */
	char		 encoding[24];	/* "UTF-8", "UTF-16LE", "windows-1252" */
	size_t		 dropped;	/* control characters left out */
	size_t		 invisible;	/* soft hyphens, zero widths left out */
	bool		 composed;	/* NFC changed something */
	bool		 newlines;	/* CR, CRLF, LS... became LF */
};

/*
 * Cleans n bytes of a text in the encoding named (any that iconv knows), or
 * NULL to recognise it: BOM, UTF-8, UTF-16 by its NULs, else the best of
 * windows-1252, MacRoman and cp850 for French and English.  Refuses (QDA_DATA)
 * binary data and what cannot be decoded, naming line or byte.
 */
int	 qda_text_clean(struct qda_cleaned *, const char *bytes, size_t n,
	    const char *encoding, struct qda_err *) QDA_CHECKED;
void	 qda_cleaned_free(struct qda_cleaned *);

#endif
