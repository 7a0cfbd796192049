/* speakers.c: turns by labels: forms are scored, then labels applied. */
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { SHORT = 60, TINY = 10, LONGEST = 34, MANY = 20, SHOWN = 10 };
static const double	 DOUBT = 0.05, CERTAIN = 0.6;

enum why { TAKEN, RARE, LONG, STOP, NUMBER, EVENT, LIST, SCORE };
static const char	*const whys[] = {
	[TAKEN] = "", [RARE] = N_("too rare for a speaker"),
	[LONG] = N_("too long for a name"), [STOP] = N_("a word of speech"),
	[NUMBER] = N_("a number"), [EVENT] = N_("an event, nobody's name"),
	[LIST] = N_("the number of a list"),
	[SCORE] = N_("does not alternate as speakers do"),
};

struct label {
	char		*text, *key;
	size_t		 n;		/* paragraphs that begin with it */
	size_t		 same;		/* the label this one is, or itself */
	size_t		 voice;
	enum why	 why;
	enum qda_role_word word;
	size_t		 asks;		/* of which with a '?' behind */
	bool		 code, initials, named;
};

struct seen {				/* a spelling, or a key */
	char	*s;
	size_t	 label;
};

struct place {				/* a paragraph that has a label */
	size_t	 line, label, start, text;
	int64_t	 time_ms, end_ms;
};

/* One form tried on the whole text. */
struct trial {
	size_t		 form;
	struct label	*labels;
	struct place	*places;
	size_t		 n, cap, places_n, places_cap;
	void		*spellings, *keys;	/* trees of struct seen */
	double		 score;
	size_t		 taken;		/* labels */
};

struct search {
	struct qda_transcript	*t;
	struct qda_labels	*patterns;
	const char *const	*asking;
	size_t			 asking_n, lines;
};

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct seen *)a)->s,
	    ((const struct seen *)b)->s);
}

static void
free_seen(void *p)
{
	free(((struct seen *)p)->s);
	free(p);
}

static struct seen *
find_seen(void *const *tree, const char *s)
{
	const struct seen	 key = { .s = (char *)(uintptr_t)s };
	void			*at = tfind(&key, tree, by_text);

	return at == NULL ? NULL : *(struct seen **)at;
}

static void
add_seen(void **tree, const char *s, size_t label)
{
	struct seen	*made = qda_alloc(1, sizeof(*made));

	made->s = qda_strdup(s);
	made->label = label;
	tsearch(made, tree, by_text);
}

static void
trial_free(struct trial *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->labels[i].text);
		free(t->labels[i].key);
	}
	free(t->labels);
	free(t->places);
	tdestroy(t->spellings, free_seen);
	tdestroy(t->keys, free_seen);
	memset(t, 0, sizeof(*t));
}

/* One to three capitals: the initials of somebody. */
static bool
initials(const char *s)
{
	size_t	 at = 0, n = strlen(s), letters = 0;
	int32_t	 c;

	for (; (c = qda_text_next(s, n, &at)) >= 0; letters++)
		if ((c < 'A' || c > 'Z') && (c < 0xc0 || c > 0xdd))
			return false;
	return letters >= 1 && letters <= 3;
}

static bool
is_named(const struct search *s, const char *key)
{
	bool	 named = false;

	for (size_t i = 0; i < s->asking_n && !named; i++) {
		char	*k = qda_label_fold(s->asking[i],
			    strlen(s->asking[i]));

		named = strcmp(k, key) == 0;
		free(k);
	}
	return named;
}

static size_t
new_label(const struct search *s, struct trial *t, const char *key,
    const char *spelling)
{
	struct label	*l;

	t->labels = qda_grow(t->labels, &t->cap, t->n, sizeof(*t->labels));
	l = &t->labels[t->n];
	memset(l, 0, sizeof(*l));
	l->text = qda_strdup(spelling);
	l->key = qda_strdup(key);
	l->same = t->n;
	l->word = qda_label_word(key);
	l->code = qda_label_code(key);
	l->initials = initials(spelling);
	l->named = is_named(s, key);
	add_seen(&t->keys, key, t->n);
	return t->n++;
}

/* The label of a spelling; SIZE_MAX when it is new and s is NULL. */
static size_t
label_of(const struct search *s, struct trial *t, const char *text, size_t n)
{
	char		*spelling = qda_strndup(text, n), *key = NULL;
	struct seen	*seen = find_seen(&t->spellings, spelling);
	size_t		 label = SIZE_MAX;

	if (seen == NULL) {
		key = qda_label_fold(text, n);
		seen = find_seen(&t->keys, key);
		if (seen != NULL)
			label = seen->label;
		else if (s != NULL)
			label = new_label(s, t, key, spelling);
		if (label != SIZE_MAX)
			add_seen(&t->spellings, spelling, label);
	} else
		label = seen->label;
	free(spelling);
	free(key);
	return label;
}

