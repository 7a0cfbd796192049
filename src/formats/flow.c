/* flow.c: what comes out of documents, to a transcript. */
#include <stdlib.h>
#include <string.h>

#include "formats/flow.h"
#include "formats/reader.h"
#include "formats/speakers.h"
#include "qda/clean.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

static bool
is_plain(const struct qda_look *l)
{
	return l->is == 0 && l->colour < 0 && l->highlight < 0;
}

static bool
same_look(const struct qda_style *s, const struct qda_look *l)
{
	return s->is == l->is && s->colour == l->colour &&
	    s->highlight == l->highlight;
}

static void
append(struct qda_stream *s, const char *bytes, size_t n)
{
	if (n == 0)
		return;
	if (s->n + n > s->cap)
		s->text = qda_grow(s->text, &s->cap, s->n + n, 1);
	memcpy(s->text + s->n, bytes, n);
	s->n += n;
}

/* The same characters with LF as the only end of a line. */
static void
append_lines(struct qda_stream *s, const char *bytes, size_t n)
{
	size_t	 at = 0, was, from = 0;
	int32_t	 c;

	while (was = at, at < n) {
		c = qda_text_next(bytes, n, &at);
		if (c != '\r' && c != '\v' && c != '\f' && c != 0x85 &&
		    c != 0x2028 && c != 0x2029)
			continue;
		append(s, bytes + from, was - from);
		append(s, "\n", 1);
		from = at;
	}
	append(s, bytes + from, n - from);
}

static void
add_style(struct qda_stream *s, int64_t from, const struct qda_look *look)
{
	struct qda_style	*last = s->styles_n > 0 ?
				    &s->styles[s->styles_n - 1] : NULL;

	if (last != NULL && last->end == from && same_look(last, look)) {
		last->end = (int64_t)s->n;
		return;
	}
	s->styles = qda_grow(s->styles, &s->styles_cap, s->styles_n,
	    sizeof(*s->styles));
	s->styles[s->styles_n++] = (struct qda_style){
		from, (int64_t)s->n, look->is, look->colour, look->highlight
	};
}

void
qda_flow_put(struct qda_flow *f, struct qda_stream *s, const char *bytes,
    size_t n, const struct qda_look *look)
{
	int64_t	 from = (int64_t)s->n;

	if (n == 0)
		return;
	if (look->hidden) {
		f->met[QDA_MET_HIDDEN] += (size_t)qda_text_length(bytes, n);
		return;
	}
	append_lines(s, bytes, n);
	if (!is_plain(look))
		add_style(s, from, look);
}

int
qda_flow_check(const struct qda_stream *s, struct qda_err *e)
{
	return s->n <= QDA_FLOW_SIZE ? 0 : qda_fail(e, QDA_DATA,
	    _("there is more than %d MB of text"), QDA_FLOW_SIZE >> 20);
}

int
qda_flow_paragraph(struct qda_flow *f, struct qda_stream *s,
    struct qda_err *e)
{
	if (++f->paragraphs > QDA_FLOW_PARAGRAPHS)
		return qda_fail(e, QDA_DATA, _("there are more than %d "
		    "paragraphs"), QDA_FLOW_PARAGRAPHS);
	append(s, "\n", 1);
	return qda_flow_check(s, e);
}

static void
anchor(struct qda_stream *s, char *id, size_t at, enum qda_place is)
{
	s->anchored = qda_grow(s->anchored, &s->anchored_cap, s->anchored_n,
	    sizeof(*s->anchored));
	s->anchored[s->anchored_n++] = (struct qda_anchored){ id, at, is };
}

void
qda_flow_anchor(struct qda_stream *s, const char *id, enum qda_place is)
{
	anchor(s, qda_strdup(id), s->n, is);
}

