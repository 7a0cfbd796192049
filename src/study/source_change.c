/* source_change.c: sources renamed, put in order, deleted. */
#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/source.h"
#include "qda/source_table.h"
#include "study/name.h"
#include "study/sql.h"

enum {
	RENAME, MOVE,
	/* children before what they hang on */
	MEMOS, RELATIONS, QUOTATIONS, CODINGS, UNITS, VERDICTS, TURNS,
	REPLIES, COMMENTS, SPEAKERS, ASSIGNMENTS, VALUES, REVISIONS, MADE_IN,
	SOURCE
};

#define UNITS_OF "(SELECT id FROM unit WHERE source = ?1)"

const char *const qda_source_change_sql[] = {
	[RENAME] = "UPDATE source SET name = ?2, key = ?3 WHERE id = ?1",
	[MOVE] = "UPDATE source SET position = ?2 WHERE id = ?1",
	[MEMOS] = "DELETE FROM memo_on WHERE source = ?1"
		" OR unit IN " UNITS_OF
		" OR coding IN (SELECT id FROM coding WHERE unit IN "
		UNITS_OF ")",
	[RELATIONS] = "DELETE FROM relation_unit WHERE unit IN " UNITS_OF,
	[QUOTATIONS] = "DELETE FROM quotation WHERE unit IN " UNITS_OF,
	[CODINGS] = "DELETE FROM coding WHERE unit IN " UNITS_OF,
	[UNITS] = "DELETE FROM unit WHERE source = ?1",
	[VERDICTS] = "DELETE FROM verdict WHERE source = ?1",
	[TURNS] = "DELETE FROM turn WHERE source = ?1",
	[REPLIES] = "DELETE FROM comment WHERE source = ?1"
		" AND answers IS NOT NULL",
	[COMMENTS] = "DELETE FROM comment WHERE source = ?1",
	[SPEAKERS] = "DELETE FROM speaker WHERE source = ?1",
	[ASSIGNMENTS] = "DELETE FROM assignment WHERE source = ?1",
	[VALUES] = "DELETE FROM attribute_value WHERE source = ?1",
	[REVISIONS] = "DELETE FROM source_revision WHERE source = ?1",
	[MADE_IN] = "UPDATE code SET made_in = NULL WHERE made_in = ?1",
	[SOURCE] = "DELETE FROM source WHERE id = ?1",
	NULL
};

int
qda_source_rename(struct qda_db *db, int64_t id, const char *name,
    struct qda_err *e)
{
	int64_t	 other;
	int	 rc = qda_source_find(db, name, &other, e);

	if (rc < 0)
		return -1;
	if (rc > 0 && other != id)
		return qda_fail(e, QDA_DATA, _("there is a source '%s' "
		    "already"), name);
	return name_change(db, qda_source_change_sql[RENAME], _("source"),
	    name, id, e);
}

int
qda_source_move(struct qda_db *db, int64_t id, int64_t position,
    struct qda_err *e)
{
	return db_run(db, e, qda_source_change_sql[MOVE], "ii", id, position);
}

int
qda_source_delete(struct qda_db *db, int64_t id, struct qda_source_gone *gone,
    struct qda_err *e)
{
	int64_t	*counts[] = {
		[MEMOS] = &gone->memos, [QUOTATIONS] = &gone->quotations,
		[CODINGS] = &gone->codings, [UNITS] = &gone->units,
		[VERDICTS] = &gone->verdicts, [TURNS] = &gone->turns,
		[SOURCE] = NULL,
	};

	for (int i = MEMOS; i <= SOURCE; i++) {
		if (db_run(db, e, qda_source_change_sql[i], "i", id) < 0)
			return -1;
		if (counts[i] != NULL)
			*counts[i] += db_changed(db);
	}
	return 0;
}
