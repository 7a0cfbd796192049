/* cli_edit.c: an action whose input a person writes in an editor. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "qda/clean.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli_parts.h"

enum {
	HEAD = 16,		/* lines at most */
	ROUNDS = 10,		/* for an editor that is a script */
	AT_ONCE = 1		/* seconds in which nobody writes anything */
};

struct session {
	struct cli		*cli;
	const struct cli_edit	*edit;
	struct qda_editor	 editor;
	struct qda_marks	 marks;
	char			*path;		/* of the file */
	char			*label;		/* the same in quotes */
	char			*first;		/* the text as it was made */
	char			*given;		/* as the editor got it */
	char			*saved;		/* as it came back */
	bool			 leave;		/* the file is to stay */
};

/* ---- the project, open as long as it takes ---------------------------- */

static int
make_text(struct cli *cli, const struct cli_edit *edit, char **text,
    struct qda_err *e)
{
	struct qda_mem	 m;
	int		 rc;

	qda_mem_open(&m);
	rc = cli_open(cli, false, e);
	if (rc == 0)
		rc = edit->text(&cli->act, edit->what, m.f, e);
	cli_close(cli);
	*text = qda_mem_text(&m);
	return rc;
}

static int
apply(struct cli *cli, const struct cli_edit *edit, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	int	 rc = cli_open(cli, true, e);

	if (rc == 0)
		rc = edit->apply(&cli->act, edit->what, text, marks, e);
	cli_close(cli);			/* and what is not done is undone */
	return marks->n > 0 ? 0 : rc;
}

/* ---- texts ------------------------------------------------------------ */

/* A file as clean text; the name as messages have it. */
static int
read_text(char **text, const char *path, const char *name, struct qda_err *e)
{
	struct qda_cleaned	 clean = { 0 };
	char			*bytes;
	size_t			 n;
	int			 rc;

	*text = NULL;
	if (qda_file_read(&bytes, &n, path, e) < 0)
		return -1;
	rc = qda_text_clean(&clean, bytes, n, NULL, e);
	free(bytes);
	if (rc < 0)
		return qda_fail_in(e, "%s", name);
	if (strlen(clean.text) < clean.size) {
		qda_cleaned_free(&clean);
		return qda_fail(e, QDA_DATA, _("%s: a NUL byte in the text"),
		    name);
	}
	*text = clean.text;
	return 0;
}

/* Whether nothing but comments and white space is left. */
static bool
is_empty(const char *text)
{
	for (; *text != '\0'; text += *text == '\n') {
		if (*text != '%' && strspn(text, " \t\n") <
		    strcspn(text, "\n"))
			return false;
		text += strcspn(text, "\n");
	}
	return true;
}

/* Editors add and take off line ends at the end. */
static bool
same_text(const char *a, const char *b)
{
	size_t	 n = strlen(a), m = strlen(b);

	while (n > 0 && strchr(" \t\n", a[n - 1]) != NULL)
		n--;
	while (m > 0 && strchr(" \t\n", b[m - 1]) != NULL)
		m--;
	return n == m && memcmp(a, b, n) == 0;
}

/* Whether nothing but the mistakes told in it differs. */
static bool
same_but_marks(const char *a, const char *b)
{
	char	*p = qda_marks_put(NULL, a), *q = qda_marks_put(NULL, b);
	bool	 same = same_text(p, q);

	free(p);
	free(q);
	return same;
}

static int
apply_file(struct cli *cli, const struct cli_edit *edit, const char *path,
    struct qda_err *e)
{
	struct qda_marks	 marks = { 0 };
	char			*name, *text;
	int			 rc = -1;

	name = strcmp(path, "-") == 0 ? qda_strdup(_("standard input")) :
	    qda_sprintf(_("'%s'"), path);
	if (read_text(&text, path, name, e) < 0)
		goto out;
	if (is_empty(text))
		qda_fail(e, QDA_DATA, _("%s is empty"), name);
	else if (apply(cli, edit, text, &marks, e) < 0)
		qda_fail_in(e, "%s", name);
	else
		rc = marks.n > 0 ? qda_marks_fail(&marks, name, e) : 0;
out:
	qda_marks_free(&marks);
	free(name);
	free(text);
	return rc;
}

