/* markup_items.c: the label and the codes of a unit, on one line. */
#include <stdlib.h>
#include <string.h>

#include "formats/markup.h"
#include "qda/lang.h"
#include "qda/text.h"

/* A stance and the words for it, English and French; the first is shown. */
static const struct {
	const char	*key, *shown, *words[5];
} stances[QDA_STANCES] = {
	{ "illustrates", N_("illustrates"), { "illustre" } },
	{ "qualifies", N_("qualifies"), { "nuance", "nuances", "nuancé" } },
	{ "contradicts", N_("contradicts"), { "contredit", "contrary",
	    "contraire", "contre" } },
};

/* What may open a label, and what then closes it. */
static const struct {
	const char	*open, *close;
} quotes[] = {
	{ "\"", "\"" }, { "\u201c", "\u201d" }, { "\u00ab", "\u00bb" },
};

enum { QUOTES = sizeof(quotes) / sizeof(*quotes) };

const char *
qda_stance_key(enum qda_stance stance)
{
	return stances[stance].key;
}

int
qda_stance_named(const char *word)
{
	struct qda_err	 e;
	char		*key;
	int		 found = -1;

	if (qda_text_key(&key, word, &e) < 0)
		return -1;
	for (int i = 0; i < QDA_STANCES && found < 0; i++) {
		if (strcmp(key, stances[i].key) == 0)
			found = i;
		for (size_t k = 0; k < 5 && stances[i].words[k]; k++)
			if (strcmp(key, stances[i].words[k]) == 0)
				found = i;
	}
	free(key);
	return found;
}

/* Which quote opens here, or QUOTES. */
static size_t
opening(const char *s, size_t n)
{
	size_t	 i = 0;

	while (i < QUOTES && (n < strlen(quotes[i].open) ||
	    memcmp(s, quotes[i].open, strlen(quotes[i].open)) != 0))
		i++;
	return i;
}

/* ---- out -------------------------------------------------------------- */

/* Name or label, with a "\" before each of these characters. */
static void
put_escaped(FILE *f, const char *s, const char *which, const char *bracket)
{
	for (; *s != '\0'; s++) {
		if (strchr(which, *s) != NULL || s == bracket)
			fputc('\\', f);
		fputc(*s == '\n' || *s == '\t' ? ' ' : *s, f);
	}
}

static void
put_code(FILE *f, const struct qda_markup_code *code)
{
	const char	*name = code->name;
	size_t		 n = strlen(name);

	if (opening(name, n) < QUOTES)
		fputc('\\', f);
	put_escaped(f, name, ";\\", n > 0 && name[n - 1] == ']' ?
	    strrchr(name, '[') : NULL);
	if (code->stance != QDA_ILLUSTRATES)
		fprintf(f, " [%s]", _(stances[code->stance].shown));
}

void
items_write(FILE *f, const struct qda_markup_unit *u)
{
	if (u->label != NULL) {
		fputc('"', f);
		put_escaped(f, u->label, "\"\\", NULL);
		fputc('"', f);
	}
	for (size_t i = 0; i < u->n_codes; i++) {
		fputs(i > 0 || u->label != NULL ? "; " : "", f);
		put_code(f, &u->codes[i]);
	}
}

/* ---- in --------------------------------------------------------------- */

struct items {
	struct qda_markup_unit	*u;
	struct qda_marks	*marks;
	const char		*s;
	size_t			 n, at, line;
};

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Without the blanks of any kind at both ends; caller frees. */
static char *
trimmed(const char *s, size_t n)
{
	size_t	 from = 0, to, at;
	int32_t	 c;

	for (at = 0; at < n; from = at)
		if (!shown_skips(qda_text_next(s, n, &at)))
			break;
	for (to = at = from; at < n; ) {
		c = qda_text_next(s, n, &at);
		if (!shown_skips(c))
			to = at;
	}
	return qda_strndup(s + from, to - from);
}

static void
skip_blanks(struct items *i)
{
	size_t	 next = i->at;

	while (i->at < i->n &&
	    shown_skips(qda_text_next(i->s, i->n, &next)))
		i->at = next;
}

