/* speakers.c: turns by labels: forms are scored, then labels applied. */
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "formats/styled.h"
#include "formats/trial.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { SHOWN = 10 };
static const double	 DOUBT = 0.05, CERTAIN = 0.6;

static const char	*const whys[] = {
	[TAKEN] = "", [RARE] = N_("too rare for a speaker"),
	[LONG] = N_("too long for a name"), [STOP] = N_("a word of speech"),
	[NUMBER] = N_("a number"), [EVENT] = N_("an event, nobody's name"),
	[LIST] = N_("the number of a list"),
	[SCORE] = N_("does not alternate as speakers do"),
};

/* The best form, and whether it is good enough. */
static bool
choose(const struct search *s, struct trial *best)
{
	struct trial	 t;
	bool		 good, found = false;

	memset(best, 0, sizeof(*best));
	for (size_t i = 0; i < QDA_FORMS && best->score < CERTAIN; i++) {
		qda_trial_run(s, &t, i);
		good = t.score >= qda_forms[i].threshold;
		if (t.taken > 0 && (good > found || (good == found &&
		    (best->n == 0 || t.score > best->score)))) {
			qda_trial_free(best);
			*best = t;
		} else
			qda_trial_free(&t);
		found |= good;
	}
	return found;
}

/* A paragraph that begins with a label taken; see the second pass. */
static bool
exact_place(const struct search *s, struct trial *t, size_t from, size_t to,
    struct place *p)
{
	struct qda_label	 found;
	const char		*text = s->t->text + from;

	if (!(qda_forms[t->form].is & QDA_FORM_COLON) ||
	    !qda_label_find(s->patterns, t->form, true, text, to - from,
	    &found))
		return false;
	p->label = qda_trial_label(t, text + found.from,
	    found.to - found.from);
	p->start = from;
	p->text = from + found.text;
	p->time_ms = found.time_ms;
	p->end_ms = found.end_ms;
	return p->label != SIZE_MAX;
}

static size_t
close_turn(const struct search *s, struct trial *t, const struct place *p,
    size_t end, size_t *cap)
{
	struct label	*l = qda_trial_whose(t, p);
	size_t		 from = p->text, to = end, at;
	int64_t		 end_ms = p->end_ms;

	if (from > to || !qda_span_trim(s->t->text, &from, &to))
		return 1;
	if (l->voice == SIZE_MAX) {
		l->voice = qda_voice_add(s->t, l->text);
		if (l->asks * 2 > l->n)
			s->t->voices[l->voice].role = QDA_ROLE_INTERVIEWER;
	}
	if (end_ms < 0)
		end_ms = qda_label_end_time(s->t->text + from, to - from, &at);
	qda_speech_add(s->t, cap, l->voice, from, to, p->time_ms, end_ms);
	return 0;
}

/* Second pass: the labels taken, wherever a paragraph begins with one. */
static void
apply(const struct search *s, struct trial *t)
{
	struct place	 open = { .label = SIZE_MAX }, p;
	size_t		 at = 0, from, to, line, next = 0, cap = 0, empty = 0;

	for (size_t i = 0; i < t->n; i++)
		t->labels[i].voice = SIZE_MAX;
	for (line = 0; qda_paragraph_next(s->t->text, s->t->size, &at, &from,
	    &to); line++) {
		if (next < t->places_n && t->places[next].line == line)
			p = t->places[next++];
		else if (!exact_place(s, t, from, to, &p))
			continue;
		if (qda_trial_whose(t, &p)->why != TAKEN)
			continue;
		if (open.label != SIZE_MAX)
			empty += close_turn(s, t, &open, p.start, &cap);
		open = p;
	}
	if (open.label != SIZE_MAX)
		empty += close_turn(s, t, &open, s->t->size, &cap);
	if (empty > 0)
		qda_strings_take(&s->t->notes, qda_sprintf(ngettext(
		    "%zu label has no words behind it, and makes no turn",
		    "%zu labels have no words behind them, and make no turns",
		    empty), empty));
}

static int
by_count(const void *a, const void *b)
{
	const struct label	*x = *(const struct label *const *)a;
	const struct label	*y = *(const struct label *const *)b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return strcmp(x->key, y->key);
}

