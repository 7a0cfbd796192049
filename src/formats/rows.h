/* rows.h: what headers.c says to csv.c. */
#ifndef FORMATS_ROWS_H
#define FORMATS_ROWS_H

#include "qda/csv.h"

void	 qda_rows_key_set(struct qda_rows *, size_t column, const char *key);

#endif
