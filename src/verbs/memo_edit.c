/* memo_edit.c: a memo as a text: a head, an empty line, what it says. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/edit.h"
#include "verbs/memo.h"
#include "verbs/unit_at.h"

enum key { TITLE, DATE, KIND, ON, KEYS };

static const struct {
	const char	*key, *french;
} keys[] = {
	[TITLE] = { "title", "titre" },
	[DATE]  = { "date", "date" },
	[KIND]  = { "kind", "type" },
	[ON]    = { "on", "sur" },
};

/* What a text says; a line of the head that is not there is NULL. */
struct memo_text {
	char			*value[ON];
	size_t			 line[ON];
	struct qda_strings	 on;
	size_t			*on_line, on_cap;
	char			*text;
	size_t			 text_line;
	struct qda_marks	*marks;
};

static void
memo_text_free(struct memo_text *t)
{
	for (size_t i = 0; i < ON; i++)
		free(t->value[i]);
	qda_strings_free(&t->on);
	free(t->on_line);
	free(t->text);
}

/* ---- out -------------------------------------------------------------- */

/* A line that would be taken for a mistake told gets a "\" before it. */
static void
put_text(FILE *f, const char *text)
{
	const char	*end;

	for (; *text != '\0'; text = end + (*end == '\n')) {
		end = strchrnul(text, '\n');
		if (strncmp(text + strspn(text, "\\"), QDA_MARK_SIGN,
		    strlen(QDA_MARK_SIGN)) == 0)
			fputc('\\', f);
		fprintf(f, "%.*s\n", (int)(end - text), text);
	}
}

static void
put_memo(FILE *f, const struct qda_memo *m, const struct qda_strings *on)
{
	fprintf(f, "%s: %s\n", keys[TITLE].key,
	    m->title != NULL ? m->title : "");
	fprintf(f, "%s: %s\n", keys[DATE].key, m->date);
	fprintf(f, "%s: %s\n", keys[KIND].key, m->kind);
	for (size_t i = 0; i < on->n; i++)
		fprintf(f, "%s: %s\n", keys[ON].key, on->at[i]);
	/* where a text is to come, the end is behind the empty line */
	fputs(*m->text == '\0' ? "\n\n" : "\n", f);
	put_text(f, m->text);
}

static void
put_help(FILE *f)
{
	char	*help = qda_sprintf(_("kind: %s\n"
		    "on: an address, source:NAME, code:NAME or "
		    "participant:NAME, a line each\n"
		    "The text begins behind the empty line."),
		    qda_memo_kind(NULL));

	edit_comment(f, help);
	free(help);
}

/* A memo as it stands, without the first line; caller frees. */
static int
content(char **text, struct qda_db *db, int64_t id, struct qda_err *e)
{
	struct qda_strings	 on = { 0 };
	struct qda_memo		 m;
	struct qda_mem		 mem;
	struct db_rows		*walk;
	int			 rc = qda_memo_get(&walk, db, id, &m, e);

	*text = NULL;
	if (rc <= 0)
		return rc < 0 ? -1 : memo_none(id, e);
	if ((rc = qda_memo_on(&on, db, id, e)) == 0) {
		put_memo(qda_mem_open(&mem), &m, &on);
		*text = qda_mem_text(&mem);
	}
	qda_memo_end(walk);
	qda_strings_free(&on);
	return rc;
}

static char *
action_of(int64_t id)
{
	return qda_sprintf("memo edit %" PRId64, id);
}

int
qda_do_memo_edit_text(struct qda_act *act, const char *number, FILE *f,
    struct qda_err *e)
{
	char	*text = NULL, *action;
	int64_t	 id;

	if (memo_read_id(&id, number, e) < 0 ||
	    content(&text, act->db, id, e) < 0)
		return -1;
	action = action_of(id);
	edit_head(f, action, text);
	put_help(f);
	fputs(text, f);
	free(action);
	free(text);
	return 0;
}

int
qda_do_memo_new_text(struct qda_act *act, const struct qda_memo_new *want,
    FILE *f, struct qda_err *e)
{
	struct qda_memo		 m = { .kind = "memo", .title = want->title,
				    .text = "" };
	struct qda_strings	 on = { 0 };
	struct memo_target	 t;
	char			 date[11];
	int			 rc = 0;

	if (want->kind != NULL && (m.kind = qda_memo_kind(want->kind)) == NULL)
		return qda_fail(e, QDA_USAGE, _("--kind %s: kinds of memos "
		    "are %s"), want->kind, qda_memo_kind(NULL));
	m.date = qda_today(date);
	if (want->date != NULL && qda_date_read(date, want->date, e) < 0)
		return qda_fail_in(e, "--date");
	for (size_t i = 0; rc == 0 && i < want->n_on; i++) {
		rc = memo_target(&t, act->db, want->on[i], e);
		qda_strings_add(&on, want->on[i]);
	}
	if (rc == 0) {
		edit_head(f, "memo add", "");
		put_help(f);
		put_memo(f, &m, &on);
	}
	qda_strings_free(&on);
	return rc;
}

