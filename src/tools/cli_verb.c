/* cli_verb.c: where the verb stands among the words of `qda ...`. */
#include <stddef.h>
#include <string.h>

#include "tools/cli_parts.h"

/* Shared options that take the next word. */
static const char	*const takers[] = {
	"-p", "-c", "-o", "--project", "--coder", "--output", NULL
};

int
cli_verb(int argc, char **argv)
{
	int	 i = 1;

	while (i < argc && argv[i][0] == '-' && argv[i][1] != '\0') {
		if (strcmp(argv[i], "--") == 0)
			return i + 1;
		for (const char *const *t = takers; *t != NULL; t++)
			if (strcmp(argv[i], *t) == 0) {
				i++;
				break;
			}
		i++;
	}
	return i;
}
