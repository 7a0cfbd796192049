/* markup.c: units in a text that is marked, and what is shown of it. */
#include <stdlib.h>
#include <string.h>

#include "formats/markup.h"
#include "qda/text.h"

void
qda_markup_free(struct qda_markup_units *units)
{
	for (size_t i = 0; i < units->n; i++) {
		struct qda_markup_unit	*u = &units->at[i];

		for (size_t k = 0; k < u->n_codes; k++)
			free(u->codes[k].name);
		free(u->codes);
		free(u->mark);
		free(u->label);
		qda_strings_free(&u->memos);
	}
	free(units->at);
	memset(units, 0, sizeof(*units));
}

struct qda_markup_unit *
qda_markup_unit(struct qda_markup_units *units, int64_t start, int64_t end)
{
	struct qda_markup_unit	*u;

	units->at = qda_grow(units->at, &units->cap, units->n,
	    sizeof(*units->at));
	u = &units->at[units->n++];
	memset(u, 0, sizeof(*u));
	u->start = start;
	u->end = end;
	return u;
}

void
qda_markup_code(struct qda_markup_unit *u, const char *name,
    enum qda_stance stance)
{
	u->codes = qda_grow(u->codes, &u->cap_codes, u->n_codes,
	    sizeof(*u->codes));
	u->codes[u->n_codes++] = (struct qda_markup_code){
		qda_strdup(name), stance
	};
}

/* ---- letters and sentences -------------------------------------------- */

bool
shown_skips(int32_t c)
{
	return qda_text_space(c) || c == 0xad || c == 0xfeff || c == 0x2060 ||
	    (c >= 0x200b && c <= 0x200f);
}

size_t
shown_fold(int32_t c, int32_t folded[3])
{
	const char	*plain;
	size_t		 n = 0;

	if ((c >= 'a' && c <= 'z') || (plain = qda_text_plain(c)) == NULL)
		folded[n++] = c;
	else
		for (; *plain != '\0'; plain++)
			folded[n++] = (unsigned char)*plain;
	return n;
}

static void
add_letter(struct shown *w, int32_t c, int64_t point)
{
	int32_t	 folded[3];
	size_t	 n = shown_fold(c, folded);

	for (size_t i = 0; i < n; i++, w->n++) {
		w->c = qda_grow(w->c, &w->cap, w->n, sizeof(*w->c));
		w->at = qda_grow(w->at, &w->cap_at, w->n, sizeof(*w->at));
		w->c[w->n] = folded[i];
		w->at[w->n] = (int32_t)point;
	}
}

/* The letters of a sentence, which ends before byte `to`. */
static void
add_sentence(struct shown *w, const struct qda_markup *m, size_t part,
    struct qda_cursor *cursor, size_t from, size_t to)
{
	int64_t	 point = qda_cursor_point(cursor, from);
	size_t	 first = w->n;
	int32_t	 c;

	while (from < to && (c = qda_text_next(m->text, to, &from)) >= 0) {
		if (!shown_skips(c))
			add_letter(w, c, point);
		point++;
	}
	if (w->n == first)
		return;
	w->s = qda_grow(w->s, &w->cap_s, w->n_s, sizeof(*w->s));
	w->s[w->n_s++] = (struct sentence){ w->at[first],
	    w->at[w->n - 1] + 1, first, w->n, part };
}

void
shown_make(struct shown *w, const struct qda_markup *m)
{
	struct qda_cursor	 cursor, ahead;
	size_t			 from, to, end, next;

	memset(w, 0, sizeof(*w));
	qda_cursor_begin(&cursor, m->text, m->n);
	for (size_t i = 0; i < m->n_parts; i++) {
		from = qda_cursor_byte(&cursor, m->parts[i].start);
		ahead = cursor;		/* which goes on behind it */
		to = qda_cursor_byte(&ahead, m->parts[i].end);
		for (; from < to; from = next) {
			end = qda_text_sentence(m->text, to, from, &next);
			add_sentence(w, m, i, &cursor, from, end);
			/* what a sentence leaves out is white space */
			if (next <= from)
				break;
		}
	}
}

void
shown_free(struct shown *w)
{
	free(w->c);
	free(w->at);
	free(w->s);
	memset(w, 0, sizeof(*w));
}

size_t
shown_from(const struct shown *w, int64_t point)
{
	size_t	 low = 0, high = w->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (w->at[middle] < point)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
shown_sentence(const struct shown *w, size_t letter)
{
	size_t	 low = 0, high = w->n_s, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (w->s[middle].to <= letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
