/* file.c: whole files in, whole files out. */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

static int
read_all(char **bytes, size_t *n, int fd, const char *path, struct qda_err *e)
{
	char	*buf = NULL;
	size_t	 cap = 0, used = 0;
	ssize_t	 got;

	for (;;) {
		if (cap - used < 65536)
			buf = qda_grow(buf, &cap, cap + 65536, 1);
		got = read(fd, buf + used, cap - used - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		used += (size_t)got;
		if (used > QDA_FILE_MAX) {
			free(buf);
			return qda_fail(e, QDA_DATA,
			    _("'%s' is larger than %d MB"), path,
			    QDA_FILE_MAX >> 20);
		}
	}
	if (got < 0) {
		free(buf);
		return qda_fail_errno(e, _("cannot read '%s'"), path);
	}
	buf[used] = '\0';
	*bytes = buf;
	*n = used;
	return 0;
}

int
qda_file_read(char **bytes, size_t *n, const char *path, struct qda_err *e)
{
	struct stat	 st;
	int		 fd, rc = -1;

	if (strcmp(path, "-") == 0)
		return read_all(bytes, n, STDIN_FILENO, _("standard input"), e);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0) {
		qda_fail_errno(e, _("cannot open '%s'"), path);
		e->why = QDA_DATA;
		return -1;
	}
	if (fstat(fd, &st) < 0)
		qda_fail_errno(e, _("cannot read '%s'"), path);
	else if (S_ISDIR(st.st_mode))
		qda_fail(e, QDA_DATA, _("'%s' is a directory; its files are "
		    "%s%s*"), path, path,
		    path[strlen(path) - 1] == '/' ? "" : "/");
	else if (!S_ISREG(st.st_mode))
		qda_fail(e, QDA_DATA, _("'%s' is not a regular file"), path);
	else
		rc = read_all(bytes, n, fd, path, e);
	close(fd);
	return rc;
}

int
qda_file_stdin(char **text, struct qda_err *e)
{
	size_t	 n, bad, line = 1;

	if (qda_file_read(text, &n, "-", e) < 0)
		return -1;
	bad = qda_text_invalid(*text, n);
	if (strlen(*text) < bad)
		bad = strlen(*text);
	if (bad == n) {
		if (strncmp(*text, "\xef\xbb\xbf", 3) == 0)
			memmove(*text, *text + 3, n - 2);
		return 0;
	}
	for (size_t i = 0; i < bad; i++)
		line += (*text)[i] == '\n';
	qda_fail(e, QDA_DATA, _("standard input, line %zu: byte 0x%02x is not "
	    "UTF-8 text"), line, (unsigned char)(*text)[bad]);
	free(*text);
	*text = NULL;
	return -1;
}

int
qda_file_value(char **text, struct qda_err *e)
{
	size_t	 n;

	if (qda_file_stdin(text, e) < 0)
		return -1;
	n = strlen(*text);
	while (n > 0 && strchr(" \t\r\n", (*text)[n - 1]) != NULL)
		(*text)[--n] = '\0';
	return 0;
}

int
qda_file_begin(struct qda_file *file, const char *path, struct qda_err *e)
{
	int	 fd;

	file->path = qda_strdup(path);
	file->tmp = qda_sprintf("%s.XXXXXX", path);
	file->f = NULL;
	fd = mkostemp(file->tmp, O_CLOEXEC);
	if (fd >= 0) {
		mode_t	 mask = umask(0);

		umask(mask);
		if (fchmod(fd, 0666 & ~mask) == 0)
			file->f = fdopen(fd, "w");
	}
	if (file->f != NULL)
		return 0;
	qda_fail_errno(e, _("cannot write '%s'"), path);
	if (fd >= 0) {
		close(fd);
		unlink(file->tmp);
	}
	free(file->path);
	free(file->tmp);
	return -1;
}

int
qda_file_end(struct qda_file *file, int keep, struct qda_err *e)
{
	int	 rc = 0, lost = 0;

	if (keep)
		lost = fflush(file->f) != 0 || ferror(file->f) ||
		    fsync(fileno(file->f)) != 0;
	if (fclose(file->f) != 0)
		lost = 1;
	if (!keep || lost || rename(file->tmp, file->path) != 0) {
		if (keep)
			rc = qda_fail_errno(e, _("cannot write '%s'"),
			    file->path);
		unlink(file->tmp);
	}
	free(file->path);
	free(file->tmp);
	return rc;
}

char *
qda_file_beside(const char *relative)
{
	char	 exe[PATH_MAX];
	ssize_t	 n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);

	if (n <= 0)
		return NULL;
	exe[n] = '\0';
	*strrchr(exe, '/') = '\0';
	return qda_sprintf("%s/%s", exe, relative);
}

const char *
qda_file_base(const char *path)
{
	const char	*slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

char *
qda_file_stem(const char *path)
{
	const char	*base = qda_file_base(path), *dot = strrchr(base, '.');

	return dot == NULL || dot == base ? qda_strdup(base) :
	    qda_strndup(base, (size_t)(dot - base));
}
