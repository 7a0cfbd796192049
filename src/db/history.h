/*
 * history.h: what the files about changes share: a change open (history.c),
 * taken back or put back (undo.c), and what stands in the way (obstacle.c).
 */
#ifndef DB_HISTORY_H
#define DB_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

/* Tables whose new rows are kept as ranges of ids, children first. */
extern const char	*const db_appended[DB_APPENDED];

/* A session that records what happens from now on; ended with the change. */
int	 db_session_begin(struct qda_db *, struct qda_err *) QDA_CHECKED;
void	 db_session_end(struct qda_db *);

/* BEGIN IMMEDIATE, and rows are counted from here. */
int	 db_change_open(struct qda_db *, struct qda_err *) QDA_CHECKED;

/* COMMIT; on failure the change is still open. */
int	 db_change_close(struct qda_db *, struct qda_err *) QDA_CHECKED;

/* Marks what an undo or a redo has turned, and records it; before COMMIT. */
int	 db_turn_record(struct qda_db *, const char *coder,
	    const char *message, int64_t *number, struct qda_err *)
	    QDA_CHECKED;

/*
 * Why a changeset could not be applied: the row it stumbled upon.  kind is
 * SQLite's (SQLITE_CHANGESET_DATA...), 0 when no row is known.
 */
struct db_obstacle {
	bool		 orphans;	/* foreign keys do not hold, so far */
	int		 kind;
	char		 table[32];
	int64_t		 row;
	int		 columns;
	sqlite3_value	*wanted[64];	/* CONSTRAINT: the values refused */
};

/* Keeps what the conflict handler of the session extension was told. */
void	 db_obstacle_keep(struct db_obstacle *, int kind,
	    sqlite3_changeset_iter *);
void	 db_obstacle_free(struct db_obstacle *);

/*
 * Fails (QDA_DATA) with the sentence that names the change which stands in
 * the way of undoing (or redoing) a change; the obstacle may be NULL, then
 * foreign keys that are not satisfied are looked for.  Always -1.
 */
int	 db_obstacle_tell(struct qda_db *, struct db_obstacle *,
	    int64_t change, bool redo, struct qda_err *);

/* The same when the change in the way is known. */
int	 db_obstacle_is(struct qda_db *, int64_t later, int64_t change,
	    struct qda_err *);

/* Whether a change altered or took out one of the rows first to last: 1, 0. */
int	 db_change_touches(struct qda_db *, int64_t change, const char *table,
	    int64_t first, int64_t last, bool inserts, struct qda_err *)
	    QDA_CHECKED;

#endif
