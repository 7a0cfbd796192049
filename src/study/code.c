/* code.c: the codebook. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/name.h"
#include "study/sql.h"

enum { FIND, NAMES, ADD, NAME, CHANGE, HOLDS, USED };

const char *const qda_code_sql[] = {
	[FIND] = "SELECT id FROM code WHERE key = ?1",
	[NAMES] = "SELECT name FROM code ORDER BY id",
	[ADD] = "INSERT INTO code (guid, name, key, origin, made_in, coder,"
		" created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[NAME] = "SELECT name FROM code WHERE id = ?1",
	[CHANGE] = "UPDATE code SET name = ?2, key = ?3 WHERE id = ?1",
	[HOLDS] = "SELECT name FROM code WHERE id = ?1 AND kind = 'property'"
		" AND EXISTS (SELECT 1 FROM grouping WHERE category = ?1)",
	[USED] = "SELECT EXISTS (SELECT 1 FROM coding WHERE code = ?1)",
	NULL
};

static const char	*const kinds[] = {
	"property", "propriété", "category", "catégorie", NULL
};

#define FIELD(key, column, kind, choices) \
	QDA_FIELD("code", key, column, kind, choices)

const struct qda_field	qda_code_fields[] = {
	FIELD("kind", "kind", QDA_VALUE_CHOICE, kinds),
	FIELD("definition", "definition", QDA_VALUE_TEXT, NULL),
	FIELD("use-when", "use_when", QDA_VALUE_TEXT, NULL),
	FIELD("not-when", "not_when", QDA_VALUE_TEXT, NULL),
	FIELD("example", "example", QDA_VALUE_TEXT, NULL),
	FIELD("colour", "colour", QDA_VALUE_COLOUR, NULL),
	FIELD("from", "dimension_from", QDA_VALUE_TEXT, NULL),
	FIELD("to", "dimension_to", QDA_VALUE_TEXT, NULL),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_code_find(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	return name_find(db, qda_code_sql[FIND], name, id, e);
}

int
qda_code_need(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_code_find(db, name, id, e);

	return rc != 0 ? rc : name_missing(db, qda_code_sql[NAMES],
	    _("there is no code '%s'"), name, e);
}

int
qda_code_make(struct qda_db *db, const char *name, const char *origin,
    int64_t made_in, int64_t coder, int64_t *id, bool *made,
    struct qda_err *e)
{
	unsigned char	 guid[16];
	char		*clean = NULL, *key = NULL, now[21];
	int		 rc = qda_code_find(db, name, id, e);

	*made = rc == 0;
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	rc = -1;
	qda_guid(guid);
	if (qda_text_name(&clean, name, _("code"), e) < 0 ||
	    qda_text_key(&key, clean, e) < 0 ||
	    db_run(db, e, qda_code_sql[ADD], "btttiit", guid, sizeof(guid),
	    clean, key, origin, made_in, coder, qda_now(now)) < 0)
		goto out;
	*id = db_last_id(db);
	rc = 0;
out:
	free(clean);
	free(key);
	return rc;
}

int
qda_code_name(struct qda_db *db, int64_t id, char **name, struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_code_sql[NAME], "i", id) < 0 ?
	    -1 : 0;
}

int
qda_code_no_address(struct qda_db *db, const char *name, struct qda_err *e)
{
	int	 rc = qda_address_exists(db, name, e);

	return rc <= 0 ? rc : qda_fail(e, QDA_USAGE, _("'%s' is an address: "
	    "the code comes first, or has another name"), name);
}

int
qda_code_add(struct qda_db *db, const char *name, const char *origin,
    int64_t coder, int64_t *id, struct qda_err *e)
{
	char	*there = NULL;
	bool	 made;
	int	 rc = -1;

	if (qda_code_no_address(db, name, e) < 0 ||
	    qda_code_make(db, name, origin, QDA_NONE, coder, id, &made,
	    e) < 0 || qda_code_name(db, *id, &there, e) < 0)
		goto out;
	if (made)
		rc = 0;
	else
		qda_fail(e, QDA_DATA, _("there is a code '%s' already"),
		    there);
out:
	free(there);
	return rc;
}

int
qda_code_rename(struct qda_db *db, int64_t id, const char *name,
    struct qda_err *e)
{
	char	*there = NULL;
	int64_t	 other;
	int	 rc;

	if (qda_code_no_address(db, name, e) < 0 ||
	    (rc = qda_code_find(db, name, &other, e)) < 0)
		return -1;
	if (rc == 0 || other == id)
		return name_change(db, qda_code_sql[CHANGE], _("code"), name,
		    id, e);
	if (qda_code_name(db, other, &there, e) == 0)
		qda_fail(e, QDA_DATA, _("there is a code '%s' already; 'qda "
		    "code merge' makes one of two"), there);
	free(there);
	return -1;
}

int
qda_code_check_kind(struct qda_db *db, int64_t id, struct qda_err *e)
{
	char	*name = NULL;
	int	 rc = db_ask_text(&name, db, e, qda_code_sql[HOLDS], "i", id);

	if (rc > 0)
		rc = qda_fail(e, QDA_DATA, _("'%s' holds other codes: it is "
		    "a category"), name);
	free(name);
	return rc;
}

int
qda_code_used(struct qda_db *db, int64_t id, struct qda_err *e)
{
	int64_t	 used = 0;

	if (db_ask_int(&used, db, e, qda_code_sql[USED], "i", id) < 0)
		return -1;
	return used != 0;
}
