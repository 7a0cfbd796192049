/* sheet_load.c: a sheet that was filled in comes home. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/source.h"
#include "qda/text.h"
#include "verbs/plain.h"
#include "verbs/sheet_load.h"

static const struct qda_column	columns[] = {
	{ "where", QDA_CELL_TEXT },
	{ "finding", QDA_CELL_TEXT },
	{ "address", QDA_CELL_TEXT },
	{ "code", QDA_CELL_TEXT },
	{ "text", QDA_CELL_TEXT },
};

static const struct qda_strings	nothing;

int
sheet_tell(struct sheet_loading *l, const struct sheet_row *row,
    const char *finding, const struct qda_place *place, const char *code,
    const char *text, struct qda_err *e)
{
	char	*address = NULL;

	if (place != NULL && sheet_address(l->placer, place, &address, e) < 0)
		return -1;
	qda_table_text(l->table, row->where);
	qda_table_text(l->table, finding);
	qda_table_some(l->table, address);
	qda_table_some(l->table, code);
	qda_table_text(l->table, text);
	free(address);
	return 0;
}

/* ---- what went out of a cell --------------------------------------------- */

static int
tell_removed(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_place *place, const char *code, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*address, *command;
	int		 rc;

	if (sheet_address(l->placer, place, &address, e) < 0)
		return -1;
	fputs("qda tag -r ", qda_mem_open(&m));
	qda_text_shell(m.f, code);
	fputc(' ', m.f);
	qda_text_shell(m.f, address);
	command = qda_mem_text(&m);
	rc = sheet_tell(l, row, "removed", place, code, command, e);
	free(command);
	free(address);
	return rc;
}

/* Nothing is taken off that a cell does not hold any more: it is listed. */
static int
compare(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_place *place, const struct qda_strings *codes,
    struct qda_err *e)
{
	struct sheet_has	 has = { .unit = 0 };
	int			 rc = sheet_has_read(&has, l, place, e);

	for (size_t i = 0; i < has.codes.n && rc == 0; i++)
		if (!sheet_among(codes, has.codes.at[i]))
			rc = tell_removed(l, row, place, has.codes.at[i], e);
	if (rc == 0 && has.unit != 0 && row->label[0] == '\0' &&
	    has.label[0] != '\0')
		rc = sheet_tell(l, row, "emptied", place, NULL, has.label, e);
	for (size_t i = 0; i < has.memos.n && rc == 0; i++)
		if (row->memo[0] == '\0')
			rc = sheet_tell(l, row, "emptied", place, NULL,
			    has.memos.at[i], e);
	sheet_has_free(&has);
	return rc;
}

/* ---- one row ------------------------------------------------------------- */

/* What a row says, once it is found. */
struct saying {
	const struct sheet_row	*row;
	struct sheet_found	 found;
	struct qda_strings	 codes;		/* of its cell */
	struct qda_strings	 passed;	/* of these for its passages */
	bool			 on_passages;	/* they, its label and memo are
						   for what is marked */
};

static bool
says_something(const struct saying *s)
{
	return s->codes.n > 0 || s->row->label[0] != '\0' ||
	    s->row->memo[0] != '\0' || s->row->n_marks > 0;
}

/*
 * Words in bold or highlighted are what the row's properties are about: those
 * that the row itself does not carry already.
 */
static int
share_out(struct sheet_loading *l, struct saying *s, struct qda_err *e)
{
	struct sheet_has	 has = { .unit = 0 };
	bool			 looks = false;
	int			 rc;

	for (size_t i = 0; i < s->row->n_marks; i++)
		looks |= s->row->marks[i].look &&
		    s->row->marks[i].codes.n == 0;
	if (!looks)
		return 0;
	rc = sheet_has_read(&has, l, &s->found.place, e);
	for (size_t i = 0; i < s->codes.n && rc == 0; i++)
		if (!sheet_among(&has.codes, s->codes.at[i]))
			qda_strings_add(&s->passed, s->codes.at[i]);
	s->on_passages = has.unit == 0 && s->passed.n > 0;
	sheet_has_free(&has);
	return rc;
}

