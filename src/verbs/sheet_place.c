/* sheet_place.c: where the words of a sheet's row stand. */
#include <stdlib.h>
#include <string.h>

#include "qda/alike.h"
#include "qda/anchor.h"
#include "qda/source.h"
#include "verbs/sheet_place.h"
#include "verbs/sheet_words.h"

#define ENOUGH	0.85		/* likeness of words that are taken, */
#define MORE	0.1		/* and by how much it beats the second */

enum { EDGE = 4 };		/* characters that a place may differ by */

/* A source read for being searched; kept while the same is asked again. */
struct sheet_placer {
	struct qda_db		*db;
	struct qda_placer	 addresses;
	const char		*said;		/* the source to look in */
	int64_t			 home;		/* that of the last address */
	int64_t			 id;
	char			*name;
	int64_t			 revision, length;
	char			*text;
	size_t			 size;
	struct qda_folded	 folded;
	struct qda_words	 words;
	struct qda_turn		*turns;		/* without texts; seq: or -1
						   of the interviewer's */
	bool			*asks;
	size_t			 n, cap, cap_asks;
};

static void
forget(struct sheet_placer *p)
{
	free(p->name);
	free(p->text);
	free(p->turns);
	free(p->asks);
	if (p->id != 0) {
		qda_words_free(&p->words);
		qda_folded_free(&p->folded);
	}
	p->name = p->text = NULL;
	p->turns = NULL;
	p->asks = NULL;
	p->id = 0;
	p->n = p->cap = p->cap_asks = 0;
}

struct sheet_placer *
sheet_placer_new(struct qda_db *db, const char *source)
{
	struct sheet_placer	*p = qda_alloc(1, sizeof(*p));

	p->db = db;
	p->addresses.db = db;
	p->said = source;
	return p;
}

void
sheet_placer_free(struct sheet_placer *p)
{
	if (p == NULL)
		return;
	forget(p);
	qda_placer_end(&p->addresses);
	free(p);
}

static int
read_turns(struct sheet_placer *p, struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_turn	 t;
	int		 more;

	if (qda_turn_list(&walk, p->db, p->id, e) < 0)
		return -1;
	while ((more = qda_turn_next(walk, &t, e)) > 0) {
		p->turns = qda_grow(p->turns, &p->cap, p->n, sizeof(t));
		p->asks = qda_grow(p->asks, &p->cap_asks, p->n,
		    sizeof(*p->asks));
		p->asks[p->n] = strcmp(t.role, "interviewer") == 0;
		p->turns[p->n++] = t;
	}
	return more;
}

static int
read_source(struct sheet_placer *p, int64_t id, struct qda_err *e)
{
	struct qda_source	 s;

	if (p->id == id)
		return 0;
	forget(p);
	if (qda_source_get(p->db, id, &s, e) < 0)
		return -1;
	p->name = (char *)(uintptr_t)s.name;
	p->revision = s.revision;
	p->length = s.length;
	if (qda_source_text(p->db, id, 0, &p->text, &p->size, e) < 0)
		return -1;
	p->id = id;
	qda_text_fold(&p->folded, p->text, p->size);
	qda_words_of(&p->words, &p->folded);
	return read_turns(p, e);
}

/* ---- addresses ----------------------------------------------------------- */

/*
 * The place of one address; 0 when it is none.  What is wrong with it is
 * nobody's mistake here: the words are searched.
 */
static int
read_address(struct sheet_placer *p, const char *text,
    struct qda_place *place, struct qda_err *e)
{
	struct qda_err	 wrong = { QDA_OK, "" };

	if (qda_placer_place(&p->addresses, text, place, &wrong) == 0)
		return 1;
	if (wrong.why == QDA_DATA || wrong.why == QDA_USAGE)
		return 0;
	*e = wrong;
	return -1;
}

/* Rows put together have several addresses, a line each: from first to last. */
static int
read_hint(struct sheet_placer *p, const char *cell, struct qda_place *hint,
    struct qda_err *e)
{
	struct qda_place	 one;
	char			*copy = qda_strdup(cell), *line, *rest = copy;
	int			 rc = 0, found = 0;

