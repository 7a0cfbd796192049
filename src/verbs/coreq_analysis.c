/* coreq_analysis.c: items 24 to 32: analysis and findings. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/project.h"
#include "verbs/coreq.h"

/* "C. Aubert (11 interviews)", "N. Lambert (P1-P4, blind)" */
static void
coder_part(struct coreq_parts *p, const struct qda_fact_coder *c,
    int64_t sources)
{
	int64_t	 n = (int64_t)c->coded.n;
	char	*name = coreq_short_name(c->name);
	char	*what = n == sources ? COUNT(n, "%lld interview",
		    "%lld interviews") : coreq_ranges(&c->coded);

	if (c->blind == n)
		coreq_part(p, _("%s (%s, blind)"), name, what);
	else
		coreq_part(p, "%s (%s)", name, what);
	free(name);
	free(what);
}

static char *
verdicts_text(const struct qda_fact_coders *list)
{
	if (list->verdicts == 0)
		return NULL;
	if (list->reasons == list->verdicts)
		return COUNT(list->verdicts, "%lld disagreement decided, with "
		    "its reason", "%lld disagreements decided, each with its "
		    "reason");
	return COUNT(list->verdicts, "%lld disagreement decided",
	    "%lld disagreements decided");
}

int
coreq_coders(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_coders	 list;
	struct coreq_parts	 p;
	char			*who, *decided;

	s->command = "qda coder list";
	if (qda_fact_coders(c->db, &list, e) < 0)
		return -1;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list.n; i++)
		coder_part(&p, &list.at[i], list.sources);
	who = coreq_parts_end(&p);
	decided = verdicts_text(&list);
	if (who != NULL)
		s->answer = qda_sprintf(_("%zu: %s%s%s"), list.n, who,
		    decided == NULL ? "" : _("; "),
		    decided == NULL ? "" : decided);
	coreq_figure(s, COREQ_CODER, (int64_t)list.n);
	free(who);
	free(decided);
	qda_fact_coders_free(&list);
	return 0;
}

static char *
tree_text(const struct qda_fact_tree *t)
{
	struct coreq_parts	 p;
	char			*categories, *below, *properties, *defined;

	categories = COUNT(t->categories, "%lld category",
	    "%lld categories");
	below = COUNT(t->subcategories, "%lld sub-category",
	    "%lld sub-categories");
	properties = COUNT(t->properties, "%lld property",
	    "%lld properties");
	defined = COUNT(t->defined, "%lld with a definition",
	    "%lld with a definition");
	coreq_parts_begin(&p, ", ");
	if (t->categories > 0)
		coreq_part(&p, "%s", categories);
	if (t->subcategories > 0)
		coreq_part(&p, "%s", below);
	coreq_part(&p, "%s, %s", properties, defined);
	free(categories);
	free(below);
	free(properties);
	free(defined);
	return coreq_parts_end(&p);
}

/* "codings of C. Aubert", or NULL when nobody coded. */
static int
whose(char **text, const struct coreq *c, struct qda_err *e)
{
	char	*names;

	*text = NULL;
	if (coreq_counted_names(&names, c, e) < 0)
		return -1;
	if (names != NULL)
		*text = qda_sprintf(_("codings of %s"), names);
	free(names);
	return 0;
}

/* It is not described before it stands somewhere: then "Yes". */
int
coreq_tree(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_tree	 tree;
	char			*text;

	s->command = "qda axial tree";
	if (qda_fact_tree(c->db, c->counted, &tree, e) < 0 ||
	    whose(&s->evidence, c, e) < 0)
		return -1;
	if (tree.categories + tree.subcategories + tree.properties == 0)
		return 0;
	text = tree_text(&tree);
	s->nowhere = c->place == NULL;
	s->answer = c->place == NULL ?
	    qda_sprintf(_("[to be completed: where] %s"), text) :
	    qda_sprintf(_("Yes, %s: %s"), c->place, text);
	coreq_figure(s, COREQ_CATEGORY, tree.categories);
	coreq_figure(s, COREQ_SUBCATEGORY, tree.subcategories);
	coreq_figure(s, COREQ_PROPERTY, tree.properties);
	coreq_figure(s, COREQ_PROPERTY, tree.defined);
	free(text);
	return 0;
}

static char *
searched_text(const struct qda_fact_derivation *d)
{
	char	*units, *text;

	if (d->searched == 0)
		return NULL;
	units = COUNT(d->searched, "%lld unit came from a word search",
	    "%lld units came from a word search");
	text = d->read == d->searched ? qda_sprintf(_("%s, all read"),
	    units) : qda_sprintf(_("%s, %lld read"), units,
	    (long long)d->read);
	free(units);
	return text;
}

static char *
created_text(const struct qda_fact_derivation *d)
{
	char	*made, *text;

	if (d->days == 1)
		return COUNT(d->properties, "%lld property, imported: the "
		    "project does not know how it was found",
		    "%lld properties, imported on one day: the project does "
		    "not know how they were found");
	made = qda_sprintf(ngettext("%lld of %lld properties was created "
	    "during coding", "%lld of %lld properties were created during "
	    "coding", (unsigned long)d->during), (long long)d->during,
	    (long long)d->properties);
	text = d->loaded == 0 ? qda_sprintf(_("%s; no codebook was loaded "
	    "beforehand"), made) : qda_sprintf(_("%s; %lld came from a "
	    "codebook loaded beforehand"), made, (long long)d->loaded);
	free(made);
	return text;
}

