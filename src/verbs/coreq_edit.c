/* coreq_edit.c: the items of a checklist, answered in an editor. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/coreq_edit.h"
#include "verbs/edit.h"

const char *
coreq_shown(const struct coreq_row *row)
{
	const char	*answer = coreq_row_answer(row);

	return answer != NULL ? answer : "";
}

void
coreq_sign(char sign[COREQ_SIGN], const char *place, const char *text,
    const char *said)
{
	char	 own[QDA_PRINT], other[QDA_PRINT], *both;

	both = qda_sprintf("%s\n%s", place != NULL ? place : "", text);
	qda_fingerprint(own, both);
	qda_fingerprint(other, said != NULL ? said : "");
	snprintf(sign, COREQ_SIGN, "%.*s-%.4s", COREQ_OWN, own, other);
	free(both);
}

static void
sign_of_row(char sign[COREQ_SIGN], const struct coreq_row *row)
{
	coreq_sign(sign, row->answer.place, coreq_shown(row),
	    coreq_said_now(row, &row->said));
}

/* Whether nobody has settled it: proposed, to be judged, missing, changed. */
static bool
is_open(const struct coreq_row *row)
{
	return row->status != COREQ_ACCEPTED || row->changed;
}

/* ---- out -------------------------------------------------------------- */

/* What is known of an item, not to be read back. */
static void
put_known(FILE *f, const struct coreq_row *row)
{
	const char	*mark = coreq_row_mark(row), *fill;
	const char	*now = coreq_said_now(row, &row->said);
	char		*evidence = coreq_row_evidence(row), *line;
	char		 date[32];

	if (row->status == COREQ_MISSING) {
		edit_comment(f, _("Not recorded in the project."));
		if ((fill = coreq_fill(row->item)) != NULL)
			edit_comment(f, fill);
	} else if (row->changed) {
		line = qda_sprintf(_("answered on %s; the project says since: "
		    "%s"), qda_date_words(date, row->answer.date),
		    now != NULL ? now : _("Not recorded in the project."));
		edit_comment(f, line);
		free(line);
	} else if (mark != NULL)
		edit_comment(f, mark);
	if (evidence != NULL)
		edit_comment(f, evidence);
	free(evidence);
}

static void
put_answer(FILE *f, const char *text)
{
	const char	*end;

	for (; *text != '\0'; text = end + (*end == '\n')) {
		end = strchrnul(text, '\n');
		if (coreq_line_means(text, (size_t)(end - text)))
			fputc('\\', f);
		fprintf(f, "%.*s\n", (int)(end - text), text);
	}
}

static void
put_item(FILE *f, const struct coreq_grid *g, const struct coreq_row *row)
{
	char		 sign[COREQ_SIGN];
	struct qda_err	 e;
	const char	*question = qda_phrase_in(&row->item->question,
			    g->lang);

	sign_of_row(sign, row);
	fprintf(f, "\n@%d %s  %%%s\n", row->item->number,
	    qda_phrase_in(&row->item->title, g->lang), sign);
	if (*question != '\0')
		edit_comment(f, question);
	put_known(f, row);
	if (is_open(row) && coreq_may_accept(row, &e) == 0)
		fprintf(f, "[ ] %s\n", _("accept"));
	fprintf(f, "page: %s\n", row->answer.place != NULL ?
	    row->answer.place : "");
	put_answer(f, coreq_shown(row));
}

/* "coreq edit -l fr", and which list when it is another. */
static char *
action_of(const struct coreq_grid *g)
{
	bool	 own = strcmp(g->list.name, "coreq") != 0;

	return qda_sprintf("coreq edit -l %s%s%s", g->lang, own ? " " : "",
	    own ? g->list.name : "");
}

/* Which items are wanted, by row: those named, else the open ones. */
static int
choose(const struct coreq_grid *g, bool *wanted, char *const *items, size_t n,
    struct qda_err *e)
{
	const struct coreq_row	*row;
	bool			 some = n > 0;

