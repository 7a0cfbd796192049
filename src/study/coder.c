/* coder.c: who interviews, codes, supervises. */
#include <pwd.h>
#include <unistd.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "study/name.h"
#include "study/sql.h"

enum { FIND, ADD, ONLY, LEAD, NAME };

const char *const qda_coder_sql[] = {
	[FIND] = "SELECT id FROM coder WHERE key = ?1",
	[ADD] = "INSERT INTO coder (guid, name, key, created)"
		" VALUES (?1, ?2, ?3, ?4)",
	[ONLY] = "SELECT id FROM coder WHERE (SELECT count(*) FROM coder) = 1"
		" UNION ALL SELECT id FROM coder WHERE coder = 1"
		" AND (SELECT count(*) FROM coder WHERE coder = 1) = 1"
		" LIMIT 1",
	[LEAD] = "SELECT coder FROM coding GROUP BY coder"
		" ORDER BY count(DISTINCT source) DESC, coder LIMIT 1",
	[NAME] = "SELECT name FROM coder WHERE id = ?1",
	NULL
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
qda_coder_acting(struct qda_db *db, const char *name, int64_t *id,
    char **acting, bool *made, struct qda_err *e)
{
	const struct passwd	*who;
	int			 rc = 0;

	*made = false;
	if (name == NULL)
		rc = db_ask_int(id, db, e, qda_coder_sql[ONLY], "");
	if (rc < 0)
		return -1;
	if (rc == 0) {
		if (name == NULL && (who = getpwuid(getuid())) != NULL)
			name = who->pw_name;
		if (qda_coder_make(db, name == NULL ? "?" : name, id, made,
		    e) < 0)
			return -1;
	}
	return db_ask_text(acting, db, e, qda_coder_sql[NAME], "i", *id) < 0 ?
	    -1 : 0;
}

int
qda_coder_lead(struct qda_db *db, int64_t *id, struct qda_err *e)
{
	return db_ask_int(id, db, e, qda_coder_sql[LEAD], "");
}
