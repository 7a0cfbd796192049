/* tag_review_show.c: a verbatim among its turns, as a person reads it. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/tag_review.h"

enum {
	AROUND = 240,		/* characters of the turns before and after */
	BESIDE = 500,		/* of its own turn, on either side */
	ENDS_OF = 600,		/* of a very long verbatim, its two ends */
	TURNS = 3,		/* of one over many turns, the same */
	NARROW = 20		/* columns there are at least */
};

/* Where the verbatim begins and ends, in a text on its way to the person. */
#define BEGINS	'\001'
#define ENDS	'\002'

static void
mark(const struct review *r, char sign)
{
	FILE	*f = r->who->to;

	if (!r->who->terminal)
		putc(sign == BEGINS ? '[' : ']', f);
	else
		fputs(sign == BEGINS ? "\033[7m" : "\033[0m", f);
}

/* Prints a word; the marks in it are told. */
static void
put_word(const struct review *r, const char *s, size_t n, bool *in)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == BEGINS || s[i] == ENDS) {
			mark(r, s[i]);
			*in = s[i] == BEGINS;
		} else
			putc(s[i], r->who->to);
}

static void
new_line(const struct review *r, bool in)
{
	if (in && r->who->terminal)
		mark(r, ENDS);
	fputs("\n    ", r->who->to);
	if (in && r->who->terminal)
		mark(r, BEGINS);
}

/* One paragraph, broken at blanks to the width of the terminal. */
static void
put_paragraph(const struct review *r, const char *s)
{
	int	 limit = r->who->width > NARROW ? r->who->width - 1 : NARROW;
	int	 column = 2, width;
	bool	 in = false, first = true;
	size_t	 n;

	fputs("  ", r->who->to);
	for (; *s != '\0'; s += n) {
		s += strspn(s, " \t");
		n = strcspn(s, " \t");
		width = qda_text_width(s, n);
		if (!first && column + 1 + width > limit) {
			new_line(r, in);
			column = 4;
		} else if (!first && n > 0) {
			putc(' ', r->who->to);
			column++;
		}
		put_word(r, s, n, &in);
		column += width;
		first = false;
	}
	putc('\n', r->who->to);
}

/* Lines of the turns around it; only their near ends when they are long. */
static void
put_turns(const struct review *r, char *lines, bool before)
{
	struct qda_cursor	 c;
	char			*line, *rest = lines, *cut;
	int64_t			 n;

	while ((line = strsep(&rest, "\n")) != NULL) {
		n = qda_text_length(line, strlen(line));
		cut = NULL;
		qda_cursor_begin(&c, line, strlen(line));
		if (n > AROUND && before)
			cut = qda_sprintf("… %s", line +
			    qda_cursor_byte(&c, n - AROUND));
		else if (n > AROUND)
			cut = qda_sprintf("%.*s…",
			    (int)qda_cursor_byte(&c, AROUND), line);
		if (n > 0)
			put_paragraph(r, cut != NULL ? cut : line);
		free(cut);
	}
}

static void
around(struct review *r, bool before)
{
	const struct qda_place	*p = &r->items[r->at].place;
	struct qda_mem		 m;
	char			*text;

	qda_mem_open(&m);
	if (before)
		context_before(&r->source.context, m.f, p->start);
	else
		context_after(&r->source.context, m.f, p->end);
	text = qda_mem_text(&m);
	put_turns(r, text, before);
	free(text);
}

static void
copy(FILE *f, const char *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		putc(s[i] == '\n' || s[i] == '\t' ? ' ' : s[i], f);
}

/* The verbatim itself; of a very long one its ends. */
static void
copy_marked(FILE *f, const char *s, size_t from, size_t to)
{
	struct qda_cursor	 c;
	int64_t			 n = qda_text_length(s + from, to - from);

	putc(BEGINS, f);
	if (n > 2 * ENDS_OF) {
		qda_cursor_begin(&c, s + from, to - from);
		copy(f, s, from, from + qda_cursor_byte(&c, ENDS_OF));
		fputs("… … ", f);
		from += qda_cursor_byte(&c, n - ENDS_OF);
	}
	copy(f, s, from, to);
	putc(ENDS, f);
}

/* The code points [from, to) with what of the verbatim is in them marked. */
static void
put_own(struct review *r, const char *label, int64_t from, int64_t to)
{
	const struct qda_place	*p = &r->items[r->at].place;
	int64_t			 start = p->start > from ? p->start : from;
	int64_t			 end = p->end < to ? p->end : to;
	int64_t			 points[] = {
		start - BESIDE > from ? start - BESIDE : from, start, end,
		end + BESIDE < to ? end + BESIDE : to
	};
	struct qda_cursor	 c;
	size_t			 at[4];
	struct qda_mem		 m;
	char			*text;

	qda_cursor_begin(&c, r->source.text, r->source.size);
	for (size_t i = 0; i < 4; i++)
		at[i] = qda_cursor_byte(&c, points[i]);
	qda_mem_open(&m);
	if (label != NULL)
		fprintf(m.f, "%s : ", label);
	fputs(points[0] > from ? "… " : "", m.f);
	copy(m.f, r->source.text, at[0], at[1]);
	copy_marked(m.f, r->source.text, at[1], at[2]);
	copy(m.f, r->source.text, at[2], at[3]);
	fputs(points[3] < to ? "…" : "", m.f);
	text = qda_mem_text(&m);
	put_paragraph(r, text);
	free(text);
}

