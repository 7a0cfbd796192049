/* cells_marks.c: how the words in cells look, and what is written beside. */
#include <stdlib.h>
#include <string.h>

#include "formats/cells.h"
#include "qda/clean.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { MOST_CELLS = 64 };	/* that one comment may go over */

/* A comment that touches a cell. */
struct touch {
	size_t	 span, remark;
};

struct marking {
	struct qda_cells_reading	*r;
	struct qda_flow			*flow;
	struct touch			*touches;
	size_t				 n, cap;
	size_t				 style;		/* the next to see */
};

struct qda_cell_mark *
qda_cells_mark(struct qda_cells *cells, size_t row, size_t column)
{
	struct qda_cell_mark	*m;

	cells->marks = qda_grow(cells->marks, &cells->cap_marks,
	    cells->n_marks, sizeof(*cells->marks));
	m = &cells->marks[cells->n_marks++];
	memset(m, 0, sizeof(*m));
	m->row = row;
	m->column = column;
	m->colour = m->highlight = -1;
	return m;
}

/* The first cell that ends behind a byte. */
static size_t
first_behind(const struct qda_cells_reading *r, size_t at)
{
	size_t	 low = 0, high = r->n_spans;

	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (r->spans[mid].to <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
touch_cells(struct marking *m, size_t remark)
{
	const struct qda_comment	*c = &m->flow->remarks[remark].comment;
	const struct qda_cells_reading	*r = m->r;
	size_t				 first, n;

	if (c->start < 0 || c->end < c->start)
		return;
	first = first_behind(r, (size_t)c->start);
	for (size_t i = first; i < r->n_spans && i - first < MOST_CELLS; i++) {
		n = r->spans[i].from;
		if (n > (size_t)c->end || (n == (size_t)c->end &&
		    c->start < c->end))
			break;
		m->touches = qda_grow(m->touches, &m->cap, m->n,
		    sizeof(*m->touches));
		m->touches[m->n++] = (struct touch){ i, remark };
	}
}

static int
by_span(const void *a, const void *b)
{
	const struct touch	*x = a, *y = b;

	if (x->span != y->span)
		return x->span < y->span ? -1 : 1;
	return x->remark < y->remark ? -1 : x->remark > y->remark;
}

/* A byte of the document in a cell, from the cell's first. */
static int64_t
within(const struct qda_cells_span *span, int64_t at)
{
	if (at < (int64_t)span->from)
		return 0;
	if (at > (int64_t)span->to)
		return (int64_t)(span->to - span->from);
	return at - (int64_t)span->from;
}

static void
add_styles(struct marking *m, const struct qda_cells_span *span)
{
	const struct qda_stream	*s = &m->flow->main;
	struct qda_cell_mark	*mark;

	while (m->style < s->styles_n &&
	    s->styles[m->style].end <= (int64_t)span->from)
		m->style++;
	for (size_t i = m->style; i < s->styles_n &&
	    s->styles[i].start < (int64_t)span->to; i++) {
		mark = qda_cells_mark(m->r->cells, span->row, span->column);
		mark->start = within(span, s->styles[i].start);
		mark->end = within(span, s->styles[i].end);
		mark->is = s->styles[i].is;
		mark->colour = s->styles[i].colour;
		mark->highlight = s->styles[i].highlight;
	}
}

static void
add_comment(struct marking *m, const struct qda_cells_span *span,
    const struct qda_remark *remark)
{
	struct qda_cell_mark	*mark = qda_cells_mark(m->r->cells, span->row,
				    span->column);
	const struct qda_comment *c = &remark->comment;

	mark->start = within(span, c->start);
	mark->end = within(span, c->end);
	mark->comment = qda_strdup(c->text == NULL ? "" : c->text);
	mark->author = qda_strdup(c->author);
	mark->reply = remark->parent != NULL;
}

static int
by_place(const void *a, const void *b)
{
	const int64_t	*x = *(int64_t *const *)a, *y = *(int64_t *const *)b;

	return (*x > *y) - (*x < *y);
}

/* Bytes of the cell as it stands in the document to points of it cleaned. */
static void
to_points(struct marking *m, const struct qda_cells_span *span, size_t first)
{
	struct qda_cells	*cells = m->r->cells;
	const char		*raw = m->flow->main.text + span->from;
	size_t			 n = (cells->n_marks - first) * 2, lead;
	size_t			*bytes = qda_alloc(n + 1, sizeof(*bytes));
	int64_t			**at = qda_alloc(n + 1, sizeof(*at));
	struct qda_cleaned	 clean = { 0 };
	struct qda_cursor	 c;
	struct qda_err		 e;
	char			*text;

	for (size_t i = 0; i < n; i++)
		at[i] = i % 2 == 0 ? &cells->marks[first + i / 2].start :
		    &cells->marks[first + i / 2].end;
	qsort(at, n, sizeof(*at), by_place);
	for (size_t i = 0; i < n; i++)
		bytes[i] = (size_t)*at[i];
	text = qda_cell_clean(raw, span->to - span->from, &lead);
	if (qda_text_clean(&clean, raw, span->to - span->from, "UTF-8",
	    &e) == 0)
		qda_clean_map(raw, span->to - span->from, clean.text,
		    clean.size, bytes, n);
	qda_cursor_begin(&c, text, strlen(text));
	for (size_t i = 0; i < n; i++) {
		bytes[i] = bytes[i] < lead ? 0 : bytes[i] - lead;
		*at[i] = qda_cursor_point(&c, bytes[i] < c.n ? bytes[i] :
		    c.n);
	}
	qda_cleaned_free(&clean);
	free(text);
	free(bytes);
	free(at);
}

void
qda_cells_end(struct qda_cells_reading *r, struct qda_flow *flow)
{
	struct marking	 m = { .r = r, .flow = flow };
	size_t		 next = 0, first;

	qda_flow_place(flow);
	for (size_t i = 0; i < flow->remarks_n; i++)
		touch_cells(&m, i);
	if (m.n > 0)
		qsort(m.touches, m.n, sizeof(*m.touches), by_span);
	for (size_t i = 0; i < r->n_spans; i++) {
		first = r->cells->n_marks;
		add_styles(&m, &r->spans[i]);
		for (; next < m.n && m.touches[next].span == i; next++)
			add_comment(&m, &r->spans[i],
			    &flow->remarks[m.touches[next].remark]);
		if (r->cells->n_marks > first)
			to_points(&m, &r->spans[i], first);
	}
	free(m.touches);
	qda_cells_reading_free(r);
}

void
qda_cells_reading_free(struct qda_cells_reading *r)
{
	free(r->spans);
	r->spans = NULL;
	r->n_spans = r->cap_spans = 0;
}
