/* memo.h: what a memo is put on, and looked for by. */
#ifndef VERBS_MEMO_H
#define VERBS_MEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/address.h"
#include "qda/err.h"
#include "qda/memo.h"

/* A thing, or a place of which no unit may have been made yet. */
struct memo_target {
	bool			 is_place;
	struct qda_place	 place;
	enum qda_memo_noun	 noun;
	int64_t			 id;
};

/*
 * What --on names: source:NAME, code:NAME, participant:NAME, an address, or a
 * bare name of one of these, looked for in that order.  QDA_DATA, with the
 * nearest, when there is none.
 */
int	 memo_target(struct memo_target *, struct qda_db *, const char *text,
	    struct qda_err *) QDA_CHECKED;

/* The number of a memo as it is typed; and that there is none (QDA_DATA). */
int	 memo_read_id(int64_t *id, const char *text, struct qda_err *)
	    QDA_CHECKED;
int	 memo_none(int64_t id, struct qda_err *);

/* Within a change: the memo on it, on the acting coder's unit of a place. */
int	 memo_put_on(struct qda_act *, int64_t memo,
	    const struct memo_target *, int64_t coder, struct qda_err *)
	    QDA_CHECKED;

/* The memos as a document, by date, their kind in the margin. */
struct memo_choice;
int	 memo_document(struct qda_act *, const struct memo_choice *,
	    struct qda_err *) QDA_CHECKED;

/* The memos wanted: 1 and the next of them, 0 at the end. */
struct db_rows;
struct memo_choice {
	const char	*kind;		/* NULL: all */
	bool		 all;		/* whatever they are on */
	int64_t		*ids;		/* else these, rising */
	size_t		 n;
};
int	 memo_next(struct db_rows *walk, const struct memo_choice *,
	    struct qda_memo *, struct qda_err *) QDA_CHECKED;

#endif
