/*
 * coreq.h: a reporting checklist filled from the project: what the project
 * proposes for an item, what a person answered, and where they disagree.
 */
#ifndef VERBS_COREQ_H
#define VERBS_COREQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/answer.h"
#include "qda/checklist.h"
#include "qda/err.h"
#include "qda/facts.h"
#include "qda/mem.h"

/* What a number in an answer counts. */
enum coreq_noun {
	COREQ_NOTHING,
	COREQ_PARTICIPANT, COREQ_INTERVIEW, COREQ_GROUP, COREQ_REFUSAL,
	COREQ_WITHDRAWAL, COREQ_QUESTION, COREQ_VERSION, COREQ_PROPERTY,
	COREQ_CATEGORY, COREQ_SUBCATEGORY, COREQ_CODER, COREQ_QUOTATION,
	COREQ_EXTRACT, COREQ_CORRECTION, COREQ_MEMO, COREQ_LEFT_OUT,
	COREQ_WOMAN, COREQ_MAN,
	COREQ_COUNTED,		/* those above are looked for in a text */
	COREQ_MEAN, COREQ_MEDIAN, COREQ_TOTAL, COREQ_MIN,
	COREQ_MAX,		/* seconds */
	COREQ_RANK,		/* which interview: "entretien 10" */
	COREQ_OPENING,		/* a guide's opening questions, then others;
				   QDA_NONE, then all: not said which open */
	COREQ_VARIATION,	/* attributes that vary in the sample */
};

/* A number of the project's; several of one noun are all right. */
struct coreq_figure {
	enum coreq_noun	 noun;
	int64_t		 n, m;
};

/* A date of the project's that an answer may tell, and of what. */
enum coreq_event {
	COREQ_HELD, COREQ_GUIDE_DATED, COREQ_RULE_DECLARED, COREQ_DESTROYED
};
struct coreq_day {
	enum coreq_event	 event;
	char			*iso;
};

/* What a text may claim, and the project has recorded otherwise. */
enum coreq_denial {
	COREQ_NO_CHANGE = 1,		/* guides older than interviews */
	COREQ_NOT_BLIND = 2,
	COREQ_NO_VIDEO = 4,
	COREQ_NOT_BEFORE = 8,		/* the rule, the interviews */
	COREQ_NOT_TESTED = 16,
	COREQ_TESTED = 32,
	COREQ_NOT_IDENTIFIED = 64,
	COREQ_NO_MAN = 128,
	COREQ_NO_WOMAN = 256,
};

/* What the project says to a question of yes or no. */
enum coreq_yes { COREQ_SILENT, COREQ_NO, COREQ_YES };

/* What the project says of one item, in the language in force. */
struct coreq_said {
	char			*answer;	/* NULL: not recorded */
	char			*evidence;	/* what it rests on, or NULL */
	const char		*command;	/* that shows it, or NULL */
	char			*composed;	/* the same, with a name */
	char			*conflict;	/* within the data */
	char			*hint;		/* no mistake, but */
	bool			 nowhere;	/* it lacks its place */
	enum coreq_yes		 says;
	unsigned		 denies;	/* or of coreq_denial */
	enum coreq_noun		 main;		/* of a number alone, or 0 */
	char			*programs;	/* to be named; by commas */
	struct qda_tallies	 others;	/* who is not to be named */
	struct coreq_figure	*figures;
	size_t			 n, cap;
	struct qda_tallies	 named;		/* "home" 7 */
	struct coreq_day	*days;
	size_t			 n_days, cap_days;
};
void	 coreq_said_free(struct coreq_said *);
void	 coreq_figure(struct coreq_said *, enum coreq_noun, int64_t n);
void	 coreq_named(struct coreq_said *, const char *name, int64_t n);
void	 coreq_day(struct coreq_said *, enum coreq_event, const char *iso);

/* What more than one item needs, asked once a grid; begin with { 0 }. */
struct coreq_shared {
	bool			 known;
	struct qda_fact_support	 support;
};

