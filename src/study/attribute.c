/* attribute.c: the user's own variables of participants and of sources. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/attribute.h"
#include "qda/json.h"
#include "qda/lang.h"
#include "qda/table.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/sql.h"

enum {
	LIST, LEVELS, DECLARE, RETYPE, RENAME, REMOVE, FORGET, VALUES,
	REWRITE, COUNT,
	/* of participants, then the same of sources */
	SET, UNSET = SET + 2, GET = UNSET + 2
};

#define UPSERT(owner) "INSERT INTO attribute_value (attribute, " owner \
	", value) VALUES (?1, ?2, ?3) ON CONFLICT (attribute, " owner ")" \
	" DO UPDATE SET value = excluded.value" \
	" WHERE value <> excluded.value"
#define OF(owner) " FROM attribute_value WHERE attribute = ?1 AND " \
	owner " = ?2"

const char *const qda_attribute_sql[] = {
	[LIST] = "SELECT id, name, key, type, levels FROM attribute"
		" WHERE noun = ?1 ORDER BY position, id",
	[LEVELS] = "SELECT value FROM json_each(?1)",
	[DECLARE] = "INSERT INTO attribute (guid, noun, name, key, type,"
		" position) VALUES (?1, ?2, ?3, ?4, ?5, (SELECT"
		" coalesce(max(position), 0) + 1 FROM attribute"
		" WHERE noun = ?2))",
	[RETYPE] = "UPDATE attribute SET type = ?2, levels = ?3"
		" WHERE id = ?1 AND (type <> ?2 OR levels IS NOT ?3)",
	[RENAME] = "UPDATE attribute SET name = ?2, key = ?3 WHERE id = ?1",
	[REMOVE] = "DELETE FROM attribute WHERE id = ?1",
	[FORGET] = "DELETE FROM attribute_value WHERE attribute = ?1",
	[VALUES] = "SELECT attribute_value.id, value,"
		" coalesce(participant.name, source.name)"
		" FROM attribute_value"
		" LEFT JOIN participant ON participant.id ="
		" attribute_value.participant"
		" LEFT JOIN source ON source.id = attribute_value.source"
		" WHERE attribute = ?1 ORDER BY attribute_value.id",
	[REWRITE] = "UPDATE attribute_value SET value = ?2 WHERE id = ?1"
		" AND value <> ?2",
	[COUNT] = "SELECT count(*) FROM attribute_value WHERE attribute = ?1",
	[SET] = UPSERT("participant"),
	[SET + 1] = UPSERT("source"),
	[UNSET] = "DELETE" OF("participant"),
	[UNSET + 1] = "DELETE" OF("source"),
	[GET] = "SELECT value" OF("participant"),
	[GET + 1] = "SELECT value" OF("source"),
	NULL
};

/* 0 for participants, 1 for sources: which of two statements. */
static int
of_source(const char *noun)
{
	return strcmp(noun, "source") == 0;
}

/* ---- the list --------------------------------------------------------- */

