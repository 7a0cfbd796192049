/* sheet_place.h: where the words of a sheet's row stand. */
#ifndef VERBS_SHEET_PLACE_H
#define VERBS_SHEET_PLACE_H

#include "qda/address.h"
#include "qda/db.h"
#include "verbs/sheet_file.h"

enum sheet_how {
	SHEET_EXACT,		/* the very words */
	SHEET_FOLDED,		/* but for case, accents, quotes, blanks */
	SHEET_FUZZY,		/* nearly: alike.h */
	SHEET_AMBIGUOUS,	/* in several places */
	SHEET_MISSING,
	SHEET_HOWS
};

struct sheet_found {
	enum sheet_how	 how;
	struct qda_place place;		/* of the first three */
	bool		 kept;		/* the address still holds its words */
	double		 likeness;	/* of SHEET_FUZZY, 0 to 1 */
};

/*
 * source: where words are looked for that have no address, or NULL: in the
 * source of the row before, else in all.
 */
struct sheet_placer;
struct sheet_placer *sheet_placer_new(struct qda_db *, const char *source);
void	 sheet_placer_free(struct sheet_placer *);

/*
 * By the row's address where that holds the row's words.  Else by the words:
 * within the address, in the turn the row names, in the source; in the words
 * of participants before those of others.  Then by nearly those words, when
 * they are 85 % alike and 10 % more than anywhere else.  Fails only where the
 * project does.
 */
int	 sheet_place(struct sheet_placer *, const struct sheet_row *,
	    struct sheet_found *, struct qda_err *) QDA_CHECKED;

/* Where a marked passage of a row stands that was placed: 1, or 0. */
int	 sheet_place_mark(struct sheet_placer *, const struct sheet_row *,
	    const struct sheet_mark *, const struct sheet_found *,
	    struct qda_place *, struct qda_err *) QDA_CHECKED;

/* Words of a place; caller frees.  And its address, the same. */
int	 sheet_words(struct sheet_placer *, const struct qda_place *,
	    char **words, struct qda_err *) QDA_CHECKED;
int	 sheet_address(struct sheet_placer *, const struct qda_place *,
	    char **address, struct qda_err *) QDA_CHECKED;

#endif
