/* plain.c: text files, and any text, to sources with turns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/markdown.h"
#include "formats/reader.h"
#include "formats/speakers.h"
#include "qda/clean.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { LONGEST_NAME = 60, LONGEST_FILE = 255 };	/* code points */

void
qda_cleaned_tell(const struct qda_cleaned *c, struct qda_strings *notes)
{
	if (c->dropped > 0)
		qda_strings_take(notes, qda_sprintf(ngettext(
		    "%zu control character was left out",
		    "%zu control characters were left out", c->dropped),
		    c->dropped));
	if (c->invisible > 0)
		qda_strings_take(notes, qda_sprintf(ngettext(
		    "%zu invisible character (soft hyphen, zero width) was "
		    "left out", "%zu invisible characters (soft hyphens, zero "
		    "widths) were left out", c->invisible), c->invisible));
}

int
qda_plain_read(struct qda_transcript *t, const char *bytes, size_t n,
    const char *encoding, struct qda_err *e)
{
	struct qda_cleaned	 c;

	if (qda_text_clean(&c, bytes, n, encoding, e) < 0)
		return -1;
	t->text = c.text;
	t->size = c.size;
	snprintf(t->encoding, sizeof(t->encoding), "%s", c.encoding);
	qda_cleaned_tell(&c, &t->notes);
	return 0;
}

/* The sources to be: where each begins, and its name. */
struct part {
	char	*name;
	size_t	 from, to;
};
struct parts {
	struct part	*at;
	size_t		 n, cap;
	struct qda_reader *reader;
	const struct qda_transcript *whole;
	bool		 markdown, matched;
};

static void
parts_free(struct parts *p)
{
	for (size_t i = 0; i < p->n; i++)
		free(p->at[i].name);
	free(p->at);
}

/* Bytes that are no UTF-8 as \xe9, control characters as blanks. */
static char *
printable(const char *s, size_t n)
{
	struct qda_mem	 m;
	size_t		 at = 0, was;
	int32_t		 c;

	qda_mem_open(&m);
	while (was = at, at < n) {
		c = qda_text_next(s, n, &at);
		if (c < 0)
			fprintf(m.f, "\\x%02x", (unsigned char)s[was]);
		else if (c < ' ' || (c >= 0x7f && c < 0xa0))
			fputc(' ', m.f);
		else
			fwrite(s + was, 1, at - was, m.f);
	}
	return qda_mem_text(&m);
}

/*
 * A name as names are kept, of at most so many code points; caller frees;
 * NULL when nothing is left.
 */
static char *
tidy(const char *s, size_t n, int64_t longest)
{
	char			*copy = printable(s, n), *name = NULL;
	struct qda_err		 e;
	struct qda_cursor	 c;
	size_t			 end;

	if (qda_text_name(&name, copy, "", &e) == 0) {
		qda_cursor_begin(&c, name, strlen(name));
		end = qda_cursor_byte(&c, longest);
		while (end > 0 && name[end - 1] == ' ')
			end--;
		name[end] = '\0';
	}
	free(copy);
	return name;
}

/* The name of what is not named by a match: -N, or the file's. */
static char *
file_name(const struct qda_reader *r, const char *path)
{
	char	*stem, *name;

	if (r->options.name != NULL)
		return qda_strdup(r->options.name);
	stem = qda_file_stem(path);
	name = tidy(stem, strlen(stem), LONGEST_FILE);
	free(stem);
	return name != NULL ? name : qda_strdup("-");
}

static bool
taken(const struct parts *p, const char *name)
{
	char		*key = NULL, *other = NULL;
	struct qda_err	 e;
	bool		 same = false;

	if (qda_text_key(&key, name, &e) < 0)
		return false;
	for (size_t i = 0; i < p->n && !same; i++) {
		if (qda_text_key(&other, p->at[i].name, &e) < 0)
			continue;
		same = strcmp(key, other) == 0;
		free(other);
	}
	free(key);
	return same;
}

