/* code_compare.h: what the files that set two codes side by side share. */
#ifndef VERBS_CODE_COMPARE_H
#define VERBS_CODE_COMPARE_H

#include "qda/codebook.h"
#include "verbs/code_extracts.h"

enum { FIELDS = 6, COUNTS = 4 };

struct compared {
	size_t			 code;		/* of the book */
	const char		*name;		/* lent, of the book */
	char			*field[FIELDS];	/* by compare_fields */
	struct code_extracts	 x;
	struct qda_code_tally	 tally;
	int64_t			 count[COUNTS];
};

/* Two extracts, of either code, that have words in common. */
struct meeting_pair {
	const struct code_extract	*a, *b;
};

struct compare_label {
	char	*key;
	const char	*label;			/* lent, of an extract */
	int64_t	 uses[2];
};

struct comparison {
	struct qda_book		*book;
	struct compared		 side[2];
	int64_t			 both[COUNTS];
	struct meeting_pair	*same, *over;
	size_t			 n_same, cap_same, n_over, cap_over;
	struct compare_label	*labels;	/* the most used first */
	size_t			 n_labels, cap_labels;
};

/* Keys of fields, and of what is counted: uses, sources... */
extern const char *const compare_fields[FIELDS], *const compare_counts[COUNTS];

/* The words that two extracts have in common; caller frees. */
char	*compare_words(const struct meeting_pair *);

/* As a document. */
int	 compare_document(struct qda_act *, const struct comparison *,
	    struct qda_err *) QDA_CHECKED;

#endif
