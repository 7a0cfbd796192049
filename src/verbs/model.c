/* model.c: codes related to each other, and not any more. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/query.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/model.h"
#include "verbs/show.h"
#include "verbs/unit_at.h"

char *
model_sentence(const char *from, const char *type, const char *sign,
    const char *to)
{
	return qda_sprintf("%s %s %s", from,
	    qda_relation_verb(type, sign, qda_lang_now()), to);
}

void
model_said_free(struct model_said *said)
{
	free(said->places.at);
	free(said->units);
	free(said->sentence);
}

int
model_query(struct model_said *said, struct qda_db *db, const char *text,
    struct qda_err *e)
{
	struct qda_scope	 scope = { 0 };
	struct qda_query	*query;
	struct qda_verbatim	 v;
	int			 more = -1;

	if (qda_query_open(&query, db, text, &scope, e) < 0)
		return -1;
	if (qda_query_list(query, false, e) == 0)
		while ((more = qda_query_next(query, &v, e)) > 0) {
			said->units = qda_grow(said->units, &said->units_cap,
			    said->n_units, sizeof(*said->units));
			said->units[said->n_units++] = v.unit;
		}
	qda_query_close(query);
	return more;
}

/* ---- one relation ------------------------------------------------------- */

/* The key of a type; a new one of the user's own is said to be that. */
static int
type_of(struct qda_act *act, const char *word, char **key, const char **sign,
    struct qda_err *e)
{
	const struct qda_relation_type	*t;
	bool				 against;
	int				 rc;

	if ((t = qda_relation_meant(word, &against)) != NULL) {
		*key = qda_strdup(t->key);
		if (against && *sign == NULL)
			*sign = "-";
		return 0;
	}
	if ((rc = qda_relation_own(act->db, word, key, e)) != 0)
		return rc < 0 ? -1 : 0;
	if (qda_text_name(key, word, _("type"), e) < 0)
		return -1;
	qda_act_say(act, _("'%s' is a type of your own; there are leads-to, "
	    "favours, answers, varies-with, opposes, part-of"), *key);
	return 0;
}

static int
codes_of(struct qda_db *db, const char *from, const char *to,
    struct qda_relation *r, struct qda_err *e)
{
	if (qda_code_need(db, from, &r->from, e) < 0 ||
	    qda_code_need(db, to, &r->to, e) < 0)
		return -1;
	if (r->from == r->to)
		return qda_fail(e, QDA_DATA, _("'%s' is not related to "
		    "itself"), from);
	return 0;
}

static int
support(struct qda_act *act, int64_t relation, const struct model_said *said,
    int64_t coder, size_t *supports, struct qda_err *e)
{
	int64_t	 unit;
	int	 new;

	for (size_t i = 0; i < said->places.n; i++) {
		if (unit_at(act, &said->places.at[i], coder, &unit, e) < 0 ||
		    (new = qda_relation_support(act->db, relation, unit,
		    e)) < 0)
			return -1;
		*supports += (size_t)new;
	}
	for (size_t i = 0; i < said->n_units; i++) {
		new = qda_relation_support(act->db, relation, said->units[i],
		    e);
		if (new < 0)
			return -1;
		*supports += (size_t)new;
	}
	return 0;
}

/* The relation itself; an old one takes another sign and memo. */
static int
put(struct qda_act *act, struct qda_relation *r, int64_t coder, bool *made,
    struct qda_err *e)
{
	int	 there = qda_relation_find(act->db, r->from, r->type, r->to,
		    &r->id, e);

	*made = there == 0;
	if (there > 0)
		return qda_relation_set(act->db, r->id, r->sign, r->memo, e);
	return there < 0 ? -1 : qda_relation_add(act->db, r, coder, &r->id,
	    e);
}

int
model_relate(struct qda_act *act, struct model_said *said, bool *made,
    size_t *supports, struct qda_err *e)
{
	struct qda_relation	 r = { .sign = said->sign,
				    .memo = said->memo };
	char			*type = NULL;
	int64_t			 coder;
	int			 rc = -1;

	if (codes_of(act->db, said->from, said->to, &r, e) == 0 &&
	    type_of(act, said->type, &type, &r.sign, e) == 0 &&
	    qda_act_coder(act, &coder, e) == 0) {
		r.type = type;
		rc = put(act, &r, coder, made, e);
	}
	if (rc == 0) {
		said->sentence = model_sentence(said->from, type, r.sign,
		    said->to);
		if (*made)
			qda_act_row(act, "+", said->sentence, "relation");
		rc = support(act, r.id, said, coder, supports, e);
	}
	free(type);
	return rc;
}

