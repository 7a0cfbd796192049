/* source_comment.c: what was written beside a transcript. */
#include <stdlib.h>

#include "qda/address.h"
#include "qda/comment.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "verbs/source.h"

static const struct qda_column	columns[] = {
	{ "address", QDA_CELL_TEXT },
	{ "author", QDA_CELL_TEXT },
	{ "state", QDA_CELL_TEXT },
	{ "comment", QDA_CELL_TEXT },
	{ "date", QDA_CELL_TEXT },
	{ "text", QDA_CELL_TEXT },
};

static const char *
state_of(const struct qda_beside *c)
{
	return c->answers != QDA_NONE ? "reply" : c->done ? "done" : "open";
}

/* The bytes of the sentence that a point stands in, or behind. */
static void
sentence_at(const char *s, size_t n, size_t at, size_t *from, size_t *to)
{
	size_t	 next = at;

	while (next > 0 && s[next - 1] != '\n')
		next--;
	do {
		*from = next;
		*to = qda_text_sentence(s, n, *from, &next);
	} while (next <= at && next < n && *to < at);
}

/* Leaves out the white space at both ends of bytes. */
static void
trim(const char *s, size_t *from, size_t *to)
{
	size_t	 at = *from, solid = *from;

	while (at < *to && qda_text_space(qda_text_next(s, *to, &at)))
		*from = at;
	for (at = *from; at < *to;)
		if (!qda_text_space(qda_text_next(s, *to, &at)))
			solid = at;
	*to = solid;
}

/* The bytes of text a comment is on; false when it is on none. */
static bool
stretch(const struct qda_beside *c, struct qda_cursor *k, size_t *from,
    size_t *to)
{
	if (c->start == QDA_NONE)
		return false;
	*from = *to = qda_cursor_byte(k, c->start);
	if (c->start < c->end)
		*to = qda_cursor_byte(k, c->end);
	trim(k->s, from, to);
	if (*from >= *to)
		sentence_at(k->s, k->n, *from, from, to);
	return *from < *to;
}

static void
put(struct qda_table *t, const struct qda_source *s,
    const struct qda_beside *c, struct qda_cursor *k)
{
	size_t	 from, to;
	bool	 on = stretch(c, k, &from, &to);
	int64_t	 start = on ? qda_cursor_point(k, from) : 0;
	char	*words = on ? qda_strndup(k->s + from, to - from) : NULL;
	char	*address = on ? qda_address_text(s->name, start,
		    qda_cursor_point(k, to), c->revision) :
		    qda_sprintf("%s:", s->name);

	qda_table_text(t, address);
	qda_table_text(t, c->author == NULL ? "-" : c->author);
	qda_table_text(t, state_of(c));
	qda_table_text(t, c->text[0] == '\0' ? "-" : c->text);
	qda_table_text(t, c->date);
	qda_table_text(t, words);
	free(address);
	free(words);
}

int
qda_do_source_comments(struct qda_act *act, const char *name,
    struct qda_err *e)
{
	struct qda_source	 s;
	struct qda_cursor	 k;
	struct qda_table	*t;
	struct qda_beside	 c;
	struct db_rows		*walk;
	char			*text;
	size_t			 size, n = 0;
	int			 more = -1;

	if (source_text(act, name, &s, &text, &size, e) < 0)
		return -1;
	qda_cursor_begin(&k, text, size);
	if (qda_comment_list(&walk, act->db, s.id, e) == 0) {
		t = qda_act_table(act, columns,
		    sizeof(columns) / sizeof(*columns));
		for (; (more = qda_comment_next(walk, &c, e)) > 0; n++)
			put(t, &s, &c, &k);
		qda_table_close(t);
	}
	if (more == 0 && n == 0)
		qda_act_say(act, _("nothing was written beside '%s'"), s.name);
	free((char *)(uintptr_t)s.name);
	free(text);
	return more;
}
