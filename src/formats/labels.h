/* labels.h: the ways in which transcripts say who speaks. */
#ifndef QDA_FORMATS_LABELS_H
#define QDA_FORMATS_LABELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/regex.h"
#include "qda/transcript.h"

enum qda_form_is {
	QDA_FORM_WHOLE	= 1,	/* the label is the whole paragraph */
	QDA_FORM_COLON	= 2,	/* a colon closes it */
	QDA_FORM_LISTS	= 4,	/* numbered lists look like it */
	QDA_FORM_TIMED	= 8,	/* a time always stands with it */
	QDA_FORM_BOLD	= 16,	/* it is bold in the document, no pattern */
};

struct qda_form {
	const char	*name;
	double		 threshold;	/* the score from which it is taken */
	int		 is;
	bool		(*may)(const char *s, size_t n); /* a cheap look */
	const char	*pattern;
};
enum { QDA_FORMS = 9 };
extern const struct qda_form	 qda_forms[QDA_FORMS];

/* Compiled when first needed. */
struct qda_labels {
	struct qda_regex	*form[QDA_FORMS], *exact, *after;
};
void	 qda_labels_free(struct qda_labels *);

/* A label in a paragraph; bytes from the paragraph's first. */
struct qda_label {
	size_t	 from, to;		/* the name */
	size_t	 text;			/* where speech may begin */
	int64_t	 time_ms, end_ms;
	bool	 asks;			/* a '?' stands behind the name */
};

/*
 * Whether the paragraph begins with a label of that form.  Only the first
 * 200 code points are looked at.  exact: what cannot be told from a clock or
 * an address ("M1:12") counts too, as the caller knows the label.
 */
bool	 qda_label_find(struct qda_labels *, size_t form, bool exact,
	    const char *s, size_t n, struct qda_label *);

/* The time in ms that ends a paragraph as "#00:00:03-2#" (f4), or -1. */
int64_t	 qda_label_end_time(const char *s, size_t n, size_t *from);

/* All of these take folded labels (qda_text_fold, trimmed). */
enum qda_role_word { QDA_WORD_NONE, QDA_WORD_ASKS, QDA_WORD_ANSWERS,
	QDA_WORD_THIRD };
/* What the label's words say; a number behind them does not matter. */
enum qda_role_word	 qda_label_word(const char *folded);
/* The role word of an interviewer that folded is one typo from, or NULL. */
const char	*qda_label_near(const char *folded);
bool	 qda_label_stops(const char *folded);	/* "donc", "par exemple" */
bool	 qda_label_answers(const char *folded);	/* "oui", "merci" */
bool	 qda_label_event(const char *folded);	/* "rires", "silence" */
bool	 qda_label_number(const char *folded);
/* A code such as M1, P03, S01, SPEAKER_00. */
bool	 qda_label_code(const char *folded);
/* What every file may have: "interviewe", "speaker 1", "locuteur b". */
bool	 qda_label_nameless(const char *folded);

#endif
