/*
 * field.h: the named fields of a noun, for `set NAME KEY=VALUE`, load and
 * dump; one table of rows a noun.
 */
#ifndef QDA_FIELD_H
#define QDA_FIELD_H

#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"

enum qda_value {
	QDA_VALUE_TEXT,
	QDA_VALUE_DATE,		/* ISO or day first; kept ISO */
	QDA_VALUE_DURATION,	/* 24:27, 38 min 10; kept in seconds */
	QDA_VALUE_NUMBER,	/* whole */
	QDA_VALUE_YESNO,	/* yes/no, oui/non, 1/0; kept 1 or 0 */
	QDA_VALUE_YESDATE,	/* yes, no, or the date of the yes */
	QDA_VALUE_CHOICE,	/* one of choices */
	QDA_VALUE_CHOICES,	/* several of them, "," or ";" between */
	QDA_VALUE_COLOUR,	/* #rrggbb */
	QDA_VALUE_CODER,	/* a name; made when missing */
	QDA_VALUE_PARTICIPANT,	/* a name; made when missing */
	QDA_VALUE_GUIDE,	/* a version; must exist */
	QDA_VALUE_RULE,		/* for stopping (rule.h); kept in full */
};

struct qda_field {
	const char		*key;		/* "use-when" */
	enum qda_value		 kind;
	const char		*set;		/* SQL: ?1 its id, ?2 value */
	const char		*get;		/* SQL: ?1 the id */
	const char		*const *choices;	/* NULL-ended pairs: the
						   key, another word for it;
						   a key may come twice */
};

/* A row for a column of a table; what is so already is no change. */
#define QDA_FIELD(table, key, column, kind, choices) { key, kind, \
	"UPDATE " table " SET " column " = ?2 WHERE id = ?1" \
	" AND " column " IS NOT ?2", \
	"SELECT " column " FROM " table " WHERE id = ?1", choices }

/* The field of that key in a table that ends with a NULL key; NULL: none. */
const struct qda_field	*qda_field_named(const struct qda_field *,
			    const char *key);

/*
 * Reads the text as the field's kind wants it and stores it for the row id;
 * an empty text removes the value.  QDA_DATA says what is wrong with it.
 */
int	 qda_field_set(struct qda_db *, const struct qda_field *, int64_t id,
	    const char *text, struct qda_err *) QDA_CHECKED;

/*
 * The value as data: ISO dates, seconds, yes/no, names; NULL when there is
 * none.  Caller frees *text.
 */
int	 qda_field_get(char **text, struct qda_db *, const struct qda_field *,
	    int64_t id, struct qda_err *) QDA_CHECKED;

#endif
