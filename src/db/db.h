/* db.h: what the files of src/db share. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>

#include <sqlite3.h>

#include "qda/db.h"
#include "qda/err.h"

enum { DB_APPENDED = 3 };	/* tables whose new rows are kept as ranges */

struct db_rows {
	struct qda_db	*db;
	sqlite3_stmt	*stmt;
	const char	*sql;		/* its address is the key; NULL: once */
	bool		 busy;
	struct db_rows	*next;
};

struct qda_db {
	sqlite3		*sqlite;
	char		*path;
	struct db_rows	*kept[256];	/* by the address of their SQL */
	sqlite3_session	*session;	/* of the open change */
	bool		 changing;
	bool		 appends;
	int64_t		 ids_before[DB_APPENDED];	/* highest ids */
	struct qda_change_rows	*touched;	/* by the open change */
	size_t		 n_touched, cap_touched;
	int64_t		 turned;	/* the change that is undone, redone */
	int64_t		 undoing;	/* redo: the entry of its undo */
};

/* Turns what SQLite says into our words; returns -1. */
int	 db_failed(struct qda_db *, struct qda_err *);
/* The same of another result code of SQLite, and what it says of it. */
int	 db_failed_with(struct qda_db *, int rc, const char *why,
	    struct qda_err *);
int	 db_exec(struct qda_db *, const char *sql, struct qda_err *)
	    QDA_CHECKED;
int	 db_version(struct qda_db *, int *version, struct qda_err *)
	    QDA_CHECKED;

#endif
