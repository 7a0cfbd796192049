/* test_cells.c: tables of documents, as our own writers make them. */
#include <stdlib.h>
#include <string.h>

#include "qda/cells.h"
#include "qda/doc.h"
#include "qda/mem.h"
#include "suites.h"

static const struct qda_doc_column	 columns[] = {
	{ "N°", 1, true }, { "Item", 2, false }, { "Réponse", 4, false },
};
static const struct qda_doc_setup	 setup = {
	.title = "Grille", .lang = "fr",
};

static void
fill(struct qda_doc *d)
{
	qda_doc_line(d, QDA_DOC_TITLE, "Titre");
	qda_doc_table(d, columns, 3);
	qda_doc_span(d, QDA_DOC_BOLD, "Domaine");
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_cell_text(d, QDA_DOC_PLAIN, "12");
	qda_doc_cell_text(d, QDA_DOC_PLAIN, "  a <b> & c\n");
	qda_doc_cell_text(d, QDA_DOC_PLAIN, "un  deux\t\xc2\xa0;");
	qda_doc_text(d, QDA_DOC_SHADED, "[à relire]");
	qda_doc_block(d, QDA_DOC_ITEM, 1);
	qda_doc_text(d, QDA_DOC_PLAIN, "point");
	qda_doc_table_end(d);
	qda_doc_line(d, QDA_DOC_TEXT, "entre");
	qda_doc_table(d, columns, 1);
	qda_doc_row(d, QDA_DOC_ROW);
	qda_doc_table_end(d);
}

static char *
written(const char *format, size_t *n)
{
	struct qda_mem	 m;
	struct qda_doc	*d;
	struct qda_err	 e;
	char		*bytes;

	d = qda_doc_begin(qda_doc_writer(format), qda_mem_open(&m), &setup);
	fill(d);
	ck_assert_int_eq(qda_doc_end(d, &e), 0);
	bytes = qda_mem_text(&m);
	*n = m.size;
	return bytes;
}

/* "table.row own: cells" of a row. */
static char *
shown(const struct qda_cells_row *row)
{
	struct qda_mem	 m;

	fprintf(qda_mem_open(&m), "%zu.%zu %zu:", row->table, row->row,
	    row->own);
	for (size_t i = 0; i < row->n; i++)
		fprintf(m.f, "|%s", row->cells[i]);
	return qda_mem_text(&m);
}

static const char	*const formats[] = { "docx", "odt" };

START_TEST(cells_come_back_as_they_were_written)
{
	static const char	*const wanted[] = {
		"1.1 3:|N°|Item|Réponse", "1.2 1:|Domaine||",
		"1.3 3:|12|a <b> & c|un  deux\t\xc2\xa0;[à relire]\n"
		    "•\tpoint",
		"2.1 1:|N°", "2.2 1:|",
	};
	struct qda_cells	 cells;
	struct qda_err		 e;
	size_t			 n;
	char			*bytes = written(formats[_i], &n), *row;

	ck_assert_int_eq(qda_cells_read(&cells, bytes, n, &e), 1);
	ck_assert_uint_eq(cells.n, 5);
	for (size_t i = 0; i < 5; i++) {
		row = shown(&cells.rows[i]);
		ck_assert_str_eq(row, wanted[i]);
		free(row);
	}
	qda_cells_free(&cells);
	free(bytes);
}
END_TEST

START_TEST(what_is_no_document_has_no_cells)
{
	struct qda_cells	 cells;
	struct qda_err		 e;

	ck_assert_int_eq(qda_cells_read(&cells, "a;b\n", 4, &e), 0);
	ck_assert_uint_eq(cells.n, 0);
	ck_assert_int_eq(qda_cells_read(&cells, "PK\003\004x", 5, &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_int_eq(qda_cells_read(&cells, "", 0, &e), 0);
}
END_TEST

/* Whatever is missing at its end, it is refused, and nothing is left. */
START_TEST(a_document_cut_short_is_refused)
{
	struct qda_cells	 cells;
	struct qda_err		 e;
	size_t			 n;
	char			*bytes = written(formats[_i], &n);

	for (size_t k = 4; k < n; k += 97) {
		ck_assert_int_eq(qda_cells_read(&cells, bytes, k, &e), -1);
		qda_cells_free(&cells);
	}
	free(bytes);
}
END_TEST

Suite *
suite_cells(void)
{
	Suite	*s = suite_create("cells");
	TCase	*t = tcase_create("cells");

	tcase_add_loop_test(t, cells_come_back_as_they_were_written, 0, 2);
	tcase_add_test(t, what_is_no_document_has_no_cells);
	tcase_add_loop_test(t, a_document_cut_short_is_refused, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
