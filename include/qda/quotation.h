/*
 * quotation.h: units chosen for the manuscript: with their cuts [...] and
 * [words put in], the code under which they are told, their order and place.
 */
#ifndef QDA_QUOTATION_H
#define QDA_QUOTATION_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

struct qda_quotation {
	int64_t		 id, unit;
	const char	*text;		/* as it is printed; all lent */
	const char	*words;		/* as they were said */
	int64_t		 code;		/* told under it, or QDA_NONE */
	const char	*code_name;	/* or NULL; likewise below */
	const char	*place;		/* in the manuscript: "p. 54" */
	int64_t		 position;
	const char	*source;
	int64_t		 revision, start, end;	/* of the unit */
	int64_t		 person;	/* the participant, or QDA_NONE */
	const char	*participant;
};

/* A unit chosen, behind all others; code may be QDA_NONE, place NULL. */
int	 qda_quotation_add(struct qda_db *, int64_t unit, const char *text,
	    int64_t code, const char *place, int64_t coder, int64_t *id,
	    struct qda_err *) QDA_CHECKED;
/* That of a unit and text: 1 and its id, 0; text NULL: of any text. */
int	 qda_quotation_find(struct qda_db *, int64_t unit, const char *text,
	    int64_t *id, struct qda_err *) QDA_CHECKED;

/* All of them, in their order. */
struct db_rows;
int	 qda_quotation_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_quotation_next(struct db_rows *walk, struct qda_quotation *,
	    struct qda_err *) QDA_CHECKED;
/* One: 1 (end the walk with qda_quotation_end()), 0 for none. */
int	 qda_quotation_get(struct db_rows **walk, struct qda_db *, int64_t id,
	    struct qda_quotation *, struct qda_err *) QDA_CHECKED;
void	 qda_quotation_end(struct db_rows *walk);

int	 qda_quotation_set_text(struct qda_db *, int64_t id, const char *,
	    struct qda_err *) QDA_CHECKED;
/* NULL takes it off; QDA_NONE likewise. */
int	 qda_quotation_set_place(struct qda_db *, int64_t id, const char *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_quotation_set_code(struct qda_db *, int64_t id, int64_t code,
	    struct qda_err *) QDA_CHECKED;
int	 qda_quotation_move(struct qda_db *, int64_t id, int64_t position,
	    struct qda_err *) QDA_CHECKED;
/* Deletes it: 1, 0 for none; a unit that carried nothing else goes too. */
int	 qda_quotation_delete(struct qda_db *, int64_t id, int64_t *units,
	    struct qda_err *) QDA_CHECKED;

#endif
