/* editor.c: a text in a person's own editor. */
#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/editor.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { NAMES = 100, NAME_BYTES = 200 };

/* Those looked for when none was chosen, and how each is left. */
static const struct {
	const char	*name, *keys;
} fallbacks[] = {
	{ "nano", N_("nano: Ctrl-O and Enter save, Ctrl-X leaves") },
	{ "vi", N_("vi: i begins to write; Esc, then :wq and Enter, saves and "
	    "leaves; Esc, then :q! and Enter, leaves without saving") },
};

/* Whether a program of that name is in $PATH. */
static bool
in_path(const char *name)
{
	const char	*path = getenv("PATH");
	char		*copy, *rest, *folder, *file;
	bool		 found = false;

	copy = rest = qda_strdup(path != NULL ? path : "/usr/bin:/bin");
	while (!found && (folder = strsep(&rest, ":")) != NULL) {
		file = qda_sprintf("%s/%s", *folder == '\0' ? "." : folder,
		    name);
		found = access(file, X_OK) == 0;
		free(file);
	}
	free(copy);
	return found;
}

int
qda_editor_find(struct qda_editor *editor, bool terminal, struct qda_err *e)
{
	static const char	*const variables[] = { "VISUAL", "EDITOR" };
	const char		*chosen;

	memset(editor, 0, sizeof(*editor));
	for (size_t i = 0; i < 2; i++) {
		chosen = getenv(variables[i]);
		if (chosen == NULL || chosen[strspn(chosen, " \t")] == '\0')
			continue;
		editor->command = qda_strdup(chosen);
		return 0;
	}
	if (!terminal)
		return qda_fail(e, QDA_USAGE, _("nobody sits at a terminal, "
		    "and neither $VISUAL nor $EDITOR names an editor"));
	for (size_t i = 0; i < sizeof(fallbacks) / sizeof(*fallbacks); i++)
		if (in_path(fallbacks[i].name)) {
			editor->command = qda_strdup(fallbacks[i].name);
			editor->keys = _(fallbacks[i].keys);
			return 0;
		}
	return qda_fail(e, QDA_USAGE, _("there is no editor: neither nano nor "
	    "vi; $EDITOR names another"));
}

void
qda_editor_free(struct qda_editor *editor)
{
	free(editor->command);
	editor->command = NULL;
}

/* Keys that end a program are the editor's; what was ignored stays so. */
static void
ignore_keys(struct sigaction was[2], sigset_t *reset)
{
	static const int	 keys[] = { SIGINT, SIGQUIT };
	struct sigaction	 ignore = { .sa_handler = SIG_IGN };

	sigemptyset(reset);
	for (size_t i = 0; i < 2; i++) {
		sigaction(keys[i], &ignore, &was[i]);
		if (was[i].sa_handler != SIG_IGN)
			sigaddset(reset, keys[i]);
	}
}

/*
 * Where the command is a simple one the shell makes way for it: it would not
 * survive a Ctrl-C that the editor knows what to do with.
 */
static const char *
way(const char *command)
{
	return command[strcspn(command, ";&|()=:!{}`\n")] == '\0' ? "exec " :
	    "";
}

/* Whether the command is that of an editor that knows "+LINE FILE". */
static bool
takes_line(const char *command)
{
	static const char	*const names[] = {
		"nano", "vi", "vim", "nvim", "emacs", "mg", "joe", "pico"
	};
	size_t			 n = strcspn(command, " \t"), base = n;

	while (base > 0 && command[base - 1] != '/')
		base--;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == n - base &&
		    strncmp(names[i], command + base, n - base) == 0)
			return true;
	return false;
}

