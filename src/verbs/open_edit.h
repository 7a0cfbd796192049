/*
 * open_edit.h: a source with one coder's units as a text (markup.h): what the
 * project has of it.
 */
#ifndef VERBS_OPEN_EDIT_H
#define VERBS_OPEN_EDIT_H

#include "qda/act.h"
#include "qda/markup.h"
#include "qda/text.h"

/* What is in the project behind a unit of the text. */
struct open_unit {
	int64_t	 id, start, end;	/* borders as they are kept */
	int64_t	*codes, *memos;		/* ids, in the order of the unit's */
	size_t	 n_codes, cap_codes, n_memos, cap_memos;
};

struct open_text {
	int64_t			 source, revision;
	char			*name, *text;
	size_t			 size;
	struct qda_cursor	 cursor;	/* in it */
	struct qda_markup_part	*parts;
	struct qda_strings	 heads;		/* of the parts */
	size_t			 n_parts, cap_parts;
	int64_t			 coder;		/* QDA_NONE: not made yet */
	char			*coder_name;
	bool			 blind;		/* others' work is not shown */
	struct qda_markup_units	 units;
	struct open_unit	*at;		/* behind each */
	size_t			 cap;
	struct qda_markup_note	*notes;
	size_t			 n_notes, cap_notes;
	struct qda_strings	 whole;		/* on the source itself */
	char			 sign[QDA_PRINT];	/* of all that */
};

/* All of it; the source must be there, the coder need not. */
int	 open_text_read(struct open_text *, struct qda_db *,
	    const char *source, const char *coder, struct qda_err *)
	    QDA_CHECKED;
void	 open_text_free(struct open_text *);
struct qda_markup open_text_markup(const struct open_text *);

/* The stretches that are shown: turns, and what nobody says. */
int	 open_parts_read(struct open_text *, struct qda_db *, struct qda_err *)
	    QDA_CHECKED;

/* The words between two places, on one line and not too many; yours. */
char	*open_words(struct open_text *, int64_t start, int64_t end);

#endif
