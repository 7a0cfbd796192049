/*
 * qda.c: `qda VERB ...` runs qda-VERB, which lies beside it.  Linked with the C
 * library only, so that going through it costs next to nothing; all else that
 * qda does is in qda-front.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/err.h"
#include "tools/cli_parts.h"

/* The folder of this program with its "/"; false when it is not known. */
static bool
folder(char *path, size_t size)
{
	ssize_t	 n = readlink("/proc/self/exe", path, size - 1);

	if (n <= 0)
		return false;
	path[n] = '\0';
	strrchr(path, '/')[1] = '\0';
	return true;
}

/* The tool of that verb, options before the verb behind it. */
static void
run_verb(const char *dir, int argc, char **argv, int at)
{
	char	**moved = calloc((size_t)argc + 1, sizeof(*moved));
	char	 path[PATH_MAX + 64];
	int	 n = 1;

	if (moved == NULL || strlen(argv[at]) > 32)
		return;
	snprintf(path, sizeof(path), "%sqda-%s", dir, argv[at]);
	moved[0] = path + strlen(dir);
	for (int i = 1; i < at; i++)
		if (strcmp(argv[i], "--") != 0)
			moved[n++] = argv[i];
	for (int i = at + 1; i < argc; i++)
		moved[n++] = argv[i];
	execv(path, moved);
	free(moved);
}

int
main(int argc, char **argv)
{
	static const char	 letters[] = "abcdefghijklmnopqrstuvwxyz";
	char			 dir[PATH_MAX], path[PATH_MAX + 64];
	int			 at = cli_verb(argc, argv), last = argc;

	if (!folder(dir, sizeof(dir))) {
		perror("qda: /proc/self/exe");
		return QDA_SYSTEM;
	}
	/* to complete the verb itself is not for a tool (cli_complete.h) */
	if (argc > 1 && strcmp(argv[1], "--complete") == 0)
		last--;
	if (at < last && argv[at][strspn(argv[at], letters)] == '\0')
		run_verb(dir, argc, argv, at);
	snprintf(path, sizeof(path), "%s../libexec/qda-front", dir);
	execv(path, argv);
	fprintf(stderr, "qda: '%s': %s\n", path, strerror(errno));
	return QDA_SYSTEM;
}
