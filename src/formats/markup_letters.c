/* markup_letters.c: whether the words of a marked text are what they were. */
#include <stdlib.h>
#include <string.h>

#include "formats/markup.h"
#include "qda/lang.h"
#include "qda/text.h"

enum {
	AHEAD = 600,		/* letters in which the text is found again */
	ALIKE = 8,		/* so many of which must fit */
	DIFFER_MAX = 20,	/* places told of */
	TOLD = 60		/* bytes of words that are told */
};

/* The next letters of the text that is read, and the byte behind each. */
struct ahead {
	int32_t	 c[AHEAD + 3];
	size_t	 to[AHEAD + 3];
	size_t	 n;
	bool	 end;		/* there are no more */
};

/* ---- letters without marks -------------------------------------------- */

/* Behind a mark that begins at byte `at`, on the same line. */
static size_t
behind_mark(const char *s, size_t n, size_t at)
{
	while (at < n && s[at] != '}' && s[at] != '\n')
		at += s[at] == '\\' && at + 1 < n ? 2 : 1;
	return at < n && s[at] == '}' ? at + 1 : at < n ? at : n;
}

/* The next character that counts on a line; -1 at its end. */
static int32_t
next_letter(const char *s, size_t n, size_t *at)
{
	int32_t	 c;

	while (*at < n && s[*at] != '\n') {
		if (s[*at] == '{' && (*at + 1 == n || s[*at + 1] != '{')) {
			*at = behind_mark(s, n, *at);
			continue;
		}
		c = qda_text_next(s, n, at);
		if ((c == '{' || c == '}') && *at < n && s[*at] == (char)c)
			(*at)++;
		if (c >= 0 && !shown_skips(c))
			return c;
	}
	return -1;
}

/* Over blanks, and over the "\" before what means something. */
static size_t
line_begins(const char *s, size_t n, size_t at)
{
	size_t	 next = at;

	while (at < n && s[at] != '\n' && shown_skips(qda_text_next(s, n,
	    &next)))
		at = next;
	if (at + 1 < n && s[at] == '\\' &&
	    markup_means((unsigned char)s[at + 1]))
		at++;
	return at;
}

static void
look_ahead(struct ahead *a, const char *s, size_t n, size_t at)
{
	int32_t	 c, folded[3];
	size_t	 k;

	a->n = 0;
	while (a->n < AHEAD && at < n) {
		if ((c = next_letter(s, n, &at)) >= 0) {
			k = shown_fold(c, folded);
			for (size_t i = 0; i < k; i++, a->n++) {
				a->c[a->n] = folded[i];
				a->to[a->n] = at;
			}
			continue;
		}
		while (at < n && s[at] == '\n') {
			at = line_begins(s, n, at + 1);
			if (at < n && markup_means((unsigned char)s[at]) &&
			    s[at - 1] != '\\')
				at += strcspn(s + at, "\n");
		}
	}
	a->end = at >= n;
}

size_t
letters_backslashes(const struct reading *r, size_t byte)
{
	size_t	 n = 0;

	for (;;)
		if (r->s[byte] == '\\') {
			byte++;
			n++;
		} else if (r->s[byte] == '{' && r->s[byte + 1] != '{')
			byte = behind_mark(r->s, r->n, byte);
		else
			return n;
}

/* Marks stick to words: one between blanks is part of a name. */
static bool
has_lone_mark(const char *s, size_t n, size_t at)
{
	size_t	 to;

	for (; at < n && s[at] != '\n'; at++) {
		if (s[at] == '{' && s[at + 1] == '{')
			at++;
		else if (s[at] == '{' && at > 0 && s[at - 1] == ' ') {
			to = behind_mark(s, n, at);
			if (to >= n || strchr(" \n", s[to]) != NULL)
				return true;
		}
	}
	return false;
}

