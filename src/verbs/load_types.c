/* load_types.c: attributes, their types and levels, from a table and to one. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/attribute.h"
#include "verbs/load.h"

static const char	*const keys[] = { "name", "type", "levels" };

enum { N_KEYS = sizeof(keys) / sizeof(keys[0]) };

/* The column of a key, before the rows are mapped; how many for none. */
static size_t
column_of(const struct qda_rows *rows, const char *key)
{
	size_t	 n = qda_rows_columns(rows), i = 0;

	while (i < n && qda_header_key(qda_rows_cell(rows, 0, i), &key, 1) ==
	    NULL)
		i++;
	return i;
}

/* Columns of other names are left to the message of load_types(). */
bool
load_are_types(const struct qda_rows *rows)
{
	size_t	 name = column_of(rows, keys[0]), n = qda_rows_count(rows);

	if (n < 2 || name == qda_rows_columns(rows) ||
	    column_of(rows, keys[1]) == qda_rows_columns(rows))
		return false;
	for (size_t i = 1; i < n; i++)
		if (*qda_rows_cell(rows, i, name) != '@')
			return false;
	return true;
}

static int
map(struct qda_rows *rows, const char *path, struct qda_err *e)
{
	if (qda_rows_map(rows, keys, N_KEYS, e) < 0)
		return qda_fail_in(e, _("'%s'"), path);
	for (size_t i = 0; i < qda_rows_columns(rows); i++)
		if (qda_rows_key(rows, i) == NULL &&
		    *qda_rows_cell(rows, 0, i) != '\0')
			return qda_fail(e, QDA_DATA, _("'%s': a table of "
			    "attributes has the columns name, type, levels, "
			    "and no '%.100s'"), path,
			    qda_rows_cell(rows, 0, i));
	return 0;
}

/* A cell as a pair, unless it is empty. */
static void
add_pair(struct qda_pairs *pairs, const struct qda_rows *rows, size_t row,
    const char *key)
{
	const char	*value = qda_rows_value(rows, row, key);

	if (*value == '\0')
		return;
	pairs->at[pairs->n].key = qda_strdup(key);
	pairs->at[pairs->n++].value = qda_strdup(value);
}

static int
load_row(struct qda_act *act, struct qda_attributes *list,
    const struct qda_rows *rows, size_t row, struct load_result *done,
    struct qda_err *e)
{
	const struct qda_attribute	*a;
	struct qda_pairs		 pairs = { NULL, 0 };
	bool				 made;
	int				 rc;

	pairs.at = qda_alloc(N_KEYS, sizeof(*pairs.at));
	add_pair(&pairs, rows, row, "type");
	add_pair(&pairs, rows, row, "levels");
	rc = attribute_type(act, list, qda_rows_value(rows, row, "name") + 1,
	    &pairs, &made, &a, e);
	qda_pairs_free(&pairs);
	done->rows++;
	done->made += made;
	return rc;
}

int
load_types(struct qda_act *act, const struct load_noun *noun,
    const char *path, struct qda_rows *rows, struct load_result *done,
    struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	int			 rc = -1;

	done->attributes = true;
	if (map(rows, path, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    qda_attributes_get(&list, act->db, noun->name, e) < 0)
		goto out;
	rc = 0;
	for (size_t i = 1; i < qda_rows_count(rows) && rc == 0; i++)
		if ((rc = load_row(act, &list, rows, i, done, e)) < 0)
			qda_fail_in(e, _("'%s', line %zu"), path,
			    qda_rows_line(rows, i));
out:
	qda_attributes_free(&list);
	return rc;
}

int
load_types_done(struct qda_act *act, const struct load_result *done,
    struct qda_err *e)
{
	return qda_act_done(act, e, ngettext("%zu attribute loaded "
	    "(new: %zu)", "%zu attributes loaded (new: %zu)", done->rows),
	    done->rows, done->made);
}

int
load_types_dump(struct qda_act *act, const struct load_noun *noun,
    struct qda_err *e)
{
	static const struct qda_column	 columns[] = {
		{ "name", QDA_CELL_TEXT },
		{ "type", QDA_CELL_TEXT },
		{ "levels", QDA_CELL_TEXT },
	};
	struct qda_attributes		 list = { 0 };
	struct qda_table		*t;
	char				*name, *levels;
	int				 rc;

	rc = qda_attributes_get(&list, act->db, noun->name, e);
	if (rc == 0) {
		act->header = true;
		t = qda_act_table(act, columns, N_KEYS);
		for (size_t i = 0; i < list.n; i++) {
			name = qda_sprintf("@%s", list.at[i].name);
			levels = attribute_levels(&list.at[i].levels);
			qda_table_text(t, name);
			qda_table_text(t, qda_type_name(list.at[i].type));
			qda_table_text(t, *levels == '\0' ? NULL : levels);
			free(name);
			free(levels);
		}
		qda_table_close(t);
	}
	qda_attributes_free(&list);
	return rc;
}
