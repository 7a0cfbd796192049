/* styled.c: bold labels; speakers that may be told by bold or by colour. */
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "formats/styled.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { LONGEST = 34, FEW = 6 };

/* Where the bold that begins at byte `from' ends: the runs that touch. */
static size_t
bold_end(const struct qda_transcript *t, size_t style, size_t from, size_t to)
{
	size_t	 end = from;

	for (size_t i = style; i < t->styles_n; i++) {
		const struct qda_style	*s = &t->styles[i];

		if ((size_t)s->start > end || !(s->is & QDA_BOLD))
			break;
		end = (size_t)s->end;
	}
	return end < to ? end : to;
}

bool
qda_style_label(const struct qda_transcript *t, size_t *style, size_t from,
    size_t to, struct qda_label *l)
{
	const char	*text = t->text + from;
	size_t		 start = from, end = to, name;

	if (!qda_span_trim(t->text, &start, &end))
		return false;
	while (*style < t->styles_n &&
	    (size_t)t->styles[*style].end <= start)
		(*style)++;
	name = bold_end(t, *style, start, end);
	if (name == start || name == end)
		return false;
	memset(l, 0, sizeof(*l));
	l->time_ms = l->end_ms = -1;
	l->from = start - from;
	l->text = name - from;
	if (!qda_span_trim(t->text, &start, &name))
		return false;
	name -= t->text[name - 1] == ':';
	if (!qda_span_trim(t->text, &start, &name))
		return false;
	l->to = name - from;
	l->text += strspn(text + l->text, " \t");
	l->text += text[l->text] == ':';
	return qda_text_length(text + l->from, l->to - l->from) <= LONGEST;
}

int
qda_asked_read(struct qda_asked *look, const char *s, struct qda_err *e)
{
	static const struct { const char *name; unsigned is; }	 known[] = {
		{ "bold", QDA_BOLD }, { "gras", QDA_BOLD },
		{ "italic", QDA_ITALIC }, { "italique", QDA_ITALIC },
		{ "underline", QDA_UNDERLINE }, { "souligné", QDA_UNDERLINE },
	};

	look->is = 0;
	look->colour = -1;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (qda_text_distance(s, known[i].name) == 0) {
			look->is = known[i].is;
			return 0;
		}
	if (s[0] == '#' && strlen(s) == 7 &&
	    strspn(s + 1, "0123456789abcdefABCDEF") == 6) {
		look->colour = (int32_t)strtol(s + 1, NULL, 16);
		return 0;
	}
	return qda_fail(e, QDA_USAGE, _("there is no style '%s'; styles are "
	    "bold, italic, underline and colours (#c00000)"), s);
}

static bool
has(const struct qda_style *s, const struct qda_asked *look)
{
	return look->is != 0 ? (s->is & look->is) != 0 :
	    s->colour == look->colour;
}

/* What was counted of paragraphs. */
struct tally {
	size_t	 all, in, turned, asking;
};

bool
qda_looks(const struct qda_transcript *t, size_t *style, size_t from,
    size_t to, const struct qda_asked *look)
{
	size_t	 in = 0, start, end;

	while (*style < t->styles_n && (size_t)t->styles[*style].end <= from)
		(*style)++;
	for (size_t i = *style; i < t->styles_n &&
	    (size_t)t->styles[i].start < to; i++) {
		if (!has(&t->styles[i], look))
			continue;
		start = (size_t)t->styles[i].start;
		end = (size_t)t->styles[i].end;
		in += (end < to ? end : to) - (start > from ? start : from);
	}
	return in * 10 >= (to - from) * 9;
}

static void
count(const struct qda_transcript *t, const struct qda_asked *look,
    struct tally *n)
{
	size_t	 at = 0, from, to, style = 0;
	bool	 in, before = false;

	memset(n, 0, sizeof(*n));
	while (qda_paragraph_next(t->text, t->size, &at, &from, &to)) {
		qda_span_trim(t->text, &from, &to);
		in = qda_looks(t, &style, from, to, look);
		n->turned += before && !in;
		n->all++;
		n->in += in;
		n->asking += in && t->text[to - 1] == '?';
		before = in;
	}
	n->turned += before;
}

static bool
alternates(const struct tally *n)
{
	return n->in >= FEW / 2 && n->all >= FEW && n->in * 10 >= n->all * 3 &&
	    n->in * 10 <= n->all * 6 && n->turned * 10 >= n->in * 8;
}

/* The colour that most of the text is in, of those there are; or -1. */
static int32_t
main_colour(const struct qda_transcript *t)
{
	enum { KINDS = 16 };
	int32_t	 colour[KINDS], best = -1;
	int64_t	 sum[KINDS] = { 0 }, most = 0;
	size_t	 n = 0, k;

	for (size_t i = 0; i < t->styles_n; i++) {
		const struct qda_style	*s = &t->styles[i];

		if (s->colour < 0)
			continue;
		for (k = 0; k < n && colour[k] != s->colour;)
			k++;
		if (k == n && n == KINDS)
			continue;
		n += k == n;
		colour[k] = s->colour;
		sum[k] += s->end - s->start;
		if (sum[k] > most) {
			most = sum[k];
			best = colour[k];
		}
	}
	return best;
}

void
qda_styled_offer(struct qda_transcript *t)
{
	struct qda_asked	 bold = { QDA_BOLD, -1 }, one = { 0, -1 };
	struct tally	 n;

	if (t->styles_n == 0)
		return;
	count(t, &bold, &n);
	if (alternates(&n) && n.asking * 10 >= n.in * 6)
		qda_strings_take(&t->notes, qda_sprintf(_("%zu of %zu "
		    "paragraphs are bold, by turns with the others, and %zu "
		    "of them ask: they may be the interviewer's; then "
		    "'--question-style bold'"), n.in, n.all, n.asking));
	one.colour = main_colour(t);
	if (one.colour < 0)
		return;
	count(t, &one, &n);
	if (alternates(&n))
		qda_strings_take(&t->notes, qda_sprintf(_("%zu of %zu "
		    "paragraphs are in one colour (#%06x), by turns with the "
		    "others: they may be the interviewer's; then "
		    "'--question-style \"#%06x\"'"), n.in, n.all,
		    (unsigned)one.colour, (unsigned)one.colour));
}