/* The letters of a line when they are the next that are looked for, or 0. */
static size_t
line_fits(const struct reading *r, size_t byte)
{
	size_t	 i = r->i, n, at = byte;
	int32_t	 c, folded[3];

	while ((c = next_letter(r->s, r->n, &at)) >= 0) {
		if (c == '\\' && (i >= r->w.n || r->w.c[i] != c) &&
		    (markup_means((unsigned char)r->s[at]) ||
		    (i > r->i && r->w.c[i - 1] == c)))
			continue;	/* an escape */
		n = shown_fold(c, folded);
		for (size_t k = 0; k < n; k++, i++)
			if (i >= r->w.n || r->w.c[i] != folded[k])
				return 0;
	}
	return has_lone_mark(r->s, r->n, byte) ? 0 : i - r->i;
}

bool
letters_line(const struct reading *r, size_t byte)
{
	size_t	 at = byte, n = r->skip > 0 ? 0 : line_fits(r, byte);

	if (n == 0)
		return false;
	/* the same written as it was meant to be: this one is a code's name */
	do {
		at += strcspn(r->s + at, "\n");
		at += r->s[at] == '\n';
	} while (r->s[at] != '\0' && strchr("@=~%", r->s[at]) != NULL);
	return r->s[at] != '\\' || r->s[at + 1] != r->s[byte] ||
	    line_fits(r, at + 1) < n;
}

/* The next letter of a text, folded, blanks passed over; -1 at its end. */
static int32_t
plain_letter(const char *s, size_t n, size_t *at)
{
	int32_t	 c, folded[3];

	while (*at < n) {
		c = qda_text_next(s, n, at);
		if (c >= 0 && !shown_skips(c)) {
			shown_fold(c, folded);
			return folded[0];
		}
	}
	return -1;
}

bool
letters_same(const char *a, size_t n, const char *b, size_t m)
{
	size_t	 i = 0, k = 0;
	int32_t	 c;

	do {
		c = plain_letter(a, n, &i);
		if (c != plain_letter(b, m, &k))
			return false;
	} while (c >= 0);
	return true;
}

/* ---- where they differ ------------------------------------------------ */

/* Whether from there on the two go together. */
static bool
fits(const struct reading *r, const struct ahead *a, size_t was, size_t now)
{
	size_t	 i = r->i + was;

	for (size_t k = 0; k < ALIKE; k++) {
		bool	 was_end = i + k == r->w.n;
		bool	 now_end = now + k == a->n;

		if (was_end || now_end)
			return was_end && now_end && a->end;
		if (r->w.c[i + k] != a->c[now + k])
			return false;
	}
	return true;
}

/* How many letters of each to pass over until they fit again. */
static bool
find_again(const struct reading *r, const struct ahead *a, size_t *was,
    size_t *now)
{
	size_t	 left = r->w.n - r->i;

	left = left < AHEAD ? left : AHEAD;
	for (size_t sum = 1; sum <= left + a->n; sum++)
		for (*was = sum > a->n ? sum - a->n : 0; *was <= sum &&
		    *was <= left; ++*was) {
			*now = sum - *was;
			if (fits(r, a, *was, *now))
				return true;
		}
	return false;
}

/* Bytes of a text, and whether they are cut off from a word. */
struct stretch {
	const char	*s;
	size_t		 n, from, to;
	bool		 cut;
};

/* Over the rest of the word at both ends. */
static void
widen(struct stretch *t, bool marked)
{
	size_t	 from = t->from, to = t->to, at;

	while (t->from > 0) {
		for (at = t->from - 1; at > 0 && (t->s[at] & 0xc0) == 0x80; )
			at--;
		from = at;
		if (shown_skips(qda_text_next(t->s, t->n, &at)) ||
		    (marked && strchr("{}", t->s[from]) != NULL))
			break;
		t->cut = true;
		t->from = from;
	}
	for (at = to; at < t->n; to = t->to = at)
		if (shown_skips(qda_text_next(t->s, t->n, &at)) ||
		    (marked && strchr("{}", t->s[to]) != NULL))
			break;
		else
			t->cut = true;
}

/* The words of a stretch, not too many; caller frees. */
static char *
words(const struct stretch *t)
{
	size_t	 n = t->to - t->from;

	if (n <= TOLD)
		return qda_strndup(t->s + t->from, n);
	for (n = TOLD; n > 0 && (t->s[t->from + n] & 0xc0) == 0x80; )
		n--;
	return qda_sprintf("%.*s...", (int)n, t->s + t->from);
}

