/* field.c: values as people write them, stored as data. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "qda/coder.h"
#include "qda/field.h"
#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/rule.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/yesno.h"

enum { DAY = 24 * 60 * 60 };	/* seconds */

const struct qda_field *
qda_field_named(const struct qda_field *f, const char *key)
{
	for (; f->key != NULL; f++)
		if (strcmp(f->key, key) == 0)
			return f;
	return NULL;
}

/* Whether the text is one of the words, spelt anyhow. */
static bool
is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (qda_text_distance(text, *words) == 0)
			return true;
	return false;
}

int
yesno_read(const char *text)
{
	static const char	*const yes[] = { "yes", "oui", "1", "y", "o",
				    "true", "vrai", "x", NULL };
	static const char	*const no[] = { "no", "non", "0", "n", "false",
				    "faux", NULL };

	return is_one_of(text, yes) ? 1 : is_one_of(text, no) ? 0 : -1;
}

/* Keys, each with its word where people speak French and it is another. */
static void
put_choice(FILE *f, const char *key, const char *word)
{
	fputs(key, f);
	if (strcmp(qda_lang_now(), "fr") == 0 && word != NULL &&
	    strncmp(word, key, strlen(key)) != 0)
		fprintf(f, " (%s)", word);
}

static int
refuse(const struct qda_field *f, const char *text, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*list;

	qda_mem_open(&m);
	for (const char *const *c = f->choices; c && *c; c += 2)
		if (c == f->choices || strcmp(c[0], c[-2]) != 0) {
			fputs(c == f->choices ? "" : ", ", m.f);
			put_choice(m.f, c[0], c[1]);
		}
	list = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("%s: '%s' is not one of %s"), f->key, text,
	    f->choices != NULL ? list : "yes, no");
	free(list);
	return -1;
}

static int
set_int(struct qda_db *db, const struct qda_field *f, int64_t id,
    int64_t value, struct qda_err *e)
{
	return db_run(db, e, f->set, "ii", id, value);
}

static int
set_text(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	return db_run(db, e, f->set, "it", id, text);
}

static int
set_date(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	char	 iso[11];

	if (qda_date_read(iso, text, e) < 0)
		return qda_fail_in(e, "%s", f->key);
	return set_text(db, f, id, iso, e);
}

static int
set_duration(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	int64_t	 seconds;

	if (qda_duration_read(&seconds, text, e) < 0)
		return qda_fail_in(e, "%s", f->key);
	if (seconds >= DAY)
		return qda_fail(e, QDA_DATA, _("%s: '%s' is more than a day: "
		    "minutes are '38min10s', which a spreadsheet leaves alone"),
		    f->key, text);
	return set_int(db, f, id, seconds, e);
}

static int
set_number(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	char	*end;
	long	 n;

	errno = 0;
	n = strtol(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0')
		return qda_fail(e, QDA_DATA, _("%s: '%s' is not a whole "
		    "number"), f->key, text);
	return set_int(db, f, id, n, e);
}

static int
set_colour(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	if (text[0] != '#' || strlen(text) != 7 ||
	    strspn(text + 1, "0123456789abcdefABCDEF") != 6)
		return qda_fail(e, QDA_DATA,
		    _("%s: '%s' is not a colour like #aa3300"), f->key, text);
	return set_text(db, f, id, text, e);
}

/* The key that a word means, NULL when it is none of the choices. */
static const char *
choice(const struct qda_field *f, const char *text)
{
	for (const char *const *c = f->choices; *c != NULL; c += 2)
		if (qda_text_distance(text, c[0]) == 0 ||
		    qda_text_distance(text, c[1]) == 0)
			return c[0];
	return NULL;
}

static int
set_choice(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	const char	*key = choice(f, text);

	return key == NULL ? refuse(f, text, e) : set_text(db, f, id, key, e);
}

/* Without the blanks at both ends, in place. */
static char *
trimmed(char *s)
{
	size_t	 n;

	s += strspn(s, " \t\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\n", s[n - 1]) != NULL)
		s[--n] = '\0';
	return s;
}

