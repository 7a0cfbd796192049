/* qda-tag.c: codes on verbatims, or off them. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "tools/cli.h"

/* Fails when one of these options was given, which the other excludes. */
static int
none_of(const struct cli *cli, const char *options, const char *other,
    struct qda_err *e)
{
	char	name[16];

	for (const char *p = options; *p != '\0'; p += *p == ' ') {
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(p, " "), p);
		p += strlen(name);
		if (cli_flag(cli, name))
			return qda_fail(e, QDA_USAGE, _("--%s has nothing to "
			    "do with --%s"), name, other);
	}
	return 0;
}

/* The quotation of -t; "-" is standard input. */
static int
add_quote(struct cli *cli, struct qda_tag *t, const char *quote,
    struct qda_err *e)
{
	char	*text = NULL;

	if (strcmp(quote, "-") == 0) {
		if (qda_file_stdin(&text, e) < 0)
			return -1;
		quote = text;
	}
	qda_tag_quote(t, quote, cli_value(cli, "source"), NULL);
	free(text);
	return 0;
}

/* Addresses as operands, or a line each on standard input. */
static int
add_addresses(struct cli *cli, struct qda_tag *t, struct qda_err *e)
{
	char	*text;

	for (int i = 1; i < cli->n; i++)
		if (strcmp(cli->args[i], "-") != 0)
			qda_tag_address(t, cli->args[i], NULL);
	if (cli->n > 1 && strcmp(cli->args[1], "-") != 0)
		return 0;
	if (isatty(STDIN_FILENO))
		return qda_fail(e, QDA_USAGE, _("no verbatim: give addresses, "
		    "a pipe of them ('qda find ... | qda tag CODE'), or -t "
		    "QUOTE"));
	if (qda_file_stdin(&text, e) < 0)
		return -1;
	qda_tag_lines(t, text, _("standard input"));
	free(text);
	return 0;
}

/* What --from names: a table of codings, or a sheet that is filled in. */
struct from {
	char			*bytes;
	size_t			 n;
	const char		*name;		/* for messages */
	struct qda_sheet_file	*sheet;		/* or NULL */
};

/* A document is read by the same tool linked with what that takes. */
static int
read_from(struct cli *cli, struct from *f, const char *path,
    struct qda_err *e)
{
	if (cli_table_libraries(cli, path, e) < 0 ||
	    qda_file_read(&f->bytes, &f->n, path, e) < 0)
		return -1;
	f->name = strcmp(path, "-") == 0 ? _("standard input") : path;
	if (f->name != path && f->n > 4 &&
	    memcmp(f->bytes, "PK\003\004", 4) == 0)
		return qda_fail(e, QDA_USAGE, _("a document is not read from "
		    "standard input: --from FILE"));
	return qda_sheet_file_read(&f->sheet, f->bytes, f->n, f->name, e) < 0 ?
	    -1 : 0;
}

/* The codes on the command line: the operand, and those of --and. */
static int
run_sheet(struct cli *cli, const struct from *f, struct qda_err *e)
{
	struct qda_sheet_load	  want = { .source = cli_value(cli,
				    "source"), .known = cli_flag(cli,
				    "known") };
	size_t			  n;
	const char		**and, **codes;
	int			  rc;

	if (none_of(cli, "quote label contrary nuance", "from", e) < 0)
		return -1;
	and = cli_values(cli, "and", &n);
	codes = qda_alloc(n + 1, sizeof(*codes));
	if (cli->n > 0)
		codes[want.n_codes++] = cli->args[0];
	for (size_t i = 0; i < n; i++)
		codes[want.n_codes++] = and[i];
	want.codes = codes;
	rc = cli_flag(cli, "remove") ? qda_fail(e, QDA_USAGE, _("what a "
	    "sheet holds is not taken off: give addresses")) :
	    cli_open(cli, true, e) < 0 ? -1 :
	    qda_do_sheet_load(&cli->act, f->sheet, &want, e);
	free(codes);
	free(and);
	return rc;
}

