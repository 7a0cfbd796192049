/* coreq_returned.c: item 23: what came of giving transcripts back. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/coreq.h"

/* How transcripts went back, as the field is usually filled. */
struct returns {
	int64_t			 offered, asked, sent, no, silent;
	int64_t			 corrections;
	struct coreq_parts	 corrected, other;
};

static const char	*const words_offered[] = {
	"proposé", "offert", "offered", "proposed", NULL
};
static const char	*const words_asked[] = {
	"demandé", "requested", "asked", "asked for", NULL
};
static const char	*const words_sent[] = {
	"oui", "yes", "rendu", "envoyé", "transmis", "retourné", "returned",
	"sent", NULL
};

/* One of the words of a cell. */
static void
read_return(struct returns *r, const char *word, const char *label)
{
	struct qda_err	 ignored;
	char		 iso[11];

	if (coreq_is(word, words_offered))
		r->offered++;
	else if (coreq_is(word, words_asked))
		r->asked++;
	else if (coreq_is_no(word))
		r->no++;
	else if (coreq_is(word, words_sent) ||
	    qda_date_read(iso, word, &ignored) == 0)
		r->sent++;
	else if (strcasestr(word, "correction") != NULL) {
		r->corrections++;
		coreq_part(&r->corrected, "%s", label);
	} else
		coreq_part(&r->other, "%s (%s)", word, label);
}

static void
read_returns(struct returns *r, const struct qda_tally *t)
{
	char	*cell, *label, *state = NULL, *word;

	if (t->also == NULL) {
		r->silent++;
		return;
	}
	cell = qda_strdup(t->also);
	label = coreq_label(t);
	for (word = strtok_r(cell, ",;", &state); word != NULL;
	    word = strtok_r(NULL, ",;", &state)) {
		word += strspn(word, " ");
		if (*word != '\0')
			read_return(r, word, label);
	}
	free(cell);
	free(label);
}

static void
corrections_part(struct coreq_parts *p, const struct returns *r,
    const char *who)
{
	char	 n[24];

	if (r->corrections > 0)
		coreq_part(p, ngettext("%s correction received (%s)",
		    "%s corrections received (%s)",
		    (unsigned long)r->corrections),
		    coreq_number_feminine(n, r->corrections), who);
}

static char *
returns_sentence(struct returns *r, int64_t interviews)
{
	struct coreq_parts	 p;
	char			*who = coreq_parts_end(&r->corrected);
	char			*other = coreq_parts_end(&r->other);

	coreq_parts_begin(&p, ", ");
	if (r->no > 0 && r->no == interviews)
		coreq_part(&p, _("No: returned to none of %lld"),
		    (long long)r->no);
	else if (r->no > 0)
		coreq_part(&p, _("not returned to %lld"), (long long)r->no);
	if (r->offered > 0)
		coreq_part(&p, _("offered to %lld"), (long long)r->offered);
	if (r->asked > 0)
		coreq_part(&p, _("requested by %lld"), (long long)r->asked);
	if (r->sent > 0)
		coreq_part(&p, _("returned to %lld"), (long long)r->sent);
	corrections_part(&p, r, who);
	if (other != NULL)
		coreq_part(&p, "%s", other);
	if (p.some && r->silent > 0)
		coreq_part(&p, _("not recorded for %lld"),
		    (long long)r->silent);
	free(who);
	free(other);
	return coreq_parts_end(&p);
}

static void
return_figures(const struct returns *r, int64_t interviews,
    struct coreq_said *s)
{
	coreq_figure(s, COREQ_CORRECTION, r->corrections);
	s->says = r->no == interviews ? COREQ_NO :
	    r->sent + r->asked + r->offered > 0 ? COREQ_YES : COREQ_SILENT;
	coreq_named(s, "propos", r->offered);
	coreq_named(s, "offered", r->offered);
	coreq_named(s, "demand", r->asked);
	coreq_named(s, "request", r->asked);
}

int
coreq_returned(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 list;
	struct returns		 r = { 0 };

	s->command = "qda source dump";
	if (qda_fact_returned(c->db, &list, e) < 0)
		return -1;
	coreq_parts_begin(&r.corrected, ", ");
	coreq_parts_begin(&r.other, ", ");
	for (size_t i = 0; i < list.n; i++)
		read_returns(&r, &list.at[i]);
	s->answer = returns_sentence(&r, (int64_t)list.n);
	if (s->answer != NULL)
		return_figures(&r, (int64_t)list.n, s);
	qda_tallies_free(&list);
	return 0;
}
