/* program.c: another program run, as a filter. */
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/program.h"

/* Files, not pipes: neither side waits for the other. */
static int
spawn(pid_t *child, char *const *argv, FILE *in, FILE *out)
{
	posix_spawn_file_actions_t	 files;
	int				 error;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, fileno(in), STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, fileno(out), STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null",
	    O_WRONLY, 0);
	error = posix_spawnp(child, argv[0], &files, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

static int
run(char *const *argv, FILE *in, FILE *out, struct qda_err *e)
{
	pid_t	 child;
	int	 status, error;

	rewind(in);
	if ((error = spawn(&child, argv, in, out)) != 0)
		return error == ENOENT ? qda_fail(e, QDA_SYSTEM, _("there is "
		    "no program '%s' here"), argv[0]) : qda_fail(e,
		    QDA_SYSTEM, _("cannot run '%s': %s"), argv[0],
		    strerror(error));
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return qda_fail_errno(e, "waitpid");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return qda_fail(e, QDA_SYSTEM, _("'%s' failed (status %d)"),
		    argv[0], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	return 0;
}

static int
read_all(FILE *f, char **text, size_t *size, struct qda_err *e)
{
	struct qda_mem	 m;
	char		 buffer[8192];
	size_t		 n;

	qda_mem_open(&m);
	rewind(f);
	while ((n = fread(buffer, 1, sizeof(buffer), f)) > 0)
		fwrite(buffer, 1, n, m.f);
	*text = qda_mem_text(&m);
	*size = m.size;
	return ferror(f) ? qda_fail_errno(e, "fread") : 0;
}

int
qda_program_run(char *const *argv, const char *bytes, size_t n, char **text,
    size_t *size, struct qda_err *e)
{
	FILE	*in = tmpfile(), *out = tmpfile();
	int	 rc = -1;

	*text = NULL;
	if (in == NULL || out == NULL)
		qda_fail_errno(e, _("cannot make a temporary file"));
	else if (fwrite(bytes, 1, n, in) != n || fflush(in) != 0)
		qda_fail_errno(e, _("cannot write a temporary file"));
	else if (run(argv, in, out, e) == 0)
		rc = read_all(out, text, size, e);
	if (in != NULL)
		fclose(in);
	if (out != NULL)
		fclose(out);
	return rc;
}
