/* coder.c: who interviews, codes, supervises. */
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "study/coded.h"
#include "study/name.h"
#include "study/sql.h"

enum {
	FIND, ADD, ONLY, SINGLE, LEAD, NAME, NAMES, BARE, RENAME, LIST, DONE,
	REMOVE
};

const char *const qda_coder_sql[] = {
	[FIND] = "SELECT id FROM coder WHERE key = ?1",
	[ADD] = "INSERT INTO coder (guid, name, key, created)"
		" VALUES (?1, ?2, ?3, ?4)",
	[ONLY] = "SELECT id FROM coder WHERE (SELECT count(*) FROM coder) = 1"
		" UNION ALL SELECT id FROM coder WHERE coder = 1"
		" AND (SELECT count(*) FROM coder WHERE coder = 1) = 1"
		" LIMIT 1",
	[SINGLE] = "SELECT id FROM coder WHERE (SELECT count(*) FROM coder) = 1"
		" AND EXISTS (SELECT 1 FROM coding)",
	[LEAD] = "SELECT id FROM (SELECT coder.id, (SELECT count(*)"
		" FROM source WHERE " CODED("coder.id", "source.id") ") AS n"
		" FROM coder) WHERE n > 0 ORDER BY n DESC, id LIMIT 1",
	[NAME] = "SELECT name FROM coder WHERE id = ?1",
	[NAMES] = "SELECT name FROM coder ORDER BY id",
	[BARE] = "SELECT 1 FROM coder WHERE id = ?1 AND coalesce(interviewer,"
		" coder, supervisor, credentials, occupation, gender,"
		" experience, training) IS NULL",
	[RENAME] = "UPDATE coder SET name = ?2, key = ?3 WHERE id = ?1",
	[LIST] = "SELECT coder.id, coder.name,"
		" rtrim(iif(interviewer = 1, 'interviewer\x1f', '')"
		" || iif(coder.coder = 1, 'coder\x1f', '')"
		" || iif(supervisor = 1, 'supervisor\x1f', ''), '\x1f'),"
		" coalesce(u.n, 0), coalesce(c.n, 0), coalesce(c.sources, 0),"
		" substr(c.first, 1, 10), substr(c.last, 1, 10) FROM coder"
		" LEFT JOIN (SELECT coder, count(*) AS n FROM unit"
		" GROUP BY coder) AS u ON u.coder = coder.id"
		" LEFT JOIN (SELECT coder, count(*) AS n,"
		" count(DISTINCT source) AS sources, min(created) AS first,"
		" max(created) AS last FROM coding GROUP BY coder) AS c"
		" ON c.coder = coder.id ORDER BY coder.id",
	[DONE] = "SELECT (SELECT count(*) FROM coding WHERE coder = ?1),"
		" (SELECT count(*) FROM unit WHERE coder = ?1),"
		" (SELECT count(*) FROM memo WHERE coder = ?1),"
		" (SELECT count(*) FROM verdict WHERE coder = ?1),"
		" (SELECT count(*) FROM answer WHERE coder = ?1),"
		" (SELECT count(*) FROM assignment WHERE coder = ?1),"
		" (SELECT count(*) FROM source WHERE interviewer = ?1),"
		" (SELECT count(*) FROM code WHERE coder = ?1),"
		" (SELECT count(*) FROM grouping WHERE coder = ?1),"
		" (SELECT count(*) FROM relation WHERE coder = ?1),"
		" (SELECT count(*) FROM quotation WHERE coder = ?1)",
	[REMOVE] = "DELETE FROM coder WHERE id = ?1",
	NULL
};

static const char	*const roles[] = {
	"interviewer", "enquêteur", "interviewer", "enquêtrice",
	"interviewer", "intervieweur", "interviewer", "intervieweuse",
	"coder", "codeur", "coder", "codeuse",
	"supervisor", "directeur", "supervisor", "directrice",
	"supervisor", "encadrant", "supervisor", "encadrante",
	NULL
};

#define FIELD(key, column) \
	QDA_FIELD("coder", key, column, QDA_VALUE_TEXT, NULL)

/* The roles are three columns: a role not named is recorded as not held. */
const struct qda_field	qda_coder_fields[] = {
	{ "roles", QDA_VALUE_CHOICES,
	    "UPDATE coder SET interviewer = instr(?2, 'interviewer') > 0,"
	    " coder = instr(?2, 'coder') > 0,"
	    " supervisor = instr(?2, 'supervisor') > 0 WHERE id = ?1",
	    "SELECT nullif(rtrim(iif(interviewer = 1, 'interviewer,', '')"
	    " || iif(coder = 1, 'coder,', '')"
	    " || iif(supervisor = 1, 'supervisor,', ''), ','), '')"
	    " FROM coder WHERE id = ?1", roles },
	FIELD("credentials", "credentials"),
	FIELD("occupation", "occupation"),
	FIELD("gender", "gender"),
	FIELD("experience", "experience"),
	FIELD("training", "training"),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_coder_find(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	return name_find(db, qda_coder_sql[FIND], name, id, e);
}

int
qda_coder_make(struct qda_db *db, const char *name, int64_t *id, bool *made,
    struct qda_err *e)
{
	int	 rc = qda_coder_find(db, name, id, e);

	*made = rc == 0;
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	return name_insert(db, qda_coder_sql[ADD], _("coder"), name, id, e);
}

int
qda_coder_need(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_coder_find(db, name, id, e);

	return rc != 0 ? rc : name_missing(db, qda_coder_sql[NAMES],
	    _("there is no coder '%s'"), name, e);
}

int
qda_coder_add(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int64_t	 bare;
	int	 rc = qda_coder_find(db, name, id, e);

	if (rc == 0)
		return name_insert(db, qda_coder_sql[ADD], _("coder"), name,
		    id, e);
	if (rc > 0)
		rc = db_ask_int(&bare, db, e, qda_coder_sql[BARE], "i", *id);
	if (rc == 0)
		return qda_fail(e, QDA_DATA,
		    _("there is a coder '%s' already"), name);
	return rc < 0 ? -1 : 0;
}

int
qda_coder_name(struct qda_db *db, int64_t id, char **name, struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_coder_sql[NAME], "i", id) < 0 ?
	    -1 : 0;
}

