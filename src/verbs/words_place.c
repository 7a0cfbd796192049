/* words_place.c: where words stand that somebody quotes. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "verbs/words_place.h"

/* A source read for being searched; kept while the same is asked again. */
struct words_finder {
	struct qda_db		*db;
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
	struct qda_place	 places[WORDS_PLACES];	/* the first of them */
	size_t			 n;
	struct qda_mem		 list;		/* their addresses */
};

static void
forget(struct words_finder *r)
{
	struct qda_db	*db = r->db;

	free(r->name);
	qda_folded_free(&r->folded);
	free(r->turns);
	memset(r, 0, sizeof(*r));
	r->db = db;
}

static int
read_turns(struct words_finder *r, struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_turn	 t;
	int		 more;

	if (qda_turn_list(&walk, r->db, r->id, e) < 0)
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
read_source(struct words_finder *r, int64_t id, struct qda_err *e)
{
	struct qda_source	 s;
	char			*text;
	size_t			 size;

	if (r->name != NULL && r->id == id)
		return 0;
	forget(r);
	if (qda_source_get(r->db, id, &s, e) < 0)
		return -1;
	r->id = id;
	r->name = (char *)(uintptr_t)s.name;
	r->revision = s.revision;
	if (qda_source_text(r->db, id, 0, &text, &size, e) < 0)
		return -1;
	qda_text_fold(&r->folded, text, size);
	free(text);
	return read_turns(r, e);
}

/* Text without any turn counts as participants' speech. */
static enum voice
voice_of(const struct words_finder *r, const struct qda_match *m)
{
	if (r->n == 0)
		return PARTICIPANT;
	for (size_t i = 0; i < r->n; i++)
		if (r->turns[i].start < m->end && r->turns[i].end > m->start)
			return (enum voice)r->turns[i].seq;
	return NOBODY;
}

static void
look(const struct words_finder *r, const struct qda_anchor *anchor,
    struct hits hits[VOICES])
{
	struct qda_match	*m;
	size_t			 n = qda_anchor_find(anchor, &r->folded, &m);

	for (size_t i = 0; i < n; i++) {
		struct hits	*h = &hits[voice_of(r, &m[i])];

		if (h->n < WORDS_PLACES)
			h->places[h->n] = (struct qda_place){ r->id,
			    r->revision, m[i].start, m[i].end, false };
		if (h->n++ < 5) {
			fputs(h->n > 1 ? ", " : "", h->list.f);
			qda_address_print(h->list.f, r->name, m[i].start,
			    m[i].end, r->revision);
		}
	}
	free(m);
}

static int
look_everywhere(struct words_finder *r, const struct qda_anchor *anchor,
    struct hits *hits, struct qda_err *e)
{
	struct db_rows		*walk;
	struct qda_source	 s;
	int			 more;

	if (qda_source_list(&walk, r->db, false, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0) {
		if (read_source(r, s.id, e) < 0) {
			qda_source_stop(walk);
			return -1;
		}
		look(r, anchor, hits);
	}
	return more;
}

/* That nobody says so; of a long quote its first 80 characters. */
static char *
nobody(const char *source, const char *quote)
{
	struct qda_cursor	 c;
	size_t			 n = strlen(quote);
	char			*start, *problem;

	qda_cursor_begin(&c, quote, n);
	if (qda_text_length(quote, n) > 80)
		n = qda_cursor_byte(&c, 80);
	start = qda_sprintf("%.*s%s", (int)n, quote,
	    quote[n] == '\0' ? "" : "...");
	problem = source == NULL ?
	    qda_sprintf(_("nobody says '%s'"), start) :
	    qda_sprintf(_("nobody says '%s' in '%s'"), start, source);
	free(start);
	return problem;
}

/* The only hit of the best voice that has any: 1; else 0 and why. */
static int
choose(struct hits *hits, const char *source, const char *quote,
    struct qda_place *place, char **problem)
{
	for (int v = 0; v < NOBODY; v++) {
		if (hits[v].n == 1) {
			*place = hits[v].places[0];
			return 1;
		}
		if (hits[v].n > 1) {
			fflush(hits[v].list.f);
			*problem = qda_sprintf(_("these words stand in %zu "
			    "places: %s%s"), hits[v].n, hits[v].list.text,
			    hits[v].n > 5 ? ", ..." : "");
			return 0;
		}
	}
	*problem = nobody(source, quote);
	return 0;
}

struct words_finder *
words_finder_new(struct qda_db *db)
{
	struct words_finder	*r = qda_alloc(1, sizeof(*r));

	r->db = db;
	return r;
}

void
words_finder_free(struct words_finder *r)
{
	if (r == NULL)
		return;
	forget(r);
	free(r);
}

static int
look_where(struct words_finder *r, const char *source,
    const struct qda_anchor *anchor, struct hits *hits, struct qda_err *e)
{
	int64_t	 id;

	if (source == NULL)
		return look_everywhere(r, anchor, hits, e);
	if (qda_source_need(r->db, source, &id, e) < 0 ||
	    read_source(r, id, e) < 0)
		return -1;
	look(r, anchor, hits);
	return 0;
}

/* By voice, to be freed with free_hits(); 0 and why when there is no word. */
static int
find(struct words_finder *r, const char *source, const char *quote,
    struct hits **hits, char **problem, struct qda_err *e)
{
	struct qda_anchor	*anchor = qda_anchor_new(quote, strlen(quote));
	int			 rc;

	*problem = NULL;
	*hits = NULL;
	if (anchor == NULL) {
		*problem = qda_strdup(_("the quotation holds no word"));
		return 0;
	}
	*hits = qda_alloc(VOICES, sizeof(**hits));
	for (int v = 0; v < VOICES; v++)
		qda_mem_open(&(*hits)[v].list);
	rc = look_where(r, source, anchor, *hits, e);
	qda_anchor_free(anchor);
	return rc < 0 ? -1 : 1;
}

static void
free_hits(struct hits *hits)
{
	for (int v = 0; hits != NULL && v < VOICES; v++)
		free(qda_mem_text(&hits[v].list));
	free(hits);
}

int
words_place(struct words_finder *r, const char *source, const char *quote,
    struct qda_place *place, char **problem, struct qda_err *e)
{
	struct hits	*hits;
	int		 rc = find(r, source, quote, &hits, problem, e);

	if (rc > 0)
		rc = choose(hits, source, quote, place, problem);
	free_hits(hits);
	return rc;
}

int
words_places(struct words_finder *r, const char *source, const char *quote,
    struct qda_place places[WORDS_PLACES], size_t *n, char **problem,
    struct qda_err *e)
{
	struct hits	*hits;
	int		 rc = find(r, source, quote, &hits, problem, e), v = 0;

	*n = 0;
	if (rc > 0) {
		while (v < NOBODY && hits[v].n == 0)
			v++;
		if (v < NOBODY) {
			*n = hits[v].n;
			memcpy(places, hits[v].places, sizeof(*places) *
			    (*n < WORDS_PLACES ? *n : WORDS_PLACES));
		} else
			*problem = nobody(source, quote);
	}
	free_hits(hits);
	return rc < 0 ? -1 : *n > 0;
}
