/* guide_change.c: versions of the interview guide made, changed, deleted. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/set.h"
#include "qda/text.h"
#include "verbs/guide.h"
#include "verbs/names.h"

enum { BEGINNING = 40 };	/* characters of a heading that is told */

static const char	noun[] = "guide";

/* ---- add and set ------------------------------------------------------- */

/* How many questions shall open: the pair that says it, or as it was. */
static int
check_opening(const struct qda_pairs *pairs, int64_t was, int64_t questions,
    struct qda_err *e)
{
	const struct qda_field	*f;
	char			*end;
	long long		 n = was;

	for (size_t i = 0; i < pairs->n; i++) {
		f = qda_field_meant(qda_guide_fields, pairs->at[i].key);
		if (f == NULL || strcmp(f->key, "opening") != 0)
			continue;
		n = strtoll(pairs->at[i].value, &end, 10);
		if (*end != '\0')
			return 0;	/* the field itself says so */
	}
	if (n < 0)
		return qda_fail(e, QDA_DATA, _("%s: '%lld' is no number of "
		    "questions"), "opening", n);
	return n <= questions ? 0 : qda_fail(e, QDA_DATA, ngettext(
	    "opening: %lld, and the guide has only %lld question",
	    "opening: %lld, and the guide has only %lld questions",
	    (unsigned long)questions), n, (long long)questions);
}

static bool
are_same(const struct qda_strings *a, const struct qda_strings *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (strcmp(a->at[i], b->at[i]) != 0)
			return false;
	return a->n == b->n;
}

static void
show_questions(struct qda_act *act, const char *action, const char *version,
    const struct qda_strings *list)
{
	for (size_t i = 0; i < list->n; i++)
		qda_act_row(act, action, version, list->at[i]);
}

/* Who was asked the questions that are replaced. */
static void
say_asked(struct qda_act *act, const struct qda_strings *sources)
{
	char	*names = names_some(sources);

	if (sources->n > 0)
		qda_act_say(act, ngettext("%zu source follows this guide, and "
		    "was asked the questions it had: %s", "%zu sources follow "
		    "this guide, and were asked the questions it had: %s",
		    sources->n), sources->n, names);
	free(names);
}

static bool
ends_in_mark(const char *s)
{
	static const char	*const marks[] = {
		"?", ".", "!", "…", ";", ")", "»", "”", "\"", NULL
	};
	size_t			 n = strlen(s), k;

	for (const char *const *m = marks; *m != NULL; m++)
		if ((k = strlen(*m)) <= n && strcmp(s + n - k, *m) == 0)
			return true;
	return false;
}

/* How a line begins, in quotes; caller frees. */
static char *
beginning(const char *line)
{
	struct qda_cursor	 c;
	size_t			 n = strlen(line), cut;
	char			*part, *quoted;

	qda_cursor_begin(&c, line, n);
	cut = qda_text_length(line, n) > BEGINNING ?
	    qda_cursor_byte(&c, BEGINNING) : n;
	part = qda_sprintf("%.*s%s", (int)cut, line, cut < n ? "…" : "");
	quoted = qda_sprintf(_("'%s'"), part);
	free(part);
	return quoted;
}

/* Titles are no questions: lines that end in no mark are told. */
static void
say_headings(struct qda_act *act, const struct qda_strings *questions)
{
	struct qda_strings	 found = { 0 };
	char			*names;

	for (size_t i = 0; i < questions->n; i++)
		if (!ends_in_mark(questions->at[i]))
			qda_strings_take(&found, beginning(questions->at[i]));
	names = names_some(&found);
	if (found.n > 0)
		qda_act_say(act, ngettext("%zu question ends in no mark, as "
		    "titles do: %s", "%zu questions end in no mark, as titles "
		    "do: %s", found.n), found.n, names);
	free(names);
	qda_strings_free(&found);
}

/* The questions of the file in the place of those there are. */
static int
replace(struct qda_act *act, const struct guide *was,
    const struct qda_strings *questions, struct qda_err *e)
{
	if (are_same(&was->questions, questions)) {
		qda_act_say(act, _("the questions are the same"));
		return 0;
	}
	show_questions(act, "-", was->version, &was->questions);
	show_questions(act, "+", was->version, questions);
	say_headings(act, questions);
	if (was->questions.n > 0)
		say_asked(act, &was->sources);
	return qda_guide_ask(act->db, was->id, questions, was->opening <=
	    (int64_t)questions->n ? was->opening : 0, e);
}

/* The fields, and the questions unless that is NULL. */
static int
change(struct qda_act *act, const struct guide *was,
    const struct qda_pairs *pairs, const struct qda_strings *questions,
    struct qda_err *e)
{
	for (size_t i = 0; i < pairs->n; i++)
		if (qda_text_distance(pairs->at[i].key, "version") == 0)
			return qda_fail(e, QDA_DATA, _("a version is changed "
			    "with 'qda guide rename'"));
	if (check_opening(pairs, was->opening, (int64_t)(questions != NULL ?
	    questions->n : was->questions.n), e) < 0 ||
	    (questions != NULL && replace(act, was, questions, e) < 0))
		return -1;
	return qda_set(act, qda_guide_fields, was->id, was->version, pairs,
	    e);
}

static int
say_added(struct qda_act *act, const char *version, size_t questions,
    struct qda_err *e)
{
	if (questions == 0)
		return qda_act_done(act, e, _("guide '%s' added, without "
		    "questions ('qda guide set' takes them --from FILE)"),
		    version);
	return qda_act_done(act, e, ngettext("guide '%s' added, with %zu "
	    "question", "guide '%s' added, with %zu questions", questions),
	    version, questions);
}

