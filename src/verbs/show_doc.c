/* show_doc.c: extracts as a document, under the codes they carry. */
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/code.h"
#include "qda/lang.h"
#include "verbs/code.h"
#include "verbs/document.h"
#include "verbs/quote.h"
#include "verbs/show.h"
#include "verbs/typography.h"

struct collection {
	struct qda_act		*act;
	struct qda_doc		*doc;
	struct qda_book		*book;
	struct qda_node		*nodes;
	size_t			 n_nodes;
	size_t			 base;		/* node of under:CAT, or
						   QDA_NOWHERE */
	char			*title;
	struct show_extract	*at;
	size_t			 n, cap;
	struct show_source	 source;
	struct qda_attributes	 attributes;
};

/* ---- what there is ------------------------------------------------------ */

static bool
is_below(const struct collection *c, size_t node, size_t base)
{
	while (node != QDA_NOWHERE && node != base)
		node = c->nodes[node].up;
	return node == base;
}

/* The place of a code in the tree: one below the base, if it has one. */
static size_t
node_of(const struct collection *c, int64_t id)
{
	size_t	 found = QDA_NOWHERE;

	for (size_t i = 0; i < c->n_nodes; i++) {
		if (c->book->code[c->nodes[i].code].id != id)
			continue;
		if (c->base == QDA_NOWHERE || is_below(c, i, c->base))
			return i;
		if (found == QDA_NOWHERE)
			found = i;
	}
	return found;
}

/* What the document is about: a code when only that is asked for. */
static int
read_title(struct collection *c, const char *query, struct qda_err *e)
{
	struct qda_clauses	*q;
	const struct qda_clause	*root;
	int64_t			 id;
	int			 rc = qda_clauses_read(&q, query, e);

	root = rc == 0 ? q->root : NULL;
	if (root != NULL && root->op == QDA_OP_TERM &&
	    (root->term == QDA_TERM_UNDER || root->term == QDA_TERM_CODE) &&
	    (root->quoted || strchr(root->value, '*') == NULL))
		c->title = typography(root->value);
	if (c->title != NULL && root->term == QDA_TERM_UNDER &&
	    (rc = qda_code_find(c->act->db, root->value, &id, e)) > 0) {
		c->base = node_of(c, id);
		rc = 0;
	}
	qda_clauses_free(q);
	if (c->title == NULL)
		c->title = *query == '\0' ? qda_strdup(_("All extracts")) :
		    typography(query);
	return rc;
}

