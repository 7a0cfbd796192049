/* html.h: an HTML writer that closes what it opened. */
#ifndef QDA_HTML_H
#define QDA_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { QDA_HTML_DEPTH = 64 };

/*
 * A page on f.  What is written is escaped; characters that HTML forbids are
 * left out, bytes that are not UTF-8 come as U+FFFD.  To close what is not
 * open, or to give an attribute to what has content already, is a mistake of
 * the program.
 */
struct qda_html {
	FILE		*f;
	const char	*open[QDA_HTML_DEPTH];	/* lent, the outermost first */
	int		 depth;
	bool		 tag;		/* a start tag waits for its ">" */
};

/*
 * Begins a page that needs no other file: title, language ("fr") and a style
 * for screen and A4 paper, css (may be NULL) behind it.
 */
void	 qda_html_begin(struct qda_html *, FILE *, const char *title,
	    const char *lang, const char *css);
/* Closes all that is open. */
void	 qda_html_end(struct qda_html *);

/* The name must live until it is closed; br, col, hr, img... need no close. */
void	 qda_html_open(struct qda_html *, const char *name);
void	 qda_html_close(struct qda_html *, const char *name);
/* An attribute of the element just opened. */
void	 qda_html_attr(struct qda_html *, const char *name, const char *value);
void	 qda_html_text(struct qda_html *, const char *);
void	 qda_html_bytes(struct qda_html *, const char *, size_t n);
/* open, text, close. */
void	 qda_html_element(struct qda_html *, const char *name,
	    const char *text);

/* A text or the value of an attribute alone, escaped. */
void	 qda_html_escape(FILE *, const char *, size_t n);
void	 qda_html_escape_attr(FILE *, const char *);

#endif
