/* log_news.c: what became of the codes, from the record of the changes. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "verbs/log.h"

/* A code that others' rows were given to, in one change. */
struct given {
	int64_t	 from, into;
	bool	 codings;
};

struct reading {
	struct news		*news;
	const char		*why;		/* of the change, or NULL */
	struct given		*given;
	size_t			 n_given, cap_given;
	int64_t			*gone;		/* codes, in this change */
	size_t			 n_gone, cap_gone;
};

const struct news_code *
log_news_code(const struct news *n, int64_t id)
{
	for (size_t i = 0; i < n->n_codes; i++)
		if (n->code[i].id == id)
			return &n->code[i];
	return NULL;
}

static struct news_code *
code_of(struct news *n, int64_t id)
{
	for (size_t i = 0; i < n->n_codes; i++)
		if (n->code[i].id == id)
			return &n->code[i];
	n->code = qda_grow(n->code, &n->cap_codes, n->n_codes,
	    sizeof(*n->code));
	n->code[n->n_codes] = (struct news_code){ .id = id };
	return &n->code[n->n_codes++];
}

static void
put(char **text, const char *s)
{
	free(*text);
	*text = qda_strdup(s);
}

/* The last reason that was given stands; a change without one leaves it. */
static void
because(char **text, const struct reading *r)
{
	if (r->why != NULL && r->why[strspn(r->why, " \t\r\n")] != '\0')
		put(text, r->why);
}

static void
code_added(const struct qda_row *row, struct news_code *c)
{
	c->made = true;
	put(&c->name, qda_row_text(row, "name", true));
}

static void
code_removed(struct reading *r, const struct qda_row *row,
    struct news_code *c)
{
	c->gone = true;
	put(&c->name, qda_row_text(row, "name", false));
	because(&c->why_gone, r);
	r->gone = qda_grow(r->gone, &r->cap_gone, r->n_gone,
	    sizeof(*r->gone));
	r->gone[r->n_gone++] = c->id;
}

static void
code_changed(struct reading *r, const struct qda_row *row,
    struct news_code *c)
{
	static const char	*const meaning[] = {
		"definition", "use_when", "not_when", "dimension_from",
		"dimension_to"
	};

	if (qda_row_has(row, "name", true)) {
		if (c->was == NULL)
			put(&c->was, qda_row_text(row, "name", false));
		put(&c->name, qda_row_text(row, "name", true));
		because(&c->why_name, r);
	}
	for (size_t i = 0; i < sizeof(meaning) / sizeof(*meaning); i++)
		if (qda_row_has(row, meaning[i], true)) {
			c->defined = true;
			because(&c->why_defined, r);
		}
}

static void
read_code(struct reading *r, const struct qda_row *row)
{
	enum qda_row_op	 op = qda_row_op(row);
	struct news_code	*c = code_of(r->news, qda_row_int(row, "id",
				    op == QDA_ROW_ADDED));

	if (op == QDA_ROW_ADDED)
		code_added(row, c);
	else if (op == QDA_ROW_REMOVED)
		code_removed(r, row, c);
	else
		code_changed(r, row, c);
}

static void
read_place(struct reading *r, const struct qda_row *row)
{
	struct news	*n = r->news;
	bool		 added = qda_row_op(row) == QDA_ROW_ADDED;
	int64_t		 category = qda_row_int(row, "category", added);
	int64_t		 member = qda_row_int(row, "member", added);
	size_t		 i = 0;

	if (qda_row_op(row) == QDA_ROW_CHANGED)
		return;			/* its order, or it was merged */
	while (i < n->n_places && (n->place[i].category != category ||
	    n->place[i].member != member))
		i++;
	if (i == n->n_places) {
		n->place = qda_grow(n->place, &n->cap_places, n->n_places,
		    sizeof(*n->place));
		n->place[n->n_places++] = (struct news_place){ category,
		    member, 0 };
	}
	n->place[i].net += added ? 1 : -1;
	because(&code_of(n, member)->why_moved, r);
}

/* A column that named one code and names another now. */
static void
read_given(struct reading *r, const struct qda_row *row, const char *column)
{
	int64_t	 from = qda_row_int(row, column, false);
	int64_t	 into = qda_row_int(row, column, true);
	bool	 codings = strcmp(qda_row_table(row), "coding") == 0;

	if (qda_row_op(row) != QDA_ROW_CHANGED || from == QDA_NONE ||
	    into == QDA_NONE || from == into)
		return;
	for (size_t i = 0; i < r->n_given; i++)
		if (r->given[i].from == from && r->given[i].into == into) {
			r->given[i].codings |= codings;
			return;
		}
	r->given = qda_grow(r->given, &r->cap_given, r->n_given,
	    sizeof(*r->given));
	r->given[r->n_given++] = (struct given){ from, into, codings };
}

