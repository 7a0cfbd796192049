/* coreq_reporting.c: items 29 to 32: quotations, and what bears the themes. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/coreq.h"

/* "2 (P8) to 12 (P10) each"; nothing when there is one participant. */
static char *
spread(const struct qda_tallies *list)
{
	const struct qda_tally	*low = &list->at[0], *high = &list->at[0];

	if (list->n < 2)
		return NULL;
	for (size_t i = 1; i < list->n; i++) {
		low = list->at[i].n < low->n ? &list->at[i] : low;
		high = list->at[i].n > high->n ? &list->at[i] : high;
	}
	if (low->n == high->n)
		return qda_sprintf(_("%lld each"),
		    (long long)low->n);
	return qda_sprintf(_("%lld (%s) to %lld (%s) each"),
	    (long long)low->n, low->name, (long long)high->n, high->name);
}

static char *
quotations_sentence(const struct qda_tallies *list, int64_t all,
    int64_t nobody)
{
	char	*count = COUNT(all, "Yes: %lld quotation", "Yes: %lld "
		    "quotations"), *each, *text;

	if (nobody > 0) {
		text = qda_sprintf(ngettext("%s, %lld of no known "
		    "participant", "%s, %lld of no known participant",
		    (unsigned long)nobody), count, (long long)nobody);
	} else {
		each = spread(list);
		text = qda_sprintf(_("%s, each identified by participant "
		    "number%s%s"), count, each == NULL ? "" : _("; "),
		    each == NULL ? "" : each);
		free(each);
	}
	free(count);
	return text;
}

static void
quotation_figures(const struct qda_tallies *list, struct coreq_said *s,
    int64_t all, int64_t nobody)
{
	coreq_figure(s, COREQ_QUOTATION, all);
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].name != NULL) {
			coreq_figure(s, COREQ_QUOTATION, list->at[i].n);
			coreq_named(s, list->at[i].name, list->at[i].n);
		}
	s->main = COREQ_QUOTATION;
	s->says = COREQ_YES;
	s->denies |= nobody > 0 ? COREQ_NOT_IDENTIFIED : 0;
}