static int
put_row(struct sheet_loading *l, struct saying *s, struct qda_err *e)
{
	struct sheet_put	 put = { s->row, s->found.place, &nothing,
				    &nothing, s->row->label, s->row->memo };
	struct qda_strings	 own = { NULL, 0, 0 };
	int			 rc = 0;

	if (s->on_passages)
		return 0;
	for (size_t i = 0; i < s->codes.n; i++)
		if (!sheet_among(&s->passed, s->codes.at[i]))
			qda_strings_add(&own, s->codes.at[i]);
	put.codes = &own;
	if (own.n > 0 || put.label[0] != '\0' || put.memo[0] != '\0')
		rc = sheet_put(l, &put, e);
	qda_strings_free(&own);
	return rc;
}

/* The codes a passage gets: its comment's, the row's, those of the command. */
static const struct qda_strings *
codes_of(const struct saying *s, const struct sheet_mark *m,
    const struct qda_strings *given)
{
	if (m->codes.n > 0)
		return &m->codes;
	if (s->passed.n > 0 && m->look)
		return &s->passed;
	return s->codes.n == 0 && (m->look || m->memos.n == 0) ? given :
	    &nothing;
}

static int
put_mark(struct sheet_loading *l, struct saying *s,
    const struct sheet_mark *m, const struct qda_strings *given,
    struct qda_err *e)
{
	bool			 all = s->on_passages && m->look;
	struct sheet_put	 put = { s->row, s->found.place,
				    codes_of(s, m, given), &m->memos,
				    all ? s->row->label : "",
				    all ? s->row->memo : "" };
	int			 rc;

	rc = sheet_place_mark(l->placer, s->row, m, &s->found, &put.place, e);
	if (rc < 0)
		return -1;
	if (rc == 0)
		put.place = s->found.place;
	if (put.codes->n > 0 || m->memos.n > 0) {
		rc = sheet_put(l, &put, e);
		for (size_t i = 0; rc == 0 && i < m->parents.n; i++)
			if (m->parents.at[i][0] != '\0')
				rc = sheet_put_into(l, s->row, &put.place,
				    m->codes.at[i], m->parents.at[i], e);
		return rc;
	}
	if (s->codes.n > 0)
		return 0;		/* the row's own, as it was */
	l->left++;
	return sheet_tell(l, s->row, "marked", &put.place, NULL, NULL, e);
}

static int
put_marks(struct sheet_loading *l, struct saying *s, struct qda_err *e)
{
	struct qda_strings	 given = { NULL, 0, 0 };
	int			 rc = 0;

	for (size_t i = 0; i < l->want->n_codes; i++)
		qda_strings_add(&given, l->want->codes[i]);
	for (size_t i = 0; i < s->row->n_marks && rc == 0; i++)
		rc = put_mark(l, s, &s->row->marks[i], &given, e);
	qda_strings_free(&given);
	return rc;
}

/* A row that was not found, or not surely, is kept here with its words. */
static int
tell_place(struct sheet_loading *l, const struct saying *s,
    struct qda_err *e)
{
	char	*text;
	int	 rc;

	l->hows[s->found.how]++;
	switch (s->found.how) {
	case SHEET_EXACT:
	case SHEET_FOLDED:
		return 0;
	case SHEET_FUZZY:
		text = qda_sprintf("%.2f: %s", s->found.likeness,
		    s->row->words);
		rc = sheet_tell(l, s->row, "fuzzy", &s->found.place,
		    s->row->codes, text, e);
		free(text);
		return rc;
	default:
		l->left++;
		return sheet_tell(l, s->row, s->found.how == SHEET_AMBIGUOUS ?
		    "ambiguous" : "missing", NULL, s->row->codes,
		    s->row->words, e);
	}
}

static int
put_found(struct sheet_loading *l, struct saying *s, struct qda_err *e)
{
	if (share_out(l, s, e) < 0 || put_row(l, s, e) < 0 ||
	    put_marks(l, s, e) < 0 ||
	    sheet_group(l, s->row, &s->codes, &s->found.place, e) < 0)
		return -1;
	return s->found.kept ? compare(l, s->row, &s->found.place, &s->codes,
	    e) : 0;
}

