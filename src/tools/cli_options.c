/* cli_options.c: options, operands and actions, from the tables of a tool. */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli_parts.h"

enum { LONG_ONLY = 256 };

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
size_t
cli_all_options(const struct cli_tool *t, const struct cli_option **all)
{
	size_t	 n = 0;

	for (const struct cli_option *o = t->options; o && o->name; o++)
		all[n++] = o;
	for (const struct cli_option *o = shared; o->name; o++)
		all[n++] = o;
	return n;
}

bool
cli_in_list(const char *list, const char *word)
{
	size_t	 n = strlen(word);

	for (const char *p = list; n > 0 && (p = strstr(p, word)) != NULL;
	    p += n)
		if ((p == list || p[-1] == ' ') &&
		    (p[n] == '\0' || p[n] == ' '))
			return true;
	return false;
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

int
cli_parse(struct cli *cli, int argc, char **argv, struct qda_err *e)
{
	const struct cli_option	*all[CLI_MAX_OPTIONS];
	size_t			 n = cli_all_options(cli->tool, all);
	struct option		 longs[CLI_MAX_OPTIONS + 1];
	char			 letters[2 * CLI_MAX_OPTIONS + 2];
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

/* Whether a word is an action, of whatever tool, or nearly: no name then. */
static bool
is_some_action(const char *word)
{
	static const char	*const known[] = {
		"accept", "add", "assign", "assigned", "balance",
		"check", "compare", "core", "delete", "diff", "dump", "edit",
		"erase", "export", "graph", "grid", "group", "list", "load",
		"merge", "order", "relate", "rename", "resolve",
		"role", "set", "show", "split", "story", "tree", "ungroup",
		"unrelate", "update"
	};

	return qda_text_nearest(word, known, sizeof(known) / sizeof(*known))
	    != NULL;
}

static int
unknown_action(const struct cli *cli, const char *word, struct qda_err *e)
{
	const struct cli_tool	*t = cli->tool;
	const char		*names[32] = { NULL }, *near;
	bool			 shows = false;
	size_t			 n = 0;

	for (const struct cli_action *a = t->actions; a->run; a++) {
		names[n++] = a->name;
		shows |= strcmp(a->name, "show") == 0 && a->max != 0;
	}
	near = qda_text_nearest(word, names, n);
	if (near != NULL)
		return qda_fail(e, QDA_USAGE, _("'%s' is not an action of "
		    "qda %s; did you mean 'qda %s %s'?"), word, t->name,
		    t->name, near);
	if (shows && !is_some_action(word))
		return qda_fail(e, QDA_USAGE, _("'%s' is not an action of "
		    "qda %s; did you mean 'qda %s show %s'?"), word, t->name,
		    t->name, word);
	return qda_fail(e, QDA_USAGE, _("'%s' is not an action of qda %s"),
	    word, t->name);
}

int
cli_find_action(struct cli *cli, struct qda_err *e)
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

bool
cli_takes(const struct cli_action *a, const struct cli_option *o)
{
	if (strcmp(o->name, "dry-run") == 0)
		return a->kind == CLI_WRITES || a->kind == CLI_EDITS ||
		    a->kind == CLI_MAKES;
	return a->options == NULL || cli_in_list(a->options, o->name) ||
	    (o >= shared && o < shared + sizeof(shared) / sizeof(*shared));
}

/* Whether an option of that name belongs to the tool, not to all tools. */
static bool
has_own(const struct cli_tool *t, const char *name)
{
	for (const struct cli_option *o = t->options; o->name != NULL; o++)
		if (strcmp(o->name, name) == 0)
			return true;
	return false;
}

/* A word too many, and what people mean most when they type one. */
static int
too_much(const struct cli *cli, const char *word, struct qda_err *e)
{
	const struct cli_action	*a = cli->action;
	const char		*dot = strrchr(word, '.');

	if (a->kind == CLI_READS && dot != NULL && dot > word &&
	    dot[1] != '\0' && strchr(dot, ' ') == NULL)
		return qda_fail(e, QDA_USAGE, _("'%s' is too much here; into "
		    "a file: -o %s"), word, word);
	if (a->max > 0)
		return qda_fail(e, QDA_USAGE, has_own(cli->tool, "source") ?
		    _("'%s' is too much here; several words stand in quotes, "
		    "a source is named by -s") : _("'%s' is too much here; "
		    "several words stand in quotes"), word);
	return qda_fail(e, QDA_USAGE, has_own(cli->tool, "source") ?
	    _("'%s' is too much here; a source is named by -s") :
	    _("'%s' is too much here"), word);
}

int
cli_check(const struct cli *cli, struct qda_err *e)
{
	const struct cli_action	*a = cli->action;
	const struct cli_option	*o;

	if (cli->n < a->min)
		return qda_fail(e, QDA_USAGE, _("something is missing: "
		    "qda %s %s%s%s"), cli->tool->name, a->name ? a->name : "",
		    a->name ? " " : "", a->operands);
	if (a->max >= 0 && cli->n > a->max)
		return too_much(cli, cli->args[a->max], e);
	for (size_t i = 0; i < cli->n_given; i++) {
		o = cli->given[i].option;
		if (cli_takes(a, o))
			continue;
		if (strcmp(o->name, "dry-run") == 0)
			return qda_fail(e, QDA_USAGE, _("%s only reads: -n "
			    "has nothing to do here"), cli_prefix(cli->tool));
		return qda_fail(e, QDA_USAGE, _("--%s has nothing to do with "
		    "'qda %s %s'"), o->name, cli->tool->name, a->name);
	}
	return 0;
}

static int
check_text(const char *option, const char *text, struct qda_err *e)
{
	size_t	 bad = qda_text_invalid(text, strlen(text));

	if (text[bad] == '\0')
		return 0;
	if (option != NULL)
		return qda_fail(e, QDA_USAGE,
		    _("--%s: byte %zu is not UTF-8 (0x%02x)"), option, bad + 1,
		    (unsigned char)text[bad]);
	return qda_fail(e, QDA_USAGE,
	    _("byte %zu of an operand is not UTF-8 (0x%02x): '%s'"), bad + 1,
	    (unsigned char)text[bad], text);
}

/* Names of files are bytes; all else is text. */
int
cli_check_values(const struct cli *cli, struct qda_err *e)
{
	bool	 text = strstr(cli->action->operands, "FILE") == NULL;

	for (size_t i = 0; i < cli->n_given; i++) {
		const struct cli_option	*o = cli->given[i].option;

		if (o->value != NULL && strstr(o->value, "FILE") == NULL &&
		    check_text(o->name, cli->given[i].value, e) < 0)
			return -1;
	}
	for (int i = 0; text && i < cli->n; i++)
		if (check_text(NULL, cli->args[i], e) < 0)
			return -1;
	return 0;
}
