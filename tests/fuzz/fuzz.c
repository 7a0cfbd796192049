/*
 * fuzz.c: readers given any bytes, by libFuzzer (see run.sh).  QDA_FUZZ names
 * the reader.  What must hold: no crash, no leak, no undefined behaviour; and
 * what is read is what its header promises.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "fuzz.h"
#include "qda/address.h"
#include "qda/cells.h"
#include "qda/checklist.h"
#include "qda/clean.h"
#include "qda/csv.h"
#include "qda/markup.h"
#include "qda/mem.h"
#include "qda/query.h"
#include "qda/text.h"
#include "qda/transcript.h"
#include "qda/verbs.h"
#include "verbs/axial.h"

/* An archive written in memory, nothing deflated. */
struct archive {
	struct qda_mem	 all, list;
	unsigned	 n;
};

static void
put(FILE *f, unsigned long v, int bytes)
{
	for (; bytes-- > 0; v >>= 8)
		fputc((int)(v & 0xff), f);
}

/* What both headers of an entry say. */
static void
put_header(FILE *f, const char *name, const char *bytes, size_t n)
{
	put(f, 20, 2);
	put(f, 0, 8);
	put(f, crc32(0, (const Bytef *)bytes, (uInt)n), 4);
	put(f, n, 4);
	put(f, n, 4);
	put(f, strlen(name), 2);
	put(f, 0, 2);
}

static void
entry(struct archive *a, const char *name, const char *bytes, size_t n)
{
	long	 at;

	fflush(a->all.f);
	at = (long)a->all.size;
	fputs("PK\3\4", a->all.f);
	put_header(a->all.f, name, bytes, n);
	fputs(name, a->all.f);
	fwrite(bytes, 1, n, a->all.f);
	fputs("PK\1\2", a->list.f);
	put(a->list.f, 20, 2);
	put_header(a->list.f, name, bytes, n);
	put(a->list.f, 0, 10);
	put(a->list.f, (unsigned long)at, 4);
	fputs(name, a->list.f);
	a->n++;
}

static char *
archive_end(struct archive *a, size_t *size)
{
	char	*list = qda_mem_text(&a->list), *all;

	fflush(a->all.f);
	*size = a->all.size;
	fwrite(list, 1, a->list.size, a->all.f);
	fputs("PK\5\6", a->all.f);
	put(a->all.f, 0, 4);
	put(a->all.f, a->n, 2);
	put(a->all.f, a->n, 2);
	put(a->all.f, a->list.size, 4);
	put(a->all.f, *size, 4);
	put(a->all.f, 0, 2);
	free(list);
	all = qda_mem_text(&a->all);
	*size = a->all.size;
	return all;
}

/* Places are in order, within the text, and between its characters. */
static void
check(const struct qda_transcript *t)
{
	int64_t	 last = 0;

	assert(qda_text_invalid(t->text, t->size) == t->size);
	assert(t->length == qda_text_length(t->text, t->size));
	for (size_t i = 0; i < t->turns_n; last = t->turns[i++].end)
		assert(t->turns[i].start >= last &&
		    t->turns[i].start < t->turns[i].end &&
		    t->turns[i].end <= t->length &&
		    t->turns[i].voice < t->voices_n);
	last = 0;
	for (size_t i = 0; i < t->styles_n; last = t->styles[i++].end)
		assert(t->styles[i].start >= last &&
		    t->styles[i].start <= t->styles[i].end &&
		    t->styles[i].end <= t->length);
	for (size_t i = 0; i < t->comments_n; i++) {
		const struct qda_comment	*c = &t->comments[i];

		assert(c->text != NULL && c->start <= c->end &&
		    c->end <= t->length && c->start >= -1);
		assert(c->parent >= -1 && c->parent != (int64_t)i &&
		    c->parent < (int64_t)t->comments_n);
	}
}

