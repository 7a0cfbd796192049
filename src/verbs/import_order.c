/* import_order.c: P2 before P10, where a shell has P10 before P2. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "verbs/import.h"

static int
by_number(const void *a, const void *b)
{
	return strverscmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether they come as a shell sorts them, in the user's locale or in C. */
static bool
sorted(char *const *names, size_t n)
{
	locale_t	 user = newlocale(LC_COLLATE_MASK, "", (locale_t)0);
	bool		 plain = true, local = user != (locale_t)0;

	for (size_t i = 1; i < n && (plain || local); i++) {
		plain = plain && strcmp(names[i - 1], names[i]) <= 0;
		local = local && strcoll_l(names[i - 1], names[i], user) <= 0;
	}
	if (user != (locale_t)0)
		freelocale(user);
	return plain || local;
}

const char **
import_order(char *const *names, size_t n)
{
	const char	**made = qda_alloc(n, sizeof(*made));

	for (size_t i = 0; i < n; i++)
		made[i] = names[i];
	if (sorted(names, n))
		qsort(made, n, sizeof(*made), by_number);
	return made;
}
