/* code_compare_document.c: two codes side by side, for a meeting. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/code.h"
#include "verbs/code_compare.h"
#include "verbs/document.h"

static void
put_texts(struct qda_doc *d, const char *head, const char *a, const char *b)
{
	if (a == NULL && b == NULL)
		return;
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_BOLD, head);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, a);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, b);
}

/* "from hidden to said"; NULL: there is no dimension.  Caller frees. */
static char *
dimension(const struct compared *s)
{
	const char	*from = s->field[FIELDS - 2];
	const char	*to = s->field[FIELDS - 1];

	return from == NULL && to == NULL ? NULL : qda_sprintf(
	    _("from %s to %s"), from == NULL ? "…" : from,
	    to == NULL ? "…" : to);
}

static void
put_number(struct qda_doc *d, int64_t n)
{
	char	 text[24];

	snprintf(text, sizeof(text), "%" PRId64, n);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, text);
}

/* 3 (P1 P4 P9) of those who say one, or both. */
static void
put_who(struct qda_doc *d, const struct comparison *c, int64_t n, int first,
    int second)
{
	const struct qda_book	*book = c->book;
	struct qda_mem		 m;
	const char		*lead = " (";
	char			*text;

	fprintf(qda_mem_open(&m), "%" PRId64, n);
	for (size_t i = 0; i < book->n_participants; i++)
		if (c->side[first].tally.who[i] &&
		    c->side[second].tally.who[i]) {
			fprintf(m.f, "%s%s", lead, book->participant[i]);
			lead = " ";
		}
	fputs(n > 0 ? ")" : "", m.f);
	text = qda_mem_text(&m);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, text);
	free(text);
}

static void
put_counts(struct qda_doc *d, const struct comparison *c)
{
	const struct compared	*a = &c->side[0], *b = &c->side[1];

	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_BOLD, _("extracts"));
	put_number(d, a->count[0]);
	put_number(d, b->count[0]);
	put_number(d, c->both[0]);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_BOLD, _("interviews"));
	put_number(d, a->count[1]);
	put_number(d, b->count[1]);
	put_number(d, c->both[1]);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_BOLD, _("participants"));
	put_who(d, c, a->count[2], 0, 0);
	put_who(d, c, b->count[2], 1, 1);
	put_who(d, c, c->both[2], 0, 1);
}

/* A label a paragraph, with how often when that is not once. */
static void
put_side_labels(struct qda_doc *d, const struct comparison *c, int first,
    int second)
{
	const struct compare_label	*l;
	bool				 some = false;
	char				*text;

	qda_doc_cell(d);
	for (size_t i = 0; i < c->n_labels; i++) {
		l = &c->labels[i];
		if (l->uses[first] == 0 || l->uses[second] == 0)
			continue;
		if (some)
			qda_doc_block(d, QDA_DOC_TEXT, 0);
		some = true;
		text = first != second || l->uses[first] == 1 ?
		    qda_strdup(l->label) : qda_sprintf("%s (%" PRId64 ")",
		    l->label, l->uses[first]);
		qda_doc_text(d, QDA_DOC_PLAIN, text);
		free(text);
	}
}

static void
put_summary(struct qda_doc *d, const struct comparison *c)
{
	const struct compared		*a = &c->side[0], *b = &c->side[1];
	const struct qda_doc_column	 columns[] = {
		{ "", 16, false }, { a->name, 34, false },
		{ b->name, 34, false }, { _("both"), 16, false },
	};
	char				*from = dimension(a),
					*to = dimension(b);

	qda_doc_table(d, columns, 4);
	put_texts(d, _("category"), code_main(c->book, a->code),
	    code_main(c->book, b->code));
	put_texts(d, _("definition"), a->field[0], b->field[0]);
	put_texts(d, _("when to use it"), a->field[1], b->field[1]);
	put_texts(d, _("when not"), a->field[2], b->field[2]);
	put_texts(d, _("example"), a->field[3], b->field[3]);
	put_texts(d, _("dimension"), from, to);
	put_counts(d, c);
	if (c->n_labels > 0) {
		qda_doc_row(d, QDA_DOC_ROW);
		qda_doc_cell_text(d, QDA_DOC_BOLD, _("labels"));
		put_side_labels(d, c, 0, 0);
		put_side_labels(d, c, 1, 1);
		put_side_labels(d, c, 0, 1);
	}
	qda_doc_table_end(d);
	free(from);
	free(to);
}

