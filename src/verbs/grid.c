/* grid.c: who has which value of an attribute. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/participant.h"
#include "qda/text.h"
#include "verbs/grid.h"
#include "verbs/participant.h"

/* ---- everybody --------------------------------------------------------- */

static int
read_person(struct grid *g, const struct qda_participant *p,
    struct qda_err *e)
{
	struct person	*x;

	g->at = qda_grow(g->at, &g->cap, g->n, sizeof(*g->at));
	x = &g->at[g->n++];
	x->name = qda_strdup(p->name);
	x->included = strcmp(p->outcome, "included") == 0;
	x->values = qda_alloc(g->list.n + 1, sizeof(*x->values));
	for (size_t i = 0; i < g->list.n; i++)
		if (qda_attribute_value(&x->values[i], &g->list.at[i],
		    g->act->db, p->id, e) < 0)
			return -1;
	return 0;
}

static int
read_people(struct grid *g, struct qda_err *e)
{
	struct qda_participant	 p;
	struct db_rows		*walk;
	int			 more;

	if (qda_participant_list(&walk, g->act->db, "[]", e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &p, e)) > 0)
		if (read_person(g, &p, e) < 0) {
			qda_participant_end(walk);
			return -1;
		}
	return more;
}

/* ---- the values of an attribute ---------------------------------------- */

bool
grid_is_range(const struct qda_attribute *a)
{
	return a->type == QDA_TYPE_NUMBER || a->type == QDA_TYPE_DATE ||
	    a->type == QDA_TYPE_DURATION;
}

static struct level *
add_level(struct levels *l, const char *value)
{
	struct qda_folded	 folded;
	struct qda_err		 e;
	struct level		*x;

	l->at = qda_grow(l->at, &l->cap, l->n, sizeof(*l->at));
	x = &l->at[l->n++];
	memset(x, 0, sizeof(*x));
	if (value == NULL)
		return x;
	x->value = qda_strdup(value);
	if (qda_text_key(&x->key, value, &e) < 0)
		x->key = qda_strdup(value);
	qda_text_fold(&folded, value, strlen(value));
	x->rank = qda_strndup(folded.s, folded.n);
	qda_folded_free(&folded);
	return x;
}

size_t
grid_place(const struct levels *l, const char *value)
{
	struct qda_err	 e;
	char		*key = NULL;
	size_t		 i = 0;

	if (value != NULL && grid_is_range(l->attribute))
		return 0;
	if (value != NULL && qda_text_key(&key, value, &e) < 0)
		key = qda_strdup(value);
	while (i < l->n && (key == NULL ? l->at[i].value != NULL :
	    l->at[i].key == NULL || strcmp(l->at[i].key, key) != 0))
		i++;
	free(key);
	return i;
}

static bool
is_less(const struct qda_attribute *a, const char *x, const char *y)
{
	return a->type == QDA_TYPE_DATE ? strcmp(x, y) < 0 :
	    strtod(x, NULL) < strtod(y, NULL);
}

/* From the least to the greatest that is known of anybody. */
static void
add_range(struct levels *l, const struct grid *g, size_t a)
{
	const char	*low = NULL, *high = NULL, *value;

	for (size_t i = 0; i < g->n; i++) {
		if ((value = g->at[i].values[a]) == NULL)
			continue;
		if (low == NULL || is_less(l->attribute, value, low))
			low = value;
		if (high == NULL || is_less(l->attribute, high, value))
			high = value;
	}
	if (low != NULL)
		add_level(l, low)->to = strcmp(low, high) == 0 ? NULL :
		    qda_strdup(high);
}

static int
by_rank(const void *a, const void *b)
{
	const struct level	*x = a, *y = b;
	int			 order = strverscmp(x->rank, y->rank);

	return order != 0 ? order : strcmp(x->key, y->key);
}

/* Those that somebody has, in the order of the alphabet and of numbers. */
static void
add_words(struct levels *l, const struct grid *g, size_t a)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i].values[a] != NULL &&
		    grid_place(l, g->at[i].values[a]) == l->n)
			add_level(l, g->at[i].values[a]);
	if (l->n > 0)
		qsort(l->at, l->n, sizeof(*l->at), by_rank);
}

/* What there may be, also when nobody has it; then what is not recorded. */
static void
list_levels(struct levels *l, const struct grid *g, size_t a)
{
	l->attribute = &g->list.at[a];
	if (grid_is_range(l->attribute))
		add_range(l, g, a);
	else if (l->attribute->type == QDA_TYPE_YESNO) {
		add_level(l, "yes");
		add_level(l, "no");
	} else if (l->attribute->type == QDA_TYPE_ORDERED) {
		for (size_t i = 0; i < l->attribute->levels.n; i++)
			add_level(l, l->attribute->levels.at[i]);
	} else
		add_words(l, g, a);
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i].values[a] == NULL) {
			add_level(l, NULL);
			break;
		}
}

static void
count(struct grid *g)
{
	struct level	*x;

	g->levels = qda_alloc(g->list.n + 1, sizeof(*g->levels));
	for (size_t a = 0; a < g->list.n; a++) {
		list_levels(&g->levels[a], g, a);
		for (size_t i = 0; i < g->n; i++) {
			x = &g->levels[a].at[grid_place(&g->levels[a],
			    g->at[i].values[a])];
			x->others += !g->at[i].included;
			x->included += g->at[i].included;
			if (g->at[i].included)
				qda_strings_add(&x->names, g->at[i].name);
		}
	}
}

int
grid_read(struct grid *g, struct qda_err *e)
{
	if (read_people(g, e) < 0)
		return -1;
	count(g);
	return 0;
}

static void
free_levels(struct levels *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->at[i].value);
		free(l->at[i].to);
		free(l->at[i].key);
		free(l->at[i].rank);
		qda_strings_free(&l->at[i].names);
	}
	free(l->at);
}

void
grid_free(struct grid *g)
{
	for (size_t i = 0; i < g->n; i++) {
		for (size_t a = 0; a < g->list.n; a++)
			free(g->at[i].values[a]);
		free(g->at[i].values);
		free(g->at[i].name);
	}
	for (size_t a = 0; g->levels != NULL && a < g->list.n; a++)
		free_levels(&g->levels[a]);
	free(g->levels);
	free(g->at);
	qda_attributes_free(&g->list);
}

/* ---- as text ----------------------------------------------------------- */

char *
grid_text(const struct level *x)
{
	return x->to == NULL ? qda_strdup(x->value) :
	    qda_sprintf("%s..%s", x->value, x->to);
}

char *
grid_words(const struct level *x, const struct qda_attribute *a)
{
	char	*from, *to, *text;

	if (x->value == NULL)
		return qda_strdup(_("(not recorded)"));
	from = participant_words(a, x->value);
	if (x->to == NULL)
		return from;
	to = participant_words(a, x->to);
	text = qda_sprintf(_("%s to %s"), from, to);
	free(from);
	free(to);
	return text;
}

void
grid_number(struct qda_doc *d, size_t n, bool wanted)
{
	char	 text[24];

	snprintf(text, sizeof(text), "%zu", n);
	qda_doc_cell_text(d, n == 0 && wanted ? QDA_DOC_SHADED :
	    QDA_DOC_PLAIN, text);
}