/* "Q7." is the seventh question, not the seventh person. */
static size_t
without_number(const char *s, size_t n)
{
	if (n > 1 && (s[0] == 'Q' || s[0] == 'R') && s[1] >= '0' &&
	    s[1] <= '9')
		return 1;
	return n;
}

static void
collect(const struct search *s, struct trial *t)
{
	const char		*text = s->t->text;
	size_t			 at = 0, from, to, line;
	struct qda_label	 found;
	struct place		*p;

	for (line = 0; qda_paragraph_next(text, s->t->size, &at, &from, &to);
	    line++) {
		if (!qda_label_find(s->patterns, t->form, false, text + from,
		    to - from, &found))
			continue;
		if (qda_forms[t->form].is & QDA_FORM_LISTS)
			found.to = found.from + without_number(text + from +
			    found.from, found.to - found.from);
		t->places = qda_grow(t->places, &t->places_cap, t->places_n,
		    sizeof(*t->places));
		p = &t->places[t->places_n++];
		p->line = line;
		p->label = label_of(s, t, text + from + found.from,
		    found.to - found.from);
		p->start = from;
		p->text = from + found.text;
		p->time_ms = found.time_ms;
		p->end_ms = found.end_ms;
		t->labels[p->label].n++;
		t->labels[p->label].asks += found.asks;
	}
}

/* "Interviewer (I)" and "I", "GD" and "GD (Gérard Ducos)" are one person. */
static void
join_declared(struct trial *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct label	*l = &t->labels[i], *other;
		char		*open = strstr(l->key, " ("), *part;
		struct seen	*seen;

		if (open == NULL || l->key[strlen(l->key) - 1] != ')')
			continue;
		part = qda_strndup(l->key, (size_t)(open - l->key));
		seen = find_seen(&t->keys, part);
		free(part);
		part = qda_strndup(open + 2, strlen(open + 2) - 1);
		if (seen == NULL)
			seen = find_seen(&t->keys, part);
		free(part);
		if (seen == NULL || seen->label == i)
			continue;
		other = &t->labels[seen->label];
		l->same = seen->label;
		other->n += l->n;
		other->asks += l->asks;
		if (other->word == QDA_WORD_NONE || other->key[1] == '\0')
			other->word = l->word;
	}
}

static size_t
whose(const struct trial *t, const struct place *p)
{
	return t->labels[p->label].same;
}

static size_t
need(const struct search *s, const struct trial *t, const struct label *l)
{
	int	 is = qda_forms[t->form].is;
	bool	 sure = (l->word == QDA_WORD_ASKS ||
		    l->word == QDA_WORD_ANSWERS) && strlen(l->key) > 1;

	if ((is & QDA_FORM_TIMED) && s->lines < SHORT)
		return 1;
	if (l->named || (sure && !(is & QDA_FORM_LISTS)) ||
	    (l->code && !(is & (QDA_FORM_LISTS | QDA_FORM_WHOLE))))
		return 1;
	return s->lines < SHORT ? 2 : 3;
}

static enum why
why_not(const struct search *s, const struct trial *t, const struct label *l)
{
	bool	 colon = qda_forms[t->form].is & QDA_FORM_COLON;

	if (l->named)
		return TAKEN;
	if (qda_label_number(l->key))
		return NUMBER;
	if (qda_text_length(l->text, strlen(l->text)) > LONGEST)
		return LONG;
	if (qda_label_stops(l->key) || (!colon && qda_label_answers(l->key)))
		return STOP;
	if (!colon && qda_label_event(l->key))
		return EVENT;
	return l->n < need(s, t, l) ? RARE : TAKEN;
}

/* The place of a label in A B C, I II III or T1 T2 T3; 0 when in none. */
static int
place_in_list(const char *key)
{
	static const char	 digits[] = "ivxlcdm";
	static const int	 values[] = { 1, 5, 10, 50, 100, 500, 1000 };
	size_t			 n = strcspn(key, "0123456789");
	int			 sum = 0, v, last = 0;

	if (key[n] != '\0')
		return atoi(key + n);
	for (size_t i = n; i-- > 0; last = v) {
		const char	*d = strchr(digits, key[i]);

		if (d == NULL)
			return n == 1 ? key[0] - 'a' + 1 : 0;
		v = values[d - digits];
		sum += v < last ? -v : v;
	}
	return sum;
}

static bool
follows(const char *a, const char *b)
{
	if (a[1] == '\0' && b[1] == '\0' && b[0] == a[0] + 1)
		return true;
	return place_in_list(a) != 0 &&
	    place_in_list(b) == place_in_list(a) + 1;
}