/* The labels left, most frequent first; all of them when nothing was found. */
static void
report(const struct search *s, const struct trial *t, bool found)
{
	const struct label	**left = qda_alloc(t->n, sizeof(*left));
	size_t			  n = 0;
	enum why		  why;

	for (size_t i = 0; i < t->n; i++)
		if (found ? t->labels[i].why != TAKEN : t->labels[i].n > 1)
			left[n++] = &t->labels[i];
	qsort(left, n, sizeof(*left), by_count);
	for (size_t i = 0; i < n && i < SHOWN; i++) {
		why = left[i]->why == TAKEN ? SCORE : left[i]->why;
		qda_rejected_add(s->t, left[i]->text, left[i]->n,
		    _(whys[why]));
	}
	if (n > SHOWN)
		qda_strings_take(&s->t->notes, qda_sprintf(ngettext(
		    "%zu more label that was seen is not a speaker",
		    "%zu more labels that were seen are no speakers",
		    n - SHOWN), n - SHOWN));
	free(left);
}

/* Nothing was taken, but it was near, or one person alone is labelled. */
static void
doubt(const struct search *s, const struct trial *t)
{
	const struct label	*l = NULL;

	for (size_t i = 0; i < t->n && l == NULL; i++)
		if (t->labels[i].why == TAKEN)
			l = &t->labels[i];
	if (l == NULL)
		return;
	if (t->taken == 1 && l->n > 2 && l->word != QDA_WORD_NONE)
		qda_strings_take(&s->t->notes, qda_sprintf(_("only '%s' is "
		    "labelled (%zu of %zu paragraphs): with '--question ^%s' "
		    "the others would be the participant's"), l->text, l->n,
		    s->lines, l->text));
	else if (t->score >= DOUBT)
		qda_strings_take(&s->t->notes, qda_sprintf(_("'%s' and others "
		    "may be speakers, but that is not sure (%.2f, needed: "
		    "%.2f); '--interviewer LABEL' settles it"), l->text,
		    t->score, qda_forms[t->form].threshold));
}

/* Dialogue by dashes is offered only: lists have them too. */
static void
offer_dashes(const struct search *s)
{
	static const char *const	 dashes[] = {
		"- ", "– ", "— ", "-\u00a0", "–\u00a0", "—\u00a0"
	};
	size_t	 at = 0, from, to, n = 0, size;

	while (qda_paragraph_next(s->t->text, s->t->size, &at, &from, &to))
		for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
			size = strlen(dashes[i]);
			n += to - from > size && memcmp(s->t->text + from,
			    dashes[i], size) == 0;
		}
	if (n > 2 && n * 2 >= s->lines)
		qda_strings_take(&s->t->notes, qda_sprintf(
		    _("%zu paragraphs begin with a dash: if two people speak "
		    "by turns there, labels before them would make turns"),
		    n));
}

static void
name_joined(const struct search *s, const struct trial *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->labels[i].same != i && t->labels[i].why == TAKEN)
			qda_strings_take(&s->t->notes, qda_sprintf(
			    _("'%s' is taken for '%s'"), t->labels[i].text,
			    t->labels[t->labels[i].same].text));
}

static size_t
count_lines(const char *s, size_t n)
{
	size_t	 at = 0, from, to, lines = 0;

	while (qda_paragraph_next(s, n, &at, &from, &to))
		lines++;
	return lines;
}

void
qda_speakers_find(struct qda_transcript *t, struct qda_labels *patterns,
    const char *const *asking, size_t asking_n)
{
	struct search	 s = { t, patterns, asking, asking_n, 0 };
	struct trial	 best;
	bool		 found;

	if (qda_cues_find(t))
		return;
	s.lines = count_lines(t->text, t->size);
	found = choose(&s, &best);
	if (found) {
		t->form = qda_forms[best.form].name;
		apply(&s, &best);
		name_joined(&s, &best);
	} else {
		doubt(&s, &best);
		offer_dashes(&s);
		qda_styled_offer(t);
	}
	report(&s, &best, found);
	qda_trial_free(&best);
}
