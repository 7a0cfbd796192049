/* participant_load.c: participants from a table, and to one. */
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/csv.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/set.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/participant.h"

enum { MAX_KEYS = 32 };

struct load {
	struct qda_act		*act;
	const char		*path;
	struct qda_rows		*rows;
	struct qda_attributes	 attributes;
	struct qda_key		*keys;		/* of each column */
	bool			*used;		/* whether it is loaded */
	struct who {
		int64_t	 id;
		size_t	 row;
	}			*who;		/* of each row but the header */
	size_t			 made;
};

/* "name", then the keys of the fields; how many. */
static size_t
list_keys(const char *keys[MAX_KEYS])
{
	size_t	 n = 0;

	keys[n++] = "name";
	for (const struct qda_field *f = qda_participant_fields; f->key; f++)
		keys[n++] = f->key;
	return n;
}

/* Where an error is: file, line and, from 0, column. */
static int
fail_at(const struct load *l, size_t row, size_t column, struct qda_err *e)
{
	return qda_fail_in(e, _("'%s', line %zu, column %zu"), l->path,
	    qda_rows_line(l->rows, row), column + 1);
}

static int
read_table(struct load *l, struct qda_err *e)
{
	const char	*keys[MAX_KEYS];
	char		*bytes;
	size_t		 n;
	int		 rc;

	if (qda_file_read(&bytes, &n, l->path, e) < 0)
		return -1;
	rc = qda_csv_read(&l->rows, bytes, n, l->path, e);
	free(bytes);
	if (rc < 0 || qda_rows_map(l->rows, keys, list_keys(keys), e) < 0)
		return -1;
	if (qda_rows_column(l->rows, "name") < 0)
		return qda_fail(e, QDA_DATA, _("'%s', line %zu: no column "
		    "'name' says who a row is about"), l->path,
		    qda_rows_count(l->rows) > 0 ? qda_rows_line(l->rows, 0) :
		    1);
	if (qda_rows_count(l->rows) < 2)
		return qda_fail(e, QDA_DATA, _("'%s' holds no rows"), l->path);
	return 0;
}

/* ---- columns ----------------------------------------------------------- */

/* A column without a header: fine while it is empty. */
static int
check_nameless(const struct load *l, size_t column, struct qda_err *e)
{
	for (size_t i = 1; i < qda_rows_count(l->rows); i++)
		if (*qda_rows_cell(l->rows, i, column) != '\0') {
			qda_fail(e, QDA_DATA, _("the column has no header"));
			return fail_at(l, i, column, e);
		}
	return 0;
}

/* An attribute that is not there yet, of the type that its cells fit. */
static int
declare(struct load *l, size_t column, struct qda_err *e)
{
	size_t		 n = qda_rows_count(l->rows) - 1;
	const char	**cells = qda_alloc(n, sizeof(*cells));
	int		 rc;

	for (size_t i = 0; i < n; i++)
		cells[i] = qda_rows_cell(l->rows, i + 1, column);
	rc = qda_key_declare(l->act, &l->keys[column], &l->attributes, cells,
	    n, e);
	free(cells);
	return rc;
}

/* Two columns may mean one attribute: "âge" and "@âge". */
static int
check_twice(const struct load *l, size_t column, struct qda_err *e)
{
	const struct qda_key	*k = &l->keys[column];

	for (size_t i = 0; i < column; i++)
		if (l->used[i] && l->keys[i].field == k->field &&
		    l->keys[i].attribute == k->attribute)
			return qda_fail(e, QDA_DATA, _("the same attribute as "
			    "column %zu"), i + 1);
	return 0;
}

static int
map_column(struct load *l, size_t column, struct qda_err *e)
{
	const char	*header = qda_rows_cell(l->rows, 0, column);
	const char	*key = qda_rows_key(l->rows, column);
	int		 rc;

	if (key != NULL && strcmp(key, "name") == 0)
		return 0;
	if (*header == '\0')
		return check_nameless(l, column, e);
	rc = qda_key_find(&l->keys[column], qda_participant_fields,
	    &l->attributes, key != NULL ? key : header, e);
	if (rc == 0)
		rc = declare(l, column, e);
	if (rc < 0 || check_twice(l, column, e) < 0)
		return fail_at(l, 0, column, e);
	l->used[column] = true;
	return 0;
}

