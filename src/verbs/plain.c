/* plain.c: texts that went through a word processor, compared. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/plain.h"

char *
plain_text(const char *s)
{
	size_t	 n = strlen(s), at = 0, out = 0;
	char	*copy = qda_alloc(n + 1, 1);
	int32_t	 c;

	while (at < n) {
		c = qda_text_next(s, n, &at);
		if (qda_text_space(c))
			c = ' ';
		else if (c == 0x2019 || c == 0x2bc)
			c = '\'';
		else if (c == 0x2010 || c == 0x2011)
			c = '-';
		if (c >= 0 && (c != ' ' || (out > 0 && copy[out - 1] != ' ')))
			out += qda_text_put(copy + out, c);
	}
	if (out > 0 && copy[out - 1] == ' ')
		out--;
	copy[out] = '\0';
	return copy;
}

bool
plain_same(const char *a, const char *b)
{
	char	*x, *y;
	bool	 equal;

	if (a == NULL || b == NULL)
		return a == b;
	x = plain_text(a);
	y = plain_text(b);
	equal = strcmp(x, y) == 0;
	free(x);
	free(y);
	return equal;
}
