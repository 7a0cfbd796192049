/* coreq_guide.c: item 17: the versions of the interview guide. */
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
