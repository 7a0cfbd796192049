/* coreq_design.c: items 9 to 13: approach and selection. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/coreq.h"

int
coreq_approach(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	return coreq_declared(c, s, "approach", e);
}

/* "poster 5, association 3"; in the sample, or of all approached. */
static char *
routes_text(const struct qda_tallies *list, bool sample, int64_t *silent,
    struct coreq_said *s)
{
	struct coreq_parts	 p;
	bool			 hidden = false;
	char			*route;
	int64_t			 n;

	*silent = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++) {
		n = sample ? list->at[i].m : list->at[i].n;
		if (list->at[i].name == NULL) {
			*silent += n;
		} else if (n > 0) {
			route = coreq_unnamed(list->at[i].name, _("[name]"),
			    &hidden);
			coreq_part(&p, "%s %lld", route, (long long)n);
			coreq_named(s, list->at[i].name, n);
			free(route);
		}
	}
	return coreq_parts_end(&p);
}

/* The names of the attributes that take several values. */
static char *
varying(const struct qda_tallies *list, int64_t *n)
{
	struct coreq_parts	 p;

	*n = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 1; i < list->n; i++)
		if (list->at[i].m == list->at[i - 1].m &&
		    (i < 2 || list->at[i].m != list->at[i - 2].m)) {
			coreq_part(&p, "%s", list->at[i].name);
			++*n;
		}
	return coreq_parts_end(&p);
}

/* What the table shows of the strategy, whatever it is called. */
int
coreq_sampling(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 routes, attributes = { 0 };
	struct coreq_parts	 p;
	char			*how = NULL, *vary = NULL;
	int64_t			 n, silent;

	if (coreq_declared(c, s, "sampling", e) < 0 ||
	    qda_fact_routes(c->db, &routes, e) < 0)
		return -1;
	if (qda_fact_attributes(c->db, &attributes, e) < 0) {
		qda_tallies_free(&routes);
		return -1;
	}
	how = routes_text(&routes, true, &silent, s);
	vary = varying(&attributes, &n);
	coreq_figure(s, COREQ_VARIATION, n);
	coreq_parts_begin(&p, _("; "));
	if (how != NULL)
		coreq_part(&p, _("approached by: %s"), how);
	if (vary != NULL)
		coreq_part(&p, _("attributes that vary: %s"), vary);
	s->evidence = coreq_parts_end(&p);
	free(how);
	free(vary);
	qda_tallies_free(&routes);
	qda_tallies_free(&attributes);
	return 0;
}

/* "then by telephone"; with numbers when that was not so for all. */
static char *
steps_text(const struct qda_tallies *list, int64_t approached)
{
	struct coreq_parts	 p;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].n == approached)
			coreq_part(&p, "%s", list->at[i].name);
		else
			coreq_part(&p, "%s %lld", list->at[i].name,
			    (long long)list->at[i].n);
	return coreq_parts_end(&p);
}

static char *
contact_sentence(const struct qda_tallies *list,
    const struct qda_tallies *then, struct coreq_said *s)
{
	int64_t	 silent, all = 0;
	char	*how = routes_text(list, false, &silent, s), *step, *text;

	for (size_t i = 0; i < list->n; i++)
		all += list->at[i].n;
	step = steps_text(then, all - silent);
	coreq_figure(s, COREQ_PARTICIPANT, all);
	text = how == NULL ? NULL : silent == 0 ? qda_sprintf(_("%s (of "
	    "%lld)%s%s"), how, (long long)all, step == NULL ? "" : _("; "),
	    step == NULL ? "" : step) : qda_sprintf(_("%s (of %lld; not "
	    "recorded for %lld)%s%s"), how, (long long)all,
	    (long long)silent, step == NULL ? "" : _("; "),
	    step == NULL ? "" : step);
	free(how);
	free(step);
	return text;
}

int
coreq_contact(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list, then;

	s->command = "qda participant list";
	if (qda_fact_routes(c->db, &list, e) < 0)
		return -1;
	if (qda_fact_steps(c->db, &then, e) < 0) {
		qda_tallies_free(&list);
		return -1;
	}
	s->answer = contact_sentence(&list, &then, s);
	qda_tallies_free(&list);
	qda_tallies_free(&then);
	return 0;
}

/* "P15, P16" */
static char *
names_of(const struct qda_tallies *list)
{
	struct coreq_parts	 p;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++)
		coreq_part(&p, "%s", list->at[i].name);
	return coreq_parts_end(&p);
}

static void
part_count(struct coreq_parts *p, char *counted, int64_t n)
{
	if (n > 0)
		coreq_part(p, "%s", counted);
	free(counted);
}

static char *
size_sentence(const struct qda_fact_size *size)
{
	struct coreq_parts	 p;
	char			*text, *names, *whole;

	coreq_parts_begin(&p, ", ");
	part_count(&p, COUNT(size->sample, "%lld participant",
	    "%lld participants"), size->sample);
	part_count(&p, COUNT(size->single, "%lld individual interview",
	    "%lld individual interviews"), size->single);
	part_count(&p, COUNT(size->joint, "%lld joint interview",
	    "%lld joint interviews"), size->joint);
	part_count(&p, COUNT(size->groups, "%lld focus group",
	    "%lld focus groups"), size->groups);
	part_count(&p, COUNT(size->answers, "%lld written answer",
	    "%lld written answers"), size->answers);
	text = coreq_parts_end(&p);
	if (size->without.n == 0)
		return text;
	names = names_of(&size->without);
	whole = qda_sprintf(_("%s; included without a source: %s"), text,
	    names);
	free(names);
	free(text);
	return whole;
}

