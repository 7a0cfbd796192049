/* participant.h: what the files of the participants' verb share. */
#ifndef VERBS_PARTICIPANT_H
#define VERBS_PARTICIPANT_H

#include "qda/act.h"
#include "qda/attribute.h"
#include "qda/err.h"

/* Refuses a name that would be taken for an attribute's. */
int	 participant_name_check(const char *name, struct qda_err *)
	    QDA_CHECKED;

/*
 * Keeps only the attributes named, with "@" before them or not, in that
 * order.
 */
int	 participant_choose(struct qda_attributes *,
	    const struct qda_strings *names, struct qda_err *) QDA_CHECKED;

/* A value as a text would have it; caller frees. */
char	*participant_words(const struct qda_attribute *, const char *value);

/* The list as a document: table 1 of the manuscript, with these attributes. */
int	 participant_document(struct qda_act *, const struct qda_attributes *,
	    struct qda_err *) QDA_CHECKED;

#endif
