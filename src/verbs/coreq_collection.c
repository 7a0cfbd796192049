/* coreq_collection.c: items 17 to 23: how the data were collected. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/coreq.h"

/* "10 Jan 2024, 7 questions: P1-P4" */
static char *
guide_text(const struct qda_fact_guide *g)
{
	struct coreq_parts	 p;
	char			 buf[32], *used = coreq_ranges(&g->used, "-");
	char			*text, *whole, *count;

	coreq_parts_begin(&p, ", ");
	coreq_part(&p, "%s", g->date == NULL ? g->version :
	    qda_date_words(buf, g->date));
	if (g->questions > 0) {
		count = COUNT(g->questions, "%lld question",
		    "%lld questions");
		coreq_part(&p, "%s", count);
		free(count);
	}
	text = coreq_parts_end(&p);
	if (used == NULL)
		return text;
	whole = qda_sprintf(_("%s: %s"), text, used);
	free(used);
	free(text);
	return whole;
}

/* "Piloted with one person"; the word for how is the user's or ours. */
static char *
tested_text(const char *tested)
{
	static const char	*const begins[] = {
		"on ", "with ", "sur ", "avec ", "auprès ", "par ", "by "
	};
	struct qda_err		 none;
	char			 iso[11], buf[32];

	if (coreq_is_yes(tested))
		return qda_strdup(_("Piloted"));
	if (qda_date_read(iso, tested, &none) == 0)
		return qda_sprintf(_("Piloted on %s"),
		    qda_date_words(buf, iso));
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (strncasecmp(tested, begins[i], strlen(begins[i])) == 0)
			return qda_sprintf(_("Piloted %s"), tested);
	return qda_sprintf(_("Piloted with %s"), tested);
}

/* Whether a version before this one was tried out on the same. */
static bool
told(const struct qda_fact_guides *list, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (list->at[k].tested != NULL && qda_text_distance(
		    list->at[k].tested, list->at[i].tested) == 0)
			return true;
	return false;
}

/* On whom the guides were tried, where that is recorded. */
static char *
guides_tested(const struct qda_fact_guides *list)
{
	struct coreq_parts	 p;
	size_t			 no = 0;
	char			*text;

	coreq_parts_begin(&p, ". ");
	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].tested == NULL)
			continue;
		if (coreq_is_no(list->at[i].tested)) {
			no++;
		} else if (!told(list, i)) {
			text = tested_text(list->at[i].tested);
			coreq_part(&p, "%s", text);
			free(text);
		}
	}
	if (no == list->n)
		coreq_part(&p, "%s", _("Not piloted"));
	return coreq_parts_end(&p);
}

static char *
guides_sentence(const struct qda_fact_guides *list, const char *place)
{
	struct coreq_parts	 p;
	char			*each, *text, *tested, *whole, n[24];

	coreq_parts_begin(&p, _("; "));
	for (size_t i = 0; i < list->n; i++) {
		each = guide_text(&list->at[i]);
		coreq_part(&p, "%s", each);
		free(each);
	}
	each = coreq_parts_end(&p);
	text = qda_sprintf(ngettext("%s version (%s)", "%s versions (%s)",
	    list->n), coreq_number_feminine(n, (int64_t)list->n), each);
	tested = guides_tested(list);
	whole = qda_sprintf("%s%s%s%s%s", text, place == NULL ? "" : ", ",
	    place == NULL ? "" : place, tested == NULL ? "" : ". ",
	    tested == NULL ? "" : tested);
	free(each);
	free(text);
	free(tested);
	return whole;
}

static void
guide_figures(const struct qda_fact_guides *list, struct coreq_said *s)
{
	bool	 old = list->first != NULL, known = true;
	size_t	 no = 0, yes = 0;

	/* a guide whose questions nobody gave may have any number of them */
	for (size_t i = 0; i < list->n; i++)
		known = known && list->at[i].questions > 0;
	coreq_figure(s, COREQ_VERSION, (int64_t)list->n);
	for (size_t i = 0; i < list->n; i++) {
		const struct qda_fact_guide	*g = &list->at[i];

		if (known) {
			coreq_figure(s, COREQ_QUESTION, g->questions);
			coreq_figure(s, COREQ_OPENING, g->opening > 0 ?
			    g->opening : QDA_NONE);
			s->figures[s->n - 1].m = g->questions - g->opening;
		}
		coreq_day(s, COREQ_GUIDE_DATED, g->date);
		old = old && g->date != NULL &&
		    strcmp(g->date, list->first) < 0;
		no += g->tested != NULL && coreq_is_no(g->tested);
		yes += g->tested != NULL && !coreq_is_no(g->tested);
	}
	s->denies |= old ? COREQ_NO_CHANGE : 0;
	s->denies |= no == list->n ? COREQ_NOT_TESTED : 0;
	s->denies |= yes > 0 ? COREQ_TESTED : 0;
	s->main = COREQ_VERSION;
}

int
coreq_guide(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_guides	 list;

	s->command = "qda guide list";
	if (qda_fact_guides(c->db, &list, e) < 0)
		return -1;
	if (list.n > 0) {
		s->answer = guides_sentence(&list, c->place);
		guide_figures(&list, s);
	}
	qda_fact_guides_free(&list);
	return 0;
}

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
