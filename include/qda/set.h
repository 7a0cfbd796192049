/*
 * set.h: KEY=VALUE..., as typed, put on the fields of a noun.
 *
 * A verb reads the pairs first (they may ask for standard input), begins its
 * change, and hands them to qda_set().
 */
#ifndef QDA_SET_H
#define QDA_SET_H

#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/attribute.h"
#include "qda/err.h"
#include "qda/field.h"

struct qda_pairs {
	struct qda_pair {
		char	*key, *value;
	}	*at;
	size_t	 n;
};

/*
 * Divides each argument at its first "=".  A value of "-" is what standard
 * input holds, without the white space at its end; only one may be.  QDA_USAGE
 * for what has no "=" or no key, for a key given twice, and for what is not
 * UTF-8, naming the byte.  Free with qda_pairs_free().
 */
int	 qda_pairs_read(struct qda_pairs *, char *const *args, size_t n,
	    struct qda_err *) QDA_CHECKED;
void	 qda_pairs_free(struct qda_pairs *);

/* The keys in the order given, ", " between them; caller frees. */
char	*qda_pairs_keys(const struct qda_pairs *);

/*
 * The field that a word means, its key or a word that headers of tables have
 * for it ("consentement"); NULL for none.
 */
const struct qda_field *qda_field_meant(const struct qda_field *,
	    const char *word);

/*
 * Fails (QDA_DATA): there is no such field, with the nearest key, or with all
 * of them when none is near.  Always -1.
 */
int	 qda_field_missing(const struct qda_field *, const char *word,
	    struct qda_err *);

/*
 * Within a change: puts each value on the row id of a noun; an empty one
 * removes.  name is that of the row, for -n and messages.
 */
int	 qda_set(struct qda_act *, const struct qda_field *, int64_t id,
	    const char *name, const struct qda_pairs *, struct qda_err *)
	    QDA_CHECKED;

/*
 * What a key, or a header of a table, means to a noun with attributes.  First
 * its fields, then its attributes; "@key" is an attribute whatever the fields
 * are called.  1, or 0 for the name (*name, lent from the word) of an attribute
 * that is not there yet; fails (QDA_DATA) when it looks like a field misspelt.
 */
struct qda_key {
	const struct qda_field	*field;		/* NULL: an attribute */
	int			 attribute;	/* its place; -1: a new one */
	const char		*name;		/* of the new one */
};
int	 qda_key_find(struct qda_key *, const struct qda_field *,
	    const struct qda_attributes *, const char *word,
	    struct qda_err *) QDA_CHECKED;

/* The key as a table names it: "@" before an attribute that needs it. */
char	*qda_key_word(const struct qda_field *, const struct qda_attribute *);

/*
 * Declares the attribute that a key found to be new, of the type that n texts
 * fit, and says so; the key then has its place.
 */
int	 qda_key_declare(struct qda_act *, struct qda_key *,
	    struct qda_attributes *, const char *const *texts, size_t n,
	    struct qda_err *) QDA_CHECKED;

/* Puts a value on the field or attribute of the row id. */
int	 qda_key_set(struct qda_act *, const struct qda_key *,
	    const struct qda_attributes *, int64_t id, const char *value,
	    struct qda_err *) QDA_CHECKED;

/* qda_set() for a noun with attributes. */
int	 qda_set_all(struct qda_act *, const struct qda_field *,
	    struct qda_attributes *, int64_t id, const char *name,
	    const struct qda_pairs *, struct qda_err *) QDA_CHECKED;

#endif