/* Takes name; the second of a name gets " 2". */
static void
part_add(struct parts *p, char *name, size_t from, size_t to)
{
	char	*first = name;

	for (size_t i = 2; taken(p, name); i++) {
		if (name != first)
			free(name);
		name = qda_sprintf("%s %zu", first, i);
	}
	if (name != first)
		free(first);
	p->at = qda_grow(p->at, &p->cap, p->n, sizeof(*p->at));
	p->at[p->n++] = (struct part){ name, from, to };
}

/*
 * The pattern in a paragraph as a person sees it: 1 and the words matched
 * (caller frees *matched when asked for), 0, -1.
 */
static int
match(struct qda_regex *r, const char *s, size_t n, bool markdown,
    char **matched, struct qda_err *e)
{
	char	*plain = NULL;
	size_t	 from, to;
	int	 rc;

	if (markdown)
		s = plain = qda_markdown_strip(s, n, &n, NULL, 0);
	from = strspn(s, " \t");	/* set in, as questions are */
	if (from < n) {
		s += from;
		n -= from;
	}
	rc = qda_regex_next(r, s, n, 0, &from, &to, e);
	if (rc > 0 && matched != NULL && (*matched = tidy(s + from,
	    to - from, LONGEST_NAME)) == NULL)
		*matched = tidy(s, n, LONGEST_NAME);
	free(plain);
	return rc;
}

static int
split(struct parts *p, const char *stem, struct qda_err *e)
{
	const struct qda_transcript	*t = p->whole;
	size_t				 at = 0, from, to, last = 0, end;
	char				*next, *name = qda_strdup(stem);
	int				 rc = 0;

	while (rc >= 0 && p->reader->split != NULL &&
	    qda_paragraph_next(t->text, t->size, &at, &from, &to)) {
		rc = match(p->reader->split, t->text + from, to - from,
		    p->markdown, &next, e);
		if (rc <= 0)
			continue;
		p->matched = true;
		end = from;
		if (qda_span_trim(t->text, &last, &end))
			part_add(p, name, last, from);
		else
			free(name);
		name = next != NULL ? next : qda_strdup(stem);
		last = from;
	}
	if (rc < 0)
		free(name);
	else
		part_add(p, name, last, t->size);
	return rc < 0 ? -1 : 0;
}

/* A question, and what was answered to the one before. */
static void
ask(struct qda_transcript *t, size_t *cap, size_t open, size_t from, size_t to)
{
	if (open == 0) {
		qda_voice_add(t, "Q");
		qda_voice_add(t, t->name);
		t->voices[0].role = QDA_ROLE_INTERVIEWER;
	} else
		qda_speech_add(t, cap, 1, open, from, -1, -1);
	qda_speech_add(t, cap, 0, from, to, -1, -1);
}

/* Whether the paragraph is a question: it matches, or looks so; 1, 0, -1. */
static int
asks(struct qda_reader *r, const struct qda_transcript *t, bool markdown,
    size_t *style, size_t from, size_t to, struct qda_err *e)
{
	if (r->options.question_style != NULL) {
		qda_span_trim(t->text, &from, &to);
		if (qda_looks(t, style, from, to, &r->look))
			return 1;
	}
	return r->question == NULL ? 0 : match(r->question, t->text + from,
	    to - from, markdown, NULL, e);
}

/* Questions and what follows them; a paragraph that asks is one turn. */
static int
by_questions(struct qda_reader *r, struct qda_transcript *t, bool markdown,
    struct qda_err *e)
{
	size_t	 at = 0, from, to, cap = 0, open = 0, style = 0;
	int	 rc;

	while (qda_paragraph_next(t->text, t->size, &at, &from, &to)) {
		rc = asks(r, t, markdown, &style, from, to, e);
		if (rc < 0)
			return -1;
		if (rc == 0)
			continue;
		ask(t, &cap, open, from, to);
		open = to;
	}
	if (open != 0)
		qda_speech_add(t, &cap, 1, open, t->size, -1, -1);
	else
		qda_strings_take(&t->notes, qda_sprintf(
		    _("'%s': no paragraph is a question as %s says"), t->name,
		    r->question != NULL ? "--question" : "--question-style"));
	return 0;
}