	while (rc >= 0 && (line = strsep(&rest, "\n")) != NULL) {
		while (*line == ' ')
			line++;
		if (*line == '\0' || (rc = read_address(p, line, &one,
		    e)) <= 0)
			continue;
		if (found == 0)
			*hint = one;
		else if (one.source == hint->source &&
		    one.revision == hint->revision) {
			hint->start = one.start < hint->start ? one.start :
			    hint->start;
			hint->end = one.end > hint->end ? one.end : hint->end;
		}
		found = 1;
	}
	free(copy);
	return rc < 0 ? -1 : found;
}

/* ---- the words of a place ------------------------------------------------ */

static char *
words_at(struct sheet_placer *p, int64_t start, int64_t end)
{
	struct qda_cursor	 c;
	size_t			 from;

	qda_cursor_begin(&c, p->text, p->size);
	from = qda_cursor_byte(&c, start);
	return qda_strndup(p->text + from, qda_cursor_byte(&c, end) - from);
}

/* Whether the address of a row still holds its words. */
static bool
holds(struct sheet_placer *p, const struct sheet_row *row,
    struct sheet_found *f, const struct qda_place *hint)
{
	char	*all = words_at(p, hint->start, hint->end);
	bool	 is = true;

	if (sheet_same_bytes(row->words, all) ||
	    sheet_same_cut(row->words, all) || !sheet_has_words(row->words))
		f->how = SHEET_EXACT;
	else if (sheet_same_folded(row->words, all))
		f->how = SHEET_FOLDED;
	else
		is = false;
	free(all);
	if (is)
		f->place = *hint;
	f->kept = is;
	return is;
}

/* ---- searching ----------------------------------------------------------- */

/* What a row says of where it is. */
struct hint {
	bool			 known;
	struct qda_place	 place;
	long			 turn;
};

static bool
in_place(const struct hint *h, const struct qda_match *m)
{
	return h->known && m->start < h->place.end && m->end > h->place.start;
}

