/* status.c: where the study stands, and what comes next. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "qda/file.h"
#include "qda/json.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/status.h"
#include "qda/text.h"
#include "qda/verbs.h"

enum { HEAD = 49, COMMAND = 50, MIDDLE = 58 };	/* columns of the terminal */

static const char	*const steps[] = {
	N_("open coding"), N_("axial"), N_("sufficiency"), N_("COREQ"),
	N_("last change")
};

/* How wide the steps are in this language, with the space after them. */
static int
left_width(void)
{
	int	 widest = 0, width;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		width = qda_text_width(_(steps[i]), strlen(_(steps[i])));
		widest = width > widest ? width : widest;
	}
	return widest + 3;
}

/* One line: the step, what is known, and the command that goes on. */
static void
line(FILE *f, const char *step, char *text, const char *command)
{
	int	 pad = left_width() - qda_text_width(step, strlen(step));

	fprintf(f, "%s%*s%s", step, pad > 0 ? pad : 1, "", text);
	if (command != NULL) {
		pad = MIDDLE - qda_text_width(text, strlen(text));
		fprintf(f, "%*s%s", pad > 1 ? pad : 2, "", command);
	}
	fputc('\n', f);
	free(text);
}

/* A number with its noun, in a string to be freed. */
#define COUNT(n, one, many) qda_sprintf(ngettext(one, many, \
	(unsigned long)(n)), (long long)(n))

static char *
head_text(const struct qda_status *s, const char *path)
{
	char	*sources = COUNT(s->sources, "%lld source", "%lld sources");
	char	*people = COUNT(s->participants, "%lld participant",
		    "%lld participants");
	char	*text;

	text = s->not_included == 0 ?
	    qda_sprintf("%s, %s, %s", qda_file_base(path), sources, people) :
	    qda_sprintf(_("%s, %s, %s (%lld not included)"),
	    qda_file_base(path), sources, people,
	    (long long)s->not_included);
	free(sources);
	free(people);
	return text;
}

/* The title on the left; what is too long for one line takes two. */
static void
head(FILE *f, const char *title, char *text)
{
	int	 pad = HEAD - qda_text_width(title, strlen(title));

	fprintf(f, pad > 1 ? "%s%*s%s\n" : "%s\n%*s%s\n", title,
	    pad > 1 ? pad : left_width(), "", text);
	free(text);
}

static char *
open_text(const struct qda_status *s)
{
	char	*verbatims = COUNT(s->verbatims, "%lld verbatim",
		    "%lld verbatims");
	char	*properties = COUNT(s->properties, "%lld property",
		    "%lld properties");
	char	*text;

	text = s->n_uncoded == 0 ?
	    qda_sprintf("%s, %s", verbatims, properties) :
	    qda_sprintf(_("%s, %s; not yet coded: %s"), verbatims, properties,
	    s->uncoded);
	free(verbatims);
	free(properties);
	return text;
}

static char *
axial_text(const struct qda_status *s)
{
	char	*categories = COUNT(s->categories, "%lld category",
		    "%lld categories");
	char	*text;

	text = s->loose == 0 ? qda_strdup(categories) : qda_sprintf(
	    ngettext("%s; %lld property in no category",
	    "%s; %lld properties in no category", (unsigned long)s->loose),
	    categories, (long long)s->loose);
	free(categories);
	return text;
}

static char *
sufficiency_text(const struct qda_status *s)
{
	if (s->last_new == NULL)
		return qda_strdup(_("nothing is coded yet"));
	return qda_sprintf(ngettext(
	    "last new property in %s, %lld interview since",
	    "last new property in %s, %lld interviews since",
	    (unsigned long)s->since), s->last_new, (long long)s->since);
}

static char *
ago(const char *iso)
{
	struct tm	 tm;
	long		 minutes;

	memset(&tm, 0, sizeof(tm));
	if (strptime(iso, "%Y-%m-%dT%H:%M:%SZ", &tm) == NULL)
		return qda_strdup(iso);
	minutes = (long)(time(NULL) - timegm(&tm)) / 60;
	if (minutes < 1)
		return qda_strdup(_("just now"));
	if (minutes < 60)
		return qda_sprintf(ngettext("%ld minute ago", "%ld minutes ago",
		    (unsigned long)minutes), minutes);
	if (minutes < 60 * 24)
		return qda_sprintf(ngettext("%ld hour ago", "%ld hours ago",
		    (unsigned long)minutes / 60), minutes / 60);
	return qda_sprintf(ngettext("%ld day ago", "%ld days ago",
	    (unsigned long)minutes / 1440), minutes / 1440);
}

