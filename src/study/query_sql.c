/*
 * query_sql.c: the tree of a query to SQL, from fixed fragments and bound
 * values.  Conditions on the unit u go inline a few levels deep; what is
 * deeper, and every within, overlaps and near, becomes a common table.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "study/query.h"

enum {
	INLINE = 5,		/* levels that SQLite's parser stands easily */
	CHAIN = 10,		/* relations inside each other, likewise */
};

/* No text and no number: NULL. */
static void
add_bind(struct qda_query *q, const char *text, int64_t number)
{
	q->binds = qda_grow(q->binds, &q->cap_binds, q->n_binds,
	    sizeof(*q->binds));
	q->binds[q->n_binds].text = qda_strdup(text);
	q->binds[q->n_binds++].number = number;
}

void
query_put(struct qda_query *q, FILE *f, const char *fragment,
    const char *fmt, ...)
{
	int	 first = (int)q->n_binds;
	va_list	 ap;

	va_start(ap, fmt);
	for (; *fmt != '\0'; fmt++)
		if (*fmt == 't')
			add_bind(q, va_arg(ap, const char *), QDA_NONE);
		else
			add_bind(q, NULL, va_arg(ap, int64_t));
	va_end(ap);
	for (const char *p = fragment; *p != '\0'; p++)
		if (*p == '?' && p[1] >= '1' && p[1] <= '9')
			fprintf(f, "?%d", first + *++p - '0');
		else if (*p == '?' && p[1] == 'f') {
			fprintf(f, "fits%zu", q->n_matches - 1);
			p++;
		} else
			putc(*p, f);
}

/* What SQL calls; a failure is kept for the end of the walk. */
static int
matches(void *arg, const char *text, size_t n)
{
	struct query_match	*m = arg;
	size_t			 from, to;
	int			 rc;

	if (m->failed)
		return 0;
	rc = qda_regex_next(m->regex, text, n, 0, &from, &to, &m->e);
	m->failed = rc < 0;
	return rc > 0;
}

int
query_put_match(struct qda_query *q, FILE *f, const char *fragment,
    const char *pattern, int flags, struct qda_err *e)
{
	struct query_match	*m = qda_alloc(1, sizeof(*m));
	char			 name[32];

	q->matches = qda_grow(q->matches, &q->cap_matches, q->n_matches,
	    sizeof(*q->matches));
	snprintf(name, sizeof(name), "fits%zu", q->n_matches);
	q->matches[q->n_matches++] = m;
	if (qda_regex_open(&m->regex, pattern, flags, e) < 0 ||
	    db_function(q->db, name, matches, m, e) < 0)
		return -1;
	query_put(q, f, fragment, "");
	return 0;
}

static int	 put(struct qda_query *, FILE *, const struct qda_clause *,
		    int depth, struct qda_err *);

/* Units that the coders of the scope made or coded. */
static void
put_coders(struct qda_query *q, FILE *f)
{
	if (q->coders != NULL)
		query_put(q, f, "(u.coder IN " QUERY_LIST(1) " OR EXISTS"
		    " (SELECT 1 FROM coding AS g WHERE g.unit = u.id"
		    " AND g.coder IN " QUERY_LIST(1) ")) AND ", "t",
		    q->coders);
}

/* The condition of a node as text of its own; NULL on failure. */
static char *
condition(struct qda_query *q, const struct qda_clause *node, int depth,
    struct qda_err *e)
{
	struct qda_mem	 m;
	char		*text;
	int		 rc;

	qda_mem_open(&m);
	put_coders(q, m.f);
	rc = put(q, m.f, node, depth, e);
	text = qda_mem_text(&m);
	if (rc == 0)
		return text;
	free(text);
	return NULL;
}

static void
begin_table(struct qda_query *q, const char *name, int number)
{
	fprintf(q->with.f, "%s%s%d", q->tables++ == 0 ? "WITH " : ", ", name,
	    number);
}

