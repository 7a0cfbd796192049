/* coreq_durations.c: durations in an answer, beside those of the project. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/coreq_figures.h"

/* A duration in the text: tokens [from, to], both included. */
struct span {
	size_t		 from, to;
	double		 seconds, tolerance;
	enum coreq_noun	 role;		/* COREQ_COUNTED: not known */
};
struct spans {
	struct span	*at;
	size_t		 n, cap;
};

/* Seconds in a unit, 0 when the word is none. */
static double
unit_of(const struct coreq_token *t)
{
	static const char	*const hours[] = {
		"h", "hr", "heure", "heures", "hour", "hours", NULL
	};
	static const char	*const minutes[] = {
		"min", "mn", "minute", "minutes", "mins", "'", NULL
	};
	static const char	*const seconds[] = {
		"s", "sec", "seconde", "secondes", "second", "seconds",
		"\"", NULL
	};

	return coreq_token_any(t, hours) ? 3600 :
	    coreq_token_any(t, minutes) ? 60 :
	    coreq_token_any(t, seconds) ? 1 : 0;
}

static double
within(double unit, int decimals)
{
	double	 t = unit == 3600 && decimals == 0 ? 1800 :
		    unit * pow(10, -decimals);

	return t < 1 ? 1 : t;
}

/* A clock: 34:35, 1:02:03. */
static bool
read_clock(const struct coreq_tokens *list, size_t i, struct span *d)
{
	double	 total = list->at[i].value;
	size_t	 to = i;

	while (to + 2 < list->n && to < i + 4 &&
	    coreq_token_is(&list->at[to + 1], ":") &&
	    list->at[to + 1].s == list->at[to].s + list->at[to].n &&
	    list->at[to + 2].kind == COREQ_NUMBER &&
	    list->at[to + 2].s == list->at[to + 1].s + 1) {
		to += 2;
		total = total * 60 + list->at[to].value;
	}
	d->to = to;
	d->seconds = total;
	d->tolerance = 1;
	return to > i;
}

/*
 * "1 h 02 min 03", "34 min 35 s", "34.5 min": each unit smaller than the one
 * before, a last one not said being the next.  A bare number is minutes.
 */
static void
read_units(const struct coreq_tokens *list, size_t i, struct span *d)
{
	double	 unit = i + 1 < list->n ? unit_of(&list->at[i + 1]) : 0, next;

	d->to = unit > 0 ? i + 1 : i;
	d->seconds = list->at[i].value * (unit > 0 ? unit : 60);
	d->tolerance = within(unit > 0 ? unit : 60, list->at[i].decimals);
	while (unit > 1 && d->to + 1 < list->n &&
	    list->at[d->to + 1].kind == COREQ_NUMBER) {
		next = d->to + 2 < list->n ?
		    unit_of(&list->at[d->to + 2]) : 0;
		if (next >= unit)
			break;
		d->to += next > 0 ? 2 : 1;
		unit = next > 0 ? next : unit / 60;
		d->seconds += unit * list->at[next > 0 ? d->to - 1 :
		    d->to].value;
		d->tolerance = within(unit, 0);
	}
}

/* Numbers of other things: "n = 11", "11 entretiens", "2024", "80 %". */
static bool
is_other(const struct coreq_tokens *list, const struct span *d)
{
	const struct coreq_token	*next = d->to + 1 < list->n ?
					    &list->at[d->to + 1] : NULL;
	const struct coreq_token	*before = d->from > 0 ?
					    &list->at[d->from - 1] : NULL;

	if (before != NULL && (coreq_token_is(before, "=") ||
	    coreq_token_is(before, "les") || coreq_token_is(before, "des")))
		return true;
	if (d->to > d->from)
		return false;
	if (next == NULL)
		return false;
	return coreq_token_is(next, "%") || coreq_token_is(next, "/") ||
	    (next->kind == COREQ_WORD && !coreq_token_is(next, "a") &&
	    !coreq_token_is(next, "to") && !coreq_token_is(next, "en") &&
	    !coreq_token_is(next, "et") && !coreq_token_is(next, "and") &&
	    !coreq_token_is(next, "on"));
}

static void
find_spans(const struct coreq_tokens *list, struct spans *found)
{
	struct span	 d;

	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].kind != COREQ_NUMBER)
			continue;
		memset(&d, 0, sizeof(d));
		d.from = i;
		d.role = COREQ_COUNTED;
		if (!read_clock(list, i, &d))
			read_units(list, i, &d);
		if (!is_other(list, &d)) {
			found->at = qda_grow(found->at, &found->cap,
			    found->n, sizeof(*found->at));
			found->at[found->n++] = d;
		}
		i = d.to;
	}
}

