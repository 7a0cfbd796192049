/* participant_grid.c: how the sample varies, and what it lacks. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "verbs/document.h"
#include "verbs/grid.h"
#include "verbs/names.h"
#include "verbs/participant.h"

static char *
shown(const struct qda_act *act, const struct level *x,
    const struct qda_attribute *a)
{
	return act->as == QDA_AS_TABLE ? grid_words(x, a) : grid_text(x);
}

static void
put_level(struct qda_table *t, struct qda_act *act, const struct level *x,
    const struct qda_attribute *a)
{
	bool	 dash = act->as == QDA_AS_TABLE || act->as == QDA_AS_TSV;
	char	*text = shown(act, x, a);

	qda_table_text(t, a->name);
	qda_table_text(t, text == NULL && act->as == QDA_AS_TSV ? "-" : text);
	qda_table_int(t, (int64_t)x->included);
	qda_table_int(t, (int64_t)x->others);
	if (x->names.n == 0)
		qda_table_joined(t, dash ? "-" : "");
	else
		qda_table_list(t, (const char *const *)x->names.at,
		    x->names.n);
	free(text);
}

static void
put_table(const struct grid *g)
{
	static const struct qda_column	columns[] = {
		{ "attribute", QDA_CELL_TEXT },
		{ "value", QDA_CELL_TEXT },
		{ "included", QDA_CELL_NUMBER },
		{ "others", QDA_CELL_NUMBER },
		{ "participants", QDA_CELL_LIST },
	};
	struct qda_table		*t = qda_act_table(g->act, columns, 5);

	for (size_t a = 0; a < g->list.n; a++)
		for (size_t i = 0; i < g->levels[a].n; i++)
			put_level(t, g->act, &g->levels[a].at[i],
			    &g->list.at[a]);
	qda_table_close(t);
}

static void
put_row(struct qda_doc *d, const struct level *x,
    const struct qda_attribute *a)
{
	char	*text = grid_words(x, a), *names = names_all(&x->names);

	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, text);
	grid_number(d, x->included, x->value != NULL);
	grid_number(d, x->others, false);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, names);
	free(text);
	free(names);
}

static int
put_document(const struct grid *g, struct qda_err *e)
{
	struct qda_doc_column	 columns[4];
	struct document		 d;

	if (document_begin(&d, g->act, N_("Variation of the sample"), false,
	    e) < 0)
		return -1;
	columns[0] = (struct qda_doc_column){ _("value"), 4, false };
	columns[1] = (struct qda_doc_column){ _("included (number)"), 2, true };
	columns[2] = (struct qda_doc_column){ _("not included"), 2, true };
	columns[3] = (struct qda_doc_column){ _("participants"), 6, false };
	qda_doc_table(d.doc, columns, 4);
	for (size_t a = 0; a < g->list.n; a++) {
		qda_doc_span(d.doc, QDA_DOC_BOLD, g->list.at[a].name);
		for (size_t i = 0; i < g->levels[a].n; i++)
			put_row(d.doc, &g->levels[a].at[i], &g->list.at[a]);
	}
	qda_doc_table_end(d.doc);
	return document_end(&d, e);
}

/* Which attributes, and in which order. */
static int
choose(struct qda_attributes *list, const char *columns,
    const char *const *by, size_t n_by, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	int			 rc = 0;

	if (n_by > 2)
		return qda_fail(e, QDA_USAGE,
		    _("--by crosses two attributes, not %zu"), n_by);
	if (n_by > 0 && columns != NULL)
		return qda_fail(e, QDA_USAGE,
		    _("--columns and --by are two ways to choose attributes"));
	if (columns != NULL)
		qda_cell_list(&names, columns);
	for (size_t i = 0; i < n_by; i++)
		qda_strings_add(&names, by[i]);
	if (columns != NULL || n_by > 0)
		rc = participant_choose(list, &names, e);
	qda_strings_free(&names);
	return rc;
}

int
qda_do_participant_grid(struct qda_act *act, const char *columns,
    const char *const *by, size_t n_by, struct qda_err *e)
{
	struct grid	 g = { .act = act };
	int		 rc = -1;

	if (qda_attributes_get(&g.list, act->db, "participant", e) < 0 ||
	    choose(&g.list, columns, by, n_by, e) < 0 ||
	    grid_read(&g, e) < 0)
		goto out;
	if (g.list.n == 0)
		qda_act_say(act, _("no attribute is known of anybody yet: "
		    "'qda participant set NAME KEY=VALUE'"));
	if (n_by == 2)
		rc = grid_cross(&g, e);
	else if (act->document != NULL)
		rc = put_document(&g, e);
	else {
		put_table(&g);
		rc = 0;
	}
out:
	grid_free(&g);
	return rc;
}