static void
add_codes(const struct cli *cli, struct qda_tag *t)
{
	const char	**more;
	size_t		 n;

	if (cli->n > 0)
		qda_tag_code(t, cli->args[0]);
	more = cli_values(cli, "and", &n);
	for (size_t i = 0; i < n; i++)
		qda_tag_code(t, more[i]);
	free(more);
}

static int
fill(struct cli *cli, struct qda_tag *t, const struct from *from,
    struct qda_err *e)
{
	const char	*quote = cli_value(cli, "quote");

	if (from->bytes == NULL && cli->n == 0 &&
	    !cli_flag(cli, "interactive"))
		return qda_fail(e, QDA_USAGE,
		    _("something is missing: qda tag CODE [ADDRESS...]"));
	add_codes(cli, t);
	if (from->bytes != NULL)
		return qda_tag_table(t, from->bytes, from->n, from->name, e);
	if (quote != NULL)
		return add_quote(cli, t, quote, e);
	return add_addresses(cli, t, e);
}

/* There is nothing to tag, or nothing to read: no. */
static int
nothing(struct cli *cli, bool given)
{
	qda_act_say(&cli->act, "%s", given ?
	    _("qda-tag: no verbatim given, nothing tagged") :
	    _("searches brought nothing that is still to be read"));
	return 1;
}

/* What is said of all of them besides the codes. */
static int
add_more(const struct cli *cli, struct qda_tag *t, struct qda_err *e)
{
	const char	*label = cli_value(cli, "label");
	bool		 contrary = cli_flag(cli, "contrary");

	if (cli_flag(cli, "remove") &&
	    none_of(cli, "label contrary nuance", "remove", e) < 0)
		return -1;
	if (contrary && cli_flag(cli, "nuance"))
		return qda_fail(e, QDA_USAGE, _("--contrary or --nuance, not "
		    "both"));
	if (contrary || cli_flag(cli, "nuance"))
		qda_tag_stance(t, contrary ? "contradicts" : "qualifies");
	return label == NULL ? 0 : qda_tag_label(t, label, e);
}

/* --move OLD NEW */
static int
move(struct cli *cli, struct qda_err *e)
{
	if (none_of(cli, "quote source from remove and known label contrary "
	    "nuance", "move", e) < 0)
		return -1;
	if (cli->n != 1)
		return qda_fail(e, QDA_USAGE, _("two addresses: qda tag "
		    "--move OLD NEW"));
	return qda_do_tag_move(&cli->act, cli_value(cli, "move"),
	    cli->args[0], e);
}

/* Whether addresses come on standard input. */
static bool
piped(const struct cli *cli)
{
	return cli_value(cli, "from") == NULL &&
	    cli_value(cli, "quote") == NULL &&
	    (cli->n < 2 || strcmp(cli->args[1], "-") == 0) &&
	    !isatty(STDIN_FILENO);
}

/* A pipe is most often a search: its hits wait for being read. */
static const char *
made(const struct cli *cli)
{
	if (cli_value(cli, "from") != NULL)
		return "import";
	return piped(cli) ? "search" : "hand";
}

/* -i: what is given, else what nobody has read yet. */
static int
review(struct cli *cli, struct qda_tag *t, const struct from *from,
    struct qda_err *e)
{
	bool			 pipe = piped(cli);
	struct qda_person	 who;
	const char		**sources;
	size_t			 n;
	int			 rc;

	if (cli_open(cli, false, e) < 0)
		return -1;
	if (pipe || cli->n > 1 || cli_value(cli, "quote") != NULL)
		rc = fill(cli, t, from, e);
	else {
		add_codes(cli, t);
		sources = cli_values(cli, "source", &n);
		rc = qda_tag_unread(t, sources, n, e);
		free(sources);
	}
	if (rc < 0 || qda_tag_count(t) == 0)
		return rc < 0 ? -1 : nothing(cli, pipe || cli->n > 1);
	if (add_more(cli, t, e) < 0 || cli_ask_begin(cli, &who, pipe, e) < 0)
		return -1;
	rc = qda_do_tag_review(&cli->act, t, &who, cli_flag(cli, "known"), e);
	cli_ask_end(&who);
	return rc;
}

