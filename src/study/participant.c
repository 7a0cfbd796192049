/* participant.c: the persons who were approached. */
#include <inttypes.h>
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/participant.h"
#include "study/name.h"
#include "study/sql.h"

enum { FIND, ADD, NAMES, NAME, RENAME, HELD, FORGET, REMOVE, LIST };

/*
 * Who speaks in the first turn that a unit touches, else the participant of
 * its source: the one in which it begins, or the next.
 */
#define TURN_OF_UNIT "turn.source = unit.source" \
	" AND turn.revision = unit.revision AND turn.\"start\" "
#define SPEAKER_OF_UNIT \
	"coalesce((SELECT participant FROM speaker WHERE id = coalesce(" \
	"(SELECT iif(turn.\"end\" > unit.\"start\", speaker, NULL)" \
	" FROM turn WHERE " TURN_OF_UNIT "<= unit.\"start\"" \
	" ORDER BY turn.\"start\" DESC LIMIT 1)," \
	" (SELECT speaker FROM turn WHERE " TURN_OF_UNIT "> unit.\"start\"" \
	" AND turn.\"start\" < unit.\"end\"" \
	" ORDER BY turn.\"start\" LIMIT 1)))," \
	" (SELECT participant FROM source WHERE id = unit.source))"

/* Sources in which another participant speaks than the source's own. */
#define MIXED "(SELECT speaker.source FROM speaker JOIN source AS own" \
	" ON own.id = speaker.source WHERE speaker.participant IS NOT NULL" \
	" AND speaker.participant IS NOT own.participant)"
#define COUNTED "(?1 IS NULL OR unit.coder IN" \
	" (SELECT value FROM json_each(?1)))"

const char *const qda_participant_sql[] = {
	[FIND] = "SELECT id FROM participant WHERE key = ?1",
	[ADD] = "INSERT INTO participant (guid, name, key, created)"
		" VALUES (?1, ?2, ?3, ?4)",
	[NAMES] = "SELECT name FROM participant ORDER BY id",
	[NAME] = "SELECT name FROM participant WHERE id = ?1",
	[RENAME] = "UPDATE participant SET name = ?2, key = ?3 WHERE id = ?1",
	[HELD] = "SELECT (SELECT count(*) FROM source WHERE participant = ?1),"
		" (SELECT count(*) FROM speaker WHERE participant = ?1),"
		" (SELECT count(*) FROM memo_on WHERE participant = ?1)",
	[FORGET] = "DELETE FROM attribute_value WHERE participant = ?1",
	[REMOVE] = "DELETE FROM participant WHERE id = ?1",
	[LIST] = "WITH part (participant, source) AS (SELECT participant, id"
		" FROM source WHERE participant IS NOT NULL UNION"
		" SELECT participant, source FROM speaker"
		" WHERE participant IS NOT NULL)"
		" SELECT participant.id, participant.name, outcome,"
		" coalesce(s.n, 0), coalesce(u.n, 0), s.duration, reason,"
		" approach, consent FROM participant"
		" LEFT JOIN (SELECT part.participant, count(*) AS n,"
		" sum(duration) AS duration FROM part JOIN source"
		" ON source.id = part.source GROUP BY part.participant) AS s"
		" ON s.participant = participant.id"
		" LEFT JOIN (SELECT p, sum(n) AS n FROM (SELECT"
		" source.participant AS p, count(*) AS n FROM source"
		" CROSS JOIN unit ON unit.source = source.id WHERE source.id"
		" NOT IN " MIXED " AND " COUNTED " GROUP BY source.id"
		" UNION ALL SELECT " SPEAKER_OF_UNIT ", 1 FROM unit"
		" WHERE unit.source IN " MIXED " AND " COUNTED
		") GROUP BY p) AS u ON u.p = participant.id"
		" ORDER BY participant.id",
	NULL
};

