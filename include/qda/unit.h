/* unit.h: meaning units, and the codes coders put on them. */
#ifndef QDA_UNIT_H
#define QDA_UNIT_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/address.h"
#include "qda/db.h"
#include "qda/err.h"

/*
 * The unit of that coder at that place: 1 and its id, or 0.
 * qda_unit_make() makes it when missing, with these words (caller's).
 * made: hand, search, import, editor; reviewed: 1, 0 or QDA_NONE.
 */
int	 qda_unit_find(struct qda_db *, const struct qda_place *,
	    int64_t coder, int64_t *id, struct qda_err *) QDA_CHECKED;
int	 qda_unit_add(struct qda_db *, const struct qda_place *, int64_t coder,
	    const char *words, const char *made, int64_t reviewed,
	    int64_t *id, struct qda_err *) QDA_CHECKED;

/* A code on a unit: 1 when it is new, 0 when it was there. */
int	 qda_coding_add(struct qda_db *, int64_t unit, int64_t source,
	    int64_t code, int64_t coder, const char *stance,
	    struct qda_err *) QDA_CHECKED;
/* And off again: 1 when it was there. */
int	 qda_coding_remove(struct qda_db *, int64_t unit, int64_t code,
	    int64_t coder, struct qda_err *) QDA_CHECKED;

int	 qda_coding_stance(struct qda_db *, int64_t unit, int64_t code,
	    int64_t coder, const char *stance, struct qda_err *) QDA_CHECKED;

/*
 * Where a coder's unit at that place stands on the dimension of a code on it;
 * NULL takes that off.  1 when that is a change; *there: it carries the code.
 */
int	 qda_coding_position(struct qda_db *, const struct qda_place *,
	    int64_t code, int64_t coder, const char *position, bool *there,
	    struct qda_err *) QDA_CHECKED;

/* A unit's label; NULL takes it off.  1 when that is a change. */
int	 qda_unit_label(struct qda_db *, int64_t unit, const char *label,
	    struct qda_err *) QDA_CHECKED;

/* A memo on a unit, dated today; not added when it stands there already. */
int	 qda_unit_memo(struct qda_db *, int64_t unit, const char *text,
	    int64_t coder, struct qda_err *) QDA_CHECKED;

/*
 * A unit with what its own coder put on it; strings are lent until the next of
 * the walk, lists joined by U+001F ("": none).
 */
struct qda_unit {
	int64_t		 id;
	int64_t		 start, end;	/* code points */
	const char	*label;		/* or NULL */
	const char	*codes;		/* names, in the order they were put */
	const char	*categories;	/* the main one of each, perhaps "" */
	const char	*memos;		/* texts */
};

/* A coder's units of the current revision, by place, the longer first. */
struct db_rows;
int	 qda_unit_list(struct db_rows **walk, struct qda_db *, int64_t source,
	    int64_t coder, struct qda_err *) QDA_CHECKED;
int	 qda_unit_next(struct db_rows *walk, struct qda_unit *,
	    struct qda_err *) QDA_CHECKED;
/* One of them: 1 (end the walk with qda_unit_stop()), 0 for none. */
int	 qda_unit_get(struct db_rows **walk, struct qda_db *, int64_t id,
	    struct qda_unit *, struct qda_err *) QDA_CHECKED;
void	 qda_unit_stop(struct db_rows *walk);

/* The memo its coder wrote on it, when there is just one: 1, or 0. */
int	 qda_unit_only_memo(struct qda_db *, int64_t unit, int64_t *memo,
	    struct qda_err *) QDA_CHECKED;

/* Notes that a person has read it: it is more than the hit of a search. */
int	 qda_unit_read(struct qda_db *, int64_t unit, struct qda_err *)
	    QDA_CHECKED;

/*
 * Takes a memo off a unit; one that is on nothing else then is deleted.  The
 * unit stays, even when it carries nothing.
 */
int	 qda_unit_memo_off(struct qda_db *, int64_t unit, int64_t memo,
	    struct qda_err *) QDA_CHECKED;

