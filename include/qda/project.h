/* project.h: what the study is; one row. */
#ifndef QDA_PROJECT_H
#define QDA_PROJECT_H

#include "qda/db.h"
#include "qda/err.h"
#include "qda/field.h"

/* title, question, language, approach ...: cli.md's project fields. */
extern const struct qda_field	qda_project_fields[];

enum { QDA_PROJECT_ID = 1 };	/* the id of the one row, for the fields */

/* The row of a new project; title and question may be NULL. */
int	 qda_project_make(struct qda_db *, const char *title,
	    const char *question, const char *language, struct qda_err *)
	    QDA_CHECKED;

/* The language of exports and answers, "fr" or "en"; lent, never NULL. */
int	 qda_project_language(struct qda_db *, const char **, struct qda_err *)
	    QDA_CHECKED;

#endif
