/*
 * query.h: the language in which verbatims are asked for; qda-query(7) is its
 * page.  A query is about meaning units.
 */
#ifndef QDA_QUERY_H
#define QDA_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"

/* The query as a tree; text that was read alone, without a project. */
enum qda_op {
	QDA_OP_TERM,
	QDA_OP_NOT,		/* one child */
	QDA_OP_AND,		/* two or more, likewise or */
	QDA_OP_OR,
	QDA_OP_WITHIN,		/* two, likewise the others */
	QDA_OP_OVERLAPS,
	QDA_OP_NEAR,
};
enum qda_term {
	QDA_TERM_WORDS,
	QDA_TERM_REGEX,
	QDA_TERM_ATTRIBUTE,	/* @key=value */
	QDA_TERM_CODE,		/* fields from here on */
	QDA_TERM_UNDER,
	QDA_TERM_SOURCE,
	QDA_TERM_PARTICIPANT,
	QDA_TERM_SPEAKER,
	QDA_TERM_ROLE,
	QDA_TERM_CODER,
	QDA_TERM_KIND,
	QDA_TERM_AT,
	QDA_TERM_DATE,
	QDA_TERM_MEMO,
};
enum qda_cmp {
	QDA_CMP_EQ, QDA_CMP_NE, QDA_CMP_LT, QDA_CMP_LE, QDA_CMP_GT, QDA_CMP_GE
};

struct qda_clause {
	enum qda_op	 op;
	struct qda_clause	*first;		/* child */
	struct qda_clause	*next;		/* of the same parent */
	int64_t		 turns;		/* of near */

	enum qda_term	 term;
	char		*key;		/* of an attribute */
	enum qda_cmp	 cmp;
	char		*value;		/* without its quotes */
	bool		 quoted;	/* "*" is a star then */
	bool		 nocase;	/* of a pattern */
	size_t		 at, end;	/* bytes of the value in the text */
	size_t		 key_at;	/* of an attribute's key */
};

enum {
	QDA_QUERY_DEPTH = 100,		/* parentheses inside each other */
	QDA_QUERY_TERMS = 500,
};

struct qda_clauses {
	char		*text;
	struct qda_clause	*root;		/* NULL: every verbatim */
	struct qda_clause	*terms[QDA_QUERY_TERMS];	/* in order */
	size_t		 n;
};

/*
 * Reads a query.  Fails with QDA_USAGE, the query and a caret under the
 * mistake; the terms before it are in the tree even then.  Free it always.
 */
int	 qda_clauses_read(struct qda_clauses **, const char *text,
	    struct qda_err *) QDA_CHECKED;
void	 qda_clauses_free(struct qda_clauses *);

/* Puts the query, and a caret under that byte, below the message; -1. */
int	 qda_clauses_point(const char *text, size_t at, struct qda_err *);

/* The name of a field ("code"), NULL for what has none. */
const char *qda_term_name(enum qda_term);

/*
 * A query of a project: its verbatims in document order.
 */
struct qda_scope {			/* what -c, -s and -P say */
	const char	*const *coders, *const *sources, *const *participants;
	size_t		 n_coders, n_sources, n_participants;
};

struct qda_query;

/*
 * Compiles a query.  Fails with QDA_USAGE on a mistake in it, with QDA_DATA
 * on a name that does not exist.  The name of a code alone means that code.
 */
int	 qda_query_open(struct qda_query **, struct qda_db *, const char *text,
	    const struct qda_scope *, struct qda_err *) QDA_CHECKED;
void	 qda_query_close(struct qda_query *);

/*
 * Sentences for the person: wildcards that matched nothing; when nothing was
 * found and "overlaps" would have found something, that.
 */
const struct qda_strings *qda_query_notes(struct qda_query *);

/* A unit, or with by_coding one of its codings; all text is lent. */
struct qda_verbatim {
	int64_t		 unit, source;
	const char	*name;		/* of the source */
	int64_t		 revision, start, end;
	const char	*words;
	const char	*label;		/* NULL: none; likewise below */
	const char	*coder;
	const char	*speaker;	/* of the first turn it touches */
	bool		 other;		/* that speaker is no participant */
	const char	*participant;	/* of that speaker, else the source */
	const char	*codes;		/* joined by U+001F; by coding: one */
	const char	*when;		/* by coding: UTC */
	const char	*stance;	/* by coding */
	const char	*position;	/* by coding; on the dimension */
	int64_t		 code;		/* by coding: its id */
};

/* Begins the walk; once. */
int	 qda_query_list(struct qda_query *, bool by_coding, struct qda_err *)
	    QDA_CHECKED;
/* The same of the units at exactly that place; may be asked again. */
struct qda_place;
int	 qda_query_list_at(struct qda_query *, const struct qda_place *,
	    bool by_coding, struct qda_err *) QDA_CHECKED;
int	 qda_query_next(struct qda_query *, struct qda_verbatim *,
	    struct qda_err *) QDA_CHECKED;
/* At the end of the walk, when it found nothing: looks for a hint. */
int	 qda_query_hint(struct qda_query *, struct qda_err *) QDA_CHECKED;

/* The place when all that is asked is at:ADDRESS; NULL otherwise. */
const struct qda_place *qda_query_place(const struct qda_query *);

/* Whether the query asks for that code, or for none in particular. */
bool	 qda_query_names(const struct qda_query *, int64_t code);

#endif
