/* axial.h: what the verbs about categories share. */
#ifndef VERBS_AXIAL_H
#define VERBS_AXIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/err.h"

/* The category of that name, made when missing. */
int	 axial_category(struct qda_act *, const char *name, int64_t coder,
	    int64_t *id, bool *made, struct qda_err *) QDA_CHECKED;

/* An outline: names, each under the last one before it that is less deep. */
struct outline_line {
	char	*name;
	size_t	 level;		/* 0: the top */
	size_t	 line;		/* of the file, from 1 */
	size_t	 up;		/* index of the line above; SIZE_MAX: none */
	bool	 holds;		/* another stands under it */
};
struct outline {
	struct outline_line	*at;
	size_t			 n, cap;
};

/*
 * Reads a clean text as an outline, a tab or two spaces a level, or, where
 * nothing is set in, as rows of category and code.  path and name are those of
 * the file, for messages: the path in quotes where it is one.
 */
int	 outline_read(struct outline *, const char *text, size_t size,
	    const char *path, const char *name, struct qda_err *)
	    QDA_CHECKED;
void	 outline_free(struct outline *);

#endif
