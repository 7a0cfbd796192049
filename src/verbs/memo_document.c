/* memo_document.c: memos to be read: by date, their kind in the margin. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"
#include "verbs/document.h"
#include "verbs/memo.h"

/* Kinds as a person reads them. */
static const char *
kind_words(const char *kind)
{
	static const struct {
		const char	*kind, *words;
	} all[] = {
		{ "memo",	N_("memo") },
		{ "field",	N_("field note") },
		{ "journal",	N_("journal") },
		{ "method",	N_("decision on method") },
		{ "position",	N_("position") },
		{ "theory",	N_("theory") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].kind, kind) == 0)
			return _(all[i].words);
	return kind;
}

static void
put_margin(struct qda_doc *doc, const struct qda_memo *m)
{
	char	 date[32];

	qda_doc_cell_text(doc, QDA_DOC_BOLD, qda_date_words(date, m->date));
	qda_doc_block(doc, QDA_DOC_TEXT, 0);
	qda_doc_text(doc, QDA_DOC_ITALIC, kind_words(m->kind));
	qda_doc_block(doc, QDA_DOC_TEXT, 0);
	qda_doc_text(doc, QDA_DOC_SMALL, m->coder);
}

static int
put_memo(struct qda_act *act, struct qda_doc *doc, const struct qda_memo *m,
    struct qda_err *e)
{
	struct qda_strings	 on = { 0 };

	if (qda_memo_on(&on, act->db, m->id, e) < 0)
		return -1;
	qda_doc_row(doc, QDA_DOC_ROW);
	put_margin(doc, m);
	qda_doc_cell(doc);
	if (m->title != NULL) {
		qda_doc_text(doc, QDA_DOC_BOLD, m->title);
		qda_doc_block(doc, QDA_DOC_TEXT, 0);
	}
	qda_doc_text(doc, QDA_DOC_PLAIN, m->text);
	for (size_t i = 0; i < on.n; i++) {
		qda_doc_block(doc, QDA_DOC_TEXT, 0);
		qda_doc_text(doc, QDA_DOC_SMALL, on.at[i]);
	}
	qda_strings_free(&on);
	return 0;
}

static int
put_all(struct qda_act *act, struct qda_doc *doc, const struct memo_choice *c,
    struct qda_err *e)
{
	const struct qda_doc_column	 columns[] = {
		{ _("date"), 1, false },
		{ _("memo"), 5, false },
	};
	struct db_rows			*walk;
	struct qda_memo			 m;
	int				 more;

	if (qda_memo_list(&walk, act->db, e) < 0)
		return -1;
	qda_doc_table(doc, columns, 2);
	while ((more = memo_next(walk, c, &m, e)) > 0)
		if (put_memo(act, doc, &m, e) < 0) {
			qda_memo_end(walk);
			more = -1;
			break;
		}
	qda_doc_table_end(doc);
	return more;
}

int
memo_document(struct qda_act *act, const struct memo_choice *c,
    struct qda_err *e)
{
	struct document	 d;
	int		 rc;

	if (document_begin(&d, act, c->kind != NULL &&
	    strcmp(c->kind, "journal") == 0 ? N_("Journal") : N_("Memos"),
	    false, e) < 0)
		return -1;
	rc = put_all(act, d.doc, c, e);
	return document_end(&d, e) < 0 ? -1 : rc;
}
