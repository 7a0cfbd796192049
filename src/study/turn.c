/* turn.c: who speaks, from where to where. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/sql.h"

enum { ADD_SPEAKER, HEARD, ADD, LIST, GET };

#define COLUMNS "SELECT turn.seq, turn.speaker, turn.\"start\"," \
	" turn.\"end\", turn.time, turn.time_end, speaker.label," \
	" speaker.role, participant.name FROM turn" \
	" JOIN source ON source.id = turn.source" \
	" AND source.revision = turn.revision" \
	" JOIN speaker ON speaker.id = turn.speaker" \
	" LEFT JOIN participant ON participant.id = speaker.participant" \
	" WHERE turn.source = ?1"

const char *const qda_turn_sql[] = {
	[ADD_SPEAKER] = "INSERT INTO speaker (guid, source, label, key, role,"
		" participant) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[HEARD] = "SELECT source.name FROM speaker"
		" JOIN source ON source.id = speaker.source"
		" WHERE speaker.participant = ?1 LIMIT 1",
	[ADD] = "INSERT INTO turn (source, seq, speaker, \"start\", \"end\","
		" time, time_end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[LIST] = COLUMNS " ORDER BY turn.\"start\"",
	[GET] = COLUMNS " AND turn.seq = ?2",
	NULL
};

int
qda_speaker_add(struct qda_db *db, int64_t source, const char *label,
    const char *role, int64_t participant, int64_t *id, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		*key;
	int		 rc;

	if (qda_text_key(&key, label, e) < 0)
		return -1;
	qda_guid(guid);
	rc = db_run(db, e, qda_turn_sql[ADD_SPEAKER], "bittti", guid,
	    sizeof(guid), source, label, key, role, participant);
	free(key);
	*id = db_last_id(db);
	return rc;
}

int
qda_speaker_heard(struct qda_db *db, int64_t participant, char **source,
    struct qda_err *e)
{
	return db_ask_text(source, db, e, qda_turn_sql[HEARD], "i",
	    participant);
}

int
qda_turn_add(struct qda_db *db, int64_t source, const struct qda_turn *t,
    struct qda_err *e)
{
	return db_run(db, e, qda_turn_sql[ADD], "iiiiiii", source, t->seq,
	    t->speaker, t->start, t->end, t->time, t->time_end);
}

int
qda_turn_list(struct db_rows **walk, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	return db_ask(walk, db, e, qda_turn_sql[LIST], "i", source);
}

int
qda_turn_next(struct db_rows *walk, struct qda_turn *t, struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	t->seq = db_int(walk, 0);
	t->speaker = db_int(walk, 1);
	t->start = db_int(walk, 2);
	t->end = db_int(walk, 3);
	t->time = db_int(walk, 4);
	t->time_end = db_int(walk, 5);
	t->label = db_text(walk, 6);
	t->role = db_text(walk, 7);
	t->participant = db_text(walk, 8);
	return 1;
}

int
qda_turn_get(struct qda_db *db, int64_t source, int64_t seq,
    struct qda_turn *t, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_turn_sql[GET], "ii", source, seq) < 0)
		return -1;
	more = qda_turn_next(rows, t, e);
	if (more > 0) {
		db_stop(rows);
		t->label = t->role = t->participant = NULL;
	}
	return more;
}
