/* query_parse.h: what the two halves of the query parser share. */
#ifndef STUDY_QUERY_PARSE_H
#define STUDY_QUERY_PARSE_H

#include "qda/query.h"

struct parser {
	struct qda_clauses	*tree;
	const char	*s;		/* the text */
	size_t		 at, n;
	int		 depth;
	struct qda_err	*e;
};

enum word { NO_WORD, AND, OR, NOT, WITHIN, OVERLAPS, NEAR, OTHER };

/* Adds a caret under a byte to the error that is there; -1. */
int		 parse_wrong(struct parser *, size_t at);
void		 parse_blanks(struct parser *);
/* What word stands at a place; *end where it ends. */
enum word	 parse_word(const struct parser *, size_t at, size_t *end);

struct qda_clause *parse_clause(enum qda_op, struct qda_clause *first);
/* A term at the place reached: words, a pattern, an attribute, a field. */
int		 parse_term(struct parser *, struct qda_clause **) QDA_CHECKED;

#endif
