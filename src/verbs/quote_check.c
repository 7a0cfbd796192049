/* quote_check.c: a manuscript's quotations beside the sources. */
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/answer.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/quotation.h"
#include "qda/verbs.h"
#include "verbs/any_text.h"
#include "verbs/quote.h"
#include "verbs/quote_check.h"
#include "verbs/unit_at.h"

enum {
	FEW = 4,		/* words: fewer, unlabelled, are no quotation */
	MANY = 8,		/* so many are one, though nobody said them */
};

/* In data; never translated. */
static const char	*const verdicts[QUOTE_VERDICTS] = {
	"not-found", "altered", "wrongly-attributed", "unlabelled",
	"unclosed", "cut", "exact",
};

struct check {
	struct qda_act		*act;
	const char		*text;
	struct any_pages	 pages;
	struct qda_cursor	 cursor;	/* in the text, for pages */
	size_t			 page;		/* of the one at hand, or 0 */
	size_t			 first, last;	/* pages of those kept, or 0 */
	bool			 keep;
	struct quote_people	 people;
	struct quote_sources	 sources;
	struct qda_table	*t;
	int64_t			 coder;
	size_t			 count[QUOTE_VERDICTS];
	size_t			 skipped;	/* too short to be any */
	size_t			 kept;
	struct quote_found	*found;		/* for a document */
	size_t			 n, cap;
};

static enum quote_verdict
judge(const struct qda_cited *x, const struct quote_person *label,
    const struct quote_place *p)
{
	if (p->source == NULL)
		return QUOTE_NOT_FOUND;
	if (p->altered != NULL)
		return QUOTE_ALTERED;
	if (label != NULL && label->id != p->person)
		return QUOTE_WRONGLY;
	if (label == NULL)
		return QUOTE_UNLABELLED;
	if (x->unclosed)
		return QUOTE_UNCLOSED;
	return p->cut ? QUOTE_CUT : QUOTE_EXACT;
}

/* What else there is to say, beside the verdict. */
static char *
detail(const struct qda_cited *x, const struct quote_person *label,
    const struct quote_place *p, enum quote_verdict is)
{
	struct qda_mem	 m;
	char		*text;
	size_t		 n = 0;

	qda_mem_open(&m);
	if (p->altered != NULL && ++n > 0)
		fputs(p->altered, m.f);
	if (is == QUOTE_ALTERED && label != NULL && label->id != p->person)
		fprintf(m.f, "%s%s", n++ > 0 ? "; " : "",
		    verdicts[QUOTE_WRONGLY]);
	if (is < QUOTE_UNLABELLED && label == NULL)
		fprintf(m.f, "%s%s", n++ > 0 ? "; " : "",
		    verdicts[QUOTE_UNLABELLED]);
	if (is < QUOTE_UNCLOSED && x->unclosed)
		fprintf(m.f, "%s%s", n++ > 0 ? "; " : "",
		    verdicts[QUOTE_UNCLOSED]);
	text = qda_mem_text(&m);
	return text;
}

static void
put_row(struct check *c, const struct qda_cited *x,
    const struct quote_person *label, const struct quote_place *p,
    enum quote_verdict is, const char *words)
{
	char	*address = p->source == NULL ? NULL : qda_address_text(
		    p->source->name, p->start, p->end, p->source->revision);
	char	*more = detail(x, label, p, is);

	qda_table_int(c->t, (int64_t)x->line);
	qda_table_text(c->t, verdicts[is]);
	qda_table_some(c->t, label == NULL ? NULL : label->name);
	qda_table_some(c->t, p->who);
	qda_table_some(c->t, address);
	qda_table_some(c->t, *more == '\0' ? NULL : more);
	if (c->page > 0)
		qda_table_int(c->t, (int64_t)c->page);
	else
		qda_table_some(c->t, NULL);
	qda_table_text(c->t, words);
	free(address);
	free(more);
}

static void
put_found(struct check *c, const struct qda_cited *x,
    const struct quote_person *label, const struct quote_place *p,
    enum quote_verdict is, const char *words)
{
	const struct qda_voices	*v = p->source == NULL ? NULL :
				    &p->source->voices;
	size_t			 i = v == NULL ? 0 :
				    qda_voices_at(v, p->start);
	struct quote_found	*f;

