/* source.c: transcripts, and what is known of each. */
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/assignment.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/record.h"
#include "qda/source.h"
#include "qda/source_table.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/assign.h"
#include "verbs/attribute.h"
#include "verbs/source.h"

static const struct qda_column	columns[] = {
	{ "name", QDA_CELL_TEXT },
	{ "kind", QDA_CELL_TEXT },
	{ "order", QDA_CELL_NUMBER },
	{ "words", QDA_CELL_NUMBER },
	{ "turns", QDA_CELL_NUMBER },
	{ "units", QDA_CELL_NUMBER },
	{ "coded", QDA_CELL_NUMBER },
	{ "revision", QDA_CELL_NUMBER },
	{ "date", QDA_CELL_DATE },
	{ "duration", QDA_CELL_DURATION },
	{ "setting", QDA_CELL_TEXT },
	{ "medium", QDA_CELL_TEXT },
	{ "guide", QDA_CELL_TEXT },
	{ "format", QDA_CELL_TEXT },
};

enum { N_COLUMNS = sizeof(columns) / sizeof(*columns), SETTING = 10 };

static const struct qda_column	turn_columns[] = {
	{ "address", QDA_CELL_TEXT },
	{ "turn", QDA_CELL_NUMBER },
	{ "speaker", QDA_CELL_TEXT },
	{ "time", QDA_CELL_DURATION },
	{ "text", QDA_CELL_TEXT },
};

static void
put_row(struct qda_table *t, const struct qda_source_row *s)
{
	qda_table_text(t, s->name);
	qda_table_text(t, s->kind);
	qda_table_int(t, s->position);
	qda_table_int(t, s->words);
	qda_table_int(t, s->turns);
	qda_table_int(t, s->units);
	qda_table_int(t, s->coded);
	qda_table_int(t, s->revision);
	qda_table_text(t, s->date);
	qda_table_int(t, s->duration);
	qda_table_text(t, s->setting);
	qda_table_text(t, s->medium);
	qda_table_text(t, s->guide);
	qda_table_text(t, s->format);
}

int
qda_do_source_list(struct qda_act *act, struct qda_err *e)
{
	struct qda_source_row	 s;
	struct qda_table	*t;
	struct db_rows		*walk;
	char			*coders;
	size_t			 left;
	int			 more = -1;

	if (qda_act_whose(act, &coders, e) < 0)
		return -1;
	if (qda_source_rows(&walk, act->db, coders, QDA_NONE, e) == 0) {
		t = qda_act_table(act, columns, N_COLUMNS);
		qda_table_spare(t, SETTING, N_COLUMNS - SETTING, &left);
		while ((more = qda_source_row(walk, &s, e)) > 0)
			put_row(t, &s);
		qda_table_close(t);
		qda_act_left(act, left);
	}
	free(coders);
	return more;
}

static int
put_counts(struct qda_record *r, struct qda_act *act, int64_t id,
    const struct qda_source_row *s, struct qda_err *e)
{
	char	*labels;

	if (qda_source_speakers(act->db, id, &labels, e) < 0)
		return -1;
	qda_record_text(r, "format", s->format);
	qda_record_text(r, "encoding", s->encoding);
	qda_record_date(r, "imported", s->created);
	qda_record_int(r, "revision", s->revision);
	qda_record_int(r, "characters", s->length);
	qda_record_int(r, "words", s->words);
	qda_record_text(r, "speakers", labels);
	qda_record_int(r, "turns", s->turns);
	qda_record_int(r, "units", s->units);
	qda_record_int(r, "coded", s->coded);
	free(labels);
	return 0;
}

/* To whom it was given, and who of them is done or has not begun. */
static int
put_assigned(struct qda_record *r, struct qda_act *act, int64_t id,
    struct qda_err *e)
{
	struct qda_assigned	 a;

	if (qda_assigned_coders(act->db, id, &a, e) < 0)
		return -1;
	assign_record(r, &a);
	return 0;
}

static int
put_source(struct qda_record *r, struct qda_act *act,
    const struct qda_attributes *list, int64_t id, const char *coders,
    struct qda_err *e)
{
	struct qda_source_row	 s;
	struct db_rows		*walk;
	int			 more;