void
qda_flow_join(struct qda_stream *s, struct qda_stream *from)
{
	size_t	 base = s->n;

	append(s, from->text, from->n);
	for (size_t i = 0; i < from->styles_n; i++) {
		s->styles = qda_grow(s->styles, &s->styles_cap, s->styles_n,
		    sizeof(*s->styles));
		s->styles[s->styles_n] = from->styles[i];
		s->styles[s->styles_n].start += (int64_t)base;
		s->styles[s->styles_n++].end += (int64_t)base;
	}
	for (size_t i = 0; i < from->anchored_n; i++) {
		anchor(s, from->anchored[i].id, base + from->anchored[i].at,
		    from->anchored[i].is);
		from->anchored[i].id = NULL;
	}
	qda_stream_free(from);
}

struct qda_remark *
qda_flow_remark(struct qda_flow *f)
{
	struct qda_remark	*r;

	f->remarks = qda_grow(f->remarks, &f->remarks_cap, f->remarks_n,
	    sizeof(*f->remarks));
	r = &f->remarks[f->remarks_n++];
	memset(r, 0, sizeof(*r));
	r->index = f->remarks_n - 1;
	r->comment.start = r->comment.end = r->comment.parent = -1;
	return r;
}

bool
qda_stream_blank(const struct qda_stream *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (strchr(" \t\n", s->text[i]) == NULL)
			return false;
	return true;
}

static void
free_comment(struct qda_comment *c)
{
	free(c->author);
	free(c->date);
	free(c->text);
}

void
qda_stream_free(struct qda_stream *s)
{
	for (size_t i = 0; i < s->anchored_n; i++)
		free(s->anchored[i].id);
	free(s->anchored);
	free(s->styles);
	free(s->text);
	memset(s, 0, sizeof(*s));
}

void
qda_flow_free(struct qda_flow *f)
{
	for (size_t i = 0; i < f->remarks_n; i++) {
		free_comment(&f->remarks[i].comment);
		free(f->remarks[i].id);
		free(f->remarks[i].parent);
	}
	free(f->remarks);
	qda_stream_free(&f->main);
	memset(f, 0, sizeof(*f));
}

/* Comments: found by id, then in the order in which the text has them. */

static int
by_id(const void *a, const void *b)
{
	const struct qda_remark	*x = a, *y = b;

	if (x->id == NULL || y->id == NULL)
		return (x->id != NULL) - (y->id != NULL);
	return strcmp(x->id, y->id);
}

static struct qda_remark *
remark(const struct qda_flow *f, const char *id)
{
	struct qda_remark	 key = { .id = (char *)(uintptr_t)id };

	return f->remarks_n == 0 || id == NULL ? NULL :
	    bsearch(&key, f->remarks, f->remarks_n, sizeof(key), by_id);
}

/* Where the paragraphs end; caller frees. */
static size_t *
paragraph_ends(const struct qda_stream *s, size_t *n)
{
	size_t	*ends = NULL, cap = 0;

	*n = 0;
	for (size_t i = 0; i <= s->n; i++)
		if (i == s->n || s->text[i] == '\n') {
			ends = qda_grow(ends, &cap, *n, sizeof(*ends));
			ends[(*n)++] = i;
		}
	return ends;
}

/* Ranges that were never closed end with the paragraph they begin in. */
static size_t
close_ranges(struct qda_flow *f)
{
	size_t	 n, odd = 0, low, high, middle;
	size_t	*ends = paragraph_ends(&f->main, &n);

	for (size_t i = 0; i < f->remarks_n; i++) {
		struct qda_comment	*c = &f->remarks[i].comment;

		if (c->start < 0 || c->end >= 0)
			continue;
		for (low = 0, high = n - 1; low < high;) {
			middle = low + (high - low) / 2;
			if (ends[middle] >= (size_t)c->start)
				high = middle;
			else
				low = middle + 1;
		}
		c->end = (int64_t)ends[low];
		odd++;
	}
	free(ends);
	return odd;
}

