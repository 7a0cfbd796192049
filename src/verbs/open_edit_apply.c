/* open_edit_apply.c: a text of units that was saved, read and compared. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/code.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/open_apply.h"

/* ---- the first lines -------------------------------------------------- */

struct head {
	char	*source, *coder, *sign;		/* sign may be NULL */
	int64_t	 revision, change;
};

static void
head_free(struct head *h)
{
	free(h->source);
	free(h->coder);
	free(h->sign);
}

/* A number behind a word of the head; moves *s behind it. */
static bool
number_after(const char **s, const char *word, int64_t *number)
{
	char	*end;

	if (strncmp(*s, word, strlen(word)) != 0)
		return false;
	*s += strlen(word);
	*number = strtoll(*s, &end, 10);
	if (end == *s)
		return false;
	*s = end;
	return true;
}

/* "SOURCE, revision 1, change 41, coder NAME" */
static bool
read_first(struct head *h, const char *line, size_t n)
{
	static const char	 coder[] = ", coder ";
	const char		*end = line + n, *s, *at;

	for (at = line; (at = strstr(at, ", revision ")) != NULL && at < end;
	    at++) {
		s = at;
		if (!number_after(&s, ", revision ", &h->revision) ||
		    !number_after(&s, ", change ", &h->change) ||
		    strncmp(s, coder, strlen(coder)) != 0)
			continue;
		s += strlen(coder);
		while (end > s && strchr(" \t", end[-1]) != NULL)
			end--;
		if (s >= end)
			return false;
		h->source = qda_strndup(line, (size_t)(at - line));
		h->coder = qda_strndup(s, (size_t)(end - s));
		return true;
	}
	return false;
}

/* Which source and coder a text is of, from its comments at the top. */
static bool
head_read(struct head *h, const char *text)
{
	static const char	 first[] = "% qda edit ", sign[] = "% sign ";
	size_t			 n;

	memset(h, 0, sizeof(*h));
	for (; *text == '%' || *text == '\n'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		if (h->source == NULL &&
		    strncmp(text, first, strlen(first)) == 0)
			read_first(h, text + strlen(first), n -
			    strlen(first));
		else if (h->sign == NULL &&
		    strncmp(text, sign, strlen(sign)) == 0)
			h->sign = qda_strndup(text + strlen(sign),
			    strcspn(text + strlen(sign), " \t\n"));
	}
	return h->source != NULL;
}

/* Whether the text is of what was asked for, and of who acts. */
static int
check_who(const struct head *h, struct qda_act *act, const char *source,
    struct qda_err *e)
{
	char	*a = NULL, *b = NULL;
	int	 rc = -1;

	if (source != NULL) {
		if (qda_text_key(&a, source, e) < 0 ||
		    qda_text_key(&b, h->source, e) < 0)
			goto out;
		if (strcmp(a, b) != 0) {
			qda_fail(e, QDA_DATA, _("the text is of '%s', not of "
			    "'%s'"), h->source, source);
			goto out;
		}
	}
	free(a);
	free(b);
	a = b = NULL;
	if (act->coder != NULL) {
		if (qda_text_key(&a, act->coder, e) < 0 ||
		    qda_text_key(&b, h->coder, e) < 0)
			goto out;
		if (strcmp(a, b) != 0) {
			qda_fail(e, QDA_DATA, _("the text is of coder '%s', "
			    "and '%s' acts; -c says who does"), h->coder,
			    act->coder);
			goto out;
		}
	}
	act->coder = h->coder;
	rc = 0;
out:
	free(a);
	free(b);
	return rc;
}

/* Whether nothing that the text shows has changed since it was made. */
static int
check_since(const struct head *h, struct open_text *t, struct qda_db *db,
    struct qda_err *e)
{
	int64_t	 last = 0;

	if (qda_change_last(db, &last, e) < 0)
		return -1;
	if (h->revision != t->revision)
		return qda_fail(e, QDA_DATA, _("the text is of revision %lld "
		    "of '%s', which is at %lld now"), (long long)h->revision,
		    t->name, (long long)t->revision);
	if (h->sign != NULL ? strcmp(h->sign, t->sign) == 0 :
	    h->change == last)
		return 0;
	return qda_fail(e, QDA_DATA, _("the codings of '%s' by '%s' have "
	    "changed since change %lld, from which this text was made: "
	    "'qda edit' shows them as they are now, 'qda log' what was done"),
	    t->name, t->coder_name, (long long)h->change);
}

/* ---- the text as it was made, and as it is now ------------------------ */

