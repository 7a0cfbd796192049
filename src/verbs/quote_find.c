/* quote_find.c: where the words of a quotation stand in the sources. */
#include <stdlib.h>
#include <string.h>

#include "qda/anchor.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "verbs/quote_check.h"
#include "verbs/quote_words.h"

/* How alike words must be to be the same, altered; and more than others. */
static const double	alike = 0.6, clear = 0.05;

int
quote_sources_read(struct quote_sources *list, struct qda_db *db,
    struct qda_err *e)
{
	struct qda_source	 s;
	struct db_rows		*walk;
	int			 more;

	if (qda_source_list(&walk, db, true, e) < 0)
		return -1;
	while ((more = qda_source_next(walk, &s, e)) > 0) {
		struct quote_source	*x;

		list->at = qda_grow(list->at, &list->cap, list->n,
		    sizeof(*list->at));
		x = &list->at[list->n++];
		memset(x, 0, sizeof(*x));
		x->id = s.id;
		x->revision = s.revision;
		x->name = qda_strdup(s.name);
		x->text = qda_strndup(s.text, s.size);
		qda_text_fold(&x->folded, s.text, s.size);
	}
	for (size_t i = 0; more == 0 && i < list->n; i++) {
		struct quote_source	*x = &list->at[i];

		qda_words_of(&x->words, &x->folded);
		x->words.unfolded = x->text;
		more = qda_voices_load(&x->voices, db, x->id, x->revision, e);
	}
	return more;
}

void
quote_sources_free(struct quote_sources *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].name);
		free(list->at[i].text);
		qda_words_free(&list->at[i].words);
		qda_folded_free(&list->at[i].folded);
		qda_voices_free(&list->at[i].voices);
	}
	free(list->at);
}

/* Who speaks there: the participant, or the label of somebody else. */
static void
put_who(struct quote_place *p)
{
	const struct qda_voices	*v = &p->source->voices;
	size_t			 i = qda_voices_at(v, p->start);

	if (i < v->n && v->turns[i].start >= p->end)
		i = v->n;
	p->person = qda_voices_person(v, i);
	p->who = qda_voices_name(v, i);
	if (i < v->n && !v->voices[v->turns[i].voice].participant) {
		p->person = QDA_NONE;
		p->who = v->voices[v->turns[i].voice].label;
	}
}

/* As the words are; those of the person win, then the first. */
static bool
find_exact(const struct quote_sources *list, const struct qda_anchor *a,
    int64_t person, struct quote_place *best)
{
	struct qda_match	*m;
	struct quote_place	 p;
	size_t			 n;

	for (size_t i = 0; i < list->n; i++) {
		n = qda_anchor_find(a, &list->at[i].folded, &m);
		for (size_t k = 0; k < n; k++) {
			p = (struct quote_place){ .source = &list->at[i],
			    .start = m[k].start, .end = m[k].end };
			put_who(&p);
			if (best->source == NULL || (p.person == person &&
			    best->person != person))
				*best = p;
		}
		free(m);
	}
	return best->source != NULL;
}

static void
find_altered(const struct quote_sources *list, const struct qda_words *q,
    struct quote_place *best)
{
	struct qda_likeness	 like, most = { .is = 0 };
	const struct quote_source *where = NULL;
	double			 second = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (!qda_alike(q, &list->at[i].words, &like))
			continue;
		if (like.is > most.is) {
			second = most.is > like.next ? most.is : like.next;
			most = like;
			where = &list->at[i];
		} else if (like.is > second)
			second = like.is;
	}
	if (where == NULL || most.is < alike || most.is < second + clear)
		return;
	best->source = where;
	best->start = most.start;
	best->end = most.end;
	best->altered = quote_altered(q, &where->words, &most);
	put_who(best);
}

void
quote_find(const struct quote_sources *list, const char *words, size_t n,
    int64_t person, struct quote_place *best)
{
	struct qda_anchor	*a = qda_anchor_new(words, n);
	struct qda_folded	 f;
	struct qda_words	 q;

	memset(best, 0, sizeof(*best));
	best->person = QDA_NONE;
	if (a == NULL)
		return;
	qda_text_fold(&f, words, n);
	qda_words_quoted(&q, &f);
	q.unfolded = words;
	if (!find_exact(list, a, person, best))
		find_altered(list, &q, best);
	for (size_t i = 0; i < q.n; i++)
		best->cut |= q.at[i].gap;
	qda_words_free(&q);
	qda_folded_free(&f);
	qda_anchor_free(a);
}
