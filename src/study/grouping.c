/* grouping.c: categories and what they hold. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/when.h"
#include "study/sql.h"

enum {
	HAS, HOLDS, ABOVE, ADD, PROMOTE, REMOVE, NEXT_MAIN, SET_MAIN, MEMBERS,
	PLACE, OF_MEMBER, MOVE_MEMBER, MOVE_CATEGORY, NO_MAIN, LIST
};

#define BEHIND "(SELECT ifnull(max(position), 0) + 1 FROM grouping" \
	" WHERE category = ?1)"

const char *const qda_grouping_sql[] = {
	[HAS] = "SELECT main FROM grouping WHERE category = ?1"
		" AND member = ?2",
	[HOLDS] = "SELECT 1 FROM grouping WHERE category = ?1 LIMIT 1",
	/* all that is above ?1, each with what it holds on the way */
	[ABOVE] = "WITH RECURSIVE up (id, holds) AS ("
		" SELECT category, member FROM grouping WHERE member = ?1"
		" UNION SELECT g.category, g.member FROM grouping AS g"
		" JOIN up ON g.member = up.id)"
		" SELECT id, holds FROM up",
	[ADD] = "INSERT INTO grouping (guid, category, member, position, main,"
		" coder, created) VALUES (?4, ?1, ?2, " BEHIND ","
		" NOT EXISTS (SELECT 1 FROM grouping WHERE member = ?2"
		" AND main = 1), ?3, ?5)",
	[PROMOTE] = "UPDATE code SET kind = 'category'"
		" WHERE id = ?1 AND kind <> 'category'",
	[REMOVE] = "DELETE FROM grouping WHERE category = ?1 AND member = ?2",
	[NEXT_MAIN] = "SELECT category FROM grouping WHERE member = ?1"
		" AND NOT EXISTS (SELECT 1 FROM grouping WHERE member = ?1"
		" AND main = 1) ORDER BY id LIMIT 1",
	[SET_MAIN] = "UPDATE grouping SET main = 1 WHERE category = ?1"
		" AND member = ?2 AND main = 0",
	[MEMBERS] = "SELECT member, position FROM grouping WHERE category = ?1"
		" ORDER BY position, id",
	[PLACE] = "UPDATE grouping SET position = ?3 WHERE category = ?1"
		" AND member = ?2",
	[OF_MEMBER] = "SELECT category, NULL FROM grouping WHERE member = ?1"
		" ORDER BY main DESC, id",
	[MOVE_MEMBER] = "UPDATE grouping SET member = ?3, main = main"
		" AND NOT EXISTS (SELECT 1 FROM grouping WHERE member = ?3"
		" AND main = 1) WHERE category = ?1 AND member = ?2",
	[MOVE_CATEGORY] = "UPDATE grouping SET category = ?1, position = "
		BEHIND " WHERE category = ?3 AND member = ?2",
	[NO_MAIN] = "UPDATE grouping SET main = 0 WHERE member = ?2"
		" AND main = 1 AND category <> ?1",
	[LIST] = "SELECT category, member, main FROM grouping"
		" ORDER BY category, position, id",
	NULL
};

/* A list of ids, with what a second column says of each. */
struct ids {
	int64_t	*id, *of;
	size_t	 n, cap, of_cap;
};

static void
ids_add(struct ids *l, int64_t id, int64_t of)
{
	l->id = qda_grow(l->id, &l->cap, l->n, sizeof(*l->id));
	l->of = qda_grow(l->of, &l->of_cap, l->n, sizeof(*l->of));
	l->id[l->n] = id;
	l->of[l->n++] = of;
}

static void
ids_free(struct ids *l)
{
	free(l->id);
	free(l->of);
}

static int
ids_read(struct ids *l, struct qda_db *db, const char *sql, int64_t about,
    struct qda_err *e)
{
	struct db_rows	*rows;
	int		 more;

