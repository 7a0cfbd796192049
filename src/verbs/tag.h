/* tag.h: what tag.c and tag_read.c share. */
#ifndef VERBS_TAG_H
#define VERBS_TAG_H

#include "qda/act.h"
#include "qda/address.h"
#include "qda/mem.h"
#include "qda/text.h"

/* One place to be tagged, by address or by words. */
struct tag_item {
	const char	*address;	/* lent from the texts, or NULL */
	const char	*quote;		/* instead of an address */
	const char	*source;	/* where to look for it, or NULL */
	const char	*where;		/* "standard input" */
	size_t		 line;		/* of it, 0 for none */
	struct tag_more	*more;		/* of a row of a table, or NULL */
	struct qda_place place;		/* once it is found */
	bool		 read;		/* by a person, though a search's */
};

/* What only a row of a table says. */
struct tag_more {
	struct qda_strings	 codes;
	const char		*coder, *label, *stance, *memo;	/* or NULL */
};

struct qda_tag {
	struct qda_act		*act;
	const char		*made;
	struct qda_strings	 codes;
	struct qda_strings	 texts;		/* what items lend from */
	struct tag_item		*items;
	size_t			 n, cap;
	struct qda_mem		 problems;	/* the first ten */
	size_t			 n_problems;
	bool			 table;
	const char		*label;		/* of each; "": off; or NULL */
	const char		*stance;	/* of each coding, or NULL */
};

/* The source being tagged: its text, and where its words are cut. */
struct tag_source {
	int64_t			 id;
	char			*name;
	char			*text;
	size_t			 size;
	struct qda_cursor	 at;
};

/* A code by its name, once it is known. */
struct tag_named {
	const char	*name;
	int64_t		 id;
	bool		 made;
};

/* A change in the making, and what it did so far. */
struct tagging {
	struct qda_tag		*t;
	bool			 known;
	struct tag_source	 source;
	struct tag_named	*codes;
	size_t			 n_codes, cap;
	int64_t			 tagged, already, verbatims, made;
	int64_t			 labels, stances;	/* that changed */
};

/* The words "'a', 'b'" as sentences have them; caller frees. */
char	*tag_names(const struct qda_strings *);

/* An address where a code is wanted is told before all else. */
int	 tag_codes_first(struct tagging *, struct qda_err *) QDA_CHECKED;
/* The codes on one place, or off it; then the end. */
int	 tag_put(struct tagging *, const struct tag_item *, struct qda_err *)
	    QDA_CHECKED;
int	 tag_take(struct tagging *, const struct tag_item *, struct qda_err *)
	    QDA_CHECKED;
void	 tag_end(struct tagging *);

/* Keeps a mistake, with its place, until all are known. */
void	 tag_problem(struct qda_tag *, const struct tag_item *,
	    const char *message);
/* Fails when there are any, naming them. */
int	 tag_problems(struct qda_tag *, struct qda_err *) QDA_CHECKED;

/* By place, what was named twice once; rows of a table keep their order. */
void	 tag_sort(struct qda_tag *);

/* Finds every item's place; mistakes become problems. */
int	 tag_find(struct qda_tag *, struct qda_err *) QDA_CHECKED;

#endif
