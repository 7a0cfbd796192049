/* axial.c: properties put into categories, and taken out. */
#include <stdlib.h>

#include "qda/code.h"
#include "qda/grouping.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/verbs.h"
#include "verbs/axial.h"
#include "verbs/reason.h"

int
axial_category(struct qda_act *act, const char *name, int64_t coder,
    int64_t *id, bool *made, struct qda_err *e)
{
	int	 there = qda_code_find(act->db, name, id, e);

	*made = false;
	if (there != 0)
		return there < 0 ? -1 : 0;
	if (qda_code_no_address(act->db, name, e) < 0 ||
	    qda_code_make(act->db, name, "grouping", QDA_NONE, coder, id,
	    made, e) < 0 ||
	    qda_field_set(act->db, qda_field_named(qda_code_fields, "kind"),
	    *id, "category", e) < 0)
		return -1;
	qda_act_row(act, "+", name, "category");
	return 0;
}

/* A code put into the category: 1 new, 0 was there. */
static int
group_one(struct qda_act *act, int64_t category, const char *category_name,
    const char *name, int64_t coder, struct reason *why, bool *became,
    struct qda_err *e)
{
	int64_t	 id;
	bool	 now;
	int	 rc;

	if (qda_code_need(act->db, name, &id, e) < 0)
		return -1;
	rc = qda_grouping_add(act->db, category, id, coder, &now, e);
	*became |= rc > 0 && now;
	if (rc > 0) {
		reason_about(why, id);
		qda_act_row(act, "+", name, category_name);
	}
	return rc;
}

/* Why these codes were put into a category, or taken out of it. */
static int
keep_reason(struct qda_act *act, struct reason *why, int64_t category,
    const char *name, bool out, struct qda_err *e)
{
	struct qda_strings	 names = { NULL, 0, 0 };
	char			*list = NULL, *one;
	int			 rc = -1;

	if (why->n == 0)
		return 0;
	for (size_t i = 0; i < why->n; i++) {
		if (qda_code_name(act->db, why->codes[i], &one, e) < 0)
			goto out;
		qda_strings_take(&names, one);
	}
	if (reason_names(&list, act, names.at, names.n, e) < 0)
		goto out;
	reason_about(why, category);
	rc = out ? reason_keep(why, act, e, N_("%s taken out of '%s'"), list,
	    name) : reason_keep(why, act, e, N_("%s put into '%s'"), list,
	    name);
out:
	qda_strings_free(&names);
	free(list);
	return rc;
}

static int
say_grouped(struct qda_act *act, const char *name, long grouped,
    long already, bool made, struct qda_err *e)
{
	char	*what, *known;
	int	 rc;

	what = qda_sprintf(ngettext("%ld code put into '%s'",
	    "%ld codes put into '%s'", (unsigned long)grouped), grouped,
	    name);
	known = already == 0 ? qda_strdup("") :
	    qda_sprintf(ngettext(" (%ld already was)", " (%ld already were)",
	    (unsigned long)already), already);
	rc = qda_act_done(act, e, "%s%s%s", what, known,
	    made ? _("; new category") : "");
	free(what);
	free(known);
	return rc;
}

int
qda_do_axial_group(struct qda_act *act, const char *category,
    char *const *codes, size_t n, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	int64_t		 id, coder;
	bool		 made, became = false;
	char		*name = NULL;
	long		 grouped = 0, already = 0;
	int		 rc = -1, new;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &coder, e) < 0 ||
	    axial_category(act, category, coder, &id, &made, e) < 0 ||
	    qda_code_name(act->db, id, &name, e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++) {
		new = group_one(act, id, name, codes[i], coder, &why, &became,
		    e);
		if (new < 0)
			goto out;
		grouped += new;
		already += !new;
	}
	if (became)
		qda_act_say(act, _("'%s' was a property and is a category "
		    "now"), name);
	if (keep_reason(act, &why, id, name, false, e) == 0)
		rc = say_grouped(act, name, grouped, already, made, e);
out:
	reason_free(&why);
	free(name);
	return rc;
}

/* Another membership became the main one: that is said. */
static int
say_main(struct qda_act *act, const char *name, int64_t main,
    struct qda_err *e)
{
	char	*category = NULL;

	if (main == QDA_NONE)
		return 0;
	if (qda_code_name(act->db, main, &category, e) < 0)
		return -1;
	qda_act_say(act, _("'%s' has its main place in '%s' now"), name,
	    category);
	free(category);
	return 0;
}

/* A code taken out of the category: 1, or 0 when it was not in it. */
static int
ungroup_one(struct qda_act *act, int64_t category, const char *category_name,
    const char *name, struct reason *why, struct qda_err *e)
{
	int64_t	 id, main;
	char	*kept = NULL;
	int	 rc = -1;

	if (qda_code_need(act->db, name, &id, e) < 0 ||
	    qda_code_name(act->db, id, &kept, e) < 0)
		goto out;
	rc = qda_grouping_remove(act->db, category, id, &main, e);
	if (rc > 0) {
		reason_about(why, id);
		qda_act_row(act, "-", kept, category_name);
	} else if (rc == 0)
		qda_act_say(act, _("'%s' is not in '%s'"), kept,
		    category_name);
	if (rc > 0 && say_main(act, kept, main, e) < 0)
		rc = -1;
out:
	free(kept);
	return rc;
}

int
qda_do_axial_ungroup(struct qda_act *act, const char *category,
    char *const *codes, size_t n, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	int64_t		 id;
	char		*name = NULL;
	long		 taken = 0;
	int		 rc = -1, was;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_code_need(act->db, category, &id, e) < 0 ||
	    qda_code_name(act->db, id, &name, e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++) {
		was = ungroup_one(act, id, name, codes[i], &why, e);
		if (was < 0)
			goto out;
		taken += was;
	}
	if (keep_reason(act, &why, id, name, true, e) == 0)
		rc = qda_act_done(act, e, ngettext("%ld code taken out of "
		    "'%s'", "%ld codes taken out of '%s'",
		    (unsigned long)taken), taken, name);
out:
	reason_free(&why);
	free(name);
	return rc;
}
