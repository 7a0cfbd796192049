/* open_change.c: what a text of units changes, put into the project. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/memo.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "verbs/open_apply.h"
#include "verbs/similar.h"

enum { TOLD = 10 };		/* new codes */

static const struct qda_markup_unit	 nothing;

static void
show_row(struct open_change *c, const char *action, int64_t start,
    int64_t end, const char *detail)
{
	char	*address;

	if (!c->act->dry_run)
		return;
	address = qda_address_text(c->t->name, start, end, c->t->revision);
	qda_act_row(c->act, action, address, detail);
	free(address);
}

/* The words of a place as a unit keeps them; caller frees. */
static char *
all_words(struct open_change *c, int64_t start, int64_t end)
{
	size_t			 from = qda_cursor_byte(&c->t->cursor, start);
	struct qda_cursor	 cursor = c->t->cursor;

	return qda_strndup(c->t->text + from, qda_cursor_byte(&cursor, end) -
	    from);
}

/* ---- codes ------------------------------------------------------------ */

static int
code_named(struct open_change *c, const char *name, int64_t *id,
    struct qda_err *e)
{
	bool	 made = false;
	int	 rc = qda_code_find(c->act->db, name, id, e);

	if (rc != 0)
		return rc < 0 ? -1 : 0;
	if (qda_code_make(c->act->db, name, "coding", c->t->source,
	    c->t->coder, id, &made, e) < 0)
		return -1;
	if (made) {
		qda_strings_add(&c->made, name);
		qda_act_row(c->act, "+", name, "code");
	}
	return 0;
}

static int
put_codes(struct open_change *c, int64_t unit,
    const struct qda_markup_unit *was, const struct qda_markup_unit *now,
    struct qda_err *e)
{
	const struct qda_markup_code	*code;
	const char			*stance;
	int64_t				 id;
	size_t				 old;
	int				 new;

	for (size_t i = 0; i < now->n_codes; i++) {
		code = &now->codes[i];
		stance = qda_stance_key(code->stance);
		old = open_code_in(was, code->name);
		if (old != SIZE_MAX && was->codes[old].stance == code->stance)
			continue;
		if (code_named(c, code->name, &id, e) < 0)
			return -1;
		new = old != SIZE_MAX ? 0 : qda_coding_add(c->act->db, unit,
		    c->t->source, id, c->t->coder, stance, e);
		if (new == 0 && (new = qda_coding_stance(c->act->db, unit, id,
		    c->t->coder, stance, e)) >= 0) {
			c->stances += new > 0;
			if (new > 0)
				show_row(c, "~", now->start, now->end,
				    stance);
		} else if (new > 0) {
			c->codings_on++;
			show_row(c, "+", now->start, now->end, code->name);
		}
		if (new < 0)
			return -1;
	}
	return 0;
}

static int
take_codes(struct open_change *c, const struct open_unit *o,
    const struct qda_markup_unit *was, const struct qda_markup_unit *now,
    struct qda_err *e)
{
	int	 gone;

	for (size_t i = 0; i < was->n_codes && i < o->n_codes; i++) {
		if (open_code_in(now, was->codes[i].name) != SIZE_MAX)
			continue;
		gone = qda_coding_remove(c->act->db, o->id, o->codes[i],
		    c->t->coder, e);
		if (gone < 0)
			return -1;
		c->codings_off += gone > 0;
		show_row(c, "-", o->start, o->end, was->codes[i].name);
	}
	return 0;
}

/* ---- label, memos, borders -------------------------------------------- */

static int
set_label(struct open_change *c, int64_t unit,
    const struct qda_markup_unit *was, const struct qda_markup_unit *now,
    struct qda_err *e)
{
	const char	*old = was->label != NULL ? was->label : "";
	const char	*new = now->label != NULL ? now->label : "";

	if (strcmp(old, new) == 0)
		return 0;
	c->labels++;
	show_row(c, "~", now->end > 0 ? now->start : was->start,
	    now->end > 0 ? now->end : was->end, new);
	return qda_unit_label(c->act->db, unit, now->label, e);
}

/* The same memo with other words. */
static int
rewrite_memo(struct open_change *c, int64_t id, const char *text,
    struct qda_err *e)
{
	struct qda_memo	 memo;
	struct db_rows	*walk;
	char		*kind, *date, *title;
	int		 rc = qda_memo_get(&walk, c->act->db, id, &memo, e);

	if (rc <= 0)
		return rc;
	memo.kind = kind = qda_strdup(memo.kind);
	memo.date = date = qda_strdup(memo.date);
	memo.title = title = qda_strdup(memo.title);
	memo.text = text;
	memo.id = id;
	qda_memo_end(walk);
	rc = qda_memo_set(c->act->db, &memo, e);
	free(kind);
	free(date);
	free(title);
	return rc;
}

/* The first of the memos from i on that the others do not have. */
static size_t
next_alone(const struct qda_strings *memos, const struct qda_strings *others,
    size_t i)
{
	for (; i < memos->n; i++) {
		size_t	 k = 0;

		while (k < others->n &&
		    strcmp(memos->at[i], others->at[k]) != 0)
			k++;
		if (k == others->n)
			break;
	}
	return i;
}