	c->found = qda_grow(c->found, &c->cap, c->n, sizeof(*c->found));
	f = &c->found[c->n++];
	f->line = x->line;
	f->page = c->page;
	f->is = is;
	f->unclosed = x->unclosed;
	f->words = qda_strdup(words);
	f->label = label == NULL ? NULL : label->name;
	f->who = p->source == NULL ? NULL : p->who;
	f->altered = qda_strdup(p->altered);
	f->turn = v != NULL && i < v->n && v->turns[i].start < p->end ?
	    v->turns[i].seq : 0;
	f->source = p->source == NULL ? NULL : p->source->name;
}

/* A quotation that is right is one that was chosen. */
static int
keep_one(struct check *c, const struct qda_cited *x,
    const struct quote_place *p, const char *words, struct qda_err *e)
{
	struct qda_place	 place = { p->source->id, p->source->revision,
				    p->start, p->end, false };
	char			*line = c->page > 0 ?
				    qda_sprintf("p. %zu", c->page) :
				    qda_sprintf("l. %zu", x->line);
	int64_t			 unit, id;
	int			 rc;

	rc = unit_at(c->act, &place, c->coder, &unit, e);
	if (rc == 0)
		rc = qda_quotation_find(c->act->db, unit, NULL, &id, e);
	if (rc > 0)
		rc = qda_quotation_set_place(c->act->db, id, line, e);
	else if (rc == 0)
		rc = qda_quotation_add(c->act->db, unit, words, QDA_NONE,
		    line, c->coder, &id, e);
	free(line);
	c->kept++;
	if (c->first == 0)
		c->first = c->page;
	c->last = c->page;
	return rc;
}

/* Terms in quotation marks are no quotations: short, and nobody's. */
static bool
is_term(const struct quote_person *label, const struct quote_place *p,
    const char *words)
{
	int64_t	 n = qda_text_words(words, strlen(words));

	return label == NULL && (n < FEW || (n < MANY &&
	    (p->source == NULL || p->altered != NULL)));
}

/* The page that a quotation begins on; 0 where the manuscript has none. */
static size_t
page_of(struct check *c, const struct qda_cited *x)
{
	int64_t	 point = qda_cursor_point(&c->cursor, x->from);
	size_t	 n = 0;

	while (n < c->pages.n && c->pages.at[n] <= point)
		n++;
	return c->pages.n == 0 ? 0 : n + 1;
}

static int
check_one(struct check *c, const struct qda_cited *x, struct qda_err *e)
{
	const struct quote_person	*label = quote_label(&c->people,
					    c->text, x);
	char				*all = qda_strndup(c->text + x->from,
					    x->to - x->from);
	char				*words = quote_line(all);
	struct quote_place		 p;
	enum quote_verdict		 is;
	int				 rc = 0;

	c->page = page_of(c, x);
	quote_find(&c->sources, words, strlen(words),
	    label == NULL ? QDA_NONE : label->id, &p);
	if (is_term(label, &p, words))
		c->skipped++;
	else {
		is = judge(x, label, &p);
		c->count[is]++;
		(c->t != NULL ? put_row : put_found)(c, x, label, &p, is,
		    words);
		if (c->keep && (is == QUOTE_EXACT || is == QUOTE_CUT))
			rc = keep_one(c, x, &p, words, e);
	}
	free(p.altered);
	free(words);
	free(all);
	return rc;
}