	for (size_t i = 0; i < n; i++) {
		if ((row = coreq_grid_item(g, items[i], e)) == NULL)
			return -1;
		wanted[row - g->rows] = true;
	}
	for (size_t i = 0; n == 0 && i < g->list.nitems; i++)
		some |= wanted[i] = is_open(&g->rows[i]);
	return some ? 0 : qda_fail(e, QDA_NO, _("every item is answered; "
	    "'qda coreq edit N' opens one"));
}

static void
put_all(FILE *f, const struct coreq_grid *g, const bool *wanted)
{
	char		*action = action_of(g);
	const char	*before;

	edit_head(f, action, "");
	edit_comment(f, _("Under each title: [x] accepts what the project "
	    "says, as it stands;\n"
	    "or write the answer, over what stands there or anew; page: is "
	    "where it is to be read.\n"
	    "A line that begins with \"%\" is not read; an item that is left "
	    "out stays as it was."));
	before = coreq_speak(g->lang);
	for (size_t i = 0; i < g->list.nitems; i++)
		if (wanted[i])
			put_item(f, g, &g->rows[i]);
	qda_lang_use(before);
	free(action);
}

int
qda_do_coreq_edit_text(struct qda_act *act, const char *checklist,
    char *const *items, size_t n, FILE *f, struct qda_err *e)
{
	struct coreq_grid	 g;
	bool			*wanted = NULL;
	int			 rc = -1;

	if (coreq_grid_read(&g, act, checklist, true, e) == 0) {
		wanted = qda_alloc(g.list.nitems + 1, sizeof(*wanted));
		rc = choose(&g, wanted, items, n, e);
	}
	if (rc == 0)
		put_all(f, &g, wanted);
	free(wanted);
	coreq_grid_free(&g);
	return rc;
}

/* ---- in --------------------------------------------------------------- */

struct apply {
	struct qda_act		*act;
	struct coreq_grid	*g;
	struct qda_marks	*marks;
	size_t			 written, accepted, removed, places;
};

static struct coreq_row *
row_of(const struct coreq_grid *g, int item)
{
	for (size_t i = 0; i < g->list.nitems; i++)
		if (g->rows[i].item->number == item)
			return &g->rows[i];
	return NULL;
}

/* Whether a block says what it said when it was made. */
static bool
untouched(const struct coreq_block *b, const struct coreq_row *row)
{
	char	 sign[COREQ_SIGN], now[COREQ_SIGN];

	if (b->accept)
		return false;
	coreq_sign(sign, b->place, b->text, "");
	sign_of_row(now, row);
	return strncmp(b->sign != NULL ? b->sign : now, sign, COREQ_OWN) == 0;
}

/* Whether the text of the block is that of the row. */
static bool
same_text(const struct coreq_block *b, const struct coreq_row *row)
{
	const char	*shown = coreq_shown(row);
	size_t		 n = strlen(shown);

	while (n > 0 && strchr("\n\t ", shown[n - 1]) != NULL)
		n--;
	return strlen(b->text) == n && strncmp(b->text, shown, n) == 0;
}

/* What is wrong with a block that was changed. */
static void
check_block(struct apply *a, const struct coreq_block *b,
    const struct coreq_row *row)
{
	char		 now[COREQ_SIGN];
	const char	*shown = coreq_shown(row);
	struct qda_err	 e;

	sign_of_row(now, row);
	if (b->sign != NULL && strcmp(b->sign, now) != 0)
		qda_mark(a->marks, b->line, _("item %d has changed meanwhile, "
		    "it says now: '%s'; without the sign behind its title, %s, "
		    "it is taken as it stands here"), b->item, shown,
		    b->sign);
	else if (b->accept && *b->text != '\0' && !same_text(b, row))
		qda_mark(a->marks, b->accept_line, _("[x] accepts what the "
		    "project says, and the text below says otherwise: take "
		    "the x away, and the text is the answer"));
	else if (b->accept && coreq_may_accept(row, &e) < 0)
		qda_mark(a->marks, b->accept_line, "%s", e.msg);
}

