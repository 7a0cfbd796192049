/* document.c: what all documents of a study share. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/project.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/document.h"

enum { PORTRAIT = 105, LANDSCAPE = 170 };	/* characters beside the page */

/* Study, date and command, as far as they are known, on one line. */
static char *
footer(const char *study, const char *command, int64_t most)
{
	struct qda_cursor	 c;
	char			 today[11], words[32];
	char			*line = qda_sprintf("%s%s%s, %s", study ==
				    NULL ? "" : study, study == NULL ? "" :
				    ", ", qda_date_words(words,
				    qda_today(today)), command), *cut;

	if (qda_text_length(line, strlen(line)) <= most)
		return line;
	qda_cursor_begin(&c, line, strlen(line));
	cut = qda_sprintf("%.*s…", (int)qda_cursor_byte(&c, most - 1), line);
	free(line);
	return cut;
}

int
document_open(struct document *d, struct qda_act *act, struct qda_err *e)
{
	const char	*lang = act->lang;

	memset(d, 0, sizeof(*d));
	if (qda_field_get(&d->study, act->db,
	    qda_field_named(qda_project_fields, "title"), QDA_PROJECT_ID,
	    e) < 0 || (lang == NULL &&
	    qda_project_language(act->db, &lang, e) < 0)) {
		free(d->study);
		return -1;
	}
	qda_lang_use(lang);
	return 0;
}

void
document_start(struct document *d, struct qda_act *act, const char *title,
    bool landscape)
{
	d->footer = footer(d->study, act->command, landscape ? LANDSCAPE :
	    PORTRAIT);
	d->setup = (struct qda_doc_setup){ .title = title,
	    .lang = qda_lang_now(), .footer = d->footer,
	    .landscape = landscape };
	d->doc = qda_doc_begin(qda_doc_writer(act->document), act->out,
	    &d->setup);
	qda_doc_line(d->doc, QDA_DOC_TITLE, d->setup.title);
	if (d->study != NULL)
		qda_doc_line(d->doc, QDA_DOC_TEXT, d->study);
}

int
document_begin(struct document *d, struct qda_act *act, const char *title,
    bool landscape, struct qda_err *e)
{
	if (document_open(d, act, e) < 0)
		return -1;
	document_start(d, act, _(title), landscape);
	return 0;
}

int
document_end(struct document *d, struct qda_err *e)
{
	int	 rc = qda_doc_end(d->doc, e);

	qda_lang_use(NULL);
	free(d->study);
	free(d->footer);
	return rc;
}
