/*
 * similar.c: codes whose names are almost the same.  Two names that differ in
 * one letter have a shorter form in common: each with one letter left out, or
 * one of them as it is.  So all such forms are sorted, and only codes that
 * share one are compared.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/similar.h"

enum { SHORT = 4, LONG = 200 };	/* letters of a name that is compared */

struct form {
	char	*text;
	size_t	 code;
};

struct forms {
	struct form	*at;
	size_t		 n, cap;
};

static void
add_form(struct forms *f, char *text, size_t code)
{
	f->at = qda_grow(f->at, &f->cap, f->n, sizeof(*f->at));
	f->at[f->n++] = (struct form){ text, code };
}

/* The folded name without the s or x at the end of its words. */
static char *
singular(const char *s, size_t n)
{
	char	*out = qda_alloc(n + 1, 1);
	size_t	 k = 0, word = 0;

	for (size_t i = 0; i < n; i++) {
		bool	 end = i + 1 == n || s[i + 1] == ' ';

		word = s[i] == ' ' ? 0 : word + 1;
		if (!(end && word > 3 && (s[i] == 's' || s[i] == 'x')))
			out[k++] = s[i];
	}
	return out;
}

static size_t
letter_size(const char *s, size_t n, size_t at)
{
	size_t	 from = at;

	qda_text_next(s, n, &at);
	return at - from;
}

/* All forms of a folded name; "=" before those that are plurals apart. */
static void
add_forms(struct forms *f, const char *s, size_t n, size_t code)
{
	char	*one = singular(s, n), *form;
	size_t	 size;

	add_form(f, qda_sprintf("=%s", one), code);
	free(one);
	if (qda_text_length(s, n) < SHORT || n > LONG)
		return;
	add_form(f, qda_strndup(s, n), code);
	for (size_t i = 0; i < n; i += size) {
		size = letter_size(s, n, i);
		form = qda_alloc(n + 1, 1);
		memcpy(form, s, i);
		memcpy(form + i, s + i + size, n - i - size);
		add_form(f, form, code);
	}
}

static int
by_text(const void *a, const void *b)
{
	const struct form	*p = a, *q = b;
	int			 c = strcmp(p->text, q->text);

	return c != 0 ? c : (p->code > q->code) - (p->code < q->code);
}

static int
by_pair(const void *a, const void *b)
{
	const struct similar	*p = a, *q = b;

	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	return (p->b > q->b) - (p->b < q->b);
}

/* Whether two names are the same but for their figures: stage 1, stage 2. */
static bool
figures_only(const char *a, const char *b)
{
	bool	 figures = false;

	for (;;) {
		for (; isdigit((unsigned char)*a); a++)
			figures = true;
		for (; isdigit((unsigned char)*b); b++)
			figures = true;
		if (*a != *b)
			return false;
		if (*a == '\0')
			return figures;
		a++;
		b++;
	}
}

static bool
are_similar(const struct qda_book *book, size_t a, size_t b,
    const char *form)
{
	const char	*p = book->code[a].name, *q = book->code[b].name;

	if (a == b || figures_only(p, q))
		return false;
	return *form == '=' || qda_text_distance(p, q) <= 1;
}

size_t
similar_names(const struct qda_book *book, struct similar **pairs)
{
	struct forms		 f = { 0 };
	struct qda_folded	 folded;
	size_t			 n = 0, cap = 0, kept = 0;

	*pairs = NULL;
	for (size_t i = 0; i < book->n; i++) {
		qda_text_fold(&folded, book->code[i].name,
		    strlen(book->code[i].name));
		add_forms(&f, folded.s, folded.n, i);
		qda_folded_free(&folded);
	}
	if (f.n > 0)
		qsort(f.at, f.n, sizeof(*f.at), by_text);
	for (size_t i = 0; i < f.n; i++)
		for (size_t k = i + 1; k < f.n &&
		    strcmp(f.at[i].text, f.at[k].text) == 0; k++) {
			if (!are_similar(book, f.at[i].code, f.at[k].code,
			    f.at[i].text))
				continue;
			*pairs = qda_grow(*pairs, &cap, n, sizeof(**pairs));
			(*pairs)[n++] = (struct similar){ f.at[i].code,
			    f.at[k].code };
		}
	if (n > 0)
		qsort(*pairs, n, sizeof(**pairs), by_pair);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || by_pair(&(*pairs)[kept - 1],
		    &(*pairs)[i]) != 0)
			(*pairs)[kept++] = (*pairs)[i];
	for (size_t i = 0; i < f.n; i++)
		free(f.at[i].text);
	free(f.at);
	return kept;
}
