/* log_document.c: what changed since the last meeting, in words. */
#include <stdlib.h>
#include <string.h>

#include "qda/codebook.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/news.h"
#include "qda/when.h"
#include "verbs/document.h"
#include "verbs/log.h"

struct told {
	struct qda_act	*act;
	struct qda_doc	*doc;
	struct qda_book	*book;
	struct news	 news;
	const char	*head;		/* not put yet, or NULL */
	bool		 some;		/* anything was told */
};

/* What it is called now, or was last. */
static const char *
name_of(const struct told *t, int64_t id)
{
	size_t			 code = qda_book_find(t->book, id);
	const struct news_code	*c = log_news_code(&t->news, id);

	if (code != QDA_NOWHERE)
		return t->book->code[code].name;
	return c == NULL || c->name == NULL ? "?" : c->name;
}

static bool
is_there(const struct told *t, int64_t id)
{
	return qda_book_find(t->book, id) != QDA_NOWHERE;
}

/* Whether it is new to whoever looked before. */
static bool
is_new(const struct told *t, int64_t id)
{
	const struct news_code	*c = log_news_code(&t->news, id);

	return c != NULL && c->made;
}

/* A heading comes with the first item under it. */
static void
begin_item(struct told *t)
{
	if (t->head != NULL)
		qda_doc_line(t->doc, QDA_DOC_HEADING2, t->head);
	t->head = NULL;
	t->some = true;
	qda_doc_block(t->doc, QDA_DOC_ITEM, 0);
}

/* An item, with the reason behind it; takes the line. */
static void
put_item(struct told *t, char *line, const char *why)
{
	begin_item(t);
	qda_doc_text(t->doc, QDA_DOC_PLAIN, line);
	free(line);
	if (why == NULL)
		return;
	line = qda_sprintf(" (%s)", why);
	qda_doc_text(t->doc, QDA_DOC_ITALIC, line);
	free(line);
}

/* New codes with this main category, an item; QDA_NOWHERE: in none. */
static void
put_new_in(struct told *t, size_t category, bool categories)
{
	const struct qda_book_code	*c;
	struct qda_mem			 m;
	size_t				 n = 0, main;
	char				*names;

	qda_mem_open(&m);
	for (size_t i = 0; i < t->book->n; i++) {
		c = &t->book->code[i];
		main = c->n_parents == 0 ? QDA_NOWHERE : c->parents[0];
		if (!is_new(t, c->id) || c->category != categories ||
		    main != category)
			continue;
		fputs(n++ > 0 ? ", " : "", m.f);
		fprintf(m.f, _("'%s'"), c->name);
	}
	names = qda_mem_text(&m);
	if (n > 0)
		put_item(t, category == QDA_NOWHERE ? categories ?
		    qda_strdup(names) : qda_sprintf(_("in no category yet: "
		    "%s"), names) : qda_sprintf(_("in '%s': %s"),
		    t->book->code[category].name, names), NULL);
	free(names);
}

static void
put_new(struct told *t, bool categories)
{
	t->head = categories ? _("New categories") : _("New properties");
	for (size_t i = 0; i < t->book->n; i++)
		put_new_in(t, i, categories);
	put_new_in(t, QDA_NOWHERE, categories);
}

static void
put_renamed(struct told *t)
{
	const struct news_code	*c;

	t->head = _("Renamed");
	for (size_t i = 0; i < t->news.n_codes; i++) {
		c = &t->news.code[i];
		if (c->was == NULL || c->made || !is_there(t, c->id) ||
		    strcmp(c->was, name_of(t, c->id)) == 0)
			continue;
		put_item(t, qda_sprintf(_("'%s' → '%s'"), c->was,
		    name_of(t, c->id)), c->why_name);
	}
}

static void
put_merged(struct told *t)
{
	const struct news_code	*c;

	t->head = _("Merged");
	for (size_t i = 0; i < t->news.n_codes; i++) {
		c = &t->news.code[i];
		if (c->gone && !c->made && (c->into != 0 ||
		    c->into_name != NULL))
			put_item(t, qda_sprintf(_("'%s' into '%s'"),
			    c->was == NULL ? c->name : c->was, c->into != 0 ?
			    name_of(t, c->into) : c->into_name), c->why_gone);
	}
}

static void
put_split(struct told *t)
{
	const struct news_split	*s;

	t->head = _("Split");
	for (size_t i = 0; i < t->news.n_splits; i++) {
		s = &t->news.split[i];
		if (is_there(t, s->from) && is_there(t, s->into))
			put_item(t, qda_sprintf(_("'%s' out of '%s'"),
			    name_of(t, s->into), name_of(t, s->from)), s->why);
	}
}

static void
put_defined(struct told *t)
{
	const struct news_code	*c;

	t->head = _("Defined anew");
	for (size_t i = 0; i < t->news.n_codes; i++) {
		c = &t->news.code[i];
		if (c->defined && !c->made && is_there(t, c->id))
			put_item(t, qda_sprintf(_("'%s'"), name_of(t, c->id)),
			    c->why_defined);
	}
}

