/*
 * transcript.h: interviews out of files.  What every reader hands over is
 * plain data: a text, who speaks from where to where, and what was found and
 * rejected, for a person to see before anything is stored.
 */
#ifndef QDA_TRANSCRIPT_H
#define QDA_TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"
#include "qda/mem.h"

enum qda_role {
	QDA_ROLE_PARTICIPANT,
	QDA_ROLE_INTERVIEWER,
	QDA_ROLE_OTHER,		/* a third person: wife, daughter, nurse */
};
/* "participant", "interviewer", "other"; never translated. */
const char	*qda_role_name(enum qda_role);

struct qda_voice {
	char		*label;		/* as written, blanks trimmed */
	enum qda_role	 role;		/* a guess, or what the options say */
	bool		 nameless;	/* "Interviewé", "SPEAKER_01": it says
					   what, not who, in every file */
	size_t		 turns;
	int64_t		 words;
	double		 asking;	/* share of turns that end in '?' */
};

/*
 * From behind the label, its blanks and its time, to behind the last
 * character that is not blank; in code points of the text; never empty.
 * A turn lasts until the next label, over blank lines and unlabelled
 * paragraphs.  What stands before the first label is in no turn.
 */
struct qda_speech {
	size_t	 voice;			/* index of who speaks */
	int64_t	 start, end;
	int64_t	 time_ms, end_ms;	/* in the recording, or -1 */
};

/*
 * How a stretch of the text looks, where it looks like anything: in rising
 * order, disjoint, none of them plain; in code points.
 */
enum { QDA_BOLD = 1, QDA_ITALIC = 2, QDA_UNDERLINE = 4 };
struct qda_style {
	int64_t		 start, end;
	unsigned	 is;		/* or'ed together */
	int32_t		 colour, highlight;	/* 0xRRGGBB, or -1 */
};

/*
 * What somebody wrote beside the text, in the order of the document; start ==
 * end is a point, -1 is nowhere.  A reply stands where its parent does.
 */
struct qda_comment {
	char	*author, *date;		/* as the file has them, or NULL */
	char	*text;
	int64_t	 start, end;		/* code points of the text */
	int64_t	 parent;		/* index of what it answers, or -1 */
	bool	 done;			/* "resolved" */
};

/* A label that was seen and not taken. */
struct qda_rejected {
	char	*label;
	size_t	 count;
	char	*why;			/* for a person */
};

struct qda_transcript {
	char			*name;	/* of the source it makes */
	char			*text;	/* UTF-8, NFC, LF, NUL-terminated */
	size_t			 size;	/* bytes */
	int64_t			 length;	/* code points */
	int64_t			 words;	/* labels included */
	const char		*format;	/* "txt", "docx"; static */
	char			 encoding[32];
	const char		*form;	/* of labels: "label_colon"; or NULL */
	struct qda_speech	*turns;
	struct qda_voice	*voices;
	struct qda_rejected	*rejected;
	struct qda_style	*styles;
	struct qda_comment	*comments;
	size_t			 turns_n, voices_n, rejected_n;
	int64_t			*pages;	/* where pages begin but the first, as
					   the document was last seen: Word
					   notes it; code points */
	size_t			 styles_n, comments_n, pages_n;
	struct qda_strings	 notes;	/* sentences for a person */
};

struct qda_read_options {
	const char		*format;	/* -f, or NULL to recognise */
	const char		*encoding;	/* --encoding, or NULL */
	const char		*name;		/* -N, or NULL for the file's */
	const char *const	*interviewers;	/* --interviewer, labels */
	size_t			 interviewers_n;
	const char		*split;		/* --split, pattern or NULL */
	const char		*question;	/* --question, the same */
	const char		*question_style;	/* bold, #c00000... */
};

/*
 * Patterns compiled, for any number of files.  To be opened before threads
 * read, and used by one of them.  Fails (QDA_USAGE) on an unknown
 * format and on a pattern of the user that is wrong.  Options (NULL: none)
 * are lent until the reader is closed.
 */
struct qda_reader;
int	 qda_reader_open(struct qda_reader **, const struct qda_read_options *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_reader_close(struct qda_reader *);

/*
 * The transcripts in the bytes of one file: one, or several with --split.
 * path is for messages, its stem the name of the source.  Formats are
 * recognised by their content.  Refuses (QDA_DATA), naming the file: what is
 * empty, is no text, cannot be decoded, or is in a format this version does
 * not read.  On success the caller frees *list, of *n.
 */
int	 qda_reader_read(struct qda_reader *, struct qda_transcript **list,
	    size_t *n, const char *bytes, size_t size, const char *path,
	    struct qda_err *) QDA_CHECKED;

/* The same for one file alone. */
int	 qda_transcript_read(struct qda_transcript **list, size_t *n,
	    const char *bytes, size_t size, const char *path,
	    const struct qda_read_options *, struct qda_err *) QDA_CHECKED;
void	 qda_transcript_free(struct qda_transcript *list, size_t n);

/* The n-th format read, for help and completion, or NULL. */
const char	*qda_transcript_format(size_t n);

#endif
