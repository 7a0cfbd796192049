/* facts_collection.c: guides, recordings, notes, durations, returns. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "study/facts.h"
#include "study/sql.h"

enum {
	GUIDES, GUIDE_USE, FIRST, REPEATS, RECORDING, AGREED, NOTES,
	DURATIONS, PERIOD, RETURNED
};

const char *const qda_facts_collection_sql[] = {
	[GUIDES] = "SELECT id, version, date, tested, (SELECT count(*)"
		" FROM guide_question WHERE guide = guide.id),"
		" (SELECT count(*) FROM guide_question WHERE guide = guide.id"
		" AND opening = 1) FROM guide ORDER BY date IS NULL, date, id",
	[GUIDE_USE] = "SELECT " LABEL ", NULL, 1, i.position FROM "
		INTERVIEWS " AS i WHERE i.guide = CAST(?1 AS INTEGER)"
		" ORDER BY i.position, i.id",
	[FIRST] = "SELECT min(date) FROM " INTERVIEWS,
	[REPEATS] = "SELECT s.name, NULL, count(*),"
		" count(*) = count(DISTINCT i.date) FROM " SAMPLE " AS s"
		" JOIN " LINKS " AS l ON l.participant = s.id"
		" JOIN " INTERVIEWS " AS i ON i.id = l.source"
		" GROUP BY s.id ORDER BY s.id",
	[RECORDING] = "SELECT count(*), ifnull(sum(recording = 'audio'), 0),"
		" ifnull(sum(recording = 'video'), 0),"
		" ifnull(sum(recording = 'none'), 0), count(destroyed),"
		" ifnull(sum(destroyed >= checked AND checked GLOB '[0-9]*'),"
		"  0), max(destroyed) FROM " INTERVIEWS,
	[AGREED] = "SELECT count(*), ifnull(sum(recording <> 'no'), 0)"
		" FROM " SAMPLE,
	/* a field note is on its source, or on the participant */
	[NOTES] = "WITH note AS (SELECT i.id, max(memo.date = i.date) AS same"
		" FROM " INTERVIEWS " AS i JOIN memo_on ON"
		" memo_on.source = i.id OR memo_on.participant = i.participant"
		" JOIN memo ON memo.id = memo_on.memo"
		" WHERE memo.kind = 'field' GROUP BY i.id)"
		" SELECT (SELECT count(*) FROM " INTERVIEWS "),"
		" count(*), ifnull(sum(same), 0), (SELECT count(*) FROM memo"
		"  WHERE kind = 'field' AND NOT EXISTS (SELECT 1 FROM memo_on"
		"  WHERE memo = memo.id)), (SELECT count(*) FROM memo"
		"  WHERE kind = 'journal') FROM note",
	[DURATIONS] = "SELECT duration FROM " INTERVIEWS
		" ORDER BY duration",
	[PERIOD] = "SELECT count(*), count(date), min(date), max(date) FROM "
		INTERVIEWS,
	[RETURNED] = "SELECT " LABEL ", i.returned, 1, i.position FROM "
		INTERVIEWS " AS i ORDER BY i.position, i.id",
	NULL
};

static int
guide_use(struct qda_db *db, struct qda_fact_guides *list,
    const int64_t *ids, struct qda_err *e)
{
	for (size_t i = 0; i < list->n; i++)
		if (facts_list_of(db, &list->at[i].used,
		    qda_facts_collection_sql[GUIDE_USE], ids[i], e) < 0)
			return -1;
	return db_ask_text(&list->first, db, e,
	    qda_facts_collection_sql[FIRST], "") < 0 ? -1 : 0;
}

int
qda_fact_guides(struct qda_db *db, struct qda_fact_guides *list,
    struct qda_err *e)
{
	struct qda_fact_guide	*g;
	struct db_rows		*rows;
	int64_t			*ids = NULL;
	size_t			 cap = 0;
	int			 more;

