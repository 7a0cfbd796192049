/* finding.c: a table of findings, each with the command that mends it. */
#include <stdlib.h>

#include "qda/mem.h"
#include "qda/text.h"
#include "verbs/finding.h"

void
findings_open(struct findings *f, struct qda_act *act)
{
	static const struct qda_column	columns[] = {
		{ "finding", QDA_CELL_TEXT }, { "name", QDA_CELL_TEXT },
		{ "detail", QDA_CELL_TEXT }, { "command", QDA_CELL_TEXT },
	};

	f->n = 0;
	f->t = qda_act_table(act, columns,
	    sizeof(columns) / sizeof(columns[0]));
}

void
finding_add(struct findings *f, const char *finding, const char *name,
    const char *detail, const char *const *command)
{
	struct qda_mem	 m;
	char		*line;

	qda_mem_open(&m);
	for (size_t i = 0; command[i] != NULL; i++) {
		fputs(i > 0 ? " " : "", m.f);
		qda_text_shell(m.f, command[i]);
	}
	line = qda_mem_text(&m);
	qda_table_text(f->t, finding);
	qda_table_text(f->t, name);
	qda_table_text(f->t, detail);
	qda_table_text(f->t, line);
	free(line);
	f->n++;
}

int
findings_close(struct findings *f)
{
	qda_table_close(f->t);
	return f->n > 0;
}