static int
read_row(void *arg, const struct qda_row *row, struct qda_err *e)
{
	static const struct {
		const char	*table, *column;
	} names_code[] = {
		{ "coding", "code" }, { "grouping", "category" },
		{ "grouping", "member" }, { "memo_on", "code" },
		{ "relation", "from" }, { "relation", "to" },
		{ "quotation", "code" }, { "verdict", "code" },
	};
	struct reading	*r = arg;
	const char	*table = qda_row_table(row);

	(void)e;
	if (strcmp(table, "code") == 0)
		read_code(r, row);
	if (strcmp(table, "grouping") == 0)
		read_place(r, row);
	for (size_t i = 0; i < sizeof(names_code) / sizeof(*names_code); i++)
		if (strcmp(table, names_code[i].table) == 0)
			read_given(r, row, names_code[i].column);
	return 0;
}

static bool
went(const struct reading *r, int64_t code)
{
	for (size_t i = 0; i < r->n_gone; i++)
		if (r->gone[i] == code)
			return true;
	return false;
}

/* The next word of a command, its quotes undone (text.h); takes it off. */
static char *
next_word(const char **at)
{
	struct qda_mem	 m;
	const char	*p = *at + strspn(*at, " ");
	char		 quote = '\0';

	qda_mem_open(&m);
	for (; *p != '\0' && (quote != '\0' || *p != ' '); p++)
		if (quote == '\0' && (*p == '"' || *p == '\''))
			quote = *p;
		else if (*p == quote)
			quote = '\0';
		else
			fputc(*p, m.f);
	*at = p;
	return qda_mem_text(&m);
}

/* What a command merged codes into, NULL when it did not; caller frees. */
static char *
merged_into(const char *command)
{
	bool	 code = strncmp(command, "qda code ", 9) == 0, merge = false;
	char	*word, *into = NULL;

	while (code && *command != '\0') {
		word = next_word(&command);
		merge |= strcmp(word, "merge") == 0;
		if (into == NULL && strcmp(word, "--into") == 0)
			into = next_word(&command);
		else if (into == NULL && strncmp(word, "--into=", 7) == 0)
			into = qda_strdup(word + 7);
		free(word);
	}
	if (!merge) {
		free(into);
		into = NULL;
	}
	return into;
}

/*
 * What was merged without giving anything away leaves no trace in the rows:
 * all it had, the other had too.
 */
static void
settle_gone(struct reading *r, const char *command)
{
	struct news_code	*c;
	char			*into = merged_into(command);

	for (size_t i = 0; into != NULL && i < r->n_gone; i++) {
		c = code_of(r->news, r->gone[i]);
		if (c->into == 0)
			put(&c->into_name, into);
	}
	free(into);
	r->n_gone = 0;
}

/* At the end of a change: was a code merged, or split? */
static void
settle(struct reading *r)
{
	struct news		*n = r->news;
	struct news_split	*s;

	for (size_t i = 0; i < r->n_given; i++) {
		if (went(r, r->given[i].from)) {
			code_of(n, r->given[i].from)->into = r->given[i].into;
			continue;
		}
		if (!r->given[i].codings)
			continue;
		n->split = qda_grow(n->split, &n->cap_splits, n->n_splits,
		    sizeof(*n->split));
		s = &n->split[n->n_splits++];
		*s = (struct news_split){ r->given[i].from, r->given[i].into,
		    NULL };
		because(&s->why, r);
	}
	r->n_given = 0;
}

/* One entry of the history, when it counts. */
static int
read_change(struct reading *r, struct qda_act *act,
    const struct qda_change *c, int64_t first, struct qda_err *e)
{
	int64_t	 number;
	bool	 inverse;
	int	 counts = log_asked(act, c->coder, e);

	if (counts > 0)
		counts = qda_change_counts(act->db, c, first, &number,
		    &inverse, e);
	if (counts <= 0)
		return counts;
	r->why = c->message;
	if (qda_change_each(act->db, number, inverse, read_row, r, e) < 0)
		return -1;
	settle(r);
	settle_gone(r, c->command);
	return 0;
}

static int
by_id(const void *a, const void *b)
{
	const struct news_code	*p = a, *q = b;

	return (p->id > q->id) - (p->id < q->id);
}

int
log_news(struct news *n, struct qda_act *act, const char *since,
    struct qda_err *e)
{
	struct reading		 r = { .news = n };
	struct qda_change	 c;
	struct db_rows		*walk;
	int64_t			 first = 0;
	int			 more;

	if (qda_change_list(&walk, act->db, since, e) < 0)
		return -1;
	while ((more = qda_change_next(walk, &c, e)) > 0) {
		first = first == 0 ? c.number : first;
		if (read_change(&r, act, &c, first, e) < 0) {
			more = -1;
			break;
		}
	}
	if (n->n_codes > 0)
		qsort(n->code, n->n_codes, sizeof(*n->code), by_id);
	free(r.given);
	free(r.gone);
	return more;
}

void
log_news_free(struct news *n)
{
	for (size_t i = 0; i < n->n_codes; i++) {
		free(n->code[i].was);
		free(n->code[i].name);
		free(n->code[i].into_name);
		free(n->code[i].why_name);
		free(n->code[i].why_gone);
		free(n->code[i].why_moved);
		free(n->code[i].why_defined);
	}
	for (size_t i = 0; i < n->n_splits; i++)
		free(n->split[i].why);
	free(n->code);
	free(n->place);
	free(n->split);
	*n = (struct news){ NULL, 0, 0, NULL, 0, 0, NULL, 0, 0 };
}
