/* looks.h: how characters look, and the named styles that say so. */
#ifndef QDA_FORMATS_LOOKS_H
#define QDA_FORMATS_LOOKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct qda_look {
	unsigned	 is;		/* QDA_BOLD | QDA_ITALIC... */
	int32_t		 colour, highlight;	/* 0xRRGGBB, or -1 */
	bool		 hidden;
};
extern const struct qda_look	 qda_plain_look;

/* What a style, or a run, says of it; what it does not say stays. */
struct qda_touch {
	unsigned	 said, is;	/* of QDA_BOLD... */
	bool		 says_colour, says_highlight, says_hidden;
	int32_t		 colour, highlight;
	bool		 hidden;
};
void	 qda_look_touch(struct qda_look *, const struct qda_touch *);
/* Says that it is, or is not, bold... */
void	 qda_touch_is(struct qda_touch *, unsigned what, bool on);

/* "ff9900" or "#FF9900" as 0xff9900; anything else is -1. */
int32_t	 qda_colour_read(const char *);

/*
 * Named styles.  A family keeps apart what may have the same name.  Add all,
 * then sort, then ask.
 */
struct qda_named {
	char			*name, *parent;
	int			 family;
	struct qda_touch	 touch;
};
struct qda_styles {
	struct qda_named	*at;
	size_t			 n, cap;
};
struct qda_named *qda_styles_add(struct qda_styles *, int family,
	    const char *name);
void	 qda_styles_sort(struct qda_styles *);
void	 qda_styles_free(struct qda_styles *);
/* Touches a look as a style and those it is based on do, 16 at most. */
void	 qda_styles_touch(const struct qda_styles *, int family,
	    const char *name, struct qda_look *);

#endif
