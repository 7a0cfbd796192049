/* name.c: names found, missed, made and changed. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/name.h"

int
name_find(struct qda_db *db, const char *find, const char *name, int64_t *id,
    struct qda_err *e)
{
	char	*key;
	int	 rc;

	if (qda_text_key(&key, name, e) < 0)
		return -1;
	rc = db_ask_int(id, db, e, find, "t", key);
	free(key);
	return rc;
}

int
name_missing(struct qda_db *db, const char *list, const char *sentence,
    const char *name, struct qda_err *e)
{
	struct qda_strings	 names = { 0 };
	struct db_rows		*rows;
	const char		*near;
	char			*message;
	int			 more;

	if (db_ask(&rows, db, e, list, "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(&names, db_text(rows, 0));
	if (more == 0) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		message = qda_sprintf(sentence, name);
#pragma GCC diagnostic pop
		near = qda_text_nearest(name,
		    (const char *const *)names.at, names.n);
		if (near == NULL)
			qda_fail(e, QDA_DATA, "%s", message);
		else
			qda_fail(e, QDA_DATA, _("%s; did you mean '%s'?"),
			    message, near);
		free(message);
	}
	qda_strings_free(&names);
	return -1;
}

int
name_insert(struct qda_db *db, const char *insert, const char *what,
    const char *name, int64_t *id, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		*clean = NULL, *key = NULL, now[21];
	int		 rc = -1;

	qda_guid(guid);
	if (qda_text_name(&clean, name, what, e) < 0 ||
	    qda_text_key(&key, clean, e) < 0 ||
	    db_run(db, e, insert, "bttt", guid, sizeof(guid), clean, key,
	    qda_now(now)) < 0)
		goto out;
	*id = db_last_id(db);
	rc = 0;
out:
	free(clean);
	free(key);
	return rc;
}

int
name_change(struct qda_db *db, const char *update, const char *what,
    const char *name, int64_t id, struct qda_err *e)
{
	char	*clean = NULL, *key = NULL;
	int	 rc = -1;

	if (qda_text_name(&clean, name, what, e) < 0 ||
	    qda_text_key(&key, clean, e) < 0 ||
	    db_run(db, e, update, "itt", id, clean, key) < 0)
		goto out;
	rc = 0;
out:
	free(clean);
	free(key);
	return rc;
}
