/*
 * editor.h: a text in a person's own editor: which editor that is, the file it
 * is given, and mistakes written into the text above their places.  What the
 * text means is the caller's.
 */
#ifndef QDA_EDITOR_H
#define QDA_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "qda/err.h"

struct qda_editor {
	char		*command;	/* for sh; may hold arguments */
	const char	*keys;		/* how to save and leave, lent; NULL
					   when the person chose the editor */
};

/*
 * $VISUAL, else $EDITOR, else nano, else vi.  Where nobody sits at a terminal
 * only the first two will do; QDA_USAGE when there is none.  Free with
 * qda_editor_free().
 */
int	 qda_editor_find(struct qda_editor *, bool terminal, struct qda_err *)
	    QDA_CHECKED;
void	 qda_editor_free(struct qda_editor *);

/*
 * Runs it on the file and waits; meanwhile Ctrl-C is the editor's alone.  One
 * that is known to take "+LINE" begins on that line (from 1).  QDA_SYSTEM when
 * it cannot be run, or ends with another status than 0.
 */
int	 qda_editor_run(const struct qda_editor *, const char *path,
	    size_t line, struct qda_err *) QDA_CHECKED;

/*
 * The n bytes in a new file that only its owner may read (0600): "NAME" in
 * the folder ("" is the working one), "NAME-2" if that is there, and so on,
 * with QDA_EDITOR_SUFFIX behind.  Of a name, "/" and control characters become
 * "_".  Caller frees *path.
 */
#define QDA_EDITOR_SUFFIX	".qda-edit"
int	 qda_editor_keep(char **path, const char *folder, const char *name,
	    const char *text, size_t n, struct qda_err *) QDA_CHECKED;
/* The path of the first of these, caller frees. */
char	*qda_editor_path(const char *folder, const char *name);
/* The same file with another text, whole or as it was. */
int	 qda_editor_rewrite(const char *path, const char *text, size_t n,
	    struct qda_err *) QDA_CHECKED;

/*
 * What is wrong with a text, by line from 1; one behind the last is its end.
 * Begin with { 0 }.
 */
enum { QDA_MARKS_MAX = 1000 };		/* kept; more are only counted */
struct qda_mark {
	size_t	 line;
	char	*text;
};
struct qda_marks {
	struct qda_mark	*at;
	size_t		 n, cap;	/* kept */
	size_t		 more;		/* counted only */
};
void	 qda_mark(struct qda_marks *, size_t line, const char *, ...)
	    QDA_PRINTF(3, 4);
void	 qda_marks_free(struct qda_marks *);

/*
 * The text with a line "%! MISTAKE" above each line that has one, and how many
 * there are at the top; such lines of the time before are left out.  NULL or
 * no marks only leaves out.  Caller frees.
 */
#define QDA_MARK_SIGN	"%!"
char	*qda_marks_put(const struct qda_marks *, const char *text);

/*
 * Fails (QDA_DATA): the first ten mistakes, each with its line, and how many
 * more there are.  Always -1.
 */
int	 qda_marks_fail(const struct qda_marks *, const char *file,
	    struct qda_err *);

/* A short sign of a text (FNV-1a, 48 bits): that of another will differ. */
enum { QDA_PRINT = 13 };
void	 qda_fingerprint(char print[QDA_PRINT], const char *text);

#endif
