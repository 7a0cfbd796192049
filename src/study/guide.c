/* guide.c: versions of the interview guide. */
#include <stddef.h>

#include "qda/guide.h"
#include "qda/lang.h"
#include "study/name.h"
#include "study/sql.h"

enum { FIND, NAMES };

const char *const qda_guide_sql[] = {
	[FIND] = "SELECT id FROM guide WHERE key = ?1",
	[NAMES] = "SELECT version FROM guide ORDER BY id",
	NULL
};

int
qda_guide_need(struct qda_db *db, const char *version, int64_t *id,
    struct qda_err *e)
{
	int	 rc = name_find(db, qda_guide_sql[FIND], version, id, e);

	return rc != 0 ? rc : name_missing(db, qda_guide_sql[NAMES],
	    _("there is no guide '%s'"), version, e);
}
