/* code_compare.c: two codes side by side, to decide whether they are one. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/code_compare.h"

const char	*const compare_fields[FIELDS] = {
	"definition", "use-when", "not-when", "example", "from", "to"
};
const char	*const compare_counts[COUNTS] = {
	"uses", "sources", "participants", "coders"
};

/* ---- read ------------------------------------------------------------- */

static int
read_side(struct comparison *c, struct compared *s, struct qda_act *act,
    const char *name, struct qda_err *e)
{
	int64_t	 id;

	if (qda_code_need(act->db, name, &id, e) < 0)
		return -1;
	s->code = qda_book_find(c->book, id);
	s->name = c->book->code[s->code].name;
	for (int i = 0; i < FIELDS; i++)
		if (qda_field_get(&s->field[i], act->db, qda_field_named(
		    qda_code_fields, compare_fields[i]), id, e) < 0)
			return -1;
	qda_book_tally(c->book, s->code, false, &s->tally);
	s->count[0] = s->tally.uses;
	s->count[1] = s->tally.sources;
	s->count[2] = s->tally.participants;
	s->count[3] = s->tally.coders;
	return code_extracts_read(&s->x, act, id, s->name, e);
}

static void
add_pair(struct meeting_pair **all, size_t *n, size_t *cap,
    const struct code_extract *a, const struct code_extract *b)
{
	for (size_t i = *n; i > 0 && code_extracts_same((*all)[i - 1].a, a);
	    i--)
		if (code_extracts_same((*all)[i - 1].b, b))
			return;		/* by another coder */
	*all = qda_grow(*all, cap, *n, sizeof(**all));
	(*all)[(*n)++] = (struct meeting_pair){ a, b };
}

/* What stands at the same place, and what only has words in common. */
static void
find_pairs(struct comparison *c)
{
	struct code_extract	*a, *b;

	for (size_t i = 0; i < c->side[0].x.n; i++)
		for (size_t k = 0; k < c->side[1].x.n; k++) {
			a = &c->side[0].x.at[i];
			b = &c->side[1].x.at[k];
			if (a->source != b->source || a->start >= b->end ||
			    b->start >= a->end || a->revision != b->revision)
				continue;
			if (code_extracts_same(a, b)) {
				a->shared = b->shared = true;
				add_pair(&c->same, &c->n_same, &c->cap_same,
				    a, b);
			} else
				add_pair(&c->over, &c->n_over, &c->cap_over,
				    a, b);
		}
}

/* In how many sources, or by how many coders, both are. */
static int64_t
in_both(const struct comparison *c, bool coders)
{
	const struct code_extracts	*x = &c->side[0].x, *y = &c->side[1].x;
	const struct code_extract	*a, *b;
	int64_t				 n = 0;
	size_t				 k, before;

	for (size_t i = 0; i < x->n; i++) {
		a = &x->at[i];
		for (before = 0; before < i; before++)
			if (coders ? strcmp(x->at[before].coder, a->coder) == 0
			    : x->at[before].source == a->source)
				break;
		for (k = 0; before == i && k < y->n; k++) {
			b = &y->at[k];
			if (coders ? strcmp(a->coder, b->coder) == 0 :
			    a->source == b->source)
				break;
		}
		n += before == i && k < y->n;
	}
	return n;
}

static void
count_both(struct comparison *c)
{
	c->both[0] = (int64_t)c->n_same;
	c->both[1] = in_both(c, false);
	for (size_t i = 0; i < c->book->n_participants; i++)
		c->both[2] += c->side[0].tally.who[i] &&
		    c->side[1].tally.who[i];
	c->both[3] = in_both(c, true);
}

static int
count_label(struct comparison *c, const char *label, int side,
    struct qda_err *e)
{
	struct compare_label	*l;
	char			*key;
	size_t			 i = 0;

	if (qda_text_key(&key, label, e) < 0)
		return -1;
	while (i < c->n_labels && strcmp(c->labels[i].key, key) != 0)
		i++;
	if (i == c->n_labels) {
		c->labels = qda_grow(c->labels, &c->cap_labels, c->n_labels,
		    sizeof(*c->labels));
		l = &c->labels[c->n_labels++];
		*l = (struct compare_label){ key, label, { 0, 0 } };
	} else
		free(key);
	c->labels[i].uses[side]++;
	return 0;
}

