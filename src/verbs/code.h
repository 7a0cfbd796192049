/* code.h: what the verbs about codes share. */
#ifndef VERBS_CODE_H
#define VERBS_CODE_H

#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/address.h"
#include "qda/codebook.h"
#include "qda/err.h"

/* The codebook, with the codings of -c counted, or all. */
int	 code_book(struct qda_book **, struct qda_act *, struct qda_err *)
	    QDA_CHECKED;

/* The coders of -c, act->n_coders of them; caller frees. */
int	 code_coders(int64_t **coders, struct qda_act *, struct qda_err *)
	    QDA_CHECKED;

/* The main category of a code, or NULL. */
const char *code_main(const struct qda_book *, size_t code);

/*
 * Finds the places that were given, each once and in order; mistakes are
 * collected and named.
 */
struct qda_tag;
int	 code_places(struct qda_tag *, struct qda_err *) QDA_CHECKED;

/* A row of a dry run about the code at a place. */
int	 code_place_row(struct qda_act *, const char *action,
	    const struct qda_place *, const char *code, struct qda_err *)
	    QDA_CHECKED;

/* The tree as a document: act->document names its format. */
int	 code_tree_document(struct qda_act *, const struct qda_book *,
	    const struct qda_node *, size_t n, struct qda_err *) QDA_CHECKED;

#endif
