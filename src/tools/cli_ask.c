/* cli_ask.c: a person at a terminal, or answers from a pipe. */
#include <sys/ioctl.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "tools/cli_parts.h"

enum { LONGEST = 1 << 20 };	/* bytes of a line that is typed */

struct cli_ask {
	struct cli		*cli;
	int			 fd;		/* answers come from there */
	bool			 opened;	/* it is ours to close */
	struct sigaction	 was[3];
};

static const int	signals[] = { SIGINT, SIGTERM, SIGHUP };

/* What a signal has to know: the terminal, and how it was. */
static volatile sig_atomic_t	interrupted, changed;
static int			terminal = -1;
static struct termios		before;

static void
put_back(void)
{
	if (changed)
		tcsetattr(terminal, TCSADRAIN, &before);
	changed = 0;
}

static void
caught(int signal)
{
	if (signal == SIGINT) {
		interrupted = 1;
		return;
	}
	put_back();
	raise(signal);		/* as it was: the handler is for once */
}

/* Keys come one by one, and are not shown by themselves. */
static void
single_keys(int fd)
{
	struct termios	 keys;

	if (tcgetattr(fd, &before) < 0)
		return;
	keys = before;
	keys.c_lflag &= (tcflag_t)~(ICANON | ECHO);
	keys.c_cc[VMIN] = 1;
	keys.c_cc[VTIME] = 0;
	terminal = fd;
	changed = 1;
	if (tcsetattr(fd, TCSADRAIN, &keys) < 0)
		changed = 0;
}

/* A byte: 1, 0 at the end, -1 on Ctrl-C. */
static enum qda_answer
next(int fd, char *byte)
{
	ssize_t	 n;

	do
		n = interrupted ? -1 : read(fd, byte, 1);
	while (n < 0 && !interrupted && errno == EINTR);
	if (interrupted) {
		interrupted = 0;
		return QDA_ANSWER_BREAK;
	}
	return n > 0 ? QDA_ANSWER : QDA_ANSWER_END;
}

static enum qda_answer
read_line(int fd, char **answer)
{
	struct qda_mem	 m;
	enum qda_answer	 got;
	char		 byte;
	size_t		 n = 0;

	qda_mem_open(&m);
	while ((got = next(fd, &byte)) == QDA_ANSWER && byte != '\n')
		if (byte != '\0' && byte != '\r' && n++ < LONGEST)
			putc(byte, m.f);
	*answer = qda_mem_text(&m);
	if (got == QDA_ANSWER_BREAK || (got == QDA_ANSWER_END && n == 0)) {
		free(*answer);
		*answer = NULL;
		return got;
	}
	return QDA_ANSWER;
}

/* What goes on with the key that follows it: "-2<". */
static bool
begins(char byte)
{
	return byte == '-' || (byte >= '0' && byte <= '9');
}

/* One key, whole: é is two bytes, an arrow three. */
static enum qda_answer
read_key(int fd, char **answer)
{
	char		 key[8];
	size_t		 n = 0, wanted = 1;
	enum qda_answer	 got;

	while (n < wanted && n + 1 < sizeof(key)) {
		if ((got = next(fd, key + n)) != QDA_ANSWER)
			return got;
		if (n == 0 && key[0] == '\n')
			continue;		/* behind a key: no key */
		if (n == 0 && (key[0] == 4 || key[0] == '\0'))
			return QDA_ANSWER_END;	/* NUL: typed ahead */
		if (n == 0 && (key[0] & 0xc0) == 0xc0)
			wanted += 1 + ((key[0] & 0x20) != 0) +
			    ((key[0] & 0x30) == 0x30);
		else if (begins(key[n]) || (n == 0 && key[0] == 27))
			wanted++;
		else if (n == 1 && key[0] == 27 && key[1] == '[')
			wanted++;
		n++;
	}
	*answer = qda_strndup(key, n);
	return QDA_ANSWER;
}

static enum qda_answer
ask(void *arg, bool key, char **answer)
{
	struct cli_ask	*a = arg;
	enum qda_answer	 got;

	if (!key || !isatty(a->fd))
		return read_line(a->fd, answer);
	single_keys(a->fd);
	got = read_key(a->fd, answer);
	put_back();
	return got;
}

static int
open_project(void *arg, bool writes, struct qda_err *e)
{
	return cli_open(((struct cli_ask *)arg)->cli, writes, e);
}

static void
close_project(void *arg)
{
	cli_close(((struct cli_ask *)arg)->cli);
}

static void
catch_signals(struct cli_ask *a)
{
	struct sigaction	 act = { .sa_handler = caught };

	for (size_t i = 0; i < 3; i++) {
		act.sa_flags = signals[i] == SIGINT ? 0 : (int)SA_RESETHAND;
		sigaction(signals[i], NULL, &a->was[i]);
		if (a->was[i].sa_handler != SIG_IGN)
			sigaction(signals[i], &act, NULL);
	}
}

static int
width_of(int fd)
{
	struct winsize	 w;

	return ioctl(fd, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ? w.ws_col : 80;
}

/* A terminal that shows words in reverse, for a person who wants that. */
static bool
has_looks(int fd)
{
	const char	*term = getenv("TERM"), *no = getenv("NO_COLOR");

	return isatty(fd) && (no == NULL || *no == '\0') && term != NULL &&
	    strcmp(term, "dumb") != 0;
}

int
cli_ask_begin(struct cli *cli, struct qda_person *who, bool piped,
    struct qda_err *e)
{
	struct cli_ask	*a = qda_alloc(1, sizeof(*a));
	int		 fd = -1;

	a->cli = cli;
	if (piped || isatty(STDIN_FILENO))
		fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	if (piped && fd < 0) {
		free(a);
		return qda_fail(e, QDA_USAGE, _("addresses come from a pipe, "
		    "and nobody sits at a terminal to be asked"));
	}
	a->opened = fd >= 0;
	a->fd = fd >= 0 ? fd : STDIN_FILENO;
	who->to = fd >= 0 ? fdopen(dup(fd), "w") : NULL;
	if (who->to == NULL)
		who->to = stderr;
	who->terminal = has_looks(fileno(who->to));
	who->width = width_of(fileno(who->to));
	who->arg = a;
	who->ask = ask;
	who->open = open_project;
	who->close = close_project;
	interrupted = changed = 0;
	catch_signals(a);
	return 0;
}

void
cli_ask_end(struct qda_person *who)
{
	struct cli_ask	*a = who->arg;

	put_back();
	for (size_t i = 0; i < 3; i++)
		sigaction(signals[i], &a->was[i], NULL);
	if (who->to != stderr)
		fclose(who->to);
	else
		fflush(stderr);
	if (a->opened)
		close(a->fd);
	free(a);
}
