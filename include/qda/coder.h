/* coder.h: who interviews, codes, supervises. */
#ifndef QDA_CODER_H
#define QDA_CODER_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

/* The coder of that name: 1 and the id, 0 when there is none. */
int	 qda_coder_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* The same, made when missing (*made). */
int	 qda_coder_make(struct qda_db *, const char *name, int64_t *id,
	    bool *made, struct qda_err *) QDA_CHECKED;

/*
 * Who acts: the coder named (made when missing), with name NULL the only one,
 * else the only one of role coder, else the login name.  Caller frees *acting.
 */
int	 qda_coder_acting(struct qda_db *, const char *name, int64_t *id,
	    char **acting, bool *made, struct qda_err *) QDA_CHECKED;

/*
 * The lead coder, whose codings count where only one coder's do: codings in
 * most sources, a tie goes to the first; 1 and the id, 0 when nobody coded.
 */
int	 qda_coder_lead(struct qda_db *, int64_t *id, struct qda_err *)
	    QDA_CHECKED;

#endif
