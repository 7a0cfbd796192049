/* cli.c: options, output and errors of every tool. */
#include <sys/ioctl.h>

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli.h"

enum { LONG_ONLY = 256, MAX_OPTIONS = 64 };

struct cli_given {
	const struct cli_option	*option;
	const char		*value;
};

static const struct cli_option	shared[] = {
	{ 'p', "project", "FILE", N_("the project file") },
	{ 'c', "coder", "NAME",
	    N_("who acts; of readers: whose codings count") },
	{ 'o', "output", "FORMAT|FILE", N_("as what, or into which file") },
	{ 'H', "header", NULL, N_("a header line on tsv") },
	{ 'n', "dry-run", NULL, N_("do it, show it, take it back") },
	{ 'q', "quiet", NULL, N_("nothing but errors") },
	{ 'h', "help", NULL, N_("this help") },
	{ 'V', "version", NULL, N_("the version") },
	{ 0, NULL, NULL, NULL }
};

/* Every option of a tool, the shared ones last. */
static size_t
all_options(const struct cli_tool *t, const struct cli_option **all)
{
	size_t	 n = 0;

	for (const struct cli_option *o = t->options; o && o->name; o++)
		all[n++] = o;
	for (const struct cli_option *o = shared; o->name; o++)
		all[n++] = o;
	return n;
}

static bool
in_list(const char *list, const char *word)
{
	size_t	 n = strlen(word);

	for (const char *p = list; (p = strstr(p, word)) != NULL; p += n)
		if ((p == list || p[-1] == ' ') &&
		    (p[n] == '\0' || p[n] == ' '))
			return true;
	return false;
}

/* "qda-tag", but "qda" for qda itself. */
static const char *
prefix(const struct cli_tool *t)
{
	static char	 name[64];

	if (strcmp(t->name, "qda") == 0)
		return t->name;
	snprintf(name, sizeof(name), "qda-%s", t->name);
	return name;
}

static void
print_synopsis(const struct cli_tool *t)
{
	const char	*lead = _("usage:");

	for (const struct cli_action *a = t->actions; a->run; a++) {
		printf("%s qda %s", lead, t->name);
		if (a->name != NULL)
			printf(a == t->actions && a->min == 0 ? " [%s]" :
			    " %s", a->name);
		printf("%s%s\n", *a->operands ? " " : "", a->operands);
		lead = "      ";
	}
}

static void
print_option(const struct cli_option *o)
{
	char	*left = qda_sprintf("%c%c%s--%s%s%s", o->letter ? '-' : ' ',
		    o->letter ? o->letter : ' ', o->letter ? ", " : "  ",
		    o->name, o->value ? " " : "", o->value ? o->value : "");

	printf("  %-26s  %s\n", left, _(o->help));
	free(left);
}

static int
print_help(const struct cli_tool *t)
{
	const struct cli_option	*all[MAX_OPTIONS];
	size_t			 n = all_options(t, all);

	print_synopsis(t);
	printf("\n%s\n\n", _(t->summary));
	for (const struct cli_action *a = t->actions; a->run; a++)
		if (a->name != NULL)
			printf("  %-26s  %s\n", a->name, _(a->help));
	if (t->actions[0].name != NULL)
		putchar('\n');
	for (size_t i = 0; i < n; i++)
		if (all[i]->help != NULL)
			print_option(all[i]);
	if (t->examples != NULL)
		printf("\n%s\n", _("for example:"));
	for (size_t i = 0; t->examples != NULL && t->examples[i]; i++)
		printf("  %s\n", t->examples[i]);
	return 0;
}

/* Standard output is complete only when its close says so. */
static int
close_stdout(const struct cli_tool *t, int status)
{
	int	 lost = ferror(stdout);

	if (fclose(stdout) == 0 && !lost)
		return status;
	fprintf(stderr, _("%s: standard output is not complete\n"),
	    prefix(t));
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
	fprintf(stderr, "%s: ", prefix(t));
	print_message(e->msg);
	if (e->why == QDA_USAGE && strchr(e->msg, '\n') == NULL)
		fprintf(stderr, _("try 'qda %s -h'\n"), t->name);
	return (int)e->why;
}

/* The tables of getopt_long, from ours. */
static void
getopt_tables(const struct cli_option **all, size_t n, char *letters,
    struct option *longs)
{
	char	*p = letters;

	*p++ = ':';
	for (size_t i = 0; i < n; i++) {
		longs[i].name = all[i]->name;
		longs[i].has_arg = all[i]->value ? required_argument :
		    no_argument;
		longs[i].flag = NULL;
		longs[i].val = LONG_ONLY + (int)i;
		if (all[i]->letter == 0)
			continue;
		*p++ = (char)all[i]->letter;
		if (all[i]->value)
			*p++ = ':';
	}
	*p = '\0';
	memset(&longs[n], 0, sizeof(*longs));
}

static const struct cli_option *
option_of(const struct cli_option **all, size_t n, int c)
{
	if (c >= LONG_ONLY)
		return all[c - LONG_ONLY];
	for (size_t i = 0; i < n; i++)
		if (all[i]->letter == c)
			return all[i];
	return NULL;
}