/* ---- relate, unrelate --------------------------------------------------- */

static int
say_related(struct qda_act *act, const struct model_said *said, bool made,
    size_t supports, struct qda_err *e)
{
	char	*units = qda_sprintf(ngettext("%zu supporting unit more",
		    "%zu supporting units more", supports), supports);
	int	 rc;

	rc = qda_act_done(act, e, made ? _("'%s' related; %s") :
	    _("'%s' is a relation already; %s"), said->sentence, units);
	free(units);
	return rc;
}

int
qda_do_model_relate(struct qda_act *act, const struct qda_model_relate *want,
    struct qda_err *e)
{
	struct model_said	 said = { .from = want->from,
				    .type = want->type, .to = want->to,
				    .sign = want->sign,
				    .memo = act->message };
	size_t			 supports = 0;
	bool			 made;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) == 0 &&
	    show_places_of(&said.places, act->db, want->addresses,
	    want->n, want->lines, e) == 0 && (want->query == NULL ||
	    model_query(&said, act->db, want->query, e) == 0) &&
	    model_relate(act, &said, &made, &supports, e) == 0)
		rc = say_related(act, &said, made, supports, e);
	model_said_free(&said);
	return rc;
}

/* The relation that is meant; fails when there is none. */
static int
find(struct qda_act *act, const struct qda_model_relate *want,
    struct qda_relation *r, char **sentence, struct qda_err *e)
{
	char	*type = NULL;
	int	 rc;

	if (codes_of(act->db, want->from, want->to, r, e) < 0)
		return -1;
	r->sign = NULL;
	if (type_of(act, want->type, &type, &r->sign, e) < 0)
		return -1;
	*sentence = model_sentence(want->from, type, r->sign, want->to);
	rc = qda_relation_find(act->db, r->from, type, r->to, &r->id, e);
	free(type);
	return rc != 0 ? rc : qda_fail(e, QDA_DATA, _("there is no relation "
	    "'%s': 'qda model'"), *sentence);
}

/* The units at these places support it no more, whoever made them. */
static int
doubt(struct qda_act *act, int64_t relation, const struct model_said *said,
    size_t *gone, struct qda_err *e)
{
	int64_t	 unit;
	int	 rc;

	for (size_t i = 0; i < said->places.n; i++) {
		rc = qda_relation_unit_at(act->db, relation,
		    &said->places.at[i], &unit, e);
		if (rc > 0)
			rc = qda_relation_doubt(act->db, relation, unit, e);
		if (rc < 0)
			return -1;
		*gone += (size_t)rc;
	}
	return 0;
}

static int
unrelate(struct qda_act *act, int64_t relation, const char *sentence,
    struct qda_err *e)
{
	int64_t	 units = 0;

	if (qda_relation_delete(act->db, relation, &units, e) < 0)
		return -1;
	qda_act_row(act, "-", sentence, "relation");
	units_gone(act, units);
	return qda_act_done(act, e, _("'%s' is no relation any more; 'qda "
	    "undo' brings it back"), sentence);
}

int
qda_do_model_unrelate(struct qda_act *act,
    const struct qda_model_relate *want, struct qda_err *e)
{
	struct model_said	 said = { 0 };
	struct qda_relation	 r = { 0 };
	char			*sentence = NULL;
	size_t			 gone = 0;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    find(act, want, &r, &sentence, e) < 0 ||
	    show_places_of(&said.places, act->db, want->addresses,
	    want->n, want->lines, e) < 0)
		goto out;
	if (want->n == 0)
		rc = unrelate(act, r.id, sentence, e);
	else if (doubt(act, r.id, &said, &gone, e) == 0)
		rc = qda_act_done(act, e, ngettext("%zu unit supports '%s' no "
		    "more", "%zu units support '%s' no more", gone), gone,
		    sentence);
out:
	model_said_free(&said);
	free(sentence);
	return rc;
}
