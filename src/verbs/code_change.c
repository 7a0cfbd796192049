/* code_change.c: codes added, set, renamed, merged, deleted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/verbs.h"
#include "verbs/reason.h"
#include "verbs/unit_at.h"

/* The kind of a code can be changed, not taken away. */
static int
check_pairs(const struct qda_pairs *pairs, struct qda_err *e)
{
	const struct qda_field	*f;

	for (size_t i = 0; i < pairs->n; i++) {
		f = qda_field_meant(qda_code_fields, pairs->at[i].key);
		if (f != NULL && strcmp(f->key, "kind") == 0 &&
		    *pairs->at[i].value == '\0')
			return qda_fail(e, QDA_DATA, _("kind: a code is a "
			    "property or a category"));
	}
	return 0;
}

int
qda_do_code_add(struct qda_act *act, const char *name, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct reason		 why = { NULL, 0, 0 };
	char			*kept = NULL;
	int64_t			 id, coder;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    check_pairs(&pairs, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &coder, e) < 0 ||
	    qda_code_add(act->db, name, "hand", coder, &id, e) < 0 ||
	    qda_code_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, "+", kept, "code");
	reason_about(&why, id);
	if (qda_set(act, qda_code_fields, id, kept, &pairs, e) < 0 ||
	    reason_keep(&why, act, e, N_("'%s' added"), kept) < 0)
		goto out;
	rc = qda_act_done(act, e, _("code '%s' added"), kept);
out:
	reason_free(&why);
	free(kept);
	qda_pairs_free(&pairs);
	return rc;
}

/* A reason for what a code means is not one for its colour. */
static int
keep_set(struct qda_act *act, int64_t id, const char *name,
    const struct qda_pairs *pairs, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	bool		 means = false;
	int		 rc;

	for (size_t i = 0; i < pairs->n; i++)
		means |= qda_field_meant(qda_code_fields, pairs->at[i].key) !=
		    qda_field_named(qda_code_fields, "colour");
	reason_about(&why, id);
	rc = means ? reason_keep(&why, act, e, N_("'%s' defined anew"),
	    name) : reason_keep(&why, act, e, N_("'%s' changed"), name);
	reason_free(&why);
	return rc;
}

int
qda_do_code_set(struct qda_act *act, const char *name, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	char			*kept = NULL, *keys = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    check_pairs(&pairs, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_code_need(act->db, name, &id, e) < 0 ||
	    qda_code_name(act->db, id, &kept, e) < 0 ||
	    qda_set(act, qda_code_fields, id, kept, &pairs, e) < 0 ||
	    qda_code_check_kind(act->db, id, e) < 0 ||
	    keep_set(act, id, kept, &pairs, e) < 0)
		goto out;
	keys = qda_pairs_keys(&pairs);
	rc = qda_act_done(act, e, _("code '%s': %s set"), kept, keys);
out:
	free(keys);
	free(kept);
	qda_pairs_free(&pairs);
	return rc;
}

int
qda_do_code_rename(struct qda_act *act, const char *name, const char *to,
    struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	char		*was = NULL, *kept = NULL;
	int64_t		 id;
	int		 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_code_need(act->db, name, &id, e) < 0 ||
	    qda_code_name(act->db, id, &was, e) < 0 ||
	    qda_code_rename(act->db, id, to, e) < 0 ||
	    qda_code_name(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, ">", was, kept);
	reason_about(&why, id);
	if (reason_keep(&why, act, e, N_("'%s' renamed '%s'"), was, kept) < 0)
		goto out;
	rc = qda_act_done(act, e, _("code '%s' is now '%s'"), was, kept);
out:
	reason_free(&why);
	free(was);
	free(kept);
	return rc;
}

/* The codes of these names, each once, in *ids (caller frees). */
static int
need_all(struct qda_act *act, char *const *names, size_t n, int64_t **ids,
    size_t *n_ids, struct qda_err *e)
{
	size_t	 k;
	int64_t	 id;

	*ids = qda_alloc(n + 1, sizeof(**ids));
	*n_ids = 0;
	for (size_t i = 0; i < n; i++) {
		if (qda_code_need(act->db, names[i], &id, e) < 0)
			return -1;
		for (k = 0; k < *n_ids && (*ids)[k] != id;)
			k++;
		if (k == *n_ids)
			(*ids)[(*n_ids)++] = id;
	}
	return 0;
}

/* Their names, as they were before. */
static int
names_of(struct qda_strings *names, struct qda_act *act, const int64_t *ids,
    size_t n, struct qda_err *e)
{
	char	*name;

	for (size_t i = 0; i < n; i++) {
		if (qda_code_name(act->db, ids[i], &name, e) < 0)
			return -1;
		qda_strings_take(names, name);
	}
	return 0;
}

static int
merge_one(struct qda_act *act, int64_t from, int64_t into,
    const char *into_name, struct qda_code_gone *gone, struct qda_err *e)
{
	char	*name = NULL;
	int	 rc;

	if (qda_code_name(act->db, from, &name, e) < 0)
		return -1;
	if (from == into)
		rc = qda_fail(e, QDA_DATA, _("'%s' cannot be merged into "
		    "itself"), name);
	else
		rc = qda_code_merge(act->db, from, into, gone, e);
	if (rc == 0)
		qda_act_row(act, ">", name, into_name);
	free(name);
	return rc;
}

