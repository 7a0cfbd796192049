/* qda-code.c: the codebook. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_code_list(&cli->act, e);
}

static int
tree(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_tree(&cli->act, e);
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_code_show(&cli->act, cli->args[0], e);
}

static int
add(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_add(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
rename_one(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_rename(&cli->act, cli->args[0], cli->args[1], e);
}

static int
merge(struct cli *cli, struct qda_err *e)
{
	const char	*into = cli_value(cli, "into");

	if (into == NULL)
		return qda_fail(e, QDA_USAGE, _("say which code is to stay: "
		    "--into NAME"));
	return qda_do_code_merge(&cli->act, cli->args, (size_t)cli->n, into,
	    e);
}

/* Addresses: operands from the first on, or lines on standard input. */
static int
addresses(struct cli *cli, int first, struct qda_tag *t, struct qda_err *e)
{
	char	*text;

	for (int i = first; i < cli->n; i++)
		if (strcmp(cli->args[i], "-") != 0)
			qda_tag_address(t, cli->args[i], NULL);
	if (cli->n > first && strcmp(cli->args[first], "-") != 0)
		return 0;
	if (isatty(STDIN_FILENO))
		return qda_fail(e, QDA_USAGE, _("no verbatim: give addresses, "
		    "or a pipe of them ('qda show QUERY | cut -f1 | qda code "
		    "...')"));
	if (qda_file_stdin(&text, e) < 0)
		return -1;
	qda_tag_lines(t, text, _("standard input"));
	free(text);
	return 0;
}

static int
split(struct cli *cli, struct qda_err *e)
{
	const char	*into = cli_value(cli, "into");
	struct qda_tag	*t;
	int		 rc = -1;

	if (into == NULL)
		return qda_fail(e, QDA_USAGE, _("say what the verbatims "
		    "become: --into NAME"));
	t = qda_tag_new(&cli->act, "hand");
	if (addresses(cli, 1, t, e) == 0)
		rc = qda_do_code_split(&cli->act, cli->args[0], into, t, e);
	qda_tag_free(t);
	return rc;
}

static int
place(struct cli *cli, struct qda_err *e)
{
	struct qda_tag	*t = qda_tag_new(&cli->act, "hand");
	int		 rc = -1;

	if (addresses(cli, 2, t, e) == 0)
		rc = qda_do_code_place(&cli->act, cli->args[0], cli->args[1],
		    t, e);
	qda_tag_free(t);
	return rc;
}

static int
dimension(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_dimension(&cli->act, cli->args[0], e);
}

static int
compare(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_compare(&cli->act, cli->args[0], cli->args[1], e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	return cli_table_libraries(cli, cli->args[0], e) < 0 ? -1 :
	    qda_do_code_load(&cli->act, cli->args[0], e);
}

/* csv, unless another form is asked for: a table that a program opens. */
static int
dump(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL)
		cli->act.as = QDA_AS_CSV;
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_code_dump(&cli->act, e);
}

static const struct cli_option	options[] = {
	{ 'm', "message", "TEXT", N_("why: kept in the log, and as a "
	    "memo") },
	{ 0, "into", "NAME", N_("the code that others, or verbatims, "
	    "become") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "",
	    N_("all codes, by name, and how often they were used"), false },
	{ "tree", "", 0, 0, CLI_READS, tree, "lang",
	    N_("categories and what they hold"), false },
	{ "show", "NAME", 1, 1, CLI_READS, show, "", N_("one in full"),
	    false },
	{ "add", "NAME [KEY=VALUE...]", 1, -1, CLI_WRITES, add, "message",
	    N_("a new code"), false },
	{ "set", "NAME KEY=VALUE...", 2, -1, CLI_WRITES, set, "message",
	    N_("give fields a value; an empty one removes"), false },
	{ "rename", "OLD NEW", 2, 2, CLI_WRITES, rename_one, "message",
	    N_("another name"), false },
	{ "merge", "NAME... --into NAME", 1, -1, CLI_WRITES, merge,
	    "message into", N_("make one code of several"), false },
	{ "split", "NAME --into NAME [ADDRESS...|-]", 1, -1, CLI_WRITES,
	    split, "message into",
	    N_("give some of its verbatims to another, new code"), false },
	{ "compare", "NAME NAME", 2, 2, CLI_READS, compare, "lang",
	    N_("two side by side, to decide whether they are one"), false },
	{ "place", "NAME POSITION [ADDRESS...|-]", 2, -1, CLI_WRITES, place,
	    "message", N_("say where verbatims stand on its dimension"),
	    false },
	{ "dimension", "NAME", 1, 1, CLI_READS, dimension, "lang",
	    N_("who stands where on it"), false },
	{ "delete", "NAME...", 1, -1, CLI_WRITES, delete, "message",
	    N_("codes with their codings"), false },
	{ "load", "FILE|-", 1, 1, CLI_WRITES, load, "message",
	    N_("a table of codes in; - is standard input"), false },
	{ "dump", "", 0, 0, CLI_READS, dump, "",
	    N_("a table of codes out, as load reads it"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda code set \"peur\" definition=\"Peur de tomber malade\" "
	    "-m \"supervision\"",
	"qda code merge \"ras-le-bol\" --into \"colère\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"code", N_("the codebook: properties and categories"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
