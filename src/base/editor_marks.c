/* editor_marks.c: mistakes in a text, written above their places. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "qda/editor.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { TOLD = 10 };

void
qda_mark(struct qda_marks *marks, size_t line, const char *fmt, ...)
{
	struct qda_mark	*m;
	va_list		 ap;

	if (marks->n == QDA_MARKS_MAX) {
		marks->more++;
		return;
	}
	marks->at = qda_grow(marks->at, &marks->cap, marks->n,
	    sizeof(*marks->at));
	m = &marks->at[marks->n++];
	m->line = line;
	va_start(ap, fmt);
	if (vasprintf(&m->text, fmt, ap) < 0)
		abort();
	va_end(ap);
	for (char *p = m->text; *p != '\0'; p++)	/* one line */
		if (*p == '\n')
			*p = ' ';
}

void
qda_marks_free(struct qda_marks *marks)
{
	for (size_t i = 0; i < marks->n; i++)
		free(marks->at[i].text);
	free(marks->at);
	memset(marks, 0, sizeof(*marks));
}

static int
by_line(const void *a, const void *b)
{
	const struct qda_mark	*p = *(struct qda_mark *const *)a;
	const struct qda_mark	*q = *(struct qda_mark *const *)b;

	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	return p < q ? -1 : p > q;
}

/* The marks by line, those of a line in the order they were made. */
static const struct qda_mark **
sorted(const struct qda_marks *marks)
{
	const struct qda_mark	**by = qda_alloc(marks->n + 1, sizeof(*by));

	for (size_t i = 0; i < marks->n; i++)
		by[i] = &marks->at[i];
	if (marks->n > 0)
		qsort(by, marks->n, sizeof(*by), by_line);
	return by;
}

static void
put_count(FILE *f, const struct qda_marks *marks)
{
	size_t	 n = marks->n + marks->more;

	if (n == 0)
		return;
	fputs(QDA_MARK_SIGN " ", f);
	fprintf(f, ngettext("%zu mistake, nothing is done yet: it is told in a "
	    "line like this one above its place", "%zu mistakes, nothing is "
	    "done yet: each is told in a line like this one above its place",
	    n), n);
	fputc('\n', f);
}

char *
qda_marks_put(const struct qda_marks *marks, const char *text)
{
	static const struct qda_marks	  none = { 0 };
	const struct qda_mark		**by;
	const char			 *end;
	struct qda_mem			  m;
	size_t				  i = 0, line = 1;

	marks = marks != NULL ? marks : &none;
	by = sorted(marks);
	qda_mem_open(&m);
	put_count(m.f, marks);
	for (; *text != '\0'; text = end, line++) {
		end = strchrnul(text, '\n');
		for (; i < marks->n && by[i]->line <= line; i++)
			fprintf(m.f, "%s %s\n", QDA_MARK_SIGN, by[i]->text);
		if (strncmp(text, QDA_MARK_SIGN, strlen(QDA_MARK_SIGN)) != 0)
			fprintf(m.f, "%.*s\n", (int)(end - text), text);
		end += *end == '\n';
	}
	for (; i < marks->n; i++)
		fprintf(m.f, "%s %s\n", QDA_MARK_SIGN, by[i]->text);
	free(by);
	return qda_mem_text(&m);
}

int
qda_marks_fail(const struct qda_marks *marks, const char *file,
    struct qda_err *e)
{
	const struct qda_mark	**by = sorted(marks);
	size_t			  n = marks->n < TOLD ? marks->n : TOLD, more;
	struct qda_mem		  m;
	char			 *all;

	qda_mem_open(&m);
	for (size_t i = 0; i < n; i++) {
		fprintf(m.f, _("%s, line %zu: %s"), file, by[i]->line,
		    by[i]->text);
		if (i + 1 < n)
			fputc('\n', m.f);
	}
	more = marks->n + marks->more - n;
	if (more > 0)
		fprintf(m.f, ngettext("\nand %zu more", "\nand %zu more",
		    more), more);
	all = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, "%s", all);
	free(all);
	free(by);
	return -1;
}
