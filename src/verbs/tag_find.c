/* tag_find.c: where each thing to be tagged stands. */
#include <stdlib.h>

#include "qda/lang.h"
#include "verbs/tag.h"
#include "verbs/words_place.h"

static int
find_quote(struct qda_tag *t, struct words_finder *finder,
    struct tag_item *item, struct qda_err *e)
{
	char	*problem;
	int	 rc = words_place(finder, item->source, item->quote,
		    &item->place, &problem, e);

	if (rc == 0)
		tag_problem(t, item, problem);
	free(problem);
	return rc < 0 ? -1 : 0;
}

/* Only what is wrong with the input is a problem of the item. */
static int
find_item(struct qda_tag *t, struct qda_placer *placer,
    struct words_finder *finder, struct tag_item *item, struct qda_err *e)
{
	int	 rc = 0;

	if (item->address != NULL)
		rc = qda_placer_place(placer, item->address, &item->place, e);
	else if (item->quote != NULL)
		rc = find_quote(t, finder, item, e);
	if (rc >= 0 || (e->why != QDA_DATA && e->why != QDA_USAGE))
		return rc;
	tag_problem(t, item, e->msg);
	return 0;
}

int
tag_find(struct qda_tag *t, struct qda_err *e)
{
	struct qda_placer	 placer = { .db = t->act->db };
	struct words_finder	*finder = words_finder_new(t->act->db);
	int			 rc = 0;

	for (size_t i = 0; i < t->n && rc == 0; i++)
		rc = find_item(t, &placer, finder, &t->items[i], e);
	qda_placer_end(&placer);
	words_finder_free(finder);
	return rc < 0 ? -1 : tag_problems(t, e);
}
