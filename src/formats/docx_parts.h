/* docx_parts.h: the parts of a Word document beside its text. */
#ifndef QDA_FORMATS_DOCX_PARTS_H
#define QDA_FORMATS_DOCX_PARTS_H

#include "formats/flow.h"
#include "formats/xml.h"
#include "formats/zip.h"

/* Namespaces, transitional and strict (ECMA-376) the same. */
enum { QDA_W = 1, QDA_MC, QDA_W14, QDA_W15, QDA_RELS, QDA_XML };
extern const struct qda_xml_space	 qda_docx_spaces[];

/* Families of styles. */
enum { QDA_DOCX_DEFAULT, QDA_DOCX_PARAGRAPH, QDA_DOCX_CHARACTER };

struct qda_docx {
	struct qda_zip		*zip;
	char			*main;		/* the part with the text */
	struct qda_styles	 styles;
	char			*paragraph;	/* the style of those without */
	struct qda_flow		 flow;
};

/*
 * The part that a relationship of a part ("" for the package) of that type
 * points to: 1 and its name, caller frees; 0 when there is none, -1.  type is
 * the last word of the type's address ("officeDocument", "comments"), or "#"
 * and the id of the relationship.
 */
int	 qda_docx_part(struct qda_zip *, const char *of, const char *type,
	    char **name, struct qda_err *) QDA_CHECKED;

/* Opens, and reads styles, comments, and whether there are headers. */
int	 qda_docx_open(struct qda_docx *, const char *bytes, size_t n,
	    struct qda_err *) QDA_CHECKED;
void	 qda_docx_close(struct qda_docx *);

/* What the properties of a run say, or those of a paragraph's mark. */
struct qda_docx_run {
	struct qda_touch	 touch;
	char			*style;		/* caller frees */
	bool			 gone;		/* deleted or moved away */
};
/* After the BEGIN of w:rPr: reads to its END. */
int	 qda_docx_run_read(struct qda_xml *, struct qda_docx_run *,
	    struct qda_err *) QDA_CHECKED;

/* Whether an on-off property is on: w:val is not 0, false or off. */
bool	 qda_docx_on(struct qda_xml *);

/*
 * The character of a code as w:sym has it: 00xx or F0xx of the fonts Symbol
 * and Wingdings, or a Unicode one; false, and "[sym F04A]", when it is not
 * known.
 */
bool	 qda_docx_sign(char shown[32], const char *font, const char *code);

#endif
