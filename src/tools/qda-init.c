/* qda-init.c: makes a project. */
#include <sys/stat.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "tools/cli.h"

/* A line typed by a person, without its newline; NULL when there is none. */
static char *
asked(const char *question)
{
	char	*line = NULL;
	size_t	 cap = 0;
	ssize_t	 n;

	fprintf(stderr, "%s ", question);
	fflush(stderr);
	n = getline(&line, &cap, stdin);
	if (n > 0 && line[n - 1] == '\n')
		line[--n] = '\0';
	if (n > 0)
		return line;
	free(line);
	return NULL;
}

/* FILE.db, or a directory: qda.db in it. */
static char *
project_path(const char *operand)
{
	size_t	 n = strlen(operand);

	if (n > 3 && strcmp(operand + n - 3, ".db") == 0)
		return qda_strdup(operand);
	if (strcmp(operand, ".") == 0)
		return qda_strdup("qda.db");
	return qda_sprintf("%s%sqda.db", operand,
	    operand[n - 1] == '/' ? "" : "/");
}

struct answers {
	char	*title, *question, *name, *roles;
};

/* What was not given; each may be left for later. */
static void
ask(struct qda_init *want, struct answers *a)
{
	if (want->title == NULL)
		want->title = a->title = asked(_("Title of the study:"));
	if (want->question == NULL)
		want->question = a->question =
		    asked(_("Research question (Enter: later):"));
	if (want->coder == NULL)
		want->coder = a->name = asked(_("Your name (Enter: later):"));
	if (a->name != NULL)
		want->roles = a->roles = asked(_("Your roles: interviewer, "
		    "coder, supervisor (Enter: later):"));
}

static int
run(struct cli *cli, struct qda_err *e)
{
	struct qda_init	 want = {
		.title = cli_value(cli, "title"),
		.question = cli_value(cli, "question"),
		.language = cli_value(cli, "lang"),
		.coder = cli->act.coder,
	};
	const char	*operand = cli->n > 0 ? cli->args[0] :
			    cli->project != NULL ? cli->project : ".";
	struct answers	 answers = { NULL };
	char		*path;
	int		 rc;

	if (*operand == '\0')
		return qda_fail(e, QDA_USAGE, _("the name is empty"));
	path = project_path(operand);
	/* a project that is there is refused without a question */
	if (cli_interactive() && !cli->act.quiet && !cli->act.dry_run &&
	    access(path, F_OK) != 0)
		ask(&want, &answers);
	rc = qda_do_init(&cli->act, path, &want, e);
	free(path);
	free(answers.title);
	free(answers.question);
	free(answers.name);
	free(answers.roles);
	return rc;
}

static const struct cli_option	options[] = {
	{ 't', "title", "TITLE", N_("the title of the study") },
	{ 0, "question", "QUESTION", N_("the research question") },
	{ 'l', "lang", "fr|en", N_("the language of exports and answers") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "[FILE.db|DIR]", 0, 1, CLI_MAKES, run, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda init -t \"Se soigner sans médecin traitant\"",
	"qda init -l fr these",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"init", N_("makes a project: one file, qda.db, that holds the "
		    "study"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