/* An empty row: only what it lost is looked at, where it has an address. */
static int
load_empty(struct sheet_loading *l, struct saying *s, struct qda_err *e)
{
	if (s->row->category[0] != '\0')
		return sheet_group(l, s->row, &s->codes, NULL, e);
	if (s->row->address[0] == '\0')
		return 0;
	if (sheet_place(l->placer, s->row, &s->found, e) < 0)
		return -1;
	return s->found.kept ? compare(l, s->row, &s->found.place, &s->codes,
	    e) : 0;
}

static int
load_row(struct sheet_loading *l, const struct sheet_row *row,
    struct qda_err *e)
{
	struct saying	 s = { .row = row };
	int		 rc = 0;

	if (row->coder[0] != '\0' && !plain_same(row->coder,
	    l->act->coder_name)) {
		l->others++;
		return 0;
	}
	sheet_list_read(&s.codes, row->codes);
	for (size_t i = 0; i < row->strays.n && rc == 0; i++)
		rc = sheet_tell(l, row, "comment", NULL, NULL,
		    row->strays.at[i], e);
	if (rc == 0 && !says_something(&s))
		rc = load_empty(l, &s, e);
	else if (rc == 0 && (rc = sheet_place(l->placer, row, &s.found,
	    e)) == 0 && (rc = tell_place(l, &s, e)) == 0 &&
	    s.found.how <= SHEET_FUZZY)
		rc = put_found(l, &s, e);
	qda_strings_free(&s.codes);
	qda_strings_free(&s.passed);
	return rc < 0 ? -1 : 0;
}

/* ---- the whole ----------------------------------------------------------- */

static int
load_rows(struct sheet_loading *l, struct qda_err *e)
{
	int64_t	 id;
	int	 rc = 0;

	if (l->want->source != NULL &&
	    qda_source_need(l->act->db, l->want->source, &id, e) < 0)
		return -1;
	if (qda_act_begin(l->act, false, e) < 0 ||
	    qda_act_coder(l->act, &l->coder, e) < 0)
		return -1;
	l->placer = sheet_placer_new(l->act->db, l->want->source);
	l->table = qda_act_table(l->act, columns,
	    sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < l->file->n && rc == 0; i++)
		if ((rc = load_row(l, &l->file->rows[i], e)) < 0)
			qda_fail_in(e, _("'%s', %s"), l->file->name,
			    l->file->rows[i].where);
	qda_table_close(l->table);
	sheet_placer_free(l->placer);
	return rc;
}

static void
say_rows(const struct sheet_loading *l)
{
	const size_t	*n = l->hows;

	qda_act_say(l->act, _("%s: rows filled in: %zu; found exactly: %zu, "
	    "but for spelling: %zu, nearly: %zu; in several places: %zu, "
	    "nowhere: %zu"), l->file->name, n[SHEET_EXACT] + n[SHEET_FOLDED] +
	    n[SHEET_FUZZY] + n[SHEET_AMBIGUOUS] + n[SHEET_MISSING],
	    n[SHEET_EXACT], n[SHEET_FOLDED], n[SHEET_FUZZY],
	    n[SHEET_AMBIGUOUS], n[SHEET_MISSING]);
	if (l->others > 0)
		qda_act_say(l->act, ngettext("%s: %zu row of another coder is "
		    "left (-c NAME)", "%s: %zu rows of other coders are left "
		    "(-c NAME)", l->others), l->file->name, l->others);
}

static int
done(struct sheet_loading *l, struct qda_err *e)
{
	say_rows(l);
	if (l->tagged + l->labels + l->memos + l->made + l->grouped == 0) {
		qda_change_abandon(l->act->db);
		qda_act_say(l->act, _("%s: nothing new"), l->file->name);
	} else if (qda_act_done(l->act, e, _("'%s': codings: %zu, labels: "
	    "%zu, memos: %zu; new codes: %zu, put into categories: %zu"),
	    l->file->name, l->tagged, l->labels, l->memos, l->made,
	    l->grouped) < 0)
		return -1;
	return l->left > 0;
}

int
qda_do_sheet_load(struct qda_act *act, const struct qda_sheet_file *file,
    const struct qda_sheet_load *want, struct qda_err *e)
{
	struct sheet_loading	 l = { .act = act, .file = file,
				    .want = want };

	return load_rows(&l, e) < 0 ? -1 : done(&l, e);
}