/* A first byte below a blank stands for an option. */
static void
take_option(struct qda_read_options *o, const char **bytes, size_t *n)
{
	static const char	*const interviewers[] = { "P1" };
	char			 c = *n > 0 ? **bytes : ' ';

	if (c < 1 || c > 4)
		return;
	if (c == 1)
		o->split = "^(P|Entretien )\\d";
	else if (c == 2)
		o->question = "\\?\\s*$";
	else if (c == 3)
		o->encoding = "cp1252";
	else {
		o->interviewers = interviewers;
		o->interviewers_n = 1;
	}
	(*bytes)++;
	(*n)--;
}

static void
transcript(struct qda_read_options o, const char *bytes, size_t n)
{
	struct qda_transcript	*list;
	struct qda_err		 e;
	size_t			 k;

	if (qda_transcript_read(&list, &k, bytes, n, "x.md", &o, &e) < 0) {
		assert(e.why == QDA_DATA && e.msg[0] != '\0');
		return;
	}
	for (size_t i = 0; i < k; i++)
		check(&list[i]);
	qda_transcript_free(list, k);
}

/* Marks are of cells that are there, in order, within their texts. */
static void
check_cells(const struct qda_cells *cells)
{
	size_t	 last = 0;

	for (size_t i = 0; i < cells->n; i++) {
		assert(cells->rows[i].own <= cells->rows[i].n);
		for (size_t k = 0; k < cells->rows[i].n; k++) {
			const char	*s = cells->rows[i].cells[k];

			assert(qda_text_invalid(s, strlen(s)) == strlen(s));
		}
	}
	for (size_t i = 0; i < cells->n_marks; i++) {
		const struct qda_cell_mark	*m = &cells->marks[i];
		const char			*s;

		assert(m->row >= last && m->row < cells->n);
		last = m->row;
		assert(m->column < cells->rows[m->row].n);
		s = cells->rows[m->row].cells[m->column];
		assert(m->start >= 0 && m->start <= m->end &&
		    m->end <= qda_text_length(s, strlen(s)));
	}
}

/* The same file as a transcript, as the tables in it, and as a sheet. */
static void
both(struct qda_read_options o, const char *bytes, size_t n)
{
	struct qda_cells	 cells;
	struct qda_sheet_file	*sheet;
	struct qda_err		 e;

	if (o.format != NULL)
		transcript(o, bytes, n);
	if (qda_cells_read(&cells, bytes, n, &e) > 0)
		check_cells(&cells);
	qda_cells_free(&cells);
	if (qda_sheet_file_read(&sheet, bytes, n, "x", &e) < 0)
		assert(e.why == QDA_DATA && e.msg[0] != '\0');
	qda_sheet_file_free(sheet);
}

/* As it is, or as parts of an archive, with 0x1e between them. */
static void
document(const char *format, const char *const *names, const char *bytes,
    size_t n)
{
	struct qda_read_options	 o = { .format = format };
	struct archive	 a = { .n = 0 };
	const char	*next;
	char		*made;
	size_t		 size;

	take_option(&o, &bytes, &n);
	if (n > 2 && memcmp(bytes, "PK", 2) == 0) {
		both(o, bytes, n);
		return;
	}
	qda_mem_open(&a.all);
	qda_mem_open(&a.list);
	for (; *names != NULL; names++) {
		next = memchr(bytes, 0x1e, n);
		size = next == NULL ? n : (size_t)(next - bytes);
		entry(&a, *names, bytes, size);
		bytes += size + (next != NULL);
		n -= size + (next != NULL);
	}
	made = archive_end(&a, &size);
	both(o, made, size);
	free(made);
}

static const char	*const docx_parts[] = {
	"_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml",
	"word/styles.xml", "word/comments.xml", "word/commentsExtended.xml",
	NULL
};
static const char	*const odt_parts[] = {
	"content.xml", "styles.xml", "META-INF/manifest.xml", NULL
};

