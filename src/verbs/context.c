/* context.c: a stretch of speech with the turns around it. */
#include <stdbool.h>
#include <string.h>

#include "verbs/context.h"

void
context_begin(struct context *c, const char *text, size_t size,
    const struct qda_voices *voices, long turns)
{
	c->text = text;
	c->size = size;
	c->voices = voices;
	c->turns = turns;
	qda_cursor_begin(&c->cursor, text, size);
}

/* The bytes [from, to) on one line. */
static void
put_words(const struct context *c, FILE *f, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		putc(c->text[i] == '\n' || c->text[i] == '\t' ? ' ' :
		    c->text[i], f);
}

static void
put_label(const struct context *c, FILE *f, size_t turn)
{
	const struct qda_voices	*v = c->voices;

	fprintf(f, "%s : ", v->voices[v->turns[turn].voice].label);
}

/* Turn i, the part of it in [start, end) in brackets. */
static void
put_turn(struct context *c, FILE *f, size_t i, int64_t start, int64_t end)
{
	const struct qda_utterance	*t = &c->voices->turns[i];
	size_t			 at = qda_cursor_byte(&c->cursor, t->start);
	size_t			 to;

	put_label(c, f, i);
	if (start < t->end && end > t->start) {
		to = qda_cursor_byte(&c->cursor,
		    start > t->start ? start : t->start);
		put_words(c, f, at, to);
		putc('[', f);
		at = qda_cursor_byte(&c->cursor, end < t->end ? end : t->end);
		put_words(c, f, to, at);
		putc(']', f);
	}
	put_words(c, f, at, qda_cursor_byte(&c->cursor, t->end));
}

/* The byte where the line of another begins; where it ends. */
static size_t
line_start(const struct context *c, size_t at)
{
	while (at > 0 && c->text[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct context *c, size_t at)
{
	while (at < c->size && c->text[at] != '\n')
		at++;
	return at;
}

/* The same so many lines before, and behind; blank lines are none. */
static size_t
lines_back(const struct context *c, size_t at, long lines)
{
	size_t	 words;

	at = line_start(c, at);
	while (lines-- > 0) {
		for (words = at; words > 0 && c->text[words - 1] == '\n';)
			words--;
		if (words == 0)
			break;
		at = line_start(c, words);
	}
	return at;
}

static size_t
lines_on(const struct context *c, size_t at, long lines)
{
	size_t	 words;

	at = line_end(c, at);
	while (lines-- > 0) {
		for (words = at; words < c->size && c->text[words] == '\n';)
			words++;
		if (words == c->size)
			break;
		at = line_end(c, words);
	}
	return at;
}

static size_t
turns_back(const struct context *c, size_t i)
{
	return i < (size_t)c->turns ? 0 : i - (size_t)c->turns;
}

/* Behind the last turn that begins before a place. */
static size_t
turns_until(const struct qda_voices *v, int64_t end)
{
	size_t	 i = qda_voices_at(v, end - 1);

	return i < v->n && v->turns[i].start < end ? i + 1 : i;
}

void
context_before(struct context *c, FILE *f, int64_t start)
{
	size_t	 i = qda_voices_at(c->voices, start), at, line;

	if (c->voices->n == 0) {
		at = qda_cursor_byte(&c->cursor, start);
		line = line_start(c, at);
		at = lines_back(c, at, c->turns);
		while (line > at && c->text[line - 1] == '\n')
			line--;
		put_words(c, f, at, line);
		return;
	}
	for (size_t k = turns_back(c, i); k < i; k++) {
		put_turn(c, f, k, 0, 0);
		if (k + 1 < i)
			putc('\n', f);
	}
}

void
context_after(struct context *c, FILE *f, int64_t end)
{
	size_t	 from = turns_until(c->voices, end), to, at;

	if (c->voices->n == 0) {
		to = qda_cursor_byte(&c->cursor, end);
		at = line_end(c, to);
		to = lines_on(c, to, c->turns);
		while (at < to && c->text[at] == '\n')
			at++;
		put_words(c, f, at, to);
		return;
	}
	to = c->voices->n - from < (size_t)c->turns ? c->voices->n :
	    from + (size_t)c->turns;
	for (size_t k = from; k < to; k++) {
		put_turn(c, f, k, 0, 0);
		if (k + 1 < to)
			putc('\n', f);
	}
}

/* Lines of a text that has no turns. */
static void
block_of_lines(struct context *c, FILE *f, int64_t start, int64_t end)
{
	size_t	 a = qda_cursor_byte(&c->cursor, start);
	size_t	 b = qda_cursor_byte(&c->cursor, end);

	putc('\t', f);
	put_words(c, f, lines_back(c, a, c->turns), a);
	putc('[', f);
	put_words(c, f, a, b);
	putc(']', f);
	put_words(c, f, b, lines_on(c, b, c->turns));
	putc('\n', f);
}

void
context_block(struct context *c, FILE *f, int64_t start, int64_t end)
{
	const struct qda_voices	*v = c->voices;
	size_t			 i = qda_voices_at(v, start);
	size_t			 to = turns_until(v, end);

	if (v->n == 0 || i >= to) {
		block_of_lines(c, f, start, end);
		return;
	}
	to = v->n - to < (size_t)c->turns ? v->n : to + (size_t)c->turns;
	for (size_t k = turns_back(c, i); k < to; k++) {
		putc('\t', f);
		put_turn(c, f, k, start, end);
		putc('\n', f);
	}
}
