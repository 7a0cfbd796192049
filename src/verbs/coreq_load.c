/* coreq_load.c: a grid that was corrected in Word or Excel comes home. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/coreq.h"
#include "verbs/coreq_sheet.h"
#include "verbs/plain.h"

enum {
	LANGS = 2,
	FORMS = 2 * LANGS,	/* of a mark: its spaces may be others */
	MARKS = 2 * FORMS,	/* to review, then to be judged */
};

struct load {
	struct qda_act			*act;
	struct coreq_grid		 grids[LANGS];	/* ours, the other */
	struct coreq_sheet		 sheet;
	const struct coreq_sheet_row	**rows;	/* of each item, or NULL */
	char				*marks[MARKS];
	struct qda_table		*table;
	struct qda_mem			 reviewed;	/* " 3 12" */
	size_t				 n_reviewed, written, emptied, marked,
					 missing;
};

static const struct qda_column	columns[] = {
	{ "item", QDA_CELL_NUMBER },
	{ "finding", QDA_CELL_TEXT },
	{ "what", QDA_CELL_TEXT },
	{ "project", QDA_CELL_TEXT },
	{ "file", QDA_CELL_TEXT },
};

static void
put(struct load *l, size_t item, const char *finding, const char *what,
    const char *project, const char *file)
{
	qda_table_int(l->table, l->grids[0].rows[item].item->number);
	qda_table_text(l->table, finding);
	qda_table_text(l->table, what);
	qda_table_text(l->table, project);
	qda_table_text(l->table, file);
}

/* ---- texts ------------------------------------------------------------- */

static void
trim(char *s)
{
	size_t	 n = strlen(s), from = strspn(s, " \n\t");

	while (n > from && strchr(" \n\t", s[n - 1]) != NULL)
		n--;
	memmove(s, s + from, n - from);
	s[n - from] = '\0';
}

/* Takes a part off a text wherever it stands; whether it was there. */
static bool
take_off(char *text, const char *part)
{
	size_t	 n = part == NULL ? 0 : strlen(part);
	char	*at;
	bool	 found = false;

	while (n > 0 && (at = strstr(text, part)) != NULL) {
		memmove(at, at + n, strlen(at + n) + 1);
		found = true;
	}
	if (found)
		trim(text);
	return found;
}

/* ---- what we printed, off the cell -------------------------------------- */

/* What the project shows of an item to judge, in either language and print. */
static bool
take_evidence(const struct load *l, size_t item, char *text)
{
	const char	*evidence, *before;
	char		*spaced;
	bool		 found = false;

	for (size_t i = 0; i < LANGS; i++) {
		evidence = l->grids[i].rows[item].said.evidence;
		before = coreq_speak(l->grids[i].lang);
		spaced = evidence == NULL ? NULL :
		    coreq_printed(evidence);
		found |= take_off(text, evidence);
		found |= take_off(text, spaced);
		free(spaced);
		coreq_speak(before);
	}
	return found;
}

/*
 * Behind a mark stands evidence.  Unclear: other words stand there than the
 * project's of today, those of another day or a person's.
 */
static void
take_judged(const struct load *l, size_t item, char *text, bool *unclear)
{
	char	*at = NULL;
	bool	 behind;

	for (size_t i = FORMS; i < MARKS && at == NULL; i++)
		if ((at = strstr(text, l->marks[i])) != NULL)
			at += strlen(l->marks[i]);
	if (at == NULL)
		return;
	behind = at[strspn(at, " \n\t")] != '\0';
	*unclear = behind && !take_evidence(l, item, text);
	for (size_t i = FORMS; i < MARKS; i++)
		take_off(text, l->marks[i]);
}

/* The words of a person in the cell of an answer; the caller's. */
static char *
words_of(const struct load *l, size_t item, bool *marked, bool *unclear)
{
	char		*text = qda_strdup(l->rows[item]->answer), *spaced;
	const char	*before;

	*marked = *unclear = false;
	for (size_t i = 0; i < FORMS; i++)
		*marked |= take_off(text, l->marks[i]);
	take_judged(l, item, text, unclear);
	for (size_t i = 0; i < LANGS; i++) {
		before = coreq_speak(l->grids[i].lang);
		spaced = coreq_spaced(qda_strdup(
		    _("Not recorded in the project.")));
		take_off(text, _("Not recorded in the project."));
		take_off(text, spaced);
		free(spaced);
		coreq_speak(before);
	}
	trim(text);
	return text;
}

/* ---- comparing ---------------------------------------------------------- */

/* Whether a text is what the project has, printed in one of its ways. */
static bool
is_printed(const char *text, const char *answer)
{
	char	*spaced = coreq_printed(answer);
	bool	 equal = plain_same(text, answer) || plain_same(text, spaced);

	free(spaced);
	return equal;
}

/* The same of the answer as it was before its place was known. */
static int
is_placeless(struct load *l, const struct coreq_grid *g, size_t item,
    const char *text, bool *equal, struct qda_err *e)
{
	struct coreq_shared	 shared = { 0 };
	struct coreq		 c = { l->act->db, g->counted, g->names,
				    g->n_names, NULL, &shared };
	struct coreq_said	 said;

	if (coreq_say(&c, g->rows[item].item, &said, e) < 0)
		return -1;
	*equal = said.answer != NULL && is_printed(text, said.answer);
	coreq_said_free(&said);
	return 0;
}

