/* query_term.c: the terms of a query as conditions on the unit u. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/name.h"
#include "study/query.h"
#include "study/sql.h"

enum { CODES, SOURCES, PEOPLE, SPEAKERS, CODERS, IDS, BELOW, KINDS };

/* Lists give name, id, key. */
const char *const qda_query_sql[] = {
	[CODES] = "SELECT name, id, key FROM code",
	[SOURCES] = "SELECT name, id, key FROM source",
	[PEOPLE] = "SELECT name, id, key FROM participant",
	[SPEAKERS] = "SELECT label, id, key FROM speaker",
	[CODERS] = "SELECT name, id, key FROM coder",
	[IDS] = "SELECT value FROM json_each(?1)",
	[BELOW] = "WITH RECURSIVE x(c) AS (SELECT value FROM json_each(?1)"
		" UNION SELECT member FROM grouping JOIN x"
		" ON grouping.category = x.c)"
		" SELECT json_group_array(c) FROM x",
	[KINDS] = "SELECT json_group_array(id) FROM code WHERE kind = ?1",
	NULL
};

enum fragment {
	CODE, CODE_BY, ANY_CODE, ANY_CODE_BY, SOURCE, PERSON, SPEAKER, ROLE,
	CODER, SOURCE_KIND, PLACE, DATE, ANY_DATE, WORDS, MEMO, ANY_MEMO
};

static const char	*const fragments[] = {
	[CODE] = "u.id IN (SELECT unit FROM coding WHERE code IN "
		QUERY_LIST(1) ")",
	[CODE_BY] = "u.id IN (SELECT unit FROM coding WHERE code IN "
		QUERY_LIST(1) " AND coder IN " QUERY_LIST(2) ")",
	[ANY_CODE] = "EXISTS (SELECT 1 FROM coding AS g WHERE g.unit = u.id)",
	[ANY_CODE_BY] = "EXISTS (SELECT 1 FROM coding AS g"
		" WHERE g.unit = u.id AND g.coder IN " QUERY_LIST(1) ")",
	[SOURCE] = "u.source IN " QUERY_LIST(1),
	[PERSON] = "(u.source IN (SELECT id FROM source WHERE participant IN "
		QUERY_LIST(1) " UNION SELECT source FROM speaker"
		" WHERE participant IN " QUERY_LIST(1) ") AND ifnull((SELECT"
		" max(coalesce(k.participant, (SELECT s.participant"
		" FROM source AS s WHERE s.id = u.source), 0) IN "
		QUERY_LIST(1) ") FROM turn AS t JOIN speaker AS k"
		" ON k.id = t.speaker WHERE " QUERY_TOUCHES "), EXISTS"
		" (SELECT 1 FROM source AS s WHERE s.id = u.source"
		" AND s.participant IN " QUERY_LIST(1) ")))",
	[SPEAKER] = "(u.source IN (SELECT source FROM speaker WHERE id IN "
		QUERY_LIST(1) ") AND EXISTS (SELECT 1 FROM turn AS t WHERE "
		QUERY_TOUCHES " AND t.speaker IN " QUERY_LIST(1) "))",
	[ROLE] = "(EXISTS (SELECT 1 FROM turn AS t JOIN speaker AS k"
		" ON k.id = t.speaker WHERE " QUERY_TOUCHES
		" AND k.role = ?1) OR (?1 = 'participant' AND NOT EXISTS"
		" (SELECT 1 FROM turn AS t WHERE t.source = u.source"
		" AND t.revision = u.revision)))",
	[CODER] = "(u.coder IN " QUERY_LIST(1) " OR EXISTS (SELECT 1"
		" FROM coding AS g WHERE g.unit = u.id AND g.coder IN "
		QUERY_LIST(1) "))",
	[SOURCE_KIND] = "u.source IN (SELECT id FROM source WHERE kind = ?1)",
	[PLACE] = "(u.source = ?1 AND u.revision = ?2 AND u.\"start\" < ?4"
		" AND u.\"end\" > ?3)",
	[DATE] = "u.source IN (SELECT id FROM source"
		" WHERE substr(date, 1, length(?1)) >= ?1"
		" AND substr(date, 1, length(?2)) <= ?2)",
	[ANY_DATE] = "u.source IN (SELECT id FROM source"
		" WHERE date IS NOT NULL)",
	[WORDS] = "?f(u.words)",
#define MEMOS(what) "(" what("u.label") " OR u.id IN (SELECT o.unit" \
	" FROM memo_on AS o JOIN memo AS m ON m.id = o.memo" \
	" WHERE o.unit IS NOT NULL AND " \
	what("ifnull(m.title || char(10), '') || m.text") \
	" UNION SELECT g.unit FROM memo_on AS o JOIN memo AS m" \
	" ON m.id = o.memo JOIN coding AS g ON g.id = o.coding WHERE " \
	what("ifnull(m.title || char(10), '') || m.text") "))"
#define MATCHES(text) "?f(" text ")"
#define IS_THERE(text) "(" text ") IS NOT NULL"
	[MEMO] = MEMOS(MATCHES),
	[ANY_MEMO] = MEMOS(IS_THERE),
};

