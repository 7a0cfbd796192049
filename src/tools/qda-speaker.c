/* qda-speaker.c: the voices of sources, and whose they are. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	size_t		  n;
	const char	**sources = cli_values(cli, "source", &n);
	int		  rc = qda_do_speaker_list(&cli->act, sources, n, e);

	free(sources);
	return rc;
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_speaker_set(&cli->act, cli->args[0], cli->args[1],
	    cli->args + 2, (size_t)cli->n - 2, e);
}

static const struct cli_option	options[] = {
	{ 's', "source", "NAME", N_("list: only this source (repeat)") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "source",
	    N_("the voices of each source"), false },
	{ "set", "SOURCE LABEL KEY=VALUE...", 3, -1, CLI_WRITES, set,
	    "message", N_("give a voice its role, or its participant"),
	    false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda speaker set P4 \"Fille de P4\" role=other",
	"qda speaker set '*' CA role=interviewer",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"speaker", N_("the voices of sources, and whose they are"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
