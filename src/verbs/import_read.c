/* import_read.c: all files read before anything is changed. */
#include <stdlib.h>
#include <string.h>

#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/import.h"

enum {
	REASONS = 10,		/* told at once, */
	LENGTH = 1900,		/* in so many bytes */
};

static void
read_one(struct import_file *f, struct qda_reader *reader)
{
	struct qda_err	 e = { QDA_OK, "" };
	char		*bytes = NULL;
	size_t		 size;

	f->skipped = strncmp(qda_file_base(f->path), "~$", 2) == 0;
	if (f->skipped)
		return;
	if (qda_file_read(&bytes, &size, f->path, &e) < 0 ||
	    qda_reader_read(reader, &f->list, &f->n, bytes, size, f->path,
	    &e) < 0) {
		f->failed = qda_strdup(e.msg);
		f->fault = e.why;
	}
	free(bytes);
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
	struct qda_reader	*reader;
	const char		**names;

	files->at = qda_alloc(want->n, sizeof(*files->at));
	files->n = want->n;
	if (qda_reader_open(&reader, &want->read, e) < 0)
		return -1;
	names = import_order(want->files, want->n);
	for (size_t i = 0; i < want->n; i++) {
		files->at[i].path = names[i];
		read_one(&files->at[i], reader);
	}
	free(names);
	qda_reader_close(reader);
	return judge(files, e);
}

void
import_free(struct import_files *files)
{
	for (size_t i = 0; i < files->n; i++) {
		qda_transcript_free(files->at[i].list, files->at[i].n);
		free(files->at[i].failed);
	}
	free(files->at);
}
