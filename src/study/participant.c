/* participant.c: the persons who were approached. */
#include <stddef.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/participant.h"
#include "study/name.h"
#include "study/sql.h"

enum { FIND, ADD, NAMES };

const char *const qda_participant_sql[] = {
	[FIND] = "SELECT id FROM participant WHERE key = ?1",
	[ADD] = "INSERT INTO participant (guid, name, key, created)"
		" VALUES (?1, ?2, ?3, ?4)",
	[NAMES] = "SELECT name FROM participant ORDER BY id",
	NULL
};

static const char	*const outcomes[] = {
	"included", "inclus", "refused", "refus", "no-reply", "sans réponse",
	"no-date", "aucun rendez-vous", "excluded", "exclu", "withdrew",
	"retrait", NULL
};

#define FIELD(key, column, kind, choices) \
	QDA_FIELD("participant", key, column, kind, choices)

const struct qda_field	qda_participant_fields[] = {
	FIELD("outcome", "outcome", QDA_VALUE_CHOICE, outcomes),
	FIELD("reason", "reason", QDA_VALUE_TEXT, NULL),
	FIELD("approach", "approach", QDA_VALUE_TEXT, NULL),
	FIELD("known", "known", QDA_VALUE_YESNO, NULL),
	FIELD("known-how", "known_how", QDA_VALUE_TEXT, NULL),
	FIELD("informed", "informed", QDA_VALUE_YESDATE, NULL),
	FIELD("consent", "consent", QDA_VALUE_YESDATE, NULL),
	FIELD("recording", "recording", QDA_VALUE_YESDATE, NULL),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_participant_find(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	return name_find(db, qda_participant_sql[FIND], name, id, e);
}

int
qda_participant_need(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_participant_find(db, name, id, e);

	return rc != 0 ? rc : name_missing(db, qda_participant_sql[NAMES],
	    _("there is no participant '%s'"), name, e);
}

int
qda_participant_make(struct qda_db *db, const char *name, int64_t *id,
    bool *made, struct qda_err *e)
{
	int	 rc = qda_participant_find(db, name, id, e);

	*made = rc == 0;
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	return name_insert(db, qda_participant_sql[ADD], _("participant"),
	    name, id, e);
}
