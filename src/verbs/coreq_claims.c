/* coreq_claims.c: what an answer says in words, beside the project's facts. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/coreq_figures.h"

enum { NEAR = 6 };	/* tokens between a date and the word it goes with */

static bool
is_mark(const struct coreq_token *t, const char *marks)
{
	return t->kind == COREQ_MARK && strchr(marks, *t->s) != NULL;
}

/* ---- yes and no -------------------------------------------------------- */

/* What the text answers with its first word, if it is all of an answer. */
static enum coreq_yes
first_answer(const struct coreq_tokens *list)
{
	static const char	*const no[] = {
		"non", "no", "none", "nobody", "aucun", "aucune", "personne",
		NULL
	};
	static const char	*const yes[] = { "oui", "yes", NULL };

	if (list->n == 0 || (list->n > 1 &&
	    !is_mark(&list->at[1], ".,:;!(")))
		return COREQ_SILENT;
	return coreq_token_any(&list->at[0], no) ? COREQ_NO :
	    coreq_token_any(&list->at[0], yes) ? COREQ_YES : COREQ_SILENT;
}

static void
compare_answer(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	enum coreq_yes	 text = first_answer(list);

	if (text == COREQ_NO && s->says == COREQ_YES)
		coreq_part(p, "%s", _("the text says no, the project yes"));
	if (text == COREQ_YES && s->says == COREQ_NO)
		coreq_part(p, "%s", _("the text says yes, the project no"));
}

/* ---- what the project denies ------------------------------------------- */

static const char	*const changed[] = {
	"evolu", "evolv", "adapt", "modif", "revis", "remani", NULL
};
static const char	*const blind[] = {
	"aveugle", "blind", "independ", NULL
};
static const char	*const video[] = { "video", NULL };
static const char	*const recorded[] = { "enregistr", "record", NULL };
static const char	*const before[] = { "avant", "before", NULL };
static const char	*const first[] = {
	"premier", "first", "tout", "any", "debut", "start", "begin",
	"recueil", "collect", "entretiens", "interviews", NULL
};
static const char	*const tested[] = {
	"test", "pilot", "essay", "tried", NULL
};
static const char	*const identified[] = { "identif", NULL };
static const char	*const man[] = {
	"homme", "male", "masculin", NULL
};
static const char	*const woman[] = {
	"femme", "female", "woman", "feminin", NULL
};

/* Words that claim something; near: a second word that goes with it. */
static const struct claim {
	enum coreq_denial	 denial;
	const char		*const *words, *const *near;
	bool			 negated;	/* claimed with a no */
	const char		*message;
} claims[] = {
	{ COREQ_NO_CHANGE, changed, NULL, false, N_("the text says that the "
	    "guide changed, and every version is older than the first "
	    "interview") },
	{ COREQ_NOT_BLIND, blind, NULL, false, N_("the text says that coding "
	    "was blind, and no coder was assigned sources so") },
	{ COREQ_NO_VIDEO, video, recorded, false, N_("the text says that "
	    "there is video, and no interview was recorded so") },
	{ COREQ_NOT_BEFORE, before, first, false, N_("the text says that the "
	    "rule is older than the interviews, and it was declared after the "
	    "first") },
	{ COREQ_NOT_TESTED, tested, NULL, false, N_("the text says that the "
	    "guide was piloted, and it is recorded that it was not") },
	{ COREQ_TESTED, tested, NULL, true, N_("the text says that the guide "
	    "was not piloted, and it is recorded that it was") },
	{ COREQ_NOT_IDENTIFIED, identified, NULL, false, N_("the text says "
	    "whose the quotations are, and the project does not know it of "
	    "all") },
	{ COREQ_NO_MAN, man, NULL, false, N_("the text says a man, the "
	    "project a woman") },
	{ COREQ_NO_WOMAN, woman, NULL, false, N_("the text says a woman, the "
	    "project a man") },
};

static bool
is_negated(const struct coreq_tokens *list, size_t i)
{
	static const char	*const no[] = {
		"non", "no", "not", "sans", "without", "pas", "ni", "nor",
		"aucun", "aucune", "jamais", "never", "neither", NULL
	};

	for (size_t k = 1; k <= 4 && k <= i; k++) {
		if (is_mark(&list->at[i - k], ".;,:"))
			return false;
		if (coreq_token_any(&list->at[i - k], no))
			return true;
	}
	return false;
}

static bool
has_near(const struct coreq_tokens *list, size_t i, const char *const *words)
{
	bool	 behind = words == first;
	size_t	 from = behind ? i : i > 4 ? i - 4 : 0;

	for (size_t k = from; k < list->n && k <= i + 3; k++)
		if (k != i && coreq_token_any_stem(&list->at[k], words))
			return true;
	return false;
}

static bool
claims_it(const struct coreq_tokens *list, const struct claim *c)
{
	for (size_t i = 0; i < list->n; i++)
		if (coreq_token_any_stem(&list->at[i], c->words) &&
		    is_negated(list, i) == c->negated &&
		    (c->near == NULL || has_near(list, i, c->near)))
			return true;
	return false;
}

