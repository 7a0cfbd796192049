/* sheet_comment.c: comments, bold and highlighted words to passages. */
#include <stdlib.h>
#include <string.h>

#include "qda/cells.h"
#include "qda/text.h"
#include "qda/transcript.h"
#include "verbs/sheet_file.h"

enum { MEMO_LENGTH = 60 };

/* ---- words --------------------------------------------------------------- */

/* Adds a part without what people put before it: blanks, "#", "-". */
static void
add_part(struct qda_strings *list, const char *s, size_t n)
{
	char	*part = qda_alloc(n + 1, 1);
	size_t	 out = 0, from = 0, at = 0;

	for (size_t i = 0; i < n; i++) {
		i += s[i] == '\\' && i + 1 < n && s[i + 1] == ';';
		part[out++] = s[i];
	}
	for (int32_t c; at < out; from = at) {
		c = qda_text_next(part, out, &at);
		if (!qda_text_space(c) && c != '#' && c != 0x2022 &&
		    !(c == '-' && at < out && part[at] == ' '))
			break;
	}
	while (out > from && strchr(" \t\r", part[out - 1]) != NULL)
		out--;
	if (out > from)
		qda_strings_take(list, qda_strndup(part + from, out - from));
	free(part);
}

void
sheet_list_read(struct qda_strings *list, const char *cell)
{
	const char	*from = cell, *s = cell;

	for (; *s != '\0'; s++) {
		if (*s == '\\' && s[1] == ';')
			s++;
		else if (*s == ';' || *s == '|' || *s == '\n') {
			add_part(list, from, (size_t)(s - from));
			from = s + 1;
		}
	}
	add_part(list, from, (size_t)(s - from));
}

/* Bytes of "word :" at the beginning of a folded line, else 0. */
static size_t
heading(const char *line, const char *word)
{
	struct qda_folded	 f;
	size_t			 n = strlen(word), colon = strcspn(line, ":");
	bool			 is;

	if (line[colon] == '\0' || colon > n + 8)
		return 0;
	qda_text_fold(&f, line, colon);
	is = f.n >= n && memcmp(f.s, word, n) == 0 &&
	    strspn(f.s + n, " ") == f.n - n;
	qda_folded_free(&f);
	return is ? colon + 1 : 0;
}

static bool
is_memo(const char *line, size_t n)
{
	size_t	 end = n;

	while (end > 0 && line[end - 1] == ' ')
		end--;
	return strncmp(line, "//", 2) == 0 || strncmp(line, "??", 2) == 0 ||
	    strncmp(line, "NB", 2) == 0 ||
	    (end > 0 && line[end - 1] == '?') ||
	    qda_text_length(line, n) >= MEMO_LENGTH;
}

static void
read_line(const char *line, struct qda_strings *codes,
    struct qda_strings *memos)
{
	static const char	*const before[] = {
		"code", "theme", "propriete", "property", "codes"
	};
	size_t			 skip = heading(line, "memo");

	if (skip > 0 || strncmp(line, "//", 2) == 0) {
		skip += skip == 0 ? 2 : 0;
		skip += strspn(line + skip, " ");
		if (line[skip] != '\0')
			qda_strings_add(memos, line + skip);
		return;
	}
	if (is_memo(line, strlen(line))) {
		qda_strings_add(memos, line);
		return;
	}
	for (size_t i = 0; i < sizeof(before) / sizeof(*before) && skip == 0;
	    i++)
		skip = heading(line, before[i]);
	sheet_list_read(codes, line + skip);
}

void
sheet_comment_read(const char *comment, struct qda_strings *codes,
    struct qda_strings *memos)
{
	char	*line;
	size_t	 n;

	for (; *comment != '\0'; comment += n + (comment[n] == '\n')) {
		comment += strspn(comment, " \t\r\n");
		n = strcspn(comment, "\n");
		line = qda_strndup(comment, n);
		if (*line != '\0')
			read_line(line, codes, memos);
		free(line);
	}
}

/* ---- passages ------------------------------------------------------------ */

static struct sheet_mark *
add_mark(struct sheet_row *row, int64_t start, int64_t end)
{
	struct sheet_mark	*m;

	row->marks = qda_grow(row->marks, &row->cap_marks, row->n_marks,
	    sizeof(*row->marks));
	m = &row->marks[row->n_marks++];
	memset(m, 0, sizeof(*m));
	m->start = start;
	m->end = end;
	return m;
}

/* A passage without blanks at its ends; whether there is a word in it. */
static bool
trim(const char *words, int64_t *start, int64_t *end)
{
	struct qda_cursor	 c;
	size_t			 to, at;
	int64_t			 last;
	bool			 word = false;
	int32_t			 p;

	qda_cursor_begin(&c, words, strlen(words));
	at = qda_cursor_byte(&c, *start);
	to = qda_cursor_byte(&c, *end);
	last = *start;
	for (int64_t i = *start; at < to; i++) {
		p = qda_text_next(words, to, &at);
		word |= qda_text_letter(p);
		if (!qda_text_space(p))
			last = i + 1;
		else if (last == *start) {
			(*start)++;
			last = *start;
		}
	}
	*end = last;
	return word;
}

