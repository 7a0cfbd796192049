/*
 * facts.h: what a project knows of a study, counted for those who report on
 * it: numbers, labels, dates and what somebody declared; never what a
 * participant said, never a judgement.  What nobody recorded is counted as
 * not recorded, and is never taken for a no.
 *
 * The sample: persons of outcome included who have a source.  Interviews:
 * sources of kind interview and focus-group whose participant, if known, is
 * included.  Whoever's codings count is given as a JSON array of coder ids.
 */
#ifndef QDA_FACTS_H
#define QDA_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* A name, what goes with it, and counts; either text may be NULL. */
struct qda_tally {
	char	*name, *also;
	int64_t	 n, m;
};
struct qda_tallies {
	struct qda_tally	*at;
	size_t			 n, cap;
};
void	 qda_tallies_free(struct qda_tallies *);

/*
 * A place in the order of collection by which an interview is called where it
 * has no participant: lists of interviews give the participant's label as
 * name, NULL when it has none, and that place as m.
 */

/* The team (facts_team.c). */

struct qda_fact_interviewer {
	char	*name, *gender, *credentials, *occupation, *experience;
	char	*training;	/* each as declared, or NULL */
	bool	 codes;		/* of role coder too */
	int64_t	 interviews;	/* that say so */
};
struct qda_fact_interviewers {
	struct qda_fact_interviewer	*at;
	size_t				 n, cap;
	int64_t				 interviews;	/* all there are */
	int64_t				 attributed;	/* with interviewer */
};
/*
 * Who interviewed, most interviews first; when no interview says who, those
 * of role interviewer.  Free with qda_fact_interviewers_free().
 */