/* The index of the turn a match begins in; n: none. */
static size_t
turn_at(const struct sheet_placer *p, int64_t at)
{
	size_t	 low = 0, high = p->n;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (p->turns[mid].end <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool
in_turn(const struct sheet_placer *p, const struct hint *h,
    const struct qda_match *m)
{
	size_t	 i = turn_at(p, m->start);

	return i < p->n && p->turns[i].seq == h->turn;
}

static bool
is_asked(const struct sheet_placer *p, const struct qda_match *m)
{
	size_t	 i = turn_at(p, m->start);

	return i < p->n && p->asks[i];
}

/* The one of several matches that the row means, or NULL. */
static const struct qda_match *
choose(const struct sheet_placer *p, const struct hint *h,
    const struct qda_match *m, size_t n)
{
	const struct qda_match	*only[4] = { NULL };
	size_t			 count[4] = { 0 };

	for (size_t i = 0; i < n; i++) {
		bool	 fits[4] = { in_place(h, &m[i]), in_turn(p, h, &m[i]),
			    !is_asked(p, &m[i]), true };

		for (int k = 0; k < 4; k++)
			if (fits[k] && count[k]++ == 0)
				only[k] = &m[i];
	}
	for (int k = 0; k < 4; k++)
		if (count[k] > 0)
			return count[k] == 1 ? only[k] : NULL;
	return NULL;
}

/*
 * A match leaves out the quotes round a quotation, and marks at its ends: where
 * these are in the row and in the text, they are in the place.
 */
static void
widen(struct sheet_placer *p, const char *words, struct qda_place *place)
{
	char	*around;

	for (int64_t a = 0; a <= EDGE && a <= place->start; a++)
		for (int64_t b = 0; b <= EDGE && place->end + b <= p->length;
		    b++) {
			around = words_at(p, place->start - a,
			    place->end + b);
			if (sheet_same_bytes(around, words)) {
				place->start -= a;
				place->end += b;
				free(around);
				return;
			}
			free(around);
		}
}

/* The words as they stand, in the source that is read. */
static void
search(struct sheet_placer *p, const struct sheet_row *row,
    const struct hint *h, struct sheet_found *f)
{
	struct qda_anchor	*anchor = qda_anchor_new(row->words,
				    strlen(row->words));
	const struct qda_match	*is;
	struct qda_match	*m = NULL;
	size_t			 n;
	char			*all;

	memset(f, 0, sizeof(*f));
	f->how = SHEET_MISSING;
	if (anchor == NULL)
		return;
	n = qda_anchor_find(anchor, &p->folded, &m);
	is = choose(p, h, m, n);
	if (is != NULL) {
		f->place = (struct qda_place){ p->id, p->revision, is->start,
		    is->end, false };
		widen(p, row->words, &f->place);
		all = words_at(p, f->place.start, f->place.end);
		f->how = sheet_same_bytes(all, row->words) ? SHEET_EXACT :
		    SHEET_FOLDED;
		free(all);
	} else if (n > 0)
		f->how = SHEET_AMBIGUOUS;
	free(m);
	qda_anchor_free(anchor);
}

static int64_t
apart(int64_t a, int64_t b)
{
	return a < b ? b - a : a - b;
}

/* Nearly the words. */
static void
search_alike(struct sheet_placer *p, const struct sheet_row *row,
    const struct hint *h, struct sheet_found *f)
{
	struct qda_folded	 folded;
	struct qda_words	 words;
	struct qda_likeness	 like;
	struct qda_match	 m;

	qda_text_fold(&folded, row->words, strlen(row->words));
	qda_words_quoted(&words, &folded);
	if (qda_alike(&words, &p->words, &like) && like.is >= ENOUGH) {
		m = (struct qda_match){ like.start, like.end };
		if (like.is - like.next >= MORE || in_place(h, &m)) {
			f->how = SHEET_FUZZY;
			f->likeness = like.is;
			f->place = (struct qda_place){ p->id, p->revision,
			    like.start, like.end, false };
			if (h->known &&
			    apart(h->place.start, like.start) <= EDGE &&
			    apart(h->place.end, like.end) <= EDGE)
				f->place = h->place;
		} else
			f->how = SHEET_AMBIGUOUS;
	}
	qda_words_free(&words);
	qda_folded_free(&folded);
}

/* In one source: as they stand, else nearly. */
static int
search_source(struct sheet_placer *p, int64_t source,
    const struct sheet_row *row, const struct hint *h, struct sheet_found *f,
    struct qda_err *e)
{
	if (read_source(p, source, e) < 0)
		return -1;
	search(p, row, h, f);
	if (f->how == SHEET_MISSING)
		search_alike(p, row, h, f);
	return 0;
}

/* In all sources: in one of them alone. */
static int
search_all(struct sheet_placer *p, const struct sheet_row *row,
    const struct hint *h, struct sheet_found *f, struct qda_err *e)
{
	struct sheet_found	 one;
	struct qda_source	 s;
	struct db_rows		*walk;
	size_t			 n[SHEET_HOWS] = { 0 };
	int			 more;

	f->how = SHEET_MISSING;
	if (qda_source_list(&walk, p->db, false, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0) {
		if (search_source(p, s.id, row, h, &one, e) < 0) {
			qda_source_stop(walk);
			return -1;
		}
		n[one.how == SHEET_FOLDED ? SHEET_EXACT : one.how]++;
		if (one.how < f->how)
			*f = one;
	}
	if (n[SHEET_EXACT] > 1 || (n[SHEET_EXACT] == 0 &&
	    (n[SHEET_FUZZY] > 1 || n[SHEET_AMBIGUOUS] > 0)) ||
	    (n[SHEET_EXACT] == 1 && n[SHEET_AMBIGUOUS] > 0))
		f->how = SHEET_AMBIGUOUS;
	return more;
}

/* Which source a row without a good address is from: 1, 0: all, -1. */
static int
source_of(struct sheet_placer *p, const struct sheet_row *row,
    const struct hint *h, int64_t *id, struct qda_err *e)
{
	const char	*name = row->source[0] != '\0' ? row->source : p->said;

	if (h->known)
		*id = h->place.source;
	else if (name != NULL)
		return qda_source_find(p->db, name, id, e);
	else
		*id = p->home;
	return *id != 0;
}

/* In that source, and in all when it was only a guess. */
static int
search_from(struct sheet_placer *p, int64_t source,
    const struct sheet_row *row, const struct hint *h, struct sheet_found *f,
    struct qda_err *e)
{
	if (search_source(p, source, row, h, f, e) < 0)
		return -1;
	return f->how != SHEET_MISSING || source != p->home || h->known ? 0 :
	    search_all(p, row, h, f, e);
}

int
sheet_place(struct sheet_placer *p, const struct sheet_row *row,
    struct sheet_found *f, struct qda_err *e)
{
	struct hint	 h = { .turn = row->turn };
	int64_t		 id;
	int		 rc;

	memset(f, 0, sizeof(*f));
	f->how = SHEET_MISSING;
	if ((rc = read_hint(p, row->address, &h.place, e)) < 0)
		return -1;
	h.known = rc > 0;
	if (h.known) {
		p->home = h.place.source;
		if (read_source(p, h.place.source, e) < 0)
			return -1;
		if (h.place.revision == p->revision && holds(p, row, f,
		    &h.place))
			return 0;
	}
	if (!sheet_has_words(row->words))
		return 0;
	rc = source_of(p, row, &h, &id, e);
	if (rc < 0)
		return -1;
	return rc > 0 ? search_from(p, id, row, &h, f, e) :
	    search_all(p, row, &h, f, e);
}

/* ---- passages ------------------------------------------------------------ */

/* The passage's words, as the row has them; caller frees. */
static char *
passage(const struct sheet_row *row, const struct sheet_mark *m)
{
	struct qda_cursor	 c;
	size_t			 from;

	qda_cursor_begin(&c, row->words, strlen(row->words));
	from = qda_cursor_byte(&c, m->start);
	return qda_strndup(row->words + from, qda_cursor_byte(&c, m->end) -
	    from);
}

/* The match in the row's place that is nearest to where it should be. */
static int
nearest(struct sheet_placer *p, const char *words, int64_t want,
    const struct sheet_found *f, struct qda_place *place)
{
	struct qda_anchor	*anchor = qda_anchor_new(words, strlen(words));
	struct qda_match	*m = NULL;
	size_t			 n = 0;
	int			 found = 0;

	if (anchor != NULL)
		n = qda_anchor_find(anchor, &p->folded, &m);
	for (size_t i = 0; i < n; i++) {
		if (m[i].start < f->place.start || m[i].end > f->place.end ||
		    (found && apart(m[i].start, want) >=
		    apart(place->start, want)))
			continue;
		place->start = m[i].start;
		place->end = m[i].end;
		found = 1;
	}
	free(m);
	qda_anchor_free(anchor);
	return found;
}

int
sheet_place_mark(struct sheet_placer *p, const struct sheet_row *row,
    const struct sheet_mark *m, const struct sheet_found *f,
    struct qda_place *place, struct qda_err *e)
{
	char	*words, *there;
	int64_t	 end;
	int	 rc = 1;

	if (read_source(p, f->place.source, e) < 0)
		return -1;
	*place = f->place;
	place->whole = false;
	place->start += m->start;
	end = place->end;
	place->end = f->place.start + m->end;
	words = passage(row, m);
	there = place->end <= end ? words_at(p, place->start, place->end) :
	    qda_strdup("");
	if (!sheet_same_bytes(there, words))
		rc = nearest(p, words, place->start, f, place);
	free(there);
	free(words);
	return rc;
}

int
sheet_words(struct sheet_placer *p, const struct qda_place *place,
    char **words, struct qda_err *e)
{
	if (read_source(p, place->source, e) < 0)
		return -1;
	*words = words_at(p, place->start, place->end);
	return 0;
}

int
sheet_address(struct sheet_placer *p, const struct qda_place *place,
    char **address, struct qda_err *e)
{
	if (read_source(p, place->source, e) < 0)
		return -1;
	*address = qda_address_text(p->name, place->start, place->end,
	    place->revision);
	return 0;
}
