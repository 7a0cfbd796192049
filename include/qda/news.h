/* news.h: what came since a moment (UTC; NULL: the beginning). */
#ifndef QDA_NEWS_H
#define QDA_NEWS_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"

/* The sources brought in since, in the order of collection; added. */
int	 qda_news_sources(struct qda_strings *, struct qda_db *,
	    const char *since, struct qda_err *) QDA_CHECKED;

/* What a coder coded since, as far as it is still there. */
struct qda_news_coder {
	const char	*name;		/* lent until the next of the walk */
	int64_t		 codings, sources;
};
struct db_rows;
int	 qda_news_coders(struct db_rows **walk, struct qda_db *,
	    const char *since, struct qda_err *) QDA_CHECKED;
int	 qda_news_coder_next(struct db_rows *walk, struct qda_news_coder *,
	    struct qda_err *) QDA_CHECKED;

#endif
