/*
 * relation.h: links between any two codes, read as a sentence (A entraîne B),
 * with the units that support them: the theory.  One without units is a
 * hypothesis.
 */
#ifndef QDA_RELATION_H
#define QDA_RELATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/address.h"
#include "qda/db.h"
#include "qda/err.h"

/*
 * The types there are: a key, and the words for it in English and French,
 * with the verbs as a relation is told.  against: those of the sign '-'.
 */
struct qda_relation_type {
	const char	*key;
	const char	*verb[2];	/* English, French */
	const char	*against[2];	/* NULL: the sign does not change it */
	const char	*also;		/* other words, "; " between */
};
extern const struct qda_relation_type	qda_relation_types[];	/* NULL key */

/*
 * The type that a word means, its key or a verb in either language; *against
 * when it says the sign '-' too ("freine").  NULL: a word of the user's own.
 */
const struct qda_relation_type *qda_relation_meant(const char *word,
	    bool *against);

/* The type's verb in that language, its key when it has none; lent. */
const char *qda_relation_verb(const char *type, const char *sign,
	    const char *lang);

struct qda_relation {
	int64_t		 id, from, to;	/* codes */
	const char	*type;
	const char	*sign;		/* "+", "-" or NULL */
	const char	*memo;		/* or NULL; all lent */
	const char	*from_name, *to_name;
	int64_t		 units;
};

/*
 * A type of somebody's own that is in use, however it is spelt: 1 and how it
 * is kept (caller frees), or 0.
 */
int	 qda_relation_own(struct qda_db *, const char *word, char **type,
	    struct qda_err *) QDA_CHECKED;

/* The relation: 1 and its id, or 0. */
int	 qda_relation_find(struct qda_db *, int64_t from, const char *type,
	    int64_t to, int64_t *id, struct qda_err *) QDA_CHECKED;
/* A new one; sign and memo as above. */
int	 qda_relation_add(struct qda_db *, const struct qda_relation *,
	    int64_t coder, int64_t *id, struct qda_err *) QDA_CHECKED;
/* Another sign or memo; NULL leaves it as it is. */
int	 qda_relation_set(struct qda_db *, int64_t id, const char *sign,
	    const char *memo, struct qda_err *) QDA_CHECKED;
/*
 * A unit that supports it: 1 when that is new; the one at a place (1, 0), and
 * not any more.
 */
int	 qda_relation_support(struct qda_db *, int64_t id, int64_t unit,
	    struct qda_err *) QDA_CHECKED;
int	 qda_relation_unit_at(struct qda_db *, int64_t id,
	    const struct qda_place *, int64_t *unit, struct qda_err *)
	    QDA_CHECKED;
int	 qda_relation_doubt(struct qda_db *, int64_t id, int64_t unit,
	    struct qda_err *) QDA_CHECKED;
/*
 * Deletes it; memos stay.  Units that carried nothing else go too and are
 * added to *units.
 */
int	 qda_relation_delete(struct qda_db *, int64_t id, int64_t *units,
	    struct qda_err *) QDA_CHECKED;

/* All of them, in the order made. */
struct db_rows;
int	 qda_relation_list(struct db_rows **walk, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_relation_next(struct db_rows *walk, struct qda_relation *,
	    struct qda_err *) QDA_CHECKED;

/* The addresses of the units that support one, in order; each the caller's. */
int	 qda_relation_units(struct db_rows **walk, struct qda_db *, int64_t id,
	    struct qda_err *) QDA_CHECKED;
int	 qda_relation_unit(struct db_rows *walk, char **address,
	    struct qda_err *) QDA_CHECKED;

/*
 * What a code is to the model.  A role: phenomenon, cause, context, condition,
 * strategy, consequence, or a French word, one or several; its key, NULL for
 * none; NULL asks for the list of them.
 */
const char *qda_model_role(const char *word);

/* The word for that key in the language of the messages. */
const char *qda_model_role_word(const char *role);
int	 qda_model_set_role(struct qda_db *, int64_t code, const char *role,
	    struct qda_err *) QDA_CHECKED;
/* The core category: only one is.  *was is the one before, or QDA_NONE. */
int	 qda_model_set_core(struct qda_db *, int64_t code, int64_t *was,
	    struct qda_err *) QDA_CHECKED;

/* The roles of all codes, in the order of qda_book_read(); free() it. */
struct qda_model_part {
	int64_t	 id;
	char	 role[12];		/* "" none */
	bool	 core;
};
int	 qda_model_parts(struct qda_model_part **, size_t *n, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;

#endif
