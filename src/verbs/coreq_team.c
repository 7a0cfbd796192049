/* coreq_team.c: items 1 to 8: who interviewed, and what tied them. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/project.h"
#include "qda/text.h"
#include "verbs/coreq.h"

/* What an interviewer is to the study. */
static const char *
role_of(const struct qda_fact_interviewer *p)
{
	bool	 french = strcmp(qda_lang_now(), "fr") == 0;

	if (!p->codes)
		return french && coreq_is_female(p->gender) ?
		    _("interviewer (woman)") : _("interviewer");
	return french && coreq_is_female(p->gender) ?
	    _("investigator (woman)") : _("investigator");
}

static char *
who_held(const struct qda_fact_interviewers *list)
{
	const struct qda_fact_interviewer	*p = &list->at[0];
	char					 n[24];

	if (list->interviews == 1)
		return qda_sprintf(_("The interview was conducted by %s (%s)"),
		    p->name, role_of(p));
	return qda_sprintf(_("All %s interviews were conducted by %s (%s)"),
	    coreq_number(n, list->interviews), p->name, role_of(p));
}

/* When there are several, or not every interview says who. */
static char *
who_held_which(const struct qda_fact_interviewers *list)
{
	struct coreq_parts	 p;
	char			*names, *text;
	int64_t			 silent = list->interviews - list->attributed;

	coreq_parts_begin(&p, ", ");
	for (size_t i = 0; i < list->n; i++)
		if (list->attributed > 0)
			coreq_part(&p, "%s (%s) %lld", list->at[i].name,
			    role_of(&list->at[i]),
			    (long long)list->at[i].interviews);
		else
			coreq_part(&p, "%s (%s)", list->at[i].name,
			    role_of(&list->at[i]));
	names = coreq_parts_end(&p);
	if (list->attributed == 0)
		text = qda_sprintf(_("Conducted by: %s"), names);
	else if (silent > 0)
		text = qda_sprintf(_("Interviews: %s; not recorded for %lld"),
		    names, (long long)silent);
	else
		text = qda_sprintf(_("Interviews: %s"), names);
	free(names);
	return text;
}

int
coreq_interviewer(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_fact_interviewers	 list;
	const char			*name;
	int				 rc = 0;

	s->command = "qda source dump";
	if (qda_fact_interviewers(c->db, &list, e) < 0)
		return -1;
	if (list.attributed == 0)
		s->command = "qda coder list";
	if (list.n == 1 && list.attributed > 0 &&
	    list.attributed == list.interviews)
		s->answer = who_held(&list);
	else if (list.n > 0)
		s->answer = who_held_which(&list);
	if (list.n > 0 && list.attributed == 0)
		s->evidence = qda_strdup(
		    _("by their role; no interview says who held it"));
	coreq_figure(s, COREQ_INTERVIEW, list.interviews);
	for (size_t i = 0; i < list.n; i++) {
		coreq_figure(s, COREQ_INTERVIEW, list.at[i].interviews);
		name = strrchr(list.at[i].name, ' ');
		coreq_named(s, name == NULL ? list.at[i].name : name + 1,
		    list.at[i].interviews);
	}
	if (list.attributed > 0 && list.attributed == list.interviews)
		rc = qda_fact_others(c->db, &s->others, e);
	qda_fact_interviewers_free(&list);
	return rc;
}

/* The commands that show these people. */
static char *
show_each(const struct qda_fact_interviewers *list)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < list->n; i++) {
		fputs(i > 0 ? "; qda coder show " : "qda coder show ", m.f);
		qda_text_shell(m.f, list->at[i].name);
	}
	return qda_mem_text(&m);
}

/*
 * What each interviewer declared: NAME: TEXT; NAME: TEXT.  value gives the
 * text, the caller's, or NULL; named also when there is one only.
 */
static int
of_each(const struct coreq *c, struct coreq_said *s, bool named,
    char *(*value)(const struct qda_fact_interviewer *), struct qda_err *e)
{
	struct qda_fact_interviewers	 list;
	struct coreq_parts		 p, silent;
	char				*name, *text, *who;

	s->command = "qda coder list";
	if (qda_fact_interviewers(c->db, &list, e) < 0)
		return -1;
	if (list.n > 0)
		s->command = s->composed = show_each(&list);
	coreq_parts_begin(&p, _("; "));
	coreq_parts_begin(&silent, ", ");
	for (size_t i = 0; i < list.n; i++) {
		name = coreq_short_name(list.at[i].name);
		if ((text = value(&list.at[i])) == NULL)
			coreq_part(&silent, "%s", name);
		else if (named || list.n > 1)
			coreq_part(&p, _("%s: %s"), name, text);
		else
			coreq_part(&p, "%s", text);
		free(text);
		free(name);
	}
	s->answer = coreq_parts_end(&p);
	who = coreq_parts_end(&silent);
	if (s->answer != NULL && who != NULL)
		s->evidence = qda_sprintf(_("not recorded for %s"), who);
	free(who);
	qda_fact_interviewers_free(&list);
	return 0;
}

static char *
credentials_of(const struct qda_fact_interviewer *p)
{
	return qda_strdup(p->credentials);
}

int
coreq_credentials(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	return of_each(c, s, true, credentials_of, e);
}

static char *
occupation_of(const struct qda_fact_interviewer *p)
{
	return qda_strdup(p->occupation);
}

int
coreq_occupation(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	return of_each(c, s, false, occupation_of, e);
}

static char *
gender_of(const struct qda_fact_interviewer *p)
{
	return qda_strdup(coreq_is_female(p->gender) ? _("female") :
	    coreq_is_male(p->gender) ? _("male") : p->gender);
}

