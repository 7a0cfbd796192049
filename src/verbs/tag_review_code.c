/* tag_review_code.c: a code by its name, by a part of it, or a new one. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "verbs/tag_review.h"

enum { OFFERED = 9 };		/* names that are proposed, by their number */

struct offer {
	const char	*at[OFFERED];
	size_t		 n;
};

static void
add(struct offer *o, const char *name)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->at[i] == name)
			return;
	if (o->n < OFFERED)
		o->at[o->n++] = name;
}

/* The code of exactly that name, however it is spelt. */
static const char *
exact(const struct review *r, const char *key)
{
	struct qda_err	 unused;
	const char	*found = NULL;
	char		*own;

	for (size_t i = 0; i < r->names.n && found == NULL; i++) {
		if (qda_text_key(&own, r->names.at[i], &unused) < 0)
			continue;
		if (strcmp(own, key) == 0)
			found = r->names.at[i];
		free(own);
	}
	return found;
}

/* The names that hold what was typed, and the one that is nearest to it. */
static void
look(const struct review *r, const char *typed, struct offer *o)
{
	struct qda_folded	 wanted, name;
	const char		*near;

	near = qda_text_nearest(typed, (const char *const *)r->names.at,
	    r->names.n);
	if (near != NULL)
		add(o, near);
	qda_text_fold(&wanted, typed, strlen(typed));
	for (size_t i = 0; i < r->names.n; i++) {
		qda_text_fold(&name, r->names.at[i], strlen(r->names.at[i]));
		if (wanted.n > 0 && strstr(name.s, wanted.s) != NULL)
			add(o, r->names.at[i]);
		qda_folded_free(&name);
	}
	qda_folded_free(&wanted);
}

/* A line of the person's, without blanks around it; NULL when empty. */
static char *
answer(struct review *r)
{
	char	*typed, *start;
	size_t	 n;

	fflush(r->who->to);
	if (r->who->ask(r->who->arg, false, &typed) != QDA_ANSWER) {
		putc('\n', r->who->to);
		return NULL;
	}
	start = typed + strspn(typed, " \t");
	n = strlen(start);
	while (n > 0 && strchr(" \t", start[n - 1]) != NULL)
		n--;
	start = n == 0 ? NULL : qda_strndup(start, n);
	free(typed);
	return start;
}

/* Which of the offered ones, by number: it, or NULL. */
static const char *
choose(struct review *r, const struct offer *o, const char *name,
    bool *makes)
{
	FILE		*f = r->who->to;
	const char	*chosen = NULL;
	char		*typed;

	*makes = false;
	for (size_t i = 0; i < o->n; i++)
		fprintf(f, "  %zu  %s\n", i + 1, o->at[i]);
	if (r->known && o->n == 0) {
		fprintf(f, _("there is no code '%s'"), name);
		putc('\n', f);
		return NULL;
	}
	fprintf(f, r->known ? _("there is no code '%s'; a number, or Enter "
	    "for none of them:") : o->n == 0 ? _("there is no code '%s': make "
	    "it? (y/n)") : _("there is no code '%s': y makes it, a number "
	    "takes another:"), name);
	putc(' ', f);
	typed = answer(r);
	if (typed == NULL)
		return NULL;
	if (*typed >= '1' && (size_t)(*typed - '0') <= o->n)
		chosen = o->at[*typed - '1'];
	else
		*makes = !r->known && strchr("yYoOkK", *typed) != NULL;
	free(typed);
	return chosen;
}

/* A new one, looked at as long as something can be done about it. */
static char *
make(struct review *r, const char *typed)
{
	struct qda_err	 e;
	char		*clean = NULL;
	int		 rc = qda_text_name(&clean, typed, _("code"), &e);

	if (rc == 0) {
		rc = r->who->open(r->who->arg, false, &e);
		if (rc == 0)
			rc = qda_code_no_address(r->act->db, clean, &e);
		r->who->close(r->who->arg);
	}
	if (rc == 0) {
		qda_strings_add(&r->names, clean);
		fprintf(r->who->to, _("'%s' is a new code"), clean);
		putc('\n', r->who->to);
		return clean;
	}
	fprintf(r->who->to, "%s\n", e.msg);
	free(clean);
	return NULL;
}

char *
review_code(struct review *r)
{
	struct offer	 o = { .n = 0 };
	const char	*found;
	char		*typed, *key, *name = NULL;
	struct qda_err	 e;
	bool		 makes = false;

	fprintf(r->who->to, "%s ", _("code:"));
	if ((typed = answer(r)) == NULL)
		return NULL;
	if (qda_text_key(&key, typed, &e) < 0) {
		fprintf(r->who->to, "%s\n", e.msg);
		free(typed);
		return NULL;
	}
	found = exact(r, key);
	if (found == NULL) {
		look(r, typed, &o);
		found = choose(r, &o, typed, &makes);
	}
	name = found != NULL ? qda_strdup(found) :
	    makes ? make(r, typed) : NULL;
	free(key);
	free(typed);
	return name;
}
