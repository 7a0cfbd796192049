/*
 * query_attribute.c: @key of a query: what participants and sources must be.
 * The owners whose values fit are found here, one after the other; SQL then
 * only asks whether a unit's owner is among them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/lang.h"
#include "qda/participant.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/query.h"
#include "study/sql.h"
#include "study/yesno.h"

enum { FIND, ATTRIBUTES, LEVEL, VALUES, VALUES_SOURCE, ALL, ALL_SOURCES };

const char *const qda_query_attribute_sql[] = {
	[FIND] = "SELECT id, type FROM attribute WHERE noun = ?1 AND key = ?2",
	[ATTRIBUTES] = "SELECT name FROM attribute",
	[LEVEL] = "SELECT l.key, l.value FROM attribute AS a,"
		" json_each(a.levels) AS l WHERE a.id = ?1",
	[VALUES] = "SELECT participant, value FROM attribute_value"
		" WHERE attribute = ?1 AND participant IS NOT NULL",
	[VALUES_SOURCE] = "SELECT source, value FROM attribute_value"
		" WHERE attribute = ?1 AND source IS NOT NULL",
	[ALL] = "SELECT id FROM participant",
	[ALL_SOURCES] = "SELECT id FROM source",
	NULL
};

static const char	of_participant[] = QUERY_PERSON " IN " QUERY_LIST(1);
static const char	of_source[] = "u.source IN " QUERY_LIST(1);

/* What a key turned out to be, and what its values are compared with. */
struct attribute {
	bool			 source;	/* of sources */
	int64_t			 id;		/* the user's own */
	const struct qda_field	*field;		/* or one of ours */
	enum qda_type		 type;
	struct qda_strings	 levels;	/* keys of an ordered list */
	const struct qda_clause	*term;
	char			*key;		/* the value folded */
	double			 number;	/* or as a number, a level */
	char			 date[11];
};

static int
refuse(const struct qda_query *q, const struct qda_clause *t, struct qda_err *e)
{
	return qda_clauses_point(q->tree->text, t->at, e);
}

static enum qda_type
type_of_field(const struct qda_field *f)
{
	switch (f->kind) {
	case QDA_VALUE_DATE:
		return QDA_TYPE_DATE;
	case QDA_VALUE_DURATION:
		return QDA_TYPE_DURATION;
	case QDA_VALUE_NUMBER:
		return QDA_TYPE_NUMBER;
	case QDA_VALUE_YESNO:
		return QDA_TYPE_YESNO;
	default:
		return QDA_TYPE_TEXT;
	}
}

/* The user's attribute of that noun, or the field: 1, 0, -1. */
static int
look_up(struct qda_db *db, struct attribute *a, const char *noun,
    const struct qda_field *fields, const char *key, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more, rc;

	a->source = *noun == 's';
	if ((a->field = qda_field_named(fields, key)) != NULL) {
		a->type = type_of_field(a->field);
		return 1;
	}
	if (db_ask(&rows, db, e, qda_query_attribute_sql[FIND], "tt", noun,
	    key) < 0 || (more = db_next(rows, e)) < 0)
		return -1;
	if (more == 0)
		return 0;
	a->id = db_int(rows, 0);
	rc = qda_type_named(&a->type, db_text(rows, 1), e);
	db_stop(rows);
	return rc < 0 ? -1 : 1;
}