static int
is_known(struct load *l, size_t item, const char *text, bool *known,
    struct qda_err *e)
{
	const struct coreq_row	*row;
	const char		*answer, *before;
	int			 rc = 0;

	*known = false;
	for (size_t i = 0; rc == 0 && i < LANGS && !*known; i++) {
		row = &l->grids[i].rows[item];
		answer = coreq_row_answer(row);
		before = coreq_speak(l->grids[i].lang);
		if (answer != NULL)
			*known = is_printed(text, answer);
		if (!*known && row->answer.place != NULL &&
		    row->answer.text == NULL)
			rc = is_placeless(l, &l->grids[i], item, text, known,
			    e);
		coreq_speak(before);
	}
	return rc;
}

/* Whether numbers in it are not the project's: words of another day. */
static bool
contradicts(const struct load *l, size_t item, const char *text)
{
	struct coreq_parts	 p;
	char			*found;

	coreq_parts_begin(&p, "; ");
	coreq_contradictions(text, &l->grids[0].rows[item].said, &p);
	found = coreq_parts_end(&p);
	free(found);
	return found != NULL;
}

/* ---- one item ----------------------------------------------------------- */

/* What the project shows where a person's answer is missing; lent. */
static const char *
shown(const struct coreq_row *row)
{
	return row->status == COREQ_JUDGE ? row->said.evidence :
	    coreq_row_answer(row);
}

static int
write_answer(struct load *l, size_t item, const char *text,
    struct qda_err *e)
{
	const struct coreq_row	*row = &l->grids[0].rows[item];

	put(l, item, "written", "answer", shown(row), text);
	l->written++;
	return coreq_keep(l->act, &l->grids[0], row, text, false, e);
}

/* The same words without the mark: said, and left to 'accept'. */
static void
review(struct load *l, size_t item, bool marked, const char *text)
{
	const struct coreq_row	*row = &l->grids[0].rows[item];

	if (marked || coreq_row_mark(row) == NULL)
		return;
	put(l, item, "reviewed", "answer", shown(row), text);
	if (row->status == COREQ_JUDGE)
		return;
	fprintf(l->reviewed.f, " %d", row->item->number);
	l->n_reviewed++;
}

static int
load_answer(struct load *l, size_t item, struct qda_err *e)
{
	const struct coreq_row	*row = &l->grids[0].rows[item];
	bool			 marked, unclear, known = false;
	char			*text = words_of(l, item, &marked, &unclear);
	int			 rc = 0;

	if (unclear || (marked && *text != '\0' &&
	    contradicts(l, item, text))) {
		rc = is_known(l, item, text, &known, e);
		if (rc == 0 && !known) {
			put(l, item, "marked", "answer", shown(row), text);
			l->marked++;
		}
	} else if (*text == '\0') {
		if (row->status != COREQ_JUDGE &&
		    coreq_row_answer(row) != NULL) {
			put(l, item, "emptied", "answer", shown(row), NULL);
			l->emptied++;
		}
	} else if ((rc = is_known(l, item, text, &known, e)) == 0) {
		if (known)
			review(l, item, marked, text);
		else
			rc = write_answer(l, item, text, e);
	}
	free(text);
	return rc;
}

static int
load_place(struct load *l, size_t item, struct qda_err *e)
{
	const struct coreq_row	*row = &l->grids[0].rows[item];
	const char		*file = l->rows[item]->place;
	const char		*has = row->answer.place;
	int64_t			 coder;

	if (file == NULL || plain_same(file, has == NULL ? "" : has))
		return 0;
	if (*file == '\0') {
		put(l, item, "emptied", "location", has, NULL);
		l->emptied++;
		return 0;
	}
	put(l, item, "written", "location", has, file);
	l->written++;
	return qda_act_coder(l->act, &coder, e) < 0 ? -1 :
	    qda_answer_set_place(l->act->db, l->grids[0].list.name,
	    row->item->number, file, coder, e);
}

static int
load_items(struct load *l, struct qda_err *e)
{
	for (size_t i = 0; i < l->grids[0].list.nitems; i++)
		if (l->rows[i] == NULL) {
			put(l, i, "missing", "item",
			    shown(&l->grids[0].rows[i]), NULL);
			l->missing++;
		} else if (load_answer(l, i, e) < 0 ||
		    load_place(l, i, e) < 0)
			return -1;
	return 0;
}

/* ---- which row is which item -------------------------------------------- */

/* A row without a number is one of the headings when it says nothing. */
static bool
is_heading(const struct coreq_sheet_row *row)
{
	return strspn(row->number, "0123456789.) ") != strlen(row->number) &&
	    (*row->answer == '\0' || strcmp(row->answer, row->number) == 0) &&
	    (row->place == NULL || *row->place == '\0');
}

