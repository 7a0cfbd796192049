/*
 * codebook_count.c: what was coded with each code.  One pass over the codings
 * sets a bit a code and source, participant, coder; C counts the bits.
 */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/mem.h"
#include "study/book.h"
#include "study/sql.h"

enum { CODERS, SOURCES, PARTICIPANTS, INCLUDED, MIXED, CODINGS, TURNS, UNITS };

const char *const qda_codebook_count_sql[] = {
	[CODERS] = "SELECT id, name FROM coder ORDER BY id",
	[SOURCES] = "SELECT id, name, participant FROM source"
		" ORDER BY position, id",
	[PARTICIPANTS] = "SELECT id, name FROM participant ORDER BY id",
	[INCLUDED] = "SELECT count(*) FROM participant"
		" WHERE outcome = 'included'",
	/* sources in which it depends on the turn who a coding is of */
	[MIXED] = "SELECT DISTINCT s.id FROM speaker AS v"
		" JOIN source AS s ON s.id = v.source"
		" WHERE v.participant IS NOT NULL"
		" AND v.participant IS NOT s.participant",
	[CODINGS] = "SELECT code, source, coder FROM coding",
	[TURNS] = "SELECT t.revision, t.\"start\", t.\"end\", v.participant"
		" FROM turn AS t JOIN speaker AS v ON v.id = t.speaker"
		" WHERE t.source = ?1 ORDER BY t.revision, t.\"start\"",
	[UNITS] = "SELECT c.code, c.coder, u.revision, u.\"start\", u.\"end\""
		" FROM unit AS u JOIN coding AS c ON c.unit = u.id"
		" WHERE u.source = ?1",
	NULL
};

/* A noun's rows: ids in rising order with the index each has in the book. */
struct place {
	int64_t	 id;
	size_t	 index;
};

struct set {
	struct place	*at;
	size_t		 n;
	uint64_t	*bits;		/* a row of words a code */
	size_t		 words;
};

struct qda_book_marks {
	struct set	 sources, participants, coders;
	size_t		*owner;		/* of a source; QDA_NOWHERE */
	bool		*mixed;		/* a source: see the turns */
};

struct turn {
	int64_t	 revision, start, end;
	size_t	 participant;
};

static int
by_id(const void *a, const void *b)
{
	const struct place	*p = a, *q = b;

	return (p->id > q->id) - (p->id < q->id);
}

static size_t
index_of(const struct set *set, int64_t id)
{
	const struct place	 want = { id, 0 }, *p;

	p = set->n == 0 ? NULL : bsearch(&want, set->at, set->n,
	    sizeof(*set->at), by_id);
	return p == NULL ? QDA_NOWHERE : p->index;
}

static void
mark(const struct set *set, size_t code, size_t index)
{
	if (index != QDA_NOWHERE)
		set->bits[code * set->words + index / 64] |=
		    UINT64_C(1) << (index % 64);
}

/* A set whose ids are indexed in the order given, room for n codes. */
static void
make_set(struct set *set, const int64_t *ids, size_t n, size_t codes)
{
	set->at = qda_alloc(n + 1, sizeof(*set->at));
	set->n = n;
	for (size_t i = 0; i < n; i++)
		set->at[i] = (struct place){ ids[i], i };
	qsort(set->at, n, sizeof(*set->at), by_id);
	set->words = n / 64 + 1;
	set->bits = qda_alloc(codes * set->words + 1, sizeof(*set->bits));
}

/* Names and ids of all rows, in order; other: a third column, or NULL. */
struct list {
	struct qda_strings	 names;
	int64_t			*ids, *other;
	size_t			 n, cap, other_cap;
};

