/* facts_analysis.c: coders, codes, where they came from, what bears them. */
#include <stdlib.h>
#include <string.h>

#include "qda/coder.h"
#include "qda/mem.h"
#include "study/coded.h"
#include "study/facts.h"
#include "study/sql.h"

enum {
	COUNTED, CODERS, CODED, VERDICTS, TREE, DERIVATION, CODINGS,
	SOFTWARE, SUPPORT, THEMES, CONTRARY
};

#define COUNTS "coder IN (SELECT value FROM json_each(?1))"

/* Who coded which source: one that a coder is done with and found nothing in
   is coded too. */
#define CODED_BY "SELECT c.id AS coder, s.id AS source FROM coder AS c" \
	" CROSS JOIN source AS s WHERE " CODED("c.id", "s.id") " OR EXISTS" \
	" (SELECT 1 FROM assignment AS a WHERE a.source = s.id" \
	" AND a.coder = c.id AND a.done IS NOT NULL)"

const char *const qda_facts_analysis_sql[] = {
	[COUNTED] = "SELECT name, NULL, (SELECT count(*) FROM source"
		" WHERE " CODED("coder.id", "source.id") "), 0 FROM coder"
		" WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id",
	[CODERS] = "WITH coded AS (" CODED_BY "), made AS (SELECT coder AS id,"
		" count(*) AS n FROM coded GROUP BY coder)"
		" SELECT id, name, (SELECT count(*) FROM assignment AS a"
		"  WHERE a.coder = coder.id AND a.blind = 1 AND a.source IN"
		"  (SELECT source FROM coded WHERE coder = a.coder)),"
		" (SELECT count(DISTINCT source) FROM coded),"
		" (SELECT count(*) FROM assignment AS a WHERE a.coder ="
		"  coder.id AND a.blind = 0) FROM coder"
		" JOIN made USING (id) WHERE (ifnull(supervisor, 0) = 0"
		" OR ifnull(coder.coder, 0) = 1)"
		" AND key NOT LIKE 'consensus%' AND key <> 'import'"
		" ORDER BY n DESC, id",
	[CODED] = "SELECT " LABEL ", NULL, 1, i.position FROM source AS i"
		" WHERE id IN (SELECT source FROM (" CODED_BY ")"
		" WHERE coder = CAST(?1 AS INTEGER))"
		" ORDER BY i.position, i.id",
	[VERDICTS] = "SELECT count(*), count(nullif(reason, ''))"
		" FROM verdict",
	[TREE] = "WITH used AS (SELECT id, definition FROM code"
		" WHERE kind = 'property'"
		" AND (?1 = '[]' OR " USED("code.id") ")),"
		" main AS (SELECT id IN (SELECT member FROM grouping) AS below"
		" FROM code WHERE kind = 'category')"
		" SELECT (SELECT count(*) FROM main WHERE NOT below),"
		" (SELECT count(*) FROM main WHERE below),"
		" count(*), count(nullif(definition, '')) FROM used",
	/* the days only when no counted coding was made in the program */
	[DERIVATION] = "WITH used AS (SELECT id, origin, created FROM code"
		" WHERE kind = 'property' AND " USED("code.id") "),"
		" hits AS (SELECT count(*) AS n, ifnull(sum(reviewed = 1), 0)"
		" AS read FROM unit WHERE made = 'search' AND " COUNTS ")"
		" SELECT count(*), ifnull(sum(origin = 'coding'), 0),"
		" ifnull(sum(CASE WHEN origin IN ('codebook', 'import') THEN"
		"  created <= (SELECT min(created) FROM coding) END), 0),"
		" CASE WHEN EXISTS (SELECT 1 FROM unit CROSS JOIN coding"
		"  ON coding.unit = unit.id WHERE unit.made <> 'import'"
		"  AND coding." COUNTS ") THEN 0 ELSE"
		"  count(DISTINCT substr(created, 1, 10)) END,"
		" (SELECT n FROM hits), (SELECT read FROM hits) FROM used",
	[CODINGS] = "SELECT count(*) FROM coding",
	[SOFTWARE] = "SELECT software, NULL, count(*), 0 FROM source"
		" WHERE software <> '' GROUP BY software"
		" ORDER BY count(*) DESC, software",
	/* turns are read only of sources in which several may speak */
	[SUPPORT] = "WITH alone AS (SELECT id, ifnull(participant, -id) AS who"
		" FROM source WHERE NOT " SHARED("source") "),"
		" said AS (SELECT code, who FROM (SELECT code, source"
		" FROM coding INDEXED BY coding_code WHERE " COUNTS
		" GROUP BY code, source) JOIN alone ON alone.id = source"
		" UNION ALL SELECT coding.code,"
		" ifnull(" WHO ", -source.id) FROM source"
		" CROSS JOIN unit ON unit.source = source.id"
		" CROSS JOIN coding ON coding.unit = unit.id"
		" WHERE source.id NOT IN (SELECT id FROM alone)"
		" AND coding." COUNTS "),"
		" support AS (SELECT code, count(DISTINCT who) AS n FROM said"
		" JOIN code ON code.id = said.code WHERE kind = 'property'"
		" GROUP BY code)"
		" SELECT (SELECT count(*) FROM support) + (SELECT count(*)"
		"  FROM code WHERE kind = 'property' AND NOT EXISTS"
		"  (SELECT 1 FROM coding WHERE code = code.id)),"
		" count(*), ifnull(sum(n = 1), 0), ifnull(sum(n = 1 AND"
		"  code NOT IN (SELECT code FROM memo_on"
		"  WHERE code IS NOT NULL)), 0),"
		" (SELECT count(*) FROM relation),"
		" (SELECT count(*) FROM relation WHERE NOT EXISTS"
		"  (SELECT 1 FROM relation_unit WHERE relation = relation.id))"
		" FROM support",
	[THEMES] = "WITH RECURSIVE below (top, code) AS (SELECT id, id"
		" FROM code WHERE kind = 'category' AND NOT EXISTS"
		" (SELECT 1 FROM grouping WHERE member = code.id)"
		" UNION SELECT top, member FROM below"
		" JOIN grouping ON category = below.code),"
		" said AS (SELECT top, count(DISTINCT ifnull(" WHO ","
		"  -source.id)) AS people, count(DISTINCT coding.unit) AS units"
		" FROM below JOIN coding ON coding.code = below.code"
		" JOIN unit ON unit.id = coding.unit"
		" JOIN source ON source.id = coding.source"
		" WHERE coding." COUNTS " GROUP BY top)"
		" SELECT name, definition, ifnull(people, 0), ifnull(units, 0)"
		" FROM code LEFT JOIN said ON said.top = code.id"
		" WHERE id IN (SELECT top FROM below) ORDER BY id",
	[CONTRARY] = "SELECT participant.name, stance, count(*),"
		" source.position FROM coding"
		" JOIN unit ON unit.id = coding.unit"
		" JOIN source ON source.id = coding.source"
		" LEFT JOIN participant ON participant.id = " WHO
		" WHERE stance <> 'illustrates' AND coding." COUNTS
		" GROUP BY stance, ifnull(participant.id, -source.id)"
		" ORDER BY stance, min(source.position)",
	NULL
};

