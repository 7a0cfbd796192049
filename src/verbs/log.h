/* log.h: what became of the codes, from the history. */
#ifndef VERBS_LOG_H
#define VERBS_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"

/* A code that was made, changed or deleted. */
struct news_code {
	int64_t	 id;
	char	*was;			/* its first name; NULL: the same */
	char	*name;			/* the last that was written, or NULL */
	bool	 made, gone;		/* both: nobody has seen it */
	bool	 defined;		/* defined anew */
	int64_t	 into;			/* gone, merged into it; or 0 */
	char	*into_name;		/* the same, as it was typed, or NULL */
	char	*why_name, *why_gone, *why_moved, *why_defined;	/* or NULL */
};

/* A code in a category: put there (1), taken out (-1), or neither (0). */
struct news_place {
	int64_t	 category, member;
	int	 net;
};

/* Verbatims that went from one code to another, which both stay. */
struct news_split {
	int64_t	 from, into;
	char	*why;
};

struct news {
	struct news_code	*code;
	size_t			 n_codes, cap_codes;
	struct news_place	*place;
	size_t			 n_places, cap_places;
	struct news_split	*split;
	size_t			 n_splits, cap_splits;
};

/*
 * What the changes since a moment (UTC; NULL: all), by the coders of -c or by
 * all, made of the codes; what was undone since does not count.
 */
int	 log_news(struct news *, struct qda_act *, const char *since,
	    struct qda_err *) QDA_CHECKED;
void	 log_news_free(struct news *);

/* What was written of a code, or NULL. */
const struct news_code *log_news_code(const struct news *, int64_t id);

/* Whether it is one of the coders asked for, in any spelling: 1, 0. */
int	 log_asked(const struct qda_act *, const char *coder,
	    struct qda_err *) QDA_CHECKED;

/* In words, as a document; day: as it was asked for, ISO, or NULL. */
int	 log_document(struct qda_act *, const char *day, const char *since,
	    struct qda_err *) QDA_CHECKED;

#endif
