/* participant_document.c: table 1 of a manuscript: who was interviewed. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/table.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/document.h"
#include "verbs/participant.h"
#include "verbs/typography.h"

enum { LANDSCAPE = 5, N_OUTCOMES = 6 };
enum { NARROW = 6, WIDE = 16 };	/* characters of a column */

/* The keys of outcomes, and how a document names them. */
static const struct outcome {
	const char	*key, *words;
} outcomes[N_OUTCOMES] = {
	{ "included", N_("included") },
	{ "refused", N_("refused") },
	{ "no-reply", N_("no reply") },
	{ "no-date", N_("no date found") },
	{ "excluded", N_("excluded") },
	{ "withdrew", N_("withdrew") },
};

struct table {
	struct qda_act			*act;
	const struct qda_attributes	*list;
	struct qda_doc			*doc;
	size_t				 of[N_OUTCOMES];
	struct qda_strings		 rows;	/* what attributes say */
};

char *
participant_words(const struct qda_attribute *a, const char *value)
{
	char	 buf[48];

	switch (a->type) {
	case QDA_TYPE_NUMBER:
		return qda_strdup(qda_number_words(buf, strtod(value, NULL),
		    6));
	case QDA_TYPE_DATE:
		return qda_strdup(qda_date_words(buf, value));
	case QDA_TYPE_DURATION:
		return qda_strdup(qda_duration_words(buf, strtoll(value, NULL,
		    10)));
	case QDA_TYPE_YESNO:
		return qda_strdup(strcmp(value, "yes") == 0 ? _("yes") :
		    _("no"));
	case QDA_TYPE_ORDERED:
	case QDA_TYPE_TEXT:
		break;
	}
	return qda_strdup(value);
}

/* The cells of the attributes; keeps what they say together. */
static int
put_attributes(struct table *t, int64_t id, struct qda_err *e)
{
	struct qda_mem	 said;
	char		*value, *words, *printed;
	int		 rc = 0;

	qda_mem_open(&said);
	for (size_t i = 0; i < t->list->n && rc == 0; i++) {
		rc = qda_attribute_value(&value, &t->list->at[i], t->act->db,
		    id, e);
		words = value == NULL ? NULL :
		    participant_words(&t->list->at[i], value);
		printed = words == NULL ? NULL : typography(words);
		qda_doc_cell_text(t->doc, QDA_DOC_PLAIN, printed);
		free(printed);
		fprintf(said.f, "%s\x1f", words == NULL ? "" : words);
		free(words);
		free(value);
	}
	qda_strings_take(&t->rows, qda_mem_text(&said));
	return rc;
}

static int
put_row(struct table *t, const struct qda_participant *p, struct qda_err *e)
{
	char	 buf[40];

	for (size_t i = 0; i < N_OUTCOMES; i++)
		t->of[i] += strcmp(outcomes[i].key, p->outcome) == 0;
	if (strcmp(p->outcome, outcomes[0].key) != 0)
		return 0;
	qda_doc_row(t->doc, QDA_DOC_ROW);
	qda_doc_cell_text(t->doc, QDA_DOC_BOLD, p->name);
	if (put_attributes(t, p->id, e) < 0)
		return -1;
	qda_doc_cell_text(t->doc, QDA_DOC_PLAIN, p->duration == QDA_NONE ?
	    NULL : qda_duration_words(buf, p->duration));
	return 0;
}

/* As many as the longest word of a text has. */
static int
longest_word(const char *s)
{
	int64_t	 most = 0, n;

	for (size_t word; *s != '\0'; s += word) {
		word = strcspn(s, " ");
		n = qda_text_length(s, word);
		most = n > most ? n : most;
		word += s[word] == ' ';
	}
	return most > WIDE ? WIDE : (int)most;
}

static int
at_most(int64_t n)
{
	return n < NARROW ? NARROW : n > WIDE ? WIDE : (int)n;
}

/* A column is as wide as what is said in it, and as a word of its heading. */
static int
measure(int *share, struct qda_act *act, const struct qda_attribute *a,
    struct qda_err *e)
{
	struct qda_participant	 p;
	struct db_rows		*walk;
	char			*value = NULL, *words;
	int			 more, wide;