int	 qda_fact_interviewers(struct qda_db *, struct qda_fact_interviewers *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_fact_interviewers_free(struct qda_fact_interviewers *);

/* The others of the team, who held no interview: name. */
int	 qda_fact_others(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Who of the sample knew the interviewer: name, also how. */
struct qda_fact_known {
	int64_t			 sample, recorded;
	struct qda_tallies	 yes;
};
int	 qda_fact_known(struct qda_db *, struct qda_fact_known *,
	    struct qda_err *) QDA_CHECKED;

/* Position memos: name the date; n 1 when before the first interview. */
int	 qda_fact_positions(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* The sample (facts_sample.c). */

/* Routes of approach: name, up to a semicolon, NULL when not recorded; n
   people, m of the sample. */
int	 qda_fact_routes(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* What followed a route, behind that semicolon: name, n people. */
int	 qda_fact_steps(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

struct qda_fact_size {
	int64_t			 sample;
	int64_t			 single, joint;	/* interviews by voices */
	int64_t			 groups, answers;
	int64_t			 unlinked;	/* interviews of nobody */
	struct qda_tallies	 without;	/* included, no source */
};
int	 qda_fact_size(struct qda_db *, struct qda_fact_size *,
	    struct qda_err *) QDA_CHECKED;

/* Outcomes of those approached: name its key, refused-recording when it was
   the recording, also the reason, n. */
int	 qda_fact_outcomes(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Settings of interviews: name it or NULL, also the medium, n. */
int	 qda_fact_settings(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Interviews: also who else was there; n 1 when a third voice speaks. */
int	 qda_fact_present(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Attributes of the sample: name the attribute, also a value, n how many have
 * it, m which attribute; values of ordered lists in their order.
 */
int	 qda_fact_attributes(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Of the sample: of whom consent or a no is recorded, and who gave it. */
struct qda_fact_consent {
	int64_t	 sample, recorded, given;
};
int	 qda_fact_consent(struct qda_db *, struct qda_fact_consent *,
	    struct qda_err *) QDA_CHECKED;

/* Collection (facts_collection.c). */

struct qda_fact_guide {
	char			*version, *date, *tested;
	int64_t			 questions, opening;
	struct qda_tallies	 used;		/* interviews */
};
struct qda_fact_guides {
	struct qda_fact_guide	*at;
	size_t			 n, cap;
	char			*first;	/* date of the first interview */
};
int	 qda_fact_guides(struct qda_db *, struct qda_fact_guides *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_fact_guides_free(struct qda_fact_guides *);

/* How many interviews each of the sample gave: name, n; m 1 when all of
   them are of different dates. */
int	 qda_fact_repeats(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

struct qda_fact_recording {
	int64_t	 interviews, audio, video, none;	/* as recorded */
	int64_t	 sample, agreed;	/* agreed to be recorded */
	int64_t	 destroyed;		/* with a date */
	int64_t	 after;			/* of which read through before */
	char	*last;			/* that date, the last; or NULL */
};
int	 qda_fact_recording(struct qda_db *, struct qda_fact_recording *,
	    struct qda_err *) QDA_CHECKED;

struct qda_fact_notes {
	int64_t	 interviews, noted;	/* with a field note */
	int64_t	 same_day;
	int64_t	 loose;			/* field notes on no interview */
	int64_t	 journal;		/* entries of the diary */
};
int	 qda_fact_notes(struct qda_db *, struct qda_fact_notes *,
	    struct qda_err *) QDA_CHECKED;

/* Seconds, of the interviews whose duration is known; n = 0: none is. */
struct qda_fact_duration {
	int64_t	 interviews, n;
	int64_t	 mean, median, min, max;	/* rounded to the second */
	int64_t	 total;
};
int	 qda_fact_duration(struct qda_db *, struct qda_fact_duration *,
	    struct qda_err *) QDA_CHECKED;

/* First and last day of interviews, NULL when none is dated. */
struct qda_fact_period {
	int64_t	 interviews, dated;
	char	*first, *last;
};
int	 qda_fact_period(struct qda_db *, struct qda_fact_period *,
	    struct qda_err *) QDA_CHECKED;

/* Interviews: also what was recorded of the transcript's return. */
int	 qda_fact_returned(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Analysis (facts_analysis.c). */

/* Whose codings count: the coders named, or the lead coder; caller frees. */
int	 qda_fact_counted(char **coders, struct qda_db *,
	    const char *const *names, size_t n, struct qda_err *) QDA_CHECKED;
/* Their names: name, and how many sources each coded: n. */
int	 qda_fact_counted_names(struct qda_db *, const char *coders,
	    struct qda_tallies *, struct qda_err *) QDA_CHECKED;

struct qda_fact_coder {
	char			*name;
	int64_t			 blind;		/* sources assigned so */
	int64_t			 open;		/* assigned not so */
	struct qda_tallies	 coded;		/* sources; as interviews */
};
struct qda_fact_coders {
	struct qda_fact_coder	*at;
	size_t			 n, cap;
	int64_t			 sources;	/* coded by anybody */
	int64_t			 verdicts, reasons;
};
/* Who coded; left out: supervisors who are no coders, and what is no person
   (consensus, import). */
int	 qda_fact_coders(struct qda_db *, struct qda_fact_coders *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_fact_coders_free(struct qda_fact_coders *);

struct qda_fact_tree {
	int64_t	 categories, subcategories;
	int64_t	 properties, defined;	/* used by who counts */
};
int	 qda_fact_tree(struct qda_db *, const char *coders,
	    struct qda_fact_tree *, struct qda_err *) QDA_CHECKED;

struct qda_fact_derivation {
	int64_t	 properties;		/* used by who counts */
	int64_t	 during;		/* made in coding */
	int64_t	 loaded;		/* from a file, before coding */
	int64_t	 days;			/* on which codings that were all
					   imported made them; else 0 */
	int64_t	 searched, read;	/* units a search made; then read */
};
int	 qda_fact_derivation(struct qda_db *, const char *coders,
	    struct qda_fact_derivation *, struct qda_err *) QDA_CHECKED;

/* Codings at all; programs that transcripts were made with: name, n. */
int	 qda_fact_codings(struct qda_db *, int64_t *n, struct qda_err *)
	    QDA_CHECKED;
int	 qda_fact_software(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Quotations chosen: name the participant's label or NULL, n. */
int	 qda_fact_quotations(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

struct qda_fact_support {
	int64_t	 properties;		/* not those of other coders only */
	int64_t	 extracts;		/* of which with one at least */
	int64_t	 single;		/* of which from one participant */
	int64_t	 silent;		/* of which without a memo */
	int64_t	 relations, unsupported;
};
int	 qda_fact_support(struct qda_db *, const char *coders,
	    struct qda_fact_support *, struct qda_err *) QDA_CHECKED;

/*
 * Quotations of which every piece between brackets, as in "[…]" or "(…)", is
 * in the words of its unit, in that order; case, apostrophes and blanks do not
 * count.  What has none: under the category, of those the coders used.
 */
struct qda_fact_quoted {
	int64_t	 quotations, exact;
	int64_t	 categories, properties;	/* without a quotation */
};
int	 qda_fact_quoted(struct qda_db *, const char *coders,
	    struct qda_fact_quoted *, struct qda_err *) QDA_CHECKED;
/* The categories of qda_fact_themes(), in the same order: n quotations. */
int	 qda_fact_quoted_themes(struct qda_db *, struct qda_tallies *,
	    struct qda_err *) QDA_CHECKED;

/* Categories in no other: name, also the definition, n participants, m
   verbatims. */
int	 qda_fact_themes(struct qda_db *, const char *coders,
	    struct qda_tallies *, struct qda_err *) QDA_CHECKED;

/* Extracts of a stance other than illustrates: name the participant, also
   the stance, n; place m. */
int	 qda_fact_contrary(struct qda_db *, const char *coders,
	    struct qda_tallies *, struct qda_err *) QDA_CHECKED;

#endif