int
qda_coder_rename(struct qda_db *db, int64_t id, const char *name,
    struct qda_err *e)
{
	int64_t	 other = id;

	if (qda_coder_find(db, name, &other, e) < 0)
		return -1;
	if (other != id)
		return qda_fail(e, QDA_DATA,
		    _("there is a coder '%s' already"), name);
	return name_change(db, qda_coder_sql[RENAME], _("coder"), name, id, e);
}

int
qda_coder_list(struct db_rows **walk, struct qda_db *db, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_coder_sql[LIST], "");
}

int
qda_coder_next(struct db_rows *walk, struct qda_coder *c, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	c->id = db_int(walk, 0);
	c->name = db_text(walk, 1);
	c->roles = db_text(walk, 2);
	c->units = db_int(walk, 3);
	c->codings = db_int(walk, 4);
	c->sources = db_int(walk, 5);
	c->first = db_text(walk, 6);
	c->last = db_text(walk, 7);
	return 1;
}

/* ", 12 codings"; the plural is that of the user's language. */
static void
put_count(FILE *f, const char *const words[2], int64_t n)
{
	if (n == 0)
		return;
	fputs(ftell(f) > 0 ? ", " : "", f);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	fprintf(f, ngettext(words[0], words[1], (unsigned long)n),
	    (unsigned long)n);
#pragma GCC diagnostic pop
}

/* What a coder has done: "12 codings, 3 memos", or ""; caller frees. */
static int
list_done(char **list, struct qda_db *db, int64_t id, struct qda_err *e)
{
	static const char	*const what[][2] = {
		{ NN_("%lu coding", "%lu codings") },
		{ NN_("%lu unit", "%lu units") },
		{ NN_("%lu memo", "%lu memos") },
		{ NN_("%lu decision", "%lu decisions") },
		{ NN_("%lu answer", "%lu answers") },
		{ NN_("%lu assignment", "%lu assignments") },
		{ NN_("%lu interview", "%lu interviews") },
		{ NN_("%lu code", "%lu codes") },
		{ NN_("%lu grouping", "%lu groupings") },
		{ NN_("%lu relation", "%lu relations") },
		{ NN_("%lu quotation", "%lu quotations") }
	};
	struct db_rows		*rows;
	struct qda_mem		 m;
	int			 more;

	if (db_ask(&rows, db, e, qda_coder_sql[DONE], "i", id) < 0)
		return -1;
	qda_mem_open(&m);
	if ((more = db_next(rows, e)) > 0)
		for (int i = 0; i < (int)(sizeof(what) / sizeof(what[0])); i++)
			put_count(m.f, what[i], db_int(rows, i));
	db_stop(rows);
	*list = qda_mem_text(&m);
	return more < 0 ? -1 : 0;
}

int
qda_coder_delete(struct qda_db *db, int64_t id, struct qda_err *e)
{
	char	*done = NULL, *name = NULL;
	int	 rc = -1;

	if (qda_coder_name(db, id, &name, e) < 0 ||
	    list_done(&done, db, id, e) < 0)
		goto out;
	if (*done != '\0')
		qda_fail(e, QDA_DATA, _("coder '%s' cannot be deleted: %s; "
		    "'qda coder merge' gives them to somebody else"), name,
		    done);
	else
		rc = db_run(db, e, qda_coder_sql[REMOVE], "i", id);
out:
	free(done);
	free(name);
	return rc;
}

static const char *
login_name(void)
{
	const struct passwd	*who = getpwuid(getuid());

	return who == NULL ? "?" : who->pw_name;
}

int
qda_coder_acting(struct qda_db *db, const char *name, int64_t *id,
    char **acting, bool *made, struct qda_err *e)
{
	int	 rc = 0;

	*made = false;
	if (name == NULL)
		rc = db_ask_int(id, db, e, qda_coder_sql[ONLY], "");
	if (rc < 0)
		return -1;
	if (rc == 0 && qda_coder_make(db, name == NULL ? login_name() : name,
	    id, made, e) < 0)
		return -1;
	return qda_coder_name(db, *id, acting, e);
}

int
qda_coder_sole(struct qda_db *db, struct qda_err *e)
{
	int64_t	 id;

	return db_ask_int(&id, db, e, qda_coder_sql[ONLY], "");
}

int
qda_coder_logged(struct qda_db *db, char **name, struct qda_err *e)
{
	int64_t	 id;
	int	 rc = db_ask_int(&id, db, e, qda_coder_sql[ONLY], "");

	if (rc > 0)
		return qda_coder_name(db, id, name, e);
	if (rc == 0)
		*name = qda_strdup(login_name());
	return rc;
}

int
qda_coder_lead(struct qda_db *db, int64_t *id, struct qda_err *e)
{
	int	 rc = db_ask_int(id, db, e, qda_coder_sql[SINGLE], "");

	return rc != 0 ? rc :
	    db_ask_int(id, db, e, qda_coder_sql[LEAD], "");
}
