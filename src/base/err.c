/* err.c: errors, one expression each. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "qda/err.h"

/* A message that was cut is not cut within a character. */
static void
whole(struct qda_err *e)
{
	size_t	 n = strlen(e->msg);

	if (n < sizeof(e->msg) - 1)
		return;
	while (n > 0 && (e->msg[n - 1] & 0xc0) == 0x80)
		n--;
	if (n > 0)
		e->msg[n - 1] = '\0';
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
	const char	*reason = strerror(errno);
	size_t		 n;
	va_list		 ap;

	e->why = QDA_SYSTEM;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	n = strlen(e->msg);
	snprintf(e->msg + n, sizeof(e->msg) - n, ": %s", reason);
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
	snprintf(e->msg + n, sizeof(e->msg) - n, ": %s", was);
	whole(e);
	return -1;
}
