/* qda-sheet.c: a source as a table to be coded in Word or Excel. */
#include <unistd.h>

#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/verbs.h"
#include "tools/cli.h"

/* A Word document, unless a person looks or asks for something else. */
static int
run(struct cli *cli, struct qda_err *e)
{
	if (cli_value(cli, "output") == NULL && !isatty(STDOUT_FILENO)) {
		cli->act.document = "docx";
		if (qda_doc_writer("docx") == NULL)
			return cli_run_with_libraries(cli, e);
	}
	return qda_do_sheet(&cli->act, cli->args[0], e);
}

static const struct cli_option	options[] = {
	{ 'l', "lang", "fr|en", N_("of the headings, instead of the "
	    "project's") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "SOURCE", 1, 1, CLI_READS, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda sheet P1 -o P1.docx",
	"qda tag --from P1.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"sheet", N_("a source as a table to be coded in Word, "
		    "LibreOffice or Excel"),
		options, actions, "docx odt xlsx html md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
