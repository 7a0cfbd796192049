/*
 * alike.h: words that are nearly those of a text: where a quotation stands
 * that was altered, and which of its words are not those that were said.
 */
#ifndef QDA_ALIKE_H
#define QDA_ALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/text.h"

struct qda_word {
	size_t		 from, to;	/* bytes of the folded text */
	uint32_t	 hash;
	bool		 gap;		/* [...]: stands for any words */
};

/* A text as words; the folded text is lent, and must outlive it. */
struct qda_words {
	const struct qda_folded	*text;
	const char		*unfolded;	/* the text itself, for who
						   shows it; lent; or NULL */
	struct qda_word		*at;
	size_t			 n;
	struct qda_pair		*pairs;	/* private: an index of two words */
	size_t			 n_pairs;
};

/*
 * A text to search in, or a quotation, in which brackets [...], (...) and
 * [words of the author] are gaps.  To be freed.
 */
void	 qda_words_of(struct qda_words *, const struct qda_folded *);
void	 qda_words_quoted(struct qda_words *, const struct qda_folded *);
void	 qda_words_free(struct qda_words *);

struct qda_likeness {
	size_t	 first, last;		/* words of the text, last excluded */
	int64_t	 start, end;		/* the same in code points */
	double	 is;			/* 0 to 1; 1: the same words */
	double	 next;			/* that of the second-best place */
};

/*
 * The stretch of the text most like the quotation: places where pairs of its
 * words stand are compared word by word (edit distance, words weighed by their
 * letters, likeness = 1 - cost / letters of the quotation).  False when no two
 * neighbouring words of it stand together in the text, or it has more than
 * QDA_ALIKE_MOST words.
 */
enum { QDA_ALIKE_MOST = 2000 };
bool	 qda_alike(const struct qda_words *quote,
	    const struct qda_words *text, struct qda_likeness *);

enum qda_change_of {
	QDA_KEPT,
	QDA_CHANGED,			/* said otherwise */
	QDA_LEFT_OUT,			/* said, not quoted */
	QDA_PUT_IN,			/* quoted, not said */
	QDA_CUT,			/* a gap, and what it stands for */
};

/* Runs of words of the quotation and of the text; last excluded. */
struct qda_edit {
	enum qda_change_of	 is;
	size_t			 quote, quote_last;
	size_t			 text, text_last;
};

/* What was done to the words at that place; caller frees *edits. */
size_t	 qda_alike_edits(const struct qda_words *quote,
	    const struct qda_words *text, const struct qda_likeness *,
	    struct qda_edit **edits);

#endif
