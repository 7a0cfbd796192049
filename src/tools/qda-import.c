/* qda-import.c: brings transcripts in. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/transcript.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
run(struct cli *cli, struct qda_err *e)
{
	struct qda_read_options	 read = {
		.format = cli_value(cli, "format"),
		.encoding = cli_value(cli, "encoding"),
		.name = cli_value(cli, "name"),
		.split = cli_value(cli, "split"),
		.question = cli_value(cli, "question"),
		.question_style = cli_value(cli, "question-style"),
	};
	struct qda_import	 want = {
		.read = &read,
		.participant = cli_value(cli, "participant"),
		.date = cli_value(cli, "date"),
		.duration = cli_value(cli, "duration"),
		.setting = cli_value(cli, "setting"),
		.guide = cli_value(cli, "guide"),
		.files = cli->args,
		.n = (size_t)cli->n,
	};
	const char		**asking = cli_values(cli, "interviewer",
				    &read.interviewers_n);
	int			 rc;

	read.interviewers = asking;
	rc = qda_do_import(&cli->act, &want, e);
	free(asking);
	return rc;
}

static const struct cli_option	options[] = {
	{ 'f', "format", "FORMAT", N_("of the files, instead of what they look "
	    "like") },
	{ 'N', "name", "NAME", N_("of the source, instead of the file's") },
	{ 'P', "participant", "NAME", N_("who speaks; made when missing") },
	{ 0, "date", "DATE", N_("of the interview: 2024-03-17, 17/03/2024") },
	{ 0, "duration", "TIME", N_("of the interview: 38:10, 38 min 10") },
	{ 0, "setting", "WHERE", N_("where it took place") },
	{ 0, "guide", "VERSION", N_("the version of the guide it followed") },
	{ 0, "interviewer", "LABEL", N_("whose words are questions (repeat)") },
	{ 0, "split", "PATTERN",
	    N_("a paragraph that matches begins a source") },
	{ 0, "question", "PATTERN", N_("a paragraph that matches is a "
	    "question") },
	{ 0, "question-style", "STYLE", N_("a paragraph all bold, italic, "
	    "#c00000... is a question") },
	{ 0, "encoding", "NAME", N_("of the text, instead of what it looks "
	    "like") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "FILE...|-", 1, -1, CLI_WRITES, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda import -n entretiens/*.docx",
	"qda import -P P4 --date 17/03/2024 --duration '38 min 10' P4.txt",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"import", N_("brings transcripts in, and says what it "
		    "understood of them"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
