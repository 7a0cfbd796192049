/* any_text.h: the text of a file: plain, or a document of a word processor. */
#ifndef VERBS_ANY_TEXT_H
#define VERBS_ANY_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"

/* Whether its beginning is that of a document, not of a plain text. */
bool	 any_text_is_document(const char *bytes, size_t n);

/*
 * The text of a file, clean (clean.h); name is for messages, encoding may be
 * NULL.  A document needs a program linked with what reads it
 * (qda_bytes_readable()).  Caller frees *text.
 */
int	 any_text(char **text, const char *bytes, size_t n, const char *name,
	    const char *encoding, struct qda_err *) QDA_CHECKED;

/*
 * The same, with the code points where pages begin but the first, as a Word
 * document notes them; *pages of n, NULL: unknown.  Caller frees both.
 */
struct any_pages {
	int64_t	*at;
	size_t	 n;
};
int	 any_text_paged(char **text, struct any_pages *, const char *bytes,
	    size_t n, const char *name, struct qda_err *) QDA_CHECKED;

#endif
