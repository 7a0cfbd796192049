/* key.c: keys that may be fields or attributes. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/text.h"

/*
 * The field that a word is likely meant for: one letter off, two in long
 * words.  Narrower than qda_text_nearest(), as "région" is not "reason".
 */
static const char *
misspelt(const struct qda_field *f, const char *word)
{
	size_t	 n = strlen(word);

	for (; n > 3 && f->key != NULL; f++)
		if (qda_text_distance(word, f->key) <= (n < 8 ? 1U : 2U))
			return f->key;
	return NULL;
}

int
qda_key_find(struct qda_key *k, const struct qda_field *fields,
    const struct qda_attributes *attributes, const char *word,
    struct qda_err *e)
{
	bool		 attribute = *word == '@';
	const char	*near;

	k->name = word + attribute;
	k->field = attribute ? NULL : qda_field_meant(fields, word);
	k->attribute = -1;
	if (k->field != NULL)
		return 1;
	k->attribute = qda_attribute_find(attributes, k->name);
	if (k->attribute >= 0)
		return 1;
	near = attribute ? NULL : misspelt(fields, word);
	if (near == NULL)
		return 0;
	return qda_fail(e, QDA_DATA, _("there is no field '%.200s'; did you "
	    "mean '%s'? (an attribute of that name: '@%.200s')"), word, near,
	    word);
}

char *
qda_key_word(const struct qda_field *fields, const struct qda_attribute *a)
{
	bool	 taken = *a->name == '@' ||
		    qda_text_distance(a->name, "name") == 0 ||
		    qda_field_meant(fields, a->name) != NULL ||
		    misspelt(fields, a->name) != NULL;

	return qda_sprintf("%s%s", taken ? "@" : "", a->name);
}

int
qda_key_declare(struct qda_act *act, struct qda_key *k,
    struct qda_attributes *attributes, const char *const *texts, size_t n,
    struct qda_err *e)
{
	enum qda_type	 type = qda_type_guess(texts, n);

	k->attribute = qda_attribute_declare(attributes, act->db, k->name,
	    type, e);
	if (k->attribute < 0)
		return -1;
	k->name = attributes->at[k->attribute].name;
	qda_act_say(act, _("new attribute '%s' (%s)"), k->name,
	    qda_type_name(type));
	qda_act_row(act, "+", k->name, qda_type_name(type));
	return 0;
}

/* How to let an attribute take what its type does not. */
static int
suggest_text(const struct qda_attribute *a, struct qda_err *e)
{
	struct qda_err	 why = *e;

	if (why.why != QDA_DATA || a->type == QDA_TYPE_TEXT)
		return -1;
	return qda_fail(e, QDA_DATA, _("%.1500s; 'qda %s set \"@%s\" "
	    "type=text' takes any words"), why.msg, a->noun, a->name);
}

int
qda_key_set(struct qda_act *act, const struct qda_key *k,
    const struct qda_attributes *attributes, int64_t id, const char *value,
    struct qda_err *e)
{
	const struct qda_attribute	*a;

	if (k->field != NULL)
		return qda_field_set(act->db, k->field, id, value, e);
	a = &attributes->at[k->attribute];
	return qda_attribute_set(a, act->db, id, value, e) == 0 ? 0 :
	    suggest_text(a, e);
}

int
qda_set_all(struct qda_act *act, const struct qda_field *fields,
    struct qda_attributes *attributes, int64_t id, const char *name,
    const struct qda_pairs *p, struct qda_err *e)
{
	struct qda_attribute	*a;
	struct qda_key		 k;
	const char		*value;
	char			*detail;
	int			 rc;

	for (size_t i = 0; i < p->n; i++) {
		value = p->at[i].value;
		if (qda_text_distance(p->at[i].key, "name") == 0)
			return qda_fail(e, QDA_DATA, _("a name is changed "
			    "with 'qda %s rename'"), attributes->noun);
		rc = qda_key_find(&k, fields, attributes, p->at[i].key, e);
		if (rc == 0 && *value == '\0')
			return qda_attribute_need(&a, attributes, k.name, e);
		if (rc == 0)
			rc = qda_key_declare(act, &k, attributes, &value, 1,
			    e);
		if (rc < 0 || qda_key_set(act, &k, attributes, id, value,
		    e) < 0)
			return -1;
		detail = qda_sprintf("%s=%s", k.field != NULL ? k.field->key :
		    attributes->at[k.attribute].name, value);
		qda_act_row(act, "=", name, detail);
		free(detail);
	}
	return 0;
}