static void
compare_claims(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	for (size_t i = 0; i < sizeof(claims) / sizeof(*claims); i++)
		if ((s->denies & claims[i].denial) != 0 &&
		    claims_it(list, &claims[i]))
			coreq_part(p, "%s", _(claims[i].message));
}

/* ---- dates ------------------------------------------------------------- */

static const char	*const rule_words[] = {
	"regle", "rule", "declar", "fix", "defini", "set", "laid", NULL
};
static const char	*const last_words[] = { "derni", "last", NULL };
static const char	*const guide_words[] = { "version", "guide", NULL };
static const char	*const held_words[] = {
	"entretien", "interview", "recueil", "collect", NULL
};
static const char	*const other_words[] = {
	"test", "pilot", "essay", "arret", "stop", "fin", "end", "transcri",
	"not", "inform", "relu", "memo", NULL
};

static const struct {
	enum coreq_event	 event;
	const char		*const *words;
} events[] = {
	{ COREQ_RULE_DECLARED, rule_words },
	{ COREQ_DESTROYED, last_words },
	{ COREQ_GUIDE_DATED, guide_words },
	{ COREQ_HELD, held_words },
};

/* The event whose word is the nearest before a date, in its sentence. */
static bool
event_of(const struct coreq_tokens *list, size_t i, enum coreq_event *event)
{
	for (size_t k = 1; k <= i && k <= NEAR; k++) {
		const struct coreq_token	*t = &list->at[i - k];

		if (is_mark(t, ".;"))
			return false;
		for (size_t n = 0; n < sizeof(events) / sizeof(*events); n++)
			if (coreq_token_any_stem(t, events[n].words)) {
				*event = events[n].event;
				return true;
			}
		if (coreq_token_any_stem(t, other_words))
			return false;
	}
	return false;
}

/* A whole date in the tokens [i, *to], both included. */
static bool
read_date(const struct coreq_tokens *list, size_t i, size_t *to, char iso[11])
{
	static const size_t	 lengths[] = { 5, 3 };
	struct qda_err		 none;
	char			*slice;
	bool			 yes = false;

	if (list->at[i].kind != COREQ_NUMBER)
		return false;
	for (size_t k = 0; !yes && k < 2; k++) {
		*to = i + lengths[k] - 1;
		if (*to >= list->n || list->at[*to].kind != COREQ_NUMBER)
			continue;
		slice = coreq_tokens_slice(list, i, *to);
		yes = qda_date_read(iso, slice, &none) == 0 &&
		    strlen(iso) == 10;
		free(slice);
	}
	return yes;
}

/* The project's dates of an event, for a message; whether one is this. */
static char *
days_of(const struct coreq_said *s, enum coreq_event event, const char *iso,
    bool *agrees)
{
	struct coreq_parts	 p;
	char			 buf[32];
	const char		*low = NULL;

	*agrees = false;
	coreq_parts_begin(&p, " / ");
	for (size_t i = 0; i < s->n_days; i++) {
		if (s->days[i].event != event)
			continue;
		*agrees |= strcmp(s->days[i].iso, iso) == 0;
		if (event == COREQ_HELD && low == NULL)
			low = s->days[i].iso;
		else if (event == COREQ_HELD)	/* between first and last */
			*agrees = strcmp(low, iso) <= 0 &&
			    strcmp(iso, s->days[i].iso) <= 0;
		coreq_part(&p, "%s", qda_date_words(buf, s->days[i].iso));
	}
	return coreq_parts_end(&p);
}

static void
compare_dates(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	enum coreq_event	 event;
	bool			 agrees;
	size_t			 to;
	char			 iso[11], buf[32], *has;

	for (size_t i = 0; i < list->n; i++) {
		if (!read_date(list, i, &to, iso))
			continue;
		if (event_of(list, i, &event)) {
			has = days_of(s, event, iso, &agrees);
			if (has != NULL && !agrees)
				coreq_part(p, _("the text says '%s', the "
				    "project %s"), qda_date_words(buf, iso),
				    has);
			free(has);
		}
		i = to;
	}
}

/* ---- names with a number: "home 7", "7 at home" ------------------------ */

/* "affiche" has a plural, "P1" and "f" have none. */
static bool
may_end(const struct coreq_token *t)
{
	return t->n > 2 && strchr("0123456789", t->s[t->n - 1]) == NULL;
}

/* The name's words at token i: how many tokens they are, 0 when not. */
static size_t
name_at(const struct coreq_tokens *list, size_t i,
    const struct coreq_tokens *name)
{
	size_t	 n = name->n;

	if (n == 0 || i + n > list->n)
		return 0;
	for (size_t k = 0; k < n; k++) {
		const struct coreq_token	*t = &list->at[i + k];

		if (t->n < name->at[k].n ||
		    memcmp(t->s, name->at[k].s, name->at[k].n) != 0 ||
		    (t->n > name->at[k].n && !may_end(&name->at[k])))
			return 0;
	}
	return n;
}