static const char	*const xlsx_parts[] = {
	"_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
	"xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
	"xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml",
	"xl/threads.xml", NULL
};

static void
docx(const char *bytes, size_t n)
{
	document("docx", docx_parts, bytes, n);
}

static void
odt(const char *bytes, size_t n)
{
	document("odt", odt_parts, bytes, n);
}

static void
xlsx(const char *bytes, size_t n)
{
	document(NULL, xlsx_parts, bytes, n);
}

static void
text(const char *format, const char *bytes, size_t n)
{
	struct qda_read_options	 o = { .format = format };

	take_option(&o, &bytes, &n);
	transcript(o, bytes, n);
}

static void
txt(const char *bytes, size_t n)
{
	text("txt", bytes, n);
}

static void
md(const char *bytes, size_t n)
{
	text("md", bytes, n);
}

static void
any(const char *bytes, size_t n)
{
	text(NULL, bytes, n);
}

static void
check_cell(const struct qda_rows *rows, size_t i)
{
	struct qda_strings	 items = { NULL, 0, 0 };
	const char		*code = qda_rows_value(rows, i, "code");

	assert(code != NULL && (i == 0 ||
	    qda_rows_line(rows, i) > qda_rows_line(rows, i - 1)));
	qda_cell_list(&items, code);
	qda_strings_free(&items);
}

static void
csv(const char *bytes, size_t n)
{
	static const char *const	 keys[] = { "name", "code", "date" };
	struct qda_rows	*rows;
	struct qda_err	 e;

	if (qda_csv_read(&rows, bytes, n, "x", &e) < 0)
		return;
	if (qda_rows_map(rows, keys, 3, &e) >= 0)
		for (size_t i = 0; i < qda_rows_count(rows); i++)
			check_cell(rows, i);
	qda_rows_free(rows);
}

static void
query(const char *bytes, size_t n)
{
	char			*text = qda_strndup(bytes, n);
	struct qda_clauses	*c;
	struct qda_err		 e;

	if (qda_clauses_read(&c, text, &e) == 0)
		for (size_t i = 0; i < c->n; i++)
			assert(c->terms[i]->at <= c->terms[i]->end &&
			    c->terms[i]->end <= strlen(c->text));
	qda_clauses_free(c);
	free(text);
}

static void
address(const char *bytes, size_t n)
{
	char			*text = qda_strndup(bytes, n), *again;
	struct qda_address	 a, b;
	struct qda_err		 e;

	if (qda_address_read(&a, text, &e) == 0) {
		if (a.span == QDA_SPAN_RANGE) {
			again = qda_address_text(a.source, a.first, a.last,
			    a.revision);
			assert(qda_address_read(&b, again, &e) == 0 &&
			    b.first == a.first && b.last == a.last &&
			    strcmp(a.source, b.source) == 0);
			free(b.source);
			free(again);
		}
		free(a.source);
	}
	free(text);
}

static void
outline(const char *bytes, size_t n)
{
	char		*text = qda_strndup(bytes, n);
	struct outline	 o = { .at = NULL };
	struct qda_err	 e;

	if (qda_text_invalid(text, strlen(text)) == strlen(text) &&
	    outline_read(&o, text, strlen(text), "'x'", "x", &e) == 0)
		for (size_t i = 0; i < o.n; i++)
			assert(o.at[i].up == SIZE_MAX || o.at[i].up < i);
	outline_free(&o);
	free(text);
}

