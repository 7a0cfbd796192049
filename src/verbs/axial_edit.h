/* axial_edit.h: the tree of categories as a text, read back (axial_edit.c). */
#ifndef VERBS_AXIAL_EDIT_H
#define VERBS_AXIAL_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/codebook.h"
#include "qda/editor.h"
#include "qda/err.h"
#include "qda/mem.h"

/* A line that names a code. */
struct tree_line {
	size_t	 line;		/* of the text, from 1 */
	size_t	 code;		/* index in the book, or behind it: new */
	size_t	 up;		/* index of the line above; QDA_NOWHERE */
	bool	 star;		/* its main place */
	bool	 holds;		/* another stands under it */
};

/*
 * What a text makes of the tree.  Places are the lines by category and, within
 * each, in the order of the text; those in no category come last.
 */
struct tree_text {
	const struct qda_book	*book;
	struct tree_line	*line;
	size_t			 n, cap;
	char			**added;	/* names of new categories */
	size_t			 n_added, cap_added;
	const struct tree_line	**place;	/* n of them */
	size_t			*main;		/* by code: index of the line
						   of its main place; NOWHERE:
						   in no category */
	size_t			 respelt;	/* names written otherwise */

	/* private */
	struct tree_key		*keys;
	size_t			 n_keys, cap_keys;
	struct qda_marks	*marks;
};

/*
 * Reads a text against the book: whatever is wrong with it, all at once, goes
 * to the marks; places and main are there only when nothing is.  Free in any
 * case.
 */
void	 tree_text_read(struct tree_text *, const struct qda_book *,
	    const char *text, struct qda_marks *);
void	 tree_text_free(struct tree_text *);

/* The name of a code of the book, or of a new one. */
const char *tree_name(const struct tree_text *, size_t code);
/* The category a place is in, or QDA_NOWHERE. */
size_t	 tree_category(const struct tree_text *, const struct tree_line *);

/* What is wrong with the whole, and its places (axial_edit_check.c). */
void	 tree_check(struct tree_text *);

#endif
