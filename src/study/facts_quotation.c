/* facts_quotation.c: quotations chosen, and what is not quoted. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "study/coded.h"
#include "study/facts.h"
#include "study/sql.h"

enum { QUOTATIONS, WORDS, WITHOUT, THEMES };

/* The codes that have a quotation: told under it, or of its unit. */
#define QUOTED "quoted (id, code) AS (SELECT id, code FROM quotation" \
	" WHERE code IS NOT NULL UNION SELECT quotation.id, coding.code" \
	" FROM quotation JOIN coding USING (unit))"
#define BELOW "below (top, code) AS (SELECT id, id FROM code" \
	" WHERE kind = 'category' AND NOT EXISTS" \
	" (SELECT 1 FROM grouping WHERE member = code.id)" \
	" UNION SELECT top, member FROM below" \
	" JOIN grouping ON category = below.code)"

const char *const qda_facts_quotation_sql[] = {
	[QUOTATIONS] = "SELECT participant.name, NULL, count(*), 0"
		" FROM quotation JOIN unit ON unit.id = quotation.unit"
		" JOIN source ON source.id = unit.source"
		" LEFT JOIN participant ON participant.id = " WHO
		" GROUP BY participant.id ORDER BY participant.id",
	[WORDS] = "SELECT unit.words, quotation.text FROM quotation"
		" JOIN unit ON unit.id = quotation.unit",
	[WITHOUT] = "WITH RECURSIVE " BELOW ", " QUOTED
		" SELECT (SELECT count(DISTINCT top) FROM below"
		"  WHERE top NOT IN (SELECT top FROM below WHERE code IN"
		"  (SELECT code FROM quoted))),"
		" (SELECT count(*) FROM code WHERE kind = 'property'"
		"  AND id NOT IN (SELECT code FROM quoted)"
		"  AND " USED("code.id") ")",
	[THEMES] = "WITH RECURSIVE " BELOW ", " QUOTED
		" SELECT name, NULL, (SELECT count(DISTINCT quoted.id)"
		"  FROM below JOIN quoted USING (code)"
		"  WHERE top = code.id), 0 FROM code"
		" WHERE id IN (SELECT top FROM below) ORDER BY id",
	NULL
};

int
qda_fact_quotations(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_quotation_sql[QUOTATIONS], NULL,
	    e);
}

int
qda_fact_quoted_themes(struct qda_db *db, struct qda_tallies *list,
    struct qda_err *e)
{
	return facts_list(db, list, qda_facts_quotation_sql[THEMES], NULL, e);
}

/* Whether the piece is in the words from *at on; then *at is behind it. */
static bool
holds(const char **at, char *piece)
{
	char		*key = NULL;
	const char	*found;
	struct qda_err	 invalid;

	if (qda_text_key(&key, piece, &invalid) < 0)
		return false;
	found = strstr(*at, key);
	if (found != NULL)
		*at = found + strlen(key);
	free(key);
	return found != NULL;
}

/* The pieces of a quotation between its brackets, one after the other. */
static bool
is_exact(const char *words, const char *text)
{
	char		*key = NULL, *pieces = qda_strdup(text), *s;
	const char	*at;
	struct qda_err	 invalid;
	bool		 yes = qda_text_key(&key, words, &invalid) == 0;
	size_t		 n;

	at = key;
	for (s = pieces; yes && *s != '\0'; s += n) {
		char	 end;

		n = strcspn(s, "[(");
		end = s[n];
		s[n] = '\0';
		yes = holds(&at, s);
		s[n] = end;
		n += strcspn(s + n, "])");
		n += s[n] != '\0';
	}
	free(pieces);
	free(key);
	return yes;
}

static int
count_exact(struct qda_db *db, struct qda_fact_quoted *q, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_facts_quotation_sql[WORDS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		q->quotations++;
		q->exact += is_exact(db_text(rows, 0), db_text(rows, 1));
	}
	return more;
}

int
qda_fact_quoted(struct qda_db *db, const char *coders,
    struct qda_fact_quoted *q, struct qda_err *e)
{
	struct db_rows	*rows;

	memset(q, 0, sizeof(*q));
	if (count_exact(db, q, e) < 0 || facts_row(&rows, db,
	    qda_facts_quotation_sql[WITHOUT], coders, e) < 0)
		return -1;
	q->categories = db_int(rows, 0);
	q->properties = db_int(rows, 1);
	db_stop(rows);
	return 0;
}
