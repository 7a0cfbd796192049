/* facts_sample.c: who was approached, who took part, where it happened. */
#include <string.h>

#include "study/facts.h"
#include "study/sql.h"

enum {
	ROUTES, STEPS, SIZE, WITHOUT, OUTCOMES, SETTINGS, PRESENT, ATTRIBUTES,
	CONSENT
};

const char *const qda_facts_sample_sql[] = {
	/* a route, and what followed it behind a semicolon */
	[ROUTES] = "SELECT rtrim(substr(p.approach, 1, instr(p.approach ||"
		" ';', ';') - 1)) AS route, NULL, count(*), count(s.id)"
		" FROM participant AS p LEFT JOIN " SAMPLE " AS s"
		" ON s.id = p.id WHERE p.kind = 'person'"
		" GROUP BY route"
		" ORDER BY route IS NULL, count(*) DESC, min(p.id)",
	[STEPS] = "SELECT trim(substr(approach, instr(approach, ';') + 1))"
		" AS step, NULL, count(*), 0 FROM participant"
		" WHERE kind = 'person' AND instr(approach, ';') > 0"
		" GROUP BY step ORDER BY count(*) DESC, min(id)",
	/* voices: how many participants an interview has */
	[SIZE] = "WITH taken AS (SELECT source.kind, (SELECT count(*)"
		" FROM " LINKS " AS l WHERE l.source = source.id) AS voices"
		" FROM source WHERE kind IN ('interview', 'focus-group',"
		" 'survey-answer') AND " KEPT ")"
		" SELECT (SELECT count(*) FROM " SAMPLE "),"
		" ifnull(sum(kind = 'interview' AND voices < 2), 0),"
		" ifnull(sum(kind = 'interview' AND voices > 1), 0),"
		" ifnull(sum(kind = 'focus-group'), 0),"
		" ifnull(sum(kind = 'survey-answer'), 0),"
		" ifnull(sum(voices = 0), 0) FROM taken",
	[WITHOUT] = "SELECT name, NULL, 1, 0 FROM participant"
		" WHERE kind = 'person' AND outcome = 'included' AND id NOT IN"
		" (SELECT participant FROM " LINKS ") ORDER BY id",
	[OUTCOMES] = "SELECT outcome || CASE WHEN outcome = 'refused'"
		" AND recording = 'no' THEN '-recording' ELSE '' END AS how,"
		" reason, count(*), 0 FROM participant"
		" WHERE kind = 'person' GROUP BY how, reason"
		" ORDER BY min(id)",
	[SETTINGS] = "SELECT setting, medium, count(*), 0 FROM " INTERVIEWS
		" GROUP BY setting, medium"
		" ORDER BY count(*) DESC, min(position)",
	[PRESENT] = "SELECT " LABEL ", i.present, EXISTS (SELECT 1"
		" FROM speaker CROSS JOIN turn ON turn.source = speaker.source"
		" AND turn.speaker = speaker.id WHERE speaker.source = i.id"
		" AND speaker.role = 'other'), i.position"
		" FROM " INTERVIEWS " AS i ORDER BY i.position, i.id",
	[ATTRIBUTES] = "SELECT a.name, v.value, count(*), a.position"
		" FROM attribute AS a JOIN attribute_value AS v"
		" ON v.attribute = a.id JOIN " SAMPLE " AS s"
		" ON s.id = v.participant WHERE a.noun = 'participant'"
		" GROUP BY a.id, v.value ORDER BY a.position, a.id,"
		" (SELECT key FROM json_each(CASE WHEN json_valid(a.levels)"
		"  THEN a.levels ELSE '[]' END) WHERE value = v.value),"
		" CASE a.type WHEN 'number' THEN"
		"  CAST(replace(v.value, ',', '.') AS REAL) END, v.value",
	[CONSENT] = "SELECT count(*), count(consent),"
		" count(nullif(consent, 'no')) FROM " SAMPLE,
	NULL
};

int
qda_fact_routes(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[ROUTES], NULL, e);
}

int
qda_fact_steps(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[STEPS], NULL, e);
}

int
qda_fact_size(struct qda_db *db, struct qda_fact_size *size,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(size, 0, sizeof(*size));
	if (facts_row(&rows, db, qda_facts_sample_sql[SIZE], NULL, e) < 0)
		return -1;
	size->sample = db_int(rows, 0);
	size->single = db_int(rows, 1);
	size->joint = db_int(rows, 2);
	size->groups = db_int(rows, 3);
	size->answers = db_int(rows, 4);
	size->unlinked = db_int(rows, 5);
	db_stop(rows);
	return facts_list(db, &size->without, qda_facts_sample_sql[WITHOUT],
	    NULL, e);
}

int
qda_fact_outcomes(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[OUTCOMES], NULL, e);
}

int
qda_fact_settings(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[SETTINGS], NULL, e);
}

int
qda_fact_present(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[PRESENT], NULL, e);
}

int
qda_fact_attributes(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_sample_sql[ATTRIBUTES], NULL,
	    e);
}

int
qda_fact_consent(struct qda_db *db, struct qda_fact_consent *c,
    struct qda_err *e)
{
	struct db_rows	*rows;

	memset(c, 0, sizeof(*c));
	if (facts_row(&rows, db, qda_facts_sample_sql[CONSENT], NULL, e) < 0)
		return -1;
	c->sample = db_int(rows, 0);
	c->recorded = db_int(rows, 1);
	c->given = db_int(rows, 2);
	db_stop(rows);
	return 0;
}
