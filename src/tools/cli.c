/* cli.c: a tool's main: its output, its errors, its project. */
#include <sys/ioctl.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "qda/cells.h"
#include "qda/checklist.h"
#include "qda/doc.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli_parts.h"

/* Documents that take libraries which tools in bin are not linked with. */
static const char	heavy[] = "docx odt xlsx";

/* "qda-tag", but "qda" for qda itself. */
const char *
cli_prefix(const struct cli_tool *t)
{
	static char	 name[64];

	if (strcmp(t->name, "qda") == 0)
		return t->name;
	snprintf(name, sizeof(name), "qda-%s", t->name);
	return name;
}

/* Standard output is complete only when its close says so. */
static int
close_stdout(const struct cli_tool *t, int status)
{
	int	 lost = ferror(stdout);

	if (fclose(stdout) == 0 && !lost)
		return status;
	fprintf(stderr, _("%s: standard output is not complete\n"),
	    cli_prefix(t));
	return QDA_SYSTEM;
}

/* A message may hold any byte that was typed: none reaches a terminal raw. */
static void
print_message(const char *msg)
{
	char	*part, *shown;
	size_t	 n;

	for (;; msg += n + 1) {
		n = strcspn(msg, "\n\t");
		part = qda_strndup(msg, n);
		shown = qda_text_shown(part);
		fputs(shown, stderr);
		free(shown);
		free(part);
		if (msg[n] == '\0')
			break;
		fputc(msg[n], stderr);
	}
	fputc('\n', stderr);
}

static int
complain(const struct cli_tool *t, const struct qda_err *e)
{
	fflush(stdout);
	fprintf(stderr, "%s: ", cli_prefix(t));
	print_message(e->msg);
	if (e->why == QDA_USAGE && strchr(e->msg, '\n') == NULL)
		fprintf(stderr, strcmp(t->name, "qda") == 0 ?
		    _("try 'qda -h'\n") : _("try 'qda %s -h'\n"), t->name);
	return (int)e->why;
}

int
cli_piped(const struct cli *cli, int first, char **lines, struct qda_err *e)
{
	*lines = NULL;
	for (int i = first; i < cli->n; i++)
		if (strcmp(cli->args[i], "-") == 0)
			return qda_file_stdin(lines, e);
	return 0;
}

