/* set.c: KEY=VALUE..., as typed, put on the fields of a noun. */
#include <stdlib.h>
#include <string.h>

#include "qda/csv.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/text.h"

enum { MAX_KEYS = 64 };

/* The keys of a table of fields; returns how many. */
static size_t
list_keys(const struct qda_field *f, const char *keys[MAX_KEYS])
{
	size_t	 n = 0;

	for (; f->key != NULL && n < MAX_KEYS; f++)
		keys[n++] = f->key;
	return n;
}

const struct qda_field *
qda_field_meant(const struct qda_field *fields, const char *word)
{
	const char	*keys[MAX_KEYS] = { NULL }, *key;

	key = qda_header_key(word, keys, list_keys(fields, keys));
	return key == NULL ? NULL : qda_field_named(fields, key);
}

int
qda_field_missing(const struct qda_field *fields, const char *word,
    struct qda_err *e)
{
	const char	*keys[MAX_KEYS] = { NULL }, *near;
	size_t		 n = list_keys(fields, keys);
	struct qda_mem	 m;
	char		*all;

	near = qda_text_nearest(word, keys, n);
	if (near != NULL)
		return qda_fail(e, QDA_DATA, _("there is no field '%.200s'; "
		    "did you mean '%s'?"), word, near);
	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++)
		fprintf(m.f, "%s%s", i > 0 ? ", " : "", keys[i]);
	all = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("there is no field '%.200s'; fields are %s"),
	    word, all);
	free(all);
	return -1;
}

static int
read_pair(struct qda_pair *p, const char *arg, struct qda_err *e)
{
	size_t		 n = strlen(arg), bad = qda_text_invalid(arg, n);
	const char	*equals = strchr(arg, '=');

	if (bad < n)
		return qda_fail(e, QDA_USAGE, _("byte %zu of KEY=VALUE is not "
		    "UTF-8 (0x%02x)"), bad + 1, (unsigned char)arg[bad]);
	if (equals == NULL || equals == arg)
		return qda_fail(e, QDA_USAGE, _("'%.200s' is not of the form "
		    "KEY=VALUE; several words stand in quotes"), arg);
	p->key = qda_strndup(arg, (size_t)(equals - arg));
	if (strcmp(equals + 1, "-") == 0)
		return qda_file_value(&p->value, e);
	p->value = qda_strdup(equals + 1);
	return 0;
}

/* No key twice, and standard input once. */
static int
check_repeats(char *const *args, const struct qda_pairs *p, struct qda_err *e)
{
	size_t	 inputs = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < i; k++)
			if (qda_text_distance(p->at[i].key, p->at[k].key) == 0)
				return qda_fail(e, QDA_USAGE, _("'%.200s' is "
				    "given twice"), p->at[i].key);
	for (size_t i = 0; i < p->n; i++)
		inputs += strcmp(strchr(args[i], '=') + 1, "-") == 0;
	return inputs < 2 ? 0 : qda_fail(e, QDA_USAGE, _("only one value can "
	    "be '-', standard input"));
}

int
qda_pairs_read(struct qda_pairs *p, char *const *args, size_t n,
    struct qda_err *e)
{
	p->n = 0;
	p->at = qda_alloc(n + 1, sizeof(*p->at));
	while (p->n < n) {
		p->n++;
		if (read_pair(&p->at[p->n - 1], args[p->n - 1], e) < 0)
			return -1;
	}
	return check_repeats(args, p, e);
}

void
qda_pairs_free(struct qda_pairs *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->at[i].key);
		free(p->at[i].value);
	}
	free(p->at);
	memset(p, 0, sizeof(*p));
}

char *
qda_pairs_keys(const struct qda_pairs *p)
{
	struct qda_mem	 m;

	qda_mem_open(&m);
	for (size_t i = 0; i < p->n; i++)
		fprintf(m.f, "%s%s", i > 0 ? ", " : "", p->at[i].key);
	return qda_mem_text(&m);
}

static void
show_pair(struct qda_act *act, const char *name, const char *key,
    const char *value)
{
	char	*detail = qda_sprintf("%s=%s", key, value);

	qda_act_row(act, "=", name, detail);
	free(detail);
}

int
qda_set(struct qda_act *act, const struct qda_field *fields, int64_t id,
    const char *name, const struct qda_pairs *p, struct qda_err *e)
{
	const struct qda_field	*f;

	for (size_t i = 0; i < p->n; i++) {
		f = qda_field_meant(fields, p->at[i].key);
		if (f == NULL)
			return qda_field_missing(fields, p->at[i].key, e);
		if (qda_field_set(act->db, f, id, p->at[i].value, e) < 0)
			return -1;
		show_pair(act, name, f->key, p->at[i].value);
	}
	return 0;
}
