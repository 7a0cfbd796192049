/* coreq.c: the items of a checklist shown, answered and accepted. */
#include <stdlib.h>
#include <string.h>

#include "qda/coder.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/record.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/coreq.h"

static void
put_item(struct qda_record *r, const struct coreq_grid *g,
    const struct coreq_row *row)
{
	bool	 given = qda_answer_given(&row->answer);

	qda_record_int(r, "item", row->item->number);
	qda_record_text(r, "domain", qda_phrase_in(qda_checklist_domain(
	    &g->list, row->item), g->lang));
	qda_record_text(r, "title", qda_phrase_in(&row->item->title,
	    g->lang));
	qda_record_text(r, "question", qda_phrase_in(&row->item->question,
	    g->lang));
	qda_record_text(r, "answer", row->status == COREQ_MISSING ?
	    _("Not recorded in the project.") : row->status == COREQ_JUDGE ?
	    NULL : coreq_row_answer(row));
	qda_record_text(r, "status", coreq_status_key(row->status));
	qda_record_text(r, "project", coreq_said_now(row, &row->said));
	qda_record_text(r, "evidence", row->said.evidence);
	qda_record_text(r, "command", row->status == COREQ_MISSING ?
	    coreq_fill(row->item) : row->said.command);
	qda_record_text(r, "location", row->answer.place);
	qda_record_text(r, "coder", given ? row->answer.coder : NULL);
	qda_record_date(r, "when", given ? row->answer.date : NULL);
}

int
qda_do_coreq_show(struct qda_act *act, const char *checklist,
    const char *item, struct qda_err *e)
{
	struct coreq_grid	 g;
	const struct coreq_row	*row = NULL;
	struct qda_record	*r;
	const char		*before;

	if (coreq_grid_read(&g, act, checklist, false, e) == 0 &&
	    (row = coreq_grid_item(&g, item, e)) != NULL) {
		before = coreq_speak(g.lang);
		r = qda_record_open(act);
		put_item(r, &g, row);
		qda_record_close(r);
		qda_lang_use(before);
	}
	coreq_grid_free(&g);
	return row == NULL ? -1 : 0;
}

/* What the project says of an item in a language; the caller's, or NULL. */
static int
said_in(char **text, const struct coreq_row *row, struct qda_act *act,
    const struct coreq_grid *g, const char *lang, struct qda_err *e)
{
	struct coreq_shared	 shared = { 0 };
	struct coreq		 c = { act->db, g->counted, g->names,
				    g->n_names, NULL, &shared };
	struct coreq_said	 said;
	const char		*before;
	int			 rc;

	*text = NULL;
	before = coreq_speak(lang);
	rc = coreq_say(&c, row->item, &said, e);
	qda_lang_use(before);
	if (rc < 0)
		return -1;
	*text = qda_strdup(coreq_said_now(row, &said));
	coreq_said_free(&said);
	return 0;
}

/* Who answers: a person with a name, never that of a login. */
static int
person(struct qda_act *act, int64_t *coder, struct qda_err *e)
{
	int	 named = act->coder != NULL ? 1 : qda_coder_sole(act->db, e);

	if (named == 0)
		return qda_fail(e, QDA_USAGE, _("who answers? -c NAME, or "
		    "$QDA_CODER: a login answers no item"));
	return named < 0 ? -1 : qda_act_coder(act, coder, e);
}

/* Keeps an answer with what the project says now, in both languages. */
int
coreq_keep(struct qda_act *act, const struct coreq_grid *g,
    const struct coreq_row *row, const char *text, bool accepted,
    struct qda_err *e)
{
	char	*fr = NULL, *en = NULL;
	int64_t	 coder;
	int	 rc = -1;

	if (person(act, &coder, e) == 0 &&
	    said_in(&fr, row, act, g, "fr", e) == 0 &&
	    said_in(&en, row, act, g, "en", e) == 0)
		rc = qda_answer_put(act->db, g->list.name, row->item->number,
		    text, accepted, fr, en, coder, e);
	free(fr);
	free(en);
	return rc;
}

/* ---- set --------------------------------------------------------------- */

/* What is to be set: NULL when not given; "" takes off. */
struct setting {
	char	*text, *place;
};

static void
setting_free(struct setting *s)
{
	free(s->text);
	free(s->place);
}

static int
check_utf8(const char *text, struct qda_err *e)
{
	size_t	 n = strlen(text), bad = qda_text_invalid(text, n);

	return bad == n ? 0 : qda_fail(e, QDA_USAGE, _("the answer is not "
	    "UTF-8: byte 0x%02x at %zu"), (unsigned char)text[bad], bad);
}

