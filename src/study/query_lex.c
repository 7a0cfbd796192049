/* query_lex.c: the terms of a query, and where a mistake is. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "study/query_parse.h"

enum { ROOM = 60 };		/* columns shown on either side of a caret */

static const char	*const fields[] = {
	[QDA_TERM_CODE] = "code",
	[QDA_TERM_UNDER] = "under",
	[QDA_TERM_SOURCE] = "source",
	[QDA_TERM_PARTICIPANT] = "participant",
	[QDA_TERM_SPEAKER] = "speaker",
	[QDA_TERM_ROLE] = "role",
	[QDA_TERM_CODER] = "coder",
	[QDA_TERM_KIND] = "kind",
	[QDA_TERM_AT] = "at",
	[QDA_TERM_DATE] = "date",
	[QDA_TERM_MEMO] = "memo",
};
enum { FIELDS = sizeof(fields) / sizeof(*fields) };

const char *
qda_term_name(enum qda_term term)
{
	return fields[term];
}

/* The byte that many columns before another, or behind it. */
static size_t
columns_back(const char *s, size_t at, int columns)
{
	while (at > 0 && columns-- > 0)
		while (--at > 0 && (s[at] & 0xc0) == 0x80)
			continue;
	return at;
}

static size_t
columns_on(const char *s, size_t n, size_t at, int columns)
{
	while (at < n && columns-- > 0)
		while (++at < n && (s[at] & 0xc0) == 0x80)
			continue;
	return at;
}

