/* qda-label.c: the labels of verbatims, and codes for all that bear one. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return qda_do_label_list(&cli->act, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_label_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, cli_flag(cli, "all"), e);
}

static const struct cli_option	options[] = {
	{ 'a', "all", NULL, N_("the verbatims of other coders too") },
	{ 'm', "message", "TEXT", N_("why: kept in the log, and as a "
	    "memo") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "",
	    N_("the labels: first those that wait for a code, then the most "
	    "used"), false },
	{ "set", "CODE LABEL...", 2, -1, CLI_WRITES, set, "all message",
	    N_("put a code on all verbatims that bear a label"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda label",
	"qda label set \"refus au secrétariat\" \"on ne prend plus\" "
	    "\"*complet*\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"label", N_("the labels of verbatims, and a code for all that "
		    "bear one"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
