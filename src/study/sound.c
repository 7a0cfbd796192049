/* sound.c: what must hold in every study, counted where it does not. */
#include <stddef.h>

#include "db/stmt.h"
#include "qda/lang.h"
#include "qda/sound.h"
#include "study/sql.h"

const char *const qda_sound_sql[] = {
	[QDA_SOUND_CYCLE] = "WITH RECURSIVE below (top, code) AS ("
		"SELECT category, member FROM grouping UNION"
		" SELECT top, member FROM below JOIN grouping"
		" ON category = code) SELECT count(*) FROM below"
		" WHERE top = code",
	[QDA_SOUND_KIND] = "SELECT count(*) FROM code WHERE kind = 'property'"
		" AND id IN (SELECT category FROM grouping)",
	[QDA_SOUND_MAIN] = "SELECT count(*) FROM (SELECT member FROM grouping"
		" GROUP BY member HAVING sum(main) <> 1)",
	[QDA_SOUND_REVISION] = "SELECT (SELECT count(*) FROM unit AS u"
		" WHERE NOT EXISTS (SELECT 1 FROM source_revision AS r"
		" WHERE r.source = u.source AND r.number = u.revision))"
		" + (SELECT count(*) FROM turn AS t"
		" WHERE NOT EXISTS (SELECT 1 FROM source_revision AS r"
		" WHERE r.source = t.source AND r.number = t.revision))",
	[QDA_SOUND_EMPTY] = "SELECT count(*) FROM unit AS u"
		" WHERE u.label IS NULL"
		" AND NOT EXISTS (SELECT 1 FROM coding WHERE unit = u.id)"
		" AND NOT EXISTS (SELECT 1 FROM memo_on WHERE unit = u.id)"
		" AND NOT EXISTS (SELECT 1 FROM quotation WHERE unit = u.id)"
		" AND NOT EXISTS (SELECT 1 FROM relation_unit"
		" WHERE unit = u.id)",
	[QDA_SOUND_MAX] = NULL
};

static const char	*const reasons[QDA_SOUND_MAX] = {
	[QDA_SOUND_CYCLE] = N_("a category would be below itself"),
	[QDA_SOUND_KIND] = N_("a property would have members"),
	[QDA_SOUND_MAIN] = N_("a code would have no main category, or two"),
	[QDA_SOUND_REVISION] = N_("verbatims would lie in a text that is "
	    "gone"),
	[QDA_SOUND_EMPTY] = N_("a verbatim would be left without a code"),
};

int
qda_sound_count(struct qda_db *db, struct qda_soundness *s, struct qda_err *e)
{
	for (int i = 0; i < QDA_SOUND_MAX; i++)
		if (db_ask_int(&s->broken[i], db, e, qda_sound_sql[i], "") < 0)
			return -1;
	return 0;
}

int
qda_sound_still(struct qda_db *db, const struct qda_soundness *before,
    int64_t change, struct qda_err *e)
{
	struct qda_soundness	 now;

	if (qda_sound_count(db, &now, e) < 0)
		return -1;
	for (int i = 0; i < QDA_SOUND_MAX; i++)
		if (now.broken[i] > before->broken[i])
			return qda_fail(e, QDA_DATA, _("change %lld cannot be "
			    "turned back alone: %s; turn back what came after "
			    "it first ('qda log')"), (long long)change,
			    _(reasons[i]));
	return 0;
}