/* Whether only blanks stand between two places. */
static bool
blank_between(const char *words, int64_t start, int64_t end)
{
	int64_t	 a = start, b = end;

	if (start == end)
		return true;
	if (trim(words, &a, &b))
		return false;
	return a >= b;
}

static bool
marks(const struct qda_cell_mark *m)
{
	return m->comment == NULL && ((m->is & QDA_BOLD) != 0 ||
	    m->highlight >= 0);
}

static bool
same_look(const struct qda_cell_mark *a, const struct qda_cell_mark *b)
{
	return (a->is & QDA_BOLD) == (b->is & QDA_BOLD) &&
	    a->highlight == b->highlight;
}

/*
 * Stretches of one look are a passage, over blanks that have none.  A whole
 * cell in bold is how the table looks.
 */
static void
take_looks(struct sheet_row *row, const struct qda_cell_mark *m, size_t n)
{
	const struct qda_cell_mark	*last = NULL;
	struct sheet_mark		*passage = NULL;
	int64_t				 whole = 0, all, start, end;
	size_t				 kept = 0;

	all = qda_text_length(row->words, strlen(row->words));
	trim(row->words, &whole, &all);
	for (size_t i = 0; i < n; i++) {
		if (!marks(&m[i]))
			continue;
		if (last != NULL && same_look(last, &m[i]) &&
		    blank_between(row->words, passage->end, m[i].start))
			passage->end = m[i].end;
		else
			passage = add_mark(row, m[i].start, m[i].end);
		passage->look = true;
		last = &m[i];
		start = passage->start;
		end = passage->end;
		if (trim(row->words, &start, &end) && start <= whole &&
		    end >= all && last->highlight < 0) {
			row->n_marks--;
			last = NULL;
		}
	}
	for (size_t i = 0; i < row->n_marks; i++)
		if (trim(row->words, &row->marks[i].start,
		    &row->marks[i].end))
			row->marks[kept++] = row->marks[i];
	row->n_marks = kept;
}

/* The passage a comment is on: one that is marked already, or its own. */
static struct sheet_mark *
commented(struct sheet_row *row, const struct qda_cell_mark *m)
{
	int64_t	 start = m->start, end = m->end;

	if (start >= end || !trim(row->words, &start, &end)) {
		start = 0;
		end = qda_text_length(row->words, strlen(row->words));
		trim(row->words, &start, &end);
	}
	for (size_t i = 0; i < row->n_marks; i++)
		if (row->marks[i].start == start && row->marks[i].end == end)
			return &row->marks[i];
	return add_mark(row, start, end);
}

/* Where the last part of "category > property" begins; NULL: it has one. */
static char *
last_part(char *path)
{
	static const char	*const between[] = { " > ", "::" };
	char			*at, *last = NULL;

	for (size_t i = 0; i < 2; i++)
		for (at = path; (at = strstr(at, between[i])) != NULL;) {
			at += strlen(between[i]);
			last = at > last ? at : last;
		}
	return last == NULL || *last == '\0' ? NULL : last;
}

/* The codes of a comment that name their category: it is kept beside. */
static void
take_parents(struct sheet_mark *m)
{
	char	*path, *last, *up;
	size_t	 n;

	for (size_t i = m->parents.n; i < m->codes.n; i++) {
		path = m->codes.at[i];
		if ((last = last_part(path)) == NULL || last - path < 3) {
			qda_strings_add(&m->parents, "");
			continue;
		}
		m->codes.at[i] = qda_strdup(last);
		n = (size_t)(last - path);
		while (n > 0 && strchr(" >:", path[n - 1]) != NULL)
			path[--n] = '\0';
		path[n] = '\0';
		up = last_part(path);
		qda_strings_add(&m->parents, up == NULL ? path : up);
		free(path);
	}
}

static void
take_comment(struct sheet_row *row, const struct qda_cell_mark *m)
{
	struct sheet_mark	*passage = commented(row, m);

	if (m->reply && m->comment[0] != '\0')
		qda_strings_add(&passage->memos, m->comment);
	else
		sheet_comment_read(m->comment, &passage->codes,
		    &passage->memos);
	take_parents(passage);
}

void
sheet_marks_take(struct sheet_row *row, const struct qda_cells *cells,
    size_t first, size_t n, size_t words_column)
{
	const struct qda_cell_mark	*m;
	size_t				 from = 0, to;

	if (n == 0)
		return;
	m = cells->marks + first;
	while (from < n && m[from].column < words_column)
		from++;
	for (to = from; to < n && m[to].column == words_column;)
		to++;
	take_looks(row, m + from, to - from);
	for (size_t i = 0; i < n; i++)
		if (m[i].comment == NULL)
			continue;
		else if (m[i].column == words_column)
			take_comment(row, &m[i]);
		else if (m[i].comment[0] != '\0')
			qda_strings_add(&row->strays, m[i].comment);
}