static void
put_same(struct qda_doc *d, const struct comparison *c)
{
	if (c->n_same == 0)
		return;
	qda_doc_line(d, QDA_DOC_HEADING1, _("Verbatims that carry both"));
	for (size_t i = 0; i < c->n_same; i++) {
		qda_doc_block(d, QDA_DOC_QUOTE, 0);
		qda_doc_text(d, QDA_DOC_BOLD, c->same[i].a->who);
		qda_doc_text(d, QDA_DOC_BOLD, "  ");
		code_extract_put(d, c->same[i].a);
	}
}

/* One person's extracts of one of the codes: those not told yet. */
static void
put_theirs(struct qda_doc *d, const struct code_extracts *x, const char *who)
{
	const struct code_extract	*last = NULL;

	qda_doc_cell(d);
	for (size_t i = 0; i < x->n; i++) {
		if (x->at[i].shared || strcmp(x->at[i].who, who) != 0 ||
		    (last != NULL && code_extracts_same(last, &x->at[i])))
			continue;
		if (last != NULL)
			qda_doc_block(d, QDA_DOC_TEXT, 0);
		last = &x->at[i];
		code_extract_put(d, last);
	}
}

static bool
has_more(const struct code_extracts *x, const char *who)
{
	for (size_t i = 0; i < x->n; i++)
		if (!x->at[i].shared && strcmp(x->at[i].who, who) == 0)
			return true;
	return false;
}

/* Who says what: a row a participant. */
static void
put_beside(struct qda_doc *d, const struct comparison *c)
{
	const struct code_extracts	*a = &c->side[0].x, *b = &c->side[1].x;
	const struct qda_doc_column	 columns[] = {
		{ _("participant"), 14, false },
		{ c->side[0].name, 43, false },
		{ c->side[1].name, 43, false },
	};
	struct qda_strings		 who = { NULL, 0, 0 };

	code_extracts_who(&who, a);
	code_extracts_who(&who, b);
	qda_doc_line(d, QDA_DOC_HEADING1, c->n_same == 0 ? _("Extracts") :
	    _("The other extracts"));
	qda_doc_table(d, columns, 3);
	for (size_t i = 0; i < who.n; i++) {
		if (!has_more(a, who.at[i]) && !has_more(b, who.at[i]))
			continue;
		qda_doc_row(d, QDA_DOC_ROW);
		qda_doc_cell_text(d, QDA_DOC_BOLD, who.at[i]);
		put_theirs(d, a, who.at[i]);
		put_theirs(d, b, who.at[i]);
	}
	qda_doc_table_end(d);
	qda_strings_free(&who);
}

int
compare_document(struct qda_act *act, const struct comparison *c,
    struct qda_err *e)
{
	struct document	 d;
	char		*overlap;
	unsigned long	 n = (unsigned long)c->n_over;

	if (document_begin(&d, act, N_("Two codes side by side"), false,
	    e) < 0)
		return -1;
	put_summary(d.doc, c);
	if (n > 0) {
		overlap = qda_sprintf(ngettext("%lu time verbatims of the two "
		    "overlap without being the same.", "%lu times verbatims "
		    "of the two overlap without being the same.", n), n);
		qda_doc_line(d.doc, QDA_DOC_TEXT, overlap);
		free(overlap);
	}
	put_same(d.doc, c);
	put_beside(d.doc, c);
	return document_end(&d, e);
}
