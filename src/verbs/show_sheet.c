/* show_sheet.c: extracts as one table for Excel, with all that is known. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/participant.h"
#include "qda/project.h"
#include "qda/unit.h"
#include "verbs/sheet.h"
#include "verbs/show.h"

/* What stands before the attributes, and behind them; sheet_read.c takes it. */
static const struct qda_doc_column	before[] = {
	{ N_("Ref."), 7, false }, { N_("Participant"), 6, false },
};
static const struct qda_doc_column	behind[] = {
	{ N_("Turn"), 3, true }, { N_("Verbatim"), 30, false },
	{ N_("Label"), 10, false }, { N_("Property"), 12, false },
	{ N_("Category"), 10, false }, { N_("Coder"), 7, false },
	{ N_("Memo"), 10, false },
};

enum {
	BEFORE = sizeof(before) / sizeof(*before),
	BEHIND = sizeof(behind) / sizeof(*behind),
	ATTRIBUTE = 6,			/* share of the width */
};

struct table {
	struct qda_act		*act;
	struct qda_doc		*doc;
	struct qda_attributes	 attributes;	/* of participants */
	struct qda_doc_column	*columns;
	size_t			 n;
	struct show_source	 source;
};

static void
add_columns(struct table *t, const struct qda_doc_column *from, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		t->columns[t->n] = from[i];
		t->columns[t->n++].title = _(from[i].title);
	}
}

static void
make_columns(struct table *t)
{
	t->columns = qda_alloc(BEFORE + BEHIND + t->attributes.n,
	    sizeof(*t->columns));
	add_columns(t, before, BEFORE);
	for (size_t i = 0; i < t->attributes.n; i++)
		t->columns[t->n++] = (struct qda_doc_column){
			t->attributes.at[i].name, ATTRIBUTE, false
		};
	add_columns(t, behind, BEHIND);
}

static void
put(struct table *t, const char *text)
{
	qda_doc_cell_text(t->doc, QDA_DOC_PLAIN, text);
}

static void
put_own(struct table *t, char *text)
{
	put(t, text);
	free(text);
}

static int
put_attributes(struct table *t, const char *participant, struct qda_err *e)
{
	struct qda_db	*db = t->act->db;
	int64_t		 id;
	char		*value;
	int		 there = 0;

	if (participant != NULL)
		there = qda_participant_find(db, participant, &id, e);
	for (size_t i = 0; there >= 0 && i < t->attributes.n; i++) {
		value = NULL;
		if (there > 0 && qda_attribute_value(&value,
		    &t->attributes.at[i], db, id, e) < 0)
			return -1;
		if (value == NULL)
			put(t, "");
		else
			put_own(t, qda_attribute_text(&t->attributes.at[i],
			    value));
		free(value);
	}
	return there < 0 ? -1 : 0;
}

static int
put_turn(struct table *t, const struct qda_verbatim *v, struct qda_err *e)
{
	const struct qda_voices	*voices = &t->source.voices;
	size_t			 turn;

	if (show_load(&t->source, t->act->db, v->source, v->revision, 0,
	    e) < 0)
		return -1;
	turn = qda_voices_at(voices, v->start);
	put_own(t, turn < voices->n && voices->turns[turn].start < v->end ?
	    qda_sprintf("%" PRId64, voices->turns[turn].seq) :
	    qda_strdup(""));
	return 0;
}

/* What the unit's own coder put on it. */
static int
put_unit(struct table *t, const struct qda_verbatim *v, struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_unit	 u;
	int		 rc = qda_unit_get(&walk, t->act->db, v->unit, &u, e);

	if (rc <= 0)
		return rc;
	put(t, u.label == NULL ? "" : u.label);
	put_own(t, sheet_list_text(u.codes));
	put_own(t, sheet_categories_text(u.categories));
	put(t, v->coder == NULL ? "" : v->coder);
	put_own(t, sheet_memos_text(u.memos));
	qda_unit_stop(walk);
	return 0;
}

static int
put_extract(struct table *t, const struct qda_verbatim *v, struct qda_err *e)
{
	qda_doc_row(t->doc, QDA_DOC_ROW);
	put_own(t, qda_address_text(v->name, v->start, v->end, v->revision));
	put(t, v->participant == NULL ? "" : v->participant);
	if (put_attributes(t, v->participant, e) < 0 ||
	    put_turn(t, v, e) < 0)
		return -1;
	put(t, v->words);
	return put_unit(t, v, e);
}

static int
put_all(struct table *t, struct qda_query *query, size_t *n,
    struct qda_err *e)
{
	struct qda_verbatim	 v;
	int			 more;

	if (qda_query_list(query, false, e) < 0)
		return -1;
	while ((more = qda_query_next(query, &v, e)) > 0) {
		if (put_extract(t, &v, e) < 0)
			return -1;
		(*n)++;
	}
	return more;
}

static int
write_table(struct table *t, const struct qda_show *want,
    struct qda_query *query, size_t *n, struct qda_err *e)
{
	struct qda_doc_setup	 setup = { .title = *want->query == '\0' ?
				    _("All extracts") : want->query,
				    .lang = qda_lang_now() };
	struct qda_err		 other;
	int			 rc;

	t->doc = qda_doc_begin(qda_doc_writer(t->act->document),
	    t->act->out, &setup);
	make_columns(t);
	qda_doc_table(t->doc, t->columns, t->n);
	rc = put_all(t, query, n, e);
	qda_doc_table_end(t->doc);
	if (rc == 0)
		return qda_doc_end(t->doc, e);
	if (qda_doc_end(t->doc, &other) < 0)
		return -1;
	return rc;
}

int
show_sheet(struct qda_act *act, const struct qda_show *want,
    struct qda_query *query, size_t *n, struct qda_err *e)
{
	struct table	 t = { .act = act };
	const char	*lang = act->lang, *was = qda_lang_now();
	int		 rc = 0;

	*n = 0;
	if (lang == NULL)
		rc = qda_project_language(act->db, &lang, e);
	if (rc == 0)
		rc = qda_attributes_get(&t.attributes, act->db, "participant",
		    e);
	if (rc == 0) {
		qda_lang_use(lang);
		rc = write_table(&t, want, query, n, e);
		qda_lang_use(was);
	}
	if (rc == 0 && *n == 0)
		rc = qda_query_hint(query, e);
	qda_attributes_free(&t.attributes);
	free(t.columns);
	show_unload(&t.source);
	return rc;
}