/*
 * Characters up to one of these, each "\X" as X; *bracket is where the last
 * "[" is that has no "\" before it.
 */
static char *
take(struct items *i, const char *stop, size_t *bracket)
{
	struct qda_mem	 m;
	size_t		 n = strlen(stop), size = 0;

	qda_mem_open(&m);
	*bracket = SIZE_MAX;
	for (; i->at < i->n; i->at++, size++) {
		if (i->n - i->at >= n && memcmp(i->s + i->at, stop, n) == 0)
			break;
		if (i->s[i->at] == '\\' && i->at + 1 < i->n)
			i->at++;
		else if (i->s[i->at] == '[')
			*bracket = size;
		fputc(blank(i->s[i->at]) ? ' ' : i->s[i->at], m.f);
	}
	return qda_mem_text(&m);
}

/* A label, and the ";" or ":" behind it. */
static void
read_label(struct items *i, size_t quote)
{
	size_t	 bracket;
	char	*raw, *label;

	i->at += strlen(quotes[quote].open);
	raw = take(i, quotes[quote].close, &bracket);
	label = trimmed(raw, strlen(raw));
	free(raw);
	if (i->at >= i->n)
		qda_mark(i->marks, i->line, _("the label '%s' has no end: a "
		    "quote is missing"), label);
	else
		i->at += strlen(quotes[quote].close);
	skip_blanks(i);
	if (i->at < i->n && strchr(";:", i->s[i->at]) == NULL)
		qda_mark(i->marks, i->line, _("a ';' is missing behind the "
		    "label '%s'; a code that begins with a quote has a '\\' "
		    "before it"), label);
	else if (i->u->label != NULL && strcmp(i->u->label, label) != 0)
		qda_mark(i->marks, i->line, _("two labels on one unit: '%s' "
		    "and '%s'"), i->u->label, label);
	if (i->u->label != NULL || *label == '\0')
		free(label);
	else
		i->u->label = label;
	if (i->at < i->n && strchr(";:", i->s[i->at]) != NULL)
		i->at++;
}

/* The stance in "[...]" at the end of a name, which is cut there. */
static enum qda_stance
cut_stance(struct items *i, char *name, size_t bracket)
{
	size_t	 n = strlen(name);
	char	*word;
	int	 stance;

	if (bracket >= n || name[n - 1] != ']')
		return QDA_ILLUSTRATES;
	word = qda_strndup(name + bracket + 1, n - bracket - 2);
	stance = qda_stance_named(word);
	if (stance < 0)
		qda_mark(i->marks, i->line, _("'[%s]' is no stance; it is "
		    "[nuance] or [contredit], [qualifies] or [contradicts]; "
		    "where it belongs to the name it is written '\\[%s]'"),
		    word, word);
	free(word);
	name[bracket] = '\0';
	return stance < 0 ? QDA_ILLUSTRATES : (enum qda_stance)stance;
}

static void
read_code(struct items *i)
{
	size_t		 bracket, from = i->at;
	char		*raw = take(i, ";", &bracket), *cut, *name;
	enum qda_stance	 stance;
	struct qda_err	 e;

	/* blanks at the end: of what was typed, not those behind a "\" */
	for (cut = raw + strlen(raw); cut > raw && cut[-1] == ' '; )
		*--cut = '\0';
	stance = cut_stance(i, raw, bracket);
	if (qda_text_name(&name, raw, _("code"), &e) < 0)
		qda_mark(i->marks, i->line, "%s", e.msg);
	else {
		qda_markup_code(i->u, name, stance);
		free(name);
	}
	free(raw);
	if (i->at == from)
		i->at++;
}

void
items_read(struct qda_markup_unit *u, const char *s, size_t n, size_t line,
    struct qda_marks *marks)
{
	struct items	 i = { u, marks, s, n, 0, line };
	size_t		 quote;

	for (skip_blanks(&i); i.at < n; skip_blanks(&i))
		if (s[i.at] == ';')
			i.at++;
		else if ((quote = opening(s + i.at, n - i.at)) < QUOTES)
			read_label(&i, quote);
		else
			read_code(&i);
}
