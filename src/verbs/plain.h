/* plain.h: texts that went through a word processor, compared. */
#ifndef VERBS_PLAIN_H
#define VERBS_PLAIN_H

#include <stdbool.h>

/*
 * A text as it is compared: one kind of white space, apostrophe and hyphen,
 * which no program keeps as they were, and no runs of blanks.  Caller frees.
 */
char	*plain_text(const char *);

/* Whether two texts are equal so; NULL is only NULL. */
bool	 plain_same(const char *, const char *);

#endif