/* Where a prefill function asks. */
struct coreq {
	struct qda_db	*db;
	const char	*counted;	/* whose codings (facts.h) */
	const char	*const *names;	/* the same as -c named them */
	size_t		 n_names;
	const char	*place;		/* of the item's answer, or NULL */
	struct coreq_shared *shared;
};
typedef int	 coreq_prefill(const struct coreq *, struct coreq_said *,
		    struct qda_err *);

coreq_prefill	 coreq_interviewer, coreq_credentials, coreq_occupation,
		 coreq_gender, coreq_training, coreq_known, coreq_told,
		 coreq_position;
coreq_prefill	 coreq_approach, coreq_sampling, coreq_contact,
		 coreq_sample_size, coreq_non_participation, coreq_setting,
		 coreq_present, coreq_sample;
coreq_prefill	 coreq_guide, coreq_repeats, coreq_recording,
		 coreq_field_notes, coreq_duration, coreq_saturation,
		 coreq_returned;
coreq_prefill	 coreq_coders, coreq_tree, coreq_derivation, coreq_software,
		 coreq_findings, coreq_quotations, coreq_consistency,
		 coreq_major, coreq_minor;

coreq_prefill	 coreq_title, coreq_question, coreq_ethics, coreq_consent,
		 coreq_dated;

/* Adds what one more fact says of the same item, and frees it; say: which. */
void	 coreq_join(struct coreq_said *all, struct coreq_said *part,
	    coreq_prefill *say);

/* What the project says of an item; nothing when it has no known prefill. */
int	 coreq_say(const struct coreq *, const struct qda_checklist_item *,
	    struct coreq_said *, struct qda_err *) QDA_CHECKED;

/* The command that records what it needs; NULL when there is none. */
const char	*coreq_fill(const struct qda_checklist_item *);

/* The project's field as a sentence, for an item that is just that. */
int	 coreq_declared(const struct coreq *, struct coreq_said *,
	    const char *field, struct qda_err *) QDA_CHECKED;

/* Sentences (coreq_words.c, coreq_print.c): strings are the caller's. */

/* A writer whose parts are divided: first nothing, then the divider. */
struct coreq_parts {
	struct qda_mem	 m;
	const char	*divider;
	bool		 some;
};
void	 coreq_parts_begin(struct coreq_parts *, const char *divider);
void	 coreq_part(struct coreq_parts *, const char *, ...)
	    QDA_PRINTF(2, 3);
/* What was written, NULL when there was no part. */
char	*coreq_parts_end(struct coreq_parts *);

/* The text with a capital and a full stop; frees it; NULL is NULL. */
char	*coreq_sentence(char *text);
/* In French, no-break spaces before : ; ? ! and inside « », and the
   apostrophe of print; frees it. */
char	*coreq_spaced(char *text);
/* The same of a copy, for documents: numbers and initials stay with what
   follows. */
char	*coreq_printed(const char *text);
/* A number with its noun, in the language in force ("%lld interview"). */
char	*coreq_count(int64_t n, const char *one, const char *many);
#define COUNT(n, one, many) coreq_count(n, one, many)
/* "eleven", "onze"; digits from 21 on; buffer of 24. */
const char	*coreq_number(char buf[24], int64_t n);
/* The same before a noun that is feminine in French: "une". */
const char	*coreq_number_feminine(char buf[24], int64_t n);
/* "11th", "11e"; buffer of 24. */
const char	*coreq_ordinal(char buf[24], int64_t n);
/* "eleventh", "onzième"; as above from 21 on; buffer of 24. */
const char	*coreq_ordinal_words(char buf[24], int64_t n);
/* "C. Aubert" of "Camille Aubert". */
char	*coreq_short_name(const char *name);
/* "39 min 02", "22 min 50 s"; the seconds always; buffer of 40. */
const char	*coreq_duration_words(char buf[40], int64_t seconds);
/* Dates, the year only where it changes, joined by "and". */
char	*coreq_dates(const char *const *iso, size_t n);
/* "interviews 17 Jan to 28 May 2024", "entretiens du 17/01 au 28/05/2024" */
char	*coreq_period(const char *first, const char *last);
/* The participant's label of an interview, or "interview 4". */
char	*coreq_label(const struct qda_tally *);
/* Those labels, neighbours in the order of collection joined: "P1-P4". */
char	*coreq_ranges(const struct qda_tallies *, const char *joint);
/* Without words that begin with a capital behind the first: the names. */
char	*coreq_unnamed(const char *text, const char *instead, bool *hidden);
/* "P1 to P4": what joins the first and the last in a sentence. */
const char	*coreq_to(void);
/* Whether a word is one of those in the NULL-ended list, spelt anyhow. */
bool	 coreq_is(const char *word, const char *const *list);
bool	 coreq_is_no(const char *word);		/* none, aucun, personne... */
bool	 coreq_is_yes(const char *word);
bool	 coreq_is_female(const char *gender);
bool	 coreq_is_male(const char *gender);
/* The names of those whose codings count, short; NULL: nobody. */
int	 coreq_counted_names(char **, const struct coreq *, struct qda_err *)
	    QDA_CHECKED;

