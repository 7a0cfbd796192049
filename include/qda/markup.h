/*
 * markup.h: a text with the units of a coder marked in it, as qda-edit(1)
 * describes: written, and read back.  It knows of no project: what the marks
 * mean there is the caller's.
 *
 * Between the two only white space, quotes and dashes may have changed, and
 * marks.  A mark stands before or behind a character that is not blank; a unit
 * that begins or ends elsewhere is shown by the nearest inside of it, and read
 * back so.
 */
#ifndef QDA_MARKUP_H
#define QDA_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/editor.h"
#include "qda/mem.h"

/* A stretch that is shown: a turn, or what stands between turns. */
struct qda_markup_part {
	int64_t		 start, end;	/* code points */
	const char	*head;		/* behind "@"; NULL: no such line */
};

/* The text; parts in rising order, apart from each other. */
struct qda_markup {
	const char			*text;
	size_t				 n;	/* bytes */
	const struct qda_markup_part	*parts;
	size_t				 n_parts;
};

enum qda_stance {
	QDA_ILLUSTRATES, QDA_QUALIFIES, QDA_CONTRADICTS, QDA_STANCES
};
/* "illustrates"...; the stance of such a word, English or French, or -1. */
const char	*qda_stance_key(enum qda_stance);
int		 qda_stance_named(const char *word);

struct qda_markup_code {
	char		*name;
	enum qda_stance	 stance;
};

struct qda_markup_unit {
	int64_t			 start, end;	/* code points */
	char			*mark;		/* in its braces: "1"; "" in the
						   short form; NULL: none, it
						   is a whole sentence */
	char			*label;		/* or NULL */
	struct qda_markup_code	*codes;
	size_t			 n_codes, cap_codes;
	struct qda_strings	 memos;
	size_t			 line;		/* where it was read */
};

/* Begin with { 0 }. */
struct qda_markup_units {
	struct qda_markup_unit	*at;
	size_t			 n, cap;
};
void	 qda_markup_free(struct qda_markup_units *);
/* One more, empty but for its borders; lent until the next. */
struct qda_markup_unit *qda_markup_unit(struct qda_markup_units *,
	    int64_t start, int64_t end);
void	 qda_markup_code(struct qda_markup_unit *, const char *name,
	    enum qda_stance);

/* A comment, put behind the sentence in which code point `end' - 1 is. */
struct qda_markup_note {
	int64_t	 end;
	char	*text;
};

/*
 * Writes it.  The units are in order of start, then end; each is given the
 * borders it is shown with and its mark: a whole sentence none, the others
 * "1", "2" and so on in their order.  One of which nothing can be shown stays
 * as it was, with start == end.  Notes are in order of end.
 */
void	 qda_markup_write(FILE *, const struct qda_markup *,
	    struct qda_markup_units *, const struct qda_markup_note *,
	    size_t n_notes);

/*
 * Reads what became of it, clean text (clean.h); adds the units, in no order
 * that means anything, and what is wrong to the marks.  Returns 0, or the line
 * where the text ends when nothing is wrong but that words are missing behind.
 */
size_t	 qda_markup_read(struct qda_markup_units *, const struct qda_markup *,
	    const char *edited, struct qda_marks *);

#endif