/* Memos that differ go together in their order: one is the other, changed. */
static int
set_memos(struct open_change *c, int64_t unit, const struct open_unit *o,
    const struct qda_markup_unit *was, const struct qda_markup_unit *now,
    struct qda_err *e)
{
	size_t	 i = next_alone(&was->memos, &now->memos, 0);
	size_t	 k = next_alone(&now->memos, &was->memos, 0);
	bool	 old, new;
	int	 rc = 0;

	for (;;) {
		old = o != NULL && i < was->memos.n && i < o->n_memos;
		new = k < now->memos.n;
		if (rc < 0 || (!old && !new))
			break;
		if (old && new)
			rc = rewrite_memo(c, o->memos[i], now->memos.at[k],
			    e);
		else if (old)
			rc = qda_unit_memo_off(c->act->db, unit, o->memos[i],
			    e);
		else
			rc = qda_unit_memo(c->act->db, unit,
			    now->memos.at[k], c->t->coder, e);
		c->memos++;
		if (new)
			show_row(c, old ? "~" : "+", now->start, now->end,
			    now->memos.at[k]);
		else
			show_row(c, "-", was->start, was->end,
			    was->memos.at[i]);
		if (old)
			i = next_alone(&was->memos, &now->memos, i + 1);
		if (new)
			k = next_alone(&now->memos, &was->memos, k + 1);
	}
	return rc < 0 ? -1 : 0;
}

static int
move(struct open_change *c, const struct open_unit *o,
    const struct qda_markup_unit *was, const struct qda_markup_unit *now,
    struct qda_err *e)
{
	struct qda_place	 place = { c->t->source, c->t->revision,
				    now->start, now->end, false };
	char			*words, *to;
	int64_t			 quoted;
	int			 rc;

	if (was->start == now->start && was->end == now->end)
		return 0;
	c->moved++;
	to = qda_address_text(c->t->name, now->start, now->end,
	    c->t->revision);
	show_row(c, ">", o->start, o->end, to);
	words = all_words(c, now->start, now->end);
	rc = qda_unit_move(c->act->db, o->id, &place, words, &quoted, e);
	if (rc == 0 && quoted > 0)
		qda_act_say(c->act, ngettext("%lld quotation made from it "
		    "keeps its words", "%lld quotations made from it keep "
		    "their words", (unsigned long)quoted),
		    (long long)quoted);
	free(words);
	free(to);
	return rc;
}

/* ---- units ------------------------------------------------------------ */

/* Whether two readings of a unit say the same. */
static bool
same(const struct qda_markup_unit *a, const struct qda_markup_unit *b)
{
	if (a->start != b->start || a->end != b->end ||
	    a->n_codes != b->n_codes || a->memos.n != b->memos.n ||
	    (a->label == NULL) != (b->label == NULL) ||
	    (a->label != NULL && strcmp(a->label, b->label) != 0))
		return false;
	for (size_t i = 0; i < a->n_codes; i++)
		if (a->codes[i].stance != b->codes[i].stance ||
		    strcmp(a->codes[i].name, b->codes[i].name) != 0)
			return false;
	for (size_t i = 0; i < a->memos.n; i++)
		if (strcmp(a->memos.at[i], b->memos.at[i]) != 0)
			return false;
	return true;
}

/* What goes from a unit that was there. */
static int
take(struct open_change *c, size_t i, struct qda_err *e)
{
	const struct open_pair	*p = &c->pairs[i];
	const struct open_unit	*o = &c->t->at[i];

	if (p->was == NULL || (p->now != NULL && same(p->was, p->now)))
		return 0;
	if (take_codes(c, o, p->was, p->now, e) < 0)
		return -1;
	if (p->now != NULL)
		return 0;
	if (set_label(c, o->id, p->was, &nothing, e) < 0 ||
	    set_memos(c, o->id, o, p->was, &nothing, e) < 0)
		return -1;
	return qda_unit_drop_empty(c->act->db, o->id, e) < 0 ? -1 : 0;
}

/* What comes to a unit that was there. */
static int
give(struct open_change *c, size_t i, struct qda_err *e)
{
	const struct qda_markup_unit	*was = c->pairs[i].was;
	const struct qda_markup_unit	*now = c->pairs[i].now;
	const struct open_unit		*o = &c->t->at[i];

	if (now == NULL || (was != NULL && same(was, now)))
		return 0;
	if ((was != NULL && move(c, o, was, now, e) < 0) ||
	    put_codes(c, o->id, was, now, e) < 0)
		return -1;
	was = was != NULL ? was : &nothing;
	if (set_label(c, o->id, was, now, e) < 0 ||
	    set_memos(c, o->id, o, was, now, e) < 0 ||
	    qda_unit_read(c->act->db, o->id, e) < 0)
		return -1;
	return qda_unit_drop_empty(c->act->db, o->id, e) < 0 ? -1 : 0;
}