static int
by_node(const void *a, const void *b)
{
	const struct show_extract	*x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int
collect(struct collection *c, const struct qda_show *want,
    struct qda_query *query, struct qda_err *e)
{
	struct qda_verbatim	 v;
	struct show_extract	*x;
	int			 more;

	if (qda_query_list(query, true, e) < 0)
		return -1;
	while ((more = qda_query_next(query, &v, e)) > 0) {
		if (!qda_query_names(query, v.code))
			continue;
		c->at = qda_grow(c->at, &c->cap, c->n, sizeof(*c->at));
		x = &c->at[c->n++];
		if (show_extract_read(x, c->act, &c->source, &v,
		    want->context, &c->attributes, e) < 0)
			return -1;
		x->order = c->n;
		x->node = node_of(c, v.code);
	}
	if (more == 0 && c->n > 0)
		qsort(c->at, c->n, sizeof(*c->at), by_node);
	return more;
}

static int
prepare(struct collection *c, const struct qda_show *want,
    struct qda_query *query, struct qda_err *e)
{
	c->base = QDA_NOWHERE;
	if (quote_columns(&c->attributes, c->act->db, want->columns, e) < 0 ||
	    code_book(&c->book, c->act, e) < 0)
		return -1;
	c->n_nodes = qda_book_tree(c->book, &c->nodes);
	if (read_title(c, want->query, e) < 0)
		return -1;
	return collect(c, want, query, e);
}

static void
forget(struct collection *c)
{
	for (size_t i = 0; i < c->n; i++)
		show_extract_free(&c->at[i]);
	free(c->at);
	free(c->nodes);
	free(c->title);
	qda_book_free(c->book);
	qda_attributes_free(&c->attributes);
	show_unload(&c->source);
}

/* ---- how it is printed -------------------------------------------------- */

static const char *
name_of(const struct collection *c, size_t node)
{
	return c->book->code[c->nodes[node].code].name;
}

/* What stands beside an extract: small, grey, on a line of its own. */
static void
put_beside(struct qda_doc *d, unsigned style, const char *text, bool before)
{
	if (text == NULL)
		return;
	if (!before)
		qda_doc_text(d, QDA_DOC_PLAIN, "\n");
	qda_doc_text(d, style | QDA_DOC_SMALL | QDA_DOC_GREY, text);
	if (before)
		qda_doc_text(d, QDA_DOC_PLAIN, "\n");
}

static void
put_extract(struct qda_doc *d, const struct show_extract *x,
    const struct show_extract *last)
{
	char	*line;

	qda_doc_block(d, QDA_DOC_QUOTE, 0);
	if (last == NULL || x->question == NULL || last->question == NULL ||
	    strcmp(last->question, x->question) != 0)
		put_beside(d, QDA_DOC_ITALIC, x->question, true);
	put_beside(d, QDA_DOC_PLAIN, x->before, true);
	qda_doc_text(d, QDA_DOC_BOLD, x->who);
	qda_doc_text(d, QDA_DOC_PLAIN, x->about);
	line = qda_sprintf(_(": “%s”"), x->words);
	qda_doc_text(d, QDA_DOC_PLAIN, line);
	free(line);
	qda_doc_text(d, QDA_DOC_PLAIN, "  ");
	qda_doc_text(d, QDA_DOC_SMALL, x->place);
	if (x->stance != SHOW_FOR)
		qda_doc_text(d, QDA_DOC_SMALL, x->stance == SHOW_NUANCE ?
		    _(", qualifies") : _(", contradicts"));
	if (x->label != NULL) {
		line = qda_sprintf(_(", label: %s"), x->label);
		qda_doc_text(d, QDA_DOC_SMALL, line);
		free(line);
	}
	put_beside(d, QDA_DOC_PLAIN, x->after, false);
}

/* "12 extracts, 9 participants"; i is the first of those of a code. */
static size_t
put_count(const struct collection *c, size_t i)
{
	size_t	 n = 0, people = 0, against = 0, k;
	char	*extracts, *line;

	for (k = i; k < c->n && c->at[k].code == c->at[i].code; k++) {
		bool	 seen = c->at[k].other;

		for (size_t p = i; p < k; p++)
			seen |= !c->at[p].other &&
			    strcmp(c->at[p].who, c->at[k].who) == 0;
		people += !seen;
		against += c->at[k].stance != SHOW_FOR;
		n++;
	}
	extracts = qda_sprintf(ngettext("%zu extract", "%zu extracts", n), n);
	line = qda_sprintf(ngettext("%s, %zu participant",
	    "%s, %zu participants", people), extracts, people);
	qda_doc_block(c->doc, QDA_DOC_TEXT, 0);
	qda_doc_text(c->doc, QDA_DOC_SMALL, line);
	free(line);
	free(extracts);
	if (against == 0)
		return k;
	line = qda_sprintf(ngettext("; %zu qualifies or contradicts: in the "
	    "box at the end", "; %zu qualify or contradict: in the box at the "
	    "end", against), against);
	qda_doc_text(c->doc, QDA_DOC_SMALL, line);
	free(line);
	return k;
}

/* The headings above a code that are below the base, each once. */
static void
put_heading(const struct collection *c, size_t node, bool *printed)
{
	const struct qda_book_code	*code = &c->book->code[
					    c->nodes[node].code];
	size_t				 up = c->nodes[node].up, level = 0;
	char				*text;

	if (printed[node])
		return;
	printed[node] = true;
	if (c->base != QDA_NOWHERE && node != c->base &&
	    is_below(c, node, c->base)) {
		level = c->nodes[node].depth - c->nodes[c->base].depth - 1;
		if (up != c->base)
			put_heading(c, up, printed);
	}
	text = typography(code->name);
	qda_doc_line(c->doc, QDA_DOC_HEADING1 + (enum qda_doc_block)(level <
	    2 ? level : 2), text);
	free(text);
	if (code->definition == NULL)
		return;
	text = typography(code->definition);
	qda_doc_block(c->doc, QDA_DOC_TEXT, 0);
	qda_doc_text(c->doc, QDA_DOC_ITALIC, text);
	free(text);
}

static void
put_all(const struct collection *c)
{
	bool				*printed = qda_alloc(c->n_nodes + 1,
					    sizeof(*printed));
	const struct show_extract	*last;

	for (size_t i = 0, end; i < c->n; i = end) {
		put_heading(c, c->at[i].node, printed);
		end = put_count(c, i);
		last = NULL;
		for (size_t k = i; k < end; k++)
			if (c->at[k].stance == SHOW_FOR) {
				put_extract(c->doc, &c->at[k], last);
				last = &c->at[k];
			}
	}
	free(printed);
}

/* What qualifies or contradicts, in a box; each under its code. */
static void
put_against(const struct collection *c)
{
	const struct show_extract	*x, *last = NULL;
	char				*name;

	for (size_t i = 0; i < c->n; i++) {
		x = &c->at[i];
		if (x->stance == SHOW_FOR)
			continue;
		if (last == NULL) {
			qda_doc_box(c->doc);
			qda_doc_line(c->doc, QDA_DOC_HEADING1,
			    _("What qualifies or contradicts"));
		}
		if (last == NULL || last->code != x->code) {
			name = typography(name_of(c, x->node));
			qda_doc_line(c->doc, QDA_DOC_HEADING2, name);
			free(name);
		}
		put_extract(c->doc, x, last);
		last = x;
	}
	if (last != NULL)
		qda_doc_box_end(c->doc);
}

int
show_document(struct qda_act *act, const struct qda_show *want,
    struct qda_query *query, size_t *n, struct qda_err *e)
{
	struct collection	 c = { .act = act };
	struct document		 d;
	struct qda_err		 other;
	int			 rc = -1;

	if (document_open(&d, act, e) < 0)
		return -1;
	rc = prepare(&c, want, query, e);
	document_start(&d, act, c.title == NULL ? "" : c.title, false);
	c.doc = d.doc;
	if (rc == 0) {
		put_all(&c);
		put_against(&c);
	}
	if (document_end(&d, rc == 0 ? e : &other) < 0)
		rc = -1;
	*n = c.n;
	if (rc == 0 && c.n == 0)
		rc = qda_query_hint(query, e);
	forget(&c);
	return rc;
}
