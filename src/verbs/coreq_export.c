/* coreq_export.c: a filled checklist as a table or a document. */
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/project.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/coreq.h"

static const struct qda_column	columns[] = {
	{ "item", QDA_CELL_NUMBER },
	{ "domain", QDA_CELL_TEXT },
	{ "title", QDA_CELL_TEXT },
	{ "question", QDA_CELL_TEXT },
	{ "answer", QDA_CELL_TEXT },
	{ "evidence", QDA_CELL_TEXT },
	{ "location", QDA_CELL_TEXT },
	{ "status", QDA_CELL_TEXT },
};

/* The same for a person at a terminal, the longest cut at its edge. */
static const struct qda_column	short_columns[] = {
	{ "item", QDA_CELL_NUMBER },
	{ "status", QDA_CELL_TEXT },
	{ "title", QDA_CELL_TEXT },
	{ "answer", QDA_CELL_TEXT },
};

/* What stands in the answer's cell; the caller's.  Empty: to be judged. */
static char *
answer_cell(const struct coreq_row *r, bool marked)
{
	const char	*answer = coreq_row_answer(r);
	const char	*mark = coreq_row_mark(r);

	if (r->status == COREQ_JUDGE)
		return qda_strdup("");
	if (r->status == COREQ_MISSING || answer == NULL)
		return coreq_spaced(qda_strdup(
		    _("Not recorded in the project.")));
	return marked && mark != NULL ?
	    qda_sprintf("%s %s", answer, mark) : qda_strdup(answer);
}

static void
put_short(struct qda_table *t, const struct coreq_grid *g,
    const struct coreq_row *r, const char *answer)
{
	qda_table_int(t, r->item->number);
	qda_table_text(t, coreq_status_key(r->status));
	qda_table_text(t, qda_phrase_in(&r->item->title, g->lang));
	qda_table_text(t, r->status == COREQ_JUDGE ? r->said.evidence :
	    answer);
}

static void
put_row(struct qda_table *t, const struct coreq_grid *g,
    const struct coreq_row *r, const char *answer)
{
	char	*evidence = coreq_row_evidence(r);

	qda_table_int(t, r->item->number);
	qda_table_text(t, qda_phrase_in(qda_checklist_domain(&g->list,
	    r->item), g->lang));
	qda_table_text(t, qda_phrase_in(&r->item->title, g->lang));
	qda_table_text(t, qda_phrase_in(&r->item->question, g->lang));
	qda_table_text(t, answer);
	qda_table_text(t, evidence);
	qda_table_text(t, r->answer.place);
	qda_table_text(t, coreq_status_key(r->status));
	free(evidence);
}

static void
put_table(struct qda_act *act, const struct coreq_grid *g, bool marked)
{
	bool			 brief = act->as == QDA_AS_TABLE && !marked;
	struct qda_table	*t;
	char			*answer;

	t = brief ? qda_act_table(act, short_columns,
	    sizeof(short_columns) / sizeof(*short_columns)) :
	    qda_act_table(act, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < g->list.nitems; i++) {
		answer = answer_cell(&g->rows[i], marked);
		(brief ? put_short : put_row)(t, g, &g->rows[i], answer);
		free(answer);
	}
	qda_table_close(t);
}

/* ---- the document ------------------------------------------------------ */

static void
doc_words(struct qda_doc *d, unsigned style, const char *words)
{
	char	*text = coreq_printed(words);

	qda_doc_text(d, style, text);
	free(text);
}

/* Answer or, where a person has to give it, what there is to judge by. */
static void
doc_answer(struct qda_doc *d, const struct coreq_row *r)
{
	const char	*answer = coreq_row_answer(r);
	const char	*mark = coreq_row_mark(r);

	qda_doc_cell(d);
	if (r->status == COREQ_JUDGE) {
		qda_doc_text(d, QDA_DOC_SHADED, mark);
		qda_doc_text(d, QDA_DOC_PLAIN, " ");
		doc_words(d, QDA_DOC_ITALIC, r->said.evidence);
	} else if (r->status == COREQ_MISSING || answer == NULL) {
		qda_doc_text(d, QDA_DOC_ITALIC,
		    _("Not recorded in the project."));
	} else {
		doc_words(d, QDA_DOC_PLAIN, answer);
		if (mark != NULL) {
			qda_doc_text(d, QDA_DOC_PLAIN, " ");
			qda_doc_text(d, QDA_DOC_SHADED, mark);
		}
	}
}

static void
doc_item(struct qda_doc *d, const struct coreq_grid *g,
    const struct coreq_row *r, bool evidence)
{
	char	 number[16], *basis;

	snprintf(number, sizeof(number), "%d", r->item->number);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, number);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, qda_phrase_in(&r->item->title,
	    g->lang));
	doc_answer(d, r);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, r->answer.place);
	if (!evidence)
		return;
	basis = r->status == COREQ_JUDGE ? qda_strdup(r->said.command) :
	    coreq_row_evidence(r);
	qda_doc_cell_text(d, QDA_DOC_SMALL, basis);
	free(basis);
}

