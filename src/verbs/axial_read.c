/* axial_read.c: an outline of categories, from a text or a table. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/axial.h"

struct reading {
	struct outline	*o;
	const char	*path;		/* "'categories.txt'" */
	const char	*name;		/* the same without quotes */
	size_t		 line;
	char		 blank;		/* what sets in: tab, space, 0 */
	size_t		*open;		/* the last line of each level */
	size_t		 depth, cap;	/* levels open */
};

static int
refuse(const struct reading *r, const char *why, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("%s, line %zu: %s"), r->path,
	    r->line, why);
}

/* How deep a line is set in; *rest is its name. */
static int
level_of(struct reading *r, const char *s, size_t *level, const char **rest,
    struct qda_err *e)
{
	size_t	 tabs = strspn(s, "\t"), spaces = strspn(s, " ");
	size_t	 n = tabs > 0 ? tabs : spaces;
	char	 blank = tabs > 0 ? '\t' : ' ';

	*rest = s + n;
	*level = tabs > 0 ? n : n / 2;
	if (n == 0)
		return 0;
	if (**rest == ' ' || **rest == '\t' ||
	    (r->blank != '\0' && r->blank != blank))
		return refuse(r, _("set in with tabs and with spaces: one "
		    "kind in a file"), e);
	r->blank = blank;
	return blank == ' ' && n % 2 != 0 ? refuse(r, _("two spaces make a "
	    "level, and this is an odd number of them"), e) : 0;
}

static int
add_line(struct reading *r, const char *name, size_t level,
    struct qda_err *e)
{
	struct outline		*o = r->o;
	struct outline_line	*l;
	char			*clean;

	if (level > r->depth)
		return refuse(r, r->depth == 0 ?
		    _("the first name is set in") :
		    _("more than one level deeper than the line before"), e);
	if (qda_text_name(&clean, name, _("code"), e) < 0) {
		e->why = QDA_DATA;
		return qda_fail_in(e, _("%s, line %zu"), r->path, r->line);
	}
	o->at = qda_grow(o->at, &o->cap, o->n, sizeof(*o->at));
	r->open = qda_grow(r->open, &r->cap, level, sizeof(*r->open));
	l = &o->at[o->n];
	*l = (struct outline_line){ clean, level, r->line,
	    level == 0 ? SIZE_MAX : r->open[level - 1], false };
	if (level > 0)
		o->at[l->up].holds = true;
	r->open[level] = o->n++;
	r->depth = level + 1;
	return 0;
}

static bool
is_blank(const char *s)
{
	size_t	 n = strlen(s), at = 0;
	int32_t	 point;

	while (at < n)
		if ((point = qda_text_next(s, n, &at)) >= 0 &&
		    !qda_text_space(point))
			return false;
	return true;
}

static int
read_outline(struct reading *r, char *text, struct qda_err *e)
{
	const char	*name;
	char		*line, *rest = text;
	size_t		 level;

	while ((line = strsep(&rest, "\n")) != NULL) {
		r->line++;
		if (is_blank(line))
			continue;
		if (level_of(r, line, &level, &name, e) < 0 ||
		    add_line(r, name, level, e) < 0)
			return -1;
	}
	return 0;
}

/* A row is two lines: the category, and under it the code, if there is one. */
static int
read_rows(struct reading *r, const struct qda_rows *rows, size_t first,
    size_t category, size_t code, struct qda_err *e)
{
	const char	*name;

	for (size_t i = first; i < qda_rows_count(rows); i++) {
		r->line = qda_rows_line(rows, i);
		name = qda_rows_cell(rows, i, category);
		if (*name == '\0')
			return refuse(r, _("there is no category"), e);
		if (add_line(r, name, 0, e) < 0)
			return -1;
		name = qda_rows_cell(rows, i, code);
		if (*name != '\0' && add_line(r, name, 1, e) < 0)
			return -1;
	}
	return 0;
}

static int
read_table(struct reading *r, const char *text, size_t size,
    struct qda_err *e)
{
	static const char	*const keys[] = { "category", "code" };
	struct qda_rows		*rows;
	int			 found, category, code, rc = -1;

	if (qda_csv_read(&rows, text, size, r->name, e) < 0)
		return -1;
	found = qda_rows_map(rows, keys, 2, e);
	category = found > 0 ? qda_rows_column(rows, "category") : 0;
	code = found > 0 ? qda_rows_column(rows, "code") : 1;
	if (found < 0)
		goto out;
	if (category < 0 || code < 0)
		qda_fail(e, QDA_DATA, _("%s: the columns are category and "
		    "code"), r->path);
	else
		rc = read_rows(r, rows, found > 0, (size_t)category,
		    (size_t)code, e);
out:
	qda_rows_free(rows);
	return rc;
}

/* Whether any line is set in, or none has what divides cells. */
static bool
is_outline(const char *text)
{
	const char	*p;

	for (p = text; p != NULL && *p != '\0'; p = strchr(p, '\n')) {
		p += *p == '\n';
		if ((*p == '\t' || *p == ' ') &&
		    p[strspn(p, " \t")] != '\n' && p[strspn(p, " \t")] != '\0')
			return true;
	}
	return strpbrk(text, "\t;,") == NULL;
}

int
outline_read(struct outline *o, const char *text, size_t size,
    const char *path, const char *name, struct qda_err *e)
{
	struct reading	 r = { .o = o, .path = path, .name = name };
	char		*copy = qda_strndup(text, size);
	int		 rc;

	memset(o, 0, sizeof(*o));
	rc = is_outline(copy) ? read_outline(&r, copy, e) :
	    read_table(&r, copy, size, e);
	free(copy);
	free(r.open);
	return rc;
}

void
outline_free(struct outline *o)
{
	for (size_t i = 0; i < o->n; i++)
		free(o->at[i].name);
	free(o->at);
}
