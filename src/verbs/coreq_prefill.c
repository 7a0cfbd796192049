/* coreq_prefill.c: which function fills which item of a checklist. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/project.h"
#include "verbs/coreq.h"

static const struct {
	const char	*key;		/* prefill, in the checklist's file */
	coreq_prefill	*say;
	const char	*fill;		/* what records it, or NULL */
} prefills[] = {
	{ "interviewer", coreq_interviewer,
	    "qda source set NAME interviewer=..." },
	{ "credentials", coreq_credentials,
	    "qda coder set NAME credentials=..." },
	{ "occupation", coreq_occupation,
	    "qda coder set NAME occupation=..." },
	{ "gender", coreq_gender,
	    "qda coder set NAME gender=..." },
	{ "training", coreq_training,
	    "qda coder set NAME training=..." },
	{ "known", coreq_known,
	    "qda participant set NAME known=..." },
	{ "told-participants", coreq_told,
	    "qda project set told-participants=..." },
	{ "position", coreq_position,
	    "qda memo add --kind position ..." },
	{ "approach", coreq_approach,
	    "qda project set approach=..." },
	{ "sampling", coreq_sampling,
	    "qda project set sampling=..." },
	{ "contact", coreq_contact,
	    "qda participant set NAME approach=..." },
	{ "sample-size", coreq_sample_size,
	    "qda import FILE..." },
	{ "non-participation", coreq_non_participation,
	    "qda participant add NAME outcome=..." },
	{ "setting", coreq_setting,
	    "qda source set NAME setting=..." },
	{ "present", coreq_present,
	    "qda source set NAME present=..." },
	{ "sample", coreq_sample,
	    "qda participant load FILE" },
	{ "guide", coreq_guide,
	    "qda guide add VERSION --from FILE" },
	{ "repeats", coreq_repeats,
	    "qda import FILE..." },
	{ "recording", coreq_recording,
	    "qda source set NAME recording=..." },
	{ "field-notes", coreq_field_notes,
	    "qda memo add --field --on NAME ..." },
	{ "duration", coreq_duration,
	    "qda source set NAME duration=..." },
	{ "saturation", coreq_saturation,
	    "qda project set stopping-rule=..." },
	{ "returned", coreq_returned,
	    "qda source set NAME returned=..." },
	{ "coders", coreq_coders,
	    "qda tag CODE ADDRESS..." },
	{ "tree", coreq_tree,
	    "qda axial load FILE" },
	{ "derivation", coreq_derivation,
	    "qda tag CODE ADDRESS..." },
	{ "software", coreq_software,
	    "qda project set software=..." },
	{ "findings-returned", coreq_findings,
	    "qda project set findings-returned=..." },
	{ "quotations", coreq_quotations,
	    "qda quote add ADDRESS..." },
	{ "consistency", coreq_consistency,
	    "qda tag CODE ADDRESS..." },
	{ "major-themes", coreq_major,
	    "qda axial load FILE" },
	{ "minor-themes", coreq_minor,
	    "qda tag CODE ADDRESS..." },
	{ "title", coreq_title,
	    "qda project set title=..." },
	{ "question", coreq_question,
	    "qda project set question=..." },
	{ "ethics", coreq_ethics,
	    "qda project set ethics=..." },
	{ "consent", coreq_consent,
	    "qda participant set NAME consent=..." },
	{ "period", coreq_dated,
	    "qda source set NAME date=..." },
};

enum { N_PREFILLS = sizeof(prefills) / sizeof(*prefills) };

int
coreq_declared(const struct coreq *c, struct coreq_said *s,
    const char *field, struct qda_err *e)
{
	s->command = "qda project show";
	if (qda_field_get(&s->answer, c->db,
	    qda_field_named(qda_project_fields, field), QDA_PROJECT_ID, e) <
	    0)
		return -1;
	if (s->answer != NULL && *s->answer == '\0') {
		free(s->answer);
		s->answer = NULL;
	}
	return 0;
}

/* What is to be judged has no answer: what is known goes to the evidence. */
static void
only_evidence(struct coreq_said *s)
{
	char	*answer = s->answer, *evidence = s->evidence;

	s->answer = NULL;
	if (answer == NULL)
		return;
	s->evidence = evidence == NULL ? qda_strdup(answer) :
	    qda_sprintf("%s%s%s", answer, _("; "), evidence);
	free(answer);
	free(evidence);
}

/*
 * The row of the name at *key, N_PREFILLS for none, and *key moved to the next
 * one, NULL behind the last.
 */
static size_t
next_prefill(const char **key)
{
	size_t	 n = strcspn(*key, " "), i = 0;

	while (i < N_PREFILLS && (strncmp(prefills[i].key, *key, n) != 0 ||
	    prefills[i].key[n] != '\0'))
		i++;
	*key = (*key)[n] == '\0' ? NULL : *key + n + 1;
	return i;
}

const char *
coreq_fill(const struct qda_checklist_item *item)
{
	const char	*key = item->prefill, *fill = NULL;
	size_t		 i;

	while (key != NULL && fill == NULL) {
		i = next_prefill(&key);
		fill = i == N_PREFILLS ? NULL : prefills[i].fill;
	}
	return fill;
}

/* All that the names of an item say. */
static int
say_all(const struct coreq *c, const struct qda_checklist_item *item,
    struct coreq_said *s, struct qda_err *e)
{
	const char		*key = item->prefill;
	bool			 several = key != NULL &&
				    strchr(key, ' ') != NULL;
	struct coreq_said	 part;
	size_t			 i;

	while (key != NULL) {
		if ((i = next_prefill(&key)) == N_PREFILLS)
			continue;
		memset(&part, 0, sizeof(part));
		if (prefills[i].say(c, &part, e) < 0) {
			coreq_said_free(&part);
			return -1;
		}
		if (item->state == QDA_ITEM_JUDGE)
			only_evidence(&part);
		if (several)
			coreq_join(s, &part, prefills[i].say);
		else
			*s = part;
	}
	return 0;
}

int
coreq_say(const struct coreq *c, const struct qda_checklist_item *item,
    struct coreq_said *s, struct qda_err *e)
{
	memset(s, 0, sizeof(*s));
	if (say_all(c, item, s, e) < 0) {
		coreq_said_free(s);
		return -1;
	}
	s->answer = coreq_spaced(coreq_sentence(s->answer));
	s->evidence = coreq_spaced(coreq_sentence(s->evidence));
	s->conflict = coreq_spaced(s->conflict);
	s->hint = coreq_spaced(s->hint);
	return 0;
}
