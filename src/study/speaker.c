/* speaker.c: the voices of sources, their roles, and whose they are. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/speaker.h"
#include "qda/text.h"
#include "study/sql.h"

enum { OF, ONE, SOURCES, NAMED, SILENT };
enum { LABELS = 1000, TOLD = 10 };	/* looked at, and told */

#define VOICES "SELECT k.id, k.source, s.name, k.label, k.role," \
	" (SELECT count(*) FROM turn WHERE turn.source = k.source" \
	"  AND turn.revision = s.revision AND turn.speaker = k.id)," \
	" k.participant, p.name FROM speaker AS k" \
	" JOIN source AS s ON s.id = k.source" \
	" LEFT JOIN participant AS p ON p.id = k.participant "

const char *const qda_speaker_sql[] = {
	[OF] = VOICES "WHERE k.source = ?1 ORDER BY k.id",
	[ONE] = VOICES "WHERE k.id = ?1",
	[SOURCES] = "SELECT id, key FROM source ORDER BY position, id",
	[NAMED] = VOICES "WHERE k.source = ?1 AND k.key = ?2",
	[SILENT] = "SELECT p.name FROM source AS s"
		" JOIN participant AS p ON p.id = s.participant"
		" WHERE s.id = ?1 AND NOT EXISTS (SELECT 1 FROM speaker AS k"
		" WHERE k.source = s.id AND k.role = 'participant'"
		" AND ifnull(k.participant, p.id) = p.id)",
	NULL
};

static const char	*const roles[] = {
	"participant", "participante", "participant", "enquêté",
	"participant", "enquêtée", "participant", "interviewé",
	"participant", "interviewée",
	"interviewer", "enquêteur", "interviewer", "enquêtrice",
	"interviewer", "intervieweur", "interviewer", "intervieweuse",
	"other", "autre", "other", "tiers", NULL
};

const struct qda_field	qda_speaker_fields[] = {
	QDA_FIELD("speaker", "role", "role", QDA_VALUE_CHOICE, roles),
	{ "participant", QDA_VALUE_PARTICIPANT,
	    "UPDATE speaker SET participant = ?2 WHERE id = ?1"
	    " AND participant IS NOT ?2",
	    "SELECT name FROM participant WHERE id = (SELECT participant"
	    " FROM speaker WHERE id = ?1)", NULL },
	{ NULL, QDA_VALUE_TEXT, NULL, NULL, NULL }
};

void
qda_speakers_free(struct qda_speakers *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].source_name);
		free(list->at[i].label);
		free(list->at[i].role);
		free(list->at[i].participant);
	}
	free(list->at);
	memset(list, 0, sizeof(*list));
}

/* Adds what a walk over VOICES gives, and ends it. */
static int
take(struct qda_speakers *list, struct db_rows *rows, struct qda_err *e)
{
	struct qda_speaker	*s;
	int			 more;

	while ((more = db_next(rows, e)) > 0) {
		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		s = &list->at[list->n++];
		s->id = db_int(rows, 0);
		s->source = db_int(rows, 1);
		s->source_name = qda_strdup(db_text(rows, 2));
		s->label = qda_strdup(db_text(rows, 3));
		s->role = qda_strdup(db_text(rows, 4));
		s->turns = db_int(rows, 5);
		s->person = db_int(rows, 6);
		s->participant = qda_strdup(db_text(rows, 7));
	}
	return more;
}

int
qda_speakers_of(struct qda_speakers *list, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	struct db_rows	*rows;

	return db_ask(&rows, db, e, qda_speaker_sql[OF], "i", source) < 0 ?
	    -1 : take(list, rows, e);
}

int
qda_speakers_one(struct qda_speakers *list, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	struct db_rows	*rows;

	return db_ask(&rows, db, e, qda_speaker_sql[ONE], "i", id) < 0 ? -1 :
	    take(list, rows, e);
}

/* ---- by name ----------------------------------------------------------- */

struct ids {
	int64_t	*at;
	size_t	 n, cap;
};

static void
add_id(struct ids *ids, int64_t id)
{
	ids->at = qda_grow(ids->at, &ids->cap, ids->n, sizeof(*ids->at));
	ids->at[ids->n++] = id;
}

