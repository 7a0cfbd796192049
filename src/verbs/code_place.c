/* code_place.c: where verbatims stand on the dimension of a code. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/reason.h"
#include "verbs/tag.h"

struct placing {
	struct qda_act	*act;
	int64_t		 code, coder;
	char		*name, *position;	/* NULL: taken off */
	size_t		 placed, already, missed;
};

/* Written as the end of the dimension is, when it is that end. */
static int
as_end(struct placing *p, const char *key, bool *some, struct qda_err *e)
{
	char	*end, *a = NULL, *b = NULL;
	int	 rc = -1;

	if (qda_field_get(&end, p->act->db, qda_field_named(qda_code_fields,
	    key), p->code, e) < 0)
		return -1;
	if (end == NULL)
		return 0;
	*some = true;
	if (qda_text_key(&a, end, e) == 0 &&
	    qda_text_key(&b, p->position, e) == 0) {
		rc = 0;
		if (strcmp(a, b) == 0) {
			free(p->position);
			p->position = qda_strdup(end);
		}
	}
	free(a);
	free(b);
	free(end);
	return rc;
}

static int
read_position(struct placing *p, const char *text, struct qda_err *e)
{
	bool	 some = false;

	if (text[strspn(text, " \t\n")] == '\0')
		return 0;
	if (qda_text_name(&p->position, text, _("position"), e) < 0 ||
	    as_end(p, "from", &some, e) < 0 || as_end(p, "to", &some, e) < 0)
		return -1;
	if (!some)
		qda_act_say(p->act, _("'%s' has no dimension yet; 'qda code "
		    "set' says it: from=... to=..."), p->name);
	return 0;
}

static int
place_one(struct placing *p, const struct qda_place *place,
    struct qda_err *e)
{
	bool	 there;
	int	 new = qda_coding_position(p->act->db, place, p->code,
		    p->coder, p->position, &there, e);

	if (new < 0)
		return -1;
	p->missed += !there;
	p->placed += there && new;
	p->already += there && !new;
	return new ? code_place_row(p->act, p->position == NULL ? "-" : "=",
	    place, p->position, e) : 0;
}

static int
keep_reason(struct placing *p, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	int		 rc;

	reason_about(&why, p->code);
	rc = p->position == NULL ? reason_keep(&why, p->act, e,
	    N_("'%s': positions taken off"), p->name) :
	    reason_keep(&why, p->act, e, N_("'%s': placed at '%s'"), p->name,
	    p->position);
	reason_free(&why);
	return rc;
}

/* " (2 already were) (1 did not carry it)" */
static char *
rest_of_sentence(const struct placing *p)
{
	struct qda_mem	 m;
	long		 already = (long)p->already;

	qda_mem_open(&m);
	if (already > 0)
		fprintf(m.f, ngettext(" (%ld already was)",
		    " (%ld already were)", (unsigned long)already), already);
	if (p->missed > 0)
		fprintf(m.f, ngettext(" (%zu did not carry it)",
		    " (%zu did not carry it)", p->missed), p->missed);
	return qda_mem_text(&m);
}

static int
done(struct placing *p, struct qda_err *e)
{
	char	*rest = rest_of_sentence(p);
	int	 rc;

	if (p->position == NULL)
		rc = qda_act_done(p->act, e, ngettext("%zu verbatim of '%s' "
		    "has no position any more%s", "%zu verbatims of '%s' "
		    "have no position any more%s", p->placed), p->placed,
		    p->name, rest);
	else
		rc = qda_act_done(p->act, e, ngettext("%zu verbatim of '%s' "
		    "placed at '%s'%s", "%zu verbatims of '%s' placed at "
		    "'%s'%s", p->placed), p->placed, p->name, p->position,
		    rest);
	free(rest);
	return rc;
}

static int
place_all(struct placing *p, struct qda_tag *t, struct qda_err *e)
{
	for (size_t i = 0; i < t->n; i++)
		if (place_one(p, &t->items[i].place, e) < 0)
			return -1;
	if (p->placed + p->already > 0)
		return p->placed > 0 && keep_reason(p, e) < 0 ? -1 :
		    done(p, e);
	qda_change_abandon(p->act->db);
	qda_act_say(p->act, _("none of these verbatims carries '%s': nothing "
	    "is done"), p->name);
	return 1;
}

int
qda_do_code_place(struct qda_act *act, const char *name,
    const char *position, struct qda_tag *t, struct qda_err *e)
{
	struct placing	 p = { .act = act };
	int		 rc = -1;

	if (qda_act_begin(act, false, e) == 0 &&
	    qda_code_need(act->db, name, &p.code, e) >= 0 &&
	    qda_code_name(act->db, p.code, &p.name, e) == 0 &&
	    qda_act_coder(act, &p.coder, e) == 0 &&
	    read_position(&p, position, e) == 0 && code_places(t, e) == 0)
		rc = place_all(&p, t, e);
	free(p.name);
	free(p.position);
	return rc;
}
