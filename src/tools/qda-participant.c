/* qda-participant.c: the persons who were approached. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return qda_do_participant_list(&cli->act, cli_value(cli, "columns"),
	    e);
}

static int
grid(struct cli *cli, struct qda_err *e)
{
	size_t		  n;
	const char	**by = cli_values(cli, "by", &n);
	int		  rc = qda_do_participant_grid(&cli->act,
			    cli_value(cli, "columns"), by, n, e);

	free(by);
	return rc;
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_participant_show(&cli->act, cli->args[0], e);
}

static int
add(struct cli *cli, struct qda_err *e)
{
	return qda_do_participant_add(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_participant_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
rename_one(struct cli *cli, struct qda_err *e)
{
	return qda_do_participant_rename(&cli->act, cli->args[0],
	    cli->args[1], e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	return cli_table_libraries(cli, cli->args[0], e) < 0 ? -1 :
	    qda_do_participant_load(&cli->act, cli->args[0], e);
}

/* csv, unless another form is asked for: a table that a program opens. */
static int
dump(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL)
		cli->act.as = QDA_AS_CSV;
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_participant_dump(&cli->act, cli_flag(cli, "attributes"), e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_participant_delete(&cli->act, cli->args,
	    (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 0, "columns", "NAME;...", N_("list, grid: these attributes, in "
	    "this order") },
	{ 0, "by", "NAME", N_("grid: this attribute; twice: crossed") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 0, "attributes", NULL, N_("dump: their types and levels, for "
	    "another project") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "columns lang",
	    N_("the participants and their attributes"), false },
	{ "show", "NAME|@ATTRIBUTE", 1, 1, CLI_READS, show, "",
	    N_("one in full"), false },
	{ "add", "NAME [KEY=VALUE...]", 1, -1, CLI_WRITES, add, "message",
	    N_("a new participant"), false },
	{ "set", "NAME|@ATTRIBUTE KEY=VALUE...", 2, -1, CLI_WRITES, set,
	    "message", N_("give fields and attributes a value; an empty one "
	    "removes"), false },
	{ "rename", "OLD NEW", 2, 2, CLI_WRITES, rename_one, "message",
	    N_("another name"), false },
	{ "load", "FILE|-", 1, 1, CLI_WRITES, load, "message",
	    N_("what is known of them, from a table"), false },
	{ "dump", "", 0, 0, CLI_READS, dump, "attributes",
	    N_("the same as a table, to be filled and loaded"), false },
	{ "grid", "", 0, 0, CLI_READS, grid, "columns by lang",
	    N_("which variation there is, and which is missing"), false },
	{ "delete", "NAME|@ATTRIBUTE...", 1, -1, CLI_WRITES, delete,
	    "message", N_("participants without sources; attributes"),
	    false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda participant load participants.csv",
	"qda participant list --columns \"sexe; âge\" -o tableau1.docx",
	"qda participant grid --by sexe --by âge",
	"qda participant set P12 outcome=refus "
	    "reason=\"enregistrement refusé\"",
	"qda participant set @âge type=ordered levels=\"20-29; 30-39; "
	    "40-49\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"participant", N_("the persons who were approached, and what "
		    "makes them differ"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
