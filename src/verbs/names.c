/* names.c: lists of names in a sentence. */
#include <stdlib.h>

#include "qda/lang.h"
#include "verbs/names.h"

static char *
joined(const struct qda_strings *s, size_t n)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++)
		fprintf(m.f, "%s%s", i > 0 ? ", " : "", s->at[i]);
	return qda_mem_text(&m);
}

char *
names_all(const struct qda_strings *s)
{
	return joined(s, s->n);
}

char *
names_some(const struct qda_strings *s)
{
	size_t	 more = s->n > NAMES_SOME ? s->n - NAMES_SOME : 0;
	char	*first = joined(s, s->n - more), *text;

	if (more == 0)
		return first;
	text = qda_sprintf(ngettext("%s and %zu more", "%s and %zu more",
	    more), first, more);
	free(first);
	return text;
}
