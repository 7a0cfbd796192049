/* qda-memo.c: memos, field notes, the journal. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/clean.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "tools/cli.h"

/* --kind, or one of its short forms; two that differ are a mistake. */
static int
kind(const struct cli *cli, const char **word, struct qda_err *e)
{
	static const char	*const forms[] = { "journal", "field" };

	*word = cli_value(cli, "kind");
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (!cli_flag(cli, forms[i]))
			continue;
		if (*word != NULL && strcmp(*word, forms[i]) != 0)
			return qda_fail(e, QDA_USAGE, _("a memo has one kind, "
			    "not %s and %s"), *word, forms[i]);
		*word = forms[i];
	}
	return 0;
}

static int
list(struct cli *cli, struct qda_err *e)
{
	struct qda_memo_filter	 want = { 0 };
	const char		**on;
	int			 rc;

	if (kind(cli, &want.kind, e) < 0)
		return -1;
	on = cli_values(cli, "on", &want.n_on);
	want.on = on;
	rc = qda_do_memo_list(&cli->act, &want, e);
	free(on);
	return rc;
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_memo_show(&cli->act, cli->args[0], e);
}

/* Standard input as a text; a person who types it is told how to end. */
static int
typed(char **text, struct qda_err *e)
{
	struct qda_cleaned	 clean = { 0 };
	char			*bytes;
	size_t			 n;
	int			 rc;

	if (cli_interactive())
		fprintf(stderr, "%s\n", _("Type the memo; Enter and Ctrl-D "
		    "end it."));
	if (qda_file_read(&bytes, &n, "-", e) < 0)
		return -1;
	rc = qda_text_clean(&clean, bytes, n, NULL, e);
	if (rc < 0)
		qda_fail_in(e, _("standard input"));
	while (clean.size > 0 && clean.text[clean.size - 1] == '\n')
		clean.text[--clean.size] = '\0';
	if (rc == 0)
		*text = qda_strdup(clean.text);
	qda_cleaned_free(&clean);
	free(bytes);
	return rc;
}

static int
new_text(struct qda_act *act, void *what, FILE *f, struct qda_err *e)
{
	return qda_do_memo_new_text(act, what, f, e);
}

static int
new_apply(struct qda_act *act, void *what, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	(void)what;
	return qda_do_memo_new_apply(act, text, marks, e);
}

/* A memo whose text is an operand, or standard input. */
static int
add_given(struct cli *cli, struct qda_memo_new *want, struct qda_err *e)
{
	char	*text = NULL;
	int	 rc = -1;

	if (cli_value(cli, "apply") != NULL || cli_flag(cli, "print"))
		return qda_fail(e, QDA_USAGE, _("'%s' is too much here"),
		    cli->args[0]);
	if (strcmp(cli->args[0], "-") == 0 && typed(&text, e) < 0)
		return -1;
	want->text = text != NULL ? text : cli->args[0];
	if (cli_open(cli, true, e) == 0)
		rc = qda_do_memo_add(&cli->act, want, e);
	free(text);
	return rc;
}

static int
add(struct cli *cli, struct qda_err *e)
{
	struct qda_memo_new	 want = { 0 };
	const struct cli_edit	 how = { "memo", "memo add", &want, new_text,
				    new_apply };
	const char		**on;
	int			 rc = -1;

	if (kind(cli, &want.kind, e) < 0)
		return -1;
	want.date = cli_value(cli, "date");
	want.title = cli_value(cli, "title");
	on = cli_values(cli, "on", &want.n_on);
	want.on = on;
	if (cli->n > 0)
		rc = add_given(cli, &want, e);
	else if (cli_interactive() || cli_flag(cli, "print") ||
	    cli_value(cli, "apply") != NULL)
		rc = cli_edit(cli, &how, e);
	else
		qda_fail(e, QDA_USAGE, _("something is missing: the "
		    "TEXT of the memo, or - for standard input"));
	free(on);
	return rc;
}

static int
edit_text(struct qda_act *act, void *what, FILE *f, struct qda_err *e)
{
	return qda_do_memo_edit_text(act, what, f, e);
}

static int
edit_apply(struct qda_act *act, void *what, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	return qda_do_memo_edit_apply(act, what, text, marks, e);
}

static int
edit(struct cli *cli, struct qda_err *e)
{
	char	*name = qda_sprintf("memo-%s", cli->args[0]);
	char	*action = qda_sprintf("memo edit %s", cli->args[0]);
	int	 rc;

	rc = cli_edit(cli, &(struct cli_edit){ name, action, cli->args[0],
	    edit_text, edit_apply }, e);
	free(name);
	free(action);
	return rc;
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_memo_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 0, "kind", "KIND", N_("memo, field, journal, method, position, "
	    "theory") },
	{ 0, "journal", NULL, N_("short for --kind journal") },
	{ 0, "field", NULL, N_("short for --kind field: notes of one "
	    "interview") },
	{ 0, "on", "THING", N_("an address, source:NAME, code:NAME, "
	    "participant:NAME, guide:VERSION; may be repeated") },
	{ 0, "date", "DATE", N_("of what it tells; today") },
	{ 't', "title", "TITLE", N_("its title") },
	{ 0, "print", NULL, N_("edit: print the text, and change nothing") },
	{ 0, "apply", "FILE", N_("edit: the text of a file; - is standard "
	    "input") },
	{ 'm', "message", "TEXT", N_("why: kept in the log") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "kind journal field on lang",
	    N_("the memos by date"), false },
	{ "show", "ID", 1, 1, CLI_READS, show, "", N_("one in full"), false },
	{ "add", "[TEXT|-]", 0, 1, CLI_EDITS, add,
	    "kind journal field on date title message print apply",
	    N_("a new memo, in your editor without TEXT; - is standard "
	    "input"), false },
	{ "edit", "ID", 1, 1, CLI_EDITS, edit, "message print apply",
	    N_("one in your editor"), false },
	{ "delete", "ID...", 1, -1, CLI_WRITES, delete, "message",
	    N_("memos, by their numbers"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda memo add --field --on P1 --date 2024-01-17 \"La télévision "
	    "allumée sans le son.\"",
	"qda memo list --journal -o journal.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"memo", N_("memos, field notes, the journal"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