static int
unknown(struct qda_db *db, const struct qda_clause *t, struct qda_err *e)
{
	struct qda_strings	 names = { 0 };
	struct db_rows		*rows;
	const char		*near;
	int			 more;

	if (db_ask(&rows, db, e, qda_query_attribute_sql[ATTRIBUTES],
	    "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(&names, db_text(rows, 0));
	for (const struct qda_field *f = qda_participant_fields; f->key; f++)
		qda_strings_add(&names, f->key);
	for (const struct qda_field *f = qda_source_fields; f->key; f++)
		qda_strings_add(&names, f->key);
	near = qda_text_nearest(t->key, (const char *const *)names.at,
	    names.n);
	if (more == 0 && near != NULL)
		qda_fail(e, QDA_DATA, _("there is no attribute '%s'; did you "
		    "mean '%s'?"), t->key, near);
	else if (more == 0)
		qda_fail(e, QDA_DATA, _("there is no attribute '%s'"), t->key);
	qda_strings_free(&names);
	return -1;
}

/* "source.age" asks sources alone; else participants come first: 1, 0, -1. */
static int
find(struct qda_db *db, struct attribute *a, const struct qda_clause *t,
    struct qda_err *e)
{
	char		*key;
	const char	*rest;
	int		 rc = 0;

	if (qda_text_key(&key, t->key, e) < 0)
		return -1;
	rest = strncmp(key, "source.", 7) == 0 ? key + 7 :
	    strncmp(key, "participant.", 12) == 0 ? key + 12 : key;
	if (rest != key + 7)
		rc = look_up(db, a, "participant", qda_participant_fields,
		    rest, e);
	if (rc == 0 && rest != key + 12)
		rc = look_up(db, a, "source", qda_source_fields, rest, e);
	free(key);
	return rc;
}

static int
read_levels(struct qda_db *db, struct attribute *a, struct qda_err *e)
{
	struct db_rows	*rows;
	char		*key;
	int		 more;

	if (db_ask(&rows, db, e, qda_query_attribute_sql[LEVEL], "i",
	    a->id) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		if (qda_text_key(&key, db_text(rows, 1), e) < 0) {
			db_stop(rows);
			return -1;
		}
		qda_strings_take(&a->levels, key);
	}
	return more;
}

static double
level(const struct attribute *a, const char *key)
{
	for (size_t i = 0; i < a->levels.n; i++)
		if (strcmp(a->levels.at[i], key) == 0)
			return (double)i;
	return NAN;
}

/* A number with a point or a comma; NAN when it is none. */
static double
number(const char *text)
{
	char	*copy = qda_strdup(text), *comma = strchr(copy, ','), *end;
	double	 x;

	if (comma != NULL)
		*comma = '.';
	x = strtod(copy, &end);
	if (end == copy || *end != '\0' || !isfinite(x))
		x = NAN;
	free(copy);
	return x;
}

static double
level_of(const struct attribute *a, const char *value)
{
	struct qda_err	 e;
	char		*key;
	double		 x;

	if (qda_text_key(&key, value, &e) < 0)
		return NAN;
	x = level(a, key);
	free(key);
	return x;
}

/* A value as a number, of the types that have an order; else NAN. */
static double
measure(const struct attribute *a, const char *value)
{
	int	 yes;

	switch (a->type) {
	case QDA_TYPE_NUMBER:
	case QDA_TYPE_DURATION:
		return number(value);
	case QDA_TYPE_ORDERED:
		return level_of(a, value);
	case QDA_TYPE_YESNO:
		yes = yesno_read(value);
		return yes < 0 ? NAN : yes;
	default:
		return NAN;
	}
}

static bool
is_wild(const struct attribute *a)
{
	return !a->term->quoted && strchr(a->term->value, '*') != NULL;
}

/* Words are neither less nor more; the user's own may be given levels. */
static void
no_order(const struct attribute *a, struct qda_err *e)
{
	const char	*key = a->term->key, *bare = key;
	char		*name, *quoted;
	struct qda_mem	 m;

	if (a->field != NULL) {
		qda_fail(e, QDA_USAGE, _("'%s' holds words: only = and != "
		    "compare them"), key);
		return;
	}
	if (strncasecmp(key, "source.", 7) == 0)
		bare = key + 7;
	else if (strncasecmp(key, "participant.", 12) == 0)
		bare = key + 12;
	name = qda_sprintf("@%s", bare);
	qda_text_shell(qda_mem_open(&m), name);
	quoted = qda_mem_text(&m);
	qda_fail(e, QDA_USAGE, _("'%s' holds words: only = and != compare "
	    "them; 'qda %s set %s type=ordered levels=\"LOWEST; ...; "
	    "HIGHEST\"' gives them an order"), key, a->source ? "source" :
	    "participant", quoted);
	free(name);
	free(quoted);
}

/* What is asked for, read as the type wants it. */
static int
read_wanted(struct qda_query *q, struct attribute *a, struct qda_err *e)
{
	const struct qda_clause	*t = a->term;
	int64_t			 seconds;

	if (qda_text_key(&a->key, t->value, e) < 0)
		return -1;
	if ((t->cmp == QDA_CMP_EQ || t->cmp == QDA_CMP_NE) &&
	    (is_wild(a) || *a->key == '\0'))
		return 0;
	switch (a->type) {
	case QDA_TYPE_DATE:
		if (qda_date_read(a->date, t->value, e) < 0)
			return refuse(q, t, e);
		return 0;
	case QDA_TYPE_DURATION:
		if (qda_duration_read(&seconds, t->value, e) < 0)
			return refuse(q, t, e);
		a->number = (double)seconds;
		return 0;
	case QDA_TYPE_TEXT:
		if (t->cmp == QDA_CMP_EQ || t->cmp == QDA_CMP_NE)
			return 0;
		no_order(a, e);
		return refuse(q, t, e);
	default:
		a->number = measure(a, t->value);
	}
	if (!isnan(a->number))
		return 0;
	qda_fail(e, QDA_DATA, a->type == QDA_TYPE_NUMBER ? _("'%s' is a "
	    "number, '%s' is none") : _("'%s' is never '%s'"), t->key,
	    t->value);
	return refuse(q, t, e);
}

/* -1, 0, 1 as the value is below, at, above what is wanted; 2: neither. */
static int
compare(const struct attribute *a, const char *value)
{
	size_t	 n = strlen(a->date);
	double	 x;
	int	 order;

	if (a->type == QDA_TYPE_DATE) {
		order = strncmp(value, a->date, n);
		if (strlen(value) < n &&
		    strncmp(value, a->date, strlen(value)) == 0)
			return 2;
		return order < 0 ? -1 : order > 0;
	}
	x = measure(a, value);
	return isnan(x) ? 2 : x < a->number ? -1 : x > a->number;
}

/* Whether two words are one choice of a field, "inclus" and "included". */
static bool
same_choice(const struct attribute *a, const char *value)
{
	const char	*const *c = a->field != NULL ? a->field->choices : NULL;
	char		*key;
	bool		 same = false;
	struct qda_err	 e;

	for (; c != NULL && *c != NULL && !same; c += 2) {
		if (strcmp(c[0], value) != 0 ||
		    qda_text_key(&key, c[1], &e) < 0)
			continue;
		same = qda_text_fits(a->key, key, is_wild(a));
		free(key);
	}
	return same;
}

/* Consent and the like: a date is a yes. */
static bool
is_yes_dated(const struct attribute *a, const char *value)
{
	int	 yes;

	if (a->field == NULL || a->field->kind != QDA_VALUE_YESDATE ||
	    (yes = yesno_read(a->key)) < 0)
		return false;
	return (strcmp(value, "no") != 0) == (yes == 1);
}

static bool
equal(const struct attribute *a, const char *value)
{
	char		*key;
	bool		 same;
	struct qda_err	 e;

	if (a->type != QDA_TYPE_TEXT && !is_wild(a))
		return compare(a, value) == 0;
	if (qda_text_key(&key, value, &e) < 0)
		return false;
	same = qda_text_fits(a->key, key, is_wild(a)) ||
	    same_choice(a, value) || is_yes_dated(a, value);
	free(key);
	return same;
}

static bool
fits(const struct attribute *a, const char *value)
{
	int	 order;

	if (*a->key == '\0')
		return true;		/* has a value at all */
	if (a->term->cmp == QDA_CMP_EQ)
		return equal(a, value);
	if (a->term->cmp == QDA_CMP_NE)
		return !equal(a, value);
	order = compare(a, value);
	if (order == 2)
		return false;
	switch (a->term->cmp) {
	case QDA_CMP_LT:
		return order < 0;
	case QDA_CMP_LE:
		return order <= 0;
	case QDA_CMP_GT:
		return order > 0;
	default:
		return order >= 0;
	}
}

struct owners {
	int64_t	*ids;
	size_t	 n, cap;
};

static void
add(struct owners *o, int64_t id)
{
	o->ids = qda_grow(o->ids, &o->cap, o->n, sizeof(*o->ids));
	o->ids[o->n++] = id;
}

static int
own_values(struct qda_db *db, const struct attribute *a, struct owners *o,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_query_attribute_sql[a->source ?
	    VALUES_SOURCE : VALUES], "i", a->id) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		if (*db_text(rows, 1) != '\0' && fits(a, db_text(rows, 1)))
			add(o, db_int(rows, 0));
	return more;
}

static int
field_values(struct qda_db *db, const struct attribute *a, struct owners *o,
    struct qda_err *e)
{
	struct db_rows	*rows;
	char		*value;
	int		 more, rc = 0;

	if (db_ask(&rows, db, e, qda_query_attribute_sql[a->source ?
	    ALL_SOURCES : ALL], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		rc = qda_field_get(&value, db, a->field, db_int(rows, 0), e);
		if (rc < 0)
			break;
		if (value != NULL && *value != '\0' && fits(a, value))
			add(o, db_int(rows, 0));
		free(value);
	}
	if (rc < 0)
		db_stop(rows);
	return rc < 0 ? -1 : more;
}

static void
put(struct qda_query *q, FILE *f, const struct attribute *a, char *json)
{
	bool	 missing = *a->key == '\0' && a->term->cmp == QDA_CMP_EQ;

	if (missing)
		fputs("NOT (", f);
	query_put(q, f, a->source ? of_source : of_participant, "t", json);
	if (missing)
		putc(')', f);
	free(json);
}

/* Every owner's value, for a matrix. */
static int
keep_values(struct query_values *v, struct db_rows *rows, struct qda_db *db,
    const struct attribute *a, struct qda_err *e)
{
	char	*value;
	double	 order;
	int	 more;

	while ((more = db_next(rows, e)) > 0) {
		if (a->field == NULL)
			value = qda_strdup(db_text(rows, 1));
		else if (qda_field_get(&value, db, a->field, db_int(rows, 0),
		    e) < 0) {
			db_stop(rows);
			return -1;
		}
		if (value == NULL || *value == '\0') {
			free(value);
			continue;
		}
		v->at = qda_grow(v->at, &v->cap, v->n, sizeof(*v->at));
		v->at[v->n].owner = db_int(rows, 0);
		order = measure(a, value);
		v->at[v->n].order = isnan(order) ? 0 : order;
		v->at[v->n++].value = value;
	}
	return more;
}

int
query_values(struct query_values *v, struct qda_db *db, const char *key,
    struct qda_err *e)
{
	struct qda_clause	 t = { .term = QDA_TERM_ATTRIBUTE };
	struct attribute	 a = { .term = &t };
	struct db_rows		*rows;
	int			 rc;

	t.key = (char *)(uintptr_t)key;
	rc = find(db, &a, &t, e);
	if (rc == 0)
		rc = unknown(db, &t, e);
	if (rc >= 0 && a.type == QDA_TYPE_ORDERED)
		rc = read_levels(db, &a, e);
	if (rc >= 0 && a.field != NULL)
		rc = db_ask(&rows, db, e, qda_query_attribute_sql[a.source ?
		    ALL_SOURCES : ALL], "");
	else if (rc >= 0)
		rc = db_ask(&rows, db, e, qda_query_attribute_sql[a.source ?
		    VALUES_SOURCE : VALUES], "i", a.id);
	v->source = a.source;
	if (rc >= 0)
		rc = keep_values(v, rows, db, &a, e);
	qda_strings_free(&a.levels);
	return rc < 0 ? -1 : 0;
}

void
query_values_free(struct query_values *v)
{
	for (size_t i = 0; i < v->n; i++)
		free(v->at[i].value);
	free(v->at);
}

int
query_attribute(struct qda_query *q, FILE *f, const struct qda_clause *t,
    struct qda_err *e)
{
	struct attribute	 a = { .term = t };
	struct owners		 o = { 0 };
	int			 rc = find(q->db, &a, t, e);

	if (rc == 0) {
		unknown(q->db, t, e);
		rc = qda_clauses_point(q->tree->text, t->key_at, e);
	}
	if (rc < 0)
		goto out;
	rc = -1;
	if ((a.type == QDA_TYPE_ORDERED && read_levels(q->db, &a, e) < 0) ||
	    read_wanted(q, &a, e) < 0)
		goto out;
	rc = a.field != NULL ? field_values(q->db, &a, &o, e) :
	    own_values(q->db, &a, &o, e);
	if (rc == 0)
		put(q, f, &a, query_json(o.ids, o.n));
out:
	free(o.ids);
	free(a.key);
	qda_strings_free(&a.levels);
	return rc;
}
