/* package.h: a zip file written, as Word and OpenDocument have their parts. */
#ifndef FORMATS_PACKAGE_H
#define FORMATS_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "qda/doc.h"

/*
 * Parts in the order in which they are added, all of one date: equal contents,
 * equal bytes.
 */
struct qda_package;
int	 qda_package_open(struct qda_package **, struct qda_err *) QDA_CHECKED;
void	 qda_package_free(struct qda_package *);

/* Adds a part; data must stay until all is written. */
int	 qda_package_add(struct qda_package *, const char *name,
	    const char *data, size_t n, struct qda_err *) QDA_CHECKED;
/* The same of a string. */
int	 qda_package_text(struct qda_package *, const char *name,
	    const char *text, struct qda_err *) QDA_CHECKED;
/* The same of a string, not compressed, for file(1) to see. */
int	 qda_package_mark(struct qda_package *, const char *name,
	    const char *text, struct qda_err *) QDA_CHECKED;
/* Adds what a function writes of the setup. */
int	 qda_package_made(struct qda_package *, const char *name,
	    void (*write)(FILE *, const struct qda_doc_setup *),
	    const struct qda_doc_setup *, struct qda_err *) QDA_CHECKED;

/* Writes the whole; to be called once, and nothing added after it. */
int	 qda_package_write(struct qda_package *, FILE *, struct qda_err *)
	    QDA_CHECKED;

#endif
