/* qda-model.c: the theory: codes related to each other. */
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_model_list(&cli->act, e);
}

/* A TYPE B, and what supports it. */
static int
said(struct cli *cli, struct qda_model_relate *want, char **lines,
    struct qda_err *e)
{
	const char	*sign = cli_value(cli, "sign");

	*lines = NULL;
	*want = (struct qda_model_relate){ cli->args[0], cli->args[1],
	    cli->args[2], sign, cli->args + 3, (size_t)cli->n - 3, NULL,
	    cli_value(cli, "query") };
	if (sign != NULL && strcmp(sign, "+") != 0 && strcmp(sign, "-") != 0)
		return qda_fail(e, QDA_USAGE, _("--sign %s: a sign is + or "
		    "-"), sign);
	if (cli_piped(cli, 3, lines, e) < 0)
		return -1;
	want->lines = *lines;
	return 0;
}

static int
relate(struct cli *cli, struct qda_err *e)
{
	struct qda_model_relate	 want;
	char			*lines;
	int			 rc = said(cli, &want, &lines, e);

	if (rc == 0)
		rc = qda_do_model_relate(&cli->act, &want, e);
	free(lines);
	return rc;
}

static int
unrelate(struct cli *cli, struct qda_err *e)
{
	struct qda_model_relate	 want;
	char			*lines;
	int			 rc = said(cli, &want, &lines, e);

	if (rc == 0)
		rc = qda_do_model_unrelate(&cli->act, &want, e);
	free(lines);
	return rc;
}

static int
role(struct cli *cli, struct qda_err *e)
{
	return qda_do_model_role(&cli->act, cli->args[0], cli->args[1], e);
}

static int
core(struct cli *cli, struct qda_err *e)
{
	return qda_do_model_core(&cli->act, cli->args[0], e);
}

static int
story(struct cli *cli, struct qda_err *e)
{
	char	*text = NULL;
	int	 rc;

	if (cli->n == 0 || strcmp(cli->args[0], "-") != 0)
		return qda_do_model_story(&cli->act,
		    cli->n == 0 ? NULL : cli->args[0], e);
	if (qda_file_value(&text, e) < 0)
		return -1;
	rc = qda_do_model_story(&cli->act, text, e);
	free(text);
	return rc;
}

static int
check(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_model_check(&cli->act, e);
}

static int
graph(struct cli *cli, struct qda_err *e)
{
	long	 level;

	if (cli_number(cli, "level", 1, 2, &level, e) < 0)
		return -1;
	if (cli->act.document == NULL && cli_value(cli, "output") != NULL)
		return qda_fail(e, QDA_USAGE, _("a drawing is dot, svg or "
		    "png"));
	return qda_do_model_graph(&cli->act, level == 1, e);
}

static int
load(struct cli *cli, struct qda_err *e)
{
	return qda_do_model_load(&cli->act, cli->args[0], e);
}

static int
dump(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL)
		cli->act.as = QDA_AS_CSV;
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_model_dump(&cli->act, e);
}

static const struct cli_option	options[] = {
	{ 0, "sign", "+|-", N_("whether one makes the other more, or less") },
	{ 0, "query", "QUERY", N_("the verbatims that support it") },
	{ 0, "level", "N", N_("graph: 1 draws the categories at the top "
	    "alone") },
	{ 'm', "message", "TEXT", N_("why: the memo of the relation") },
	{ 'l', "lang", "fr|en", N_("of a drawing") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "", N_("the relations"), false },
	{ "relate", "CODE TYPE CODE [ADDRESS...|-]", 3, -1, CLI_WRITES,
	    relate, "sign query message",
	    N_("leads-to, favours, answers, varies-with, opposes, part-of or "
	    "a word of yours; and what supports it"), false },
	{ "unrelate", "CODE TYPE CODE [ADDRESS...|-]", 3, -1, CLI_WRITES,
	    unrelate, "message",
	    N_("takes a relation away, or what supports it"), false },
	{ "role", "CODE ROLE", 2, 2, CLI_WRITES, role, "message",
	    N_("cause, context, condition, phenomenon, strategy, "
	    "consequence"), false },
	{ "core", "CATEGORY", 1, 1, CLI_WRITES, core, "message",
	    N_("the category the theory turns around"), false },
	{ "story", "[TEXT|-]", 0, 1, CLI_WRITES, story, "message",
	    N_("the paragraph that tells it"), false },
	{ "check", "", 0, 0, CLI_READS, check, "",
	    N_("what the theory lacks; status 1 when there is something"),
	    true },
	{ "graph", "", 0, 0, CLI_READS, graph, "level lang",
	    N_("the explanatory model, drawn"), false },
	{ "load", "FILE|-", 1, 1, CLI_WRITES, load, "message",
	    N_("relations from a table"), false },
	{ "dump", "", 0, 0, CLI_READS, dump, "",
	    N_("the same table out"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda model relate \"honte d'insister\" freine \"appeler cabinet après "
	    "cabinet\" P7:310-420",
	"qda model graph -o modele.svg",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"model", N_("integration: codes related into a theory"),
		options, actions, "dot svg png", examples
	};

	return cli_main(&tool, argc, argv);
}
