/* query_parse.c: the text of a query to a tree; knows no project. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "study/query_parse.h"

static void
free_node(struct qda_clause *node)
{
	struct qda_clause	*next;

	for (struct qda_clause *kid = node->first; kid != NULL; kid = next) {
		next = kid->next;
		free_node(kid);
	}
	if (node->op == QDA_OP_TERM)
		return;			/* the list of terms has it */
	free(node);
}

void
qda_clauses_free(struct qda_clauses *t)
{
	if (t == NULL)
		return;
	if (t->root != NULL)
		free_node(t->root);
	for (size_t i = 0; i < t->n; i++) {
		free(t->terms[i]->key);
		free(t->terms[i]->value);
		free(t->terms[i]);
	}
	free(t->text);
	free(t);
}

struct qda_clause *
parse_clause(enum qda_op op, struct qda_clause *first)
{
	struct qda_clause	*node = qda_alloc(1, sizeof(*node));

	node->op = op;
	node->first = first;
	return node;
}

static void
drop(struct qda_clause *node)
{
	if (node != NULL)
		free_node(node);
}

static int	 read_or(struct parser *, struct qda_clause **);

static int
read_group(struct parser *p, struct qda_clause **node)
{
	size_t	 from = p->at++;

	if (++p->depth > QDA_QUERY_DEPTH) {
		qda_fail(p->e, QDA_USAGE, _("more than %d parentheses "
		    "inside each other"), QDA_QUERY_DEPTH);
		return parse_wrong(p, from);
	}
	parse_blanks(p);
	if (p->s[p->at] == ')') {
		qda_fail(p->e, QDA_USAGE,
		    _("there is nothing in these parentheses"));
		return parse_wrong(p, from);
	}
	if (read_or(p, node) < 0)
		return -1;
	if (p->at == p->n) {
		qda_fail(p->e, QDA_USAGE,
		    _("this parenthesis is never closed"));
		return parse_wrong(p, from);
	}
	if (p->s[p->at] != ')') {
		qda_fail(p->e, QDA_USAGE,
		    _("'and' or 'or' is missing before this"));
		return parse_wrong(p, p->at);
	}
	p->at++;
	p->depth--;
	return 0;
}

static int
read_atom(struct parser *p, struct qda_clause **node)
{
	size_t		 end;
	enum word	 word = parse_word(p, p->at, &end);

	if (p->s[p->at] == '(')
		return read_group(p, node);
	if (p->at == p->n || p->s[p->at] == ')') {
		qda_fail(p->e, QDA_USAGE, _("something is missing here"));
		return parse_wrong(p, p->at);
	}
	if (word == NOT) {
		qda_fail(p->e, QDA_USAGE, _("put parentheses round 'not' and "
		    "what it denies"));
		return parse_wrong(p, p->at);
	}
	if (word != OTHER && p->s[p->at] != '"') {
		qda_fail(p->e, QDA_USAGE, _("something is missing before "
		    "'%.*s'"), (int)(end - p->at), p->s + p->at);
		return parse_wrong(p, p->at);
	}
	return parse_term(p, node);
}

/* N of near:N */
static int
read_near(struct parser *p, size_t end, int64_t *turns)
{
	size_t	 at = p->at + strlen("near:");

	*turns = strtoll(p->s + at, NULL, 10);
	if (end > at && end - at < 10 &&
	    at + strspn(p->s + at, "0123456789") == end)
		return 0;
	qda_fail(p->e, QDA_USAGE, _("near: wants a number of turns: near:3"));
	return parse_wrong(p, at);
}

static int
read_rel(struct parser *p, struct qda_clause **node)
{
	struct qda_clause	*right = NULL, *rel;
	size_t		 end;
	enum word	 word;

	if (read_atom(p, node) < 0)
		return -1;
	parse_blanks(p);
	word = parse_word(p, p->at, &end);
	if (word != WITHIN && word != OVERLAPS && word != NEAR)
		return 0;
	rel = parse_clause(QDA_OP_WITHIN + (enum qda_op)(word - WITHIN), *node);
	*node = rel;
	if (word == NEAR && read_near(p, end, &rel->turns) < 0)
		return -1;
	p->at = end;
	parse_blanks(p);
	if (read_atom(p, &right) < 0) {
		drop(right);
		return -1;
	}
	rel->first->next = right;
	parse_blanks(p);
	switch (parse_word(p, p->at, &end)) {
	case WITHIN:
	case OVERLAPS:
	case NEAR:
		qda_fail(p->e, QDA_USAGE, _("put parentheses round the first "
		    "'%s'"), word == WITHIN ? "within" : word == OVERLAPS ?
		    "overlaps" : "near");
		return parse_wrong(p, p->at);
	default:
		return 0;
	}
}

static int
read_neg(struct parser *p, struct qda_clause **node)
{
	size_t	 end;
	bool	 not = false;

	parse_blanks(p);
	while (parse_word(p, p->at, &end) == NOT) {
		not = !not;
		p->at = end;
		parse_blanks(p);
	}
	if (read_rel(p, node) < 0)
		return -1;
	if (not)
		*node = parse_clause(QDA_OP_NOT, *node);
	return 0;
}

/* Operands joined by one keyword, each read by `operand`. */
static int
read_list(struct parser *p, struct qda_clause **node, enum word keyword,
    enum qda_op op, int (*operand)(struct parser *, struct qda_clause **))
{
	struct qda_clause	**tail;
	size_t		  end;

	if (operand(p, node) < 0)
		return -1;
	parse_blanks(p);
	if (parse_word(p, p->at, &end) != keyword)
		return 0;
	*node = parse_clause(op, *node);
	tail = &(*node)->first->next;
	do {
		p->at = end;
		if (operand(p, tail) < 0)
			return -1;
		tail = &(*tail)->next;
		parse_blanks(p);
	} while (parse_word(p, p->at, &end) == keyword);
	return 0;
}

static int
read_and(struct parser *p, struct qda_clause **node)
{
	return read_list(p, node, AND, QDA_OP_AND, read_neg);
}

static int
read_or(struct parser *p, struct qda_clause **node)
{
	return read_list(p, node, OR, QDA_OP_OR, read_and);
}

static int
read_query(struct parser *p)
{
	parse_blanks(p);
	if (p->at == p->n)
		return 0;
	if (read_or(p, &p->tree->root) < 0)
		return -1;
	parse_blanks(p);
	if (p->at == p->n)
		return 0;
	if (p->s[p->at] == ')')
		qda_fail(p->e, QDA_USAGE, _("there is no '(' for this ')'"));
	else
		qda_fail(p->e, QDA_USAGE,
		    _("'and' or 'or' is missing before this"));
	return parse_wrong(p, p->at);
}

int
qda_clauses_read(struct qda_clauses **tree, const char *text, struct qda_err *e)
{
	struct parser	 p = { .e = e, .n = strlen(text) };
	size_t		 bad = qda_text_invalid(text, p.n);

	*tree = p.tree = qda_alloc(1, sizeof(*p.tree));
	p.s = p.tree->text = qda_strdup(text);
	if (bad < p.n)
		return qda_fail(e, QDA_USAGE, _("byte %zu of the query is not "
		    "UTF-8 (0x%02x)"), bad + 1, (unsigned char)text[bad]);
	return read_query(&p);
}
