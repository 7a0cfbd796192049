/* tag_review_borders.c: where a verbatim begins and ends, moved. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "verbs/tag_review.h"

/* A turn, or where there is none a line: bytes and code points. */
struct stretch {
	size_t	 from, to;
	int64_t	 start, end;
};

static void
line_at(const struct review *r, int64_t point, struct stretch *in)
{
	const char		*s = r->source.text;
	struct qda_cursor	 c;

	qda_cursor_begin(&c, s, r->source.size);
	in->from = in->to = qda_cursor_byte(&c, point);
	while (in->from > 0 && s[in->from - 1] != '\n')
		in->from--;
	while (in->to < r->source.size && s[in->to] != '\n')
		in->to++;
	while (in->to > in->from && strchr(" \t", s[in->to - 1]) != NULL)
		in->to--;
	in->start = qda_cursor_point(&c, in->from);
	in->end = qda_cursor_point(&c, in->to);
}

static void
turn_at(const struct review *r, int64_t point, struct stretch *in)
{
	const struct qda_voices	*v = &r->source.voices;
	size_t			 i = qda_voices_at(v, point);
	struct qda_cursor	 c;

	if (i == v->n || v->turns[i].start > point) {
		line_at(r, point, in);
		return;
	}
	qda_cursor_begin(&c, r->source.text, r->source.size);
	in->start = v->turns[i].start;
	in->end = v->turns[i].end;
	in->from = qda_cursor_byte(&c, in->start);
	in->to = qda_cursor_byte(&c, in->end);
}

static size_t
byte_of(const struct review *r, int64_t point)
{
	struct qda_cursor	 c;

	qda_cursor_begin(&c, r->source.text, r->source.size);
	return qda_cursor_byte(&c, point);
}

static int64_t
point_of(const struct review *r, size_t byte)
{
	struct qda_cursor	 c;

	qda_cursor_begin(&c, r->source.text, r->source.size);
	return qda_cursor_point(&c, byte);
}

static bool
set(struct review *r, int64_t start, int64_t end)
{
	struct qda_place	*p = &r->items[r->at].place;

	if (start >= end || (p->start == start && p->end == end))
		return false;
	p->start = start;
	p->end = end;
	p->whole = false;
	return true;
}

bool
review_turn(struct review *r)
{
	const struct qda_place	*p = &r->items[r->at].place;
	struct stretch		 first, last;

	turn_at(r, p->start, &first);
	turn_at(r, p->end - 1, &last);
	return set(r, first.start, last.end);
}

/* The sentence of a stretch in which a byte stands. */
static void
sentence_at(const struct review *r, const struct stretch *in, size_t byte,
    size_t *from, size_t *to)
{
	const char	*s = r->source.text + in->from;
	size_t		 n = in->to - in->from, at = 0, next = 0, end;

	do {
		at = next;
		end = qda_text_sentence(s, n, at, &next);
	} while (next < n && in->from + next <= byte);
	*from = in->from + at;
	*to = in->from + end;
}

bool
review_sentence(struct review *r)
{
	const struct qda_place	*p = &r->items[r->at].place;
	struct stretch		 in;
	size_t			 from, to, unused;

	turn_at(r, p->start, &in);
	sentence_at(r, &in, byte_of(r, p->start), &from, &unused);
	turn_at(r, p->end - 1, &in);
	sentence_at(r, &in, byte_of(r, p->end - 1), &unused, &to);
	return set(r, point_of(r, from), point_of(r, to));
}

/* ---- word by word ------------------------------------------------------ */

static bool
letter_at(const char *s, size_t n, size_t at)
{
	return qda_text_letter(qda_text_next(s, n, &at));
}

static size_t
next_byte(const char *s, size_t n, size_t at)
{
	qda_text_next(s, n, &at);
	return at;
}

static size_t
byte_before(const char *s, size_t at)
{
	while (at > 0 && (s[--at] & 0xc0) == 0x80)
		continue;
	return at;
}

/* Behind the next word end at or after a byte; to when there is none. */
static size_t
word_end(const char *s, size_t at, size_t to)
{
	while (at < to && !letter_at(s, to, at))
		at = next_byte(s, to, at);
	while (at < to && letter_at(s, to, at))
		at = next_byte(s, to, at);
	return at;
}

/* Where the word before a byte begins. */
static size_t
word_start(const char *s, size_t at, size_t from)
{
	while (at > from && !letter_at(s, at, byte_before(s, at)))
		at = byte_before(s, at);
	while (at > from && letter_at(s, at, byte_before(s, at)))
		at = byte_before(s, at);
	return at;
}

