/* speaker.c: the voices of sources, their roles, and whose they are. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/source.h"
#include "qda/speaker.h"
#include "qda/text.h"
#include "qda/verbs.h"
#include "qda/voice.h"
#include "verbs/load.h"
#include "verbs/names.h"

static const char	person[] = "participant";

/* ---- list -------------------------------------------------------------- */

struct wanted {
	int64_t	*ids;
	size_t	 n;
};

static bool
is_wanted(const struct wanted *w, int64_t source)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->ids[i] == source)
			return true;
	return w->n == 0;
}

/* The words of each voice, in the order of the list; caller frees. */
static int
count_words(int64_t **words, struct qda_act *act,
    const struct qda_speakers *list, const struct qda_source *s,
    struct qda_err *e)
{
	struct qda_cursor		 c;
	struct qda_voices		 v = { 0 };
	const struct qda_utterance	*turn;
	size_t				 from, to;
	int				 rc;

	*words = qda_alloc(list->n, sizeof(**words));
	rc = qda_voices_load(&v, act->db, s->id, s->revision, e);
	qda_cursor_begin(&c, s->text, s->size);
	for (turn = v.turns; rc == 0 && turn < v.turns + v.n; turn++) {
		from = qda_cursor_byte(&c, turn->start);
		to = qda_cursor_byte(&c, turn->end);
		for (size_t i = 0; i < list->n; i++)
			if (list->at[i].id == v.voices[turn->voice].id)
				(*words)[i] += qda_text_words(s->text + from,
				    to - from);
	}
	qda_voices_free(&v);
	return rc;
}

static int
list_source(struct qda_act *act, struct qda_table *t,
    const struct qda_source *s, struct qda_err *e)
{
	struct qda_speakers	 list = { NULL, 0, 0 };
	int64_t			*words = NULL;
	int			 rc = qda_speakers_of(&list, act->db, s->id,
				    e);

	if (rc == 0)
		rc = count_words(&words, act, &list, s, e);
	for (size_t i = 0; i < list.n && rc == 0; i++) {
		qda_table_text(t, act->as == QDA_AS_NAMES ?
		    list.at[i].label : s->name);
		qda_table_text(t, list.at[i].label);
		qda_table_text(t, list.at[i].role);
		qda_table_int(t, list.at[i].turns);
		qda_table_int(t, words[i]);
		qda_table_text(t, list.at[i].participant);
	}
	free(words);
	qda_speakers_free(&list);
	return rc;
}

static int
list_all(struct qda_act *act, const struct wanted *wanted, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "source", QDA_CELL_TEXT },
		{ "label", QDA_CELL_TEXT },
		{ "role", QDA_CELL_TEXT },
		{ "turns", QDA_CELL_NUMBER },
		{ "words", QDA_CELL_NUMBER },
		{ "participant", QDA_CELL_TEXT },
	};
	struct qda_table	*t;
	struct db_rows		*walk;
	struct qda_source	 s;
	int			 more;

	if (qda_source_list(&walk, act->db, true, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(columns[0]));
	while ((more = qda_source_next(walk, &s, e)) > 0)
		if (is_wanted(wanted, s.id) &&
		    list_source(act, t, &s, e) < 0) {
			qda_source_stop(walk);
			more = -1;
			break;
		}
	qda_table_close(t);
	return more;
}

int
qda_do_speaker_list(struct qda_act *act, const char *const *sources,
    size_t n, struct qda_err *e)
{
	struct wanted	 w = { qda_alloc(n, sizeof(*w.ids)), n };
	int		 rc = 0;

	for (size_t i = 0; i < n && rc >= 0; i++)
		rc = qda_source_need(act->db, sources[i], &w.ids[i], e);
	if (rc >= 0)
		rc = list_all(act, &w, e);
	free(w.ids);
	return rc;
}

/* ---- set --------------------------------------------------------------- */

/* What is asked of each voice, and what came of it. */
struct change {
	struct qda_act		*act;
	const struct qda_pairs	*pairs;
	const char		*role, *participant;	/* given, or NULL */
	struct qda_strings	 lost;		/* voices nobody's any more */
	struct qda_strings	 silent;	/* sources of who is silent */
	char			*who;		/* the last of these */
};

/* The value that is given for a field, or NULL. */
static const char *
given(const struct qda_pairs *pairs, const char *key)
{
	const struct qda_field	*f;

	for (size_t i = 0; i < pairs->n; i++) {
		f = qda_field_meant(qda_speaker_fields, pairs->at[i].key);
		if (f != NULL && strcmp(f->key, key) == 0)
			return pairs->at[i].value;
	}
	return NULL;
}