/* "22 min 50 à 55 min 25": the shortest and the longest. */
static void
find_range(const struct coreq_tokens *list, struct spans *found)
{
	static const char	*const between[] = {
		"a", "to", "et", "and", "-", NULL
	};
	struct span		*a, *b;

	for (size_t i = 0; i + 1 < found->n; i++) {
		a = &found->at[i];
		b = &found->at[i + 1];
		if (b->from == a->to + 2 &&
		    coreq_token_any(&list->at[a->to + 1], between)) {
			if (a->to == a->from && b->to > b->from &&
			    unit_of(&list->at[b->to]) > 0) {
				a->seconds = list->at[a->from].value *
				    unit_of(&list->at[b->to]);
				a->tolerance = within(
				    unit_of(&list->at[b->to]),
				    list->at[a->from].decimals);
			}
			a->role = COREQ_MIN;
			b->role = COREQ_MAX;
			i++;
		}
	}
}

/* What a word says of the duration beside it. */
static enum coreq_noun
role_of(const struct coreq_token *t)
{
	static const struct {
		const char	*stem;
		enum coreq_noun	 role;
	} words[] = {
		{ "moy", COREQ_MEAN }, { "mean", COREQ_MEAN },
		{ "averag", COREQ_MEAN }, { "median", COREQ_MEDIAN },
		{ "minim", COREQ_MIN }, { "court", COREQ_MIN },
		{ "short", COREQ_MIN }, { "maxim", COREQ_MAX },
		{ "long", COREQ_MAX }, { "total", COREQ_TOTAL },
		{ "cumul", COREQ_TOTAL },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (t->kind == COREQ_WORD &&
		    coreq_token_begins(t, words[i].stem))
			return words[i].role;
	return COREQ_COUNTED;
}

/* The nearest such word of the same clause, before or behind. */
static enum coreq_noun
role_near(const struct coreq_tokens *list, const struct span *d)
{
	bool		 left = true, right = true;
	enum coreq_noun	 role;

	for (size_t k = 1; k <= 8 && (left || right); k++) {
		left = left && d->from >= k &&
		    list->at[d->from - k].kind == COREQ_WORD;
		right = right && d->to + k < list->n &&
		    list->at[d->to + k].kind == COREQ_WORD;
		role = right ? role_of(&list->at[d->to + k]) : COREQ_COUNTED;
		if (role == COREQ_COUNTED && left)
			role = role_of(&list->at[d->from - k]);
		if (role != COREQ_COUNTED)
			return role;
	}
	return COREQ_COUNTED;
}

/* One duration alone, of which nothing is said, is meant for the mean. */
static void
find_roles(const struct coreq_tokens *list, struct spans *found)
{
	size_t	 loose = 0, last = 0, mean = 0;

	find_range(list, found);
	for (size_t i = 0; i < found->n; i++) {
		struct span	*d = &found->at[i];

		if (d->role == COREQ_COUNTED)
			d->role = role_near(list, d);
		mean += d->role == COREQ_MEAN;
		if (d->role == COREQ_COUNTED) {
			loose++;
			last = i;
		}
	}
	if (loose == 1 && mean == 0)
		found->at[last].role = COREQ_MEAN;
}

static const char *
role_words(enum coreq_noun role)
{
	switch (role) {
	case COREQ_MEAN:
		return _("the mean");
	case COREQ_MEDIAN:
		return _("the median");
	case COREQ_TOTAL:
		return _("the total");
	case COREQ_MIN:
		return _("the shortest");
	default:
		return _("the longest");
	}
}

/* Whether the project has such a duration; of any role when not known. */
static bool
agrees(const struct span *d, const struct coreq_said *s, int64_t *has)
{
	bool	 yes = false;

	for (size_t i = 0; i < s->n; i++) {
		const struct coreq_figure	*f = &s->figures[i];

		if (f->noun < COREQ_MEAN || f->noun > COREQ_MAX ||
		    (d->role != COREQ_COUNTED && f->noun != d->role))
			continue;
		*has = f->n;
		yes |= fabs(d->seconds - (double)f->n) <= d->tolerance;
	}
	return yes;
}

void
coreq_durations(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	struct spans	 found = { 0 };
	int64_t		 has = QDA_NONE;
	char		 buf[40], *slice;

	agrees(&(struct span){ .role = COREQ_MEAN }, s, &has);
	if (has == QDA_NONE)
		return;
	find_spans(list, &found);
	find_roles(list, &found);
	for (size_t i = 0; i < found.n; i++) {
		if (agrees(&found.at[i], s, &has))
			continue;
		slice = coreq_tokens_slice(list, found.at[i].from,
		    found.at[i].to);
		if (found.at[i].role == COREQ_COUNTED)
			coreq_part(p, _("the text says '%s', which is no "
			    "duration of the project's"), slice);
		else
			coreq_part(p, _("the text says '%s' for %s, the "
			    "project %s"), slice,
			    role_words(found.at[i].role),
			    coreq_duration_words(buf, has));
		free(slice);
	}
	free(found.at);
}
