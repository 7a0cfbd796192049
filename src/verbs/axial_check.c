/* axial_check.c: what is left to do, or went wrong, in the categories. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/finding.h"
#include "verbs/similar.h"

struct check {
	const struct qda_book	*book;
	struct findings		 f;
};

static void
check_orphan(struct check *c, const struct qda_book_code *code)
{
	if (code->n_parents > 0 || code->category || code->n_members > 0)
		return;
	finding_add(&c->f, "no-category", code->name,
	    _("a property in no category"), (const char *const[]){ "qda",
	    "axial", "group", _("CATEGORY"), code->name, NULL });
}

static void
check_size(struct check *c, const struct qda_book_code *code)
{
	if ((!code->category && code->n_members == 0) || code->n_members > 1)
		return;
	finding_add(&c->f,
	    code->n_members == 0 ? "empty-category" : "one-member",
	    code->name, code->n_members == 0 ?
	    _("a category that holds nothing") :
	    _("a category that holds one code only"), (const char *const[]){
	    "qda", "axial", "group", code->name, _("CODE"), NULL });
}

/* The first code below a category, or the category, that holds nothing. */
static const char *
leaf_of(const struct qda_book *book, size_t code)
{
	size_t	 steps = 0;

	while (book->code[code].n_members > 0 && steps++ < book->n)
		code = book->code[code].members[0];
	return book->code[code].name;
}

static void
check_codings(struct check *c, size_t i)
{
	const struct qda_book_code	*code = &c->book->code[i];
	struct qda_code_tally		 tally;

	if (code->n_members == 0)
		return;
	qda_book_tally(c->book, i, true, &tally);
	if (tally.uses == 0)
		finding_add(&c->f, "no-coding", code->name,
		    _("a category without any coding below it"),
		    (const char *const[]){ "qda", "tag",
		    leaf_of(c->book, i), _("ADDRESS"), NULL });
	qda_code_tally_free(&tally);
}

static void
check_definition(struct check *c, const struct qda_book_code *code)
{
	if (code->definition != NULL)
		return;
	finding_add(&c->f, "no-definition", code->name,
	    _("nothing says what it means"),
	    (const char *const[]){ "qda", "code", "set", code->name,
	    "definition=...", NULL });
}

static void
check_names(struct check *c)
{
	struct similar	*pairs;
	size_t		 n = similar_names(c->book, &pairs);

	for (size_t i = 0; i < n; i++) {
		const struct qda_book_code	*a, *b;
		char				*detail;

		/* the one that is used less goes into the other */
		a = &c->book->code[pairs[i].a];
		b = &c->book->code[pairs[i].b];
		if (a->uses > b->uses) {
			b = a;
			a = &c->book->code[pairs[i].b];
		}
		detail = qda_sprintf(_("almost the same name as '%s'"),
		    b->name);
		finding_add(&c->f, "similar-name", a->name, detail,
		    (const char *const[]){ "qda", "code", "merge", a->name,
		    "--into", b->name, NULL });
		free(detail);
	}
	free(pairs);
}

/*
 * Whether a code is below itself: one walk down, in which a code that is still
 * open when it is met again closes a circle.
 */
struct visit {
	size_t	 code, next;	/* the member to look at next */
};

static void
check_from(struct check *c, size_t top, char *state)
{
	struct visit			*open = NULL, *v;
	const struct qda_book_code	*code;
	size_t				 n = 0, cap = 0, member;

	open = qda_grow(open, &cap, n, sizeof(*open));
	open[n++] = (struct visit){ top, 0 };
	state[top] = 1;
	while (n > 0) {
		v = &open[n - 1];
		code = &c->book->code[v->code];
		if (v->next == code->n_members) {
			state[v->code] = 2;
			n--;
			continue;
		}
		member = code->members[v->next++];
		if (state[member] == 1)
			finding_add(&c->f, "circle", code->name,
			    _("a category that "
			    "is below itself"), (const char *const[]){ "qda",
			    "axial", "ungroup", code->name,
			    c->book->code[member].name, NULL });
		if (state[member] != 0)
			continue;
		state[member] = 1;
		open = qda_grow(open, &cap, n, sizeof(*open));
		open[n++] = (struct visit){ member, 0 };
	}
	free(open);
}

static void
check_circles(struct check *c)
{
	char	*state = qda_alloc(c->book->n + 1, 1);

	for (size_t i = 0; i < c->book->n; i++)
		if (state[i] == 0)
			check_from(c, i, state);
	free(state);
}

/* One kind of finding after the other, the gravest first. */
static void
check_all(struct check *c)
{
	const struct qda_book	*book = c->book;

	check_circles(c);
	for (size_t i = 0; i < book->n; i++)
		check_orphan(c, &book->code[i]);
	for (size_t i = 0; i < book->n; i++)
		check_size(c, &book->code[i]);
	for (size_t i = 0; i < book->n; i++)
		check_codings(c, i);
	check_names(c);
	for (size_t i = 0; i < book->n; i++)
		check_definition(c, &book->code[i]);
}

int
qda_do_axial_check(struct qda_act *act, struct qda_err *e)
{
	struct qda_book	*book;
	struct check	 c = { 0 };

	if (code_book(&book, act, e) < 0)
		return -1;
	c.book = book;
	findings_open(&c.f, act);
	check_all(&c);
	qda_book_free(book);
	return findings_close(&c.f);
}
