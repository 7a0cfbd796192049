/* qda-log.c: what was done, by whom. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	return qda_do_log(&cli->act, cli_value(cli, "since"),
	    cli_flag(cli, "long"), e);
}

static const struct cli_option	options[] = {
	{ 0, "since", "DATE", N_("only changes of that day and after") },
	{ 0, "long", NULL, N_("also what a change undoes, and why (-m)") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "", 0, 0, CLI_READS, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda log | tail -n 5",
	"qda log --since 2024-03-01 -c \"Camille Aubert\"",
	"qda log --since 2024-03-01 -o changes.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"log", N_("lists the changes of the project, the last one at "
		    "the end"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