char *
query_json(const int64_t *ids, size_t n)
{
	struct qda_mem	 m;

	putc('[', qda_mem_open(&m));
	for (size_t i = 0; i < n; i++)
		fprintf(m.f, "%s%lld", i > 0 ? "," : "", (long long)ids[i]);
	putc(']', m.f);
	return qda_mem_text(&m);
}

/* The ids whose names fit the value of a term. */
static int
fitting(struct qda_query *q, const char *list, const struct qda_clause *t,
    int64_t **ids, size_t *n, struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	char		*key;
	int		 more;

	*ids = NULL;
	*n = 0;
	if (qda_text_key(&key, t->value, e) < 0)
		return -1;
	if (db_ask(&rows, q->db, e, list, "") < 0) {
		free(key);
		return -1;
	}
	while ((more = db_next(rows, e)) > 0)
		if (qda_text_fits(key, db_text(rows, 2), !t->quoted)) {
			*ids = qda_grow(*ids, &cap, *n, sizeof(**ids));
			(*ids)[(*n)++] = db_int(rows, 1);
		}
	free(key);
	return more;
}

/*
 * The ids that a term names as JSON: one that must exist, or with "*" any
 * number; caller frees.  sentence says that it does not, with one %s.
 */
static int
named(struct qda_query *q, const char *list, const char *sentence,
    const struct qda_clause *t, char **json, struct qda_err *e)
{
	int64_t	*ids;
	size_t	 n;
	bool	 wild = !t->quoted && strchr(t->value, '*') != NULL;
	int	 rc = fitting(q, list, t, &ids, &n, e);

	if (rc == 0 && n == 0 && !wild) {
		name_missing(q->db, list, sentence, t->value, e);
		rc = qda_clauses_point(q->tree->text, t->at, e);
	}
	if (rc == 0 && n == 0)
		qda_strings_take(&q->notes, qda_sprintf(
		    _("nothing is called '%s'"), t->value));
	if (rc == 0)
		*json = query_json(ids, n);
	free(ids);
	return rc;
}

static bool
is_any(const struct qda_clause *t)
{
	return !t->quoted && strcmp(t->value, "*") == 0;
}

static void
put_codes(struct qda_query *q, FILE *f, const char *json)
{
	if (q->coders == NULL)
		query_put(q, f, fragments[CODE], "t", json);
	else
		query_put(q, f, fragments[CODE_BY], "tt", json, q->coders);
}

/* Keeps what codes were asked for. */
static int
ask_codes(struct qda_query *q, const char *json, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (q->denied)
		return 0;
	if (db_ask(&rows, q->db, e, qda_query_sql[IDS], "t", json) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		q->asked = qda_grow(q->asked, &q->cap_asked, q->n_asked,
		    sizeof(*q->asked));
		q->asked[q->n_asked++] = db_int(rows, 0);
	}
	return more;
}

static int
put_code(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	char	*json = NULL, *below = NULL;
	int	 rc = 0;

	if (is_any(t)) {
		if (q->coders == NULL)
			query_put(q, f, fragments[ANY_CODE], "");
		else
			query_put(q, f, fragments[ANY_CODE_BY], "t",
			    q->coders);
		return 0;
	}
	if (named(q, qda_query_sql[CODES], _("there is no code '%s'"), t,
	    &json, e) < 0)
		return -1;
	if (t->term == QDA_TERM_UNDER)
		rc = db_ask_text(&below, q->db, e, qda_query_sql[BELOW], "t",
		    json);
	if (rc >= 0) {
		put_codes(q, f, below != NULL ? below : json);
		rc = ask_codes(q, below != NULL ? below : json, e);
	}
	free(json);
	free(below);
	return rc < 0 ? -1 : 0;
}

/* A term that names ids, in a fragment with them. */
static int
put_named(struct qda_query *q, FILE *f, const struct qda_clause *t, int list,
    const char *sentence, enum fragment fragment, struct qda_err *e)
{
	char	*json;

	if (named(q, qda_query_sql[list], sentence, t, &json, e) < 0)
		return -1;
	query_put(q, f, fragments[fragment], "t", json);
	free(json);
	return 0;
}

void
query_people(struct qda_query *q, FILE *f, const char *json)
{
	query_put(q, f, fragments[PERSON], "t", json);
}

/* The key that a word stands for, in NULL-ended pairs; NULL: none. */
static const char *
choice(const char *word, const char *const *pairs)
{
	for (; *pairs != NULL; pairs += 2)
		if (qda_text_distance(word, pairs[0]) == 0 ||
		    qda_text_distance(word, pairs[1]) == 0)
			return pairs[0];
	return NULL;
}

