/* tag_review_save.c: what was decided, as one change. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/editor.h"
#include "qda/lang.h"
#include "qda/unit.h"
#include "verbs/tag_review.h"
#include "verbs/unit_at.h"

static bool
holds(const struct qda_strings *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++)
		if (strcmp(names->at[i], name) == 0)
			return true;
	return false;
}

/* ---- whether the project is still what was looked at ------------------- */

static int
check_place(struct qda_placer *placer, const struct review_item *x,
    struct qda_err *e)
{
	struct qda_place	 now;

	if (qda_placer_place(placer, x->address, &now, e) < 0)
		return -1;
	return now.source == x->first.source &&
	    now.revision == x->first.revision ? 0 : qda_fail(e, QDA_DATA,
	    _("'%s': there is another text now"), x->address);
}

/* A code that was there must not be made again because it has gone. */
static int
check_codes(const struct review *r, const struct qda_strings *codes,
    struct qda_err *e)
{
	int64_t	 id;

	for (size_t i = 0; i < codes->n; i++)
		for (size_t k = 0; k < r->old_names; k++)
			if (strcmp(codes->at[i], r->names.at[k]) == 0 &&
			    qda_code_need(r->act->db, codes->at[i], &id, e) <
			    0)
				return -1;
	return 0;
}

static int
check(const struct review *r, struct qda_err *e)
{
	struct qda_placer	 placer = { .db = r->act->db };
	int			 rc = 0;

	for (size_t i = 0; i < r->n && rc == 0; i++)
		if (r->items[i].is != REVIEW_LATER)
			rc = check_place(&placer, &r->items[i], e);
	qda_placer_end(&placer);
	for (size_t i = 0; i < r->n && rc == 0; i++)
		if (r->items[i].is == REVIEW_KEEP)
			rc = check_codes(r, &r->items[i].codes, e);
	return rc < 0 ? qda_fail_in(e, _("the project has changed "
	    "meanwhile")) : 0;
}

/* ---- one after the other ----------------------------------------------- */

/* Takes codes off a unit: those it is about, but for the ones that stay. */
static int
take(struct review *r, const struct review_item *x, int64_t unit,
    const struct qda_strings *stay, struct qda_err *e)
{
	struct qda_db	*db = r->act->db;
	int64_t		 code;
	int		 rc;

	for (size_t i = 0; i < x->was.n; i++) {
		if (stay != NULL && holds(stay, x->was.at[i]))
			continue;
		rc = qda_code_find(db, x->was.at[i], &code, e);
		if (rc > 0)
			rc = qda_coding_remove(db, unit, code, r->coder, e);
		if (rc < 0)
			return -1;
		if (rc > 0)
			qda_act_row(r->act, "-", x->address, x->was.at[i]);
	}
	return 0;
}

/* Whether it carries a code that this is not about. */
static int
is_more(struct review *r, const struct review_item *x, struct qda_err *e)
{
	struct qda_strings	 has = { 0 };
	int			 rc = qda_unit_codes(r->act->db, &x->first,
				    r->coder, false, &has, e);

	for (size_t i = 0; i < has.n && rc == 0; i++)
		rc = !holds(&x->was, has.at[i]) &&
		    !holds(&x->codes, has.at[i]);
	qda_strings_free(&has);
	return rc;
}

/* The same unit with its other borders, or one with what is there. */
static int
move(struct review *r, const struct review_item *x, int64_t unit,
    struct qda_err *e)
{
	struct qda_db		*db = r->act->db;
	struct qda_unit_merged	 merged;
	int64_t			 there, quoted;
	char			*words;
	int			 rc;

	rc = qda_unit_find(db, &x->place, r->coder, &there, e);
	if (rc != 0)
		return rc < 0 ? -1 : qda_unit_merge(db, unit, there, &merged,
		    e);
	if (words_at(&words, db, &x->place, e) < 0)
		return -1;
	rc = qda_unit_move(db, unit, &x->place, words, &quoted, e);
	free(words);
	return rc;
}

/*
 * What stands at the first borders already: the codes it loses, and where it
 * goes.  What carries other codes besides stays, without these.
 */
static int
keep_old(struct review *r, const struct review_item *x, struct qda_err *e)
{
	struct qda_db	*db = r->act->db;
	bool		 moved = x->first.start != x->place.start ||
			    x->first.end != x->place.end;
	int64_t		 unit;
	int		 rc;

	if (r->coder == QDA_NONE ||
	    (rc = qda_unit_find(db, &x->first, r->coder, &unit, e)) == 0)
		return 0;
	if (rc < 0)
		return -1;
	if (!moved)
		return take(r, x, unit, &x->codes, e);
	rc = is_more(r, x, e);
	if (rc == 0)
		return take(r, x, unit, &x->codes, e) < 0 ? -1 :
		    move(r, x, unit, e);
	return rc < 0 ? -1 : take(r, x, unit, NULL, e);
}

static int
keep(struct review *r, struct tagging *g, struct review_item *x,
    struct qda_err *e)
{
	struct tag_more	 more = { .codes = x->codes, .stance = x->stance,
			    .label = x->label, .memo = x->memo };
	struct tag_item	 item = { .place = x->place, .more = &more,
			    .read = x->seen };

	if (keep_old(r, x, e) < 0)
		return -1;
	return tag_put(g, &item, e);
}

static int
drop(struct review *r, const struct review_item *x, struct qda_err *e)
{
	struct qda_db	*db = r->act->db;
	int64_t		 unit;
	int		 rc;

	if (r->coder == QDA_NONE)
		return 0;
	rc = qda_unit_find(db, &x->first, r->coder, &unit, e);
	if (rc <= 0)
		return rc;
	if (take(r, x, unit, NULL, e) < 0 ||
	    (rc = qda_unit_drop_empty(db, unit, e)) < 0)
		return -1;
	return rc > 0 ? 0 : qda_unit_read(db, unit, e);
}

