/* label.c: the labels in use, and what they have been gathered under. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/query.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/label.h"

static int
keep(struct labelled_units *all, const struct qda_verbatim *v,
    struct qda_err *e)
{
	struct labelled	*u;

	all->at = qda_grow(all->at, &all->cap, all->n, sizeof(*all->at));
	u = &all->at[all->n];
	*u = (struct labelled){
		.label = qda_strdup(v->label), .coder = qda_strdup(v->coder),
		.participant = qda_strdup(v->participant),
		.codes = qda_strdup(v->codes), .order = all->n++,
		.place = { .source = v->source, .revision = v->revision,
		    .start = v->start, .end = v->end },
	};
	return qda_text_key(&u->key, v->label, e);
}

int
labelled_read(struct labelled_units *all, struct qda_act *act, bool every,
    struct qda_err *e)
{
	struct qda_scope	 scope = { .coders = act->coders,
				    .n_coders = every ? 0 : act->n_coders };
	struct qda_query	*query = NULL;
	struct qda_verbatim	 v;
	int			 more = -1;

	if (qda_query_open(&query, act->db, "", &scope, e) < 0 ||
	    qda_query_list(query, false, e) < 0)
		goto out;
	while ((more = qda_query_next(query, &v, e)) > 0)
		if (v.label != NULL && keep(all, &v, e) < 0) {
			more = -1;
			break;
		}
out:
	qda_query_close(query);
	return more;
}

void
labelled_free(struct labelled_units *all)
{
	for (size_t i = 0; i < all->n; i++) {
		free(all->at[i].label);
		free(all->at[i].key);
		free(all->at[i].coder);
		free(all->at[i].participant);
		free(all->at[i].codes);
	}
	free(all->at);
	*all = (struct labelled_units){ NULL, 0, 0 };
}

/* ---- list ------------------------------------------------------------- */

/* A label, however it is spelt: the units first to end of the sorted ones. */
struct label {
	const struct labelled	*first, *end;
	int64_t			 uncoded;
};

static int
by_key(const void *a, const void *b)
{
	const struct labelled	*p = a, *q = b;
	int			 c = strcmp(p->key, q->key);

	return c != 0 ? c : (p->order > q->order) - (p->order < q->order);
}

/* What is left to do first, then what is used most. */
static int
by_need(const void *a, const void *b)
{
	const struct label	*p = a, *q = b;
	size_t			 n = (size_t)(p->end - p->first);
	size_t			 m = (size_t)(q->end - q->first);

	if (p->uncoded != q->uncoded)
		return p->uncoded < q->uncoded ? 1 : -1;
	return n != m ? (n < m) - (n > m) : strcmp(p->first->key,
	    q->first->key);
}

static size_t
gather(struct label **labels, struct labelled_units *units)
{
	struct label	*l = NULL;
	size_t		 n = 0;

	*labels = qda_alloc(units->n + 1, sizeof(**labels));
	if (units->n > 0)
		qsort(units->at, units->n, sizeof(*units->at), by_key);
	for (struct labelled *u = units->at; u < units->at + units->n; u++) {
		if (l == NULL || strcmp(l->first->key, u->key) != 0) {
			l = &(*labels)[n++];
			l->first = u;
		}
		l->end = u + 1;
		l->uncoded += u->codes == NULL;
	}
	qsort(*labels, n, sizeof(**labels), by_need);
	return n;
}

/* Adds those of a list joined by U+001F that are not there yet. */
static void
add_each(struct qda_strings *all, const char *joined)
{
	size_t	 n, k;
	char	*one;

	for (const char *p = joined; p != NULL && *p != '\0';
	    p += n + (p[n] != '\0')) {
		n = strcspn(p, "\x1f");
		one = qda_strndup(p, n);
		for (k = 0; k < all->n && strcmp(all->at[k], one) != 0;)
			k++;
		if (k == all->n)
			qda_strings_take(all, one);
		else
			free(one);
	}
}

static void
list_one(struct qda_table *t, const struct label *l)
{
	struct qda_strings	 who = { NULL, 0, 0 }, codes = { NULL, 0, 0 };
	int64_t			 sources = 0;

	for (const struct labelled *u = l->first; u < l->end; u++) {
		sources += u == l->first ||
		    u[-1].place.source != u->place.source;
		add_each(&who, u->participant);
		add_each(&codes, u->codes);
	}
	qda_table_text(t, l->first->label);
	qda_table_int(t, l->end - l->first);
	qda_table_int(t, l->uncoded);
	qda_table_int(t, sources);
	qda_table_int(t, (int64_t)who.n);
	qda_table_list(t, (const char *const *)codes.at, codes.n);
	qda_strings_free(&who);
	qda_strings_free(&codes);
}

int
qda_do_label_list(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	 columns[] = {
		{ "label", QDA_CELL_TEXT },
		{ "uses", QDA_CELL_NUMBER },
		{ "uncoded", QDA_CELL_NUMBER },
		{ "sources", QDA_CELL_NUMBER },
		{ "participants", QDA_CELL_NUMBER },
		{ "codes", QDA_CELL_LIST },
	};
	struct labelled_units		 units = { NULL, 0, 0 };
	struct label			*labels;
	struct qda_table		*t;
	size_t				 n;
	int				 rc;

	if ((rc = labelled_read(&units, act, false, e)) == 0) {
		n = gather(&labels, &units);
		t = qda_act_table(act, columns, 6);
		for (size_t i = 0; i < n; i++)
			list_one(t, &labels[i]);
		qda_table_close(t);
		free(labels);
	}
	labelled_free(&units);
	return rc;
}
