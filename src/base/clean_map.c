/* clean_map.c: places in a text, found again when it has been cleaned. */
#include <string.h>

#include <utf8proc.h>

#include "qda/clean.h"
#include "qda/text.h"

/*
 * Of how many starters (characters that are no combining marks, Unicode 3.6)
 * a character consists.  To clean a text changes neither their number nor
 * their order but for those left out, which count nothing here.
 */
static size_t
starters(int32_t c)
{
	utf8proc_int32_t	 parts[8];
	utf8proc_ssize_t	 n;
	int			 boundary = 0;
	size_t			 sum = 0;

	if (c < ' ' || (c >= 0x7f && c < 0xa0))
		return c == '\t' || c == '\n';
	if (c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200d))
		return 0;
	if (c < 0x300)
		return 1;
	n = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE,
	    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
		sum += utf8proc_get_property(parts[i])->combining_class == 0;
	return sum;
}

/* A text walked by starters. */
struct walk {
	const char	*s;
	size_t		 n, at, starters;
	bool		 marked;	/* a mark, or nothing, was last */
};

static void
step(struct walk *w)
{
	size_t	 n = starters(qda_text_next(w->s, w->n, &w->at));

	w->starters += n;
	w->marked = n == 0;
}

static bool
begins_with_starter(const struct walk *w)
{
	size_t	 at = w->at;

	return at == w->n || starters(qda_text_next(w->s, w->n, &at)) > 0;
}

void
qda_clean_map(const char *from, size_t n, const char *to, size_t m,
    size_t *at, size_t k)
{
	struct walk	 a = { .s = from, .n = n }, b = { .s = to, .n = m };

	if (n == m && memcmp(from, to, n) == 0)
		return;
	for (size_t i = 0; i < k; i++) {
		while (a.at < at[i] && a.at < n)
			step(&a);
		while (b.starters < a.starters && b.at < m)
			step(&b);
		while ((a.marked || begins_with_starter(&a)) &&
		    !begins_with_starter(&b))
			step(&b);
		at[i] = b.at;
	}
}