static int
by_uses(const void *a, const void *b)
{
	const struct compare_label	*p = a, *q = b;
	int64_t				 n = p->uses[0] + p->uses[1],
					 m = q->uses[0] + q->uses[1];

	return n != m ? (n < m) - (n > m) : strcmp(p->key, q->key);
}

static int
count_labels(struct comparison *c, struct qda_err *e)
{
	const struct code_extracts	*x;

	for (int side = 0; side < 2; side++) {
		x = &c->side[side].x;
		for (size_t i = 0; i < x->n; i++)
			if (x->at[i].label != NULL && count_label(c,
			    x->at[i].label, side, e) < 0)
				return -1;
	}
	if (c->n_labels > 0)
		qsort(c->labels, c->n_labels, sizeof(*c->labels), by_uses);
	return 0;
}

static int
read_all(struct comparison *c, struct qda_act *act, const char *a,
    const char *b, struct qda_err *e)
{
	if (code_book(&c->book, act, e) < 0 ||
	    read_side(c, &c->side[0], act, a, e) < 0 ||
	    read_side(c, &c->side[1], act, b, e) < 0)
		return -1;
	if (c->side[0].code == c->side[1].code)
		return qda_fail(e, QDA_DATA, _("'%s' is one code: name two"),
		    c->side[0].name);
	find_pairs(c);
	count_both(c);
	return count_labels(c, e);
}

static void
forget(struct comparison *c)
{
	for (int side = 0; side < 2; side++) {
		for (int i = 0; i < FIELDS; i++)
			free(c->side[side].field[i]);
		code_extracts_free(&c->side[side].x);
		qda_code_tally_free(&c->side[side].tally);
	}
	for (size_t i = 0; i < c->n_labels; i++)
		free(c->labels[i].key);
	free(c->labels);
	free(c->same);
	free(c->over);
	qda_book_free(c->book);
}

/* ---- written ---------------------------------------------------------- */

char *
compare_words(const struct meeting_pair *p)
{
	const struct code_extract	*a = p->a, *b = p->b;
	int64_t				 from = a->start > b->start ?
					    a->start : b->start;
	int64_t				 to = a->end < b->end ? a->end :
					    b->end;
	struct qda_cursor		 cursor;
	size_t				 first, last;

	qda_cursor_begin(&cursor, a->words, strlen(a->words));
	first = qda_cursor_byte(&cursor, from - a->start);
	last = qda_cursor_byte(&cursor, to - a->start);
	return qda_strndup(a->words + first, last - first);
}

static void
row(struct qda_table *t, const char *what, const char *a, const char *b,
    const char *both, const char *text)
{
	qda_table_text(t, what);
	qda_table_some(t, a);
	qda_table_some(t, b);
	qda_table_some(t, both);
	if (text != NULL)
		qda_table_text(t, *text == '\0' ? NULL : text);
}

static void
count_row(struct qda_table *t, const char *what, int64_t a, int64_t b,
    const int64_t *both, const char *text)
{
	char	 x[24], y[24], z[24] = "";

	snprintf(x, sizeof(x), "%" PRId64, a);
	snprintf(y, sizeof(y), "%" PRId64, b);
	if (both != NULL)
		snprintf(z, sizeof(z), "%" PRId64, *both);
	row(t, what, x, y, z, text);
}

/* Where they stand and how often they were used; text: one column more. */
static void
put_counts(struct qda_table *t, const struct comparison *c, const char *text)
{
	const struct compared	*a = &c->side[0], *b = &c->side[1];

	row(t, "category", code_main(c->book, a->code),
	    code_main(c->book, b->code), NULL, text);
	for (int i = 0; i < COUNTS; i++)
		count_row(t, compare_counts[i], a->count[i], b->count[i],
		    &c->both[i], text);
}

static void
put_fields(struct qda_table *t, const struct comparison *c)
{
	const struct compared	*a = &c->side[0], *b = &c->side[1];

	for (int i = 0; i < FIELDS; i++)
		if (a->field[i] != NULL || b->field[i] != NULL)
			row(t, compare_fields[i], a->field[i], b->field[i],
			    NULL, "");
}

