/* code_places.c: the verbatims that an action on a code is about. */
#include <stdlib.h>

#include "qda/source.h"
#include "verbs/code.h"
#include "verbs/tag.h"

static int
by_place(const void *a, const void *b)
{
	const struct qda_place	*p = &((const struct tag_item *)a)->place;
	const struct qda_place	*q = &((const struct tag_item *)b)->place;

	if (p->source != q->source)
		return p->source < q->source ? -1 : 1;
	if (p->revision != q->revision)
		return p->revision < q->revision ? -1 : 1;
	if (p->start != q->start)
		return p->start < q->start ? -1 : 1;
	return (p->end > q->end) - (p->end < q->end);
}

int
code_places(struct qda_tag *t, struct qda_err *e)
{
	size_t	 n = 0;

	if (tag_find(t, e) < 0)
		return -1;
	if (t->n > 0)
		qsort(t->items, t->n, sizeof(*t->items), by_place);
	for (size_t i = 0; i < t->n; i++)
		if (n == 0 || by_place(&t->items[n - 1], &t->items[i]) != 0)
			t->items[n++] = t->items[i];
	t->n = n;
	return 0;
}

int
code_place_row(struct qda_act *act, const char *action,
    const struct qda_place *p, const char *code, struct qda_err *e)
{
	char	*source, *address;

	if (!act->dry_run)
		return 0;
	if (qda_source_name(act->db, p->source, &source, e) < 0)
		return -1;
	address = qda_address_text(source, p->start, p->end, p->revision);
	qda_act_row(act, action, address, code);
	free(address);
	free(source);
	return 0;
}
