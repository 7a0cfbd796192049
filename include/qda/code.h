/* code.h: the codebook: properties, and categories that group them. */
#ifndef QDA_CODE_H
#define QDA_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* kind, definition, use-when, not-when, example, colour, from, to */
extern const struct qda_field	qda_code_fields[];

/* The code of that name: 1 and its id, 0 when there is none. */
int	 qda_code_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same; QDA_DATA and the nearest name when there is none. */
int	 qda_code_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/*
 * The code of that name, made when missing: *made.  origin is how it came:
 * coding, grouping, hand, codebook, import; made_in the source it was made
 * in, QDA_NONE for none; coder who makes it.
 */
int	 qda_code_make(struct qda_db *, const char *name, const char *origin,
	    int64_t made_in, int64_t coder, int64_t *id, bool *made,
	    struct qda_err *) QDA_CHECKED;

/* The name of a code; caller frees. */
int	 qda_code_name(struct qda_db *, int64_t id, char **name,
	    struct qda_err *) QDA_CHECKED;

#endif
