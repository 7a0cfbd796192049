/*
 * address.h: how a stretch of a source is named: SOURCE:START-END[@REVISION],
 * SOURCE:#TURN[-TURN], SOURCE: (cli.md; qda-names(7) is its page).
 */
#ifndef QDA_ADDRESS_H
#define QDA_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/db.h"
#include "qda/err.h"

/* An address as written. */
enum qda_span { QDA_SPAN_RANGE, QDA_SPAN_TURNS, QDA_SPAN_WHOLE };

struct qda_address {
	char		*source;	/* name, caller frees */
	enum qda_span	 span;
	int64_t		 first, last;	/* code points, or turns */
	int64_t		 revision;	/* 1 when not written */
};
/* Fails with QDA_DATA and the reason when the text is no address. */
int	 qda_address_read(struct qda_address *, const char *text,
	    struct qda_err *) QDA_CHECKED;

/* The same in the project: which words of which source. */
struct qda_place {
	int64_t		 source;
	int64_t		 revision;
	int64_t		 start, end;	/* code points, end excluded */
	bool		 whole;		/* the source itself: SOURCE: */
};
int	 qda_address_place(struct qda_db *, const char *text,
	    struct qda_place *, struct qda_err *) QDA_CHECKED;

/*
 * The same for many addresses: what is known of a source is kept until an
 * address names another.  Begin with { .db = db }, end with _end().
 */
struct qda_placer {
	struct qda_db	*db;
	char		*name;		/* private from here */
	int64_t		 source, revision, length;
};
int	 qda_placer_place(struct qda_placer *, const char *text,
	    struct qda_place *, struct qda_err *) QDA_CHECKED;
void	 qda_placer_end(struct qda_placer *);

/*
 * The address in a line of a pipe, in place: what stands before the first tab
 * or CR, the escapes of tsv undone unless the source is really called so.
 */
void	 qda_address_line(struct qda_db *, char *line);

/* Whether a text reads as an address of a source that exists: 1, 0, -1. */
int	 qda_address_exists(struct qda_db *, const char *text,
	    struct qda_err *) QDA_CHECKED;

/* Prints an address as tools do: P4:12-40, @2 from revision 2 on. */
void	 qda_address_print(FILE *, const char *source, int64_t start,
	    int64_t end, int64_t revision);

/* The same as a new string; caller frees. */
char	*qda_address_text(const char *source, int64_t start, int64_t end,
	    int64_t revision);

#endif
