/* check.c: what is wrong with a project, by one query each. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/check.h"
#include "qda/mem.h"
#include "study/check.h"
#include "study/sql.h"

#define INTERVIEW	"kind IN ('interview', 'focus-group', 'survey-answer')"
#define SPOKEN		"('interview', 'focus-group')"

/* The participant's sources: their own, and those in which they speak. */
#define THEIRS	"(SELECT participant AS p, id AS s FROM source" \
	" WHERE participant IS NOT NULL UNION" \
	" SELECT participant, source FROM speaker" \
	" WHERE participant IS NOT NULL)"

#define ADDRESS(u)	"(SELECT name FROM source WHERE id = " u ".source)" \
	" || ':' || " u ".\"start\" || '-' || " u ".\"end\"" \
	" || CASE WHEN " u ".revision > 1 THEN '@' || " u ".revision" \
	" ELSE '' END"

/* One of two dates of different precision is later than the other. */
#define LATER(a, b)	"substr(" a ", 1, length(" b ")) > " \
	"substr(" b ", 1, length(" a "))"

/* Where, then a to d; those of the texts are found by check_texts(). */
const char *const qda_check_sql[] = {
	[QDA_CHECK_FILE] = "SELECT 1 WHERE 0",
	[QDA_CHECK_TEXT_MISSING] = "SELECT s.name, u.revision FROM"
		" (SELECT source, revision FROM unit UNION"
		" SELECT source, revision FROM turn UNION"
		" SELECT id, revision FROM source) AS u"
		" JOIN source AS s ON s.id = u.source"
		" WHERE NOT EXISTS (SELECT 1 FROM source_revision AS r"
		" JOIN source_text AS t ON t.hash = r.hash"
		" WHERE r.source = u.source AND r.number = u.revision)"
		" ORDER BY s.position, u.revision",
	[QDA_CHECK_TEXT_CHANGED] = "SELECT 1 WHERE 0",
	[QDA_CHECK_OUTSIDE] = "SELECT 1 WHERE 0",
	[QDA_CHECK_WORDS] = "SELECT 1 WHERE 0",
	[QDA_CHECK_SOURCE] = "SELECT " ADDRESS("u") ", s.name FROM coding AS c"
		" JOIN unit AS u ON u.id = c.unit"
		" JOIN source AS s ON s.id = c.source"
		" WHERE c.source <> u.source ORDER BY c.id",
	[QDA_CHECK_TURN] = "SELECT 1 WHERE 0",
	[QDA_CHECK_CIRCLE] = "WITH RECURSIVE below (top, code) AS ("
		"SELECT category, member FROM grouping UNION"
		" SELECT top, member FROM below JOIN grouping"
		" ON category = code) SELECT a.name, b.name FROM grouping AS g"
		" JOIN below ON top = g.member AND below.code = g.category"
		" JOIN code AS a ON a.id = g.category"
		" JOIN code AS b ON b.id = g.member ORDER BY g.id",
	[QDA_CHECK_KIND] = "SELECT name FROM code WHERE kind = 'property'"
		" AND id IN (SELECT category FROM grouping) ORDER BY id",
	[QDA_CHECK_MAIN] = "SELECT m.name, c.name, sum(main) FROM grouping"
		" JOIN code AS m ON m.id = member"
		" JOIN code AS c ON c.id = category"
		" GROUP BY member HAVING sum(main) <> 1 ORDER BY member",
	[QDA_CHECK_EMPTY] = "SELECT " ADDRESS("u") " FROM unit AS u"
		" WHERE u.label IS NULL AND NOT EXISTS"
		" (SELECT 1 FROM coding WHERE unit = u.id) AND NOT EXISTS"
		" (SELECT 1 FROM memo_on WHERE unit = u.id) AND NOT EXISTS"
		" (SELECT 1 FROM quotation WHERE unit = u.id) AND NOT EXISTS"
		" (SELECT 1 FROM relation_unit WHERE unit = u.id)"
		" ORDER BY u.id",
	[QDA_CHECK_NO_CONSENT] = "SELECT name FROM participant"
		" WHERE outcome = 'included' AND consent IS NULL"
		" AND id IN (SELECT p FROM " THEIRS ") ORDER BY id",
	[QDA_CHECK_CONSENT_NO] = "SELECT name FROM participant"
		" WHERE outcome = 'included' AND consent = 'no'"
		" AND id IN (SELECT p FROM " THEIRS ") ORDER BY id",
	[QDA_CHECK_CONSENT_LATE] = "SELECT p.name, p.consent, s.name, s.date"
		" FROM participant AS p JOIN " THEIRS " AS t ON t.p = p.id"
		" JOIN source AS s ON s.id = t.s"
		" WHERE p.outcome = 'included' AND p.consent GLOB '[0-9]*'"
		" AND s." INTERVIEW " AND " LATER("p.consent", "s.date")
		" ORDER BY p.id, s.position",
	[QDA_CHECK_RECORDED] = "SELECT p.name, s.name"
		" FROM participant AS p JOIN " THEIRS " AS t ON t.p = p.id"
		" JOIN source AS s ON s.id = t.s WHERE p.recording = 'no'"
		" AND s.recording IN ('audio', 'video')"
		" ORDER BY p.id, s.position",
	[QDA_CHECK_NO_SOURCE] = "SELECT name FROM participant"
		" WHERE outcome = 'included'"
		" AND id NOT IN (SELECT p FROM " THEIRS ") ORDER BY id",
	[QDA_CHECK_NOBODY] = "SELECT name FROM source WHERE " INTERVIEW
		" AND id NOT IN (SELECT s FROM " THEIRS ")"
		" ORDER BY position, id",
	[QDA_CHECK_NO_DATE] = "SELECT name FROM source WHERE " INTERVIEW
		" AND date IS NULL ORDER BY position, id",
	[QDA_CHECK_ORDER] = "SELECT name, date, was, earlier FROM (SELECT name,"
		" date, lag(name) OVER w AS was, lag(date) OVER w AS earlier"
		" FROM source WHERE " INTERVIEW " AND date IS NOT NULL"
		" WINDOW w AS (ORDER BY position, id))"
		" WHERE " LATER("earlier", "date"),
	[QDA_CHECK_NO_GUIDE] = "SELECT name FROM source WHERE kind IN "
		SPOKEN " AND guide IS NULL AND EXISTS (SELECT 1 FROM guide)"
		" ORDER BY position, id",
	[QDA_CHECK_GUIDE_LATE] = "SELECT s.name, s.date, g.version, g.date"
		" FROM source AS s JOIN guide AS g ON g.id = s.guide"
		" WHERE " LATER("g.date", "s.date")
		" ORDER BY s.position, s.id",
	[QDA_CHECK_UNREAD] = "SELECT s.name, count(*), " ADDRESS("u")
		", p.name, min(u.\"start\" * 1000000 + u.id)"
		" FROM unit AS u JOIN source AS s ON s.id = u.source"
		" JOIN coder AS p ON p.id = u.coder"
		" WHERE u.made = 'search' AND u.reviewed IS NOT 1"
		" GROUP BY s.id, p.id ORDER BY s.position, s.id, p.id",
	[QDA_CHECK_NOT_CODED] = "SELECT name, CASE WHEN EXISTS (SELECT 1"
		" FROM turn WHERE turn.source = source.id) THEN '#1'"
		" ELSE '' END FROM source WHERE kind <> 'note'"
		" AND NOT EXISTS (SELECT 1 FROM assignment AS a"
		" WHERE a.source = source.id)"
		" AND NOT EXISTS (SELECT 1 FROM unit JOIN coding"
		" ON coding.unit = unit.id WHERE unit.source = source.id)"
		" ORDER BY position, id",
	[QDA_CHECK_ASSIGNED] = "SELECT s.name, p.name, CASE WHEN EXISTS"
		" (SELECT 1 FROM turn WHERE turn.source = s.id) THEN '#1'"
		" ELSE '' END FROM assignment AS a"
		" JOIN source AS s ON s.id = a.source"
		" JOIN coder AS p ON p.id = a.coder WHERE a.done IS NULL"
		" AND NOT EXISTS (SELECT 1 FROM unit JOIN coding"
		" ON coding.unit = unit.id WHERE unit.source = a.source"
		" AND coding.coder = a.coder)"
		" ORDER BY p.id, s.position, s.id",
	[QDA_CHECK_UNASSIGNED] = "SELECT s.name, p.name, count(*)"
		" FROM coding AS c JOIN unit AS u ON u.id = c.unit"
		" JOIN source AS s ON s.id = u.source AND s.kind <> 'note'"
		" JOIN coder AS p ON p.id = c.coder WHERE c.coder IN"
		" (SELECT coder FROM assignment)"
		" AND NOT EXISTS (SELECT 1 FROM assignment AS a"
		" WHERE a.source = u.source AND a.coder = c.coder)"
		" GROUP BY p.id, s.id ORDER BY p.id, s.position, s.id",
	[QDA_CHECK_RULE_UNDATED] = "SELECT stopping_rule FROM project"
		" WHERE stopping_rule IS NOT NULL"
		" AND stopping_declared IS NULL",
	[QDA_CHECK_RULE_LATE] = "SELECT stopping_rule, stopping_declared,"
		" s.name, min(s.date) FROM project JOIN source AS s ON s."
		INTERVIEW " WHERE stopping_rule IS NOT NULL"
		" GROUP BY project.id HAVING "
		LATER("stopping_declared", "min(s.date)"),
	[QDA_CHECK_MAX] = "SELECT name FROM (SELECT name, position, id,"
		" max(date) OVER (ORDER BY position, id) AS known, date"
		" FROM source) ORDER BY ifnull(date, known), position, id",
	NULL
};