int
qda_fact_counted(char **coders, struct qda_db *db, const char *const *names,
    size_t n, struct qda_err *e)
{
	struct qda_mem	 m;
	int64_t		 id;
	int		 rc = 0;

	qda_mem_open(&m);
	fputc('[', m.f);
	for (size_t i = 0; rc >= 0 && i < n; i++)
		if ((rc = qda_coder_need(db, names[i], &id, e)) > 0)
			fprintf(m.f, "%s%lld", i > 0 ? "," : "",
			    (long long)id);
	if (n == 0 && (rc = qda_coder_lead(db, &id, e)) > 0)
		fprintf(m.f, "%lld", (long long)id);
	fputc(']', m.f);
	*coders = qda_mem_text(&m);
	if (rc >= 0)
		return 0;
	free(*coders);
	*coders = NULL;
	return -1;
}

int
qda_fact_counted_names(struct qda_db *db, const char *coders,
    struct qda_tallies *list, struct qda_err *e)
{
	return facts_list(db, list, qda_facts_analysis_sql[COUNTED], coders,
	    e);
}

static int
verdicts(struct qda_db *db, struct qda_fact_coders *list, struct qda_err *e)
{
	struct db_rows	*rows;

	if (facts_row(&rows, db, qda_facts_analysis_sql[VERDICTS], NULL, e) <
	    0)
		return -1;
	list->verdicts = db_int(rows, 0);
	list->reasons = db_int(rows, 1);
	db_stop(rows);
	return 0;
}

