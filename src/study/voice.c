/* voice.c: who speaks where in one source. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/mem.h"
#include "qda/voice.h"
#include "study/sql.h"

enum { VOICES, TURNS, OWNER };

const char *const qda_voice_sql[] = {
	[VOICES] = "SELECT s.id, s.label, s.role = 'participant',"
		" s.participant, p.name, s.role = 'interviewer'"
		" FROM speaker AS s"
		" LEFT JOIN participant AS p ON p.id = s.participant"
		" WHERE s.source = ?1",
	/* read from the index turn_place alone */
	[TURNS] = "SELECT seq, \"start\", \"end\", speaker FROM turn"
		" WHERE source = ?1 AND revision = ?2 ORDER BY \"start\"",
	[OWNER] = "SELECT p.id, p.name FROM source AS s"
		" JOIN participant AS p ON p.id = s.participant"
		" WHERE s.id = ?1",
	NULL
};

static void
forget(struct qda_voices *v)
{
	for (size_t i = 0; i < v->n_voices; i++) {
		free(v->voices[i].label);
		free(v->voices[i].name);
	}
	free(v->name);
	v->name = NULL;
	v->person = QDA_NONE;
	v->n_voices = v->n = 0;
}

static int
load_owner(struct qda_voices *v, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_voice_sql[OWNER], "i", source) < 0)
		return -1;
	if ((more = db_next(rows, e)) > 0) {
		v->person = db_int(rows, 0);
		v->name = qda_strdup(db_text(rows, 1));
		db_stop(rows);
	}
	return more < 0 ? -1 : 0;
}

static int
load_voices(struct qda_voices *v, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	struct qda_who	*voice;
	struct db_rows		*rows;
	int			 more;

	if (db_ask(&rows, db, e, qda_voice_sql[VOICES], "i", source) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		v->voices = qda_grow(v->voices, &v->cap_voices, v->n_voices,
		    sizeof(*v->voices));
		voice = &v->voices[v->n_voices++];
		voice->id = db_int(rows, 0);
		voice->label = qda_strdup(db_text(rows, 1));
		voice->participant = db_int(rows, 2) == 1;
		voice->person = db_int(rows, 3);
		voice->name = qda_strdup(db_text(rows, 4));
		voice->asks = db_int(rows, 5) == 1;
	}
	return more;
}

/* The index of a speaker, looked for from the last one on: they alternate. */
static size_t
index_of(const struct qda_voices *v, int64_t speaker, size_t last)
{
	for (size_t i = 0; i < v->n_voices; i++)
		if (v->voices[(last + i) % v->n_voices].id == speaker)
			return (last + i) % v->n_voices;
	return 0;
}

static int
load_turns(struct qda_voices *v, struct qda_db *db, int64_t source,
    int64_t revision, struct qda_err *e)
{
	struct qda_utterance	*t;
	struct db_rows		*rows;
	size_t			 last = 0;
	int			 more;

	if (db_ask(&rows, db, e, qda_voice_sql[TURNS], "ii", source,
	    revision) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		v->turns = qda_grow(v->turns, &v->cap, v->n,
		    sizeof(*v->turns));
		t = &v->turns[v->n++];
		t->seq = db_int(rows, 0);
		t->start = db_int(rows, 1);
		t->end = db_int(rows, 2);
		t->voice = last = index_of(v, db_int(rows, 3), last);
	}
	return more;
}

int
qda_voices_load(struct qda_voices *v, struct qda_db *db, int64_t source,
    int64_t revision, struct qda_err *e)
{
	forget(v);
	if (load_owner(v, db, source, e) < 0 ||
	    load_voices(v, db, source, e) < 0)
		return -1;
	return v->n_voices == 0 ? 0 :
	    load_turns(v, db, source, revision, e);
}

void
qda_voices_free(struct qda_voices *v)
{
	forget(v);
	free(v->voices);
	free(v->turns);
	v->voices = NULL;
	v->turns = NULL;
	v->cap = v->cap_voices = 0;
}

size_t
qda_voices_at(const struct qda_voices *v, int64_t point)
{
	size_t	 from = 0, to = v->n, middle;

	while (from < to) {
		middle = from + (to - from) / 2;
		if (v->turns[middle].end <= point)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

int64_t
qda_voices_person(const struct qda_voices *v, size_t i)
{
	const struct qda_who	*voice = i < v->n ?
				    &v->voices[v->turns[i].voice] : NULL;

	return voice != NULL && voice->person != QDA_NONE ? voice->person :
	    v->person;
}

const char *
qda_voices_name(const struct qda_voices *v, size_t i)
{
	const struct qda_who	*voice = i < v->n ?
				    &v->voices[v->turns[i].voice] : NULL;

	return voice != NULL && voice->person != QDA_NONE ? voice->name :
	    v->name;
}
