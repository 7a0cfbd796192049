/* coreq_words.c: the small words that a checklist's answers are made of. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/coreq.h"

#define NBSP	"\302\240"

static bool
is_french(void)
{
	return strcmp(qda_lang_now(), "fr") == 0;
}

void
coreq_parts_begin(struct coreq_parts *p, const char *divider)
{
	qda_mem_open(&p->m);
	p->divider = divider;
	p->some = false;
}

void
coreq_part(struct coreq_parts *p, const char *fmt, ...)
{
	va_list	 ap;

	if (p->some)
		fputs(p->divider, p->m.f);
	p->some = true;
	va_start(ap, fmt);
	vfprintf(p->m.f, fmt, ap);
	va_end(ap);
}

char *
coreq_parts_end(struct coreq_parts *p)
{
	char	*text = qda_mem_text(&p->m);

	if (p->some)
		return text;
	free(text);
	return NULL;
}

char *
coreq_count(int64_t n, const char *one, const char *many)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	return qda_sprintf(ngettext(one, many, (unsigned long)n),
	    (long long)n);
#pragma GCC diagnostic pop
}

const char *
coreq_number(char buf[24], int64_t n)
{
	static const char	*const words[] = {
		"0", N_("one"), N_("two"), N_("three"), N_("four"),
		N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"),
		N_("ten"), N_("eleven"), N_("twelve"), N_("thirteen"),
		N_("fourteen"), N_("fifteen"), N_("sixteen"),
		N_("seventeen"), N_("eighteen"), N_("nineteen"), N_("twenty")
	};

	if (n >= 0 && n < (int64_t)(sizeof(words) / sizeof(*words)))
		snprintf(buf, 24, "%s", n == 0 ? words[0] : _(words[n]));
	else
		snprintf(buf, 24, "%lld", (long long)n);
	return buf;
}

const char *
coreq_number_feminine(char buf[24], int64_t n)
{
	if (n != 1 || !is_french())
		return coreq_number(buf, n);
	snprintf(buf, 24, "%s", _("one (feminine)"));
	return buf;
}

const char *
coreq_ordinal(char buf[24], int64_t n)
{
	const char	*end = "th";
	int		 last = (int)(n % 10), tens = (int)(n / 10 % 10);

	if (is_french())
		end = n == 1 ? "er" : "e";
	else if (tens != 1 && last >= 1 && last <= 3)
		end = last == 1 ? "st" : last == 2 ? "nd" : "rd";
	snprintf(buf, 24, "%lld%s", (long long)n, end);
	return buf;
}

const char *
coreq_ordinal_words(char buf[24], int64_t n)
{
	static const char	*const words[] = {
		N_("second"), N_("third"), N_("fourth"), N_("fifth"),
		N_("sixth"), N_("seventh"), N_("eighth"), N_("ninth"),
		N_("tenth"), N_("eleventh"), N_("twelfth"),
		N_("thirteenth"), N_("fourteenth"), N_("fifteenth"),
		N_("sixteenth"), N_("seventeenth"), N_("eighteenth"),
		N_("nineteenth"), N_("twentieth")
	};

	if (n < 2 || n > 20)
		return coreq_ordinal(buf, n);
	snprintf(buf, 24, "%s", _(words[n - 2]));
	return buf;
}

char *
coreq_short_name(const char *name)
{
	const char	*rest = strchr(name, ' ');
	size_t		 at = 0;

	if (rest == NULL)
		return qda_strdup(name);
	qda_text_next(name, strlen(name), &at);
	return qda_sprintf("%.*s.%s", (int)at, name, rest);
}

const char *
coreq_duration_words(char buf[40], int64_t seconds)
{
	size_t	 n;

	qda_duration_words(buf, seconds);
	n = strlen(buf);
	if (seconds >= 60 && seconds % 60 == 0 && n < 32 &&
	    strcmp(buf + n - 3, "min") == 0)
		strcpy(buf + n, is_french() ? NBSP "00" : " 0 s");
	return buf;
}

/* The date without what the next has too: the year, in English the month. */
static void
date_before(char buf[32], const char *iso, const char *next)
{
	qda_date_words(buf, iso);
	if (strlen(iso) != 10 || strlen(next) != 10)
		return;
	if (!is_french() && strncmp(iso, next, 7) == 0)
		buf[strcspn(buf, " ")] = '\0';
	else if (strncmp(iso, next, 4) == 0)
		buf[strlen(buf) - 5] = '\0';
}

