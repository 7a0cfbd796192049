/*
 * incidence_words.c: the words behind a property; apart, as the state of the
 * study has no need of addresses.
 */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "study/incidence.h"
#include "study/sql.h"

enum { WORDS };

const char *const qda_incidence_words_sql[] = {
	[WORDS] = "SELECT source.name, unit.\"start\", unit.\"end\","
		" unit.revision, unit.words FROM coding"
		" JOIN unit ON unit.id = coding.unit"
		" JOIN source ON source.id = coding.source"
		" WHERE coding.code = ?2 AND coding.source = ?3"
		" AND coding.coder IN " THEY
		" ORDER BY unit.\"start\", unit.\"end\" LIMIT 1",
	NULL
};

int
qda_incidence_words(const struct qda_incidence *in, struct qda_db *db,
    size_t row, size_t column, char **address, char **words,
    struct qda_err *e)
{
	struct db_rows	*rows;
	char		*they = incidence_coders(in);
	int		 more = -1;

	if (db_ask(&rows, db, e, qda_incidence_words_sql[WORDS], "tii", they,
	    in->property_ids[row], in->interview_ids[column]) == 0 &&
	    (more = db_next(rows, e)) > 0) {
		*address = qda_address_text(db_text(rows, 0), db_int(rows, 1),
		    db_int(rows, 2), db_int(rows, 3));
		*words = qda_strdup(db_text(rows, 4));
		db_stop(rows);
	}
	free(they);
	return more;
}
