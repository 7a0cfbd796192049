/* sheet.h: a source as a table to be coded in Word or Excel: its rows. */
#ifndef VERBS_SHEET_H
#define VERBS_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/mem.h"

/* A unit of the coder whose sheet it is. */
struct sheet_unit {
	int64_t	 start, end;
	char	*label, *codes, *categories, *memos;	/* as they are shown */
	bool	 again;		/* has a row of its own below another */
};

/* Who speaks where. */
struct sheet_turn {
	int64_t	 start, end, seq;
	char	*who;		/* as written, NULL: no turns */
	bool	 asks;
};

/* A row; words that stand in an earlier row too: again. */
struct sheet_line {
	int64_t				 start, end;
	const struct sheet_turn		*turn;	/* NULL: none */
	const struct sheet_unit		*unit;	/* NULL: not coded */
	bool				 again;
};

struct sheet {
	int64_t			 source, revision;
	char			*name;
	char			*text;
	size_t			 size;
	struct sheet_turn	*turns;
	size_t			 n_turns, cap_turns;
	struct sheet_unit	*units;		/* by place */
	size_t			 n_units, cap_units;
	struct sheet_line	*lines;
	size_t			 n, cap;
};

/*
 * The rows of a source with the units of a coder (QDA_NONE: nobody's): what
 * an interviewer says a row a turn, what others say a row a sentence, cut where
 * units begin and end.  A unit that shares words with one before it, or goes
 * over the end of a turn, has a row of its own below.  Free in any case.
 */
int	 sheet_make(struct sheet *, struct qda_db *, int64_t source,
	    int64_t coder, struct qda_err *) QDA_CHECKED;
void	 sheet_free(struct sheet *);

/* A list joined by U+001F as a cell shows it: "a; b\;c". */
char	*sheet_list_text(const char *joined);
/* The categories of properties likewise: one for all, "-" for none. */
char	*sheet_categories_text(const char *joined);
/* Memos: an empty line between. */
char	*sheet_memos_text(const char *joined);

#endif
