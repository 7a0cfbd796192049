/* find.c: where a pattern occurs in what is said. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/regex.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/voice.h"
#include "verbs/context.h"

enum unit { MATCH, SENTENCE, TURN };
enum { AROUND = 40 };		/* characters left and right of a match */

/* A stretch in which nobody else speaks. */
struct stretch {
	size_t	 from, to;	/* bytes */
	size_t	 turn;		/* n of the voices when it is in none */
};

struct finder {
	struct qda_act		*act;
	const struct qda_find	*want;
	enum unit		 unit;
	struct qda_regex	*regex;
	struct qda_table	*table;		/* NULL: blocks, or a count */
	int64_t			*sources, *people;
	int64_t			 hits;
	long			 around;

	/* the source at hand */
	const struct qda_source	*source;
	struct qda_voices	 voices;
	struct qda_cursor	 edges, hit;
	struct context		 context;
	struct stretch		 in;
	size_t			 from, to;	/* found, not yet printed */
	size_t			 sentence, end, next;	/* the one reached */

	/* cells being put together */
	char			*address, *cell;
	size_t			 cap;
};

static const struct qda_column	 columns[] = {
	{ "address", QDA_CELL_TEXT }, { "source", QDA_CELL_TEXT },
	{ "speaker", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
};
static const struct qda_column	 kwic_columns[] = {
	{ "address", QDA_CELL_TEXT }, { "source", QDA_CELL_TEXT },
	{ "speaker", QDA_CELL_TEXT }, { "left", QDA_CELL_LEFT },
	{ "match", QDA_CELL_TEXT }, { "right", QDA_CELL_TEXT },
};
static const struct qda_column	 context_columns[] = {
	{ "address", QDA_CELL_TEXT }, { "source", QDA_CELL_TEXT },
	{ "speaker", QDA_CELL_TEXT }, { "before", QDA_CELL_TEXT },
	{ "after", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
};

/* A cell of n bytes; an empty one is "-" where shells read columns. */
static void
put_bytes(struct finder *f, const char *s, size_t n)
{
	f->cell = qda_grow(f->cell, &f->cap, n, 1);
	memcpy(f->cell, s, n);
	f->cell[n] = '\0';
	qda_table_some(f->table, f->cell);
}

/* The byte that many characters before, or behind, another. */
static size_t
back(const char *s, size_t from, size_t at, long points)
{
	while (at > from && points > 0)
		points -= (s[--at] & 0xc0) != 0x80;
	return at;
}

static size_t
on(const char *s, size_t to, size_t at, long points)
{
	for (; at < to; at++)
		if ((s[at] & 0xc0) != 0x80 && points-- == 0)
			break;
	return at;
}

static void
put_kwic(struct finder *f, size_t from, size_t to)
{
	const char	*s = f->source->text;
	size_t		 left = back(s, f->in.from, from, f->around);

	put_bytes(f, s + left, from - left);
	put_bytes(f, s + from, to - from);
	put_bytes(f, s + to, on(s, f->in.to, to, f->around) - to);
}

static void
put_around(struct finder *f, int64_t start, int64_t end)
{
	void		(*const parts[])(struct context *, FILE *, int64_t) = {
				context_before, context_after };
	const int64_t	 at[] = { start, end };
	struct qda_mem	 m;
	char		*text;

	for (size_t i = 0; i < 2; i++) {
		parts[i](&f->context, qda_mem_open(&m), at[i]);
		text = qda_mem_text(&m);
		qda_table_some(f->table, text);
		free(text);
	}
}

static const char *
speaker(const struct finder *f)
{
	const struct qda_voices	*v = &f->voices;

	return f->in.turn < v->n ? v->voices[v->turns[f->in.turn].voice].label
	    : NULL;
}

static void
print_hit(struct finder *f, size_t from, size_t to)
{
	int64_t	 start = qda_cursor_point(&f->hit, from);
	int64_t	 end = qda_cursor_point(&f->hit, to);
	int	 n;

	n = sprintf(f->address, "%s:%lld-%lld", f->source->name,
	    (long long)start, (long long)end);
	if (f->source->revision > 1)
		sprintf(f->address + n, "@%lld",
		    (long long)f->source->revision);
	if (f->table == NULL) {
		fprintf(f->act->out, "%s\n", f->address);
		context_block(&f->context, f->act->out, start, end);
		return;
	}
	qda_table_text(f->table, f->address);
	qda_table_text(f->table, f->source->name);
	qda_table_some(f->table, speaker(f));
	if (f->want->kwic) {
		put_kwic(f, from, to);
		return;
	}
	if (f->want->context > 0)
		put_around(f, start, end);
	put_bytes(f, f->source->text + from, to - from);
}

/* What was found last is complete. */
static void
flush(struct finder *f)
{
	if (f->to <= f->from)
		return;
	f->hits++;
	if (!f->want->count && !f->act->quiet)
		print_hit(f, f->from, f->to);
	f->from = f->to = 0;
}

/* Adds bytes to what was found: more of the same, or the next. */
static void
take(struct finder *f, size_t from, size_t to)
{
	if (f->to > f->from && from < f->to) {
		if (to > f->to)
			f->to = to;
		return;
	}
	flush(f);
	f->from = from;
	f->to = to;
}

static void
next_sentence(struct finder *f)
{
	f->sentence = f->next;
	f->end = f->in.from + qda_text_sentence(f->source->text + f->in.from,
	    f->in.to - f->in.from, f->sentence - f->in.from, &f->next);
	f->next += f->in.from;
}

/* The sentences that a hit touches. */
static void
take_sentences(struct finder *f, size_t from, size_t to)
{
	size_t	 first;

	while (f->end <= from && f->next < f->in.to)
		next_sentence(f);
	first = f->sentence;
	while (f->end < to && f->next < f->in.to)
		next_sentence(f);
	take(f, first, f->end > to ? f->end : to);
}

/* The lines that a hit touches, where there is no turn. */
static void
take_lines(struct finder *f, size_t from, size_t to)
{
	const char	*s = f->source->text;

	while (from > f->in.from && s[from - 1] != '\n')
		from--;
	while (to < f->in.to && s[to] != '\n')
		to++;
	take(f, from, to);
}

static void
found(struct finder *f, size_t from, size_t to)
{
	if (f->unit == SENTENCE)
		take_sentences(f, from, to);
	else if (f->unit == MATCH) {
		flush(f);
		take(f, from, to);
	} else if (f->in.turn < f->voices.n)
		take(f, f->in.from, f->in.to);
	else
		take_lines(f, from, to);
}

/* All hits in the stretch at hand; a pattern sees nothing outside it. */
static int
search(struct finder *f, struct qda_err *e)
{
	const char	*s = f->source->text + f->in.from;
	size_t		 n = f->in.to - f->in.from, at = 0, from, to;
	int		 rc = 0;

	f->sentence = f->end = f->next = f->in.from;
	while (at <= n &&
	    (rc = qda_regex_next(f->regex, s, n, at, &from, &to, e)) > 0) {
		if (to > from && from >= at)
			found(f, f->in.from + from, f->in.from + to);
		if (f->act->quiet && f->to > f->from)
			break;
		at = to > from && to > at ? to : on(s, n, at, 1);
		if (at == n)
			break;
	}
	flush(f);
	return rc < 0 ? -1 : 0;
}

/* The code points [start, end), spoken in that turn. */
static int
search_points(struct finder *f, int64_t start, int64_t end, size_t turn,
    struct qda_err *e)
{
	f->in.from = qda_cursor_byte(&f->edges, start);
	f->hit.byte = f->in.from;
	f->hit.point = start;
	f->in.to = qda_cursor_byte(&f->edges, end);
	f->in.turn = turn;
	return search(f, e);
}

static bool
is_one(int64_t id, const int64_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == id)
			return true;
	return false;
}

/* Whether the words of turn i (n: of no turn) are to be searched. */
static bool
wanted(const struct finder *f, size_t i)
{
	const struct qda_voices	*v = &f->voices;

	if (!f->want->all && i < v->n &&
	    !v->voices[v->turns[i].voice].participant)
		return false;
	return f->people == NULL || is_one(qda_voices_person(v, i), f->people,
	    f->want->n_participants);
}

/*
 * What stands between two turns, up to the line on which the next begins:
 * headings, but no speaker's label.
 */
static int
search_gap(struct finder *f, int64_t start, int64_t end, struct qda_err *e)
{
	const char	*s = f->source->text;

	if (!f->want->all || end <= start || !wanted(f, f->voices.n))
		return 0;
	f->in.from = qda_cursor_byte(&f->edges, start);
	f->hit.byte = f->in.from;
	f->hit.point = start;
	f->in.to = qda_cursor_byte(&f->edges, end);
	while (f->in.to > f->in.from && f->in.to < f->source->size &&
	    s[f->in.to - 1] != '\n')
		f->in.to--;
	f->in.turn = f->voices.n;
	return search(f, e);
}

static int
search_source(struct finder *f, const struct qda_source *s, struct qda_err *e)
{
	const struct qda_voices	*v = &f->voices;
	int64_t			 end = 0;

	f->source = s;
	qda_cursor_begin(&f->edges, s->text, s->size);
	qda_cursor_begin(&f->hit, s->text, s->size);
	if (qda_voices_load(&f->voices, f->act->db, s->id, s->revision, e) < 0)
		return -1;
	context_begin(&f->context, s->text, s->size, v, f->want->context);
	free(f->address);
	f->address = qda_alloc(strlen(s->name) + 72, 1);
	if (v->n == 0)
		return !wanted(f, 0) ? 0 :
		    search_points(f, 0, s->length, 0, e);
	for (size_t i = 0; i < v->n; i++) {
		if (search_gap(f, end, v->turns[i].start, e) < 0 ||
		    (wanted(f, i) && search_points(f, v->turns[i].start,
		    v->turns[i].end, i, e) < 0))
			return -1;
		end = v->turns[i].end;
	}
	return search_gap(f, end, s->length, e);
}

static int
search_all(struct finder *f, struct qda_err *e)
{
	struct qda_source	 s;
	struct db_rows		*rows;
	int			 more;

	if (qda_source_list(&rows, f->act->db, true, e) < 0)
		return -1;
	while ((more = qda_source_next(rows, &s, e)) > 0) {
		if (f->sources != NULL && !is_one(s.id, f->sources,
		    f->want->n_sources))
			continue;
		if (search_source(f, &s, e) < 0) {
			qda_fail_in(e, _("'%s'"), s.name);
			more = -1;
			break;
		}
		if (f->act->quiet && f->hits > 0)
			break;
	}
	if (more != 0)
		qda_source_stop(rows);
	return more < 0 ? -1 : 0;
}

static int
read_unit(struct finder *f, struct qda_err *e)
{
	static const char	*const units[] = {
		[MATCH] = "match", [SENTENCE] = "sentence", [TURN] = "turn"
	};

	f->unit = MATCH;
	if (f->want->unit == NULL)
		return 0;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (strcmp(f->want->unit, units[i]) == 0) {
			f->unit = (enum unit)i;
			return 0;
		}
	return qda_fail(e, QDA_USAGE,
	    _("-u %s: units are match, sentence, turn"), f->want->unit);
}

/* The ids of names; NULL when none were given. */
static int
read_names(int64_t **ids, struct qda_db *db, const char *const *names,
    size_t n, int (*need)(struct qda_db *, const char *, int64_t *,
    struct qda_err *), struct qda_err *e)
{
	*ids = n == 0 ? NULL : qda_alloc(n, sizeof(**ids));
	for (size_t i = 0; i < n; i++)
		if (need(db, names[i], &(*ids)[i], e) < 0)
			return -1;
	return 0;
}

static struct qda_table *
open_table(const struct finder *f)
{
	struct qda_act	*act = f->act;

	if (f->want->count || act->quiet)
		return NULL;
	if (f->want->kwic)
		return qda_act_table(act, kwic_columns, 6);
	if (f->want->context == 0)
		return qda_act_table(act, columns, 4);
	return f->want->plain ? qda_act_table(act, context_columns, 6) : NULL;
}

static int
find(struct finder *f, struct qda_err *e)
{
	const struct qda_find	*want = f->want;

	if (read_unit(f, e) < 0 ||
	    qda_regex_open(&f->regex, want->pattern, want->flags, e) < 0 ||
	    read_names(&f->sources, f->act->db, want->sources,
	    want->n_sources, qda_source_need, e) < 0 ||
	    read_names(&f->people, f->act->db, want->participants,
	    want->n_participants, qda_participant_need, e) < 0)
		return -1;
	f->table = open_table(f);
	return search_all(f, e);
}

/* To a person at a terminal, for whom silence says little. */
static void
say_nothing_found(struct qda_act *act, const struct qda_find *want)
{
	if (act->width == 0 || want->count)
		return;
	if (!(want->flags & QDA_REGEX_WORDS))
		qda_act_say(act, want->flags & QDA_REGEX_NOCASE ?
		    _("nothing found; accents count but with -w") :
		    _("nothing found; case and accents count but with -w"));
	else if (strpbrk(want->pattern, "\\[(|?.+*^$") != NULL)
		qda_act_say(act, _("nothing found; with -w the pattern is "
		    "words, not an expression"));
	else
		qda_act_say(act, _("nothing found"));
}

int
qda_do_find(struct qda_act *act, const struct qda_find *want,
    struct qda_err *e)
{
	struct finder	 f = { .act = act, .want = want, .around = AROUND };
	char		*whose;
	int		 rc;

	/* nobody's codings count here, but "-c" is no count either */
	if (qda_act_whose(act, &whose, e) < 0)
		return -1;
	free(whose);
	if (act->as == QDA_AS_TABLE && act->width > 0)
		f.around = act->width < 90 ? 20 : (act->width - 40) / 3;
	rc = find(&f, e);
	if (rc == 0 && want->count)
		fprintf(act->out, "%lld\n", (long long)f.hits);
	if (rc == 0 && f.hits == 0)
		say_nothing_found(act, want);
	qda_table_close(f.table);
	qda_regex_close(f.regex);
	qda_voices_free(&f.voices);
	free(f.sources);
	free(f.people);
	free(f.address);
	free(f.cell);
	return rc < 0 ? -1 : f.hits == 0;
}
