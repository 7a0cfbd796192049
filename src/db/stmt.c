/* stmt.c: prepared statements, kept by the address of their text. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"

int
db_failed_with(struct qda_db *db, int rc, const char *why, struct qda_err *e)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return qda_fail(e, QDA_PROJECT, _("'%s' is in use by another "
		    "program; nothing was done, try again"), db->path);
	case SQLITE_NOTADB:
		return qda_fail(e, QDA_PROJECT, _("'%s' is not a qda project"),
		    db->path);
	case SQLITE_CORRUPT:
		return qda_fail(e, QDA_PROJECT, _("'%s' is damaged: %s"),
		    db->path, why);
	case SQLITE_CONSTRAINT:
		return qda_fail(e, QDA_DATA,
		    _("the project does not allow this: %s"), why);
	case SQLITE_FULL:
		return qda_fail(e, QDA_SYSTEM,
		    _("the disk of '%s' is full; nothing was done"), db->path);
	case SQLITE_NOMEM:
		return qda_fail(e, QDA_SYSTEM, _("out of memory"));
	case SQLITE_READONLY:
		return qda_fail(e, QDA_SYSTEM, _("'%s' cannot be written"),
		    db->path);
	default:
		return qda_fail(e, QDA_SYSTEM, _("'%s': %s"), db->path, why);
	}
}

int
db_failed(struct qda_db *db, struct qda_err *e)
{
	return db_failed_with(db, sqlite3_errcode(db->sqlite),
	    sqlite3_errmsg(db->sqlite), e);
}

int
db_exec(struct qda_db *db, const char *sql, struct qda_err *e)
{
	return sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK ?
	    0 : db_failed(db, e);
}

static struct db_rows *
prepare(struct qda_db *db, const char *sql, bool keep, struct qda_err *e)
{
	struct db_rows	*r = qda_alloc(1, sizeof(*r));

	if (sqlite3_prepare_v3(db->sqlite, sql, -1,
	    keep ? SQLITE_PREPARE_PERSISTENT : 0, &r->stmt, NULL) !=
	    SQLITE_OK) {
		db_failed(db, e);
		free(r);
		return NULL;
	}
	r->db = db;
	r->sql = keep ? sql : NULL;
	return r;
}

/* A statement that is not giving rows at the moment. */
static struct db_rows *
idle(struct qda_db *db, const char *sql, struct qda_err *e)
{
	struct db_rows	**slot = &db->kept[((uintptr_t)sql >> 3) & 255], *r;

	for (r = *slot; r != NULL; r = r->next)
		if (r->sql == sql && !r->busy)
			return r;
	if ((r = prepare(db, sql, true, e)) != NULL) {
		r->next = *slot;
		*slot = r;
	}
	return r;
}

static int
bind_one(struct db_rows *r, int param, char letter, va_list *ap)
{
	int64_t		 i;
	const void	*p;

	switch (letter) {
	case 'i':
		i = va_arg(*ap, int64_t);
		return i == QDA_NONE ? sqlite3_bind_null(r->stmt, param) :
		    sqlite3_bind_int64(r->stmt, param, i);
	case 't':
		p = va_arg(*ap, const char *);
		return sqlite3_bind_text(r->stmt, param, p, -1, SQLITE_STATIC);
	case 'b':
		p = va_arg(*ap, const void *);
		return sqlite3_bind_blob64(r->stmt, param, p,
		    va_arg(*ap, size_t), SQLITE_STATIC);
	default:
		abort();
	}
}

static struct db_rows *
ask(struct qda_db *db, struct qda_err *e, const char *sql, const char *fmt,
    va_list *ap)
{
	struct db_rows	*r = idle(db, sql, e);

	if (r == NULL)
		return NULL;
	r->busy = true;
	for (int i = 0; fmt[i] != '\0'; i++)
		if (bind_one(r, i + 1, fmt[i], ap) != SQLITE_OK) {
			db_failed(db, e);
			db_stop(r);
			return NULL;
		}
	return r;
}

int
db_next(struct db_rows *r, struct qda_err *e)
{
	switch (sqlite3_step(r->stmt)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		db_stop(r);
		return 0;
	default:
		db_failed(r->db, e);
		db_stop(r);
		return -1;
	}
}

void
db_stop(struct db_rows *r)
{
	if (r == NULL)
		return;
	if (r->sql == NULL) {
		sqlite3_finalize(r->stmt);
		free(r);
		return;
	}
	sqlite3_reset(r->stmt);
	sqlite3_clear_bindings(r->stmt);
	r->busy = false;
}

int
db_ask(struct db_rows **rows, struct qda_db *db, struct qda_err *e,
    const char *sql, const char *fmt, ...)
{
	va_list	 ap;

	va_start(ap, fmt);
	*rows = ask(db, e, sql, fmt, &ap);
	va_end(ap);
	return *rows == NULL ? -1 : 0;
}

int
db_run(struct qda_db *db, struct qda_err *e, const char *sql,
    const char *fmt, ...)
{
	struct db_rows	*r;
	va_list		 ap;
	int		 more;

	va_start(ap, fmt);
	r = ask(db, e, sql, fmt, &ap);
	va_end(ap);
	if (r == NULL)
		return -1;
	while ((more = db_next(r, e)) > 0)
		continue;
	return more;
}

/* The next row of a statement that may not have been asked: 1, 0 or -1. */
static int
next_of(struct db_rows *r, struct qda_err *e)
{
	return r == NULL ? -1 : db_next(r, e);
}

