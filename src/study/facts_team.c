/* facts_team.c: who interviewed, and what tied them to the participants. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "study/facts.h"
#include "study/sql.h"

enum { INTERVIEWERS, OTHERS, ATTRIBUTED, KNOWN, KNOWN_BY, POSITIONS };

const char *const qda_facts_team_sql[] = {
	[INTERVIEWERS] = "WITH held AS (SELECT interviewer AS id, count(*) AS n"
		" FROM " INTERVIEWS " WHERE interviewer IS NOT NULL"
		" GROUP BY interviewer)"
		" SELECT name, gender, credentials, occupation, experience,"
		" training, ifnull(coder, 0), ifnull(n, 0) FROM coder"
		" LEFT JOIN held USING (id) WHERE n > 0 OR (interviewer = 1"
		" AND NOT EXISTS (SELECT 1 FROM held))"
		" ORDER BY n DESC, id",
	[OTHERS] = "SELECT name, NULL, 1, 0 FROM coder WHERE NOT EXISTS"
		" (SELECT 1 FROM source WHERE interviewer = coder.id)"
		" ORDER BY id",
	[ATTRIBUTED] = "SELECT count(*), count(interviewer) FROM " INTERVIEWS,
	[KNOWN] = "SELECT count(*), count(known) FROM " SAMPLE,
	[KNOWN_BY] = "SELECT name, known_how, 1, 0 FROM " SAMPLE
		" WHERE known = 1 ORDER BY id",
	[POSITIONS] = "SELECT date, title, date < (SELECT min(date) FROM "
		INTERVIEWS "), 0 FROM memo WHERE kind = 'position'"
		" ORDER BY date, id",
	NULL
};

static int
attributed(struct qda_db *db, struct qda_fact_interviewers *list,
    struct qda_err *e)
{
	struct db_rows	*rows;

	if (facts_row(&rows, db, qda_facts_team_sql[ATTRIBUTED], NULL, e) < 0)
		return -1;
	list->interviews = db_int(rows, 0);
	list->attributed = db_int(rows, 1);
	db_stop(rows);
	return 0;
}

int
qda_fact_interviewers(struct qda_db *db, struct qda_fact_interviewers *list,
    struct qda_err *e)
{
	struct qda_fact_interviewer	*p;
	struct db_rows			*rows;
	int				 more;

	memset(list, 0, sizeof(*list));
	if (attributed(db, list, e) < 0 || db_ask(&rows, db, e,
	    qda_facts_team_sql[INTERVIEWERS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		p = &list->at[list->n++];
		p->name = facts_text(rows, 0);
		p->gender = facts_text(rows, 1);
		p->credentials = facts_text(rows, 2);
		p->occupation = facts_text(rows, 3);
		p->experience = facts_text(rows, 4);
		p->training = facts_text(rows, 5);
		p->codes = db_int(rows, 6) == 1;
		p->interviews = db_int(rows, 7);
	}
	if (more < 0)
		qda_fact_interviewers_free(list);
	return more;
}

void
qda_fact_interviewers_free(struct qda_fact_interviewers *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].name);
		free(list->at[i].gender);
		free(list->at[i].credentials);
		free(list->at[i].occupation);
		free(list->at[i].experience);
		free(list->at[i].training);
	}
	free(list->at);
	memset(list, 0, sizeof(*list));
}

int
qda_fact_others(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_team_sql[OTHERS], NULL, e);
}

int
qda_fact_known(struct qda_db *db, struct qda_fact_known *known,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(known, 0, sizeof(*known));
	if (facts_row(&rows, db, qda_facts_team_sql[KNOWN], NULL, e) < 0)
		return -1;
	known->sample = db_int(rows, 0);
	known->recorded = db_int(rows, 1);
	db_stop(rows);
	return facts_list(db, &known->yes, qda_facts_team_sql[KNOWN_BY], NULL,
	    e);
}

int
qda_fact_positions(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_team_sql[POSITIONS], NULL, e);
}