/* What was there, from that letter on; as much of it as of a word now. */
static struct stretch
what_was(struct reading *r, size_t letters)
{
	struct stretch	 t = { r->m->text, r->m->n, r->m->n, r->m->n, false };

	if (r->i < r->w.n)
		t.from = t.to = qda_cursor_byte(&r->cursor, r->w.at[r->i]);
	if (letters > 0)
		t.to = qda_cursor_byte(&r->cursor, (int64_t)r->w.at[r->i +
		    letters - 1] + 1);
	return t;
}

/* The same from where the word begins that was changed. */
static void
go_back(struct reading *r, struct stretch *old, const struct stretch *new,
    size_t byte)
{
	size_t	 n = 0, at = new->from, from;

	while (at < byte)
		n += !shown_skips(qda_text_next(new->s, new->n, &at));
	if (n == 0 || n > r->i)
		return;
	from = qda_cursor_byte(&r->cursor, r->w.at[r->i - n]);
	if (from < old->from) {
		old->from = from;
		old->cut = true;
	}
}

/* What stands there now instead of what was there. */
static void
tell(struct reading *r, size_t byte, size_t was, const struct ahead *a,
    size_t now)
{
	struct stretch	 old = what_was(r, was), wide_old = old;
	struct stretch	 new = { r->s, r->n, byte, now > 0 ? a->to[now - 1] :
			    byte, false }, wide_new = new;
	char		*p, *q;

	widen(&wide_new, true);
	go_back(r, &wide_old, &wide_new, byte);
	widen(&wide_old, false);
	if (now == 0 && !wide_old.cut) {
		p = words(&old);
		qda_mark(r->marks, r->line, _("text changed at line %zu: '%s' "
		    "is missing"), r->line, p);
		free(p);
	} else if (was == 0 && (!wide_new.cut || r->i == r->w.n)) {
		q = words(&new);
		qda_mark(r->marks, r->line, _("text changed at line %zu: '%s' "
		    "is new"), r->line, q);
		free(q);
	} else {
		p = words(&wide_old);
		q = words(&wide_new);
		qda_mark(r->marks, r->line, _("text changed at line %zu: '%s' "
		    "is now '%s'"), r->line, p, q);
		free(p);
		free(q);
	}
}

/* Words differ: tells which, and goes on where they fit again. */
static void
differ(struct reading *r, size_t byte, size_t folded)
{
	struct ahead	*a = qda_alloc(1, sizeof(*a));
	size_t		 was, now, from = byte;

	look_ahead(a, r->s, r->n, byte);
	a->n -= folded;
	memmove(a->c, a->c + folded, a->n * sizeof(*a->c));
	memmove(a->to, a->to + folded, a->n * sizeof(*a->to));
	if (++r->differ == DIFFER_MAX || !find_again(r, a, &was, &now)) {
		was = r->i < r->w.n;
		now = a->n > 0;
		r->lost = true;
	}
	tell(r, from, was, a, now);
	if (r->items > 0 && r->line == r->items + 1)
		qda_mark(r->marks, r->line, _("codes that go on in another "
		    "line have a '=' before it too, a memo '~+'"));
	if (r->differ == 1)
		qda_mark(r->marks, r->line, _("the words of a source cannot "
		    "be corrected here: they have to stand as they were, "
		    "only marks are read"));
	r->i += was;
	r->skip = now;
	free(a);
}

void
letters_read(struct reading *r, int32_t c, size_t byte)
{
	int32_t	 folded[3];
	size_t	 n = shown_fold(c, folded);

	for (size_t k = 0; k < n && !r->lost; k++) {
		if (r->skip == 0 && (r->i >= r->w.n ||
		    r->w.c[r->i] != folded[k]))
			differ(r, byte, k);
		if (r->skip > 0)
			r->skip--;
		else if (!r->lost)
			r->i++;
	}
	r->word = false;
}