int
coreq_derivation(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_derivation	 d;
	char				*made, *found;

	s->command = "qda code list";
	if (qda_fact_derivation(c->db, c->counted, &d, e) < 0)
		return -1;
	if (d.properties == 0)
		return 0;
	made = created_text(&d);
	found = searched_text(&d);
	s->evidence = qda_sprintf("%s%s%s", made, found == NULL ? "" : ". ",
	    found == NULL ? "" : found);
	coreq_figure(s, COREQ_PROPERTY, d.properties);
	coreq_figure(s, COREQ_PROPERTY, d.during);
	coreq_figure(s, COREQ_PROPERTY, d.loaded);
	free(made);
	free(found);
	return 0;
}

static int
declared_software(char **text, const struct coreq *c, struct qda_err *e)
{
	return qda_field_get(text, c->db, qda_field_named(qda_project_fields,
	    "software"), QDA_PROJECT_ID, e);
}

/* The programs of transcripts that the declared list does not name. */
static void
other_software(struct coreq_parts *p, const struct qda_tallies *list,
    const char *declared)
{
	for (size_t i = 0; i < list->n; i++)
		if (declared == NULL ||
		    strcasestr(declared, list->at[i].name) == NULL)
			coreq_part(p, _("%s (transcription)"),
			    list->at[i].name);
}

int
coreq_software(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 list;
	struct coreq_parts	 p;
	char			*declared;
	int64_t			 codings;

	s->command = "qda project show";
	if (qda_fact_codings(c->db, &codings, e) < 0 ||
	    declared_software(&declared, c, e) < 0)
		return -1;
	if (qda_fact_software(c->db, &list, e) < 0) {
		free(declared);
		return -1;
	}
	coreq_parts_begin(&p, ", ");
	if (codings > 0)
		coreq_part(&p, _("qda %s (analysis)"), QDA_VERSION);
	if (declared != NULL && *declared != '\0')
		coreq_part(&p, "%s", declared);
	other_software(&p, &list, declared);
	s->answer = coreq_parts_end(&p);
	free(declared);
	qda_tallies_free(&list);
	return 0;
}

int
coreq_findings(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	return coreq_declared(c, s, "findings-returned", e);
}

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
		return qda_sprintf(_("%lld for each participant"),
		    (long long)low->n);
	return qda_sprintf(_("%lld (%s) to %lld (%s) for each participant"),
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
	if (all > 0) {
		s->answer = quotations_sentence(&list, all, nobody);
		coreq_figure(s, COREQ_QUOTATION, all);
	}
	qda_tallies_free(&list);
	return 0;
}

/* What is to be judged begins alike; frees the text. */
static char *
to_judge(char *text)
{
	char	*whole = text == NULL ? NULL :
		    qda_sprintf(_("To judge: %s"), text);

	free(text);
	return whole;
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

int
coreq_consistency(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	const struct qda_fact_support	*f;
	struct coreq_parts		 p;
	char				*single, *links;

	s->command = "qda code list";
	if (support(c, &f, e) < 0)
		return -1;
	if (f->properties == 0)
		return 0;
	single = COUNT(f->single, "%lld rests on one participant",
	    "%lld rest on one participant");
	links = COUNT(f->unsupported, "%lld relation without an extract",
	    "%lld relations without an extract");
	coreq_parts_begin(&p, _("; "));
	coreq_part(&p, _("%lld/%lld properties have an extract"),
	    (long long)f->extracts, (long long)f->properties);
	if (f->single > 0)
		coreq_part(&p, "%s", single);
	if (f->relations > 0)
		coreq_part(&p, "%s", links);
	s->evidence = to_judge(coreq_parts_end(&p));
	coreq_figure(s, COREQ_PROPERTY, f->properties);
	coreq_figure(s, COREQ_PROPERTY, f->extracts);
	coreq_figure(s, COREQ_PROPERTY, f->single);
	free(single);
	free(links);
	return 0;
}

/* "Chercher en vain (11 participants, 84 extracts, defined)" */
static void
theme_part(struct coreq_parts *p, const struct qda_tally *t)
{
	char	*people = COUNT(t->n, "%lld participant",
		    "%lld participants");
	char	*extracts = COUNT(t->m, "%lld extract", "%lld extracts");

	coreq_part(p, "%s (%s, %s, %s)", t->name, people, extracts,
	    t->also != NULL ? _("with a definition") :
	    _("without a definition"));
	free(people);
	free(extracts);
}

int
coreq_major(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list;
	struct coreq_parts	 p;
	char			*each, *count;

	s->command = "qda axial tree";
	if (qda_fact_themes(c->db, c->counted, &list, e) < 0)
		return -1;
	coreq_parts_begin(&p, _("; "));
	for (size_t i = 0; i < list.n; i++)
		theme_part(&p, &list.at[i]);
	each = coreq_parts_end(&p);
	if (each != NULL) {
		count = COUNT((int64_t)list.n, "%lld category",
		    "%lld categories");
		s->evidence = to_judge(qda_sprintf(_("%s: %s"), count,
		    each));
		coreq_figure(s, COREQ_CATEGORY, (int64_t)list.n);
		free(count);
	}
	free(each);
	qda_tallies_free(&list);
	return 0;
}

/* The extracts of a stance: "P8: 4, P10: 2"; how many in all. */
static char *
by_participant(const struct qda_tallies *list, const char *stance, int64_t *n)
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
	char	*who = by_participant(list, stance, &n), *count, *text;

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
	single = COUNT(f->single, "%lld single-participant property",
	    "%lld single-participant properties");
	coreq_parts_begin(&p, _("; "));
	if (against != NULL)
		coreq_part(&p, "%s", against);
	if (nuance != NULL)
		coreq_part(&p, "%s", nuance);
	if (f->single > 0)
		coreq_part(&p, "%s", single);
	s->evidence = to_judge(coreq_parts_end(&p));
	coreq_figure(s, COREQ_PROPERTY, f->single);
	free(against);
	free(nuance);
	free(single);
	qda_tallies_free(&list);
	return 0;
}
