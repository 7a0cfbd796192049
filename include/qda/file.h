/* file.h: whole files in, whole files out. */
#ifndef QDA_FILE_H
#define QDA_FILE_H

#include <stddef.h>
#include <stdio.h>

#include "qda/err.h"

enum { QDA_FILE_MAX = 256 << 20 };	/* bytes of the largest file read */

/*
 * All of a regular file, or of standard input when the path is "-"; NUL
 * added behind.  Refuses directories, FIFOs, devices and files over
 * QDA_FILE_MAX.  Caller frees *bytes.
 */
int	 qda_file_read(char **bytes, size_t *n, const char *path,
	    struct qda_err *) QDA_CHECKED;

/*
 * Standard input as text: a byte order mark is dropped, NUL bytes and what is
 * not UTF-8 are refused with the line (QDA_DATA).  Caller frees *text.
 */
int	 qda_file_stdin(char **text, struct qda_err *) QDA_CHECKED;
/* The same as one value: white space at its end is left out. */
int	 qda_file_value(char **text, struct qda_err *) QDA_CHECKED;

/*
 * A file that appears whole or not at all: written beside it, checked,
 * synced, renamed.  qda_file_end() with keep == 0 leaves no trace.
 */
struct qda_file {
	FILE	*f;
	char	*path, *tmp;
};
int	 qda_file_begin(struct qda_file *, const char *path, struct qda_err *)
	    QDA_CHECKED;
int	 qda_file_end(struct qda_file *, int keep, struct qda_err *)
	    QDA_CHECKED;

/*
 * A stream that keeps what is written to it (a few megabytes in memory, what
 * is more in a file without a name) until qda_spool_copy() gives it out.
 */
struct qda_spool {
	FILE	*f;
	void	*kept;		/* private */
};
int	 qda_spool_open(struct qda_spool *, struct qda_err *) QDA_CHECKED;
int	 qda_spool_copy(struct qda_spool *, FILE *to, struct qda_err *)
	    QDA_CHECKED;
void	 qda_spool_close(struct qda_spool *);

/* The path beside, or above, the running program; caller frees. */
char	*qda_file_beside(const char *relative);

/* The last part of a path, lent; its name without the last extension, made. */
const char	*qda_file_base(const char *path);
char		*qda_file_stem(const char *path);

#endif
