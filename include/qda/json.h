/* json.h: a JSON writer that closes what it opened. */
#ifndef QDA_JSON_H
#define QDA_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * One JSON value on f.  The members of the outermost array or object stand
 * on lines of their own, unless one_line is set; what is inside them on the
 * same line.  To close what is not open, or to open more than 64 levels, is a
 * mistake of the program.
 */
struct qda_json {
	FILE		*f;
	int		 depth;
	bool		 some[64];	/* a value stands at this depth */
	bool		 object[64];	/* and it is an object, not an array */
	bool		 keyed;		/* a key waits for its value */
	bool		 one_line;	/* yours, after the beginning */
};

void	 qda_json_begin(struct qda_json *, FILE *);
void	 qda_json_open(struct qda_json *, char bracket);	/* '{' or '[' */
void	 qda_json_close(struct qda_json *, char bracket);	/* '}' or ']' */
void	 qda_json_key(struct qda_json *, const char *);
void	 qda_json_text(struct qda_json *, const char *);	/* NULL: null */
void	 qda_json_int(struct qda_json *, int64_t);	/* QDA_NONE: null */
/* The shortest decimal that reads back the same; NAN: null. */
void	 qda_json_real(struct qda_json *, double);
void	 qda_json_bool(struct qda_json *, bool);
void	 qda_json_end(struct qda_json *);	/* closes all; a newline */

/*
 * A quoted JSON string alone; bytes that are not UTF-8 come as U+FFFD, so that
 * what is written is always JSON.
 */
void	 qda_json_string(FILE *, const char *);
/* The same of n bytes. */
void	 qda_json_bytes(FILE *, const char *, size_t n);

/* The shortest decimal that reads back as the same finite number. */
const char *qda_json_shortest(char buf[32], double);

#endif
