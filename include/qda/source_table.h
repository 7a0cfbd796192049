/*
 * source_table.h: sources as a table: what is known and what was done; and
 * what changes a source as a whole.
 */
#ifndef QDA_SOURCE_TABLE_H
#define QDA_SOURCE_TABLE_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/table.h"		/* QDA_NONE */

/* Texts are lent until the next of the walk; NULL, QDA_NONE: not known. */
struct qda_source_row {
	int64_t		 id;
	const char	*name, *kind;
	int64_t		 position, words, turns;
	int64_t		 units;		/* meaning units cut in it */
	int64_t		 coded;		/* of which so many carry a code */
	int64_t		 revision;
	int64_t		 length;	/* code points of the current text */
	const char	*date;
	int64_t		 duration;	/* seconds */
	const char	*setting, *medium, *guide, *format, *encoding;
	const char	*created;	/* when imported, UTC */
};

/*
 * In order of collection; only the source of that id, or all (QDA_NONE).
 * coders is a JSON array of the ids of coders whose units and codings count,
 * or NULL for all.
 */
struct db_rows;
int	 qda_source_rows(struct db_rows **walk, struct qda_db *,
	    const char *coders, int64_t only, struct qda_err *) QDA_CHECKED;
int	 qda_source_row(struct db_rows *walk, struct qda_source_row *,
	    struct qda_err *) QDA_CHECKED;

/* The labels of its speakers, "; " between; NULL: none.  Caller frees. */
int	 qda_source_speakers(struct qda_db *, int64_t source, char **labels,
	    struct qda_err *) QDA_CHECKED;

/* Gives it another name; QDA_DATA when another source bears that. */
int	 qda_source_rename(struct qda_db *, int64_t id, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* Its place in the order of collection. */
int	 qda_source_move(struct qda_db *, int64_t id, int64_t position,
	    struct qda_err *) QDA_CHECKED;

/*
 * Deletes it with all that hangs on it; its texts stay, so that an undo finds
 * them.  Memos stay, the links to it go.
 */
struct qda_source_gone {
	int64_t	 turns, units, codings, quotations, verdicts, memos;
};
int	 qda_source_delete(struct qda_db *, int64_t id,
	    struct qda_source_gone *, struct qda_err *) QDA_CHECKED;

#endif
