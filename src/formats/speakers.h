/* speakers.h: who speaks where, found in the text itself. */
#ifndef QDA_FORMATS_SPEAKERS_H
#define QDA_FORMATS_SPEAKERS_H

#include "formats/labels.h"
#include "qda/transcript.h"

/*
 * Speaker detection in two passes.  The first tries every form of label on
 * every paragraph (a line) and scores the forms against each other:
 *
 *   need     = 2 below 60 paragraphs, else 3; 1 for a role word (enquêteur,
 *              interviewer), a code (M1, P3) and, below 60, a name with a time
 *   taken    = labels with at least `need' turns, of 34 code points at most,
 *              that are no words of speech, numbers or events
 *   coverage = paragraphs with a label taken / paragraphs
 *   change   = share of neighbouring turns whose label differs
 *   recur    = turns / labels taken
 *   score    = coverage * min(1, 1.5 change) * min(1, recur / 4),
 *              * 0.3 above 20 labels
 *
 * Below 60 paragraphs, beside a label that is taken, initials need 1 (below 21
 * a capitalised name too), and recur counts as 4 when every label taken is a
 * role word or a code, or there are ten paragraphs at most: a short interview
 * is one too.  One label alone is taken only when it is a role word or a code
 * and heads half of the paragraphs.  The second pass applies the labels taken,
 * and nothing else, by folded comparison.
 *
 * Fills turns (in BYTES), voices (labels only), rejected, form and notes of a
 * transcript whose text is there.  asking: labels the user says interview.
 */
void	 qda_speakers_find(struct qda_transcript *, struct qda_labels *,
	    const char *const *asking, size_t asking_n);

/*
 * Roles and numbers of the voices, once text and turns (in BYTES) are final.
 * Interviewers are those named; else those whose label is a role word; else,
 * beside labels that are codes (M4), the one of initials (CA) with most turns;
 * else who has the highest share of turns that end in '?' (of nearly equal
 * ones, who says less), and a tenth of the turns at least.  Of the others, the
 * one with most words is the participant; who is called after that one (Fille
 * de P4) or by kinship (Épouse), or has no code where that one has, is a third
 * person.
 */
void	 qda_speakers_know(struct qda_transcript *,
	    const char *const *asking, size_t asking_n);

/* Notes what may be a label inside a paragraph, and labels that look alike. */
void	 qda_speakers_doubt(struct qda_transcript *);

/*
 * Turns and voices of a text of captions, all of which have a line of two
 * times ("0:0:0.0 --> 0:0:1.510"), a line with a name, and words; false, and
 * nothing changed, when it is none.  Names recur: there are 20 at most, and
 * about half as many as captions at most.
 */
bool	 qda_cues_find(struct qda_transcript *);

/* What the modules of speaker detection share (transcript.c). */

/* Folded, white space at the ends taken off; caller frees. */
char	*qda_label_fold(const char *s, size_t n);
/* White space at both ends taken off; false when nothing is left. */
bool	 qda_span_trim(const char *s, size_t *from, size_t *to);
/*
 * The next paragraph, a line that is not blank: 1 and its bytes, 0 at the
 * end; *at is moved behind it.
 */
int	 qda_paragraph_next(const char *s, size_t n, size_t *at,
	    size_t *from, size_t *to);
/* A turn in bytes, trimmed; false, and not added, when it is empty. */
bool	 qda_speech_add(struct qda_transcript *, size_t *cap, size_t voice,
	    size_t from, size_t to, int64_t time_ms, int64_t end_ms);
size_t	 qda_voice_add(struct qda_transcript *, const char *label);
/*
 * Where styles and comments begin and end, in rising order, those nowhere left
 * out; *n of them, caller frees the array.
 */
int64_t	**qda_marks(struct qda_transcript *, size_t *n);
void	 qda_rejected_add(struct qda_transcript *, const char *label,
	    size_t count, const char *why);

#endif
