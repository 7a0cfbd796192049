/* markup_write.c: a text with its units marked. */
#include <stdlib.h>
#include <string.h>

#include "formats/markup.h"
#include "qda/text.h"

struct writing {
	FILE				*f;
	const struct qda_markup		*m;
	struct shown			 w;
	struct qda_markup_units		*units;
	struct qda_markup_unit		**whole;	/* by sentence */
	size_t				*begins, *ends;	/* by where they do */
	size_t				 n, open, shut;	/* next of each */
	const struct qda_markup_note	*notes;
	size_t				 n_notes, note;
	struct qda_cursor		 cursor;
};

bool
markup_means(int32_t c)
{
	return c == '@' || c == '=' || c == '~' || c == '%' || c == '\\';
}

/* The borders with which a unit is shown; whether any of it is. */
static bool
show_unit(const struct shown *w, struct qda_markup_unit *u)
{
	size_t	 from = shown_from(w, u->start), to = shown_from(w, u->end);

	if (from >= to) {
		u->end = u->start;
		return false;
	}
	u->start = w->at[from];
	u->end = w->at[to - 1] + 1;
	return true;
}

static int
by_end(const void *a, const void *b, void *arg)
{
	const struct qda_markup_units	*units = arg;
	size_t				 p = *(const size_t *)a;
	size_t				 q = *(const size_t *)b;

	if (units->at[p].end != units->at[q].end)
		return units->at[p].end < units->at[q].end ? -1 : 1;
	return p < q ? -1 : p > q;
}

static int
by_start(const void *a, const void *b, void *arg)
{
	const struct qda_markup_units	*units = arg;
	size_t				 p = *(const size_t *)a;
	size_t				 q = *(const size_t *)b;

	if (units->at[p].start != units->at[q].start)
		return units->at[p].start < units->at[q].start ? -1 : 1;
	return p < q ? -1 : p > q;
}

/* Which units are whole sentences, and the marks of the others. */
static void
assign_marks(struct writing *w)
{
	struct qda_markup_unit	*u;
	struct sentence		*s;
	size_t			 k;

	for (size_t i = 0; i < w->units->n; i++) {
		u = &w->units->at[i];
		free(u->mark);
		u->mark = NULL;
		if (!show_unit(&w->w, u))
			continue;
		k = shown_sentence(&w->w, shown_from(&w->w, u->start));
		s = &w->w.s[k];
		if (w->whole[k] == NULL && u->start == s->start &&
		    u->end == s->end) {
			w->whole[k] = u;
			continue;
		}
		w->begins[w->n] = w->ends[w->n] = i;
		u->mark = qda_sprintf("%zu", ++w->n);
	}
	qsort_r(w->begins, w->n, sizeof(*w->begins), by_start, w->units);
	qsort_r(w->ends, w->n, sizeof(*w->ends), by_end, w->units);
}

/* "=1 CODES" and "~1 MEMO" of a unit. */
static void
put_lines(struct writing *w, const struct qda_markup_unit *u)
{
	const char	*mark = u->mark != NULL ? u->mark : "", *end;

	if (u->label != NULL || u->n_codes > 0) {
		fprintf(w->f, "=%s ", mark);
		items_write(w->f, u);
		fputc('\n', w->f);
	}
	for (size_t i = 0; i < u->memos.n; i++)
		for (const char *s = u->memos.at[i];; s = end + 1) {
			end = strchrnul(s, '\n');
			fprintf(w->f, "~%s%s %.*s\n", mark,
			    s > u->memos.at[i] ? "+" : "", (int)(end - s), s);
			if (*end == '\0')
				break;
		}
}

static void
put_note(struct writing *w, const char *text)
{
	fputs("% ", w->f);
	for (; *text != '\0'; text++)
		fputc(*text == '\n' ? ' ' : *text, w->f);
	fputc('\n', w->f);
}

/* The characters of a sentence with the marks between them. */
static void
put_words(struct writing *w, const struct sentence *s)
{
	size_t	 byte = qda_cursor_byte(&w->cursor, s->start), was;
	int32_t	 c;

	for (int64_t at = s->start;; at++) {
		struct qda_markup_unit	*u = w->units->at;

		for (; w->shut < w->n && u[w->ends[w->shut]].end == at;
		    w->shut++)
			fprintf(w->f, "{/%s}", u[w->ends[w->shut]].mark);
		if (at == s->end)
			break;
		was = byte;
		c = qda_text_next(w->m->text, w->m->n, &byte);
		if (at == s->start && markup_means(c) && (w->open == w->n ||
		    u[w->begins[w->open]].start != at))
			fputc('\\', w->f);
		for (; w->open < w->n && u[w->begins[w->open]].start == at;
		    w->open++)
			fprintf(w->f, "{%s}", u[w->begins[w->open]].mark);
		fwrite(w->m->text + was, 1, byte - was, w->f);
		if (c == '{' || c == '}')
			fputc(c, w->f);
	}
	fputc('\n', w->f);
}

static void
put_sentence(struct writing *w, size_t i)
{
	const struct sentence	*s = &w->w.s[i];
	const char		*head = w->m->parts[s->part].head;
	size_t			 shut = w->shut;

	if (head != NULL && (i == 0 || w->w.s[i - 1].part != s->part))
		fprintf(w->f, "@%s\n", head);
	put_words(w, s);
	if (w->whole[i] != NULL)
		put_lines(w, w->whole[i]);
	for (; shut < w->shut; shut++)
		put_lines(w, &w->units->at[w->ends[shut]]);
	for (; w->note < w->n_notes && (w->notes[w->note].end <= s->end ||
	    i + 1 == w->w.n_s); w->note++)
		put_note(w, w->notes[w->note].text);
}

void
qda_markup_write(FILE *f, const struct qda_markup *m,
    struct qda_markup_units *units, const struct qda_markup_note *notes,
    size_t n_notes)
{
	struct writing	 w = { .f = f, .m = m, .units = units, .notes = notes,
			    .n_notes = n_notes };

	shown_make(&w.w, m);
	w.whole = qda_alloc(w.w.n_s + 1, sizeof(*w.whole));
	w.begins = qda_alloc(units->n + 1, sizeof(*w.begins));
	w.ends = qda_alloc(units->n + 1, sizeof(*w.ends));
	assign_marks(&w);
	qda_cursor_begin(&w.cursor, m->text, m->n);
	for (size_t i = 0; i < w.w.n_s; i++)
		put_sentence(&w, i);
	free(w.whole);
	free(w.begins);
	free(w.ends);
	shown_free(&w.w);
}
