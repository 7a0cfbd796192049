/* show.c: verbatims with their codes. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/show.h"

struct shower {
	struct qda_act		*act;
	const struct qda_show	*want;
	struct qda_query	*query;
	struct qda_table	*table;		/* NULL: blocks */
	struct show_source	 source;
	size_t			 n;		/* rows */
};

static const struct qda_column	 columns[] = {
	{ "address", QDA_CELL_TEXT }, { "source", QDA_CELL_TEXT },
	{ "speaker", QDA_CELL_TEXT }, { "participant", QDA_CELL_TEXT },
	{ "coder", QDA_CELL_TEXT }, { "codes", QDA_CELL_LIST },
	{ "text", QDA_CELL_TEXT },
};
static const struct qda_column	 context_columns[] = {
	{ "address", QDA_CELL_TEXT }, { "source", QDA_CELL_TEXT },
	{ "speaker", QDA_CELL_TEXT }, { "participant", QDA_CELL_TEXT },
	{ "coder", QDA_CELL_TEXT }, { "codes", QDA_CELL_LIST },
	{ "before", QDA_CELL_TEXT }, { "after", QDA_CELL_TEXT },
	{ "text", QDA_CELL_TEXT },
};
static const struct qda_column	 long_columns[] = {
	{ "address", QDA_CELL_TEXT }, { "code", QDA_CELL_TEXT },
	{ "coder", QDA_CELL_TEXT }, { "when", QDA_CELL_MOMENT },
	{ "source", QDA_CELL_TEXT }, { "speaker", QDA_CELL_TEXT },
	{ "participant", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
};

static void
put_codes(struct shower *s, const char *codes)
{
	bool	 json = s->act->as == QDA_AS_JSON ||
		    s->act->as == QDA_AS_JSONL;

	if (codes == NULL && !json)
		qda_table_some(s->table, NULL);
	else
		qda_table_joined(s->table, codes == NULL ? "" : codes);
}

static void
put_context(struct shower *s, const struct qda_verbatim *v)
{
	struct qda_mem	 m;
	char		*text;

	context_before(&s->source.context, qda_mem_open(&m), v->start);
	text = qda_mem_text(&m);
	qda_table_some(s->table, text);
	free(text);
	context_after(&s->source.context, qda_mem_open(&m), v->end);
	text = qda_mem_text(&m);
	qda_table_some(s->table, text);
	free(text);
}

static void
put_row(struct shower *s, const struct qda_verbatim *v)
{
	qda_table_text(s->table, v->name);
	qda_table_some(s->table, v->speaker);
	qda_table_some(s->table, v->participant);
	qda_table_some(s->table, v->coder);
	put_codes(s, v->codes);
	if (s->want->context > 0)
		put_context(s, v);
	qda_table_text(s->table, v->words);
}

static void
put_coding(struct shower *s, const struct qda_verbatim *v)
{
	qda_table_some(s->table, v->codes);
	qda_table_some(s->table, v->coder);
	qda_table_some(s->table, v->when);
	qda_table_text(s->table, v->name);
	qda_table_some(s->table, v->speaker);
	qda_table_some(s->table, v->participant);
	qda_table_text(s->table, v->words);
}

/* To be read: a line with the codes, then the words among their turns. */
static void
put_block(struct shower *s, const struct qda_verbatim *v)
{
	FILE	*f = s->act->out;

	putc('\t', f);
	for (const char *p = v->codes == NULL ? "-" : v->codes; *p; p++)
		if (*p == '\x1f')
			fputs("; ", f);
		else
			putc(*p, f);
	if (v->coder != NULL)
		fprintf(f, "\t(%s)", v->coder);
	putc('\n', f);
	context_block(&s->source.context, f, v->start, v->end);
}

static int
show_one(struct shower *s, const struct qda_verbatim *v, struct qda_err *e)
{
	char	*address;

	s->n++;
	if (s->act->quiet)
		return 0;
	if (s->want->context > 0 && show_load(&s->source, s->act->db,
	    v->source, v->revision, s->want->context, e) < 0)
		return -1;
	address = qda_address_text(v->name, v->start, v->end, v->revision);
	if (s->table == NULL) {
		fputs(address, s->act->out);
		put_block(s, v);
	} else {
		qda_table_text(s->table, address);
		if (s->want->by_coding)
			put_coding(s, v);
		else
			put_row(s, v);
	}
	free(address);
	return 0;
}

static int
show_all(struct shower *s, struct qda_err *e)
{
	struct qda_verbatim	 v;
	int			 more;

	while ((more = qda_query_next(s->query, &v, e)) > 0) {
		if (show_one(s, &v, e) < 0)
			return -1;
		if (s->act->quiet)
			return 0;	/* one is enough */
	}
	return more;
}

/* The words at a place that carries no unit. */
static int
show_bare(struct shower *s, const struct qda_place *p, struct qda_err *e)
{
	struct show_source	*source = &s->source;
	struct qda_cursor	 cursor;
	struct qda_verbatim	 v = { 0 };
	size_t			 turn, from, to;
	char			*words;
	int			 rc;

	if (show_load(source, s->act->db, p->source, p->revision,
	    s->want->context, e) < 0)
		return -1;
	qda_cursor_begin(&cursor, source->text, source->size);
	from = qda_cursor_byte(&cursor, p->start);
	to = qda_cursor_byte(&cursor, p->end);
	words = qda_strndup(source->text + from, to - from);
	turn = qda_voices_at(&source->voices, p->start);
	if (turn < source->voices.n && source->voices.turns[turn].start >=
	    p->end)
		turn = source->voices.n;
	v.source = p->source;
	v.name = source->name;
	v.revision = p->revision;
	v.start = p->start;
	v.end = p->end;
	v.words = words;
	v.speaker = turn < source->voices.n ?
	    source->voices.voices[source->voices.turns[turn].voice].label :
	    NULL;
	v.participant = qda_voices_name(&source->voices, turn);
	rc = show_one(s, &v, e);
	free(words);
	return rc;
}

static int
show_place(struct shower *s, const struct qda_place *p, struct qda_err *e)
{
	size_t	 before = s->n;

	if (qda_query_list_at(s->query, p, s->want->by_coding, e) < 0 ||
	    show_all(s, e) < 0)
		return -1;
	return s->n > before || s->want->by_coding ? 0 : show_bare(s, p, e);
}

static int
show_places(struct shower *s, struct qda_err *e)
{
	struct show_places	 places = { NULL, 0, 0 };
	int			 rc = show_read_places(&places, s->act->db,
				    s->want->lines, e);

	for (size_t i = 0; rc == 0 && i < places.n; i++)
		rc = show_place(s, &places.at[i], e);
	free(places.at);
	return rc;
}

static int
show_query(struct shower *s, struct qda_err *e)
{
	const struct qda_place		*place;

	if (qda_query_list(s->query, s->want->by_coding, e) < 0 ||
	    show_all(s, e) < 0)
		return -1;
	place = qda_query_place(s->query);
	if (s->n == 0 && place != NULL && !s->want->by_coding)
		return show_bare(s, place, e);
	return s->n > 0 ? 0 : qda_query_hint(s->query, e);
}

static struct qda_table *
open_table(const struct shower *s)
{
	if (s->act->quiet)
		return NULL;
	if (s->want->by_coding)
		return qda_act_table(s->act, long_columns, 8);
	if (s->want->context == 0)
		return qda_act_table(s->act, columns, 7);
	return s->want->plain ? qda_act_table(s->act, context_columns, 9) :
	    NULL;
}

static int
show(struct shower *s, struct qda_err *e)
{
	int	 rc;

	if (s->act->document != NULL &&
	    strcmp(s->act->document, "xlsx") == 0)
		return show_sheet(s->act, s->want, s->query, &s->n, e);
	if (s->act->document != NULL && s->want->lines == NULL)
		return show_document(s->act, s->want, s->query, &s->n, e);
	s->table = open_table(s);
	rc = s->want->lines != NULL ? show_places(s, e) : show_query(s, e);
	qda_table_close(s->table);
	show_unload(&s->source);
	return rc;
}

int
qda_do_show(struct qda_act *act, const struct qda_show *want,
    struct qda_err *e)
{
	struct shower			 s = { .act = act, .want = want };
	const struct qda_strings	*notes;
	int				 rc;

	if (act->document != NULL && want->lines != NULL)
		return qda_fail(e, QDA_USAGE, _("a document is made from a "
		    "query, not from addresses"));
	if (qda_query_open(&s.query, act->db, want->query, &want->scope,
	    e) < 0)
		return -1;
	rc = show(&s, e);
	notes = qda_query_notes(s.query);
	for (size_t i = 0; rc == 0 && i < notes->n; i++)
		qda_act_say(act, "%s", notes->at[i]);
	qda_query_close(s.query);
	return rc < 0 ? -1 : s.n == 0;
}
