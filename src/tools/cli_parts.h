/* cli_parts.h: what the files of the tools' frame share. */
#ifndef CLI_PARTS_H
#define CLI_PARTS_H

#include "tools/cli.h"

enum { CLI_MAX_OPTIONS = 64 };

struct cli_given {
	const struct cli_option	*option;
	const char		*value;
};

/* Every option of a tool, the shared ones last; returns how many. */
size_t	 cli_all_options(const struct cli_tool *, const struct cli_option **);

/* Whether a word is one of a list divided by blanks. */
bool	 cli_in_list(const char *list, const char *word);

/* "qda-tag", but "qda" for qda itself; lent until the next call. */
const char *cli_prefix(const struct cli_tool *);

/* Whether an option has to do with an action. */
bool	 cli_takes(const struct cli_action *, const struct cli_option *);

/* What may stand for the last of the words of a line (cli_complete.h). */
int	 cli_complete(const struct cli_tool *, int n, char **words);

/* -h, on standard output. */
int	 cli_help(const struct cli_tool *);

/* Fills in what was given: options and operands; then the action, checked. */
int	 cli_parse(struct cli *, int argc, char **argv, struct qda_err *)
	    QDA_CHECKED;
int	 cli_find_action(struct cli *, struct qda_err *) QDA_CHECKED;
int	 cli_check(const struct cli *, struct qda_err *) QDA_CHECKED;
int	 cli_check_values(const struct cli *, struct qda_err *) QDA_CHECKED;

/* Index of the verb among the words of `qda ...`, argc when there is none. */
int	 cli_verb(int argc, char **argv);

#endif
