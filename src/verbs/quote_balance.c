/* quote_balance.c: how often each participant is quoted, and under what. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/document.h"
#include "verbs/quote.h"

enum { MOST = 20 };		/* per cent of one participant: more is much */

struct person {
	int64_t	 id;
	char	*name;
	int64_t	*count;		/* by column; the last is told under none */
	int64_t	 all;
};

struct balance {
	struct qda_book	*book;
	size_t		*tops;		/* codes: categories at the top */
	size_t		 n_tops;
	struct person	*at;
	size_t		 n, cap;
	int64_t		 all;
};

/* The column of a code: the category at the top of it; n_tops: none. */
static size_t
column_of(const struct balance *b, int64_t id)
{
	size_t	 code = qda_book_find(b->book, id), steps = 0;

	while (code != QDA_NOWHERE && b->book->code[code].n_parents > 0 &&
	    steps++ < b->book->n)
		code = b->book->code[code].parents[0];
	for (size_t i = 0; i < b->n_tops; i++)
		if (b->tops[i] == code)
			return i;
	return b->n_tops;
}

static void
add_person(struct balance *b, int64_t id, const char *name)
{
	struct person	*p;

	b->at = qda_grow(b->at, &b->cap, b->n, sizeof(*b->at));
	p = &b->at[b->n++];
	p->id = id;
	p->name = qda_strdup(name);
	p->count = qda_alloc(b->n_tops + 1, sizeof(*p->count));
	p->all = 0;
}

/* Those included, quoted or not. */
static int
read_people(struct balance *b, struct qda_db *db, struct qda_err *e)
{
	struct qda_participant	 p;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, db, NULL, e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &p, e)) > 0)
		if (strcmp(p.outcome, "included") == 0)
			add_person(b, p.id, p.name);
	return more;
}

static struct person *
find_person(struct balance *b, const struct qda_quotation *q)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->at[i].id == q->person)
			return &b->at[i];
	add_person(b, q->person, q->participant == NULL ? "-" :
	    q->participant);
	return &b->at[b->n - 1];
}

static int
count(struct balance *b, struct qda_db *db, struct qda_err *e)
{
	struct qda_quotation	 q;
	struct person		*p;
	struct db_rows		*walk;
	int			 more;

	if (qda_quotation_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_quotation_next(walk, &q, e)) > 0) {
		p = find_person(b, &q);
		p->count[column_of(b, q.code)]++;
		p->all++;
		b->all++;
	}
	return more;
}

static void
read_tops(struct balance *b)
{
	struct qda_node	*nodes;
	size_t		 n = qda_book_tree(b->book, &nodes);

	b->tops = qda_alloc(n + 1, sizeof(*b->tops));
	for (size_t i = 0; i < n; i++)
		if (nodes[i].depth == 0 && !nodes[i].orphan)
			b->tops[b->n_tops++] = nodes[i].code;
	free(nodes);
}

/* "many": more than a fifth of all; "none". */
static const char *
flag(const struct balance *b, const struct person *p)
{
	return p->all == 0 ? "none" : p->all * 100 > b->all * MOST ? "many" :
	    NULL;
}

static int64_t
sum(const struct balance *b, size_t column)
{
	int64_t	 n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += b->at[i].count[column];
	return n;
}

/* ---- rows --------------------------------------------------------------- */

static struct qda_column *
columns(const struct balance *b)
{
	struct qda_column	*c = qda_alloc(b->n_tops + 5, sizeof(*c));
	size_t			 n = 0;

	c[n++] = (struct qda_column){ "participant", QDA_CELL_TEXT };
	for (size_t i = 0; i < b->n_tops; i++)
		c[n++] = (struct qda_column){ b->book->code[b->tops[i]].name,
		    QDA_CELL_NUMBER };
	c[n++] = (struct qda_column){ "uncategorised", QDA_CELL_NUMBER };
	c[n++] = (struct qda_column){ "all", QDA_CELL_NUMBER };
	c[n++] = (struct qda_column){ "percent", QDA_CELL_NUMBER };
	c[n++] = (struct qda_column){ "flag", QDA_CELL_TEXT };
	return c;
}

