/* import_read.c: all files read before anything is changed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/import.h"

enum {
	REASONS = 10,		/* told at once, */
	LENGTH = 1900,		/* in so many bytes */
	WORKERS = 8,		/* at most, one for EACH files at least */
	EACH = 8,
};

/* Who reads: takes the next file until there is none. */
struct worker {
	struct import_files	*files;
	atomic_size_t		*next;
	struct qda_reader	*reader;
	pthread_t		 thread;
};

/* Word and LibreOffice leave them beside a document that is open. */
static bool
is_lock(const char *name)
{
	return strncmp(name, "~$", 2) == 0 || strncmp(name, ".~lock.", 7) == 0;
}

/* A file's name may hold any bytes, a source's may not. */
static void
tidy_name(struct qda_transcript *t)
{
	char	*shown = qda_text_shown(t->name);

	free(t->name);
	t->name = shown;
}

static void
read_one(struct import_file *f, struct qda_reader *reader,
    struct import_store *store)
{
	struct qda_err	 e = { QDA_OK, "" };
	char		*bytes = NULL;
	size_t		 size;

	f->skipped = is_lock(qda_file_base(f->path));
	if (f->skipped)
		return;
	if (qda_file_read(&bytes, &size, f->path, &e) < 0 ||
	    qda_reader_read(reader, &f->list, &f->n, bytes, size, f->path,
	    &e) < 0) {
		f->failed = qda_strdup(e.msg);
		f->fault = e.why;
	}
	free(bytes);
	f->kept = qda_alloc(f->n, sizeof(*f->kept));
	for (size_t i = 0; i < f->n; i++) {
		struct qda_transcript	*t = &f->list[i];

		tidy_name(t);
		qda_source_hash(f->kept[i].hash, t->text, t->size);
		import_keep(store, &f->kept[i], t);
	}
}

static void *
work(void *arg)
{
	struct worker	*w = arg;
	size_t		 i;

	while ((i = atomic_fetch_add(w->next, 1)) < w->files->n)
		read_one(&w->files->at[i], w->reader, &w->files->store);
	return NULL;
}

/* How many to set to work: this thread is the first. */
static size_t
hands(size_t n)
{
	long	 cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t	 most = cores < 1 ? 1 : cores > WORKERS ? WORKERS :
		    (size_t)cores;

	return n / EACH < most ? n / EACH + 1 : most;
}

static int
read_all(struct import_files *files, const struct qda_import *want,
    struct qda_err *e)
{
	struct worker	 w[WORKERS + 1] = { { .files = NULL } };
	size_t		 n = hands(files->n), open, at_work = 1;
	atomic_size_t	 next = 0;

	for (open = 0; open < n; open++) {
		w[open].files = files;
		w[open].next = &next;
		if (qda_reader_open(&w[open].reader, want->read, e) < 0)
			break;
	}
	if (open == n) {
		while (at_work < n && pthread_create(&w[at_work].thread, NULL,
		    work, &w[at_work]) == 0)
			at_work++;
		work(&w[0]);
		for (size_t i = 1; i < at_work; i++)
			pthread_join(w[i].thread, NULL);
	}
	for (size_t i = 0; i < open; i++)
		qda_reader_close(w[i].reader);
	return open == n ? 0 : -1;
}

/* The reasons of those that failed, a line each, as one failure. */
static int
judge(const struct import_files *files, struct qda_err *e)
{
	const struct import_file	*first = NULL;
	struct qda_mem			 m;
	size_t				 told = 0, more = 0;
	char				*text;

	qda_mem_open(&m);
	for (size_t i = 0; i < files->n; i++) {
		const struct import_file	*f = &files->at[i];

		if (f->failed == NULL)
			continue;
		first = first == NULL ? f : first;
		fflush(m.f);
		if (told >= REASONS || m.size + strlen(f->failed) > LENGTH)
			more++;
		else
			fprintf(m.f, "%s%s", told++ > 0 ? "\n  " : "",
			    f->failed);
	}
	if (more > 0)
		fprintf(m.f, ngettext("\n  and %zu more file",
		    "\n  and %zu more files", more), more);
	text = qda_mem_text(&m);
	if (first != NULL)
		qda_fail(e, first->fault, "%s", told > 0 &&
		    first->fault != QDA_USAGE ? text : first->failed);
	free(text);
	return first == NULL ? 0 : -1;
}

int
import_read(struct import_files *files, const struct qda_import *want,
    struct qda_err *e)
{
	const char	**names = import_order(want->files, want->n);
	int		 rc;

	files->at = qda_alloc(want->n, sizeof(*files->at));
	files->n = want->n;
	import_store_open(&files->store);
	for (size_t i = 0; i < want->n; i++) {
		files->at[i].path = names[i];
		files->at[i].shown = qda_text_shown(names[i]);
	}
	free(names);
	rc = read_all(files, want, e);
	return rc < 0 ? -1 : judge(files, e);
}

void
import_free(struct import_files *files)
{
	for (size_t i = 0; i < files->n; i++) {
		qda_transcript_free(files->at[i].list, files->at[i].n);
		free(files->at[i].kept);
		free(files->at[i].shown);
		free(files->at[i].failed);
	}
	if (files->at != NULL)
		import_store_close(&files->store);
	free(files->at);
}
