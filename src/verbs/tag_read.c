/* tag_read.c: what is to be tagged: addresses, lines, quotations, tables. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/tag.h"

enum { PROBLEMS_NAMED = 10 };

struct qda_tag *
qda_tag_new(struct qda_act *act, const char *made)
{
	struct qda_tag	*t = qda_alloc(1, sizeof(*t));

	t->act = act;
	t->made = made;
	qda_mem_open(&t->problems);
	return t;
}

void
qda_tag_free(struct qda_tag *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < t->n; i++)
		if (t->items[i].more != NULL) {
			qda_strings_free(&t->items[i].more->codes);
			free(t->items[i].more);
		}
	free(t->items);
	qda_strings_free(&t->codes);
	qda_strings_free(&t->texts);
	free(qda_mem_text(&t->problems));
	free(t);
}

void
qda_tag_code(struct qda_tag *t, const char *name)
{
	struct qda_err	 unused;
	char		*clean = NULL;

	/* as it will be kept; one that cannot be is refused when it is used */
	if (qda_text_name(&clean, name, "", &unused) < 0)
		clean = NULL;
	qda_strings_add(&t->codes, clean != NULL ? clean : name);
	free(clean);
}

/* A copy that lives as long as the tagging. */
static char *
kept(struct qda_tag *t, const char *s)
{
	if (s == NULL || *s == '\0')
		return NULL;
	qda_strings_add(&t->texts, s);
	return t->texts.at[t->texts.n - 1];
}

int
qda_tag_label(struct qda_tag *t, const char *label, struct qda_err *e)
{
	char	*clean;

	if (label[strspn(label, " \t\n")] == '\0') {
		t->label = "";
		return 0;
	}
	if (qda_text_name(&clean, label, _("label"), e) < 0)
		return -1;
	t->label = kept(t, clean);
	free(clean);
	return 0;
}

void
qda_tag_stance(struct qda_tag *t, const char *stance)
{
	t->stance = stance;
}

static struct tag_item *
add(struct qda_tag *t, const char *where, size_t line)
{
	struct tag_item	*item;

	t->items = qda_grow(t->items, &t->cap, t->n, sizeof(*t->items));
	item = &t->items[t->n++];
	memset(item, 0, sizeof(*item));
	item->where = where;
	item->line = line;
	return item;
}

void
qda_tag_address(struct qda_tag *t, const char *address, const char *where)
{
	const char	*place = kept(t, where);

	add(t, place, 0)->address = *address == '\0' ? "" : kept(t, address);
}

void
qda_tag_quote(struct qda_tag *t, const char *quote, const char *source,
    const char *where)
{
	struct tag_item	*item = add(t, kept(t, where), 0);

	item->quote = kept(t, quote);
	item->source = kept(t, source);
	if (item->quote == NULL)
		item->quote = "";
}

/* The text is cut into lines in place: a million addresses, one copy. */
void
qda_tag_lines(struct qda_tag *t, const char *text, const char *where)
{
	const char	*place = kept(t, where);
	char		*s = kept(t, text), *next;
	size_t		 line = 1;

	for (; s != NULL && *s != '\0'; s = next, line++) {
		next = s + strcspn(s, "\n");
		if (*next == '\n')
			*next++ = '\0';
		qda_address_line(t->act->db, s);
		if (s[strspn(s, " ")] == '\0' ||
		    (line == 1 && strcmp(s, "address") == 0))
			continue;
		add(t, place, line)->address = s;
	}
}

size_t
qda_tag_count(const struct qda_tag *t)
{
	return t->n;
}

/* A value of a row, kept; NULL when empty. */
static const char *
value(struct qda_tag *t, const struct qda_rows *rows, size_t row,
    const char *key)
{
	return kept(t, qda_rows_value(rows, row, key));
}

