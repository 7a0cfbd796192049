/* show.h: what the files of show share. */
#ifndef VERBS_SHOW_H
#define VERBS_SHOW_H

#include "qda/act.h"
#include "qda/address.h"
#include "qda/mem.h"
#include "qda/query.h"
#include "qda/source.h"
#include "qda/verbs.h"
#include "qda/voice.h"
#include "verbs/context.h"

/* The source that the verbatim at hand is from, kept for the next. */
struct show_source {
	int64_t			 id, revision;
	char			*name, *text;
	size_t			 size;
	struct qda_voices	 voices;
	struct context		 context;
};
int	 show_load(struct show_source *, struct qda_db *, int64_t source,
	    int64_t revision, long turns, struct qda_err *) QDA_CHECKED;
void	 show_unload(struct show_source *);

/* The extracts of a query as a document, under the codes they carry. */
int	 show_document(struct qda_act *, const struct qda_show *,
	    struct qda_query *, size_t *n, struct qda_err *) QDA_CHECKED;

/* The same as one table, a row a unit, with attributes: for Excel. */
int	 show_sheet(struct qda_act *, const struct qda_show *,
	    struct qda_query *, size_t *n, struct qda_err *) QDA_CHECKED;

/* Places from lines that begin with an address; mistakes are named together. */
struct show_places {
	struct qda_place	*at;
	size_t			 n, cap;
};
int	 show_read_places(struct show_places *, struct qda_db *,
	    const char *text, struct qda_err *) QDA_CHECKED;

#endif