static void
doc_table(struct qda_doc *d, const struct coreq_grid *g, bool evidence)
{
	const struct qda_doc_column	 titles[] = {
		{ _("No."), 5, true },
		{ _("Item"), 22, false },
		{ _("Answer"), 62, false },
		{ _("Page"), 11, false },
		{ _("Evidence"), 25, false },
	};
	const char			*domain = "", *group = "", *next;

	qda_doc_table(d, titles, evidence ? 5 : 4);
	for (size_t i = 0; i < g->list.nitems; i++) {
		const struct qda_checklist_item	*item = g->rows[i].item;

		next = qda_phrase_in(qda_checklist_domain(&g->list, item),
		    g->lang);
		if (strcmp(next, domain) != 0 && *next != '\0')
			qda_doc_span(d, QDA_DOC_BOLD, next);
		domain = next;
		next = qda_phrase_in(qda_checklist_group(&g->list, item),
		    g->lang);
		if (strcmp(next, group) != 0 && *next != '\0')
			qda_doc_span(d, QDA_DOC_ITALIC, next);
		group = next;
		doc_item(d, g, &g->rows[i], evidence);
	}
	qda_doc_table_end(d);
}

/* Under the title: the study, and how much of the list a person answered. */
static void
doc_head(struct qda_doc *d, const struct coreq_grid *g, const char *study,
    const char *date)
{
	size_t	 answered = 0, n = g->list.nitems;
	char	*state;

	for (size_t i = 0; i < n; i++)
		answered += g->rows[i].status == COREQ_ACCEPTED;
	state = qda_sprintf(ngettext("%s: %zu of %zu items answered or "
	    "accepted", "%s: %zu of %zu items answered or accepted",
	    answered), date, answered, n);
	qda_doc_line(d, QDA_DOC_TITLE, qda_phrase_in(&g->list.title,
	    g->lang));
	if (study != NULL)
		qda_doc_line(d, QDA_DOC_TEXT, study);
	qda_doc_line(d, QDA_DOC_TEXT, state);
	free(state);
	if (g->list.reference.n > 0) {
		qda_doc_block(d, QDA_DOC_TEXT, 0);
		qda_doc_text(d, QDA_DOC_SMALL, qda_phrase_in(
		    &g->list.reference, g->lang));
	}
}

static int
put_document(struct qda_act *act, const struct coreq_grid *g, bool evidence,
    struct qda_err *e)
{
	struct qda_doc_setup	 setup = { .landscape = true };
	char			*study, *footer, date[32], today[11];
	struct qda_doc		*d;
	int			 rc;

	if (qda_field_get(&study, act->db, qda_field_named(
	    qda_project_fields, "title"), QDA_PROJECT_ID, e) < 0)
		return -1;
	qda_date_words(date, qda_today(today));
	footer = qda_sprintf("%s, %s, qda coreq export",
	    study == NULL ? g->list.name : study, date);
	setup.title = qda_phrase_in(&g->list.title, g->lang);
	setup.lang = g->lang;
	setup.footer = footer;
	d = qda_doc_begin(qda_doc_writer(act->document), act->out, &setup);
	doc_head(d, g, study, date);
	doc_table(d, g, evidence);
	rc = qda_doc_end(d, e);
	free(study);
	free(footer);
	return rc;
}

/* A page of the web keeps the evidence; one to print has it on request. */
static int
put(struct qda_act *act, const struct coreq_grid *g, bool marked,
    bool evidence, struct qda_err *e)
{
	if (act->document == NULL) {
		put_table(act, g, marked);
		return 0;
	}
	return put_document(act, g, evidence ||
	    strcmp(act->document, "html") == 0, e);
}

static int
write_grid(struct qda_act *act, const char *checklist, bool marked,
    bool evidence, struct qda_err *e)
{
	struct coreq_grid	 g;
	const char		*before;
	int			 rc;

	rc = coreq_grid_read(&g, act, checklist, false, e);
	if (rc == 0) {
		before = coreq_speak(g.lang);
		rc = put(act, &g, marked, evidence, e);
		qda_lang_use(before);
	}
	coreq_grid_free(&g);
	return rc;
}

int
qda_do_coreq_list(struct qda_act *act, const char *checklist,
    struct qda_err *e)
{
	return write_grid(act, checklist, false, false, e);
}

int
qda_do_coreq_export(struct qda_act *act, const char *checklist, bool evidence,
    struct qda_err *e)
{
	return write_grid(act, checklist, true, evidence, e);
}
