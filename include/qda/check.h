/*
 * check.h: what is wrong with a project: its file, its texts, the words of its
 * verbatims; and what a study should have and lacks.  Found, not mended.
 */
#ifndef QDA_CHECK_H
#define QDA_CHECK_H

#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* The gravest first: in this order they are told. */
enum qda_check {
	/* integrity: where, then a and b */
	QDA_CHECK_FILE,		/* -; what SQLite says */
	QDA_CHECK_TEXT_MISSING,	/* source; revision */
	QDA_CHECK_TEXT_CHANGED,	/* source; revision */
	QDA_CHECK_OUTSIDE,	/* address; length of the text */
	QDA_CHECK_WORDS,	/* address; words kept; words of the text */
	QDA_CHECK_SOURCE,	/* address; the source its coding says */
	QDA_CHECK_TURN,		/* address of a turn; its number */
	QDA_CHECK_CIRCLE,	/* category; member that is above it */
	QDA_CHECK_KIND,		/* property that has members */
	QDA_CHECK_MAIN,		/* member; a category; how many are main */
	QDA_CHECK_EMPTY,	/* address of a unit that carries nothing */
	/* method */
	QDA_CHECK_NO_CONSENT,	/* participant */
	QDA_CHECK_CONSENT_NO,	/* participant */
	QDA_CHECK_CONSENT_LATE,	/* participant; consent; source and its date */
	QDA_CHECK_RECORDED,	/* participant; source */
	QDA_CHECK_NO_SOURCE,	/* participant */
	QDA_CHECK_NOBODY,	/* source */
	QDA_CHECK_NO_DATE,	/* source */
	QDA_CHECK_ORDER,	/* source; date; earlier source and its date */
	QDA_CHECK_NO_GUIDE,	/* source */
	QDA_CHECK_GUIDE_LATE,	/* source; its date; guide and its date */
	QDA_CHECK_UNREAD,	/* source; how many; the first; coder */
	QDA_CHECK_NOT_CODED,	/* source */
	QDA_CHECK_ASSIGNED,	/* source; coder; #1 when it has turns */
	QDA_CHECK_UNASSIGNED,	/* source; coder who coded it; how often */
	QDA_CHECK_RULE_UNDATED,	/* the rule */
	QDA_CHECK_RULE_LATE,	/* the rule; declared; first interview,
				   its date */
	QDA_CHECK_MAX
};

struct qda_finding {
	enum qda_check	 what;
	char		*where, *a, *b, *c, *d;	/* as above; NULL: none */
};

struct qda_findings {
	struct qda_finding	*at;
	size_t			 n, cap;
};

/* Everything there is to find.  Free with qda_findings_free(). */
int	 qda_check_all(struct qda_db *, struct qda_findings *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_findings_free(struct qda_findings *);

/* The names of the sources in the order of their dates. */
struct qda_strings;
int	 qda_check_order(struct qda_db *, struct qda_strings *,
	    struct qda_err *) QDA_CHECKED;

#endif
