/*
 * peak.c: peak COMMAND...: runs the command and prints the most memory, in
 * KiB, that one process of it and of those it waited for had at once.
 */
#include <sys/resource.h>
#include <sys/wait.h>

#include <stdio.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	struct rusage	 used;
	int		 status;
	pid_t		 pid;

	if (argc < 2 || (pid = fork()) < 0)
		return 2;
	if (pid == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (waitpid(pid, &status, 0) < 0 ||
	    getrusage(RUSAGE_CHILDREN, &used) < 0)
		return 2;
	printf("%ld\n", used.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
