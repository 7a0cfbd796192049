/* sheet_put.c: what a row of a sheet says, onto its words. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/memo.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/when.h"
#include "verbs/plain.h"
#include "verbs/sheet.h"
#include "verbs/sheet_load.h"

/* ---- what is there ------------------------------------------------------- */

static void
split(struct qda_strings *list, const char *joined)
{
	size_t	 n;

	for (; *joined != '\0'; joined += n + (joined[n] == '\x1f')) {
		n = strcspn(joined, "\x1f");
		qda_strings_take(list, qda_strndup(joined, n));
	}
}

int
sheet_has_read(struct sheet_has *h, struct sheet_loading *l,
    const struct qda_place *place, struct qda_err *e)
{
	struct qda_db	*db = l->act->db;
	struct db_rows	*walk;
	struct qda_unit	 u;
	int		 rc;

	rc = qda_unit_find(db, place, l->coder, &h->unit, e);
	if (rc <= 0) {
		h->unit = 0;
		h->label = qda_strdup("");
		return rc;
	}
	if ((rc = qda_unit_get(&walk, db, h->unit, &u, e)) <= 0)
		return rc;
	h->label = qda_strdup(u.label == NULL ? "" : u.label);
	h->categories = sheet_categories_text(u.categories);
	split(&h->codes, u.codes);
	split(&h->memos, u.memos);
	qda_unit_stop(walk);
	return 0;
}

void
sheet_has_free(struct sheet_has *h)
{
	qda_strings_free(&h->codes);
	qda_strings_free(&h->memos);
	free(h->label);
	free(h->categories);
	memset(h, 0, sizeof(*h));
}

bool
sheet_among(const struct qda_strings *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++)
		if (qda_text_distance(names->at[i], name) == 0)
			return true;
	return false;
}

/* ---- codes --------------------------------------------------------------- */

/*
 * The code of that name, made when missing: 1; 0 when it cannot be one, which
 * is told.
 */
static int
need_code(struct sheet_loading *l, const struct sheet_put *put,
    const char *name, int64_t *id, struct qda_err *e)
{
	struct qda_err	 why = { QDA_OK, "" };
	struct qda_db	*db = l->act->db;
	bool		 made = false;
	int		 rc = qda_code_find(db, name, id, &why);

	if (rc == 0 && l->want->known)
		rc = qda_code_need(db, name, id, &why);
	else if (rc == 0 && (rc = qda_code_no_address(db, name, &why)) == 0)
		rc = qda_code_make(db, name, "coding", put->place.source,
		    l->coder, id, &made, &why);
	l->made += made;
	if (rc >= 0)
		return 1;
	if (why.why != QDA_DATA && why.why != QDA_USAGE) {
		*e = why;
		return -1;
	}
	l->left++;
	return sheet_tell(l, put->row, "refused", &put->place, name, why.msg,
	    e);
}

static int
put_code(struct sheet_loading *l, const struct sheet_put *put, int64_t unit,
    const char *name, struct qda_err *e)
{
	int64_t	 code;
	int	 rc = need_code(l, put, name, &code, e);

	if (rc <= 0)
		return rc;
	rc = qda_coding_add(l->act->db, unit, put->place.source, code,
	    l->coder, "illustrates", e);
	if (rc <= 0)
		return rc;
	l->tagged++;
	return !l->act->dry_run ? 0 : sheet_tell(l, put->row, "tagged",
	    &put->place, name, NULL, e);
}

/* ---- label and memo ------------------------------------------------------ */

static int
put_label(struct sheet_loading *l, const struct sheet_put *put,
    const struct sheet_has *has, int64_t unit, struct qda_err *e)
{
	if (put->label[0] == '\0' || plain_same(put->label, has->label))
		return 0;
	if (qda_unit_label(l->act->db, unit, put->label, e) < 0)
		return -1;
	l->labels++;
	return !l->act->dry_run && has->label[0] == '\0' ? 0 :
	    sheet_tell(l, put->row, "label", &put->place, has->label,
	    put->label, e);
}

static int
put_memo(struct sheet_loading *l, const struct sheet_put *put, int64_t unit,
    const char *text, struct qda_err *e)
{
	if (qda_unit_memo(l->act->db, unit, text, l->coder, e) < 0)
		return -1;
	l->memos++;
	return !l->act->dry_run ? 0 : sheet_tell(l, put->row, "memo",
	    &put->place, NULL, text, e);
}

/* The one memo there was says something else now. */
static int
change_memo(struct sheet_loading *l, const struct sheet_put *put, int64_t id,
    const char *text, struct qda_err *e)
{
	struct qda_memo	 m;
	struct db_rows	*walk;
	char		*kind = NULL, *date = NULL, *title = NULL, *was = NULL;
	int		 rc = qda_memo_get(&walk, l->act->db, id, &m, e);

	if (rc <= 0)
		return rc;
	kind = qda_strdup(m.kind);
	date = qda_strdup(m.date);
	title = qda_strdup(m.title);
	was = qda_strdup(m.text);
	qda_memo_end(walk);
	m = (struct qda_memo){ .id = id, .kind = kind, .date = date,
	    .title = title, .text = text };
	rc = qda_memo_set(l->act->db, &m, e);
	if (rc > 0) {
		l->memos++;
		rc = sheet_tell(l, put->row, "memo", &put->place, was, text,
		    e);
	}
	free(kind);
	free(date);
	free(title);
	free(was);
	return rc < 0 ? -1 : 0;
}

