/*
 * qda-front.c: what `qda` does itself: where the study stands, help, and what
 * to say of a verb that is not there.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "tools/cli.h"
#include "tools/cli_parts.h"

struct verb {
	const char	*name;
	const char	*help;
};

/* The verbs by step of the method; a row without help is a heading. */
static const struct verb	verbs[] = {
	{ N_("start"), NULL },
	{ "init", N_("make a project") },
	{ "status", N_("where the study stands, and what comes next") },
	{ "project", N_("what the study is") },
	{ "coder", N_("who interviews, codes, supervises") },
	{ "guide", N_("the versions of the interview guide") },
	{ N_("bring in"), NULL },
	{ "import", N_("transcripts in") },
	{ "source", N_("the transcripts, and what is known of each") },
	{ "speaker", N_("the voices of a source, and whose they are") },
	{ "participant", N_("who was approached, and their attributes") },
	{ N_("open coding"), NULL },
	{ "edit", N_("open coding in your editor") },
	{ "find", N_("where words occur in what participants say") },
	{ "tag", N_("codes on verbatims, or off them") },
	{ "sheet", N_("a source to be coded in Word or Excel, and back") },
	{ "show", N_("verbatims with their codes") },
	{ "label", N_("the labels in use, and a code for all that bear one") },
	{ "code", N_("the codebook") },
	{ "memo", N_("memos, field notes, journal") },
	{ N_("axial coding"), NULL },
	{ "axial", N_("properties into categories") },
	{ "model", N_("codes related into a theory, and its drawing") },
	{ "quote", N_("quotations for the manuscript, and those in it") },
	{ "matrix", N_("codes by participant, source, attribute or code") },
	{ N_("sufficiency"), NULL },
	{ "saturation", N_("new properties, interview after interview") },
	{ N_("report"), NULL },
	{ "coreq", N_("the COREQ checklist, with its evidence") },
	{ N_("keep"), NULL },
	{ "check", N_("integrity and method") },
	{ "log", N_("what was done, by whom") },
	{ "undo", N_("take the last change back") },
	{ "redo", N_("and do it again") },
};

enum { N_VERBS = sizeof(verbs) / sizeof(*verbs) };

/* What has a page without being a verb. */
static const struct {
	const char	*name, *section;
} subjects[] = {
	{ "query", "7" }, { "names", "7" }, { "output", "5" },
	{ "schema", "5" },
};

enum { N_SUBJECTS = sizeof(subjects) / sizeof(*subjects) };

static bool
is_verb(const char *name)
{
	for (int i = 0; i < N_VERBS; i++)
		if (verbs[i].help != NULL && strcmp(verbs[i].name, name) == 0)
			return true;
	return false;
}

static void
print_verbs(FILE *f)
{
	for (int i = 0; i < N_VERBS; i++)
		if (verbs[i].help == NULL)
			fprintf(f, "%s%s\n", i > 0 ? "\n" : "",
			    _(verbs[i].name));
		else
			fprintf(f, "  %-12s %s\n", verbs[i].name,
			    _(verbs[i].help));
}

static void
print_help(void)
{
	puts(_("usage: qda [-p FILE] [-c NAME] VERB [ACTION] [options and "
	    "operands]"));
	putchar('\n');
	print_verbs(stdout);
	putchar('\n');
	puts(_("qda help VERB, qda help query, qda help names"));
}

/* The nearest verb to what was typed; of a plural, its singular. */
static const char *
nearest_verb(const char *word)
{
	const char	*names[N_VERBS];
	size_t		 n = 0, length = strlen(word);

	for (int i = 0; i < N_VERBS && word[length - 1] == 's'; i++)
		if (verbs[i].help && strlen(verbs[i].name) == length - 1 &&
		    strncmp(verbs[i].name, word, length - 1) == 0)
			return verbs[i].name;
	for (int i = 0; i < N_VERBS; i++)
		if (verbs[i].help != NULL)
			names[n++] = verbs[i].name;
	return qda_text_nearest(word, names, n);
}

static int
no_verb(const char *word)
{
	const char	*near = *word == '\0' ? NULL : nearest_verb(word);
	char		*shown = qda_text_shown(word);

	if (near != NULL)
		fprintf(stderr, _("qda: there is no '%s'; did you mean "
		    "'qda %s'?\n"), shown, near);
	else
		fprintf(stderr, _("qda: there is no '%s'; 'qda help' lists "
		    "the verbs\n"), shown);
	free(shown);
	return QDA_USAGE;
}

/* Runs a tool that lies where qda lies. */
static int
exec_tool(const char *verb, char **argv)
{
	char	*name = qda_sprintf("../bin/qda-%s", verb);
	char	*path = qda_file_beside(name);

	argv[0] = name;
	if (path != NULL)
		execv(path, argv);
	fprintf(stderr, _("qda: cannot run '%s': %s\n"),
	    path != NULL ? path : name, qda_errno_text(errno));
	free(path);
	free(name);
	return QDA_SYSTEM;
}

