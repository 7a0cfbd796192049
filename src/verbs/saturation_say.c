/*
 * saturation_say.c: the sentences under the table.  They say what a rule says,
 * never that there is saturation.
 */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/names.h"
#include "verbs/saturation.h"

static void
say_basis(FILE *f, const struct saturation *x)
{
	char	*names = names_all(&x->in.coders);
	char	*out = names_some(&x->in.left_out);
	char	*left = qda_sprintf(ngettext("%zu interview", "%zu interviews",
		    x->s.interviews), x->s.interviews);

	fprintf(f, ngettext("%lld property in %s", "%lld properties in %s",
	    (unsigned long)x->s.seen), (long long)x->s.seen, left);
	if (x->table)
		fputs(_("; rows of the table are properties, columns are "
		    "interviews in order"), f);
	else if (x->in.coders.n == 0)
		fputs(_("; nothing is coded yet"), f);
	else
		fprintf(f, _("; in order of collection; codings of %s; "
		    "properties, not categories"), names);
	if (x->in.born != NULL)
		fputs(_("; new where they were made"), f);
	fputc('\n', f);
	if (x->in.left_out.n > 0 && x->in.coders.n > 0)
		fprintf(f, _("left out, not coded by them: %s\n"), out);
	free(names);
	free(out);
	free(left);
}

static void
say_last(FILE *f, const struct saturation *x)
{
	size_t	 since = x->s.interviews - x->s.last_new;

	if (x->s.last_new == 0)
		return;
	fprintf(f, ngettext("last new property in %s; %zu interview since\n",
	    "last new property in %s; %zu interviews since\n", since),
	    x->in.interviews.at[x->s.last_new - 1], since);
	for (size_t i = 0; i < x->n_last; i++) {
		fprintf(f, _("  '%s'"), x->in.properties.at[x->last[i].row]);
		if (x->last[i].words != NULL)
			fprintf(f, "  %s  ", x->last[i].address);
		for (const char *w = x->last[i].words; w && *w; w++)
			fputc(*w == '\n' ? ' ' : *w, f);
		fputc('\n', f);
	}
}

static char *
rule_words(const struct qda_rule *r)
{
	char	 percent[48];

	switch (r->kind) {
	case QDA_RULE_NONE_NEW:
		return qda_sprintf(_("rule none-new (stop %lld, min %lld)"),
		    (long long)r->stop, (long long)r->min);
	case QDA_RULE_FRANCIS:
		return qda_sprintf(_("rule francis (base %lld, stop %lld)"),
		    (long long)r->base, (long long)r->stop);
	case QDA_RULE_GUEST:
		break;
	}
	return qda_sprintf(_("rule guest (base %lld, run %lld, threshold "
	    "%s %%)"), (long long)r->base, (long long)r->run,
	    qda_number_words(percent, r->threshold, 2));
}

static void
say_met(FILE *f, const struct saturation *x)
{
	const struct qda_verdict	*v = &x->verdict;
	const char	*const *names = (const char *const *)
			    x->in.interviews.at;
	int64_t		 after = qda_saturation_between(&x->s, v->at + 1,
			    x->s.interviews);

	fprintf(f, _("met at %s"), names[v->at - 1]);
	if (x->rule.kind == QDA_RULE_GUEST)
		fprintf(f, " (%zu+%lld)", v->saturated,
		    (long long)x->rule.run);
	if (v->last_new > 0)
		fprintf(f, _("; last new property in %s"),
		    names[v->last_new - 1]);
	if (after > 0)
		fprintf(f, ngettext("; but %lld property is new after that, "
		    "in %s", "; but %lld properties are new after that, the "
		    "last in %s", (unsigned long)after), (long long)after,
		    names[x->s.last_new - 1]);
}

static void
say_not_met(FILE *f, const struct saturation *x)
{
	const struct qda_verdict	*v = &x->verdict;

	fprintf(f, ngettext("not met after %zu interview",
	    "not met after %zu interviews", x->s.interviews),
	    x->s.interviews);
	if (x->rule.kind != QDA_RULE_GUEST)
		fprintf(f, ngettext("; %zu in a row without a new property",
		    "; %zu in a row without a new property", v->streak),
		    v->streak);
}

static void
say_verdict(FILE *f, const struct saturation *x)
{
	int64_t	 wanted = x->rule.kind != QDA_RULE_NONE_NEW ? x->rule.base :
		    x->rule.min > x->rule.stop ? x->rule.min : x->rule.stop;

	switch (x->verdict.status) {
	case QDA_VERDICT_MET:
		say_met(f, x);
		break;
	case QDA_VERDICT_NOT_MET:
		say_not_met(f, x);
		break;
	case QDA_VERDICT_TOO_FEW:
		fprintf(f, ngettext("too early: %zu interview, the rule wants "
		    "at least %lld", "too early: %zu interviews, the rule "
		    "wants at least %lld", x->s.interviews),
		    x->s.interviews, (long long)wanted);
		break;
	case QDA_VERDICT_NO_BASE:
		fputs(_("cannot be asked: the first interviews have no "
		    "property"), f);
		break;
	}
	fputc('\n', f);
}

void
saturation_say(FILE *f, const struct saturation *x)
{
	char	*rule, day[32];

	if (x->s.interviews > 0)
		fputc('\n', f);
	say_basis(f, x);
	say_last(f, x);
	if (!x->ruled)
		return;
	rule = rule_words(&x->rule);
	fputs(rule, f);
	if (x->declared_on != NULL)
		fprintf(f, _(", declared on %s"), qda_date_words(day,
		    x->declared_on));
	else if (x->declared)
		fputs(_(", declared on a day that is not recorded"), f);
	fputs(_(": "), f);
	say_verdict(f, x);
	free(rule);
}