/* Takes a text off a cell that begins with it, or is it; else false. */
static bool
take_off(char *cell, const char *text)
{
	char	*at = *text == '\0' ? NULL : strstr(cell, text);
	size_t	 n = strlen(text), from;

	if (at == NULL)
		return false;
	memmove(at, at + n, strlen(at + n) + 1);
	from = strspn(cell, " \n\t\r");
	memmove(cell, cell + from, strlen(cell + from) + 1);
	for (n = strlen(cell); n > 0 && strchr(" \n\t\r", cell[n - 1]); n--)
		cell[n - 1] = '\0';
	return true;
}

/* Whether the cell is as a sheet shows these memos. */
static bool
is_shown(const struct sheet_has *has, const char *cell)
{
	struct qda_mem	 m;
	char		*all;
	bool		 is;

	qda_mem_open(&m);
	for (size_t i = 0; i < has->memos.n; i++)
		fprintf(m.f, "%s ", has->memos.at[i]);
	all = qda_mem_text(&m);
	is = plain_same(all, cell);
	free(all);
	return is;
}

/* What the cell says beside the memos that are there. */
static int
put_cell_memo(struct sheet_loading *l, const struct sheet_put *put,
    const struct sheet_has *has, int64_t unit, struct qda_err *e)
{
	char	*rest = qda_strdup(put->memo);
	size_t	 kept = 0;
	int64_t	 id;
	int	 rc = 0;

	if (is_shown(has, rest))
		goto out;
	for (size_t i = 0; i < has->memos.n; i++)
		if (plain_same(rest, has->memos.at[i])) {
			*rest = '\0';
			kept++;
		} else
			kept += take_off(rest, has->memos.at[i]);
	if (*rest == '\0')
		goto out;
	if (has->memos.n == 1 && kept == 0)
		rc = qda_unit_only_memo(l->act->db, unit, &id, e);
	if (rc > 0)
		rc = change_memo(l, put, id, rest, e);
	else if (rc == 0)
		rc = put_memo(l, put, unit, rest, e);
out:
	free(rest);
	return rc;
}

/* ---- all of it ----------------------------------------------------------- */

/* Whether any of it is not there yet. */
static bool
is_new(const struct sheet_put *put, const struct sheet_has *has)
{
	if (has->unit == 0 || put->label[0] != '\0' || put->memo[0] != '\0')
		return true;
	for (size_t i = 0; i < put->codes->n; i++)
		if (!sheet_among(&has->codes, put->codes->at[i]))
			return true;
	for (size_t i = 0; i < put->memos->n; i++)
		if (!sheet_among(&has->memos, put->memos->at[i]))
			return true;
	return false;
}

static int
need_unit(struct sheet_loading *l, const struct sheet_put *put,
    const struct sheet_has *has, int64_t *unit, struct qda_err *e)
{
	char	*words;
	int	 rc;

	*unit = has->unit;
	if (*unit != 0)
		return 0;
	if (sheet_words(l->placer, &put->place, &words, e) < 0)
		return -1;
	rc = qda_unit_add(l->act->db, &put->place, l->coder, words, "import",
	    1, unit, e);
	free(words);
	return rc;
}

static int
put_all(struct sheet_loading *l, const struct sheet_put *put,
    const struct sheet_has *has, struct qda_err *e)
{
	int64_t	 unit;

	if (need_unit(l, put, has, &unit, e) < 0)
		return -1;
	for (size_t i = 0; i < put->codes->n; i++)
		if (!sheet_among(&has->codes, put->codes->at[i]) &&
		    put_code(l, put, unit, put->codes->at[i], e) < 0)
			return -1;
	for (size_t i = 0; i < put->memos->n; i++)
		if (!sheet_among(&has->memos, put->memos->at[i]) &&
		    put_memo(l, put, unit, put->memos->at[i], e) < 0)
			return -1;
	if (put_label(l, put, has, unit, e) < 0 ||
	    put_cell_memo(l, put, has, unit, e) < 0)
		return -1;
	/* nothing but codes that were refused */
	return has->unit != 0 ? 0 :
	    qda_unit_drop_empty(l->act->db, unit, e) < 0 ? -1 : 0;
}

int
sheet_put(struct sheet_loading *l, const struct sheet_put *put,
    struct qda_err *e)
{
	struct sheet_has	 has = { .unit = 0 };
	int			 rc = sheet_has_read(&has, l, &put->place, e);

	if (rc == 0 && is_new(put, &has))
		rc = put_all(l, put, &has, e);
	sheet_has_free(&has);
	return rc;
}