static int
put(struct change *c, const struct qda_speaker *s, const char *what,
    const char *key, const char *value, struct qda_err *e)
{
	char	*detail = qda_sprintf("%s=%s", key, value);

	qda_act_row(c->act, "=", what, detail);
	free(detail);
	return qda_field_set(c->act->db, qda_field_named(qda_speaker_fields,
	    key), s->id, value, e);
}

/* Only the voice of a participant is somebody's. */
static int
agree(struct change *c, const struct qda_speaker *s, const char *what,
    struct qda_err *e)
{
	bool	 is = strcmp(s->role, person) == 0;

	if (is || s->participant == NULL)
		return 0;
	if (c->participant != NULL && *c->participant != '\0')
		return c->role == NULL ?
		    put(c, s, what, "role", person, e) :
		    qda_fail(e, QDA_DATA, _("only a voice of role participant "
		    "can be that of participant '%s'"), s->participant);
	qda_strings_take(&c->lost, qda_sprintf(_("'%s' in '%s' (%s)"),
	    s->label, s->source_name, s->participant));
	return put(c, s, what, person, "", e);
}

/* The participant of the source may not speak in it any more. */
static int
hear(struct change *c, const struct qda_speaker *was, struct qda_err *e)
{
	char	*name = NULL;
	int	 rc;

	if (was->participant == NULL)
		return 0;
	rc = qda_speaker_silent(c->act->db, was->source, &name, e);
	if (rc > 0 && strcmp(name, was->participant) == 0) {
		qda_strings_add(&c->silent, was->source_name);
		free(c->who);
		c->who = name;
		return 0;
	}
	free(name);
	return rc < 0 ? -1 : 0;
}

static int
set_one(struct change *c, const struct qda_speaker *was, struct qda_err *e)
{
	struct qda_speakers	 now = { NULL, 0, 0 };
	char			*what = qda_sprintf("%s: %s",
				    was->source_name, was->label);
	int			 rc = -1;

	if (qda_set(c->act, qda_speaker_fields, was->id, what, c->pairs,
	    e) == 0 &&
	    qda_speakers_one(&now, c->act->db, was->id, e) == 0 &&
	    agree(c, &now.at[0], what, e) == 0)
		rc = hear(c, was, e);
	qda_speakers_free(&now);
	free(what);
	return rc;
}

/* What follows from the change, and what it leaves to be done. */
static void
say_rest(struct change *c)
{
	char	*names = names_some(&c->lost);

	if (c->lost.n > 0)
		qda_act_say(c->act, ngettext("%zu speaker is no participant "
		    "any more: %s", "%zu speakers are no participants any "
		    "more: %s", c->lost.n), c->lost.n, names);
	free(names);
	names = names_some(&c->silent);
	if (c->silent.n == 1)
		qda_act_say(c->act, _("source '%s' is still that of "
		    "participant '%s', who does not speak in it: 'qda source "
		    "set NAME participant=...'"), names, c->who);
	else if (c->silent.n > 1)
		qda_act_say(c->act, _("%zu sources are still those of a "
		    "participant who does not speak in them (%s): 'qda source "
		    "set NAME participant=...'"), c->silent.n, names);
	free(names);
}

static int
say_set(struct change *c, const struct qda_speakers *list,
    struct qda_err *e)
{
	char	*keys = qda_pairs_keys(c->pairs);
	int	 rc;

	if (list->n == 1)
		rc = qda_act_done(c->act, e, _("speaker '%s' of '%s': %s "
		    "set"), list->at[0].label, list->at[0].source_name, keys);
	else
		rc = qda_act_done(c->act, e, ngettext("speaker '%s' of %zu "
		    "source: %s set", "speaker '%s' of %zu sources: %s set",
		    list->n), list->at[0].label, list->n, keys);
	free(keys);
	return rc;
}

static int
set_all(struct change *c, const struct qda_speakers *list, struct qda_err *e)
{
	if (load_announce(c->act, qda_field_named(qda_speaker_fields, person),
	    c->participant, e) < 0)
		return -1;
	for (size_t i = 0; i < list->n; i++)
		if (set_one(c, &list->at[i], e) < 0)
			return -1;
	say_rest(c);
	return say_set(c, list, e);
}

int
qda_do_speaker_set(struct qda_act *act, const char *source,
    const char *label, char *const *args, size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	struct qda_speakers	 list = { NULL, 0, 0 };
	struct change		 c = { .act = act, .pairs = &pairs };
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    qda_act_begin(act, false, e) < 0 ||
	    qda_speakers_named(&list, act->db, source, label, e) < 0)
		goto out;
	c.role = given(&pairs, "role");
	c.participant = given(&pairs, person);
	rc = set_all(&c, &list, e);
out:
	free(c.who);
	qda_strings_free(&c.lost);
	qda_strings_free(&c.silent);
	qda_speakers_free(&list);
	qda_pairs_free(&pairs);
	return rc;
}
