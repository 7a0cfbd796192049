/* tag.c: codes on verbatims, and off them. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/verbs.h"
#include "verbs/tag.h"

static int
by_place(const void *a, const void *b)
{
	const struct qda_place	*p = &((const struct tag_item *)a)->place;
	const struct qda_place	*q = &((const struct tag_item *)b)->place;

	if (p->source != q->source)
		return p->source < q->source ? -1 : 1;
	if (p->revision != q->revision)
		return p->revision < q->revision ? -1 : 1;
	if (p->start != q->start)
		return p->start < q->start ? -1 : 1;
	return p->end < q->end ? -1 : p->end > q->end;
}

void
tag_sort(struct qda_tag *t)
{
	size_t	 n = 0;

	if (t->table || t->n == 0)
		return;			/* rows keep their order */
	qsort(t->items, t->n, sizeof(*t->items), by_place);
	for (size_t i = 0; i < t->n; i++)
		if (n == 0 || by_place(&t->items[n - 1], &t->items[i]) != 0)
			t->items[n++] = t->items[i];
	t->n = n;
}

static void
source_close(struct tag_source *s)
{
	free(s->name);
	free(s->text);
	memset(s, 0, sizeof(*s));
}

static int
source_open(struct tag_source *s, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	if (s->name != NULL && s->id == id)
		return 0;
	source_close(s);
	if (qda_source_name(db, id, &s->name, e) < 0 ||
	    qda_source_text(db, id, 0, &s->text, &s->size, e) < 0)
		return -1;
	s->id = id;
	qda_cursor_begin(&s->at, s->text, s->size);
	return 0;
}

/* The words of a place; the cursor stays at their start, for the next. */
static char *
words_of(struct tag_source *s, const struct qda_place *p)
{
	size_t			 from = qda_cursor_byte(&s->at, p->start), to;
	struct qda_cursor	 end = s->at;

	to = qda_cursor_byte(&end, p->end);
	return qda_strndup(s->text + from, to - from);
}

static int
name_is_no_address(struct tagging *g, const char *name, struct qda_err *e)
{
	int	 rc = qda_address_exists(g->t->act->db, name, e);

	return rc <= 0 ? rc : qda_fail(e, QDA_USAGE,
	    _("'%s' is an address: the code comes first"), name);
}

/* An address where a code is wanted is told before all else. */
int
tag_codes_first(struct tagging *g, struct qda_err *e)
{
	const struct qda_strings	*codes = &g->t->codes;
	int64_t				 id;
	int				 rc = 0;

	for (size_t i = 0; i < codes->n && rc >= 0; i++)
		if ((rc = qda_code_find(g->t->act->db, codes->at[i], &id,
		    e)) == 0)
			rc = name_is_no_address(g, codes->at[i], e);
	return rc < 0 ? -1 : 0;
}

/* The code of that name, made when it may be. */
static int
code_named(struct tagging *g, const char *name, int64_t made_in,
    int64_t coder, int64_t *id, struct qda_err *e)
{
	struct qda_db	*db = g->t->act->db;
	struct tag_named	*c;
	bool		 made = false;
	int		 rc;

	for (size_t i = 0; i < g->n_codes; i++)
		if (strcmp(g->codes[i].name, name) == 0) {
			*id = g->codes[i].id;
			return 0;
		}
	if (g->known)
		rc = qda_code_need(db, name, id, e);
	else if ((rc = name_is_no_address(g, name, e)) == 0)
		rc = qda_code_make(db, name, "coding", made_in, coder, id,
		    &made, e);
	if (rc < 0)
		return -1;
	g->made += made;
	if (made)
		qda_act_row(g->t->act, "+", name, "code");
	g->codes = qda_grow(g->codes, &g->cap, g->n_codes, sizeof(*c));
	c = &g->codes[g->n_codes++];
	c->name = name;
	c->id = *id;
	c->made = made;
	return 0;
}

static int
item_coder(struct tagging *g, const struct tag_item *item, int64_t *coder,
    struct qda_err *e)
{
	bool	 made = false;

	if (item->more == NULL || item->more->coder == NULL)
		return qda_act_coder(g->t->act, coder, e);
	if (qda_coder_make(g->t->act->db, item->more->coder, coder, &made,
	    e) < 0)
		return -1;
	if (made)
		qda_act_say(g->t->act, _("new coder '%s'"), item->more->coder);
	return 0;
}

/*
 * The coder's unit at the place, made when missing.  One that a search made is
 * read when it is tagged again by hand.
 */
static int
unit_at(struct tagging *g, const struct tag_item *item, int64_t coder,
    int64_t *unit, struct qda_err *e)
{
	struct qda_tag	*t = g->t;
	bool		 read = item->read || strcmp(t->made, "search") != 0;
	char		*words;
	int		 rc;

	rc = qda_unit_find(t->act->db, &item->place, coder, unit, e);
	if (rc > 0 && (item->read || strcmp(t->made, "hand") == 0))
		return qda_unit_read(t->act->db, *unit, e);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	words = words_of(&g->source, &item->place);
	rc = qda_unit_add(t->act->db, &item->place, coder, words, t->made,
	    read, unit, e);
	free(words);
	return rc;
}

