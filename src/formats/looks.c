/* looks.c: named styles, resolved through those they are based on. */
#include <stdlib.h>
#include <string.h>

#include "formats/looks.h"
#include "qda/mem.h"

enum { CHAIN = 16 };

const struct qda_look	 qda_plain_look = { 0, -1, -1, false };

void
qda_look_touch(struct qda_look *l, const struct qda_touch *t)
{
	l->is = (l->is & ~t->said) | (t->is & t->said);
	if (t->says_colour)
		l->colour = t->colour;
	if (t->says_highlight)
		l->highlight = t->highlight;
	if (t->says_hidden)
		l->hidden = t->hidden;
}

void
qda_touch_is(struct qda_touch *t, unsigned what, bool on)
{
	t->said |= what;
	t->is = on ? t->is | what : t->is & ~what;
}

int32_t
qda_colour_read(const char *s)
{
	if (s == NULL)
		return -1;
	s += *s == '#';
	if (strlen(s) != 6 ||
	    strspn(s, "0123456789abcdefABCDEF") != 6)
		return -1;
	return (int32_t)strtol(s, NULL, 16);
}

struct qda_named *
qda_styles_add(struct qda_styles *s, int family, const char *name)
{
	struct qda_named	*made;

	s->at = qda_grow(s->at, &s->cap, s->n, sizeof(*s->at));
	made = &s->at[s->n++];
	memset(made, 0, sizeof(*made));
	made->family = family;
	made->name = qda_strdup(name);
	return made;
}

static int
by_name(const void *a, const void *b)
{
	const struct qda_named	*x = a, *y = b;

	if (x->family != y->family)
		return x->family < y->family ? -1 : 1;
	return strcmp(x->name, y->name);
}

void
qda_styles_sort(struct qda_styles *s)
{
	if (s->n > 0)
		qsort(s->at, s->n, sizeof(*s->at), by_name);
}

void
qda_styles_free(struct qda_styles *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->at[i].name);
		free(s->at[i].parent);
	}
	free(s->at);
	memset(s, 0, sizeof(*s));
}

static const struct qda_named *
find(const struct qda_styles *s, int family, const char *name)
{
	const struct qda_named	 key = {
		.name = (char *)(uintptr_t)name, .family = family
	};

	return name == NULL || s->n == 0 ? NULL :
	    bsearch(&key, s->at, s->n, sizeof(key), by_name);
}

void
qda_styles_touch(const struct qda_styles *s, int family, const char *name,
    struct qda_look *l)
{
	const struct qda_named	*chain[CHAIN], *at = find(s, family, name);
	size_t			 n = 0;

	for (; at != NULL && n < CHAIN; at = find(s, family, at->parent))
		chain[n++] = at;
	while (n > 0)
		qda_look_touch(l, &chain[--n]->touch);
}
