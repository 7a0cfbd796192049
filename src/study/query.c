/* query.c: verbatims that a query asks for, in document order. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/participant.h"
#include "qda/source.h"
#include "qda/text.h"
#include "study/query.h"
#include "study/sql.h"

enum { LONGEST };

const char *const qda_query_text_sql[] = {
	[LONGEST] = "SELECT ifnull(max(length(CAST(key AS BLOB))), 0)"
		" FROM code",
	NULL
};

/* Names given with -c, -s, -P as JSON; NULL when none were. */
static int
read_names(char **json, struct qda_db *db, const char *const *names, size_t n,
    int (*need)(struct qda_db *, const char *, int64_t *, struct qda_err *),
    struct qda_err *e)
{
	int64_t	*ids;

	if (n == 0)
		return 0;
	ids = qda_alloc(n, sizeof(*ids));
	for (size_t i = 0; i < n; i++)
		if (need(db, names[i], &ids[i], e) < 0) {
			free(ids);
			return -1;
		}
	*json = query_json(ids, n);
	free(ids);
	return 0;
}

static int
read_scope(struct qda_query *q, const struct qda_scope *s, struct qda_err *e)
{
	if (s == NULL)
		return 0;
	if (read_names(&q->coders, q->db, s->coders, s->n_coders,
	    qda_coder_need, e) < 0 ||
	    read_names(&q->sources, q->db, s->sources, s->n_sources,
	    qda_source_need, e) < 0)
		return -1;
	return read_names(&q->people, q->db, s->participants,
	    s->n_participants, qda_participant_need, e);
}

/* Whether the value of a term, and words behind it, are the name of a code. */
static int
longer_name(struct qda_query *q, const struct qda_clause *t, size_t longest,
    struct qda_err *e)
{
	const char	*s = q->tree->text, *from = s + t->at;
	size_t		 end = t->end;
	char		*name;
	int64_t		 id;
	int		 found = 0;

	while (found == 0 && s[end] != '\0' && end - t->at <= 4 * longest) {
		while (s[end] == ' ' || s[end] == ')' || s[end] == '(')
			end++;
		end += strcspn(s + end, " )");
		end += s[end] == ')';
		name = qda_strndup(from, end - t->at);
		found = qda_code_find(q->db, name, &id, e);
		if (found > 0) {
			qda_fail(e, QDA_USAGE, _("there is a code '%s': quote "
			    "it: %s:\"%s\""), name,
			    t->term == QDA_TERM_UNDER ? "under" : "code",
			    name);
			qda_clauses_point(s, t->at, e);
		}
		free(name);
	}
	return found;
}

/*
 * "trust and respect" may be one name: then it is refused, whatever else the
 * query means or lacks.  1 when that was so.
 */
static int
check_names(struct qda_query *q, struct qda_err *e)
{
	const struct qda_clause	*t;
	int64_t			 longest;
	int			 rc = 0;

	if (db_ask_int(&longest, q->db, e, qda_query_text_sql[LONGEST],
	    "") < 0)
		return -1;
	for (size_t i = 0; i < q->tree->n && rc == 0; i++) {
		t = q->tree->terms[i];
		if (!t->quoted && t->value != NULL &&
		    (t->term == QDA_TERM_CODE || t->term == QDA_TERM_UNDER ||
		    (t->term == QDA_TERM_WORDS && i == 0)))
			rc = longer_name(q, t, (size_t)longest, e);
	}
	return rc;
}

/* The name of a code alone, whatever it holds, means that code: 1 if so. */
static int
read_bare(struct qda_query *q, const char *text, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*term;
	int64_t		 id;
	int		 rc = 0, found;

	if (qda_text_invalid(text, strlen(text)) < strlen(text))
		return 0;
	found = qda_code_find(q->db, text, &id, e);
	if (found <= 0)
		return found;
	fputs("code:\"", qda_mem_open(&m));
	for (; *text != '\0'; text++)
		fprintf(m.f, strchr("\"\\", *text) != NULL ? "\\%c" : "%c",
		    *text);
	putc('"', m.f);
	term = qda_mem_text(&m);
	rc = qda_clauses_read(&q->tree, term, e);
	free(term);
	return rc < 0 ? -1 : 1;
}

static int
read_text(struct qda_query *q, const char *text, struct qda_err *e)
{
	struct qda_err	 syntax = { QDA_OK, "" };
	int		 rc = read_bare(q, text, e), named = 0;

	if (rc != 0)
		return rc < 0 ? -1 : 0;
	rc = qda_clauses_read(&q->tree, text, &syntax);
	if (rc == 0 || q->tree->n > 0)
		named = check_names(q, e);
	if (rc < 0 && named == 0)
		*e = syntax;
	return rc < 0 || named != 0 ? -1 : 0;
}