	memset(l, 0, sizeof(*l));
	if (db_ask(&rows, db, e, sql, "i", about) < 0)
		return -1;
	while ((more = db_next(rows, e)) > 0)
		ids_add(l, db_int(rows, 0), db_int(rows, 1));
	return more;
}

int
qda_grouping_holds(struct qda_db *db, int64_t code, struct qda_err *e)
{
	int64_t	 one;

	return db_ask_int(&one, db, e, qda_grouping_sql[HOLDS], "i", code);
}

static size_t
place_of(const struct ids *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->id[i] == id)
			return i;
	return l->n;
}

/* A category cannot hold what holds it: names from the one to the other. */
static int
refuse_circle(struct qda_db *db, const struct ids *up, int64_t top,
    int64_t bottom, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*name, *chain;
	int64_t		 id = top;
	int		 rc;

	qda_mem_open(&m);
	while ((rc = qda_code_name(db, id, &name, e)) == 0) {
		fprintf(m.f, "%s%s", id == top ? "" : " > ", name);
		free(name);
		if (id == bottom)
			break;
		id = up->of[place_of(up, id)];
	}
	chain = qda_mem_text(&m);
	if (rc == 0)
		rc = qda_fail(e, QDA_DATA, _("a category cannot hold what "
		    "holds it: there is %s already"), chain);
	free(chain);
	return rc;
}

/* Whether the category is below the member: *up is the way there. */
static int
is_below(struct qda_db *db, int64_t category, int64_t member, struct ids *up,
    struct qda_err *e)
{
	memset(up, 0, sizeof(*up));
	if (category == member)
		return 1;
	switch (qda_grouping_holds(db, member, e)) {
	case 0:
		return 0;
	case 1:
		break;
	default:
		return -1;
	}
	if (ids_read(up, db, qda_grouping_sql[ABOVE], category, e) < 0)
		return -1;
	return place_of(up, member) < up->n;
}

static int
refuse_below(struct qda_db *db, int64_t category, int64_t member,
    struct qda_err *e)
{
	struct ids	 up;
	char		*name = NULL;
	int		 rc = is_below(db, category, member, &up, e);

	if (rc > 0 && category == member) {
		if ((rc = qda_code_name(db, member, &name, e)) == 0)
			rc = qda_fail(e, QDA_DATA,
			    _("'%s' cannot be its own category"), name);
	} else if (rc > 0)
		rc = refuse_circle(db, &up, member, category, e);
	free(name);
	ids_free(&up);
	return rc;
}

static int
promote(struct qda_db *db, int64_t category, bool *became, struct qda_err *e)
{
	if (db_run(db, e, qda_grouping_sql[PROMOTE], "i", category) < 0)
		return -1;
	*became = db_changed(db) > 0;
	return 0;
}

int
qda_grouping_add(struct qda_db *db, int64_t category, int64_t member,
    int64_t coder, bool *became, struct qda_err *e)
{
	unsigned char	 guid[16];
	char		 now[21];
	int64_t		 main;
	int		 rc;

	*became = false;
	rc = db_ask_int(&main, db, e, qda_grouping_sql[HAS], "ii", category,
	    member);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	if (refuse_below(db, category, member, e) < 0)
		return -1;
	qda_guid(guid);
	if (db_run(db, e, qda_grouping_sql[ADD], "iiibt", category, member,
	    coder, guid, sizeof(guid), qda_now(now)) < 0)
		return -1;
	return promote(db, category, became, e) < 0 ? -1 : 1;
}

/* A code without a main place gets one, where it is in a category at all. */
static int
choose_main(struct qda_db *db, int64_t member, int64_t *main,
    struct qda_err *e)
{
	int	 rc;

	*main = QDA_NONE;
	rc = db_ask_int(main, db, e, qda_grouping_sql[NEXT_MAIN], "i", member);
	if (rc <= 0)
		return rc;
	return db_run(db, e, qda_grouping_sql[SET_MAIN], "ii", *main, member);
}

