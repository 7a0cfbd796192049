/* sheet_group.c: the category of a sheet's row. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/plain.h"
#include "verbs/sheet_load.h"

/* The category of that name, made when missing: 1; 0: it cannot be one. */
static int
need_category(struct sheet_loading *l, const char *name, int64_t *id,
    struct qda_err *why)
{
	struct qda_db	*db = l->act->db;
	bool		 made = false;
	int		 rc = qda_code_find(db, name, id, why);

	if (rc != 0)
		return rc;
	if (l->want->known)
		return qda_code_need(db, name, id, why);
	if (qda_code_no_address(db, name, why) < 0 ||
	    qda_code_make(db, name, "grouping", QDA_NONE, l->coder, id, &made,
	    why) < 0)
		return -1;
	l->made += made;
	return qda_field_set(db, qda_field_named(qda_code_fields, "kind"),
	    *id, "category", why) < 0 ? -1 : 1;
}

struct places {
	int64_t	 main;		/* category, or 0 */
	bool	 there;		/* it is in the one asked for */
};

static int
read_places(struct places *p, struct qda_db *db, int64_t code,
    int64_t category, struct qda_err *e)
{
	struct qda_membership	 m;
	struct db_rows		*walk;
	int			 more;

	memset(p, 0, sizeof(*p));
	if (qda_grouping_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_grouping_next(walk, &m, e)) > 0) {
		if (m.member != code)
			continue;
		p->there |= m.category == category;
		if (m.main)
			p->main = m.category;
	}
	return more;
}

int
sheet_put_into(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_place *place, const char *code, const char *category,
    struct qda_err *e)
{
	struct qda_db	*db = l->act->db;
	struct qda_err	 why = { QDA_OK, "" };
	struct places	 p;
	int64_t		 member, into;
	bool		 became;
	char		*main = NULL, *text;
	int		 rc = qda_code_find(db, code, &member, e);

	if (rc <= 0)
		return rc;		/* it was refused */
	if ((rc = qda_code_find(db, category, &into, &why)) < 0)
		goto refused;
	if (read_places(&p, db, member, rc > 0 ? into : 0, e) < 0)
		return -1;
	if (p.there)
		return 0;
	if (p.main != 0) {
		if (qda_code_name(db, p.main, &main, e) < 0)
			return -1;
		text = qda_sprintf(_("is in '%s', not in '%s'"), main,
		    category);
		free(main);
		rc = sheet_tell(l, row, "category", place, code, text, e);
		free(text);
		return rc;
	}
	if (need_category(l, category, &into, &why) < 0 ||
	    qda_grouping_add(db, into, member, l->coder, &became, &why) < 0)
		goto refused;
	l->grouped++;
	return !l->act->dry_run ? 0 : sheet_tell(l, row, "grouped", place,
	    code, category, e);
refused:
	if (why.why != QDA_DATA && why.why != QDA_USAGE) {
		*e = why;
		return -1;
	}
	l->left++;
	return sheet_tell(l, row, "refused", place, category, why.msg, e);
}

/* Whether the cell is as the sheet showed it. */
static int
is_shown(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_place *place, struct qda_err *e)
{
	struct sheet_has	 has = { .unit = 0 };
	int			 rc;

	if (place == NULL)
		return 0;
	rc = sheet_has_read(&has, l, place, e);
	if (rc == 0 && has.categories != NULL)
		rc = plain_same(has.categories, row->category);
	sheet_has_free(&has);
	return rc;
}

static int
tell_odd(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_place *place, const char *why, struct qda_err *e)
{
	l->left++;
	return sheet_tell(l, row, "category", place, NULL, why, e);
}

/* One category is that of all; as many as properties are one each. */
int
sheet_group(struct sheet_loading *l, const struct sheet_row *row,
    const struct qda_strings *codes, const struct qda_place *place,
    struct qda_err *e)
{
	struct qda_strings	 list = { NULL, 0, 0 };
	const char		*category;
	int			 rc = 0;

	sheet_list_read(&list, row->category);
	if (list.n == 0 || (rc = is_shown(l, row, place, e)) != 0) {
		rc = rc < 0 ? -1 : 0;
		goto out;
	}
	if (codes->n == 0)
		rc = tell_odd(l, row, place, _("a category, and no property"),
		    e);
	else if (list.n > 1 && list.n != codes->n)
		rc = tell_odd(l, row, place, _("as many categories as "
		    "properties, or one for all"), e);
	for (size_t i = 0; (list.n == 1 || list.n == codes->n) &&
	    i < codes->n && rc == 0; i++) {
		category = list.at[list.n == 1 ? 0 : i];
		if (strcmp(category, "-") != 0)
			rc = sheet_put_into(l, row, place, codes->at[i],
			    category, e);
	}
out:
	qda_strings_free(&list);
	return rc;
}
