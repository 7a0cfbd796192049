/* pieces.h: changesets, deflated, in rows of history_piece. */
#ifndef DB_PIECES_H
#define DB_PIECES_H

#include <stdint.h>

#include "db/db.h"

/*
 * Writes what the session recorded as the pieces of a change: 1, or 0 when
 * that is nothing, and -1.
 */
int	 db_pieces_write(struct qda_db *, int64_t change, const char *what,
	    sqlite3_session *, struct qda_err *) QDA_CHECKED;

/* Reading them back, as the stream that SQLite's functions want. */
struct db_pieces;
int	 db_pieces_open(struct db_pieces **, struct qda_db *, int64_t change,
	    const char *what, struct qda_err *) QDA_CHECKED;
int	 db_pieces_input(void *pieces, void *data, int *n);
void	 db_pieces_close(struct db_pieces *);

#endif