/* What is not written is a failure. */
static int
close_help(void)
{
	int	 lost = ferror(stdout);

	if (fclose(stdout) == 0 && !lost)
		return 0;
	fputs(_("qda: standard output is not complete\n"), stderr);
	return QDA_SYSTEM;
}

/* The manual page of a verb or a subject, with man when it is there. */
static int
help_on(const char *subject)
{
	const char		*section = "1";
	char			*argv[3] = { NULL, (char *)"-h", NULL };
	char			*man, *page;

	for (int i = 0; i < N_SUBJECTS; i++)
		if (strcmp(subjects[i].name, subject) == 0)
			section = subjects[i].section;
	if (!is_verb(subject) && *section == '1')
		return no_verb(subject);
	man = qda_file_beside("../share/man");
	page = qda_sprintf("qda-%s", subject);
	fflush(stdout);
	if (isatty(STDOUT_FILENO))
		execlp("man", "man", "-M", man, section, page, (char *)NULL);
	if (*section == '1') {
		free(man);
		free(page);
		return exec_tool(subject, argv);
	}
	execlp("man", "man", "-M", man, "-P", "cat", section, page,
	    (char *)NULL);
	fprintf(stderr, _("qda: the page %s(%s) wants man(1)\n"), page,
	    section);
	free(man);
	free(page);
	return QDA_SYSTEM;
}

static int
run_status(struct cli *cli, struct qda_err *e)
{
	char	*path;
	int	 rc;

	if (qda_db_find(&path, cli->project, e) < 0) {
		if (cli->project != NULL || strcmp(cli->tool->name,
		    "status") == 0)
			return -1;
		return qda_do_welcome(&cli->act);
	}
	rc = qda_db_open(&cli->act.db, path, QDA_DB_READ, e);
	if (rc == 0)
		rc = qda_db_begin_read(cli->act.db, e);
	if (rc == 0)
		rc = qda_do_status(&cli->act, path, e);
	if (rc == 0 && cli->act.as <= QDA_AS_TSV &&
	    strcmp(cli->tool->name, "qda") == 0) {
		fputc('\n', cli->act.out);
		print_verbs(cli->act.out);
	}
	free(path);
	return rc;
}

static const struct cli_action	actions[] = {
	{ NULL, "", 0, 0, CLI_FREE, run_status, NULL, "", false },
	{ 0 }
};

static const char	*const examples[] = { "qda status", NULL };

/* The verbs as what may be typed first. */
static size_t
list_verbs(struct cli_action *a)
{
	size_t	 n = 0;

	for (int i = 0; i < N_VERBS; i++) {
		if (verbs[i].help == NULL)
			continue;
		a[n].name = verbs[i].name;
		a[n].help = verbs[i].help;
		a[n++].run = run_status;
	}
	a[n].name = "help";
	a[n].help = N_("the page of a verb");
	a[n++].run = run_status;
	return n;
}

/* What may stand for the last word of the line, when that is for no tool. */
static int
complete(int argc, char **argv, struct cli_tool *tool)
{
	struct cli_action	first[N_VERBS + N_SUBJECTS + 2] = { { 0 } };
	size_t			n = list_verbs(first);
	int			at = cli_verb(argc, argv);

	qda_lang_begin();
	if (at < argc - 1 && strcmp(argv[at], "status") == 0) {
		tool->name = "status";
		memmove(argv + at, argv + at + 1,
		    (size_t)(argc-- - at) * sizeof(*argv));
	} else if (at < argc - 1 && strcmp(argv[at], "help") == 0) {
		for (int i = 0; i < N_SUBJECTS; i++, n++) {
			first[n].name = subjects[i].name;
			first[n].help = "";
			first[n].run = run_status;
		}
		tool->actions = first;
		argv += at - 1;
		argc -= at - 1;
	} else
		tool->actions = first;
	cli_complete(tool, argc - 2, argv + 2);
	return close_help();
}

int
main(int argc, char **argv)
{
	static struct cli_tool	tool = {
		"qda", N_("tools for coding interviews: from transcripts to a "
		    "COREQ grid"),
		NULL, actions, NULL, examples
	};
	char			*alone[] = { NULL, NULL };
	int			at = cli_verb(argc, argv);

	if (argc > 1 && strcmp(argv[1], "--complete") == 0)
		return complete(argc, argv, &tool);
	if (at >= argc) {
		for (int i = 1; i < argc; i++)
			if (strcmp(argv[i], "-h") == 0 ||
			    strcmp(argv[i], "--help") == 0) {
				qda_lang_begin();
				print_help();
				return close_help();
			}
		return cli_main(&tool, argc, argv);
	}
	qda_lang_begin();
	if (strcmp(argv[at], "help") == 0) {
		if (at + 1 < argc)
			return help_on(argv[at + 1]);
		print_help();
		return close_help();
	}
	if (strcmp(argv[at], "status") == 0) {
		tool.name = "status";
		memmove(argv + at, argv + at + 1,
		    (size_t)(argc - at) * sizeof(*argv));
		return cli_main(&tool, argc - 1, argv);
	}
	return is_verb(argv[at]) ? exec_tool(argv[at], alone) :
	    no_verb(argv[at]);
}
