/* odt_comment.c: what is in a comment of OpenDocument (ODF 1.2, 14.1). */
#include <stdlib.h>
#include <string.h>

#include "formats/odt_styles.h"
#include "formats/reader.h"
#include "qda/mem.h"

/* The characters up to the END; caller frees. */
static int
words_of(struct qda_xml *x, char **words, struct qda_err *e)
{
	size_t		 depth = x->depth;
	struct qda_mem	 m;
	int		 rc;

	qda_mem_open(&m);
	while ((rc = qda_xml_next(x, e)) > 0 &&
	    !(x->is == QDA_XML_END && x->depth == depth))
		if (x->is == QDA_XML_TEXT)
			fputs(x->text, m.f);
	free(*words);
	*words = qda_mem_text(&m);
	return rc < 0 ? -1 : 0;
}

/* One paragraph more of a comment. */
static int
comment_line(struct qda_xml *x, char **text, struct qda_err *e)
{
	char	*line = NULL, *all;
	int	 rc = words_of(x, &line, e);

	all = *text == NULL ? qda_strdup(line) :
	    qda_sprintf("%s\n%s", *text, line);
	free(line);
	free(*text);
	*text = all;
	return rc;
}

int
qda_odt_comment_part(struct qda_xml *x, struct qda_comment *c,
    struct qda_err *e)
{
	if (x->space == QDA_DC && strcmp(x->name, "creator") == 0)
		return words_of(x, &c->author, e);
	if (x->space == QDA_DC && strcmp(x->name, "date") == 0)
		return words_of(x, &c->date, e);
	if (x->space == QDA_TEXT && (strcmp(x->name, "p") == 0 ||
	    strcmp(x->name, "h") == 0))
		return comment_line(x, &c->text, e);
	return 0;			/* a list: its paragraphs come */
}

