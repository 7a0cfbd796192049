/* address.c: the one grammar for naming a stretch of a source. */
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/address.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/source.h"
#include "qda/table.h"
#include "qda/text.h"

static int
refuse(const char *text, const char *why, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s': %s"), text, why);
}

/* A number without sign, blanks or leading zero, of at most 10 digits. */
static int
number(const char **p, int64_t *value)
{
	size_t	 n = strspn(*p, "0123456789");

	if (n == 0 || n > 10 || (**p == '0' && n > 1))
		return -1;
	*value = strtoll(*p, NULL, 10);
	*p += n;
	return 0;
}

static int
read_turns(struct qda_address *a, const char *text, const char *p,
    struct qda_err *e)
{
	p++;
	if (number(&p, &a->first) < 0 || a->first == 0)
		return refuse(text, _("a turn is a number from 1 on"), e);
	a->last = a->first;
	if (*p == '-' && (p++, number(&p, &a->last) < 0))
		return refuse(text, _("a turn is a number from 1 on"), e);
	if (a->last < a->first)
		return refuse(text, _("the last turn comes before the first"),
		    e);
	a->span = QDA_SPAN_TURNS;
	return *p == '\0' ? 0 : refuse(text, _("something stands behind the "
	    "turns"), e);
}

static int
read_range(struct qda_address *a, const char *text, const char *p,
    struct qda_err *e)
{
	const char	*digits = p;

	if (strspn(p, "0123456789") > 10)
		return refuse(text, _("a position has at most 10 digits"), e);
	if (number(&p, &a->first) < 0)
		return refuse(text, _("this is not an address; addresses are "
		    "SOURCE:START-END, SOURCE:#TURN or SOURCE:"), e);
	if (*p != '-')
		return qda_fail(e, QDA_DATA, _("'%s': a verbatim has a start "
		    "and an end: %s-40, or a turn: %.*s#%s"), text, text,
		    (int)(digits - text), text, digits);
	p++;
	if (strspn(p, "0123456789") > 10)
		return refuse(text, _("a position has at most 10 digits"), e);
	if (number(&p, &a->last) < 0)
		return refuse(text, _("the end is not a number"), e);
	if (*p == '@' && (p++, number(&p, &a->revision) < 0 ||
	    a->revision == 0))
		return refuse(text, _("a revision is a number from 1 on"), e);
	if (*p != '\0')
		return refuse(text, _("something stands behind the end"), e);
	if (a->first >= a->last)
		return refuse(text, _("the start does not come before the "
		    "end"), e);
	a->span = QDA_SPAN_RANGE;
	return 0;
}

int
qda_address_read(struct qda_address *a, const char *text, struct qda_err *e)
{
	const char	*colon = strrchr(text, ':');
	int		 rc = 0;

	memset(a, 0, sizeof(*a));
	a->revision = 1;
	if (qda_text_invalid(text, strlen(text)) < strlen(text))
		return qda_fail(e, QDA_USAGE,
		    _("byte %zu of an address is not UTF-8"),
		    qda_text_invalid(text, strlen(text)) + 1);
	if (colon == NULL)
		return refuse(text, _("no address such as P4:12-40 or P4:#12; "
		    "names of several words stand in quotes"), e);
	if (colon == text)
		return refuse(text, _("this is not an address; addresses are "
		    "SOURCE:START-END, SOURCE:#TURN or SOURCE:"), e);
	a->span = QDA_SPAN_WHOLE;
	if (colon[1] == '#')
		rc = read_turns(a, text, colon + 1, e);
	else if (colon[1] != '\0')
		rc = read_range(a, text, colon + 1, e);
	if (rc == 0)
		a->source = qda_strndup(text, (size_t)(colon - text));
	return rc;
}

static int
place_turns(struct qda_db *db, const struct qda_address *a, const char *text,
    struct qda_place *p, struct qda_err *e)
{
	struct qda_turn	 first, last;
	int		 rc;

