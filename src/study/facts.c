/* facts.c: rows of counts, shared by the queries for reports. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "study/facts.h"

void
qda_tallies_free(struct qda_tallies *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].name);
		free(list->at[i].also);
	}
	free(list->at);
	memset(list, 0, sizeof(*list));
}

char *
facts_text(struct db_rows *rows, int col)
{
	const char	*s = db_text(rows, col);

	return s == NULL || *s == '\0' ? NULL : qda_strdup(s);
}

int
facts_list(struct qda_db *db, struct qda_tallies *list, const char *sql,
    const char *arg, struct qda_err *e)
{
	struct qda_tally	*t;
	struct db_rows		*rows;
	int			 more;

	memset(list, 0, sizeof(*list));
	if (db_ask(&rows, db, e, sql, arg == NULL ? "" : "t", arg) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		t = &list->at[list->n++];
		t->name = facts_text(rows, 0);
		t->also = facts_text(rows, 1);
		t->n = db_int(rows, 2);
		t->m = db_int(rows, 3);
	}
	if (more < 0)
		qda_tallies_free(list);
	return more;
}

int
facts_list_of(struct qda_db *db, struct qda_tallies *list, const char *sql,
    int64_t id, struct qda_err *e)
{
	char	 text[24];

	snprintf(text, sizeof(text), "%" PRId64, id);
	return facts_list(db, list, sql, text, e);
}

int
facts_row(struct db_rows **rows, struct qda_db *db, const char *sql,
    const char *arg, struct qda_err *e)
{
	int	 more;

	if (db_ask(rows, db, e, sql, arg == NULL ? "" : "t", arg) < 0 ||
	    (more = db_next(*rows, e)) < 0)
		return -1;
	return more > 0 ? 0 : qda_fail(e, QDA_PROJECT,
	    "a query for one row gave none");
}
