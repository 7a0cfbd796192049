/* markup_read.c: a text with its units marked, read back. */
#include <stdlib.h>
#include <string.h>

#include "formats/markup.h"
#include "qda/lang.h"
#include "qda/text.h"

enum { BUCKETS = 4096 };
#define NONE	((size_t)-1)

/* What is known of a mark so far; its unit has the same number. */
struct passage {
	size_t	 next;			/* of the same bucket */
	size_t	 from;			/* letter where it begins */
	bool	 begun, ended;
};

struct marked {
	struct reading		 r;
	struct qda_markup_units	*units;
	struct passage		*p;		/* by unit, from first on */
	size_t			 first, n, cap;
	size_t			 bucket[BUCKETS];
	size_t			*whole;		/* unit by sentence, + 1 */
	size_t			*open, *brief;	/* passages begun; those
						   of the short form */
	size_t			 n_open, cap_open, n_brief, cap_brief;
};

static size_t
hash(const char *s, size_t n)
{
	size_t	 h = 5381;

	for (size_t i = 0; i < n; i++)
		h = h * 33 + (unsigned char)s[i];
	return h % BUCKETS;
}

static size_t
add_unit(struct marked *m, char *mark)
{
	struct qda_markup_unit	*u = qda_markup_unit(m->units, 0, 0);

	u->mark = mark;
	u->line = m->r.line;
	m->p = qda_grow(m->p, &m->cap, m->n, sizeof(*m->p));
	m->p[m->n] = (struct passage){ NONE, 0, false, false };
	return m->n++;
}

/* The passage of that name, known from now on. */
static size_t
passage(struct marked *m, const char *s, size_t n)
{
	size_t		*bucket = &m->bucket[hash(s, n)], i;
	const char	*mark;

	for (i = *bucket; i != NONE; i = m->p[i].next) {
		mark = m->units->at[m->first + i].mark;
		if (strlen(mark) == n && memcmp(mark, s, n) == 0)
			return i;
	}
	i = add_unit(m, qda_strndup(s, n));
	m->p[i].next = *bucket;
	*bucket = i;
	return i;
}

static const char *
name_of(const struct marked *m, size_t i)
{
	return m->units->at[m->first + i].mark;
}

/* ---- marks in a line -------------------------------------------------- */

static void
begin(struct marked *m, size_t i)
{
	struct passage	*p = &m->p[i];

	if (p->begun) {
		qda_mark(m->r.marks, m->r.line, _("'{%s}' begins a second "
		    "time"), name_of(m, i));
		return;
	}
	p->begun = true;
	p->from = m->r.i;
	m->units->at[m->first + i].line = m->r.line;
	m->open = qda_grow(m->open, &m->cap_open, m->n_open,
	    sizeof(*m->open));
	m->open[m->n_open++] = i;
}

static void
end(struct marked *m, size_t i)
{
	struct passage		*p = &m->p[i];
	struct qda_markup_unit	*u = &m->units->at[m->first + i];

	if (!p->begun || p->ended) {
		qda_mark(m->r.marks, m->r.line, p->ended ?
		    _("'{/%s}' ends a second time") :
		    _("'{/%s}' stands before its '{...}'"), name_of(m, i));
		return;
	}
	p->ended = true;
	if (p->from >= m->r.i || m->r.i > m->r.w.n) {
		if (m->r.differ == 0)
			qda_mark(m->r.marks, m->r.line, _("no word stands "
			    "between '{%s}' and '{/%s}'"), u->mark, u->mark);
		return;
	}
	u->start = m->r.w.at[p->from];
	u->end = (int64_t)m->r.w.at[m->r.i - 1] + 1;
}

/* "{/}": the latest in the short form, else the latest of all. */
static void
end_latest(struct marked *m)
{
	if (m->n_brief > 0) {
		end(m, m->brief[--m->n_brief]);
		return;
	}
	while (m->n_open > 0 && m->p[m->open[m->n_open - 1]].ended)
		m->n_open--;
	if (m->n_open > 0)
		end(m, m->open[m->n_open - 1]);
	else
		qda_mark(m->r.marks, m->r.line, _("nothing is begun that "
		    "'{/}' could end"));
}

/* How many bytes at s are letters and digits. */
static size_t
name_size(const char *s, size_t n)
{
	size_t	 at = 0, to = 0;

	while (at < n && qda_text_letter(qda_text_next(s, n, &at)))
		to = at;
	return to;
}

static void
begin_brief(struct marked *m, const char *s, size_t n)
{
	size_t	 i = add_unit(m, qda_strdup(""));

	items_read(&m->units->at[m->first + i], s, n, m->r.line, m->r.marks);
	begin(m, i);
	m->brief = qda_grow(m->brief, &m->cap_brief, m->n_brief,
	    sizeof(*m->brief));
	m->brief[m->n_brief++] = i;
}

