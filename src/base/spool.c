/*
 * spool.c: output kept until the transaction it came from has ended, so that
 * nobody's pager locks a colleague out.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { IN_MEMORY = 4 << 20 };

struct spool {
	char	*buf;
	size_t	 n, cap;
	FILE	*overflow;	/* a file without a name, all that came after */
};

static ssize_t
spool_write(void *cookie, const char *data, size_t n)
{
	struct spool	*s = cookie;

	if (s->overflow == NULL && s->n + n > IN_MEMORY) {
		s->overflow = tmpfile();
		if (s->overflow == NULL)
			return 0;
	}
	if (s->overflow != NULL)
		return fwrite(data, 1, n, s->overflow) == n ? (ssize_t)n : 0;
	if (s->n + n > s->cap)
		s->buf = qda_grow(s->buf, &s->cap, s->n + n + s->cap, 1);
	memcpy(s->buf + s->n, data, n);
	s->n += n;
	return (ssize_t)n;
}

static int
spool_close(void *cookie)
{
	struct spool	*s = cookie;

	if (s->overflow != NULL)
		fclose(s->overflow);
	free(s->buf);
	free(s);
	return 0;
}

int
qda_spool_open(struct qda_spool *spool, struct qda_err *e)
{
	static const cookie_io_functions_t	 io = {
		.write = spool_write, .close = spool_close
	};

	spool->kept = qda_alloc(1, sizeof(struct spool));
	spool->f = fopencookie(spool->kept, "w", io);
	if (spool->f != NULL)
		return 0;
	qda_fail_errno(e, _("cannot keep the output"));
	free(spool->kept);
	return -1;
}

int
qda_spool_copy(struct qda_spool *spool, FILE *to, struct qda_err *e)
{
	struct spool	*s = spool->kept;
	char		 buf[65536];
	size_t		 n;

	if (fflush(spool->f) != 0 || ferror(spool->f))
		return qda_fail_errno(e, _("cannot keep the output"));
	if (s->n > 0)
		fwrite(s->buf, 1, s->n, to);
	if (s->overflow == NULL)
		return 0;
	if (fflush(s->overflow) != 0 || fseek(s->overflow, 0, SEEK_SET) != 0)
		return qda_fail_errno(e, _("cannot keep the output"));
	while ((n = fread(buf, 1, sizeof(buf), s->overflow)) > 0)
		if (fwrite(buf, 1, n, to) != n)
			break;
	return !ferror(s->overflow) ? 0 :
	    qda_fail_errno(e, _("cannot keep the output"));
}

void
qda_spool_close(struct qda_spool *spool)
{
	if (spool->f != NULL)
		fclose(spool->f);
	spool->f = NULL;
}