int
coreq_sample_size(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_size	 size;

	s->command = "qda participant list";
	if (qda_fact_size(c->db, &size, e) < 0)
		return -1;
	if (size.sample > 0) {
		s->answer = size_sentence(&size);
		s->main = COREQ_PARTICIPANT;
		coreq_figure(s, COREQ_PARTICIPANT, size.sample);
		coreq_figure(s, COREQ_INTERVIEW, size.single + size.joint);
		coreq_figure(s, COREQ_INTERVIEW, size.single);
		coreq_figure(s, COREQ_GROUP, size.groups);
	}
	if (size.unlinked > 0)
		s->evidence = COUNT(size.unlinked, "%lld source has no "
		    "participant", "%lld sources have no participant");
	qda_tallies_free(&size.without);
	return 0;
}

/* An outcome other than to take part, and how an answer calls it. */
static const struct outcome {
	const char	*key, *words;
	bool		 refusal;
} outcomes[] = {
	{ "refused", N_("declined"), true },
	{ "refused-recording", N_("declined recording"), true },
	{ "no-reply", N_("no reply"), false },
	{ "no-date", N_("no date found"), false },
	{ "excluded", N_("excluded"), false },
};

/* A reason that only says the outcome again, in other words. */
static bool
says_again(const struct outcome *o, const char *reason)
{
	bool	 recording = strcmp(o->key, "refused-recording") == 0;

	return qda_text_distance(reason, _(o->words)) == 0 || (recording &&
	    qda_text_words(reason, strlen(reason)) <= 3 &&
	    (strcasestr(reason, "enregistre") != NULL ||
	    strcasestr(reason, "record") != NULL));
}

static char *
reasons_of(const struct outcome *o, const struct qda_tallies *list,
    int64_t *n, bool *hidden)
{
	struct coreq_parts	 p;
	char			*reason;

	*n = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->at[i].name, o->key) != 0)
			continue;
		*n += list->at[i].n;
		if (list->at[i].also == NULL ||
		    says_again(o, list->at[i].also))
			continue;
		reason = coreq_unnamed(list->at[i].also, _("[name]"),
		    hidden);
		coreq_part(&p, "%s", reason);
		free(reason);
	}
	return coreq_parts_end(&p);
}

/* "declined (2, no time)", "declined recording (1)"; how many that is. */
static int64_t
outcome_part(struct coreq_parts *all, const struct outcome *o,
    const struct qda_tallies *list, bool *hidden)
{
	bool	 recording = strcmp(o->key, "refused-recording") == 0;
	int64_t	 n;
	char	*reasons = reasons_of(o, list, &n, hidden);

	if (n > 0 && recording && reasons == NULL)
		coreq_part(all, _("declined recording (%lld)"),
		    (long long)n);
	else if (n > 0 && recording)
		coreq_part(all, _("declined recording (%lld, %s)"),
		    (long long)n, reasons);
	else if (n > 0 && reasons == NULL)
		coreq_part(all, "%s (%lld)", _(o->words), (long long)n);
	else if (n > 0)
		coreq_part(all, "%s (%lld, %s)", _(o->words), (long long)n,
		    reasons);
	free(reasons);
	return n;
}

static char *
withdrawals(int64_t n)
{
	return n == 0 ? qda_strdup(_("No withdrawal")) :
	    COUNT(n, "%lld withdrawal", "%lld withdrawals");
}

/* approached: all who were; nobody stayed out: no sentence. */
static char *
outcomes_sentence(const struct qda_tallies *list, struct coreq_said *s,
    int64_t approached, int64_t withdrew)
{
	struct coreq_parts	 p;
	int64_t			 n, out = 0, refused = 0;
	bool			 hidden = false;
	char			*how, *asked, *stayed, *left, *text = NULL;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		n = outcome_part(&p, &outcomes[i], list, &hidden);
		out += n;
		coreq_figure(s, COREQ_PARTICIPANT, n);
		refused += outcomes[i].refusal ? n : 0;
		if (outcomes[i].refusal && n > 0)
			coreq_figure(s, COREQ_REFUSAL, n);
	}
	coreq_figure(s, COREQ_REFUSAL, refused);
	how = coreq_parts_end(&p);
	asked = COUNT(approached, "%lld approached",
	    "%lld approached");
	stayed = COUNT(out, "%lld not included", "%lld not included");
	left = withdrawals(withdrew);
	if (how != NULL)
		text = qda_sprintf(_("%s; %s: %s. %s"), asked, stayed, how,
		    left);
	coreq_figure(s, COREQ_PARTICIPANT, out);
	coreq_figure(s, COREQ_PARTICIPANT, approached - out - withdrew);
	coreq_figure(s, COREQ_LEFT_OUT, out);
	coreq_figure(s, COREQ_LEFT_OUT, out + withdrew);
	s->main = COREQ_LEFT_OUT;
	free(how);
	free(asked);
	free(stayed);
	free(left);
	return text;
}

int
coreq_non_participation(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 list;
	int64_t			 all = 0, withdrew = 0;

	s->command = "qda participant list";
	if (qda_fact_outcomes(c->db, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		all += list.at[i].n;
		if (strcmp(list.at[i].name, "withdrew") == 0)
			withdrew += list.at[i].n;
	}
	s->answer = outcomes_sentence(&list, s, all, withdrew);
	if (s->answer == NULL)
		s->n = 0;
	if (s->answer == NULL && withdrew > 0)
		s->evidence = withdrawals(withdrew);
	else if (s->answer == NULL && all > 0)
		s->evidence = qda_strdup(_("only participants who were "
		    "included are in the project"));
	if (s->answer != NULL) {
		coreq_figure(s, COREQ_PARTICIPANT, all);
		coreq_figure(s, COREQ_WITHDRAWAL, withdrew);
	}
	qda_tallies_free(&list);
	return 0;
}