	*share = at_most(longest_word(a->name) + 1);
	if (qda_participant_list(&walk, act->db, "[]", e) < 0)
		return -1;
	while ((more = qda_participant_next(walk, &p, e)) > 0) {
		if (qda_attribute_value(&value, a, act->db, p.id, e) < 0) {
			qda_participant_end(walk);
			return -1;
		}
		if (value == NULL)
			continue;
		words = participant_words(a, value);
		wide = at_most(qda_text_length(words, strlen(words)));
		*share = wide > *share ? wide : *share;
		free(words);
		free(value);
	}
	return more;
}

static int
put_rows(struct table *t, struct qda_err *e)
{
	size_t			 n = t->list->n + 2;
	struct qda_doc_column	*columns = qda_alloc(n, sizeof(*columns));
	struct qda_participant	 p;
	struct db_rows		*walk;
	int			 more;

	columns[0] = (struct qda_doc_column){ _("participant"), 11, false };
	for (size_t i = 0; i < t->list->n; i++) {
		columns[i + 1] = (struct qda_doc_column){
		    t->list->at[i].name, NARROW, false };
		if (measure(&columns[i + 1].share, t->act, &t->list->at[i],
		    e) < 0) {
			free(columns);
			return -1;
		}
	}
	columns[n - 1] = (struct qda_doc_column){ _("duration"), 11, true };
	more = qda_participant_list(&walk, t->act->db, "[]", e);
	qda_doc_table(t->doc, columns, n);
	if (more == 0)
		while ((more = qda_participant_next(walk, &p, e)) > 0)
			if (put_row(t, &p, e) < 0) {
				qda_participant_end(walk);
				more = -1;
				break;
			}
	qda_doc_table_end(t->doc);
	free(columns);
	return more;
}

/* Who was not included: said when somebody was logged, else nothing. */
static void
put_others(struct table *t)
{
	size_t		 all = 0;
	struct qda_mem	 m;
	char		*others, *sentence;

	qda_mem_open(&m);
	for (size_t i = 0; i < N_OUTCOMES; i++) {
		all += t->of[i];
		if (i > 0 && t->of[i] > 0)
			fprintf(m.f, "%s%s (%zu)", ftell(m.f) > 0 ? ", " : "",
			    _(outcomes[i].words), t->of[i]);
	}
	others = qda_mem_text(&m);
	if (all > t->of[0]) {
		sentence = qda_sprintf(_("Approached: %zu; included: %zu; "
		    "others: %s."), all, t->of[0], others);
		qda_doc_line(t->doc, QDA_DOC_TEXT, sentence);
		free(sentence);
	}
	free(others);
}

static int
by_words(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* How many say together what nobody else does. */
static size_t
count_alone(const struct qda_strings *rows)
{
	size_t	 alone = 0;

	if (rows->n > 0)
		qsort(rows->at, rows->n, sizeof(*rows->at), by_words);
	for (size_t i = 0; i < rows->n; i++)
		alone += (i == 0 || strcmp(rows->at[i - 1], rows->at[i])) &&
		    (i + 1 == rows->n || strcmp(rows->at[i], rows->at[i + 1]));
	return alone;
}

static void
warn(const struct table *t)
{
	size_t	 alone = t->list->n > 0 ? count_alone(&t->rows) : 0;

	if (alone > 0)
		qda_act_say(t->act, ngettext("%zu of %zu participants is the "
		    "only one of whom the columns together say this, and may "
		    "be known by it; --columns shows fewer",
		    "%zu of %zu participants are each the only one of whom "
		    "the columns together say this, and may be known by it; "
		    "--columns shows fewer", alone), alone, t->rows.n);
}

int
participant_document(struct qda_act *act, const struct qda_attributes *list,
    struct qda_err *e)
{
	struct table	 t = { .act = act, .list = list };
	struct document	 d;
	int		 rc;

	if (document_begin(&d, act, N_("Participants"), list->n > LANDSCAPE,
	    e) < 0)
		return -1;
	t.doc = d.doc;
	rc = put_rows(&t, e);
	if (rc == 0)
		put_others(&t);
	if (document_end(&d, e) < 0)
		rc = -1;
	if (rc == 0)
		warn(&t);
	qda_strings_free(&t.rows);
	return rc;
}
