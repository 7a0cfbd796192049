/* sheet.c: a source as a table to be coded in Word, LibreOffice or Excel. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/document.h"
#include "verbs/sheet.h"

enum {
	COLUMNS = 8,
	LONGEST = 15000,	/* characters of a cell: Excel has 32,767 */
};

static const struct qda_column	keys[COLUMNS] = {
	{ "address", QDA_CELL_TEXT }, { "turn", QDA_CELL_NUMBER },
	{ "speaker", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
	{ "label", QDA_CELL_TEXT }, { "code", QDA_CELL_TEXT },
	{ "category", QDA_CELL_TEXT }, { "memo", QDA_CELL_TEXT },
};

/* The same for people: what headers.c knows, in both languages. */
static const struct qda_doc_column	titles[COLUMNS] = {
	{ N_("Ref."), 6, false }, { N_("Turn"), 4, false },
	{ N_("Speaker"), 7, false }, { N_("Verbatim"), 24, false },
	{ N_("Label"), 10, false }, { N_("Property"), 11, false },
	{ N_("Category"), 9, false }, { N_("Memo"), 10, false },
};

/* ---- cells --------------------------------------------------------------- */

/* The words of a row; of very many, those at both ends.  Caller frees. */
static char *
words_of(struct qda_cursor *c, const struct sheet_line *l)
{
	int64_t	 half = LONGEST / 2;
	size_t	 from = qda_cursor_byte(c, l->start), a, b, to;

	if (l->end - l->start <= LONGEST) {
		to = qda_cursor_byte(c, l->end);
		return qda_strndup(c->s + from, to - from);
	}
	a = qda_cursor_byte(c, l->start + half);
	b = qda_cursor_byte(c, l->end - half);
	to = qda_cursor_byte(c, l->end);
	return qda_sprintf("%.*s […] %.*s", (int)(a - from), c->s + from,
	    (int)(to - b), c->s + b);
}

static const char *
who(const struct sheet_line *l)
{
	return l->turn == NULL || l->turn->who == NULL ? "" : l->turn->who;
}

/* "12", "12 ↳" of what stands in another row too; caller frees. */
static char *
turn_of(const struct sheet_line *l)
{
	int64_t	 seq = l->turn == NULL ? 0 : l->turn->seq;
	char	*number = seq == 0 ? qda_strdup("") :
		    qda_sprintf("%" PRId64, seq), *turn;

	turn = qda_sprintf("%s%s%s", number, l->again && seq > 0 ? " " : "",
	    l->again ? "↳" : "");
	free(number);
	return turn;
}

/* The cells of a row, to be given to each of the outputs. */
struct cells {
	char		*address, *turn, *words;
	const char	*rest[4];
};

static void
cells_make(struct cells *cells, const struct sheet *s, struct qda_cursor *c,
    const struct sheet_line *l)
{
	const struct sheet_unit	*u = l->unit;

	cells->address = qda_address_text(s->name, l->start, l->end,
	    s->revision);
	cells->turn = turn_of(l);
	cells->words = words_of(c, l);
	cells->rest[0] = u == NULL ? "" : u->label;
	cells->rest[1] = u == NULL ? "" : u->codes;
	cells->rest[2] = u == NULL ? "" : u->categories;
	cells->rest[3] = u == NULL ? "" : u->memos;
}

static void
cells_free(struct cells *cells)
{
	free(cells->address);
	free(cells->turn);
	free(cells->words);
}

/* ---- data ---------------------------------------------------------------- */

static void
put_row(struct qda_table *t, const struct cells *cells,
    const struct sheet_line *l, bool person)
{
	qda_table_text(t, cells->address);
	if (person)
		qda_table_text(t, cells->turn);
	else
		qda_table_int(t, l->turn == NULL || l->turn->seq == 0 ?
		    QDA_NONE : l->turn->seq);
	qda_table_text(t, who(l));
	qda_table_text(t, cells->words);
	for (int i = 0; i < 4; i++)
		qda_table_text(t, cells->rest[i]);
}

/* csv is for a person with a spreadsheet: in the study's language. */
static void
put_table(const struct sheet *s, struct qda_act *act)
{
	bool			 person = act->as == QDA_AS_CSV;
	struct qda_column	 columns[COLUMNS];
	struct qda_cursor	 c;
	struct qda_table	*t;
	struct cells		 cells;

	memcpy(columns, keys, sizeof(columns));
	for (int i = 0; person && i < COLUMNS; i++)
		columns[i] = (struct qda_column){ _(titles[i].title),
		    QDA_CELL_TEXT };
	qda_cursor_begin(&c, s->text, s->size);
	t = qda_act_table(act, columns, COLUMNS);
	for (size_t i = 0; i < s->n; i++) {
		cells_make(&cells, s, &c, &s->lines[i]);
		put_row(t, &cells, &s->lines[i], person);
		cells_free(&cells);
	}
	qda_table_close(t);
}

/* ---- documents ----------------------------------------------------------- */

static void
put_cells(struct qda_doc *d, const struct cells *cells,
    const struct sheet_line *l)
{
	bool	 asks = l->turn != NULL && l->turn->asks;

	qda_doc_row(d, asks ? QDA_DOC_ROW_SHADED : QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_SMALL, cells->address);
	qda_doc_cell_text(d, QDA_DOC_SMALL, cells->turn);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, who(l));
	qda_doc_cell_text(d, QDA_DOC_PLAIN, cells->words);
	for (int i = 0; i < 4; i++)
		qda_doc_cell_text(d, QDA_DOC_PLAIN, cells->rest[i]);
}

