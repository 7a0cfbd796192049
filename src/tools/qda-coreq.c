/* qda-coreq.c: the COREQ checklist, or another, filled from the project. */
#include <stdlib.h>
#include <string.h>

#include "qda/cells.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static const char *
checklist(const struct cli *cli)
{
	return cli_value(cli, "checklist");
}

static int
list(struct cli *cli, struct qda_err *e)
{
	return cli->act.document != NULL ?
	    qda_do_coreq_export(&cli->act, checklist(cli), false, e) :
	    qda_do_coreq_list(&cli->act, checklist(cli), e);
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_coreq_show(&cli->act, checklist(cli), cli->args[0], e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_coreq_set(&cli->act, checklist(cli), cli->args[0],
	    cli->args + 1, (size_t)cli->n - 1, e);
}

static int
edit_text(struct qda_act *act, void *what, FILE *f, struct qda_err *e)
{
	const struct cli	*cli = what;

	return qda_do_coreq_edit_text(act, checklist(cli), cli->args,
	    (size_t)cli->n, f, e);
}

static int
edit_apply(struct qda_act *act, void *what, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	return qda_do_coreq_edit_apply(act, checklist(what), text, marks, e);
}

static int
edit(struct cli *cli, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*action;
	int		 rc;

	fputs("coreq edit", qda_mem_open(&m));
	if (checklist(cli) != NULL) {
		fputs(" --checklist ", m.f);
		qda_text_shell(m.f, checklist(cli));
	}
	action = qda_mem_text(&m);
	rc = cli_edit(cli, &(struct cli_edit){ "coreq", action, cli,
	    edit_text, edit_apply }, e);
	free(action);
	return rc;
}

static int
accept_items(struct cli *cli, struct qda_err *e)
{
	return qda_do_coreq_accept(&cli->act, checklist(cli), cli->args,
	    (size_t)cli->n, e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	if (cli_data_only(cli, e) < 0)
		return -1;
	return &qda_cells_read == NULL ? cli_run_with_libraries(cli, e) :
	    qda_do_coreq_load(&cli->act, checklist(cli), cli->args[0], e);
}

static int
check(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_coreq_check(&cli->act, checklist(cli), e);
}

/* csv, unless another form is asked for: a table that a program opens. */
static int
export(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL)
		cli->act.as = QDA_AS_CSV;
	return qda_do_coreq_export(&cli->act, checklist(cli),
	    cli_flag(cli, "long"), e);
}

static const struct cli_option	options[] = {
	{ 'l', "lang", "fr|en", N_("the language; else the project's") },
	{ 0, "checklist", "NAME|FILE", N_("another list than COREQ") },
	{ 0, "long", NULL, N_("export: the evidence in every document") },
	{ 0, "print", NULL, N_("edit: print the text, and change nothing") },
	{ 0, "apply", "FILE", N_("edit: the text of a file; - is standard "
	    "input") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "lang checklist",
	    N_("the items, what is known of each, and its state"), false },
	{ "show", "N", 1, 1, CLI_READS, show, "lang checklist",
	    N_("one in full, with what shows it"), false },
	{ "set", "N TEXT|-|location=PLACE...", 2, 3, CLI_WRITES, set,
	    "checklist message",
	    N_("write the answer, or say where; an empty one removes"),
	    false },
	{ "edit", "[N...]", 0, -1, CLI_EDITS, edit,
	    "lang checklist message print apply",
	    N_("what is open, or these items, in your editor"), false },
	{ "accept", "N...", 1, -1, CLI_WRITES, accept_items,
	    "checklist message",
	    N_("what the project says is the answer"), false },
	{ "load", "FILE", 1, 1, CLI_WRITES, load,
	    "lang checklist message",
	    N_("a list that was exported comes back corrected"), false },
	{ "check", "", 0, 0, CLI_READS, check, "lang checklist",
	    N_("contradictions, and what is open"), true },
	{ "export", "", 0, 0, CLI_READS, export, "lang checklist long",
	    N_("the filled list, as a table or a document"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda coreq set 28 \"Synthèse envoyée aux 11 participants\"",
	"qda coreq export -o coreq.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"coreq", N_("the COREQ checklist, filled from the project"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
