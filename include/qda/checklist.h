/*
 * checklist.h: reporting checklists (COREQ and others), the questions as data.
 * The form is that of schema/checklists/coreq.rng.
 */
#ifndef QDA_CHECKLIST_H
#define QDA_CHECKLIST_H

#include <stddef.h>

#include "qda/err.h"

/* A sentence in several languages; n == 0 where a file gives none. */
struct qda_phrase {
	char	*lang;			/* "fr", "en-GB", "" when not said */
	char	*text;			/* XML white space runs one space */
};
struct qda_phrases {
	struct qda_phrase	*at;
	size_t			 n, cap;
};

/* What an answer that the project proposes is at most. */
enum qda_item_state {
	QDA_ITEM_DECLARED,	/* somebody wrote it down */
	QDA_ITEM_COMPUTED,	/* a fact of the data */
	QDA_ITEM_JUDGE,		/* evidence only; a person answers */
	QDA_ITEM_STATES
};

struct qda_checklist_item {
	int			 number;	/* 1 to 9999, its own */
	enum qda_item_state	 state;
	char			*prefill;	/* names, a blank between
						   them; NULL: none */
	struct qda_phrases	 title;		/* never empty */
	struct qda_phrases	 question;	/* perhaps empty */
	size_t			 group;		/* index in groups */
};

struct qda_checklist_group {
	struct qda_phrases	 title;		/* empty: items without one */
	size_t			 domain;	/* index in domains */
};

/* Three tables in the order of the file; each row names its parent's row. */
struct qda_checklist {
	char				*name;		/* "coreq" */
	struct qda_phrases		 title;
	struct qda_phrases		 reference;	/* perhaps empty */
	struct qda_phrases		*domains;	/* titles */
	size_t				 ndomains, cdomains;
	struct qda_checklist_group	*groups;
	size_t				 ngroups, cgroups;
	struct qda_checklist_item	*items;
	size_t				 nitems, citems;
};

enum { QDA_CHECKLIST_MAX = 256 << 10 };	/* bytes of the largest one */

/*
 * Reads n bytes of XML; file is the name for messages.  Refuses (QDA_DATA)
 * what is not well-formed or not of the form, any DOCTYPE, a number used
 * twice, a language twice in one element; the message has file and line.  On
 * success the caller ends with qda_checklist_free(), on failure *list is
 * empty.
 */
int	 qda_checklist_parse(struct qda_checklist *list, const char *bytes,
	    size_t n, const char *file, struct qda_err *) QDA_CHECKED;
/* The same from a file, or from standard input when the path is "-". */
int	 qda_checklist_read(struct qda_checklist *list, const char *path,
	    struct qda_err *) QDA_CHECKED;
/* The same from those built in, by name; QDA_DATA when there is none. */
int	 qda_checklist_named(struct qda_checklist *list, const char *name,
	    struct qda_err *) QDA_CHECKED;
void	 qda_checklist_free(struct qda_checklist *list);

/* The item of that number, or NULL; lent. */
const struct qda_checklist_item	*qda_checklist_item(
	    const struct qda_checklist *, int number);
/* The title of an item's group (perhaps empty) and of its domain; lent. */
const struct qda_phrases	*qda_checklist_group(
	    const struct qda_checklist *, const struct qda_checklist_item *);
const struct qda_phrases	*qda_checklist_domain(
	    const struct qda_checklist *, const struct qda_checklist_item *);

/*
 * The text in the language ("fr" also finds "fr-CA"), else in English, else
 * the first there is, else "".  Lent.
 */
const char	*qda_phrase_in(const struct qda_phrases *, const char *lang);

/* The key of a state as files and columns spell it: "computed"... */
const char	*qda_item_state_key(enum qda_item_state);

#endif
