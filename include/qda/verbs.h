/*
 * verbs.h: what the tools do, without their options; one function a verb or
 * action.  All take struct qda_act (act.h) and return 0, 1 when the answer is
 * no, or -1.
 */
#ifndef QDA_VERBS_H
#define QDA_VERBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/err.h"
#include "qda/query.h"

/* init: a new project at that path; NULLs are fine, of coder too. */
struct qda_init {
	const char	*title, *question, *language, *coder;
	const char	*roles;		/* of the coder, as one types them */
};
int	 qda_do_init(struct qda_act *, const char *path,
	    const struct qda_init *, struct qda_err *) QDA_CHECKED;

/* project: what the study is; pairs are KEY=VALUE (set.h). */
int	 qda_do_project_show(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_project_set(struct qda_act *, char *const *pairs, size_t n,
	    struct qda_err *) QDA_CHECKED;

/*
 * participant: who was approached.  A name "@NAME" is that of an attribute
 * to show, set (type, levels), rename and delete.
 */
/* columns: the attributes to show, as "a; b"; NULL: all. */
int	 qda_do_participant_list(struct qda_act *, const char *columns,
	    struct qda_err *) QDA_CHECKED;
/*
 * How the sample varies: the values of each attribute, and who has them; of
 * the attributes named, NULL: all; or of two crossed, by.
 */
int	 qda_do_participant_grid(struct qda_act *, const char *columns,
	    const char *const *by, size_t n_by, struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_show(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_add(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_set(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_rename(struct qda_act *, const char *name,
	    const char *to, struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_delete(struct qda_act *, char *const *names,
	    size_t n, struct qda_err *) QDA_CHECKED;
/*
 * A table in ("-": standard input) and out; attributes: their names, types and
 * levels instead, which load takes too.
 */
int	 qda_do_participant_load(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_participant_dump(struct qda_act *, bool attributes,
	    struct qda_err *) QDA_CHECKED;

/* coder: who interviews, codes, supervises. */
int	 qda_do_coder_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_show(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_add(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_set(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_rename(struct qda_act *, const char *name,
	    const char *to, struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_merge(struct qda_act *, char *const *names, size_t n,
	    const char *into, struct qda_err *) QDA_CHECKED;
int	 qda_do_coder_delete(struct qda_act *, char *const *names, size_t n,
	    struct qda_err *) QDA_CHECKED;

/* code: the codebook; pairs are KEY=VALUE (set.h). */
int	 qda_do_code_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_tree(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_show(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_code_add(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_set(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_rename(struct qda_act *, const char *name,
	    const char *to, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_merge(struct qda_act *, char *const *names, size_t n,
	    const char *into, struct qda_err *) QDA_CHECKED;
int	 qda_do_code_delete(struct qda_act *, char *const *names, size_t n,
	    struct qda_err *) QDA_CHECKED;
/*
 * The codings of a code at these places go to another, new unless it exists;
 * the codes of the tagging are not looked at.  1 when there are none.
 */
struct qda_tag;
int	 qda_do_code_split(struct qda_act *, const char *name,
	    const char *into, struct qda_tag *, struct qda_err *)
	    QDA_CHECKED;
/* Two side by side. */
int	 qda_do_code_compare(struct qda_act *, const char *a, const char *b,
	    struct qda_err *) QDA_CHECKED;
/*
 * Where the acting coder's verbatims at these places stand on the dimension of
 * a code ("": nowhere), and who stands where.  1 when none carries it.
 */
int	 qda_do_code_place(struct qda_act *, const char *name,
	    const char *position, struct qda_tag *, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_code_dimension(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
/* A table of codes in ("-": standard input), and out. */
int	 qda_do_code_load(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_code_dump(struct qda_act *, struct qda_err *) QDA_CHECKED;

/*
 * label: the notes on verbatims, near the words.  set puts a code, made when
 * it is new, on the verbatims that bear one of the labels ("*" is anything):
 * those of the acting coder, or all, whose places then become theirs too.
 */
int	 qda_do_label_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_label_set(struct qda_act *, const char *code,
	    char *const *labels, size_t n, bool all, struct qda_err *)
	    QDA_CHECKED;

/*
 * axial: properties into categories.  load reads an outline or rows of
 * category and code, all or nothing; check answers 1 when it finds something.
 */
int	 qda_do_axial_group(struct qda_act *, const char *category,
	    char *const *codes, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_axial_ungroup(struct qda_act *, const char *category,
	    char *const *codes, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_axial_load(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_axial_check(struct qda_act *, struct qda_err *) QDA_CHECKED;
/*
 * edit: the tree as an outline, and what was saved of it put back: with marks
 * (editor.h), which say what is wrong, nothing is done.
 */
struct qda_marks;
int	 qda_do_axial_edit_text(struct qda_act *, FILE *, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_axial_edit_apply(struct qda_act *, const char *text,
	    struct qda_marks *, struct qda_err *) QDA_CHECKED;

/* memo: dated texts.  on: addresses, source:NAME, code:NAME... or names. */
struct qda_memo_new {
	const char	*kind, *date, *title;	/* NULL: memo, today, none */
	const char	*text;
	const char	*const *on;
	size_t		 n_on;
};
struct qda_memo_filter {
	const char	*kind;			/* NULL: all */
	const char	*const *on;		/* on one of these at least */
	size_t		 n_on;
};
int	 qda_do_memo_list(struct qda_act *, const struct qda_memo_filter *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_memo_show(struct qda_act *, const char *id, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_memo_add(struct qda_act *, const struct qda_memo_new *,
	    struct qda_err *) QDA_CHECKED;
/*
 * edit: one memo as a text, and what was saved of it put back; a new one made
 * of a text that begins with what is given.  Marks as in axial.
 */
int	 qda_do_memo_edit_text(struct qda_act *, const char *id, FILE *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_memo_edit_apply(struct qda_act *, const char *id,
	    const char *text, struct qda_marks *, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_memo_new_text(struct qda_act *, const struct qda_memo_new *,
	    FILE *, struct qda_err *) QDA_CHECKED;
int	 qda_do_memo_new_apply(struct qda_act *, const char *text,
	    struct qda_marks *, struct qda_err *) QDA_CHECKED;
int	 qda_do_memo_delete(struct qda_act *, char *const *ids, size_t n,
	    struct qda_err *) QDA_CHECKED;

/*
 * tag: codes on places, or off them.  What is to be tagged is read before the
 * change begins; mistakes are collected, up to ten are named, nothing is done.
 */
struct qda_tag;

/* made: what comes from: hand, search, import (unit.made). */
struct qda_tag	*qda_tag_new(struct qda_act *, const char *made);
void		 qda_tag_free(struct qda_tag *);

/* The codes to put on, or to take off; known: none of them may be new. */
void		 qda_tag_code(struct qda_tag *, const char *name);
/*
 * Addresses: one (where: "argument 2", for messages), or a whole text of
 * lines as cli.md 2 reads them.  Mistakes are kept for qda_do_tag().
 */
void		 qda_tag_address(struct qda_tag *, const char *address,
		    const char *where);
void		 qda_tag_lines(struct qda_tag *, const char *text,
		    const char *where);
/* A quotation by its words, in that source or, NULL, in all. */
void		 qda_tag_quote(struct qda_tag *, const char *quote,
		    const char *source, const char *where);
/* A table: address, or source and quote; code; coder, label, stance, memo. */
int		 qda_tag_table(struct qda_tag *, const char *bytes, size_t n,
		    const char *name, struct qda_err *) QDA_CHECKED;

/*
 * The label of each, "" takes it off; and how each stands to its codes:
 * illustrates, qualifies, contradicts.  What a row of a table says counts more.
 * Both lent until it is done.
 */
int		 qda_tag_label(struct qda_tag *, const char *label,
		    struct qda_err *) QDA_CHECKED;
void		 qda_tag_stance(struct qda_tag *, const char *stance);

/* How many places were given so far. */
size_t		 qda_tag_count(const struct qda_tag *);

int		 qda_do_tag(struct qda_act *, struct qda_tag *, bool known,
		    struct qda_err *) QDA_CHECKED;
int		 qda_do_untag(struct qda_act *, struct qda_tag *,
		    struct qda_err *) QDA_CHECKED;

/*
 * One after the other with a person (ask.h), who keeps, drops or changes it;
 * then one change.  The project is open for reading, and closed while the
 * person thinks.  Without codes each is about those it carries.  1 when
 * nothing was decided.  What cannot be done in the end stays in a file.
 */
struct qda_person;
int		 qda_do_tag_review(struct qda_act *, struct qda_tag *,
		    struct qda_person *, bool known, struct qda_err *)
		    QDA_CHECKED;
/*
 * Asks a person for the words of a verbatim, and which place is meant when
 * they stand in several; adds it.  The project is opened and closed here.  1
 * when there is none.
 */
int		 qda_tag_ask(struct qda_tag *, const char *source,
		    struct qda_person *, struct qda_err *) QDA_CHECKED;
/*
 * Adds what searches brought the coder who acts and nobody has read: with the
 * first of the codes if there are any; of these sources, n == 0: of all.
 */
int		 qda_tag_unread(struct qda_tag *, const char *const *sources,
		    size_t n, struct qda_err *) QDA_CHECKED;

/*
 * Gives the verbatim of the coder who acts at one address the borders of
 * another in the same source; what stands there already becomes one with it.
 */
int		 qda_do_tag_move(struct qda_act *, const char *from,
		    const char *to, struct qda_err *) QDA_CHECKED;

/*
 * sheet: a source as a table to be coded in Word or Excel, with what the coder
 * who acts put there already (sheet.h).
 */
int	 qda_do_sheet(struct qda_act *, const char *source, struct qda_err *)
	    QDA_CHECKED;
/*
 * The same coming home: 1, or 0 when the bytes are a table of codings
 * (qda_tag_table()).  Documents are only read by a program linked with what
 * that takes (cells.h).  name is that of the file, for messages.
 */
struct qda_sheet_file;
int	 qda_sheet_file_read(struct qda_sheet_file **, const char *bytes,
	    size_t n, const char *name, struct qda_err *) QDA_CHECKED;
void	 qda_sheet_file_free(struct qda_sheet_file *);
/*
 * Puts on what is new in it.  codes: for marked passages that have none of
 * their own.  1 when rows, or passages, were not put where they belong: what
 * became of them is listed, the others are done.
 */
struct qda_sheet_load {
	const char		*source;	/* where words are looked for
						   that have no address */
	const char *const	*codes;
	size_t			 n_codes;
	bool			 known;		/* no new codes */
};
int	 qda_do_sheet_load(struct qda_act *, const struct qda_sheet_file *,
	    const struct qda_sheet_load *, struct qda_err *) QDA_CHECKED;

/*
 * edit: a source with the units and codes of who acts, as a text (markup.h);
 * and what was saved of it put back, marks as in axial.  The text says of
 * which source it is; source NULL takes any.  More than half of the codings
 * are only removed with force: without it fails, and says how many of how
 * many in removes and of, which are 0 otherwise.
 */
struct qda_open_edit {
	const char	*source;
	bool		 force;
	size_t		 removes, of;
};
int	 qda_do_edit_text(struct qda_act *, const char *source, FILE *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_edit_apply(struct qda_act *, struct qda_open_edit *,
	    const char *text, struct qda_marks *, struct qda_err *)
	    QDA_CHECKED;

/* status: the state of the study; outside a project, the first commands. */
int	 qda_do_status(struct qda_act *, const char *path, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_welcome(struct qda_act *);

/*
 * import: the transcripts in files, all of them or none.  Names of files that
 * come in the order of the alphabet, as a shell gives them, are put in that of
 * their numbers: P2 before P10.  The same text is not imported twice.
 */
struct qda_read_options;		/* transcript.h */
struct qda_import {
	const struct qda_read_options	*read;
	const char	*participant;	/* who speaks; made when missing */
	const char	*date, *duration, *setting, *guide;
	char		*const *files;	/* "-" is standard input */
	size_t		 n;
};
int	 qda_do_import(struct qda_act *, const struct qda_import *,
	    struct qda_err *) QDA_CHECKED;

/* source: transcripts, and what is known of each. */
int	 qda_do_source_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_source_show(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_source_turns(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
/* Who wrote what beside it, in Word or LibreOffice. */
int	 qda_do_source_comments(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_source_text(struct qda_act *, const char *name,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_source_set(struct qda_act *, const char *name,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_source_rename(struct qda_act *, const char *name,
	    const char *to, struct qda_err *) QDA_CHECKED;
/* These first, in this order; the others keep theirs. */
int	 qda_do_source_order(struct qda_act *, char *const *names, size_t n,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_source_delete(struct qda_act *, char *const *names, size_t n,
	    struct qda_err *) QDA_CHECKED;
/* Tables in and out, as those of participants. */
int	 qda_do_source_load(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_source_dump(struct qda_act *, bool attributes,
	    struct qda_err *) QDA_CHECKED;

/*
 * Gives sources to a coder, who is made when new, or takes them off.  The
 * arguments are names, with "*" for anything, and pairs of blind, assigned and
 * done.  1 when there was nothing to take off.
 */
int	 qda_do_source_assign(struct qda_act *, const char *coder,
	    char *const *args, size_t n, bool remove, struct qda_err *)
	    QDA_CHECKED;
/* The same by a table ("-": standard input): coder, source and these three. */
int	 qda_do_source_assign_table(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
/* What is whose, of the coders of -c or of all. */
int	 qda_do_source_assigned(struct qda_act *, struct qda_err *)
	    QDA_CHECKED;

/*
 * Whether these bytes of a file can be read here: plain text always, a
 * document by a program linked with what reads it (doc.h).
 */
bool	 qda_bytes_readable(const char *bytes, size_t n);

/*
 * guide: dated versions of the interview guide.  from: a file with a question
 * a line, or NULL.
 */
struct qda_guide_text {
	const char	*bytes;
	size_t		 n;
	const char	*name;		/* for messages */
	const char	*encoding;	/* --encoding, or NULL */
};
int	 qda_do_guide_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_guide_show(struct qda_act *, const char *version,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_guide_add(struct qda_act *, const char *version,
	    char *const *pairs, size_t n, const struct qda_guide_text *from,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_guide_set(struct qda_act *, const char *version,
	    char *const *pairs, size_t n, const struct qda_guide_text *from,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_guide_rename(struct qda_act *, const char *version,
	    const char *to, struct qda_err *) QDA_CHECKED;
int	 qda_do_guide_delete(struct qda_act *, char *const *versions,
	    size_t n, struct qda_err *) QDA_CHECKED;
/* What became of the questions of one in another. */
int	 qda_do_guide_diff(struct qda_act *, const char *from,
	    const char *to, struct qda_err *) QDA_CHECKED;

/*
 * speaker: the voices of sources, and whose they are.  A source may be "*" or
 * hold one: then it is every source so called that has the label.
 */
int	 qda_do_speaker_list(struct qda_act *, const char *const *sources,
	    size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_speaker_set(struct qda_act *, const char *source,
	    const char *label, char *const *pairs, size_t n,
	    struct qda_err *) QDA_CHECKED;

/* find: where a pattern occurs in what participants say. */
struct qda_find {
	const char		*pattern;
	int			 flags;		/* regex.h */
	const char		*unit;		/* match, sentence, turn */
	bool			 all;		/* everybody's words */
	bool			 kwic;		/* left, match, right */
	bool			 count;		/* only how many */
	bool			 plain;		/* context in columns, not in
						   blocks to be read */
	long			 context;	/* turns before and after */
	const char	*const	*sources, *const *participants;
	size_t			 n_sources, n_participants;
};
int	 qda_do_find(struct qda_act *, const struct qda_find *,
	    struct qda_err *) QDA_CHECKED;

/*
 * check: what is wrong with the project, and what it lacks, each with the
 * command that mends it; 1 when something is found.
 */
int	 qda_do_check(struct qda_act *, struct qda_err *) QDA_CHECKED;

/*
 * saturation: new properties by interview, and what a rule says of them: that
 * rule, or with NULL the declared one.  matrix: a table of codes by interviews
 * is read instead of the project.  created: a property is new in the interview
 * it was made in, not in the first that carries it.  1 when there is a rule
 * and it is not met.
 */
struct qda_rule;
int	 qda_do_saturation(struct qda_act *, const struct qda_rule *,
	    const char *matrix, bool created, struct qda_err *) QDA_CHECKED;

/*
 * coreq: a reporting checklist filled from the project; checklist is the name
 * of one built in or a file, NULL for COREQ.  Documents (act->document) are
 * made by list and export; evidence: with that column in print too.
 */
int	 qda_do_coreq_list(struct qda_act *, const char *checklist,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_coreq_export(struct qda_act *, const char *checklist,
	    bool evidence, struct qda_err *) QDA_CHECKED;
int	 qda_do_coreq_show(struct qda_act *, const char *checklist,
	    const char *item, struct qda_err *) QDA_CHECKED;
/* Arguments: the text or "-", location=PLACE; an empty one removes. */
int	 qda_do_coreq_set(struct qda_act *, const char *checklist,
	    const char *item, char *const *args, size_t n, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_coreq_accept(struct qda_act *, const char *checklist,
	    char *const *items, size_t n, struct qda_err *) QDA_CHECKED;
/*
 * edit: these items, or with n == 0 those that are open, as a text, and what
 * was saved of it put back.  Marks as in axial.
 */
int	 qda_do_coreq_edit_text(struct qda_act *, const char *checklist,
	    char *const *items, size_t n, FILE *, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_coreq_edit_apply(struct qda_act *, const char *checklist,
	    const char *text, struct qda_marks *, struct qda_err *)
	    QDA_CHECKED;
/*
 * A grid that was exported and corrected: answers and places that differ are
 * set, the differences listed; nothing is taken off, nothing accepted.
 */
int	 qda_do_coreq_load(struct qda_act *, const char *checklist,
	    const char *path, struct qda_err *) QDA_CHECKED;
/* 1 while something is open or contradicts the project. */
int	 qda_do_coreq_check(struct qda_act *, const char *checklist,
	    struct qda_err *) QDA_CHECKED;

/*
 * log: the history, the oldest first, since a day (ISO, any precision; NULL:
 * all) and of the coders of -c; more: what a change undoes, and why (-m).  As
 * a document it is told in words what came of the changes.
 */
int	 qda_do_log(struct qda_act *, const char *since, bool more,
	    struct qda_err *) QDA_CHECKED;

/*
 * undo, redo: of a change by its number, 0 for the last; 1 when there is
 * none.  A change in the middle is refused when later work builds on it, or
 * when the study would not be sound without it (sound.h).
 */
int	 qda_do_undo(struct qda_act *, int64_t number, struct qda_err *)
	    QDA_CHECKED;
int	 qda_do_redo(struct qda_act *, int64_t number, struct qda_err *)
	    QDA_CHECKED;

/*
 * show: verbatims with their codes, those of a query, or those at the
 * addresses on lines that another tool printed.
 */
struct qda_show {
	const char		*query;		/* "" is all of them */
	const char		*lines;		/* or NULL */
	struct qda_scope	 scope;
	bool			 by_coding;	/* a row for each coding */
	bool			 plain;		/* as in find */
	long			 context;
	const char		*columns;	/* of a document: attributes */
};
int	 qda_do_show(struct qda_act *, const struct qda_show *,
	    struct qda_err *) QDA_CHECKED;

/*
 * matrix: codings counted by code, source, participant, coder or @ATTRIBUTE;
 * codes by codes: how often they meet (matrix.h).
 */
struct qda_cross {
	const char		*rows, *columns;
	const char		*query;		/* "" is all */
	struct qda_scope	 scope;
	bool			 binary;	/* 1 and 0 */
	bool			 by_cell;	/* a row for each cell */
};
int	 qda_do_matrix(struct qda_act *, const struct qda_cross *,
	    struct qda_err *) QDA_CHECKED;

/*
 * model: the theory: relations between codes, roles, the core category, the
 * storyline.
 */
struct qda_model_relate {
	const char	*from, *type, *to;
	const char	*sign;		/* "+", "-" or NULL */
	char *const	*addresses;	/* of what supports it; "-": lines */
	size_t		 n;
	const char	*lines;		/* addresses piped in, or NULL */
	const char	*query;		/* units that support it, or NULL */
};
int	 qda_do_model_list(struct qda_act *, struct qda_err *) QDA_CHECKED;
int	 qda_do_model_relate(struct qda_act *, const struct qda_model_relate *,
	    struct qda_err *) QDA_CHECKED;
/* With addresses: these support it no more. */
int	 qda_do_model_unrelate(struct qda_act *,
	    const struct qda_model_relate *, struct qda_err *) QDA_CHECKED;
/* role "": none; core NULL: no code is. */
int	 qda_do_model_role(struct qda_act *, const char *code,
	    const char *role, struct qda_err *) QDA_CHECKED;
int	 qda_do_model_core(struct qda_act *, const char *code,
	    struct qda_err *) QDA_CHECKED;
/* The storyline: the latest memo of theory; text NULL prints it. */
int	 qda_do_model_story(struct qda_act *, const char *text,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_model_check(struct qda_act *, struct qda_err *) QDA_CHECKED;
/* Rows of relations in, and out. */
int	 qda_do_model_load(struct qda_act *, const char *path,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_model_dump(struct qda_act *, struct qda_err *) QDA_CHECKED;
/* The drawing, as act->document says: dot, svg, png; top: categories only. */
int	 qda_do_model_graph(struct qda_act *, bool top, struct qda_err *)
	    QDA_CHECKED;

/* quote: quotations for the manuscript. */
struct qda_quote_add {
	char *const	*addresses;	/* "-": lines */
	size_t		 n;
	const char	*lines;		/* addresses piped in, or NULL */
	const char	*query;		/* all that it finds, or NULL */
	const char	*text;		/* as it is printed, or NULL */
	const char	*under;		/* the code it is told under, or NULL */
	const char	*place;		/* in the manuscript, or NULL */
};
/* columns: attributes that a label tells, as "a; b", or NULL. */
int	 qda_do_quote_list(struct qda_act *, const char *columns,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_quote_add(struct qda_act *, const struct qda_quote_add *,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_quote_set(struct qda_act *, const char *number,
	    char *const *pairs, size_t n, struct qda_err *) QDA_CHECKED;
int	 qda_do_quote_order(struct qda_act *, char *const *numbers, size_t n,
	    struct qda_err *) QDA_CHECKED;
int	 qda_do_quote_delete(struct qda_act *, char *const *numbers,
	    size_t n, struct qda_err *) QDA_CHECKED;
/* How many of each participant and category; flags more than 20 %, and 0. */
int	 qda_do_quote_balance(struct qda_act *, struct qda_err *) QDA_CHECKED;
/*
 * The quotations of a manuscript, n bytes, beside the sources; 1 when one is
 * not as it was said, or not told whose it is.  keep: those that are, are
 * noted in the project as chosen, with their line.
 */
int	 qda_do_quote_check(struct qda_act *, const char *bytes, size_t n,
	    const char *name, bool keep, struct qda_err *) QDA_CHECKED;

#endif
