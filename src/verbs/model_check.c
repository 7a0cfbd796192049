/* model_check.c: what the theory lacks. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/code.h"
#include "verbs/finding.h"
#include "verbs/model.h"

struct check {
	struct qda_book		*book;
	struct qda_model_part	*parts;		/* in the order of the book */
	bool			*related;	/* a truth a code */
	struct findings		 f;
	size_t			 relations;
};

/* Relations without a unit; and which codes have any. */
static int
check_relations(struct check *c, struct qda_db *db, struct qda_err *e)
{
	struct qda_relation	 r;
	struct db_rows		*walk;
	char			*sentence;
	int			 more;

	if (qda_relation_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_relation_next(walk, &r, e)) > 0) {
		c->relations++;
		c->related[qda_book_find(c->book, r.from)] = true;
		c->related[qda_book_find(c->book, r.to)] = true;
		if (r.units > 0)
			continue;
		sentence = model_sentence(r.from_name, r.type, r.sign,
		    r.to_name);
		finding_add(&c->f, "unsupported", sentence,
		    _("no verbatim supports "
		    "this relation: it is a hypothesis"), (const char *const
		    []){ "qda", "model", "relate", r.from_name, r.type,
		    r.to_name, _("ADDRESS"), NULL });
		free(sentence);
	}
	return more;
}

/* Whether the code, or one below it, is related to any other. */
static bool
takes_part(const struct check *c, const struct qda_node *nodes, size_t n,
    size_t top)
{
	for (size_t i = top; i < n; i++) {
		if (i > top && nodes[i].depth <= nodes[top].depth)
			break;
		if (c->related[nodes[i].code])
			return true;
	}
	return false;
}

static void
check_outside(struct check *c)
{
	struct qda_node	*nodes;
	size_t		 n = qda_book_tree(c->book, &nodes);

	for (size_t i = 0; i < n; i++) {
		const char	*name = c->book->code[nodes[i].code].name;

		if (nodes[i].depth > 0 || nodes[i].orphan ||
		    takes_part(c, nodes, n, i))
			continue;
		finding_add(&c->f, "outside", name,
		    _("a category without any relation, "
		    "and none below it has one"), (const char *const[]){
		    "qda", "model", "relate", name, _("TYPE"), _("CODE"),
		    NULL });
	}
	free(nodes);
}

static void
check_roles(struct check *c)
{
	bool	 core = false;

	for (size_t i = 0; i < c->book->n; i++)
		core |= c->parts[i].core;
	if (!core && c->relations > 0)
		finding_add(&c->f, "no-core", "-",
		    _("no category is the core, what the "
		    "theory turns around"), (const char *const[]){ "qda",
		    "model", "core", _("CATEGORY"), NULL });
	for (size_t i = 0; i < c->book->n; i++)
		if (c->book->code[i].category && c->related[i] &&
		    c->book->code[i].n_parents == 0 &&
		    *c->parts[i].role == '\0')
			finding_add(&c->f, "no-role", c->book->code[i].name,
			    _("nothing "
			    "says what it is in the model"),
			    (const char *const[]){ "qda", "model", "role",
			    c->book->code[i].name, _("ROLE"), NULL });
}

static int
check_story(struct check *c, struct qda_db *db, struct qda_err *e)
{
	char	*story;

	if (model_story(&story, db, e) < 0)
		return -1;
	if (story == NULL && c->relations > 0)
		finding_add(&c->f, "no-story", "-",
		    _("no storyline tells the theory"),
		    (const char *const[]){ "qda", "model", "story", "-",
		    NULL });
	free(story);
	return 0;
}

static int
check_all(struct check *c, struct qda_db *db, struct qda_err *e)
{
	if (check_relations(c, db, e) < 0)
		return -1;
	check_outside(c);
	check_roles(c);
	return check_story(c, db, e);
}

int
qda_do_model_check(struct qda_act *act, struct qda_err *e)
{
	struct check	 c = { 0 };
	size_t		 n;
	int		 rc = -1, found = 0;

	if (code_book(&c.book, act, e) < 0)
		return -1;
	c.related = qda_alloc(c.book->n + 1, sizeof(*c.related));
	if (qda_model_parts(&c.parts, &n, act->db, e) == 0) {
		findings_open(&c.f, act);
		rc = check_all(&c, act->db, e);
		found = findings_close(&c.f);
	}
	free(c.parts);
	free(c.related);
	qda_book_free(c.book);
	return rc < 0 ? -1 : found;
}
