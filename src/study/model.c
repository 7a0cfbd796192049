/* model.c: what a code is to the theory: its role, and which is the core. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/relation.h"
#include "qda/text.h"
#include "study/sql.h"

enum { ROLE, CORE, NO_CORE, THE_CORE, PARTS };

const char *const qda_model_sql[] = {
	[ROLE] = "UPDATE code SET role = ?2 WHERE id = ?1",
	[CORE] = "UPDATE code SET core = 1 WHERE id = ?1 AND core = 0",
	[NO_CORE] = "UPDATE code SET core = 0 WHERE core = 1 AND id IS NOT ?1",
	[THE_CORE] = "SELECT id FROM code WHERE core = 1 AND id IS NOT ?1",
	[PARTS] = "SELECT id, role, core FROM code ORDER BY id",
	NULL
};

static const char	*const roles[][2] = {
	{ "cause", "cause" }, { "context", "contexte" },
	{ "condition", "condition" }, { "phenomenon", "phénomène" },
	{ "strategy", "stratégie" }, { "consequence", "conséquence" },
};

/* Whether a word is that one, or several of it. */
static bool
is_word(const char *word, const char *wanted)
{
	char	*several = qda_sprintf("%ss", wanted);
	bool	 is = qda_text_distance(word, wanted) == 0 ||
		    qda_text_distance(word, several) == 0;

	free(several);
	return is;
}

const char *
qda_model_role(const char *word)
{
	if (word == NULL)
		return _("cause, context, condition, phenomenon, strategy, "
		    "consequence");
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (is_word(word, roles[i][0]) || is_word(word, roles[i][1]))
			return roles[i][0];
	return NULL;
}

const char *
qda_model_role_word(const char *role)
{
	bool	 french = strcmp(qda_lang_now(), "fr") == 0;

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (strcmp(role, roles[i][0]) == 0)
			return roles[i][french];
	return role;
}

int
qda_model_set_role(struct qda_db *db, int64_t code, const char *role,
    struct qda_err *e)
{
	return db_run(db, e, qda_model_sql[ROLE], "it", code, role);
}

int
qda_model_set_core(struct qda_db *db, int64_t code, int64_t *was,
    struct qda_err *e)
{
	int	 rc;

	*was = QDA_NONE;
	rc = db_ask_int(was, db, e, qda_model_sql[THE_CORE], "i", code);
	if (rc < 0 || db_run(db, e, qda_model_sql[NO_CORE], "i", code) < 0)
		return -1;
	return code == QDA_NONE ? 0 : db_run(db, e, qda_model_sql[CORE], "i",
	    code);
}

int
qda_model_parts(struct qda_model_part **parts, size_t *n, struct qda_db *db,
    struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	const char	*role;
	int		 more;

	*parts = NULL;
	*n = 0;
	if (db_ask(&rows, db, e, qda_model_sql[PARTS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		struct qda_model_part	*p;

		*parts = qda_grow(*parts, &cap, *n, sizeof(**parts));
		p = &(*parts)[(*n)++];
		role = db_text(rows, 1);
		p->id = db_int(rows, 0);
		p->core = db_int(rows, 2) == 1;
		snprintf(p->role, sizeof(p->role), "%s",
		    role == NULL ? "" : role);
	}
	return more;
}