char *
coreq_dates(const char *const *iso, size_t n)
{
	struct qda_mem	 m;
	char		 buf[32];

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n)
			date_before(buf, iso[i], iso[n - 1]);
		else
			qda_date_words(buf, iso[i]);
		fprintf(m.f, "%s%s", i == 0 ? "" : i + 1 < n ? ", " :
		    _(" and "), buf);
	}
	return qda_mem_text(&m);
}

char *
coreq_period(const char *first, const char *last)
{
	char	 from[32], to[32];

	qda_date_words(to, last);
	if (strcmp(first, last) == 0)
		return qda_sprintf(_("interviews on %s"), to);
	date_before(from, first, last);
	return qda_sprintf(_("interviews %s to %s"), from, to);
}

char *
coreq_label(const struct qda_tally *t)
{
	return t->name != NULL ? qda_strdup(t->name) :
	    qda_sprintf(_("interview %lld"), (long long)t->m);
}

const char *
coreq_to(void)
{
	return is_french() ? _(" to ") : "-";
}

char *
coreq_ranges(const struct qda_tallies *list, const char *joint)
{
	struct coreq_parts	 p;
	char			*from, *to;
	size_t			 i, end;

	coreq_parts_begin(&p, ", ");
	for (i = 0; i < list->n; i = end + 1) {
		for (end = i; end + 1 < list->n && list->at[end + 1].m ==
		    list->at[end].m + 1; end++)
			;
		if (end == i + 1)
			end = i;
		from = coreq_label(&list->at[i]);
		to = coreq_label(&list->at[end]);
		if (end == i)
			coreq_part(&p, "%s", from);
		else
			coreq_part(&p, "%s%s%s", from, joint, to);
		free(from);
		free(to);
	}
	return coreq_parts_end(&p);
}

bool
coreq_is(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (qda_text_distance(word, *list) == 0)
			return true;
	return false;
}

bool
coreq_is_no(const char *word)
{
	static const char	*const list[] = {
		"none", "no", "nobody", "no one", "0", "non", "aucun",
		"aucune", "personne", "néant", NULL
	};

	return coreq_is(word, list);
}

bool
coreq_is_yes(const char *word)
{
	static const char	*const list[] = {
		"yes", "oui", "y", "o", NULL
	};

	return coreq_is(word, list);
}

bool
coreq_is_female(const char *gender)
{
	static const char	*const list[] = {
		"femme", "f", "female", "woman", "féminin", "fille", NULL
	};

	return gender != NULL && coreq_is(gender, list);
}

bool
coreq_is_male(const char *gender)
{
	static const char	*const list[] = {
		"homme", "h", "m", "male", "man", "masculin", NULL
	};

	return gender != NULL && coreq_is(gender, list);
}

int
coreq_counted_names(char **names, const struct coreq *c, struct qda_err *e)
{
	struct qda_tallies	 list;
	struct coreq_parts	 p;
	char			*name;

	if (qda_fact_counted_names(c->db, c->counted, &list, e) < 0)
		return -1;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list.n; i++) {
		name = coreq_short_name(list.at[i].name);
		coreq_part(&p, "%s", name);
		free(name);
	}
	*names = coreq_parts_end(&p);
	qda_tallies_free(&list);
	return 0;
}

void
coreq_said_free(struct coreq_said *s)
{
	for (size_t i = 0; i < s->n_days; i++)
		free(s->days[i].iso);
	free(s->answer);
	free(s->evidence);
	free(s->composed);
	free(s->conflict);
	free(s->hint);
	free(s->figures);
	free(s->programs);
	free(s->days);
	qda_tallies_free(&s->named);
	qda_tallies_free(&s->others);
	memset(s, 0, sizeof(*s));
}

void
coreq_figure(struct coreq_said *s, enum coreq_noun noun, int64_t n)
{
	s->figures = qda_grow(s->figures, &s->cap, s->n, sizeof(*s->figures));
	s->figures[s->n].noun = noun;
	s->figures[s->n].m = 0;
	s->figures[s->n++].n = n;
}

void
coreq_named(struct coreq_said *s, const char *name, int64_t n)
{
	struct qda_tallies	*list = &s->named;

	list->at = qda_grow(list->at, &list->cap, list->n, sizeof(*list->at));
	memset(&list->at[list->n], 0, sizeof(*list->at));
	list->at[list->n].name = qda_strdup(name);
	list->at[list->n++].n = n;
}

void
coreq_day(struct coreq_said *s, enum coreq_event event, const char *iso)
{
	if (iso == NULL)
		return;
	s->days = qda_grow(s->days, &s->cap_days, s->n_days,
	    sizeof(*s->days));
	s->days[s->n_days].event = event;
	s->days[s->n_days++].iso = qda_strdup(iso);
}