/* What to do with it, for who opens it in a month. */
static void
put_note(struct qda_doc *d, const char *coder)
{
	char	*line;

	qda_doc_block(d, QDA_DOC_TEXT, 0);
	line = qda_sprintf(_("Coder: %s."), coder);
	qda_doc_text(d, QDA_DOC_PLAIN, line);
	free(line);
	qda_doc_text(d, QDA_DOC_PLAIN, _(" Beside each verbatim: its label, "
	    "its properties (a line each, or “;” between), their category, a "
	    "memo. A part of a verbatim is coded by making it bold, by "
	    "highlighting it, or by a comment that names the property. Grey "
	    "rows are the interviewer’s. Then: qda tag --from FILE."));
}

static int
put_document(struct document *doc, const struct sheet *s,
    struct qda_act *act, const char *coder, struct qda_err *e)
{
	struct qda_doc_column	 columns[COLUMNS];
	struct qda_cursor	 c;
	struct cells		 cells;

	memcpy(columns, titles, sizeof(columns));
	for (int i = 0; i < COLUMNS; i++)
		columns[i].title = _(titles[i].title);
	document_start(doc, act, s->name, true);
	put_note(doc->doc, coder);
	qda_doc_table(doc->doc, columns, COLUMNS);
	qda_cursor_begin(&c, s->text, s->size);
	for (size_t i = 0; i < s->n; i++) {
		cells_make(&cells, s, &c, &s->lines[i]);
		put_cells(doc->doc, &cells, &s->lines[i]);
		cells_free(&cells);
	}
	qda_doc_table_end(doc->doc);
	return document_end(doc, e);
}

/* ---- the verb ------------------------------------------------------------ */

/* Whose units are shown: those of who would be acting. */
static int
whose(struct qda_act *act, int64_t *coder, char **name, struct qda_err *e)
{
	int	 rc = 0;

	*coder = QDA_NONE;
	*name = qda_strdup(act->coder);
	if (*name == NULL)
		rc = qda_coder_logged(act->db, name, e);
	if (rc == 0 && (rc = qda_coder_find(act->db, *name, coder, e)) == 0) {
		*coder = QDA_NONE;
		qda_act_say(act, _("'%s' has coded nothing yet"), *name);
	}
	return rc < 0 ? -1 : 0;
}

static int
put_sheet(const struct sheet *s, struct qda_act *act, const char *coder,
    struct qda_err *e)
{
	struct document	 doc;

	if (document_open(&doc, act, e) < 0)
		return -1;
	if (act->document != NULL)
		return put_document(&doc, s, act, coder, e);
	put_table(s, act);
	qda_lang_use(NULL);
	free(doc.study);
	return 0;
}

int
qda_do_sheet(struct qda_act *act, const char *source, struct qda_err *e)
{
	struct sheet	 s = { .name = NULL };
	char		*name = NULL;
	int64_t		 id, coder;
	int		 rc = -1;

	if (qda_source_need(act->db, source, &id, e) < 0 ||
	    whose(act, &coder, &name, e) < 0 ||
	    sheet_make(&s, act->db, id, coder, e) < 0 ||
	    put_sheet(&s, act, name, e) < 0)
		goto out;
	rc = 0;
	if (s.n == 0)
		qda_act_say(act, _("'%s' holds no words"), s.name);
out:
	sheet_free(&s);
	free(name);
	return rc;
}