/* The end one word on, or back. */
static bool
step_end(struct review *r, bool less)
{
	const struct qda_place	*p = &r->items[r->at].place;
	const char		*s = r->source.text;
	struct stretch		 in;
	size_t			 at = byte_of(r, p->end), start, before;

	turn_at(r, p->end - 1, &in);
	if (!less) {
		before = at;
		at = word_end(s, at, in.to);
		return at > before && set(r, p->start, point_of(r, at));
	}
	start = byte_of(r, p->start);
	at = word_start(s, at, start);
	while (at > start && !letter_at(s, at, byte_before(s, at)))
		at = byte_before(s, at);
	return at > start && set(r, p->start, point_of(r, at));
}

static bool
step_start(struct review *r, bool less)
{
	const struct qda_place	*p = &r->items[r->at].place;
	const char		*s = r->source.text;
	struct stretch		 in;
	size_t			 at = byte_of(r, p->start), end, before;

	turn_at(r, p->start, &in);
	if (!less) {
		before = at;
		at = word_start(s, at, in.from);
		return at < before && letter_at(s, before, at) &&
		    set(r, point_of(r, at), p->end);
	}
	end = byte_of(r, p->end);
	at = word_end(s, at, end);
	while (at < end && !letter_at(s, end, at))
		at = next_byte(s, end, at);
	return at < end && set(r, point_of(r, at), p->end);
}

bool
review_step(struct review *r, const char *keys)
{
	bool	 less = *keys == '-', moved = false;
	long	 n = 1;
	char	*end;

	keys += less;
	if (*keys >= '0' && *keys <= '9') {
		n = strtol(keys, &end, 10);
		keys = end;
	}
	for (; *keys == '<' || *keys == '>'; keys++)
		for (long i = 0; i < n; i++) {
			if (!(*keys == '<' ? step_start(r, less) :
			    step_end(r, less)))
				break;
			moved = true;
		}
	return moved;
}

/* ---- by its words ------------------------------------------------------ */

/* How far a match is from the verbatim as it is; 0: they share words. */
static int64_t
distance(const struct qda_place *p, const struct qda_match *m, int64_t base)
{
	if (base + m->start >= p->end)
		return base + m->start - p->end + 1;
	return base + m->end <= p->start ? p->start - base - m->end + 1 : 0;
}

/* The match nearest to where it is now. */
static bool
match(struct review *r, const char *words, const struct stretch *in)
{
	const struct qda_place	*p = &r->items[r->at].place;
	struct qda_anchor	*anchor = qda_anchor_new(words, strlen(words));
	struct qda_folded	 folded;
	struct qda_match	*m = NULL;
	size_t			 n, best = 0;
	bool			 found = false;

	if (anchor == NULL)
		return false;
	qda_text_fold(&folded, r->source.text + in->from, in->to - in->from);
	n = qda_anchor_find(anchor, &folded, &m);
	for (size_t i = 1; i < n; i++)
		if (distance(p, &m[i], in->start) <
		    distance(p, &m[best], in->start))
			best = i;
	if (n > 0) {
		set(r, in->start + m[best].start, in->start + m[best].end);
		found = true;
	}
	free(m);
	qda_folded_free(&folded);
	qda_anchor_free(anchor);
	return found;
}

/* The turns that are shown. */
static void
shown(const struct review *r, struct stretch *in)
{
	const struct qda_place	*p = &r->items[r->at].place;
	const struct qda_voices	*v = &r->source.voices;
	size_t			 i = qda_voices_at(v, p->start);
	size_t			 j = qda_voices_at(v, p->end - 1);
	struct stretch		 last;

	turn_at(r, p->start, in);
	turn_at(r, p->end - 1, &last);
	if (i > 0 && i < v->n)
		turn_at(r, v->turns[i - 1].start, in);
	if (j + 1 < v->n)
		turn_at(r, v->turns[j + 1].start, &last);
	in->to = last.to;
	in->end = last.end;
}

/* "first ... last" as qda/anchor.h has it: "first [...] last". */
static char *
with_gaps(const char *typed)
{
	struct qda_mem	 m;
	size_t		 n;

	qda_mem_open(&m);
	for (; *typed != '\0'; typed += n) {
		n = strncmp(typed, "…", strlen("…")) == 0 ? strlen("…") :
		    strncmp(typed, "...", 3) == 0 ? 3 : 0;
		if (n > 0)
			fputs(" [...] ", m.f);
		else {
			n = 1;
			putc(*typed, m.f);
		}
	}
	return qda_mem_text(&m);
}

bool
review_find(struct review *r, const char *typed)
{
	struct stretch	 in;
	char		*gaps;
	bool		 found;

	if (qda_text_invalid(typed, strlen(typed)) < strlen(typed))
		return false;
	shown(r, &in);
	if (match(r, typed, &in))
		return true;
	gaps = with_gaps(typed);
	found = match(r, gaps, &in);
	free(gaps);
	return found;
}
