/* show_source.c: the source that a verbatim is from, kept for the next. */
#include <stdlib.h>

#include "verbs/show.h"

int
show_load(struct show_source *s, struct qda_db *db, int64_t source,
    int64_t revision, long turns, struct qda_err *e)
{
	if (s->text != NULL && s->id == source && s->revision == revision)
		return 0;
	free(s->text);
	free(s->name);
	s->text = s->name = NULL;
	if (qda_source_name(db, source, &s->name, e) < 0 ||
	    qda_source_text(db, source, revision, &s->text, &s->size, e) < 0 ||
	    qda_voices_load(&s->voices, db, source, revision, e) < 0)
		return -1;
	s->id = source;
	s->revision = revision;
	context_begin(&s->context, s->text, s->size, &s->voices, turns);
	return 0;
}

void
show_unload(struct show_source *s)
{
	free(s->text);
	free(s->name);
	qda_voices_free(&s->voices);
}
