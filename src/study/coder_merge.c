/* coder_merge.c: what two coders did becomes the work of one. */
#include <stdlib.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/mem.h"
#include "qda/unit.h"
#include "study/sql.h"

enum { TWINS, COUNT, DIFFER, MEMO, SAME, GIVE };

/* A coding x of coder ?1, and the one y of coder ?2 on the same unit. */
#define BY_BOTH	" FROM coding AS x JOIN coding AS y ON y.unit = x.unit" \
		" AND y.code = x.code AND y.coder = ?2 WHERE x.coder = ?1"
#define UNLIKE	" AND (x.stance <> y.stance OR x.position IS NOT y.position)"

const char *const qda_coder_merge_sql[] = {
	[TWINS] = "SELECT a.id, min(b.id) FROM unit AS a JOIN unit AS b"
		" ON b.source = a.source AND b.\"start\" = a.\"start\""
		" AND b.\"end\" = a.\"end\" AND b.revision = a.revision"
		" AND b.kind = a.kind AND b.coder = ?2"
		" WHERE a.coder = ?1 GROUP BY a.id",
	[COUNT] = "SELECT (SELECT count(*) FROM unit WHERE coder = ?1),"
		" (SELECT count(*) FROM coding WHERE coder = ?1)",
	[DIFFER] = "SELECT count(*)" BY_BOTH UNLIKE,
	[MEMO] = "UPDATE memo_on SET coding = t.y FROM (SELECT x.id AS x,"
		" y.id AS y" BY_BOTH ") AS t WHERE memo_on.coding = t.x",
	[SAME] = "DELETE FROM coding WHERE id IN (SELECT x.id" BY_BOTH ")",
	/* and the rest, from ?1 to ?2 */
	[GIVE] = "UPDATE coding SET coder = ?2 WHERE coder = ?1",
	"UPDATE unit SET coder = ?2 WHERE coder = ?1",
	"UPDATE assignment SET done = coalesce(assignment.done, x.done)"
		" FROM assignment AS x WHERE x.source = assignment.source"
		" AND x.coder = ?1 AND assignment.coder = ?2",
	"DELETE FROM assignment WHERE coder = ?1 AND source IN"
		" (SELECT source FROM assignment WHERE coder = ?2)",
	"UPDATE assignment SET coder = ?2 WHERE coder = ?1",
	"UPDATE source SET interviewer = ?2 WHERE interviewer = ?1",
	"UPDATE code SET coder = ?2 WHERE coder = ?1",
	"UPDATE grouping SET coder = ?2 WHERE coder = ?1",
	"UPDATE relation SET coder = ?2 WHERE coder = ?1",
	"UPDATE quotation SET coder = ?2 WHERE coder = ?1",
	"UPDATE verdict SET coder = ?2 WHERE coder = ?1",
	"UPDATE memo SET coder = ?2 WHERE coder = ?1",
	"UPDATE answer SET coder = ?2 WHERE coder = ?1",
	"UPDATE coder SET interviewer = max(coalesce(coder.interviewer,"
		" x.interviewer), coalesce(x.interviewer, coder.interviewer)),"
		" coder = max(coalesce(coder.coder, x.coder),"
		" coalesce(x.coder, coder.coder)),"
		" supervisor = max(coalesce(coder.supervisor, x.supervisor),"
		" coalesce(x.supervisor, coder.supervisor)),"
		" credentials = coalesce(coder.credentials, x.credentials),"
		" occupation = coalesce(coder.occupation, x.occupation),"
		" gender = coalesce(coder.gender, x.gender),"
		" experience = coalesce(coder.experience, x.experience),"
		" training = coalesce(coder.training, x.training)"
		" FROM coder AS x WHERE x.id = ?1 AND coder.id = ?2",
	"DELETE FROM coder WHERE id = ?1 AND ?2 = ?2",
	NULL
};

/* A unit of the one coder and the unit of the other at its place. */
struct twins {
	int64_t	 (*at)[2];
	size_t	 n, cap;
};

static int
find_twins(struct twins *t, struct qda_db *db, int64_t from, int64_t into,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_coder_merge_sql[TWINS], "ii", from,
	    into) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0) {
		t->at = qda_grow(t->at, &t->cap, t->n, sizeof(*t->at));
		t->at[t->n][0] = db_int(rows, 0);
		t->at[t->n++][1] = db_int(rows, 1);
	}
	return more;
}

/* Runs the statements first to last on the pair. */
static int
run_all(struct qda_db *db, int first, int last, int64_t a, int64_t b,
    struct qda_err *e)
{
	for (int i = first; i <= last; i++)
		if (db_run(db, e, qda_coder_merge_sql[i], "ii", a, b) < 0)
			return -1;
	return 0;
}

/* Codings that are there twice go, their memos to those that stay. */
static int
drop_same(struct qda_db *db, int64_t from, int64_t into,
    struct qda_coder_merged *m, struct qda_err *e)
{
	int64_t	 n = 0;

	if (db_ask_int(&n, db, e, qda_coder_merge_sql[DIFFER], "ii", from,
	    into) < 0 || run_all(db, MEMO, SAME, from, into, e) < 0)
		return -1;
	m->differing += n;
	m->same_codings += db_changed(db);
	return 0;
}

static int
join_units(struct qda_db *db, int64_t from, int64_t into,
    struct qda_coder_merged *m, struct qda_err *e)
{
	struct qda_unit_merged	 one;

	if (qda_unit_merge(db, from, into, &one, e) < 0)
		return -1;
	m->same_units++;
	m->same_codings += one.same;
	m->differing += one.differing;
	return 0;
}

static int
count(struct qda_db *db, int64_t coder, struct qda_coder_merged *m,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	if (db_ask(&rows, db, e, qda_coder_merge_sql[COUNT], "i", coder) < 0)
		return -1;
	if ((more = db_next(rows, e)) > 0) {
		m->units = db_int(rows, 0);
		m->codings = db_int(rows, 1);
	}
	db_stop(rows);
	return more < 0 ? -1 : 0;
}

static int
give_rest(struct qda_db *db, int64_t from, int64_t into, struct qda_err *e)
{
	for (int i = GIVE; qda_coder_merge_sql[i] != NULL; i++)
		if (run_all(db, i, i, from, into, e) < 0)
			return -1;
	return 0;
}

int
qda_coder_merge(struct qda_db *db, int64_t from, int64_t into,
    struct qda_coder_merged *m, struct qda_err *e)
{
	struct twins	 t = { NULL, 0, 0 };
	int		 rc = -1;

	*m = (struct qda_coder_merged){ 0 };
	if (count(db, from, m, e) < 0 || find_twins(&t, db, from, into, e) < 0)
		goto out;
	/* first the codings: a unit may carry those of both */
	if (drop_same(db, from, into, m, e) < 0 ||
	    run_all(db, GIVE, GIVE, from, into, e) < 0)
		goto out;
	for (size_t i = 0; i < t.n; i++)
		if (join_units(db, t.at[i][0], t.at[i][1], m, e) < 0)
			goto out;
	rc = give_rest(db, from, into, e);
out:
	free(t.at);
	return rc;
}
