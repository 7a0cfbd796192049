/* quote.h: what the files of quote share. */
#ifndef VERBS_QUOTE_H
#define VERBS_QUOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/attribute.h"
#include "qda/quotation.h"

/* A text on one line, blanks at its ends left out, one between words; yours. */
char	*quote_line(const char *);

/*
 * Attributes of participants that a label tells, from "a; b" (NULL: none) ->
 * " (F, 60-69 ans)", or "" where nothing is known; caller frees.
 */
int	 quote_about(char **about, struct qda_act *,
	    const struct qda_attributes *, int64_t participant,
	    struct qda_err *) QDA_CHECKED;

/* The attributes of a list "a; b", in its order; NULL: none. */
int	 quote_columns(struct qda_attributes *, struct qda_db *,
	    const char *columns, struct qda_err *) QDA_CHECKED;

/* The quotations as a document. */
int	 quote_document(struct qda_act *, const char *columns,
	    struct qda_err *) QDA_CHECKED;

#endif