/* Turns go with the text when the marks go; bytes rise from turn to turn. */
static void
strip(struct qda_transcript *t)
{
	size_t	*at = qda_alloc(2 * t->turns_n, sizeof(*at)), from, to, kept;
	char	*text;

	for (size_t i = 0; i < t->turns_n; i++) {
		at[2 * i] = (size_t)t->turns[i].start;
		at[2 * i + 1] = (size_t)t->turns[i].end;
	}
	text = qda_markdown_strip(t->text, t->size, &t->size, at,
	    2 * t->turns_n);
	free(t->text);
	t->text = text;
	for (size_t i = kept = 0; i < t->turns_n; i++) {
		from = at[2 * i];
		to = at[2 * i + 1];
		if (!qda_span_trim(text, &from, &to))
			continue;
		t->turns[kept] = t->turns[i];
		t->turns[kept].start = (int64_t)from;
		t->turns[kept++].end = (int64_t)to;
	}
	t->turns_n = kept;
	free(at);
}

static void
to_code_points(struct qda_transcript *t)
{
	struct qda_cursor	 c;
	int64_t			**marks;
	size_t			 n;

	qda_cursor_begin(&c, t->text, t->size);
	for (size_t i = 0; i < t->turns_n; i++) {
		t->turns[i].start = qda_cursor_point(&c,
		    (size_t)t->turns[i].start);
		t->turns[i].end = qda_cursor_point(&c,
		    (size_t)t->turns[i].end);
	}
	t->length = qda_cursor_point(&c, t->size);
	marks = qda_marks(t, &n);
	qda_cursor_begin(&c, t->text, t->size);
	for (size_t i = 0; i < n; i++)
		*marks[i] = qda_cursor_point(&c, (size_t)*marks[i]);
	free(marks);
}

static int
make(struct parts *p, struct qda_transcript *t, struct qda_err *e)
{
	const struct qda_read_options	*o = &p->reader->options;

	if (p->reader->question != NULL || o->question_style != NULL) {
		if (by_questions(p->reader, t, p->markdown, e) < 0)
			return -1;
	} else if (t->turns_n == 0)
		qda_speakers_find(t, &p->reader->labels, o->interviewers,
		    o->interviewers_n);
	if (p->markdown)
		strip(t);
	qda_speakers_know(t, o->interviewers, o->interviewers_n);
	qda_speakers_doubt(t);
	to_code_points(t);
	return 0;
}

/* Bytes of the whole as bytes of a part, moved to its ends. */
static int64_t
within(const struct part *part, int64_t at)
{
	int64_t	 from = (int64_t)part->from, to = (int64_t)part->to;

	return at < from ? 0 : (at > to ? to : at) - from;
}

