/* participant_cross.c: two attributes crossed: which pairs nobody has. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/table.h"
#include "verbs/document.h"
#include "verbs/grid.h"
#include "verbs/names.h"

enum { LANDSCAPE = 8 };			/* columns of a page */

/* How many of those included have the value of a row and of a column. */
struct cross {
	const struct grid	*g;
	const struct levels	*rows, *columns;
	size_t			*counts;
};

static size_t *
cell(const struct cross *c, size_t row, size_t column)
{
	return &c->counts[row * c->columns->n + column];
}

static void
count(struct cross *c)
{
	const struct person	*p;

	c->counts = qda_alloc(c->rows->n * c->columns->n + 1,
	    sizeof(*c->counts));
	for (size_t i = 0; i < c->g->n; i++) {
		p = &c->g->at[i];
		if (p->included)
			++*cell(c, grid_place(c->rows, p->values[0]),
			    grid_place(c->columns, p->values[1]));
	}
}

/* Levels that are of use: what is not recorded of anybody included is not. */
static size_t
used(const struct levels *l)
{
	return l->n > 0 && l->at[l->n - 1].value == NULL &&
	    l->at[l->n - 1].included == 0 ? l->n - 1 : l->n;
}

/* Whether both values are known of whom the cell counts. */
static bool
is_pair(const struct cross *c, size_t row, size_t column)
{
	return c->rows->at[row].value != NULL &&
	    c->columns->at[column].value != NULL;
}

/* How a level is called at the side of the table; caller frees. */
static char *
label(const struct cross *c, const struct levels *l, size_t i)
{
	char	*text;

	if (c->g->act->as == QDA_AS_TABLE || c->g->act->document != NULL)
		return grid_words(&l->at[i], l->attribute);
	text = grid_text(&l->at[i]);
	return text == NULL ? qda_strdup("-") : text;
}

static void
labels(struct qda_strings *names, const struct cross *c)
{
	for (size_t i = 0; i < used(c->columns); i++)
		qda_strings_take(names, label(c, c->columns, i));
}

static void
put_table(const struct cross *c)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	struct qda_act		*act = c->g->act;
	size_t			 n = used(c->columns);
	struct qda_column	*columns = qda_alloc(n + 1, sizeof(*columns));
	struct qda_table	*t;
	char			*name;
	size_t			 left;

	labels(&names, c);
	columns[0] = (struct qda_column){ c->rows->attribute->name,
	    QDA_CELL_TEXT };
	for (size_t i = 0; i < n; i++)
		columns[i + 1] = (struct qda_column){ names.at[i],
		    QDA_CELL_NUMBER };
	t = qda_table_open(act->out, act->as, true, columns, n + 1,
	    act->width);
	qda_table_spare(t, 0, 0, &left);
	for (size_t row = 0; row < used(c->rows); row++) {
		name = label(c, c->rows, row);
		qda_table_text(t, name);
		free(name);
		for (size_t i = 0; i < n; i++)
			qda_table_int(t, (int64_t)*cell(c, row, i));
	}
	qda_table_close(t);
	qda_act_left(act, left);
	qda_strings_free(&names);
	free(columns);
}

static void
put_rows(struct qda_doc *d, const struct cross *c)
{
	char	*name;

	for (size_t row = 0; row < used(c->rows); row++) {
		name = label(c, c->rows, row);
		qda_doc_row(d, QDA_DOC_ROW);
		qda_doc_cell_text(d, QDA_DOC_BOLD, name);
		free(name);
		for (size_t i = 0; i < used(c->columns); i++)
			grid_number(d, *cell(c, row, i),
			    is_pair(c, row, i));
	}
}

/* The pairs that nobody has: "F × 80-89"; how many pairs there are. */
static size_t
list_missing(struct qda_strings *pairs, const struct cross *c)
{
	size_t	 all = 0;
	char	*row, *column;

	for (size_t i = 0; i < used(c->rows); i++)
		for (size_t k = 0; k < used(c->columns); k++) {
			all += is_pair(c, i, k);
			if (!is_pair(c, i, k) || *cell(c, i, k) > 0)
				continue;
			row = label(c, c->rows, i);
			column = label(c, c->columns, k);
			qda_strings_take(pairs, qda_sprintf("%s × %s", row,
			    column));
			free(row);
			free(column);
		}
	return all;
}

/* That there are some, in a sentence; NULL: none.  Caller frees. */
static char *
missing(const struct cross *c)
{
	struct qda_strings	 pairs = { NULL, 0, 0 };
	size_t			 all = list_missing(&pairs, c);
	char			*names = names_some(&pairs), *text = NULL;

	if (pairs.n > 0)
		text = qda_sprintf(ngettext("%zu of %zu pairs has nobody who "
		    "is included: %s", "%zu of %zu pairs have nobody who is "
		    "included: %s", pairs.n), pairs.n, all, names);
	free(names);
	qda_strings_free(&pairs);
	return text;
}

static int
put_document(const struct cross *c, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	size_t			 n = used(c->columns);
	struct qda_doc_column	*columns;
	struct document		 d;
	char			*title, *text;
	int			 rc;

	if (document_begin(&d, c->g->act, N_("Variation of the sample"),
	    n > LANDSCAPE, e) < 0)
		return -1;
	labels(&names, c);
	title = qda_sprintf("%s × %s", c->rows->attribute->name,
	    c->columns->attribute->name);
	columns = qda_alloc(n + 1, sizeof(*columns));
	columns[0] = (struct qda_doc_column){ title, 3, false };
	for (size_t i = 0; i < n; i++)
		columns[i + 1] = (struct qda_doc_column){ names.at[i], 2,
		    true };
	qda_doc_table(d.doc, columns, n + 1);
	put_rows(d.doc, c);
	qda_doc_table_end(d.doc);
	if ((text = missing(c)) != NULL)
		qda_doc_line(d.doc, QDA_DOC_TEXT, text);
	rc = document_end(&d, e);
	free(text);
	free(title);
	free(columns);
	qda_strings_free(&names);
	return rc;
}

int
grid_cross(struct grid *g, struct qda_err *e)
{
	struct cross	 c = { g, &g->levels[0], &g->levels[1], NULL };
	char		*text;
	int		 rc = 0;

	for (size_t a = 0; a < 2; a++)
		if (grid_is_range(&g->list.at[a]))
			return qda_fail(e, QDA_DATA, _("'%s' is of type %s: "
			    "only words, ordered lists and yes/no are "
			    "crossed"), g->list.at[a].name,
			    qda_type_name(g->list.at[a].type));
	count(&c);
	if (g->act->document != NULL)
		rc = put_document(&c, e);
	else {
		put_table(&c);
		if ((text = missing(&c)) != NULL)
			qda_act_say(g->act, "%s", text);
		free(text);
	}
	free(c.counts);
	return rc;
}