int
qda_do_guide_add(struct qda_act *act, const char *version,
    char *const *args, size_t n, const struct qda_guide_text *from,
    struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_strings	 questions = { 0 };
	struct guide		 new = { .id = 0 };
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    (from != NULL && guide_read(&questions, from, e) < 0) ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_guide_add(act->db, version, &new.id, e) < 0 ||
	    qda_guide_version(act->db, new.id, &new.version, e) < 0)
		goto out;
	qda_act_row(act, "+", new.version, noun);
	if (change(act, &new, &pairs, from != NULL ? &questions : NULL,
	    e) == 0)
		rc = say_added(act, new.version, questions.n, e);
out:
	guide_free(&new);
	qda_strings_free(&questions);
	qda_pairs_free(&pairs);
	return rc;
}

static int
say_set(struct qda_act *act, const char *version,
    const struct qda_pairs *pairs, const struct qda_strings *questions,
    struct qda_err *e)
{
	char	*keys = qda_pairs_keys(pairs);
	int	 rc;

	if (questions == NULL)
		rc = qda_act_done(act, e, _("guide '%s': %s set"), version,
		    keys);
	else if (pairs->n == 0)
		rc = qda_act_done(act, e, ngettext("guide '%s' asks %zu "
		    "question", "guide '%s' asks %zu questions",
		    questions->n), version, questions->n);
	else
		rc = qda_act_done(act, e, ngettext("guide '%s' asks %zu "
		    "question; %s set", "guide '%s' asks %zu questions; %s "
		    "set", questions->n), version, questions->n, keys);
	free(keys);
	return rc;
}

int
qda_do_guide_set(struct qda_act *act, const char *version,
    char *const *args, size_t n, const struct qda_guide_text *from,
    struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_strings	 questions = { 0 };
	struct guide		 was = { .id = 0 };
	int			 rc = -1;

	if (n == 0 && from == NULL)
		return qda_fail(e, QDA_USAGE, _("something is missing: "
		    "KEY=VALUE, or --from FILE"));
	if (qda_pairs_read(&pairs, args, n, e) == 0 &&
	    (from == NULL || guide_read(&questions, from, e) == 0) &&
	    qda_act_begin(act, false, e) == 0 &&
	    guide_get(&was, act->db, version, e) == 0 &&
	    change(act, &was, &pairs, from != NULL ? &questions : NULL,
	    e) == 0)
		rc = say_set(act, was.version, &pairs, from != NULL ?
		    &questions : NULL, e);
	guide_free(&was);
	qda_strings_free(&questions);
	qda_pairs_free(&pairs);
	return rc;
}

/* ---- rename and delete ------------------------------------------------- */

int
qda_do_guide_rename(struct qda_act *act, const char *version,
    const char *to, struct qda_err *e)
{
	char	*was = NULL, *kept = NULL;
	int64_t	 id;
	int	 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    qda_guide_need(act->db, version, &id, e) < 0 ||
	    qda_guide_version(act->db, id, &was, e) < 0 ||
	    qda_guide_rename(act->db, id, to, e) < 0 ||
	    qda_guide_version(act->db, id, &kept, e) < 0)
		goto out;
	qda_act_row(act, ">", was, kept);
	rc = qda_act_done(act, e, _("guide '%s' is now '%s'"), was, kept);
out:
	free(was);
	free(kept);
	return rc;
}

static int
check_unused(const struct guide *g, struct qda_err *e)
{
	char	*names = names_some(&g->sources);

	if (g->sources.n > 0)
		qda_fail(e, QDA_DATA, ngettext("guide '%s' cannot be deleted: "
		    "%zu source follows it (%s); 'qda source set NAME guide=' "
		    "first", "guide '%s' cannot be deleted: %zu sources "
		    "follow it (%s); 'qda source set NAME guide=' first",
		    g->sources.n), g->version, g->sources.n, names);
	free(names);
	return g->sources.n > 0 ? -1 : 0;
}

/* What it was called replaces *kept. */
static int
delete_one(struct qda_act *act, const char *version, char **kept,
    int64_t *memos, struct qda_err *e)
{
	struct guide	 g;
	int		 rc = -1;

	free(*kept);
	*kept = NULL;
	if (guide_get(&g, act->db, version, e) == 0 &&
	    check_unused(&g, e) == 0) {
		*kept = qda_strdup(g.version);
		qda_act_row(act, "-", g.version, noun);
		rc = qda_guide_delete(act->db, g.id, memos, e);
	}
	guide_free(&g);
	return rc;
}

int
qda_do_guide_delete(struct qda_act *act, char *const *versions, size_t n,
    struct qda_err *e)
{
	char	*kept = NULL;
	int64_t	 memos = 0;
	int	 rc = qda_act_begin(act, false, e);

	for (size_t i = 0; i < n && rc == 0; i++)
		rc = delete_one(act, versions[i], &kept, &memos, e);
	if (rc == 0 && memos > 0)
		qda_act_say(act, ngettext("%" PRId64 " memo was on it, and "
		    "stays", "%" PRId64 " memos were on it, and stay",
		    (unsigned long)memos), memos);
	if (rc == 0)
		rc = n == 1 ? qda_act_done(act, e, _("guide '%s' deleted; "
		    "'qda undo' brings it back"), kept) :
		    qda_act_done(act, e, _("%zu deleted; 'qda undo' brings "
		    "them back"), n);
	free(kept);
	return rc;
}
