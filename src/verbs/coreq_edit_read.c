/* coreq_edit_read.c: the items of a checklist, read from a text. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "verbs/coreq_edit.h"

struct reading {
	struct coreq_blocks	*blocks;
	struct qda_marks	*marks;
	size_t			 line;
	struct coreq_block	*block;		/* open, or NULL */
	struct qda_mem		 text;		/* of its answer */
	bool			 stray;		/* told already */
};

/* "[ ] accept", "[x]": 'x' when it is crossed, ' ' when not, 0 for neither. */
static char
box_of(const char *line, size_t n)
{
	static const char	*const words[] = { "", "accept", "accepter" };
	bool			 crossed = n > 1 && line[1] != ' ' &&
				    line[1] != ']';
	size_t			 close = n > 1 && line[1] == ']' ? 1 : 2;

	if (n <= close || line[0] != '[' || line[close] != ']' ||
	    (crossed && strchr("xX", line[1]) == NULL))
		return 0;
	line += close + 1;
	n -= close + 1;
	while (n > 0 && strchr(" \t", *line) != NULL) {
		line++;
		n--;
	}
	while (n > 0 && strchr(" \t", line[n - 1]) != NULL)
		n--;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (n == strlen(words[i]) && strncmp(line, words[i], n) == 0)
			return crossed ? 'x' : ' ';
	return 0;
}

/* Bytes of "page:" at the beginning of a line, 0 when it says no place. */
static size_t
place_at(const char *line, size_t n)
{
	static const char	*const words[] = { "page", "location" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t	 k = strlen(words[i]);

		if (n <= k || strncasecmp(line, words[i], k) != 0)
			continue;
		while (k < n && line[k] == ' ')
			k++;
		if (strncmp(line + k, "\302\240", 2) == 0)	/* NBSP */
			k += 2;
		if (k < n && line[k] == ':')
			return k + 1;
	}
	return 0;
}

bool
coreq_line_means(const char *line, size_t n)
{
	return (n > 0 && strchr("%@\\", *line) != NULL) ||
	    box_of(line, n) != 0 || place_at(line, n) > 0;
}

static char *
trimmed(const char *s, size_t n)
{
	while (n > 0 && strchr(" \t", *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(" \t\n", s[n - 1]) != NULL)
		n--;
	return qda_strndup(s, n);
}

static void
end_block(struct reading *r)
{
	char	*text;
	size_t	 n;

	if (r->block == NULL)
		return;
	text = qda_mem_text(&r->text);
	n = strspn(text, "\n");
	r->block->text = trimmed(text + n, strlen(text + n));
	if (r->block->place == NULL)
		r->block->place = qda_strdup("");
	r->block = NULL;
	free(text);
}

/* What stands behind a title: two blanks, "%" and the sign. */
static char *
sign_of(const char *line, size_t n)
{
	size_t	 at = n;

	while (at > 0 && strchr("0123456789abcdef-", line[at - 1]) != NULL)
		at--;
	return at < 2 || line[at - 1] != '%' || line[at - 2] != ' ' ? NULL :
	    qda_strndup(line + at, n - at);
}

static void
begin_block(struct reading *r, const char *line, size_t n)
{
	struct coreq_blocks	*b = r->blocks;
	char			*end;
	long			 item = strtol(line + 1, &end, 10);

	end_block(r);
	r->stray = true;		/* one mistake is enough */
	if (line[1] < '0' || line[1] > '9' || item < 1 || item > 9999 ||
	    (end < line + n && strchr(" \t.", *end) == NULL)) {
		qda_mark(r->marks, r->line, _("behind @ stands the number of "
		    "an item; a line of an answer that begins with @ gets a "
		    "\\ before it"));
		return;
	}
	for (size_t i = 0; i < b->n; i++)
		if (b->at[i].item == item) {
			qda_mark(r->marks, r->line, _("item %ld stands in "
			    "line %zu already"), item, b->at[i].line);
			return;
		}
	while (n > 0 && strchr(" \t", line[n - 1]) != NULL)
		n--;
	b->at = qda_grow(b->at, &b->cap, b->n, sizeof(*b->at));
	r->block = &b->at[b->n++];
	*r->block = (struct coreq_block){ r->line, (int)item,
	    sign_of(line, n), false, 0, NULL, NULL };
	r->stray = false;
	qda_mem_open(&r->text);
}

static void
read_place(struct reading *r, const char *line, size_t n)
{
	struct coreq_block	*b = r->block;

	if (b->place != NULL) {
		qda_mark(r->marks, r->line, _("location is given twice"));
		return;
	}
	b->place = trimmed(line, n);
}

static void
read_line(struct reading *r, const char *line, size_t n)
{
	char	 box = box_of(line, n);
	size_t	 place = place_at(line, n);

	if (*line == '%')
		return;
	if (*line == '@')
		begin_block(r, line, n);
	else if (r->block == NULL) {
		if (!r->stray && strspn(line, " \t") < n) {
			qda_mark(r->marks, r->line, _("this is above the "
			    "first item"));
			r->stray = true;
		}
	} else if (box != 0) {
		r->block->accept |= box == 'x';
		r->block->accept_line = r->line;
	} else if (place > 0)
		read_place(r, line + place, n - place);
	else
		fprintf(r->text.f, "%.*s\n", (int)(n - (*line == '\\')),
		    line + (*line == '\\'));
}

void
coreq_blocks_read(struct coreq_blocks *blocks, const char *text,
    struct qda_marks *marks)
{
	struct reading	 r = { .blocks = blocks, .marks = marks };
	const char	*end;

	memset(blocks, 0, sizeof(*blocks));
	for (; *text != '\0'; text = end + (*end == '\n')) {
		end = strchrnul(text, '\n');
		r.line++;
		read_line(&r, text, (size_t)(end - text));
	}
	end_block(&r);
}

void
coreq_blocks_free(struct coreq_blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		free(blocks->at[i].sign);
		free(blocks->at[i].place);
		free(blocks->at[i].text);
	}
	free(blocks->at);
}