/* A node too deep to stand inline: the ids of its units. */
static int
put_table(struct qda_query *q, FILE *f, const struct qda_clause *node,
    struct qda_err *e)
{
	char	*text = condition(q, node, 0, e);
	int	 number = q->tables;

	if (text == NULL)
		return -1;
	begin_table(q, "part", number);
	fprintf(q->with.f, "(id) AS (SELECT u.id FROM unit AS u WHERE %s)",
	    text);
	fprintf(f, "u.id IN (SELECT id FROM part%d)", number);
	free(text);
	return 0;
}

/*
 * One side of within, overlaps, near as events: where it begins (b) and ends
 * (e), in characters or in turns; k is 1 for the side that is only asked.
 */
static void
put_side(struct qda_query *q, enum qda_op op, const char *text, int k)
{
#define TURN(until) "ifnull((SELECT t.seq FROM turn AS t" \
	" WHERE t.source = u.source AND t.revision = u.revision" \
	" AND t.\"start\" " until " ORDER BY t.\"start\" DESC LIMIT 1), 0)"
	fprintf(q->with.f, "SELECT u.source AS s, u.revision AS r, %s AS b,"
	    " %s AS e, u.id AS id, %d AS k FROM unit AS u WHERE %s",
	    op == QDA_OP_NEAR ? TURN("<= u.\"start\"") : "u.\"start\"",
	    op == QDA_OP_NEAR ? TURN("< u.\"end\"") : "u.\"end\"", k, text);
}

/*
 * Running windows instead of comparing all with all.  In the order of the
 * beginnings, what stands before a unit touches it when the farthest end so
 * far (me) lies behind its beginning, what stands after it when the nearest
 * beginning (nb) lies before its end.  A unit stands before itself in both
 * directions (k), so that it is not its own neighbour; within counts itself.
 */
static void
put_windows(struct qda_query *q, const struct qda_clause *node, int number)
{
	static const char	around[] =
		", max(iif(k, e, NULL)) OVER (PARTITION BY s, r"
		" ORDER BY b, e, id, k ROWS UNBOUNDED PRECEDING) AS me,"
		" min(iif(k, b, NULL)) OVER (PARTITION BY s, r"
		" ORDER BY b DESC, e DESC, id DESC, k"
		" ROWS UNBOUNDED PRECEDING) AS nb";
	static const char	before[] =
		", max(iif(k, e, NULL)) OVER (PARTITION BY s, r ORDER BY b"
		" RANGE UNBOUNDED PRECEDING) AS me";

	begin_table(q, "window", number);
	fprintf(q->with.f, " AS (SELECT id, k, b, e%s FROM event%d)",
	    node->op == QDA_OP_WITHIN ? before : around, number);
	begin_table(q, "part", number);
	fprintf(q->with.f, "(id) AS (SELECT id FROM window%d WHERE k = 0 AND ",
	    number);
	if (node->op == QDA_OP_WITHIN)
		fputs("me >= e)", q->with.f);
	else if (node->op == QDA_OP_OVERLAPS)
		fputs("(me > b OR nb < e))", q->with.f);
	else
		query_put(q, q->with.f, "(me >= b - ?1 OR nb <= e + ?1))",
		    "i", node->turns);
}

/* How many relations stand inside each other. */
static int
chain(const struct qda_clause *node)
{
	int	 most = 0, n;

	for (const struct qda_clause *k = node->first; k; k = k->next)
		if ((n = chain(k)) > most)
			most = n;
	return most + (node->op >= QDA_OP_WITHIN);
}

/* Asks for the ids of a table at once, so that the rest need not hold it. */
static int
put_answer(struct qda_query *q, FILE *f, int number, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	fflush(q->with.f);
	/* the last parameter is named, so that all can be bound */
	add_bind(q, NULL, 1);
	if (query_begin(q, qda_sprintf("%s SELECT json_group_array(id)"
	    " FROM part%d WHERE ?%zu", q->with.text, number, q->n_binds),
	    &rows, e) < 0)
		return -1;
	if ((more = db_next(rows, e)) > 0) {
		query_put(q, f, "u.id IN " QUERY_LIST(1), "t",
		    db_text(rows, 0));
		db_stop(rows);
	}
	return more < 0 ? -1 : 0;
}

