/* styled.h: who speaks, told by how a document looks. */
#ifndef QDA_FORMATS_STYLED_H
#define QDA_FORMATS_STYLED_H

#include <stdbool.h>
#include <stddef.h>

#include "formats/labels.h"
#include "qda/transcript.h"

/*
 * Whether the paragraph in bytes [from, to) begins with bold words of at most
 * 34 code points and goes on without: they are the label, but for a colon at
 * their end.  Styles of the transcript are in bytes; *style, from 0, is moved
 * on, as paragraphs come in order.
 */
bool	 qda_style_label(const struct qda_transcript *, size_t *style,
	    size_t from, size_t to, struct qda_label *);

/* What is asked of a style: is (QDA_BOLD...), or a colour if it is 0. */
struct qda_asked {
	unsigned	 is;
	int32_t		 colour;	/* 0xRRGGBB */
};
/* "bold", "italique", "#c00000"; else fails (QDA_USAGE). */
int	 qda_asked_read(struct qda_asked *, const char *, struct qda_err *)
	    QDA_CHECKED;
/*
 * Whether all of the paragraph in bytes [from, to) but blanks and 10 % looks
 * so; *style as above.
 */
bool	 qda_looks(const struct qda_transcript *, size_t *style, size_t from,
	    size_t to, const struct qda_asked *);

/*
 * Notes when bold type, or a colour, may stand for one of two speakers: 30 to
 * 60 % of the paragraphs are in it, four of five of these are followed by one
 * that is not, and of bold ones 60 % end in a question mark.  Nobody is made a
 * speaker by that.
 */
void	 qda_styled_offer(struct qda_transcript *);

#endif