/* To be read: what each means, lines that a terminal may break. */
static void
put_meaning(FILE *f, const struct comparison *c)
{
	const struct compared	*s;

	for (int i = 0; i < FIELDS; i++)
		for (int side = 0; side < 2; side++) {
			s = &c->side[side];
			if (s->field[i] != NULL)
				fprintf(f, "\n%s, %s: %s\n", s->name,
				    compare_fields[i], s->field[i]);
		}
}

static void
put_pair(struct qda_table *t, const char *what, const struct meeting_pair *p)
{
	char	*a = code_extract_address(p->a),
		*b = code_extract_address(p->b), *words = compare_words(p);

	if (what != NULL)
		row(t, what, a, b, NULL, words);
	else {
		qda_table_text(t, a);
		qda_table_text(t, b);
		qda_table_text(t, words);
	}
	free(a);
	free(b);
	free(words);
}

static void
put_rows(struct qda_act *act, const struct comparison *c)
{
	static const struct qda_column	 columns[] = {
		{ "what", QDA_CELL_TEXT }, { "a", QDA_CELL_TEXT },
		{ "b", QDA_CELL_TEXT }, { "both", QDA_CELL_TEXT },
		{ "text", QDA_CELL_TEXT },
	};
	struct qda_table		*t = qda_act_table(act, columns, 5);

	row(t, "name", c->side[0].name, c->side[1].name, NULL, "");
	put_counts(t, c, "");
	put_fields(t, c);
	for (size_t i = 0; i < c->n_labels; i++)
		count_row(t, "label", c->labels[i].uses[0],
		    c->labels[i].uses[1], NULL, c->labels[i].label);
	for (size_t i = 0; i < c->n_same; i++)
		put_pair(t, "same", &c->same[i]);
	for (size_t i = 0; i < c->n_over; i++)
		put_pair(t, "overlap", &c->over[i]);
	qda_table_close(t);
}

/* To be read: a table each, of what they are, labels, common words. */
static void
put_pages(struct qda_act *act, const struct comparison *c)
{
	const char		*a = c->side[0].name, *b = c->side[1].name;
	const struct qda_column	 summary[] = {
		{ "", QDA_CELL_TEXT }, { a, QDA_CELL_TEXT },
		{ b, QDA_CELL_TEXT }, { "both", QDA_CELL_TEXT },
	}, labels[] = {
		{ "label", QDA_CELL_TEXT }, { a, QDA_CELL_NUMBER },
		{ b, QDA_CELL_NUMBER },
	}, places[] = {
		{ a, QDA_CELL_TEXT }, { b, QDA_CELL_TEXT },
		{ "words", QDA_CELL_TEXT },
	};
	struct qda_table	*t = qda_act_table(act, summary, 4);

	put_counts(t, c, NULL);
	qda_table_close(t);
	put_meaning(act->out, c);
	if (c->n_labels > 0) {
		putc('\n', act->out);
		t = qda_act_table(act, labels, 3);
		for (size_t i = 0; i < c->n_labels; i++) {
			qda_table_text(t, c->labels[i].label);
			qda_table_int(t, c->labels[i].uses[0]);
			qda_table_int(t, c->labels[i].uses[1]);
		}
		qda_table_close(t);
	}
	if (c->n_same + c->n_over == 0)
		return;
	putc('\n', act->out);
	t = qda_act_table(act, places, 3);
	for (size_t i = 0; i < c->n_same; i++)
		put_pair(t, NULL, &c->same[i]);
	for (size_t i = 0; i < c->n_over; i++)
		put_pair(t, NULL, &c->over[i]);
	qda_table_close(t);
}

int
qda_do_code_compare(struct qda_act *act, const char *a, const char *b,
    struct qda_err *e)
{
	struct comparison	 c = { .n_same = 0 };
	int			 rc = read_all(&c, act, a, b, e);

	if (rc == 0 && act->document != NULL)
		rc = compare_document(act, &c, e);
	else if (rc == 0 && act->as == QDA_AS_TABLE)
		put_pages(act, &c);
	else if (rc == 0)
		put_rows(act, &c);
	forget(&c);
	return rc;
}
