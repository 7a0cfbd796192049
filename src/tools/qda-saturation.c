/* qda-saturation.c: when did new properties stop coming? */
#include <string.h>

#include "qda/lang.h"
#include "qda/rule.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static const char	*const keys[] = {
	"stop", "min", "base", "run", "threshold", NULL
};

/* The rule of the options: 1, 0 when they name none, -1. */
static int
read_rule(const struct cli *cli, struct qda_rule *rule, struct qda_err *e)
{
	const char	*name = cli_value(cli, "rule"), *value;

	if (name != NULL && qda_rule_named(rule, name, e) < 0)
		return -1;
	for (const char *const *k = keys; *k != NULL; k++) {
		if ((value = cli_value(cli, *k)) == NULL)
			continue;
		if (name == NULL)
			return qda_fail(e, QDA_USAGE, _("--%s is a number of "
			    "a rule: --rule says which"), *k);
		if (qda_rule_set(rule, *k, value, e) < 0)
			return -1;
	}
	return name == NULL ? 0 : qda_rule_check(rule, e) < 0 ? -1 : 1;
}

/* Which of the two clocks --new names. */
static int
read_new(const struct cli *cli, bool *created, struct qda_err *e)
{
	const char	*by = cli_value(cli, "new");

	*created = by != NULL && strcmp(by, "created") == 0;
	if (by != NULL && !*created && strcmp(by, "first-use") != 0)
		return qda_fail(e, QDA_USAGE, _("--new %s: there are "
		    "first-use and created"), by);
	if (*created && cli_value(cli, "matrix") != NULL)
		return qda_fail(e, QDA_USAGE, _("--new created: a table does "
		    "not say when a code was made"));
	return 0;
}

static int
run(struct cli *cli, struct qda_err *e)
{
	struct qda_rule	 rule;
	bool		 created;
	int		 ruled = read_rule(cli, &rule, e);

	if (ruled < 0 || read_new(cli, &created, e) < 0) {
		e->why = QDA_USAGE;
		return -1;
	}
	return qda_do_saturation(&cli->act, ruled ? &rule : NULL,
	    cli_value(cli, "matrix"), created, e);
}

static const struct cli_option	options[] = {
	{ 0, "rule", "none-new|guest|francis", N_("ask this rule; without it, "
	    "the declared one") },
	{ 0, "stop", "N", N_("none-new, francis: so many in a row without a "
	    "new one") },
	{ 0, "min", "N", N_("none-new: not before the Nth interview") },
	{ 0, "base", "N", N_("guest, francis: interviews of the base") },
	{ 0, "run", "N", N_("guest: interviews of a run") },
	{ 0, "threshold", "PERCENT", N_("guest: new ones in a run, of those "
	    "in the base") },
	{ 0, "new", "first-use|created", N_("a property is new where it is "
	    "first used (the default), or where it was made") },
	{ 0, "matrix", "FILE", N_("a table of codes by interviews, instead of "
	    "a project") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "", 0, 0, CLI_COUNTS, run, NULL, "", true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda saturation -o table",
	"qda saturation --rule none-new --stop 1 --min 10",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"saturation", N_("counts new properties by interview, and "
		    "says whether a stopping rule is met"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