static char *
text_of(struct db_rows *rows, int col)
{
	return qda_strdup(db_text(rows, col));
}

struct qda_finding *
check_found(struct qda_findings *f, enum qda_check what)
{
	struct qda_finding	*x;

	f->at = qda_grow(f->at, &f->cap, f->n, sizeof(*f->at));
	x = &f->at[f->n++];
	*x = (struct qda_finding){ .what = what };
	return x;
}

static int
ask(struct qda_db *db, enum qda_check what, struct qda_findings *f,
    struct qda_err *e)
{
	struct qda_finding	*x;
	struct db_rows		*rows;
	int			 more, n;

	if (db_ask(&rows, db, e, qda_check_sql[what], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		x = check_found(f, what);
		n = db_columns(rows);
		x->where = text_of(rows, 0);
		x->a = n > 1 ? text_of(rows, 1) : NULL;
		x->b = n > 2 ? text_of(rows, 2) : NULL;
		x->c = n > 3 ? text_of(rows, 3) : NULL;
		x->d = n > 4 ? text_of(rows, 4) : NULL;
	}
	return more;
}

static int
check_file(struct qda_db *db, struct qda_findings *f, struct qda_err *e)
{
	struct qda_strings	 problems = { 0 };
	struct qda_finding	*x;
	int			 rc = qda_db_problems(db, &problems, e);

	for (size_t i = 0; i < problems.n; i++) {
		x = check_found(f, QDA_CHECK_FILE);
		x->where = qda_strdup("-");
		x->a = qda_strdup(problems.at[i]);
	}
	qda_strings_free(&problems);
	return rc;
}

/* Takes the findings of one kind over, in their order. */
static void
take(struct qda_findings *f, struct qda_findings *from, enum qda_check what)
{
	for (size_t i = 0; i < from->n; i++)
		if (from->at[i].what == what) {
			*check_found(f, what) = from->at[i];
			from->at[i] = (struct qda_finding){ .where = NULL };
		}
}

static int
check_study(struct qda_db *db, struct qda_findings *f, struct qda_err *e)
{
	struct qda_findings	 texts = { NULL, 0, 0 };
	int			 rc = check_texts(db, &texts, e);

	for (int what = 0; rc == 0 && what < QDA_CHECK_MAX; what++) {
		take(f, &texts, (enum qda_check)what);
		rc = ask(db, (enum qda_check)what, f, e);
	}
	qda_findings_free(&texts);
	return rc;
}

/* Of a damaged file nothing else is certain. */
int
qda_check_all(struct qda_db *db, struct qda_findings *f, struct qda_err *e)
{
	*f = (struct qda_findings){ NULL, 0, 0 };
	if (check_file(db, f, e) == 0 &&
	    (f->n > 0 || check_study(db, f, e) == 0))
		return 0;
	qda_findings_free(f);
	return -1;
}

void
qda_findings_free(struct qda_findings *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->at[i].where);
		free(f->at[i].a);
		free(f->at[i].b);
		free(f->at[i].c);
		free(f->at[i].d);
	}
	free(f->at);
	f->at = NULL;
	f->n = f->cap = 0;
}

int
qda_check_order(struct qda_db *db, struct qda_strings *names,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_check_sql[QDA_CHECK_MAX], "") < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		qda_strings_add(names, db_text(rows, 0));
	return more;
}