static int
take_row(struct load *l, const struct coreq_sheet_row *row,
    struct qda_err *e)
{
	const struct coreq_grid	*g = &l->grids[0];
	char			*number = qda_strdup(row->number);
	const struct coreq_row	*found;
	size_t			 at;

	number[strcspn(number, ".)")] = '\0';		/* "12." */
	trim(number);
	found = coreq_grid_item(g, number, e);
	free(number);
	if (found == NULL) {
		e->why = QDA_DATA;
		return -1;
	}
	at = (size_t)(found - g->rows);
	if (l->rows[at] != NULL)
		return qda_fail(e, QDA_DATA, _("item %d is in %s already"),
		    found->item->number, l->rows[at]->where);
	l->rows[at] = row;
	return 0;
}

static int
match(struct load *l, const char *path, struct qda_err *e)
{
	l->rows = qda_alloc(l->grids[0].list.nitems + 1, sizeof(*l->rows));
	for (size_t i = 0; i < l->sheet.n; i++) {
		const struct coreq_sheet_row	*row = &l->sheet.rows[i];

		if (is_heading(row))
			continue;
		if (take_row(l, row, e) < 0)
			return qda_fail_in(e, _("'%s', %s"), path,
			    row->where);
	}
	return 0;
}

/* ---- the whole ----------------------------------------------------------- */

/* Both languages: the file may be in either. */
static int
read_grids(struct load *l, const char *checklist, struct qda_err *e)
{
	struct qda_act	 other = *l->act;
	const char	*before;

	if (coreq_grid_read(&l->grids[0], l->act, checklist, true, e) < 0)
		return -1;
	other.lang = strcmp(l->grids[0].lang, "fr") == 0 ? "en" : "fr";
	if (coreq_grid_read(&l->grids[1], &other, checklist, true, e) < 0)
		return -1;
	for (size_t i = 0; i < LANGS; i++) {
		before = coreq_speak(l->grids[i].lang);
		l->marks[2 * i] = qda_strdup(_("[to review]"));
		l->marks[2 * i + 1] = plain_text(_("[to review]"));
		l->marks[FORMS + 2 * i] = qda_strdup(_("[to be judged]"));
		l->marks[FORMS + 2 * i + 1] = plain_text(_("[to be judged]"));
		coreq_speak(before);
	}
	return 0;
}

/* What was seen and not done, each with the command that does it. */
static void
say(struct load *l, const char *checklist)
{
	const char	*option = checklist == NULL ? "" : " --checklist ";
	char		*items = qda_mem_text(&l->reviewed);

	if (l->n_reviewed > 0)
		qda_act_say(l->act, ngettext("%zu answer has lost its mark "
		    "and kept its words: 'qda coreq accept%s%s%s' accepts it",
		    "%zu answers have lost their marks and kept their words: "
		    "'qda coreq accept%s%s%s' accepts them", l->n_reviewed),
		    l->n_reviewed, option, checklist == NULL ? "" : checklist,
		    items);
	if (l->marked > 0)
		qda_act_say(l->act, ngettext("%zu answer is marked, and not "
		    "what the project says today: left as it is",
		    "%zu answers are marked, and not what the project says "
		    "today: left as they are", l->marked), l->marked);
	if (l->emptied > 0)
		qda_act_say(l->act, ngettext("%zu cell is empty in the file: "
		    "left as it is ('qda coreq set N \"\"' takes an answer "
		    "off)", "%zu cells are empty in the file: left as they "
		    "are ('qda coreq set N \"\"' takes an answer off)",
		    l->emptied), l->emptied);
	if (l->missing > 0)
		qda_act_say(l->act, ngettext("%zu item is not in the file",
		    "%zu items are not in the file", l->missing), l->missing);
	free(items);
}

static int
done(struct load *l, const char *checklist, struct qda_err *e)
{
	qda_table_close(l->table);
	say(l, checklist);
	return l->written == 0 ? qda_act_done(l->act, e,
	    _("the file has no other answers than the project")) :
	    qda_act_done(l->act, e, ngettext("%zu answer or location written",
	    "%zu answers or locations written", l->written), l->written);
}

static void
load_free(struct load *l)
{
	for (size_t i = 0; i < LANGS; i++)
		coreq_grid_free(&l->grids[i]);
	for (size_t i = 0; i < MARKS; i++)
		free(l->marks[i]);
	coreq_sheet_free(&l->sheet);
	free(l->rows);
}

int
qda_do_coreq_load(struct qda_act *act, const char *checklist,
    const char *path, struct qda_err *e)
{
	struct load	 l = { .act = act };
	int		 rc = -1;

	if (coreq_sheet_read(&l.sheet, path, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    read_grids(&l, checklist, e) < 0 || match(&l, path, e) < 0)
		goto out;
	qda_mem_open(&l.reviewed);
	l.table = qda_act_table(act, columns,
	    sizeof(columns) / sizeof(*columns));
	if (load_items(&l, e) == 0)
		rc = done(&l, checklist, e);
	else {
		qda_table_close(l.table);
		free(qda_mem_text(&l.reviewed));
	}
out:
	load_free(&l);
	return rc;
}
