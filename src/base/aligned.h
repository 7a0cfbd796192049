/* aligned.h: a table in columns of even width, collected and then printed. */
#ifndef BASE_ALIGNED_H
#define BASE_ALIGNED_H

#include "qda/table.h"

struct qda_aligned;

struct qda_aligned *qda_aligned_new(const struct qda_column *, size_t n,
	    int width);
/* One cell after the other, row after row; control characters made visible. */
void	 qda_aligned_cell(struct qda_aligned *, const char *, size_t n);
/* qda_table_spare(), and how many columns were left out. */
void	 qda_aligned_spare(struct qda_aligned *, size_t from, size_t n);
size_t	 qda_aligned_left(const struct qda_aligned *);
/* All rows under their header; nothing when there are none. */
void	 qda_aligned_print(struct qda_aligned *, FILE *);
void	 qda_aligned_free(struct qda_aligned *);

#endif