static void
settle(struct qda_comment *c, const struct qda_anchored *a)
{
	switch (a->is) {
	case QDA_PLACE_BEGIN:
		if (c->start < 0)
			c->start = (int64_t)a->at;
		break;
	case QDA_PLACE_END:
		if (c->start >= 0 && c->end < 0)
			c->end = (int64_t)a->at;
		break;
	case QDA_PLACE_POINT:
		if (c->start < 0)
			c->start = c->end = (int64_t)a->at;
		break;
	case QDA_PLACE_PAGE:
		break;
	}
}

/* Returns how many ranges are broken: without comment, or never closed. */
static size_t
place_remarks(struct qda_flow *f)
{
	const struct qda_stream	*s = &f->main;
	struct qda_remark	*r;
	size_t			 odd = 0;

	if (f->remarks_n > 0)
		qsort(f->remarks, f->remarks_n, sizeof(*f->remarks), by_id);
	for (size_t i = 0; i < s->anchored_n; i++)
		if (s->anchored[i].is == QDA_PLACE_PAGE)
			continue;
		else if ((r = remark(f, s->anchored[i].id)) != NULL)
			settle(&r->comment, &s->anchored[i]);
		else
			odd += s->anchored[i].is == QDA_PLACE_BEGIN;
	return f->remarks_n == 0 ? odd : odd + close_ranges(f);
}

/* A reply that has no place of its own has its parent's. */
static void
place_replies(struct qda_flow *f)
{
	for (size_t i = 0; i < f->remarks_n; i++) {
		struct qda_comment	*c = &f->remarks[i].comment;
		const struct qda_remark	*parent = remark(f,
					    f->remarks[i].parent);

		if (c->start < 0 && parent != NULL) {
			c->start = parent->comment.start;
			c->end = parent->comment.end;
		}
	}
}

size_t
qda_flow_place(struct qda_flow *f)
{
	size_t	 odd = place_remarks(f);

	place_replies(f);
	return odd;
}

static int
by_place(const void *a, const void *b)
{
	const struct qda_remark	*x = *(const struct qda_remark *const *)a;
	const struct qda_remark	*y = *(const struct qda_remark *const *)b;
	uint64_t		 p = (uint64_t)x->comment.start;
	uint64_t		 q = (uint64_t)y->comment.start;

	if (p != q)			/* -1, nowhere, is last */
		return p < q ? -1 : 1;
	if ((x->parent != NULL) != (y->parent != NULL))
		return x->parent != NULL ? 1 : -1;
	return x->index < y->index ? -1 : 1;
}

static void
take_remarks(struct qda_flow *f, struct qda_transcript *t)
{
	struct qda_remark	**order = qda_alloc(f->remarks_n + 1,
				    sizeof(*order)), *parent;

	for (size_t i = 0; i < f->remarks_n; i++)
		order[i] = &f->remarks[i];
	qsort(order, f->remarks_n, sizeof(*order), by_place);
	t->comments = qda_alloc(f->remarks_n + 1, sizeof(*t->comments));
	t->comments_n = f->remarks_n;
	for (size_t i = 0; i < f->remarks_n; i++)
		order[i]->index = i;
	for (size_t i = 0; i < f->remarks_n; i++) {
		t->comments[i] = order[i]->comment;
		parent = remark(f, order[i]->parent);
		if (parent != NULL && parent != order[i])
			t->comments[i].parent = (int64_t)parent->index;
		memset(&order[i]->comment, 0, sizeof(order[i]->comment));
	}
	free(order);
}

static void
take_pages(const struct qda_flow *f, struct qda_transcript *t)
{
	const struct qda_stream	*s = &f->main;

	t->pages = qda_alloc(s->anchored_n, sizeof(*t->pages));
	for (size_t i = 0; i < s->anchored_n; i++)
		if (s->anchored[i].is == QDA_PLACE_PAGE)
			t->pages[t->pages_n++] = (int64_t)s->anchored[i].at;
}