	if (qda_source_rows(&walk, act->db, coders, id, e) < 0)
		return -1;
	while ((more = qda_source_row(walk, &s, e)) > 0) {
		qda_record_text(r, "name", s.name);
		if (qda_record_fields(r, act, qda_source_fields, id, e) < 0 ||
		    attribute_put(r, act, list, id, e) < 0 ||
		    put_counts(r, act, id, &s, e) < 0 ||
		    put_assigned(r, act, id, e) < 0)
			return -1;
	}
	return more;
}

static int
show_one(struct qda_act *act, const struct qda_attributes *list,
    const char *name, struct qda_err *e)
{
	struct qda_record	*r;
	char			*coders;
	int64_t			 id;
	int			 rc;

	if (qda_source_need(act->db, name, &id, e) < 0 ||
	    qda_act_whose(act, &coders, e) < 0)
		return -1;
	r = qda_record_open(act);
	rc = put_source(r, act, list, id, coders, e);
	qda_record_close(r);
	free(coders);
	return rc;
}

int
qda_do_source_show(struct qda_act *act, const char *name, struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	int			 rc = source_attribute(act, name, e);

	if (rc < 0 || qda_attributes_get(&list, act->db, "source", e) < 0)
		rc = -1;
	else
		rc = rc > 0 ? attribute_show(act, &list, name + 1, e) :
		    show_one(act, &list, name, e);
	qda_attributes_free(&list);
	return rc;
}

int
source_text(struct qda_act *act, const char *name, struct qda_source *s,
    char **text, size_t *size, struct qda_err *e)
{
	int64_t	 id;

	if (qda_source_need(act->db, name, &id, e) < 0 ||
	    qda_source_get(act->db, id, s, e) < 0)
		return -1;
	if (qda_source_text(act->db, id, 0, text, size, e) == 0)
		return 0;
	free((char *)(uintptr_t)s->name);
	return -1;
}

int
qda_do_source_text(struct qda_act *act, const char *name, struct qda_err *e)
{
	struct qda_source	 s;
	char			*text;
	size_t			 size;

	if (source_text(act, name, &s, &text, &size, e) < 0)
		return -1;
	fwrite(text, 1, size, act->out);
	if (size > 0 && text[size - 1] != '\n')
		fputc('\n', act->out);
	free((char *)(uintptr_t)s.name);
	free(text);
	return 0;
}

static void
put_turn(struct qda_table *t, const struct qda_source *s,
    const struct qda_turn *turn, struct qda_cursor *c)
{
	size_t	 from = qda_cursor_byte(c, turn->start);
	size_t	 to = qda_cursor_byte(c, turn->end);
	char	*address = qda_address_text(s->name, turn->start, turn->end,
		    s->revision);
	char	*words = qda_strndup(c->s + from, to - from);

	qda_table_text(t, address);
	qda_table_int(t, turn->seq);
	qda_table_text(t, turn->label);
	qda_table_int(t, turn->time == QDA_NONE ? QDA_NONE :
	    turn->time / 1000);
	qda_table_text(t, words);
	free(address);
	free(words);
}

int
qda_do_source_turns(struct qda_act *act, const char *name, struct qda_err *e)
{
	struct qda_source	 s;
	struct qda_cursor	 c;
	struct qda_table	*t;
	struct qda_turn		 turn;
	struct db_rows		*walk;
	char			*text;
	size_t			 size, n = 0;
	int			 more = -1;

	if (source_text(act, name, &s, &text, &size, e) < 0)
		return -1;
	qda_cursor_begin(&c, text, size);
	if (qda_turn_list(&walk, act->db, s.id, e) == 0) {
		t = qda_act_table(act, turn_columns, 5);
		for (; (more = qda_turn_next(walk, &turn, e)) > 0; n++)
			put_turn(t, &s, &turn, &c);
		qda_table_close(t);
	}
	if (more == 0 && n == 0)
		qda_act_say(act, _("'%s' has no turns; all of it counts as "
		    "participants' speech"), s.name);
	free((char *)(uintptr_t)s.name);
	free(text);
	return more;
}
