/* label_set.c: a code for all verbatims that bear a label. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/label.h"
#include "verbs/reason.h"
#include "verbs/unit_at.h"

struct set {
	struct qda_act		*act;
	struct labelled_units	 units;
	bool			*meant;		/* a truth a unit */
	bool			 all;		/* those of others too */
	int64_t			 coder, code;
	char			*coder_name, *code_name;
	bool			 made;
	int64_t			 tagged, already;
};

/* A label that no verbatim has: with the nearest of those there are. */
static int
missing(const struct set *s, const char *label, struct qda_err *e)
{
	const char	**names = qda_alloc(s->units.n + 1, sizeof(*names));
	const char	*nearest;

	for (size_t i = 0; i < s->units.n; i++)
		names[i] = s->units.at[i].label;
	nearest = qda_text_nearest(label, names, s->units.n);
	if (nearest == NULL)
		qda_fail(e, QDA_DATA, _("there is no label '%s'"), label);
	else
		qda_fail(e, QDA_DATA, _("there is no label '%s'; did you mean "
		    "'%s'?"), label, nearest);
	free(names);
	return -1;
}

/* Marks the verbatims that bear the label. */
static int
mark(struct set *s, const char *label, struct qda_err *e)
{
	bool	 wild = strchr(label, '*') != NULL, theirs = false;
	bool	 found = false;
	char	*key;

	if (qda_text_key(&key, label, e) < 0)
		return -1;
	for (size_t i = 0; i < s->units.n; i++) {
		if (!qda_text_fits(key, s->units.at[i].key, wild))
			continue;
		theirs = true;
		if (!s->all && strcmp(s->units.at[i].coder,
		    s->coder_name) != 0)
			continue;
		s->meant[i] = found = true;
	}
	free(key);
	if (!theirs)
		return missing(s, label, e);
	return found ? 0 : qda_fail(e, QDA_DATA, _("the label '%s' is on "
	    "verbatims of other coders only; --all takes them"), label);
}

/* The code, made when it is new, in the first source that it is used in. */
static int
code(struct set *s, const char *name, struct qda_err *e)
{
	struct qda_db	*db = s->act->db;
	int		 there = qda_code_find(db, name, &s->code, e);
	size_t		 i = 0;

	while (i < s->units.n && !s->meant[i])
		i++;
	if (there < 0 || (!there && (qda_code_no_address(db, name, e) < 0 ||
	    qda_code_make(db, name, "coding", s->units.at[i].place.source,
	    s->coder, &s->code, &s->made, e) < 0)) ||
	    qda_code_name(db, s->code, &s->code_name, e) < 0)
		return -1;
	if (s->made)
		qda_act_row(s->act, "+", s->code_name, "code");
	return 0;
}

/* The coder's own unit there, made when it is another's. */
static int
put(struct set *s, const struct qda_place *p, struct qda_err *e)
{
	int64_t	 unit;
	int	 new;

	if (unit_at(s->act, p, s->coder, &unit, e) < 0 ||
	    (new = qda_coding_add(s->act->db, unit, p->source, s->code,
	    s->coder, "illustrates", e)) < 0)
		return -1;
	s->tagged += new;
	s->already += !new;
	return new ? code_place_row(s->act, "+", p, s->code_name, e) : 0;
}

static int
put_all(struct set *s, struct qda_err *e)
{
	for (size_t i = 0; i < s->units.n; i++)
		if (s->meant[i] && put(s, &s->units.at[i].place, e) < 0)
			return -1;
	return 0;
}

/* "the label 'a'", "the labels 'a', 'b'"; caller frees. */
static char *
named(char *const *labels, size_t n)
{
	struct qda_mem	 m;
	char		*list, *text;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		fputs(i > 0 ? ", " : "", m.f);
		fprintf(m.f, _("'%s'"), labels[i]);
	}
	list = qda_mem_text(&m);
	text = qda_sprintf(ngettext("the label %s", "the labels %s",
	    (unsigned long)n), list);
	free(list);
	return text;
}

static int
keep_reason(struct set *s, char *const *labels, size_t n, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	char		*list;
	int		 rc;

	if (reason_names(&list, s->act, labels, n, e) < 0)
		return -1;
	reason_about(&why, s->code);
	rc = reason_keep(&why, s->act, e, N_("'%s' put on what bears the "
	    "label %s"), s->code_name, list);
	reason_free(&why);
	free(list);
	return rc;
}

static int
done(struct set *s, char *const *labels, size_t n, struct qda_err *e)
{
	char		*list = named(labels, n);
	long		 tagged = (long)s->tagged, already = (long)s->already;
	struct qda_mem	 m;
	char		*rest;
	int		 rc;

	qda_mem_open(&m);
	if (already > 0)
		fprintf(m.f, ngettext(" (%ld already was)",
		    " (%ld already were)", (unsigned long)already), already);
	fputs(s->made ? _("; new property") : "", m.f);
	rest = qda_mem_text(&m);
	rc = qda_act_done(s->act, e, ngettext("%ld verbatim with %s tagged "
	    "'%s'%s", "%ld verbatims with %s tagged '%s'%s",
	    (unsigned long)tagged), tagged, list, s->code_name, rest);
	free(rest);
	free(list);
	return rc;
}

/* All labels are looked at, whoever wrote them, to say whose they are. */
static int
find(struct set *s, char *const *labels, size_t n, struct qda_err *e)
{
	if (labelled_read(&s->units, s->act, true, e) < 0)
		return -1;
	s->meant = qda_alloc(s->units.n + 1, sizeof(*s->meant));
	for (size_t i = 0; i < n; i++)
		if (mark(s, labels[i], e) < 0)
			return -1;
	return 0;
}

int
qda_do_label_set(struct qda_act *act, const char *name, char *const *labels,
    size_t n, bool all, struct qda_err *e)
{
	struct set	 s = { .act = act, .all = all };
	int		 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &s.coder, e) < 0 ||
	    qda_coder_name(act->db, s.coder, &s.coder_name, e) < 0 ||
	    find(&s, labels, n, e) < 0 || code(&s, name, e) < 0 ||
	    put_all(&s, e) < 0)
		goto out;
	if (s.tagged == 0 || keep_reason(&s, labels, n, e) == 0)
		rc = done(&s, labels, n, e);
out:
	free(s.meant);
	free(s.coder_name);
	free(s.code_name);
	labelled_free(&s.units);
	return rc;
}
