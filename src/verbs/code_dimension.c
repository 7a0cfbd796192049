/* code_dimension.c: who stands where on the dimension of a code. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code_extracts.h"
#include "verbs/document.h"

enum { WANTED = 80 };		/* characters of an extract that is shown */

struct position {
	char	*key;
	const char	*name;		/* lent; NULL: not placed */
	int64_t	 uses;
};

struct dimension {
	char			*name, *definition, *from, *to;
	struct code_extracts	 x;
	struct position		*at;	/* from, what is between, to, nowhere */
	size_t			 n, cap;
	size_t			*of;	/* the position of each extract */
	struct qda_strings	 who;
};

/* ---- read ------------------------------------------------------------- */

/* The position of that name, added when it is new. */
static int
position_of(struct dimension *d, const char *name, size_t *at,
    struct qda_err *e)
{
	char	*key;

	if (qda_text_key(&key, name == NULL ? "" : name, e) < 0)
		return -1;
	for (*at = 0; *at < d->n && strcmp(d->at[*at].key, key) != 0;)
		++*at;
	if (*at < d->n) {
		free(key);
		return 0;
	}
	d->at = qda_grow(d->at, &d->cap, d->n, sizeof(*d->at));
	d->at[d->n++] = (struct position){ key, name, 0 };
	return 0;
}

/*
 * One end, then what stands between in the order in which it is met, the other
 * end, and last what was not placed.
 */
static int
find_positions(struct dimension *d, struct qda_err *e)
{
	size_t	 at;
	char	*to = NULL, *key = NULL;
	int	 rc = -1;

	if (d->from != NULL && position_of(d, d->from, &at, e) < 0)
		return -1;
	if (d->to != NULL && qda_text_key(&to, d->to, e) < 0)
		return -1;
	for (size_t i = 0; i < d->x.n; i++) {
		if (d->x.at[i].position == NULL)
			continue;
		free(key);
		key = NULL;
		if (qda_text_key(&key, d->x.at[i].position, e) < 0)
			goto out;
		if ((to == NULL || strcmp(key, to) != 0) &&
		    position_of(d, d->x.at[i].position, &at, e) < 0)
			goto out;
	}
	rc = d->to == NULL ? 0 : position_of(d, d->to, &at, e);
out:
	free(key);
	free(to);
	return rc;
}

static int
read_extracts(struct dimension *d, struct qda_err *e)
{
	if (find_positions(d, e) < 0)
		return -1;
	d->of = qda_alloc(d->x.n + 1, sizeof(*d->of));
	for (size_t i = 0; i < d->x.n; i++) {
		if (position_of(d, d->x.at[i].position, &d->of[i], e) < 0)
			return -1;
		d->at[d->of[i]].uses++;
	}
	code_extracts_who(&d->who, &d->x);
	return 0;
}

static int
field(char **text, struct qda_act *act, const char *key, int64_t code,
    struct qda_err *e)
{
	return qda_field_get(text, act->db, qda_field_named(qda_code_fields,
	    key), code, e);
}

static int
read_all(struct dimension *d, struct qda_act *act, const char *name,
    struct qda_err *e)
{
	int64_t	 id;

	if (qda_code_need(act->db, name, &id, e) < 0 ||
	    qda_code_name(act->db, id, &d->name, e) < 0 ||
	    field(&d->definition, act, "definition", id, e) < 0 ||
	    field(&d->from, act, "from", id, e) < 0 ||
	    field(&d->to, act, "to", id, e) < 0 ||
	    code_extracts_read(&d->x, act, id, d->name, e) < 0)
		return -1;
	return read_extracts(d, e);
}

static void
forget(struct dimension *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->at[i].key);
	free(d->at);
	free(d->of);
	free(d->name);
	free(d->definition);
	free(d->from);
	free(d->to);
	code_extracts_free(&d->x);
	qda_strings_free(&d->who);
}

/*
 * How many extracts a participant has at a position, and the one of them whose
 * length is nearest to what is wanted.
 */
static int64_t
theirs(const struct dimension *d, size_t position, const char *who,
    const struct code_extract **best)
{
	int64_t	 n = 0, off, least = 0;

	*best = NULL;
	for (size_t i = 0; i < d->x.n; i++) {
		if (d->of[i] != position ||
		    strcmp(d->x.at[i].who, who) != 0)
			continue;
		n++;
		off = llabs((long long)qda_text_length(d->x.at[i].words,
		    strlen(d->x.at[i].words)) - WANTED);
		if (*best == NULL || off < least) {
			*best = &d->x.at[i];
			least = off;
		}
	}
	return n;
}

