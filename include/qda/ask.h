/*
 * ask.h: a person at the other end, who is asked one thing after the other.
 * The project is closed meanwhile, so that nobody waits for an answer.
 */
#ifndef QDA_ASK_H
#define QDA_ASK_H

#include <stdbool.h>
#include <stdio.h>

#include "qda/err.h"

enum qda_answer {
	QDA_ANSWER_BREAK = -1,	/* Ctrl-C */
	QDA_ANSWER_END = 0,	/* Ctrl-D, or there is nothing more */
	QDA_ANSWER = 1
};

struct qda_person {
	FILE	*to;		/* what the person reads */
	bool	 terminal;	/* which can show words in reverse */
	int	 width;		/* columns */
	void	*arg;		/* of the functions; private */
	/*
	 * A line as it was typed, without its end; with key one key, with
	 * what stands before "<" and ">", for which a terminal wants no
	 * Enter.  Caller frees *answer, which is only set when there is one.
	 */
	enum qda_answer	(*ask)(void *arg, bool key, char **answer);
	/* Opens and closes the project, for reading or for writing. */
	int	(*open)(void *arg, bool writes, struct qda_err *);
	void	(*close)(void *arg);
};

#endif
