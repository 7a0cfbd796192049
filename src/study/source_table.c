/* source_table.c: what the study holds of each source, counted. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/mem.h"
#include "qda/source_table.h"
#include "study/sql.h"

enum { LIST, SPEAKERS };

/* Whether a coder counts: ?1 is a JSON array of ids, or NULL for all. */
#define COUNTS(coder) "(?1 IS NULL OR " coder " IN" \
	" (SELECT value FROM json_each(?1)))"

const char *const qda_source_table_sql[] = {
	[LIST] = "SELECT s.id, s.name, s.kind, s.position, s.words,"
		" (SELECT count(*) FROM turn WHERE turn.source = s.id"
		" AND turn.revision = s.revision),"
		" (SELECT count(*) FROM unit WHERE unit.source = s.id"
		" AND " COUNTS("unit.coder") "),"
		" (SELECT count(DISTINCT coding.unit) FROM unit"
		" JOIN coding ON coding.unit = unit.id"
		" WHERE unit.source = s.id AND " COUNTS("coding.coder") "),"
		" s.revision, t.length, s.date, s.duration, s.setting,"
		" s.medium, guide.version, s.format, s.encoding, s.created"
		" FROM source AS s"
		" JOIN source_revision AS r ON r.source = s.id"
		" AND r.number = s.revision"
		" LEFT JOIN source_text AS t ON t.hash = r.hash"
		" LEFT JOIN guide ON guide.id = s.guide"
		" WHERE ?2 IS NULL OR s.id = ?2"
		" ORDER BY s.position, s.id",
	[SPEAKERS] = "SELECT label FROM speaker WHERE source = ?1"
		" ORDER BY id",
	NULL
};

int
qda_source_rows(struct db_rows **walk, struct qda_db *db, const char *coders,
    int64_t only, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_source_table_sql[LIST], "ti", coders,
	    only);
}

int
qda_source_row(struct db_rows *walk, struct qda_source_row *s,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	s->id = db_int(walk, 0);
	s->name = db_text(walk, 1);
	s->kind = db_text(walk, 2);
	s->position = db_int(walk, 3);
	s->words = db_int(walk, 4);
	s->turns = db_int(walk, 5);
	s->units = db_int(walk, 6);
	s->coded = db_int(walk, 7);
	s->revision = db_int(walk, 8);
	s->length = db_int(walk, 9);
	s->date = db_text(walk, 10);
	s->duration = db_int(walk, 11);
	s->setting = db_text(walk, 12);
	s->medium = db_text(walk, 13);
	s->guide = db_text(walk, 14);
	s->format = db_text(walk, 15);
	s->encoding = db_text(walk, 16);
	s->created = db_text(walk, 17);
	return 1;
}

int
qda_source_speakers(struct qda_db *db, int64_t source, char **labels,
    struct qda_err *e)
{
	struct db_rows	*rows;
	struct qda_mem	 m;
	int		 more;

	*labels = NULL;
	if (db_ask(&rows, db, e, qda_source_table_sql[SPEAKERS], "i",
	    source) < 0)
		return -1;
	qda_mem_open(&m);
	while ((more = db_next(rows, e)) > 0)
		fprintf(m.f, "%s%s", ftell(m.f) > 0 ? "; " : "",
		    db_text(rows, 0));
	*labels = qda_mem_text(&m);
	if (more == 0 && **labels != '\0')
		return 0;
	free(*labels);
	*labels = NULL;
	return more;
}
