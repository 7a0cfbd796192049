/* tag_find.c: where each thing to be tagged stands. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "verbs/tag.h"

/* A source read for being searched; kept while the same is asked again. */
struct reading {
	int64_t			 id;
	char			*name;
	int64_t			 revision;
	struct qda_folded	 folded;
	struct qda_turn		*turns;		/* starts, ends, roles */
	size_t			 n, cap;
};

/* In whose words a match stands; the lower, the better. */
enum voice { PARTICIPANT, OTHERS, NOBODY, VOICES };

/* The places found in one voice. */
struct hits {
	struct qda_place	 place;
	size_t			 n;
	struct qda_mem		 list;		/* their addresses */
};

static void
forget(struct reading *r)
{
	free(r->name);
	qda_folded_free(&r->folded);
	free(r->turns);
	memset(r, 0, sizeof(*r));
}

static int
read_turns(struct reading *r, struct qda_db *db, struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_turn	 t;
	int		 more;

	if (qda_turn_list(&walk, db, r->id, e) < 0)
		return -1;
	while ((more = qda_turn_next(walk, &t, e)) > 0) {
		t.seq = strcmp(t.role, "participant") == 0 ? PARTICIPANT :
		    OTHERS;
		r->turns = qda_grow(r->turns, &r->cap, r->n, sizeof(t));
		r->turns[r->n++] = t;
	}
	return more;
}

static int
read_source(struct reading *r, struct qda_db *db, int64_t id,
    struct qda_err *e)
{
	struct qda_source	 s;
	char			*text;
	size_t			 size;

	if (r->name != NULL && r->id == id)
		return 0;
	forget(r);
	if (qda_source_get(db, id, &s, e) < 0)
		return -1;
	r->id = id;
	r->name = (char *)(uintptr_t)s.name;
	r->revision = s.revision;
	if (qda_source_text(db, id, 0, &text, &size, e) < 0)
		return -1;
	qda_text_fold(&r->folded, text, size);
	free(text);
	return read_turns(r, db, e);
}

/* Text without any turn counts as participants' speech. */
static enum voice
voice_of(const struct reading *r, const struct qda_match *m)
{
	if (r->n == 0)
		return PARTICIPANT;
	for (size_t i = 0; i < r->n; i++)
		if (r->turns[i].start < m->end && r->turns[i].end > m->start)
			return (enum voice)r->turns[i].seq;
	return NOBODY;
}

static void
look(const struct reading *r, const struct qda_anchor *anchor,
    struct hits hits[VOICES])
{
	struct qda_match	*m;
	size_t			 n = qda_anchor_find(anchor, &r->folded, &m);

	for (size_t i = 0; i < n; i++) {
		struct hits	*h = &hits[voice_of(r, &m[i])];

		h->place.source = r->id;
		h->place.revision = r->revision;
		h->place.start = m[i].start;
		h->place.end = m[i].end;
		if (h->n++ < 5) {
			fputs(h->n > 1 ? ", " : "", h->list.f);
			qda_address_print(h->list.f, r->name, m[i].start,
			    m[i].end, r->revision);
		}
	}
	free(m);
}

static int
look_everywhere(struct reading *r, struct qda_db *db,
    const struct qda_anchor *anchor, struct hits *hits, struct qda_err *e)
{
	struct db_rows		*walk;
	struct qda_source	 s;
	int			 more;

	if (qda_source_list(&walk, db, false, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0) {
		if (read_source(r, db, s.id, e) < 0) {
			qda_source_stop(walk);
			return -1;
		}
		look(r, anchor, hits);
	}
	return more;
}

/* Takes the only hit of the best voice that has any. */
static void
choose(struct qda_tag *t, struct tag_item *item, struct hits *hits)
{
	char	*message;

	for (int v = 0; v < NOBODY; v++) {
		if (hits[v].n == 1)
			item->place = hits[v].place;
		if (hits[v].n > 1) {
			fflush(hits[v].list.f);
			message = qda_sprintf(_("these words stand in %zu "
			    "places: %s%s"), hits[v].n, hits[v].list.text,
			    hits[v].n > 5 ? ", ..." : "");
			tag_problem(t, item, message);
			free(message);
		}
		if (hits[v].n > 0)
			return;
	}
	message = item->source == NULL ?
	    qda_sprintf(_("nobody says '%.80s'"), item->quote) :
	    qda_sprintf(_("nobody says '%.80s' in '%s'"), item->quote,
	    item->source);
	tag_problem(t, item, message);
	free(message);
}

static int
find_quote(struct qda_tag *t, struct reading *r, struct tag_item *item,
    struct qda_err *e)
{
	struct qda_anchor	*anchor;
	struct hits		 hits[VOICES];
	int64_t			 id;
	int			 rc = 0;

	anchor = qda_anchor_new(item->quote, strlen(item->quote));
	if (anchor == NULL) {
		tag_problem(t, item, _("the quotation holds no word"));
		return 0;
	}
	memset(hits, 0, sizeof(hits));
	for (int v = 0; v < VOICES; v++)
		qda_mem_open(&hits[v].list);
	if (item->source == NULL)
		rc = look_everywhere(r, t->act->db, anchor, hits, e);
	else if ((rc = qda_source_need(t->act->db, item->source, &id, e)) > 0
	    && (rc = read_source(r, t->act->db, id, e)) == 0)
		look(r, anchor, hits);
	if (rc == 0)
		choose(t, item, hits);
	for (int v = 0; v < VOICES; v++)
		free(qda_mem_text(&hits[v].list));
	qda_anchor_free(anchor);
	return rc;
}

/* Only what is wrong with the input is a problem of the item. */
static int
find_item(struct qda_tag *t, struct qda_placer *placer, struct reading *r,
    struct tag_item *item, struct qda_err *e)
{
	int	 rc = 0;

	if (item->address != NULL)
		rc = qda_placer_place(placer, item->address, &item->place, e);
	else if (item->quote != NULL)
		rc = find_quote(t, r, item, e);
	if (rc >= 0 || (e->why != QDA_DATA && e->why != QDA_USAGE))
		return rc;
	tag_problem(t, item, e->msg);
	return 0;
}

int
tag_find(struct qda_tag *t, struct qda_err *e)
{
	struct qda_placer	 placer = { .db = t->act->db };
	struct reading		 r;
	int			 rc = 0;

	memset(&r, 0, sizeof(r));
	for (size_t i = 0; i < t->n && rc == 0; i++)
		rc = find_item(t, &placer, &r, &t->items[i], e);
	qda_placer_end(&placer);
	forget(&r);
	return rc < 0 ? -1 : tag_problems(t, e);
}
