/* check.c: findings, each with what it means and what mends it. */
#include <stdlib.h>
#include <string.h>

#include "qda/check.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"

/*
 * How a finding is told.  In the detail and in the words of the command %w is
 * where, %a to %d are what was found with it; %o are all sources by date.
 */
static const struct told {
	const char	*finding;	/* the key; never translated */
	const char	*detail;	/* N_("...") */
	const char	*command[8];	/* words; none: no command mends it */
} told[QDA_CHECK_MAX] = {
	[QDA_CHECK_FILE] = { "file", N_("the file is damaged: %a; take a copy "
	    "that is whole"), { NULL } },
	[QDA_CHECK_TEXT_MISSING] = { "text-missing", N_("the text of revision "
	    "%a is not there; take a copy that is whole"), { NULL } },
	[QDA_CHECK_TEXT_CHANGED] = { "text-changed", N_("the text of revision "
	    "%a is not the one that was stored; take a copy that is whole"),
	    { NULL } },
	[QDA_CHECK_OUTSIDE] = { "outside", N_("the verbatim ends behind the "
	    "text, which has %a characters"), { NULL } },
	[QDA_CHECK_WORDS] = { "words", N_("the words were '%a', the text has "
	    "'%b' there"), { NULL } },
	[QDA_CHECK_SOURCE] = { "coding-source", N_("its coding says that it is "
	    "in '%a'"), { NULL } },
	[QDA_CHECK_TURN] = { "turn", N_("turn %a is outside the text, or not "
	    "in order"), { NULL } },
	[QDA_CHECK_CIRCLE] = { "circle", N_("a category that is below itself, "
	    "by '%a'"), { "qda", "axial", "ungroup", "%w", "%a" } },
	[QDA_CHECK_KIND] = { "kind", N_("a property that has members"),
	    { "qda", "code", "set", "%w", "kind=category" } },
	[QDA_CHECK_MAIN] = { "main", N_("of its categories %b are the main "
	    "one"), { "qda", "axial", "ungroup", "%a", "%w" } },
	[QDA_CHECK_EMPTY] = { "empty-verbatim", N_("a verbatim without code, "
	    "label and memo"), { "qda", "tag", N_("CODE"), "%w" } },
	[QDA_CHECK_NO_CONSENT] = { "no-consent", N_("included, and no consent "
	    "is recorded"),
	    { "qda", "participant", "set", "%w", "consent=DATE" } },
	[QDA_CHECK_CONSENT_NO] = { "consent-refused", N_("included, and did "
	    "not consent"),
	    { "qda", "participant", "set", "%w", "outcome=withdrew" } },
	[QDA_CHECK_CONSENT_LATE] = { "consent-late", N_("consent of %a, after "
	    "the interview '%b' of %c"),
	    { "qda", "participant", "set", "%w", "consent=DATE" } },
	[QDA_CHECK_RECORDED] = { "recorded", N_("did not agree to be recorded, "
	    "and '%a' was"),
	    { "qda", "participant", "set", "%w", "recording=yes" } },
	[QDA_CHECK_NO_SOURCE] = { "no-source", N_("included, and speaks in no "
	    "source"),
	    { "qda", "source", "set", N_("SOURCE"), "participant=%w" } },
	[QDA_CHECK_NOBODY] = { "no-participant", N_("nobody says who was "
	    "interviewed"),
	    { "qda", "source", "set", "%w", "participant=NAME" } },
	[QDA_CHECK_NO_DATE] = { "no-date", N_("an interview without a date"),
	    { "qda", "source", "set", "%w", "date=DATE" } },
	[QDA_CHECK_ORDER] = { "order", N_("of %a, but placed behind '%b' of "
	    "%c"), { "qda", "source", "order", "%o" } },
	[QDA_CHECK_NO_GUIDE] = { "no-guide", N_("nobody says which version of "
	    "the guide was followed"),
	    { "qda", "source", "set", "%w", "guide=VERSION" } },
	[QDA_CHECK_GUIDE_LATE] = { "guide-late", N_("of %a, and follows guide "
	    "'%b' of %c"),
	    { "qda", "source", "set", "%w", "guide=VERSION" } },
	[QDA_CHECK_UNREAD] = { "unread", N_("verbatims of a search that nobody "
	    "has read: %a; the first is %b"),
	    { "qda", "tag", "-i", "-c", "%c", "-s", "%w" } },
	[QDA_CHECK_NOT_CODED] = { "not-coded", N_("nobody has coded it"),
	    { "qda", "tag", N_("CODE"), "%w:%a" } },
	[QDA_CHECK_ASSIGNED] = { "assigned", N_("given to '%a', who has not "
	    "coded it"),
	    { "qda", "tag", "-c", "%a", N_("CODE"), "%w:%b" } },
	[QDA_CHECK_UNASSIGNED] = { "unassigned", N_("'%a' coded it, to whom "
	    "other sources are given, and not this one; codings: %b"),
	    { "qda", "source", "assign", "%a", "%w", "assigned=DATE" } },
	[QDA_CHECK_RULE_UNDATED] = { "rule-undated", N_("the rule for stopping "
	    "has no date, as if it were chosen after the fact"),
	    { "qda", "project", "set", "stopping-declared=DATE" } },
	[QDA_CHECK_RULE_LATE] = { "rule-late", N_("declared on %a, after the "
	    "first interview, '%b' of %c"),
	    { "qda", "project", "set", "stopping-declared=DATE" } },
};