/* What stands in a pair of braces. */
static void
read_mark(struct marked *m, const char *s, size_t n)
{
	bool	 closes;

	for (; n > 0 && strchr(" \t\n", *s) != NULL; n--)
		s++;
	while (n > 0 && strchr(" \t\n", s[n - 1]) != NULL)
		n--;
	closes = n > 0 && *s == '/';
	if (n > 0 && *s == '=')
		begin_brief(m, s + 1, n - 1);
	else if (closes && n == 1)
		end_latest(m);
	else if (n == closes || name_size(s + closes, n - closes) !=
	    n - closes)
		qda_mark(m->r.marks, m->r.line, _("'{%.*s}' is no mark: it "
		    "is {1} ... {/1} or {=CODE} ... {/}; a brace of the text "
		    "is doubled"), n > 40 ? 40 : (int)n, s);
	else if (closes)
		end(m, passage(m, s + 1, n - 1));
	else
		begin(m, passage(m, s, n));
}

/* A mark, which an editor may have broken into lines. */
static void
take_mark(struct marked *m)
{
	struct reading	*r = &m->r;
	size_t		 at = r->at, lines = 0;

	for (; at < r->n && r->s[at] != '}' && r->s[at] != '{'; at++) {
		if (r->s[at] == '\\' && at + 1 < r->n && r->s[at + 1] != '\n')
			at++;
		else if (r->s[at] == '\n' && (++lines > 8 || at + 1 == r->n ||
		    r->s[at + 1] == '\n'))
			break;
	}
	if (at >= r->n || r->s[at] != '}') {
		qda_mark(r->marks, r->line, _("a '}' is missing behind this "
		    "'{'; a brace of the text is doubled"));
		return;
	}
	read_mark(m, r->s + r->at, at - r->at);
	for (; r->at <= at; r->at++)
		r->line += r->s[r->at] == '\n';
}

/* ---- lines that mean something ---------------------------------------- */

/* The unit that "= CODES" is on: the sentence that ends here, or NONE. */
static size_t
sentence_above(struct marked *m, char sign)
{
	const struct reading	*r = &m->r;
	struct qda_markup_unit	*u;
	size_t			 k;

	k = r->i == 0 ? NONE : shown_sentence(&r->w, r->i - 1);
	if (k == NONE || r->w.s[k].to != r->i) {
		if (r->differ == 0)
			qda_mark(r->marks, r->line, k == NONE ?
			    _("no sentence stands above this '%c'") :
			    _("the sentence above this '%c' is not at its "
			    "end; {=CODE} ... {/} is for a part of one"),
			    sign);
		return NONE;
	}
	if (m->whole[k] == 0) {
		m->whole[k] = add_unit(m, NULL) + 1;
		u = &m->units->at[m->units->n - 1];
		u->start = r->w.s[k].start;
		u->end = r->w.s[k].end;
	}
	return m->whole[k] - 1;
}

/* The unit that a line "=..." or "~..." is on; moves *s behind its name. */
static struct qda_markup_unit *
target(struct marked *m, const char **s, const char *to, char sign)
{
	size_t	 n = name_size(*s, (size_t)(to - *s)), i;
	bool	 more = sign == '~' && *s + n < to && (*s)[n] == '+';
	int32_t	 c;
	size_t	 next = 0;

	c = *s + n + more == to ? ' ' : qda_text_next(*s + n + more,
	    (size_t)(to - *s) - n - more, &next);
	if (!shown_skips(c)) {
		qda_mark(m->r.marks, m->r.line, _("a blank is missing behind "
		    "'%c%.*s'"), sign, (int)n, *s);
		return NULL;
	}
	i = n == 0 ? sentence_above(m, sign) : passage(m, *s, n);
	*s += n;
	return i == NONE ? NULL : &m->units->at[m->first + i];
}

/* A memo, or with "+" a further line of the one before. */
static void
read_memo(struct qda_markup_unit *u, const char *s, const char *to)
{
	bool	 more = s < to && *s == '+';
	char	*text, *both;

	for (s += more; s < to && strchr(" \t", *s) != NULL; )
		s++;
	while (to > s && strchr(" \t", to[-1]) != NULL)
		to--;
	text = qda_strndup(s, (size_t)(to - s));
	if (more && u->memos.n > 0) {
		both = qda_sprintf("%s\n%s", u->memos.at[u->memos.n - 1],
		    text);
		free(u->memos.at[u->memos.n - 1]);
		u->memos.at[u->memos.n - 1] = both;
		free(text);
	} else if (*text != '\0')
		qda_strings_take(&u->memos, text);
	else
		free(text);
}

/* Whether a line "@..." says what it said. */
static void
check_turn(struct marked *m, const char *s, size_t n)
{
	const struct reading	*r = &m->r;
	const struct shown	*w = &r->w;
	const char		*head = NULL;
	size_t			 k;

	if (r->skip > 0 || r->differ > 0)
		return;
	k = r->i < w->n ? shown_sentence(w, r->i) : w->n_s;
	if (k < w->n_s && w->s[k].from == r->i && (k == 0 ||
	    w->s[k].part != w->s[k - 1].part))
		head = r->m->parts[w->s[k].part].head;
	if (head == NULL)
		qda_mark(r->marks, r->line, _("no turn begins here: turns are "
		    "not changed in this text"));
	else if (!letters_same(head, strlen(head), s, n))
		qda_mark(r->marks, r->line, _("turns are not changed in this "
		    "text: '@%s' stood here"), head);
}

