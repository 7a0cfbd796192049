/* typography.h: how words are printed in the language of the messages. */
#ifndef VERBS_TYPOGRAPHY_H
#define VERBS_TYPOGRAPHY_H

/*
 * French: no-break spaces before : ; ! ? » and behind «, ’ for ' in words; in
 * English as it is.  Caller frees.
 */
char	*typography(const char *);

/*
 * The same for words that will stand in quotation marks: of those inside,
 * « » become “ ”.
 */
char	*typography_quoted(const char *);

#endif