static int
bad_option(int c, char **argv, struct qda_err *e)
{
	if (c == ':')
		return qda_fail(e, QDA_USAGE, _("option '%s' needs a value"),
		    argv[optind - 1]);
	if (optopt > 0 && optopt < LONG_ONLY)
		return qda_fail(e, QDA_USAGE, _("there is no option '-%c'"),
		    optopt);
	return qda_fail(e, QDA_USAGE, _("option '%s' is not known, or not "
	    "clear, or takes no value"), argv[optind - 1]);
}

static int
parse_options(struct cli *cli, int argc, char **argv, struct qda_err *e)
{
	const struct cli_option	*all[MAX_OPTIONS];
	size_t			 n = all_options(cli->tool, all);
	struct option		 longs[MAX_OPTIONS + 1];
	char			 letters[2 * MAX_OPTIONS + 2];
	int			 c;

	getopt_tables(all, n, letters, longs);
	cli->given = qda_alloc((size_t)argc + 1, sizeof(*cli->given));
	opterr = 0;
	while ((c = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (c == ':' || c == '?')
			return bad_option(c, argv, e);
		cli->given[cli->n_given].option = option_of(all, n, c);
		cli->given[cli->n_given++].value = optarg;
	}
	cli->args = argv + optind;
	cli->n = argc - optind;
	return 0;
}

const char *
cli_value(const struct cli *cli, const char *name)
{
	for (size_t i = cli->n_given; i-- > 0;)
		if (strcmp(cli->given[i].option->name, name) == 0)
			return cli->given[i].value;
	return NULL;
}

bool
cli_flag(const struct cli *cli, const char *name)
{
	for (size_t i = 0; i < cli->n_given; i++)
		if (strcmp(cli->given[i].option->name, name) == 0)
			return true;
	return false;
}

const char **
cli_values(const struct cli *cli, const char *name, size_t *n)
{
	const char	**values = qda_alloc(cli->n_given + 1,
			    sizeof(*values));

	*n = 0;
	for (size_t i = 0; i < cli->n_given; i++)
		if (strcmp(cli->given[i].option->name, name) == 0)
			values[(*n)++] = cli->given[i].value;
	return values;
}

int
cli_number(const struct cli *cli, const char *name, long min, long fallback,
    long *value, struct qda_err *e)
{
	const char	*s = cli_value(cli, name);
	char		*end;

	*value = fallback;
	if (s == NULL)
		return 0;
	errno = 0;
	*value = strtol(s, &end, 10);
	if (errno == 0 && end != s && *end == '\0' && *value >= min)
		return 0;
	return qda_fail(e, QDA_USAGE,
	    _("--%s wants a whole number from %ld on, not '%s'"), name, min, s);
}

int
cli_change(const char *text, int64_t *number, struct qda_err *e)
{
	char	*end;

	errno = 0;
	*number = strtoll(text, &end, 10);
	if (errno == 0 && *end == '\0' && *number > 0)
		return 0;
	return qda_fail(e, QDA_USAGE, _("'%s' is not the number of a change; "
	    "'qda log' lists them"), text);
}

int
cli_data_only(const struct cli *cli, struct qda_err *e)
{
	return cli->act.document == NULL ? 0 : qda_fail(e, QDA_USAGE,
	    _("-o %s: 'qda %s %s' gives table, tsv, csv, jsonl, json, names"),
	    cli->act.document, cli->tool->name, cli->action->name);
}

char *
cli_joined(const struct cli *cli)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (int i = 0; i < cli->n; i++)
		fprintf(m.f, "%s%s", i > 0 ? " " : "", cli->args[i]);
	return qda_mem_text(&m);
}