/* The first style that ends behind byte `at'; they are in order. */
static size_t
first_style(const struct qda_transcript *t, size_t at)
{
	size_t	 low = 0, high = t->styles_n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if ((size_t)t->styles[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static void
begin_styles(struct qda_transcript *t, const struct part *part,
    const struct qda_transcript *whole)
{
	size_t	 cap = 0;

	for (size_t i = first_style(whole, part->from); i < whole->styles_n;
	    i++) {
		struct qda_style	 s = whole->styles[i];

		if ((size_t)s.start >= part->to)
			break;
		s.start = within(part, s.start);
		s.end = within(part, s.end);
		t->styles = qda_grow(t->styles, &cap, t->styles_n,
		    sizeof(*t->styles));
		t->styles[t->styles_n++] = s;
	}
}

/* The first comment that begins at byte `at' or behind; nowhere is last. */
static size_t
first_comment(const struct qda_transcript *t, size_t at)
{
	size_t	 low = 0, high = t->comments_n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if ((uint64_t)t->comments[middle].start >= at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Comments belong to the part they begin in, and to no other. */
static void
begin_comments(struct qda_transcript *t, const struct part *part,
    const struct qda_transcript *whole)
{
	size_t	 first = first_comment(whole, part->from);
	size_t	 end = first_comment(whole, part->to);

	t->comments = qda_alloc(end - first, sizeof(*t->comments));
	t->comments_n = end - first;
	for (size_t i = first; i < end; i++) {
		const struct qda_comment	*c = &whole->comments[i];
		bool				 here = c->parent >= 0 &&
						    (size_t)c->parent >=
						    first &&
						    (size_t)c->parent < end;

		t->comments[i - first] = (struct qda_comment){
			qda_strdup(c->author), qda_strdup(c->date),
			qda_strdup(c->text), within(part, c->start),
			within(part, c->end),
			here ? c->parent - (int64_t)first : -1, c->done
		};
	}
}

/* Pages that begin in the part; the first of it is not told. */
static void
begin_pages(struct qda_transcript *t, const struct part *part,
    const struct qda_transcript *whole)
{
	t->pages = qda_alloc(whole->pages_n, sizeof(*t->pages));
	for (size_t i = 0; i < whole->pages_n; i++)
		if ((size_t)whole->pages[i] > part->from &&
		    (size_t)whole->pages[i] < part->to)
			t->pages[t->pages_n++] = within(part,
			    whole->pages[i]);
}

/* One source from a part of a whole file. */
static void
begin(struct qda_transcript *t, const struct part *part,
    const struct qda_transcript *whole)
{
	begin_styles(t, part, whole);
	begin_comments(t, part, whole);
	begin_pages(t, part, whole);
	t->text = qda_strndup(whole->text + part->from, part->to - part->from);
	t->size = part->to - part->from;
	t->format = whole->format;
	memcpy(t->encoding, whole->encoding, sizeof(t->encoding));
}

/* The file is one source: its text is not copied. */
static int
make_one(struct parts *p, struct qda_transcript *whole,
    struct qda_transcript *t, struct qda_err *e)
{
	*t = *whole;
	memset(whole, 0, sizeof(*whole));
	t->name = qda_strdup(p->at[0].name);
	if (p->reader->split != NULL)
		qda_strings_add(&t->notes, _("no paragraph matches --split"));
	if (make(p, t, e) < 0)
		return -1;
	if (p->reader->split == NULL)
		qda_heads_find(p->reader, t);
	return 0;
}

static int
make_all(struct parts *p, struct qda_transcript *whole,
    struct qda_transcript *list, struct qda_err *e)
{
	if (p->n == 1 && p->at[0].from == 0 && p->at[0].to == whole->size &&
	    !p->matched)
		return make_one(p, whole, list, e);
	list[0].notes = whole->notes;
	memset(&whole->notes, 0, sizeof(whole->notes));
	for (size_t i = 0; i < p->n; i++) {
		begin(&list[i], &p->at[i], whole);
		list[i].name = qda_strdup(p->at[i].name);
		if (make(p, &list[i], e) < 0)
			return -1;
	}
	return 0;
}

int
qda_sources_make(struct qda_reader *r, struct qda_transcript *whole,
    bool markdown, const char *path, struct qda_transcript **list, size_t *n,
    struct qda_err *e)
{
	struct parts	 p = { .reader = r, .markdown = markdown };
	char		*stem = file_name(r, path);
	int		 rc = -1;

	*list = NULL;
	p.whole = whole;
	if (split(&p, stem, e) < 0)
		goto out;
	*n = p.n;
	*list = qda_alloc(p.n, sizeof(**list));
	rc = make_all(&p, whole, *list, e);
	if (rc < 0) {
		qda_transcript_free(*list, p.n);
		*list = NULL;
	}
out:
	parts_free(&p);
	free(stem);
	return rc;
}