	memset(list, 0, sizeof(*list));
	if (db_ask(&rows, db, e, qda_facts_collection_sql[GUIDES], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		ids = qda_grow(ids, &cap, list->n, sizeof(*ids));
		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		g = &list->at[list->n];
		ids[list->n++] = db_int(rows, 0);
		g->version = facts_text(rows, 1);
		g->date = facts_text(rows, 2);
		g->tested = facts_text(rows, 3);
		g->questions = db_int(rows, 4);
		g->opening = db_int(rows, 5);
	}
	if (more == 0)
		more = guide_use(db, list, ids, e);
	if (more < 0)
		qda_fact_guides_free(list);
	free(ids);
	return more;
}

void
qda_fact_guides_free(struct qda_fact_guides *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].version);
		free(list->at[i].date);
		free(list->at[i].tested);
		qda_tallies_free(&list->at[i].used);
	}
	free(list->at);
	free(list->first);
	memset(list, 0, sizeof(*list));
}

int
qda_fact_repeats(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_collection_sql[REPEATS], NULL,
	    e);
}

int
qda_fact_recording(struct qda_db *db, struct qda_fact_recording *r,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(r, 0, sizeof(*r));
	if (facts_row(&rows, db, qda_facts_collection_sql[AGREED], NULL, e) <
	    0)
		return -1;
	r->sample = db_int(rows, 0);
	r->agreed = db_int(rows, 1);
	db_stop(rows);
	if (facts_row(&rows, db, qda_facts_collection_sql[RECORDING], NULL,
	    e) < 0)
		return -1;
	r->interviews = db_int(rows, 0);
	r->audio = db_int(rows, 1);
	r->video = db_int(rows, 2);
	r->none = db_int(rows, 3);
	r->destroyed = db_int(rows, 4);
	r->after = db_int(rows, 5);
	r->last = facts_text(rows, 6);
	db_stop(rows);
	return 0;
}

int
qda_fact_notes(struct qda_db *db, struct qda_fact_notes *notes,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(notes, 0, sizeof(*notes));
	if (facts_row(&rows, db, qda_facts_collection_sql[NOTES], NULL, e) <
	    0)
		return -1;
	notes->interviews = db_int(rows, 0);
	notes->noted = db_int(rows, 1);
	notes->same_day = db_int(rows, 2);
	notes->loose = db_int(rows, 3);
	notes->journal = db_int(rows, 4);
	db_stop(rows);
	return 0;
}

/* Of n rising seconds. */
static void
describe(struct qda_fact_duration *d, const int64_t *at, int64_t n)
{
	d->n = n;
	if (n == 0)
		return;
	for (int64_t i = 0; i < n; i++)
		d->total += at[i];
	d->mean = llround((double)d->total / (double)n);
	d->median = llround(((double)at[(n - 1) / 2] +
	    (double)at[n / 2]) / 2);
	d->min = at[0];
	d->max = at[n - 1];
}

int
qda_fact_duration(struct qda_db *db, struct qda_fact_duration *d,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int64_t		*at = NULL, seconds;
	size_t		 n = 0, cap = 0;
	int		 more;

	memset(d, 0, sizeof(*d));
	if (db_ask(&rows, db, e, qda_facts_collection_sql[DURATIONS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		d->interviews++;
		if ((seconds = db_int(rows, 0)) == QDA_NONE)
			continue;
		at = qda_grow(at, &cap, n, sizeof(*at));
		at[n++] = seconds;
	}
	if (more == 0)
		describe(d, at, (int64_t)n);
	free(at);
	return more;
}

int
qda_fact_period(struct qda_db *db, struct qda_fact_period *p,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(p, 0, sizeof(*p));
	if (facts_row(&rows, db, qda_facts_collection_sql[PERIOD], NULL, e) <
	    0)
		return -1;
	p->interviews = db_int(rows, 0);
	p->dated = db_int(rows, 1);
	p->first = facts_text(rows, 2);
	p->last = facts_text(rows, 3);
	db_stop(rows);
	return 0;
}

int
qda_fact_returned(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_collection_sql[RETURNED], NULL,
	    e);
}