static int
spawn(pid_t *child, const char *command, const char *path, size_t at,
    const sigset_t *reset)
{
	char			*line = at > 1 && takes_line(command) ?
				    qda_sprintf("%s%s +%zu \"$@\"",
				    way(command), command, at) :
				    qda_sprintf("%s%s \"$@\"",
				    way(command), command);
	char			*file = qda_strdup(path);
	char			*argv[] = { (char *)"sh", (char *)"-c", line,
				    (char *)"qda", file, NULL };
	posix_spawnattr_t	 attr;
	int			 error;

	posix_spawnattr_init(&attr);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigdefault(&attr, reset);
	error = posix_spawn(child, "/bin/sh", NULL, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	free(line);
	free(file);
	return error;
}

static int
how_it_ended(const char *command, int status, struct qda_err *e)
{
	if (WIFSIGNALED(status))
		return qda_fail(e, QDA_SYSTEM, _("the editor '%s' was ended "
		    "by signal %d"), command, WTERMSIG(status));
	switch (WEXITSTATUS(status)) {
	case 0:
		return 0;
	case 126:
	case 127:
		return qda_fail(e, QDA_SYSTEM, _("cannot run the editor '%s'"),
		    command);
	default:
		return qda_fail(e, QDA_SYSTEM, _("the editor '%s' ended with "
		    "status %d"), command, WEXITSTATUS(status));
	}
}

int
qda_editor_run(const struct qda_editor *editor, const char *path,
    size_t line, struct qda_err *e)
{
	struct sigaction	 was[2];
	sigset_t		 reset;
	pid_t			 child, got;
	int			 error, status = 0;

	ignore_keys(was, &reset);
	error = spawn(&child, editor->command, path, line, &reset);
	if (error == 0)
		while ((got = waitpid(child, &status, 0)) < 0 &&
		    errno == EINTR)
			continue;
	sigaction(SIGINT, &was[0], NULL);
	sigaction(SIGQUIT, &was[1], NULL);
	if (error != 0) {
		errno = error;
		return qda_fail_errno(e, _("cannot run the editor '%s'"),
		    editor->command);
	}
	return got < 0 ? qda_fail_errno(e, _("cannot run the editor '%s'"),
	    editor->command) : how_it_ended(editor->command, status, e);
}

/* All of the text on the disk, and the file closed. */
static int
put(int fd, const char *path, const char *text, size_t n, struct qda_err *e)
{
	ssize_t	 done;
	int	 lost = 0;

	for (size_t at = 0; at < n && !lost; at += (size_t)done) {
		done = write(fd, text + at, n - at);
		if (done < 0 && errno == EINTR)
			done = 0;
		lost = done < 0;
	}
	if (!lost)
		lost = fsync(fd) != 0;
	if (lost)
		qda_fail_errno(e, _("cannot write '%s'"), path);
	if (close(fd) != 0 && !lost)
		lost = qda_fail_errno(e, _("cannot write '%s'"), path);
	return lost ? -1 : 0;
}

/* The path of the nth file of a name. */
static char *
nth_path(const char *folder, const char *name, int number)
{
	char	*clean = qda_strndup(name, strnlen(name, NAME_BYTES)), *path;
	char	 nth[16] = "";
	size_t	 n = strlen(clean);

	while (n > 0 && (name[n] & 0xc0) == 0x80)	/* no half character */
		clean[--n] = '\0';
	for (char *p = clean; *p != '\0'; p++)
		if (*p == '/' || (unsigned char)*p < ' ' || *p == 0x7f)
			*p = '_';
	if (number > 1)
		snprintf(nth, sizeof(nth), "-%d", number);
	/* a path that begins with "-" would be an option of the editor */
	path = qda_sprintf("%s%s%s%s%s%s", *folder == '-' ||
	    (*folder == '\0' && *clean == '-') ? "./" : "", folder,
	    *folder == '\0' ? "" : "/", clean, nth, QDA_EDITOR_SUFFIX);
	free(clean);
	return path;
}

char *
qda_editor_path(const char *folder, const char *name)
{
	return nth_path(folder, name, 1);
}

int
qda_editor_keep(char **path, const char *folder, const char *name,
    const char *text, size_t n, struct qda_err *e)
{
	int	 fd = -1;

	for (int i = 1; i <= NAMES; i++) {
		*path = nth_path(folder, name, i);
		fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0600);
		if (fd >= 0 || errno != EEXIST || i == NAMES)
			break;
		free(*path);
	}
	if (fd >= 0 && put(fd, *path, text, n, e) == 0)
		return 0;
	if (fd < 0)
		qda_fail_errno(e, _("cannot write '%s'"), *path);
	else
		unlink(*path);
	free(*path);
	*path = NULL;
	return -1;
}

int
qda_editor_rewrite(const char *path, const char *text, size_t n,
    struct qda_err *e)
{
	char	*tmp = qda_sprintf("%s.XXXXXX", path);
	int	 fd = mkostemp(tmp, O_CLOEXEC), rc = -1;

	if (fd < 0)
		qda_fail_errno(e, _("cannot write '%s'"), path);
	else if (put(fd, path, text, n, e) < 0)
		unlink(tmp);
	else if ((rc = rename(tmp, path)) < 0) {
		qda_fail_errno(e, _("cannot write '%s'"), path);
		unlink(tmp);
	}
	free(tmp);
	return rc;
}

void
qda_fingerprint(char print[QDA_PRINT], const char *text)
{
	uint64_t	 h = 0xcbf29ce484222325;

	for (; *text != '\0'; text++)
		h = (h ^ (unsigned char)*text) * 0x100000001b3;
	h ^= h >> 48;
	snprintf(print, QDA_PRINT, "%012llx",
	    (unsigned long long)(h & 0xffffffffffff));
}