/* A new unit, or what is new on one at that very place. */
static int
add(struct open_change *c, const struct qda_markup_unit *u,
    struct qda_err *e)
{
	struct qda_place	 place = { c->t->source, c->t->revision,
				    u->start, u->end, false };
	int64_t			 unit;
	char			*words;
	int			 rc;

	if (u->n_codes == 0 && u->label == NULL && u->memos.n == 0)
		return 0;		/* "=" and nothing behind it */
	rc = qda_unit_find(c->act->db, &place, c->t->coder, &unit, e);
	if (rc == 0) {
		words = all_words(c, u->start, u->end);
		rc = qda_unit_add(c->act->db, &place, c->t->coder, words,
		    "editor", 1, &unit, e);
		free(words);
	}
	if (rc < 0 || put_codes(c, unit, NULL, u, e) < 0 ||
	    (u->label != NULL && set_label(c, unit, &nothing, u, e) < 0))
		return -1;
	return set_memos(c, unit, NULL, &nothing, u, e);
}

/* ---- and what is said of it ------------------------------------------- */

static bool
is_new(const struct open_change *c, const char *name)
{
	for (size_t i = 0; i < c->made.n; i++)
		if (strcmp(c->made.at[i], name) == 0)
			return true;
	return false;
}

/* New names that are almost those of codes there were. */
static int
say_near(struct open_change *c, struct qda_err *e)
{
	struct qda_book	*book;
	struct similar	*pairs = NULL;
	const char	*old, *new;
	size_t		 n, told = 0;

	if (c->made.n == 0)
		return 0;
	if (qda_book_read(&book, c->act->db, NULL, 0, e) < 0)
		return -1;
	n = similar_names(book, &pairs);
	for (size_t i = 0; i < n && told < TOLD; i++) {
		old = book->code[pairs[i].a].name;
		new = book->code[pairs[i].b].name;
		if (!is_new(c, new) || is_new(c, old))
			continue;
		qda_act_say(c->act, _("new code '%s': there is '%s', almost "
		    "the same"), new, old);
		told++;
	}
	free(pairs);
	qda_book_free(book);
	return 0;
}

/* Whether there is some of it; then with what divides it from the last. */
static bool
some(struct qda_mem *m, size_t n)
{
	if (n == 0)
		return false;
	fflush(m->f);
	fputs(m->size > 0 ? ", " : "", m->f);
	return true;
}

static void
put_new(FILE *f, const struct qda_strings *made)
{
	if (made->n == 0)
		return;
	fprintf(f, ngettext("; %zu new code: ", "; %zu new codes: ",
	    made->n), made->n);
	for (size_t i = 0; i < made->n && i < TOLD; i++) {
		fputs(i > 0 ? ", " : "", f);
		fprintf(f, _("'%s'"), made->at[i]);
	}
	if (made->n > TOLD)
		fputs("...", f);
}

/* What was changed, in one sentence but for the source's name. */
static char *
sentence(const struct open_change *c)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	if (some(&m, c->codings_on))
		fprintf(m.f, ngettext("%zu coding added",
		    "%zu codings added", c->codings_on), c->codings_on);
	if (some(&m, c->codings_off))
		fprintf(m.f, ngettext("%zu coding removed",
		    "%zu codings removed", c->codings_off), c->codings_off);
	if (some(&m, c->stances))
		fprintf(m.f, ngettext("%zu stance changed",
		    "%zu stances changed", c->stances), c->stances);
	if (some(&m, c->moved))
		fprintf(m.f, ngettext("%zu unit with other borders",
		    "%zu units with other borders", c->moved), c->moved);
	if (some(&m, c->labels))
		fprintf(m.f, ngettext("%zu label changed",
		    "%zu labels changed", c->labels), c->labels);
	if (some(&m, c->memos))
		fprintf(m.f, ngettext("%zu memo changed",
		    "%zu memos changed", c->memos), c->memos);
	put_new(m.f, &c->made);
	return qda_mem_text(&m);
}

static int
done(struct open_change *c, struct qda_err *e)
{
	char	*text;
	int	 rc;

	if (c->codings_on + c->codings_off + c->stances + c->moved +
	    c->labels + c->memos == 0) {
		qda_change_abandon(c->act->db);
		qda_act_say(c->act, _("the codings are as they were"));
		return 0;
	}
	if (say_near(c, e) < 0)
		return -1;
	text = sentence(c);
	rc = qda_act_done(c->act, e, _("'%s': %s"), c->t->name, text);
	free(text);
	return rc;
}

int
open_change_make(struct open_change *c, struct qda_err *e)
{
	if (qda_act_coder(c->act, &c->t->coder, e) < 0)
		return -1;
	for (size_t i = 0; i < c->t->units.n; i++)
		if (take(c, i, e) < 0)
			return -1;
	for (size_t i = 0; i < c->t->units.n; i++)
		if (give(c, i, e) < 0)
			return -1;
	for (size_t i = 0; i < c->n_added; i++)
		if (add(c, c->added[i], e) < 0)
			return -1;
	return done(c, e);
}
