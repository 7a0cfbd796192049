/* quote_add.c: quotations chosen. */
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/query.h"
#include "qda/verbs.h"
#include "verbs/quote.h"
#include "verbs/quote_words.h"
#include "verbs/show.h"
#include "verbs/unit_at.h"
#include "verbs/words_place.h"

struct adding {
	struct qda_act			*act;
	const struct qda_quote_add	*want;
	int64_t				 code, coder;
	size_t				 added, already;
};

/* The code told under: what was given, else the only one of the unit. */
static int
code_for(struct adding *a, const struct qda_place *p, int64_t *code,
    struct qda_err *e)
{
	struct qda_scope	 scope = { 0 };
	struct qda_query	*query;
	struct qda_verbatim	 v;
	int			 more = -1;

	*code = a->code;
	if (a->code != QDA_NONE)
		return 0;
	if (qda_query_open(&query, a->act->db, "", &scope, e) < 0)
		return -1;
	if (qda_query_list_at(query, p, true, e) == 0)
		for (size_t n = 0; (more = qda_query_next(query, &v, e)) > 0;
		    n++)
			*code = n == 0 || v.code == *code ? v.code :
			    QDA_NONE;
	qda_query_close(query);
	return more;
}

static int
add_unit(struct adding *a, int64_t unit, const struct qda_place *p,
    const char *words, struct qda_err *e)
{
	const char	*given = a->want->text != NULL ? a->want->text : words;
	char		*text = quote_line(given), *differs = NULL;
	int64_t		 id, code;
	int		 rc;

	if (a->want->text != NULL)
		differs = quote_differs(words, text);
	if (differs != NULL)
		rc = qda_fail(e, QDA_DATA, _("these are not the words that "
		    "were said: %s (cuts are [...], what you put in stands in "
		    "brackets)"), differs);
	else if ((rc = qda_quotation_find(a->act->db, unit, text, &id, e)) > 0)
		a->already++;
	else if (rc == 0 && (rc = code_for(a, p, &code, e)) == 0 &&
	    (rc = qda_quotation_add(a->act->db, unit, text, code,
	    a->want->place, a->coder, &id, e)) == 0) {
		a->added++;
		qda_act_row(a->act, "+", text, "quotation");
	}
	free(differs);
	free(text);
	return rc < 0 ? -1 : 0;
}

static int
add_place(struct adding *a, const struct qda_place *p, struct qda_err *e)
{
	int64_t	 unit;
	char	*words = NULL;
	int	 rc = -1;

	if (unit_at(a->act, p, a->coder, &unit, e) == 0 &&
	    words_at(&words, a->act->db, p, e) == 0)
		rc = add_unit(a, unit, p, words, e);
	free(words);
	return rc;
}

/* Units are collected first: what is added must not move the walk. */
static int
add_query(struct adding *a, struct qda_err *e)
{
	struct show_places	 places = { NULL, 0, 0 };
	struct qda_scope	 scope = { 0 };
	struct qda_query	*query;
	struct qda_verbatim	 v;
	int			 more = -1;

	if (qda_query_open(&query, a->act->db, a->want->query, &scope, e) < 0)
		return -1;
	if (qda_query_list(query, false, e) == 0)
		while ((more = qda_query_next(query, &v, e)) > 0)
			show_add_place(&places, &(struct qda_place){ v.source,
			    v.revision, v.start, v.end, false });
	qda_query_close(query);
	for (size_t i = 0; more == 0 && i < places.n; i++)
		more = add_place(a, &places.at[i], e);
	free(places.at);
	return more;
}

/* No address: where the words stand. */
static int
add_found(struct adding *a, struct qda_err *e)
{
	struct words_finder	*finder = words_finder_new(a->act->db);
	struct qda_place	 p;
	char			*problem;
	int			 rc = words_place(finder, NULL, a->want->text,
				    &p, &problem, e);

	if (rc > 0)
		rc = add_place(a, &p, e);
	else if (rc == 0)
		rc = qda_fail(e, QDA_DATA, "%s", problem);
	free(problem);
	words_finder_free(finder);
	return rc;
}

static int
add_addresses(struct adding *a, struct qda_err *e)
{
	struct show_places	 places = { NULL, 0, 0 };
	int			 rc = show_places_of(&places, a->act->db,
				    a->want->addresses, a->want->n,
				    a->want->lines, e);

	for (size_t i = 0; rc == 0 && i < places.n; i++)
		rc = add_place(a, &places.at[i], e);
	free(places.at);
	return rc;
}

static int
add_all(struct adding *a, struct qda_err *e)
{
	const struct qda_quote_add	*w = a->want;

	if (w->query != NULL && add_query(a, e) < 0)
		return -1;
	if (w->n == 0 && w->query == NULL)
		return add_found(a, e);
	return add_addresses(a, e);
}

static int
check_add(const struct qda_quote_add *w, struct qda_err *e)
{
	if (w->n == 0 && w->query == NULL && w->text == NULL)
		return qda_fail(e, QDA_USAGE, _("what is to be quoted? "
		    "ADDRESS..., --query QUERY or -t WORDS"));
	if (w->text != NULL && (w->n > 1 || w->query != NULL ||
	    w->lines != NULL))
		return qda_fail(e, QDA_USAGE, _("-t is the text of one "
		    "quotation"));
	return 0;
}

int
qda_do_quote_add(struct qda_act *act, const struct qda_quote_add *want,
    struct qda_err *e)
{
	struct adding	 a = { .act = act, .want = want, .code = QDA_NONE };

	if (check_add(want, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &a.coder, e) < 0 || (want->under != NULL &&
	    qda_code_need(act->db, want->under, &a.code, e) < 0) ||
	    add_all(&a, e) < 0)
		return -1;
	if (a.added + a.already == 0) {
		qda_change_abandon(act->db);
		qda_act_say(act, _("nothing was found to quote"));
		return 1;
	}
	return a.already == 0 ? qda_act_done(act, e, ngettext("%zu quotation "
	    "chosen", "%zu quotations chosen", a.added), a.added) :
	    qda_act_done(act, e, ngettext("%zu quotation chosen (%zu already "
	    "was)", "%zu quotations chosen (%zu already were)", a.added),
	    a.added, a.already);
}