/* What was composed for another walk is forgotten. */
static void
reset(struct qda_query *q)
{
	db_stop(q->rows);
	q->rows = NULL;
	for (size_t i = 0; i < q->n_binds; i++)
		free(q->binds[i].text);
	q->n_binds = 0;
	free(qda_mem_text(&q->with));
	q->tables = 0;
	qda_mem_open(&q->with);
}

int
qda_query_open(struct qda_query **query, struct qda_db *db, const char *text,
    const struct qda_scope *scope, struct qda_err *e)
{
	struct qda_query	*q = qda_alloc(1, sizeof(*q));

	q->db = db;
	qda_mem_open(&q->with);
	if (read_scope(q, scope, e) < 0 || read_text(q, text, e) < 0) {
		qda_query_close(q);
		return -1;
	}
	*query = q;
	return 0;
}

void
qda_query_close(struct qda_query *q)
{
	if (q == NULL)
		return;
	db_stop(q->rows);
	for (size_t i = 0; i < q->n_matches; i++) {
		qda_regex_close(q->matches[i]->regex);
		free(q->matches[i]);
	}
	free(q->matches);
	for (size_t i = 0; i < q->n_binds; i++)
		free(q->binds[i].text);
	free(q->binds);
	free(qda_mem_text(&q->with));
	free(q->asked);
	free(q->coders);
	free(q->sources);
	free(q->people);
	query_walk_end(&q->walk);
	qda_strings_free(&q->notes);
	qda_clauses_free(q->tree);
	free(q);
}

const struct qda_strings *
qda_query_notes(struct qda_query *q)
{
	return &q->notes;
}

const struct qda_place *
qda_query_place(const struct qda_query *q)
{
	return q->is_place ? &q->place : NULL;
}

/* Composes what is asked for behind the ids found. */
int
query_ask(struct qda_query *q, const char *tail, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*sql;
	int		 rc;

	reset(q);
	qda_mem_open(&m);
	/* ?1 is for the tail */
	query_put(q, m.f, "", "t", q->coders);
	rc = query_compile(q, m.f, e);
	fputs(tail, m.f);
	sql = qda_mem_text(&m);
	if (rc == 0)
		return query_begin(q, sql, &q->rows, e);
	free(sql);
	return rc;
}

bool
qda_query_names(const struct qda_query *q, int64_t code)
{
	for (size_t i = 0; i < q->n_asked; i++)
		if (q->asked[i] == code)
			return true;
	return q->n_asked == 0;
}

/* Whether a pattern took too many steps somewhere. */
static int
check_matches(const struct qda_query *q, struct qda_err *e)
{
	for (size_t i = 0; i < q->n_matches; i++)
		if (q->matches[i]->failed) {
			*e = q->matches[i]->e;
			return -1;
		}
	return 0;
}

int
query_step(struct qda_query *q, struct qda_err *e)
{
	int	 more = db_next(q->rows, e);

	if (more > 0)
		return 1;
	q->rows = NULL;			/* the end frees it */
	return more < 0 ? -1 : check_matches(q, e);
}

/* A code and nothing else. */
static bool
is_code(const struct qda_clause *t)
{
	return t->op == QDA_OP_TERM &&
	    (t->term == QDA_TERM_CODE || t->term == QDA_TERM_UNDER);
}

int
qda_query_hint(struct qda_query *q, struct qda_err *e)
{
	struct qda_clause	*root = q->tree->root;
	int64_t		 n = 0;
	int		 rc;

	if (root == NULL || root->op != QDA_OP_AND || !is_code(root->first) ||
	    !is_code(root->first->next) || root->first->next->next != NULL ||
	    q->notes.n > 0)
		return 0;
	root->op = QDA_OP_OVERLAPS;
	rc = query_ask(q, " SELECT count(*) FROM found", e);
	if (rc == 0 && (rc = query_step(q, e)) > 0) {
		n = db_int(q->rows, 0);
		rc = query_step(q, e);
	}
	root->op = QDA_OP_AND;
	if (rc == 0 && n > 0)
		qda_strings_take(&q->notes, qda_sprintf(_("'and' asks for one "
		    "verbatim that carries both; 'overlaps' in its place "
		    "finds %lld"), (long long)n));
	return rc;
}
