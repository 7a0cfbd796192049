/* memo.h: dated texts of the researchers, on anything or on nothing. */
#ifndef QDA_MEMO_H
#define QDA_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/address.h"
#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"

/* What a memo may be on. */
enum qda_memo_noun {
	QDA_MEMO_PARTICIPANT, QDA_MEMO_SOURCE, QDA_MEMO_CODE, QDA_MEMO_UNIT,
	QDA_MEMO_CODING, QDA_MEMO_RELATION, QDA_MEMO_GUIDE,
};

/*
 * The key of a kind from a word for it in English or French, NULL for none:
 * memo, field, journal, method, position, theory.  NULL asks for the list of
 * them, ", " between.
 */
const char *qda_memo_kind(const char *word);

struct qda_memo {
	int64_t		 id;
	const char	*kind, *date;	/* of what it tells, ISO */
	const char	*title;		/* NULL: none */
	const char	*text;
	const char	*coder;		/* name */
	const char	*created;	/* UTC */
};

/* A new memo; title may be NULL. */
int	 qda_memo_add(struct qda_db *, const struct qda_memo *, int64_t coder,
	    int64_t *id, struct qda_err *) QDA_CHECKED;

/* Gives memo m->id what m says; its coder stays.  1 when that is a change. */
int	 qda_memo_set(struct qda_db *, const struct qda_memo *m,
	    struct qda_err *) QDA_CHECKED;

/* Puts it on something: 1, or 0 when it was on it already. */
int	 qda_memo_link(struct qda_db *, int64_t memo, enum qda_memo_noun,
	    int64_t id, struct qda_err *) QDA_CHECKED;

/*
 * For whoever deletes a thing: memos on it stay, without it.  Returns how many
 * links went, or -1.
 */
int64_t	 qda_memo_unlink(struct qda_db *, enum qda_memo_noun, int64_t id,
	    struct qda_err *) QDA_CHECKED;

/*
 * Deletes a memo: 1, or 0 when there is none with that id.  Units that carried
 * nothing else go too, and are added to *units.
 */
int	 qda_memo_delete(struct qda_db *, int64_t id, int64_t *units,
	    struct qda_err *) QDA_CHECKED;

/* Memos by date; all strings are lent until the next of the walk. */
struct db_rows;
int	 qda_memo_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_memo_next(struct db_rows *walk, struct qda_memo *,
	    struct qda_err *) QDA_CHECKED;

/* One memo: 1 (end the walk with qda_memo_end()), 0 for none. */
int	 qda_memo_get(struct db_rows **walk, struct qda_db *, int64_t id,
	    struct qda_memo *, struct qda_err *) QDA_CHECKED;
void	 qda_memo_end(struct db_rows *walk);

/*
 * What a memo is on, as --on takes it: source:P1, code:peur, participant:P1,
 * P1:3-90; a coding is its address and code.  Added to the list.
 */
int	 qda_memo_on(struct qda_strings *, struct qda_db *, int64_t id,
	    struct qda_err *) QDA_CHECKED;

/*
 * The same places by number, for being taken off, in the order of
 * qda_memo_on(); caller frees *links.
 */
int	 qda_memo_links(int64_t **links, size_t *n, struct qda_db *,
	    int64_t id, struct qda_err *) QDA_CHECKED;
/* Takes a memo off one; a unit that carried nothing else goes: *units. */
int	 qda_memo_off(struct qda_db *, int64_t link, int64_t *units,
	    struct qda_err *) QDA_CHECKED;

/*
 * The ids, rising, of memos on a thing and on what is in it: of a source its
 * units and codings too, of a code its codings.  Caller frees *ids.
 */
int	 qda_memo_about(int64_t **ids, size_t *n, struct qda_db *,
	    enum qda_memo_noun, int64_t id, struct qda_err *) QDA_CHECKED;
/* The same of units that share a character with a place. */
int	 qda_memo_about_place(int64_t **ids, size_t *n, struct qda_db *,
	    const struct qda_place *, struct qda_err *) QDA_CHECKED;

/* Fails (QDA_DATA): no source, code or participant of that name. */
int	 qda_memo_no_such(struct qda_db *, const char *name, struct qda_err *);

#endif
