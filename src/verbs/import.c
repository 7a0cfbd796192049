/* import.c: transcripts out of files into the project. */
#include <stdlib.h>
#include <string.h>

#include "qda/comment.h"
#include "qda/field.h"
#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/source.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/import.h"
#include "verbs/participant.h"

struct import {
	struct qda_act			*act;
	const struct qda_import		*want;
	size_t				 sources, same, participants;
};

static int
check_when(const struct qda_import *want, struct qda_err *e)
{
	int64_t	 seconds;
	char	 iso[11];

	if ((want->date == NULL || qda_date_read(iso, want->date, e) == 0) &&
	    (want->duration == NULL ||
	    qda_duration_read(&seconds, want->duration, e) == 0))
		return 0;
	e->why = QDA_USAGE;
	return -1;
}

/* What was given is wrong before any file is. */
static int
check(const struct qda_import *want, struct qda_err *e)
{
	const struct qda_read_options	*read = want->read;

	if (read->name != NULL && want->n > 1)
		return qda_fail(e, QDA_USAGE, _("-N names one source, and "
		    "there are %zu files"), want->n);
	for (size_t i = 0; i < want->n; i++)
		if (strcmp(want->files[i], "-") == 0 && read->name == NULL)
			return qda_fail(e, QDA_USAGE, _("what comes from "
			    "standard input needs a name: -N NAME"));
	if (want->participant != NULL &&
	    participant_name_check(want->participant, e) < 0)
		return -1;
	return check_when(want, e);
}

/* The participant of that name, made when missing, which is counted. */
static int
participant(struct import *im, const char *name, int64_t *id,
    struct qda_err *e)
{
	bool	 made;

	if (qda_participant_make(im->act->db, name, id, &made, e) < 0)
		return -1;
	if (made) {
		im->participants++;
		qda_act_row(im->act, "+", name, "participant");
	}
	return 0;
}

/*
 * The voice of -P: the participant of that label, else the one with most
 * words; voices_n when nobody is a participant.
 */
static size_t
meant(const struct qda_transcript *t, const char *name)
{
	size_t	 best = t->voices_n;

	for (size_t i = 0; i < t->voices_n; i++) {
		if (t->voices[i].role != QDA_ROLE_PARTICIPANT)
			continue;
		if (qda_text_distance(t->voices[i].label, name) == 0)
			return i;
		if (best == t->voices_n ||
		    t->voices[i].words > t->voices[best].words)
			best = i;
	}
	return best;
}

/*
 * The name of the participant whose voice that is.  A label that all files may
 * have ("Interviewé") names nobody: who alone answers is called as the source.
 */
static const char *
name_of(const struct import *im, const struct qda_transcript *t, size_t voice)
{
	const char	*label;
	size_t		 n = 0;

	if (im->want->participant != NULL &&
	    voice == meant(t, im->want->participant))
		return im->want->participant;
	for (size_t i = 0; i < t->voices_n; i++)
		n += t->voices[i].role == QDA_ROLE_PARTICIPANT;
	label = n == 1 && t->voices[voice].nameless ? t->name :
	    t->voices[voice].label;
	return label + strspn(label, "@");	/* "@" begins attributes */
}

/* Says whose a voice is when its label does not, or may mislead. */
static int
say_bearer(struct import *im, const char *label, const char *name, int64_t id,
    struct qda_err *e)
{
	char	*source;
	int	 rc = qda_speaker_heard(im->act->db, id, &source, e);

	if (rc > 0)
		qda_act_say(im->act, _("  '%s' is participant '%s', as in "
		    "'%s' (-P names another)"), label, name, source);
	else if (rc == 0 && qda_text_distance(label, name) > 0)
		qda_act_say(im->act, _("  '%s' is participant '%s' (-P names "
		    "another)"), label, name);
	free(source);
	return rc < 0 ? -1 : 0;
}

/* Whose each voice is: QDA_NONE for interviewers and third persons. */
static int
bearers(struct import *im, const struct qda_transcript *t, int64_t *ids,
    int64_t *only, struct qda_err *e)
{
	const char	*name;
	size_t		 n = 0;

	*only = QDA_NONE;
	for (size_t i = 0; i < t->voices_n; i++) {
		ids[i] = QDA_NONE;
		if (t->voices[i].role != QDA_ROLE_PARTICIPANT)
			continue;
		name = name_of(im, t, i);
		if (participant(im, name, &ids[i], e) < 0)
			return -1;
		if (name != im->want->participant && say_bearer(im,
		    t->voices[i].label, name, ids[i], e) < 0)
			return -1;
		*only = n++ == 0 ? ids[i] : QDA_NONE;
	}
	return im->want->participant == NULL ? 0 :
	    participant(im, im->want->participant, only, e);
}

static int
set(struct import *im, int64_t source, const char *key, const char *value,
    struct qda_err *e)
{
	return value == NULL ? 0 : qda_field_set(im->act->db,
	    qda_field_named(qda_source_fields, key), source, value, e);
}

static int
add_turns(struct import *im, const struct qda_transcript *t, int64_t source,
    const int64_t *bearer, struct qda_err *e)
{
	int64_t	*speaker = qda_alloc(t->voices_n, sizeof(*speaker));
	int	 rc = 0;

	for (size_t i = 0; rc == 0 && i < t->voices_n; i++)
		rc = qda_speaker_add(im->act->db, source, t->voices[i].label,
		    qda_role_name(t->voices[i].role), bearer[i], &speaker[i],
		    e);
	for (size_t i = 0; rc == 0 && i < t->turns_n; i++) {
		const struct qda_speech	*s = &t->turns[i];
		struct qda_turn		 turn = {
			.seq = (int64_t)i + 1, .speaker = speaker[s->voice],
			.start = s->start, .end = s->end,
			.time = s->time_ms < 0 ? QDA_NONE : s->time_ms,
			.time_end = s->end_ms < 0 ? QDA_NONE : s->end_ms,
		};

		rc = qda_turn_add(im->act->db, source, &turn, e);
	}
	free(speaker);
	return rc;
}

