/*
 * db.h: the project file, an SQLite database with our application_id.
 */
#ifndef QDA_DB_H
#define QDA_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"

struct qda_db;

enum qda_db_mode {
	QDA_DB_READ,		/* nothing is written but a hot journal back */
	QDA_DB_GLANCE,		/* the same, and hardly waits for a lock */
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

/*
 * What SQLite itself finds wrong with the file and with references between its
 * tables, a sentence in English each; added to the list.
 */
struct qda_strings;
int	 qda_db_problems(struct qda_db *, struct qda_strings *,
	    struct qda_err *) QDA_CHECKED;

/* A view that does not change until the project is closed. */
int	 qda_db_begin_read(struct qda_db *, struct qda_err *) QDA_CHECKED;

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
 * Ends an undo and a redo too, whose command is found here.
 */
int	 qda_change_commit(struct qda_db *, const char *coder,
	    const char *command, const char *message, int64_t *number,
	    struct qda_err *) QDA_CHECKED;

/* Takes back a change that is open; does nothing when none is. */
void	 qda_change_abandon(struct qda_db *);

/* What the open change did to a table so far, in rows. */
struct qda_change_rows {
	char	 table[32];
	int64_t	 added, changed, removed;
};
/* One element a table that was written to, the history's own left out; lent. */
size_t	 qda_change_rows(const struct qda_db *,
	    const struct qda_change_rows **);

/*
 * Undo and redo: both open a change in which change *number is taken back, or
 * put back; to be looked at, and then committed or abandoned.  *number 0 means
 * the last that is done (redo: the last undone, as long as nothing was changed
 * since).  1 and in *number which it is; 0 when there is none, and no change
 * is open then.  -1 with QDA_DATA when it cannot be taken back alone: the
 * message names the change that stands in the way.
 */
int	 qda_change_undo(struct qda_db *, int64_t *number, struct qda_err *)
	    QDA_CHECKED;
int	 qda_change_redo(struct qda_db *, int64_t *number, struct qda_err *)
	    QDA_CHECKED;

/* An entry of the history; texts are lent until the next of the walk. */
struct qda_change {
	int64_t		 number, rows;
	int64_t		 undoes;	/* QDA_NONE: neither undo nor redo */
	const char	*when;		/* UTC */
	const char	*coder;		/* NULL: not known */
	const char	*command, *message;	/* message may be NULL */
	const char	*state;		/* done, undone, undo */
};

/* All since a moment (UTC, any precision; NULL: all), the oldest first. */
struct db_rows;
int	 qda_change_list(struct db_rows **walk, struct qda_db *,
	    const char *since, struct qda_err *) QDA_CHECKED;
int	 qda_change_next(struct db_rows *walk, struct qda_change *,
	    struct qda_err *) QDA_CHECKED;

/* The command of a change, caller frees; NULL when there is no such change. */
int	 qda_change_command(char **command, struct qda_db *, int64_t number,
	    struct qda_err *) QDA_CHECKED;

/* The last change that is done: 1 and its number, 0 when there is none. */
int	 qda_change_last(struct qda_db *, int64_t *number, struct qda_err *)
	    QDA_CHECKED;

/*
 * Whether an entry of the history counts for somebody who last looked before
 * change `first`: 1 and the change whose rows it wrote, inverse when it is an
 * undo of it; 0 for what was undone since, and for the undo itself.
 */
int	 qda_change_counts(struct qda_db *, const struct qda_change *,
	    int64_t first, int64_t *number, bool *inverse,
	    struct qda_err *) QDA_CHECKED;

/*
 * Calls each for every row that a change wrote, or, inverse, that its undo
 * did; rows that were kept as ranges only (turns, units and codings of a
 * change that appends) are not among them.  Each ends the walk with -1.
 */
struct qda_row;
int	 qda_change_each(struct qda_db *, int64_t change, bool inverse,
	    int (*each)(void *, const struct qda_row *, struct qda_err *),
	    void *arg, struct qda_err *) QDA_CHECKED;

enum qda_row_op { QDA_ROW_ADDED, QDA_ROW_CHANGED, QDA_ROW_REMOVED };

const char	*qda_row_table(const struct qda_row *);
enum qda_row_op	 qda_row_op(const struct qda_row *);
/*
 * A value before or after.  Of a changed row only the columns that changed
 * have one, and the id; of the others it is NULL, or QDA_NONE.  Texts
 * are lent until the next row.
 */
bool		 qda_row_has(const struct qda_row *, const char *column,
		    bool after);
int64_t		 qda_row_int(const struct qda_row *, const char *column,
		    bool after);
const char	*qda_row_text(const struct qda_row *, const char *column,
		    bool after);

#endif
