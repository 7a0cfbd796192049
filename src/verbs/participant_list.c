/* participant_list.c: the participants, as rows. */
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/participant.h"

static const struct qda_column	fixed[] = {
	{ "name", QDA_CELL_TEXT },
	{ "outcome", QDA_CELL_TEXT },
	{ "sources", QDA_CELL_NUMBER },
	{ "units", QDA_CELL_NUMBER },
	{ "duration", QDA_CELL_DURATION },
	{ "reason", QDA_CELL_TEXT },
	{ "approach", QDA_CELL_TEXT },
	{ "consent", QDA_CELL_DATE },
};

enum { N_FIXED = sizeof(fixed) / sizeof(fixed[0]), REASON = 5 };

static const enum qda_cell	cells[] = {
	[QDA_TYPE_TEXT] = QDA_CELL_TEXT,
	[QDA_TYPE_NUMBER] = QDA_CELL_NUMBER,
	[QDA_TYPE_DATE] = QDA_CELL_DATE,
	[QDA_TYPE_DURATION] = QDA_CELL_DURATION,
	[QDA_TYPE_ORDERED] = QDA_CELL_TEXT,
	[QDA_TYPE_YESNO] = QDA_CELL_TEXT,
};

/* The name of an attribute, "@" before it when a column is called so. */
static char *
column_name(const char *name)
{
	for (size_t i = 0; i < N_FIXED; i++)
		if (strcmp(name, fixed[i].name) == 0)
			return qda_sprintf("@%s", name);
	return qda_strdup(name);
}

static struct qda_column *
make_columns(const struct qda_attributes *list, struct qda_strings *names)
{
	struct qda_column	*c = qda_alloc(N_FIXED + list->n, sizeof(*c));

	memcpy(c, fixed, sizeof(fixed));
	for (size_t i = 0; i < list->n; i++)
		qda_strings_take(names, column_name(list->at[i].name));
	for (size_t i = 0; i < list->n; i++)
		c[N_FIXED + i] = (struct qda_column){ names->at[i],
		    cells[list->at[i].type] };
	return c;
}

static void
put_value(struct qda_table *t, enum qda_type type, const char *value)
{
	if (value == NULL)
		qda_table_text(t, NULL);
	else if (type == QDA_TYPE_NUMBER)
		qda_table_real(t, strtod(value, NULL), -1);
	else if (type == QDA_TYPE_DURATION)
		qda_table_int(t, strtoll(value, NULL, 10));
	else
		qda_table_text(t, value);
}

static int
put_row(struct qda_table *t, struct qda_act *act,
    const struct qda_attributes *list, const struct qda_participant *p,
    struct qda_err *e)
{
	char	*value;

	qda_table_text(t, p->name);
	qda_table_text(t, p->outcome);
	qda_table_int(t, p->sources);
	qda_table_int(t, p->units);
	if (p->duration == QDA_NONE && act->as == QDA_AS_TSV)
		qda_table_text(t, "-");
	else
		qda_table_int(t, p->duration);
	qda_table_text(t, p->reason);
	qda_table_text(t, p->approach);
	qda_table_text(t, p->consent);
	for (size_t i = 0; i < list->n; i++) {
		if (qda_attribute_value(&value, &list->at[i], act->db, p->id,
		    e) < 0)
			return -1;
		put_value(t, list->at[i].type, value);
		free(value);
	}
	return 0;
}

static int
put_rows(struct qda_act *act, const struct qda_attributes *list,
    const char *coders, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	struct qda_column	*columns = make_columns(list, &names);
	struct qda_participant	 p;
	struct qda_table	*t;
	struct db_rows		*walk;
	size_t			 left = 0;
	int			 more;

	more = qda_participant_list(&walk, act->db, coders, e);
	if (more == 0) {
		t = qda_act_table(act, columns, N_FIXED + list->n);
		qda_table_spare(t, REASON, N_FIXED - REASON, &left);
		while ((more = qda_participant_next(walk, &p, e)) > 0)
			if (put_row(t, act, list, &p, e) < 0) {
				qda_participant_end(walk);
				more = -1;
				break;
			}
		qda_table_close(t);
	}
	if (left > 0)
		qda_act_say(act, ngettext("%zu column more than fits is left "
		    "out; --columns chooses attributes, -o csv has all",
		    "%zu columns more than fit are left out; --columns "
		    "chooses attributes, -o csv has all", left), left);
	qda_strings_free(&names);
	free(columns);
	return more;
}

int
participant_choose(struct qda_attributes *list,
    const struct qda_strings *names, struct qda_err *e)
{
	struct qda_attribute	*a, moved;

	for (size_t i = 0; i < names->n; i++) {
		if (qda_attribute_need(&a, list, names->at[i] +
		    (*names->at[i] == '@'), e) < 0)
			return -1;
		if (a < list->at + i)
			return qda_fail(e, QDA_USAGE, _("'%s' is given "
			    "twice"), a->name);
		moved = *a;
		*a = list->at[i];
		list->at[i] = moved;
	}
	while (list->n > names->n)
		qda_attribute_drop(&list->at[--list->n]);
	return 0;
}

static int
choose(struct qda_attributes *list, const char *columns, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	int			 rc;

	qda_cell_list(&names, columns);
	rc = participant_choose(list, &names, e);
	qda_strings_free(&names);
	return rc;
}

int
qda_do_participant_list(struct qda_act *act, const char *columns,
    struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	char			*coders = NULL;
	int			 rc = -1;

	if (qda_attributes_get(&list, act->db, "participant", e) < 0 ||
	    (columns != NULL && choose(&list, columns, e) < 0) ||
	    qda_act_whose(act, &coders, e) < 0)
		goto out;
	rc = act->document != NULL ? participant_document(act, &list, e) :
	    put_rows(act, &list, coders, e);
out:
	qda_attributes_free(&list);
	free(coders);
	return rc;
}
