/* source_load.c: what is known of all sources, from a table and to one. */
#include <stdlib.h>
#include <string.h>

#include "qda/coder.h"
#include "qda/csv.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/source.h"
#include "qda/source_table.h"
#include "qda/verbs.h"
#include "verbs/source.h"

enum { MAX_KEYS = 64 };

/* "name" and the keys of the fields; how many. */
static size_t
list_keys(const char *keys[MAX_KEYS])
{
	size_t	 n = 0;

	keys[n++] = "name";
	for (const struct qda_field *f = qda_source_fields; f->key; f++)
		keys[n++] = f->key;
	return n;
}

int
source_announce(struct qda_act *act, const struct qda_field *f,
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

struct load {
	struct qda_act	*act;
	struct qda_rows	*rows;
	const char	*path;
	size_t		 sources, values;	/* changed */
};

/* Which source a row is of; no source has two rows. */
struct row {
	int64_t	 id;
	size_t	 line;
};

static int
by_id(const void *a, const void *b)
{
	const struct row	*x = a, *y = b;

	return x->id != y->id ? (x->id > y->id) - (x->id < y->id) :
	    (x->line > y->line) - (x->line < y->line);
}

static int
check_repeats(const struct load *l, const struct row *rows, size_t n,
    struct qda_err *e)
{
	struct row	*sorted = qda_alloc(n, sizeof(*sorted));
	int		 rc = 0;

	memcpy(sorted, rows, n * sizeof(*rows));
	qsort(sorted, n, sizeof(*sorted), by_id);
	for (size_t i = 1; i < n && rc == 0; i++)
		if (sorted[i].id == sorted[i - 1].id)
			rc = qda_fail(e, QDA_DATA, _("'%s', line %zu: the "
			    "source of line %zu again"), l->path,
			    sorted[i].line, sorted[i - 1].line);
	free(sorted);
	return rc;
}

static int
find_rows(const struct load *l, struct row *rows, struct qda_err *e)
{
	size_t	 n = qda_rows_count(l->rows);

	for (size_t i = 1; i < n; i++) {
		const char	*name = qda_rows_value(l->rows, i, "name");

		rows[i - 1].line = qda_rows_line(l->rows, i);
		if (*name == '\0')
			return qda_fail(e, QDA_DATA, _("'%s', line %zu: the "
			    "name of the source is missing"), l->path,
			    rows[i - 1].line);
		if (qda_source_need(l->act->db, name, &rows[i - 1].id, e) < 0)
			return qda_fail_in(e, _("'%s', line %zu"), l->path,
			    rows[i - 1].line);
	}
	return check_repeats(l, rows, n - 1, e);
}

/* A value put on a field: 1 when it was another before. */
static int
put(struct load *l, const struct qda_field *f, int64_t id, const char *name,
    const char *cell, struct qda_err *e)
{
	char	*was = NULL, *now = NULL, *detail;
	int	 rc = -1;

	if (source_announce(l->act, f, cell, e) < 0 ||
	    qda_field_get(&was, l->act->db, f, id, e) < 0 ||
	    qda_field_set(l->act->db, f, id, cell, e) < 0 ||
	    qda_field_get(&now, l->act->db, f, id, e) < 0)
		goto out;
	rc = was == NULL || now == NULL || strcmp(was, now) != 0;
	if (rc > 0) {
		detail = qda_sprintf("%s=%s", f->key, now == NULL ? "" : now);
		qda_act_row(l->act, "=", name, detail);
		free(detail);
	}
out:
	free(was);
	free(now);
	return rc;
}

/* Empty cells leave a value as it is. */
static int
load_row(struct load *l, size_t row, int64_t id, struct qda_err *e)
{
	const char	*name = qda_rows_value(l->rows, row, "name"), *cell;
	size_t		 before = l->values;
	int		 rc;

	for (const struct qda_field *f = qda_source_fields; f->key; f++) {
		cell = qda_rows_value(l->rows, row, f->key);
		if (*cell == '\0')
			continue;
		if ((rc = put(l, f, id, name, cell, e)) < 0)
			return -1;
		l->values += (size_t)rc;
	}
	l->sources += l->values > before;
	return 0;
}

static int
load_rows(struct load *l, struct qda_err *e)
{
	size_t		 n = qda_rows_count(l->rows);
	struct row	*rows = qda_alloc(n, sizeof(*rows));
	int		 rc = find_rows(l, rows, e);

	for (size_t i = 1; i < n && rc == 0; i++)
		if ((rc = load_row(l, i, rows[i - 1].id, e)) < 0)
			qda_fail_in(e, _("'%s', line %zu"), l->path,
			    rows[i - 1].line);
	free(rows);
	return rc;
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
	if (qda_rows_count(l->rows) < 2)
		return qda_fail(e, QDA_DATA, _("'%s' holds no rows"), l->path);
	if (qda_rows_column(l->rows, "name") < 0)
		return qda_fail(e, QDA_DATA, _("'%s', line %zu: no column "
		    "'name' says which source a row is of"), l->path,
		    qda_rows_line(l->rows, 0));
	return 0;
}

static int
done(struct load *l, struct qda_err *e)
{
	if (l->values == 0) {
		qda_change_abandon(l->act->db);
		qda_act_say(l->act, _("nothing to change: all is as '%s' says"),
		    l->path);
		return 0;
	}
	return qda_act_done(l->act, e, ngettext("%zu source: values set: %zu",
	    "%zu sources: values set: %zu", l->sources), l->sources,
	    l->values);
}

int
qda_do_source_load(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct load	 l = { .act = act, .path = path };
	int		 rc = -1;

	if (read_table(&l, e) == 0 && qda_act_begin(act, false, e) == 0 &&
	    load_rows(&l, e) == 0)
		rc = done(&l, e);
	qda_rows_free(l.rows);
	return rc;
}

/*
 * A duration as a spreadsheet leaves it alone: 38:10 would come back from one
 * as 38 hours.
 */
static void
put_duration(struct qda_table *t, const char *value)
{
	long long	 s = value == NULL ? 0 : strtoll(value, NULL, 10);
	char		*text;

	if (value == NULL) {
		qda_table_text(t, NULL);
		return;
	}
	text = s >= 3600 ? qda_sprintf("%lldh%02lldmin%02llds", s / 3600,
	    s / 60 % 60, s % 60) : qda_sprintf("%lldmin%02llds", s / 60,
	    s % 60);
	qda_table_text(t, text);
	free(text);
}

/* The fields of a source, in the order of their table. */
static int
get_values(char **values, struct qda_act *act, int64_t id, struct qda_err *e)
{
	const struct qda_field	*f = qda_source_fields;

	for (size_t i = 0; f[i].key != NULL; i++)
		if (qda_field_get(&values[i], act->db, &f[i], id, e) < 0)
			return -1;
	return 0;
}

static void
put_values(struct qda_table *t, const struct qda_act *act, char **values)
{
	bool	 json = act->as == QDA_AS_JSON || act->as == QDA_AS_JSONL;

	for (size_t i = 0; qda_source_fields[i].key != NULL; i++)
		if (qda_source_fields[i].kind == QDA_VALUE_DURATION && !json)
			put_duration(t, values[i]);
		else
			qda_table_text(t, values[i]);
}

static int
dump_row(struct qda_table *t, struct qda_act *act, const struct qda_source *s,
    struct qda_err *e)
{
	char	*values[MAX_KEYS] = { NULL };
	int	 rc = get_values(values, act, s->id, e);

	if (rc == 0) {
		qda_table_text(t, s->name);
		put_values(t, act, values);
	}
	for (size_t i = 0; i < MAX_KEYS; i++)
		free(values[i]);
	return rc;
}

int
qda_do_source_dump(struct qda_act *act, struct qda_err *e)
{
	struct qda_column	 columns[MAX_KEYS];
	const char		*keys[MAX_KEYS];
	size_t			 n = list_keys(keys);
	struct qda_source	 s;
	struct qda_table	*t;
	struct db_rows		*walk;
	int			 more;

	for (size_t i = 0; i < n; i++)
		columns[i] = (struct qda_column){ keys[i], QDA_CELL_TEXT };
	if (qda_source_list(&walk, act->db, false, e) < 0)
		return -1;
	act->header = true;
	t = qda_act_table(act, columns, n);
	while ((more = qda_source_next(walk, &s, e)) > 0)
		if (dump_row(t, act, &s, e) < 0) {
			more = -1;
			break;
		}
	qda_table_close(t);
	return more;
}