/* ---- the file --------------------------------------------------------- */

/* The project's folder; "" when it is the working one.  Caller frees. */
static int
folder_of(const struct cli *cli, char **folder, struct qda_err *e)
{
	char	*path, *slash, *here = getcwd(NULL, 0);

	if (qda_db_find(&path, cli->project, e) < 0) {
		free(here);
		return -1;
	}
	slash = strrchr(path, '/');
	if (slash == NULL)
		*path = '\0';
	else
		slash[slash == path] = '\0';
	if (here != NULL && strcmp(path, here) == 0)
		*path = '\0';
	free(here);
	*folder = path;
	return 0;
}

/* The command that takes up a file. */
static char *
again(const struct session *s, const char *path)
{
	struct qda_mem	 m;

	fputs("qda ", qda_mem_open(&m));
	if (s->cli->project != NULL) {
		fputs("-p ", m.f);
		qda_text_shell(m.f, s->cli->project);
		fputc(' ', m.f);
	}
	fprintf(m.f, "%s --apply ", s->edit->action);
	qda_text_shell(m.f, path);
	return qda_mem_text(&m);
}

static void
say_now(const struct session *s, const char *sentence)
{
	if (!s->cli->act.quiet)
		fprintf(stderr, "%s: %s\n", cli_prefix(s->cli->tool),
		    sentence);
}

/* A file of an earlier time is told of: nobody writes the same twice. */
static void
say_leftover(const struct session *s, const char *folder)
{
	char	*path, *command, *sentence;

	path = qda_editor_path(folder, s->edit->name);
	if (access(path, F_OK) == 0) {
		command = again(s, path);
		sentence = qda_sprintf(_("there is '%s' of an earlier time, "
		    "or open elsewhere: '%s' takes it up"), path, command);
		say_now(s, sentence);
		free(command);
		free(sentence);
	}
	free(path);
}

/* How a person who chose no editor leaves the one at hand, in sight too. */
static void
add_keys(struct session *s)
{
	char	*line = strchr(s->first, '\n'), *with;

	if (s->editor.keys == NULL)
		return;
	say_now(s, s->editor.keys);
	if (*s->first != '%' || line == NULL)
		return;
	with = qda_sprintf("%.*s\n%% %s%s", (int)(line - s->first), s->first,
	    s->editor.keys, line);
	free(s->first);
	s->first = with;
}

static int
begin(struct session *s, struct qda_err *e)
{
	char	*folder = NULL;
	int	 rc = -1;

	if (make_text(s->cli, s->edit, &s->first, e) < 0 ||
	    qda_editor_find(&s->editor, cli_interactive(), e) < 0 ||
	    folder_of(s->cli, &folder, e) < 0)
		goto out;
	say_leftover(s, folder);
	add_keys(s);
	s->given = qda_strdup(s->first);
	rc = qda_editor_keep(&s->path, folder, s->edit->name, s->first,
	    strlen(s->first), e);
out:
	if (rc == 0)
		s->label = qda_sprintf(_("'%s'"), s->path);
	free(folder);
	return rc;
}

/* ---- one round after the other ---------------------------------------- */

static int
give_up(const struct session *s, struct qda_err *e)
{
	size_t	 n = s->marks.n + s->marks.more;

	return qda_fail(e, QDA_DATA, ngettext("given up with %zu mistake in "
	    "the text: nothing is done", "given up with %zu mistakes in the "
	    "text: nothing is done", n), n);
}

/*
 * The line to begin on: the first mistake, else the one behind the head of the
 * text, which a blank line ends, else the first that is no comment.
 */
