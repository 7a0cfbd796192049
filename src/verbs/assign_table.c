/* assign_table.c: who codes what, from a table. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "verbs/assign.h"

/* The columns; that of the codings is what 'assigned' prints, and not read. */
static const char	*const keys[] = {
	"coder", "source", "codings", "blind", "assigned", "done"
};

enum { N_KEYS = sizeof(keys) / sizeof(keys[0]), VALUES = 3 };

static int
map(struct qda_rows *rows, const char *path, struct qda_err *e)
{
	if (qda_rows_map(rows, keys, N_KEYS, e) < 0)
		return qda_fail_in(e, _("'%s'"), path);
	for (size_t i = 0; i < qda_rows_columns(rows); i++)
		if (qda_rows_key(rows, i) == NULL &&
		    *qda_rows_cell(rows, 0, i) != '\0')
			return qda_fail(e, QDA_DATA, _("'%s': the columns are "
			    "coder, source, blind, assigned, done; there is "
			    "no '%.100s'"), path, qda_rows_cell(rows, 0, i));
	if (qda_rows_column(rows, "coder") < 0 ||
	    qda_rows_column(rows, "source") < 0)
		return qda_fail(e, QDA_DATA, _("'%s', line 1: the first row "
		    "names the columns: coder, source, and blind, assigned, "
		    "done"), path);
	return 0;
}

/* An empty cell leaves a value as it is. */
static void
read_row(struct assign *a, const struct qda_rows *rows, size_t row)
{
	const char	*value;

	a->coder = qda_rows_value(rows, row, "coder");
	qda_strings_add(&a->names, qda_rows_value(rows, row, "source"));
	a->pairs.at = qda_alloc(N_KEYS, sizeof(*a->pairs.at));
	for (size_t i = VALUES; i < N_KEYS; i++) {
		value = qda_rows_value(rows, row, keys[i]);
		if (*value == '\0')
			continue;
		a->pairs.at[a->pairs.n].key = qda_strdup(keys[i]);
		a->pairs.at[a->pairs.n++].value = qda_strdup(value);
	}
}

static int
load_rows(struct qda_act *act, const struct qda_rows *rows, const char *path,
    size_t *all, size_t *made, struct qda_err *e)
{
	int	 rc = 0;

	for (size_t i = 1; i < qda_rows_count(rows) && rc == 0; i++) {
		struct assign	 a = { .act = act };

		read_row(&a, rows, i);
		if ((rc = assign_find(&a, false, e)) == 0)
			rc = assign_give(&a, e);
		if (rc < 0)
			qda_fail_in(e, _("'%s', line %zu"), path,
			    qda_rows_line(rows, i));
		*all += a.n;
		*made += a.done;
		assign_free(&a);
	}
	return rc;
}

int
qda_do_source_assign_table(struct qda_act *act, const char *path,
    struct qda_err *e)
{
	struct qda_rows	*rows = NULL;
	size_t		 all = 0, made = 0;
	int		 rc;

	if (qda_csv_file(&rows, path, e) < 0)
		return -1;
	if (map(rows, path, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    load_rows(act, rows, path, &all, &made, e) < 0)
		rc = -1;
	else
		rc = qda_act_done(act, e, ngettext("%zu source assigned, "
		    "%zu already", "%zu sources assigned, %zu already", made),
		    made, all - made);
	qda_rows_free(rows);
	return rc;
}