/* ---- in --------------------------------------------------------------- */

static enum key
key_named(const char *word, size_t n)
{
	char		*name;
	enum key	 k = 0;

	/* French puts a blank before a colon, which may not break */
	while (n > 0 && (strchr(" \t", word[n - 1]) != NULL ||
	    (n > 1 && strncmp(word + n - 2, "\302\240", 2) == 0)))
		n -= word[n - 1] == '\240' ? 2 : 1;
	name = qda_strndup(word, n);
	while (k < KEYS && qda_text_distance(name, keys[k].key) != 0 &&
	    qda_text_distance(name, keys[k].french) != 0)
		k++;
	free(name);
	return k;
}

static void
add_on(struct memo_text *t, char *value, size_t line)
{
	if (*value == '\0') {
		free(value);
		return;
	}
	t->on_line = qda_grow(t->on_line, &t->on_cap, t->on.n,
	    sizeof(*t->on_line));
	t->on_line[t->on.n] = line;
	qda_strings_take(&t->on, value);
}

/* One line of the head, "KEY: VALUE". */
static void
read_head(struct memo_text *t, const char *line, size_t n, size_t number)
{
	const char	*colon = memchr(line, ':', n);
	enum key	 k = colon == NULL ? KEYS :
			    key_named(line, (size_t)(colon - line));
	char		*value;
	size_t		 from;

	if (k == KEYS) {
		qda_mark(t->marks, number, _("not a line title:, date:, kind: "
		    "or on:; the text begins behind an empty line"));
		return;
	}
	from = (size_t)(colon + 1 - line);
	while (from < n && strchr(" \t", line[from]) != NULL)
		from++;
	while (n > from && strchr(" \t", line[n - 1]) != NULL)
		n--;
	value = qda_strndup(line + from, n - from);
	if (k == ON) {
		add_on(t, value, number);
		return;
	}
	if (t->value[k] != NULL)
		qda_mark(t->marks, number, _("'%s' is given twice"),
		    keys[k].key);
	free(t->value[k]);
	t->value[k] = value;
	t->line[k] = number;
}

static void
read_text(struct memo_text *t, const char *text)
{
	const char	*end, *from;
	struct qda_mem	 m;
	size_t		 n;

	qda_mem_open(&m);
	for (; *text != '\0'; text = end + (*end == '\n')) {
		end = strchrnul(text, '\n');
		n = strspn(text, "\\");
		from = text;
		if (strncmp(text + n, QDA_MARK_SIGN,
		    strlen(QDA_MARK_SIGN)) == 0) {
			if (n == 0)
				continue;
			from++;
		}
		fprintf(m.f, "%.*s\n", (int)(end - from), from);
	}
	t->text = qda_mem_text(&m);
	n = strspn(t->text, "\n");
	memmove(t->text, t->text + n, strlen(t->text + n) + 1);
	n = strlen(t->text);
	while (n > 0 && strchr("\n\t ", t->text[n - 1]) != NULL)
		t->text[--n] = '\0';
}

static void
read_memo(struct memo_text *t, const char *text)
{
	const char	*end;
	size_t		 line = 1, n;

	for (; *text != '\0'; text = end + (*end == '\n'), line++) {
		end = strchrnul(text, '\n');
		n = (size_t)(end - text);
		if (strspn(text, " \t") >= n)
			break;
		if (*text != '%')
			read_head(t, text, n, line);
	}
	t->text_line = line + (*text != '\0');
	read_text(t, text);
	if (*t->text == '\0')
		qda_mark(t->marks, t->text_line, _("the memo is empty"));
}

/* The values that a memo is to have; what is wrong goes to the marks. */
static void
check_values(struct memo_text *t, const char **kind, char date[11])
{
	struct qda_err	 e;

	if (t->value[KIND] != NULL &&
	    (*kind = qda_memo_kind(t->value[KIND])) == NULL)
		qda_mark(t->marks, t->line[KIND], _("kinds of memos are %s"),
		    qda_memo_kind(NULL));
	if (t->value[DATE] != NULL &&
	    qda_date_read(date, t->value[DATE], &e) < 0)
		qda_mark(t->marks, t->line[DATE], "%s", e.msg);
	for (char *p = t->value[TITLE]; p != NULL && *p != '\0'; p++)
		if (*p == '\t')
			*p = ' ';
}

static bool
is_in(const struct qda_strings *list, const char *text)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->at[i], text) == 0)
			return true;
	return false;
}

/* What it is to be on exists; those it is on already need no look. */
static void
check_on(struct memo_text *t, struct qda_db *db,
    const struct qda_strings *already)
{
	struct memo_target	 target;
	struct qda_err		 e;

	for (size_t i = 0; i < t->on.n; i++)
		if (!is_in(already, t->on.at[i]) &&
		    memo_target(&target, db, t->on.at[i], &e) < 0)
			qda_mark(t->marks, t->on_line[i], "%s", e.msg);
}

