/* json.h: a JSON writer that closes what it opened. */
#ifndef QDA_JSON_H
#define QDA_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct qda_json {
	FILE		*f;
	int		 depth;
	bool		 some[64];	/* a value stands at this depth */
	bool		 keyed;		/* a key waits for its value */
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
void	 qda_json_end(struct qda_json *);	/* the last newline */

/* A quoted JSON string alone. */
void	 qda_json_string(FILE *, const char *);

#endif
