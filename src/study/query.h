/* query.h: what the files of the query compiler share. */
#ifndef STUDY_QUERY_H
#define STUDY_QUERY_H

#include <stdio.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/query.h"
#include "qda/regex.h"
#include "qda/voice.h"

/* A value bound to a parameter: a text, or a number when text is NULL. */
struct query_bind {
	char	*text;
	int64_t	 number;
};

/* A pattern that SQL asks for as a function. */
struct query_match {
	struct qda_regex	*regex;
	bool			 failed;	/* it took too many steps */
	struct qda_err		 e;
};

/* What ids are called, the ids rising. */
struct query_names {
	int64_t			*ids;
	size_t			 cap;
	struct qda_strings	 names;
};

struct query_coding {
	int64_t	 id, code;
};

/* What is known while the verbatims are walked. */
struct query_walk {
	bool			 coding;	/* one at a time */
	bool			 ahead;		/* the row is the next unit's */
	struct query_names	 codes, coders, sources;
	struct qda_voices	 voices;	/* of this source: */
	int64_t			 source, revision;
	struct query_coding	*codings;	/* of the unit */
	size_t			 n, cap;
	char			*words, *label, *joined;	/* lent */
};
void	 query_walk_end(struct query_walk *);

struct qda_query {
	struct qda_db		*db;
	struct qda_clauses		*tree;
	struct qda_strings	 notes;
	char			*coders, *sources, *people;	/* JSON, NULL:
								   all */
	struct qda_mem		 with;		/* common tables so far */
	int			 tables;	/* how many */
	struct query_bind	*binds;
	size_t			 n_binds, cap_binds;
	int64_t			*asked;		/* codes it names, not denied */
	size_t			 n_asked, cap_asked;
	bool			 denied;	/* within a "not" */
	struct query_match	**matches;
	size_t			 n_matches, cap_matches;
	struct db_rows		*rows;
	struct query_walk	 walk;
	struct qda_place	 place;		/* of at: alone */
	bool			 is_place;
};

/*
 * Writes a fragment of SQL in which ?1, ?2... are parameters of its own;
 * fmt has a letter for each, as in stmt.h (t, i).  Texts are copied.
 */
void	 query_put(struct qda_query *, FILE *, const char *fragment,
	    const char *fmt, ...);
/* The same with ?f the name of a function that asks for a pattern. */
int	 query_put_match(struct qda_query *, FILE *, const char *fragment,
	    const char *pattern, int flags, struct qda_err *) QDA_CHECKED;

/* The condition of a term, on the unit u. */
int	 query_term(struct qda_query *, FILE *, const struct qda_clause *,
	    struct qda_err *) QDA_CHECKED;
/* The same of an attribute. */
int	 query_attribute(struct qda_query *, FILE *, const struct qda_clause *,
	    struct qda_err *) QDA_CHECKED;
/* The values of an attribute and whose they are, for a matrix. */
struct query_value {
	int64_t	 owner;
	char	*value;
	double	 order;		/* among other values, 0 for words */
};
struct query_values {
	bool			 source;	/* owners are sources */
	struct query_value	*at;
	size_t			 n, cap;
};
int	 query_values(struct query_values *, struct qda_db *, const char *key,
	    struct qda_err *) QDA_CHECKED;
void	 query_values_free(struct query_values *);

/* Units that touch a turn of one of these participants. */
void	 query_people(struct qda_query *, FILE *, const char *json);

/*
 * The whole: "WITH ..., found AS (...)" on f, id, source, start and end of the
 * units that the tree wants, within the scope.
 */
int	 query_compile(struct qda_query *, FILE *, struct qda_err *)
	    QDA_CHECKED;
/* Prepares what was composed, and binds its values; frees sql. */
int	 query_begin(struct qda_query *, char *sql, struct db_rows **,
	    struct qda_err *) QDA_CHECKED;

/* The statement whose rows have these columns: WITH found before the tail,
 * in which ?1 is the coders that count as JSON, or NULL. */
int	 query_ask(struct qda_query *, const char *tail, struct qda_err *)
	    QDA_CHECKED;
/* The next of its rows: 1, 0, -1. */
int	 query_step(struct qda_query *, struct qda_err *) QDA_CHECKED;

/* Ids as the text of a JSON array; caller frees. */
char	*query_json(const int64_t *ids, size_t n);

/* What is common to a turn t and the unit u that touches it. */
#define QUERY_TOUCHES \
	"t.source = u.source AND t.revision = u.revision" \
	" AND t.\"start\" < u.\"end\" AND t.\"end\" > u.\"start\"" \
	" AND t.\"start\" >= ifnull((SELECT x.\"start\" FROM turn AS x" \
	" WHERE x.source = u.source AND x.revision = u.revision" \
	" AND x.\"start\" <= u.\"start\"" \
	" ORDER BY x.\"start\" DESC LIMIT 1), 0)"

/* The participant of a unit: of its first speaker, else of the source. */
#define QUERY_PERSON \
	"coalesce((SELECT k.participant FROM turn AS t" \
	" JOIN speaker AS k ON k.id = t.speaker WHERE " QUERY_TOUCHES \
	" ORDER BY t.\"start\" LIMIT 1), (SELECT s.participant" \
	" FROM source AS s WHERE s.id = u.source), 0)"

#define QUERY_LIST(n)	"(SELECT value FROM json_each(?" #n "))"

#endif
