/* attribute.c: the user's variables of a noun, shown, typed, renamed, gone. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/attribute.h"

int
attribute_put(struct qda_record *r, struct qda_act *act,
    const struct qda_attributes *list, int64_t id, struct qda_err *e)
{
	const struct qda_attribute	*a;
	char				*value;

	for (size_t i = 0; i < list->n; i++) {
		a = &list->at[i];
		if (qda_attribute_value(&value, a, act->db, id, e) < 0)
			return -1;
		if (a->type == QDA_TYPE_DATE)
			qda_record_date(r, a->name, value);
		else if (a->type == QDA_TYPE_DURATION)
			qda_record_duration(r, a->name, value == NULL ?
			    QDA_NONE : strtoll(value, NULL, 10));
		else
			qda_record_text(r, a->name, value);
		free(value);
	}
	return 0;
}

char *
attribute_levels(const struct qda_strings *levels)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < levels->n; i++) {
		fputs(i > 0 ? "; " : "", m.f);
		for (const char *s = levels->at[i]; *s != '\0'; s++)
			fprintf(m.f, "%s%c", *s == ';' ? "\\" : "", *s);
	}
	return qda_mem_text(&m);
}

int
attribute_show(struct qda_act *act, const struct qda_attributes *list,
    const char *name, struct qda_err *e)
{
	struct qda_attribute	*a;
	struct qda_record	*r;
	int64_t			 n;
	char			*levels;

	if (qda_attribute_need(&a, list, name, e) < 0 ||
	    qda_attribute_count(a, act->db, &n, e) < 0)
		return -1;
	levels = attribute_levels(&a->levels);
	r = qda_record_open(act);
	qda_record_text(r, "name", a->name);
	qda_record_text(r, "type", qda_type_name(a->type));
	qda_record_text(r, "levels", *levels == '\0' ? NULL : levels);
	qda_record_int(r, "values", n);
	qda_record_close(r);
	free(levels);
	return 0;
}

/* "a; b; c", or "a, b, c" when there is no ";". */
static void
read_levels(struct qda_strings *levels, const char *text)
{
	char	*list;

	if (strchr(text, ';') != NULL) {
		qda_cell_list(levels, text);
		return;
	}
	list = qda_strdup(text);
	for (char *s = list; *s != '\0'; s++)
		if (*s == ',')
			*s = ';';
	qda_cell_list(levels, list);
	free(list);
}

/* What type and levels an attribute is to have. */
struct kind {
	enum qda_type		 type;
	bool			 typed;
	struct qda_strings	 levels;
};

static int
read_kind(struct kind *k, const struct qda_pairs *pairs, struct qda_err *e)
{
	for (size_t i = 0; i < pairs->n; i++) {
		const char	*key = pairs->at[i].key;
		const char	*value = pairs->at[i].value;

		if (qda_text_distance(key, "type") == 0) {
			k->typed = true;
			if (*value != '\0' &&
			    qda_type_named(&k->type, value, e) < 0)
				return -1;
		} else if (qda_text_distance(key, "levels") == 0 ||
		    qda_text_distance(key, "niveaux") == 0) {
			read_levels(&k->levels, value);
		} else {
			return qda_fail(e, QDA_DATA, _("an attribute has no "
			    "'%.200s'; it has type, levels"), key);
		}
	}
	if (k->levels.n > 0 && k->typed && k->type != QDA_TYPE_ORDERED)
		return qda_fail(e, QDA_DATA, _("only an ordered list has "
		    "levels, and the type is to be %s"),
		    qda_type_name(k->type));
	if (k->levels.n > 0)
		k->type = QDA_TYPE_ORDERED;
	return 0;
}

int
attribute_type(struct qda_act *act, struct qda_attributes *list,
    const char *name, const struct qda_pairs *pairs, bool *made,
    const struct qda_attribute **kept, struct qda_err *e)
{
	struct kind		 k = { QDA_TYPE_TEXT, false, { NULL, 0, 0 } };
	struct qda_attribute	*a;
	int			 at = qda_attribute_find(list, name), rc = -1;

	*made = at < 0;
	if (read_kind(&k, pairs, e) < 0)
		goto out;
	if (at < 0)
		at = qda_attribute_declare(list, act->db, name, QDA_TYPE_TEXT,
		    e);
	if (at < 0)
		goto out;
	a = &list->at[at];
	if (qda_attribute_retype(a, act->db, k.type, k.levels.n == 0 &&
	    a->type == QDA_TYPE_ORDERED ? &a->levels : &k.levels, e) < 0) {
		qda_fail_in(e, _("attribute '%s'"), a->name);
		goto out;
	}
	qda_act_row(act, "=", a->name, qda_type_name(a->type));
	*kept = a;
	rc = 0;
out:
	qda_strings_free(&k.levels);
	return rc;
}

int
attribute_set(struct qda_act *act, struct qda_attributes *list,
    const char *name, const struct qda_pairs *pairs, struct qda_err *e)
{
	const struct qda_attribute	*a;
	bool				 made;

	return attribute_type(act, list, name, pairs, &made, &a, e) < 0 ? -1 :
	    qda_act_done(act, e, _("attribute '%s' is of type %s"), a->name,
	    qda_type_name(a->type));
}

int
attribute_rename(struct qda_act *act, const char *noun, const char *name,
    const char *to, struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	struct qda_attribute	*a;
	char			*was = NULL;
	int			 rc = -1;

	if (qda_attributes_get(&list, act->db, noun, e) < 0 ||
	    qda_attribute_need(&a, &list, name, e) < 0)
		goto out;
	was = qda_strdup(a->name);
	if (qda_attribute_rename(&list, a, act->db, to, e) < 0)
		goto out;
	qda_act_row(act, ">", was, a->name);
	rc = qda_act_done(act, e, _("attribute '%s' is now '%s'"), was,
	    a->name);
out:
	free(was);
	qda_attributes_free(&list);
	return rc;
}

int
attribute_delete(struct qda_act *act, const char *noun, const char *name,
    struct qda_err *e)
{
	struct qda_attributes	 list = { 0 };
	struct qda_attribute	*a;
	int64_t			 values = -1;

	if (qda_attributes_get(&list, act->db, noun, e) == 0 &&
	    qda_attribute_need(&a, &list, name, e) == 0) {
		values = qda_attribute_delete(a, act->db, e);
		qda_act_row(act, "-", a->name, "attribute");
	}
	if (values > 0)
		qda_act_say(act, ngettext("'%s' had %lld value",
		    "'%s' had %lld values", (unsigned long)values), a->name,
		    (long long)values);
	qda_attributes_free(&list);
	return values < 0 ? -1 : 0;
}
