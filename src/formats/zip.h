/* zip.h: parts out of an archive in memory; the only reader of zip files. */
#ifndef QDA_FORMATS_ZIP_H
#define QDA_FORMATS_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/err.h"

enum {
	QDA_ZIP_PART = 64 << 20,	/* bytes of a part, uncompressed, */
	QDA_ZIP_WHOLE = 256 << 20,	/* and of all that are read */
	QDA_ZIP_FREE = 1 << 20,		/* bytes that may be any ratio; */
	QDA_ZIP_RATIO = 200,		/* behind them, no more than this */
	QDA_ZIP_ENTRIES = 10000,
};

/*
 * An archive is hostile until it is read: sizes in its headers are not
 * believed, bytes are counted as they come.  Nothing is written under a name
 * from the archive.
 */
struct qda_zip;

/*
 * The archive in n bytes, lent until it is closed.  Refuses (QDA_DATA) what is
 * damaged or cut short, has two entries of one name or more than
 * QDA_ZIP_ENTRIES.
 */
int	 qda_zip_open(struct qda_zip **, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;
void	 qda_zip_close(struct qda_zip *);

bool	 qda_zip_has(const struct qda_zip *, const char *name);

/*
 * All bytes of a part, NUL-terminated, caller frees: 1, 0 when there is no
 * part of that name, -1.  Refuses (QDA_DATA, naming the part) methods other
 * than stored and deflated, passwords, wrong checksums, and what is too large.
 */
int	 qda_zip_read(struct qda_zip *, const char *name, char **bytes,
	    size_t *n, struct qda_err *) QDA_CHECKED;

/*
 * The name of the part a relationship of `part' points to ("/word/a.xml",
 * "a.xml", "../a.xml"); "" as part is the package.  NULL when that is not in
 * the archive's own tree.  Caller frees.
 */
char	*qda_zip_target(const char *part, const char *target);

#endif
