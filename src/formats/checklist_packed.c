/*
 * checklist_packed.c: the checklists that are built in, as pack.sh wrote them
 * from their XML: a line is a letter and what it holds, between tabs.
 */
#include <stdlib.h>
#include <string.h>

#include "qda/checklist.h"
#include "qda/embed.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { CELLS = 4 };

struct unpacking {
	struct qda_checklist	*list;
	struct qda_phrases	*titles;	/* of the element begun last */
};

static void
phrase(struct qda_phrases *to, char *const *cell)
{
	to->at = qda_grow(to->at, &to->cap, to->n, sizeof(*to->at));
	to->at[to->n++] = (struct qda_phrase){ qda_strdup(cell[1]),
	    qda_strdup(cell[2]) };
}

static void
domain(struct unpacking *u)
{
	struct qda_checklist	*l = u->list;

	l->domains = qda_grow(l->domains, &l->cdomains, l->ndomains,
	    sizeof(*l->domains));
	u->titles = &l->domains[l->ndomains++];
	*u->titles = (struct qda_phrases){ 0 };
}

static void
group(struct unpacking *u)
{
	struct qda_checklist	*l = u->list;

	l->groups = qda_grow(l->groups, &l->cgroups, l->ngroups,
	    sizeof(*l->groups));
	l->groups[l->ngroups] = (struct qda_checklist_group){
		.domain = l->ndomains - 1
	};
	u->titles = &l->groups[l->ngroups++].title;
}

static void
item(struct unpacking *u, char *const *cell)
{
	struct qda_checklist		*l = u->list;
	struct qda_checklist_item	*new;
	enum qda_item_state		 state = 0;

	l->items = qda_grow(l->items, &l->citems, l->nitems,
	    sizeof(*l->items));
	new = &l->items[l->nitems++];
	while (state < QDA_ITEM_JUDGE &&
	    strcmp(cell[3], qda_item_state_key(state)) != 0)
		state++;
	*new = (struct qda_checklist_item){
		.number = atoi(cell[1]),
		.state = *cell[3] == '\0' ? QDA_ITEM_DECLARED : state,
		.prefill = *cell[2] == '\0' ? NULL : qda_strdup(cell[2]),
		.group = l->ngroups - 1,
	};
	u->titles = &new->title;
}

static void
take_line(struct unpacking *u, char *const *cell)
{
	switch (*cell[0]) {
	case 'C':
		u->list->name = qda_strdup(cell[1]);
		break;
	case 'D':
		domain(u);
		break;
	case 'G':
		group(u);
		break;
	case 'I':
		item(u, cell);
		break;
	case 'T':
		phrase(u->titles, cell);
		break;
	case 'R':
		phrase(&u->list->reference, cell);
		break;
	case 'Q':
		phrase(&u->list->items[u->list->nitems - 1].question, cell);
		break;
	}
}

static void
unpack(struct qda_checklist *list, char *s)
{
	struct unpacking	 u = { list, &list->title };
	char			*cell[CELLS];

	while (*s != '\0') {
		for (size_t i = 0; i < CELLS; i++) {
			cell[i] = s;
			s += strcspn(s, "\t\n");
			if (*s == '\t')
				*s++ = '\0';
		}
		if (*s == '\n')
			*s++ = '\0';
		take_line(&u, cell);
	}
}

int
qda_checklist_named(struct qda_checklist *list, const char *name,
    struct qda_err *e)
{
	const struct qda_embedded	*c = qda_checklists;
	char				*packed;

	memset(list, 0, sizeof(*list));
	while (c->name != NULL && strcmp(name, c->name) != 0)
		c++;
	if (c->name == NULL)
		return qda_fail(e, QDA_DATA,
		    _("there is no checklist '%s'"), name);
	packed = qda_strdup(c->bytes);
	unpack(list, packed);
	free(packed);
	return 0;
}
