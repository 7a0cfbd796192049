/* show_places.c: addresses that another tool printed. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/show.h"

enum { NAMED = 10 };		/* mistakes that are told one by one */

struct problems {
	struct qda_mem	 text;
	size_t		 n;
	enum qda_fault	 why;
};

static void
note(struct problems *p, size_t line, const struct qda_err *e)
{
	if (p->n == 0)
		p->why = e->why;
	if (p->n++ >= NAMED)
		return;
	fputs(p->n > 1 ? "\n" : "", p->text.f);
	fprintf(p->text.f, _("standard input, line %zu: %s"), line, e->msg);
}

static int
finish(struct problems *p, struct qda_err *e)
{
	char	*text;

	if (p->n > NAMED)
		fprintf(p->text.f, ngettext("\nand %zu more", "\nand %zu more",
		    p->n - NAMED), p->n - NAMED);
	text = qda_mem_text(&p->text);
	if (p->n > 0)
		qda_fail(e, p->why, "%s", text);
	free(text);
	return p->n > 0 ? -1 : 0;
}

static bool
is_there(const struct show_places *places, const struct qda_place *p)
{
	const struct qda_place	*last = places->n == 0 ? NULL :
				    &places->at[places->n - 1];

	return last != NULL && last->source == p->source &&
	    last->revision == p->revision && last->start == p->start &&
	    last->end == p->end;
}

void
show_add_place(struct show_places *places, const struct qda_place *p)
{
	places->at = qda_grow(places->at, &places->cap, places->n,
	    sizeof(*places->at));
	places->at[places->n++] = *p;
}

static void
read_line(struct show_places *places, struct qda_placer *placer, char *line,
    size_t number, struct problems *problems)
{
	struct qda_place	p;
	struct qda_err		e;

	qda_address_line(placer->db, line);
	if (line[strspn(line, " ")] == '\0' ||
	    (number == 1 && strcmp(line, "address") == 0))
		return;
	if (qda_placer_place(placer, line, &p, &e) < 0) {
		note(problems, number, &e);
		return;
	}
	if (!is_there(places, &p))
		show_add_place(places, &p);
}

int
show_read_places(struct show_places *places, struct qda_db *db,
    const char *text, struct qda_err *e)
{
	struct problems		 problems = { .n = 0 };
	struct qda_placer	 placer = { .db = db };
	char			*copy = qda_strdup(text), *line = copy;
	char			*next;

	qda_mem_open(&problems.text);
	for (size_t n = 1; *line != '\0'; line = next, n++) {
		next = line + strcspn(line, "\n");
		if (*next == '\n')
			*next++ = '\0';
		read_line(places, &placer, line, n, &problems);
	}
	qda_placer_end(&placer);
	free(copy);
	return finish(&problems, e);
}

int
show_places_of(struct show_places *places, struct qda_db *db,
    char *const *operands, size_t n, const char *lines, struct qda_err *e)
{
	struct qda_placer	 placer = { .db = db };
	struct qda_place	 p;
	int			 rc = 0;

	for (size_t i = 0; rc == 0 && i < n; i++)
		if (strcmp(operands[i], "-") != 0 && (rc = qda_placer_place(
		    &placer, operands[i], &p, e)) == 0)
			show_add_place(places, &p);
	qda_placer_end(&placer);
	return rc < 0 || lines == NULL ? rc :
	    show_read_places(places, db, lines, e);
}
