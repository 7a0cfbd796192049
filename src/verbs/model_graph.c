/* model_graph.c: the theory as a drawing, laid out by dot. */
#include <stdlib.h>
#include <string.h>

#include "qda/field.h"
#include "qda/html.h"
#include "qda/lang.h"
#include "qda/program.h"
#include "qda/project.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/model.h"
#include "verbs/model_graph.h"

enum { MANY = 12 };			/* boxes that a page can bear */

size_t
model_boxes(const struct model_graph *g)
{
	size_t	 n = 0;

	for (size_t i = 0; i < g->book->n; i++)
		n += g->drawn[i];
	return n;
}

/* The category a code is under, up to the top; itself when in none. */
static size_t
top_of(const struct qda_book *book, size_t code)
{
	size_t	 steps = 0;

	while (book->code[code].n_parents > 0 && steps++ < book->n)
		code = book->code[code].parents[0];
	return code;
}

/* A relation drawn already between the same, of the same type and sign. */
static struct model_edge *
find_edge(struct model_graph *g, const struct model_edge *like)
{
	for (size_t i = 0; i < g->n_edges; i++) {
		struct model_edge	*x = &g->edges[i];

		if (x->from == like->from && x->to == like->to &&
		    x->sign == like->sign && strcmp(x->type, like->type) == 0)
			return x;
	}
	return NULL;
}

static void
add_edge(struct model_graph *g, const struct qda_relation *r, bool top)
{
	struct model_edge	 x = { qda_book_find(g->book, r->from),
				    qda_book_find(g->book, r->to),
				    (char *)(uintptr_t)r->type,
				    r->sign == NULL ? 0 : *r->sign, r->units };
	struct model_edge	*there;

	if (top) {
		x.from = g->top[x.from];
		x.to = g->top[x.to];
	}
	if (x.from == x.to)
		return;
	g->drawn[x.from] = g->drawn[x.to] = true;
	if ((there = find_edge(g, &x)) != NULL) {
		there->units += x.units;
		return;
	}
	x.type = qda_strdup(r->type);
	g->edges = qda_grow(g->edges, &g->cap, g->n_edges, sizeof(x));
	g->edges[g->n_edges++] = x;
}

static int
read_edges(struct model_graph *g, struct qda_db *db, bool top,
    struct qda_err *e)
{
	struct qda_relation	 r;
	struct db_rows		*walk;
	int			 more;

	if (qda_relation_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_relation_next(walk, &r, e)) > 0)
		add_edge(g, &r, top);
	return more;
}

static int
read_graph(struct model_graph *g, struct qda_act *act, bool top,
    struct qda_err *e)
{
	size_t	 n;

	if (code_book(&g->book, act, e) < 0 ||
	    qda_model_parts(&g->parts, &n, act->db, e) < 0 ||
	    model_story(&g->story, act->db, e) < 0 ||
	    qda_field_get(&g->title, act->db, qda_field_named(
	    qda_project_fields, "title"), QDA_PROJECT_ID, e) < 0)
		return -1;
	g->drawn = qda_alloc(g->book->n + 1, sizeof(*g->drawn));
	g->top = qda_alloc(g->book->n + 1, sizeof(*g->top));
	for (size_t i = 0; i < g->book->n; i++) {
		g->top[i] = top_of(g->book, i);
		g->drawn[i] = (g->parts[i].core ||
		    *g->parts[i].role != '\0') && (!top || g->top[i] == i);
	}
	return read_edges(g, act->db, top, e);
}

static void
free_graph(struct model_graph *g)
{
	for (size_t i = 0; i < g->n_edges; i++)
		free(g->edges[i].type);
	free(g->edges);
	free(g->drawn);
	free(g->top);
	free(g->parts);
	free(g->title);
	free(g->story);
	qda_book_free(g->book);
}

/* The relations as sentences: what a drawing says to who cannot see it. */
static void
put_description(FILE *f, const struct model_graph *g)
{
	const struct qda_book_code	*codes = g->book->code;

	for (size_t i = 0; i < g->n_edges; i++) {
		const struct model_edge	*x = &g->edges[i];
		char			 sign[2] = { x->sign, '\0' };
		char			*s = model_sentence(
					    codes[x->from].name, x->type,
					    sign, codes[x->to].name);

		fputs(i > 0 ? " ; " : "", f);
		qda_html_escape(f, s, strlen(s));
		free(s);
	}
}

/* dot writes no description: title and desc go behind the start tag. */
static void
put_svg(FILE *f, const struct model_graph *g, const char *svg, size_t n)
{
	const char	*tag = memmem(svg, n, "<svg", 4);
	const char	*end = tag == NULL ? NULL : memchr(tag, '>',
			    n - (size_t)(tag - svg));
	size_t		 head = end == NULL ? 0 : (size_t)(end + 1 - svg);

	fwrite(svg, 1, head, f);
	if (head > 0) {
		fputs("\n<title>", f);
		qda_html_escape(f, g->title != NULL ? g->title : "qda",
		    strlen(g->title != NULL ? g->title : "qda"));
		fputs("</title>\n<desc>", f);
		put_description(f, g);
		fputs("</desc>", f);
	}
	fwrite(svg + head, 1, n - head, f);
}

static int
draw(FILE *f, const struct model_graph *g, const char *format,
    struct qda_err *e)
{
	struct qda_mem	 m;
	bool		 svg = strcmp(format, "svg") == 0;
	char		*argv[] = { (char *)"dot",
			    (char *)(svg ? "-Tsvg" : "-Tpng"),
			    (char *)"-Gdpi=200", NULL };
	char		*text, *drawn = NULL;
	size_t		 size;
	int		 rc;

	argv[2] = svg ? NULL : argv[2];
	model_dot(qda_mem_open(&m), g);
	text = qda_mem_text(&m);
	rc = qda_program_run(argv, text, m.size, &drawn, &size, e);
	if (rc < 0)
		qda_fail_in(e, _("the drawing needs graphviz (apt install "
		    "graphviz); -o dot is text and needs nothing"));
	else if (svg)
		put_svg(f, g, drawn, size);
	else
		fwrite(drawn, 1, size, f);
	free(text);
	free(drawn);
	return rc;
}

static int
write_graph(struct qda_act *act, const struct model_graph *g,
    struct qda_err *e)
{
	if (model_boxes(g) == 0)
		return qda_fail(e, QDA_DATA, _("the model is empty: 'qda "
		    "model relate A TYPE B'"));
	if (act->document == NULL || strcmp(act->document, "dot") == 0) {
		model_dot(act->out, g);
		return 0;
	}
	return draw(act->out, g, act->document, e);
}

int
qda_do_model_graph(struct qda_act *act, bool top, struct qda_err *e)
{
	struct model_graph	 g = { 0 };
	const char		*lang = act->lang;
	int			 rc = -1;

	if (lang != NULL || qda_project_language(act->db, &lang, e) == 0) {
		qda_lang_use(lang);
		if (read_graph(&g, act, top, e) == 0)
			rc = write_graph(act, &g, e);
		qda_lang_use(NULL);
	}
	if (rc == 0 && !top && model_boxes(&g) > MANY)
		qda_act_say(act, _("%zu boxes are many for a page; --level 1 "
		    "draws the categories at the top alone"),
		    model_boxes(&g));
	free_graph(&g);
	return rc;
}
