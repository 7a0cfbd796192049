/* fold.c: text folded for being found again, and names that are near. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "qda/mem.h"
#include "qda/text.h"

struct folding {
	struct qda_folded	*f;
	size_t			 cap, at_cap;
	bool			 opened;	/* after «: no blank */
};

static void
put(struct folding *o, char byte, int64_t point)
{
	struct qda_folded	*f = o->f;

	f->s = qda_grow(f->s, &o->cap, f->n + 1, 1);
	f->at = qda_grow(f->at, &o->at_cap, f->n + 1, sizeof(*f->at));
	f->at[f->n] = (int32_t)point;
	f->s[f->n++] = byte;
}

static void
put_text(struct folding *o, const char *s, int64_t point)
{
	while (*s != '\0')
		put(o, *s++, point);
}

const char *
qda_text_plain(int32_t c)
{
	switch (c) {
	case 0xab: case 0xbb: case 0x201c: case 0x201d: case 0x201e:
	case 0x2039: case 0x203a: case '"':
		return "\"";
	case '\'': case 0x2018: case 0x2019: case 0x2bc: case 0x2032:
		return "'";
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
	case 0x2015: case 0x2212:
		return "-";
	case 0x2026:
		return "...";
	default:
		return NULL;
	}
}

/* What many characters become; NULL for all others. */
static const char *
replacement(int32_t c)
{
	switch (c) {
	case 0x153: case 0x152:
		return "oe";
	case 0xe6: case 0xc6:
		return "ae";
	case 0xad: case 0x200b: case 0xfeff:
		return "";
	default:
		return qda_text_plain(c);
	}
}

static void
put_letter(struct folding *o, int32_t c, int64_t point)
{
	utf8proc_int32_t	 parts[32];
	utf8proc_ssize_t	 n;
	char			 utf8[5];
	int			 boundary = 0;

	n = utf8proc_decompose_char(c, parts, 32, UTF8PROC_DECOMPOSE |
	    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
	    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < 32; i++) {
		utf8[qda_text_put(utf8, parts[i])] = '\0';
		put_text(o, utf8, point);
	}
}

static void
put_blank(struct folding *o, int64_t point)
{
	if (!o->opened && (o->f->n == 0 || o->f->s[o->f->n - 1] != ' '))
		put(o, ' ', point);
}

static void
put_point(struct folding *o, int32_t c, int64_t point)
{
	const char	*as;

	if (qda_text_space(c)) {
		put_blank(o, point);
		return;
	}
	if (c == 0xbb && o->f->n > 0 && o->f->s[o->f->n - 1] == ' ')
		o->f->n--;		/* no blank before » */
	o->opened = c == 0xab;
	if (c < 0x80 && c != '"' && c != '\'')
		put(o, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c), point);
	else if ((as = replacement(c)) != NULL)
		put_text(o, as, point);
	else
		put_letter(o, c, point);
}

void
qda_text_fold(struct qda_folded *f, const char *s, size_t n)
{
	struct folding	 o = { .f = f };
	size_t		 at = 0;
	int64_t		 point = 0;
	int32_t		 c;

	memset(f, 0, sizeof(*f));
	while ((c = qda_text_next(s, n, &at)) >= 0)
		put_point(&o, c, point++);
	put(&o, '\0', point);
	f->n--;
}

void
qda_folded_free(struct qda_folded *f)
{
	free(f->s);
	free(f->at);
	memset(f, 0, sizeof(*f));
}

void
qda_folded_span(const struct qda_folded *f, size_t from, size_t to,
    int64_t *start, int64_t *end)
{
	*start = f->at[from];
	*end = to == 0 ? f->at[0] : f->at[to - 1] + 1;
}

static size_t
min3(size_t a, size_t b, size_t c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* A text folded, letter by letter; caller frees. */
static int32_t *
folded_letters(const char *s, size_t *n)
{
	struct qda_folded	 f;
	int32_t			*letters;
	size_t			 at = 0;

	qda_text_fold(&f, s, strlen(s));
	letters = qda_alloc(f.n + 1, sizeof(*letters));
	for (*n = 0; (letters[*n] = qda_text_next(f.s, f.n, &at)) >= 0; ++*n)
		continue;
	qda_folded_free(&f);
	return letters;
}

/* Optimal string alignment over three rows. */
static size_t
distance(const int32_t *a, size_t na, const int32_t *b, size_t nb)
{
	size_t	*row = qda_alloc(3 * (nb + 1), sizeof(*row));
	size_t	*two = row, *one = row + nb + 1, *now = one + nb + 1, *t, d;

	for (size_t j = 0; j <= nb; j++)
		one[j] = j;
	for (size_t i = 1; i <= na; i++) {
		now[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			now[j] = min3(one[j] + 1, now[j - 1] + 1,
			    one[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && two[j - 2] + 1 < now[j])
				now[j] = two[j - 2] + 1;
		}
		t = two;
		two = one;
		one = now;
		now = t;
	}
	d = one[nb];
	free(row);
	return d;
}

size_t
qda_text_distance(const char *a, const char *b)
{
	size_t	 na, nb, d;
	int32_t	*fa = folded_letters(a, &na), *fb = folded_letters(b, &nb);

	d = distance(fa, na, fb, nb);
	free(fa);
	free(fb);
	return d;
}

/* Whether a name begins with these whole words, two letters at least. */
static bool
begins_with(const char *name, const char *words)
{
	struct qda_folded	 fn, fw;
	bool			 yes;

	qda_text_fold(&fn, name, strlen(name));
	qda_text_fold(&fw, words, strlen(words));
	yes = fw.n >= 2 && fn.n > fw.n && fn.s[fw.n] == ' ' &&
	    memcmp(fn.s, fw.s, fw.n) == 0;
	qda_folded_free(&fn);
	qda_folded_free(&fw);
	return yes;
}

const char *
qda_text_nearest(const char *name, const char *const *names, size_t n)
{
	size_t		 letters, best, d;
	const char	*nearest = NULL;

	free(folded_letters(name, &letters));
	best = (letters < 8 ? 1 : letters / 4) + 1;
	for (size_t i = 0; i < n; i++) {
		d = qda_text_distance(name, names[i]);
		if (d < best) {
			best = d;
			nearest = names[i];
		}
	}
	for (size_t i = 0; nearest == NULL && i < n; i++)
		if (begins_with(names[i], name))
			nearest = names[i];
	return nearest;
}
