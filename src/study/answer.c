/* answer.c: what a person answered to an item of a checklist, or accepted. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/answer.h"
#include "qda/mem.h"
#include "qda/when.h"
#include "study/sql.h"

enum { GET, PUT, PLACE, DROP, DROP_EMPTY };

/* A row 'written' without text holds a place only. */
const char *const qda_answer_sql[] = {
	[GET] = "SELECT text, answer.state = 'accepted', CASE WHEN"
		" json_valid(basis) THEN basis ->> ?3 END, place, coder.name,"
		" date FROM answer LEFT JOIN coder ON coder.id = answer.coder"
		" WHERE checklist = ?1 AND item = CAST(?2 AS TEXT)",
	[PUT] = "INSERT INTO answer (guid, checklist, item, text, state,"
		" basis, coder, date, created) VALUES (?1, ?2,"
		" CAST(?3 AS TEXT), ?4, CASE ?5 WHEN 1 THEN 'accepted' ELSE"
		" 'written' END, json_object('fr', ?6, 'en', ?7), ?8, ?9, ?10)"
		" ON CONFLICT (checklist, item) DO UPDATE SET"
		" text = excluded.text, state = excluded.state,"
		" basis = excluded.basis, coder = excluded.coder,"
		" date = excluded.date",
	[PLACE] = "INSERT INTO answer (guid, checklist, item, state, place,"
		" coder, date, created) VALUES (?1, ?2, CAST(?3 AS TEXT),"
		" 'written', ?4, ?5, ?6, ?7) ON CONFLICT (checklist, item)"
		" DO UPDATE SET place = excluded.place",
	[DROP] = "UPDATE answer SET text = NULL, state = 'written',"
		" basis = NULL WHERE checklist = ?1"
		" AND item = CAST(?2 AS TEXT)",
	[DROP_EMPTY] = "DELETE FROM answer WHERE checklist = ?1"
		" AND item = CAST(?2 AS TEXT) AND text IS NULL"
		" AND state = 'written' AND place IS NULL",
	NULL
};

void
qda_answer_free(struct qda_answer *a)
{
	free(a->text);
	free(a->basis);
	free(a->place);
	free(a->coder);
	free(a->date);
	memset(a, 0, sizeof(*a));
}

bool
qda_answer_given(const struct qda_answer *a)
{
	return a->accepted || a->text != NULL;
}

int
qda_answer_get(struct qda_db *db, const char *checklist, int item,
    const char *lang, struct qda_answer *a, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	memset(a, 0, sizeof(*a));
	if (db_ask(&rows, db, e, qda_answer_sql[GET], "tit", checklist,
	    (int64_t)item, lang) < 0)
		return -1;
	more = db_next(rows, e);
	if (more <= 0)
		return more;
	a->text = qda_strdup(db_text(rows, 0));
	a->accepted = db_int(rows, 1) == 1;
	a->basis = qda_strdup(db_text(rows, 2));
	a->place = qda_strdup(db_text(rows, 3));
	a->coder = qda_strdup(db_text(rows, 4));
	a->date = qda_strdup(db_text(rows, 5));
	db_stop(rows);
	return 1;
}

int
qda_answer_put(struct qda_db *db, const char *checklist, int item,
    const char *text, bool accepted, const char *fr, const char *en,
    int64_t coder, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21], today[11];

	qda_guid(guid);
	return db_run(db, e, qda_answer_sql[PUT], "btitittitt", guid,
	    sizeof(guid), checklist, (int64_t)item, text, (int64_t)accepted,
	    fr, en, coder, qda_today(today), qda_now(now));
}

int
qda_answer_set_place(struct qda_db *db, const char *checklist, int item,
    const char *place, int64_t coder, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21], today[11];

	qda_guid(guid);
	if (db_run(db, e, qda_answer_sql[PLACE], "btititt", guid,
	    sizeof(guid), checklist, (int64_t)item, place, coder,
	    qda_today(today), qda_now(now)) < 0)
		return -1;
	return db_run(db, e, qda_answer_sql[DROP_EMPTY], "ti", checklist,
	    (int64_t)item);
}

int
qda_answer_drop(struct qda_db *db, const char *checklist, int item,
    struct qda_err *e)
{
	if (db_run(db, e, qda_answer_sql[DROP], "ti", checklist,
	    (int64_t)item) < 0)
		return -1;
	return db_run(db, e, qda_answer_sql[DROP_EMPTY], "ti", checklist,
	    (int64_t)item);
}