/* The grid (coreq_grid.c). */

enum coreq_status {
	COREQ_COMPUTED, COREQ_DECLARED, COREQ_JUDGE, COREQ_MISSING,
	COREQ_ACCEPTED
};
const char	*coreq_status_key(enum coreq_status);

struct coreq_row {
	const struct qda_checklist_item	*item;
	struct coreq_said		 said;
	struct qda_answer		 answer;
	enum coreq_status		 status;
	bool				 changed;	/* the project, since */
};

struct coreq_grid {
	struct qda_checklist	 list;
	struct coreq_row	*rows;		/* one an item */
	const char		*lang;		/* of its texts */
	char			*counted;
	const char		*const *names;	/* of -c; lent */
	size_t			 n_names;
	struct coreq_shared	 shared;	/* private */
};

/* Speaks that language from now on; the one before, to go back to. */
const char	*coreq_speak(const char *lang);

/*
 * Reads the checklist (a file, else one built in; NULL: coreq), and fills it
 * in the language asked for, else the project's.  Who writes is -c of act;
 * whose codings count is -c of a reader.  Free in any case.
 */
int	 coreq_grid_read(struct coreq_grid *, const struct qda_act *,
	    const char *checklist, bool writes, struct qda_err *) QDA_CHECKED;
void	 coreq_grid_free(struct coreq_grid *);

/* The row of an item by the number typed; NULL and the error filled. */
struct coreq_row *coreq_grid_item(const struct coreq_grid *,
		    const char *number, struct qda_err *);

/* What the project says of it: what an answer is compared with; lent. */
const char	*coreq_said_now(const struct coreq_row *,
		    const struct coreq_said *);
/* The answer of a row without marks; NULL when it is open.  Lent. */
const char	*coreq_row_answer(const struct coreq_row *);
/* What it rests on, with the command; the caller frees. */
char		*coreq_row_evidence(const struct coreq_row *);
/* What stands behind an answer or in its place: "[to review]"; lent. */
const char	*coreq_row_mark(const struct coreq_row *);

/* Answering (coreq.c), within a change. */

/* Keeps an answer with what the project says now, in both languages. */
int		 coreq_keep(struct qda_act *, const struct coreq_grid *,
		    const struct coreq_row *, const char *text, bool accepted,
		    struct qda_err *) QDA_CHECKED;
/* Fails (QDA_DATA) when there is nothing to accept. */
int		 coreq_may_accept(const struct coreq_row *, struct qda_err *)
		    QDA_CHECKED;

/* Contradictions (coreq_figures.c). */

/*
 * Looks in a written answer for numbers of things that the project counts
 * too; each that differs is a part: "the text says '12 participants', the
 * project 11".
 */
void	 coreq_contradictions(const char *text, const struct coreq_said *,
	    struct coreq_parts *);
/* What may be forgotten, no contradiction; NULL, or the caller's. */
char	*coreq_hint(const char *text, const struct coreq_said *);

#endif
