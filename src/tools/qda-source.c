/* qda-source.c: transcripts, and what is known of each. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_list(&cli->act, e);
}

static int
show(struct cli *cli, struct qda_err *e)
{
	if (cli_flag(cli, "text") + cli_flag(cli, "turns") +
	    cli_flag(cli, "comments") > 1)
		return qda_fail(e, QDA_USAGE, _("--text, --turns and "
		    "--comments are three ways to show a source"));
	if (cli_flag(cli, "text"))
		return qda_do_source_text(&cli->act, cli->args[0], e);
	if (cli_flag(cli, "turns"))
		return qda_do_source_turns(&cli->act, cli->args[0], e);
	if (cli_flag(cli, "comments"))
		return qda_do_source_comments(&cli->act, cli->args[0], e);
	return qda_do_source_show(&cli->act, cli->args[0], e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
rename_one(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_rename(&cli->act, cli->args[0], cli->args[1], e);
}

static int
order(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_order(&cli->act, cli->args, (size_t)cli->n, e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	return cli_table_libraries(cli, cli->args[0], e) < 0 ? -1 :
	    qda_do_source_load(&cli->act, cli->args[0], e);
}

/* csv, unless another form is asked for: a table that a program opens. */
static int
dump(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL)
		cli->act.as = QDA_AS_CSV;
	return qda_do_source_dump(&cli->act, cli_flag(cli, "attributes"), e);
}

static int
assign(struct cli *cli, struct qda_err *e)
{
	const char	*from = cli_value(cli, "from");

	if (from != NULL && cli->n == 0 && !cli_flag(cli, "remove"))
		return qda_do_source_assign_table(&cli->act, from, e);
	if (from != NULL || cli->n < 2)
		return qda_fail(e, QDA_USAGE, from == NULL ?
		    _("something is missing: qda source assign CODER "
		    "SOURCE...") :
		    _("--from reads who codes what from a table alone"));
	return qda_do_source_assign(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, cli_flag(cli, "remove"), e);
}

static int
assigned(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_assigned(&cli->act, e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_source_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 0, "turns", NULL, N_("show: who speaks, and what, turn by turn") },
	{ 0, "comments", NULL, N_("show: what was written beside the text") },
	{ 0, "text", NULL, N_("show: the text as it is kept") },
	{ 'r', "remove", NULL, N_("assign: take off instead") },
	{ 0, "attributes", NULL, N_("dump: their types and levels, for "
	    "another project") },
	{ 0, "from", "FILE", N_("assign: who codes what, from a table") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "",
	    N_("the sources, in order of collection"), false },
	{ "show", "NAME", 1, 1, CLI_READS, show, "turns comments text",
	    N_("one in full"), false },
	{ "set", "NAME KEY=VALUE...", 2, -1, CLI_WRITES, set, "message",
	    N_("give fields a value; an empty one removes"), false },
	{ "rename", "OLD NEW", 2, 2, CLI_WRITES, rename_one, "message",
	    N_("another name"), false },
	{ "order", "NAME...", 1, -1, CLI_WRITES, order, "message",
	    N_("these first, in this order; the others after them"), false },
	{ "load", "FILE|-", 1, 1, CLI_WRITES, load, "message",
	    N_("what is known of them, from a table"), false },
	{ "dump", "", 0, 0, CLI_READS, dump, "attributes",
	    N_("the same as a table, to be filled and loaded"), false },
	{ "assign", "CODER SOURCE... [KEY=VALUE...]", 0, -1, CLI_WRITES,
	    assign, "remove from message", N_("give sources to a coder; blind, "
	    "assigned, done"), false },
	{ "assigned", "", 0, 0, CLI_READS, assigned, "",
	    N_("which source is whose, and who is done"), false },
	{ "delete", "NAME...", 1, -1, CLI_WRITES, delete, "message",
	    N_("sources, with all that was coded in them"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda source set P4 date=07/02/2024 duration='44 min 20' present='sa "
	    "fille'",
	"qda source dump > entretiens.csv",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"source", N_("the transcripts, and what is known of each"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
