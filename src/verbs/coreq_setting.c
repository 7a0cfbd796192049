/* coreq_setting.c: items 14 and 15: where it was, and who else was there. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/coreq.h"

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
	char	*where = coreq_unnamed(t->name != NULL ? t->name : t->also,
		    _("[place]"), hidden);

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
		else if (list.at[i].n > 0) {
			setting_part(&p, &list.at[i], &hidden);
			coreq_named(s, list.at[i].name != NULL ?
			    list.at[i].name : list.at[i].also, list.at[i].n);
		}
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
	bool			 hidden = false;
	char			*label, *name;

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
			name = coreq_unnamed(t->also, _("[name]"), &hidden);
			coreq_part(&who, "%s (%s)", name, label);
			free(name);
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

/* Somebody speaks whom the record of who was there does not know. */
static char *
third_voices(const struct presence *pr)
{
	struct coreq_parts	 p;

	coreq_parts_begin(&p, _("; "));
	if (pr->voices != NULL)
		coreq_part(&p, _("nobody else is recorded as present, and a "
		    "third voice speaks: %s"), pr->voices);
	if (pr->heard != NULL)
		coreq_part(&p, _("a third voice speaks, and it is not "
		    "recorded who was present: %s"), pr->heard);
	return coreq_parts_end(&p);
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
	s->evidence = coreq_parts_end(&p);
	s->conflict = third_voices(&pr);
	if (s->answer != NULL) {
		coreq_figure(s, COREQ_INTERVIEW, pr.yes);
		coreq_figure(s, COREQ_INTERVIEW, pr.no);
		coreq_figure(s, COREQ_INTERVIEW, (int64_t)list.n);
		s->says = pr.yes > 0 ? COREQ_YES : COREQ_NO;
	}
	if (s->conflict != NULL)
		s->says = COREQ_YES;
	free(pr.who);
	free(pr.voices);
	free(pr.heard);
	qda_tallies_free(&list);
	return 0;
}