/* ---- rows -------------------------------------------------------------- */

static int
find_row(struct load *l, size_t row, struct qda_err *e)
{
	const char	*name = qda_rows_value(l->rows, row, "name");
	bool		 made;

	if (*name == '\0')
		return qda_fail(e, QDA_DATA, _("the name is missing"));
	l->who[row].row = row;
	if (participant_name_check(name, e) < 0 || qda_participant_make(
	    l->act->db, name, &l->who[row].id, &made, e) < 0)
		return -1;
	l->made += made;
	if (made)
		qda_act_row(l->act, "+", name, "participant");
	return 0;
}

static int
by_id(const void *a, const void *b)
{
	const struct who	*x = a, *y = b;

	return x->id != y->id ? (x->id > y->id) - (x->id < y->id) :
	    (x->row > y->row) - (x->row < y->row);
}

/* Nobody has two rows. */
static int
check_repeats(const struct load *l, size_t n, struct qda_err *e)
{
	size_t		 column = (size_t)qda_rows_column(l->rows, "name");
	struct who	*sorted = qda_alloc(n, sizeof(*sorted));
	int		 rc = 0;

	memcpy(sorted, l->who, n * sizeof(*sorted));
	qsort(sorted + 1, n - 1, sizeof(*sorted), by_id);
	for (size_t i = 2; i < n && rc == 0; i++)
		if (sorted[i].id == sorted[i - 1].id) {
			qda_fail(e, QDA_DATA, _("'%.200s' is in line %zu "
			    "already"), qda_rows_value(l->rows, sorted[i].row,
			    "name"), qda_rows_line(l->rows,
			    sorted[i - 1].row));
			rc = fail_at(l, sorted[i].row, column, e);
		}
	free(sorted);
	return rc;
}

/* The value of a key as data; NULL for none.  Caller frees. */
static int
get(char **value, struct load *l, const struct qda_key *k, int64_t id,
    struct qda_err *e)
{
	return k->field != NULL ?
	    qda_field_get(value, l->act->db, k->field, id, e) :
	    qda_attribute_value(value, &l->attributes.at[k->attribute],
	    l->act->db, id, e);
}

/* For -n: a row when the value was another. */
static int
show_change(struct load *l, size_t row, const struct qda_key *k,
    const char *was, struct qda_err *e)
{
	char	*now, *detail;

	if (get(&now, l, k, l->who[row].id, e) < 0)
		return -1;
	if (now != NULL && (was == NULL || strcmp(was, now) != 0)) {
		detail = qda_sprintf("%s=%s", k->field != NULL ?
		    k->field->key : l->attributes.at[k->attribute].name, now);
		qda_act_row(l->act, "=", qda_rows_value(l->rows, row, "name"),
		    detail);
		free(detail);
	}
	free(now);
	return 0;
}

/* Empty cells, and what is not in the table, stay as they are. */
static int
load_cell(struct load *l, size_t row, size_t column, struct qda_err *e)
{
	const char		*cell = qda_rows_cell(l->rows, row, column);
	const struct qda_key	*k = &l->keys[column];
	int64_t			 id = l->who[row].id;
	char			*was = NULL;
	int			 rc = 0;

	if (!l->used[column] || cell[strspn(cell, " \t")] == '\0')
		return 0;
	if (l->act->dry_run)
		rc = get(&was, l, k, id, e);
	if (rc == 0)
		rc = qda_key_set(l->act, k, &l->attributes, id, cell, e);
	if (rc == 0 && l->act->dry_run)
		rc = show_change(l, row, k, was, e);
	free(was);
	return rc;
}