/* The sources that a name with "*" fits. */
static int
find_wild(struct ids *ids, struct qda_db *db, const char *name,
    struct qda_err *e)
{
	struct db_rows	*rows;
	char		*key;
	int		 more;

	if (qda_text_key(&key, name, e) < 0)
		return -1;
	more = db_ask(&rows, db, e, qda_speaker_sql[SOURCES], "");
	while (more >= 0 && (more = db_next(rows, e)) > 0)
		if (qda_text_fits(key, db_text(rows, 1), true))
			add_id(ids, db_int(rows, 0));
	free(key);
	if (more == 0 && ids->n == 0)
		return qda_fail(e, QDA_DATA, _("no source is called '%s'"),
		    name);
	return more;
}

static int
find_sources(struct ids *ids, struct qda_db *db, const char *name,
    struct qda_err *e)
{
	int64_t	 id;
	int	 rc = qda_source_find(db, name, &id, e);

	if (rc == 0 && strchr(name, '*') != NULL)
		return find_wild(ids, db, name, e);
	if (rc < 0 || (rc == 0 && qda_source_need(db, name, &id, e) < 0))
		return -1;
	add_id(ids, id);
	return 0;
}

static bool
is_among(const struct qda_strings *list, const char *s)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->at[i], s) == 0)
			return true;
	return false;
}

/* The labels there are, each once, so many at most. */
static int
labels_of(struct qda_strings *labels, struct qda_db *db,
    const struct ids *sources, struct qda_err *e)
{
	struct qda_speakers	 all = { NULL, 0, 0 };
	int			 rc = 0;

	for (size_t i = 0; i < sources->n && rc == 0; i++)
		rc = qda_speakers_of(&all, db, sources->at[i], e);
	for (size_t i = 0; i < all.n && labels->n < LABELS; i++)
		if (!is_among(labels, all.at[i].label))
			qda_strings_add(labels, all.at[i].label);
	qda_speakers_free(&all);
	return rc;
}

/* Fails: nobody in these sources is called so. */
static int
missing(struct qda_db *db, const struct ids *sources, const char *name,
    const char *label, struct qda_err *e)
{
	struct qda_strings	 labels = { 0 };
	struct qda_mem		 m;
	const char		*near;
	char			*all;

	if (labels_of(&labels, db, sources, e) < 0)
		goto out;
	near = qda_text_nearest(label, (const char *const *)labels.at,
	    labels.n);
	qda_mem_open(&m);
	for (size_t i = 0; i < labels.n && i < TOLD; i++)
		fprintf(m.f, "%s%s", i > 0 ? ", " : "", labels.at[i]);
	all = qda_mem_text(&m);
	if (near != NULL)
		qda_fail(e, QDA_DATA, _("there is no speaker '%s' in '%s'; "
		    "did you mean '%s'?"), label, name, near);
	else if (labels.n == 0)
		qda_fail(e, QDA_DATA, _("'%s' has no speakers"), name);
	else
		qda_fail(e, QDA_DATA, _("there is no speaker '%s' in '%s'; "
		    "speakers are %s%s"), label, name, all, labels.n > TOLD ?
		    "…" : "");
	free(all);
out:
	qda_strings_free(&labels);
	return -1;
}

int
qda_speakers_named(struct qda_speakers *list, struct qda_db *db,
    const char *source, const char *label, struct qda_err *e)
{
	struct ids	 sources = { NULL, 0, 0 };
	struct db_rows	*rows;
	char		*key = NULL;
	int		 rc = -1;

	if (qda_text_key(&key, label, e) < 0 ||
	    find_sources(&sources, db, source, e) < 0)
		goto out;
	for (size_t i = 0; i < sources.n; i++)
		if (db_ask(&rows, db, e, qda_speaker_sql[NAMED], "it",
		    sources.at[i], key) < 0 || take(list, rows, e) < 0)
			goto out;
	rc = list->n > 0 ? 0 : missing(db, &sources, source, label, e);
out:
	free(key);
	free(sources.at);
	return rc;
}

int
qda_speaker_silent(struct qda_db *db, int64_t source, char **name,
    struct qda_err *e)
{
	return db_ask_text(name, db, e, qda_speaker_sql[SILENT], "i", source);
}
