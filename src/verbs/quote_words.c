/* quote_words.c: a quotation beside what was said. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/quote_words.h"

enum { TOLD = 6, WORDS = 12 };		/* alterations; words of one */

/* Words of a text, a few of them when they are many. */
static void
put_words(FILE *f, const struct qda_words *w, size_t first, size_t last)
{
	size_t			 end = last - first > WORDS ? first + WORDS :
				    last;
	struct qda_cursor	 c;
	int64_t			 start, stop;
	size_t			 from;

	if (first >= end)
		return;
	qda_folded_span(w->text, w->at[first].from, w->at[end - 1].to, &start,
	    &stop);
	qda_cursor_begin(&c, w->unfolded, strlen(w->unfolded));
	from = qda_cursor_byte(&c, start);
	fwrite(w->unfolded + from, 1, qda_cursor_byte(&c, stop) - from, f);
	if (end < last)
		fputs(" ...", f);
}

static void
put_edit(FILE *f, const struct qda_words *q, const struct qda_words *t,
    const struct qda_edit *x)
{
	switch (x->is) {
	case QDA_CHANGED:
		put_words(f, t, x->text, x->text_last);
		fputs(" -> ", f);
		put_words(f, q, x->quote, x->quote_last);
		break;
	case QDA_LEFT_OUT:
		fputs("[-", f);
		put_words(f, t, x->text, x->text_last);
		fputs("-]", f);
		break;
	case QDA_PUT_IN:
		fputs("[+", f);
		put_words(f, q, x->quote, x->quote_last);
		fputs("+]", f);
		break;
	case QDA_KEPT:
	case QDA_CUT:
		break;
	}
}

char *
quote_altered(const struct qda_words *q, const struct qda_words *t,
    const struct qda_likeness *like)
{
	struct qda_edit	*edits;
	struct qda_mem	 m;
	size_t		 n = qda_alike_edits(q, t, like, &edits), told = 0;
	char		*text;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		if (edits[i].is == QDA_KEPT || edits[i].is == QDA_CUT)
			continue;
		if (told++ >= TOLD)
			continue;
		fputs(told > 1 ? ", " : "", m.f);
		put_edit(m.f, q, t, &edits[i]);
	}
	if (told > TOLD)
		fputs(", ...", m.f);
	text = qda_mem_text(&m);
	free(edits);
	if (told > 0)
		return text;
	free(text);
	return NULL;
}

/* Whether the quotation stands so in the words: as it is, or with cuts. */
static bool
stands(const struct qda_folded *said, const char *quoted)
{
	struct qda_anchor	*a = qda_anchor_new(quoted, strlen(quoted));
	struct qda_match	*m = NULL;
	bool			 yes = a != NULL &&
				    qda_anchor_find(a, said, &m) > 0;

	free(m);
	qda_anchor_free(a);
	return yes;
}

char *
quote_differs(const char *said, const char *quoted)
{
	struct qda_folded	 s, q;
	struct qda_words	 sw, qw;
	struct qda_likeness	 like;
	char			*text = NULL;

	qda_text_fold(&s, said, strlen(said));
	if (stands(&s, quoted)) {
		qda_folded_free(&s);
		return NULL;
	}
	qda_text_fold(&q, quoted, strlen(quoted));
	qda_words_of(&sw, &s);
	qda_words_quoted(&qw, &q);
	sw.unfolded = said;
	qw.unfolded = quoted;
	text = qda_alike(&qw, &sw, &like) ? quote_altered(&qw, &sw, &like) :
	    qda_strdup(_("other words"));
	qda_words_free(&sw);
	qda_words_free(&qw);
	qda_folded_free(&s);
	qda_folded_free(&q);
	return text;
}
