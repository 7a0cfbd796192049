/* trial.h: one form of label tried on a whole text: the first pass. */
#ifndef QDA_FORMATS_TRIAL_H
#define QDA_FORMATS_TRIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "formats/labels.h"
#include "qda/transcript.h"

enum { QDA_SHORT = 60 };		/* paragraphs of a short text */

enum why { TAKEN, RARE, LONG, STOP, NUMBER, EVENT, LIST, SCORE };
struct label {
	char		*text, *key;
	size_t		 n;		/* paragraphs that begin with it */
	size_t		 same;		/* the label this one is, or itself */
	size_t		 voice;
	enum why	 why;
	enum qda_role_word word;
	size_t		 asks;		/* of which with a '?' behind */
	bool		 code, initials, named;
};

struct seen {				/* a spelling, or a key */
	char	*s;
	size_t	 label;
};

struct place {				/* a paragraph that has a label */
	size_t	 line, label, start, text;
	int64_t	 time_ms, end_ms;
};

/* One form tried on the whole text. */
struct trial {
	size_t		 form;
	struct label	*labels;
	struct place	*places;
	size_t		 n, cap, places_n, places_cap;
	void		*spellings, *keys;	/* trees of struct seen */
	double		 score;
	size_t		 taken;		/* labels */
};

struct search {
	struct qda_transcript	*t;
	struct qda_labels	*patterns;
	const char *const	*asking;
	size_t			 asking_n, lines;
};

/* Tries a form on the text of s; see speakers.h for the score. */
void	 qda_trial_run(const struct search *, struct trial *, size_t form);
void	 qda_trial_free(struct trial *);
/* The label of that spelling among those seen, or SIZE_MAX. */
size_t	 qda_trial_label(struct trial *, const char *, size_t n);
/* The label that speaks at a place: declared synonyms are one. */
struct label *qda_trial_whose(const struct trial *, const struct place *);

#endif
