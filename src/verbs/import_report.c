/* import_report.c: what was understood of a transcript, for a person. */
#include <stdlib.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/when.h"
#include "verbs/import.h"

static const char *
role_words(enum qda_role role)
{
	switch (role) {
	case QDA_ROLE_PARTICIPANT:
		return _("participant");
	case QDA_ROLE_INTERVIEWER:
		return _("interviewer");
	case QDA_ROLE_OTHER:
		break;
	}
	return _("other");
}

/* "; CA (interviewer, 14 turns, 86 % questions), P1 (...)" */
static void
put_voices(FILE *f, const struct qda_transcript *t)
{
	for (size_t i = 0; i < t->voices_n; i++) {
		const struct qda_voice	*v = &t->voices[i];

		fputs(i == 0 ? _("; ") : ", ", f);
		fprintf(f, ngettext("%s (%s, %zu turn, %.0f %% questions)",
		    "%s (%s, %zu turns, %.0f %% questions)", v->turns),
		    v->label, role_words(v->role), v->turns, 100 * v->asking);
	}
	if (t->turns_n == 0)
		fprintf(f, "%s%s", _("; "),
		    _("no speakers found, all of it counts as "
		    "participants' speech"));
}

static void
say_rejected(struct qda_act *act, const struct qda_rejected *r)
{
	qda_act_say(act, ngettext("  not a speaker: '%s' (%zu time): %s",
	    "  not a speaker: '%s' (%zu times): %s", r->count), r->label,
	    r->count, r->why);
}

static void
say_comments(struct qda_act *act, const struct qda_transcript *t)
{
	struct qda_mem	 m;
	char		*command;

	if (t->comments_n == 0)
		return;
	fputs("qda source show ", qda_mem_open(&m));
	qda_text_shell(m.f, t->name);
	fputs(" --comments", m.f);
	command = qda_mem_text(&m);
	qda_act_say(act, ngettext("  %zu comment is kept: %s",
	    "  %zu comments are kept: %s", t->comments_n), t->comments_n,
	    command);
	free(command);
}

void
import_report(struct qda_act *act, const struct qda_transcript *t)
{
	struct qda_mem	 m;
	char		 words[48], *line;

	fprintf(qda_mem_open(&m), _("%s: %s, %s, "), t->name, t->format,
	    t->encoding);
	fprintf(m.f, ngettext("%s word", "%s words", (unsigned long)t->words),
	    qda_number_words(words, (double)t->words, 0));
	put_voices(m.f, t);
	line = qda_mem_text(&m);
	qda_act_say(act, "%s", line);
	free(line);
	for (size_t i = 0; i < t->rejected_n; i++)
		say_rejected(act, &t->rejected[i]);
	for (size_t i = 0; i < t->notes.n; i++)
		qda_act_say(act, "  %s", t->notes.at[i]);
	say_comments(act, t);
}