int
db_ask_int(int64_t *value, struct qda_db *db, struct qda_err *e,
    const char *sql, const char *fmt, ...)
{
	struct db_rows	*r;
	va_list		 ap;
	int		 more;

	va_start(ap, fmt);
	r = ask(db, e, sql, fmt, &ap);
	va_end(ap);
	if ((more = next_of(r, e)) > 0) {
		*value = db_int(r, 0);
		db_stop(r);
	}
	return more;
}

int
db_ask_text(char **text, struct qda_db *db, struct qda_err *e,
    const char *sql, const char *fmt, ...)
{
	struct db_rows	*r;
	va_list		 ap;
	int		 more;

	*text = NULL;
	va_start(ap, fmt);
	r = ask(db, e, sql, fmt, &ap);
	va_end(ap);
	if ((more = next_of(r, e)) > 0) {
		*text = qda_strdup(db_text(r, 0));
		db_stop(r);
	}
	return more;
}

int
db_ask_ids(int64_t **ids, size_t *n, struct qda_db *db, struct qda_err *e,
    const char *sql, const char *fmt, ...)
{
	struct db_rows	*r;
	va_list		 ap;
	size_t		 cap = 0;
	int		 more;

	*ids = NULL;
	*n = 0;
	va_start(ap, fmt);
	r = ask(db, e, sql, fmt, &ap);
	va_end(ap);
	while ((more = next_of(r, e)) > 0) {
		*ids = qda_grow(*ids, &cap, *n, sizeof(**ids));
		(*ids)[(*n)++] = db_int(r, 0);
	}
	return more;
}

int64_t
db_int(struct db_rows *r, int col)
{
	return sqlite3_column_type(r->stmt, col) == SQLITE_NULL ? QDA_NONE :
	    sqlite3_column_int64(r->stmt, col);
}

const char *
db_text(struct db_rows *r, int col)
{
	return (const char *)sqlite3_column_text(r->stmt, col);
}

const void *
db_blob(struct db_rows *r, int col)
{
	return sqlite3_column_blob(r->stmt, col);
}

size_t
db_size(struct db_rows *r, int col)
{
	return (size_t)sqlite3_column_bytes(r->stmt, col);
}

int
db_columns(struct db_rows *r)
{
	return sqlite3_column_count(r->stmt);
}

int64_t
db_last_id(const struct qda_db *db)
{
	return sqlite3_last_insert_rowid(db->sqlite);
}

int64_t
db_changed(const struct qda_db *db)
{
	return sqlite3_changes64(db->sqlite);
}

int
db_ask_once(struct db_rows **rows, struct qda_db *db, struct qda_err *e,
    const char *sql)
{
	*rows = prepare(db, sql, false, e);
	return *rows == NULL ? -1 : 0;
}

int
db_bind_int(struct db_rows *r, int param, int64_t value, struct qda_err *e)
{
	return sqlite3_bind_int64(r->stmt, param, value) == SQLITE_OK ? 0 :
	    db_failed(r->db, e);
}

int
db_bind_text(struct db_rows *r, int param, const char *text,
    struct qda_err *e)
{
	return sqlite3_bind_text(r->stmt, param, text, -1, SQLITE_TRANSIENT) ==
	    SQLITE_OK ? 0 : db_failed(r->db, e);
}

struct function {
	int	(*match)(void *, const char *, size_t);
	void	*arg;
};

static void
call(sqlite3_context *context, int n, sqlite3_value **v)
{
	struct function	*f = sqlite3_user_data(context);
	const char	*text = (const char *)sqlite3_value_text(v[0]);

	(void)n;
	sqlite3_result_int(context, text == NULL ? 0 :
	    f->match(f->arg, text, (size_t)sqlite3_value_bytes(v[0])));
}

int
db_function(struct qda_db *db, const char *name,
    int (*match)(void *, const char *, size_t), void *arg, struct qda_err *e)
{
	struct function	*f = qda_alloc(1, sizeof(*f));

	f->match = match;
	f->arg = arg;
	return sqlite3_create_function_v2(db->sqlite, name, 1, SQLITE_UTF8 |
	    SQLITE_DIRECTONLY, f, call, NULL, NULL, free) == SQLITE_OK ? 0 :
	    db_failed(db, e);
}

enum { EACH_MAX = 8 };		/* arguments of each() */

struct each {
	void	(*row)(void *, const int64_t *);
	void	*arg;
};

static void
each_step(sqlite3_context *context, int n, sqlite3_value **v)
{
	struct each	*e = sqlite3_user_data(context);
	int64_t		 at[EACH_MAX];

	for (int i = 0; i < n && i < EACH_MAX; i++)
		at[i] = sqlite3_value_int64(v[i]);
	e->row(e->arg, at);
}

static void
each_end(sqlite3_context *context)
{
	sqlite3_result_null(context);
}

/* For a statement that is prepared without being run. */
static int
each_known(struct qda_db *db, struct each *each, struct qda_err *e)
{
	return sqlite3_create_function_v2(db->sqlite, "each", -1,
	    SQLITE_UTF8 | SQLITE_DIRECTONLY, each, NULL, each_step, each_end,
	    NULL) == SQLITE_OK ? 0 : db_failed(db, e);
}

int
db_each(struct qda_db *db, struct qda_err *e, const char *sql,
    void (*row)(void *, const int64_t *), void *arg)
{
	struct each	 each = { row, arg };
	struct db_rows	*rows;
	int		 more;

	if (each_known(db, &each, e) < 0 || db_ask_once(&rows, db, e, sql) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		continue;
	return more;
}

int
db_prepares(struct qda_db *db, const char *sql, struct qda_err *e)
{
	struct db_rows	*r;

	if (each_known(db, NULL, e) < 0)
		return -1;
	r = prepare(db, sql, false, e);
	db_stop(r);
	return r == NULL ? -1 : 0;
}
