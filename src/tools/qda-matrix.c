/* qda-matrix.c: codings crossed by two of their sides. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	char			*query = cli_joined(cli);
	const char		*rows = cli_value(cli, "rows");
	const char		*columns = cli_value(cli, "columns");
	struct qda_cross	 want = {
		.query = query,
		.rows = rows != NULL ? rows : "code",
		.columns = columns != NULL ? columns : "participant",
		.binary = cli_flag(cli, "binary"),
		.by_cell = cli_flag(cli, "long"),
	};
	int			 rc;

	want.scope.coders = cli_values(cli, "coder", &want.scope.n_coders);
	want.scope.sources = cli_values(cli, "source", &want.scope.n_sources);
	want.scope.participants = cli_values(cli, "participant",
	    &want.scope.n_participants);
	rc = qda_do_matrix(&cli->act, &want, e);
	free(query);
	free((void *)want.scope.coders);
	free((void *)want.scope.sources);
	free((void *)want.scope.participants);
	return rc;
}

static const struct cli_option	options[] = {
	{ 0, "rows", "WHAT", N_("code (default), source, participant, coder, "
	    "@ATTRIBUTE") },
	{ 0, "columns", "WHAT", N_("the same; participant when not given") },
	{ 0, "binary", NULL, N_("1 where there is any, else 0") },
	{ 0, "long", NULL, N_("a line for each cell that is not 0") },
	{ 's', "source", "NAME", N_("only in this source (repeat)") },
	{ 'P', "participant", "NAME", N_("only of this participant (repeat)") },
	{ 'l', "lang", "fr|en", N_("the language of a document") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "[QUERY]", 0, -1, CLI_READS, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda matrix --columns source --binary > matrix.tsv",
	"qda matrix --columns @sexe \"under:Chercher en vain\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"matrix", N_("how many codings: codes by participants, "
		    "sources, attributes, coders, codes"),
		options, actions, "md html docx odt tex", examples
	};

	return cli_main(&tool, argc, argv);
}
