/* tag_move.c: other borders for a verbatim. */
#include <stdlib.h>
#include <string.h>

#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/unit.h"
#include "qda/verbs.h"
#include "verbs/unit_at.h"

struct move {
	struct qda_act		*act;
	const char		*typed;		/* the address, for messages */
	struct qda_place	 old, new;
	char			*from, *to;	/* the same, as tools print */
	int64_t			 coder, unit;
};

static int
read_places(struct move *m, const char *from, const char *to,
    struct qda_err *e)
{
	struct qda_db	*db = m->act->db;
	char		*name;

	m->typed = from;
	if (qda_address_place(db, from, &m->old, e) < 0 ||
	    qda_address_place(db, to, &m->new, e) < 0)
		return -1;
	if (m->old.source != m->new.source)
		return qda_fail(e, QDA_DATA, _("'%s' and '%s' are not in the "
		    "same source: a border is moved within one"), from, to);
	if (qda_source_name(db, m->old.source, &name, e) < 0)
		return -1;
	m->from = qda_address_text(name, m->old.start, m->old.end,
	    m->old.revision);
	m->to = qda_address_text(name, m->new.start, m->new.end,
	    m->new.revision);
	free(name);
	return 0;
}

/* Who has none there, and where one of theirs is, or whose is there. */
static int
no_unit(const struct move *m, struct qda_err *e)
{
	struct qda_db	*db = m->act->db;
	char		*coder = NULL, *other = NULL;
	int		 rc;

	if (qda_coder_name(db, m->coder, &coder, e) < 0)
		return -1;
	if ((rc = qda_unit_near(db, &m->old, m->coder, &other, e)) > 0)
		qda_fail(e, QDA_DATA, _("'%s' has no verbatim at '%s'; did "
		    "you mean '%s'?"), coder, m->typed, other);
	else if (rc == 0 && (rc = qda_unit_whose(db, &m->old, &other, e)) > 0)
		qda_fail(e, QDA_DATA, _("'%s' has no verbatim at '%s'; it is "
		    "one of '%s': -c says who acts"), coder, m->typed, other);
	else if (rc == 0)
		qda_fail(e, QDA_DATA, _("'%s' has no verbatim at '%s'"),
		    coder, m->typed);
	free(coder);
	free(other);
	return -1;
}

/* Onto one that is there: both become one. */
static int
join(struct move *m, int64_t into, struct qda_err *e)
{
	struct qda_unit_merged	 merged;

	if (qda_unit_merge(m->act->db, m->unit, into, &merged, e) < 0 ||
	    qda_unit_read(m->act->db, into, e) < 0)
		return -1;
	qda_act_row(m->act, "=", m->from, m->to);
	if (merged.differing > 0)
		qda_act_say(m->act, ngettext("%lld code stood otherwise on "
		    "the two: that of '%s' counts", "%lld codes stood "
		    "otherwise on the two: those of '%s' count",
		    (unsigned long)merged.differing),
		    (long long)merged.differing, m->to);
	return qda_act_done(m->act, e, _("'%s' is now '%s', and one with the "
	    "verbatim that was there"), m->from, m->to);
}

static int
move(struct move *m, struct qda_err *e)
{
	char	*words;
	int64_t	 quoted;
	int	 rc;

	if (words_at(&words, m->act->db, &m->new, e) < 0)
		return -1;
	rc = qda_unit_move(m->act->db, m->unit, &m->new, words, &quoted, e);
	free(words);
	if (rc < 0)
		return -1;
	qda_act_row(m->act, "=", m->from, m->to);
	if (quoted > 0)
		qda_act_say(m->act, ngettext("%lld quotation made from it "
		    "keeps its words", "%lld quotations made from it keep "
		    "their words", (unsigned long)quoted),
		    (long long)quoted);
	return qda_act_done(m->act, e, _("'%s' is now '%s'"), m->from, m->to);
}

static int
find_and_move(struct move *m, struct qda_err *e)
{
	struct qda_db	*db = m->act->db;
	int64_t		 there;
	int		 rc = qda_unit_find(db, &m->old, m->coder, &m->unit, e);

	if (rc <= 0)
		return rc < 0 ? -1 : no_unit(m, e);
	if (m->old.start == m->new.start && m->old.end == m->new.end) {
		qda_change_abandon(db);
		qda_act_say(m->act, _("'%s' has these borders already"),
		    m->to);
		return 0;
	}
	rc = qda_unit_find(db, &m->new, m->coder, &there, e);
	return rc < 0 ? -1 : rc > 0 ? join(m, there, e) : move(m, e);
}

int
qda_do_tag_move(struct qda_act *act, const char *from, const char *to,
    struct qda_err *e)
{
	struct move	 m = { .act = act };
	int		 rc = -1;

	if (qda_act_begin(act, false, e) == 0 &&
	    read_places(&m, from, to, e) == 0 &&
	    qda_act_coder(act, &m.coder, e) == 0)
		rc = find_and_move(&m, e);
	free(m.from);
	free(m.to);
	return rc;
}
