/* code_table.c: the codebook as a table, in and out. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/csv.h"
#include "qda/file.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/reason.h"

/* The columns, of load and of dump. */
static const struct qda_column	columns[] = {
	{ "name", QDA_CELL_TEXT },
	{ "kind", QDA_CELL_TEXT },
	{ "parent", QDA_CELL_TEXT },
	{ "definition", QDA_CELL_TEXT },
	{ "use-when", QDA_CELL_TEXT },
	{ "not-when", QDA_CELL_TEXT },
	{ "example", QDA_CELL_TEXT },
	{ "colour", QDA_CELL_TEXT },
	{ "from", QDA_CELL_TEXT },
	{ "to", QDA_CELL_TEXT },
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

struct load {
	struct qda_act		*act;
	const char		*name;		/* of the file */
	struct qda_rows		*rows;
	int64_t			 coder;
	size_t			 made, changed, grouped;
	struct reason		 why;
};

/* Puts a cell on a field: 1 when that changed it. */
static int
load_cell(struct load *l, int64_t id, const struct qda_field *f,
    const char *cell, struct qda_err *e)
{
	char	*was = NULL, *is = NULL;
	int	 rc = -1;

	if (cell[strspn(cell, " \t")] == '\0')
		return 0;
	if (qda_field_get(&was, l->act->db, f, id, e) == 0 &&
	    qda_field_set(l->act->db, f, id, cell, e) == 0 &&
	    qda_field_get(&is, l->act->db, f, id, e) == 0)
		rc = was == NULL || strcmp(was, is) != 0;
	free(was);
	free(is);
	return rc;
}

/* All fields of a row: 1 when one of them changed. */
static int
load_fields(struct load *l, size_t row, int64_t id, struct qda_err *e)
{
	const struct qda_field	*f;
	int			 rc, changed = 0;

	for (f = qda_code_fields; f->key != NULL; f++) {
		rc = load_cell(l, id, f, qda_rows_value(l->rows, row, f->key),
		    e);
		if (rc < 0)
			return -1;
		changed |= rc;
	}
	return qda_code_check_kind(l->act->db, id, e) < 0 ? -1 : changed;
}

/* A code of the book, made when it is new. */
static int
load_code(struct load *l, const char *name, int64_t *id, bool *made,
    struct qda_err *e)
{
	int	 there = qda_code_find(l->act->db, name, id, e);

	*made = false;
	if (there != 0)
		return there < 0 ? -1 : 0;
	if (qda_code_no_address(l->act->db, name, e) < 0 ||
	    qda_code_make(l->act->db, name, "codebook", QDA_NONE, l->coder,
	    id, made, e) < 0)
		return -1;
	l->made++;
	qda_act_row(l->act, "+", name, "code");
	return 0;
}

static int
load_parent(struct load *l, const char *name, const char *parent, int64_t id,
    struct qda_err *e)
{
	int64_t	 category;
	bool	 made, became;
	int	 rc;

	if (*parent == '\0')
		return 0;
	if (load_code(l, parent, &category, &made, e) < 0)
		return -1;
	rc = qda_grouping_add(l->act->db, category, id, l->coder, &became, e);
	if (rc <= 0)
		return rc;
	l->grouped++;
	qda_act_row(l->act, "+", name, parent);
	if (became && !made)
		qda_act_say(l->act, _("'%s' was a property and is a category "
		    "now"), parent);
	return 0;
}

static int
load_row(struct load *l, size_t row, struct qda_err *e)
{
	const char	*name = qda_rows_value(l->rows, row, "name");
	size_t		 was = l->grouped;
	int64_t		 id;
	bool		 made;
	int		 changed;

	if (*name == '\0')
		return qda_fail(e, QDA_DATA, _("the name is empty"));
	if (load_code(l, name, &id, &made, e) < 0 ||
	    (changed = load_fields(l, row, id, e)) < 0)
		return -1;
	if (changed > 0 && !made) {
		l->changed++;
		qda_act_row(l->act, "=", name, "code");
	}
	if (load_parent(l, name, qda_rows_value(l->rows, row, "parent"),
	    id, e) < 0)
		return -1;
	if (made || changed > 0 || l->grouped > was)
		reason_about(&l->why, id);
	return 0;
}

/* The columns must say where the names are; those of no use are named. */
static int
map_columns(struct load *l, struct qda_err *e)
{
	const char	*keys[N_COLUMNS];

	for (size_t i = 0; i < N_COLUMNS; i++)
		keys[i] = columns[i].name;
	if (qda_rows_map(l->rows, keys, N_COLUMNS, e) < 0)
		return qda_fail_in(e, _("'%s'"), l->name);
	if (qda_rows_column(l->rows, "name") < 0)
		return qda_fail(e, QDA_DATA, _("'%s': there is no column "
		    "'name' in the first line"), l->name);
	for (size_t i = 0; i < qda_rows_columns(l->rows); i++)
		if (qda_rows_key(l->rows, i) == NULL)
			qda_act_say(l->act, _("column '%s' is no field of a "
			    "code: left out"), qda_rows_cell(l->rows, 0, i));
	return 0;
}

static int
load_rows(struct load *l, struct qda_err *e)
{
	if (map_columns(l, e) < 0 || qda_act_begin(l->act, false, e) < 0 ||
	    qda_act_coder(l->act, &l->coder, e) < 0)
		return -1;
	for (size_t i = 1; i < qda_rows_count(l->rows); i++)
		if (load_row(l, i, e) < 0) {
			e->why = e->why == QDA_USAGE ? QDA_DATA : e->why;
			return qda_fail_in(e, _("'%s', line %zu"), l->name,
			    qda_rows_line(l->rows, i));
		}
	if (l->made + l->changed + l->grouped == 0) {
		qda_change_abandon(l->act->db);
		qda_act_say(l->act, _("'%s': nothing new"), l->name);
		return 0;
	}
	if (reason_keep(&l->why, l->act, e, N_("codes from a table")) < 0)
		return -1;
	return qda_act_done(l->act, e, _("'%s': codes: %zu new, %zu changed; "
	    "places in categories: %zu new"), l->name, l->made, l->changed,
	    l->grouped);
}

int
qda_do_code_load(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct load	 l = { .act = act };
	char		*bytes = NULL;
	size_t		 n;
	int		 rc = -1;

	l.name = strcmp(path, "-") == 0 ? _("standard input") : path;
	if (qda_file_read(&bytes, &n, path, e) == 0 &&
	    qda_csv_read(&l.rows, bytes, n, l.name, e) == 0)
		rc = load_rows(&l, e);
	reason_free(&l.why);
	qda_rows_free(l.rows);
	free(bytes);
	return rc;
}

/* One line of the dump; fields too, unless only a further place is told. */
static int
dump_line(struct qda_act *act, struct qda_table *t,
    const struct qda_book_code *c, const char *parent, bool fields,
    struct qda_err *e)
{
	const struct qda_field	*f;
	char			*values[N_COLUMNS] = { NULL };
	int			 rc = 0;

	for (size_t i = 1; rc == 0 && fields && i < N_COLUMNS; i++) {
		f = qda_field_named(qda_code_fields, columns[i].name);
		if (f != NULL)
			rc = qda_field_get(&values[i], act->db, f, c->id, e);
	}
	for (size_t i = 0; rc == 0 && i < N_COLUMNS; i++)
		qda_table_text(t, i == 0 ? c->name :
		    strcmp(columns[i].name, "parent") == 0 ? parent :
		    values[i]);
	for (size_t i = 0; i < N_COLUMNS; i++)
		free(values[i]);
	return rc;
}

/* Main places first: what is loaded first becomes the main one. */
static int
dump_all(struct qda_act *act, struct qda_table *t,
    const struct qda_book *book, const struct qda_node *nodes, size_t n,
    struct qda_err *e)
{
	for (int further = 0; further < 2; further++)
		for (size_t i = 0; i < n; i++) {
			size_t		 code = nodes[i].code;
			size_t		 up = nodes[i].up;
			const char	*parent = up == QDA_NOWHERE ? NULL :
					    book->code[nodes[up].code].name;
			bool		 main = up == QDA_NOWHERE ||
					    nodes[up].code ==
					    book->code[code].parents[0];

			if (main == (further == 0) && dump_line(act, t,
			    &book->code[code], parent, main, e) < 0)
				return -1;
		}
	return 0;
}

int
qda_do_code_dump(struct qda_act *act, struct qda_err *e)
{
	struct qda_book		*book;
	struct qda_table	*t;
	struct qda_node		*nodes;
	size_t			 n;
	int			 rc;

	if (code_book(&book, act, e) < 0)
		return -1;
	n = qda_book_tree(book, &nodes);
	act->header = true;
	t = qda_act_table(act, columns, N_COLUMNS);
	rc = dump_all(act, t, book, nodes, n, e);
	qda_table_close(t);
	free(nodes);
	qda_book_free(book);
	return rc;
}