/* A command as far as a line holds it: some carry a whole memo. */
static char *
cut(const char *command)
{
	size_t	 n = strlen(command), at = 0, end = 0;

	while (end < n && qda_text_width(command, end) < COMMAND) {
		at = end;
		qda_text_next(command, n, &end);
	}
	return end == n ? qda_strdup(command) :
	    qda_sprintf("%.*s…", (int)at, command);
}

static char *
change_text(const struct qda_status *s)
{
	char	*when, *what, *text;

	if (s->change == QDA_NONE)
		return qda_strdup(_("none yet"));
	when = ago(s->when);
	what = cut(s->what);
	text = qda_sprintf(_("%lld, %s, %s: %s"), (long long)s->change, when,
	    s->who, what);
	free(when);
	free(what);
	return text;
}

static void
print_json(struct qda_act *act, const struct qda_status *s,
    const char *path)
{
	struct qda_json	 j;

	qda_json_begin(&j, act->out);
	j.one_line = act->as == QDA_AS_JSONL;
	qda_json_open(&j, '{');
	qda_json_key(&j, "project");
	qda_json_text(&j, path);
	qda_json_key(&j, "title");
	qda_json_text(&j, s->title);
#define NUMBER(key, value) qda_json_key(&j, key); qda_json_int(&j, value)
	NUMBER("sources", s->sources);
	NUMBER("participants", s->participants);
	NUMBER("not_included", s->not_included);
	NUMBER("verbatims", s->verbatims);
	NUMBER("codings", s->codings);
	NUMBER("properties", s->properties);
	NUMBER("uncoded_sources", s->n_uncoded - s->n_assigned);
	NUMBER("uncoded_assignments", s->n_assigned);
	NUMBER("categories", s->categories);
	NUMBER("ungrouped_properties", s->loose);
	NUMBER("coreq_answered", s->answered);
	NUMBER("interviews_since_last_new", s->last_new ? s->since : QDA_NONE);
	NUMBER("last_change", s->change);
#undef NUMBER
	qda_json_key(&j, "last_new_in");
	qda_json_text(&j, s->last_new);
	qda_json_close(&j, '}');
	qda_json_end(&j);
}

int
qda_do_status(struct qda_act *act, const char *path, struct qda_err *e)
{
	struct qda_status	 s;
	FILE			*f = act->out;

	if (qda_status_get(act->db, &s, e) < 0)
		return -1;
	if (act->as == QDA_AS_JSON || act->as == QDA_AS_JSONL) {
		print_json(act, &s, path);
		qda_status_free(&s);
		return 0;
	}
	head(f, s.title != NULL ? s.title : _("(no title)"),
	    head_text(&s, path));
	line(f, _("open coding"), open_text(&s), NULL);
	line(f, _("axial"), axial_text(&s), "qda axial check");
	line(f, _("sufficiency"), sufficiency_text(&s), "qda saturation");
	line(f, _("COREQ"), qda_sprintf(_("%lld of 32 items answered"),
	    (long long)s.answered), "qda coreq check");
	line(f, _("last change"), change_text(&s), "qda undo");
	qda_status_free(&s);
	return 0;
}

int
qda_do_welcome(struct qda_act *act)
{
	fprintf(act->out, "%s\n\n", _("qda: tools for coding interviews, from "
	    "transcripts to a COREQ grid"));
	fprintf(act->out, "%s\n\n", _("There is no project here or above.  "
	    "The first three commands:"));
	fputs("  qda init -t \"...\"\n", act->out);
	fputs("  qda import entretiens/*.docx\n", act->out);
	fputs("  qda source list\n\n", act->out);
	fprintf(act->out, "%s\n", _("'qda help' lists all verbs by step of the "
	    "method; 'qda help VERB' is its page."));
	fprintf(act->out, "%s\n", _("A project is one file, qda.db; nothing "
	    "leaves this machine."));
	return 0;
}
