/* coreq_edit.h: the items of a checklist as a text (coreq_edit.c). */
#ifndef VERBS_COREQ_EDIT_H
#define VERBS_COREQ_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/editor.h"
#include "verbs/coreq.h"

enum {
	COREQ_SIGN = 8 + 1 + 4 + 1,	/* "3f9a1c20-77bc" */
	COREQ_OWN = 8			/* of which these are the answer's */
};

/* What the text has of an item. */
struct coreq_block {
	size_t	 line;		/* of its title */
	int	 item;
	char	*sign;		/* of what it was made from, or NULL */
	bool	 accept;
	size_t	 accept_line;
	char	*place, *text;	/* never NULL; "" is none */
};
struct coreq_blocks {
	struct coreq_block	*at;
	size_t			 n, cap;
};

/* Reads a text; what is no part of it goes to the marks. */
void	 coreq_blocks_read(struct coreq_blocks *, const char *text,
	    struct qda_marks *);
void	 coreq_blocks_free(struct coreq_blocks *);

/* Whether a line of an answer would be read as something else. */
bool	 coreq_line_means(const char *line, size_t n);

/* The answer of a row as the text shows it: "" when it is open.  Lent. */
const char *coreq_shown(const struct coreq_row *);

/*
 * A sign of an answer with its place, and of what the project says: those of
 * others differ.
 */
void	 coreq_sign(char sign[COREQ_SIGN], const char *place,
	    const char *text, const char *said);

#endif
