/*
 * stmt.h: prepared statements; what the study floor speaks SQL through.
 *
 * A statement is a constant string; it stays prepared, found again by the
 * address of the constant.  fmt has a letter a parameter, in order: i int64_t
 * (QDA_NONE binds NULL), t text (NULL binds NULL), b blob (pointer, then
 * size_t).  Texts and blobs must stay until the rows are read.
 */
#ifndef DB_STMT_H
#define DB_STMT_H

#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/table.h"		/* QDA_NONE */

struct db_rows;			/* a statement that gives rows */

/* Runs a statement to its end. */
int	 db_run(struct qda_db *, struct qda_err *, const char *sql,
	    const char *fmt, ...) QDA_CHECKED;

/* Begins a statement; rows come from db_next(), 1 a row, 0 at the end. */
int	 db_ask(struct db_rows **, struct qda_db *, struct qda_err *,
	    const char *sql, const char *fmt, ...) QDA_CHECKED;
int	 db_next(struct db_rows *, struct qda_err *) QDA_CHECKED;
/*
 * Ends early; NULL is fine, and so are rows that have ended, as long as nobody
 * asked the same again (those of db_ask_once() are freed at their end).
 */
void	 db_stop(struct db_rows *);

/* The columns of the row, from 0; texts are lent until the next db_next(). */
int64_t		 db_int(struct db_rows *, int col);	/* NULL: QDA_NONE */
const char	*db_text(struct db_rows *, int col);	/* NULL: NULL */
const void	*db_blob(struct db_rows *, int col);
size_t		 db_size(struct db_rows *, int col);	/* bytes of either */
int		 db_columns(struct db_rows *);

/* The first column of the first row: 1, or 0 when there is no row. */
int	 db_ask_int(int64_t *, struct qda_db *, struct qda_err *,
	    const char *sql, const char *fmt, ...) QDA_CHECKED;
/* The same as text; caller frees *text (NULL for NULL). */
int	 db_ask_text(char **text, struct qda_db *, struct qda_err *,
	    const char *sql, const char *fmt, ...) QDA_CHECKED;
/* The first column of all rows, n of them; caller frees *ids, always. */
int	 db_ask_ids(int64_t **ids, size_t *n, struct qda_db *,
	    struct qda_err *, const char *sql, const char *fmt, ...)
	    QDA_CHECKED;

int64_t	 db_last_id(const struct qda_db *);
int64_t	 db_changed(const struct qda_db *);	/* rows by the last statement */

/*
 * For a statement composed by the query compiler: not kept; its rows are freed
 * at their end, or by db_stop().  Parameters from 1 are bound before the first
 * db_next().
 */
int	 db_ask_once(struct db_rows **, struct qda_db *, struct qda_err *,
	    const char *sql) QDA_CHECKED;
int	 db_bind_int(struct db_rows *, int param, int64_t, struct qda_err *)
	    QDA_CHECKED;
int	 db_bind_text(struct db_rows *, int param, const char *,
	    struct qda_err *) QDA_CHECKED;

/*
 * A function for SQL: qda(argument texts) -> integer truth, so that a query
 * can ask for a pattern.  Kept until the project is closed.
 */
int	 db_function(struct qda_db *, const char *name,
	    int (*match)(void *, const char *text, size_t n), void *arg,
	    struct qda_err *) QDA_CHECKED;

/*
 * Runs a statement whose one column is each(a, b...) and calls row for each
 * of its rows with these numbers (0 for NULL), eight at most: far less than
 * steps cost where rows are very many.
 */
int	 db_each(struct qda_db *, struct qda_err *, const char *sql,
	    void (*row)(void *, const int64_t *), void *arg) QDA_CHECKED;

/* Whether the statement can be prepared: for the test of all of them. */
int	 db_prepares(struct qda_db *, const char *sql, struct qda_err *)
	    QDA_CHECKED;

#endif