static void
put_row(const struct balance *b, struct qda_table *t, const struct person *p)
{
	qda_table_text(t, p->name);
	for (size_t i = 0; i <= b->n_tops; i++)
		qda_table_int(t, p->count[i]);
	qda_table_int(t, p->all);
	qda_table_real(t, b->all == 0 ? 0 : 100.0 * (double)p->all /
	    (double)b->all, 1);
	qda_table_some(t, flag(b, p));
}

static void
put_rows(const struct balance *b, struct qda_act *act)
{
	struct qda_column	*c = columns(b);
	struct qda_table	*t = qda_act_table(act, c, b->n_tops + 5);
	struct person		 all = { .name = (char *)"all",
				    .all = b->all };

	for (size_t i = 0; i < b->n; i++)
		put_row(b, t, &b->at[i]);
	all.count = qda_alloc(b->n_tops + 1, sizeof(*all.count));
	for (size_t i = 0; i <= b->n_tops; i++)
		all.count[i] = sum(b, i);
	qda_table_text(t, all.name);
	for (size_t i = 0; i <= b->n_tops; i++)
		qda_table_int(t, all.count[i]);
	qda_table_int(t, all.all);
	qda_table_real(t, b->all == 0 ? 0 : 100, 1);
	qda_table_some(t, NULL);
	qda_table_close(t);
	free(all.count);
	free(c);
}

/* ---- document ----------------------------------------------------------- */

static void
put_number(struct qda_doc *d, unsigned style, int64_t n)
{
	char	 buf[24];

	snprintf(buf, sizeof(buf), "%lld", (long long)n);
	qda_doc_cell_text(d, style, buf);
}

static void
put_line(const struct balance *b, struct qda_doc *d, const struct person *p)
{
	const char	*f = flag(b, p);
	char		*all = qda_sprintf("%lld%s", (long long)p->all,
			    f == NULL ? "" : *f == 'm' ? " ▲" : " ○");

	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, p->name);
	for (size_t i = 0; i <= b->n_tops; i++)
		put_number(d, QDA_DOC_PLAIN, p->count[i]);
	qda_doc_cell_text(d, QDA_DOC_BOLD, all);
	free(all);
}

static int
document(const struct balance *b, struct qda_act *act, struct qda_err *e)
{
	struct qda_doc_column	*c = qda_alloc(b->n_tops + 3, sizeof(*c));
	struct document		 d;
	size_t			 n = 0;

	if (document_begin(&d, act, N_("Quotations by participant and "
	    "category"), b->n_tops > 4, e) < 0) {
		free(c);
		return -1;
	}
	c[n++] = (struct qda_doc_column){ _("participant"), 2, false };
	for (size_t i = 0; i < b->n_tops; i++)
		c[n++] = (struct qda_doc_column){
		    b->book->code[b->tops[i]].name, 2, true };
	c[n++] = (struct qda_doc_column){ _("no category"), 2, true };
	c[n++] = (struct qda_doc_column){ _("all"), 1, true };
	qda_doc_table(d.doc, c, n);
	for (size_t i = 0; i < b->n; i++)
		put_line(b, d.doc, &b->at[i]);
	qda_doc_row(d.doc, QDA_DOC_ROW_SHADED);
	qda_doc_cell_text(d.doc, QDA_DOC_BOLD, _("all"));
	for (size_t i = 0; i <= b->n_tops; i++)
		put_number(d.doc, QDA_DOC_BOLD, sum(b, i));
	put_number(d.doc, QDA_DOC_BOLD, b->all);
	qda_doc_table_end(d.doc);
	qda_doc_line(d.doc, QDA_DOC_TEXT, _("▲ more than a fifth of all "
	    "quotations; ○ not quoted"));
	free(c);
	return document_end(&d, e);
}

int
qda_do_quote_balance(struct qda_act *act, struct qda_err *e)
{
	struct balance	 b = { .n = 0 };
	int		 rc = -1;

	if (code_book(&b.book, act, e) < 0)
		return -1;
	read_tops(&b);
	if (read_people(&b, act->db, e) == 0 && count(&b, act->db, e) == 0) {
		rc = 0;
		if (act->document != NULL)
			rc = document(&b, act, e);
		else
			put_rows(&b, act);
	}
	for (size_t i = 0; i < b.n; i++) {
		free(b.at[i].name);
		free(b.at[i].count);
	}
	free(b.at);
	free(b.tops);
	qda_book_free(b.book);
	return rc;
}
