/* axial_edit_read.c: the tree of categories, read from a text. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/axial_edit.h"

/* A name as it is compared, and whose it is. */
struct tree_key {
	char	*key;
	size_t	 code;
};

enum { NEW_MAX = 5000 };	/* categories made at once: more is no tree */

struct reading {
	struct tree_text	*t;
	size_t			 line;
	char			 blank;		/* what sets in, or 0 */
	size_t			 step;		/* spaces a level */
	size_t			*open;		/* last line of each level */
	size_t			 depth, cap;	/* levels open */
};

const char *
tree_name(const struct tree_text *t, size_t code)
{
	return code < t->book->n ? t->book->code[code].name :
	    t->added[code - t->book->n];
}

size_t
tree_category(const struct tree_text *t, const struct tree_line *l)
{
	return l->up == QDA_NOWHERE ? QDA_NOWHERE : t->line[l->up].code;
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct tree_key *)a)->key,
	    ((const struct tree_key *)b)->key);
}

static void
index_book(struct tree_text *t)
{
	struct qda_err	 e;
	char		*key;

	for (size_t i = 0; i < t->book->n; i++) {
		if (qda_text_key(&key, t->book->code[i].name, &e) < 0)
			continue;
		t->keys = qda_grow(t->keys, &t->cap_keys, t->n_keys,
		    sizeof(*t->keys));
		t->keys[t->n_keys++] = (struct tree_key){ key, i };
	}
	if (t->n_keys > 0)
		qsort(t->keys, t->n_keys, sizeof(*t->keys), by_key);
}

/* A new name keeps the keys in order. */
static size_t
add_name(struct tree_text *t, char *name, char *key)
{
	size_t	 at = t->n_keys, code = t->book->n + t->n_added;

	t->added = qda_grow(t->added, &t->cap_added, t->n_added,
	    sizeof(*t->added));
	t->added[t->n_added++] = name;
	t->keys = qda_grow(t->keys, &t->cap_keys, t->n_keys,
	    sizeof(*t->keys));
	for (; at > 0 && strcmp(t->keys[at - 1].key, key) > 0; at--)
		t->keys[at] = t->keys[at - 1];
	t->keys[at] = (struct tree_key){ key, code };
	t->n_keys++;
	return code;
}

/* The code that a name means; the name is taken, or freed. */
static size_t
code_of(struct tree_text *t, char *name)
{
	struct tree_key	 wanted = { NULL, 0 }, *found;
	struct qda_err	 e;
	size_t		 code;

	if (qda_text_key(&wanted.key, name, &e) < 0) {
		free(name);
		return QDA_NOWHERE;
	}
	found = t->n_keys == 0 ? NULL : bsearch(&wanted, t->keys, t->n_keys,
	    sizeof(*t->keys), by_key);
	if (found == NULL)
		return add_name(t, name, wanted.key);
	code = found->code;
	t->respelt += code < t->book->n &&
	    strcmp(name, t->book->code[code].name) != 0;
	free(wanted.key);
	free(name);
	return code;
}

/* How deep a line is set in, as far as that is clear. */
static size_t
level_of(struct reading *r, size_t n, char blank)
{
	if (n == 0)
		return 0;
	if (blank == 'm' || (r->blank != '\0' && r->blank != blank)) {
		qda_mark(r->t->marks, r->line, _("set in with tabs and with "
		    "spaces: one kind in a text"));
		return r->depth;
	}
	r->blank = blank;
	if (blank == '\t')
		return n;
	if (r->step == 0)
		r->step = n;		/* the first that is set in */
	if (n % r->step != 0)
		qda_mark(r->t->marks, r->line, ngettext("%zu space makes a "
		    "level here, and this is no multiple of it", "%zu spaces "
		    "make a level here, and this is no multiple of them",
		    r->step), r->step);
	return n / r->step;
}

/* The line under the last one before it that is set in less. */
static void
put_line(struct reading *r, size_t code, size_t level, bool star)
{
	struct tree_text	*t = r->t;

	if (level > r->depth) {
		qda_mark(t->marks, r->line, r->depth == 0 ?
		    _("the first name is set in") :
		    _("more than one level deeper than the line before"));
		level = r->depth;
	}
	t->line = qda_grow(t->line, &t->cap, t->n, sizeof(*t->line));
	r->open = qda_grow(r->open, &r->cap, level, sizeof(*r->open));
	t->line[t->n] = (struct tree_line){ r->line, code, level == 0 ?
	    QDA_NOWHERE : r->open[level - 1], star, false };
	if (level > 0)
		t->line[r->open[level - 1]].holds = true;
	r->open[level] = t->n++;
	r->depth = level + 1;
}

/*
 * Cuts off what stands behind a name: two blanks or a tab, which no name
 * holds, then "*", then "%" and a comment.  Whether there is the star.
 */
static bool
cut_behind(char *name)
{
	char	*end = name + strlen(name);
	bool	 star = false;

	for (char *p = name; *p != '\0'; p++) {
		size_t	 n = strspn(p, " \t");

		if (p[n] == '%' && (n > 1 || *p == '\t')) {
			end = p;
			break;
		}
	}
	*end = '\0';
	while (end > name && strchr(" \t", end[-1]) != NULL)
		*--end = '\0';
	if (end - name > 1 && end[-1] == '*' && (end[-2] == '\t' ||
	    (end - name > 2 && end[-2] == ' ' && end[-3] == ' '))) {
		end[-1] = '\0';
		star = true;
	}
	return star;
}

static void
read_line(struct reading *r, char *line)
{
	size_t		 n = strspn(line, " \t"), level, code;
	size_t		 tabs = strspn(line, "\t"), spaces = strspn(line, " ");
	char		*rest = line + n, *name;
	struct qda_err	 e;
	bool		 star;

	if (*rest == '\0' || *rest == '%')
		return;
	level = level_of(r, n, tabs == n ? '\t' : spaces == n ? ' ' : 'm');
	star = cut_behind(rest);
	if (qda_text_name(&name, *rest == '\\' ? rest + 1 : rest, _("code"),
	    &e) < 0) {
		qda_mark(r->t->marks, r->line, "%s", e.msg);
		return;
	}
	if ((code = code_of(r->t, name)) != QDA_NOWHERE)
		put_line(r, code, level, star);
}

void
tree_text_read(struct tree_text *t, const struct qda_book *book,
    const char *text, struct qda_marks *marks)
{
	struct reading	 r = { .t = t };
	char		*copy = qda_strdup(text), *rest = copy, *line;

	memset(t, 0, sizeof(*t));
	t->book = book;
	t->marks = marks;
	index_book(t);
	while ((line = strsep(&rest, "\n")) != NULL) {
		r.line++;
		read_line(&r, line);
		if (t->n_added < NEW_MAX)
			continue;
		qda_mark(marks, r.line, _("more than %d new names: this is no "
		    "tree of categories"), NEW_MAX);
		break;
	}
	free(copy);
	free(r.open);
	tree_check(t);
}

void
tree_text_free(struct tree_text *t)
{
	for (size_t i = 0; i < t->n_keys; i++)
		free(t->keys[i].key);
	for (size_t i = 0; i < t->n_added; i++)
		free(t->added[i]);
	free(t->keys);
	free(t->added);
	free(t->line);
	free(t->place);
	free(t->main);
}
