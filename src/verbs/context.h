/* context.h: a stretch of speech with the turns around it, for reading. */
#ifndef VERBS_CONTEXT_H
#define VERBS_CONTEXT_H

#include <stdint.h>
#include <stdio.h>

#include "qda/text.h"
#include "qda/voice.h"

/* A stretch in the text of one source. */
struct context {
	const char		*text;
	size_t			 size;
	const struct qda_voices	*voices;
	struct qda_cursor	 cursor;	/* in that text */
	long			 turns;		/* how many around */
};
void	 context_begin(struct context *, const char *text, size_t size,
	    const struct qda_voices *, long turns);

/*
 * The turns before, and after, the code points [start, end), each a line
 * "label : words"; where there are no turns, lines of the text.
 */
void	 context_before(struct context *, FILE *, int64_t start);
void	 context_after(struct context *, FILE *, int64_t end);

/*
 * All of it as lines that begin with a tab, so that a first column of
 * addresses stays one; the stretch stands in brackets.
 */
void	 context_block(struct context *, FILE *, int64_t start, int64_t end);

#endif
