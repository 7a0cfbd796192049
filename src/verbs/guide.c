/* guide.c: versions of the interview guide listed and shown. */
#include <stdlib.h>
#include <string.h>

#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/record.h"
#include "verbs/guide.h"

int
qda_do_guide_list(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "version", QDA_CELL_TEXT },
		{ "date", QDA_CELL_DATE },
		{ "questions", QDA_CELL_NUMBER },
		{ "sources", QDA_CELL_NUMBER },
	};
	struct qda_table	*t;
	struct db_rows		*walk;
	struct qda_guide	 g;
	int			 more;

	if (qda_guide_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	while ((more = qda_guide_next(walk, &g, e)) > 0) {
		qda_table_text(t, g.version);
		qda_table_some(t, g.date);
		qda_table_int(t, g.questions);
		qda_table_int(t, g.sources);
	}
	qda_table_close(t);
	return more;
}

/* ---- one in full ------------------------------------------------------- */

static int
get_field(char **value, struct qda_db *db, const char *key, int64_t id,
    struct qda_err *e)
{
	return qda_field_get(value, db, qda_field_named(qda_guide_fields,
	    key), id, e);
}

int
guide_get(struct guide *g, struct qda_db *db, const char *version,
    struct qda_err *e)
{
	memset(g, 0, sizeof(*g));
	if (qda_guide_need(db, version, &g->id, e) < 0 ||
	    qda_guide_version(db, g->id, &g->version, e) < 0 ||
	    get_field(&g->date, db, "date", g->id, e) < 0 ||
	    get_field(&g->tested, db, "tested", g->id, e) < 0 ||
	    qda_guide_opening(db, g->id, &g->opening, e) < 0 ||
	    qda_guide_questions(&g->questions, db, g->id, e) < 0)
		return -1;
	return qda_guide_sources(&g->sources, db, g->id, e);
}

void
guide_free(struct guide *g)
{
	free(g->version);
	free(g->date);
	free(g->tested);
	qda_strings_free(&g->questions);
	qda_strings_free(&g->sources);
}

/* As lists stand in a cell; caller frees. */
static char *
listed(const struct qda_strings *list)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < list->n; i++)
		fprintf(m.f, "%s%s", i > 0 ? "; " : "", list->at[i]);
	return qda_mem_text(&m);
}

static void
show(struct qda_act *act, const struct guide *g)
{
	struct qda_record	*r = qda_record_open(act);
	char			*sources = listed(&g->sources);

	qda_record_text(r, "version", g->version);
	qda_record_date(r, "date", g->date);
	qda_record_text(r, "tested", g->tested);
	qda_record_int(r, "opening", g->opening > 0 ? g->opening : QDA_NONE);
	qda_record_text(r, "sources", g->sources.n > 0 ? sources : NULL);
	qda_record_list(r, "questions", &g->questions);
	qda_record_close(r);
	free(sources);
}

int
qda_do_guide_show(struct qda_act *act, const char *version,
    struct qda_err *e)
{
	struct guide	 g;
	int		 rc = guide_get(&g, act->db, version, e);

	if (rc == 0 && act->document != NULL)
		rc = guide_document(act, &g, e);
	else if (rc == 0)
		show(act, &g);
	guide_free(&g);
	return rc;
}
