/* err.c: errors, one expression each. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "qda/err.h"
#include "qda/lang.h"
#include "qda/text.h"

/*
 * What the system says most often, in its own words, so that they are ours to
 * translate: not every machine has the C library's translations.
 */
static const struct {
	int		 error;
	const char	*text;
} reasons[] = {
	{ ENOENT, N_("No such file or directory") },
	{ EACCES, N_("Permission denied") },
	{ EPERM, N_("Operation not permitted") },
	{ EEXIST, N_("File exists") },
	{ EISDIR, N_("Is a directory") },
	{ ENOTDIR, N_("Not a directory") },
	{ ENOSPC, N_("No space left on device") },
	{ EROFS, N_("Read-only file system") },
	{ EIO, N_("Input/output error") },
	{ EFBIG, N_("File too large") },
	{ EMFILE, N_("Too many open files") },
	{ ENAMETOOLONG, N_("File name too long") },
	{ EXDEV, N_("Invalid cross-device link") },
};

const char *
qda_errno_text(int error)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (reasons[i].error == error)
			return _(reasons[i].text);
	return strerror(error);
}

/*
 * What a buffer, or the precision of a "%.80s", cut within a character loses
 * the bytes that are left of it.
 */
static void
whole(struct qda_err *e)
{
	size_t	 n = strlen(e->msg), from, to = 0;

	for (size_t at = from = 0; at < n; from = at)
		if (qda_text_next(e->msg, n, &at) >= 0) {
			memmove(e->msg + to, e->msg + from, at - from);
			to += at - from;
		}
	e->msg[to] = '\0';
}

int
qda_fail(struct qda_err *e, enum qda_fault why, const char *fmt, ...)
{
	va_list	 ap;

	e->why = why;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	whole(e);
	return -1;
}

int
qda_fail_errno(struct qda_err *e, const char *fmt, ...)
{
	const char	*reason = qda_errno_text(errno);
	size_t		 n;
	va_list		 ap;

	e->why = QDA_SYSTEM;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	n = strlen(e->msg);
	snprintf(e->msg + n, sizeof(e->msg) - n, "%s%s", _(": "), reason);
	whole(e);
	return -1;
}

int
qda_fail_in(struct qda_err *e, const char *fmt, ...)
{
	char	 was[sizeof(e->msg)];
	size_t	 n;
	va_list	 ap;

	memcpy(was, e->msg, sizeof(was));
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	n = strlen(e->msg);
	snprintf(e->msg + n, sizeof(e->msg) - n, "%s%s", _(": "), was);
	whole(e);
	return -1;
}

int
qda_fail_more(struct qda_err *e, const char *line)
{
	size_t	 n = strlen(e->msg), room = sizeof(e->msg) - 1;

	/* the line is what is not to be lost */
	if (strlen(line) + 1 < room && n + 1 + strlen(line) > room)
		n = room - 1 - strlen(line);
	while (n > 0 && (e->msg[n] & 0xc0) == 0x80)
		n--;
	snprintf(e->msg + n, sizeof(e->msg) - n, "\n%s", line);
	whole(e);
	return -1;
}
