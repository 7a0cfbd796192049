/* qda-quote.c: quotations for the manuscript, and those in it. */
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return qda_do_quote_list(&cli->act, cli_value(cli, "columns"), e);
}

static int
add(struct cli *cli, struct qda_err *e)
{
	struct qda_quote_add	 want = {
		.addresses = cli->args, .n = (size_t)cli->n,
		.query = cli_value(cli, "query"),
		.text = cli_value(cli, "quote"),
		.under = cli_value(cli, "under"),
		.place = cli_value(cli, "place"),
	};
	char			*lines = NULL;
	int			 rc;

	if (cli_piped(cli, 0, &lines, e) < 0)
		return -1;
	want.lines = lines;
	rc = qda_do_quote_add(&cli->act, &want, e);
	free(lines);
	return rc;
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return qda_do_quote_set(&cli->act, cli->args[0], cli->args + 1,
	    (size_t)cli->n - 1, e);
}

static int
order(struct cli *cli, struct qda_err *e)
{
	return qda_do_quote_order(&cli->act, cli->args, (size_t)cli->n, e);
}

static int
balance(struct cli *cli, struct qda_err *e)
{
	return qda_do_quote_balance(&cli->act, e);
}

/* A Word document is read by the same tool linked with what that takes. */
static int
check_file(struct cli *cli, bool keep, struct qda_err *e)
{
	char	*bytes, *shown;
	size_t	 n;
	int	 rc;

	if ((keep && cli_data_only(cli, e) < 0) ||
	    qda_file_read(&bytes, &n, cli->args[0], e) < 0)
		return -1;
	shown = qda_text_shown(cli->args[0]);
	if (qda_bytes_readable(bytes, n))
		rc = qda_do_quote_check(&cli->act, bytes, n, shown, keep, e);
	else
		rc = cli_run_with_libraries(cli, e);
	free(shown);
	free(bytes);
	return rc;
}

static int
check(struct cli *cli, struct qda_err *e)
{
	return check_file(cli, false, e);
}

static int
note(struct cli *cli, struct qda_err *e)
{
	return check_file(cli, true, e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_quote_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 't', "quote", "TEXT", N_("the words as they are printed: cuts are "
	    "[...], what you put in stands in brackets") },
	{ 0, "query", "QUERY", N_("all verbatims it finds") },
	{ 0, "under", "CODE", N_("the code it is told under") },
	{ 0, "place", "PLACE", N_("where in the manuscript") },
	{ 0, "columns", "NAME;...", N_("of a document: these attributes of a "
	    "participant are told") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "columns lang",
	    N_("the quotations, in their order; or as a document"), false },
	{ "add", "[ADDRESS...|-]", 0, -1, CLI_WRITES, add,
	    "quote query under place message",
	    N_("choose verbatims for the manuscript"), false },
	{ "set", "ID KEY=VALUE...", 2, -1, CLI_WRITES, set, "message",
	    N_("text, code, place; an empty one removes"), false },
	{ "order", "ID...", 1, -1, CLI_WRITES, order, "message",
	    N_("these first, in this order; the others after them"), false },
	{ "balance", "", 0, 0, CLI_READS, balance, "lang",
	    N_("participants and categories: who is quoted, and how often"),
	    false },
	{ "check", "FILE", 1, 1, CLI_READS, check, "lang",
	    N_("every quotation of a manuscript beside the sources; status 1 "
	    "when one is wrong"), true },
	{ "note", "FILE", 1, 1, CLI_WRITES, note, "message",
	    N_("the same; those that are right are chosen, with their "
	    "places"), true },
	{ "delete", "ID...", 1, -1, CLI_WRITES, delete, "message",
	    N_("not chosen any more"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda quote add P1:310-420 --under \"refus au secrétariat\"",
	"qda quote check these.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"quote", N_("quotations for the manuscript"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
