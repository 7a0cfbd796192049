/* model_load.c: relations from a table, and to one. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "verbs/model.h"
#include "verbs/words_place.h"

static const char	*const keys[] = {
	"from", "type", "to", "sign", "memo", "address", "source", "quote",
	"query",
};

enum { N_KEYS = sizeof(keys) / sizeof(*keys) };

struct load {
	struct qda_act		*act;
	struct qda_rows		*rows;
	struct words_finder	*finder;
	size_t			 made, supports;
};

static const char *
cell(const struct load *l, size_t row, const char *key)
{
	return qda_rows_value(l->rows, row, key);
}

static const char *
given(const struct load *l, size_t row, const char *key)
{
	const char	*value = cell(l, row, key);

	return *value == '\0' ? NULL : value;
}

static int
read_addresses(const struct load *l, size_t row, struct model_said *said,
    struct qda_err *e)
{
	struct qda_strings	 list = { 0 };
	struct qda_place	 p;
	int			 rc = 0;

	qda_cell_list(&list, cell(l, row, "address"));
	for (size_t i = 0; rc == 0 && i < list.n; i++) {
		rc = qda_address_place(l->act->db, list.at[i], &p, e);
		if (rc == 0)
			show_add_place(&said->places, &p);
	}
	qda_strings_free(&list);
	return rc;
}

static int
read_quote(const struct load *l, size_t row, struct model_said *said,
    struct qda_err *e)
{
	const char		*quote = given(l, row, "quote");
	struct qda_place	 p;
	char			*problem;
	int			 rc;

	if (quote == NULL)
		return 0;
	rc = words_place(l->finder, given(l, row, "source"), quote, &p,
	    &problem, e);
	if (rc > 0)
		show_add_place(&said->places, &p);
	else if (rc == 0)
		rc = qda_fail(e, QDA_DATA, "%s", problem);
	free(problem);
	return rc < 0 ? -1 : 0;
}

static int
load_row(struct load *l, size_t row, struct qda_err *e)
{
	struct model_said	 said = {
		.from = cell(l, row, "from"), .type = cell(l, row, "type"),
		.to = cell(l, row, "to"), .sign = given(l, row, "sign"),
		.memo = given(l, row, "memo"),
	};
	const char		*query = given(l, row, "query");
	bool			 made = false;
	int			 rc = -1;

	if (said.sign != NULL && strcmp(said.sign, "+") != 0 &&
	    strcmp(said.sign, "-") != 0)
		qda_fail(e, QDA_DATA, _("a sign is + or -, not '%s'"),
		    said.sign);
	else if (*said.from == '\0' || *said.type == '\0' ||
	    *said.to == '\0')
		qda_fail(e, QDA_DATA, _("from, type and to are needed"));
	else if (read_addresses(l, row, &said, e) == 0 &&
	    read_quote(l, row, &said, e) == 0 && (query == NULL ||
	    model_query(&said, l->act->db, query, e) == 0))
		rc = model_relate(l->act, &said, &made, &l->supports, e);
	l->made += made;
	model_said_free(&said);
	return rc;
}

static int
load_all(struct load *l, const char *path, struct qda_err *e)
{
	if (qda_act_begin(l->act, false, e) < 0)
		return -1;
	for (size_t i = 1; i < qda_rows_count(l->rows); i++)
		if (load_row(l, i, e) < 0) {
			if (e->why == QDA_USAGE)
				e->why = QDA_DATA;
			return qda_fail_in(e, _("'%s', line %zu"), path,
			    qda_rows_line(l->rows, i));
		}
	return qda_act_done(l->act, e, _("'%s': relations: %zu new; "
	    "supporting units: %zu new"), path, l->made, l->supports);
}

static int
read_rows(struct load *l, const char *path, struct qda_err *e)
{
	if (qda_csv_file(&l->rows, path, e) < 0)
		return -1;
	if (qda_rows_map(l->rows, keys, N_KEYS, e) < 0)
		return qda_fail_in(e, _("'%s'"), path);
	for (size_t i = 0; i < 3; i++)
		if (qda_rows_column(l->rows, keys[i]) < 0)
			return qda_fail(e, QDA_DATA, _("'%s': there is no "
			    "column '%s'"), path, keys[i]);
	return 0;
}

int
qda_do_model_load(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct load	 l = { .act = act };
	int		 rc;

	l.finder = words_finder_new(act->db);
	rc = read_rows(&l, path, e);
	if (rc == 0)
		rc = load_all(&l, path, e);
	words_finder_free(l.finder);
	qda_rows_free(l.rows);
	return rc;
}

/* The addresses of what supports a relation, as a cell holds a list. */
static int
addresses(char **list, struct qda_db *db, int64_t relation,
    struct qda_err *e)
{
	struct qda_mem	 m;
	struct db_rows	*walk;
	char		*address;
	size_t		 n = 0;
	int		 more;

	qda_mem_open(&m);
	more = qda_relation_units(&walk, db, relation, e);
	if (more == 0)
		while ((more = qda_relation_unit(walk, &address, e)) > 0) {
			fprintf(m.f, "%s%s", n++ > 0 ? "\x1f" : "", address);
			free(address);
		}
	*list = qda_mem_text(&m);
	return more;
}

int
qda_do_model_dump(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "from", QDA_CELL_TEXT }, { "type", QDA_CELL_TEXT },
		{ "to", QDA_CELL_TEXT }, { "sign", QDA_CELL_TEXT },
		{ "memo", QDA_CELL_TEXT }, { "address", QDA_CELL_LIST },
	};
	struct qda_relation	 r;
	struct qda_table	*t;
	struct db_rows		*walk;
	char			*list;
	int			 more;

	if (qda_relation_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(*columns));
	while ((more = qda_relation_next(walk, &r, e)) > 0) {
		if (addresses(&list, act->db, r.id, e) < 0) {
			free(list);
			break;
		}
		qda_table_text(t, r.from_name);
		qda_table_text(t, r.type);
		qda_table_text(t, r.to_name);
		qda_table_text(t, r.sign);
		qda_table_text(t, r.memo);
		qda_table_joined(t, list);
		free(list);
	}
	qda_table_close(t);
	return more > 0 ? -1 : more;
}
