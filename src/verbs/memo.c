/* memo.c: memos listed, shown, added, deleted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/clean.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/record.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/memo.h"
#include "verbs/unit_at.h"

enum { BEGINNING = 60 };	/* characters of a text for its title */

static int
read_kind(const char **kind, const char *word, struct qda_err *e)
{
	if (word == NULL || (*kind = qda_memo_kind(word)) != NULL)
		return 0;
	return qda_fail(e, QDA_USAGE, _("--kind %s: kinds of memos are %s"),
	    word, qda_memo_kind(NULL));
}

static int
by_id(const void *a, const void *b)
{
	const int64_t	*p = a, *q = b;

	return (*p > *q) - (*p < *q);
}

/* The ids of memos on one of the things. */
static int
choose(struct memo_choice *c, struct qda_act *act,
    const struct qda_memo_filter *want, struct qda_err *e)
{
	struct memo_target	 t;
	int64_t			*ids;
	size_t			 n, cap = 0;
	int			 rc;

	for (size_t i = 0; i < want->n_on; i++) {
		if (memo_target(&t, act->db, want->on[i], e) < 0)
			return -1;
		rc = t.is_place ? qda_memo_about_place(&ids, &n, act->db,
		    &t.place, e) : qda_memo_about(&ids, &n, act->db, t.noun,
		    t.id, e);
		for (size_t k = 0; rc == 0 && k < n; k++) {
			c->ids = qda_grow(c->ids, &cap, c->n,
			    sizeof(*c->ids));
			c->ids[c->n++] = ids[k];
		}
		free(ids);
		if (rc < 0)
			return -1;
	}
	if (c->n > 0)
		qsort(c->ids, c->n, sizeof(*c->ids), by_id);
	return 0;
}

int
memo_next(struct db_rows *walk, const struct memo_choice *c,
    struct qda_memo *m, struct qda_err *e)
{
	int	 more;

	while ((more = qda_memo_next(walk, m, e)) > 0) {
		if (c->kind != NULL && strcmp(c->kind, m->kind) != 0)
			continue;
		if (c->all || (c->n > 0 && bsearch(&m->id, c->ids, c->n,
		    sizeof(*c->ids), by_id) != NULL))
			return 1;
	}
	return more;
}

/* For people, a memo without a title shows how it begins. */
static void
put_title(struct qda_act *act, struct qda_table *t, const struct qda_memo *m)
{
	struct qda_cursor	 c;
	char			*beginning;

	if (m->title != NULL || act->as != QDA_AS_TABLE) {
		qda_table_text(t, m->title);
		return;
	}
	qda_cursor_begin(&c, m->text, strcspn(m->text, "\n"));
	beginning = qda_sprintf("%.*s…", (int)qda_cursor_byte(&c, BEGINNING),
	    m->text);
	qda_table_text(t, c.byte < c.n || m->text[c.n] != '\0' ? beginning :
	    m->text);
	free(beginning);
}

static int
list_one(struct qda_act *act, struct qda_table *t, const struct qda_memo *m,
    struct qda_err *e)
{
	struct qda_strings	 on = { 0 };
	int			 rc = qda_memo_on(&on, act->db, m->id, e);

	if (rc == 0) {
		qda_table_int(t, m->id);
		qda_table_text(t, m->kind);
		qda_table_text(t, m->date);
		qda_table_text(t, m->coder);
		qda_table_list(t, (const char *const *)on.at, on.n);
		put_title(act, t, m);
	}
	qda_strings_free(&on);
	return rc;
}

