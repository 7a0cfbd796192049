/* regex.h: patterns; the only door to PCRE2. */
#ifndef QDA_REGEX_H
#define QDA_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/err.h"

struct qda_regex;

enum {
	QDA_REGEX_FIXED  = 1,	/* the pattern is literal text */
	QDA_REGEX_NOCASE = 2,	/* case does not matter */
	QDA_REGEX_WORDS  = 4,	/* whole words in order; case, accents, kinds
				   of apostrophe and spacing do not matter */
	QDA_REGEX_WILD   = 16,	/* with words: "*" is any part of a word */
	QDA_REGEX_ONCE   = 8,	/* to be used on little text: no JIT */
};

/*
 * Compiles a pattern (UTF-8, Unicode properties, ^ and $ at lines).  Fails
 * with QDA_USAGE, with the pattern and a caret under the mistake.
 */
int	 qda_regex_open(struct qda_regex **, const char *pattern, int flags,
	    struct qda_err *) QDA_CHECKED;
void	 qda_regex_close(struct qda_regex *);

/*
 * The next match in n bytes of valid UTF-8 at or behind byte `from`: 1 and
 * the bytes [*start, *end), 0 when there is none, -1 when the pattern takes
 * too long (QDA_DATA).
 */
int	 qda_regex_next(struct qda_regex *, const char *s, size_t n,
	    size_t from, size_t *start, size_t *end, struct qda_err *)
	    QDA_CHECKED;

/*
 * The bytes of the named group of the last match; false when there is no
 * such group or it took no part.
 */
bool	 qda_regex_group(const struct qda_regex *, const char *name,
	    size_t *start, size_t *end);

#endif
