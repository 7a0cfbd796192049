/* flow.h: the text that comes out of a document, with what hangs on it. */
#ifndef QDA_FORMATS_FLOW_H
#define QDA_FORMATS_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "formats/looks.h"
#include "qda/transcript.h"

enum { QDA_FLOW_PARAGRAPHS = 1000000, QDA_FLOW_SIZE = 64 << 20 };

/* What was met and is told: see qda_flow_end(). */
enum qda_met {
	QDA_MET_INSERTED, QDA_MET_DELETED, QDA_MET_HIDDEN, QDA_MET_NOTES,
	QDA_MET_HEADERS, QDA_MET_BOXES, QDA_MET_TABLES, QDA_MET_NUMBERED,
	QDA_MET_SYMBOLS, QDA_MET_EMBEDDED, QDA_MET_KINDS
};

/*
 * A comment while a document is read: id is what its places are known by.
 * Owns all strings.
 */
struct qda_remark {
	struct qda_comment	 comment;	/* start, end: bytes, or -1 */
	char			*id, *parent;	/* of what it answers */
	size_t			 index;		/* as read; then as kept */
};

/* A place of a comment in the text. */
enum qda_place {
	QDA_PLACE_BEGIN, QDA_PLACE_END, QDA_PLACE_POINT,
	QDA_PLACE_PAGE,			/* of nobody's comment: a page begins */
};
struct qda_anchored {
	char		*id;
	size_t		 at;		/* byte of the text */
	enum qda_place	 is;
};

/* A stretch of text: the document, or a text box in it, which is a flow of
 * its own until it is added behind the paragraph it hangs on. */
struct qda_stream {
	char			*text;
	size_t			 n, cap;
	struct qda_style	*styles;	/* in bytes */
	size_t			 styles_n, styles_cap;
	struct qda_anchored	*anchored;
	size_t			 anchored_n, anchored_cap;
};

struct qda_flow {
	struct qda_stream	 main;
	struct qda_remark	*remarks;
	size_t			 remarks_n, remarks_cap;
	size_t			 paragraphs;
	size_t			 met[QDA_MET_KINDS];
};

/*
 * Characters as a document has them; line ends of any kind become LF.  Hidden
 * ones are counted, and dropped.
 */
void	 qda_flow_put(struct qda_flow *, struct qda_stream *, const char *,
	    size_t n, const struct qda_look *);
/* Fails when there is more text than QDA_FLOW_SIZE bytes. */
int	 qda_flow_check(const struct qda_stream *, struct qda_err *)
	    QDA_CHECKED;
/* The end of a paragraph; fails beyond QDA_FLOW_PARAGRAPHS and that size. */
int	 qda_flow_paragraph(struct qda_flow *, struct qda_stream *,
	    struct qda_err *) QDA_CHECKED;
/* Where a comment begins, ends, or is. */
void	 qda_flow_anchor(struct qda_stream *, const char *id, enum qda_place);
/* Adds all of another stream, which is freed. */
void	 qda_flow_join(struct qda_stream *, struct qda_stream *from);
/* A comment, to be filled; it may move when the next is added. */
struct qda_remark *qda_flow_remark(struct qda_flow *);

/* Gives comments their places in the main stream; how many have none. */
size_t	 qda_flow_place(struct qda_flow *);

/*
 * What was read becomes the text of a transcript, cleaned, with styles,
 * comments (all still in BYTES of that text) and notes.  The flow is freed in
 * any case.
 */
int	 qda_flow_end(struct qda_flow *, struct qda_transcript *,
	    struct qda_err *) QDA_CHECKED;
void	 qda_flow_free(struct qda_flow *);
void	 qda_stream_free(struct qda_stream *);
bool	 qda_stream_blank(const struct qda_stream *);

#endif
