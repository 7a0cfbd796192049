/* coreq_collection.c: items 18 to 21: how the data were collected. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/coreq.h"

/* Those with several interviews, "P3 (2), P5 (3)"; apart or unclear. */
static char *
repeated(const struct qda_tallies *list, bool apart, int64_t *n)
{
	struct coreq_parts	 p;

	*n = 0;
	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].n > 1 && (list->at[i].m == 1) == apart) {
			coreq_part(&p, "%s (%lld)", list->at[i].name,
			    (long long)list->at[i].n);
			++*n;
		}
	return coreq_parts_end(&p);
}

static char *
repeats_sentence(const struct qda_tallies *list, struct coreq_said *s)
{
	int64_t	 n, more = 0;
	char	*who = repeated(list, true, &n), *text;

	text = who == NULL ? qda_strdup(_("None: one interview per "
	    "participant")) : qda_sprintf(ngettext("%lld of %lld participants "
	    "was interviewed more than once: %s", "%lld of %lld "
	    "participants were interviewed more than once: %s",
	    (unsigned long)n), (long long)n, (long long)list->n, who);
	s->says = who == NULL ? COREQ_NO : COREQ_YES;
	coreq_figure(s, COREQ_PARTICIPANT, n);
	coreq_figure(s, COREQ_PARTICIPANT, (int64_t)list->n);
	for (size_t i = 0; i < list->n; i++) {
		coreq_figure(s, COREQ_INTERVIEW, list->at[i].n);
		more += list->at[i].n - 1;
	}
	coreq_figure(s, COREQ_INTERVIEW, more);
	free(who);
	return text;
}

int
coreq_repeats(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_size	 size;
	struct qda_tallies	 list;
	char			*unclear;
	int64_t			 n;

	s->command = "qda source list";
	if (qda_fact_size(c->db, &size, e) < 0)
		return -1;
	qda_tallies_free(&size.without);
	if (qda_fact_repeats(c->db, &list, e) < 0)
		return -1;
	unclear = repeated(&list, false, &n);
	if (unclear != NULL)
		s->evidence = qda_sprintf(_("several sources, not of "
		    "different dates: one interview in parts, or several? "
		    "%s"), unclear);
	else if (size.unlinked > 0)
		s->evidence = COUNT(size.unlinked, "%lld source has no "
		    "participant", "%lld sources have no participant");
	else if (list.n > 0)
		s->answer = repeats_sentence(&list, s);
	free(unclear);
	qda_tallies_free(&list);
	return 0;
}

/* "audio (11/11)" */
static void
recorded_part(struct coreq_parts *p, const char *how, int64_t n, int64_t all)
{
	if (n > 0)
		coreq_part(p, "%s (%lld/%lld)", how, (long long)n,
		    (long long)all);
}

static char *
destroyed_text(const struct qda_fact_recording *r)
{
	char	 buf[32];

	if (r->destroyed == 0 || r->last == NULL)
		return NULL;
	qda_date_words(buf, r->last);
	if (r->destroyed < r->audio + r->video)
		return qda_sprintf(_("%lld destroyed (last on %s)"),
		    (long long)r->destroyed, buf);
	return qda_sprintf(r->after == r->destroyed ? _("destroyed after "
	    "transcription (last on %s)") : _("destroyed (last on %s)"), buf);
}

static char *
recording_sentence(const struct qda_fact_recording *r)
{
	struct coreq_parts	 p;
	char			*how, *gone, *text;
	int64_t			 silent = r->interviews - r->audio -
				    r->video - r->none;

	coreq_parts_begin(&p, ", ");
	recorded_part(&p, _("audio"), r->audio, r->interviews);
	recorded_part(&p, _("video"), r->video, r->interviews);
	recorded_part(&p, _("without recording"), r->none, r->interviews);
	recorded_part(&p, _("not known"), silent, r->interviews);
	if (r->sample > 0 && r->agreed == r->sample && r->none == 0)
		coreq_part(&p, "%s", _("with agreement"));
	how = coreq_parts_end(&p);
	gone = destroyed_text(r);
	text = gone == NULL ? qda_strdup(how) :
	    qda_sprintf("%s%s%s", how, _("; "), gone);
	free(gone);
	free(how);
	return text;
}

