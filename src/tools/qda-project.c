/* qda-project.c: what the study is. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
show(struct cli *cli, struct qda_err *e)
{
	return qda_do_project_show(&cli->act, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_project_set(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "show", "", 0, 0, CLI_READS, show, "", N_("every field"), false },
	{ "set", "KEY=VALUE...", 1, -1, CLI_WRITES, set, "message",
	    N_("give fields a value; an empty one removes"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda project set approach=\"inspirée de la théorisation ancrée\"",
	"qda project set stopping-rule=\"none-new stop=1 min=10\" "
	    "stopping-declared=2024-01-10",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"project", N_("what the study is: question, approach, "
		    "sampling, rule for stopping, ethics"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
