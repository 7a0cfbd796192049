/* err.h: how every part of qda says that it failed. */
#ifndef QDA_ERR_H
#define QDA_ERR_H

#if defined(__GNUC__)
#define QDA_PRINTF(fmt, args)	__attribute__((format(printf, fmt, args)))
#define QDA_CHECKED		__attribute__((warn_unused_result))
#define QDA_NORETURN		__attribute__((noreturn))
#else
#define QDA_PRINTF(fmt, args)
#define QDA_CHECKED
#define QDA_NORETURN
#endif

/* What kind of failure; also the exit status of every tool. */
enum qda_fault {
	QDA_OK      = 0,
	QDA_NO      = 1,	/* done, and the answer is no */
	QDA_USAGE   = 2,	/* the command line is wrong */
	QDA_DATA    = 3,	/* the input is wrong; the message says where */
	QDA_PROJECT = 4,	/* no project, locked, or of a newer version */
	QDA_SYSTEM  = 5,	/* the operating system or the disk said no */
};

/*
 * A failure: its kind and one sentence, lower case, without a full stop,
 * names in single quotes, what failed first and why after; some messages go
 * on over further lines (a caret, a list).  Lives on the caller's stack; filled
 * only when a function returns -1.
 */
struct qda_err {
	enum qda_fault	why;
	char		msg[2048];
};

/*
 * Each fills the error and returns -1, so that to fail is one expression.  A
 * "%.80s" counts bytes: what it cuts within a character loses that character.
 */
int	 qda_fail(struct qda_err *, enum qda_fault, const char *, ...)
	    QDA_PRINTF(3, 4);
/* The same as QDA_SYSTEM, with a colon and the text of errno behind. */
int	 qda_fail_errno(struct qda_err *, const char *, ...) QDA_PRINTF(2, 3);
/* Puts the place, and a colon, before the message that is there. */
int	 qda_fail_in(struct qda_err *, const char *, ...) QDA_PRINTF(2, 3);

/* Adds a line behind the message that is there. */
int	 qda_fail_more(struct qda_err *, const char *line);

/* What strerror says, in the user's language; lent, until the next call. */
const char	*qda_errno_text(int error);

#endif