static const char *
read_stance(const char *word, bool *wrong)
{
	static const char	*const words[][2] = {
		{ "illustrates", "illustre" }, { "qualifies", "nuance" },
		{ "contradicts", "contredit" }
	};

	for (size_t i = 0; word != NULL && i < 3; i++)
		if (strcmp(word, words[i][0]) == 0 ||
		    strcmp(word, words[i][1]) == 0)
			return words[i][0];
	*wrong = word != NULL;
	return NULL;
}

static void
add_row(struct qda_tag *t, const struct qda_rows *rows, size_t row,
    const char *name)
{
	struct tag_item	*item = add(t, name, qda_rows_line(rows, row));
	struct tag_more	*more = qda_alloc(1, sizeof(*more));
	bool		 wrong = false;

	item->more = more;
	item->address = value(t, rows, row, "address");
	if (item->address == NULL) {
		item->source = value(t, rows, row, "source");
		item->quote = value(t, rows, row, "quote");
	}
	qda_cell_list(&more->codes, qda_rows_value(rows, row, "code"));
	more->coder = value(t, rows, row, "coder");
	more->label = value(t, rows, row, "label");
	more->memo = value(t, rows, row, "memo");
	more->stance = read_stance(value(t, rows, row, "stance"), &wrong);
	if (wrong)
		tag_problem(t, item, _("a stance is illustrates, qualifies or "
		    "contradicts"));
	if (item->address == NULL && item->quote == NULL)
		tag_problem(t, item, _("there is neither address nor quote"));
	if (more->codes.n == 0 && t->codes.n == 0)
		tag_problem(t, item, _("there is no code"));
}

int
qda_tag_table(struct qda_tag *t, const char *bytes, size_t n,
    const char *name, struct qda_err *e)
{
	static const char	*const keys[] = {
		"address", "source", "quote", "code", "coder", "label",
		"stance", "memo"
	};
	struct qda_rows		*rows;
	const char		*place = kept(t, name);
	int			 rc = -1;

	if (qda_csv_read(&rows, bytes, n, name, e) < 0)
		return -1;
	t->table = true;
	if (qda_rows_map(rows, keys, sizeof(keys) / sizeof(*keys), e) < 0) {
		qda_fail_in(e, _("'%s'"), name);
		goto out;
	}
	if (qda_rows_count(rows) > 0 && qda_rows_column(rows, "address") < 0 &&
	    qda_rows_column(rows, "quote") < 0) {
		qda_fail(e, QDA_DATA, _("'%s', line 1: the first row names "
		    "the columns: address, or source and quote; code; coder, "
		    "label, stance, memo"), name);
		goto out;
	}
	for (size_t i = 1; i < qda_rows_count(rows); i++)
		add_row(t, rows, i, place);
	rc = 0;
out:
	qda_rows_free(rows);
	return rc;
}

void
tag_problem(struct qda_tag *t, const struct tag_item *item,
    const char *message)
{
	if (t->n_problems++ >= PROBLEMS_NAMED)
		return;
	if (t->n_problems > 1)
		fputc('\n', t->problems.f);
	if (item->where != NULL && item->line > 0)
		fprintf(t->problems.f, _("%s, line %zu: %s"), item->where,
		    item->line, message);
	else if (item->where != NULL)
		fprintf(t->problems.f, _("%s: %s"), item->where, message);
	else
		fputs(message, t->problems.f);
}

int
tag_problems(struct qda_tag *t, struct qda_err *e)
{
	size_t	 more;

	if (t->n_problems == 0)
		return 0;
	fflush(t->problems.f);
	if (t->n_problems <= PROBLEMS_NAMED)
		return qda_fail(e, QDA_DATA, "%s", t->problems.text);
	more = t->n_problems - PROBLEMS_NAMED;
	return qda_fail(e, QDA_DATA, ngettext("%s\nand %zu more; nothing was "
	    "done", "%s\nand %zu more; nothing was done", more),
	    t->problems.text, more);
}
