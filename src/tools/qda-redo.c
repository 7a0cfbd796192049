/* qda-redo.c: a change, brought back. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	int64_t	 number = 0;

	if (cli->n > 0 && cli_change(cli->args[0], &number, e) < 0)
		return -1;
	return qda_do_redo(&cli->act, number, e);
}

static const struct cli_option	options[] = {
	{ 'm', "message", "TEXT", N_("why; kept in the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "[CHANGE]", 0, 1, CLI_WRITES, run, NULL, "", true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda redo",
	"qda redo -n 41",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"redo", N_("brings back what was undone, the last one "
		    "unless it is named"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
