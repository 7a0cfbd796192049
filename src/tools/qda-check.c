/* qda-check.c: what is wrong with a project, and what mends it. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	return qda_do_check(&cli->act, e);
}

static const struct cli_option	options[] = {
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "", 0, 0, CLI_READS, run, NULL, "", true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda check -o table",
	"qda check | cut -f1 | sort | uniq -c",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"check", N_("finds what is wrong with the project, and says "
		    "what mends it"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
