/* sheet_words.c: the words of a row beside those of a text. */
#include <string.h>

#include "qda/text.h"
#include "verbs/sheet_words.h"

/* Bytes without blanks at the ends. */
static const char *
bare(const char *s, size_t *n)
{
	size_t	 at = 0, from = 0, to;

	*n = strlen(s);
	while (at < *n && qda_text_space(qda_text_next(s, *n, &at)))
		from = at;
	for (at = to = from; at < *n;)
		if (!qda_text_space(qda_text_next(s, *n, &at)))
			to = at;
	*n = to - from;
	return s + from;
}

bool
sheet_same_bytes(const char *a, const char *b)
{
	size_t	 n, m;

	a = bare(a, &n);
	b = bare(b, &m);
	return n == m && memcmp(a, b, n) == 0;
}

bool
sheet_same_folded(const char *a, const char *b)
{
	struct qda_folded	 x, y;
	size_t			 n, m;
	bool			 same;

	a = bare(a, &n);
	b = bare(b, &m);
	qda_text_fold(&x, a, n);
	qda_text_fold(&y, b, m);
	same = x.n == y.n && memcmp(x.s, y.s, x.n) == 0;
	qda_folded_free(&x);
	qda_folded_free(&y);
	return same;
}

bool
sheet_same_cut(const char *words, const char *all)
{
	const char	*cut = strstr(words, " […] ");
	size_t		 n = strlen(all), head, tail;

	if (cut == NULL)
		return false;
	head = (size_t)(cut - words);
	cut += strlen(" […] ");
	tail = strlen(cut);
	return head + tail <= n && memcmp(words, all, head) == 0 &&
	    memcmp(cut, all + n - tail, tail) == 0;
}

bool
sheet_has_words(const char *s)
{
	size_t	 n = strlen(s), at = 0;

	while (at < n)
		if (qda_text_letter(qda_text_next(s, n, &at)))
			return true;
	return false;
}
