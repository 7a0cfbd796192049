/*
 * fault.c: loaded before the C library (LD_PRELOAD), makes the Nth operation
 * that writes to a project (files named qda.db...) fail, or ends the process
 * there: FAULT_AT=N, FAULT=ENOSPC, EIO, kill (before it) or torn (in the middle
 * of it).  With FAULT_COUNT=FILE the number of such operations is written
 * there at the end.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long	 operations;

static int
is_project(const char *path)
{
	return strstr(path, "qda.db") != NULL;
}

static int
is_project_fd(int fd)
{
	char	 link[64], path[PATH_MAX];
	ssize_t	 n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	if (n < 0)
		return 0;
	path[n] = '\0';
	return is_project(path);
}

/* Whether this operation is to fail; may not return at all. */
static int
fails(int torn)
{
	const char	*at = getenv("FAULT_AT"), *how = getenv("FAULT");

	if (++operations != (at == NULL ? 0 : atol(at)) || how == NULL)
		return 0;
	if (strcmp(how, "kill") == 0 || (strcmp(how, "torn") == 0 && !torn))
		raise(SIGKILL);
	errno = strcmp(how, "ENOSPC") == 0 ? ENOSPC : EIO;
	return 1;
}

static int
is_torn(void)
{
	const char	*how = getenv("FAULT");

	return how != NULL && strcmp(how, "torn") == 0;
}

#define REAL(name)	((name##_type *)dlsym(RTLD_NEXT, #name))

typedef ssize_t	write_type(int, const void *, size_t);
typedef ssize_t	pwrite64_type(int, const void *, size_t, off64_t);
typedef int	fsync_type(int);
typedef int	fdatasync_type(int);
typedef int	ftruncate64_type(int, off64_t);
typedef int	unlink_type(const char *);

ssize_t
write(int fd, const void *data, size_t n)
{
	if (is_project_fd(fd) && fails(1)) {
		if (is_torn()) {
			REAL(write)(fd, data, n / 2);
			raise(SIGKILL);
		}
		return -1;
	}
	return REAL(write)(fd, data, n);
}

ssize_t
pwrite64(int fd, const void *data, size_t n, off64_t at)
{
	if (is_project_fd(fd) && fails(1)) {
		if (is_torn()) {
			REAL(pwrite64)(fd, data, n / 2, at);
			raise(SIGKILL);
		}
		return -1;
	}
	return REAL(pwrite64)(fd, data, n, at);
}

ssize_t
pwrite(int fd, const void *data, size_t n, off_t at)
{
	return pwrite64(fd, data, n, at);
}

int
fsync(int fd)
{
	return is_project_fd(fd) && fails(0) ? -1 : REAL(fsync)(fd);
}

int
fdatasync(int fd)
{
	return is_project_fd(fd) && fails(0) ? -1 : REAL(fdatasync)(fd);
}

int
ftruncate64(int fd, off64_t n)
{
	return is_project_fd(fd) && fails(0) ? -1 : REAL(ftruncate64)(fd, n);
}

int
ftruncate(int fd, off_t n)
{
	return ftruncate64(fd, n);
}

int
unlink(const char *path)
{
	return is_project(path) && fails(0) ? -1 : REAL(unlink)(path);
}

__attribute__((destructor)) static void
report(void)
{
	const char	*path = getenv("FAULT_COUNT");
	FILE		*f = path == NULL ? NULL : fopen(path, "w");

	if (f == NULL)
		return;
	fprintf(f, "%ld\n", operations);
	fclose(f);
}