/* The verdicts counted, as verdicts[] has them. */
static const char	*const counts[QUOTE_VERDICTS][2] = {
	[QUOTE_NOT_FOUND] = { NN_("%zu not-found", "%zu not-found") },
	[QUOTE_ALTERED] = { NN_("%zu altered", "%zu altered") },
	[QUOTE_WRONGLY] = { NN_("%zu wrongly-attributed",
	    "%zu wrongly-attributed") },
	[QUOTE_UNLABELLED] = { NN_("%zu unlabelled", "%zu unlabelled") },
	[QUOTE_UNCLOSED] = { NN_("%zu unclosed", "%zu unclosed") },
	[QUOTE_CUT] = { NN_("%zu cut", "%zu cut") },
	[QUOTE_EXACT] = { NN_("%zu exact", "%zu exact") },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
put_count(FILE *f, enum quote_verdict is, size_t n)
{
	fprintf(f, ngettext(counts[is][0], counts[is][1], n), n);
}
#pragma GCC diagnostic pop

/* "12 quotations: 9 exact, 2 cut, 1 altered" */
static void
say_counts(const struct check *c)
{
	struct qda_mem	 m;
	size_t		 all = 0;
	char		*list;

	qda_mem_open(&m);
	for (int i = QUOTE_VERDICTS; i-- > 0;) {
		if (c->count[i] == 0)
			continue;
		fputs(all > 0 ? ", " : "", m.f);
		put_count(m.f, (enum quote_verdict)i, c->count[i]);
		all += c->count[i];
	}
	list = qda_mem_text(&m);
	qda_act_say(c->act, ngettext("%zu quotation: %s",
	    "%zu quotations: %s", all), all, list);
	free(list);
	if (c->skipped > 0)
		qda_act_say(c->act, ngettext("%zu short stretch in quotation "
		    "marks, without a name, was passed over",
		    "%zu short stretches in quotation marks, without a name, "
		    "were passed over", c->skipped), c->skipped);
}

static int
check_all(struct check *c, const struct qda_cited *list, size_t n,
    struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "line", QDA_CELL_NUMBER }, { "verdict", QDA_CELL_TEXT },
		{ "label", QDA_CELL_TEXT }, { "said-by", QDA_CELL_TEXT },
		{ "address", QDA_CELL_TEXT }, { "detail", QDA_CELL_TEXT },
		{ "page", QDA_CELL_NUMBER }, { "text", QDA_CELL_TEXT },
	};
	int				 rc = 0;

	if (c->act->document == NULL)
		c->t = qda_act_table(c->act, columns,
		    sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = check_one(c, &list[i], e);
	if (c->t != NULL)
		qda_table_close(c->t);
	else if (rc == 0)
		rc = quote_check_document(c->act, c->found, c->n, c->skipped,
		    e);
	return rc;
}

/* COREQ's item of quotations has its place now, if it had none. */
static int
note_coreq(struct check *c, struct qda_err *e)
{
	enum { ITEM = 29 };
	struct qda_answer	 answer = { NULL };
	char			*place;
	int			 rc = qda_answer_get(c->act->db, "coreq", ITEM,
				    "en", &answer, e);

	if (rc >= 0 && c->first > 0 && answer.place == NULL) {
		place = c->first == c->last ? qda_sprintf("p. %zu", c->first) :
		    qda_sprintf("p. %zu-%zu", c->first, c->last);
		rc = qda_answer_set_place(c->act->db, "coreq", ITEM, place,
		    c->coder, e);
		if (rc == 0)
			qda_act_say(c->act, _("COREQ %d: its place is '%s'"),
			    ITEM, place);
		free(place);
	}
	qda_answer_free(&answer);
	return rc < 0 ? -1 : 0;
}

static int
finish(struct check *c, struct qda_err *e)
{
	size_t	 wrong = 0;

	say_counts(c);
	if (c->keep && note_coreq(c, e) < 0)
		return -1;
	if (c->keep && qda_act_done(c->act, e, ngettext("%zu quotation noted "
	    "with its place", "%zu quotations noted with their places",
	    c->kept), c->kept) < 0)
		return -1;
	for (int i = 0; i < QUOTE_CUT; i++)
		wrong += c->count[i];
	return wrong > 0;
}

int
qda_do_quote_check(struct qda_act *act, const char *bytes, size_t n,
    const char *name, bool keep, struct qda_err *e)
{
	struct check		 c = { .act = act, .keep = keep };
	struct qda_cited	*list = NULL;
	char			*text = NULL;
	int			 rc = -1;

	if (any_text_paged(&text, &c.pages, bytes, n, name, e) < 0 || (keep &&
	    (qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &c.coder, e) < 0)) ||
	    quote_people_read(&c.people, act->db, e) < 0 ||
	    quote_sources_read(&c.sources, act->db, e) < 0)
		goto out;
	c.text = text;
	qda_cursor_begin(&c.cursor, text, strlen(text));
	n = qda_manuscript_cited(text, strlen(text), &list);
	if (check_all(&c, list, n, e) == 0)
		rc = finish(&c, e);
out:
	for (size_t i = 0; i < c.n; i++) {
		free(c.found[i].words);
		free(c.found[i].altered);
	}
	free(c.found);
	quote_people_free(&c.people);
	quote_sources_free(&c.sources);
	free(list);
	free(c.pages.at);
	free(text);
	return rc;
}