int
qda_grouping_remove(struct qda_db *db, int64_t category, int64_t member,
    int64_t *main, struct qda_err *e)
{
	*main = QDA_NONE;
	if (db_run(db, e, qda_grouping_sql[REMOVE], "ii", category,
	    member) < 0)
		return -1;
	if (db_changed(db) == 0)
		return 0;
	return choose_main(db, member, main, e) < 0 ? -1 : 1;
}

int
qda_grouping_main(struct qda_db *db, int64_t category, int64_t member,
    struct qda_err *e)
{
	if (db_run(db, e, qda_grouping_sql[SET_MAIN], "ii", category,
	    member) < 0)
		return -1;
	if (db_changed(db) == 0)
		return 0;
	return db_run(db, e, qda_grouping_sql[NO_MAIN], "ii", category,
	    member) < 0 ? -1 : 1;
}

int
qda_grouping_list(struct db_rows **walk, struct qda_db *db, struct qda_err *e)
{
	return db_ask(walk, db, e, qda_grouping_sql[LIST], "");
}

int
qda_grouping_next(struct db_rows *walk, struct qda_membership *m,
    struct qda_err *e)
{
	int	 more = db_next(walk, e);

	if (more <= 0)
		return more;
	m->category = db_int(walk, 0);
	m->member = db_int(walk, 1);
	m->main = db_int(walk, 2) == 1;
	return 1;
}

static int
by_value(const void *a, const void *b)
{
	const int64_t	*p = a, *q = b;

	return (*p > *q) - (*p < *q);
}

/* The members as they are now, those wanted in their order among them. */
static struct ids
in_order(const struct ids *now, const int64_t *members, size_t n)
{
	struct ids	 all = { 0 };
	int64_t		*sorted = qda_alloc(n + 1, sizeof(*sorted));
	size_t		 next = 0;

	if (n > 0)
		memcpy(sorted, members, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_value);
	for (size_t i = 0; i < now->n; i++)
		ids_add(&all, next < n && bsearch(&now->id[i], sorted, n,
		    sizeof(*sorted), by_value) ? members[next++] :
		    now->id[i], QDA_NONE);
	free(sorted);
	return all;
}

/* Positions that tell nothing, two the same, are made 1, 2, 3. */
static int
renumber(struct qda_db *db, int64_t category, struct ids *now,
    struct qda_err *e)
{
	size_t	 i;

	for (i = 1; i < now->n && now->of[i - 1] < now->of[i];)
		i++;
	if (i >= now->n)
		return 0;
	for (i = 0; i < now->n; i++) {
		now->of[i] = (int64_t)i + 1;
		if (db_run(db, e, qda_grouping_sql[PLACE], "iii", category,
		    now->id[i], now->of[i]) < 0)
			return -1;
	}
	return 0;
}

int
qda_grouping_order(struct qda_db *db, int64_t category,
    const int64_t *members, size_t n, struct qda_err *e)
{
	struct ids	 now, wanted;
	int		 moved = 0, rc;

	if (ids_read(&now, db, qda_grouping_sql[MEMBERS], category, e) < 0 ||
	    renumber(db, category, &now, e) < 0) {
		ids_free(&now);
		return -1;
	}
	wanted = in_order(&now, members, n);
	for (size_t i = 0; moved >= 0 && i < now.n; i++) {
		if (now.id[i] == wanted.id[i])
			continue;
		rc = db_run(db, e, qda_grouping_sql[PLACE], "iii", category,
		    wanted.id[i], now.of[i]);
		moved = rc < 0 ? -1 : moved + 1;
	}
	ids_free(&now);
	ids_free(&wanted);
	return moved;
}

/* A membership taken out, its main place seen to. */
static int
drop(struct qda_db *db, int64_t category, int64_t member, struct qda_err *e)
{
	int64_t	 main;

	return qda_grouping_remove(db, category, member, &main, e) < 0 ?
	    -1 : 0;
}

