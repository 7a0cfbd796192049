/* coreq_design.c: items 9 to 16: approach, selection, setting. */
#include <ctype.h>
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
routes_text(const struct qda_tallies *list, bool sample, int64_t *silent)
{
	struct coreq_parts	 p;
	int64_t			 n;

	*silent = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++) {
		n = sample ? list->at[i].m : list->at[i].n;
		if (list->at[i].name == NULL)
			*silent += n;
		else if (n > 0)
			coreq_part(&p, "%s %lld", list->at[i].name,
			    (long long)n);
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
	how = routes_text(&routes, true, &silent);
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

int
coreq_contact(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list;
	int64_t			 silent, all = 0;
	char			*how;

	s->command = "qda participant list";
	if (qda_fact_routes(c->db, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.n; i++)
		all += list.at[i].n;
	how = routes_text(&list, false, &silent);
	if (how != NULL && silent == 0)
		s->answer = qda_sprintf(_("%s (of %lld)"), how,
		    (long long)all);
	else if (how != NULL)
		s->answer = qda_sprintf(_("%s (of %lld; not recorded for "
		    "%lld)"), how, (long long)all, (long long)silent);
	free(how);
	qda_tallies_free(&list);
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
	enum coreq_noun	 noun;
} outcomes[] = {
	{ "refused", N_("declined"), COREQ_REFUSAL },
	{ "no-reply", N_("no reply"), COREQ_COUNTED },
	{ "no-date", N_("no date found"), COREQ_COUNTED },
	{ "excluded", N_("excluded"), COREQ_COUNTED },
};

/* "declined (2, no time)"; how many that is. */
static int64_t
outcome_part(struct coreq_parts *all, const struct outcome *o,
    const struct qda_tallies *list)
{
	struct coreq_parts	 p;
	int64_t			 n = 0;
	char			*reasons;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->at[i].name, o->key) != 0)
			continue;
		n += list->at[i].n;
		if (list->at[i].also != NULL &&
		    qda_text_distance(list->at[i].also, _(o->words)) > 0)
			coreq_part(&p, "%s", list->at[i].also);
	}
	reasons = coreq_parts_end(&p);
	if (n > 0 && reasons == NULL)
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
	int64_t			 n, out = 0;
	char			*how, *asked, *stayed, *left, *text = NULL;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		n = outcome_part(&p, &outcomes[i], list);
		out += n;
		coreq_figure(s, COREQ_PARTICIPANT, n);
		if (outcomes[i].noun < COREQ_COUNTED)
			coreq_figure(s, outcomes[i].noun, n);
	}
	how = coreq_parts_end(&p);
	asked = COUNT(approached, "%lld approached",
	    "%lld approached");
	stayed = COUNT(out, "%lld not included", "%lld not included");
	left = withdrawals(withdrew);
	if (how != NULL)
		text = qda_sprintf(_("%s; %s: %s. %s"), asked, stayed, how,
		    left);
	coreq_figure(s, COREQ_PARTICIPANT, out);
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

/* Words that begin with a capital behind the first may name a place. */
static char *
without_places(const char *setting, bool *hidden)
{
	struct qda_mem	 m;
	const char	*s = setting;
	size_t		 n;

	qda_mem_open(&m);
	while (*s != '\0') {
		size_t	 at = 0;
		int32_t	 c = qda_text_next(s, strlen(s), &at);
		bool	 upper = (c >= 'A' && c <= 'Z') ||
			    (c >= 0xc0 && c <= 0xde);

		n = strcspn(s, " ");
		if (s > setting && upper && n > at &&
		    !isupper((unsigned char)s[at])) {
			fputs(_("[place]"), m.f);
			*hidden = true;
		} else
			fwrite(s, 1, n, m.f);
		s += n;
		for (; *s == ' '; s++)
			fputc(' ', m.f);
	}
	return qda_mem_text(&m);
}

/* A medium that says more than the setting does. */
static bool
is_remote(const char *medium, const char *setting)
{
	static const char	*const here[] = {
		"face to face", "face-to-face", "in person", "présentiel",
		"en présentiel", "face à face", "en face à face", NULL
	};

	return medium != NULL && !coreq_is(medium, here) &&
	    qda_text_distance(medium, setting) > 0;
}

static void
setting_part(struct coreq_parts *p, const struct qda_tally *t, bool *hidden)
{
	char	*where = without_places(t->name != NULL ? t->name : t->also,
		    hidden);

	if (t->name != NULL && is_remote(t->also, t->name))
		coreq_part(p, "%s (%s) %lld", where, t->also,
		    (long long)t->n);
	else
		coreq_part(p, "%s %lld", where, (long long)t->n);
	free(where);
}