static int
load_rows(struct load *l, struct qda_err *e)
{
	size_t	 n = qda_rows_count(l->rows);
	size_t	 columns = qda_rows_columns(l->rows);

	for (size_t i = 0; i < columns; i++)
		if (map_column(l, i, e) < 0)
			return -1;
	for (size_t i = 1; i < n; i++)
		if (find_row(l, i, e) < 0)
			return fail_at(l, i,
			    (size_t)qda_rows_column(l->rows, "name"), e);
	if (check_repeats(l, n, e) < 0)
		return -1;
	for (size_t i = 1; i < n; i++)
		for (size_t c = 0; c < columns; c++)
			if (load_cell(l, i, c, e) < 0)
				return fail_at(l, i, c, e);
	return 0;
}

int
qda_do_participant_load(struct qda_act *act, const char *path,
    struct qda_err *e)
{
	struct load	 l = { .act = act, .path = path };
	size_t		 n;
	int		 rc = -1;

	if (read_table(&l, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    qda_attributes_get(&l.attributes, act->db, "participant", e) < 0)
		goto out;
	n = qda_rows_count(l.rows);
	l.keys = qda_alloc(qda_rows_columns(l.rows), sizeof(*l.keys));
	l.used = qda_alloc(qda_rows_columns(l.rows), sizeof(*l.used));
	l.who = qda_alloc(n, sizeof(*l.who));
	if (load_rows(&l, e) < 0)
		goto out;
	rc = qda_act_done(act, e, ngettext("%zu participant loaded (new: %zu)",
	    "%zu participants loaded (new: %zu)", n - 1), n - 1, l.made);
out:
	free(l.keys);
	free(l.used);
	free(l.who);
	qda_attributes_free(&l.attributes);
	qda_rows_free(l.rows);
	return rc;
}

/* ---- and out ----------------------------------------------------------- */

static int
dump_row(struct qda_table *t, struct qda_act *act,
    const struct qda_attributes *list, const struct qda_participant *p,
    struct qda_err *e)
{
	const struct qda_field	*f = qda_participant_fields;
	char			*value, *text;

	qda_table_text(t, p->name);
	for (; f->key != NULL; f++) {
		if (qda_field_get(&value, act->db, f, p->id, e) < 0)
			return -1;
		qda_table_text(t, value);
		free(value);
	}
	for (size_t i = 0; i < list->n; i++) {
		if (qda_attribute_value(&value, &list->at[i], act->db, p->id,
		    e) < 0)
			return -1;
		text = value == NULL ? NULL :
		    qda_attribute_text(&list->at[i], value);
		qda_table_text(t, text);
		free(text);
		free(value);
	}
	return 0;
}

static int
dump_rows(struct qda_act *act, const struct qda_attributes *list,
    const struct qda_column *columns, size_t n, struct qda_err *e)
{
	struct qda_participant	 p;
	struct qda_table	*t;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, act->db, "[]", e) < 0)
		return -1;
	t = qda_act_table(act, columns, n);
	while ((more = qda_participant_next(walk, &p, e)) > 0)
		if (dump_row(t, act, list, &p, e) < 0)
			return -1;
	qda_table_close(t);
	return more;
}

int
qda_do_participant_dump(struct qda_act *act, struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	struct qda_column	*columns = NULL;
	struct qda_strings	 words = { NULL, 0, 0 };
	const char		*keys[MAX_KEYS];
	size_t			 n = list_keys(keys);
	int			 rc = -1;

	if (qda_attributes_get(&list, act->db, "participant", e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++)
		qda_strings_add(&words, keys[i]);
	for (size_t i = 0; i < list.n; i++)
		qda_strings_take(&words, qda_key_word(qda_participant_fields,
		    &list.at[i]));
	columns = qda_alloc(words.n, sizeof(*columns));
	for (size_t i = 0; i < words.n; i++)
		columns[i] = (struct qda_column){ words.at[i],
		    QDA_CELL_TEXT };
	act->header = true;
	rc = dump_rows(act, &list, columns, words.n, e);
out:
	qda_attributes_free(&list);
	qda_strings_free(&words);
	free(columns);
	return rc;
}
