/* load.c: nouns with attributes from a table, and to one. */
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/coder.h"
#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/set.h"
#include "qda/text.h"
#include "verbs/load.h"

enum { MAX_KEYS = 64 };

struct load {
	struct qda_act		*act;
	const struct load_noun	*noun;
	const char		*path;
	struct qda_rows		*rows;
	struct qda_attributes	 attributes;
	struct qda_key		*keys;		/* of each column */
	bool			*used;		/* whether it is loaded */
	struct who {
		int64_t	 id;
		size_t	 row;
	}			*who;		/* of each row but the header */
	struct load_result	*done;
};

/* "name", then the keys of the fields; how many. */
static size_t
list_keys(const struct load_noun *noun, const char *keys[MAX_KEYS])
{
	size_t	 n = 0;

	keys[n++] = "name";
	for (const struct qda_field *f = noun->fields; f->key != NULL; f++)
		keys[n++] = f->key;
	return n;
}

int
load_announce(struct qda_act *act, const struct qda_field *f,
    const char *value, struct qda_err *e)
{
	int64_t	 id;
	int	 rc = 1;

	if (f == NULL || value == NULL || *value == '\0')
		return 0;
	if (f->kind == QDA_VALUE_PARTICIPANT)
		rc = qda_participant_find(act->db, value, &id, e);
	else if (f->kind == QDA_VALUE_CODER)
		rc = qda_coder_find(act->db, value, &id, e);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	qda_act_row(act, "+", value, f->kind == QDA_VALUE_CODER ? "coder" :
	    "participant");
	qda_act_say(act, f->kind == QDA_VALUE_CODER ? _("new coder '%s'") :
	    _("new participant '%s'"), value);
	return 0;
}

/* Where an error is: file, line and, from 0, column. */
static int
fail_at(const struct load *l, size_t row, size_t column, struct qda_err *e)
{
	return qda_fail_in(e, _("'%s', line %zu, column %zu"), l->path,
	    qda_rows_line(l->rows, row), column + 1);
}

