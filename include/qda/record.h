/*
 * record.h: one thing in full, as `show NAME` prints it: a row "key value" a
 * field, empty ones too; in JSON an object.
 */
#ifndef QDA_RECORD_H
#define QDA_RECORD_H

#include <stdint.h>

#include "qda/act.h"
#include "qda/field.h"
#include "qda/table.h"

struct qda_record;

struct qda_record *qda_record_open(struct qda_act *);

/* A field; NULL and QDA_NONE are empty, null in JSON.  The key is lent. */
void	 qda_record_text(struct qda_record *, const char *key, const char *);
void	 qda_record_int(struct qda_record *, const char *key, int64_t);
/* ISO; as people write it in a table. */
void	 qda_record_date(struct qda_record *, const char *key, const char *);
/* Seconds; a clock in a table. */
void	 qda_record_duration(struct qda_record *, const char *key, int64_t);

/* Texts: numbered rows, whose keys are 1, 2...; in JSON an array. */
struct qda_strings;
void	 qda_record_list(struct qda_record *, const char *key,
	    const struct qda_strings *);

/* Every field of the row id of a noun. */
int	 qda_record_fields(struct qda_record *, struct qda_act *,
	    const struct qda_field *, int64_t id, struct qda_err *)
	    QDA_CHECKED;

/* Writes what is left and frees; NULL is fine. */
void	 qda_record_close(struct qda_record *);

#endif
