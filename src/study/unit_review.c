/* unit_review.c: what there is to read again, and what it carries. */
#include "db/stmt.h"
#include "qda/mem.h"
#include "qda/unit.h"
#include "study/sql.h"

enum { UNREAD, CARRIED, BESIDE, LABELLED };

#define PLACE	"u.source = ?1 AND u.\"start\" = ?2 AND u.\"end\" = ?3" \
		" AND u.revision = ?4 AND u.coder = ?5"

const char *const qda_unit_review_sql[] = {
	[UNREAD] = "SELECT s.name || ':' || u.\"start\" || '-' || u.\"end\" ||"
		" CASE WHEN u.revision > 1 THEN '@' || u.revision ELSE '' END"
		" FROM unit AS u JOIN source AS s ON s.id = u.source"
		" WHERE u.made = 'search' AND u.reviewed IS NOT 1"
		" AND u.coder = ?1 AND (?2 IS NULL OR s.id = ?2)"
		" AND (?3 IS NULL OR EXISTS (SELECT 1 FROM coding"
		" WHERE unit = u.id AND code = ?3))"
		" ORDER BY s.position, s.id, u.\"start\", u.\"end\", u.id",
	[CARRIED] = "SELECT k.name FROM unit AS u JOIN coding AS c"
		" ON c.unit = u.id AND c.coder = u.coder JOIN code AS k"
		" ON k.id = c.code WHERE " PLACE " ORDER BY c.id",
	[BESIDE] = "SELECT k.name FROM unit AS u JOIN coding AS c"
		" ON c.unit = u.id AND c.coder = u.coder JOIN code AS k"
		" ON k.id = c.code WHERE u.source = ?1 AND u.\"start\" < ?3"
		" AND u.\"end\" > ?2 AND u.revision = ?4 AND u.coder = ?5"
		" AND NOT (u.\"start\" = ?2 AND u.\"end\" = ?3)"
		" GROUP BY k.id ORDER BY min(u.\"start\"), k.id",
	[LABELLED] = "SELECT u.label FROM unit AS u WHERE " PLACE,
	NULL
};

int
qda_unit_unread(struct qda_db *db, int64_t coder, int64_t source,
    int64_t code, struct qda_strings *addresses, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_unit_review_sql[UNREAD], "iii", coder,
	    source, code) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(addresses, db_text(rows, 0));
	return more;
}

int
qda_unit_codes(struct qda_db *db, const struct qda_place *p, int64_t coder,
    bool beside, struct qda_strings *names, struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_unit_review_sql[beside ? BESIDE :
	    CARRIED], "iiiii", p->source, p->start, p->end, p->revision,
	    coder) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(names, db_text(rows, 0));
	return more;
}

int
qda_unit_labelled(struct qda_db *db, const struct qda_place *p,
    int64_t coder, char **label, struct qda_err *e)
{
	*label = NULL;
	return db_ask_text(label, db, e, qda_unit_review_sql[LABELLED],
	    "iiiii", p->source, p->start, p->end, p->revision, coder);
}
