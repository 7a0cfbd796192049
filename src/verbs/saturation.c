/* saturation.c: new properties by interview, and what a rule says of them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/project.h"
#include "qda/verbs.h"
#include "verbs/names.h"
#include "verbs/saturation.h"

static const struct qda_column	columns[] = {
	{ "order", QDA_CELL_NUMBER },
	{ "source", QDA_CELL_TEXT },
	{ "new", QDA_CELL_NUMBER },
	{ "cumulative", QDA_CELL_NUMBER },
	{ "percent", QDA_CELL_NUMBER },
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void
clear(struct saturation *x)
{
	for (size_t i = 0; i < x->n_last; i++) {
		free(x->last[i].address);
		free(x->last[i].words);
	}
	free(x->last);
	free(x->declared_on);
	qda_saturation_free(&x->s);
	qda_incidence_free(&x->in);
}

/* Whether a property is new in interview t, from 1. */
static bool
is_new(const struct qda_incidence *in, size_t row, size_t t)
{
	size_t			 width = in->interviews.n;
	const unsigned char	*m = in->matrix + row * width;

	if (in->born != NULL)
		return in->born[row] == t && memchr(m, 1, width) != NULL;
	return m[t - 1] != 0 && memchr(m, 1, t - 1) == NULL;
}

/* The properties that the last interview with new ones brought. */
static int
find_last(struct saturation *x, struct qda_db *db, struct qda_err *e)
{
	struct saturation_new	*l;
	size_t			 t = x->s.last_new, cap = 0;

	for (size_t row = 0; t > 0 && row < x->in.properties.n; row++) {
		if (!is_new(&x->in, row, t))
			continue;
		x->last = qda_grow(x->last, &cap, x->n_last, sizeof(*x->last));
		l = &x->last[x->n_last++];
		l->row = row;
		l->address = l->words = NULL;
		if (db != NULL && qda_incidence_words(&x->in, db, row, t - 1,
		    &l->address, &l->words, e) < 0)
			return -1;
	}
	return 0;
}

static int
find_declared(struct saturation *x, struct qda_db *db, struct qda_err *e)
{
	const struct qda_field	*f = qda_project_fields;
	char			*text = NULL;
	int			 rc = -1;

	if (qda_field_get(&text, db, qda_field_named(f, "stopping-rule"),
	    QDA_PROJECT_ID, e) < 0)
		return -1;
	if (text == NULL)
		return 0;
	x->ruled = x->declared = true;
	if (qda_rule_read(&x->rule, text, e) < 0)
		qda_fail_in(e, _("the declared rule"));
	else
		rc = qda_field_get(&x->declared_on, db, qda_field_named(f,
		    "stopping-declared"), QDA_PROJECT_ID, e);
	free(text);
	return rc;
}

static int
read_matrix(struct saturation *x, struct qda_act *act, const char *table,
    bool created, struct qda_err *e)
{
	x->table = table != NULL;
	if (x->table)
		return saturation_table(&x->in, table, e);
	if (qda_incidence_read(&x->in, act->db, act->coders, act->n_coders,
	    e) < 0)
		return -1;
	return created ? qda_incidence_read_born(&x->in, act->db, e) : 0;
}

static int
collect(struct saturation *x, struct qda_act *act,
    const struct qda_rule *rule, struct qda_err *e)
{
	qda_saturation_matrix(&x->s, x->in.matrix, x->in.born,
	    x->in.properties.n, x->in.interviews.n);
	if (find_last(x, act->db, e) < 0)
		return -1;
	if (rule != NULL) {
		x->ruled = true;
		x->rule = *rule;
	} else if (!x->table && find_declared(x, act->db, e) < 0)
		return -1;
	if (x->ruled)
		qda_saturation_rule(&x->s, &x->rule, &x->verdict);
	return 0;
}

static void
write_rows(struct qda_act *act, const struct saturation *x)
{
	struct qda_table	*t = qda_act_table(act, columns, N_COLUMNS);
	const struct qda_saturation *s = &x->s;

	for (size_t i = 0; i < s->interviews; i++) {
		qda_table_int(t, (int64_t)i + 1);
		qda_table_text(t, x->in.interviews.at[i]);
		qda_table_int(t, s->fresh[i]);
		qda_table_int(t, s->cumulative[i]);
		qda_table_real(t, s->seen == 0 ? NAN :
		    100.0 * (double)s->cumulative[i] / (double)s->seen, 1);
	}
	qda_table_close(t);
}

/* What must not be missed by those who only read the rows. */
static void
warn(struct qda_act *act, const struct saturation *x)
{
	char	*names = names_some(&x->in.left_out);

	if (x->in.coders.n == 0 && !x->table)
		qda_act_say(act, _("nothing is coded yet"));
	else if (x->in.left_out.n > 0)
		qda_act_say(act, _("left out, not coded by those who count: "
		    "%s"), names);
	free(names);
}

int
qda_do_saturation(struct qda_act *act, const struct qda_rule *rule,
    const char *matrix, bool created, struct qda_err *e)
{
	struct saturation	 x = { .n_last = 0 };
	int			 rc = -1;

	if (read_matrix(&x, act, matrix, created, e) < 0 ||
	    collect(&x, act, rule, e) < 0)
		goto out;
	if (act->as == QDA_AS_JSON)
		saturation_json(act->out, &x);
	else
		write_rows(act, &x);
	if (act->as == QDA_AS_TABLE)
		saturation_say(act->out, &x);
	else if (act->as != QDA_AS_JSON)
		warn(act, &x);
	rc = x.ruled && x.verdict.status != QDA_VERDICT_MET;
out:
	clear(&x);
	return rc;
}
