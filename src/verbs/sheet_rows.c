/* sheet_rows.c: a source cut into the rows of a sheet. */
#include <stdlib.h>
#include <string.h>

#include "qda/source.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "verbs/sheet.h"

/* ---- what cells show ----------------------------------------------------- */

char *
sheet_list_text(const char *joined)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (; *joined != '\0'; joined++)
		if (*joined == '\x1f')
			fputs("; ", m.f);
		else {
			if (*joined == ';')
				fputc('\\', m.f);
			fputc(*joined, m.f);
		}
	return qda_mem_text(&m);
}

/* The n-th of a joined list, or NULL behind the last; caller frees. */
static char *
item(const char *joined, size_t n)
{
	for (; n > 0; n--) {
		joined += strcspn(joined, "\x1f");
		if (*joined++ == '\0')
			return NULL;
	}
	return qda_strndup(joined, strcspn(joined, "\x1f"));
}

/* Whether all of a joined list are the same. */
static bool
all_same(const char *joined)
{
	char	*first = item(joined, 0), *next;
	bool	 same = true;

	for (size_t i = 1; same && (next = item(joined, i)) != NULL; i++) {
		same = strcmp(first, next) == 0;
		free(next);
	}
	free(first);
	return same;
}

char *
sheet_categories_text(const char *joined)
{
	struct qda_mem	 m;
	char		*one, *shown;

	if (all_same(joined)) {
		one = item(joined, 0);
		shown = sheet_list_text(one);
		free(one);
		return shown;
	}
	qda_mem_open(&m);
	for (size_t i = 0; (one = item(joined, i)) != NULL; i++) {
		shown = sheet_list_text(*one == '\0' ? "-" : one);
		fprintf(m.f, "%s%s", i > 0 ? "; " : "", shown);
		free(shown);
		free(one);
	}
	return qda_mem_text(&m);
}

char *
sheet_memos_text(const char *joined)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (; *joined != '\0'; joined++)
		fputs(*joined == '\x1f' ? "\n\n" :
		    (const char []){ *joined, '\0' }, m.f);
	return qda_mem_text(&m);
}

/* ---- what there is ------------------------------------------------------- */

static int
read_turns(struct sheet *s, struct qda_db *db, struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_turn	 t;
	int		 more;

	if (qda_turn_list(&walk, db, s->source, e) < 0)
		return -1;
	while ((more = qda_turn_next(walk, &t, e)) > 0) {
		s->turns = qda_grow(s->turns, &s->cap_turns, s->n_turns,
		    sizeof(*s->turns));
		s->turns[s->n_turns++] = (struct sheet_turn){ t.start, t.end,
		    t.seq, qda_strdup(t.label),
		    strcmp(t.role, "interviewer") == 0 };
	}
	return more;
}

static int
read_units(struct sheet *s, struct qda_db *db, int64_t coder,
    struct qda_err *e)
{
	struct db_rows	*walk;
	struct qda_unit	 u;
	int		 more;

	if (coder == QDA_NONE)
		return 0;
	if (qda_unit_list(&walk, db, s->source, coder, e) < 0)
		return -1;
	while ((more = qda_unit_next(walk, &u, e)) > 0) {
		s->units = qda_grow(s->units, &s->cap_units, s->n_units,
		    sizeof(*s->units));
		s->units[s->n_units++] = (struct sheet_unit){ u.start, u.end,
		    qda_strdup(u.label == NULL ? "" : u.label),
		    sheet_list_text(u.codes),
		    sheet_categories_text(u.categories),
		    sheet_memos_text(u.memos), true };
	}
	return more;
}

static int
read_source(struct sheet *s, struct qda_db *db, int64_t source,
    struct qda_err *e)
{
	struct qda_source	 found;

	if (qda_source_get(db, source, &found, e) < 0)
		return -1;
	s->source = source;
	s->revision = found.revision;
	s->name = (char *)(uintptr_t)found.name;
	return qda_source_text(db, source, 0, &s->text, &s->size, e);
}

/* ---- rows ---------------------------------------------------------------- */

struct cutting {
	struct sheet		*s;
	struct qda_cursor	 at;
	size_t			 again;		/* the next unit to look at */
	int64_t			 shown;		/* such rows of this turn go so
						   far */
};

static void
add(struct cutting *c, int64_t start, int64_t end,
    const struct sheet_turn *turn, const struct sheet_unit *unit)
{
	struct sheet	*s = c->s;

	s->lines = qda_grow(s->lines, &s->cap, s->n, sizeof(*s->lines));
	s->lines[s->n++] = (struct sheet_line){ start, end, turn, unit,
	    unit != NULL && unit->again };
}

/* The turn in which a place begins, or the next; NULL behind the last. */
static const struct sheet_turn *
turn_of(const struct sheet *s, int64_t start)
{
	size_t	 low = 0, high = s->n_turns;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (s->turns[mid].end <= start)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->n_turns ? &s->turns[low] : NULL;
}