/* A memo that is being changed. */
struct change {
	struct qda_act		*act;
	int64_t			 id, units;
	struct qda_strings	 on;		/* what it is on before */
	int64_t			*links;
	size_t			 n_links;
	int			 changes;
};

/* Off what the text has no longer, on what it has anew. */
static int
change_on(struct change *c, const struct memo_text *t, struct qda_err *e)
{
	struct memo_target	 target;
	int64_t			 coder;

	for (size_t i = 0; i < c->n_links; i++) {
		if (is_in(&t->on, c->on.at[i]))
			continue;
		if (qda_memo_off(c->act->db, c->links[i], &c->units, e) < 0)
			return -1;
		qda_act_row(c->act, "-", c->on.at[i], "memo");
		c->changes++;
	}
	for (size_t i = 0; i < t->on.n; i++) {
		if (is_in(&c->on, t->on.at[i]))
			continue;
		if (qda_act_coder(c->act, &coder, e) < 0 ||
		    memo_target(&target, c->act->db, t->on.at[i], e) < 0 ||
		    memo_put_on(c->act, c->id, &target, coder, e) < 0)
			return -1;
		qda_act_row(c->act, "+", t->on.at[i], "memo");
		c->changes++;
	}
	return 0;
}

static int
change_memo(struct change *c, const struct memo_text *t, const char *kind,
    char date[11], struct qda_err *e)
{
	struct qda_memo	 m, was;
	struct db_rows	*walk;
	const char	*title = t->value[TITLE];
	char		*same_title, *same_date;
	int		 rc = qda_memo_get(&walk, c->act->db, c->id, &was, e);

	if (rc <= 0)
		return rc < 0 ? -1 : memo_none(c->id, e);
	m = was;
	same_title = qda_strdup(was.title);
	same_date = qda_strdup(was.date);
	m.kind = kind != NULL ? kind : qda_memo_kind(was.kind);
	m.date = t->value[DATE] != NULL ? date : same_date;
	m.title = title == NULL ? same_title : *title == '\0' ? NULL : title;
	m.text = t->text;
	qda_memo_end(walk);
	rc = qda_memo_set(c->act->db, &m, e);
	if (rc > 0) {
		qda_act_row(c->act, "~", m.kind, m.title);
		c->changes++;
	}
	free(same_title);
	free(same_date);
	return rc < 0 ? -1 : 0;
}

static int
done(struct change *c, struct qda_err *e)
{
	units_gone(c->act, c->units);
	if (c->changes > 0)
		return qda_act_done(c->act, e, _("memo %" PRId64 " edited"),
		    c->id);
	qda_change_abandon(c->act->db);
	qda_act_say(c->act, _("memo %" PRId64 " is as it was"), c->id);
	return 0;
}

/* The memo, and whether the text was made from it as it is. */
static int
begin(struct change *c, const char *text, struct qda_err *e)
{
	char	*action = NULL, *now = NULL;
	int	 rc = -1;

	if (qda_act_begin(c->act, false, e) < 0 ||
	    content(&now, c->act->db, c->id, e) < 0 ||
	    qda_memo_on(&c->on, c->act->db, c->id, e) < 0 ||
	    qda_memo_links(&c->links, &c->n_links, c->act->db, c->id, e) < 0)
		goto out;
	action = action_of(c->id);
	rc = edit_head_check(text, action, now, e);
out:
	free(action);
	free(now);
	return rc;
}

int
qda_do_memo_edit_apply(struct qda_act *act, const char *number,
    const char *text, struct qda_marks *marks, struct qda_err *e)
{
	struct change		 c = { .act = act };
	struct memo_text	 t = { .marks = marks };
	const char		*kind = NULL;
	char			 date[11] = "";
	int			 rc = -1;

	if (memo_read_id(&c.id, number, e) < 0 || begin(&c, text, e) < 0)
		goto out;
	read_memo(&t, text);
	check_values(&t, &kind, date);
	check_on(&t, act->db, &c.on);
	if (marks->n == 0 && change_memo(&c, &t, kind, date, e) == 0 &&
	    change_on(&c, &t, e) == 0)
		rc = done(&c, e);
out:
	memo_text_free(&t);
	qda_strings_free(&c.on);
	free(c.links);
	return rc;
}

int
qda_do_memo_new_apply(struct qda_act *act, const char *text,
    struct qda_marks *marks, struct qda_err *e)
{
	static const struct qda_strings	 none = { 0 };
	struct memo_text		 t = { .marks = marks };
	struct qda_memo_new		 want = { 0 };
	char				 date[11] = "";
	int				 rc = -1;

	if (edit_head_check(text, "memo add", "", e) == 0) {
		read_memo(&t, text);
		check_values(&t, &want.kind, date);
		check_on(&t, act->db, &none);
	} else
		goto out;
	want.title = t.value[TITLE];
	want.date = t.value[DATE] != NULL ? date : NULL;
	want.text = t.text;
	want.on = (const char *const *)t.on.at;
	want.n_on = t.on.n;
	if (marks->n == 0)
		rc = qda_do_memo_add(act, &want, e);
out:
	memo_text_free(&t);
	return rc;
}