static void
show_row(struct tagging *g, const char *action, const struct tag_item *item,
    const char *code)
{
	char	*address;

	if (!g->t->act->dry_run)
		return;
	address = qda_address_text(g->source.name, item->place.start,
	    item->place.end, item->place.revision);
	qda_act_row(g->t->act, action, address, code);
	free(address);
}

/* A row "= ADDRESS label=TEXT". */
static void
show_value(struct tagging *g, const struct tag_item *item, const char *key,
    const char *value)
{
	char	*pair = qda_sprintf("%s=%s", key, value);

	show_row(g, "=", item, pair);
	free(pair);
}

/* How it stands to a code that it carried already. */
static int
put_stance(struct tagging *g, const struct tag_item *item, int64_t unit,
    int64_t code, int64_t coder, const char *stance, struct qda_err *e)
{
	int	 changed = stance == NULL ? 0 : qda_coding_stance(g->t->act->db,
		    unit, code, coder, stance, e);

	if (changed < 0)
		return -1;
	g->stances += changed;
	if (changed > 0)
		show_value(g, item, "stance", stance);
	return 0;
}

static int
put_code(struct tagging *g, const struct tag_item *item, const char *name,
    int64_t unit, int64_t coder, struct qda_err *e)
{
	const char	*stance = item->more && item->more->stance ?
			    item->more->stance : g->t->stance;
	struct qda_db	*db = g->t->act->db;
	int64_t		 code;
	int		 new;

	if (code_named(g, name, item->place.source, coder, &code, e) < 0)
		return -1;
	new = qda_coding_add(db, unit, item->place.source, code, coder,
	    stance ? stance : "illustrates", e);
	if (new < 0 || (new == 0 &&
	    put_stance(g, item, unit, code, coder, stance, e) < 0))
		return -1;
	g->tagged += new;
	g->already += !new;
	if (new)
		show_row(g, "+", item, name);
	return 0;
}

static int
put_label(struct tagging *g, const struct tag_item *item, int64_t unit,
    struct qda_err *e)
{
	const char	*label = item->more && item->more->label ?
			    item->more->label : g->t->label;
	int		 changed;

	if (label == NULL)
		return 0;
	changed = qda_unit_label(g->t->act->db, unit,
	    *label == '\0' ? NULL : label, e);
	if (changed < 0)
		return -1;
	g->labels += changed;
	if (changed > 0)
		show_value(g, item, "label", label);
	return 0;
}

/* What is said of it besides its codes. */
static int
put_more(struct tagging *g, const struct tag_item *item, int64_t unit,
    int64_t coder, struct qda_err *e)
{
	const char	*memo = item->more != NULL ? item->more->memo : NULL;

	if (put_label(g, item, unit, e) < 0)
		return -1;
	return memo == NULL ? 0 :
	    qda_unit_memo(g->t->act->db, unit, memo, coder, e);
}

int
tag_put(struct tagging *g, const struct tag_item *item, struct qda_err *e)
{
	const struct qda_strings	*codes = &g->t->codes;
	int64_t				 coder, unit;

	if (item->more != NULL && item->more->codes.n > 0)
		codes = &item->more->codes;
	if (source_open(&g->source, g->t->act->db, item->place.source, e) < 0
	    || item_coder(g, item, &coder, e) < 0 ||
	    unit_at(g, item, coder, &unit, e) < 0)
		return -1;
	for (size_t i = 0; i < codes->n; i++)
		if (put_code(g, item, codes->at[i], unit, coder, e) < 0)
			return -1;
	g->verbatims++;
	return put_more(g, item, unit, coder, e);
}

int
tag_take(struct tagging *g, const struct tag_item *item, struct qda_err *e)
{
	struct qda_db	*db = g->t->act->db;
	int64_t		 coder, unit, code;
	int		 rc, was;

	if (source_open(&g->source, db, item->place.source, e) < 0 ||
	    item_coder(g, item, &coder, e) < 0)
		return -1;
	rc = qda_unit_find(db, &item->place, coder, &unit, e);
	if (rc <= 0) {
		g->already++;
		return rc;
	}
	for (size_t i = 0; i < g->t->codes.n; i++) {
		if (code_named(g, g->t->codes.at[i], QDA_NONE, coder, &code,
		    e) < 0 || (was = qda_coding_remove(db, unit, code, coder,
		    e)) < 0)
			return -1;
		g->tagged += was;
		g->already += !was;
		if (was)
			show_row(g, "-", item, g->t->codes.at[i]);
	}
	return qda_unit_drop_empty(db, unit, e) < 0 ? -1 : 0;
}

char *
tag_names(const struct qda_strings *names)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < names->n; i++) {
		fputs(i > 0 ? ", " : "", m.f);
		fprintf(m.f, _("'%s'"), names->at[i]);
	}
	return qda_mem_text(&m);
}