static int
put_rel(struct qda_query *q, FILE *f, const struct qda_clause *node,
    struct qda_err *e)
{
	char	*left = condition(q, node->first, 0, e), *right = NULL;
	int	 number, rc = -1;

	if (left == NULL ||
	    (right = condition(q, node->first->next, 0, e)) == NULL)
		goto out;
	number = q->tables;
	begin_table(q, "event", number);
	fputs(" AS (", q->with.f);
	put_side(q, node->op, left, 0);
	fputs(" UNION ALL ", q->with.f);
	put_side(q, node->op, right, 1);
	putc(')', q->with.f);
	put_windows(q, node, number);
	rc = 0;
	if (chain(node) % CHAIN == 0)
		rc = put_answer(q, f, number, e);
	else
		fprintf(f, "u.id IN (SELECT id FROM part%d)", number);
out:
	free(left);
	free(right);
	return rc;
}

static int
put_list(struct qda_query *q, FILE *f, const struct qda_clause *node,
    int depth, struct qda_err *e)
{
	putc('(', f);
	for (const struct qda_clause *k = node->first; k != NULL; k = k->next) {
		if (k != node->first)
			fputs(node->op == QDA_OP_AND ? " AND " : " OR ", f);
		if (put(q, f, k, depth + 1, e) < 0)
			return -1;
	}
	putc(')', f);
	return 0;
}

static int
put_not(struct qda_query *q, FILE *f, const struct qda_clause *node, int depth,
    struct qda_err *e)
{
	int	 rc;

	q->denied = !q->denied;
	fputs("NOT (", f);
	rc = put(q, f, node->first, depth + 1, e);
	putc(')', f);
	q->denied = !q->denied;
	return rc;
}

static int
put(struct qda_query *q, FILE *f, const struct qda_clause *node, int depth,
    struct qda_err *e)
{
	if (depth >= INLINE && node->op != QDA_OP_TERM)
		return put_table(q, f, node, e);
	switch (node->op) {
	case QDA_OP_TERM:
		return query_term(q, f, node, e);
	case QDA_OP_NOT:
		return put_not(q, f, node, depth, e);
	case QDA_OP_AND:
	case QDA_OP_OR:
		return put_list(q, f, node, depth, e);
	default:
		return put_rel(q, f, node, e);
	}
}

int
query_compile(struct qda_query *q, FILE *f, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*text;
	int		 rc = 0;

	qda_mem_open(&m);
	put_coders(q, m.f);
	if (q->sources != NULL)
		query_put(q, m.f, "u.source IN " QUERY_LIST(1) " AND ", "t",
		    q->sources);
	if (q->people != NULL) {
		query_people(q, m.f, q->people);
		fputs(" AND ", m.f);
	}
	if (q->tree->root == NULL)
		putc('1', m.f);
	else
		rc = put(q, m.f, q->tree->root, 0, e);
	text = qda_mem_text(&m);
	if (rc == 0) {
		fprintf(q->with.f, "%sfound AS (SELECT u.id, u.source,"
		    " u.\"start\", u.\"end\" FROM unit AS u WHERE %s)",
		    q->tables == 0 ? "WITH " : ", ", text);
		fflush(q->with.f);
		fputs(q->with.text, f);
	}
	free(text);
	return rc;
}

int
query_begin(struct qda_query *q, char *sql, struct db_rows **rows,
    struct qda_err *e)
{
	int	 rc = db_ask_once(rows, q->db, e, sql);

	free(sql);
	for (size_t i = 0; rc == 0 && i < q->n_binds; i++)
		if (q->binds[i].text != NULL)
			rc = db_bind_text(*rows, (int)i + 1, q->binds[i].text,
			    e);
		else if (q->binds[i].number != QDA_NONE)
			rc = db_bind_int(*rows, (int)i + 1,
			    q->binds[i].number, e);
	return rc;
}