/* Below a row the units that begin before its end. */
static void
add_again(struct cutting *c, int64_t end)
{
	struct sheet	*s = c->s;

	for (; c->again < s->n_units && s->units[c->again].start < end;
	    c->again++) {
		const struct sheet_unit	*u = &s->units[c->again];
		const struct sheet_turn	*turn = turn_of(s, u->start);

		if (!u->again)
			continue;
		add(c, u->start, u->end, turn, u);
		if (turn != NULL && u->end <= turn->end && u->end > c->shown)
			c->shown = u->end;
	}
}

static void
add_row(struct cutting *c, int64_t start, int64_t end,
    const struct sheet_turn *turn, const struct sheet_unit *unit)
{
	add(c, start, end, turn, unit);
	add_again(c, end);
}

/* What ends something, and begins nothing. */
static bool
is_closing(int32_t c)
{
	return qda_text_space(c) || c == 0xbb || c == 0x201d ||
	    (c > 0 && c < 0x80 && strchr(".,;:!?)]", (int)c) != NULL);
}

/*
 * Bytes without the white space at both ends, without closing marks at the
 * first; whether there is a word.
 */
static bool
trim(const char *s, size_t *from, size_t *to)
{
	size_t	 at = *from, last;
	bool	 words = false;
	int32_t	 c;

	while (at < *to && is_closing(qda_text_next(s, *to, &at)))
		*from = at;
	last = *from;
	for (at = *from; at < *to;) {
		c = qda_text_next(s, *to, &at);
		words |= qda_text_letter(c);
		if (!qda_text_space(c))
			last = at;
	}
	*to = last;
	return words;
}

/*
 * What is in no unit, sentence by sentence; what holds no word, or stands in a
 * row already, is no row.
 */
static void
add_sentences(struct cutting *c, int64_t start, int64_t end,
    const struct sheet_turn *turn)
{
	const char	*s = c->s->text;
	size_t		 from = qda_cursor_byte(&c->at, start), next, a, b;
	size_t		 to = qda_cursor_byte(&c->at, end);
	int64_t		 last;

	for (; from < to; from = next) {
		a = from;
		b = qda_text_sentence(s, to, from, &next);
		if (next <= from)
			break;
		if (!trim(s, &a, &b))
			continue;
		start = qda_cursor_point(&c->at, a);
		last = qda_cursor_point(&c->at, b);
		if (last > c->shown)
			add_row(c, start, last, turn, NULL);
	}
}

static void
add_rest(struct cutting *c, int64_t start, int64_t end,
    const struct sheet_turn *turn)
{
	if (!turn->asks)
		add_sentences(c, start, end, turn);
	else if (start < end)
		add_row(c, start, end, turn, NULL);
}

/* One turn, from its first unit that is no row yet. */
static void
cut(struct cutting *c, const struct sheet_turn *turn, size_t *unit)
{
	struct sheet	*s = c->s;
	int64_t		 at = turn->start;

	for (; *unit < s->n_units && s->units[*unit].start < turn->end;
	    (*unit)++) {
		const struct sheet_unit	*u = &s->units[*unit];

		if (u->again)
			continue;
		add_rest(c, at, u->start, turn);
		add_row(c, u->start, u->end, turn, u);
		at = u->end;
	}
	add_rest(c, at, turn->end, turn);
}

/* Units that stand in the order of the text once: the longer before. */
static void
choose(struct sheet *s)
{
	int64_t	 covered = 0;

	for (size_t i = 0; i < s->n_units; i++) {
		struct sheet_unit	*u = &s->units[i];
		const struct sheet_turn	*t = turn_of(s, u->start);

		if (u->start < covered || t == NULL ||
		    u->start < t->start || u->end > t->end ||
		    (t->asks && u->end - u->start < t->end - t->start))
			continue;
		u->again = false;
		covered = u->end;
	}
}

/* Text without any turn is one. */
static void
need_turn(struct sheet *s)
{
	int64_t	 length = qda_text_length(s->text, s->size);

	if (s->n_turns > 0 || length == 0)
		return;
	s->turns = qda_grow(s->turns, &s->cap_turns, 0, sizeof(*s->turns));
	s->turns[s->n_turns++] = (struct sheet_turn){ 0, length, 0, NULL,
	    false };
}

int
sheet_make(struct sheet *s, struct qda_db *db, int64_t source, int64_t coder,
    struct qda_err *e)
{
	struct cutting	 c = { .s = s };
	size_t		 unit = 0;

	memset(s, 0, sizeof(*s));
	if (read_source(s, db, source, e) < 0 || read_turns(s, db, e) < 0 ||
	    read_units(s, db, coder, e) < 0)
		return -1;
	need_turn(s);
	choose(s);
	qda_cursor_begin(&c.at, s->text, s->size);
	for (size_t i = 0; i < s->n_turns; i++)
		cut(&c, &s->turns[i], &unit);
	add_again(&c, INT64_MAX);
	return 0;
}

void
sheet_free(struct sheet *s)
{
	for (size_t i = 0; i < s->n_turns; i++)
		free(s->turns[i].who);
	for (size_t i = 0; i < s->n_units; i++) {
		free(s->units[i].label);
		free(s->units[i].codes);
		free(s->units[i].categories);
		free(s->units[i].memos);
	}
	free(s->turns);
	free(s->units);
	free(s->lines);
	free(s->name);
	free(s->text);
	memset(s, 0, sizeof(*s));
}