/* Positions go with the text when it is cleaned. */

static void
map(struct qda_transcript *t, const char *from, size_t n)
{
	size_t	 k;
	int64_t	**at = qda_marks(t, &k);
	size_t	*bytes = qda_alloc(k + 1, sizeof(*bytes));

	for (size_t i = 0; i < k; i++)
		bytes[i] = (size_t)*at[i];
	qda_clean_map(from, n, t->text, t->size, bytes, k);
	for (size_t i = 0; i < k; i++)
		*at[i] = (int64_t)bytes[i];
	free(bytes);
	free(at);
}

/* What is told of a document. */
static const char	*const told[QDA_MET_KINDS][2] = {
	[QDA_MET_INSERTED] = { NN_("%zu tracked insertion is kept",
	    "%zu tracked insertions are kept") },
	[QDA_MET_DELETED] = { NN_("%zu tracked deletion is left out",
	    "%zu tracked deletions are left out") },
	[QDA_MET_HIDDEN] = { NN_("%zu character of hidden text is left out",
	    "%zu characters of hidden text are left out") },
	[QDA_MET_NOTES] = { NN_("%zu footnote or endnote is left out",
	    "%zu footnotes or endnotes are left out") },
	[QDA_MET_HEADERS] = { NN_("%zu header or footer is left out",
	    "%zu headers or footers are left out") },
	[QDA_MET_BOXES] = { NN_("%zu text box stands behind its paragraph",
	    "%zu text boxes stand behind their paragraphs") },
	[QDA_MET_TABLES] = { NN_("%zu table: cells stand below each other",
	    "%zu tables: cells stand below each other") },
	[QDA_MET_NUMBERED] = { NN_("%zu paragraph of a list: its number or "
	    "bullet is left out", "%zu paragraphs of lists: their numbers or "
	    "bullets are left out") },
	[QDA_MET_SYMBOLS] = { NN_("%zu unknown sign of a symbol font stands "
	    "as [sym...]", "%zu unknown signs of symbol fonts stand as "
	    "[sym...]") },
	[QDA_MET_EMBEDDED] = { NN_("%zu document inside of it is left out",
	    "%zu documents inside of it are left out") },
};

static void
tell_comments(struct qda_transcript *t, size_t odd)
{
	if (odd > 0)
		qda_strings_take(&t->notes, qda_sprintf(ngettext(
		    "%zu comment has no clear place in the text",
		    "%zu comments have no clear place in the text", odd),
		    odd));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
tell(const struct qda_flow *f, struct qda_transcript *t, size_t odd)
{
	for (size_t i = 0; i < QDA_MET_KINDS; i++)
		if (f->met[i] > 0)
			qda_strings_take(&t->notes, qda_sprintf(ngettext(
			    told[i][0], told[i][1], f->met[i]), f->met[i]));
	tell_comments(t, odd);
}
#pragma GCC diagnostic pop

int
qda_flow_end(struct qda_flow *f, struct qda_transcript *t, struct qda_err *e)
{
	struct qda_cleaned	 c;
	size_t			 odd;
	int			 rc = -1;

	odd = qda_flow_place(f);
	if (f->main.text == NULL)
		f->main.text = qda_strdup("");
	if (qda_text_clean(&c, f->main.text, f->main.n, "UTF-8", e) < 0)
		goto out;
	t->text = c.text;
	t->size = c.size;
	memcpy(t->encoding, "UTF-8", sizeof("UTF-8"));
	t->styles = f->main.styles;
	t->styles_n = f->main.styles_n;
	f->main.styles = NULL;
	take_remarks(f, t);
	take_pages(f, t);
	map(t, f->main.text, f->main.n);
	tell(f, t, odd);
	qda_cleaned_tell(&c, &t->notes);
	rc = 0;
out:
	qda_flow_free(f);
	return rc;
}
