/* saturation.h: what the files of the verb saturation share. */
#ifndef VERBS_SATURATION_H
#define VERBS_SATURATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/incidence.h"
#include "qda/rule.h"
#include "qda/saturation.h"

/* A property that is new in the last interview that has one. */
struct saturation_new {
	size_t	 row;
	char	*address, *words;	/* NULL: from a table */
};

struct saturation {
	struct qda_incidence	 in;
	struct qda_saturation	 s;
	bool			 table;		/* read from a file */
	bool			 ruled;		/* there is a rule: */
	struct qda_rule		 rule;
	struct qda_verdict	 verdict;
	bool			 declared;	/* by the project */
	char			*declared_on;	/* ISO, or NULL */
	struct saturation_new	*last;
	size_t			 n_last;
};

/* The incidence of a table of codes by interviews. */
int	 saturation_table(struct qda_incidence *, const char *path,
	    struct qda_err *) QDA_CHECKED;

/* The sentences under the table, and all of it as JSON. */
void	 saturation_say(FILE *, const struct saturation *);
void	 saturation_json(FILE *, const struct saturation *);

#endif