/* Reads the text as it was made: what is not touched compares equal. */
static int
read_was(struct open_change *c, struct qda_err *e)
{
	struct qda_markup	 m = open_text_markup(c->t);
	struct qda_marks	 marks = { 0 };
	struct qda_cleaned	 clean = { 0 };
	struct qda_mem		 out;
	char			*text;
	int			 rc;

	qda_markup_write(qda_mem_open(&out), &m, &c->t->units, NULL, 0);
	text = qda_mem_text(&out);
	rc = qda_text_clean(&clean, text, strlen(text), "UTF-8", e);
	if (rc == 0)
		qda_markup_read(&c->was, &m, clean.text, &marks);
	if (marks.n > 0)
		rc = qda_fail(e, QDA_PROJECT, _("'%s' cannot be shown as a "
		    "text: %s"), c->t->name, marks.at[0].text);
	qda_marks_free(&marks);
	qda_cleaned_free(&clean);
	free(text);
	return rc;
}

/* The units of the project by what a text calls them. */
struct shown_as {
	const struct qda_markup_unit	*units;
	size_t	*marked, *whole;
	size_t	 n_marked, n_whole;
};

static void
index_units(struct shown_as *s, const struct open_text *t)
{
	const struct qda_markup_unit	*u = t->units.at;

	*s = (struct shown_as){ .units = u };
	s->marked = qda_alloc(t->units.n + 1, sizeof(*s->marked));
	s->whole = qda_alloc(t->units.n + 1, sizeof(*s->whole));
	for (size_t i = 0; i < t->units.n; i++)
		if (u[i].mark != NULL)
			s->marked[s->n_marked++] = i;
		else if (u[i].start < u[i].end)
			s->whole[s->n_whole++] = i;
}

