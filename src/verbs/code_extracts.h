/* code_extracts.h: all that was coded with one code. */
#ifndef VERBS_CODE_EXTRACTS_H
#define VERBS_CODE_EXTRACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/doc.h"

/* One coding and the unit it is on. */
struct code_extract {
	int64_t	 source, revision, start, end;
	char	*name;			/* of the source */
	char	*who;			/* participant, else the source */
	char	*coder, *words;
	char	*label, *position;	/* NULL: none */
	bool	 contrary;		/* qualifies or contradicts */
	bool	 shared;		/* carries the other code too */
};

struct code_extracts {
	struct code_extract	*at;
	size_t			 n, cap;
};

/* Those of a code in document order, of the coders of -c or of all. */
int	 code_extracts_read(struct code_extracts *, struct qda_act *,
	    int64_t code, const char *name, struct qda_err *) QDA_CHECKED;
void	 code_extracts_free(struct code_extracts *);

/* Its address; caller frees. */
char	*code_extract_address(const struct code_extract *);

/* Whether two are at the very same place. */
bool	 code_extracts_same(const struct code_extract *,
	    const struct code_extract *);

/* The distinct names of whose words they are, P2 before P10; added. */
struct qda_strings;
void	 code_extracts_who(struct qda_strings *,
	    const struct code_extracts *);

/* The words in a document, in the open paragraph: “...”  P4:3-90. */
void	 code_extract_put(struct qda_doc *, const struct code_extract *);

#endif