static const char *
part(const struct qda_finding *x, char letter)
{
	const char	*s = letter == 'w' ? x->where : letter == 'a' ? x->a :
			    letter == 'b' ? x->b : letter == 'c' ? x->c : x->d;

	return s == NULL ? "-" : s;
}

/* The template with its parts in place; caller frees. */
static char *
filled(const char *template, const struct qda_finding *x)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (const char *p = template; *p != '\0'; p++) {
		if (*p == '%' && p[1] != '\0')
			fputs(part(x, *++p), m.f);
		else
			fputc(*p, m.f);
	}
	return qda_mem_text(&m);
}

/* The command as a shell takes it; "-" for none.  Caller frees. */
static char *
command_of(const struct qda_finding *x, const struct qda_strings *order)
{
	const char	*const *words = told[x->what].command;
	struct qda_mem	 m;
	char		*word;

	if (words[0] == NULL)
		return qda_strdup("-");
	qda_mem_open(&m);
	for (size_t i = 0; i < 8 && words[i] != NULL; i++) {
		fputs(i > 0 ? " " : "", m.f);
		if (strcmp(words[i], "%o") != 0) {
			word = filled(_(words[i]), x);
			qda_text_shell(m.f, word);
			free(word);
			continue;
		}
		for (size_t k = 0; k < order->n; k++) {
			fputs(k > 0 ? " " : "", m.f);
			qda_text_shell(m.f, order->at[k]);
		}
	}
	return qda_mem_text(&m);
}

static void
write_finding(struct qda_table *t, const struct qda_finding *x,
    const struct qda_strings *order)
{
	char	*detail = filled(_(told[x->what].detail), x);
	char	*command = command_of(x, order);

	qda_table_text(t, told[x->what].finding);
	qda_table_text(t, x->where);
	qda_table_text(t, detail);
	qda_table_text(t, command);
	free(detail);
	free(command);
}

int
qda_do_check(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "finding", QDA_CELL_TEXT },
		{ "where", QDA_CELL_TEXT },
		{ "detail", QDA_CELL_TEXT },
		{ "command", QDA_CELL_TEXT },
	};
	struct qda_findings	 f;
	struct qda_strings	 order = { 0 };
	struct qda_table	*t;
	int			 rc = -1;

	if (qda_check_all(act->db, &f, e) < 0)
		return -1;
	if (qda_check_order(act->db, &order, e) == 0) {
		t = qda_act_table(act, columns,
		    sizeof(columns) / sizeof(columns[0]));
		for (size_t i = 0; i < f.n; i++)
			write_finding(t, &f.at[i], &order);
		qda_table_close(t);
		rc = f.n > 0;
	}
	if (rc == 0)
		qda_act_say(act, _("nothing found"));
	qda_strings_free(&order);
	qda_findings_free(&f);
	return rc;
}
