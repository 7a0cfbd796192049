/* sheet_load.h: what sheet_load.c and sheet_put.c share. */
#ifndef VERBS_SHEET_LOAD_H
#define VERBS_SHEET_LOAD_H

#include "qda/act.h"
#include "qda/verbs.h"
#include "verbs/sheet_place.h"

struct sheet_loading {
	struct qda_act			*act;
	const struct qda_sheet_file	*file;
	const struct qda_sheet_load	*want;
	struct sheet_placer		*placer;
	struct qda_table		*table;		/* what is to be seen */
	int64_t				 coder;
	size_t				 hows[SHEET_HOWS];	/* rows */
	size_t				 tagged, labels, memos, made, grouped;
	size_t				 others;	/* rows of others */
	size_t				 left;	/* not put where it belongs */
};

/* What is put on one place. */
struct sheet_put {
	const struct sheet_row		*row;
	struct qda_place		 place;
	const struct qda_strings	*codes, *memos;
	const char			*label, *memo;	/* "": none */
};

/* A row of the table: text is words, or what goes with the code. */
int	 sheet_tell(struct sheet_loading *, const struct sheet_row *,
	    const char *finding, const struct qda_place *, const char *code,
	    const char *text, struct qda_err *) QDA_CHECKED;

/* The unit at a place with what it carries; begin with { 0 }, free. */
struct sheet_has {
	int64_t			 unit;		/* 0: none */
	struct qda_strings	 codes, memos;
	char			*label;		/* "": none */
	char			*categories;	/* as a sheet shows them */
};
int	 sheet_has_read(struct sheet_has *, struct sheet_loading *,
	    const struct qda_place *, struct qda_err *) QDA_CHECKED;
void	 sheet_has_free(struct sheet_has *);
/* Whether a name is among names, whatever its case and spaces. */
bool	 sheet_among(const struct qda_strings *, const char *name);

/* Codes, label and memo onto a place; what is there already stays. */
int	 sheet_put(struct sheet_loading *, const struct sheet_put *,
	    struct qda_err *) QDA_CHECKED;
/* One property into one category: when it is in none, else it is told. */
int	 sheet_put_into(struct sheet_loading *, const struct sheet_row *,
	    const struct qda_place *, const char *code, const char *category,
	    struct qda_err *) QDA_CHECKED;
/* The row's category: properties in none are put into it. */
int	 sheet_group(struct sheet_loading *, const struct sheet_row *,
	    const struct qda_strings *codes, const struct qda_place *,
	    struct qda_err *) QDA_CHECKED;

#endif