static int
coded(struct qda_db *db, struct qda_fact_coders *list, const int64_t *ids,
    struct qda_err *e)
{
	for (size_t i = 0; i < list->n; i++)
		if (facts_list_of(db, &list->at[i].coded,
		    qda_facts_analysis_sql[CODED], ids[i], e) < 0)
			return -1;
	return verdicts(db, list, e);
}

int
qda_fact_coders(struct qda_db *db, struct qda_fact_coders *list,
    struct qda_err *e)
{
	struct qda_fact_coder	*c;
	struct db_rows		*rows;
	int64_t			*ids = NULL;
	size_t			 cap = 0;
	int			 more;

	memset(list, 0, sizeof(*list));
	if (db_ask(&rows, db, e, qda_facts_analysis_sql[CODERS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		ids = qda_grow(ids, &cap, list->n, sizeof(*ids));
		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		c = &list->at[list->n];
		ids[list->n++] = db_int(rows, 0);
		c->name = facts_text(rows, 1);
		c->blind = db_int(rows, 2);
		list->sources = db_int(rows, 3);
		c->open = db_int(rows, 4);
	}
	if (more == 0)
		more = coded(db, list, ids, e);
	if (more < 0)
		qda_fact_coders_free(list);
	free(ids);
	return more;
}

void
qda_fact_coders_free(struct qda_fact_coders *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].name);
		qda_tallies_free(&list->at[i].coded);
	}
	free(list->at);
	memset(list, 0, sizeof(*list));
}

int
qda_fact_tree(struct qda_db *db, const char *coders,
    struct qda_fact_tree *tree, struct qda_err *e)
{
	struct db_rows	*rows;

	memset(tree, 0, sizeof(*tree));
	if (facts_row(&rows, db, qda_facts_analysis_sql[TREE], coders, e) < 0)
		return -1;
	tree->categories = db_int(rows, 0);
	tree->subcategories = db_int(rows, 1);
	tree->properties = db_int(rows, 2);
	tree->defined = db_int(rows, 3);
	db_stop(rows);
	return 0;
}

int
qda_fact_derivation(struct qda_db *db, const char *coders,
    struct qda_fact_derivation *d, struct qda_err *e)
{
	struct db_rows	*rows;

	memset(d, 0, sizeof(*d));
	if (facts_row(&rows, db, qda_facts_analysis_sql[DERIVATION], coders,
	    e) < 0)
		return -1;
	d->properties = db_int(rows, 0);
	d->during = db_int(rows, 1);
	d->loaded = db_int(rows, 2);
	d->days = db_int(rows, 3);
	d->searched = db_int(rows, 4);
	d->read = db_int(rows, 5);
	db_stop(rows);
	return 0;
}

int
qda_fact_codings(struct qda_db *db, int64_t *n, struct qda_err *e)
{
	return db_ask_int(n, db, e, qda_facts_analysis_sql[CODINGS], "") < 0 ?
	    -1 : 0;
}

int
qda_fact_software(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_analysis_sql[SOFTWARE], NULL,
	    e);
}

int
qda_fact_support(struct qda_db *db, const char *coders,
    struct qda_fact_support *s, struct qda_err *e)
{
	struct db_rows	*rows;

	memset(s, 0, sizeof(*s));
	if (facts_row(&rows, db, qda_facts_analysis_sql[SUPPORT], coders, e) <
	    0)
		return -1;
	s->properties = db_int(rows, 0);
	s->extracts = db_int(rows, 1);
	s->single = db_int(rows, 2);
	s->silent = db_int(rows, 3);
	s->relations = db_int(rows, 4);
	s->unsupported = db_int(rows, 5);
	db_stop(rows);
	return 0;
}

int
qda_fact_themes(struct qda_db *db, const char *coders,
    struct qda_tallies *list, struct qda_err *e)
{
	return facts_list(db, list, qda_facts_analysis_sql[THEMES], coders,
	    e);
}

int
qda_fact_contrary(struct qda_db *db, const char *coders,
    struct qda_tallies *list, struct qda_err *e)
{
	return facts_list(db, list, qda_facts_analysis_sql[CONTRARY], coders,
	    e);
}
