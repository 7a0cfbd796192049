/* coreq_check.c: where answers and project disagree, and what is open. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/coreq.h"

static const struct qda_column	columns[] = {
	{ "finding", QDA_CELL_TEXT },
	{ "item", QDA_CELL_NUMBER },
	{ "title", QDA_CELL_TEXT },
	{ "detail", QDA_CELL_TEXT },
	{ "command", QDA_CELL_TEXT },
};

/* The same for a person at a terminal, the longest cut at its edge. */
static const struct qda_column	short_columns[] = {
	{ "finding", QDA_CELL_TEXT },
	{ "item", QDA_CELL_NUMBER },
	{ "command", QDA_CELL_TEXT },
	{ "detail", QDA_CELL_TEXT },
};

enum finding {
	CONTRADICTION, CHANGED, MISSING, JUDGE, REVIEW, PLACE, HINT, FINDINGS
};

static const struct {
	const char	*key;
	const char	*command;	/* printf of the item's number */
} kinds[] = {
	[CONTRADICTION] = { "contradiction", "qda coreq set %d -" },
	[CHANGED]       = { "changed", "qda coreq accept %d" },
	[MISSING]       = { "missing", "qda coreq set %d -" },
	[JUDGE]         = { "judge", "qda coreq set %d -" },
	[REVIEW]        = { "review", "qda coreq accept %d" },
	[PLACE]         = { "location", "qda coreq set %d location=..." },
	[HINT]          = { "hint", "qda coreq show %d" },
};

/* What a person accepted or wrote, and since when the project differs. */
static char *
changed_text(const struct coreq_row *r)
{
	char		 when[32];
	const char	*now = coreq_said_now(r, &r->said);
	const char	*who = r->answer.coder == NULL ? "?" :
			    r->answer.coder;

	qda_date_words(when, r->answer.date);
	if (now == NULL)
		now = _("Not recorded in the project.");
	return qda_sprintf(r->answer.text == NULL ? _("accepted on %s by %s; "
	    "the project says otherwise since: %s") : _("written on %s by "
	    "%s; the project says otherwise since: %s"), when, who, now);
}

static char *
contradiction_text(const struct coreq_row *r)
{
	struct coreq_parts	 p;

	coreq_parts_begin(&p, _("; "));
	if (r->said.conflict != NULL)
		coreq_part(&p, "%s", r->said.conflict);
	if (r->answer.text != NULL)
		coreq_contradictions(r->answer.text, &r->said, &p);
	return coreq_parts_end(&p);
}

/* The finding of that kind about a row, the caller's; NULL: none. */
static char *
finding_text(const struct coreq_row *r, enum finding kind)
{
	bool	 given = r->status == COREQ_ACCEPTED;

	switch (kind) {
	case CONTRADICTION:
		return contradiction_text(r);
	case CHANGED:
		return given && r->changed ? changed_text(r) : NULL;
	case MISSING:
		return r->status != COREQ_MISSING ? NULL : qda_strdup(
		    r->said.evidence != NULL ? r->said.evidence :
		    _("Not recorded in the project."));
	case JUDGE:
		return r->status == COREQ_JUDGE ?
		    qda_strdup(r->said.evidence) : NULL;
	case REVIEW:
		return r->status == COREQ_COMPUTED ||
		    r->status == COREQ_DECLARED ?
		    qda_strdup(r->said.answer) : NULL;
	case PLACE:
		return r->said.nowhere && r->answer.text == NULL ?
		    qda_strdup(_("the answer says nothing as long as it is "
		    "not said where this can be read")) : NULL;
	case HINT:
		return r->answer.text != NULL ?
		    coreq_hint(r->answer.text, &r->said) :
		    qda_strdup(r->said.hint);
	case FINDINGS:
		break;
	}
	return NULL;
}

/* What mends it: the caller's. */
static char *
finding_command(const struct coreq_row *r, enum finding kind)
{
	const char	*fill = coreq_fill(r->item);

	if (kind == MISSING && fill != NULL)
		return qda_strdup(fill);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	return qda_sprintf(kinds[kind].command, r->item->number);
#pragma GCC diagnostic pop
}

static bool
put_finding(struct qda_table *t, const struct coreq_grid *g, bool brief,
    const struct coreq_row *r, enum finding kind)
{
	char	*text = finding_text(r, kind), *command;

	if (text == NULL)
		return false;
	command = finding_command(r, kind);
	qda_table_text(t, kinds[kind].key);
	qda_table_int(t, r->item->number);
	if (!brief)
		qda_table_text(t, qda_phrase_in(&r->item->title, g->lang));
	qda_table_text(t, brief ? command : text);
	qda_table_text(t, brief ? text : command);
	free(text);
	free(command);
	return true;
}

static size_t
put_findings(struct qda_act *act, const struct coreq_grid *g,
    size_t found[FINDINGS])
{
	bool			 brief = act->as == QDA_AS_TABLE;
	struct qda_table	*t = brief ? qda_act_table(act, short_columns,
				    sizeof(short_columns) /
				    sizeof(*short_columns)) :
				    qda_act_table(act, columns,
				    sizeof(columns) / sizeof(*columns));
	size_t			 open = 0;

	for (int kind = 0; kind < FINDINGS; kind++) {
		found[kind] = 0;
		for (size_t i = 0; i < g->list.nitems; i++)
			found[kind] += put_finding(t, g, brief, &g->rows[i],
			    (enum finding)kind);
		open += kind == HINT ? 0 : found[kind];
	}
	qda_table_close(t);
	return open;
}

static void
say_state(struct qda_act *act, const struct coreq_grid *g,
    const size_t found[FINDINGS])
{
	size_t	 answered = 0;

	for (size_t i = 0; i < g->list.nitems; i++)
		answered += g->rows[i].status == COREQ_ACCEPTED;
	if (found[CONTRADICTION] == 0)
		qda_act_say(act, _("%zu of %zu items answered"), answered,
		    g->list.nitems);
	else
		qda_act_say(act, ngettext("%zu of %zu items answered; %zu "
		    "contradiction", "%zu of %zu items answered; %zu "
		    "contradictions", found[CONTRADICTION]), answered,
		    g->list.nitems, found[CONTRADICTION]);
}

int
qda_do_coreq_check(struct qda_act *act, const char *checklist,
    struct qda_err *e)
{
	struct coreq_grid	 g;
	const char		*before;
	size_t			 found[FINDINGS], open;
	int			 rc = -1;

	if (coreq_grid_read(&g, act, checklist, false, e) == 0) {
		before = coreq_speak(g.lang);
		open = put_findings(act, &g, found);
		qda_lang_use(before);
		say_state(act, &g, found);
		rc = open > 0;
	}
	coreq_grid_free(&g);
	return rc;
}