/*
 * The units of all coders in a revision of a source, by place, a row for each
 * coding; one for a unit without any.  Texts are lent until the next.
 */
struct qda_unit_row {
	int64_t		 id, start, end;
	int64_t		 coder;			/* whose unit */
	const char	*coder_name;
	const char	*label;			/* or NULL */
	bool		 text;			/* a stretch, not the source */
	int64_t		 code;			/* QDA_NONE: no coding */
	const char	*code_name, *stance;
	int64_t		 by;			/* whose coding */
	const char	*by_name;
};
int	 qda_unit_rows(struct db_rows **walk, struct qda_db *, int64_t source,
	    int64_t revision, struct qda_err *) QDA_CHECKED;
int	 qda_unit_rows_next(struct db_rows *walk, struct qda_unit_row *,
	    struct qda_err *) QDA_CHECKED;

/* The memos on these units, in the same order of units. */
struct qda_unit_memo_row {
	int64_t		 unit, owner;	/* and whose it is */
	int64_t		 id, coder;	/* of the memo */
	const char	*text;		/* lent until the next */
};
int	 qda_unit_memo_list(struct db_rows **walk, struct qda_db *,
	    int64_t source, int64_t revision, struct qda_err *) QDA_CHECKED;
int	 qda_unit_memo_next(struct db_rows *walk, struct qda_unit_memo_row *,
	    struct qda_err *) QDA_CHECKED;

/* Deletes the unit when it carries nothing and supports nothing: 1 if so. */
int	 qda_unit_drop_empty(struct qda_db *, int64_t unit, struct qda_err *)
	    QDA_CHECKED;
/* The same of n units; adds to *gone how many were deleted. */
int	 qda_units_drop_empty(struct qda_db *, const int64_t *units, size_t n,
	    int64_t *gone, struct qda_err *) QDA_CHECKED;

/*
 * Gives a unit other borders in its source, and the words that stand there;
 * all that it carries stays.  A person has seen it then.  *quoted: how many
 * quotations are made from it, which keep their own words.
 */
int	 qda_unit_move(struct qda_db *, int64_t unit, const struct qda_place *,
	    const char *words, int64_t *quoted, struct qda_err *) QDA_CHECKED;

/*
 * Gives all that a unit carries to another, and deletes it: a label goes
 * behind the other's; of codings of the same code and coder the other's stays.
 */
struct qda_unit_merged {
	int64_t	 same;			/* codings that were on both */
	int64_t	 differing;		/* of these, in stance or position */
};
int	 qda_unit_merge(struct qda_db *, int64_t from, int64_t into,
	    struct qda_unit_merged *, struct qda_err *) QDA_CHECKED;

/*
 * For messages where a coder has no unit at a place: 1 and the address of the
 * nearest that shares words with it; 1 and the coder of another's just there;
 * 0, -1.  Caller frees.
 */
int	 qda_unit_near(struct qda_db *, const struct qda_place *,
	    int64_t coder, char **address, struct qda_err *) QDA_CHECKED;
int	 qda_unit_whose(struct qda_db *, const struct qda_place *,
	    char **coder, struct qda_err *) QDA_CHECKED;

/*
 * The addresses of what searches brought a coder and nobody has read; of one
 * source, with one code, or QDA_NONE.  Added to the list, in document order.
 */
struct qda_strings;
int	 qda_unit_unread(struct qda_db *, int64_t coder, int64_t source,
	    int64_t code, struct qda_strings *addresses, struct qda_err *)
	    QDA_CHECKED;

/*
 * The codes that a coder put on the unit at that place; beside: on those that
 * only share words with it.  Added to the list.
 */
int	 qda_unit_codes(struct qda_db *, const struct qda_place *,
	    int64_t coder, bool beside, struct qda_strings *names,
	    struct qda_err *) QDA_CHECKED;
/* The label of the coder's unit there, or NULL: 1, 0; caller frees. */
int	 qda_unit_labelled(struct qda_db *, const struct qda_place *,
	    int64_t coder, char **label, struct qda_err *) QDA_CHECKED;

#endif
