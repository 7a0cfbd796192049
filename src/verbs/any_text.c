/* any_text.c: the text of a file: plain, or a document. */
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/transcript.h"
#include "qda/verbs.h"
#include "verbs/any_text.h"

/*
 * Only there (their addresses are not NULL) where the program was linked with
 * what reads Word documents, as with its writer (doc.h).
 */
#pragma weak qda_transcript_read
#pragma weak qda_transcript_free

bool
any_text_is_document(const char *bytes, size_t n)
{
	static const char	*const begins[] = {
		"PK\3\4", "\xd0\xcf\x11\xe0", "{\\rtf", "%PDF-", "<?xml",
		"<html", "<!DOCTYPE", NULL
	};

	for (const char *const *b = begins; *b != NULL; b++)
		if (n >= strlen(*b) && memcmp(bytes, *b, strlen(*b)) == 0)
			return true;
	return false;
}

bool
qda_bytes_readable(const char *bytes, size_t n)
{
	return !any_text_is_document(bytes, n) || qda_transcript_read != NULL;
}

static int
read_document(char **text, struct any_pages *pages, const char *bytes,
    size_t n, const char *name, const char *encoding, struct qda_err *e)
{
	const struct qda_read_options	 options = { .encoding = encoding };
	struct qda_transcript		*list;
	size_t				 parts;

	if (qda_transcript_read(&list, &parts, bytes, n, name, &options,
	    e) < 0)
		return -1;
	*text = parts > 0 ? qda_strdup(list[0].text) : qda_strdup("");
	if (parts > 0 && pages != NULL) {
		pages->at = list[0].pages;
		pages->n = list[0].pages_n;
		list[0].pages = NULL;
	}
	qda_transcript_free(list, parts);
	return 0;
}

static int
read_plain(char **text, const char *bytes, size_t n, const char *name,
    const char *encoding, struct qda_err *e)
{
	struct qda_cleaned	 clean = { 0 };

	if (qda_text_clean(&clean, bytes, n, encoding, e) < 0)
		return qda_fail_in(e, _("'%s'"), name);
	*text = qda_strdup(clean.text);
	qda_cleaned_free(&clean);
	return 0;
}

int
any_text(char **text, const char *bytes, size_t n, const char *name,
    const char *encoding, struct qda_err *e)
{
	return any_text_is_document(bytes, n) ?
	    read_document(text, NULL, bytes, n, name, encoding, e) :
	    read_plain(text, bytes, n, name, encoding, e);
}

int
any_text_paged(char **text, struct any_pages *pages, const char *bytes,
    size_t n, const char *name, struct qda_err *e)
{
	*pages = (struct any_pages){ NULL, 0 };
	return any_text_is_document(bytes, n) ?
	    read_document(text, pages, bytes, n, name, NULL, e) :
	    read_plain(text, bytes, n, name, NULL, e);
}
