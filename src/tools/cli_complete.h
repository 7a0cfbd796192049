/*
 * cli_complete.h: what the files that complete a command line share.
 *
 * A shell asks `qda --complete WORD...`: the words of the line behind "qda" up
 * to the cursor, unquoted, the last one as far as it is typed, "" when it is
 * not begun.  The answer is a line for each word that may stand there:
 *
 *	=WORD[<tab>HELP]	a whole word
 *	+WORD[<tab>HELP]	a word that goes on: no blank behind it
 *	/HEAD			the names of files, behind HEAD
 *
 * Nothing is quoted: that is for the shell to do.  What goes wrong is that
 * there is nothing to propose; nothing is said of it.
 */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/db.h"
#include "tools/cli_parts.h"

struct completion {
	const struct cli_tool	*tool;
	const struct cli_action	*action;	/* NULL: not known */
	char			**operands;	/* those before the word */
	int			 n;
	bool			 ended;		/* "--" was there */
	const char		*project;	/* -p */
	const char		*checklist;	/* --checklist, or NULL */
	const char		*word;		/* as far as it is typed */
	size_t			 from;		/* byte: what is before stays */
	size_t			 offered;

	struct qda_db		*db;		/* private */
};

/* Whether a word begins with what is typed: case and accents folded. */
bool	 complete_fits(const char *word, const char *typed);
/* A word that fits what is typed behind from. */
void	 complete_offer(struct completion *, const char *word,
	    const char *help, bool goes_on);
/* The same, not looked at: the caller knows that it fits. */
void	 complete_give(struct completion *, const char *word,
	    const char *help, bool goes_on);

/* The project, open for reading, or NULL. */
struct qda_db *complete_db(struct completion *);
/* Calls each with every name of a noun (names.h). */
void	 complete_each(struct completion *, const char *noun, const char *of,
	    void (*each)(struct completion *, const char *name,
	    const char *help, void *), void *);
/* Offers them, each with something before and behind it. */
void	 complete_names(struct completion *, const char *noun, const char *of,
	    const char *before, const char *behind);

/* A query (qda-query(7)) of which the operands and the word are a part. */
void	 complete_query(struct completion *);
/* What a row of a table says: "NAME", "fr|en", "[ADDRESS...|-]". */
void	 complete_value(struct completion *, const struct cli_option *);
void	 complete_operand(struct completion *, const char *what);

#endif
