/* tag_review.h: what the files of a review share: verbatims one by one. */
#ifndef VERBS_TAG_REVIEW_H
#define VERBS_TAG_REVIEW_H

#include "qda/ask.h"
#include "verbs/show.h"
#include "verbs/tag.h"

enum review_verdict { REVIEW_LATER, REVIEW_KEEP, REVIEW_DROP };

struct review_item {
	char			*address;	/* as it was given */
	struct qda_place	 first, place;	/* then, and now */
	enum review_verdict	 is;
	bool			 seen;		/* shown to the person */
	struct qda_strings	 was;		/* the codes it is about */
	struct qda_strings	 codes;		/* those to put on */
	const char		*stance;	/* NULL: as it is */
	char			*label, *memo;	/* NULL: as it is; label "":
						   off */
};

struct review {
	struct qda_act		*act;
	struct qda_tag		*t;
	struct qda_person	*who;
	bool			 known;		/* no code may be new */
	int64_t			 coder;		/* QDA_NONE: not one yet */
	struct review_item	*items;
	size_t			 n, at;
	struct qda_strings	 names;		/* of codes */
	size_t			 old_names;	/* of these, in the project */

	/* the one at hand */
	struct show_source	 source;
	struct qda_strings	 has, beside;	/* codes on it, and near */
	char			*has_label;
};

/* What is said to the person. */
void	 review_show(struct review *);
void	 review_help(const struct review *);

/* Other borders of the one at hand: whether they changed. */
bool	 review_sentence(struct review *);
bool	 review_turn(struct review *);
/* Keys: "<" or ">", N of them, less with "-": "-2>". */
bool	 review_step(struct review *, const char *keys);
/* As far as these words stand near it. */
bool	 review_find(struct review *, const char *typed);

/*
 * Whom to put on it: the name of a code that is there, or of a new one; NULL
 * when it was not meant.  The person is asked.  Caller frees.
 */
char	*review_code(struct review *);

/* What was decided, as one change. */
int	 review_save(struct review *, struct qda_err *) QDA_CHECKED;
/* When that cannot be: what was kept in a file, and the message says so. */
void	 review_rescue(const struct review *, struct qda_err *);

#endif
