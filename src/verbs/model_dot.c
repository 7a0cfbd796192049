/*
 * model_dot.c: the theory in the language of dot: from left to right by role,
 * a frame for each category that has boxes in it.
 */
#include <stdlib.h>
#include <string.h>

#include "qda/html.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/model_graph.h"

enum { NAME = 15, VERB = 10, STORY = 92 };	/* columns a line may have */

/* From left to right. */
static const char	*const order[] = {
	"cause", "context", "condition", "phenomenon", "strategy",
	"consequence",
};
enum { ROLES = sizeof(order) / sizeof(*order) };

/* The place of a code's role, its own or its category's; ROLES for none. */
static size_t
role_of(const struct model_graph *g, size_t code)
{
	const char	*role = g->parts[code].role;

	if (*role == '\0')
		role = g->parts[g->top[code]].role;
	for (size_t i = 0; i < ROLES; i++)
		if (strcmp(order[i], role) == 0)
			return i;
	return ROLES;
}

/* Words in lines of so many columns. */
static void
put_wrapped(FILE *f, const char *s, int width, const char *line_break)
{
	int	 column = 0, wide;
	size_t	 n;

	while (*(s += strspn(s, " \n\t")) != '\0') {
		n = strcspn(s, " \n\t");
		wide = qda_text_width(s, n);
		if (column > 0 && column + 1 + wide > width) {
			fputs(line_break, f);
			column = 0;
		} else if (column > 0)
			column += fputc(' ', f) == ' ';
		qda_html_escape(f, s, n);
		column += wide;
		s += n;
	}
}

static void
put_participants(FILE *f, const struct model_graph *g, size_t code)
{
	struct qda_code_tally	 tally;

	qda_book_tally(g->book, code, true, &tally);
	fputs("<BR/><FONT POINT-SIZE=\"9\">", f);
	fprintf(f, ngettext("%lld participant", "%lld participants",
	    (unsigned long)tally.participants),
	    (long long)tally.participants);
	fputs("</FONT>", f);
	qda_code_tally_free(&tally);
}

static void
put_name(FILE *f, const struct model_graph *g, size_t code)
{
	fputs("label=<<B>", f);
	put_wrapped(f, g->book->code[code].name, NAME, "<BR/>");
	fputs("</B>", f);
	put_participants(f, g, code);
	fputs(">", f);
}

static void
put_box(FILE *f, const struct model_graph *g, size_t code)
{
	fprintf(f, "\t\tc%zu [", code);
	put_name(f, g, code);
	fprintf(f, "%s];\n", g->parts[code].core ? " peripheries=2" : "");
}

/* Whether a category has boxes in it besides its own. */
static bool
is_frame(const struct model_graph *g, size_t code)
{
	for (size_t i = 0; i < g->book->n; i++)
		if (g->drawn[i] && i != code && g->top[i] == code)
			return true;
	return false;
}

/*
 * The rightmost role in a frame when that is right of its own, else ROLES:
 * there arrows begin that leave it, or they would run through all of it.
 */
static size_t
way_out(const struct model_graph *g, size_t code)
{
	size_t	 own = role_of(g, code), best = own;

	if (own == ROLES || !is_frame(g, code))
		return ROLES;
	for (size_t i = 0; i < g->book->n; i++)
		if (g->drawn[i] && g->top[i] == code &&
		    role_of(g, i) < ROLES && role_of(g, i) > best)
			best = role_of(g, i);
	return best > own ? best : ROLES;
}

/* A point that nobody sees, for arrows to begin at. */
static void
put_point(FILE *f, char kind, size_t code)
{
	fprintf(f, "\t\t%c%zu [shape=point width=0 height=0 style=invis];\n",
	    kind, code);
}

/* A category with all its boxes; a relation of its own ends at its edge. */
static void
put_frame(FILE *f, const struct model_graph *g, size_t code)
{
	bool	 core = g->parts[code].core;

	if (core)
		fprintf(f, "\tsubgraph cluster_core { margin=3; label=\"\";\n");
	fprintf(f, "\tsubgraph cluster_%zu {\n\t\tmargin=6; labelloc=t; ",
	    code);
	put_name(f, g, code);
	fputs(";\n", f);
	put_point(f, 'c', code);
	if (way_out(g, code) < ROLES)
		put_point(f, 'o', code);
	for (size_t i = 0; i < g->book->n; i++)
		if (g->drawn[i] && i != code && g->top[i] == code)
			put_box(f, g, i);
	fputs(core ? "\t} }\n" : "\t}\n", f);
}