/* The categories it was put into (1), or taken out of (-1); "" for none. */
static char *
places_of(const struct told *t, int64_t member, int net)
{
	const struct news_place	*p;
	struct qda_mem		 m;
	size_t			 n = 0;

	qda_mem_open(&m);
	for (size_t i = 0; i < t->news.n_places; i++) {
		p = &t->news.place[i];
		if (p->member != member || p->net != net)
			continue;
		fputs(n++ > 0 ? ", " : "", m.f);
		fprintf(m.f, _("'%s'"), name_of(t, p->category));
	}
	return qda_mem_text(&m);
}

static void
put_moved(struct told *t)
{
	const struct news_code	*c;
	const char		*name;
	char			*from, *into;

	t->head = _("Moved between categories");
	for (size_t i = 0; i < t->news.n_codes; i++) {
		c = &t->news.code[i];
		if (c->made || !is_there(t, c->id))
			continue;
		name = name_of(t, c->id);
		from = places_of(t, c->id, -1);
		into = places_of(t, c->id, 1);
		if (*from != '\0' && *into != '\0')
			put_item(t, qda_sprintf(_("'%s': out of %s, into %s"),
			    name, from, into), c->why_moved);
		else if (*into != '\0')
			put_item(t, qda_sprintf(_("'%s': into %s"), name,
			    into), c->why_moved);
		else if (*from != '\0')
			put_item(t, qda_sprintf(_("'%s': out of %s"), name,
			    from), c->why_moved);
		free(from);
		free(into);
	}
}

static void
put_deleted(struct told *t)
{
	const struct news_code	*c;

	t->head = _("Deleted");
	for (size_t i = 0; i < t->news.n_codes; i++) {
		c = &t->news.code[i];
		if (c->gone && !c->made && c->into == 0 &&
		    c->into_name == NULL)
			put_item(t, qda_sprintf(_("'%s'"), c->was == NULL ?
			    c->name : c->was), c->why_gone);
	}
}

static int
put_sources(struct told *t, const char *since, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	struct qda_mem		 m;
	int			 rc = qda_news_sources(&names, t->act->db,
				    since, e);

	t->head = _("New interviews and documents");
	if (rc == 0 && names.n > 0) {
		qda_mem_open(&m);
		for (size_t i = 0; i < names.n; i++)
			fprintf(m.f, "%s%s", i > 0 ? ", " : "", names.at[i]);
		put_item(t, qda_mem_text(&m), NULL);
	}
	qda_strings_free(&names);
	return rc;
}

static void
put_coder(struct told *t, const struct qda_news_coder *c)
{
	char	*codings, *sources;

	codings = qda_sprintf(ngettext("%lld coding", "%lld codings",
	    (unsigned long)c->codings), (long long)c->codings);
	sources = qda_sprintf(ngettext("%lld interview", "%lld interviews",
	    (unsigned long)c->sources), (long long)c->sources);
	put_item(t, qda_sprintf(_("%s: %s in %s"), c->name, codings, sources),
	    NULL);
	free(codings);
	free(sources);
}

static int
put_coders(struct told *t, const char *since, struct qda_err *e)
{
	struct qda_news_coder	 c;
	struct db_rows		*walk;
	int			 more, asked = 0;

	t->head = _("Coded");
	if (qda_news_coders(&walk, t->act->db, since, e) < 0)
		return -1;
	while ((more = qda_news_coder_next(walk, &c, e)) > 0 &&
	    (asked = log_asked(t->act, c.name, e)) >= 0)
		if (asked)
			put_coder(t, &c);
	return more > 0 || asked < 0 ? -1 : more;
}

static int
put_all(struct told *t, const char *since, struct qda_err *e)
{
	if (put_sources(t, since, e) < 0 || put_coders(t, since, e) < 0)
		return -1;
	put_new(t, false);
	put_new(t, true);
	put_renamed(t);
	put_merged(t);
	put_split(t);
	put_moved(t);
	put_defined(t);
	put_deleted(t);
	if (!t->some)
		qda_doc_line(t->doc, QDA_DOC_TEXT, _("Nothing changed."));
	return 0;
}

/* "Since 17/01/2024" or "Since the beginning", and whose changes. */
static void
put_when(struct told *t, const char *day)
{
	char	 words[32];
	char	*line;

	line = day == NULL ? qda_strdup(_("Since the beginning")) :
	    qda_sprintf(_("Since %s"), qda_date_words(words, day));
	qda_doc_block(t->doc, QDA_DOC_TEXT, 0);
	qda_doc_text(t->doc, QDA_DOC_PLAIN, line);
	free(line);
	for (size_t i = 0; i < t->act->n_coders; i++) {
		qda_doc_text(t->doc, QDA_DOC_PLAIN, ", ");
		qda_doc_text(t->doc, QDA_DOC_PLAIN, t->act->coders[i]);
	}
}

int
log_document(struct qda_act *act, const char *day, const char *since,
    struct qda_err *e)
{
	struct told	 t = { .act = act };
	struct document	 d;
	struct qda_err	 other;
	int		 rc = -1;

	if (log_news(&t.news, act, since, e) < 0 ||
	    qda_book_read(&t.book, act->db, NULL, 0, e) < 0 ||
	    document_begin(&d, act, N_("What changed"), false, e) < 0)
		goto out;
	t.doc = d.doc;
	put_when(&t, day);
	rc = put_all(&t, since, e);
	if (document_end(&d, rc == 0 ? e : &other) < 0)
		rc = -1;
out:
	log_news_free(&t.news);
	qda_book_free(t.book);
	return rc;
}
