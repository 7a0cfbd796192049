/*
 * act.h: what every verb is given: the project, where its data and its
 * sentences go, who acts; and the one way in which a change is made.
 *
 * A reader:  ask the study floor, write rows to a table of qda_act_table().
 * A writer:  read all input; qda_act_begin(); change; qda_act_done().  Between
 * begin and done it only fails by returning: the caller abandons the change.
 *
 * Verbs return 0, 1 when the answer is no (nothing found), or -1.
 */
#ifndef QDA_ACT_H
#define QDA_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/db.h"
#include "qda/err.h"
#include "qda/table.h"

struct qda_act {
	struct qda_db	*db;
	FILE		*out;		/* data */
	FILE		*say;		/* sentences for a person */
	enum qda_as	 as;		/* how data are written */
	const char	*document;	/* "html", "docx"...; NULL: as */
	bool		 header;	/* -H */
	bool		 dry_run;	/* -n */
	bool		 quiet;		/* -q */
	int		 width;		/* of the terminal, 0: no limit */
	const char	*lang;		/* -l, or NULL */
	const char	*const *coders;	/* -c, of readers: whose codings */
	size_t		 n_coders;
	const char	*coder;		/* who acts (-c, $QDA_CODER), or NULL */
	const char	*command;	/* as typed, for the log */
	const char	*message;	/* -m, or NULL */

	/* private */
	int64_t		 coder_id;
	char		*coder_name;
};

/* Begins the change (db.h: appends); abandons nothing by itself. */
int	 qda_act_begin(struct qda_act *, bool appends, struct qda_err *)
	    QDA_CHECKED;

/*
 * The id of the coder who acts, within a change: the one named, else the only
 * one, else the login name; a new one is made, and that is said.
 */
int	 qda_act_coder(struct qda_act *, int64_t *id, struct qda_err *)
	    QDA_CHECKED;

/* A row "action what detail" of a dry run; nothing otherwise. */
void	 qda_act_row(struct qda_act *, const char *action, const char *what,
	    const char *detail);

/*
 * Ends the change with its sentence: "change 41: 12 verbatims tagged", or
 * "nothing to change: ..." when all was so already, and nothing is recorded.
 * In a dry run all is taken back.
 */
int	 qda_act_done(struct qda_act *, struct qda_err *, const char *, ...)
	    QDA_PRINTF(3, 4) QDA_CHECKED;

/* A sentence for the person, a line of its own. */
void	 qda_act_say(struct qda_act *, const char *, ...) QDA_PRINTF(2, 3);

/*
 * For readers: the ids of the coders of -c as a JSON array; NULL when all
 * coders count.  Caller frees.
 */
int	 qda_act_whose(struct qda_act *, char **ids, struct qda_err *)
	    QDA_CHECKED;

/* The table that the rows of a reader go to. */
struct qda_table *qda_act_table(struct qda_act *, const struct qda_column *,
	    size_t n);

/* Says how many columns qda_table_spare() left out, if any. */
void	 qda_act_left(struct qda_act *, size_t left);

void	 qda_act_free(struct qda_act *);	/* not what it was given */

#endif