static size_t
first_line(const struct session *s)
{
	size_t		 n = 1, body = 0;
	bool		 head = true;

	if (s->marks.n > 0)
		return s->marks.at[0].line + 1;
	for (const char *p = s->given; *p != '\0' && head; n++) {
		if (*p == '\n')
			return n + 1;
		if (body == 0 && *p != '%')
			body = n;
		head = n < HEAD;
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	return body;
}

/* The editor, and what it saved: 1, or 0 when nothing is to be done. */
static int
edit_once(struct session *s, struct qda_err *e)
{
	time_t		 began = time(NULL);
	struct qda_err	 unread;

	free(s->saved);
	s->saved = NULL;
	if (qda_editor_run(&s->editor, s->path, first_line(s), e) < 0) {
		s->leave = read_text(&s->saved, s->path, s->label,
		    &unread) < 0 || !same_text(s->saved, s->first);
		return qda_fail_in(e, _("nothing is done"));
	}
	s->leave = true;
	if (read_text(&s->saved, s->path, s->label, e) < 0)
		return qda_fail_in(e, _("nothing is done"));
	if (is_empty(s->saved)) {
		s->leave = false;
		qda_act_say(&s->cli->act, _("given up: the text is empty, "
		    "nothing is done"));
		return 0;
	}
	if (!same_text(s->saved, s->given) && (s->marks.n == 0 ||
	    !same_but_marks(s->saved, s->given)))
		return 1;
	if (s->marks.n > 0)
		return give_up(s, e);
	s->leave = false;
	qda_act_say(&s->cli->act, time(NULL) - began <= AT_ONCE ?
	    _("nothing was changed; an editor with a window of its own has to "
	    "wait until it is closed: EDITOR=\"code --wait\"") :
	    _("nothing was changed"));
	return 0;
}

/* The mistakes into the file, for the next round. */
static int
write_marks(struct session *s, const struct qda_marks *marks,
    struct qda_err *e)
{
	free(s->given);
	s->given = qda_marks_put(marks, s->saved);
	return qda_editor_rewrite(s->path, s->given, strlen(s->given), e);
}

/* Until it is done (0, or what the verb answers), given up (1), or fails. */
static int
rounds(struct session *s, struct qda_err *e)
{
	int	 rc;

	for (int i = 0; i < ROUNDS || cli_interactive(); i++) {
		if ((rc = edit_once(s, e)) <= 0)
			return rc < 0 ? -1 : is_empty(s->saved);
		qda_marks_free(&s->marks);
		rc = apply(s->cli, s->edit, s->saved, &s->marks, e);
		if (rc < 0 || s->marks.n == 0) {
			s->leave = rc < 0 || s->cli->act.dry_run;
			return rc;
		}
		if (write_marks(s, &s->marks, e) < 0)
			return -1;
	}
	return give_up(s, e);
}

/* Where the text is, behind what was to be said. */
static void
say_kept(struct session *s, int rc, struct qda_err *e)
{
	char	*command = again(s, s->path), *sentence;

	sentence = qda_sprintf(_("the text is kept in '%s'; '%s' takes it up"),
	    s->path, command);
	if (rc < 0)
		qda_fail_more(e, sentence);
	else
		qda_act_say(&s->cli->act, "%s", sentence);
	free(sentence);
	free(command);
}

static int
in_editor(struct session *s, struct qda_err *e)
{
	int	 rc = begin(s, e);

	if (rc == 0) {
		rc = rounds(s, e);
		if (s->leave)
			say_kept(s, rc, e);
		else
			unlink(s->path);
	}
	qda_editor_free(&s->editor);
	qda_marks_free(&s->marks);
	free(s->path);
	free(s->label);
	free(s->first);
	free(s->given);
	free(s->saved);
	return rc;
}

int
cli_edit(struct cli *cli, const struct cli_edit *edit, struct qda_err *e)
{
	struct session	 s = { .cli = cli, .edit = edit };
	const char	*file = cli_value(cli, "apply");
	bool		 print = cli_flag(cli, "print");
	char		*text;
	int		 rc;

	if (cli_value(cli, "output") != NULL)
		return qda_fail(e, QDA_USAGE, _("--%s has nothing to do with "
		    "'qda %s %s'"), "output", cli->tool->name,
		    cli->action->name);
	if (print && file != NULL)
		return qda_fail(e, QDA_USAGE, _("--print or --apply, not "
		    "both"));
	if (file != NULL)
		return apply_file(cli, edit, file, e);
	if (!print)
		return in_editor(&s, e);
	rc = make_text(cli, edit, &text, e);
	if (rc == 0)
		fputs(text, cli->act.out);
	free(text);
	return rc;
}
