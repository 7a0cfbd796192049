/*
 * cli.h: what all tools share: options from one table (parser, -h and
 * completion read the same rows), the project opened, output kept until the
 * transaction is over, errors told in one way.
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/act.h"
#include "qda/ask.h"
#include "qda/editor.h"
#include "qda/err.h"

struct cli_option {
	int		 letter;	/* 0: long only */
	const char	*name;
	const char	*value;		/* NULL: a flag; else "NAME", "FILE" */
	const char	*help;		/* N_("..."); NULL: another tool's,
					   known only to say so */
};

enum cli_kind {
	CLI_FREE,		/* needs no project */
	CLI_MAKES,		/* makes one */
	CLI_READS,
	CLI_WRITES,
	CLI_EDITS,		/* writes; opens the project by itself, so that
				   it is closed while a person edits */
	CLI_COUNTS,		/* reads; no project when numbers are given by
				   --matrix, --ratings or --segments */
};

struct cli;

struct cli_action {
	const char	*name;		/* NULL: the tool has no actions */
	const char	*operands;	/* "NAME KEY=VALUE..." for -h, or "" */
	int		 min, max;	/* operands; max -1: any number */
	enum cli_kind	 kind;
	int		(*run)(struct cli *, struct qda_err *);
	const char	*options;	/* long names it takes; NULL: all */
	const char	*help;		/* N_("...") */
	bool		 answers;	/* yes or no: -q prints no data */
};

struct cli_tool {
	const char			*name;		/* "tag" */
	const char			*summary;	/* N_("...") */
	const struct cli_option		*options;	/* own; ends with {0} */
	const struct cli_action		*actions;	/* first: the default;
							   ends with {0} */
	const char			*documents;	/* "html docx" */
	const char			*const *examples;	/* NULL-ended */
};

struct cli {
	const struct cli_tool	*tool;
	const struct cli_action	*action;
	char			**args;		/* operands, action left out */
	int			 n;
	struct qda_act		 act;
	struct cli_given	*given;		/* private */
	size_t			 n_given;
	const char		*file;		/* -o FILE, or NULL */
	const char		*project;	/* -p */
	char			**typed;	/* all arguments */
};

/* The whole of a tool's main. */
int		 cli_main(const struct cli_tool *, int argc, char **argv);

/* An option by its long name: the last value given, or NULL. */
const char	*cli_value(const struct cli *, const char *name);
bool		 cli_flag(const struct cli *, const char *name);
/* All values of an option that may be repeated; free() the array. */
const char	**cli_values(const struct cli *, const char *name, size_t *n);

/* A whole number given to an option, at least min; absent: fallback. */
int		 cli_number(const struct cli *, const char *name, long min,
		    long fallback, long *value, struct qda_err *) QDA_CHECKED;

/* The number of a change, as 'qda log' lists them. */
int		 cli_change(const char *text, int64_t *number,
		    struct qda_err *) QDA_CHECKED;

/* Refuses -o docx and the like, for an action that has only data to give. */
int		 cli_data_only(const struct cli *, struct qda_err *)
		    QDA_CHECKED;

/*
 * The same tool again, with the arguments as typed, linked with what all
 * documents need (doc.h).  To be called before anything is done; comes
 * back only to fail.
 */
int		 cli_run_with_libraries(const struct cli *, struct qda_err *)
		    QDA_CHECKED;

/*
 * The same when the file is a document and the tool is not linked with what
 * reads its tables (cells.h); else 0, whatever else is wrong with the file.
 */
int		 cli_table_libraries(const struct cli *, const char *path,
		    struct qda_err *) QDA_CHECKED;

/*
 * The lines on standard input when one of the operands, from the first on,
 * is "-"; else NULL.  Caller frees.
 */
int		 cli_piped(const struct cli *, int first, char **lines,
		    struct qda_err *) QDA_CHECKED;

/* The operands joined by one blank; caller frees. */
char		*cli_joined(const struct cli *);

/* Whether a person sits at both ends. */
bool		 cli_interactive(void);

/*
 * For CLI_EDITS: opens the project for writing, or for reading one state of
 * it, and closes it when that is done.
 */
int		 cli_open(struct cli *, bool writes, struct qda_err *)
		    QDA_CHECKED;
void		 cli_close(struct cli *);

/*
 * For CLI_EDITS: a person is asked.  piped: standard input gives something
 * else, so answers come from the terminal, and there must be one; otherwise
 * from standard input, which may be a file.
 */
int		 cli_ask_begin(struct cli *, struct qda_person *, bool piped,
		    struct qda_err *) QDA_CHECKED;
void		 cli_ask_end(struct qda_person *);

/*
 * A text made from the project, changed in the person's editor, and put back:
 * the whole of an action with the options --print and --apply FILE|-.
 *
 * text writes it, the project open for reading one state of it.  apply is
 * given what was saved, clean (clean.h), the project open for writing; it
 * looks at all of it first and adds what is wrong to the marks.  With marks
 * nothing is done, whatever it returns, and the editor opens again; without
 * any it makes its change.  The text says itself what it was made from: apply
 * fails (QDA_DATA) when the project has changed there since.
 *
 * A text that was changed and not put back is never lost: it stays in a file,
 * and the message says in which and how it is taken up.
 */
struct cli_edit {
	const char	*name;		/* of the file: "axial", "memo-4" */
	const char	*action;	/* that takes --apply: "memo edit 4" */
	void		*what;		/* handed to both */
	int		(*text)(struct qda_act *, void *what, FILE *,
			    struct qda_err *);
	int		(*apply)(struct qda_act *, void *what,
			    const char *text, struct qda_marks *,
			    struct qda_err *);
};
int		 cli_edit(struct cli *, const struct cli_edit *,
		    struct qda_err *) QDA_CHECKED;

#endif
