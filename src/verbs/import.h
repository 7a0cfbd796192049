/* import.h: what the parts of the verb import share. */
#ifndef VERBS_IMPORT_H
#define VERBS_IMPORT_H

#include "qda/source.h"
#include "qda/transcript.h"
#include "qda/verbs.h"

/* A file and the transcripts in it. */
struct import_file {
	const char		*path;
	struct qda_transcript	*list;
	unsigned char		(*hash)[QDA_HASH];	/* of their texts */
	size_t			 n;
	bool			 skipped;	/* Word's own: ~$P1.docx */
	char			*failed;	/* why it cannot be read */
	enum qda_fault		 fault;
};
struct import_files {
	struct import_file	*at;
	size_t			 n;
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