/* CODE alone, typed at a terminal: the words are asked for. */
static int
ask_words(struct cli *cli, struct qda_tag *t, struct qda_err *e)
{
	struct qda_person	 who;
	int			 rc;

	if (cli_ask_begin(cli, &who, false, e) < 0)
		return -1;
	rc = qda_tag_ask(t, cli_value(cli, "source"), &who, e);
	cli_ask_end(&who);
	if (rc > 0)
		nothing(cli, true);
	return rc;
}

static int
tag(struct cli *cli, struct qda_tag *t, const struct from *from,
    struct qda_err *e)
{
	bool	 asked = cli->n == 1 && cli_interactive() &&
		    !cli_flag(cli, "from") && !cli_flag(cli, "quote");
	int	 rc = 0;

	if (asked) {
		add_codes(cli, t);
		rc = ask_words(cli, t, e);
	}
	if (rc != 0)
		return rc;
	if (cli_open(cli, true, e) < 0 ||
	    (!asked && fill(cli, t, from, e) < 0) ||
	    add_more(cli, t, e) < 0)
		return -1;
	if (qda_tag_count(t) == 0)
		return nothing(cli, true);
	return cli_flag(cli, "remove") ? qda_do_untag(&cli->act, t, e) :
	    qda_do_tag(&cli->act, t, cli_flag(cli, "known"), e);
}

static int
run_tag(struct cli *cli, const struct from *from, struct qda_err *e)
{
	struct qda_tag	*t = qda_tag_new(&cli->act, made(cli));
	int		 rc = cli_flag(cli, "interactive") ?
			    review(cli, t, from, e) : tag(cli, t, from, e);

	qda_tag_free(t);
	return rc;
}

static int
run(struct cli *cli, struct qda_err *e)
{
	const char	*path = cli_value(cli, "from");
	struct from	 from = { .bytes = NULL };
	int		 rc = 0;

	if (cli_flag(cli, "interactive") &&
	    none_of(cli, "remove from move", "interactive", e) < 0)
		return -1;
	if (cli_flag(cli, "move"))
		return cli_open(cli, true, e) < 0 ? -1 : move(cli, e);
	if (path != NULL)
		rc = read_from(cli, &from, path, e);
	if (rc == 0)
		rc = from.sheet != NULL ? run_sheet(cli, &from, e) :
		    run_tag(cli, &from, e);
	qda_sheet_file_free(from.sheet);
	free(from.bytes);
	return rc;
}

static const struct cli_option	options[] = {
	{ 't', "quote", "QUOTE", N_("the verbatim by its words; - reads them "
	    "from standard input") },
	{ 's', "source", "NAME", N_("look for them in this source only") },
	{ 0, "from", "FILE", N_("a table: address, or source and quote; code; "
	    "coder, label, stance, memo; or a sheet, filled in") },
	{ 'r', "remove", NULL, N_("take the codes off") },
	{ 0, "and", "CODE", N_("one more code (repeat)") },
	{ 0, "known", NULL, N_("refuse a code that is not in the codebook") },
	{ 0, "label", "TEXT", N_("a note on each, near the words; an empty "
	    "one takes it off") },
	{ 0, "contrary", NULL, N_("the words speak against the code") },
	{ 0, "nuance", NULL, N_("the words qualify the code") },
	{ 0, "move", "ADDRESS", N_("give the verbatim there the borders of "
	    "another address: --move OLD NEW") },
	{ 'i', "interactive", NULL, N_("show each in its context and ask: "
	    "keep, drop, other borders...") },
	{ 'm', "message", "WHY", N_("why; kept with the change") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ NULL, "CODE [ADDRESS...|-]", 0, -1, CLI_EDITS, run, NULL, "",
	    false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda tag confiance P4:#12",
	"qda find -w pharmacien | qda tag -i \"premier recours\"",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"tag", N_("puts codes on verbatims, or takes them off"),
		options, actions, NULL, examples
	};

	return cli_main(&tool, argc, argv);
}
