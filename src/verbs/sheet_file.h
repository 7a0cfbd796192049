/* sheet_file.h: a sheet that comes home: its rows as the file has them. */
#ifndef VERBS_SHEET_FILE_H
#define VERBS_SHEET_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "qda/err.h"
#include "qda/mem.h"

/* A passage that is marked in the words of a row. */
struct sheet_mark {
	int64_t			 start, end;	/* code points of the words */
	bool			 look;		/* bold or highlighted */
	struct qda_strings	 codes, memos;	/* of comments on it */
	struct qda_strings	 parents;	/* of each code, "": none */
};

/* Texts are as written, "" where there is none. */
struct sheet_row {
	char			*where;		/* "table 1, row 12" */
	char			*address, *source, *words;
	char			*label, *codes, *category, *memo, *coder;
	long			 turn;		/* 0: not known */
	struct sheet_mark	*marks;		/* by place */
	size_t			 n_marks, cap_marks;
	struct qda_strings	 strays;	/* comments on other cells */
};

struct qda_sheet_file {
	char			*name;		/* for messages */
	struct sheet_row	*rows;
	size_t			 n, cap;
};

/* Rows come with all marks of their cells, one cell after the other. */
struct qda_cells;
struct sheet_columns;
void	 sheet_marks_take(struct sheet_row *, const struct qda_cells *,
	    size_t first, size_t n, size_t words_column);

/*
 * A comment's lines to codes and memos: "//...", "memo: ...", "NB...", "??...",
 * lines that end in "?" or have 60 characters and more are memos; of the
 * others each part between ";" or "|" is a code, without "#", "-", "code:" and
 * "theme:" before it.
 */
void	 sheet_comment_read(const char *comment, struct qda_strings *codes,
	    struct qda_strings *memos);

/* A cell of properties or categories: a line each, or ";" or "|" between. */
void	 sheet_list_read(struct qda_strings *, const char *cell);

#endif
