/*
 * source.h: transcripts: their texts, speakers and turns.  All positions are
 * code points into the text of a revision.
 */
#ifndef QDA_SOURCE_H
#define QDA_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

extern const struct qda_field	qda_source_fields[];

enum { QDA_HASH = 32 };		/* bytes of a text's BLAKE2b hash */

struct qda_source {
	int64_t		 id;
	const char	*name;		/* lent until the next of the walk */
	int64_t		 position;	/* order of collection, from 1 */
	int64_t		 revision;	/* the current one */
	int64_t		 length;	/* code points of the current text */
	const char	*text;		/* walks with texts only; else NULL */
	size_t		 size;		/* bytes of it */
};

/*
 * The source of that name: 1 and its id, 0 when there is none;
 * qda_source_need() fails then (QDA_DATA) and names the nearest.
 */
int	 qda_source_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;
int	 qda_source_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/*
 * The sources that a name means: that one, else with "*" in it, for anything,
 * all that fit, in order of collection.  QDA_DATA when there is none.  Caller
 * frees *ids.
 */
int	 qda_source_fitting(struct qda_db *, const char *name, int64_t **ids,
	    size_t *n, struct qda_err *) QDA_CHECKED;

/* All sources in order of collection; texts says whether with their text. */
struct db_rows;
int	 qda_source_list(struct db_rows **walk, struct qda_db *, bool texts,
	    struct qda_err *) QDA_CHECKED;
int	 qda_source_next(struct db_rows *walk, struct qda_source *,
	    struct qda_err *) QDA_CHECKED;
/* Ends the walk early; after its last it has ended already. */
void	 qda_source_stop(struct db_rows *walk);

/* The name as it is kept; caller frees. */
int	 qda_source_name(struct qda_db *, int64_t id, char **name,
	    struct qda_err *) QDA_CHECKED;

/*
 * All but the text of one source, which must be there (else QDA_PROJECT); the
 * name is the caller's here: free((char *)(uintptr_t)s->name).
 */
int	 qda_source_get(struct qda_db *, int64_t id, struct qda_source *,
	    struct qda_err *) QDA_CHECKED;

/* The text of a revision (0: the current); caller frees *text. */
int	 qda_source_text(struct qda_db *, int64_t id, int64_t revision,
	    char **text, size_t *size, struct qda_err *) QDA_CHECKED;

/*
 * A new source with its text, at the end of the order; within a change.  The
 * text is clean already (clean.h).  file may be NULL.  What is known of the
 * text need not be found out again: 0 and NULL say that it is not.
 */
struct qda_source_new {
	const char	*name, *format, *encoding, *file;
	const char	*text;
	size_t		 size;
	int64_t		 length, words;	/* of the text */
	const unsigned char *hash;	/* qda_source_hash() of the text */
	int64_t		 participant;	/* QDA_NONE: nobody known */
};
int	 qda_source_add(struct qda_db *, const struct qda_source_new *,
	    int64_t *id, struct qda_err *) QDA_CHECKED;

/* The hash under which a text is kept. */
void	 qda_source_hash(unsigned char hash[QDA_HASH], const char *text,
	    size_t size);
/*
 * The name of the source that had the text of that hash when it was imported:
 * 1, 0, -1.  Caller frees *name.
 */
int	 qda_source_same(struct qda_db *, const unsigned char hash[QDA_HASH],
	    char **name, struct qda_err *) QDA_CHECKED;

/* A voice, and its turns in rising order. */
int	 qda_speaker_add(struct qda_db *, int64_t source, const char *label,
	    const char *role, int64_t participant, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The name of a source in which a participant speaks: 1, 0, -1; yours. */
int	 qda_speaker_heard(struct qda_db *, int64_t participant, char **source,
	    struct qda_err *) QDA_CHECKED;

struct qda_turn {
	int64_t		 seq;		/* 1, 2, 3... */
	int64_t		 speaker;	/* its id */
	int64_t		 start, end;	/* code points */
	int64_t		 time, time_end;	/* ms, or QDA_NONE */
	const char	*label;		/* speaker as written; lent */
	const char	*role;		/* participant, interviewer, other */
	const char	*participant;	/* name, or NULL */
};
int	 qda_turn_add(struct qda_db *, int64_t source, const struct qda_turn *,
	    struct qda_err *) QDA_CHECKED;

/* The turns of the current revision in order. */
int	 qda_turn_list(struct db_rows **walk, struct qda_db *, int64_t source,
	    struct qda_err *) QDA_CHECKED;
int	 qda_turn_next(struct db_rows *walk, struct qda_turn *,
	    struct qda_err *) QDA_CHECKED;

/* The turn of that number: 1, or 0 when there is none. */
int	 qda_turn_get(struct qda_db *, int64_t source, int64_t seq,
	    struct qda_turn *, struct qda_err *) QDA_CHECKED;

#endif
