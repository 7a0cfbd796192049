/*
 * edit.h: what the texts share that are written in an editor: comments are
 * lines that begin with "%", and the first says what the text was made from.
 */
#ifndef VERBS_EDIT_H
#define VERBS_EDIT_H

#include <stdio.h>

#include "qda/editor.h"
#include "qda/err.h"

/* The first line, for an action ("axial edit") and what it shows. */
void	 edit_head(FILE *, const char *action, const char *content);

/* Lines, each as a comment. */
void	 edit_comment(FILE *, const char *lines);

/*
 * Whether a text that was saved is one of that action, made from the content
 * as it is now; one that has lost its first line is.  QDA_DATA when it is not.
 */
int	 edit_head_check(const char *text, const char *action,
	    const char *content, struct qda_err *) QDA_CHECKED;

#endif