int
coreq_quotations(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 list;
	int64_t			 all = 0, nobody = 0;

	if (qda_fact_quotations(c->db, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		all += list.at[i].n;
		nobody += list.at[i].name == NULL ? list.at[i].n : 0;
	}
	s->command = "qda quote balance";
	if (all > 0) {
		s->answer = quotations_sentence(&list, all, nobody);
		quotation_figures(&list, s, all, nobody);
	}
	qda_tallies_free(&list);
	return 0;
}

/* How the properties are supported: two items tell of it. */
static int
support(const struct coreq *c, const struct qda_fact_support **f,
    struct qda_err *e)
{
	struct coreq_shared	*shared = c->shared;

	if (!shared->known &&
	    qda_fact_support(c->db, c->counted, &shared->support, e) < 0)
		return -1;
	shared->known = true;
	*f = &shared->support;
	return 0;
}

/* The quotations: found in their units, and who or what has none. */
static void
quoted_parts(struct coreq_parts *p, const struct qda_fact_quoted *q)
{
	char	*categories = COUNT(q->categories, "%lld category without a "
		    "quotation", "%lld categories without a quotation");
	char	*properties = COUNT(q->properties, "%lld property without a "
		    "quotation", "%lld properties without a quotation");

	if (q->quotations > 0)
		coreq_part(p, _("%lld/%lld quotations found word for word"),
		    (long long)q->exact, (long long)q->quotations);
	if (q->quotations > 0 && q->categories > 0)
		coreq_part(p, "%s", categories);
	if (q->quotations > 0 && q->properties > 0)
		coreq_part(p, "%s", properties);
	free(categories);
	free(properties);
}

static char *
consistency_text(const struct qda_fact_support *f,
    const struct qda_fact_quoted *q)
{
	struct coreq_parts	 p;
	char			*single, *links;

	single = COUNT(f->single, "%lld rests on one participant",
	    "%lld rest on one participant");
	links = COUNT(f->unsupported, "%lld relation without an extract",
	    "%lld relations without an extract");
	coreq_parts_begin(&p, _("; "));
	coreq_part(&p, _("%lld/%lld properties have an extract"),
	    (long long)f->extracts, (long long)f->properties);
	if (f->single > 0)
		coreq_part(&p, "%s", single);
	quoted_parts(&p, q);
	if (f->unsupported > 0)
		coreq_part(&p, "%s", links);
	free(single);
	free(links);
	return coreq_parts_end(&p);
}

int
coreq_consistency(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	const struct qda_fact_support	*f;
	struct qda_fact_quoted		 q;
	char				*text;

	s->command = "qda code list";
	if (support(c, &f, e) < 0 ||
	    qda_fact_quoted(c->db, c->counted, &q, e) < 0)
		return -1;
	if (f->properties == 0)
		return 0;
	text = consistency_text(f, &q);
	s->evidence = qda_sprintf(_("To judge: %s"), text);
	coreq_figure(s, COREQ_PROPERTY, f->properties);
	coreq_figure(s, COREQ_PROPERTY, f->extracts);
	coreq_figure(s, COREQ_PROPERTY, f->single);
	coreq_figure(s, COREQ_QUOTATION, q.exact);
	coreq_figure(s, COREQ_QUOTATION, q.quotations);
	free(text);
	return 0;
}

/* "Chercher en vain (11 participants, 84 extracts, defined)" */
static void
theme_part(struct coreq_parts *p, const struct qda_tally *t, int64_t quoted)
{
	char	*people = COUNT(t->n, "%lld participant",
		    "%lld participants");
	char	*extracts = COUNT(t->m, "%lld extract", "%lld extracts");
	char	*quotations = COUNT(quoted, "%lld quotation",
		    "%lld quotations");

	coreq_part(p, "%s (%s, %s, %s%s%s)", t->name, people, extracts,
	    quoted > 0 ? quotations : "", quoted > 0 ? ", " : "",
	    t->also != NULL ? _("with a definition") :
	    _("without a definition"));
	free(people);
	free(extracts);
	free(quotations);
}

int
coreq_major(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list, quoted;
	struct coreq_parts	 p;
	char			*each, *count;

	s->command = "qda axial tree";
	if (qda_fact_themes(c->db, c->counted, &list, e) < 0)
		return -1;
	if (qda_fact_quoted_themes(c->db, &quoted, e) < 0) {
		qda_tallies_free(&list);
		return -1;
	}
	coreq_parts_begin(&p, _("; "));
	for (size_t i = 0; i < list.n; i++) {
		theme_part(&p, &list.at[i], quoted.at[i].n);
		coreq_figure(s, COREQ_PARTICIPANT, list.at[i].n);
		coreq_figure(s, COREQ_EXTRACT, list.at[i].m);
	}
	each = coreq_parts_end(&p);
	if (each != NULL) {
		count = COUNT((int64_t)list.n, "%lld category",
		    "%lld categories");
		s->evidence = qda_sprintf(_("%s: %s"), count, each);
		coreq_figure(s, COREQ_CATEGORY, (int64_t)list.n);
		free(count);
	}
	free(each);
	qda_tallies_free(&list);
	qda_tallies_free(&quoted);
	return 0;
}

/* The extracts of a stance: "P8: 4, P10: 2"; how many in all. */
static char *
by_participant(const struct qda_tallies *list, const char *stance,
    struct coreq_said *s, int64_t *n)
{
	struct coreq_parts	 p;
	char			*label;

	*n = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->at[i].also, stance) != 0)
			continue;
		label = coreq_label(&list->at[i]);
		coreq_part(&p, _("%s: %lld"), label,
		    (long long)list->at[i].n);
		coreq_named(s, label, list->at[i].n);
		coreq_figure(s, COREQ_EXTRACT, list->at[i].n);
		free(label);
		*n += list->at[i].n;
	}
	return coreq_parts_end(&p);
}

static char *
contrary_text(const struct qda_tallies *list, const char *stance,
    struct coreq_said *s)
{
	int64_t	 n;
	char	*who = by_participant(list, stance, s, &n), *count, *text;

	coreq_figure(s, COREQ_EXTRACT, n);
	if (who == NULL)
		return NULL;
	count = strcmp(stance, "contradicts") == 0 ?
	    COUNT(n, "%lld contrary extract", "%lld contrary extracts") :
	    COUNT(n, "%lld extract that qualifies", "%lld extracts that "
	    "qualify");
	text = qda_sprintf("%s (%s)", count, who);
	free(who);
	free(count);
	return text;
}

/* "2 single-participant properties"; those without a memo are said. */
static char *
single_text(const struct qda_fact_support *f)
{
	char	*single = COUNT(f->single, "%lld single-participant property",
		    "%lld single-participant properties"), *text;

	if (f->silent == 0)
		return single;
	text = qda_sprintf(_("%s, %lld without a memo"), single,
	    (long long)f->silent);
	free(single);
	return text;
}

int
coreq_minor(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	const struct qda_fact_support	*f;
	struct qda_tallies		 list;
	struct coreq_parts		 p;
	char				*against, *nuance, *single;

	s->command = "qda code list";
	if (support(c, &f, e) < 0 ||
	    qda_fact_contrary(c->db, c->counted, &list, e) < 0)
		return -1;
	against = contrary_text(&list, "contradicts", s);
	nuance = contrary_text(&list, "qualifies", s);
	single = single_text(f);
	coreq_parts_begin(&p, _("; "));
	if (against != NULL)
		coreq_part(&p, "%s", against);
	if (nuance != NULL)
		coreq_part(&p, "%s", nuance);
	if (f->single > 0)
		coreq_part(&p, "%s", single);
	s->evidence = coreq_parts_end(&p);
	coreq_figure(s, COREQ_PROPERTY, f->single);
	free(against);
	free(nuance);
	free(single);
	qda_tallies_free(&list);
	return 0;
}
