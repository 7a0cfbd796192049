/* coreq_sample.c: item 16: who the participants are, as Table 1 has them. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/coreq.h"

enum { FEW = 3 };	/* a cell of fewer participants may single them out */

/* Sex or gender: "6 women, 5 men". */
static bool
is_sex(const char *name)
{
	static const char	*const names[] = {
		"sexe", "sex", "genre", "gender", NULL
	};

	return coreq_is(name, names);
}

static bool
is_age(const char *name)
{
	static const char	*const names[] = {
		"âge", "age", "tranche d'âge", "age band", "âge (ans)", NULL
	};

	return coreq_is(name, names);
}

/* How many rows from the first on are of the same attribute. */
static size_t
same_attribute(const struct qda_tallies *list, size_t first)
{
	size_t	 n = 1;

	while (first + n < list->n &&
	    list->at[first + n].m == list->at[first].m &&
	    strcmp(list->at[first + n].name, list->at[first].name) == 0)
		n++;
	return n;
}

static char *
sexes(const struct qda_tally *at, size_t n, struct coreq_said *s)
{
	struct coreq_parts	 p;
	char			*text;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < n; i++) {
		text = coreq_is_female(at[i].also) ?
		    COUNT(at[i].n, "%lld woman", "%lld women") :
		    coreq_is_male(at[i].also) ?
		    COUNT(at[i].n, "%lld man", "%lld men") :
		    qda_sprintf("%s %lld", at[i].also, (long long)at[i].n);
		coreq_part(&p, "%s", text);
		if (coreq_is_female(at[i].also) || coreq_is_male(at[i].also))
			coreq_figure(s, coreq_is_female(at[i].also) ?
			    COREQ_WOMAN : COREQ_MAN, at[i].n);
		free(text);
	}
	return coreq_parts_end(&p);
}

static char *
ages(const struct qda_tally *at, size_t n)
{
	const char	*low = at[0].also, *high = at[n - 1].also;
	bool		 bands = strpbrk(low, "-–<>") != NULL ||
			    strpbrk(high, "-–<>") != NULL;

	if (n == 1)
		return qda_sprintf(_("age %s"), low);
	return qda_sprintf(bands ? _("age bands %s to %s") :
	    _("aged %s to %s"), low, high);
}

/* The cells of an attribute that hold few participants. */
static int64_t
few(const struct qda_tally *at, size_t n)
{
	int64_t	 cells = 0;

	for (size_t i = 0; i < n; i++)
		cells += at[i].n < FEW;
	return cells;
}

/* Sex and age into the answer, small cells of any into the evidence. */
static void
describe(const struct qda_tallies *list, struct coreq_said *s,
    struct coreq_parts *answer, struct coreq_parts *evidence, bool *singled)
{
	struct coreq_parts	 small;
	char			*text;
	size_t			 n;

	coreq_parts_begin(&small, ", ");
	for (size_t i = 0; i < list->n; i += n) {
		const struct qda_tally	*at = &list->at[i];

		n = same_attribute(list, i);
		text = is_sex(at->name) ? sexes(at, n, s) :
		    is_age(at->name) ? ages(at, n) : NULL;
		*singled |= is_sex(at->name) && few(at, n) > 0;
		if (text != NULL)
			coreq_part(answer, "%s", text);
		free(text);
		if (few(at, n) > 0)
			coreq_part(&small, "%s %lld", at->name,
			    (long long)few(at, n));
	}
	text = coreq_parts_end(&small);
	if (text != NULL)
		coreq_part(evidence, _("cells with fewer than %d "
		    "participants, who may be recognised: %s"), FEW, text);
	free(text);
}

static void
period(const struct qda_fact_period *when, struct coreq_parts *answer,
    struct coreq_parts *evidence)
{
	char	*text;

	if (when->dated == 0)
		return;
	text = coreq_period(when->first, when->last);
	coreq_part(answer, "%s", text);
	free(text);
	if (when->dated < when->interviews)
		coreq_part(evidence, _("dates recorded for %lld of %lld "
		    "interviews"), (long long)when->dated,
		    (long long)when->interviews);
}

int
coreq_sample(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list;
	struct qda_fact_period	 when;
	struct coreq_parts	 answer, evidence;
	bool			 singled = false;
	char			*text;

	s->command = "qda participant list";
	if (qda_fact_attributes(c->db, &list, e) < 0)
		return -1;
	if (qda_fact_period(c->db, &when, e) < 0) {
		qda_tallies_free(&list);
		return -1;
	}
	coreq_parts_begin(&answer, _("; "));
	coreq_parts_begin(&evidence, _("; "));
	describe(&list, s, &answer, &evidence, &singled);
	if (when.dated == when.interviews) {
		coreq_day(s, COREQ_HELD, when.first);
		coreq_day(s, COREQ_HELD, when.last);
	}
	period(&when, &answer, &evidence);
	text = coreq_parts_end(&answer);
	if (list.n > 0)
		s->answer = text == NULL ? qda_strdup(_("See Table 1")) :
		    qda_sprintf(_("See Table 1. %s"), text);
	s->evidence = coreq_parts_end(&evidence);
	if (singled)
		s->hint = qda_sprintf(_("the answer itself counts fewer than "
		    "%d participants, who may be recognised"), FEW);
	free(text);
	free(when.first);
	free(when.last);
	qda_tallies_free(&list);
	return 0;
}
