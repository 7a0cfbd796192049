/* unit_at.c: units that come and go with what is put on them. */
#include <inttypes.h>
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "verbs/unit_at.h"

int
words_at(char **words, struct qda_db *db, const struct qda_place *p,
    struct qda_err *e)
{
	struct qda_cursor	 c;
	char			*text;
	size_t			 size, from, to;

	if (qda_source_text(db, p->source, p->revision, &text, &size, e) < 0)
		return -1;
	qda_cursor_begin(&c, text, size);
	from = qda_cursor_byte(&c, p->start);
	to = qda_cursor_byte(&c, p->end);
	*words = qda_strndup(text + from, to - from);
	free(text);
	return 0;
}

int
unit_at(struct qda_act *act, const struct qda_place *p, int64_t coder,
    int64_t *unit, struct qda_err *e)
{
	char	*words;
	int	 rc = qda_unit_find(act->db, p, coder, unit, e);

	if (rc != 0)
		return rc < 0 ? -1 : 0;
	if (words_at(&words, act->db, p, e) < 0)
		return -1;
	rc = qda_unit_add(act->db, p, coder, words, "hand", 1, unit, e);
	free(words);
	return rc;
}

void
units_gone(struct qda_act *act, int64_t n)
{
	if (n > 0)
		qda_act_say(act, ngettext("%" PRId64 " verbatim that carried "
		    "nothing else went too", "%" PRId64 " verbatims that "
		    "carried nothing else went too", (unsigned long)n), n);
}
