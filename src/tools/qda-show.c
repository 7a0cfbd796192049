/* qda-show.c: verbatims with their codes. */
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	char		*query = cli_joined(cli), *lines = NULL;
	int		 rc = -1;
	struct qda_show	 want = {
		.query = query,
		.by_coding = cli_flag(cli, "long"),
		.plain = cli_value(cli, "output") != NULL &&
		    cli->act.as != QDA_AS_TABLE,
	};

	want.columns = cli_value(cli, "columns");
	want.scope.coders = cli_values(cli, "coder", &want.scope.n_coders);
	want.scope.sources = cli_values(cli, "source", &want.scope.n_sources);
	want.scope.participants = cli_values(cli, "participant",
	    &want.scope.n_participants);
	if (cli_number(cli, "context", 0, 0, &want.context, e) < 0)
		goto out;
	if (strcmp(query, "-") == 0) {
		if (qda_file_stdin(&lines, e) < 0)
			goto out;
		want.lines = lines;
		want.query = "";
	}
	rc = qda_do_show(&cli->act, &want, e);
out:
	free(query);
	free(lines);
	free((void *)want.scope.coders);
	free((void *)want.scope.sources);
	free((void *)want.scope.participants);
	return rc;
}

static const struct cli_option	options[] = {
	{ 0, "long", NULL, N_("a line for each coding") },
	{ 's', "source", "NAME", N_("only in this source (repeat)") },
	{ 'P', "participant", "NAME", N_("only of this participant (repeat)") },
	{ 'C', "context", "N", N_("with N turns before and after") },
	{ 0, "columns", "NAME;...", N_("of a document: these attributes of a "
	    "participant are told") },
	{ 'l', "lang", "fr|en", N_("the language of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "[QUERY|-]", 0, -1, CLI_READS, run, NULL, "", true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda show \"under:Chercher en vain and @sexe=F\"",
	"qda find -w pharmacien | qda show -C 1 -",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"show", N_("verbatims with their codes"),
		options, actions, "md html docx odt tex xlsx", examples
	};

	return cli_main(&tool, argc, argv);
}
