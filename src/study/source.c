/* source.c: transcripts and their texts. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/hash.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/name.h"
#include "study/sql.h"

enum {
	FIND, NAMES, LIST, LIST_TEXTS, GET, TEXT, ADD, ADD_REVISION, ADD_TEXT,
	SAME, NAME, KEYS
};

const char *const qda_source_sql[] = {
	[FIND] = "SELECT id FROM source WHERE key = ?1",
	[NAMES] = "SELECT name FROM source ORDER BY position",
	[LIST] = "SELECT id, name, position, revision FROM source"
		" ORDER BY position, id",
	[LIST_TEXTS] = "SELECT s.id, s.name, s.position, s.revision, t.length,"
		/* LIMIT: the names are sorted, the texts are not */
		" t.text FROM (SELECT id, name, position, revision FROM source"
		" ORDER BY position, id LIMIT -1) AS s"
		" CROSS JOIN source_revision AS r ON r.source = s.id"
		" AND r.number = s.revision"
		" CROSS JOIN source_text AS t ON t.hash = r.hash",
	[GET] = "SELECT s.id, s.name, s.position, s.revision, t.length"
		" FROM source AS s"
		" JOIN source_revision AS r ON r.source = s.id"
		" AND r.number = s.revision"
		" JOIN source_text AS t ON t.hash = r.hash WHERE s.id = ?1",
	[TEXT] = "SELECT t.text FROM source AS s"
		" JOIN source_revision AS r ON r.source = s.id"
		" AND r.number = CASE ?2 WHEN 0 THEN s.revision ELSE ?2 END"
		" JOIN source_text AS t ON t.hash = r.hash WHERE s.id = ?1",
	[ADD] = "INSERT INTO source (guid, name, key, position, participant,"
		" format, encoding, file, hash, words, created) VALUES (?1,"
		" ?2, ?3, (SELECT ifnull(max(position), 0) + 1 FROM source),"
		" ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[ADD_REVISION] = "INSERT INTO source_revision (source, number, hash,"
		" created) VALUES (?1, 1, ?2, ?3)",
	[ADD_TEXT] = "INSERT INTO source_text (hash, length, text)"
		" VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING",
	[SAME] = "SELECT name FROM source WHERE hash = ?1",
	[NAME] = "SELECT name FROM source WHERE id = ?1",
	[KEYS] = "SELECT id, key FROM source ORDER BY position, id",
	NULL
};

static const char	*const kinds[] = {
	"interview", "entretien", "focus-group", "groupe", "note", "note",
	"survey-answer", "réponse", "document", "document", NULL
};
static const char	*const recordings[] = {
	"audio", "son", "video", "vidéo", "none", "aucun", NULL
};

#define FIELD(key, column, kind, choices) \
	QDA_FIELD("source", key, column, kind, choices)
#define REFERENCE(key, column, kind, get) { key, kind, \
	"UPDATE source SET " column " = ?2 WHERE id = ?1", get \
	" WHERE id = (SELECT " column " FROM source WHERE id = ?1)", NULL }

