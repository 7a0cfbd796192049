/* clean.h: bytes as they come to text as it is kept: UTF-8, NFC, LF, no BOM. */
#ifndef QDA_CLEAN_H
#define QDA_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/err.h"

/* A cleaned text, and what was done to get it. */
struct qda_cleaned {
	char	*text;		/* caller frees */
	size_t	 size;		/* bytes, without the final NUL */
	char	 encoding[32];	/* "UTF-8", "UTF-16LE", "windows-1252"... */
	size_t	 dropped;	/* control characters left out */
	size_t	 invisible;	/* soft hyphens, zero widths left out */
	bool	 composed;	/* NFC changed something */
	bool	 newlines;	/* CR, CRLF, LS, FF... became LF */
};

/*
 * Cleans n bytes of a text in the encoding named (any that iconv(3) knows,
 * and MacRoman; Latin-1 is taken for windows-1252, as browsers do), or NULL
 * to recognise it: BOM, UTF-16 by its NULs, UTF-8, else the one of
 * windows-1252, MacRoman and cp850 under which at least 80 % of the bytes
 * above 0x7f are letters and marks of French and English.
 *
 * All kinds of line end become LF, a form feed two.  Control characters,
 * soft hyphens, inner BOMs and zero-width characters (unless they join
 * Arabic or Indic letters or emoji) are left out and counted.
 *
 * Refuses (QDA_DATA) binary data, which is more than 1 % NULs, what cannot be
 * decoded, and a mixture of UTF-8 and another encoding, naming line or byte.
 * An unknown encoding is QDA_USAGE.  Fast on UTF-8 that is clean already.
 */
int	 qda_text_clean(struct qda_cleaned *, const char *bytes, size_t n,
	    const char *encoding, struct qda_err *) QDA_CHECKED;
void	 qda_cleaned_free(struct qda_cleaned *);

/*
 * Where places of a text are once it is cleaned: at[] holds k bytes of from,
 * which rise, and gets bytes of to.  from is UTF-8 with LF as its only line
 * end, to is what qda_text_clean() made of it.  A place inside of what became
 * one character is moved behind it.
 */
void	 qda_clean_map(const char *from, size_t n, const char *to, size_t m,
	    size_t *at, size_t k);

#endif