/* ---- written ---------------------------------------------------------- */

static void
put_rows(struct qda_act *act, const struct dimension *d)
{
	static const struct qda_column	 columns[] = {
		{ "position", QDA_CELL_TEXT },
		{ "participant", QDA_CELL_TEXT },
		{ "uses", QDA_CELL_NUMBER },
		{ "address", QDA_CELL_TEXT },
		{ "extract", QDA_CELL_TEXT },
	};
	const struct code_extract	*x;
	struct qda_table		*t = qda_act_table(act, columns, 5);
	int64_t				 n;
	char				*address;

	for (size_t i = 0; i < d->n; i++)
		for (size_t k = 0; k < d->who.n; k++) {
			if ((n = theirs(d, i, d->who.at[k], &x)) == 0)
				continue;
			address = code_extract_address(x);
			qda_table_some(t, d->at[i].name);
			qda_table_text(t, d->who.at[k]);
			qda_table_int(t, n);
			qda_table_text(t, address);
			qda_table_text(t, x->words);
			free(address);
		}
	qda_table_close(t);
}

/* A position and the participants there, as a heading in the table. */
static void
put_position(struct qda_doc *doc, const struct dimension *d, size_t position)
{
	const struct position		*p = &d->at[position];
	const struct code_extract	*x;
	struct qda_mem			 m;
	const char			*lead = " (";
	char				*text;

	fputs(p->name == NULL ? _("not placed yet") : p->name,
	    qda_mem_open(&m));
	for (size_t k = 0; k < d->who.n; k++)
		if (theirs(d, position, d->who.at[k], &x) > 0) {
			fprintf(m.f, "%s%s", lead, d->who.at[k]);
			lead = " ";
		}
	fputs(p->uses > 0 ? ")" : "", m.f);
	text = qda_mem_text(&m);
	qda_doc_span(doc, QDA_DOC_BOLD, text);
	free(text);
}

static void
put_table(struct qda_doc *doc, const struct dimension *d)
{
	const struct qda_doc_column	 columns[] = {
		{ _("participant"), 16, false },
		{ _("extracts"), 12, true },
		{ _("an extract"), 72, false },
	};
	const struct code_extract	*x;
	char				 uses[24];
	int64_t				 n;

	qda_doc_table(doc, columns, 3);
	for (size_t i = 0; i < d->n; i++) {
		put_position(doc, d, i);
		for (size_t k = 0; k < d->who.n; k++) {
			if ((n = theirs(d, i, d->who.at[k], &x)) == 0)
				continue;
			snprintf(uses, sizeof(uses), "%" PRId64, n);
			qda_doc_row(doc, QDA_DOC_ROW);
			qda_doc_cell_text(doc, QDA_DOC_PLAIN, d->who.at[k]);
			qda_doc_cell_text(doc, QDA_DOC_PLAIN, uses);
			qda_doc_cell(doc);
			code_extract_put(doc, x);
		}
	}
	qda_doc_table_end(doc);
}

static int
put_document(struct qda_act *act, const struct dimension *d,
    struct qda_err *e)
{
	struct document	 doc;
	char		*line;

	if (document_open(&doc, act, e) < 0)
		return -1;
	document_start(&doc, act, d->name, false);
	if (d->definition != NULL) {
		qda_doc_block(doc.doc, QDA_DOC_TEXT, 0);
		qda_doc_text(doc.doc, QDA_DOC_ITALIC, d->definition);
	}
	if (d->from != NULL || d->to != NULL) {
		line = qda_sprintf(_("from %s to %s"), d->from == NULL ? "…" :
		    d->from, d->to == NULL ? "…" : d->to);
		qda_doc_line(doc.doc, QDA_DOC_HEADING2, line);
		free(line);
	}
	put_table(doc.doc, d);
	return document_end(&doc, e);
}

int
qda_do_code_dimension(struct qda_act *act, const char *name,
    struct qda_err *e)
{
	struct dimension	 d = { .n = 0 };
	int			 rc = read_all(&d, act, name, e);

	if (rc == 0 && act->document != NULL)
		rc = put_document(act, &d, e);
	else if (rc == 0)
		put_rows(act, &d);
	forget(&d);
	return rc;
}
