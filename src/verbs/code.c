/* code.c: the codebook shown: as a list, as a tree, one code in full. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/coder.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "qda/record.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code.h"

int
code_coders(int64_t **coders, struct qda_act *act, struct qda_err *e)
{
	*coders = qda_alloc(act->n_coders + 1, sizeof(**coders));
	for (size_t i = 0; i < act->n_coders; i++)
		if (qda_coder_need(act->db, act->coders[i], &(*coders)[i],
		    e) < 0)
			return -1;
	return 0;
}

int
code_book(struct qda_book **book, struct qda_act *act, struct qda_err *e)
{
	int64_t	*coders;
	int	 rc = code_coders(&coders, act, e);

	if (rc == 0)
		rc = qda_book_read(book, act->db, coders, act->n_coders, e);
	free(coders);
	return rc;
}

const char *
code_main(const struct qda_book *book, size_t code)
{
	const struct qda_book_code	*c = &book->code[code];

	return c->n_parents == 0 ? NULL : book->code[c->parents[0]].name;
}

static const char *
kind_of(const struct qda_book_code *c)
{
	return c->category ? "category" : "property";
}

struct sorted {
	char	*key;
	size_t	 code;
};

static int
by_key(const void *a, const void *b)
{
	const struct sorted	*p = a, *q = b;
	int			 c = strcmp(p->key, q->key);

	return c != 0 ? c : (p->code > q->code) - (p->code < q->code);
}

/* The codes by name, accents and case apart: é stands with e. */
static size_t *
by_name(const struct qda_book *book)
{
	struct sorted		*all = qda_alloc(book->n + 1, sizeof(*all));
	size_t			*order = qda_alloc(book->n + 1,
				    sizeof(*order));
	struct qda_folded	 f;

	for (size_t i = 0; i < book->n; i++) {
		qda_text_fold(&f, book->code[i].name,
		    strlen(book->code[i].name));
		all[i] = (struct sorted){ qda_strndup(f.s, f.n), i };
		qda_folded_free(&f);
	}
	qsort(all, book->n, sizeof(*all), by_key);
	for (size_t i = 0; i < book->n; i++) {
		order[i] = all[i].code;
		free(all[i].key);
	}
	free(all);
	return order;
}

static void
list_one(struct qda_table *t, const struct qda_book *book, size_t code)
{
	const struct qda_book_code	*c = &book->code[code];
	struct qda_code_tally		 tally;

	qda_book_tally(book, code, false, &tally);
	qda_table_text(t, c->name);
	qda_table_text(t, kind_of(c));
	qda_table_int(t, tally.uses);
	qda_table_int(t, tally.sources);
	qda_table_int(t, tally.participants);
	qda_table_int(t, tally.coders);
	qda_table_text(t, code_main(book, code));
	qda_table_text(t, c->definition);
	qda_code_tally_free(&tally);
}