bool
cli_interactive(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

static int
unknown_action(const struct cli *cli, const char *word, struct qda_err *e)
{
	const struct cli_tool	*t = cli->tool;
	const char		*names[32], *near;
	bool			 shows = false;
	size_t			 n = 0;

	for (const struct cli_action *a = t->actions; a->run; a++) {
		names[n++] = a->name;
		shows |= strcmp(a->name, "show") == 0;
	}
	near = qda_text_nearest(word, names, n);
	if (near != NULL)
		return qda_fail(e, QDA_USAGE, _("'%s' is not an action of "
		    "qda %s; did you mean 'qda %s %s'?"), word, t->name,
		    t->name, near);
	if (shows)
		return qda_fail(e, QDA_USAGE, _("'%s' is not an action of "
		    "qda %s; did you mean 'qda %s show %s'?"), word, t->name,
		    t->name, word);
	return qda_fail(e, QDA_USAGE, _("'%s' is not an action of qda %s"),
	    word, t->name);
}

static int
find_action(struct cli *cli, struct qda_err *e)
{
	const struct cli_action	*a = cli->tool->actions;

	cli->action = a;
	if (a->name == NULL || cli->n == 0)
		return 0;
	for (; a->run != NULL; a++)
		if (strcmp(a->name, cli->args[0]) == 0) {
			cli->action = a;
			cli->args++;
			cli->n--;
			return 0;
		}
	return unknown_action(cli, cli->args[0], e);
}

static int
check_usage(const struct cli *cli, struct qda_err *e)
{
	const struct cli_action	*a = cli->action;
	const struct cli_option	*o;

	if (cli->n < a->min)
		return qda_fail(e, QDA_USAGE, _("something is missing: "
		    "qda %s %s%s%s"), cli->tool->name, a->name ? a->name : "",
		    a->name ? " " : "", a->operands);
	if (a->max >= 0 && cli->n > a->max)
		return qda_fail(e, QDA_USAGE, _("'%s' is too much here"),
		    cli->args[a->max]);
	if (cli->act.dry_run && a->kind != CLI_WRITES)
		return qda_fail(e, QDA_USAGE, _("%s only reads: -n has "
		    "nothing to do here"), prefix(cli->tool));
	for (size_t i = 0; a->options != NULL && i < cli->n_given; i++) {
		o = cli->given[i].option;
		if ((o < shared || o >= shared + sizeof(shared) /
		    sizeof(*shared)) && !in_list(a->options, o->name))
			return qda_fail(e, QDA_USAGE, _("--%s has nothing to "
			    "do with 'qda %s %s'"), o->name, cli->tool->name,
			    a->name);
	}
	return 0;
}

/* Names of files are bytes; all else is text. */
static int
check_values(const struct cli *cli, struct qda_err *e)
{
	for (size_t i = 0; i < cli->n_given; i++) {
		const struct cli_option	*o = cli->given[i].option;
		const char		*v = cli->given[i].value;
		size_t			 bad;

		if (v == NULL || strstr(o->value, "FILE") != NULL)
			continue;
		bad = qda_text_invalid(v, strlen(v));
		if (v[bad] != '\0')
			return qda_fail(e, QDA_USAGE,
			    _("--%s: byte %zu is not UTF-8 (0x%02x)"), o->name,
			    bad + 1, (unsigned char)v[bad]);
	}
	return 0;
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
	else if (documents != NULL && in_list(documents, ext))
		cli->act.document = ext;
	else
		return qda_fail(e, QDA_USAGE, _("-o %s: formats are table, "
		    "tsv, csv, jsonl, json, names%s%s"), o,
		    documents ? " " : "", documents ? documents : "");
	if (cli->file == NULL && strcmp(ext, "docx") == 0 &&
	    isatty(STDOUT_FILENO))
		return qda_fail(e, QDA_USAGE, _("a docx is not for a "
		    "terminal: -o FILE.docx, or > FILE.docx"));
	return 0;
}

static void
print_word(FILE *f, const char *word)
{
	size_t	 plain = strcspn(word, " \t\n\"'\\$`;&|<>()*?[]{}#~!");

	if (*word != '\0' && word[plain] == '\0') {
		fprintf(f, " %s", word);
		return;
	}
	fputs(" \"", f);
	for (; *word != '\0'; word++) {
		if (strchr("\"\\$`", *word) != NULL)
			fputc('\\', f);
		fputc(*word, f);
	}
	fputc('"', f);
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
		else if (!file)
			print_word(m.f, argv[i]);
		else
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
	return cli->action->kind != CLI_FREE;
}

static int
open_project(struct cli *cli, struct qda_err *e)
{
	bool	 writes = cli->action->kind == CLI_WRITES;
	char	*path;
	int	 rc;

	if (!needs_project(cli))
		return 0;
	if (qda_db_find(&path, cli->project, e) < 0)
		return -1;
	rc = qda_db_open(&cli->act.db, path, writes ? QDA_DB_WRITE :
	    QDA_DB_READ, e);
	free(path);
	if (rc == 0 && !writes)
		rc = qda_db_begin_read(cli->act.db, e);
	return rc;
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
	if (open_project(cli, e) == 0 && qda_spool_open(&spool, e) == 0) {
		cli->act.out = spool.f;
		rc = cli->action->run(cli, e);
	}
	qda_db_close(cli->act.db);
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

static int
run(struct cli *cli, int argc, char **argv, struct qda_err *e)
{
	char	*command;
	int	 rc;

	if (find_action(cli, e) < 0 || fill_act(cli, e) < 0 ||
	    check_usage(cli, e) < 0 || check_values(cli, e) < 0)
		return -1;
	command = command_line(cli, argc, argv);
	cli->act.command = command;
	rc = act(cli, e);
	free(command);
	return rc;
}

int
cli_main(const struct cli_tool *tool, int argc, char **argv)
{
	struct cli	 cli = { .tool = tool };
	struct qda_err	 e = { QDA_OK, "" };
	char		**as_typed = qda_alloc((size_t)argc + 1,
			    sizeof(*as_typed));
	int		 status;

	qda_lang_begin();
	memcpy(as_typed, argv, (size_t)argc * sizeof(*argv));
	if (parse_options(&cli, argc, argv, &e) < 0)
		status = complain(tool, &e);
	else if (cli_flag(&cli, "help"))
		status = print_help(tool);
	else if (cli_flag(&cli, "version"))
		status = printf("%s %s\n", prefix(tool), QDA_VERSION) < 0;
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
