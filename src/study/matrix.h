/* matrix.h: what the files of the matrix share. */
#ifndef STUDY_MATRIX_H
#define STUDY_MATRIX_H

#include "qda/matrix.h"
#include "study/query.h"

/* Numbers, each once, each with another; where each is in a hash. */
struct matrix_map {
	struct matrix_entry {
		int64_t	 key, to;
	}	*at;			/* in the order in which they came */
	size_t	 n, cap, last;
	size_t	*slots, n_slots;	/* places in at plus 1, 0: free */
};
/* Adds what is not there. */
void	 matrix_map_add(struct matrix_map *, int64_t key, int64_t to);
struct matrix_entry *matrix_map_find(struct matrix_map *, int64_t key);
void	 matrix_map_free(struct matrix_map *);

/* Codings that share code, source, coder and participant (0: none). */
struct matrix_group {
	int64_t	 code, source, coder, person, n;
};
struct matrix_groups {
	struct matrix_group	*at;
	size_t			 n, cap;
};

/* One side of the matrix. */
struct matrix_axis {
	enum qda_axis		 what;
	struct qda_strings	*names;
	struct matrix_map	 index;		/* of an id, in names */
	int64_t			 missing;	/* of those without, or -1 */
	struct query_values	 values;	/* of an attribute */
};
/* Fills in the names of what occurs in the groups. */
int	 matrix_axis(struct matrix_axis *, struct qda_db *,
	    const struct matrix_groups *, struct qda_err *) QDA_CHECKED;
/* Where a group stands on it, or -1. */
int64_t	 matrix_place(struct matrix_axis *, const struct matrix_group *);

struct matrix_crossing {
	struct qda_db			*db;
	const struct qda_matrix_want	*want;
	struct qda_matrix		*matrix;
	struct matrix_axis		 rows, columns;
	struct matrix_map		 coders;	/* who count */
	struct matrix_map		 owners;	/* source to person */
	struct matrix_map		 mixed;		/* sources */
	size_t				 cap;		/* of the cells */
};
void	 matrix_cell(struct matrix_crossing *, int64_t row, int64_t column,
	    int64_t n);

/* Codes by codes, of all units or those that a query finds. */
int	 matrix_meet(struct matrix_crossing *, struct qda_query *,
	    struct qda_err *) QDA_CHECKED;

#define MATRIX_FOUND "g.unit IN (SELECT id FROM found)"

#endif
