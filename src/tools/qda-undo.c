/* qda-undo.c: a change, taken back. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	int64_t	 number = 0;

	if (cli->n > 0 && cli_change(cli->args[0], &number, e) < 0)
		return -1;
	return qda_do_undo(&cli->act, number, e);
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
	"qda undo",
	"qda undo -n 41",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"undo", N_("takes a change back, the last one unless it is "
		    "named"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