/* The unit of the project that a unit of a text is, or SIZE_MAX. */
static size_t
unit_of(const struct shown_as *s, const struct qda_markup_unit *u)
{
	size_t	 low = 0, high = s->n_whole, middle, i;

	if (u->mark != NULL) {
		i = strtoul(u->mark, NULL, 10);
		return i >= 1 && i <= s->n_marked && strcmp(u->mark,
		    s->units[s->marked[i - 1]].mark) == 0 ?
		    s->marked[i - 1] : SIZE_MAX;
	}
	while (low < high) {
		middle = low + (high - low) / 2;
		if (s->units[s->whole[middle]].start < u->start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < s->n_whole && s->units[s->whole[low]].start ==
	    u->start ? s->whole[low] : SIZE_MAX;
}

static void
pair(struct open_change *c)
{
	struct shown_as	 s;
	size_t		 i;

	index_units(&s, c->t);
	c->pairs = qda_alloc(c->t->units.n + 1, sizeof(*c->pairs));
	c->added = qda_alloc(c->now.n + 1, sizeof(*c->added));
	for (size_t k = 0; k < c->was.n; k++)
		if ((i = unit_of(&s, &c->was.at[k])) != SIZE_MAX)
			c->pairs[i].was = &c->was.at[k];
	for (size_t k = 0; k < c->now.n; k++)
		if ((i = unit_of(&s, &c->now.at[k])) != SIZE_MAX)
			c->pairs[i].now = &c->now.at[k];
		else
			c->added[c->n_added++] = &c->now.at[k];
	free(s.marked);
	free(s.whole);
}

/* ---- what is wrong, and what would be lost ---------------------------- */

size_t
open_code_in(const struct qda_markup_unit *u, const char *name)
{
	struct qda_err	 e;
	char		*key = NULL, *other;
	size_t		 i, n = u != NULL ? u->n_codes : 0;
	bool		 same = false;

	for (i = 0; i < n; i++)
		if (strcmp(u->codes[i].name, name) == 0)
			return i;
	if (n == 0 || qda_text_key(&key, name, &e) < 0)
		return SIZE_MAX;
	for (i = 0; i < n && !same; i += !same)
		if (qda_text_key(&other, u->codes[i].name, &e) == 0) {
			same = strcmp(key, other) == 0;
			free(other);
		}
	free(key);
	return same ? i : SIZE_MAX;
}

/* Names that no code may have. */
static void
check_names(struct open_change *c, const struct qda_markup_unit *was,
    const struct qda_markup_unit *now, struct qda_marks *marks)
{
	struct qda_err	 e;
	int64_t		 id;

	for (size_t i = 0; i < now->n_codes; i++)
		if (open_code_in(was, now->codes[i].name) == SIZE_MAX &&
		    qda_code_find(c->act->db, now->codes[i].name, &id,
		    &e) == 0 && qda_code_no_address(c->act->db,
		    now->codes[i].name, &e) < 0)
			qda_mark(marks, now->line, "%s", e.msg);
}

/* A passage where another is already becomes one with it. */
static void
check_label(const struct open_change *c, const struct qda_markup_unit *u,
    struct qda_marks *marks)
{
	const struct qda_markup_unit	*v;

	for (size_t i = 0; u->label != NULL && i < c->now.n; i++) {
		v = &c->now.at[i];
		if (v != u && v->label != NULL && v->start == u->start &&
		    v->end == u->end && strcmp(v->label, u->label) != 0) {
			qda_mark(marks, u->line, _("two labels on one unit: "
			    "'%s' and '%s'"), v->label, u->label);
			return;
		}
	}
}

static void
check(struct open_change *c, struct qda_marks *marks)
{
	const struct qda_markup_unit	*u;

	for (size_t i = 0; i < c->t->units.n; i++)
		if (c->pairs[i].now != NULL)
			check_names(c, c->pairs[i].was, c->pairs[i].now,
			    marks);
	for (size_t i = 0; i < c->n_added; i++) {
		u = c->added[i];
		check_names(c, NULL, u, marks);
		check_label(c, u, marks);
		if (u->mark == NULL || u->n_codes > 0 || u->label != NULL ||
		    u->memos.n > 0)
			continue;
		if (*u->mark == '\0')
			qda_mark(marks, u->line, _("a code is missing in "
			    "this '{=}'"));
		else
			qda_mark(marks, u->line, _("nothing is on the passage "
			    "'{%s}': a line '=%s CODE' is missing"), u->mark,
			    u->mark);
	}
}

/* How many codings a unit loses; others that it gets make up for them. */
static size_t
lost_of(const struct open_pair *p)
{
	size_t	 off = 0, on = 0;

	if (p->was == NULL)
		return 0;
	for (size_t i = 0; i < p->was->n_codes; i++)
		off += open_code_in(p->now, p->was->codes[i].name) ==
		    SIZE_MAX;
	for (size_t i = 0; p->now != NULL && i < p->now->n_codes; i++)
		on += open_code_in(p->was, p->now->codes[i].name) == SIZE_MAX;
	return off > on ? off - on : 0;
}

static int
check_losses(struct open_change *c, struct qda_open_edit *how,
    struct qda_err *e)
{
	size_t	 lost = 0, all = 0;

	for (size_t i = 0; i < c->t->units.n; i++) {
		lost += lost_of(&c->pairs[i]);
		all += c->pairs[i].was != NULL ? c->pairs[i].was->n_codes : 0;
	}
	if (how->force || lost * 2 <= all)
		return 0;
	how->removes = lost;
	how->of = all;
	return qda_fail(e, QDA_DATA, _("this would take away %zu of the %zu "
	    "codings of '%s': nothing is done; --force does it"), lost, all,
	    c->t->name);
}

/* ---- all of it -------------------------------------------------------- */

static int
read_now(struct open_change *c, const char *text, struct qda_marks *marks,
    struct qda_err *e)
{
	struct qda_markup	 m = open_text_markup(c->t);
	size_t			 line = qda_markup_read(&c->now, &m, text,
				    marks);

	if (line > 0)
		return qda_fail(e, QDA_DATA, _("the text ends at line %zu and "
		    "words of '%s' are missing behind: taken as given up, "
		    "nothing is done"), line, c->t->name);
	if (marks->n > 0)
		return -1;
	pair(c);
	check(c, marks);
	return marks->n > 0 ? -1 : 0;
}

int
qda_do_edit_apply(struct qda_act *act, struct qda_open_edit *how,
    const char *text, struct qda_marks *marks, struct qda_err *e)
{
	const char		*coder = act->coder;
	struct head		 head;
	struct open_text	 t = { 0 };
	struct open_change	 c = { .act = act, .t = &t };
	int			 rc = -1;

	how->removes = how->of = 0;
	if (!head_read(&head, text)) {
		qda_mark(marks, 1, _("the first line is missing, it says what "
		    "the text is of: '%s SOURCE, revision 1, change N, coder "
		    "NAME'"), "% qda edit");
		goto out;
	}
	if (check_who(&head, act, how->source, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    open_text_read(&t, act->db, head.source, head.coder, e) < 0 ||
	    check_since(&head, &t, act->db, e) < 0 ||
	    read_was(&c, e) < 0 || read_now(&c, text, marks, e) < 0 ||
	    check_losses(&c, how, e) < 0)
		goto out;
	rc = open_change_make(&c, e);
out:
	act->coder = coder;
	head_free(&head);
	qda_markup_free(&c.was);
	qda_markup_free(&c.now);
	qda_strings_free(&c.made);
	free(c.pairs);
	free(c.added);
	open_text_free(&t);
	return rc;
}