/* ", 3 already were" and "; 2 new codes", each where there is some. */
static char *
rest_of_sentence(const struct tagging *g)
{
	struct qda_mem	 m;
	long		 already = (long)g->already, made = (long)g->made;

	qda_mem_open(&m);
	if (already > 0)
		fprintf(m.f, ngettext(" (%ld already was)",
		    " (%ld already were)", (unsigned long)already), already);
	if (made > 0)
		fprintf(m.f, ngettext("; %ld new code", "; %ld new codes",
		    (unsigned long)made), made);
	if (!g->t->table && g->labels > 0)
		fprintf(m.f, *g->t->label == '\0' ? ngettext("; label taken "
		    "off %ld", "; label taken off %ld",
		    (unsigned long)g->labels) : ngettext("; label put on %ld",
		    "; label put on %ld", (unsigned long)g->labels),
		    (long)g->labels);
	if (!g->t->table && g->stances > 0)
		fprintf(m.f, ngettext("; stance of %ld changed",
		    "; stance of %ld changed", (unsigned long)g->stances),
		    (long)g->stances);
	return qda_mem_text(&m);
}

/* A table's sentence: "2 rows, 5 codings; 1 new code". */
static int
rows_tagged(struct tagging *g, const char *rest, struct qda_err *e)
{
	unsigned long	 n = (unsigned long)g->verbatims,
			 made = (unsigned long)g->tagged;
	char		*rows, *codings;
	int		 rc;

	rows = qda_sprintf(ngettext("%lu row", "%lu rows", n), n);
	codings = qda_sprintf(ngettext("%lu coding", "%lu codings", made),
	    made);
	rc = qda_act_done(g->t->act, e, "%s, %s%s", rows, codings, rest);
	free(rows);
	free(codings);
	return rc;
}

static int
tagged(struct tagging *g, struct qda_err *e)
{
	struct qda_tag	*t = g->t;
	char		*names = tag_names(&t->codes);
	char		*rest = rest_of_sentence(g);
	long		 n = (long)t->n - (long)(g->already /
			    (int64_t)(t->codes.n ? t->codes.n : 1));
	int		 rc;

	if (t->table)
		rc = rows_tagged(g, rest, e);
	else
		rc = qda_act_done(t->act, e, ngettext("%ld verbatim tagged "
		    "%s%s", "%ld verbatims tagged %s%s", (unsigned long)n), n,
		    names, rest);
	free(names);
	free(rest);
	return rc;
}

static int
untagged(struct tagging *g, struct qda_err *e)
{
	struct qda_tag	*t = g->t;
	char		*names = tag_names(&t->codes), *missed;
	long		 n = (long)g->tagged, not = (long)g->already;
	int		 rc;

	if (n == 0) {
		qda_change_abandon(t->act->db);
		qda_act_say(t->act, _("qda-tag: no such coding of that coder, "
		    "nothing taken off"));
		free(names);
		return 1;
	}
	missed = not == 0 ? qda_strdup("") : qda_sprintf(ngettext(
	    " (%ld did not have it)", " (%ld did not have it)",
	    (unsigned long)not), not);
	rc = qda_act_done(t->act, e, ngettext("%s taken off %ld verbatim%s",
	    "%s taken off %ld verbatims%s", (unsigned long)n), names, n,
	    missed);
	free(names);
	free(missed);
	return rc;
}

void
tag_end(struct tagging *g)
{
	source_close(&g->source);
	free(g->codes);
}

/*
 * What comes from a search changes nothing that is there: the rows are only
 * appended, and recorded as ranges.
 */
int
qda_do_tag(struct qda_act *act, struct qda_tag *t, bool known,
    struct qda_err *e)
{
	struct tagging	 g = { .t = t, .known = known };
	int		 rc;

	if (qda_act_begin(act, !t->table && t->label == NULL &&
	    t->stance == NULL && strcmp(t->made, "search") == 0, e) < 0 ||
	    tag_codes_first(&g, e) < 0)
		return -1;
	rc = tag_find(t, e);
	if (rc == 0)
		tag_sort(t);
	for (size_t i = 0; i < t->n && rc == 0; i++)
		if ((rc = tag_put(&g, &t->items[i], e)) < 0 && t->table)
			qda_fail_in(e, _("%s, line %zu"), t->items[i].where,
			    t->items[i].line);
	if (rc == 0)
		rc = tagged(&g, e);
	tag_end(&g);
	return rc;
}

int
qda_do_untag(struct qda_act *act, struct qda_tag *t, struct qda_err *e)
{
	struct tagging	 g = { .t = t, .known = true };
	int		 rc;

	if (qda_act_begin(act, false, e) < 0)
		return -1;
	rc = tag_find(t, e);
	if (rc == 0)
		tag_sort(t);
	for (size_t i = 0; i < t->n && rc == 0; i++)
		rc = tag_take(&g, &t->items[i], e);
	if (rc == 0)
		rc = untagged(&g, e);
	tag_end(&g);
	return rc;
}