/* The rows of one setting are one, where the medium adds nothing. */
static void
join_settings(struct qda_tallies *list)
{
	struct qda_tally	*a, *b;

	for (size_t i = 0; i < list->n; i++)
		for (size_t k = i + 1; k < list->n; k++) {
			a = &list->at[i];
			b = &list->at[k];
			if (a->name == NULL || b->name == NULL ||
			    strcmp(a->name, b->name) != 0 ||
			    is_remote(a->also, a->name) ||
			    is_remote(b->also, b->name))
				continue;
			a->n += b->n;
			b->n = 0;
		}
}

int
coreq_setting(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list;
	struct coreq_parts	 p;
	int64_t			 silent = 0;
	bool			 hidden = false;
	char			*text;

	s->command = "qda source list";
	if (qda_fact_settings(c->db, &list, e) < 0)
		return -1;
	join_settings(&list);
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i].name == NULL && list.at[i].also == NULL)
			silent += list.at[i].n;
		else if (list.at[i].n > 0)
			setting_part(&p, &list.at[i], &hidden);
	text = coreq_parts_end(&p);
	if (text != NULL && silent > 0)
		s->answer = qda_sprintf(_("%s; not recorded for %lld"), text,
		    (long long)silent);
	else
		s->answer = qda_strdup(text);
	if (hidden)
		s->evidence = qda_strdup(_("what looks like the name of a "
		    "place is left out"));
	free(text);
	qda_tallies_free(&list);
	return 0;
}

/* The interviews in which somebody else was present, or spoke though not. */
struct presence {
	int64_t	 yes, no, silent;
	char	*who;		/* "his wife (P9)" */
	char	*voices;	/* third voices where none was present */
	char	*heard;		/* where nothing is recorded */
};

static void
read_presence(struct presence *pr, const struct qda_tallies *list)
{
	struct coreq_parts	 who, voices, heard;
	char			*label;

	coreq_parts_begin(&who, ", ");
	coreq_parts_begin(&voices, ", ");
	coreq_parts_begin(&heard, ", ");
	for (size_t i = 0; i < list->n; i++) {
		const struct qda_tally	*t = &list->at[i];

		label = coreq_label(t);
		if (t->also == NULL)
			pr->silent++;
		else if (coreq_is_no(t->also))
			pr->no++;
		else {
			pr->yes++;
			coreq_part(&who, "%s (%s)", t->also, label);
		}
		if (t->n == 1 && t->also == NULL)
			coreq_part(&heard, "%s", label);
		else if (t->n == 1 && coreq_is_no(t->also))
			coreq_part(&voices, "%s", label);
		free(label);
	}
	pr->who = coreq_parts_end(&who);
	pr->voices = coreq_parts_end(&voices);
	pr->heard = coreq_parts_end(&heard);
}

static char *
presence_sentence(const struct presence *pr)
{
	char	*in, *text;

	if (pr->yes == 0)
		return pr->silent > 0 || pr->no == 0 ? NULL :
		    COUNT(pr->no, "No: nobody else in the one interview",
		    "No: nobody else in any of the %lld interviews");
	in = COUNT(pr->yes, "Yes, in %lld interview",
	    "Yes, in %lld interviews");
	text = pr->silent == 0 ? qda_sprintf(_("%s: %s"), in, pr->who) :
	    qda_sprintf(_("%s: %s; not recorded for %lld"), in, pr->who,
	    (long long)pr->silent);
	free(in);
	return text;
}

int
coreq_present(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_tallies	 list;
	struct presence		 pr = { 0 };
	struct coreq_parts	 p;

	s->command = "qda source dump";
	if (qda_fact_present(c->db, &list, e) < 0)
		return -1;
	read_presence(&pr, &list);
	s->answer = presence_sentence(&pr);
	coreq_parts_begin(&p, _("; "));
	if (s->answer == NULL && pr.no > 0)
		coreq_part(&p, _("nobody else recorded for %lld of %lld "
		    "interviews"), (long long)pr.no, (long long)list.n);
	if (pr.heard != NULL)
		coreq_part(&p, _("a third voice speaks, and nobody is "
		    "recorded as present: %s"), pr.heard);
	s->evidence = coreq_parts_end(&p);
	if (pr.voices != NULL)
		s->conflict = qda_sprintf(_("nobody else is recorded as "
		    "present, and a third voice speaks: %s"), pr.voices);
	if (s->answer != NULL) {
		coreq_figure(s, COREQ_INTERVIEW, pr.yes);
		coreq_figure(s, COREQ_INTERVIEW, pr.no);
		coreq_figure(s, COREQ_INTERVIEW, (int64_t)list.n);
	}
	free(pr.who);
	free(pr.voices);
	free(pr.heard);
	qda_tallies_free(&list);
	return 0;
}
