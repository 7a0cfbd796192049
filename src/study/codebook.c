/* codebook.c: the codes, how they are grouped, in memory. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/mem.h"
#include "study/book.h"
#include "study/sql.h"

enum { CODES, GROUPINGS };

const char *const qda_codebook_sql[] = {
	[CODES] = "SELECT id, name, kind, definition FROM code ORDER BY id",
	[GROUPINGS] = "SELECT category, member FROM grouping"
		" ORDER BY main DESC, category, position, id",
	NULL
};

size_t
qda_book_find(const struct qda_book *book, int64_t id)
{
	size_t	 low = 0, high = book->n;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (book->code[mid].id < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low < book->n && book->code[low].id == id ? low : QDA_NOWHERE;
}

static int
read_codes(struct qda_book *book, struct qda_db *db, struct qda_err *e)
{
	struct db_rows		*rows;
	struct qda_book_code	*c;
	size_t			 cap = 0;
	int			 more;

	if (db_ask(&rows, db, e, qda_codebook_sql[CODES], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		book->code = qda_grow(book->code, &cap, book->n,
		    sizeof(*book->code));
		c = &book->code[book->n++];
		memset(c, 0, sizeof(*c));
		c->id = db_int(rows, 0);
		c->name = qda_strdup(db_text(rows, 1));
		c->category = strcmp(db_text(rows, 2), "category") == 0;
		c->definition = qda_strdup(db_text(rows, 3));
	}
	return more;
}

static void
append(size_t **list, size_t *n, size_t value)
{
	size_t	 cap = *n;

	/* lists are short, and grow by doubling at powers of two */
	if ((*n & (*n - 1)) == 0)
		*list = qda_grow(*list, &cap, *n, sizeof(**list));
	(*list)[(*n)++] = value;
}

static int
read_groupings(struct qda_book *book, struct qda_db *db, struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 category, member;
	int		 more;

	if (db_ask(&rows, db, e, qda_codebook_sql[GROUPINGS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		category = qda_book_find(book, db_int(rows, 0));
		member = qda_book_find(book, db_int(rows, 1));
		if (category == QDA_NOWHERE || member == QDA_NOWHERE)
			continue;
		append(&book->code[category].members,
		    &book->code[category].n_members, member);
		append(&book->code[member].parents,
		    &book->code[member].n_parents, category);
	}
	return more;
}

int
qda_book_read(struct qda_book **result, struct qda_db *db,
    const int64_t *coders, size_t n, struct qda_err *e)
{
	struct qda_book	*book = qda_alloc(1, sizeof(*book));

	*result = book;
	if (read_codes(book, db, e) == 0 && read_groupings(book, db, e) == 0 &&
	    book_count(book, db, coders, n, e) == 0)
		return 0;
	qda_book_free(book);
	*result = NULL;
	return -1;
}

static void
free_names(char **names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(names[i]);
	free(names);
}

void
qda_book_free(struct qda_book *book)
{
	if (book == NULL)
		return;
	for (size_t i = 0; i < book->n; i++) {
		free(book->code[i].name);
		free(book->code[i].definition);
		free(book->code[i].members);
		free(book->code[i].parents);
	}
	free(book->code);
	free_names(book->source, book->n_sources);
	free_names(book->participant, book->n_participants);
	book_uncount(book);
	free(book);
}

/* The tree being laid out: nodes done, and those still to come. */
struct layout {
	const struct qda_book	*book;
	struct qda_node		*nodes, *stack;
	size_t			 n, cap, high, stack_cap;
	bool			*shown;		/* a code, at its main place */
};

static void
push(struct layout *l, size_t code, size_t up, size_t depth, bool orphan)
{
	l->stack = qda_grow(l->stack, &l->stack_cap, l->high,
	    sizeof(*l->stack));
	l->stack[l->high++] = (struct qda_node){ code, up, depth, orphan };
}

/* Whether the code's members are to be shown under this node. */
static bool
opens(const struct layout *l, const struct qda_node *node)
{
	const struct qda_book_code	*c = &l->book->code[node->code];

	if (l->shown[node->code])
		return false;
	return node->up == QDA_NOWHERE ||
	    c->parents[0] == l->nodes[node->up].code;
}

/* Lays out one top code and all below it. */
static void
lay(struct layout *l, size_t top, bool orphan)
{
	const struct qda_book_code	*c;
	size_t				 at;

	push(l, top, QDA_NOWHERE, 0, orphan);
	while (l->high > 0) {
		l->nodes = qda_grow(l->nodes, &l->cap, l->n,
		    sizeof(*l->nodes));
		at = l->n++;
		l->nodes[at] = l->stack[--l->high];
		if (!opens(l, &l->nodes[at]))
			continue;
		c = &l->book->code[l->nodes[at].code];
		l->shown[l->nodes[at].code] = true;
		for (size_t i = c->n_members; i-- > 0;)
			push(l, c->members[i], at, l->nodes[at].depth + 1,
			    false);
	}
}

size_t
qda_book_tree(const struct qda_book *book, struct qda_node **nodes)
{
	struct layout			 l = { .book = book };
	const struct qda_book_code	*c;

	l.shown = qda_alloc(book->n + 1, sizeof(*l.shown));
	for (size_t i = 0; i < book->n; i++) {
		c = &book->code[i];
		if (c->n_parents == 0 && (c->category || c->n_members > 0))
			lay(&l, i, false);
	}
	/* a circle has no top: whatever made it, it is not hidden */
	for (size_t i = 0; i < book->n; i++)
		if (!l.shown[i] && book->code[i].n_members > 0)
			lay(&l, i, false);
	for (size_t i = 0; i < book->n; i++) {
		c = &book->code[i];
		if (c->n_parents == 0 && !c->category && c->n_members == 0)
			lay(&l, i, true);
	}
	free(l.shown);
	free(l.stack);
	*nodes = l.nodes;
	return l.n;
}

size_t
qda_node_path(const struct qda_node *nodes, size_t node, size_t **codes)
{
	size_t	 n = nodes[node].depth + 1;

	*codes = qda_alloc(n, sizeof(**codes));
	for (size_t i = n; i-- > 0; node = nodes[node].up)
		(*codes)[i] = nodes[node].code;
	return n;
}
