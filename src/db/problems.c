/* problems.c: what SQLite finds wrong with a project file. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/mem.h"

enum { INTEGRITY, REFERENCES };

static const char	*const sql[] = {
	[INTEGRITY] = "PRAGMA integrity_check",
	[REFERENCES] = "SELECT \"table\" || ' ' || rowid || ' refers to a '"
		" || parent || ' that is not there'"
		" FROM pragma_foreign_key_check",
};

static int
add_all(struct qda_db *db, const char *ask, struct qda_strings *problems,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, ask, "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		if (strcmp(db_text(rows, 0), "ok") != 0)
			qda_strings_add(problems, db_text(rows, 0));
	return more;
}

int
qda_db_problems(struct qda_db *db, struct qda_strings *problems,
    struct qda_err *e)
{
	if (add_all(db, sql[INTEGRITY], problems, e) < 0)
		return -1;
	return problems->n > 0 ? 0 : add_all(db, sql[REFERENCES], problems, e);
}
