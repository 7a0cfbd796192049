/* project.c: what the study is. */
#include <string.h>

#include "db/stmt.h"
#include "qda/project.h"
#include "qda/when.h"
#include "study/sql.h"

enum { MAKE, LANGUAGE };

const char *const qda_project_sql[] = {
	[MAKE] = "INSERT INTO project (id, guid, title, question, language,"
		" created) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
	[LANGUAGE] = "SELECT language = 'fr' FROM project",
	NULL
};

static const char	*const languages[] = {
	"fr", "français", "en", "anglais", NULL
};

#define FIELD(key, column, kind, choices) \
	QDA_FIELD("project", key, column, kind, choices)

const struct qda_field	qda_project_fields[] = {
	FIELD("title", "title", QDA_VALUE_TEXT, NULL),
	FIELD("question", "question", QDA_VALUE_TEXT, NULL),
	FIELD("language", "language", QDA_VALUE_CHOICE, languages),
	FIELD("approach", "approach", QDA_VALUE_TEXT, NULL),
	FIELD("sampling", "sampling", QDA_VALUE_TEXT, NULL),
	FIELD("stopping-rule", "stopping_rule", QDA_VALUE_RULE, NULL),
	FIELD("stopping-declared", "stopping_declared", QDA_VALUE_DATE, NULL),
	FIELD("ethics", "ethics", QDA_VALUE_TEXT, NULL),
	FIELD("told-participants", "told_participants", QDA_VALUE_TEXT, NULL),
	FIELD("findings-returned", "findings_returned", QDA_VALUE_TEXT, NULL),
	FIELD("software", "software", QDA_VALUE_TEXT, NULL),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_project_make(struct qda_db *db, const char *title, const char *question,
    const char *language, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];

	qda_guid(guid);
	return db_run(db, e, qda_project_sql[MAKE], "btttt", guid,
	    sizeof(guid), title, question, language, qda_now(now));
}

int
qda_project_language(struct qda_db *db, const char **language,
    struct qda_err *e)
{
	int64_t	 french = 0;

	if (db_ask_int(&french, db, e, qda_project_sql[LANGUAGE], "") < 0)
		return -1;
	*language = french == 1 ? "fr" : "en";
	return 0;
}