/* One operand: location=PLACE, -, or the text. */
static int
read_operand(struct setting *s, const char *arg, struct qda_err *e)
{
	static const char	 location[] = "location=";
	size_t			 n = sizeof(location) - 1;
	bool			 place = strncmp(arg, location, n) == 0;
	char			**to = place ? &s->place : &s->text;

	if (*to != NULL)
		return qda_fail(e, QDA_USAGE, place ?
		    _("location is given twice") : _("'%s' is too much here: "
		    "an answer of several words is one argument, in quotation "
		    "marks"), arg);
	if (strcmp(arg, "-") == 0)
		return qda_file_value(to, e);
	*to = qda_strdup(place ? arg + n : arg);
	return check_utf8(*to, e);
}

static int
apply(struct qda_act *act, const struct coreq_grid *g,
    const struct coreq_row *row, const struct setting *s, struct qda_err *e)
{
	int	 number = row->item->number;
	int64_t	 coder;

	if (s->text != NULL && *s->text == '\0') {
		if (qda_answer_drop(act->db, g->list.name, number, e) < 0)
			return -1;
	} else if (s->text != NULL &&
	    coreq_keep(act, g, row, s->text, false, e) < 0)
		return -1;
	if (s->place == NULL)
		return 0;
	if (qda_act_coder(act, &coder, e) < 0)
		return -1;
	return qda_answer_set_place(act->db, g->list.name, number,
	    *s->place == '\0' ? NULL : s->place, coder, e);
}

static int
done_setting(struct qda_act *act, int number, const struct setting *s,
    struct qda_err *e)
{
	char	 name[16];

	snprintf(name, sizeof(name), "%d", number);
	qda_act_row(act, "~", name, s->text == NULL ? s->place : s->text);
	if (s->text == NULL)
		return qda_act_done(act, e, *s->place == '\0' ?
		    _("item %d: location removed") :
		    _("item %d: location kept"), number);
	return qda_act_done(act, e, *s->text == '\0' ?
	    _("item %d: answer removed") : _("item %d: answer written"),
	    number);
}

int
qda_do_coreq_set(struct qda_act *act, const char *checklist,
    const char *item, char *const *args, size_t n, struct qda_err *e)
{
	struct coreq_grid	 g = { 0 };
	const struct coreq_row	*row;
	struct setting		 s = { NULL, NULL };
	int			 rc = -1;

	for (size_t i = 0; i < n; i++)
		if (read_operand(&s, args[i], e) < 0)
			goto out;
	if (qda_act_begin(act, false, e) < 0 ||
	    coreq_grid_read(&g, act, checklist, true, e) < 0 ||
	    (row = coreq_grid_item(&g, item, e)) == NULL ||
	    apply(act, &g, row, &s, e) < 0)
		goto out;
	rc = done_setting(act, row->item->number, &s, e);
out:
	setting_free(&s);
	coreq_grid_free(&g);
	return rc;
}

/* ---- accept ------------------------------------------------------------ */

/* Whether there is anything to accept. */
int
coreq_may_accept(const struct coreq_row *row, struct qda_err *e)
{
	int	 number = row->item->number;

	if (row->answer.text != NULL || row->said.answer != NULL)
		return 0;
	if (row->said.evidence != NULL &&
	    row->item->state == QDA_ITEM_JUDGE)
		return qda_fail(e, QDA_DATA, _("item %d is to be judged, and "
		    "nobody has: 'qda coreq set %d -' writes its answer"),
		    number, number);
	return qda_fail(e, QDA_DATA, _("item %d: the project says nothing "
	    "that could be accepted; 'qda coreq set %d -' writes its answer"),
	    number, number);
}

static int
accept_one(struct qda_act *act, const struct coreq_grid *g,
    const char *number, struct qda_err *e)
{
	const struct coreq_row	*row = coreq_grid_item(g, number, e);

	if (row == NULL || coreq_may_accept(row, e) < 0)
		return -1;
	qda_act_row(act, "~", number, row->answer.text != NULL ?
	    row->answer.text : row->said.answer);
	return coreq_keep(act, g, row, row->answer.text, true, e);
}

int
qda_do_coreq_accept(struct qda_act *act, const char *checklist,
    char *const *items, size_t n, struct qda_err *e)
{
	struct coreq_grid	 g = { 0 };
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    coreq_grid_read(&g, act, checklist, true, e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++)
		if (accept_one(act, &g, items[i], e) < 0)
			goto out;
	rc = n == 1 ? qda_act_done(act, e, _("item %s accepted"), items[0]) :
	    qda_act_done(act, e, ngettext("%zu item accepted",
	    "%zu items accepted", n), n);
out:
	coreq_grid_free(&g);
	return rc;
}