static int
keep_merged(struct qda_act *act, const struct qda_strings *were, int64_t into,
    const char *name, struct qda_err *e)
{
	struct reason	 why = { NULL, 0, 0 };
	char		*names;
	int		 rc;

	if (reason_names(&names, act, were->at, were->n, e) < 0)
		return -1;
	reason_about(&why, into);
	rc = reason_keep(&why, act, e, N_("%s merged into '%s'"), names, name);
	reason_free(&why);
	free(names);
	return rc;
}

static int
say_merged(struct qda_act *act, size_t n, const char *into,
    const struct qda_code_gone *gone, struct qda_err *e)
{
	char	*codings;
	int	 rc;

	codings = qda_sprintf(ngettext("%" PRId64 " coding moved",
	    "%" PRId64 " codings moved", (unsigned long)gone->codings),
	    gone->codings);
	if (gone->became)
		qda_act_say(act, _("'%s' was a property and is a category "
		    "now"), into);
	if (gone->same > 0)
		rc = qda_act_done(act, e, ngettext("%zu code merged into "
		    "'%s': %s, %" PRId64 " more was there already",
		    "%zu codes merged into '%s': %s, %" PRId64 " more "
		    "were there already", n), n, into, codings, gone->same);
	else
		rc = qda_act_done(act, e, ngettext("%zu code merged into "
		    "'%s': %s", "%zu codes merged into '%s': %s", n), n,
		    into, codings);
	free(codings);
	return rc;
}

int
qda_do_code_merge(struct qda_act *act, char *const *names, size_t n,
    const char *into, struct qda_err *e)
{
	struct qda_code_gone	 gone = { 0 };
	struct qda_strings	 were = { NULL, 0, 0 };
	int64_t			*ids = NULL, to;
	size_t			 n_ids = 0;
	char			*kept = NULL;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_code_need(act->db, into, &to, e) < 0 ||
	    need_all(act, names, n, &ids, &n_ids, e) < 0 ||
	    names_of(&were, act, ids, n_ids, e) < 0 ||
	    qda_code_name(act->db, to, &kept, e) < 0)
		goto out;
	for (size_t i = 0; i < n_ids; i++)
		if (merge_one(act, ids[i], to, kept, &gone, e) < 0)
			goto out;
	if (keep_merged(act, &were, to, kept, e) == 0)
		rc = say_merged(act, n_ids, kept, &gone, e);
out:
	qda_strings_free(&were);
	free(ids);
	free(kept);
	return rc;
}

/* What went besides codings, a sentence each. */
static void
say_gone(struct qda_act *act, const struct qda_code_gone *gone)
{
	units_gone(act, gone->units);
	if (gone->groupings > 0)
		qda_act_say(act, ngettext("%" PRId64 " place in categories "
		    "went too", "%" PRId64 " places in categories went too",
		    (unsigned long)gone->groupings), gone->groupings);
	if (gone->relations > 0)
		qda_act_say(act, ngettext("%" PRId64 " relation went too",
		    "%" PRId64 " relations went too",
		    (unsigned long)gone->relations), gone->relations);
	if (gone->verdicts > 0)
		qda_act_say(act, ngettext("%" PRId64 " decision on it went "
		    "too", "%" PRId64 " decisions on it went too",
		    (unsigned long)gone->verdicts), gone->verdicts);
	if (gone->memos > 0)
		qda_act_say(act, ngettext("%" PRId64 " link of a memo went "
		    "too; the memo stays", "%" PRId64 " links of memos went "
		    "too; the memos stay",
		    (unsigned long)gone->memos), gone->memos);
}

static int
say_deleted(struct qda_act *act, size_t n, const char *name,
    const struct qda_code_gone *gone, struct qda_err *e)
{
	unsigned long	 plural = (unsigned long)gone->codings;

	say_gone(act, gone);
	return n == 1 ? qda_act_done(act, e, ngettext("code '%s' deleted with "
	    "%" PRId64 " coding; 'qda undo' brings it back", "code '%s' "
	    "deleted with %" PRId64 " codings; 'qda undo' brings it back",
	    plural), name, gone->codings) :
	    qda_act_done(act, e, ngettext("%zu codes deleted with "
	    "%" PRId64 " coding; 'qda undo' brings them back", "%zu codes "
	    "deleted with %" PRId64 " codings; 'qda undo' brings them back",
	    plural), n, gone->codings);
}

int
qda_do_code_delete(struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	struct qda_code_gone	 gone = { 0 };
	struct qda_strings	 were = { NULL, 0, 0 };
	struct reason		 why = { NULL, 0, 0 };
	int64_t			*ids = NULL;
	size_t			 n_ids = 0;
	char			*list = NULL;
	int			 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    need_all(act, names, n, &ids, &n_ids, e) < 0 ||
	    names_of(&were, act, ids, n_ids, e) < 0)
		goto out;
	for (size_t i = 0; i < n_ids; i++) {
		if (qda_code_delete(act->db, ids[i], &gone, e) < 0)
			goto out;
		qda_act_row(act, "-", were.at[i], "code");
	}
	if (reason_names(&list, act, were.at, were.n, e) == 0 &&
	    reason_keep(&why, act, e, N_("deleted: %s"), list) == 0)
		rc = say_deleted(act, n_ids, were.at[n_ids - 1], &gone, e);
out:
	qda_strings_free(&were);
	free(ids);
	free(list);
	return rc;
}