int
qda_clauses_point(const char *text, size_t at, struct qda_err *e)
{
	size_t	 n = strlen(text), from, to, used;
	char	*shown;
	int	 before;

	from = columns_back(text, at, ROOM);
	to = columns_on(text, n, at, ROOM);
	shown = strndup(text + from, to - from);
	if (shown == NULL)
		return -1;
	for (char *p = shown; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	before = qda_text_width(shown, at - from) + (from > 0);
	used = strlen(e->msg);
	snprintf(e->msg + used, sizeof(e->msg) - used, "\n  %s%s%s\n  %*s^",
	    from > 0 ? "…" : "", shown, to < n ? "…" : "", before, "");
	free(shown);
	return -1;
}

int
parse_wrong(struct parser *p, size_t at)
{
	return qda_clauses_point(p->s, at, p->e);
}

/* Bytes of the white space at a place; 0 for none. */
static size_t
blank(const struct parser *p, size_t at)
{
	size_t	 next = at;

	return qda_text_space(qda_text_next(p->s, p->n, &next)) ?
	    next - at : 0;
}

void
parse_blanks(struct parser *p)
{
	size_t	 n;

	while ((n = blank(p, p->at)) > 0)
		p->at += n;
}

/* Where the word at a place ends. */
static size_t
word_end(const struct parser *p, size_t at)
{
	while (at < p->n && strchr("()\"", p->s[at]) == NULL &&
	    blank(p, at) == 0)
		at++;
	return at;
}

static bool
is_word(const struct parser *p, size_t at, size_t end, const char *lower,
    const char *upper)
{
	size_t	 n = strlen(lower);

	return end - at == n && (memcmp(p->s + at, lower, n) == 0 ||
	    memcmp(p->s + at, upper, n) == 0);
}

enum word
parse_word(const struct parser *p, size_t at, size_t *end)
{
	static const char	*const words[][2] = {
		[AND] = { "and", "AND" }, [OR] = { "or", "OR" },
		[NOT] = { "not", "NOT" }, [WITHIN] = { "within", "WITHIN" },
		[OVERLAPS] = { "overlaps", "OVERLAPS" },
	};

	*end = word_end(p, at);
	if (*end == at)
		return NO_WORD;
	for (int i = AND; i <= OVERLAPS; i++)
		if (is_word(p, at, *end, words[i][0], words[i][1]))
			return (enum word)i;
	if (*end - at >= 5 && (strncmp(p->s + at, "near:", 5) == 0 ||
	    strncmp(p->s + at, "NEAR:", 5) == 0))
		return NEAR;
	return OTHER;
}

/* The field whose name stands before a colon at a place, or -1. */
static int
field_at(const struct parser *p, size_t at)
{
	for (int i = QDA_TERM_CODE; i < FIELDS; i++) {
		size_t	 n = strlen(fields[i]);

		if (strncmp(p->s + at, fields[i], n) == 0 &&
		    p->s[at + n] == ':')
			return i;
	}
	return -1;
}

/* The end of a bare value: words up to a keyword or a parenthesis. */
static int
bare_end(struct parser *p, size_t from, size_t *end)
{
	size_t	 at = from, stop, next = from;

	for (;;) {
		enum word	 word = parse_word(p, next, &stop);

		if (word == NO_WORD || (word != OTHER && next > from))
			break;
		if (next > from && (field_at(p, next) >= 0 ||
		    strchr("@/", p->s[next]) != NULL)) {
			qda_fail(p->e, QDA_USAGE,
			    _("'and' or 'or' is missing before this"));
			return parse_wrong(p, next);
		}
		at = next = stop;
		while ((stop = blank(p, next)) > 0)
			next += stop;
	}
	*end = at;
	return 0;
}

/* A quoted text at p->at, unescaped; caller frees *text. */
static int
read_quoted(struct parser *p, char **text)
{
	size_t	 from = p->at, n = 0;
	char	*out = qda_alloc(p->n - from + 1, 1);

	for (p->at++; p->at < p->n && p->s[p->at] != '"'; p->at++) {
		if (p->s[p->at] == '\\' && p->at + 1 < p->n &&
		    (p->s[p->at + 1] == '"' || p->s[p->at + 1] == '\\'))
			p->at++;
		out[n++] = p->s[p->at];
	}
	if (p->at == p->n) {
		free(out);
		qda_fail(p->e, QDA_USAGE,
		    _("this quotation mark is never closed"));
		return parse_wrong(p, from);
	}
	p->at++;
	*text = out;
	return 0;
}

/* A value, quoted or bare, at p->at. */
static int
read_value(struct parser *p, struct qda_clause *term)
{
	term->at = p->at;
	if (p->s[p->at] == '"') {
		term->quoted = true;
		if (read_quoted(p, &term->value) < 0)
			return -1;
		term->end = p->at;
		return 0;
	}
	if (bare_end(p, p->at, &term->end) < 0)
		return -1;
	term->value = qda_strndup(p->s + p->at, term->end - p->at);
	p->at = term->end;
	return 0;
}

static int
add_term(struct parser *p, enum qda_term kind, struct qda_clause **term)
{
	if (p->tree->n == QDA_QUERY_TERMS) {
		qda_fail(p->e, QDA_USAGE,
		    _("a query has at most %d terms"), QDA_QUERY_TERMS);
		return parse_wrong(p, p->at);
	}
	*term = parse_clause(QDA_OP_TERM, NULL);
	(*term)->term = kind;
	(*term)->at = (*term)->end = p->at;
	p->tree->terms[p->tree->n++] = *term;
	return 0;
}

/* /pattern/ or /pattern/i */
static int
read_regex(struct parser *p, struct qda_clause **term)
{
	size_t	 from = p->at, n = 0;
	char	*out;

	if (add_term(p, QDA_TERM_REGEX, term) < 0)
		return -1;
	out = (*term)->value = qda_alloc(p->n - from + 1, 1);
	for (p->at++; p->at < p->n && p->s[p->at] != '/'; p->at++) {
		if (p->s[p->at] == '\\' && p->at + 1 < p->n &&
		    p->s[++p->at] != '/')
			out[n++] = '\\';
		out[n++] = p->s[p->at];
	}
	(*term)->at = from;
	if (p->at == p->n) {
		qda_fail(p->e, QDA_USAGE, _("this pattern has no '/' at its "
		    "end"));
		return parse_wrong(p, from);
	}
	p->at++;
	if (p->s[p->at] == 'i' && word_end(p, p->at) == p->at + 1) {
		(*term)->nocase = true;
		p->at++;
	}
	(*term)->end = p->at;
	return 0;
}

static int
read_cmp(struct parser *p, struct qda_clause *term, size_t from)
{
	static const struct {
		const char	*sign;
		enum qda_cmp	 cmp;
	} signs[] = {
		{ "!=", QDA_CMP_NE }, { "<=", QDA_CMP_LE },
		{ ">=", QDA_CMP_GE }, { "=", QDA_CMP_EQ },
		{ "<", QDA_CMP_LT }, { ">", QDA_CMP_GT },
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(p->s + p->at, signs[i].sign,
		    strlen(signs[i].sign)) == 0) {
			p->at += strlen(signs[i].sign);
			term->cmp = signs[i].cmp;
			return 0;
		}
	if (p->s[p->at] == ':')
		qda_fail(p->e, QDA_USAGE, _("an attribute is compared with "
		    "'=', not ':'"));
	else
		qda_fail(p->e, QDA_USAGE, _("this compares nothing; attributes "
		    "are compared without blanks: @%s=..., @%s>=..."),
		    term->key, term->key);
	return parse_wrong(p, from);
}

static int
read_attribute(struct parser *p, struct qda_clause **term)
{
	size_t	 from = p->at, key;

	if (add_term(p, QDA_TERM_ATTRIBUTE, term) < 0)
		return -1;
	key = (*term)->key_at = ++p->at;
	if (p->s[p->at] == '"') {
		if (read_quoted(p, &(*term)->key) < 0)
			return -1;
	} else {
		while (p->at < p->n && strchr("=!<>:()\"", p->s[p->at]) == NULL
		    && blank(p, p->at) == 0)
			p->at++;
		(*term)->key = qda_strndup(p->s + key, p->at - key);
	}
	if (*(*term)->key == '\0') {
		qda_fail(p->e, QDA_USAGE, _("'@' wants the name of an "
		    "attribute"));
		return parse_wrong(p, from);
	}
	if (read_cmp(p, *term, from) < 0)
		return -1;
	if (p->at < p->n && word_end(p, p->at) == p->at &&
	    p->s[p->at] != '"') {
		qda_fail(p->e, QDA_USAGE, _("no blank behind the sign"));
		return parse_wrong(p, p->at);
	}
	return read_value(p, *term);
}

static int
unknown_field(struct parser *p, size_t from, size_t colon)
{
	char	*list, *more, *word, *name;
	size_t	 end = word_end(p, from);

	if (strchr("#0123456789", p->s[colon + 1]) != NULL &&
	    colon + 1 < end) {
		qda_fail(p->e, QDA_USAGE, _("an address is asked for with "
		    "at: at:%.*s"), (int)(end - from), p->s + from);
		return parse_wrong(p, from);
	}
	list = qda_strdup("");
	for (int i = QDA_TERM_CODE; i < FIELDS; i++) {
		more = qda_sprintf("%s%s%s", list, *list ? ", " : "",
		    fields[i]);
		free(list);
		list = more;
	}
	name = qda_strndup(p->s + from, colon - from);
	word = qda_strndup(p->s + from, end - from);
	qda_fail(p->e, QDA_USAGE, _("there is no field '%.80s'; fields are %s; "
	    "words with a colon are quoted: \"%.80s\""), name, list, word);
	free(list);
	free(name);
	free(word);
	return parse_wrong(p, from);
}

/* "code : peur", as French is typed. */
static int
check_blank_colon(struct parser *p, size_t end)
{
	size_t	 next = end, word, n;

	while ((n = blank(p, next)) > 0)
		next += n;
	if (next == end || p->s[next] != ':')
		return 0;
	for (word = next + 1; (n = blank(p, word)) > 0; word += n)
		continue;
	for (int i = QDA_TERM_CODE; i < FIELDS; i++)
		if (strlen(fields[i]) == end - p->at &&
		    strncmp(p->s + p->at, fields[i], end - p->at) == 0) {
			qda_fail(p->e, QDA_USAGE, _("no blank before the "
			    "colon: %s:%.*s"), fields[i],
			    (int)(word_end(p, word) - word), p->s + word);
			return parse_wrong(p, end);
		}
	return 0;
}

static int
read_field(struct parser *p, enum qda_term field, struct qda_clause **term)
{
	if (add_term(p, field, term) < 0)
		return -1;
	p->at += strlen(fields[field]) + 1;
	if (p->at < p->n && p->s[p->at] == '"')
		return read_value(p, *term);
	if (word_end(p, p->at) > p->at)
		return read_value(p, *term);
	if (blank(p, p->at) > 0)
		qda_fail(p->e, QDA_USAGE, _("no blank behind the colon: "
		    "%s:..."), fields[field]);
	else
		qda_fail(p->e, QDA_USAGE, _("'%s:' wants a value"),
		    fields[field]);
	return parse_wrong(p, p->at);
}

static int
read_words(struct parser *p, struct qda_clause **term)
{
	size_t		 end = word_end(p, p->at);
	const char	*colon;
	int		 field = field_at(p, p->at);

	if (field >= 0)
		return read_field(p, (enum qda_term)field, term);
	colon = memchr(p->s + p->at, ':', end - p->at);
	if (p->s[p->at] != '"' && colon > p->s + p->at)
		return unknown_field(p, p->at, (size_t)(colon - p->s));
	if (check_blank_colon(p, end) < 0 ||
	    add_term(p, QDA_TERM_WORDS, term) < 0)
		return -1;
	return read_value(p, *term);
}

int
parse_term(struct parser *p, struct qda_clause **node)
{
	if (p->s[p->at] == '/')
		return read_regex(p, node);
	if (p->s[p->at] == '@')
		return read_attribute(p, node);
	return read_words(p, node);
}
