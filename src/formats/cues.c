/*
 * cues.c: turns written as captions are, as Teams saves them in Word: a line
 * with two times, a name, the words.
 */
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { LONGEST = 60, NAMES = 20 };

struct cue {
	size_t	 from;			/* of its first line */
	size_t	 name, name_end, text;
	int64_t	 time_ms, end_ms;
};
struct cues {
	struct cue	*at;
	size_t		 n, cap;
};

/*
 * "0:0:3.28", "01:02:03,500", "4:05" in ms, and *s behind it; -1 when that is
 * none.
 */
static int64_t
read_time(const char **s, const char *end)
{
	const char	*p = *s;
	int64_t		 sum = 0, part, unit = 100;
	int		 parts = 0, digits;

	for (;; p++) {
		for (part = digits = 0; p < end && *p >= '0' && *p <= '9' &&
		    digits < 4; p++, digits++)
			part = part * 10 + (*p - '0');
		if (digits == 0 || (parts > 0 && part > 59) || ++parts > 3)
			return -1;
		sum = sum * 60 + part;
		if (p == end || *p != ':')
			break;
	}
	sum *= 1000;
	if (p < end && (*p == '.' || *p == ','))
		for (p++; p < end && *p >= '0' && *p <= '9'; p++, unit /= 10)
			sum += (*p - '0') * unit;
	*s = p;
	return parts > 1 ? sum : -1;
}

/* "0:0:0.0 --> 0:0:1.510", alone on its line. */
static bool
is_times(const char *s, size_t n, struct cue *c)
{
	const char	*end = s + n;

	s += strspn(s, " \t");
	if ((c->time_ms = read_time(&s, end)) < 0 || end - s < 6 ||
	    memcmp(s, " --> ", 5) != 0)
		return false;
	s += 5;
	c->end_ms = read_time(&s, end);
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	return s == end && c->end_ms >= c->time_ms;
}

/* All cues; false when one has no name and words below its times. */
static bool
collect(const struct qda_transcript *t, struct cues *all)
{
	size_t		 at = 0, from, to, line = 0;
	struct cue	 c = { .from = 0 }, *last;

	while (qda_paragraph_next(t->text, t->size, &at, &from, &to)) {
		last = all->n > 0 ? &all->at[all->n - 1] : NULL;
		if (is_times(t->text + from, to - from, &c)) {
			if (last != NULL && line < 2)
				return false;
			c.from = from;
			all->at = qda_grow(all->at, &all->cap, all->n,
			    sizeof(*all->at));
			all->at[all->n++] = c;
			line = 0;
		} else if (last != NULL && line++ == 0) {
			qda_span_trim(t->text, &from, &to);
			last->name = from;
			last->name_end = to;
		} else if (last != NULL && line == 2)
			last->text = from;
	}
	return all->n > 1 && line >= 2;
}

/* The voice of a cue; SIZE_MAX for what is no name, or one too many. */
static size_t
voice_of(struct qda_transcript *t, const struct cue *c)
{
	size_t	 n = c->name_end - c->name, i;
	char	*name;

	for (i = 0; i < t->voices_n; i++)
		if (strlen(t->voices[i].label) == n && memcmp(
		    t->voices[i].label, t->text + c->name, n) == 0)
			return i;
	if (t->voices_n == NAMES ||
	    qda_text_length(t->text + c->name, n) > LONGEST)
		return SIZE_MAX;
	name = qda_strndup(t->text + c->name, n);
	i = qda_voice_add(t, name);
	free(name);
	return i;
}

static void
forget(struct qda_transcript *t)
{
	for (size_t i = 0; i < t->voices_n; i++)
		free(t->voices[i].label);
	t->voices_n = t->turns_n = 0;
}

bool
qda_cues_find(struct qda_transcript *t)
{
	struct cues	 all = { .at = NULL };
	bool		 found = collect(t, &all);
	size_t		 cap = 0, voice;

	for (size_t i = 0; found && i < all.n; i++) {
		const struct cue	*c = &all.at[i];

		voice = voice_of(t, c);
		found = voice != SIZE_MAX;
		if (found)
			qda_speech_add(t, &cap, voice, c->text, i + 1 < all.n ?
			    c[1].from : t->size, c->time_ms, c->end_ms);
	}
	if (found && t->voices_n > all.n / 2 + 1)
		found = false;
	if (found)
		t->form = "cue";
	else
		forget(t);
	free(all.at);
	return found;
}