/* Labels that count up are the numbers of a list. */
static void
drop_lists(struct trial *t)
{
	size_t	 steps = 0;

	for (size_t i = 1; i < t->places_n; i++)
		steps += follows(t->labels[t->places[i - 1].label].key,
		    t->labels[t->places[i].label].key);
	if (steps < 2 || steps * 4 < (t->places_n - 1) * 3)
		return;
	for (size_t i = 0; i < t->n; i++)
		if (t->labels[i].why == TAKEN && !t->labels[i].named)
			t->labels[i].why = LIST;
}

static bool
one_name(const char *s)
{
	size_t		 at = 0;
	int32_t		 c = qda_text_next(s, strlen(s), &at);

	return strchr(s, ' ') == NULL && ((c >= 'A' && c <= 'Z') ||
	    (c >= 0xc0 && c <= 0xdd));
}

/* In a short text, once is enough beside a label that is taken. */
static void
second_chance(const struct search *s, struct trial *t)
{
	bool	 taken = false;

	if (s->lines >= SHORT || (qda_forms[t->form].is &
	    (QDA_FORM_LISTS | QDA_FORM_WHOLE)))
		return;
	for (size_t i = 0; i < t->n; i++)
		taken |= t->labels[i].why == TAKEN;
	for (size_t i = 0; taken && i < t->n; i++) {
		struct label	*l = &t->labels[i];

		if (l->why == RARE && (l->initials ||
		    (s->lines <= 2 * TINY && one_name(l->text))))
			l->why = TAKEN;
	}
}

/* What the score is made of; see speakers.h. */
static void
score(const struct search *s, struct trial *t)
{
	const struct label	*l, *last = NULL;
	size_t			 turns = 0, changes = 0, sure = 0;
	double			 coverage, change, recur;
	bool			 named = false;

	t->taken = 0;
	for (size_t i = 0; i < t->n; i++)
		if (t->labels[i].why == TAKEN && t->labels[i].same == i) {
			l = &t->labels[i];
			t->taken++;
			sure += l->code || l->word != QDA_WORD_NONE;
			named |= l->named;
		}
	for (size_t i = 0; i < t->places_n; i++) {
		l = &t->labels[whose(t, &t->places[i])];
		if (l->why != TAKEN)
			continue;
		changes += turns > 0 && l != last;
		last = l;
		turns++;
	}
	t->score = 0;
	if (turns == 0)
		return;
	coverage = (double)turns / (double)s->lines;
	change = turns > 1 ? 1.5 * (double)changes / (double)(turns - 1) : 0;
	recur = (double)turns / (double)t->taken / 4;
	if (recur > 1 || (s->lines < SHORT && sure == t->taken) ||
	    s->lines <= TINY)
		recur = 1;
	t->score = coverage * (change < 1 ? change : 1) * recur;
	if (t->taken == 1)
		t->score = sure == 1 && coverage >= 0.5 ? coverage : 0;
	if (t->taken > MANY)
		t->score *= 0.3;
	if (named)
		t->score += 1;
}

static void
judge(const struct search *s, struct trial *t)
{
	join_declared(t);
	for (size_t i = 0; i < t->n; i++)
		t->labels[i].why = why_not(s, t, &t->labels[i]);
	if (qda_forms[t->form].is & QDA_FORM_LISTS)
		drop_lists(t);
	second_chance(s, t);
	for (size_t i = 0; i < t->n; i++)
		if (t->labels[i].same != i)
			t->labels[i].why = t->labels[t->labels[i].same].why;
	score(s, t);
}

/* The best form, and whether it is good enough. */
static bool
choose(const struct search *s, struct trial *best)
{
	struct trial	 t;
	bool		 good, found = false;

	memset(best, 0, sizeof(*best));
	for (size_t i = 0; i < QDA_FORMS && best->score < CERTAIN; i++) {
		memset(&t, 0, sizeof(t));
		t.form = i;
		collect(s, &t);
		judge(s, &t);
		good = t.score >= qda_forms[i].threshold;
		if (t.taken > 0 && (good > found || (good == found &&
		    (best->n == 0 || t.score > best->score)))) {
			trial_free(best);
			*best = t;
		} else
			trial_free(&t);
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
	p->label = label_of(NULL, t, text + found.from,
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
	struct label	*l = &t->labels[whose(t, p)];
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
	qda_turn_add(s->t, cap, l->voice, from, to, p->time_ms, end_ms);
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
		if (t->labels[whose(t, &p)].why != TAKEN)
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

	s.lines = count_lines(t->text, t->size);
	found = choose(&s, &best);
	if (found) {
		t->form = qda_forms[best.form].name;
		apply(&s, &best);
		name_joined(&s, &best);
	} else
		doubt(&s, &best);
	report(&s, &best, found);
	trial_free(&best);
}