/* A main place given up for the same one of another code, when it was one. */
static int
drop_for(struct qda_db *db, int64_t category, int64_t member,
    int64_t instead, struct qda_err *e)
{
	int64_t	 main = 0;

	if (db_ask_int(&main, db, e, qda_grouping_sql[HAS], "ii", category,
	    member) < 0 || db_run(db, e, qda_grouping_sql[REMOVE], "ii",
	    category, member) < 0)
		return -1;
	return main == 0 ? 0 : db_run(db, e, qda_grouping_sql[SET_MAIN], "ii",
	    instead, member);
}

/* What one code is in, the other is in instead. */
static int
move_up(struct qda_db *db, int64_t from, int64_t to, struct qda_err *e)
{
	struct ids	 in, up;
	int64_t		 main;
	int		 rc, below;

	rc = ids_read(&in, db, qda_grouping_sql[OF_MEMBER], from, e);
	for (size_t i = 0; rc == 0 && i < in.n; i++) {
		below = is_below(db, in.id[i], to, &up, e);
		ids_free(&up);
		if (below == 0)
			below = db_ask_int(&main, db, e,
			    qda_grouping_sql[HAS], "ii", in.id[i], to);
		if (below < 0)
			rc = -1;
		else if (below > 0)
			rc = drop(db, in.id[i], from, e);
		else
			rc = db_run(db, e, qda_grouping_sql[MOVE_MEMBER],
			    "iii", in.id[i], from, to);
	}
	ids_free(&in);
	return rc < 0 ? -1 : choose_main(db, to, &main, e) < 0 ? -1 : 0;
}

/* One member of a code goes over to the other, or is there already. */
static int
move_member(struct qda_db *db, int64_t from, int64_t to, int64_t member,
    struct qda_err *e)
{
	struct ids	 up;
	int64_t		 main;
	int		 rc = is_below(db, to, member, &up, e);

	ids_free(&up);
	if (rc != 0)
		return rc < 0 ? -1 : drop(db, from, member, e);
	rc = db_ask_int(&main, db, e, qda_grouping_sql[HAS], "ii", to, member);
	if (rc != 0)
		return rc < 0 ? -1 : drop_for(db, from, member, to, e);
	return db_run(db, e, qda_grouping_sql[MOVE_CATEGORY], "iii", to,
	    member, from);
}

int
qda_grouping_move(struct qda_db *db, int64_t from, int64_t to, bool *became,
    struct qda_err *e)
{
	struct ids	 held;
	int		 rc = -1, holds;

	*became = false;
	if (move_up(db, from, to, e) < 0)
		return -1;
	rc = ids_read(&held, db, qda_grouping_sql[MEMBERS], from, e);
	for (size_t i = 0; rc == 0 && i < held.n; i++)
		rc = move_member(db, from, to, held.id[i], e);
	ids_free(&held);
	if (rc < 0 || (holds = qda_grouping_holds(db, to, e)) < 0)
		return -1;
	return holds ? promote(db, to, became, e) : 0;
}

int
qda_grouping_clear(struct qda_db *db, int64_t code, struct qda_err *e)
{
	struct ids	 in, held = { 0 };
	int		 rc;

	rc = ids_read(&in, db, qda_grouping_sql[OF_MEMBER], code, e);
	if (rc == 0)
		rc = ids_read(&held, db, qda_grouping_sql[MEMBERS], code,
		    e);
	for (size_t i = 0; rc == 0 && i < in.n; i++)
		rc = drop(db, in.id[i], code, e);
	for (size_t i = 0; rc == 0 && i < held.n; i++)
		rc = drop(db, code, held.id[i], e);
	rc = rc < 0 ? -1 : (int)(in.n + held.n);
	ids_free(&in);
	ids_free(&held);
	return rc;
}
