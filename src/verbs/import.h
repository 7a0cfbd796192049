/* import.h: what the parts of the verb import share. */
#ifndef VERBS_IMPORT_H
#define VERBS_IMPORT_H

#include <sys/types.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#include "qda/source.h"
#include "qda/transcript.h"
#include "qda/verbs.h"

/*
 * Texts that wait for the change to begin.  What is more than a few megabytes
 * waits in a file without a name.
 */
struct import_store {
	FILE		*file;
	atomic_size_t	 held, end;	/* bytes in memory, and in the file */
	pthread_mutex_t	 lock;		/* of the making of the file */
};
struct import_kept {
	unsigned char	 hash[QDA_HASH];	/* of the text */
	bool		 away;		/* text and turns are in the file */
	off_t		 at;
};
void	 import_store_open(struct import_store *);
void	 import_store_close(struct import_store *);
/* Any number of threads may keep; what is away has no text and no turns. */
void	 import_keep(struct import_store *, struct import_kept *,
	    struct qda_transcript *);
int	 import_fetch(struct import_store *, const struct import_kept *,
	    struct qda_transcript *, struct qda_err *) QDA_CHECKED;
/* Text and turns are stored, and needed no more; nor are styles. */
void	 import_let_go(struct qda_transcript *);

/* A file and the transcripts in it. */
struct import_file {
	const char		*path;
	char			*shown;		/* the path, for a person */
	struct qda_transcript	*list;
	struct import_kept	*kept;		/* of each */
	size_t			 n;
	bool			 skipped;	/* a program's own: ~$P1.docx */
	char			*failed;	/* why it cannot be read */
	enum qda_fault		 fault;
};
struct import_files {
	struct import_file	*at;
	size_t			 n;
	struct import_store	 store;
};

/*
 * Reads all files, many of them at a time.  Fails when one cannot be read,
 * with the reasons of the first ten.  To be freed in any case.
 */
int	 import_read(struct import_files *, const struct qda_import *,
	    struct qda_err *) QDA_CHECKED;
void	 import_free(struct import_files *);

/* Says what was understood of a transcript: cli.md's report. */
void	 import_report(struct qda_act *, const struct qda_transcript *);

/* The names as typed, or in the order of their numbers; free() the array. */
const char	**import_order(char *const *names, size_t n);

#endif
