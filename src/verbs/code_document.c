/* code_document.c: the tree of codes, to be brought to a meeting. */
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/excerpt.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/document.h"
#include "verbs/typography.h"

enum { EXCERPT = 120, DEFINITION = 160 };	/* characters */

struct tree {
	struct qda_doc			*doc;
	const struct qda_book		*book;
	const struct qda_excerpt	*excerpts;
	bool				 single;	/* one was marked */
};

/* The text, or its beginning up to a word and "[...]"; caller frees. */
static char *
shortened(const char *text, int64_t most)
{
	struct qda_cursor	 c;
	size_t			 n = strlen(text), cut;
	char			*out;

	if (qda_text_length(text, n) <= most)
		return qda_strdup(text);
	qda_cursor_begin(&c, text, n);
	cut = qda_cursor_byte(&c, most);
	for (size_t i = cut; i > cut / 2; i--)
		if (text[i] == ' ') {
			cut = i;
			break;
		}
	out = qda_sprintf("%.*s […]", (int)cut, text);
	return out;
}

/* 3/11 (P1 P4 P9) */
static char *
participants(const struct qda_book *book, const struct qda_code_tally *t)
{
	struct qda_mem	 m;
	const char	*lead = " (";

	fprintf(qda_mem_open(&m), "%lld/%lld", (long long)t->participants,
	    (long long)book->included);
	for (size_t i = 0; i < book->n_participants; i++)
		if (t->who[i]) {
			fprintf(m.f, "%s%s", lead, book->participant[i]);
			lead = " ";
		}
	if (t->participants > 0)
		fputc(')', m.f);
	return qda_mem_text(&m);
}

/* Set in by its level; one of a single participant is marked. */
static void
put_name(struct tree *tree, const struct qda_node *node, bool single)
{
	const struct qda_book_code	*c = &tree->book->code[node->code];
	char				*name;

	qda_doc_cell_in(tree->doc, (int)node->depth);
	name = typography(c->name);
	qda_doc_text(tree->doc, c->category ? QDA_DOC_BOLD : QDA_DOC_PLAIN,
	    name);
	free(name);
	if (single)
		qda_doc_text(tree->doc, QDA_DOC_PLAIN, " †");
	tree->single |= single;
}

static void
put_numbers(struct tree *tree, const struct qda_code_tally *t)
{
	char	*who = participants(tree->book, t);
	char	 uses[24];

	snprintf(uses, sizeof(uses), "%lld", (long long)t->uses);
	qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN, who);
	qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN, uses);
	qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN,
	    t->first == QDA_NOWHERE ? NULL : tree->book->source[t->first]);
	free(who);
}

static void
put_excerpt(struct tree *tree, const struct qda_excerpt *x)
{
	char	*words, *printed, *line;

	if (x->words == NULL) {
		qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN, NULL);
		return;
	}
	words = shortened(x->words, EXCERPT);
	printed = typography_quoted(words);
	line = qda_sprintf(_("%s: “%s”"), x->who, printed);
	qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN, line);
	free(printed);
	free(words);
	free(line);
}

static void
put_row(struct tree *tree, const struct qda_node *node)
{
	const struct qda_book_code	*c = &tree->book->code[node->code];
	struct qda_code_tally		 t;
	char				*definition, *printed;

	qda_book_tally(tree->book, node->code, true, &t);
	definition = c->definition == NULL ? NULL :
	    shortened(c->definition, DEFINITION);
	qda_doc_row(tree->doc, c->category ? QDA_DOC_ROW_SHADED :
	    QDA_DOC_ROW);
	put_name(tree, node, !c->category && t.participants == 1);
	printed = definition == NULL ? NULL : typography(definition);
	qda_doc_cell_text(tree->doc, QDA_DOC_PLAIN, printed);
	free(printed);
	put_numbers(tree, &t);
	put_excerpt(tree, &tree->excerpts[node->code]);
	free(definition);
	qda_code_tally_free(&t);
}

static void
put_tree(struct tree *tree, const struct qda_node *nodes, size_t n)
{
	const struct qda_doc_column	 columns[] = {
		{ _("category / property"), 25, false },
		{ _("definition"), 27, false },
		{ _("participants"), 20, false },
		{ _("extracts"), 8, true },
		{ _("first appearance"), 11, false },
		{ _("a short extract"), 32, false },
	};
	bool				 orphans = false;

	qda_doc_table(tree->doc, columns,
	    sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < n; i++) {
		if (nodes[i].orphan && !orphans)
			qda_doc_span(tree->doc, QDA_DOC_BOLD,
			    _("not yet in a category"));
		orphans |= nodes[i].orphan;
		put_row(tree, &nodes[i]);
	}
	qda_doc_table_end(tree->doc);
	if (tree->single)
		qda_doc_line(tree->doc, QDA_DOC_TEXT,
		    _("† rests on one participant only"));
}

int
code_tree_document(struct qda_act *act, const struct qda_book *book,
    const struct qda_node *nodes, size_t n, struct qda_err *e)
{
	struct tree		 tree = { .book = book };
	struct document		 d;
	struct qda_excerpt	*excerpts = NULL;
	int64_t			*coders = NULL;
	int			 rc = -1;

	if (code_coders(&coders, act, e) == 0 &&
	    qda_excerpts_read(&excerpts, book, act->db, coders,
	    act->n_coders, e) == 0 &&
	    document_begin(&d, act, N_("Coding tree"), true, e) == 0) {
		tree.doc = d.doc;
		tree.excerpts = excerpts;
		put_tree(&tree, nodes, n);
		rc = document_end(&d, e);
	}
	free(coders);
	qda_excerpts_free(excerpts, book);
	return rc;
}
