/* show_doc.c: extracts as a document, under the codes they carry. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/doc.h"
#include "qda/lang.h"
#include "qda/project.h"
#include "verbs/show.h"

/* What is kept of an extract until all are there. */
struct extract {
	int64_t		 code;
	size_t		 order;		/* the extract's, in the document */
	char		*name, *who, *words, *address, *before, *after;
	bool		 contrary;	/* qualifies or contradicts */
};

struct collection {
	struct extract		*at;
	size_t			 n, cap;
	struct show_source	 source;
};

static char *
words_of(void (*part)(struct context *, FILE *, int64_t), struct context *c,
    int64_t at)
{
	struct qda_mem	 m;

	part(c, qda_mem_open(&m), at);
	return qda_mem_text(&m);
}

/* Whose words they are: the participant's, or another speaker's. */
static const char *
who(const struct qda_verbatim *v)
{
	if (v->other)
		return v->speaker;
	return v->participant != NULL ? v->participant :
	    v->speaker != NULL ? v->speaker : v->name;
}

static int
keep(struct collection *c, struct qda_act *act, const struct qda_verbatim *v,
    long turns, struct qda_err *e)
{
	struct extract	*x;

	if (turns > 0 && show_load(&c->source, act->db, v->source,
	    v->revision, turns, e) < 0)
		return -1;
	c->at = qda_grow(c->at, &c->cap, c->n, sizeof(*c->at));
	x = &c->at[c->n];
	memset(x, 0, sizeof(*x));
	x->order = c->n++;
	x->code = v->code;
	x->name = qda_strdup(v->codes);
	x->who = qda_strdup(who(v));
	x->words = qda_strdup(v->words);
	x->address = qda_address_text(v->name, v->start, v->end, v->revision);
	x->contrary = v->stance != NULL &&
	    strcmp(v->stance, "illustrates") != 0;
	if (turns > 0) {
		x->before = words_of(context_before, &c->source.context,
		    v->start);
		x->after = words_of(context_after, &c->source.context, v->end);
	}
	return 0;
}

static void
forget(struct collection *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->at[i].name);
		free(c->at[i].who);
		free(c->at[i].words);
		free(c->at[i].address);
		free(c->at[i].before);
		free(c->at[i].after);
	}
	free(c->at);
	show_unload(&c->source);
}

static int
by_code(const void *a, const void *b)
{
	const struct extract	*x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->contrary != y->contrary)
		return x->contrary ? 1 : -1;
	return x->order < y->order ? -1 : 1;
}

/* A turn or more beside the extract, small. */
static void
put_beside(struct qda_doc *d, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	qda_doc_block(d, QDA_DOC_TEXT, 0);
	qda_doc_text(d, QDA_DOC_SMALL, text);
}

static void
put_extract(struct qda_doc *d, const struct extract *x)
{
	char	*words = qda_strdup(x->words), *line;

	for (char *p = words; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	put_beside(d, x->before);
	qda_doc_block(d, QDA_DOC_QUOTE, 0);
	qda_doc_text(d, QDA_DOC_BOLD, x->who);
	line = qda_sprintf(_(": “%s”"), words);
	qda_doc_text(d, QDA_DOC_PLAIN, line);
	free(line);
	line = qda_sprintf("  %s", x->address);
	qda_doc_text(d, QDA_DOC_SMALL, line);
	free(line);
	free(words);
	put_beside(d, x->after);
}

/* A code's heading, with what it means. */
static int
put_code(struct qda_doc *d, struct qda_act *act, const struct extract *x,
    struct qda_err *e)
{
	const struct qda_field	*f = qda_field_named(qda_code_fields,
				    "definition");
	char			*definition;

	qda_doc_line(d, QDA_DOC_HEADING1, x->name);
	if (qda_field_get(&definition, act->db, f, x->code, e) < 0)
		return -1;
	if (definition != NULL) {
		qda_doc_block(d, QDA_DOC_TEXT, 0);
		qda_doc_text(d, QDA_DOC_ITALIC, definition);
	}
	free(definition);
	return 0;
}

static int
put_all(struct qda_doc *d, struct qda_act *act, const struct collection *c,
    struct qda_err *e)
{
	const struct extract	*x, *last = NULL;

	for (size_t i = 0; i < c->n; i++, last = x) {
		x = &c->at[i];
		if ((last == NULL || last->code != x->code) &&
		    put_code(d, act, x, e) < 0)
			return -1;
		if (x->contrary && (last == NULL || last->code != x->code ||
		    !last->contrary))
			qda_doc_line(d, QDA_DOC_HEADING2,
			    _("Negative cases"));
		put_extract(d, x);
	}
	return 0;
}

static int
collect(struct collection *c, struct qda_act *act,
    const struct qda_show *want, struct qda_query *query, struct qda_err *e)
{
	struct qda_verbatim	 v;
	int			 more;

	if (qda_query_list(query, true, e) < 0)
		return -1;
	while ((more = qda_query_next(query, &v, e)) > 0)
		if (qda_query_names(query, v.code) &&
		    keep(c, act, &v, want->context, e) < 0)
			return -1;
	if (more == 0 && c->n > 0)
		qsort(c->at, c->n, sizeof(*c->at), by_code);
	return more;
}

static int
write(struct qda_act *act, const struct qda_show *want,
    const struct collection *c, const char *lang, struct qda_err *e)
{
	const char		*title = *want->query == '\0' ?
				    _("All extracts") : want->query;
	struct qda_doc_setup	 setup = {
		.title = title, .lang = lang, .footer = act->command
	};
	struct qda_doc		*d;
	struct qda_err		 other;
	int			 rc;

	d = qda_doc_begin(qda_doc_writer(act->document), act->out, &setup);
	qda_doc_line(d, QDA_DOC_TITLE, title);
	rc = put_all(d, act, c, e);
	if (rc == 0)
		return qda_doc_end(d, e);
	if (qda_doc_end(d, &other) < 0)
		return -1;
	return rc;
}

int
show_document(struct qda_act *act, const struct qda_show *want,
    struct qda_query *query, size_t *n, struct qda_err *e)
{
	struct collection	 c = { .n = 0 };
	const char		*lang = act->lang, *was = qda_lang_now();
	int			 rc = 0;

	if (lang == NULL)
		rc = qda_project_language(act->db, &lang, e);
	if (rc == 0)
		rc = collect(&c, act, want, query, e);
	*n = c.n;
	if (rc == 0) {
		qda_lang_use(lang);
		rc = write(act, want, &c, lang, e);
		qda_lang_use(was);
	}
	if (rc == 0 && c.n == 0)
		rc = qda_query_hint(query, e);
	forget(&c);
	return rc;
}
