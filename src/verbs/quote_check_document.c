/* quote_check_document.c: a manuscript's quotations, the worst first. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "verbs/document.h"
#include "verbs/quote_check.h"
#include "verbs/typography.h"

/* The verdicts in words. */
static const char	*const words[QUOTE_VERDICTS] = {
	[QUOTE_NOT_FOUND]  = N_("not found"),
	[QUOTE_ALTERED]    = N_("altered"),
	[QUOTE_WRONGLY]    = N_("wrongly attributed"),
	[QUOTE_UNLABELLED] = N_("no name"),
	[QUOTE_UNCLOSED]   = N_("not closed"),
	[QUOTE_CUT]        = N_("cut"),
	[QUOTE_EXACT]      = N_("exact"),
};

static int
worst_first(const void *a, const void *b)
{
	const struct quote_found	*x = a, *y = b;

	if (x->is != y->is)
		return x->is < y->is ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static void
put_text(struct qda_doc *d, unsigned style, char *taken)
{
	qda_doc_text(d, style, taken);
	free(taken);
}

/* One alteration, as quote_altered() writes them, in words. */
static void
put_change(struct qda_doc *d, const char *s, size_t n)
{
	const char	*arrow = memmem(s, n, " -> ", 4);
	size_t		 to = arrow == NULL ? n : (size_t)(arrow - s);

	qda_doc_text(d, QDA_DOC_PLAIN, "\n");
	if (arrow != NULL)
		put_text(d, QDA_DOC_PLAIN, qda_sprintf(_("“%.*s” was said, "
		    "“%.*s” is written"), (int)to, s, (int)(n - to - 4),
		    arrow + 4));
	else if (n > 4 && s[0] == '[')
		put_text(d, QDA_DOC_PLAIN, qda_sprintf(s[1] == '-' ?
		    _("left out: “%.*s”") : _("added: “%.*s”"), (int)n - 4,
		    s + 2));
	else
		put_text(d, QDA_DOC_PLAIN, qda_strndup(s, n));
}

static void
put_changes(struct qda_doc *d, const char *altered)
{
	const char	*end;

	for (; altered != NULL; altered = end == NULL ? NULL : end + 2) {
		end = strstr(altered, ", ");
		put_change(d, altered, end == NULL ? strlen(altered) :
		    (size_t)(end - altered));
	}
}

static void
put_verdict(struct qda_doc *d, const struct quote_found *f)
{
	qda_doc_cell(d);
	qda_doc_text(d, f->is < QUOTE_CUT ? QDA_DOC_BOLD : QDA_DOC_PLAIN,
	    _(words[f->is]));
	put_changes(d, f->altered);
	if (f->label != NULL && f->is < QUOTE_UNLABELLED &&
	    (f->who == NULL || strcmp(f->label, f->who) != 0))
		put_text(d, QDA_DOC_PLAIN, qda_sprintf(_("\nthe manuscript "
		    "says %s"), f->label));
	if (f->label == NULL && f->is < QUOTE_UNLABELLED)
		put_text(d, QDA_DOC_PLAIN, qda_sprintf("\n%s",
		    _(words[QUOTE_UNLABELLED])));
	if (f->unclosed && f->is < QUOTE_UNCLOSED)
		put_text(d, QDA_DOC_PLAIN, qda_sprintf("\n%s",
		    _(words[QUOTE_UNCLOSED])));
}

/* Who said it, and where. */
static void
put_who(struct qda_doc *d, const struct quote_found *f)
{
	const char	*who = f->who == NULL ? f->source : f->who;

	qda_doc_cell_text(d, QDA_DOC_PLAIN, who);
	if (who == NULL)
		return;
	if (f->source != NULL && strcmp(f->source, who) != 0)
		put_text(d, QDA_DOC_PLAIN, qda_sprintf(", %s", f->source));
	if (f->turn > 0)
		put_text(d, QDA_DOC_PLAIN, qda_sprintf(_(", turn %lld"),
		    (long long)f->turn));
}

static void
put_row(struct qda_doc *d, const struct quote_found *f)
{
	char	 line[48], *text = typography_quoted(f->words);

	if (f->page > 0)
		snprintf(line, sizeof(line), "p. %zu", f->page);
	else
		snprintf(line, sizeof(line), "%zu", f->line);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, line);
	qda_doc_cell(d);
	put_text(d, QDA_DOC_PLAIN, qda_sprintf(_("“%s”"), text));
	put_verdict(d, f);
	put_who(d, f);
	free(text);
}

/* "not found (1), altered (2), exact (31)" */
static char *
counts(const struct quote_found *f, size_t n)
{
	struct qda_mem	 m;
	size_t		 k, so_far = 0;

	qda_mem_open(&m);
	for (int is = 0; is < QUOTE_VERDICTS; is++) {
		for (k = 0; so_far + k < n && (int)f[so_far + k].is == is;)
			k++;
		if (k > 0)
			fprintf(m.f, "%s%s (%zu)", so_far > 0 ? ", " : "",
			    _(words[is]), k);
		so_far += k;
	}
	return qda_mem_text(&m);
}

static void
put_summary(struct qda_doc *d, const struct quote_found *f, size_t n,
    size_t skipped)
{
	char	*list = counts(f, n);

	qda_doc_block(d, QDA_DOC_TEXT, 0);
	put_text(d, QDA_DOC_PLAIN, qda_sprintf(ngettext("%zu quotation: %s",
	    "%zu quotations: %s", n), n, list));
	free(list);
	if (skipped == 0)
		return;
	qda_doc_block(d, QDA_DOC_TEXT, 0);
	put_text(d, QDA_DOC_PLAIN, qda_sprintf(ngettext("%zu short stretch in "
	    "quotation marks, without a name, was passed over", "%zu short "
	    "stretches in quotation marks, without a name, were passed over",
	    skipped), skipped));
}

int
quote_check_document(struct qda_act *act, struct quote_found *f, size_t n,
    size_t skipped, struct qda_err *e)
{
	struct document	 d;

	if (document_begin(&d, act, N_("Quotations of the manuscript"), false,
	    e) < 0)
		return -1;
	const struct qda_doc_column	 columns[] = {
		{ _("line"), 8, true }, { _("quotation"), 46, false },
		{ _("verdict"), 28, false }, { _("who said it"), 18, false },
	};
	if (n > 0)
		qsort(f, n, sizeof(*f), worst_first);
	put_summary(d.doc, f, n, skipped);
	if (n > 0)
		qda_doc_table(d.doc, columns,
		    sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < n; i++)
		put_row(d.doc, &f[i]);
	if (n > 0)
		qda_doc_table_end(d.doc);
	return document_end(&d, e);
}