int
qda_do_code_list(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "name", QDA_CELL_TEXT },
		{ "kind", QDA_CELL_TEXT },
		{ "uses", QDA_CELL_NUMBER },
		{ "sources", QDA_CELL_NUMBER },
		{ "participants", QDA_CELL_NUMBER },
		{ "coders", QDA_CELL_NUMBER },
		{ "main", QDA_CELL_TEXT },
		{ "definition", QDA_CELL_TEXT },
	};
	struct qda_book		*book;
	struct qda_table	*t;
	size_t			*order;

	if (code_book(&book, act, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	order = by_name(book);
	for (size_t i = 0; i < book->n; i++)
		list_one(t, book, order[i]);
	qda_table_close(t);
	free(order);
	qda_book_free(book);
	return 0;
}

/* As data a path and the name at its end; for a person the name, indented. */
static void
tree_row(struct qda_table *t, const struct qda_book *book,
    const struct qda_node *nodes, size_t node, bool shown)
{
	const struct qda_book_code	*c = &book->code[nodes[node].code];
	size_t				*codes;
	size_t				 n = qda_node_path(nodes, node,
					    &codes);
	const char			**names = qda_alloc(n,
					    sizeof(*names));
	struct qda_code_tally		 tally;

	for (size_t i = 0; i < n; i++)
		names[i] = book->code[codes[i]].name;
	qda_book_tally(book, nodes[node].code, true, &tally);
	qda_table_list(t, names, n);
	if (!shown)
		qda_table_text(t, c->name);
	qda_table_text(t, kind_of(c));
	if (!shown)
		qda_table_int(t, (int64_t)nodes[node].depth);
	qda_table_int(t, tally.uses);
	qda_table_int(t, tally.sources);
	qda_code_tally_free(&tally);
	free(names);
	free(codes);
}

static void
tree_table(struct qda_act *act, const struct qda_book *book,
    const struct qda_node *nodes, size_t n)
{
	static const struct qda_column	columns[] = {
		{ "path", QDA_CELL_PATH },
		{ "name", QDA_CELL_TEXT },
		{ "kind", QDA_CELL_TEXT },
		{ "depth", QDA_CELL_NUMBER },
		{ "uses", QDA_CELL_NUMBER },
		{ "sources", QDA_CELL_NUMBER },
	};
	static const struct qda_column	shown[] = {
		{ "name", QDA_CELL_PATH },
		{ "kind", QDA_CELL_TEXT },
		{ "uses", QDA_CELL_NUMBER },
		{ "sources", QDA_CELL_NUMBER },
	};
	bool			 table = act->as == QDA_AS_TABLE;
	struct qda_table	*t = table ?
				    qda_act_table(act, shown, sizeof(shown) /
				    sizeof(shown[0])) :
				    qda_act_table(act, columns,
				    sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < n; i++)
		tree_row(t, book, nodes, i, table);
	qda_table_close(t);
}

int
qda_do_code_tree(struct qda_act *act, struct qda_err *e)
{
	struct qda_book	*book;
	struct qda_node	*nodes;
	size_t		 n;
	int		 rc = 0;

	if (code_book(&book, act, e) < 0)
		return -1;
	n = qda_book_tree(book, &nodes);
	if (act->document != NULL)
		rc = code_tree_document(act, book, nodes, n, e);
	else
		tree_table(act, book, nodes, n);
	free(nodes);
	qda_book_free(book);
	return rc;
}

/* Names of codes, "; " between; NULL for none.  Caller frees. */
static char *
names_of(const struct qda_book *book, const size_t *codes, size_t n)
{
	struct qda_mem	 m;

	if (n == 0)
		return NULL;
	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		fputs(i > 0 ? "; " : "", m.f);
		for (const char *p = book->code[codes[i]].name; *p; p++)
			fprintf(m.f, *p == ';' ? "\\%c" : "%c", *p);
	}
	return qda_mem_text(&m);
}

static void
show_places(struct qda_record *r, const struct qda_book *book, size_t code)
{
	const struct qda_book_code	*c = &book->code[code];
	char				*in, *holds;

	in = names_of(book, c->parents, c->n_parents);
	holds = names_of(book, c->members, c->n_members);
	qda_record_text(r, "categories", in);
	qda_record_text(r, "members", holds);
	free(in);
	free(holds);
}

static void
show_counts(struct qda_record *r, const struct qda_book *book, size_t code)
{
	struct qda_code_tally	 own, below;

	qda_book_tally(book, code, false, &own);
	qda_book_tally(book, code, true, &below);
	qda_record_int(r, "uses", own.uses);
	if (book->code[code].category)
		qda_record_int(r, "uses-below", below.uses);
	qda_record_int(r, "sources", below.sources);
	qda_record_int(r, "participants", below.participants);
	qda_record_int(r, "coders", below.coders);
	qda_record_text(r, "first", below.first == QDA_NOWHERE ? NULL :
	    book->source[below.first]);
	qda_code_tally_free(&own);
	qda_code_tally_free(&below);
}

/* The numbers of the memos on it, for `qda memo show`. */
static int
show_memos(struct qda_record *r, struct qda_act *act, int64_t id,
    struct qda_err *e)
{
	struct qda_mem	 m;
	int64_t		*ids;
	char		*list;
	size_t		 n;

	if (qda_memo_about(&ids, &n, act->db, QDA_MEMO_CODE, id, e) < 0)
		return -1;
	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++)
		fprintf(m.f, "%s%lld", i > 0 ? "; " : "", (long long)ids[i]);
	list = qda_mem_text(&m);
	qda_record_text(r, "memos", n == 0 ? NULL : list);
	free(list);
	free(ids);
	return 0;
}

int
qda_do_code_show(struct qda_act *act, const char *name, struct qda_err *e)
{
	struct qda_book		*book = NULL;
	struct qda_record	*r = NULL;
	size_t			 code;
	int64_t			 id;
	int			 rc = -1;

	if (qda_code_need(act->db, name, &id, e) < 0 ||
	    code_book(&book, act, e) < 0)
		goto out;
	code = qda_book_find(book, id);
	r = qda_record_open(act);
	qda_record_text(r, "name", book->code[code].name);
	if (qda_record_fields(r, act, qda_code_fields, id, e) < 0)
		goto out;
	show_places(r, book, code);
	show_counts(r, book, code);
	if (show_memos(r, act, id, e) < 0)
		goto out;
	rc = 0;
out:
	qda_record_close(r);
	qda_book_free(book);
	return rc;
}
