/* code.h: the codebook: properties, and categories that group them. */
#ifndef QDA_CODE_H
#define QDA_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/address.h"
#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* kind, definition, use-when, not-when, example, colour, from, to */
extern const struct qda_field	qda_code_fields[];

/* The code of that name: 1 and its id, 0 when there is none. */
int	 qda_code_find(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/* 1 and its id; QDA_DATA and the nearest name when there is none. */
int	 qda_code_need(struct qda_db *, const char *name, int64_t *id,
	    struct qda_err *) QDA_CHECKED;

/*
 * The code of that name, made when missing: *made.  origin is how it came:
 * coding, grouping, hand, codebook, import; made_in the source it was made
 * in, QDA_NONE for none; coder who makes it.
 */
int	 qda_code_make(struct qda_db *, const char *name, const char *origin,
	    int64_t made_in, int64_t coder, int64_t *id, bool *made,
	    struct qda_err *) QDA_CHECKED;

/*
 * A code that must be new, with the name as in qda_code_make(); QDA_DATA when
 * there is one of that name, and when it reads as an address of a source.
 */
int	 qda_code_add(struct qda_db *, const char *name, const char *origin,
	    int64_t coder, int64_t *id, struct qda_err *) QDA_CHECKED;

/*
 * QDA_USAGE when the name, of a code that is to be made, reads as an address
 * of a source that exists.
 */
int	 qda_code_no_address(struct qda_db *, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* Another name, or the same spelt otherwise; QDA_DATA when it is taken. */
int	 qda_code_rename(struct qda_db *, int64_t id, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* What went with a code, or over to another; added to what is there. */
struct qda_code_gone {
	int64_t	 codings;	/* deleted, or moved */
	int64_t	 same;		/* the other code was there already */
	int64_t	 units;		/* that then carried nothing */
	int64_t	 groupings, memos, relations, verdicts;
	bool	 became;	/* the other is a category now */
};

/*
 * Deletes a code with its codings, memberships, relations and verdicts; memos
 * stay without it, quotations untold.  Units left without coding, label, memo
 * and so on go too.
 */
int	 qda_code_delete(struct qda_db *, int64_t id, struct qda_code_gone *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Gives all that a code has to another, and deletes it: codings, of which a
 * unit and coder keep one; memberships and relations, as far as no circle or
 * double comes of it; memos, quotations, verdicts; and its definition with
 * what belongs to it, when the other has none.
 */
int	 qda_code_merge(struct qda_db *, int64_t from, int64_t into,
	    struct qda_code_gone *, struct qda_err *) QDA_CHECKED;

/*
 * Gives the codings of one code on the units at exactly this place, whoever
 * made them, to another code, of which a unit and coder keep one; with them
 * the memos on them, quotations told there and decisions on that place.
 */
int	 qda_code_split(struct qda_db *, int64_t from, int64_t into,
	    const struct qda_place *, struct qda_code_gone *,
	    struct qda_err *) QDA_CHECKED;

/*
 * Fails (QDA_DATA) when the code holds others and yet is called a property;
 * to be asked after its kind was set.
 */
int	 qda_code_check_kind(struct qda_db *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/* Whether anything is coded with it: 1 or 0. */
int	 qda_code_used(struct qda_db *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/* The name of a code; caller frees. */
int	 qda_code_name(struct qda_db *, int64_t id, char **name,
	    struct qda_err *) QDA_CHECKED;

#endif
