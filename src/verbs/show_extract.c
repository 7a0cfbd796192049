/* show_extract.c: an extract with what stands beside it, for a document. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/quote.h"
#include "verbs/show.h"
#include "verbs/typography.h"

enum { QUESTION = 300 };	/* bytes: of more, only the last sentence */

/* Whose words they are: the participant's, or another speaker's. */
static const char *
who(const struct qda_verbatim *v)
{
	if (v->other)
		return v->speaker;
	return v->participant != NULL ? v->participant :
	    v->speaker != NULL ? v->speaker : v->name;
}

/* Bytes of the text on one line, as they are printed; NULL: no words. */
static char *
stretch(const char *text, size_t from, size_t to)
{
	char	*all, *line, *printed = NULL;

	if (from >= to || qda_text_words(text + from, to - from) == 0)
		return NULL;
	all = qda_strndup(text + from, to - from);
	line = quote_line(all);
	printed = typography_quoted(line);
	free(line);
	free(all);
	return printed;
}

/* From the beginning of the sentence before, or of this one, to `to`. */
static char *
sentence_before(const char *text, size_t from, size_t to)
{
	size_t	 start = from, next;

	while (from < to) {
		qda_text_sentence(text, to, from, &next);
		if (qda_text_words(text + from, to - from) > 0)
			start = from;
		from = next;
	}
	return stretch(text, start, to);
}

/* To the end of this sentence, or, where one ended, of the next. */
static char *
sentence_after(const char *text, size_t from, size_t to)
{
	size_t	 at = from, end = from, next;

	while (at < to) {
		end = qda_text_sentence(text, to, at, &next);
		if (qda_text_words(text + from, end - from) > 0)
			break;
		at = next;
	}
	return stretch(text, from, end);
}

/* Where the line that holds a byte begins, or ends. */
static size_t
line_begin(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

static void
read_sentences(struct show_extract *x, struct show_source *s,
    const struct qda_verbatim *v)
{
	const struct qda_voices	*t = &s->voices;
	struct qda_cursor	*c = &s->context.cursor;
	size_t			 i = qda_voices_at(t, v->start);
	size_t			 k = qda_voices_at(t, v->end - 1), from, to;
	size_t			 first, last;

	from = qda_cursor_byte(c, v->start);
	to = qda_cursor_byte(c, v->end);
	first = i < t->n && t->turns[i].start <= v->start ?
	    qda_cursor_byte(c, t->turns[i].start) :
	    line_begin(s->text, from);
	last = k < t->n && t->turns[k].start < v->end ?
	    qda_cursor_byte(c, t->turns[k].end) :
	    to + strcspn(s->text + to, "\n");
	x->before = sentence_before(s->text, first, from);
	x->after = sentence_after(s->text, to, last);
}

/* The turn before it in which somebody asks: its words, or the last ones. */
static void
read_question(struct show_extract *x, struct show_source *s, size_t turn)
{
	const struct qda_voices	*t = &s->voices;
	size_t			 from, to, next;
	char			*words;

	while (turn > 0 && !t->voices[t->turns[turn - 1].voice].asks)
		turn--;
	if (turn-- == 0)
		return;
	from = qda_cursor_byte(&s->context.cursor, t->turns[turn].start);
	to = qda_cursor_byte(&s->context.cursor, t->turns[turn].end);
	while (to - from > QUESTION) {
		qda_text_sentence(s->text, to, from, &next);
		if (next >= to)
			break;
		from = next;
	}
	words = stretch(s->text, from, to);
	if (words != NULL)
		x->question = qda_sprintf(_("%s: %s"),
		    t->voices[t->turns[turn].voice].label, words);
	free(words);
}

static char *
turns_of(void (*part)(struct context *, FILE *, int64_t), struct context *c,
    int64_t at)
{
	struct qda_mem	 m;
	char		*text, *printed;

	part(c, qda_mem_open(&m), at);
	text = qda_mem_text(&m);
	printed = *text == '\0' ? NULL : typography(text);
	free(text);
	return printed;
}

/* "turn 12", with its source where that is not who speaks. */
static char *
place(const struct qda_verbatim *v, const struct qda_voices *t, size_t turn,
    const char *said_by)
{
	if (turn >= t->n)
		return qda_address_text(v->name, v->start, v->end,
		    v->revision);
	if (strcmp(v->name, said_by) == 0)
		return qda_sprintf(_("turn %lld"),
		    (long long)t->turns[turn].seq);
	return qda_sprintf(_("%s, turn %lld"), v->name,
	    (long long)t->turns[turn].seq);
}

static enum show_stance
stance(const char *s)
{
	return s == NULL || strcmp(s, "illustrates") == 0 ? SHOW_FOR :
	    strcmp(s, "qualifies") == 0 ? SHOW_NUANCE : SHOW_AGAINST;
}

/* The words themselves, and who says them where. */
static void
read_words(struct show_extract *x, const struct qda_verbatim *v)
{
	char	*line = quote_line(v->words);

	x->code = v->code;
	x->stance = stance(v->stance);
	x->who = qda_strdup(who(v));
	x->other = v->other;
	x->words = typography_quoted(line);
	x->label = v->label == NULL ? NULL : typography_quoted(v->label);
	free(line);
}

int
show_extract_read(struct show_extract *x, struct qda_act *act,
    struct show_source *s, const struct qda_verbatim *v, long turns,
    const struct qda_attributes *list, struct qda_err *e)
{
	size_t	 turn;

	memset(x, 0, sizeof(*x));
	if (show_load(s, act->db, v->source, v->revision, turns, e) < 0)
		return -1;
	turn = qda_voices_at(&s->voices, v->start);
	if (turn < s->voices.n && s->voices.turns[turn].start >= v->end)
		turn = s->voices.n;
	read_words(x, v);
	x->place = place(v, &s->voices, turn, x->who);
	if (turns > 0) {
		x->before = turns_of(context_before, &s->context, v->start);
		x->after = turns_of(context_after, &s->context, v->end);
	} else {
		read_sentences(x, s, v);
		if (turn < s->voices.n)
			read_question(x, s, turn);
	}
	return quote_about(&x->about, act, list, v->other ? QDA_NONE :
	    qda_voices_person(&s->voices, turn), e);
}

void
show_extract_free(struct show_extract *x)
{
	free(x->who);
	free(x->about);
	free(x->words);
	free(x->label);
	free(x->place);
	free(x->question);
	free(x->before);
	free(x->after);
}
