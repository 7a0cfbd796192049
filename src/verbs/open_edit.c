/* open_edit.c: a source with one coder's units, as a text. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/assignment.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/unit.h"
#include "qda/verbs.h"
#include "verbs/edit.h"
#include "verbs/open_edit.h"

enum { WORDS = 60, WORDS_END = 20 };	/* characters that are told */

/* ---- what the project has --------------------------------------------- */

char *
open_words(struct open_text *t, int64_t start, int64_t end)
{
	size_t			 from = qda_cursor_byte(&t->cursor, start);
	struct qda_cursor	 c = t->cursor;	/* the other stays there */
	size_t			 to, cut, on;
	char			*words;

	if (end - start <= WORDS) {
		to = qda_cursor_byte(&c, end);
		words = qda_strndup(t->text + from, to - from);
	} else {
		cut = qda_cursor_byte(&c, start + WORDS - WORDS_END);
		on = qda_cursor_byte(&c, end - WORDS_END);
		to = qda_cursor_byte(&c, end);
		words = qda_sprintf("%.*s … %.*s", (int)(cut - from),
		    t->text + from, (int)(to - on), t->text + on);
	}
	for (char *p = words; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return words;
}

struct qda_markup
open_text_markup(const struct open_text *t)
{
	return (struct qda_markup){ t->text, t->size, t->parts, t->n_parts };
}

/* A coding of others, in a comment; one more code goes to the last. */
static void
add_note(struct open_text *t, const struct qda_unit_row *row, bool more)
{
	const char		*name = row->code != QDA_NONE ? row->by_name :
				    row->coder_name;
	struct qda_markup_note	*note;
	char			*words, *text;
	int			 stance;

	if (row->code == QDA_NONE && row->label == NULL)
		return;
	if (!more) {
		t->notes = qda_grow(t->notes, &t->cap_notes, t->n_notes,
		    sizeof(*t->notes));
		words = open_words(t, row->start, row->end);
		note = &t->notes[t->n_notes++];
		note->end = row->end;
		note->text = qda_sprintf(_("%s: '%s'"), name, words);
		if (row->label != NULL) {
			text = qda_sprintf("%s = \"%s\"", note->text,
			    row->label);
			free(note->text);
			note->text = text;
		}
		free(words);
	}
	if (row->code == QDA_NONE)
		return;
	note = &t->notes[t->n_notes - 1];
	stance = qda_stance_named(row->stance);
	text = qda_sprintf("%s%s%s%s%s%s", note->text, more ||
	    row->label != NULL ? "; " : " = ", row->code_name, stance > 0 ?
	    " [" : "", stance > 0 ? _(row->stance) : "", stance > 0 ? "]" : "");
	free(note->text);
	note->text = text;
}

/* A unit of the coder's, or one code more on the last. */
static void
add_unit(struct open_text *t, const struct qda_unit_row *row)
{
	struct qda_markup_unit	*u;
	struct open_unit	*o;
	int			 stance;

	if (t->units.n == 0 || t->at[t->units.n - 1].id != row->id) {
		u = qda_markup_unit(&t->units, row->start, row->end);
		u->label = qda_strdup(row->label);
		t->at = qda_grow(t->at, &t->cap, t->units.n - 1,
		    sizeof(*t->at));
		t->at[t->units.n - 1] = (struct open_unit){ .id = row->id,
		    .start = row->start, .end = row->end };
	}
	if (row->code == QDA_NONE || row->by != t->coder)
		return;
	u = &t->units.at[t->units.n - 1];
	o = &t->at[t->units.n - 1];
	stance = qda_stance_named(row->stance);
	qda_markup_code(u, row->code_name, stance < 0 ? QDA_ILLUSTRATES :
	    (enum qda_stance)stance);
	o->codes = qda_grow(o->codes, &o->cap_codes, o->n_codes,
	    sizeof(*o->codes));
	o->codes[o->n_codes++] = row->code;
}

static int
read_units(struct open_text *t, struct qda_db *db, struct qda_err *e)
{
	struct qda_unit_row	 row;
	struct db_rows		*walk;
	int64_t			 unit = QDA_NONE, by = QDA_NONE;
	bool			 mine;
	int			 more;

	if (qda_unit_rows(&walk, db, t->source, t->revision, e) < 0)
		return -1;
	while ((more = qda_unit_rows_next(walk, &row, e)) > 0) {
		mine = row.coder == t->coder;
		if (!row.text) {
			if (row.code != QDA_NONE && row.by == t->coder)
				qda_strings_add(&t->whole, row.code_name);
			continue;
		}
		if (mine)
			add_unit(t, &row);
		if (mine && (row.code == QDA_NONE || row.by == t->coder))
			continue;
		if (!t->blind)
			add_note(t, &row, unit == row.id && by == row.by);
		unit = row.id;
		by = row.by;
	}
	return more;
}

/* The coder's memos on the coder's units. */
static int
read_memos(struct open_text *t, struct qda_db *db, struct qda_err *e)
{
	struct qda_unit_memo_row	 row;
	struct open_unit		*o;
	struct db_rows			*walk;
	size_t				 i = 0;
	int				 more;

	if (qda_unit_memo_list(&walk, db, t->source, t->revision, e) < 0)
		return -1;
	while ((more = qda_unit_memo_next(walk, &row, e)) > 0) {
		if (row.coder != t->coder || row.owner != t->coder)
			continue;
		for (size_t k = i; k < t->units.n; k++)
			if (t->at[k].id == row.unit) {
				i = k;
				break;
			}
		if (i >= t->units.n || t->at[i].id != row.unit)
			continue;		/* on the whole source */
		o = &t->at[i];
		qda_strings_add(&t->units.at[i].memos, row.text);
		o->memos = qda_grow(o->memos, &o->cap_memos, o->n_memos,
		    sizeof(*o->memos));
		o->memos[o->n_memos++] = row.id;
	}
	return more;
}

/* What the text can change, in short. */
static void
sign(struct open_text *t)
{
	struct qda_mem	 m;
	char		*all;

	fprintf(qda_mem_open(&m), "%" PRId64 "\n", t->revision);
	for (size_t i = 0; i < t->units.n; i++) {
		const struct qda_markup_unit	*u = &t->units.at[i];
		const struct open_unit		*o = &t->at[i];

		fprintf(m.f, "%" PRId64 " %" PRId64 "-%" PRId64 " %s\n",
		    o->id, o->start, o->end, u->label ? u->label : "");
		for (size_t k = 0; k < u->n_codes; k++)
			fprintf(m.f, "= %s %d\n", u->codes[k].name,
			    (int)u->codes[k].stance);
		for (size_t k = 0; k < u->memos.n; k++)
			fprintf(m.f, "~ %" PRId64 " %s\n", o->memos[k],
			    u->memos.at[k]);
	}
	all = qda_mem_text(&m);
	qda_fingerprint(t->sign, all);
	free(all);
}

static int
by_end(const void *a, const void *b)
{
	const struct qda_markup_note	*p = a, *q = b;

	return p->end < q->end ? -1 : p->end > q->end;
}

/* Source, coder, and whether that coder is to see what others did. */
static int
read_who(struct open_text *t, struct qda_db *db, const char *source,
    const char *coder, struct qda_err *e)
{
	struct qda_source	 s;
	int			 known, blind;

	if (qda_source_need(db, source, &t->source, e) < 0 ||
	    qda_source_get(db, t->source, &s, e) < 0)
		return -1;
	t->name = (char *)(uintptr_t)s.name;
	t->revision = s.revision;
	known = qda_coder_find(db, coder, &t->coder, e);
	if (known < 0)
		return -1;
	if (known == 0) {
		t->coder = QDA_NONE;
		return qda_text_name(&t->coder_name, coder, _("coder"), e);
	}
	blind = qda_assignment_blind(db, t->coder, t->source, e);
	t->blind = blind > 0;
	return blind < 0 ? -1 : qda_coder_name(db, t->coder, &t->coder_name, e);
}

int
open_text_read(struct open_text *t, struct qda_db *db, const char *source,
    const char *coder, struct qda_err *e)
{
	memset(t, 0, sizeof(*t));
	if (read_who(t, db, source, coder, e) < 0 ||
	    qda_source_text(db, t->source, t->revision, &t->text, &t->size,
	    e) < 0)
		return -1;
	qda_cursor_begin(&t->cursor, t->text, t->size);
	if (open_parts_read(t, db, e) < 0 || read_units(t, db, e) < 0 ||
	    read_memos(t, db, e) < 0)
		return -1;
	if (t->n_notes > 0)
		qsort(t->notes, t->n_notes, sizeof(*t->notes), by_end);
	sign(t);
	return 0;
}

void
open_text_free(struct open_text *t)
{
	for (size_t i = 0; i < t->units.n; i++) {
		free(t->at[i].codes);
		free(t->at[i].memos);
	}
	for (size_t i = 0; i < t->n_notes; i++)
		free(t->notes[i].text);
	qda_markup_free(&t->units);
	qda_strings_free(&t->heads);
	qda_strings_free(&t->whole);
	free(t->name);
	free(t->text);
	free(t->parts);
	free(t->coder_name);
	free(t->at);
	free(t->notes);
	memset(t, 0, sizeof(*t));
}

/* ---- the text --------------------------------------------------------- */

static void
put_head(FILE *f, const struct open_text *t, int64_t change)
{
	char	*line;
	size_t	 hidden = 0;

	fprintf(f, "%% qda edit %s, revision %" PRId64 ", change %" PRId64
	    ", coder %s\n%% sign %s\n", t->name, t->revision, change,
	    t->coder_name, t->sign);
	edit_comment(f, _("Under a sentence: = CODE; OTHER CODE    = \"label\""
	    "; CODE [nuance]    ~ MEMO\n"
	    "On some of its words: {=CODE}these words{/}\n"
	    "or {1}these words{/1}, and =1 CODE and ~1 MEMO on lines below.\n"
	    "The words stay as they are; lines with \"%\" are not read; "
	    "'qda help edit' says more."));
	for (size_t i = 0; i < t->whole.n; i++) {
		line = qda_sprintf(_("on the whole source: %s"),
		    t->whole.at[i]);
		edit_comment(f, line);
		free(line);
	}
	for (size_t i = 0; i < t->units.n; i++)
		hidden += t->units.at[i].start == t->units.at[i].end;
	if (hidden == 0)
		return;
	line = qda_sprintf(ngettext("%zu unit is not shown, it lies where "
	    "nothing is said; 'qda show' has it", "%zu units are not shown, "
	    "they lie where nothing is said; 'qda show' has them", hidden),
	    hidden);
	edit_comment(f, line);
	free(line);
}

int
qda_do_edit_text(struct qda_act *act, const char *source, FILE *f,
    struct qda_err *e)
{
	struct open_text	 t = { 0 };
	struct qda_markup	 m;
	struct qda_mem		 out;
	char			*coder = qda_strdup(act->coder), *text;
	int64_t			 change = 0;
	int			 rc = -1;

	if ((coder == NULL && qda_coder_logged(act->db, &coder, e) < 0) ||
	    qda_change_last(act->db, &change, e) < 0 ||
	    open_text_read(&t, act->db, source, coder, e) < 0)
		goto out;
	m = open_text_markup(&t);
	qda_markup_write(qda_mem_open(&out), &m, &t.units, t.notes,
	    t.n_notes);
	text = qda_mem_text(&out);
	put_head(f, &t, change);
	fputs(text, f);
	free(text);
	rc = 0;
out:
	free(coder);
	open_text_free(&t);
	return rc;
}
