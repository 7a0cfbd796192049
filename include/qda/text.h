/*
 * text.h: UTF-8 text.  Positions that leave a module are code points, start
 * included, end excluded; bytes stay inside.
 */
#ifndef QDA_TEXT_H
#define QDA_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/err.h"

/* Code points in the n bytes of valid UTF-8 at s. */
int64_t	 qda_text_length(const char *s, size_t n);

/* Byte of the first invalid sequence in n bytes, or n when all is UTF-8. */
size_t	 qda_text_invalid(const char *s, size_t n);

/*
 * A cursor that turns code points into bytes and back in one text, fast when
 * asked in rising order, right in any order.
 */
struct qda_cursor {
	const char	*s;
	size_t		 n;		/* bytes of the text */
	size_t		 byte;		/* where it stands */
	int64_t		 point;		/* the same place in code points */
};
void	 qda_cursor_begin(struct qda_cursor *, const char *s, size_t n);
size_t	 qda_cursor_byte(struct qda_cursor *, int64_t point);
int64_t	 qda_cursor_point(struct qda_cursor *, size_t byte);

/*
 * The code point at byte *at of n bytes, and *at moved behind it; -1 at the
 * end or on a byte that is not UTF-8 (then *at is moved by one).
 */
int32_t	 qda_text_next(const char *s, size_t n, size_t *at);
/* Writes the code point as UTF-8 (at most 4 bytes), returns their number. */
size_t	 qda_text_put(char *out, int32_t point);

/* White space in the sense of names and folding: NBSP, NNBSP, thin... too. */
bool	 qda_text_space(int32_t point);
bool	 qda_text_letter(int32_t point);	/* letter, mark or digit */

/*
 * The key under which a name is compared: NFC, case folded, one kind of
 * apostrophe, runs of white space one space, none at either end.  Caller
 * frees *key.  Fails (QDA_USAGE) on invalid UTF-8, naming the byte.
 */
int	 qda_text_key(char **key, const char *name, struct qda_err *)
	    QDA_CHECKED;

/*
 * A name as it is kept: NFC, white space runs one space, trimmed.  Refuses
 * empty ones, those over 500 characters (a paragraph that was taken for one),
 * control characters and invalid UTF-8; what is "code", "source",
 * translated by the caller, for the message.  Caller frees *clean.
 */
int	 qda_text_name(char **clean, const char *name, const char *what,
	    struct qda_err *) QDA_CHECKED;

/*
 * The name of a file as it can be shown, and kept: what is not UTF-8, and
 * control characters, as \\xNN.  Caller frees.
 */
char	*qda_text_shown(const char *name);

/*
 * A text folded for being searched by its words: case, accents, quotes,
 * dashes and kinds of white space folded, "…" as "...".  at[i] is the code
 * point in the original from which byte i of folded comes, at[bytes] the
 * length of the original in code points: qda_folded_span() turns bytes of
 * the folded text back.
 */
struct qda_folded {
	char	*s;
	size_t	 n;
	int32_t	*at;
};
void	 qda_text_fold(struct qda_folded *, const char *s, size_t n);
void	 qda_folded_free(struct qda_folded *);
/* What a quote, a dash or "…" is folded to; NULL for all others. */
const char	*qda_text_plain(int32_t point);
/* Code points [*start, *end) of the original under bytes [from, to). */
void	 qda_folded_span(const struct qda_folded *, size_t from, size_t to,
	    int64_t *start, int64_t *end);

/*
 * A word as a shell takes it back: as it is, or in double quotes; without any
 * backslash of its own, so that it may stand in tsv.
 */
void	 qda_text_shell(FILE *, const char *);

/* Terminal columns of n bytes (é one, 😀 two, combining marks none). */
int	 qda_text_width(const char *s, size_t n);

/*
 * How far apart two names are when folded: edits of one letter, swaps
 * counted as one.
 */
size_t	 qda_text_distance(const char *a, const char *b);

/*
 * The nearest of n names to a misspelt one (one letter differs, or at most a
 * quarter of them: "export" is not "import"), else the first that begins with
 * it and goes on with other words, or NULL.  Lent from names.
 */
const char	*qda_text_nearest(const char *name, const char *const *names,
		    size_t n);

/*
 * The sentence or the line that begins at byte `from`: returns the byte where
 * it ends (behind its last mark and closing quote, white space not included)
 * and sets *next to where the next begins; from == n is the end.  Knows
 * abbreviations (M., Mme, Dr), initials, "…", "?!", « » and decimal points; a
 * line break always ends one.
 */
size_t	 qda_text_sentence(const char *s, size_t n, size_t from,
	    size_t *next);

/* Whether a folded name is, or with wild fits, a folded pattern with "*". */
bool	 qda_text_fits(const char *pattern, const char *key, bool wild);

/* How many words: runs of letters, digits, inner apostrophes and hyphens. */
int64_t	 qda_text_words(const char *s, size_t n);

/*
 * The decimal digits of n, a "-" before those of a negative one, without a
 * NUL: where they end.  At most QDA_DIGITS bytes; for what is written a
 * million times, where printf would be most of the work.
 */
enum { QDA_DIGITS = 20 };
char	*qda_text_digits(char *to, int64_t n);

#endif
