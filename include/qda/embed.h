/* embed.h: files that travel inside the programs; made by src/db/embed.sh. */
#ifndef QDA_EMBED_H
#define QDA_EMBED_H

#include <stddef.h>

struct qda_embedded {
	const char	*name;		/* file name without its extension */
	const char	*bytes;		/* NUL-terminated */
	size_t		 size;		/* without that NUL */
};

/* Each ends with a row whose name is NULL. */
extern const struct qda_embedded qda_schema[];		/* schema/NNNN_*.sql */
extern const struct qda_embedded qda_checklists[];	/* schema/checklists */

#endif
