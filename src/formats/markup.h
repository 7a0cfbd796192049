/* markup.h: what the writer and the reader of marked text share. */
#ifndef FORMATS_MARKUP_H
#define FORMATS_MARKUP_H

#include "qda/markup.h"
#include "qda/text.h"

/* A sentence as it is written out, on a line of its own. */
struct sentence {
	int64_t	 start, end;	/* code points, without blanks */
	size_t	 from, to;	/* in the letters */
	size_t	 part;
};

/* The characters that are shown and compared: all but blanks, folded. */
struct shown {
	int32_t		*c;
	int32_t		*at;	/* code point where each comes from */
	size_t		 n, cap, cap_at;
	struct sentence	*s;
	size_t		 n_s, cap_s;
};
void	 shown_make(struct shown *, const struct qda_markup *);
void	 shown_free(struct shown *);

/* The first letter at or behind a code point. */
size_t	 shown_from(const struct shown *, int64_t point);
/* The sentence that holds a letter. */
size_t	 shown_sentence(const struct shown *, size_t letter);

/* Whether a character is none that is compared. */
bool	 shown_skips(int32_t c);
/* A character as it is compared: up to three; returns how many. */
size_t	 shown_fold(int32_t c, int32_t folded[3]);

/* Whether a word that begins with this takes a "\" at the start of a line. */
bool	 markup_means(int32_t c);

/* Label and codes as they stand behind "=". */
void	 items_write(FILE *, const struct qda_markup_unit *);
/* Reads n bytes of them. */
void	 items_read(struct qda_markup_unit *, const char *s, size_t n,
	    size_t line, struct qda_marks *);

/* A marked text being read. */
struct reading {
	const struct qda_markup	*m;
	struct shown		 w;
	struct qda_marks	*marks;
	const char		*s;		/* what is read */
	size_t			 n, at, line;
	size_t			 items;		/* last line of codes, memos */
	size_t			 i;		/* letters found so far */
	size_t			 skip;		/* letters that are no more */
	size_t			 differ;	/* places told of so far */
	bool			 word;		/* at the start of one */
	bool			 lost;		/* nothing fits any more */
	struct qda_cursor	 cursor;	/* in the text that was */
};

/* The letters of a character that was read at that byte, found or told of. */
void	 letters_read(struct reading *, int32_t c, size_t byte);
/* How many "\" follow each other from there on, marks between them or not. */
size_t	 letters_backslashes(const struct reading *, size_t byte);
/* Whether the line that begins there is the next of the words. */
bool	 letters_line(const struct reading *, size_t byte);
/* Whether two texts are the same but for blanks, quotes and dashes. */
bool	 letters_same(const char *a, size_t n, const char *b, size_t m);

#endif
