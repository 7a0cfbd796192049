/* db.h: what the files of src/db share. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>

#include <sqlite3.h>

#include "qda/db.h"
#include "qda/err.h"

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
	int64_t		 rows_before;	/* total changes at its beginning */
	int64_t		 ids_before[3];	/* highest ids of appended tables */
};

/* Turns what SQLite says into our words; returns -1. */
int	 db_failed(struct qda_db *, struct qda_err *);
int	 db_exec(struct qda_db *, const char *sql, struct qda_err *)
	    QDA_CHECKED;
int	 db_version(struct qda_db *, int *version, struct qda_err *)
	    QDA_CHECKED;

#endif