static int
read_list(struct list *l, struct qda_db *db, const char *sql, bool other,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	memset(l, 0, sizeof(*l));
	if (db_ask(&rows, db, e, sql, "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		l->ids = qda_grow(l->ids, &l->cap, l->n, sizeof(*l->ids));
		l->ids[l->n] = db_int(rows, 0);
		qda_strings_add(&l->names, db_text(rows, 1));
		if (other) {
			l->other = qda_grow(l->other, &l->other_cap, l->n,
			    sizeof(*l->other));
			l->other[l->n] = db_int(rows, 2);
		}
		l->n++;
	}
	return more;
}

static void
free_list(struct list *l)
{
	qda_strings_free(&l->names);
	free(l->ids);
	free(l->other);
}

struct named {
	int64_t	 id;
	char	*name;
};

static int
by_version(const void *a, const void *b)
{
	const struct named	*p = a, *q = b;
	int			 c = strverscmp(p->name, q->name);

	return c != 0 ? c : (p->id > q->id) - (p->id < q->id);
}

/* P2 before P10, whatever the order in which they came. */
static void
sort_names(struct list *l)
{
	struct named	*all = qda_alloc(l->n + 1, sizeof(*all));

	for (size_t i = 0; i < l->n; i++)
		all[i] = (struct named){ l->ids[i], l->names.at[i] };
	qsort(all, l->n, sizeof(*all), by_version);
	for (size_t i = 0; i < l->n; i++) {
		l->ids[i] = all[i].id;
		l->names.at[i] = all[i].name;
	}
	free(all);
}

static void
give_names(struct list *l, char ***names, size_t *n)
{
	*names = l->names.at;
	*n = l->names.n;
	memset(&l->names, 0, sizeof(l->names));
}

/* The sources, and whose each is. */
static void
take_sources(struct qda_book *book, struct list *sources)
{
	struct qda_book_marks	*m = book->marks;

	make_set(&m->sources, sources->ids, sources->n, book->n);
	m->owner = qda_alloc(sources->n + 1, sizeof(*m->owner));
	m->mixed = qda_alloc(sources->n + 1, sizeof(*m->mixed));
	for (size_t i = 0; i < sources->n; i++)
		m->owner[i] = index_of(&m->participants, sources->other[i]);
	give_names(sources, &book->source, &book->n_sources);
}

static int
read_nouns(struct qda_book *book, struct qda_db *db, struct qda_err *e)
{
	struct qda_book_marks	*m = book->marks;
	struct list		 coders = { 0 }, people = { 0 };
	struct list		 sources = { 0 };
	int			 rc = -1;

	if (read_list(&coders, db, qda_codebook_count_sql[CODERS], false,
	    e) < 0 ||
	    read_list(&people, db, qda_codebook_count_sql[PARTICIPANTS],
	    false, e) < 0 ||
	    read_list(&sources, db, qda_codebook_count_sql[SOURCES], true,
	    e) < 0 ||
	    db_ask_int(&book->included, db, e,
	    qda_codebook_count_sql[INCLUDED], "") < 0)
		goto out;
	make_set(&m->coders, coders.ids, coders.n, book->n);
	sort_names(&people);
	make_set(&m->participants, people.ids, people.n, book->n);
	give_names(&people, &book->participant, &book->n_participants);
	take_sources(book, &sources);
	rc = 0;
out:
	free_list(&coders);
	free_list(&people);
	free_list(&sources);
	return rc;
}

static int
read_mixed(struct qda_book *book, struct qda_db *db, struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 source;
	int		 more;

	if (db_ask(&rows, db, e, qda_codebook_count_sql[MIXED], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		source = index_of(&book->marks->sources, db_int(rows, 0));
		if (source != QDA_NOWHERE)
			book->marks->mixed[source] = true;
	}
	return more;
}

static bool
counts(const int64_t *coders, size_t n, int64_t coder)
{
	if (n == 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (coders[i] == coder)
			return true;
	return false;
}

static int
count_codings(struct qda_book *book, struct qda_db *db, const int64_t *coders,
    size_t n, struct qda_err *e)
{
	struct qda_book_marks	*m = book->marks;
	struct db_rows		*rows;
	size_t			 code, source;
	int			 more;

	if (db_ask(&rows, db, e, qda_codebook_count_sql[CODINGS], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		if (!counts(coders, n, db_int(rows, 2)))
			continue;
		code = qda_book_find(book, db_int(rows, 0));
		source = index_of(&m->sources, db_int(rows, 1));
		if (code == QDA_NOWHERE || source == QDA_NOWHERE)
			continue;
		book->code[code].uses++;
		mark(&m->sources, code, source);
		mark(&m->coders, code, index_of(&m->coders, db_int(rows, 2)));
		if (!m->mixed[source])
			mark(&m->participants, code, m->owner[source]);
	}
	return more;
}

static int
read_turns(struct turn **turns, size_t *n, const struct qda_book *book,
    struct qda_db *db, int64_t source, struct qda_err *e)
{
	struct db_rows	*rows;
	size_t		 cap = 0;
	int		 more;

	*turns = NULL;
	*n = 0;
	if (db_ask(&rows, db, e, qda_codebook_count_sql[TURNS], "i",
	    source) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		*turns = qda_grow(*turns, &cap, *n, sizeof(**turns));
		(*turns)[(*n)++] = (struct turn){ db_int(rows, 0),
		    db_int(rows, 1), db_int(rows, 2),
		    index_of(&book->marks->participants, db_int(rows, 3)) };
	}
	return more;
}

/* The first turn that shares a character with the stretch, or NULL. */
static const struct turn *
turn_of(const struct turn *turns, size_t n, int64_t revision, int64_t start,
    int64_t end)
{
	size_t	 low = 0, high = n;

	while (low < high) {
		size_t			 mid = low + (high - low) / 2;
		const struct turn	*t = &turns[mid];

		if (t->revision < revision ||
		    (t->revision == revision && t->end <= start))
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && turns[low].revision == revision &&
	    turns[low].start < end ? &turns[low] : NULL;
}

/* A source of several voices: whose each coding is, its turn says. */
static int
count_voices(struct qda_book *book, struct qda_db *db, const int64_t *coders,
    size_t n, const struct place *source, struct qda_err *e)
{
	struct qda_book_marks	*m = book->marks;
	struct db_rows		*rows;
	struct turn		*turns;
	const struct turn	*t;
	size_t			 n_turns, code, who;
	int			 more = -1;

	if (read_turns(&turns, &n_turns, book, db, source->id, e) == 0)
		more = db_ask(&rows, db, e, qda_codebook_count_sql[UNITS],
		    "i", source->id);
	while (more >= 0 && (more = db_next(rows, e)) > 0) {
		code = qda_book_find(book, db_int(rows, 0));
		if (code == QDA_NOWHERE || !counts(coders, n, db_int(rows, 1)))
			continue;
		t = turn_of(turns, n_turns, db_int(rows, 2), db_int(rows, 3),
		    db_int(rows, 4));
		who = t == NULL ? QDA_NOWHERE : t->participant;
		mark(&m->participants, code, who != QDA_NOWHERE ? who :
		    m->owner[source->index]);
	}
	free(turns);
	return more;
}

int
book_count(struct qda_book *book, struct qda_db *db, const int64_t *coders,
    size_t n, struct qda_err *e)
{
	const struct set	*sources;

	book->marks = qda_alloc(1, sizeof(*book->marks));
	sources = &book->marks->sources;
	if (read_nouns(book, db, e) < 0 || read_mixed(book, db, e) < 0 ||
	    count_codings(book, db, coders, n, e) < 0)
		return -1;
	for (size_t i = 0; i < sources->n; i++)
		if (book->marks->mixed[sources->at[i].index] &&
		    count_voices(book, db, coders, n, &sources->at[i], e) < 0)
			return -1;
	return 0;
}

static void
free_set(struct set *set)
{
	free(set->at);
	free(set->bits);
}

void
book_uncount(struct qda_book *book)
{
	struct qda_book_marks	*m = book->marks;

	if (m == NULL)
		return;
	free_set(&m->sources);
	free_set(&m->participants);
	free_set(&m->coders);
	free(m->owner);
	free(m->mixed);
	free(m);
	book->marks = NULL;
}

/* The bits of a code in a set put into a row of their own. */
static void
join(uint64_t *row, const struct set *set, size_t code)
{
	for (size_t w = 0; w < set->words; w++)
		row[w] |= set->bits[code * set->words + w];
}

static int64_t
bits(const uint64_t *row, size_t words)
{
	int64_t	 n = 0;

	for (size_t w = 0; w < words; w++)
		n += __builtin_popcountll(row[w]);
	return n;
}

/* A code and, when wanted, all that is below it, each once. */
static size_t *
codes_below(const struct qda_book *book, size_t code, bool below, size_t *n)
{
	bool	*seen = below ? qda_alloc(book->n, sizeof(*seen)) : NULL;
	size_t	*list = NULL, cap = 0;

	*n = 0;
	list = qda_grow(list, &cap, 0, sizeof(*list));
	list[(*n)++] = code;
	if (below)
		seen[code] = true;
	for (size_t i = 0; below && i < *n; i++) {
		const struct qda_book_code	*c = &book->code[list[i]];

		for (size_t j = 0; j < c->n_members; j++) {
			if (seen[c->members[j]])
				continue;
			seen[c->members[j]] = true;
			list = qda_grow(list, &cap, *n, sizeof(*list));
			list[(*n)++] = c->members[j];
		}
	}
	free(seen);
	return list;
}

static size_t
first_bit(const uint64_t *row, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if (row[w] != 0)
			return w * 64 + (size_t)__builtin_ctzll(row[w]);
	return QDA_NOWHERE;
}

void
qda_book_tally(const struct qda_book *book, size_t code, bool below,
    struct qda_code_tally *t)
{
	const struct qda_book_marks	*m = book->marks;
	const struct set		*people = &m->participants;
	size_t				 n, *codes;
	uint64_t			*s, *p, *c;

	memset(t, 0, sizeof(*t));
	s = qda_alloc(m->sources.words, sizeof(*s));
	p = qda_alloc(people->words, sizeof(*p));
	c = qda_alloc(m->coders.words, sizeof(*c));
	codes = codes_below(book, code, below, &n);
	for (size_t i = 0; i < n; i++) {
		t->uses += book->code[codes[i]].uses;
		join(s, &m->sources, codes[i]);
		join(p, people, codes[i]);
		join(c, &m->coders, codes[i]);
	}
	t->sources = bits(s, m->sources.words);
	t->participants = bits(p, people->words);
	t->coders = bits(c, m->coders.words);
	t->first = first_bit(s, m->sources.words);
	t->who = qda_alloc(book->n_participants + 1, sizeof(*t->who));
	for (size_t i = 0; i < book->n_participants; i++)
		t->who[i] = p[i / 64] >> (i % 64) & 1;
	free(codes);
	free(s);
	free(p);
	free(c);
}

void
qda_code_tally_free(struct qda_code_tally *t)
{
	free(t->who);
	t->who = NULL;
}
