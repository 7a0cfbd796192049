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

/* An extract, kept until the document's turn comes to it. */
enum show_stance { SHOW_FOR, SHOW_NUANCE, SHOW_AGAINST };
struct show_extract {
	int64_t			 code;
	size_t			 node;		/* of the tree; its heading */
	size_t			 order;		/* among all of them */
	enum show_stance	 stance;
	char			*who, *about;	/* "P4", " (F, 60-69 ans)" */
	bool			 other;		/* who is no participant */
	char			*words, *label;	/* label or NULL */
	char			*place;		/* "turn 12" */
	char			*question;	/* what was asked, or NULL */
	char			*before, *after;	/* what stands beside */
};

/*
 * Fills it but for node and order.  Beside it stand so many turns, or without
 * any the sentence before and the one behind, of the same turn.
 */
struct qda_attributes;
int	 show_extract_read(struct show_extract *, struct qda_act *,
	    struct show_source *, const struct qda_verbatim *, long turns,
	    const struct qda_attributes *, struct qda_err *) QDA_CHECKED;
void	 show_extract_free(struct show_extract *);

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
void	 show_add_place(struct show_places *, const struct qda_place *);
/* The same of n operands, "-" passed over, then of the lines (NULL: none). */
int	 show_places_of(struct show_places *, struct qda_db *,
	    char *const *operands, size_t n, const char *lines,
	    struct qda_err *) QDA_CHECKED;
int	 show_read_places(struct show_places *, struct qda_db *,
	    const char *text, struct qda_err *) QDA_CHECKED;

#endif
