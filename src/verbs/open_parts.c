/* open_parts.c: what of a source is shown for being coded. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/source.h"
#include "qda/text.h"
#include "verbs/open_edit.h"

enum { LABEL_MAX = 120 };	/* bytes of a label before a turn's words */

struct parting {
	struct open_text	*t;
	struct qda_cursor	 cursor;
	int64_t			 end;		/* of what is done */
};

/* head NULL: none; else the text's from then on. */
static void
add_part(struct open_text *t, int64_t start, int64_t end, char *head)
{
	t->parts = qda_grow(t->parts, &t->cap_parts, t->n_parts,
	    sizeof(*t->parts));
	t->parts[t->n_parts++] = (struct qda_markup_part){ start, end, head };
	if (head != NULL)
		qda_strings_take(&t->heads, head);
}

static bool
has_letter(const char *s, size_t n, bool digits)
{
	size_t	 at = 0;
	int32_t	 c;

	while (at < n) {
		c = qda_text_next(s, n, &at);
		if (qda_text_letter(c) && (digits || c < '0' || c > '9'))
			return true;
	}
	return false;
}

/* Whether a line only says who speaks, or when. */
static bool
is_label(const char *s, size_t n, const char *label)
{
	char		*line, *key = NULL, *wanted = NULL, *at;
	struct qda_err	 e;
	bool		 is = false;

	if (!has_letter(s, n, false))
		return memchr(s, ':', n) != NULL || !has_letter(s, n, true);
	line = qda_strndup(s, n);
	if (qda_text_key(&key, line, &e) == 0 &&
	    qda_text_key(&wanted, label, &e) == 0 &&
	    (at = strstr(key, wanted)) != NULL)
		is = !has_letter(key, (size_t)(at - key), false) &&
		    !has_letter(at + strlen(wanted), strlen(at) -
		    strlen(wanted), false);
	free(line);
	free(key);
	free(wanted);
	return is;
}

/* What nobody says before a turn, without the label; NULL: at the end. */
static void
add_gap(struct parting *p, int64_t end, const char *label)
{
	size_t			 from = qda_cursor_byte(&p->cursor, p->end);
	struct qda_cursor	 ahead = p->cursor;
	size_t			 to = qda_cursor_byte(&ahead, end), line;
	const char		*s = p->t->text;

	/* the line on which the turn begins, and the label above it */
	if (label != NULL) {
		for (line = to; line > from && s[line - 1] != '\n'; )
			line--;
		if (to - line <= LABEL_MAX)
			to = line;
		while (to > from) {
			for (line = to - 1; line > from &&
			    s[line - 1] != '\n'; )
				line--;
			if (!is_label(s + line, to - line, label))
				break;
			to = line;
		}
	}
	if (from < to && has_letter(s + from, to - from, true))
		add_part(p->t, p->end, qda_cursor_point(&p->cursor, to),
		    qda_strdup(""));
}

static void
add_turn(struct parting *p, const struct qda_turn *turn)
{
	struct qda_mem	 m;
	int64_t		 s = turn->time / 1000;

	add_gap(p, turn->start, turn->label);
	fprintf(qda_mem_open(&m), "%" PRId64 " %s", turn->seq, turn->label);
	if (turn->time != QDA_NONE)
		fprintf(m.f, " %02" PRId64 ":%02d:%02d", s / 3600,
		    (int)(s / 60 % 60), (int)(s % 60));
	add_part(p->t, turn->start, turn->end, qda_mem_text(&m));
	p->end = turn->end;
}

int
open_parts_read(struct open_text *t, struct qda_db *db, struct qda_err *e)
{
	struct parting	 p = { .t = t };
	struct db_rows	*walk;
	struct qda_turn	 turn;
	int64_t		 length = qda_text_length(t->text, t->size);
	int		 more;

	qda_cursor_begin(&p.cursor, t->text, t->size);
	if (qda_turn_list(&walk, db, t->source, e) < 0)
		return -1;
	while ((more = qda_turn_next(walk, &turn, e)) > 0)
		if (turn.start >= p.end)
			add_turn(&p, &turn);
	if (more < 0)
		return -1;
	if (t->n_parts == 0)
		add_part(t, 0, length, NULL);
	else
		add_gap(&p, length, NULL);
	return 0;
}
