/* matrix.c: codings crossed by two of their sides, as a table. */
#include <stdlib.h>
#include <string.h>

#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/matrix.h"
#include "qda/project.h"
#include "qda/verbs.h"

/* A side by its name; an attribute is @NAME or attribute:NAME. */
static int
read_axis(enum qda_axis *axis, const char **key, const char *name,
    struct qda_err *e)
{
	static const char	*const names[] = {
		[QDA_AXIS_CODE] = "code", [QDA_AXIS_SOURCE] = "source",
		[QDA_AXIS_PARTICIPANT] = "participant",
		[QDA_AXIS_CODER] = "coder"
	};

	*axis = QDA_AXIS_ATTRIBUTE;
	*key = *name == '@' ? name + 1 :
	    strncmp(name, "attribute:", 10) == 0 ? name + 10 : NULL;
	if (*key != NULL)
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0) {
			*axis = (enum qda_axis)i;
			return 0;
		}
	return qda_fail(e, QDA_USAGE, _("'%s': rows and columns are code, "
	    "source, participant, coder or @ATTRIBUTE"), name);
}

static int64_t
shown(const struct qda_cross *want, uint32_t n)
{
	return want->binary ? n > 0 : n;
}

static void
put_long(struct qda_act *act, const struct qda_cross *want,
    const struct qda_matrix *m)
{
	static const struct qda_column	 columns[] = {
		{ "row", QDA_CELL_TEXT }, { "column", QDA_CELL_TEXT },
		{ "count", QDA_CELL_NUMBER },
	};
	struct qda_table		*t = qda_act_table(act, columns, 3);

	for (size_t i = 0; i < m->n; i++) {
		qda_table_text(t, m->rows.at[m->cells[i].row]);
		qda_table_text(t, m->columns.at[m->cells[i].column]);
		qda_table_int(t, shown(want, m->cells[i].n));
	}
	qda_table_close(t);
}

/* The columns of a table: what the rows are, then each name. */
static struct qda_column *
table_columns(const struct qda_matrix *m, const char *rows)
{
	struct qda_column	*c = qda_alloc(m->columns.n + 1, sizeof(*c));

	c[0].name = rows;
	c[0].cell = QDA_CELL_TEXT;
	for (size_t i = 0; i < m->columns.n; i++) {
		c[i + 1].name = m->columns.at[i];
		c[i + 1].cell = QDA_CELL_NUMBER;
	}
	return c;
}

static void
put_table(struct qda_act *act, const struct qda_cross *want,
    const struct qda_matrix *m)
{
	struct qda_column	*columns = table_columns(m, want->rows);
	struct qda_table	*t;
	size_t			 at = 0;
	uint32_t		 n;

	t = qda_table_open(act->out, act->as, true, columns,
	    m->columns.n + 1, act->width);
	for (size_t row = 0; row < m->rows.n; row++) {
		qda_table_text(t, m->rows.at[row]);
		for (size_t c = 0; c < m->columns.n; c++) {
			n = at < m->n && m->cells[at].row == row &&
			    m->cells[at].column == c ? m->cells[at++].n : 0;
			qda_table_int(t, shown(want, n));
		}
	}
	qda_table_close(t);
	free(columns);
}

static void
put_doc_rows(struct qda_doc *d, const struct qda_cross *want,
    const struct qda_matrix *m)
{
	size_t	 at = 0;
	char	*n;

	for (size_t row = 0; row < m->rows.n; row++) {
		qda_doc_row(d, QDA_DOC_ROW);
		qda_doc_cell_text(d, QDA_DOC_PLAIN, m->rows.at[row]);
		for (size_t c = 0; c < m->columns.n; c++) {
			if (at == m->n || m->cells[at].row != row ||
			    m->cells[at].column != c) {
				qda_doc_cell_text(d, QDA_DOC_PLAIN, NULL);
				continue;
			}
			n = qda_sprintf("%lld", (long long)shown(want,
			    m->cells[at++].n));
			qda_doc_cell_text(d, QDA_DOC_PLAIN, n);
			free(n);
		}
	}
}

static int
put_document(struct qda_act *act, const struct qda_cross *want,
    const struct qda_matrix *m, struct qda_err *e)
{
	const char		*lang = act->lang;
	struct qda_doc_column	*columns;
	struct qda_doc		*d;
	struct qda_doc_setup	 setup = { .footer = act->command,
				    .landscape = m->columns.n > 8 };
	int			 rc;

	if (lang == NULL && qda_project_language(act->db, &lang, e) < 0)
		return -1;
	columns = qda_alloc(m->columns.n + 1, sizeof(*columns));
	columns[0].title = want->rows;
	columns[0].share = 6;
	for (size_t i = 0; i < m->columns.n; i++) {
		columns[i + 1].title = m->columns.at[i];
		columns[i + 1].share = 1;
		columns[i + 1].right = true;
	}
	setup.title = act->command;
	setup.lang = lang;
	d = qda_doc_begin(qda_doc_writer(act->document), act->out, &setup);
	qda_doc_table(d, columns, m->columns.n + 1);
	put_doc_rows(d, want, m);
	qda_doc_table_end(d);
	rc = qda_doc_end(d, e);
	free(columns);
	return rc;
}

static int
put(struct qda_act *act, const struct qda_cross *want,
    const struct qda_matrix *m, struct qda_err *e)
{
	if (act->document != NULL)
		return put_document(act, want, m, e);
	if (want->by_cell)
		put_long(act, want, m);
	else
		put_table(act, want, m);
	return 0;
}

int
qda_do_matrix(struct qda_act *act, const struct qda_cross *want,
    struct qda_err *e)
{
	struct qda_matrix_want	 w = {
		.query = want->query, .scope = want->scope
	};
	struct qda_matrix	 m = { .n = 0 };
	int			 rc = -1;

	if (read_axis(&w.rows, &w.row_key, want->rows, e) < 0 ||
	    read_axis(&w.columns, &w.column_key, want->columns, e) < 0)
		return -1;
	if (w.rows == w.columns && w.rows != QDA_AXIS_CODE &&
	    w.rows != QDA_AXIS_ATTRIBUTE)
		return qda_fail(e, QDA_USAGE, _("rows and columns are both "
		    "'%s'"), want->rows);
	if (qda_matrix_read(&m, act->db, &w, e) == 0)
		rc = put(act, want, &m, e);
	for (size_t i = 0; rc == 0 && i < m.notes.n; i++)
		qda_act_say(act, "%s", m.notes.at[i]);
	qda_matrix_free(&m);
	return rc;
}