static int
list(struct qda_act *act, const struct memo_choice *c, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "id", QDA_CELL_NUMBER },
		{ "kind", QDA_CELL_TEXT },
		{ "when", QDA_CELL_DATE },
		{ "coder", QDA_CELL_TEXT },
		{ "on", QDA_CELL_LIST },
		{ "title", QDA_CELL_TEXT },
	};
	struct qda_table	*t;
	struct db_rows		*walk;
	struct qda_memo		 m;
	int			 more;

	if (qda_memo_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	while ((more = memo_next(walk, c, &m, e)) > 0)
		if (list_one(act, t, &m, e) < 0) {
			qda_memo_end(walk);
			more = -1;
			break;
		}
	qda_table_close(t);
	return more;
}

int
qda_do_memo_list(struct qda_act *act, const struct qda_memo_filter *want,
    struct qda_err *e)
{
	struct memo_choice	 c = { .all = want->n_on == 0 };
	int			 rc = -1;

	if (read_kind(&c.kind, want->kind, e) == 0 &&
	    choose(&c, act, want, e) == 0)
		rc = act->document != NULL ? memo_document(act, &c, e) :
		    list(act, &c, e);
	free(c.ids);
	return rc;
}

int
memo_read_id(int64_t *id, const char *text, struct qda_err *e)
{
	size_t	 n = strspn(text, "0123456789");

	if (n == 0 || n > 18 || text[n] != '\0')
		return qda_fail(e, QDA_USAGE, _("'%s' is not the number of a "
		    "memo; 'qda memo list' has them in its first column"),
		    text);
	*id = strtoll(text, NULL, 10);
	return 0;
}

int
memo_none(int64_t id, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("there is no memo %" PRId64), id);
}

static void
show(struct qda_act *act, const struct qda_memo *m, const char *on)
{
	struct qda_record	*r = qda_record_open(act);

	qda_record_int(r, "id", m->id);
	qda_record_text(r, "kind", m->kind);
	qda_record_date(r, "when", m->date);
	qda_record_text(r, "coder", m->coder);
	qda_record_text(r, "on", on);
	qda_record_text(r, "title", m->title);
	qda_record_text(r, "text", m->text);
	qda_record_close(r);
}

int
qda_do_memo_show(struct qda_act *act, const char *text, struct qda_err *e)
{
	struct qda_strings	 on = { 0 };
	struct db_rows		*walk;
	struct qda_memo		 m;
	struct qda_mem		 joined;
	char			*list_of;
	int64_t			 id;
	int			 rc;

	if (memo_read_id(&id, text, e) < 0 ||
	    (rc = qda_memo_get(&walk, act->db, id, &m, e)) < 0)
		return -1;
	if (rc == 0)
		return memo_none(id, e);
	rc = qda_memo_on(&on, act->db, id, e);
	qda_mem_open(&joined);
	for (size_t i = 0; i < on.n; i++)
		fprintf(joined.f, "%s%s", i > 0 ? "; " : "", on.at[i]);
	list_of = qda_mem_text(&joined);
	if (rc == 0)
		show(act, &m, on.n > 0 ? list_of : NULL);
	qda_memo_end(walk);
	free(list_of);
	qda_strings_free(&on);
	return rc;
}

/* A memo as it is to be kept: what was given, checked. */
struct ready {
	struct qda_memo	 memo;
	char		 date[11];
	char		*title, *text;
};

/* A text as it is kept, line ends at its end left out; caller frees. */
static int
clean_text(char **text, const char *given, struct qda_err *e)
{
	struct qda_cleaned	 clean = { 0 };
	size_t			 n = strlen(given);
	size_t			 bad = qda_text_invalid(given, n);
	int			 rc;

	if (bad < n)
		return qda_fail(e, QDA_USAGE, _("byte %zu of the memo is not "
		    "UTF-8"), bad + 1);
	rc = qda_text_clean(&clean, given, n, "UTF-8", e);
	while (clean.size > 0 && strchr("\n\t ", clean.text[clean.size - 1]))
		clean.text[--clean.size] = '\0';
	if (rc == 0)
		*text = qda_strdup(clean.text);
	qda_cleaned_free(&clean);
	return rc;
}

