/* sheet_words.h: the words of a row beside those of a text. */
#ifndef VERBS_SHEET_WORDS_H
#define VERBS_SHEET_WORDS_H

#include <stdbool.h>

/* Equal but for blanks at the ends; and for case, accents, quotes, blanks. */
bool	 sheet_same_bytes(const char *, const char *);
bool	 sheet_same_folded(const char *, const char *);
/* Words that were cut because they are very many ("[…]") fit them all. */
bool	 sheet_same_cut(const char *words, const char *all);
/* Whether there is a letter or digit. */
bool	 sheet_has_words(const char *);

#endif
