/* qda-edit.c: open coding in the person's own editor. */
#include <string.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
edit_text(struct qda_act *act, void *what, FILE *f, struct qda_err *e)
{
	const struct qda_open_edit	*how = what;

	return qda_do_edit_text(act, how->source, f, e);
}

/* Whether a person at a terminal says yes. */
static bool
agreed(const struct qda_open_edit *how)
{
	char	 line[16] = "";

	fprintf(stderr, _("this takes away %zu of %zu codings; go on? [y/N] "),
	    how->removes, how->of);
	fflush(stderr);
	return fgets(line, sizeof(line), stdin) != NULL &&
	    strchr("yYoO", line[0]) != NULL && line[0] != '\0';
}

static int
edit_apply(struct qda_act *act, void *what, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	struct qda_open_edit	*how = what;
	int			 rc;

	rc = qda_do_edit_apply(act, how, text, marks, e);
	if (rc == 0 || how->removes == 0 || !cli_interactive())
		return rc;
	qda_change_abandon(act->db);
	if (!agreed(how))
		return rc;
	how->force = true;
	return qda_do_edit_apply(act, how, text, marks, e);
}

static int
run(struct cli *cli, struct qda_err *e)
{
	struct qda_open_edit	 how = { .source = cli->n > 0 ? cli->args[0] :
				    NULL, .force = cli_flag(cli, "force") };
	struct cli_edit		 edit = { how.source, "edit", &how, edit_text,
				    edit_apply };

	if (how.source == NULL && cli_value(cli, "apply") == NULL)
		return qda_fail(e, QDA_USAGE, _("something is missing: "
		    "qda edit SOURCE"));
	return cli_edit(cli, &edit, e);
}

static const struct cli_option	options[] = {
	{ 0, "print", NULL, N_("print the text, and change nothing") },
	{ 0, "apply", "FILE", N_("the text of a file; - is standard input") },
	{ 0, "force", NULL, N_("even when more than half of the codings "
	    "go") },
	{ 'm', "message", "WHY", N_("why; kept with the change") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "[SOURCE]", 0, 1, CLI_EDITS, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda edit P4",
	"qda edit --apply P4.qda-edit",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"edit", N_("open coding in your editor"), options, actions,
		NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
