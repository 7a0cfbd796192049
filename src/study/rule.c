/* rule.c: rules for stopping, read and written. */
#include <errno.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "qda/json.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/rule.h"
#include "qda/text.h"

enum { MOST = 1000000 };	/* of any of the whole numbers */

static const char	*const names[] = {
	[QDA_RULE_NONE_NEW] = "none-new",
	[QDA_RULE_GUEST] = "guest",
	[QDA_RULE_FRANCIS] = "francis",
};

enum { N_RULES = sizeof(names) / sizeof(names[0]) };

/* The numbers of the rules, in the order in which they are written. */
static const struct number {
	const char	*key;
	enum qda_rule_kind kind;
	size_t		 at;		/* of an int64_t; 0: the threshold */
} numbers[] = {
	{ "stop", QDA_RULE_NONE_NEW, offsetof(struct qda_rule, stop) },
	{ "min", QDA_RULE_NONE_NEW, offsetof(struct qda_rule, min) },
	{ "base", QDA_RULE_GUEST, offsetof(struct qda_rule, base) },
	{ "run", QDA_RULE_GUEST, offsetof(struct qda_rule, run) },
	{ "threshold", QDA_RULE_GUEST, 0 },
	{ "base", QDA_RULE_FRANCIS, offsetof(struct qda_rule, base) },
	{ "stop", QDA_RULE_FRANCIS, offsetof(struct qda_rule, stop) },
};

enum { N_NUMBERS = sizeof(numbers) / sizeof(numbers[0]) };

int
qda_rule_named(struct qda_rule *r, const char *name, struct qda_err *e)
{
	static const struct qda_rule	 authors[N_RULES] = {
		{ QDA_RULE_NONE_NEW, 0, 1, 0, 0, 0.0 },
		{ QDA_RULE_GUEST, 0, 0, 4, 2, 5.0 },
		{ QDA_RULE_FRANCIS, 3, 0, 10, 0, 0.0 },
	};

	for (size_t i = 0; i < N_RULES; i++)
		if (qda_text_distance(name, names[i]) == 0) {
			*r = authors[i];
			return 0;
		}
	return qda_fail(e, QDA_DATA, _("there is no rule '%.100s'; rules are "
	    "none-new, guest, francis"), name);
}

/* A whole number from 1 on, or -1. */
static int64_t
read_whole(const char *s)
{
	char	*end;
	long	 n;

	errno = 0;
	n = strtol(s, &end, 10);
	return *s < '0' || *s > '9' || *end != '\0' || errno != 0 || n < 1 ||
	    n > MOST ? -1 : n;
}

/* Digits, perhaps a comma or point among them, perhaps a "%" behind. */
static int
read_percent(double *value, const char *s)
{
	char	 buf[32];
	size_t	 n = strspn(s, "0123456789.,"), blanks;
	char	*comma, *end;

	blanks = strspn(s + n, " ");
	if (n == 0 || n >= sizeof(buf) ||
	    (s[n + blanks] != '\0' && strcmp(s + n + blanks, "%") != 0))
		return -1;
	memcpy(buf, s, n);
	buf[n] = '\0';
	if ((comma = strchr(buf, ',')) != NULL)
		*comma = '.';
	*value = strtod(buf, &end);
	return *end == '\0' && *value <= 100.0 ? 0 : -1;
}

static int
no_such_number(const struct qda_rule *r, const char *key, struct qda_err *e)
{
	struct qda_mem	 m;
	char		*keys;

	qda_mem_open(&m);
	for (size_t i = 0; i < N_NUMBERS; i++)
		if (numbers[i].kind == r->kind)
			fprintf(m.f, "%s%s", ftell(m.f) > 0 ? ", " : "",
			    numbers[i].key);
	keys = qda_mem_text(&m);
	qda_fail(e, QDA_DATA, _("the rule %s has no '%.100s'; it has %s"),
	    names[r->kind], key, keys);
	free(keys);
	return -1;
}

static int
set_number(struct qda_rule *r, const struct number *n, const char *value,
    struct qda_err *e)
{
	int64_t	 whole = read_whole(value);

	if (n->at == 0) {
		if (read_percent(&r->threshold, value) == 0)
			return 0;
		return qda_fail(e, QDA_DATA, _("%s wants a percentage from 0 "
		    "to 100, not '%.100s'"), n->key, value);
	}
	if (whole < 0)
		return qda_fail(e, QDA_DATA, _("%s wants a whole number from "
		    "1 on, not '%.100s'"), n->key, value);
	memcpy((char *)r + n->at, &whole, sizeof(whole));
	return 0;
}

int
qda_rule_set(struct qda_rule *r, const char *key, const char *value,
    struct qda_err *e)
{
	for (size_t i = 0; i < N_NUMBERS; i++)
		if (numbers[i].kind == r->kind &&
		    strcmp(numbers[i].key, key) == 0)
			return set_number(r, &numbers[i], value, e);
	return no_such_number(r, key, e);
}

int
qda_rule_check(const struct qda_rule *r, struct qda_err *e)
{
	if (r->kind == QDA_RULE_NONE_NEW && r->stop == 0)
		return qda_fail(e, QDA_DATA, _("the rule none-new wants a "
		    "stop: after how many interviews without a new property, "
		    "as in 'none-new stop=1 min=10'"));
	return 0;
}

static int
read_words(struct qda_rule *r, char *words, struct qda_err *e)
{
	const char	*blanks = " \t\n\r";
	char		*rest, *word = strtok_r(words, blanks, &rest), *equals;

	if (qda_rule_named(r, word == NULL ? "" : word, e) < 0)
		return -1;
	while ((word = strtok_r(NULL, blanks, &rest)) != NULL) {
		equals = strchr(word, '=');
		if (equals == NULL)
			return qda_fail(e, QDA_DATA, _("'%.100s' is not of "
			    "the form KEY=VALUE"), word);
		*equals = '\0';
		if (qda_rule_set(r, word, equals + 1, e) < 0)
			return -1;
	}
	return qda_rule_check(r, e);
}

int
qda_rule_read(struct qda_rule *r, const char *text, struct qda_err *e)
{
	char	*words = qda_strdup(text);
	int	 rc = read_words(r, words, e);

	free(words);
	return rc;
}

char *
qda_rule_text(const struct qda_rule *r)
{
	struct qda_mem	 m;
	char		 buf[32];
	int64_t		 whole;

	fputs(names[r->kind], qda_mem_open(&m));
	for (size_t i = 0; i < N_NUMBERS; i++) {
		if (numbers[i].kind != r->kind)
			continue;
		if (numbers[i].at == 0) {
			fprintf(m.f, " %s=%s", numbers[i].key,
			    qda_json_shortest(buf, r->threshold));
			continue;
		}
		memcpy(&whole, (const char *)r + numbers[i].at, sizeof(whole));
		fprintf(m.f, " %s=%" PRId64, numbers[i].key, whole);
	}
	return qda_mem_text(&m);
}