/* The line of a text that has no turns there. */
static void
put_own_line(struct review *r)
{
	const struct qda_place	*p = &r->items[r->at].place;
	const char		*s = r->source.text;
	struct qda_cursor	 c;
	size_t			 from, to;

	qda_cursor_begin(&c, s, r->source.size);
	from = qda_cursor_byte(&c, p->start);
	to = qda_cursor_byte(&c, p->end);
	while (from > 0 && s[from - 1] != '\n')
		from--;
	while (to < r->source.size && s[to] != '\n')
		to++;
	put_own(r, NULL, qda_cursor_point(&c, from), qda_cursor_point(&c, to));
}

/* Its turns; of very many the first and the last. */
static void
put_speech(struct review *r)
{
	const struct qda_place	*p = &r->items[r->at].place;
	const struct qda_voices	*v = &r->source.voices;
	size_t			 first = qda_voices_at(v, p->start), end;

	end = first;
	while (end < v->n && v->turns[end].start < p->end)
		end++;
	around(r, true);
	for (size_t i = first; i < end; i++) {
		if (i == first + TURNS && end - first > 2 * TURNS) {
			fputs("  …\n", r->who->to);
			i = end - TURNS;
		}
		put_own(r, v->voices[v->turns[i].voice].label,
		    v->turns[i].start, v->turns[i].end);
	}
	if (end == first)
		put_own_line(r);
	around(r, false);
}

static void
put_names(const struct review *r, const char *sentence,
    const struct qda_strings *names)
{
	char	*text, *line;

	if (names->n == 0)
		return;
	text = tag_names(names);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	line = qda_sprintf(sentence, text);
#pragma GCC diagnostic pop
	put_paragraph(r, line);
	free(line);
	free(text);
}

/* Others that were kept and share words with it. */
static void
put_kept(const struct review *r, const struct review_item *x)
{
	const struct review_item	*y;

	for (size_t i = 0; i < r->n; i++) {
		y = &r->items[i];
		if (y == x || y->is != REVIEW_KEEP ||
		    y->place.source != x->place.source ||
		    y->place.start >= x->place.end ||
		    y->place.end <= x->place.start)
			continue;
		fprintf(r->who->to, "  ");
		fprintf(r->who->to, _("it shares words with %zu/%zu, which "
		    "was kept"), i + 1, r->n);
		putc('\n', r->who->to);
	}
}

/* What keeping it would put there, as far as it is not what it carries. */
static void
put_wishes(const struct review *r, const struct review_item *x)
{
	const char	*label = x->label != NULL ? x->label : r->has_label;
	FILE		*f = r->who->to;

	put_names(r, _("it carries: %s"), &r->has);
	put_names(r, _("beside it: %s"), &r->beside);
	if (label != NULL && *label != '\0') {
		fprintf(f, "  ");
		fprintf(f, _("label: %s"), label);
		putc('\n', f);
	}
	if (x->stance != NULL)
		fprintf(f, "  %s\n", *x->stance == 'c' ?
		    _("the words contradict the code") : *x->stance == 'q' ?
		    _("the words qualify the code") :
		    _("the words illustrate the code"));
	if (x->memo != NULL) {
		fprintf(f, "  ");
		fprintf(f, _("memo: %s"), x->memo);
		putc('\n', f);
	}
}

void
review_show(struct review *r)
{
	const struct review_item	*x = &r->items[r->at];
	FILE				*f = r->who->to;
	char				*address, *codes;

	codes = x->codes.n == 0 ? qda_strdup(_("no code yet")) :
	    tag_names(&x->codes);
	address = qda_address_text(r->source.name, x->place.start,
	    x->place.end, x->place.revision);
	fprintf(f, "\n%zu/%zu  %s  %s%s\n", r->at + 1, r->n, address, codes,
	    x->is == REVIEW_KEEP ? _("  (kept)") :
	    x->is == REVIEW_DROP ? _("  (dropped)") : "");
	free(address);
	free(codes);
	put_wishes(r, x);
	put_kept(r, x);
	putc('\n', f);
	put_speech(r);
	putc('\n', f);
}

void
review_help(const struct review *r)
{
	static const struct {
		const char	*keys, *what;
	} rows[] = {
		{ "k y o", N_("keep it: it gets its codes, and has been "
		    "read") },
		{ "n", N_("drop it: its codes do not fit, and go where they "
		    "are there already") },
		{ "j", N_("leave it as it is, for later") },
		{ "s t", N_("widen it to the sentence, to the turn") },
		{ "< >", N_("one more word before it, behind it; 3> three, "
		    "-> one less") },
		{ "a", N_("the words it is to be, or the first ... the "
		    "last") },
		{ "u", N_("its borders as they were at first") },
		{ "c +", N_("another code instead, one more code") },
		{ "l p m", N_("its label, how it stands to its codes, a "
		    "memo") },
		{ "b", N_("back to the one before") },
		{ "A D", N_("keep, drop this one and all that are left") },
		{ "q", N_("the end: what was decided is saved, or not; Ctrl-D "
		    "saves it") },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		fprintf(r->who->to, "  %-7s%s\n", rows[i].keys,
		    _(rows[i].what));
}