/* Comments, or the replies to them, whose ids are then known. */
static int
add_comments(struct import *im, const struct qda_transcript *t,
    int64_t source, bool replies, int64_t *ids, struct qda_err *e)
{
	for (size_t i = 0; i < t->comments_n; i++) {
		const struct qda_comment	*c = &t->comments[i];
		struct qda_beside		 b = {
			.start = c->start < 0 ? QDA_NONE : c->start,
			.end = c->start < 0 ? QDA_NONE : c->end,
			.author = c->author, .date = c->date,
			.text = c->text, .done = c->done,
			.answers = c->parent < 0 ? QDA_NONE : ids[c->parent],
		};

		if ((c->parent >= 0) != replies)
			continue;
		if (qda_comment_add(im->act->db, source, &b, e) < 0)
			return -1;
		ids[i] = b.id;
	}
	return 0;
}

static int
add_threads(struct import *im, const struct qda_transcript *t,
    int64_t source, struct qda_err *e)
{
	int64_t	*ids = qda_alloc(t->comments_n, sizeof(*ids));
	int	 rc;

	for (size_t i = 0; i < t->comments_n; i++)
		ids[i] = QDA_NONE;
	rc = add_comments(im, t, source, false, ids, e);
	if (rc == 0)
		rc = add_comments(im, t, source, true, ids, e);
	free(ids);
	return rc;
}

static int
add(struct import *im, const struct qda_transcript *t,
    const unsigned char *hash, struct qda_err *e)
{
	struct qda_source_new	 new = {
		.name = t->name, .format = t->format, .encoding = t->encoding,
		.text = t->text, .size = t->size, .length = t->length,
		.words = t->words, .hash = hash,
	};
	int64_t			*ids = qda_alloc(t->voices_n, sizeof(*ids)), id;
	int			 rc = -1;

	qda_act_row(im->act, "+", t->name, "source");
	if (bearers(im, t, ids, &new.participant, e) == 0 &&
	    qda_source_add(im->act->db, &new, &id, e) == 0 &&
	    set(im, id, "date", im->want->date, e) == 0 &&
	    set(im, id, "duration", im->want->duration, e) == 0 &&
	    set(im, id, "setting", im->want->setting, e) == 0 &&
	    set(im, id, "guide", im->want->guide, e) == 0 &&
	    add_turns(im, t, id, ids, e) == 0)
		rc = add_threads(im, t, id, e);
	free(ids);
	im->sources++;
	return rc;
}

/* One transcript of a file; the same text is not taken twice. */
static int
take(struct import *im, struct import_store *store,
    const struct import_file *f, size_t which, struct qda_err *e)
{
	const struct import_kept	*kept = &f->kept[which];
	struct qda_transcript		*t = &f->list[which];
	char				*name = NULL;
	int				 same;

	same = qda_source_same(im->act->db, kept->hash, &name, e);
	if (same > 0) {
		im->same++;
		qda_act_say(im->act, _("'%s': its text is already here as "
		    "'%s', not imported again"), f->shown, name);
	}
	free(name);
	if (same != 0)
		return same < 0 ? -1 : 0;
	import_report(im->act, t);
	if (import_fetch(store, kept, t, e) < 0 ||
	    add(im, t, kept->hash, e) < 0)
		return qda_fail_in(e, _("'%s'"), f->shown);
	import_let_go(t);
	return 0;
}

static int
take_all(struct import *im, struct import_files *files, struct qda_err *e)
{
	for (size_t i = 0; i < files->n; i++) {
		const struct import_file	*f = &files->at[i];

		if (f->skipped)
			qda_act_say(im->act, _("'%s' is a temporary file of "
			    "Word or LibreOffice, left out"), f->shown);
		for (size_t k = 0; k < f->n; k++)
			if (take(im, &files->store, f, k, e) < 0)
				return -1;
	}
	return 0;
}

static int
done(struct import *im, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*sentence;
	int		 rc;

	if (im->sources == 0) {
		qda_change_abandon(im->act->db);
		qda_act_say(im->act, _("nothing to import"));
		return 0;
	}
	fprintf(qda_mem_open(&m), ngettext("%zu source imported",
	    "%zu sources imported", im->sources), im->sources);
	if (im->same > 0)
		fprintf(m.f, ngettext(" (%zu was here already)",
		    " (%zu were here already)", im->same), im->same);
	if (im->participants > 0)
		fprintf(m.f, ngettext("; %zu new participant",
		    "; %zu new participants", im->participants),
		    im->participants);
	sentence = qda_mem_text(&m);
	rc = qda_act_done(im->act, e, "%s", sentence);
	free(sentence);
	return rc;
}

int
qda_do_import(struct qda_act *act, const struct qda_import *want,
    struct qda_err *e)
{
	struct import		 im = { .act = act, .want = want };
	struct import_files	 files = { .at = NULL };
	int			 rc = -1;

	if (check(want, e) == 0 && import_read(&files, want, e) == 0 &&
	    qda_act_begin(act, true, e) == 0 &&
	    take_all(&im, &files, e) == 0)
		rc = done(&im, e);
	import_free(&files);
	return rc;
}
