/*
 * db.h: the project file, an SQLite database with our application_id.
 */
#ifndef QDA_DB_H
#define QDA_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/err.h"

struct qda_db;

enum qda_db_mode {
	QDA_DB_READ,		/* nothing is written but a hot journal back */
	QDA_DB_WRITE,
	QDA_DB_CREATE,		/* must not exist yet, or be ":memory:" */
};

/*
 * Opens the project and brings its schema up to date (when writing; reading
 * an older one asks to be opened for writing once).  QDA_PROJECT: no such
 * file, no project, of a newer version, or locked.
 */
int	 qda_db_open(struct qda_db **, const char *path, enum qda_db_mode,
	    struct qda_err *) QDA_CHECKED;
void	 qda_db_close(struct qda_db *);

/* The schema this program knows: how many migrations it holds. */
int	 qda_db_newest(void);

/*
 * Where the project is: path when it is given, else $QDA_PROJECT, else qda.db
 * in the working directory or the nearest one above.  Caller frees *found.
 */
int	 qda_db_find(char **found, const char *path, struct qda_err *)
	    QDA_CHECKED;

/* A view that does not change until qda_db_end_read(). */
int	 qda_db_begin_read(struct qda_db *, struct qda_err *) QDA_CHECKED;
void	 qda_db_end_read(struct qda_db *);

/*
 * A change: all of it or nothing.  Begins IMMEDIATE.  When it only appends
 * turns, units and codings (import, tagging in bulk) say so: they are then
 * kept as ranges of ids, and changing or deleting existing ones in the same
 * change is a broken promise.
 */
int	 qda_change_begin(struct qda_db *, bool appends, struct qda_err *)
	    QDA_CHECKED;

/*
 * Ends the change, and records it: coder may be NULL, command is what was
 * typed, message (why) may be NULL.  *number is that of the change, 0 when
 * nothing changed (nothing is recorded then).  On failure the change is undone.
 */
int	 qda_change_commit(struct qda_db *, const char *coder,
	    const char *command, const char *message, int64_t *number,
	    struct qda_err *) QDA_CHECKED;

/* Takes back a change that is open; does nothing when none is. */
void	 qda_change_abandon(struct qda_db *);

/*
 * Undo and redo: applied and recorded in a change of their own; -1 with
 * QDA_DATA when later work stands in the way.  number is the change to undo
 * or redo, 0 for the last (redo: the last undone, as long as nothing was
 * changed since); returns 1 and in *number which it was, 0 when there is none.
 */
int	 qda_change_undo(struct qda_db *, const char *coder, const char *message,
	    int64_t *number, struct qda_err *) QDA_CHECKED;
int	 qda_change_redo(struct qda_db *, int64_t *number, struct qda_err *)
	    QDA_CHECKED;

#endif