static void
put_boxes(FILE *f, const struct model_graph *g)
{
	for (size_t i = 0; i < g->book->n; i++)
		if (is_frame(g, i))
			put_frame(f, g, i);
		else if (g->drawn[i] && !is_frame(g, g->top[i]))
			put_box(f, g, i);
}

static void
put_rank(FILE *f, size_t n, char kind, size_t code)
{
	fprintf(f, "%s%c%zu", n == 0 ? "\t{ rank=same; " : "; ", kind, code);
}

/* Boxes of a role stand below each other, roles from left to right. */
static void
put_ranks(FILE *f, const struct model_graph *g)
{
	size_t	 before = ROLES;

	for (size_t role = 0; role < ROLES; role++) {
		size_t	 n = 0;

		for (size_t i = 0; i < g->book->n; i++) {
			if ((g->drawn[i] || is_frame(g, i)) &&
			    role_of(g, i) == role)
				put_rank(f, n++, 'c', i);
			if (way_out(g, i) == role)
				put_rank(f, n++, 'o', i);
		}
		if (n == 0)
			continue;
		fprintf(f, "; r%zu [style=invis shape=point width=0]; }\n",
		    role);
		if (before < ROLES)
			fprintf(f, "\tr%zu -> r%zu [style=invis];\n", before,
			    role);
		before = role;
	}
}

/* An arrow to a category with boxes in it ends at its frame. */
static void
put_end(FILE *f, const struct model_graph *g, const char *end, size_t code)
{
	if (is_frame(g, code) && g->parts[code].core)
		fprintf(f, "%s=cluster_core", end);
	else if (is_frame(g, code))
		fprintf(f, "%s=cluster_%zu", end, code);
}

static void
put_edge(FILE *f, const struct model_graph *g, const struct model_edge *x)
{
	char		 sign[2] = { x->sign, '\0' };
	const char	*verb = qda_relation_verb(x->type, sign,
			    qda_lang_now());

	/* on white: where the line runs through, the words stay readable */
	fprintf(f, "\t%c%zu -> c%zu [label=<<TABLE BORDER=\"0\" "
	    "CELLPADDING=\"1\"><TR><TD BGCOLOR=\"white\">",
	    way_out(g, x->from) < ROLES ? 'o' : 'c', x->from, x->to);
	put_wrapped(f, verb, VERB, "<BR/>");
	if (x->sign != 0)
		fputs(x->sign == '-' ? " (−)" : " (+)", f);
	fputs("</TD></TR></TABLE>>", f);
	if (x->units == 0)
		fputs(" style=dashed", f);
	put_end(f, g, " ltail", x->from);
	put_end(f, g, " lhead", x->to);
	if (role_of(g, x->from) < ROLES &&
	    role_of(g, x->to) < role_of(g, x->from))
		fputs(" constraint=false", f);
	fputs("];\n", f);
}

/* A part of the caption, on lines of its own; dot wants none to be empty. */
static void
put_lines(FILE *f, size_t *n, const char *begin, const char *text,
    const char *end)
{
	if (text == NULL || text[strspn(text, " \n\t")] == '\0')
		return;
	fprintf(f, "%s%s", (*n)++ == 0 ? "\tlabel=<" : "<BR/>", begin);
	put_wrapped(f, text, STORY, "<BR/>");
	fputs(end, f);
}

static void
put_caption(FILE *f, const struct model_graph *g)
{
	bool	 dashed = false;
	size_t	 n = 0;

	for (size_t i = 0; i < g->n_edges; i++)
		dashed |= g->edges[i].units == 0;
	put_lines(f, &n, "<B>", g->title, "</B>");
	put_lines(f, &n, "", g->story, "");
	put_lines(f, &n, "<I>", dashed ?
	    _("Dashed: no verbatim supports the relation.") : NULL, "</I>");
	fputs(n > 0 ? ">;\n" : "", f);
}

void
model_dot(FILE *f, const struct model_graph *g)
{
	fputs("digraph model {\n"
	    "\trankdir=LR; newrank=true; compound=true; labelloc=b;\n"
	    "\tsize=\"6.3,9.4\"; nodesep=0.25; ranksep=0.4; margin=0;\n"
	    "\tfontname=\"Liberation Serif\"; fontsize=11; charset=\"UTF-8\";\n"
	    "\tnode [shape=box margin=\"0.06,0.04\" width=0.5 height=0.3"
	    " fontname=\"Liberation Serif\" fontsize=11];\n"
	    "\tedge [arrowsize=0.7 fontname=\"Liberation Serif\""
	    " fontsize=10];\n", f);
	put_caption(f, g);
	put_boxes(f, g);
	put_ranks(f, g);
	for (size_t i = 0; i < g->n_edges; i++)
		put_edge(f, g, &g->edges[i]);
	fputs("}\n", f);
}