struct counts {
	long	 kept, dropped, left, unread;
};

/* Whether all that were kept got just the codes that were asked for. */
static bool
as_asked(const struct review *r)
{
	const struct review_item	*x;

	for (size_t i = 0; i < r->n; i++) {
		x = &r->items[i];
		if (x->is != REVIEW_KEEP)
			continue;
		if (x->codes.n != r->t->codes.n)
			return false;
		for (size_t k = 0; k < x->codes.n; k++)
			if (!holds(&r->t->codes, x->codes.at[k]))
				return false;
	}
	return true;
}

/* ", 3 dropped, 2 left as they were; 1 new code" */
static char *
rest(const struct tagging *g, const struct counts *n)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	if (n->dropped > 0)
		fprintf(m.f, ngettext(", %ld dropped", ", %ld dropped",
		    (unsigned long)n->dropped), n->dropped);
	if (n->left > 0)
		fprintf(m.f, ngettext(", %ld left as it was",
		    ", %ld left as they were", (unsigned long)n->left),
		    n->left);
	if (g->made > 0)
		fprintf(m.f, ngettext("; %ld new code", "; %ld new codes",
		    (unsigned long)g->made), (long)g->made);
	if (n->unread > 0)
		fprintf(m.f, ngettext("; %ld of them nobody has read",
		    "; %ld of them nobody has read",
		    (unsigned long)n->unread), n->unread);
	return qda_mem_text(&m);
}

/* "5 verbatims tagged 'peur', 3 dropped; 1 new code" */
static int
done(struct review *r, const struct tagging *g, const struct counts *n,
    struct qda_err *e)
{
	char	*more = rest(g, n), *names = tag_names(&r->t->codes);
	int	 rc;

	if (r->t->codes.n > 0 && as_asked(r))
		rc = qda_act_done(r->act, e, ngettext("%ld verbatim tagged "
		    "%s%s", "%ld verbatims tagged %s%s",
		    (unsigned long)n->kept), n->kept, names, more);
	else
		rc = qda_act_done(r->act, e, ngettext("%ld verbatim kept%s",
		    "%ld verbatims kept%s", (unsigned long)n->kept), n->kept,
		    more);
	free(names);
	free(more);
	return rc;
}

static int
save(struct review *r, struct tagging *g, struct qda_err *e)
{
	struct counts		 n = { 0, 0, 0, 0 };
	struct review_item	*x;
	int			 rc;

	if (r->who->open(r->who->arg, true, e) < 0 ||
	    qda_act_begin(r->act, false, e) < 0)
		return -1;
	rc = check(r, e);
	for (size_t i = 0; i < r->n && rc == 0; i++) {
		x = &r->items[i];
		n.kept += x->is == REVIEW_KEEP;
		n.dropped += x->is == REVIEW_DROP;
		n.left += x->is == REVIEW_LATER;
		n.unread += x->is == REVIEW_KEEP && !x->seen;
		if (x->is == REVIEW_KEEP)
			rc = keep(r, g, x, e);
		else if (x->is == REVIEW_DROP)
			rc = drop(r, x, e);
	}
	return rc < 0 ? -1 : done(r, g, &n, e);
}

/* ---- nothing that was decided is lost ---------------------------------- */

/* What was kept, as a table that --from takes. */
static char *
as_table(const struct review *r)
{
	static const struct qda_column	 columns[] = {
		{ "address", QDA_CELL_TEXT }, { "code", QDA_CELL_LIST },
		{ "label", QDA_CELL_TEXT }, { "stance", QDA_CELL_TEXT },
		{ "memo", QDA_CELL_TEXT }
	};
	const struct review_item	*x;
	struct qda_table		*t;
	struct qda_mem			 m, codes;
	char				*address, *text;

	qda_mem_open(&m);
	t = qda_table_open(m.f, QDA_AS_CSV, true, columns, 5, 0);
	for (size_t i = 0; i < r->n; i++) {
		x = &r->items[i];
		if (x->is != REVIEW_KEEP)
			continue;
		address = qda_address_text("", x->place.start, x->place.end,
		    x->place.revision);
		text = qda_sprintf("%.*s%s", (int)(strrchr(x->address, ':') -
		    x->address), x->address, address);
		qda_table_text(t, text);
		free(address);
		free(text);
		qda_mem_open(&codes);
		for (size_t k = 0; k < x->codes.n; k++)
			fprintf(codes.f, "%s%s", k > 0 ? "\x1f" : "",
			    x->codes.at[k]);
		text = qda_mem_text(&codes);
		qda_table_joined(t, text);
		free(text);
		qda_table_text(t, x->label ? x->label : r->t->label);
		qda_table_text(t, x->stance ? x->stance : r->t->stance);
		qda_table_text(t, x->memo);
	}
	qda_table_close(t);
	return qda_mem_text(&m);
}

void
review_rescue(const struct review *r, struct qda_err *e)
{
	char		*text = as_table(r), *path = NULL, *sentence;
	struct qda_err	 unused;

	if (!r->act->dry_run && qda_editor_keep(&path, "", "tag", text,
	    strlen(text), &unused) == 0) {
		sentence = qda_sprintf(_("what you kept is in '%s'; 'qda tag "
		    "--from %s' takes it up"), path, path);
		qda_fail_more(e, sentence);
		free(sentence);
		free(path);
	}
	free(text);
}

int
review_save(struct review *r, struct qda_err *e)
{
	struct tagging	 g = { .t = r->t, .known = r->known };
	int		 rc = save(r, &g, e);

	tag_end(&g);
	return rc;
}