static void
read_line(struct marked *m, const char *s, const char *to)
{
	struct qda_markup_unit	*u;
	char			 sign = *s++;

	if (sign == '@')
		check_turn(m, s, (size_t)(to - s));
	if (strchr("=~", sign) != NULL)
		m->r.items = m->r.line;
	if (strchr("=~", sign) == NULL ||
	    (u = target(m, &s, to, sign)) == NULL)
		return;
	if (sign == '=')
		items_read(u, s, (size_t)(to - s), m->r.line, m->r.marks);
	else
		read_memo(u, s, to);
}

/* ---- words ------------------------------------------------------------ */

/*
 * Before a word, one "\" more than the text has is an escape: where lines are
 * broken anew it need not stand at the start of one.
 */
static void
read_backslash(struct reading *r, size_t byte)
{
	size_t	 now = letters_backslashes(r, byte), was = 0, to = 0;

	if (r->i < r->w.n)
		to = r->w.s[shown_sentence(&r->w, r->i)].to;
	while (r->i + was < to && r->w.c[r->i + was] == '\\' &&
	    r->w.at[r->i + was] == r->w.at[r->i] + (int32_t)was)
		was++;
	if (now == was + 1 && (was > 0 ||
	    markup_means((unsigned char)r->s[byte + now])))
		r->word = false;
	else
		letters_read(r, '\\', byte);
}

static void
read_char(struct marked *m, int32_t c, size_t byte)
{
	struct reading	*r = &m->r;
	bool		 doubled = r->at < r->n && r->s[r->at] == (char)c;

	if (c == '{' && !doubled) {
		take_mark(m);
	} else if (c == '}' && !doubled) {
		qda_mark(r->marks, r->line, _("a '}' without its '{'; a brace "
		    "of the text is doubled"));
	} else if (c == '\\' && r->word) {
		read_backslash(r, byte);
	} else {
		r->at += c == '{' || c == '}';
		letters_read(r, c, byte);
	}
}

static void
read_words(struct marked *m)
{
	struct reading	*r = &m->r;
	size_t		 byte;
	int32_t		 c;

	r->word = true;
	while (!r->lost && r->at < r->n) {
		byte = r->at;
		c = qda_text_next(r->s, r->n, &r->at);
		if (c == '\n') {
			r->line++;
			break;
		}
		if (shown_skips(c))
			r->word = true;
		else
			read_char(m, c, byte);
	}
}

static void
read_all(struct marked *m)
{
	struct reading	*r = &m->r;
	size_t		 from, to;

	while (r->at < r->n && !r->lost) {
		from = r->at + strspn(r->s + r->at, " \t");
		if (from >= r->n || strchr("@=~%", r->s[from]) == NULL ||
		    letters_line(r, from)) {
			read_words(m);
			continue;
		}
		to = from + strcspn(r->s + from, "\n");
		read_line(m, r->s + from, r->s + to);
		r->at = to + (to < r->n);
		r->line += to < r->n;
	}
}

/* ---- all of it -------------------------------------------------------- */

static void
check_passages(const struct marked *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct passage		*p = &m->p[i];
		const struct qda_markup_unit	*u =
		    &m->units->at[m->first + i];

		if (u->mark == NULL || p->ended)
			continue;
		if (p->begun && *u->mark == '\0')
			qda_mark(m->r.marks, u->line, _("'{=...}' has no end: "
			    "'{/}' is missing"));
		else if (p->begun)
			qda_mark(m->r.marks, u->line, _("'{%s}' has no end: "
			    "'{/%s}' is missing"), u->mark, u->mark);
		else
			qda_mark(m->r.marks, u->line, _("there is no passage "
			    "'{%s}'; what is on the sentence above stands "
			    "behind a blank: '= CODE', '~ MEMO'"), u->mark);
	}
}

size_t
qda_markup_read(struct qda_markup_units *units, const struct qda_markup *what,
    const char *edited, struct qda_marks *marks)
{
	struct marked	*m = qda_alloc(1, sizeof(*m));
	struct reading	*r = &m->r;
	size_t		 before = marks->n, line = 0;

	m->units = units;
	m->first = units->n;
	for (size_t i = 0; i < BUCKETS; i++)
		m->bucket[i] = NONE;
	*r = (struct reading){ .m = what, .marks = marks, .s = edited,
	    .n = strlen(edited), .line = 1 };
	shown_make(&r->w, what);
	qda_cursor_begin(&r->cursor, what->text, what->n);
	m->whole = qda_alloc(r->w.n_s + 1, sizeof(*m->whole));
	read_all(m);
	if (r->i < r->w.n && r->differ == 0)
		line = r->line;
	else if (!r->lost)
		check_passages(m);
	if (marks->n > before)
		line = 0;
	shown_free(&r->w);
	free(m->whole);
	free(m->open);
	free(m->brief);
	free(m->p);
	free(m);
	return line;
}
