/*
 * comment.h: what somebody wrote beside a transcript in Word or LibreOffice,
 * kept as imported.  Positions are code points of the source's text; start ==
 * end is a point, QDA_NONE nowhere.
 */
#ifndef QDA_COMMENT_H
#define QDA_COMMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

struct qda_beside {
	int64_t		 id;
	int64_t		 revision;
	int64_t		 start, end;
	const char	*author, *date;	/* or NULL; lent until the next */
	const char	*text;
	int64_t		 answers;	/* id of what it replies to, or
					   QDA_NONE */
	bool		 done;		/* "resolved" */
};

/* Adds one to revision 1 of a source; the id is set. */
int	 qda_comment_add(struct qda_db *, int64_t source, struct qda_beside *,
	    struct qda_err *) QDA_CHECKED;

/* Those of the source's current revision, in order of the text. */
struct db_rows;
int	 qda_comment_list(struct db_rows **walk, struct qda_db *,
	    int64_t source, struct qda_err *) QDA_CHECKED;
int	 qda_comment_next(struct db_rows *walk, struct qda_beside *,
	    struct qda_err *) QDA_CHECKED;

#endif
