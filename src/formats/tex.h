/* tex.h: text as LaTeX takes it, and what stands before a document of it. */
#ifndef FORMATS_TEX_H
#define FORMATS_TEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/doc.h"

/* A stream whose lines stay short: TeX reads a line as a whole. */
struct qda_tex {
	FILE	*f;
	size_t	 column;	/* bytes of the line so far */
	size_t	 word;		/* characters since a line could be broken */
	bool	 blank;		/* a space here adds none */
	int32_t	 last;		/* the character before, or 0 */
};

/* Commands, as they stand. */
void	 qda_tex_raw(struct qda_tex *, const char *);
/* A paragraph or a cell begins: a space is to be seen again. */
void	 qda_tex_fresh(struct qda_tex *);
/*
 * Text, UTF-8: no character is a command, none makes another one with its
 * neighbour, each spelt so that pdflatex, xelatex and lualatex print the same,
 * or [U+1F600] where their font has none.  Spaces are as many as in the text,
 * and a word too long for any line may be broken.
 */
void	 qda_tex_text(struct qda_tex *, const char *, size_t n);

/* From the class of the document to where its text begins. */
void	 qda_tex_preamble(struct qda_tex *, const struct qda_doc_setup *);

#endif
