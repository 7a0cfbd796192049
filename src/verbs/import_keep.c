/* import_keep.c: texts that wait, so that memory is bounded. */
#include <stdlib.h>
#include <unistd.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/import.h"

enum { IN_MEMORY = 24 << 20 };		/* bytes held before a file is */

void
import_store_open(struct import_store *s)
{
	s->file = NULL;
	atomic_init(&s->held, 0);
	atomic_init(&s->end, 0);
	pthread_mutex_init(&s->lock, NULL);
}

void
import_store_close(struct import_store *s)
{
	if (s->file != NULL)
		fclose(s->file);
	pthread_mutex_destroy(&s->lock);
}

/* The file, made by the first who needs it; NULL when there can be none. */
static FILE *
file_of(struct import_store *s)
{
	FILE	*f;

	pthread_mutex_lock(&s->lock);
	if (s->file == NULL)
		s->file = tmpfile();
	f = s->file;
	pthread_mutex_unlock(&s->lock);
	return f;
}

static bool
put(int fd, const void *bytes, size_t n, off_t at)
{
	const char	*p = bytes;
	ssize_t		 done;

	for (; n > 0; n -= (size_t)done, p += done, at += done)
		if ((done = pwrite(fd, p, n, at)) <= 0)
			return false;
	return true;
}

static bool
get(int fd, void *bytes, size_t n, off_t at)
{
	char	*p = bytes;
	ssize_t	 done;

	for (; n > 0; n -= (size_t)done, p += done, at += done)
		if ((done = pread(fd, p, n, at)) <= 0)
			return false;
	return true;
}

static size_t
turns_size(const struct qda_transcript *t)
{
	return t->turns_n * sizeof(*t->turns);
}

void
import_let_go(struct qda_transcript *t)
{
	free(t->text);
	free(t->turns);
	free(t->styles);
	t->text = NULL;
	t->turns = NULL;
	t->styles = NULL;
	t->styles_n = 0;
}

void
import_keep(struct import_store *s, struct import_kept *k,
    struct qda_transcript *t)
{
	size_t	 turns = turns_size(t), n = t->size + turns;
	FILE	*f;

	if (atomic_fetch_add(&s->held, n) + n <= IN_MEMORY ||
	    (f = file_of(s)) == NULL)
		return;
	k->at = (off_t)atomic_fetch_add(&s->end, n);
	k->away = put(fileno(f), t->text, t->size, k->at) &&
	    put(fileno(f), t->turns, turns, k->at + (off_t)t->size);
	if (!k->away)
		return;			/* the disk is full: stays here */
	atomic_fetch_sub(&s->held, n);
	import_let_go(t);
}

int
import_fetch(struct import_store *s, const struct import_kept *k,
    struct qda_transcript *t, struct qda_err *e)
{
	if (!k->away)
		return 0;
	t->text = qda_alloc(t->size + 1, 1);
	t->turns = qda_alloc(t->turns_n, sizeof(*t->turns));
	if (get(fileno(s->file), t->text, t->size, k->at) &&
	    get(fileno(s->file), t->turns, turns_size(t),
	    k->at + (off_t)t->size))
		return 0;
	return qda_fail_errno(e, _("a text cannot be read back"));
}
