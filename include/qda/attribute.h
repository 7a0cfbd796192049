/*
 * attribute.h: the user's own variables of participants and of sources: age,
 * place, years without a doctor; each of a type.
 */
#ifndef QDA_ATTRIBUTE_H
#define QDA_ATTRIBUTE_H

#include <stddef.h>
#include <stdint.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/mem.h"

/* What the values are, and how they are kept in attribute_value. */
enum qda_type {
	QDA_TYPE_TEXT,
	QDA_TYPE_NUMBER,	/* decimal point, no blanks: "-12.5" */
	QDA_TYPE_DATE,		/* ISO: "2024-03-17", "2024-03", "2024" */
	QDA_TYPE_DURATION,	/* seconds: "1467" */
	QDA_TYPE_ORDERED,	/* one of the levels, as it is spelt there */
	QDA_TYPE_YESNO,		/* "yes", "no" */
};

/* "text", "number"... */
const char	*qda_type_name(enum qda_type);
/* The type of that name, English or French; QDA_DATA when there is none. */
int	 qda_type_named(enum qda_type *, const char *name, struct qda_err *)
	    QDA_CHECKED;
/*
 * The type that all of n texts fit, blank ones left out: number, date or
 * duration; else text.  Digits with a zero before them ("01000") are text.
 */
enum qda_type qda_type_guess(const char *const *texts, size_t n);

struct qda_attribute {
	int64_t			 id;
	const char		*noun;	/* "participant", "source" */
	char			*name, *key;
	enum qda_type		 type;
	struct qda_strings	 levels;	/* ordered: the lowest first */
};

/* Those of a noun, in order of declaration; begin with { 0 }. */
struct qda_attributes {
	const char		*noun;
	struct qda_attribute	*at;
	size_t			 n, cap;
};
int	 qda_attributes_get(struct qda_attributes *, struct qda_db *,
	    const char *noun, struct qda_err *) QDA_CHECKED;
void	 qda_attributes_free(struct qda_attributes *);
/* Frees what one holds, for whoever takes it out of its list. */
void	 qda_attribute_drop(struct qda_attribute *);

/* The attribute of that name: its place in the list, or -1. */
int	 qda_attribute_find(const struct qda_attributes *, const char *name);
/* The same; QDA_DATA and the nearest name when there is none. */
int	 qda_attribute_need(struct qda_attribute **,
	    const struct qda_attributes *, const char *name,
	    struct qda_err *) QDA_CHECKED;

/* A new one behind the others, in the list too: its place there, or -1. */
int	 qda_attribute_declare(struct qda_attributes *, struct qda_db *,
	    const char *name, enum qda_type, struct qda_err *) QDA_CHECKED;

/*
 * Another type; what values there are must fit it, and are kept in its way;
 * levels (lent) of an ordered list, else NULL.
 */
int	 qda_attribute_retype(struct qda_attribute *, struct qda_db *,
	    enum qda_type, const struct qda_strings *levels,
	    struct qda_err *) QDA_CHECKED;
int	 qda_attribute_rename(const struct qda_attributes *,
	    struct qda_attribute *, struct qda_db *, const char *name,
	    struct qda_err *) QDA_CHECKED;
/* Deletes it with its values: how many, or -1. */
int64_t	 qda_attribute_delete(const struct qda_attribute *, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;

/* How many values it has. */
int	 qda_attribute_count(const struct qda_attribute *, struct qda_db *,
	    int64_t *n, struct qda_err *) QDA_CHECKED;

/* A value as people write it, put on a participant or source; "": taken off. */
int	 qda_attribute_set(const struct qda_attribute *, struct qda_db *,
	    int64_t owner, const char *text, struct qda_err *) QDA_CHECKED;
/* The value as it is kept, NULL for none; caller frees. */
int	 qda_attribute_value(char **value, const struct qda_attribute *,
	    struct qda_db *, int64_t owner, struct qda_err *) QDA_CHECKED;

/*
 * A text as people write a value of the attribute, made what is kept: for
 * setting and for comparing; blanks at its ends are none of it, and of
 * nothing comes NULL.  QDA_DATA says why it is none.  Caller frees.
 */
int	 qda_attribute_read(char **value, const struct qda_attribute *,
	    const char *text, struct qda_err *) QDA_CHECKED;
/*
 * And back, as qda_attribute_read() and spreadsheets take it: 38min10s, the
 * rest as kept.  Caller frees.
 */
char	*qda_attribute_text(const struct qda_attribute *, const char *value);

#endif
