/* reader.h: what the formats of transcripts share. */
#ifndef QDA_FORMATS_READER_H
#define QDA_FORMATS_READER_H

#include "formats/labels.h"
#include "formats/styled.h"
#include "formats/zip.h"
#include "qda/clean.h"
#include "qda/regex.h"
#include "qda/transcript.h"

struct qda_reader {
	struct qda_read_options	 options;
	const struct qda_format	*format;	/* forced, or NULL */
	struct qda_labels	 labels;
	struct qda_regex	*split, *question, *heads;
	struct qda_asked	 look;		/* of questions, if asked */
};

/*
 * A format of transcripts: one row of the table in formats.c.  To add one,
 * write its reader in a file of its own and add the row.
 */
struct qda_format {
	const char	*name;		/* for -f */
	const char	*what;		/* "a PDF file": what is not read */
	/* Whether these are the first bytes of one; a path may help, last. */
	bool		(*is)(const char *bytes, size_t n, const char *path);
	/*
	 * Fills text (clean), size, encoding and notes of a transcript of
	 * zeros; and turns (in bytes) and voices when the format itself says
	 * who speaks.  Else they are searched in the text.  NULL: not read.
	 */
	int		(*read)(struct qda_transcript *, const char *bytes,
			    size_t n, const char *encoding, struct qda_err *);
	bool		 markdown;	/* marks are taken off the text */
};

/* Notes what was left out of a text (plain.c). */
void	 qda_cleaned_tell(const struct qda_cleaned *, struct qda_strings *);

/* Reads plain text (plain.c). */
int	 qda_plain_read(struct qda_transcript *, const char *bytes, size_t n,
	    const char *encoding, struct qda_err *) QDA_CHECKED;

/* Read documents of Word and LibreOffice (docx_read.c, odt_read.c). */
int	 qda_docx_read(struct qda_transcript *, const char *bytes, size_t n,
	    const char *encoding, struct qda_err *) QDA_CHECKED;
int	 qda_odt_read(struct qda_transcript *, const char *bytes, size_t n,
	    const char *encoding, struct qda_err *) QDA_CHECKED;
/* Whether an archive is one; when its text is damaged, what its names say. */
bool	 qda_docx_is(struct qda_zip *);
bool	 qda_odt_is(struct qda_zip *);

/*
 * From the transcript of a whole file (whose contents it may take) to the
 * list: cut by --split, turns by --question or by labels unless it has some,
 * Markdown taken off, roles, numbers, positions in code points.
 */
int	 qda_sources_make(struct qda_reader *, struct qda_transcript *whole,
	    bool markdown, const char *path, struct qda_transcript **list,
	    size_t *n, struct qda_err *) QDA_CHECKED;

/*
 * Notes which --split would divide a source that looks like several interviews
 * in one file (heads.c).
 */
void	 qda_heads_find(struct qda_reader *, struct qda_transcript *);

#endif