	rc = qda_turn_get(db, p->source, a->first, &first, e);
	if (rc > 0)
		rc = qda_turn_get(db, p->source, a->last, &last, e);
	if (rc == 0)
		return qda_fail(e, QDA_DATA, _("'%s': '%s' has no such turn"),
		    text, a->source);
	if (rc > 0) {
		p->start = first.start;
		p->end = last.end;
	}
	return rc < 0 ? -1 : 0;
}

static int
know(struct qda_placer *at, const char *name, struct qda_err *e)
{
	struct qda_source	 s;

	if (at->name != NULL && strcmp(at->name, name) == 0)
		return 0;
	qda_placer_end(at);
	if (qda_source_need(at->db, name, &at->source, e) < 0 ||
	    qda_source_get(at->db, at->source, &s, e) < 0)
		return -1;
	free((char *)(uintptr_t)s.name);
	at->name = qda_strdup(name);
	at->revision = s.revision;
	at->length = s.length;
	return 0;
}

static int
place(struct qda_placer *at, const struct qda_address *a, const char *text,
    struct qda_place *p, struct qda_err *e)
{
	if (know(at, a->source, e) < 0)
		return -1;
	p->source = at->source;
	p->revision = at->revision;
	p->whole = a->span == QDA_SPAN_WHOLE;
	if (a->span == QDA_SPAN_TURNS)
		return place_turns(at->db, a, text, p, e);
	p->start = p->whole ? 0 : a->first;
	p->end = p->whole ? at->length : a->last;
	if (a->span == QDA_SPAN_RANGE && a->revision != at->revision)
		return qda_fail(e, QDA_DATA, _("'%s': '%s' has no revision "
		    "%lld"), text, a->source, (long long)a->revision);
	if (p->end > at->length)
		return qda_fail(e, QDA_DATA, _("'%s': '%s' has only %lld "
		    "characters"), text, a->source, (long long)at->length);
	return p->end > p->start ? 0 : qda_fail(e, QDA_DATA,
	    _("'%s': the source is empty"), text);
}

int
qda_placer_place(struct qda_placer *at, const char *text,
    struct qda_place *p, struct qda_err *e)
{
	struct qda_address	 a;
	int			 rc;

	if (qda_address_read(&a, text, e) < 0)
		return -1;
	rc = place(at, &a, text, p, e);
	free(a.source);
	return rc;
}

void
qda_placer_end(struct qda_placer *at)
{
	free(at->name);
	at->name = NULL;
}

int
qda_address_place(struct qda_db *db, const char *text, struct qda_place *p,
    struct qda_err *e)
{
	struct qda_placer	 at = { .db = db };
	int			 rc = qda_placer_place(&at, text, p, e);

	qda_placer_end(&at);
	return rc;
}

int
qda_address_exists(struct qda_db *db, const char *text, struct qda_err *e)
{
	struct qda_address	 a;
	struct qda_err		 no;
	int64_t			 id;
	int			 rc;

	if (qda_address_read(&a, text, &no) < 0)
		return 0;
	rc = qda_source_find(db, a.source, &id, e);
	free(a.source);
	return rc;
}

void
qda_address_line(struct qda_db *db, char *line)
{
	struct qda_err	 unused;

	line[strcspn(line, "\t\r")] = '\0';
	if (strchr(line, '\\') != NULL &&
	    qda_address_exists(db, line, &unused) <= 0)
		line[qda_tsv_undo(line, strlen(line))] = '\0';
}

void
qda_address_print(FILE *f, const char *source, int64_t start, int64_t end,
    int64_t revision)
{
	char	*text = qda_address_text(source, start, end, revision);

	fputs(text, f);
	free(text);
}

/* By hand: find and show write one a row. */
char *
qda_address_text(const char *source, int64_t start, int64_t end,
    int64_t revision)
{
	size_t	 n = strlen(source);
	char	*text = qda_alloc(n + 3 * (1 + QDA_DIGITS) + 1, 1);
	char	*to = text + n;

	memcpy(text, source, n);
	*to++ = ':';
	to = qda_text_digits(to, start);
	*to++ = '-';
	to = qda_text_digits(to, end);
	if (revision > 1) {
		*to++ = '@';
		qda_text_digits(to, revision);
	}
	return text;
}
