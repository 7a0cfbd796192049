/* code_places.c: the verbatims that an action on a code is about. */
#include <stdlib.h>

#include "qda/source.h"
#include "verbs/code.h"
#include "verbs/tag.h"

int
code_places(struct qda_tag *t, struct qda_err *e)
{
	if (tag_find(t, e) < 0)
		return -1;
	tag_sort(t);
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
