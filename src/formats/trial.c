/* trial.c: labels of one form collected, judged and scored. */
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "formats/styled.h"
#include "formats/trial.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { TINY = 10, LONGEST = 34, MANY = 20 };

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

void
qda_trial_free(struct trial *t)
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
	size_t			 at = 0, from, to, line, style = 0;
	struct qda_label	 found;
	struct place		*p;
	bool			 bold = qda_forms[t->form].is & QDA_FORM_BOLD;

	for (line = 0; qda_paragraph_next(text, s->t->size, &at, &from, &to);
	    line++) {
		if (bold ? !qda_style_label(s->t, &style, from, to, &found) :
		    !qda_label_find(s->patterns, t->form, false, text + from,
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

struct label *
qda_trial_whose(const struct trial *t, const struct place *p)
{
	return &t->labels[t->labels[p->label].same];
}

static size_t
need(const struct search *s, const struct trial *t, const struct label *l)
{
	int	 is = qda_forms[t->form].is;
	bool	 sure = (l->word == QDA_WORD_ASKS ||
		    l->word == QDA_WORD_ANSWERS) && strlen(l->key) > 1;

	if ((is & QDA_FORM_TIMED) && s->lines < QDA_SHORT)
		return 1;
	if (l->named || (sure && !(is & QDA_FORM_LISTS)) ||
	    (l->code && !(is & (QDA_FORM_LISTS | QDA_FORM_WHOLE))))
		return 1;
	return s->lines < QDA_SHORT ? 2 : 3;
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

/* "Anna"; not "Oui." */
static bool
one_name(const char *s)
{
	size_t		 at = 0, n = strlen(s);
	int32_t		 c = qda_text_next(s, n, &at);

	return strchr(s, ' ') == NULL && s[n - 1] != '.' &&
	    ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xdd));
}

/* In a short text, once is enough beside a label that is taken. */
static void
second_chance(const struct search *s, struct trial *t)
{
	bool	 taken = false;

	if (s->lines >= QDA_SHORT ||
	    (qda_forms[t->form].is & QDA_FORM_LISTS))
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
		l = qda_trial_whose(t, &t->places[i]);
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
	if (recur > 1 || (s->lines < QDA_SHORT && sure == t->taken) ||
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

void
qda_trial_run(const struct search *s, struct trial *t, size_t form)
{
	memset(t, 0, sizeof(*t));
	t->form = form;
	collect(s, t);
	judge(s, t);
}

size_t
qda_trial_label(struct trial *t, const char *s, size_t n)
{
	return label_of(NULL, t, s, n);
}
