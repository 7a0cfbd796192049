/* markdown.h: the few marks of Markdown that transcripts have. */
#ifndef QDA_FORMATS_MARKDOWN_H
#define QDA_FORMATS_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether there is any: a heading, bold or an escape. */
bool	 qda_markdown_is(const char *s, size_t n);

/*
 * The text without them, NUL-terminated, caller frees: headings' #, quotes'
 * >, ** and __, the * and _ of pairs, and the \ before a mark.  Lists, links
 * and tables stay as they are typed.  *size is its bytes.  Each of the k
 * bytes at[], which rise, is moved to where it is in the new text.
 */
char	*qda_markdown_strip(const char *s, size_t n, size_t *size, size_t *at,
	    size_t k);

#endif
