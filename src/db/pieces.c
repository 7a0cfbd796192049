/* pieces.c: changesets to and from rows of a megabyte, deflated. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "db/pieces.h"
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { PIECE = 1 << 20, FAST = 1 };

static const char	 ADD[] = "INSERT INTO history_piece"
			    " (history, what, seq, bytes)"
			    " VALUES (?1, ?2, ?3, ?4)";
static const char	 READ[] = "SELECT bytes FROM history_piece"
			    " WHERE history = ?1 AND what = ?2 ORDER BY seq";

struct writing {
	struct qda_db	*db;
	struct qda_err	*e;
	int64_t		 change;
	const char	*what;
	int64_t		 seq;
	bool		 some;		/* the session had something */
	z_stream	 z;
	unsigned char	*out;
};

static int
flush_piece(struct writing *w)
{
	size_t	 n = PIECE - w->z.avail_out;
	int	 rc = 0;

	if (n > 0)
		rc = db_run(w->db, w->e, ADD, "itib", w->change, w->what,
		    w->seq++, w->out, n);
	w->z.next_out = w->out;
	w->z.avail_out = PIECE;
	return rc;
}

static int
deflate_some(struct writing *w, int how)
{
	int	 rc;

	do {
		rc = deflate(&w->z, how);
		if (w->z.avail_out == 0 && flush_piece(w) < 0)
			return SQLITE_ERROR;
	} while (w->z.avail_in > 0 || (how == Z_FINISH && rc == Z_OK));
	return SQLITE_OK;
}

static int
output(void *arg, const void *data, int n)
{
	struct writing	*w = arg;

	w->some |= n > 0;
	w->z.next_in = (Bytef *)(uintptr_t)data;
	w->z.avail_in = (uInt)n;
	return deflate_some(w, Z_NO_FLUSH);
}

int
db_pieces_write(struct qda_db *db, int64_t change, const char *what,
    sqlite3_session *session, struct qda_err *e)
{
	struct writing	 w = { .db = db, .e = e, .change = change,
			    .what = what };
	int		 rc;

	if (sqlite3session_isempty(session))
		return 0;
	e->why = QDA_OK;
	w.out = qda_alloc(PIECE, 1);
	if (deflateInit(&w.z, FAST) != Z_OK)
		abort();
	w.z.next_out = w.out;
	w.z.avail_out = PIECE;
	rc = sqlite3session_changeset_strm(session, output, &w);
	if (rc == SQLITE_OK && w.some)
		rc = deflate_some(&w, Z_FINISH);
	if (rc == SQLITE_OK && w.some && flush_piece(&w) < 0)
		rc = SQLITE_ERROR;
	deflateEnd(&w.z);
	free(w.out);
	if (rc == SQLITE_OK)
		return w.some;
	return e->why != QDA_OK ? -1 :
	    qda_fail(e, QDA_SYSTEM, _("the change cannot be recorded: %s"),
	    sqlite3_errstr(rc));
}

struct db_pieces {
	struct db_rows	*rows;
	struct qda_err	 e;
	z_stream	 z;
	bool		 some, ended;	/* of the deflated stream */
};

int
db_pieces_open(struct db_pieces **pieces, struct qda_db *db, int64_t change,
    const char *what, struct qda_err *e)
{
	struct db_pieces	*p = qda_alloc(1, sizeof(*p));

	if (db_ask(&p->rows, db, e, READ, "it", change, what) < 0) {
		free(p);
		return -1;
	}
	if (inflateInit(&p->z) != Z_OK)
		abort();
	*pieces = p;
	return 0;
}

/* The next piece as input of inflate: 1, 0 at the end, -1. */
static int
next_piece(struct db_pieces *p)
{
	int	 more = p->rows == NULL ? 0 : db_next(p->rows, &p->e);

	if (more <= 0) {
		p->rows = NULL;
		return more;
	}
	p->some = true;
	p->z.next_in = (Bytef *)(uintptr_t)db_blob(p->rows, 0);
	p->z.avail_in = (uInt)db_size(p->rows, 0);
	return 1;
}

int
db_pieces_input(void *arg, void *data, int *n)
{
	struct db_pieces	*p = arg;
	int			 rc, more;

	p->z.next_out = data;
	p->z.avail_out = (uInt)*n;
	while (p->z.avail_out > 0 && !p->ended) {
		if (p->z.avail_in == 0) {
			if ((more = next_piece(p)) < 0)
				return SQLITE_IOERR;
			if (more == 0 && p->some)
				return SQLITE_CORRUPT;	/* a piece is lost */
			if (more == 0)
				break;
		}
		rc = inflate(&p->z, Z_NO_FLUSH);
		if (rc != Z_OK && rc != Z_STREAM_END)
			return SQLITE_CORRUPT;
		p->ended = rc == Z_STREAM_END;
	}
	*n -= (int)p->z.avail_out;
	return SQLITE_OK;
}

void
db_pieces_close(struct db_pieces *p)
{
	if (p == NULL)
		return;
	db_stop(p->rows);
	inflateEnd(&p->z);
	free(p);
}