int
coreq_recording(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_recording	 r;

	s->command = "qda source dump";
	if (qda_fact_recording(c->db, &r, e) < 0)
		return -1;
	if (r.audio + r.video + r.none > 0) {
		s->answer = recording_sentence(&r);
		coreq_figure(s, COREQ_INTERVIEW, r.interviews);
		coreq_figure(s, COREQ_INTERVIEW, r.audio);
		coreq_figure(s, COREQ_INTERVIEW, r.video);
		coreq_figure(s, COREQ_INTERVIEW, r.none);
		if (r.destroyed > 0)
			coreq_figure(s, COREQ_INTERVIEW, r.destroyed);
		coreq_day(s, COREQ_DESTROYED, r.last);
		if (r.audio + r.video + r.none == r.interviews) {
			s->denies |= r.video == 0 ? COREQ_NO_VIDEO : 0;
			s->says = r.none == r.interviews ? COREQ_NO :
			    COREQ_YES;
		}
	}
	free(r.last);
	return 0;
}

static char *
notes_sentence(const struct qda_fact_notes *n)
{
	struct coreq_parts	 p;
	char			*diary = COUNT(n->journal, "research diary "
				    "(%lld entry)", "research diary "
				    "(%lld entries)");
	char			*loose = COUNT(n->loose, "%lld field note on "
				    "no interview", "%lld field notes on no "
				    "interview");

	coreq_parts_begin(&p, _("; "));
	if (n->noted > 0 && n->same_day > 0)
		coreq_part(&p, _("Yes: a field note for %lld of %lld "
		    "interviews, same day for %lld"), (long long)n->noted,
		    (long long)n->interviews, (long long)n->same_day);
	else if (n->noted > 0)
		coreq_part(&p, _("Yes: a field note for %lld of %lld "
		    "interviews"), (long long)n->noted,
		    (long long)n->interviews);
	if (n->loose > 0)
		coreq_part(&p, "%s", loose);
	if (n->journal > 0)
		coreq_part(&p, "%s", diary);
	free(diary);
	free(loose);
	return coreq_parts_end(&p);
}

int
coreq_field_notes(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_notes	 n;

	s->command = "qda memo list";
	if (qda_fact_notes(c->db, &n, e) < 0)
		return -1;
	s->answer = notes_sentence(&n);
	if (s->answer != NULL) {
		coreq_figure(s, COREQ_INTERVIEW, n.interviews);
		coreq_figure(s, COREQ_INTERVIEW, n.noted);
		coreq_figure(s, COREQ_INTERVIEW, n.same_day);
		coreq_figure(s, COREQ_INTERVIEW, n.interviews - n.noted);
		s->says = n.noted + n.loose > 0 ? COREQ_YES : COREQ_SILENT;
	}
	return 0;
}

static char *
duration_sentence(const struct qda_fact_duration *d)
{
	char	 mean[40], median[40], min[40], max[40];
	char	*n = d->n == d->interviews ? qda_sprintf("n = %lld",
		    (long long)d->n) : qda_sprintf(_("n = %lld of %lld"),
		    (long long)d->n, (long long)d->interviews);
	char	*text;

	coreq_duration_words(mean, d->mean);
	coreq_duration_words(median, d->median);
	coreq_duration_words(min, d->min);
	coreq_duration_words(max, d->max);
	text = qda_sprintf(_("Mean %s (range %s to %s; median %s; %s)"),
	    mean, min, max, median, n);
	free(n);
	return text;
}

int
coreq_duration(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_duration	 d;

	s->command = "qda source list";
	if (qda_fact_duration(c->db, &d, e) < 0)
		return -1;
	if (d.n > 0) {
		s->answer = duration_sentence(&d);
		coreq_figure(s, COREQ_MEAN, d.mean);
		coreq_figure(s, COREQ_MEDIAN, d.median);
		coreq_figure(s, COREQ_TOTAL, d.total);
		coreq_figure(s, COREQ_MIN, d.min);
		coreq_figure(s, COREQ_MAX, d.max);
		coreq_figure(s, COREQ_INTERVIEW, d.n);
	}
	return 0;
}
