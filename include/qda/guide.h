/* guide.h: dated versions of the interview guide, and what they ask. */
#ifndef QDA_GUIDE_H
#define QDA_GUIDE_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* date, tested, opening (how many questions open the interview) */
extern const struct qda_field	qda_guide_fields[];

enum { QDA_GUIDE_MAX = 200 };	/* questions of the longest guide */

/* The guide of that version: 1 and its id, 0 when there is none. */
int	 qda_guide_find(struct qda_db *, const char *version, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* 1 and its id; QDA_DATA and the nearest version when there is none. */
int	 qda_guide_need(struct qda_db *, const char *version, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* A new guide without questions; QDA_DATA when the version is taken. */
int	 qda_guide_add(struct qda_db *, const char *version, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The version as it is kept; caller frees. */
int	 qda_guide_version(struct qda_db *, int64_t id, char **version,
	    struct qda_err *) QDA_CHECKED;

/* Another name of the version; QDA_DATA when another guide bears it. */
int	 qda_guide_rename(struct qda_db *, int64_t id, const char *version,
	    struct qda_err *) QDA_CHECKED;

/*
 * Deletes a guide with its questions; memos on it stay, without it, and are
 * added to *memos.  Sources that follow it must be asked for before.
 */
int	 qda_guide_delete(struct qda_db *, int64_t id, int64_t *memos,
	    struct qda_err *) QDA_CHECKED;

/* The guides by date, those without one last. */
struct qda_guide {
	int64_t		 id;
	const char	*version;	/* lent until the next of the walk */
	const char	*date;		/* ISO, or NULL */
	int64_t		 questions, sources;
};
struct db_rows;
int	 qda_guide_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_guide_next(struct db_rows *walk, struct qda_guide *,
	    struct qda_err *) QDA_CHECKED;

/* The questions in their order, added to the list. */
struct qda_strings;
int	 qda_guide_questions(struct qda_strings *, struct qda_db *,
	    int64_t id, struct qda_err *) QDA_CHECKED;

/* These questions in the place of its own, the first of them opening. */
int	 qda_guide_ask(struct qda_db *, int64_t id,
	    const struct qda_strings *questions, int64_t opening,
	    struct qda_err *) QDA_CHECKED;

/* How many questions open the interview, 0: nobody said. */
int	 qda_guide_opening(struct qda_db *, int64_t id, int64_t *opening,
	    struct qda_err *) QDA_CHECKED;

/* The names of the sources that follow it, added in order of collection. */
int	 qda_guide_sources(struct qda_strings *, struct qda_db *, int64_t id,
	    struct qda_err *) QDA_CHECKED;

#endif
