/* doc_writers.c: the documents there are. */
#include <string.h>

#include "qda/doc.h"

static const struct qda_doc_writer	*const writers[] = {
	&qda_doc_html,
	&qda_doc_md,
	&qda_doc_tex,
	&qda_doc_docx,			/* or NULL */
	&qda_doc_odt,			/* the same */
	&qda_doc_xlsx,			/* the same */
};

const struct qda_doc_writer *
qda_doc_writer(const char *format)
{
	for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]); i++)
		if (writers[i] != NULL &&
		    strcmp(writers[i]->name, format) == 0)
			return writers[i];
	return NULL;
}
