/* coreq_srqr.c: what SRQR asks beside COREQ; several facts in one answer. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/coreq.h"

int
coreq_title(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	return coreq_declared(c, s, "title", e);
}

int
coreq_question(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	return coreq_declared(c, s, "question", e);
}

int
coreq_ethics(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	return coreq_declared(c, s, "ethics", e);
}

/* Of all, or it is no answer: nobody knows what the others said. */
int
coreq_consent(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_consent	 consent;

	s->command = "qda participant dump";
	if (qda_fact_consent(c->db, &consent, e) < 0)
		return -1;
	if (consent.sample > 0 && consent.recorded == consent.sample) {
		s->answer = qda_sprintf(ngettext("Consent or non-opposition "
		    "of %lld of %lld participant", "Consent or non-opposition"
		    " of %lld of %lld participants",
		    (unsigned long)consent.sample), (long long)consent.given,
		    (long long)consent.sample);
		coreq_figure(s, COREQ_PARTICIPANT, consent.sample);
		coreq_figure(s, COREQ_PARTICIPANT, consent.given);
	} else if (consent.recorded > 0)
		s->evidence = qda_sprintf(_("consent recorded for %lld of "
		    "%lld participants"), (long long)consent.recorded,
		    (long long)consent.sample);
	return 0;
}

/* When the interviews were held. */
int
coreq_dated(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_period	 when;

	s->command = "qda source list";
	if (qda_fact_period(c->db, &when, e) < 0)
		return -1;
	if (when.dated > 0)
		s->answer = coreq_period(when.first, when.last);
	if (when.dated > 0 && when.dated < when.interviews)
		s->evidence = qda_sprintf(_("dates recorded for %lld of %lld "
		    "interviews"), (long long)when.dated,
		    (long long)when.interviews);
	coreq_day(s, COREQ_HELD, when.first);
	coreq_day(s, COREQ_HELD, when.last);
	free(when.first);
	free(when.last);
	return 0;
}

/* ---- several facts ------------------------------------------------------ */

/* What stands before an answer that says not by itself what it is about. */
static const struct {
	coreq_prefill	*say;
	const char	*label;
} labels[] = {
	{ coreq_occupation, N_("Occupation") },
	{ coreq_gender, N_("Gender") },
	{ coreq_training, N_("Experience and training") },
	{ coreq_told, N_("Told to participants") },
	{ coreq_setting, N_("Settings") },
	{ coreq_present, N_("Others present") },
	{ coreq_contact, N_("Approached by") },
	{ coreq_repeats, N_("Repeat interviews") },
	{ coreq_recording, N_("Recording") },
	{ coreq_duration, N_("Duration") },
	{ coreq_field_notes, N_("Field notes") },
	{ coreq_coders, N_("Coders") },
	{ coreq_tree, N_("Coding tree") },
	{ coreq_returned, N_("Transcripts returned") },
	{ coreq_findings, N_("Findings returned") },
};

/* The answer behind its label, as a sentence; frees it. */
static char *
labelled(coreq_prefill *say, char *answer)
{
	const char	*label = NULL;
	char		*text;

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (labels[i].say == say)
			label = _(labels[i].label);
	answer = coreq_sentence(answer);
	if (answer == NULL || label == NULL)
		return answer;
	text = qda_sprintf(_("%s: %s"), label, answer);
	free(answer);
	return text;
}

/* One text behind another, the divider between them; frees the second. */
static void
add_text(char **all, char *text, const char *divider)
{
	char	*both;

	if (text == NULL)
		return;
	if (*all == NULL) {
		*all = text;
		return;
	}
	both = qda_sprintf("%s%s%s", *all, divider, text);
	free(*all);
	free(text);
	*all = both;
}

/*
 * In an answer about several things any number may be something else than a
 * duration: none is compared with those.
 */
static void
add_facts(struct coreq_said *all, const struct coreq_said *part)
{
	for (size_t i = 0; i < part->n; i++) {
		if (part->figures[i].noun >= COREQ_MEAN &&
		    part->figures[i].noun <= COREQ_MAX)
			continue;
		coreq_figure(all, part->figures[i].noun, part->figures[i].n);
		all->figures[all->n - 1].m = part->figures[i].m;
	}
	for (size_t i = 0; i < part->named.n; i++)
		coreq_named(all, part->named.at[i].name,
		    part->named.at[i].n);
	for (size_t i = 0; i < part->n_days; i++)
		coreq_day(all, part->days[i].event, part->days[i].iso);
}

/* The command is that of the first evidence, else of the first answer. */
void
coreq_join(struct coreq_said *all, struct coreq_said *part,
    coreq_prefill *say)
{
	if (all->command == NULL ||
	    (all->evidence == NULL && part->evidence != NULL) ||
	    (all->answer == NULL && all->evidence == NULL &&
	    part->answer != NULL)) {
		free(all->composed);
		all->command = part->command;
		all->composed = part->composed;
		part->composed = NULL;
	}
	add_facts(all, part);
	add_text(&all->answer, labelled(say, part->answer), " ");
	add_text(&all->evidence, part->evidence, _("; "));
	add_text(&all->conflict, part->conflict, _("; "));
	add_text(&all->hint, part->hint, _("; "));
	all->nowhere = all->nowhere || part->nowhere;
	part->answer = part->evidence = part->conflict = part->hint = NULL;
	coreq_said_free(part);
}
