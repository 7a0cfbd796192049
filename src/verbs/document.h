/*
 * document.h: a verb's answer as a document: in the language of the project
 * (or -l), with its title, and a footer of study, date and command.
 */
#ifndef VERBS_DOCUMENT_H
#define VERBS_DOCUMENT_H

#include <stdbool.h>

#include "qda/act.h"
#include "qda/doc.h"
#include "qda/err.h"

struct document {
	struct qda_doc		*doc;
	struct qda_doc_setup	 setup;		/* private from here */
	char			*study, *footer;
};

/*
 * Begins the document of act->document's format; title is marked N_().  From
 * here to document_end() messages are in the language of the document.
 */
int	 document_begin(struct document *, struct qda_act *,
	    const char *title, bool landscape, struct qda_err *) QDA_CHECKED;

/*
 * The same in two steps, for a title that is composed: first the language,
 * then the document; the title must live until its end.
 */
int	 document_open(struct document *, struct qda_act *, struct qda_err *)
	    QDA_CHECKED;
void	 document_start(struct document *, struct qda_act *,
	    const char *title, bool landscape);
int	 document_end(struct document *, struct qda_err *) QDA_CHECKED;

#endif
