/* quote_document.c: the quotations as a manuscript prints them. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/code.h"
#include "verbs/document.h"
#include "verbs/participant.h"
#include "verbs/quote.h"
#include "verbs/typography.h"

/* A quotation as it is printed, kept until its code's turn comes. */
struct printed {
	int64_t	 code;
	char	*who, *text, *place;
	bool	 done;
};

struct book {
	struct qda_doc	*doc;
	struct printed	*at;
	size_t		 n, cap;
};

int
quote_columns(struct qda_attributes *list, struct qda_db *db,
    const char *columns, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	int			 rc = qda_attributes_get(list, db,
				    "participant", e);

	qda_cell_list(&names, columns == NULL ? "" : columns);
	if (rc == 0)
		rc = participant_choose(list, &names, e);
	qda_strings_free(&names);
	return rc;
}

int
quote_about(char **about, struct qda_act *act,
    const struct qda_attributes *list, int64_t participant,
    struct qda_err *e)
{
	struct qda_mem	 m;
	char		*value, *words;
	size_t		 n = 0;
	int		 rc = 0;

	qda_mem_open(&m);
	for (size_t i = 0; rc == 0 && participant != QDA_NONE &&
	    i < list->n; i++) {
		rc = qda_attribute_value(&value, &list->at[i], act->db,
		    participant, e);
		if (rc < 0 || value == NULL)
			continue;
		words = participant_words(&list->at[i], value);
		fprintf(m.f, "%s%s", n++ == 0 ? " (" : ", ", words);
		free(words);
		free(value);
	}
	fputs(n > 0 ? ")" : "", m.f);
	*about = qda_mem_text(&m);
	return rc;
}

static int
keep(struct book *b, struct qda_act *act, const struct qda_attributes *list,
    const struct qda_quotation *q, struct qda_err *e)
{
	struct printed	*p;
	char		*about;

	if (quote_about(&about, act, list, q->person, e) < 0) {
		free(about);
		return -1;
	}
	b->at = qda_grow(b->at, &b->cap, b->n, sizeof(*b->at));
	p = &b->at[b->n++];
	p->code = q->code;
	p->who = qda_sprintf("%s%s", q->participant != NULL ? q->participant :
	    q->source, about);
	p->text = typography_quoted(q->text);
	p->place = qda_strdup(q->place);
	p->done = false;
	free(about);
	return 0;
}

static int
collect(struct book *b, struct qda_act *act,
    const struct qda_attributes *list, struct qda_err *e)
{
	struct qda_quotation	 q;
	struct db_rows		*walk;
	int			 more;

	if (qda_quotation_list(&walk, act->db, e) < 0)
		return -1;
	while ((more = qda_quotation_next(walk, &q, e)) > 0)
		if (keep(b, act, list, &q, e) < 0) {
			qda_quotation_end(walk);
			return -1;
		}
	return more;
}

static void
print(struct book *b, struct printed *p)
{
	char	*line = qda_sprintf(_(": “%s”"), p->text);

	qda_doc_block(b->doc, QDA_DOC_QUOTE, 0);
	qda_doc_text(b->doc, QDA_DOC_BOLD, p->who);
	qda_doc_text(b->doc, QDA_DOC_PLAIN, line);
	p->done = true;
	free(line);
}

static bool
has_any(const struct book *b, int64_t code)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->at[i].code == code && !b->at[i].done)
			return true;
	return false;
}

/* The headings of a node and of those above it that were not printed yet. */
static void
put_headings(struct book *b, const struct qda_book *codes,
    const struct qda_node *nodes, size_t node, bool *printed)
{
	size_t	 level = nodes[node].depth < 2 ? nodes[node].depth : 2;
	char	*name;

	if (printed[node])
		return;
	if (nodes[node].up != QDA_NOWHERE)
		put_headings(b, codes, nodes, nodes[node].up, printed);
	name = typography(codes->code[nodes[node].code].name);
	qda_doc_line(b->doc, QDA_DOC_HEADING1 + (enum qda_doc_block)level,
	    name);
	free(name);
	printed[node] = true;
}

/* In the order of the tree, then what is told under nothing. */
static void
print_all(struct book *b, const struct qda_book *codes)
{
	struct qda_node	*nodes;
	size_t		 n = qda_book_tree(codes, &nodes);
	bool		*printed = qda_alloc(n + 1, sizeof(*printed));

	for (size_t i = 0; i < n; i++) {
		int64_t	 code = codes->code[nodes[i].code].id;

		if (!has_any(b, code))
			continue;
		put_headings(b, codes, nodes, i, printed);
		for (size_t k = 0; k < b->n; k++)
			if (b->at[k].code == code)
				print(b, &b->at[k]);
	}
	if (has_any(b, QDA_NONE))
		qda_doc_line(b->doc, QDA_DOC_HEADING1, _("Under no code"));
	for (size_t k = 0; k < b->n; k++)
		if (!b->at[k].done)
			print(b, &b->at[k]);
	free(printed);
	free(nodes);
}

static void
forget(struct book *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->at[i].who);
		free(b->at[i].text);
		free(b->at[i].place);
	}
	free(b->at);
}

int
quote_document(struct qda_act *act, const char *columns, struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	struct qda_book		*codes = NULL;
	struct document		 d;
	struct book		 b = { .n = 0 };
	int			 rc = -1;

	if (quote_columns(&list, act->db, columns, e) < 0 ||
	    code_book(&codes, act, e) < 0 ||
	    document_begin(&d, act, N_("Quotations"), false, e) < 0)
		goto out;
	b.doc = d.doc;
	rc = collect(&b, act, &list, e);
	if (rc == 0)
		print_all(&b, codes);
	if (document_end(&d, e) < 0)
		rc = -1;
out:
	forget(&b);
	qda_attributes_free(&list);
	qda_book_free(codes);
	return rc;
}
