/* qda-axial.c: properties into categories. */
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
tree(struct cli *cli, struct qda_err *e)
{
	return qda_do_code_tree(&cli->act, e);
}

static int
group(struct cli *cli, struct qda_err *e)
{
	return qda_do_axial_group(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
ungroup(struct cli *cli, struct qda_err *e)
{
	return qda_do_axial_ungroup(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	return qda_do_axial_load(&cli->act, cli->args[0], e);
}

static int
check(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_axial_check(&cli->act, e);
}

static int
edit_text(struct qda_act *act, void *what, FILE *f, struct qda_err *e)
{
	(void)what;
	return qda_do_axial_edit_text(act, f, e);
}

static int
edit_apply(struct qda_act *act, void *what, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	(void)what;
	return qda_do_axial_edit_apply(act, text, marks, e);
}

static int
edit(struct cli *cli, struct qda_err *e)
{
	static const struct cli_edit	how = {
		"axial", "axial edit", NULL, edit_text, edit_apply
	};

	return cli_edit(cli, &how, e);
}

static const struct cli_option	options[] = {
	{ 0, "print", NULL, N_("edit: print the text, and change nothing") },
	{ 0, "apply", "FILE", N_("edit: the text of a file; - is standard "
	    "input") },
	{ 'm', "message", "TEXT", N_("why: kept in the log, and as a "
	    "memo") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "tree", "", 0, 0, CLI_READS, tree, "lang",
	    N_("categories and what they hold"), false },
	{ "group", "CATEGORY CODE...", 2, -1, CLI_WRITES, group, "message",
	    N_("put codes into a category, made when missing"), false },
	{ "ungroup", "CATEGORY CODE...", 2, -1, CLI_WRITES, ungroup,
	    "message", N_("take codes out of a category"), false },
	{ "edit", "", 0, 0, CLI_EDITS, edit, "message print apply",
	    N_("the tree as an outline, in your editor"), false },
	{ "load", "FILE|-", 1, 1, CLI_WRITES, load, "message",
	    N_("an outline in, or rows of category and code; - is standard "
	    "input"), false },
	{ "check", "", 0, 0, CLI_READS, check, "",
	    N_("what is left to do; status 1 when there is something"),
	    true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda axial group \"Chercher en vain\" \"refus au secrétariat\" "
	    "\"bouche-à-oreille\"",
	"qda axial tree -o arbre.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"axial", N_("axial coding: properties into categories"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
