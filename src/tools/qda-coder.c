/* qda-coder.c: who interviews, codes, supervises. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_list(&cli->act, e);
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_show(&cli->act, cli->args[0], e);
}

static int
add(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_add(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
rename_one(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_rename(&cli->act, cli->args[0], cli->args[1], e);
}

static int
merge(struct cli *cli, struct qda_err *e)
{
	const char	*into = cli_value(cli, "into");

	if (into == NULL)
		return qda_fail(e, QDA_USAGE, _("into whom? qda coder merge "
		    "NAME... --into NAME"));
	return qda_do_coder_merge(&cli->act, cli->args, (size_t)cli->n, into,
	    e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_coder_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 0, "into", "NAME", N_("merge: the coder that the others become") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "",
	    N_("the coders and what they did"), false },
	{ "show", "NAME", 1, 1, CLI_READS, show, "", N_("one in full"),
	    false },
	{ "add", "NAME [KEY=VALUE...]", 1, -1, CLI_WRITES, add, "message",
	    N_("a new coder"), false },
	{ "set", "NAME KEY=VALUE...", 2, -1, CLI_WRITES, set, "message",
	    N_("give fields a value; an empty one removes"), false },
	{ "rename", "OLD NEW", 2, 2, CLI_WRITES, rename_one, "message",
	    N_("another name"), false },
	{ "merge", "NAME... --into NAME", 1, -1, CLI_WRITES, merge,
	    "message into", N_("make one coder of several"), false },
	{ "delete", "NAME...", 1, -1, CLI_WRITES, delete, "message",
	    N_("coders who did nothing"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda coder add \"Camille Aubert\" roles=interviewer,coder",
	"qda coder set \"Noé Lambert\" training=\"séminaire, une journée\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"coder", N_("who interviews, codes and supervises"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
