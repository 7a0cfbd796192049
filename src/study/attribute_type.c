/* attribute_type.c: what attributes may be, and values as people write them. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "qda/attribute.h"
#include "qda/lang.h"
#include "qda/text.h"
#include "qda/when.h"
#include "study/yesno.h"

enum { MAX_DIGITS = 15 };	/* what a double holds exactly */

static const char	*const types[] = {
	[QDA_TYPE_TEXT] = "text",
	[QDA_TYPE_NUMBER] = "number",
	[QDA_TYPE_DATE] = "date",
	[QDA_TYPE_DURATION] = "duration",
	[QDA_TYPE_ORDERED] = "ordered",
	[QDA_TYPE_YESNO] = "yes/no",
};

enum { N_TYPES = sizeof(types) / sizeof(types[0]) };

static const char	*const french[N_TYPES] = {
	"texte", "nombre", "date", "durée", "ordonné", "oui/non"
};

const char *
qda_type_name(enum qda_type type)
{
	return types[type];
}

int
qda_type_named(enum qda_type *type, const char *name, struct qda_err *e)
{
	for (int i = 0; i < N_TYPES; i++)
		if (qda_text_distance(name, types[i]) == 0 ||
		    qda_text_distance(name, french[i]) == 0) {
			*type = (enum qda_type)i;
			return 0;
		}
	return qda_fail(e, QDA_DATA, _("'%.100s' is not a type; types are "
	    "text, number, date, duration, ordered, yes/no"), name);
}

/*
 * A sign, digits, perhaps a point or comma and digits, into buf with a point:
 * its length, or 0 for what is no number.
 */
static size_t
read_number(char buf[MAX_DIGITS + 3], const char *s)
{
	size_t	 n = 0, digits = 0;
	bool	 point = false;

	if (*s == '-')
		buf[n++] = '-';
	s += *s == '-' || *s == '+';
	for (; *s != '\0'; s++) {
		if ((*s == '.' || *s == ',') && digits > 0 && !point) {
			buf[n++] = '.';
			point = true;
		} else if (*s >= '0' && *s <= '9' && digits < MAX_DIGITS) {
			buf[n++] = *s;
			digits++;
		} else {
			return 0;
		}
	}
	buf[n] = '\0';
	return digits > 0 && buf[n - 1] != '.' ? n : 0;
}

static bool
is_number(const char *s)
{
	char		 buf[MAX_DIGITS + 3];
	const char	*digits;

	if (read_number(buf, s) == 0)
		return false;
	digits = buf + (buf[0] == '-');
	return digits[0] != '0' || digits[1] == '\0' || digits[1] == '.';
}

static bool
is_date(const char *s)
{
	struct qda_err	 e;
	char		 iso[11];

	return qda_date_read(iso, s, &e) == 0;
}

static bool
is_duration(const char *s)
{
	struct qda_err	 e;
	int64_t		 seconds;

	return qda_duration_read(&seconds, s, &e) == 0;
}

/* A copy without the blanks at both ends. */
static char *
trimmed(const char *s)
{
	size_t	 n = strlen(s), at = 0, from = 0, to = 0;
	bool	 begun = false;

	while (at < n) {
		size_t	 start = at;

		if (qda_text_space(qda_text_next(s, n, &at)))
			continue;
		if (!begun)
			from = start;
		begun = true;
		to = at;
	}
	return qda_strndup(s + from, to - from);
}

static bool
all_are(bool (*is)(const char *), const char *const *texts, size_t n)
{
	size_t	 some = 0;

	bool	 fits = true;

	for (size_t i = 0; i < n && fits; i++) {
		char	*words = trimmed(texts[i]);

		if (*words != '\0') {
			fits = is(words);
			some++;
		}
		free(words);
	}
	return fits && some > 0;
}

enum qda_type
qda_type_guess(const char *const *texts, size_t n)
{
	if (all_are(is_number, texts, n))
		return QDA_TYPE_NUMBER;
	if (all_are(is_date, texts, n))
		return QDA_TYPE_DATE;
	if (all_are(is_duration, texts, n))
		return QDA_TYPE_DURATION;
	return QDA_TYPE_TEXT;
}

static int
number_value(char **value, const char *text, struct qda_err *e)
{
	char	 buf[MAX_DIGITS + 3];

	if (read_number(buf, text) == 0)
		return qda_fail(e, QDA_DATA, _("'%.200s' is not a number"),
		    text);
	*value = qda_strdup(buf);
	return 0;
}

static int
date_value(char **value, const char *text, struct qda_err *e)
{
	char	 iso[11];

	if (qda_date_read(iso, text, e) < 0)
		return -1;
	*value = qda_strdup(iso);
	return 0;
}

static int
duration_value(char **value, const char *text, struct qda_err *e)
{
	int64_t	 seconds;

	if (qda_duration_read(&seconds, text, e) < 0)
		return -1;
	*value = qda_sprintf("%" PRId64, seconds);
	return 0;
}

static int
yesno_value(char **value, const char *text, struct qda_err *e)
{
	int	 yes = yesno_read(text);

	if (yes < 0)
		return qda_fail(e, QDA_DATA, _("'%.200s' is neither yes nor "
		    "no"), text);
	*value = qda_strdup(yes ? "yes" : "no");
	return 0;
}

static int
level_value(char **value, const struct qda_attribute *a, const char *text,
    struct qda_err *e)
{
	struct qda_mem	 m;
	char		*all;

	for (size_t i = 0; i < a->levels.n; i++)
		if (qda_text_distance(a->levels.at[i], text) == 0) {
			*value = qda_strdup(a->levels.at[i]);
			return 0;
		}
	qda_mem_open(&m);
	for (size_t i = 0; i < a->levels.n; i++)
		fprintf(m.f, "%s%s", i > 0 ? "; " : "", a->levels.at[i]);
	all = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("'%.200s' is not one of the levels %.1000s"),
	    text, all);
	free(all);
	return -1;
}

static int
read_value(char **value, const struct qda_attribute *a, const char *text,
    struct qda_err *e)
{
	switch (a->type) {
	case QDA_TYPE_NUMBER:
		return number_value(value, text, e);
	case QDA_TYPE_DATE:
		return date_value(value, text, e);
	case QDA_TYPE_DURATION:
		return duration_value(value, text, e);
	case QDA_TYPE_ORDERED:
		return level_value(value, a, text, e);
	case QDA_TYPE_YESNO:
		return yesno_value(value, text, e);
	case QDA_TYPE_TEXT:
		break;
	}
	*value = qda_strdup(text);
	return 0;
}

int
qda_attribute_read(char **value, const struct qda_attribute *a,
    const char *text, struct qda_err *e)
{
	char	*words;
	int	 rc = 0;

	*value = NULL;
	if (qda_text_invalid(text, strlen(text)) < strlen(text))
		return qda_fail(e, QDA_USAGE, _("the value is not UTF-8"));
	words = trimmed(text);
	if (*words != '\0')
		rc = read_value(value, a, words, e);
	free(words);
	return rc;
}

/* Not a clock: 38:10 would come back from a spreadsheet as 38 hours. */
char *
qda_attribute_text(const struct qda_attribute *a, const char *value)
{
	int64_t	 s;

	if (a->type != QDA_TYPE_DURATION)
		return qda_strdup(value);
	s = strtoll(value, NULL, 10);
	if (s < 3600)
		return qda_sprintf("%" PRId64 "min%02" PRId64 "s", s / 60,
		    s % 60);
	return qda_sprintf("%" PRId64 "h%02" PRId64 "min%02" PRId64 "s",
	    s / 3600, s / 60 % 60, s % 60);
}