bool
cli_interactive(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

static int
no_format(const char *o, const char *documents, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*more;
	int		 rc;

	qda_mem_open(&m);
	for (const char *p = documents != NULL ? documents : ""; *p; p++) {
		if (p == documents || *p == ' ')
			fputs(", ", m.f);
		if (*p != ' ')
			fputc(*p, m.f);
	}
	more = qda_mem_text(&m);
	rc = qda_fail(e, QDA_USAGE, _("-o %s: formats are table, tsv, csv, "
	    "jsonl, json, names%s"), o, more);
	free(more);
	return rc;
}

/* -o: a format, or a file whose name says the format. */
static int
choose_output(struct cli *cli, struct qda_err *e)
{
	const char	*o = cli_value(cli, "output"), *ext;
	const char	*documents = cli->tool->documents;
	int		 as;

	cli->act.as = isatty(STDOUT_FILENO) ? QDA_AS_TABLE : QDA_AS_TSV;
	if (o == NULL)
		return 0;
	ext = strrchr(o, '.');
	if (ext != NULL)
		cli->file = o;
	ext = ext != NULL ? ext + 1 : o;
	if ((as = qda_as_named(ext)) >= 0)
		cli->act.as = (enum qda_as)as;
	else if (documents != NULL && cli_in_list(documents, ext))
		cli->act.document = ext;
	else
		return no_format(o, documents, e);
	if (cli->file == NULL && cli_in_list(heavy, ext) &&
	    isatty(STDOUT_FILENO))
		return qda_fail(e, QDA_USAGE, _("%s is not for a terminal: "
		    "-o FILE.%s, or > FILE.%s"), ext, ext, ext);
	return 0;
}

/* Whether a word is, or holds, the value of -p, or is -p before its value. */
static bool
names_project(const struct cli *cli, int argc, char **argv, int i)
{
	uintptr_t	 p = (uintptr_t)cli->project,
			 word = (uintptr_t)argv[i];

	return p != 0 && ((p >= word && p <= word + strlen(argv[i])) ||
	    (i + 1 < argc && p == (uintptr_t)argv[i + 1]));
}

/*
 * The command as it would be typed again, for the history; the project goes
 * without saying, and a file is only FILE there: its name may be that of a
 * person.
 */
static char *
command_line(const struct cli *cli, int argc, char **argv)
{
	struct qda_mem	 m;
	bool		 file, was = false;

	fprintf(qda_mem_open(&m), "qda %s", cli->tool->name);
	for (int i = 1; i < argc; i++, was = file) {
		file = strpbrk(argv[i], "./") != NULL &&
		    access(argv[i], F_OK) == 0;
		if (names_project(cli, argc, argv, i))
			file = false;
		else if (!file) {
			fputc(' ', m.f);
			qda_text_shell(m.f, argv[i]);
		} else
			fputs(was ? "" : " FILE", m.f);
	}
	return qda_mem_text(&m);
}

static int
terminal_width(void)
{
	struct winsize	 w;

	if (!isatty(STDOUT_FILENO))
		return 0;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ?
	    w.ws_col : 80;
}

static int
fill_act(struct cli *cli, struct qda_err *e)
{
	struct qda_act	*act = &cli->act;

	act->header = cli_flag(cli, "header");
	act->dry_run = cli_flag(cli, "dry-run");
	act->quiet = cli_flag(cli, "quiet");
	act->width = terminal_width();
	act->message = cli_value(cli, "message");
	act->coders = cli_values(cli, "coder", &act->n_coders);
	act->coder = act->n_coders > 0 ? act->coders[act->n_coders - 1] :
	    getenv("QDA_CODER");
	if (act->coder != NULL && *act->coder == '\0')
		act->coder = NULL;
	act->lang = cli_value(cli, "lang");
	if (act->lang != NULL && !qda_lang_known(act->lang))
		return qda_fail(e, QDA_USAGE,
		    _("-l %s: qda speaks fr and en"), act->lang);
	cli->project = cli_value(cli, "project");
	return choose_output(cli, e);
}

static bool
needs_project(const struct cli *cli)
{
	if (cli->action->kind == CLI_COUNTS)
		return cli_value(cli, "matrix") == NULL &&
		    cli_value(cli, "ratings") == NULL &&
		    cli_value(cli, "segments") == NULL;
	return cli->action->kind == CLI_READS ||
	    cli->action->kind == CLI_WRITES;
}

int
cli_open(struct cli *cli, bool writes, struct qda_err *e)
{
	char	*path;
	int	 rc;

	cli_close(cli);
	if (qda_db_find(&path, cli->project, e) < 0)
		return -1;
	rc = qda_db_open(&cli->act.db, path, writes ? QDA_DB_WRITE :
	    QDA_DB_READ, e);
	free(path);
	if (rc == 0 && !writes)
		rc = qda_db_begin_read(cli->act.db, e);
	return rc;
}

void
cli_close(struct cli *cli)
{
	qda_db_close(cli->act.db);
	cli->act.db = NULL;
}

static int
deliver(struct cli *cli, struct qda_spool *spool, struct qda_err *e)
{
	struct qda_file	 file;
	int		 rc;

	if (cli->action->answers && cli->act.quiet)
		return 0;
	if (cli->file == NULL)
		return qda_spool_copy(spool, stdout, e);
	if (qda_file_begin(&file, cli->file, e) < 0)
		return -1;
	rc = qda_spool_copy(spool, file.f, e);
	return qda_file_end(&file, rc == 0, e) < 0 ? -1 : rc;
}

/* Runs the action with its output kept, ends the transaction, then prints. */
static int
act(struct cli *cli, struct qda_err *e)
{
	struct qda_spool	 spool = { NULL, NULL };
	struct qda_mem		 said;
	char			*text;
	int			 rc = -1;

	cli->act.say = qda_mem_open(&said);
	if ((!needs_project(cli) || cli_open(cli,
	    cli->action->kind == CLI_WRITES, e) == 0) &&
	    qda_spool_open(&spool, e) == 0) {
		cli->act.out = spool.f;
		rc = cli->action->run(cli, e);
	}
	cli_close(cli);
	if (rc >= 0 && deliver(cli, &spool, e) < 0)
		rc = -1;
	qda_spool_close(&spool);
	text = qda_mem_text(&said);
	if (rc >= 0) {
		fflush(stdout);
		fputs(text, stderr);
	}
	free(text);
	return rc;
}

/* Checklists that are built in have been read from XML already. */
#pragma weak qda_checklist_parse
static bool
lacks_xml(const struct cli *cli)
{
	return &qda_checklist_parse == NULL &&
	    cli_value(cli, "checklist") != NULL;
}

int
cli_run_with_libraries(const struct cli *cli, struct qda_err *e)
{
	char	*relative = qda_sprintf("../libexec/%s",
		    cli_prefix(cli->tool));
	char	*path = qda_file_beside(relative);

	free(relative);
	if (path != NULL)
		execv(path, cli->typed);
	qda_fail_errno(e, _("cannot run '%s'"), path != NULL ? path :
	    cli->typed[0]);
	free(path);
	return -1;
}

#pragma weak qda_cells_read
int
cli_table_libraries(const struct cli *cli, const char *path,
    struct qda_err *e)
{
	char	 first[4] = "";
	int	 fd;

	if (&qda_cells_read != NULL || strcmp(path, "-") == 0)
		return 0;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return 0;
	if (pread(fd, first, sizeof(first), 0) != sizeof(first))
		first[0] = '\0';
	close(fd);
	return memcmp(first, "PK\003\004", 4) != 0 ? 0 :
	    cli_run_with_libraries(cli, e);
}

static int
run(struct cli *cli, int argc, char **argv, struct qda_err *e)
{
	char	*command;
	int	 rc;

	if (cli_find_action(cli, e) < 0 || fill_act(cli, e) < 0 ||
	    cli_check(cli, e) < 0 || cli_check_values(cli, e) < 0)
		return -1;
	if (lacks_xml(cli) || (cli->act.document != NULL &&
	    cli_in_list(heavy, cli->act.document) &&
	    qda_doc_writer(cli->act.document) == NULL))
		return cli_run_with_libraries(cli, e);
	command = command_line(cli, argc, argv);
	cli->act.command = command;
	rc = act(cli, e);
	free(command);
	return rc;
}

/*
 * No file of ours takes the number of a standard stream that is closed: what
 * is said would be written into it.  The streams stay useless.
 */
static void
fill_streams(void)
{
	int	 fd;

	do
		fd = open("/dev/null", O_PATH);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

int
cli_main(const struct cli_tool *tool, int argc, char **argv)
{
	struct cli	 cli = { .tool = tool };
	struct qda_err	 e = { QDA_OK, "" };
	char		**as_typed = qda_alloc((size_t)argc + 1,
			    sizeof(*as_typed));
	int		 status;

	fill_streams();
	qda_lang_begin();
	memcpy(as_typed, argv, (size_t)argc * sizeof(*argv));
	cli.typed = as_typed;
	if (argc > 1 && strcmp(argv[1], "--complete") == 0)
		status = cli_complete(tool, argc - 2, argv + 2);
	else if (cli_parse(&cli, argc, argv, &e) < 0)
		status = complain(tool, &e);
	else if (cli_flag(&cli, "help"))
		status = cli_help(tool);
	else if (cli_flag(&cli, "version"))
		status = printf("%s %s\n", cli_prefix(tool), QDA_VERSION) < 0;
	else {
		status = run(&cli, argc, as_typed, &e);
		if (status < 0)
			status = complain(tool, &e);
	}
	qda_act_free(&cli.act);
	free(cli.given);
	free((void *)cli.act.coders);
	free(as_typed);
	return close_stdout(tool, status);
}
