/* coreq_analysis.c: items 24 to 28: the analysis. */
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
		    "%lld interviews") : coreq_ranges(&c->coded, coreq_to());

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
	char	*text, *whole;

	if (list->verdicts == 0)
		return NULL;
	if (list->reasons == list->verdicts)
		return COUNT(list->verdicts, "%lld disagreement discussed, "
		    "the decision with its reason", "%lld disagreements "
		    "discussed, each decision with its reason");
	text = COUNT(list->verdicts, "%lld disagreement discussed",
	    "%lld disagreements discussed");
	whole = qda_sprintf(_("%s, with a reason for %lld"), text,
	    (long long)list->reasons);
	free(text);
	return whole;
}

static void
coder_figures(const struct qda_fact_coders *list, struct coreq_said *s)
{
	const char	*name;
	int64_t		 blind = 0, open = 0;

	s->main = COREQ_CODER;
	coreq_figure(s, COREQ_CODER, (int64_t)list->n);
	coreq_figure(s, COREQ_INTERVIEW, list->sources);
	for (size_t i = 0; i < list->n; i++) {
		coreq_figure(s, COREQ_INTERVIEW,
		    (int64_t)list->at[i].coded.n);
		name = strrchr(list->at[i].name, ' ');
		coreq_named(s, name == NULL ? list->at[i].name : name + 1,
		    (int64_t)list->at[i].coded.n);
		blind += list->at[i].blind;
		open += list->at[i].open;
	}
	s->denies |= blind == 0 && open > 0 ? COREQ_NOT_BLIND : 0;
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
	coder_figures(&list, s);
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
			coreq_part(p, strchr(list->at[i].name, '(') != NULL ?
			    "%s" : _("%s (transcription)"),
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
	s->programs = qda_strdup(s->answer);
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