/* Stored with "," between, in the order given. */
static int
set_choices(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	char		*copy = qda_strdup(text), *rest = copy, *word;
	struct qda_mem	 m;
	char		*keys;
	const char	*key;
	int		 rc = 0;

	qda_mem_open(&m);
	while (rc == 0 && (word = strsep(&rest, ",;")) != NULL) {
		word = trimmed(word);
		if ((key = choice(f, word)) == NULL)
			rc = refuse(f, word, e);
		else
			fprintf(m.f, "%s%s", ftell(m.f) > 0 ? "," : "", key);
	}
	keys = qda_mem_text(&m);
	if (rc == 0)
		rc = set_text(db, f, id, keys, e);
	free(keys);
	free(copy);
	return rc;
}

static int
set_yesdate(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	int	 yes = yesno_read(text);

	if (yes >= 0)
		return set_text(db, f, id, yes ? "yes" : "no", e);
	if (set_date(db, f, id, text, e) == 0)
		return 0;
	return qda_fail(e, QDA_DATA,
	    _("%s: '%s' is neither yes, no nor a date"), f->key, text);
}

static int
set_rule(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	struct qda_rule	 rule;
	char		*full;
	int		 rc;

	if (qda_rule_read(&rule, text, e) < 0)
		return qda_fail_in(e, "%s", f->key);
	full = qda_rule_text(&rule);
	rc = set_text(db, f, id, full, e);
	free(full);
	return rc;
}

static int
set_reference(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	int64_t	 to;
	bool	 made;
	int	 rc;

	if (f->kind == QDA_VALUE_CODER)
		rc = qda_coder_make(db, text, &to, &made, e);
	else if (f->kind == QDA_VALUE_PARTICIPANT)
		rc = qda_participant_make(db, text, &to, &made, e);
	else
		rc = qda_guide_need(db, text, &to, e);
	return rc < 0 ? -1 : set_int(db, f, id, to, e);
}

static int
remove_value(struct qda_db *db, const struct qda_field *f, int64_t id,
    struct qda_err *e)
{
	if (set_text(db, f, id, NULL, e) == 0)
		return 0;
	return e->why != QDA_DATA ? -1 : qda_fail(e, QDA_DATA,
	    _("%s: it always has a value, one cannot be removed"), f->key);
}

int
qda_field_set(struct qda_db *db, const struct qda_field *f, int64_t id,
    const char *text, struct qda_err *e)
{
	if (text == NULL || *text == '\0')
		return remove_value(db, f, id, e);
	switch (f->kind) {
	case QDA_VALUE_DATE:
		return set_date(db, f, id, text, e);
	case QDA_VALUE_DURATION:
		return set_duration(db, f, id, text, e);
	case QDA_VALUE_NUMBER:
		return set_number(db, f, id, text, e);
	case QDA_VALUE_YESNO:
		if (yesno_read(text) < 0)
			return refuse(f, text, e);
		return set_int(db, f, id, yesno_read(text), e);
	case QDA_VALUE_YESDATE:
		return set_yesdate(db, f, id, text, e);
	case QDA_VALUE_CHOICE:
		return set_choice(db, f, id, text, e);
	case QDA_VALUE_CHOICES:
		return set_choices(db, f, id, text, e);
	case QDA_VALUE_COLOUR:
		return set_colour(db, f, id, text, e);
	case QDA_VALUE_CODER:
	case QDA_VALUE_PARTICIPANT:
	case QDA_VALUE_GUIDE:
		return set_reference(db, f, id, text, e);
	case QDA_VALUE_RULE:
		return set_rule(db, f, id, text, e);
	case QDA_VALUE_TEXT:
		break;
	}
	if (qda_text_invalid(text, strlen(text)) < strlen(text))
		return qda_fail(e, QDA_USAGE, _("%s: the value is not UTF-8"),
		    f->key);
	return set_text(db, f, id, text, e);
}

int
qda_field_get(char **text, struct qda_db *db, const struct qda_field *f,
    int64_t id, struct qda_err *e)
{
	*text = NULL;
	if (db_ask_text(text, db, e, f->get, "i", id) < 0)
		return -1;
	if (f->kind == QDA_VALUE_YESNO && *text != NULL) {
		const char	*word = strcmp(*text, "1") == 0 ? "yes" : "no";

		free(*text);
		*text = qda_strdup(word);
	}
	return 0;
}