static int
apply_answer(struct apply *a, const struct coreq_block *b,
    const struct coreq_row *row, struct qda_err *e)
{
	if (b->accept) {
		a->accepted++;
		return coreq_keep(a->act, a->g, row, row->answer.text, true,
		    e);
	}
	if (same_text(b, row))
		return 0;
	if (*b->text != '\0') {
		a->written++;
		return coreq_keep(a->act, a->g, row, b->text, false, e);
	}
	if (!qda_answer_given(&row->answer))
		return 0;		/* a proposal that nobody wanted */
	a->removed++;
	return qda_answer_drop(a->act->db, a->g->list.name, b->item, e);
}

static int
apply_block(struct apply *a, const struct coreq_block *b, struct qda_err *e)
{
	const struct coreq_row	*row = row_of(a->g, b->item);
	size_t			 before = a->written + a->accepted +
				    a->removed + a->places;
	const char		*was = row->answer.place;
	char			 name[16];
	int64_t			 coder;

	if (untouched(b, row))
		return 0;
	if (apply_answer(a, b, row, e) < 0)
		return -1;
	if (strcmp(was != NULL ? was : "", b->place) != 0) {
		if (qda_act_coder(a->act, &coder, e) < 0 ||
		    qda_answer_set_place(a->act->db, a->g->list.name, b->item,
		    *b->place == '\0' ? NULL : b->place, coder, e) < 0)
			return -1;
		a->places++;
	}
	snprintf(name, sizeof(name), "%d", b->item);
	if (a->written + a->accepted + a->removed + a->places > before)
		qda_act_row(a->act, "~", name, !b->accept ? b->text :
		    row->answer.text != NULL ? row->answer.text :
		    row->said.answer);
	return 0;
}

static int
apply_all(struct apply *a, const struct coreq_blocks *blocks,
    struct qda_err *e)
{
	for (size_t i = 0; i < blocks->n; i++)
		if (apply_block(a, &blocks->at[i], e) < 0)
			return -1;
	if (a->written + a->accepted + a->removed + a->places > 0)
		return qda_act_done(a->act, e, _("answers: %zu written, %zu "
		    "accepted, %zu removed; places: %zu"), a->written,
		    a->accepted, a->removed, a->places);
	qda_change_abandon(a->act->db);
	qda_act_say(a->act, _("the answers are as they were"));
	return 0;
}

static void
check_all(struct apply *a, const struct coreq_blocks *blocks)
{
	const struct coreq_block	*b;
	const struct coreq_row		*row;

	for (size_t i = 0; i < blocks->n; i++) {
		b = &blocks->at[i];
		if ((row = row_of(a->g, b->item)) == NULL)
			qda_mark(a->marks, b->line, _("there is no item %d in "
			    "'%s'"), b->item, a->g->list.name);
		else if (!untouched(b, row))
			check_block(a, b, row);
	}
}

/* The language that a text says it was made in, else what act says. */
static const char *
language_of(const char *text, const struct qda_act *act)
{
	static const char	 head[] = "\n% qda coreq edit -l ";
	const char		*at;

	if (strncmp(text, head + 1, strlen(head + 1)) == 0)
		at = text + strlen(head + 1);
	else if ((at = strstr(text, head)) != NULL)
		at += strlen(head);
	if (at == NULL)
		return act->lang;
	return strncmp(at, "fr ", 3) == 0 ? "fr" : strncmp(at, "en ", 3) == 0 ?
	    "en" : act->lang;
}

int
qda_do_coreq_edit_apply(struct qda_act *act, const char *checklist,
    const char *text, struct qda_marks *marks, struct qda_err *e)
{
	struct qda_act		 same = *act;
	struct coreq_grid	 g = { 0 };
	struct coreq_blocks	 blocks = { 0 };
	struct apply		 a = { .act = act, .g = &g, .marks = marks };
	char			*action = NULL;
	int			 rc = -1;

	same.lang = language_of(text, act);
	if (qda_act_begin(act, false, e) < 0 ||
	    coreq_grid_read(&g, &same, checklist, true, e) < 0)
		goto out;
	action = action_of(&g);
	if (edit_head_check(text, action, "", e) < 0)
		goto out;
	coreq_blocks_read(&blocks, text, marks);
	check_all(&a, &blocks);
	if (marks->n == 0)
		rc = apply_all(&a, &blocks, e);
out:
	free(action);
	coreq_blocks_free(&blocks);
	coreq_grid_free(&g);
	return rc;
}