const struct qda_field	qda_source_fields[] = {
	FIELD("order", "position", QDA_VALUE_NUMBER, NULL),
	FIELD("kind", "kind", QDA_VALUE_CHOICE, kinds),
	REFERENCE("participant", "participant", QDA_VALUE_PARTICIPANT,
	    "SELECT name FROM participant"),
	FIELD("date", "date", QDA_VALUE_DATE, NULL),
	FIELD("duration", "duration", QDA_VALUE_DURATION, NULL),
	FIELD("setting", "setting", QDA_VALUE_TEXT, NULL),
	FIELD("medium", "medium", QDA_VALUE_TEXT, NULL),
	FIELD("present", "present", QDA_VALUE_TEXT, NULL),
	REFERENCE("interviewer", "interviewer", QDA_VALUE_CODER,
	    "SELECT name FROM coder"),
	REFERENCE("guide", "guide", QDA_VALUE_GUIDE,
	    "SELECT version FROM guide"),
	FIELD("recording", "recording", QDA_VALUE_CHOICE, recordings),
	FIELD("destroyed", "destroyed", QDA_VALUE_DATE, NULL),
	FIELD("transcriber", "transcriber", QDA_VALUE_TEXT, NULL),
	FIELD("software", "software", QDA_VALUE_TEXT, NULL),
	FIELD("checked", "checked", QDA_VALUE_YESDATE, NULL),
	FIELD("returned", "returned", QDA_VALUE_TEXT, NULL),
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

int
qda_source_find(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	return name_find(db, qda_source_sql[FIND], name, id, e);
}

int
qda_source_need(struct qda_db *db, const char *name, int64_t *id,
    struct qda_err *e)
{
	int	 rc = qda_source_find(db, name, id, e);

	return rc != 0 ? rc : name_missing(db, qda_source_sql[NAMES],
	    _("there is no source '%s'"), name, e);
}

/* Those whose folded names fit the folded pattern. */
static int
fitting(struct qda_db *db, const char *key, int64_t **ids, size_t *n,
    struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	int		 more;

	if (db_ask(&rows, db, e, qda_source_sql[KEYS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		if (qda_text_fits(key, db_text(rows, 1), true)) {
			*ids = qda_grow(*ids, &cap, *n, sizeof(**ids));
			(*ids)[(*n)++] = db_int(rows, 0);
		}
	return more;
}

int
qda_source_fitting(struct qda_db *db, const char *name, int64_t **ids,
    size_t *n, struct qda_err *e)
{
	int64_t	 id;
	char	*key;
	int	 rc;

	*ids = NULL;
	*n = 0;
	rc = strchr(name, '*') == NULL ? qda_source_need(db, name, &id, e) :
	    qda_source_find(db, name, &id, e);
	if (rc < 0)
		return -1;
	if (rc > 0 || strchr(name, '*') == NULL) {
		*ids = qda_alloc(1, sizeof(**ids));
		(*ids)[(*n)++] = id;
		return 0;
	}
	if (qda_text_key(&key, name, e) < 0)
		return -1;
	rc = fitting(db, key, ids, n, e);
	free(key);
	if (rc == 0 && *n == 0)
		rc = qda_fail(e, QDA_DATA, _("no source is called '%s'"),
		    name);
	if (rc < 0)
		free(*ids);
	return rc;
}

int
qda_source_list(struct db_rows **walk, struct qda_db *db, bool texts,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_source_sql[texts ? LIST_TEXTS : LIST],
	    "");
}

int
qda_source_next(struct db_rows *walk, struct qda_source *s,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	memset(s, 0, sizeof(*s));
	if (more <= 0)
		return more;
	s->id = db_int(walk, 0);
	s->name = db_text(walk, 1);
	s->position = db_int(walk, 2);
	s->revision = db_int(walk, 3);
	s->length = db_int(walk, 4);
	s->text = db_text(walk, 5);
	s->size = s->text == NULL ? 0 : db_size(walk, 5);
	return 1;
}

void
qda_source_stop(struct db_rows *walk)
{
	db_stop(walk);
}

int
qda_source_name(struct qda_db *db, int64_t id, char **name,
    struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_source_sql[NAME], "i", id) < 0 ?
	    -1 : 0;
}

int
qda_source_get(struct qda_db *db, int64_t id, struct qda_source *s,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	memset(s, 0, sizeof(*s));
	if (db_ask(&rows, db, e, qda_source_sql[GET], "i", id) < 0 ||
	    (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return qda_fail(e, QDA_PROJECT,
		    _("the text of a source is missing: 'qda check'"));
	s->id = db_int(rows, 0);
	s->name = qda_strdup(db_text(rows, 1));
	s->position = db_int(rows, 2);
	s->revision = db_int(rows, 3);
	s->length = db_int(rows, 4);
	db_stop(rows);
	return 0;
}

int
qda_source_text(struct qda_db *db, int64_t id, int64_t revision, char **text,
    size_t *size, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_source_sql[TEXT], "ii", id, revision) < 0
	    || (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return qda_fail(e, QDA_PROJECT,
		    _("the text of a source is missing: 'qda check'"));
	*size = db_size(rows, 0);
	*text = qda_strndup(db_text(rows, 0), *size);
	db_stop(rows);
	return 0;
}

void
qda_source_hash(unsigned char hash[QDA_HASH], const char *text, size_t size)
{
	qda_hash(hash, text, size);
}

int
qda_source_same(struct qda_db *db, const unsigned char hash[QDA_HASH],
    char **name, struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_source_sql[SAME], "b", hash,
	    (size_t)QDA_HASH);
}

static int
insert(struct qda_db *db, const struct qda_source_new *s, const char *name,
    const char *key, int64_t *id, struct qda_err *e)
{
	unsigned char	 guid[16], made[QDA_HASH];
	const void	*hash = s->hash;
	const size_t	 size = QDA_HASH;
	char		 now[21];

	qda_guid(guid);
	qda_now(now);
	if (hash == NULL) {
		qda_source_hash(made, s->text, s->size);
		hash = made;
	}
	if (db_run(db, e, qda_source_sql[ADD], "bttitttbit", guid,
	    sizeof(guid), name, key, s->participant, s->format, s->encoding,
	    s->file, hash, size, s->words > 0 ? s->words :
	    qda_text_words(s->text, s->size), now) < 0)
		return -1;
	*id = db_last_id(db);
	if (db_run(db, e, qda_source_sql[ADD_REVISION], "ibt", *id, hash,
	    size, now) < 0)
		return -1;
	return db_run(db, e, qda_source_sql[ADD_TEXT], "bit", hash, size,
	    s->length > 0 ? s->length : qda_text_length(s->text, s->size),
	    s->text);
}

int
qda_source_add(struct qda_db *db, const struct qda_source_new *s, int64_t *id,
    struct qda_err *e)
{
	char	*name = NULL, *key = NULL;
	int	 rc = -1, found;

	if (qda_text_name(&name, s->name, _("source"), e) < 0 ||
	    qda_text_key(&key, name, e) < 0 ||
	    (found = qda_source_find(db, name, id, e)) < 0)
		goto out;
	if (found > 0)
		qda_fail(e, QDA_DATA, _("there is a source '%s' already, with "
		    "another text (-N gives this one another name)"), name);
	else
		rc = insert(db, s, name, key, id, e);
out:
	free(name);
	free(key);
	return rc;
}
