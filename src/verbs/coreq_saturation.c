/* coreq_saturation.c: item 22: the rule, and what was still new at the end. */
#include <stdlib.h>
#include <string.h>

#include "qda/incidence.h"
#include "qda/lang.h"
#include "qda/project.h"
#include "qda/rule.h"
#include "qda/saturation.h"
#include "qda/when.h"
#include "verbs/coreq.h"

static char *
none_new_text(const struct qda_rule *r)
{
	char	 stop[24], min[24], *text, *whole;

	text = qda_sprintf(ngettext("stop after %s interview without a new "
	    "property", "stop after %s interviews without a new property",
	    (unsigned long)r->stop), coreq_number(stop, r->stop));
	if (r->min <= r->stop)
		return text;
	whole = qda_sprintf(_("%s, not before the %s"), text,
	    coreq_ordinal_words(min, r->min));
	free(text);
	return whole;
}

static char *
rule_text(const struct qda_rule *r)
{
	char	 buf[48];

	switch (r->kind) {
	case QDA_RULE_NONE_NEW:
		return none_new_text(r);
	case QDA_RULE_FRANCIS:
		return qda_sprintf(_("%lld interviews, then stop after %lld "
		    "more without a new property (Francis et al., 2010)"),
		    (long long)r->base, (long long)r->stop);
	case QDA_RULE_GUEST:
		return qda_sprintf(_("stop when %lld interviews bring at most "
		    "%s %% of the properties of the first %lld (Guest et "
		    "al., 2020)"), (long long)r->run,
		    qda_number_words(buf, r->threshold, 1),
		    (long long)r->base);
	}
	return NULL;
}

/* The rule as declared, and when; NULL when none was. */
static int
declared_rule(char **text, const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	const struct qda_field	*f = qda_project_fields;
	struct qda_err		 unread;
	struct qda_rule		 rule;
	char			*typed = NULL, *on = NULL, *words, buf[32];

	*text = NULL;
	if (qda_field_get(&typed, c->db, qda_field_named(f, "stopping-rule"),
	    QDA_PROJECT_ID, e) < 0 || qda_field_get(&on, c->db,
	    qda_field_named(f, "stopping-declared"), QDA_PROJECT_ID, e) < 0) {
		free(typed);
		return -1;
	}
	if (typed != NULL) {
		words = qda_rule_read(&rule, typed, &unread) < 0 ?
		    qda_strdup(typed) : rule_text(&rule);
		if (qda_rule_read(&rule, typed, &unread) == 0)
			coreq_figure(s, COREQ_INTERVIEW, rule.stop);
		coreq_day(s, COREQ_RULE_DECLARED, on);
		*text = on == NULL ? qda_sprintf(_("Rule, its date not "
		    "recorded: %s"), words) : qda_sprintf(_("Rule declared "
		    "on %s: %s"), qda_date_words(buf, on), words);
		free(words);
	}
	free(typed);
	free(on);
	return 0;
}

/* Denies that the rule is older than the first interview, if it is not. */
static int
is_late(const struct coreq *c, struct coreq_said *s, struct qda_err *e)
{
	struct qda_fact_period	 when;

	if (qda_fact_period(c->db, &when, e) < 0)
		return -1;
	if (s->n_days > 0 && when.first != NULL &&
	    strcmp(s->days[0].iso, when.first) > 0)
		s->denies |= COREQ_NOT_BEFORE;
	free(when.first);
	free(when.last);
	return 0;
}

/* "last new property in interview 10; none in the 11th" */
static char *
last_new_text(const struct qda_saturation *x)
{
	size_t	 since = x->interviews - x->last_new;
	char	 last[24], *text, *whole;

	text = qda_sprintf(_("Last new property in interview %zu"),
	    x->last_new);
	if (since == 0)
		whole = qda_sprintf(_("%s, the last one coded"), text);
	else if (since == 1)
		whole = qda_sprintf(_("%s; none in the %s"), text,
		    coreq_ordinal(last, (int64_t)x->interviews));
	else
		whole = qda_sprintf(_("%s; none in the %zu that followed"),
		    text, since);
	free(text);
	return whole;
}

static char *
found_text(const struct qda_incidence *in, const struct qda_saturation *x,
    const char *coders)
{
	char	*last = last_new_text(x), *whole;
	char	*seen = COUNT(x->seen, "%lld property", "%lld properties");
	char	*left = COUNT((int64_t)in->left_out.n, "%lld interview not "
		    "coded", "%lld interviews not coded");

	whole = qda_sprintf(_("%s (%s, %s's coding, order of "
	    "collection%s%s)"), last, seen, coders == NULL ? "?" : coders,
	    in->left_out.n == 0 ? "" : _("; "),
	    in->left_out.n == 0 ? "" : left);
	free(last);
	free(seen);
	free(left);
	return whole;
}

static void
saturation_figures(const struct qda_saturation *x, struct coreq_said *s)
{
	size_t	 since = x->interviews - x->last_new;

	coreq_figure(s, COREQ_PROPERTY, x->seen);
	coreq_figure(s, COREQ_INTERVIEW, (int64_t)x->interviews);
	coreq_figure(s, COREQ_INTERVIEW, (int64_t)x->last_new);
	coreq_figure(s, COREQ_INTERVIEW, (int64_t)since);
	for (size_t i = x->last_new; i <= x->interviews; i++)
		coreq_figure(s, COREQ_RANK, (int64_t)i);
}

static int
found_sentence(char **text, const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	struct qda_incidence	 in;
	struct qda_saturation	 x;
	char			*coders = NULL;

	*text = NULL;
	if (coreq_counted_names(&coders, c, e) < 0 ||
	    qda_incidence_read(&in, c->db, c->names, c->n_names, e) < 0) {
		free(coders);
		return -1;
	}
	qda_saturation_matrix(&x, in.matrix, NULL, in.properties.n,
	    in.interviews.n);
	if (x.seen > 0) {
		*text = found_text(&in, &x, coders);
		saturation_figures(&x, s);
	}
	free(coders);
	qda_saturation_free(&x);
	qda_incidence_free(&in);
	return 0;
}

/* Rule and facts; whether that is enough is for a person to say. */
int
coreq_saturation(const struct coreq *c, struct coreq_said *s,
    struct qda_err *e)
{
	char	*rule, *found;

	s->command = "qda saturation";
	if (declared_rule(&rule, c, s, e) < 0)
		return -1;
	if (is_late(c, s, e) < 0) {
		free(rule);
		return -1;
	}
	if (found_sentence(&found, c, s, e) < 0) {
		free(rule);
		return -1;
	}
	if (rule != NULL && found != NULL)
		s->evidence = qda_sprintf("%s. %s", rule, found);
	else if (rule != NULL || found != NULL)
		s->evidence = qda_strdup(rule != NULL ? rule : found);
	free(rule);
	free(found);
	return 0;
}