static int
no_choice(const struct qda_query *q, const struct qda_clause *t,
    const char *const *pairs, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*list;

	qda_mem_open(&m);
	for (const char *const *p = pairs; *p != NULL; p += 2)
		if (p == pairs || strcmp(p[0], p[-2]) != 0)
			fprintf(m.f, "%s%s", p > pairs ? ", " : "", *p);
	list = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("%s: '%s' is not one of %s"),
	    qda_term_name(t->term), t->value, list);
	free(list);
	return qda_clauses_point(q->tree->text, t->at, e);
}

static int
put_role(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	static const char	*const roles[] = {
		"participant", "participante", "interviewer", "enquêteur",
		"interviewer", "enquêtrice", "other", "autre", NULL
	};
	const char	*role = choice(t->value, roles);

	if (role == NULL)
		return no_choice(q, t, roles, e);
	query_put(q, f, fragments[ROLE], "t", role);
	return 0;
}

static int
put_kind(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	static const char	*const kinds[] = {
		"interview", "entretien", "focus-group", "groupe", "note",
		"note", "survey-answer", "réponse", "document", "document",
		"property", "propriété", "category", "catégorie", NULL
	};
	const char	*kind = choice(t->value, kinds);
	char		*json;

	if (kind == NULL)
		return no_choice(q, t, kinds, e);
	if (strcmp(kind, "property") != 0 && strcmp(kind, "category") != 0) {
		query_put(q, f, fragments[SOURCE_KIND], "t", kind);
		return 0;
	}
	if (db_ask_text(&json, q->db, e, qda_query_sql[KINDS], "t", kind) < 0)
		return -1;
	put_codes(q, f, json);
	free(json);
	return 0;
}

static int
put_place(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	struct qda_place	 p;

	if (qda_address_place(q->db, t->value, &p, e) < 0)
		return qda_clauses_point(q->tree->text, t->at, e);
	query_put(q, f, fragments[PLACE], "iiii", p.source, p.revision,
	    p.start, p.end);
	if (q->tree->root == t) {
		q->place = p;
		q->is_place = true;
	}
	return 0;
}

/* A date, a part of one, or two with ".." between them. */
static int
put_date(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	char	 from[11], to[11], *text, *dots;
	int	 rc;

	if (is_any(t)) {
		query_put(q, f, fragments[ANY_DATE], "");
		return 0;
	}
	text = qda_strdup(t->value);
	dots = strstr(text, "..");
	if (dots != NULL)
		*dots = '\0';
	rc = qda_date_read(from, text, e);
	if (rc == 0)
		rc = qda_date_read(to, dots == NULL ? text : dots + 2, e);
	free(text);
	if (rc < 0) {
		e->why = QDA_USAGE;
		return qda_clauses_point(q->tree->text, t->at, e);
	}
	query_put(q, f, fragments[DATE], "tt", from, to);
	return 0;
}

static int
put_words(struct qda_query *q, FILE *f, const struct qda_clause *t,
    enum fragment fragment, struct qda_err *e)
{
	int	 flags = QDA_REGEX_WORDS | (t->quoted ? 0 : QDA_REGEX_WILD);

	if (t->term == QDA_TERM_REGEX)
		flags = t->nocase ? QDA_REGEX_NOCASE : 0;
	else if (qda_text_words(t->value, strlen(t->value)) == 0 &&
	    strchr(t->value, '*') == NULL) {
		qda_fail(e, QDA_USAGE, _("there is no word in this"));
		return qda_clauses_point(q->tree->text, t->at, e);
	}
	return query_put_match(q, f, fragments[fragment], t->value, flags, e);
}

int
query_term(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	switch (t->term) {
	case QDA_TERM_WORDS:
	case QDA_TERM_REGEX:
		return put_words(q, f, t, WORDS, e);
	case QDA_TERM_ATTRIBUTE:
		return query_attribute(q, f, t, e);
	case QDA_TERM_CODE:
	case QDA_TERM_UNDER:
		return put_code(q, f, t, e);
	case QDA_TERM_SOURCE:
		return put_named(q, f, t, SOURCES,
		    _("there is no source '%s'"), SOURCE, e);
	case QDA_TERM_PARTICIPANT:
		return put_named(q, f, t, PEOPLE,
		    _("there is no participant '%s'"), PERSON, e);
	case QDA_TERM_SPEAKER:
		return put_named(q, f, t, SPEAKERS,
		    _("there is no speaker '%s'"), SPEAKER, e);
	case QDA_TERM_ROLE:
		return put_role(q, f, t, e);
	case QDA_TERM_CODER:
		return put_named(q, f, t, CODERS,
		    _("there is no coder '%s'"), CODER, e);
	case QDA_TERM_KIND:
		return put_kind(q, f, t, e);
	case QDA_TERM_AT:
		return put_place(q, f, t, e);
	case QDA_TERM_DATE:
		return put_date(q, f, t, e);
	case QDA_TERM_MEMO:
		if (!is_any(t))
			return put_words(q, f, t, MEMO, e);
		query_put(q, f, fragments[ANY_MEMO], "");
		return 0;
	}
	return -1;
}