/* Joined levels, as they are kept, into a list. */
static int
read_levels(struct qda_strings *levels, struct qda_db *db, const char *json,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (json == NULL)
		return 0;
	if (db_ask(&rows, db, e, qda_attribute_sql[LEVELS], "t", json) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(levels, db_text(rows, 0));
	return more;
}

static struct qda_attribute *
add_to_list(struct qda_attributes *list, int64_t id, const char *name,
    const char *key, enum qda_type type)
{
	struct qda_attribute	*a;

	list->at = qda_grow(list->at, &list->cap, list->n,
	    sizeof(*list->at));
	a = &list->at[list->n++];
	memset(a, 0, sizeof(*a));
	a->id = id;
	a->noun = list->noun;
	a->name = qda_strdup(name);
	a->key = qda_strdup(key);
	a->type = type;
	return a;
}

int
qda_attributes_get(struct qda_attributes *list, struct qda_db *db,
    const char *noun, struct qda_err *e)
{
	struct qda_attribute	*a;
	struct db_rows		*rows;
	enum qda_type		 type;
	int			 more;

	memset(list, 0, sizeof(*list));
	list->noun = noun;
	if (db_ask(&rows, db, e, qda_attribute_sql[LIST], "t", noun) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		if (qda_type_named(&type, db_text(rows, 3), e) < 0)
			break;
		a = add_to_list(list, db_int(rows, 0), db_text(rows, 1),
		    db_text(rows, 2), type);
		if (read_levels(&a->levels, db, db_text(rows, 4), e) < 0)
			break;
	}
	db_stop(more > 0 ? rows : NULL);
	return more == 0 ? 0 : -1;
}

void
qda_attribute_drop(struct qda_attribute *a)
{
	free(a->name);
	free(a->key);
	qda_strings_free(&a->levels);
}

void
qda_attributes_free(struct qda_attributes *list)
{
	for (size_t i = 0; i < list->n; i++)
		qda_attribute_drop(&list->at[i]);
	free(list->at);
	memset(list, 0, sizeof(*list));
}

int
qda_attribute_find(const struct qda_attributes *list, const char *name)
{
	struct qda_err	 e;
	char		*key;
	int		 found = -1;

	if (qda_text_key(&key, name, &e) < 0)
		return -1;
	for (size_t i = 0; i < list->n && found < 0; i++)
		if (strcmp(list->at[i].key, key) == 0)
			found = (int)i;
	free(key);
	return found;
}

int
qda_attribute_need(struct qda_attribute **a, const struct qda_attributes *list,
    const char *name, struct qda_err *e)
{
	const char	**names, *near;
	int		  found = qda_attribute_find(list, name);

	if (found >= 0) {
		*a = &list->at[found];
		return 0;
	}
	names = qda_alloc(list->n + 1, sizeof(*names));
	for (size_t i = 0; i < list->n; i++)
		names[i] = list->at[i].name;
	near = qda_text_nearest(name, names, list->n);
	if (near == NULL)
		qda_fail(e, QDA_DATA, _("there is no attribute '%.200s'"),
		    name);
	else
		qda_fail(e, QDA_DATA, _("there is no attribute '%.200s'; did "
		    "you mean '%s'?"), name, near);
	free(names);
	return -1;
}

/* ---- changes ---------------------------------------------------------- */

int
qda_attribute_declare(struct qda_attributes *list, struct qda_db *db,
    const char *name, enum qda_type type, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		*clean = NULL, *key = NULL;
	int		 rc = -1;

	qda_guid(guid);
	if (qda_text_name(&clean, name, _("attribute"), e) < 0 ||
	    qda_text_key(&key, clean, e) < 0 ||
	    db_run(db, e, qda_attribute_sql[DECLARE], "btttt", guid,
	    sizeof(guid), list->noun, clean, key, qda_type_name(type)) < 0)
		goto out;
	add_to_list(list, db_last_id(db), clean, key, type);
	rc = (int)list->n - 1;
out:
	free(clean);
	free(key);
	return rc;
}

int
qda_attribute_rename(const struct qda_attributes *list,
    struct qda_attribute *a, struct qda_db *db, const char *name,
    struct qda_err *e)
{
	char	*clean = NULL, *key = NULL;
	int	 other = qda_attribute_find(list, name), rc = -1;

	if (other >= 0 && &list->at[other] != a)
		return qda_fail(e, QDA_DATA,
		    _("there is an attribute '%s' already"), name);
	if (qda_text_name(&clean, name, _("attribute"), e) < 0 ||
	    qda_text_key(&key, clean, e) < 0 ||
	    db_run(db, e, qda_attribute_sql[RENAME], "itt", a->id, clean,
	    key) < 0)
		goto out;
	free(a->name);
	free(a->key);
	a->name = clean;
	a->key = key;
	clean = key = NULL;
	rc = 0;
out:
	free(clean);
	free(key);
	return rc;
}

int64_t
qda_attribute_delete(const struct qda_attribute *a, struct qda_db *db,
    struct qda_err *e)
{
	int64_t	 values;

	if (db_run(db, e, qda_attribute_sql[FORGET], "i", a->id) < 0)
		return -1;
	values = db_changed(db);
	return db_run(db, e, qda_attribute_sql[REMOVE], "i", a->id) < 0 ?
	    -1 : values;
}

int
qda_attribute_count(const struct qda_attribute *a, struct qda_db *db,
    int64_t *n, struct qda_err *e)
{
	*n = 0;
	return db_ask_int(n, db, e, qda_attribute_sql[COUNT], "i", a->id) < 0 ?
	    -1 : 0;
}

/* The values of an attribute, and whose they are. */
struct held {
	struct held_value {
		int64_t	 id;
		char	*value, *owner;
	}	*at;
	size_t	 n, cap;
};

static int
get_held(struct held *h, struct qda_db *db, int64_t attribute,
    struct qda_err *e)
{
	struct held_value	*v;
	struct db_rows		*rows;
	int			 more;

	if (db_ask(&rows, db, e, qda_attribute_sql[VALUES], "i",
	    attribute) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		h->at = qda_grow(h->at, &h->cap, h->n, sizeof(*h->at));
		v = &h->at[h->n++];
		v->id = db_int(rows, 0);
		v->value = qda_strdup(db_text(rows, 1));
		v->owner = qda_strdup(db_text(rows, 2));
	}
	return more;
}

static void
free_held(struct held *h)
{
	for (size_t i = 0; i < h->n; i++) {
		free(h->at[i].value);
		free(h->at[i].owner);
	}
	free(h->at);
}

/* A value of the attribute as it was, made one of what it is to be. */
static int
rewrite(struct qda_db *db, const struct held_value *v,
    const struct qda_attribute *was, const struct qda_attribute *now,
    struct qda_err *e)
{
	char	*text = qda_attribute_text(was, v->value), *value = NULL;
	int	 rc = qda_attribute_read(&value, now, text, e);

	if (rc < 0)
		qda_fail_in(e, _("'%.200s'"), v->owner);
	else
		rc = db_run(db, e, qda_attribute_sql[REWRITE], "it", v->id,
		    value);
	free(text);
	free(value);
	return rc;
}

static char *
levels_json(const struct qda_strings *levels)
{
	struct qda_mem	 m;

	fputc('[', qda_mem_open(&m));
	for (size_t i = 0; i < levels->n; i++) {
		if (i > 0)
			fputs(", ", m.f);
		qda_json_string(m.f, levels->at[i]);
	}
	fputc(']', m.f);
	return qda_mem_text(&m);
}

static int
check_levels(const struct qda_strings *levels, struct qda_err *e)
{
	if (levels == NULL || levels->n < 2)
		return qda_fail(e, QDA_DATA, _("an ordered list has levels, "
		    "the lowest first: levels='20-29; 30-39; 40-49'"));
	for (size_t i = 0; i < levels->n; i++)
		for (size_t k = 0; k < i; k++)
			if (qda_text_distance(levels->at[i],
			    levels->at[k]) == 0)
				return qda_fail(e, QDA_DATA, _("the level "
				    "'%.200s' comes twice"), levels->at[i]);
	return 0;
}

int
qda_attribute_retype(struct qda_attribute *a, struct qda_db *db,
    enum qda_type type, const struct qda_strings *levels, struct qda_err *e)
{
	struct qda_attribute	 now = *a;
	struct held		 held = { NULL, 0, 0 };
	char			*json = NULL;
	int			 rc = -1;

	now.type = type;
	memset(&now.levels, 0, sizeof(now.levels));
	if (type == QDA_TYPE_ORDERED) {
		if (check_levels(levels, e) < 0)
			return -1;
		for (size_t i = 0; i < levels->n; i++)
			qda_strings_add(&now.levels, levels->at[i]);
		json = levels_json(levels);
	}
	if (get_held(&held, db, a->id, e) < 0)
		goto out;
	for (size_t i = 0; i < held.n; i++)
		if (rewrite(db, &held.at[i], a, &now, e) < 0)
			goto out;
	if (db_run(db, e, qda_attribute_sql[RETYPE], "itt", a->id,
	    qda_type_name(type), json) < 0)
		goto out;
	qda_strings_free(&a->levels);
	*a = now;
	memset(&now.levels, 0, sizeof(now.levels));
	rc = 0;
out:
	qda_strings_free(&now.levels);
	free_held(&held);
	free(json);
	return rc;
}

/* ---- values ----------------------------------------------------------- */

int
qda_attribute_set(const struct qda_attribute *a, struct qda_db *db,
    int64_t owner, const char *text, struct qda_err *e)
{
	int	 sql = of_source(a->noun), rc;
	char	*value;

	if (qda_attribute_read(&value, a, text, e) < 0)
		return qda_fail_in(e, "%s", a->name);
	if (value == NULL)
		return db_run(db, e, qda_attribute_sql[UNSET + sql], "ii",
		    a->id, owner);
	rc = db_run(db, e, qda_attribute_sql[SET + sql], "iit", a->id, owner,
	    value);
	free(value);
	return rc;
}

int
qda_attribute_value(char **value, const struct qda_attribute *a,
    struct qda_db *db, int64_t owner, struct qda_err *e)
{
	*value = NULL;
	return db_ask_text(value, db, e,
	    qda_attribute_sql[GET + of_source(a->noun)], "ii", a->id,
	    owner) < 0 ? -1 : 0;
}
