/* quote_label.c: whom a manuscript says it quotes. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/source_table.h"
#include "verbs/quote_check.h"

static void
add(struct quote_people *p, int64_t id, const char *person, const char *name)
{
	struct quote_person	*x;

	p->at = qda_grow(p->at, &p->cap, p->n, sizeof(*p->at));
	x = &p->at[p->n++];
	x->id = id;
	x->name = qda_strdup(person);
	qda_text_fold(&x->folded, name, strlen(name));
}

int
quote_people_read(struct quote_people *p, struct qda_db *db,
    struct qda_err *e)
{
	struct qda_participant	 one;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, db, NULL, e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &one, e)) > 0)
		add(p, one.id, one.name, one.name);
	return more;
}

void
quote_people_free(struct quote_people *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->at[i].name);
		qda_folded_free(&p->at[i].folded);
	}
	free(p->at);
}

static bool
in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

/* Where a name stands last in bytes of a folded text; SIZE_MAX: nowhere. */
static size_t
last_at(const char *s, size_t n, const struct qda_folded *name)
{
	for (size_t at = n; name->n > 0 && at-- >= name->n;) {
		size_t	 from = at + 1 - name->n;

		if (memcmp(s + from, name->s, name->n) == 0 &&
		    (from == 0 || !in_word(s[from - 1])) &&
		    (at + 1 == n || !in_word(s[at + 1])))
			return from;
	}
	return SIZE_MAX;
}

/* The person named last in bytes [from, to), or NULL. */
static const struct quote_person *
named(const struct quote_people *p, const char *s, size_t from, size_t to)
{
	const struct quote_person	*best = NULL;
	size_t				 at, where = 0;

	for (size_t i = 0; i < p->n; i++) {
		at = last_at(s + from, to - from, &p->at[i].folded);
		if (at != SIZE_MAX && (best == NULL || at >= where)) {
			best = &p->at[i];
			where = at;
		}
	}
	return best;
}

/* Behind the words: "» (P4, ...)", "» — P4", "», P4". */
static const struct quote_person *
behind(const struct quote_people *p, const struct qda_folded *f)
{
	size_t	 at = strspn(f->s, " \".,;-"), end;

	if (at < f->n && f->s[at] == '(') {
		end = at + strcspn(f->s + at, ")");
		return named(p, f->s, at, end < f->n ? end : f->n);
	}
	if (memchr(f->s, '-', at) == NULL && memchr(f->s, ',', at) == NULL)
		return NULL;
	end = at;
	while (end < f->n && in_word(f->s[end]))
		end++;
	return named(p, f->s, at, end);
}

/* Before them: what was said since the sentence before ended. */
static const struct quote_person *
before(const struct quote_people *p, const struct qda_folded *f)
{
	size_t	 from = 0;

	for (size_t i = 1; i < f->n; i++)
		if (f->s[i] == ' ' && strchr(".!?", f->s[i - 1]) != NULL)
			from = i;
	return named(p, f->s, from, f->n);
}

const struct quote_person *
quote_label(const struct quote_people *p, const char *text,
    const struct qda_cited *x)
{
	const struct quote_person	*who;
	struct qda_folded		 f;

	qda_text_fold(&f, text + x->to, x->after - x->to);
	who = f.n > 0 ? behind(p, &f) : NULL;
	qda_folded_free(&f);
	if (who != NULL)
		return who;
	qda_text_fold(&f, text + x->before, x->from - x->before);
	who = f.n > 0 ? before(p, &f) : NULL;
	qda_folded_free(&f);
	return who;
}
