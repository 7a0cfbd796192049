/* coreq_grid.c: a checklist with what the project and its people say. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "qda/embed.h"
#include "qda/lang.h"
#include "qda/project.h"
#include "verbs/coreq.h"

static const char	*const statuses[] = {
	[COREQ_COMPUTED] = "computed",
	[COREQ_DECLARED] = "declared",
	[COREQ_JUDGE]    = "judge",
	[COREQ_MISSING]  = "missing",
	[COREQ_ACCEPTED] = "accepted",
};

const char *
coreq_status_key(enum coreq_status status)
{
	return statuses[status];
}

static enum coreq_status
status_of(const struct coreq_row *r)
{
	if (qda_answer_given(&r->answer))
		return COREQ_ACCEPTED;
	if (r->item->state == QDA_ITEM_JUDGE)
		return r->said.evidence != NULL ? COREQ_JUDGE : COREQ_MISSING;
	if (r->said.answer == NULL)
		return COREQ_MISSING;
	return r->item->state == QDA_ITEM_COMPUTED ? COREQ_COMPUTED :
	    COREQ_DECLARED;
}

const char *
coreq_said_now(const struct coreq_row *r, const struct coreq_said *s)
{
	return r->item->state == QDA_ITEM_JUDGE ? s->evidence : s->answer;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Whether what was kept with an answer is not what the project says now. */
static int
differs(const struct coreq *c, const struct coreq_row *r, const char *basis,
    bool *differ, struct qda_err *e)
{
	struct coreq		 nowhere = *c;
	struct coreq_said	 said;

	nowhere.place = NULL;
	if (coreq_say(&nowhere, r->item, &said, e) < 0)
		return -1;
	*differ = !same(coreq_said_now(r, &said), basis);
	coreq_said_free(&said);
	return 0;
}

/* In both languages, or it is the wording of one that changed. */
static int
compare(const struct coreq *c, const char *list, struct coreq_row *r,
    struct qda_err *e)
{
	const char		*before, *other;
	struct qda_answer	 answer;
	int			 rc;

	if (c->place == NULL)		/* said so already */
		r->changed = !same(coreq_said_now(r, &r->said),
		    r->answer.basis);
	else if (differs(c, r, r->answer.basis, &r->changed, e) < 0)
		return -1;
	if (!r->changed)
		return 0;
	other = strcmp(qda_lang_now(), "fr") == 0 ? "en" : "fr";
	if (qda_answer_get(c->db, list, r->item->number, other, &answer,
	    e) < 0)
		return -1;
	before = coreq_speak(other);
	rc = differs(c, r, answer.basis, &r->changed, e);
	coreq_speak(before);
	qda_answer_free(&answer);
	return rc;
}

static int
fill_row(struct coreq_grid *g, struct coreq_row *r, struct qda_db *db,
    struct qda_err *e)
{
	struct coreq	 c = { db, g->counted, g->names, g->n_names, NULL,
			    &g->shared };

	if (qda_answer_get(db, g->list.name, r->item->number, g->lang,
	    &r->answer, e) < 0)
		return -1;
	c.place = r->answer.place;
	if (coreq_say(&c, r->item, &r->said, e) < 0)
		return -1;
	r->status = status_of(r);
	return r->status == COREQ_ACCEPTED ?
	    compare(&c, g->list.name, r, e) : 0;
}

/* A name of those built in, else a file. */
static int
read_list(struct qda_checklist *list, const char *name, struct qda_err *e)
{
	const struct qda_embedded	*c = qda_checklists;

	if (name == NULL)
		name = "coreq";
	while (c->name != NULL && strcmp(name, c->name) != 0)
		c++;
	return c->name != NULL ? qda_checklist_named(list, name, e) :
	    qda_checklist_read(list, name, e);
}

const char *
coreq_speak(const char *lang)
{
	const char	*before = strcmp(qda_lang_now(), "fr") == 0 ? "fr" :
			    "en";

	qda_lang_use(lang);
	return before;
}

int
coreq_grid_read(struct coreq_grid *g, const struct qda_act *act,
    const char *checklist, bool writes, struct qda_err *e)
{
	const char	*before;
	int		 rc = 0;

	memset(g, 0, sizeof(*g));
	g->lang = act->lang;
	g->names = act->coders;
	g->n_names = writes ? 0 : act->n_coders;
	if (read_list(&g->list, checklist, e) < 0 || (g->lang == NULL &&
	    qda_project_language(act->db, &g->lang, e) < 0) ||
	    qda_fact_counted(&g->counted, act->db, g->names, g->n_names, e) < 0)
		return -1;
	g->rows = qda_alloc(g->list.nitems + 1, sizeof(*g->rows));
	before = coreq_speak(g->lang);
	for (size_t i = 0; rc == 0 && i < g->list.nitems; i++) {
		g->rows[i].item = &g->list.items[i];
		rc = fill_row(g, &g->rows[i], act->db, e);
	}
	qda_lang_use(before);
	return rc;
}

void
coreq_grid_free(struct coreq_grid *g)
{
	for (size_t i = 0; g->rows != NULL && i < g->list.nitems; i++) {
		coreq_said_free(&g->rows[i].said);
		qda_answer_free(&g->rows[i].answer);
	}
	free(g->rows);
	free(g->counted);
	qda_checklist_free(&g->list);
	memset(g, 0, sizeof(*g));
}

struct coreq_row *
coreq_grid_item(const struct coreq_grid *g, const char *number,
    struct qda_err *e)
{
	size_t	 n = g->list.nitems;
	char	*end;
	long	 k;

	errno = 0;
	k = strtol(number, &end, 10);
	if (errno != 0 || end == number || *end != '\0') {
		qda_fail(e, QDA_USAGE, _("'%s' is not the number of an item"),
		    number);
		return NULL;
	}
	for (size_t i = 0; i < n; i++)
		if (g->rows[i].item->number == k)
			return &g->rows[i];
	qda_fail(e, QDA_DATA, _("there is no item %ld in '%s': the last is "
	    "%d"), k, g->list.name, g->rows[n - 1].item->number);
	return NULL;
}

const char *
coreq_row_answer(const struct coreq_row *r)
{
	if (r->answer.text != NULL)
		return r->answer.text;
	if (r->answer.accepted && r->changed)
		return r->answer.basis;
	return r->said.answer;
}

char *
coreq_row_evidence(const struct coreq_row *r)
{
	if (r->said.evidence == NULL || r->said.command == NULL)
		return qda_strdup(r->said.evidence != NULL ?
		    r->said.evidence : r->said.answer != NULL ?
		    r->said.command : NULL);
	return qda_sprintf("%s (%s)", r->said.evidence, r->said.command);
}

const char *
coreq_row_mark(const struct coreq_row *r)
{
	switch (r->status) {
	case COREQ_COMPUTED:
	case COREQ_DECLARED:
		return _("[to review]");
	case COREQ_JUDGE:
		return _("[to be judged]");
	case COREQ_ACCEPTED:
		return r->answer.text == NULL && r->changed ?
		    _("[to review]") : NULL;
	case COREQ_MISSING:
		break;
	}
	return NULL;
}