int
coreq_gender(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_interviewers	 list;
	size_t				 men = 0, women = 0;

	if (qda_fact_interviewers(c->db, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		women += coreq_is_female(list.at[i].gender);
		men += coreq_is_male(list.at[i].gender);
	}
	s->denies |= list.n > 0 && women == list.n ? COREQ_NO_MAN : 0;
	s->denies |= list.n > 0 && men == list.n ? COREQ_NO_WOMAN : 0;
	qda_fact_interviewers_free(&list);
	return of_each(c, s, false, gender_of, e);
}

static char *
training_of(const struct qda_fact_interviewer *p)
{
	if (p->experience == NULL || p->training == NULL)
		return qda_strdup(p->experience == NULL ? p->training :
		    p->experience);
	return qda_sprintf("%s%s%s", p->experience, _("; "), p->training);
}

int
coreq_training(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	return of_each(c, s, false, training_of, e);
}

/* "the interviewer", as French wants it. */
static int
the_interviewer(const struct coreq *c, const char **words, struct qda_err *e)
{
	struct qda_fact_interviewers	 list;
	bool				 french;

	if (qda_fact_interviewers(c->db, &list, e) < 0)
		return -1;
	french = strcmp(qda_lang_now(), "fr") == 0;
	*words = list.n > 1 ? _("the interviewers") :
	    french && list.n == 1 && coreq_is_female(list.at[0].gender) ?
	    _("the interviewer (woman)") : _("the interviewer");
	qda_fact_interviewers_free(&list);
	return 0;
}

static char *
names_and_how(const struct qda_tallies *list)
{
	struct coreq_parts	 p;
	bool			 hidden = false;
	char			*how;

	coreq_parts_begin(&p, _("; "));
	for (size_t i = 0; i < list->n; i++) {
		how = list->at[i].also == NULL ? NULL :
		    coreq_unnamed(list->at[i].also, _("[name]"), &hidden);
		coreq_part(&p, "%s%s%s", list->at[i].name,
		    how == NULL ? "" : ", ", how == NULL ? "" : how);
		free(how);
	}
	return coreq_parts_end(&p);
}

static char *
known_sentence(const struct qda_fact_known *k, const char *who)
{
	long long	 all = k->sample, yes = (long long)k->yes.n;
	long long	 rest = all - yes;
	char		*names, *text, *known;

	if (yes == 0)
		return qda_sprintf(_("None of the %lld participants knew %s "
		    "beforehand"), all, who);
	names = names_and_how(&k->yes);
	known = qda_sprintf(ngettext("%lld of %lld participants knew %s "
	    "beforehand (%s)", "%lld of %lld participants knew %s beforehand "
	    "(%s)", (unsigned long)yes), yes, all, who, names);
	text = rest == 0 ? qda_strdup(known) : qda_sprintf(ngettext("%s; the "
	    "other %lld did not", "%s; the other %lld did not",
	    (unsigned long)rest), known, rest);
	free(names);
	free(known);
	return text;
}

int
coreq_known(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_known	 known;
	const char		*who;

	s->command = "qda participant dump";
	if (the_interviewer(c, &who, e) < 0 ||
	    qda_fact_known(c->db, &known, e) < 0)
		return -1;
	if (known.sample > 0 && known.recorded == known.sample) {
		s->answer = known_sentence(&known, who);
		coreq_figure(s, COREQ_PARTICIPANT, known.sample);
		coreq_figure(s, COREQ_PARTICIPANT, (int64_t)known.yes.n);
		coreq_figure(s, COREQ_PARTICIPANT,
		    known.sample - (int64_t)known.yes.n);
		s->says = known.yes.n > 0 ? COREQ_YES : COREQ_NO;
	} else if (known.recorded > 0)
		s->evidence = qda_sprintf(_("recorded for %lld of %lld "
		    "participants"), (long long)known.recorded,
		    (long long)known.sample);
	qda_tallies_free(&known.yes);
	return 0;
}

int
coreq_told(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	return coreq_declared(c, s, "told-participants", e);
}

/* The dates of the memos of which n is what is asked. */
static char *
memo_dates(const struct qda_tallies *list, bool before, size_t *n)
{
	const char	**dates = qda_alloc(list->n + 1, sizeof(*dates));
	char		 *text;

	*n = 0;
	for (size_t i = 0; i < list->n; i++)
		if ((list->at[i].n == 1) == before)
			dates[(*n)++] = list->at[i].name;
	text = coreq_dates(dates, *n);
	free(dates);
	return text;
}

int
coreq_position(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_tallies	 list;
	struct coreq_parts	 p;
	size_t			 before, after;
	char			*early, *late, n[24];

	s->command = "qda memo list --kind position";
	if (qda_fact_positions(c->db, &list, e) < 0)
		return -1;
	early = memo_dates(&list, true, &before);
	late = memo_dates(&list, false, &after);
	coreq_parts_begin(&p, _("; "));
	if (before > 0)
		coreq_part(&p, ngettext("%s position memo predates the first "
		    "interview (%s)", "%s position memos predate the first "
		    "interview (%s)", before),
		    coreq_number(n, (int64_t)before), early);
	if (after > 0)
		coreq_part(&p, ngettext("%s position memo (%s)",
		    "%s position memos (%s)", after),
		    coreq_number(n, (int64_t)after), late);
	free(early);
	free(late);
	early = coreq_parts_end(&p);
	if (early != NULL)
		s->evidence = qda_sprintf(_("%s: to be summarised"), early);
	coreq_figure(s, COREQ_MEMO, (int64_t)list.n);
	coreq_figure(s, COREQ_MEMO, (int64_t)before);
	coreq_figure(s, COREQ_MEMO, (int64_t)after);
	free(early);
	qda_tallies_free(&list);
	return 0;
}