/* The number that goes with the name at [i, i + n): its token, or list->n. */
static size_t
number_behind(const struct coreq_tokens *list, size_t i)
{
	static const char	*const small[] = {
		"a", "to", "by", "par", "pour", "for", "aux", "n", "of", NULL
	};
	static const char	*const another[] = { "min", "et", "and", NULL };

	for (size_t k = i; k < list->n && k < i + 4; k++) {
		const struct coreq_token	*t = &list->at[k];

		if (t->kind == COREQ_NUMBER)
			return k + 1 < list->n && (is_mark(&list->at[k + 1],
			    "%/") || coreq_token_any(&list->at[k + 1],
			    another)) ? list->n : k;
		if (!is_mark(t, "(:=") && !coreq_token_any(t, small))
			break;
	}
	return list->n;
}

static size_t
number_before(const struct coreq_tokens *list, size_t i)
{
	for (size_t k = 1; k <= i && k <= 4; k++) {
		const struct coreq_token	*t = &list->at[i - k];

		if (t->kind == COREQ_NUMBER)
			return coreq_is_denominator(list, i - k) ? list->n :
			    i - k;
		if (t->kind == COREQ_MARK && !is_mark(t, "("))
			break;
	}
	return list->n;
}

/* Whether that is what the project counts under the name: one row or all. */
static bool
is_counted(const struct coreq_said *s, const char *name, double value,
    struct coreq_parts *has)
{
	double	 sum = 0;
	bool	 yes = false;

	for (size_t i = 0; i < s->named.n; i++)
		if (strcmp(s->named.at[i].name, name) == 0) {
			yes |= (double)s->named.at[i].n == value;
			sum += (double)s->named.at[i].n;
			coreq_part(has, "%lld",
			    (long long)s->named.at[i].n);
		}
	return yes || sum == value;
}

/* One place where a name stands: a number beside it agrees, or none does. */
static void
compare_place(const struct coreq_tokens *list, const struct coreq_said *s,
    const char *name, size_t i, size_t n, struct coreq_parts *p)
{
	size_t			 at[2] = { number_behind(list, i + n),
				    number_before(list, i) };
	size_t			 from = i, to = i + n - 1;
	bool			 some = false, agrees = false;
	struct coreq_parts	 has;
	char			*slice, *counts = NULL;

	for (size_t k = 0; k < 2; k++) {
		if (at[k] == list->n)
			continue;
		if (!some) {
			from = at[k] < from ? at[k] : from;
			to = at[k] > to ? at[k] : to;
		}
		some = true;
		free(counts);
		coreq_parts_begin(&has, " / ");
		agrees |= is_counted(s, name, list->at[at[k]].value, &has);
		counts = coreq_parts_end(&has);
	}
	if (some && !agrees) {
		slice = coreq_tokens_slice(list, from, to);
		coreq_part(p, _("the text says '%s', the project %s"), slice,
		    counts);
		free(slice);
	}
	free(counts);
}

/* Whether a row before this one bears the same name. */
static bool
told(const struct qda_tallies *named, size_t k)
{
	for (size_t i = 0; i < k; i++)
		if (strcmp(named->at[i].name, named->at[k].name) == 0)
			return true;
	return false;
}

static void
compare_named(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	struct coreq_tokens	 name;
	size_t			 n;

	for (size_t k = 0; k < s->named.n; k++) {
		if (told(&s->named, k))
			continue;
		coreq_tokens_read(&name, s->named.at[k].name);
		for (size_t i = 0; i < list->n; i++)
			if ((n = name_at(list, i, &name)) > 0)
				compare_place(list, s, s->named.at[k].name, i,
				    n, p);
		coreq_tokens_free(&name);
	}
}

/* ---- who is named ------------------------------------------------------- */

static bool
names(const struct coreq_tokens *list, const char *who)
{
	const char		*last = strrchr(who, ' ');
	struct coreq_tokens	 name;
	bool			 yes = false;

	coreq_tokens_read(&name, last == NULL ? who : last + 1);
	for (size_t i = 0; !yes && i < list->n; i++)
		yes = name_at(list, i, &name) > 0;
	coreq_tokens_free(&name);
	return yes;
}

/* Somebody else is named, and none of those who are meant. */
static void
compare_people(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	if (s->others.n == 0)
		return;
	for (size_t i = 0; i < s->named.n; i++)
		if (names(list, s->named.at[i].name))
			return;
	for (size_t i = 0; i < s->others.n; i++)
		if (names(list, s->others.at[i].name))
			coreq_part(p, _("the text names %s, who held no "
			    "interview"), s->others.at[i].name);
}

void
coreq_claims(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	compare_answer(list, s, p);
	compare_claims(list, s, p);
	compare_dates(list, s, p);
	compare_named(list, s, p);
	compare_people(list, s, p);
}