static int
map_rows(struct load *l, struct qda_err *e)
{
	const char	*keys[MAX_KEYS];

	if (qda_rows_map(l->rows, keys, list_keys(l->noun, keys), e) < 0)
		return qda_fail_in(e, _("'%s'"), l->path);
	if (qda_rows_column(l->rows, "name") < 0)
		return qda_fail(e, QDA_DATA, _("'%s', line %zu: no column "
		    "'name' says what a row is about"), l->path,
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
	rc = qda_key_find(&l->keys[column], l->noun->fields,
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
	int		 made;

	if (*name == '\0')
		return qda_fail(e, QDA_DATA, _("the name is missing"));
	l->who[row].row = row;
	made = l->noun->find(l->act, name, &l->who[row].id, e);
	if (made < 0)
		return -1;
	l->done->made += (size_t)made;
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

/* A change of value is counted, and shown by -n. */
static int
compare(struct load *l, size_t row, const struct qda_key *k, const char *was,
    struct qda_err *e)
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
		l->done->values++;
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
	int			 rc = -1;

	if (!l->used[column] || cell[strspn(cell, " \t")] == '\0')
		return 0;
	if (load_announce(l->act, k->field, cell, e) == 0 &&
	    get(&was, l, k, id, e) == 0 &&
	    qda_key_set(l->act, k, &l->attributes, id, cell, e) == 0)
		rc = compare(l, row, k, was, e);
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
load_table(struct qda_act *act, const struct load_noun *noun,
    const char *path, struct load_result *done, struct qda_err *e)
{
	struct load	 l = { .act = act, .noun = noun, .path = path,
			    .done = done };
	int		 rc = -1;

	memset(done, 0, sizeof(*done));
	if (qda_csv_file(&l.rows, l.path, e) < 0)
		goto out;
	if (load_are_types(l.rows)) {
		rc = load_types(act, noun, path, l.rows, done, e);
		goto out;
	}
	if (map_rows(&l, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    qda_attributes_get(&l.attributes, act->db, noun->name, e) < 0)
		goto out;
	done->rows = qda_rows_count(l.rows) - 1;
	l.keys = qda_alloc(qda_rows_columns(l.rows), sizeof(*l.keys));
	l.used = qda_alloc(qda_rows_columns(l.rows), sizeof(*l.used));
	l.who = qda_alloc(done->rows + 1, sizeof(*l.who));
	rc = load_rows(&l, e);
out:
	free(l.keys);
	free(l.used);
	free(l.who);
	qda_attributes_free(&l.attributes);
	qda_rows_free(l.rows);
	return rc;
}

/* ---- and out ----------------------------------------------------------- */

/*
 * A duration as a spreadsheet leaves it alone: 38:10 would come back from one
 * as 38 hours.
 */
static char *
duration_text(const char *seconds)
{
	long long	 s = strtoll(seconds, NULL, 10);

	return s >= 3600 ? qda_sprintf("%lldh%02lldmin%02llds", s / 3600,
	    s / 60 % 60, s % 60) : qda_sprintf("%lldmin%02llds", s / 60,
	    s % 60);
}

/* The value of a field or, behind the fields, of an attribute; or NULL. */
static int
cell(char **text, struct qda_act *act, const struct qda_field *f,
    const struct qda_attribute *a, int64_t id, struct qda_err *e)
{
	bool	 json = act->as == QDA_AS_JSON || act->as == QDA_AS_JSONL;
	char	*value = NULL;
	int	 rc;

	rc = f != NULL ? qda_field_get(&value, act->db, f, id, e) :
	    qda_attribute_value(&value, a, act->db, id, e);
	if (value == NULL || json || (f != NULL &&
	    f->kind != QDA_VALUE_DURATION)) {
		*text = value;
		return rc;
	}
	*text = f != NULL ? duration_text(value) :
	    qda_attribute_text(a, value);
	free(value);
	return rc;
}

/* All cells are there before the first is written. */
static int
dump_row(struct qda_table *t, struct qda_act *act,
    const struct load_noun *noun, const struct qda_attributes *list,
    const struct load_row *row, struct qda_err *e)
{
	size_t	 n = 0;
	char	**texts = qda_alloc(MAX_KEYS + list->n, sizeof(*texts));
	int	 rc = 0;

	for (const struct qda_field *f = noun->fields; rc >= 0 && f->key; f++)
		rc = cell(&texts[n++], act, f, NULL, row->id, e);
	for (size_t i = 0; rc >= 0 && i < list->n; i++)
		rc = cell(&texts[n++], act, NULL, &list->at[i], row->id, e);
	if (rc >= 0)
		qda_table_text(t, row->name);
	for (size_t i = 0; i < n; i++) {
		if (rc >= 0)
			qda_table_text(t, texts[i]);
		free(texts[i]);
	}
	free(texts);
	return rc < 0 ? -1 : 0;
}

static int
dump(struct qda_act *act, const struct load_noun *noun,
    const struct qda_attributes *list, const struct load_list *rows,
    struct qda_err *e)
{
	struct qda_strings	 words = { NULL, 0, 0 };
	struct qda_column	*columns;
	struct qda_table	*t;
	const char		*keys[MAX_KEYS];
	size_t			 n = list_keys(noun, keys);
	int			 rc = 0;

	for (size_t i = 0; i < n; i++)
		qda_strings_add(&words, keys[i]);
	for (size_t i = 0; i < list->n; i++)
		qda_strings_take(&words, qda_key_word(noun->fields,
		    &list->at[i]));
	columns = qda_alloc(words.n, sizeof(*columns));
	for (size_t i = 0; i < words.n; i++)
		columns[i] = (struct qda_column){ words.at[i],
		    QDA_CELL_TEXT };
	act->header = true;
	t = qda_act_table(act, columns, words.n);
	for (size_t i = 0; i < rows->n && rc == 0; i++)
		rc = dump_row(t, act, noun, list, &rows->at[i], e);
	qda_table_close(t);
	qda_strings_free(&words);
	free(columns);
	return rc;
}

int
load_dump(struct qda_act *act, const struct load_noun *noun,
    struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	struct load_list	 rows = { NULL, 0, 0 };
	int			 rc = -1;

	if (qda_attributes_get(&list, act->db, noun->name, e) == 0 &&
	    noun->list(act, &rows, e) == 0)
		rc = dump(act, noun, &list, &rows, e);
	for (size_t i = 0; i < rows.n; i++)
		free(rows.at[i].name);
	free(rows.at);
	qda_attributes_free(&list);
	return rc;
}

void
load_list_add(struct load_list *rows, int64_t id, const char *name)
{
	rows->at = qda_grow(rows->at, &rows->cap, rows->n,
	    sizeof(*rows->at));
	rows->at[rows->n++] = (struct load_row){ id, qda_strdup(name) };
}
