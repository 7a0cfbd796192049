/* qda-guide.c: dated versions of the interview guide. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "tools/cli.h"

static int
list(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_guide_list(&cli->act, e);
}

static int
show(struct cli *cli, struct qda_err *e)
{
	return qda_do_guide_show(&cli->act, cli->args[0], e);
}

/*
 * The file of --from, NULL when there is none.  A Word document is read by
 * the same tool linked with what that takes.
 */
static int
read_from(struct cli *cli, struct qda_guide_text *t, char **bytes,
    char **shown, struct qda_err *e)
{
	const char	*path = cli_value(cli, "from");

	if (path == NULL)
		return 0;
	if (qda_file_read(bytes, &t->n, path, e) < 0)
		return -1;
	*shown = strcmp(path, "-") == 0 ? NULL : qda_text_shown(path);
	t->bytes = *bytes;
	t->name = *shown != NULL ? *shown : _("standard input");
	t->encoding = cli_value(cli, "encoding");
	if (qda_bytes_readable(t->bytes, t->n))
		return 0;
	return *shown != NULL ? cli_run_with_libraries(cli, e) :
	    qda_fail(e, QDA_USAGE, _("a document is not read from standard "
	    "input: --from FILE"));
}

/* Who names the file of the questions without --from is told so. */
static int
check_operands(const struct cli *cli, struct qda_err *e)
{
	const char	*s;

	if (cli_value(cli, "from") != NULL)
		return 0;
	for (int i = 0; i < cli->n; i++) {
		s = cli->args[i];
		if (strpbrk(s, ".=") != NULL && strchr(s, '=') == NULL &&
		    access(s, R_OK) == 0)
			return qda_fail(e, QDA_USAGE, _("'%s' is a file: "
			    "questions are read with --from FILE"), s);
	}
	return 0;
}

/* add and set. */
static int
put(struct cli *cli, int (*verb)(struct qda_act *, const char *,
    char *const *, size_t, const struct qda_guide_text *, struct qda_err *),
    struct qda_err *e)
{
	struct qda_guide_text	 t = { .bytes = NULL };
	char			*bytes = NULL, *shown = NULL;
	int			 rc = -1;

	if (check_operands(cli, e) == 0)
		rc = read_from(cli, &t, &bytes, &shown, e);
	if (rc == 0)
		rc = verb(&cli->act, cli->args[0], cli->args + 1,
		    (size_t)cli->n - 1, t.bytes != NULL ? &t : NULL, e);
	free(bytes);
	free(shown);
	return rc;
}

static int
add(struct cli *cli, struct qda_err *e)
{
	return put(cli, qda_do_guide_add, e);
}

static int
set(struct cli *cli, struct qda_err *e)
{
	return put(cli, qda_do_guide_set, e);
}

static int
rename_one(struct cli *cli, struct qda_err *e)
{
	return qda_do_guide_rename(&cli->act, cli->args[0], cli->args[1], e);
}

static int
diff(struct cli *cli, struct qda_err *e)
{
	return cli_data_only(cli, e) < 0 ? -1 :
	    qda_do_guide_diff(&cli->act, cli->args[0], cli->args[1], e);
}

static int
delete(struct cli *cli, struct qda_err *e)
{
	return qda_do_guide_delete(&cli->act, cli->args, (size_t)cli->n, e);
}

static const struct cli_option	options[] = {
	{ 0, "from", "FILE|-", N_("add, set: the questions, one a line") },
	{ 0, "encoding", "NAME", N_("of the text, instead of what it looks "
	    "like") },
	{ 'l', "lang", "fr|en", N_("of a document") },
	{ 'm', "message", "TEXT", N_("why, for the log") },
	{ 0, NULL, NULL, NULL }
};

static const struct cli_action	actions[] = {
	{ "list", "", 0, 0, CLI_READS, list, "",
	    N_("the versions of the guide, by date"), false },
	{ "show", "VERSION", 1, 1, CLI_READS, show, "lang",
	    N_("one in full, its questions numbered"), false },
	{ "add", "VERSION [KEY=VALUE...] [--from FILE|-]", 1, -1, CLI_WRITES,
	    add, "from encoding message", N_("a new version"), false },
	{ "set", "VERSION [KEY=VALUE...] [--from FILE|-]", 1, -1, CLI_WRITES,
	    set, "from encoding message", N_("give fields a value, an empty "
	    "one removes; other questions"), false },
	{ "rename", "OLD NEW", 2, 2, CLI_WRITES, rename_one, "message",
	    N_("another name of the version"), false },
	{ "diff", "OLD NEW", 2, 2, CLI_READS, diff, "",
	    N_("which questions were added, dropped, reworded, moved"),
	    false },
	{ "delete", "VERSION...", 1, -1, CLI_WRITES, delete, "message",
	    N_("versions that no source follows"), false },
	{ 0 }
};

static const char	*const examples[] = {
	"qda guide add 2 date=20/02/2024 opening=1 --from guide2.txt",
	"qda guide show 2 -o guide2.docx",
	NULL
};

int
main(int argc, char **argv)
{
	static const struct cli_tool	tool = {
		"guide", N_("dated versions of the interview guide"),
		options, actions, "html docx odt md tex", examples
	};

	return cli_main(&tool, argc, argv);
}