static const char	*const outcomes[] = {
	"included", "inclus", "included", "incluse",
	"refused", "refus", "refused", "refusé", "refused", "a refusé",
	"no-reply", "sans réponse", "no-reply", "pas de réponse",
	"no-date", "aucun rendez-vous", "no-date", "pas de date",
	"no-date", "aucune date",
	"excluded", "exclu", "excluded", "exclue",
	"withdrew", "retrait", "withdrew", "retiré", "withdrew", "retirée",
	NULL
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

static int
taken(const char *name, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("there is a participant '%s' already"),
	    name);
}

int
qda_participant_add(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_participant_find(db, name, id, e);

	if (rc > 0)
		return taken(name, e);
	return rc < 0 ? -1 : name_insert(db, qda_participant_sql[ADD],
	    _("participant"), name, id, e);
}

int
qda_participant_name(struct qda_db *db, int64_t id, char **name,
    struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_participant_sql[NAME], "i",
	    id) < 0 ? -1 : 0;
}

int
qda_participant_rename(struct qda_db *db, int64_t id, const char *name,
    struct qda_err *e)
{
	int64_t	 other = id;

	if (qda_participant_find(db, name, &other, e) < 0)
		return -1;
	if (other != id)
		return taken(name, e);
	return name_change(db, qda_participant_sql[RENAME], _("participant"),
	    name, id, e);
}

/* Fails while something is theirs, and says what. */
static int
check_free(struct qda_db *db, int64_t id, struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		 sources = 0, speakers = 0, memos = 0;
	int		 more;

	if (db_ask(&rows, db, e, qda_participant_sql[HELD], "i", id) < 0)
		return -1;
	if ((more = db_next(rows, e)) > 0) {
		sources = db_int(rows, 0);
		speakers = db_int(rows, 1);
		memos = db_int(rows, 2);
	}
	db_stop(rows);
	if (more < 0)
		return -1;
	if (sources > 0)
		return qda_fail(e, QDA_DATA, ngettext("%" PRId64 " source is "
		    "theirs; 'qda source set NAME participant=' first",
		    "%" PRId64 " sources are theirs; 'qda source set NAME "
		    "participant=' first", (unsigned long)sources), sources);
	if (speakers > 0)
		return qda_fail(e, QDA_DATA, ngettext("%" PRId64 " speaker is "
		    "theirs; 'qda speaker set SOURCE LABEL participant=' "
		    "first", "%" PRId64 " speakers are theirs; 'qda speaker "
		    "set SOURCE LABEL participant=' first",
		    (unsigned long)speakers), speakers);
	return memos == 0 ? 0 : qda_fail(e, QDA_DATA, ngettext("%" PRId64
	    " memo is about them", "%" PRId64 " memos are about them",
	    (unsigned long)memos), memos);
}

int
qda_participant_delete(struct qda_db *db, int64_t id, struct qda_err *e)
{
	char	*name = NULL;
	int	 rc = -1;

	if (qda_participant_name(db, id, &name, e) < 0)
		goto out;
	if (check_free(db, id, e) < 0)
		qda_fail_in(e, _("participant '%s' cannot be deleted"), name);
	else if (db_run(db, e, qda_participant_sql[FORGET], "i", id) == 0)
		rc = db_run(db, e, qda_participant_sql[REMOVE], "i", id);
out:
	free(name);
	return rc;
}

int
qda_participant_list(struct db_rows **walk, struct qda_db *db,
    const char *coders, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_participant_sql[LIST], "t", coders);
}

int
qda_participant_next(struct db_rows *walk, struct qda_participant *p,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	p->id = db_int(walk, 0);
	p->name = db_text(walk, 1);
	p->outcome = db_text(walk, 2);
	p->sources = db_int(walk, 3);
	p->units = db_int(walk, 4);
	p->duration = db_int(walk, 5);
	p->reason = db_text(walk, 6);
	p->approach = db_text(walk, 7);
	p->consent = db_text(walk, 8);
	return 1;
}

void
qda_participant_end(struct db_rows *walk)
{
	db_stop(walk);
}
