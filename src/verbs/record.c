/* record.c: one thing in full. */
#include <stdlib.h>

#include "qda/json.h"
#include "qda/mem.h"
#include "qda/record.h"
#include "qda/when.h"

struct qda_record {
	struct qda_table	*table;		/* NULL: JSON */
	struct qda_json		 json;
	bool			 people;	/* for people, not programs */
};

static const struct qda_column	columns[] = {
	{ "key", QDA_CELL_TEXT },
	{ "value", QDA_CELL_TEXT },
};

struct qda_record *
qda_record_open(struct qda_act *act)
{
	struct qda_record	*r = qda_alloc(1, sizeof(*r));

	r->people = act->as == QDA_AS_TABLE;
	if (act->as == QDA_AS_JSON) {
		qda_json_begin(&r->json, act->out);
		qda_json_open(&r->json, '{');
	} else {
		/* in full: no width at which a value is cut */
		r->table = qda_table_open(act->out, act->as, act->header,
		    columns, 2, 0);
	}
	return r;
}

void
qda_record_text(struct qda_record *r, const char *key, const char *value)
{
	if (r->table == NULL) {
		qda_json_key(&r->json, key);
		qda_json_text(&r->json, value);
		return;
	}
	qda_table_text(r->table, key);
	qda_table_text(r->table, value);
}

void
qda_record_int(struct qda_record *r, const char *key, int64_t value)
{
	if (r->table == NULL) {
		qda_json_key(&r->json, key);
		qda_json_int(&r->json, value);
		return;
	}
	qda_table_text(r->table, key);
	qda_table_int(r->table, value);
}

void
qda_record_date(struct qda_record *r, const char *key, const char *iso)
{
	char	 buf[32];

	qda_record_text(r, key, r->people && iso != NULL ?
	    qda_date_words(buf, iso) : iso);
}

void
qda_record_duration(struct qda_record *r, const char *key, int64_t seconds)
{
	char	 buf[24];

	if (r->people && seconds != QDA_NONE)
		qda_record_text(r, key, qda_duration_clock(buf, seconds));
	else
		qda_record_int(r, key, seconds);
}

void
qda_record_list(struct qda_record *r, const char *key,
    const struct qda_strings *list)
{
	char	 number[24];

	if (r->table == NULL) {
		qda_json_key(&r->json, key);
		qda_json_open(&r->json, '[');
	}
	for (size_t i = 0; i < list->n; i++) {
		if (r->table == NULL) {
			qda_json_text(&r->json, list->at[i]);
			continue;
		}
		snprintf(number, sizeof(number), "%zu", i + 1);
		qda_record_text(r, number, list->at[i]);
	}
	if (r->table == NULL)
		qda_json_close(&r->json, ']');
}

static void
put_field(struct qda_record *r, const struct qda_field *f, const char *value)
{
	int64_t	 n = value == NULL ? QDA_NONE : strtoll(value, NULL, 10);

	switch (f->kind) {
	case QDA_VALUE_DATE:
	case QDA_VALUE_YESDATE:
		qda_record_date(r, f->key, value);
		break;
	case QDA_VALUE_DURATION:
		qda_record_duration(r, f->key, n);
		break;
	case QDA_VALUE_NUMBER:
		qda_record_int(r, f->key, n);
		break;
	default:
		qda_record_text(r, f->key, value);
	}
}

int
qda_record_fields(struct qda_record *r, struct qda_act *act,
    const struct qda_field *f, int64_t id, struct qda_err *e)
{
	char	*value;

	for (; f->key != NULL; f++) {
		if (qda_field_get(&value, act->db, f, id, e) < 0)
			return -1;
		put_field(r, f, value);
		free(value);
	}
	return 0;
}

void
qda_record_close(struct qda_record *r)
{
	if (r == NULL)
		return;
	if (r->table != NULL)
		qda_table_close(r->table);
	else
		qda_json_end(&r->json);
	free(r);
}