/* Whatever is read, places are within the text; returns the mistakes. */
static size_t
read_markup(struct qda_markup_units *units, const struct qda_markup *m,
    const char *bytes, size_t n)
{
	struct qda_marks	 marks = { 0 };
	struct qda_cleaned	 clean;
	struct qda_err		 e;
	size_t			 line, wrong;

	if (qda_text_clean(&clean, bytes, n, "UTF-8", &e) < 0)
		return 1;
	if (strlen(clean.text) < clean.size)
		clean.text[0] = '\0';
	line = qda_markup_read(units, m, clean.text, &marks);
	for (size_t i = 0; i < units->n && marks.n == 0 && line == 0; i++)
		assert(units->at[i].start < units->at[i].end &&
		    units->at[i].start >= 0 &&
		    units->at[i].end <= qda_text_length(m->text, m->n));
	wrong = marks.n + (line > 0);
	qda_marks_free(&marks);
	qda_cleaned_free(&clean);
	return wrong;
}

/* What is written is read back: units here and there in two parts. */
static void
written_markup(const struct qda_markup *m)
{
	struct qda_markup_units	 units = { 0 }, back = { 0 };
	struct qda_mem		 out;
	int64_t			 length = qda_text_length(m->text, m->n);
	char			*text;

	for (int64_t i = 0; i < length && units.n < 40; i += 1 + i % 7)
		qda_markup_code(qda_markup_unit(&units, i, i + 1 + i * 31 %
		    (length - i)), "; \"a\" [x]", QDA_QUALIFIES);
	qda_markup_write(qda_mem_open(&out), m, &units, NULL, 0);
	text = qda_mem_text(&out);
	assert(read_markup(&back, m, text, strlen(text)) == 0 ||
	    length == 0 || *text == '\0');
	free(text);
	qda_markup_free(&units);
	qda_markup_free(&back);
}

/* A text, 0x1e, and what an editor made of it. */
static void
markup(const char *bytes, size_t n)
{
	const char		*edited = memchr(bytes, 0x1e, n);
	size_t			 size = edited != NULL ?
				    (size_t)(edited - bytes) : n;
	struct qda_markup_part	 parts[2];
	struct qda_markup	 m = { NULL, 0, parts, 2 };
	struct qda_markup_units	 units = { 0 };
	struct qda_cleaned	 clean;
	struct qda_err		 e;
	int64_t			 length;

	if (qda_text_clean(&clean, bytes, size, "UTF-8", &e) < 0)
		return;
	m.text = clean.text;
	m.n = clean.size;
	length = qda_text_length(m.text, m.n);
	parts[0] = (struct qda_markup_part){ 0, length / 2, "1 P4" };
	parts[1] = (struct qda_markup_part){ length / 2, length, NULL };
	written_markup(&m);
	if (edited != NULL)
		read_markup(&units, &m, edited + 1, n - size - 1);
	qda_markup_free(&units);
	qda_cleaned_free(&clean);
}

static void
checklist(const char *bytes, size_t n)
{
	struct qda_checklist	 list;
	struct qda_err		 e;

	if (qda_checklist_parse(&list, bytes, n, "x", &e) == 0) {
		assert(list.nitems > 0);
		qda_checklist_free(&list);
	}
}

static const struct {
	const char	*name;
	void		(*read)(const char *, size_t);
} readers[] = {
	{ "docx", docx }, { "odt", odt }, { "xlsx", xlsx }, { "txt", txt },
	{ "md", md },
	{ "any", any }, { "csv", csv }, { "query", query },
	{ "address", address }, { "outline", outline },
	{ "checklist", checklist }, { "markup", markup },
};

const char *const *
fuzz_parts(void)
{
	static const char	*const none[] = { NULL };
	const char		*name = getenv("QDA_FUZZ");

	if (name == NULL)
		return NULL;
	return strcmp(name, "docx") == 0 ? docx_parts :
	    strcmp(name, "odt") == 0 ? odt_parts :
	    strcmp(name, "xlsx") == 0 ? xlsx_parts :
	    strcmp(name, "checklist") == 0 ? none : NULL;
}

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char	*name = getenv("QDA_FUZZ");
	const char	*s = n == 0 ? "" : (const char *)bytes;

	for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++)
		if (name != NULL && strcmp(readers[i].name, name) == 0)
			readers[i].read(s, n);
	return 0;
}
