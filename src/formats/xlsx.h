/* xlsx.h: what the files that read Excel tables share. */
#ifndef QDA_FORMATS_XLSX_H
#define QDA_FORMATS_XLSX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "formats/flow.h"
#include "formats/xml.h"
#include "formats/zip.h"

/* Namespaces, transitional and strict (ECMA-376) the same. */
enum { QDA_S = 1, QDA_SR, QDA_ST };
extern const struct qda_xml_space	 qda_xlsx_spaces[];

/* A text of a cell; runs look otherwise than the cell. */
struct qda_xlsx_run {
	size_t		 to;		/* byte behind it */
	struct qda_look	 look;
};
struct qda_xlsx_text {
	char			*s;
	size_t			 n, cap;
	struct qda_xlsx_run	*runs;
	size_t			 runs_n, runs_cap;
};
void	 qda_xlsx_text_free(struct qda_xlsx_text *);

/*
 * After the BEGIN of si, is or text: reads to its END.  Characters in colour
 * count as highlighted: a part of a cell cannot be highlighted otherwise.
 */
int	 qda_xlsx_text_read(struct qda_xml *, struct qda_xlsx_text *,
	    struct qda_err *) QDA_CHECKED;

/* How the numbers of a style are to be read. */
enum qda_xlsx_number { QDA_XLSX_PLAIN, QDA_XLSX_DATE, QDA_XLSX_MOMENT,
	QDA_XLSX_TIME };
enum qda_xlsx_number qda_xlsx_format(long id, const char *code);

/* A number as text: 34.5, 2024-03-15, 2024-03-15 14:30, 0:38:10; yours. */
char	*qda_xlsx_number_text(const char *value, enum qda_xlsx_number,
	    bool from_1904);

/* What somebody wrote beside a cell. */
struct qda_xlsx_comment {
	uint64_t	 at;		/* row << 16 | column, both from 0 */
	char		*text, *author;
	bool		 reply;
};

struct qda_xlsx_sheet {
	char	*part, *name;
};

/* The parts beside the sheets. */
struct qda_xlsx {
	struct qda_zip		*zip;
	char			*main;		/* the workbook */
	struct qda_xlsx_sheet	*sheets;	/* those that are shown */
	size_t			 n_sheets, cap_sheets;
	struct qda_xlsx_text	*strings;
	size_t			 n_strings, cap_strings;
	enum qda_xlsx_number	*styles;
	size_t			 n_styles, cap_styles;
	bool			 from_1904;
};
int	 qda_xlsx_open(struct qda_xlsx *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;
void	 qda_xlsx_close(struct qda_xlsx *);

/* The comments of a sheet by place; caller frees with _free. */
int	 qda_xlsx_comments(struct qda_xlsx_comment **, size_t *n,
	    struct qda_xlsx *, const char *part, struct qda_err *)
	    QDA_CHECKED;
void	 qda_xlsx_comments_free(struct qda_xlsx_comment *, size_t n);

/* "B2" as its place; false when it is none.  Moves *ref behind it. */
bool	 qda_xlsx_place(const char **ref, uint64_t *row, uint64_t *column);

/* Whether an archive is one. */
bool	 qda_xlsx_is(struct qda_zip *);

#endif