/* A title is one line. */
static int
clean_title(char **title, const char *given, struct qda_err *e)
{
	if (given == NULL || *given == '\0')
		return 0;
	if (clean_text(title, given, e) < 0)
		return -1;
	for (char *p = *title; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return 0;
}

static int
prepare(struct ready *r, const struct qda_memo_new *want, struct qda_err *e)
{
	memset(r, 0, sizeof(*r));
	r->memo.kind = "memo";
	r->memo.date = r->date;
	qda_today(r->date);
	if (clean_text(&r->text, want->text, e) < 0 ||
	    clean_title(&r->title, want->title, e) < 0 ||
	    read_kind(&r->memo.kind, want->kind, e) < 0)
		return -1;
	if (*r->text == '\0')
		return qda_fail(e, QDA_USAGE, _("the memo is empty"));
	if (want->date != NULL && qda_date_read(r->date, want->date, e) < 0)
		return qda_fail_in(e, "--date");
	r->memo.text = r->text;
	r->memo.title = r->title;
	return 0;
}

static int
add(struct qda_act *act, const struct ready *r,
    const struct qda_memo_new *want, int64_t *id, struct qda_err *e)
{
	struct memo_target	 t;
	int64_t			 coder;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &coder, e) < 0 ||
	    qda_memo_add(act->db, &r->memo, coder, id, e) < 0)
		return -1;
	if (want->n_on == 0)
		qda_act_row(act, "+", r->memo.kind, r->memo.title);
	for (size_t i = 0; i < want->n_on; i++) {
		if (memo_target(&t, act->db, want->on[i], e) < 0 ||
		    memo_put_on(act, *id, &t, coder, e) < 0)
			return -1;
		qda_act_row(act, "+", want->on[i], r->memo.kind);
	}
	return 0;
}

static int
say_added(struct qda_act *act, int64_t id, const struct qda_memo_new *want,
    struct qda_err *e)
{
	struct qda_strings	 on = { 0 };
	struct qda_mem		 m;
	char			*list_of = NULL;
	int			 rc = -1;

	if (want->n_on == 0)
		return qda_act_done(act, e, _("memo %" PRId64 " added"), id);
	if (qda_memo_on(&on, act->db, id, e) == 0) {
		qda_mem_open(&m);
		for (size_t i = 0; i < on.n; i++)
			fprintf(m.f, "%s%s", i > 0 ? ", " : "", on.at[i]);
		list_of = qda_mem_text(&m);
		rc = qda_act_done(act, e, _("memo %" PRId64 " added on %s"),
		    id, list_of);
	}
	free(list_of);
	qda_strings_free(&on);
	return rc;
}

int
qda_do_memo_add(struct qda_act *act, const struct qda_memo_new *want,
    struct qda_err *e)
{
	struct ready	 r;
	int64_t		 id;
	int		 rc = -1;

	if (prepare(&r, want, e) == 0 && add(act, &r, want, &id, e) == 0)
		rc = say_added(act, id, want, e);
	free(r.title);
	free(r.text);
	return rc;
}

int
qda_do_memo_delete(struct qda_act *act, char *const *ids, size_t n,
    struct qda_err *e)
{
	int64_t	 id, units = 0;
	int	 rc;

	if (qda_act_begin(act, false, e) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (memo_read_id(&id, ids[i], e) < 0)
			return -1;
		rc = qda_memo_delete(act->db, id, &units, e);
		if (rc <= 0)
			return rc < 0 ? -1 : memo_none(id, e);
		qda_act_row(act, "-", ids[i], "memo");
	}
	units_gone(act, units);
	return n == 1 ? qda_act_done(act, e, _("memo %s deleted; 'qda undo' "
	    "brings it back"), ids[0]) : qda_act_done(act, e, ngettext("%zu "
	    "memo deleted; 'qda undo' brings it back", "%zu memos deleted; "
	    "'qda undo' brings them back", n), n);
}
