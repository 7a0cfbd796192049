/* qda-find.c: where a pattern occurs in what participants say. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/regex.h"
#include "qda/verbs.h"
#include "tools/cli.h"

/* Options of grep that mean something else here. */
static int
check_habits(const struct cli *cli, struct qda_err *e)
{
	if (cli_flag(cli, "files-with-matches"))
		return qda_fail(e, QDA_USAGE, _("-l is not known; the sources "
		    "that match: qda find ... | cut -f2 | sort -u"));
	if (cli->n > 0 && *cli->args[0] != '\0')
		return 0;
	return qda_fail(e, QDA_USAGE, cli->act.n_coders > 0 ?
	    _("there is no pattern; -c takes a coder's name, what counts the "
	    "hits is --count") : _("there is no pattern"));
}

static int
flags(const struct cli *cli)
{
	return (cli_flag(cli, "ignore-case") ? QDA_REGEX_NOCASE : 0) |
	    (cli_flag(cli, "words") ? QDA_REGEX_WORDS : 0) |
	    (cli_flag(cli, "fixed") ? QDA_REGEX_FIXED : 0);
}

static int
run(struct cli *cli, struct qda_err *e)
{
	struct qda_find	 want = {
		.flags = flags(cli),
		.unit = cli_value(cli, "unit"),
		.all = cli_flag(cli, "all"),
		.kwic = cli_flag(cli, "kwic"),
		.count = cli_flag(cli, "count"),
		.plain = cli_value(cli, "output") != NULL &&
		    cli->act.as != QDA_AS_TABLE,
	};
	int	 rc;

	if (check_habits(cli, e) < 0 || cli_number(cli, "context", 0, 0,
	    &want.context, e) < 0)
		return -1;
	want.pattern = cli->args[0];
	want.sources = cli_values(cli, "source", &want.n_sources);
	want.participants = cli_values(cli, "participant",
	    &want.n_participants);
	rc = qda_do_find(&cli->act, &want, e);
	free((void *)want.sources);
	free((void *)want.participants);
	return rc;
}

static const struct cli_option	options[] = {
	{ 'i', "ignore-case", NULL, N_("case does not matter") },
	{ 'w', "words", NULL, N_("whole words; case and accents do not "
	    "matter") },
	{ 'F', "fixed", NULL, N_("the pattern is literal text") },
	{ 'k', "kwic", NULL, N_("each hit with what stands left and right") },
	{ 'a', "all", NULL, N_("everybody's words, not only participants'") },
	{ 's', "source", "NAME", N_("only in this source (repeat)") },
	{ 'P', "participant", "NAME", N_("only of this participant (repeat)") },
	{ 'u', "unit", "UNIT", N_("match, sentence or turn") },
	{ 'C', "context", "N", N_("with N turns before and after") },
	{ 0, "count", NULL, N_("only how many") },
	{ 'l', "files-with-matches", NULL, NULL },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "PATTERN", 0, 1, CLI_READS, run, NULL, "", true },
	{ 0 }
};

static const char	*const examples[] = {
	"qda find -w pharmacien",
	"qda find -ku sentence 'surcharge|fatigue'",
	"qda find -w 'avoir peur' | qda tag peur",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"find", N_("where a pattern occurs in what participants say"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
