/* guide_document.c: a guide as an annex of the manuscript. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/when.h"
#include "verbs/document.h"
#include "verbs/guide.h"

/* "Interview guide, version 2 (20 Feb 2024)"; caller frees. */
static char *
title_of(const struct guide *g)
{
	char	 date[32];

	return g->date == NULL ?
	    qda_sprintf(_("Interview guide, version %s"), g->version) :
	    qda_sprintf(_("Interview guide, version %s (%s)"), g->version,
	    qda_date_words(date, g->date));
}

/* The questions from one to before another, numbered. */
static void
put_questions(struct qda_doc *doc, const struct guide *g, size_t from,
    size_t to)
{
	char	*line;

	for (size_t i = from; i < to; i++) {
		line = qda_sprintf("%zu. %s", i + 1, g->questions.at[i]);
		qda_doc_line(doc, QDA_DOC_TEXT, line);
		free(line);
	}
}

static void
put_all(struct qda_doc *doc, const struct guide *g)
{
	size_t	 opening = (size_t)g->opening, n = g->questions.n;

	if (opening > 0)
		qda_doc_line(doc, QDA_DOC_HEADING1, ngettext(
		    "Opening question", "Opening questions", opening));
	put_questions(doc, g, 0, opening);
	if (opening > 0 && opening < n)
		qda_doc_line(doc, QDA_DOC_HEADING1, ngettext(
		    "Other question", "Other questions", n - opening));
	put_questions(doc, g, opening, n);
}

int
guide_document(struct qda_act *act, const struct guide *g, struct qda_err *e)
{
	struct document	 d;
	char		*title;
	int		 rc;

	if (document_open(&d, act, e) < 0)
		return -1;
	title = title_of(g);
	document_start(&d, act, title, false);
	put_all(d.doc, g);
	rc = document_end(&d, e);
	free(title);
	return rc;
}
