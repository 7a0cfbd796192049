/* cli_query.c: what may be typed next in a query (qda-query(7)). */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/query.h"
#include "qda/text.h"
#include "tools/cli_complete.h"

/* Linked with the tools that read queries, and NULL in all others. */
#pragma weak qda_clauses_free
#pragma weak qda_clauses_read
#pragma weak qda_term_name

/*
 * The operands are one text; a letter is put behind it, so that what is typed
 * is part of a term even when nothing of it is yet.
 */
struct typing {
	char			*text;		/* without that letter */
	size_t			 n;
	size_t			 word;		/* where the word begins */
	size_t			 last;		/* and what its last blank
						   or "(" leaves of it */
	struct qda_clauses	*tree;
	const struct qda_clause	*term;		/* the last; NULL: none */
	size_t			 at;		/* a name: where it begins */
	const char		*field;		/* "code:" where it needs one
						   that is not typed */
	bool			 quoted;
};

/* Whether a name reads as it is, without quotes, behind field. */
static bool
reads_bare(const char *field, const char *name)
{
	char			*query = qda_sprintf("%s%s", field, name);
	struct qda_clauses	*tree;
	struct qda_err		 e;
	bool			 yes;

	yes = qda_clauses_read(&tree, query, &e) == 0 && tree->n == 1 &&
	    strchr("@/\"", *query) == NULL && strchr(name, '*') == NULL &&
	    strcmp(tree->terms[0]->value, name) == 0;
	qda_clauses_free(tree);
	free(query);
	return yes;
}

/* The name as a query has it; caller frees. */
static char *
in_query(const struct typing *t, const char *name)
{
	struct qda_mem	 m;

	if (!t->quoted && reads_bare(t->field != NULL ? "" : "code:", name))
		return qda_strdup(name);
	fprintf(qda_mem_open(&m), "%s\"", t->field != NULL ? t->field : "");
	for (const char *p = name; *p != '\0'; p++)
		fprintf(m.f, "%s%c", strchr("\"\\", *p) ? "\\" : "", *p);
	putc('"', m.f);
	return qda_mem_text(&m);
}

/*
 * What is left of a name when its first words stand in operands before:
 * NULL when nothing is.
 */
static const char *
rest_of(const struct typing *t, const char *name)
{
	for (size_t i = t->at; i < t->word; i++)
		if (t->text[i] == ' ') {
			name += strcspn(name, " ");
			name += strspn(name, " ");
		}
	return *name == '\0' ? NULL : name;
}

static void
give_name(struct completion *c, const char *name, const char *help, void *arg)
{
	const struct typing	*t = arg;
	const char		*rest;
	char			*value;

	if (!complete_fits(name, t->text + t->at + t->quoted))
		return;
	value = in_query(t, name);
	if (t->at >= t->word) {
		c->from = t->at - t->word;
		complete_give(c, value, help, false);
	} else if (strcmp(value, name) == 0 &&
	    (rest = rest_of(t, name)) != NULL) {
		c->from = 0;
		complete_give(c, rest, help, false);
	}
	free(value);
}

/* One of the words that a query itself has. */
static void
offer_word(struct completion *c, const struct typing *t, const char *word,
    const char *behind)
{
	char	*whole;

	if (t->last < t->word)
		return;
	c->from = t->last - t->word;
	whole = qda_sprintf("%s%s", word, behind);
	complete_offer(c, whole, NULL, *behind != '\0');
	free(whole);
}

static void
keywords(struct completion *c, const struct typing *t)
{
	static const char	*const words[] = {
		"and", "or", "within", "overlaps"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		offer_word(c, t, words[i], "");
	offer_word(c, t, "near", ":");
}

static void
fields(struct completion *c, const struct typing *t)
{
	for (int i = QDA_TERM_CODE; i <= QDA_TERM_MEMO; i++)
		offer_word(c, t, qda_term_name((enum qda_term)i), ":");
	offer_word(c, t, "not", "");
}

/* "@NAME=", in quotes where the name would end before it does. */
static void
give_attribute(struct completion *c, const char *name, const char *help,
    void *arg)
{
	const struct typing	*t = arg;
	const char		*typed = t->text + t->last;
	bool			 quoted = strpbrk(name, "=!<>:()\" ") != NULL;
	char			*word;

	typed += *typed == '@';
	quoted |= *typed == '"';
	typed += *typed == '"';
	if (!complete_fits(name, typed) || strpbrk(name, "\"\\") != NULL)
		return;
	word = qda_sprintf(quoted ? "@\"%s\"=" : "@%s=", name);
	complete_give(c, word, help, true);
	free(word);
}

static void
attributes(struct completion *c, struct typing *t)
{
	if (t->last < t->word)
		return;
	c->from = t->last - t->word;
	complete_each(c, "attribute", NULL, give_attribute, t);
}

static void
words(struct completion *c, struct typing *t, const char *const *list)
{
	for (; *list != NULL; list++)
		give_name(c, *list, NULL, t);
}

static void
value(struct completion *c, struct typing *t)
{
	static const char	*const roles[] = {
		"interviewer", "participant", "other", NULL
	};
	static const char	*const kinds[] = {
		"interview", "focus-group", "note", "survey-answer",
		"document", "property", "category", NULL
	};
	static const char	*const nouns[] = {
		[QDA_TERM_CODE] = "code", [QDA_TERM_UNDER] = "code",
		[QDA_TERM_SOURCE] = "source",
		[QDA_TERM_PARTICIPANT] = "participant",
		[QDA_TERM_SPEAKER] = "speaker", [QDA_TERM_CODER] = "coder",
		[QDA_TERM_MEMO] = NULL
	};
	struct qda_err		 e;
	char			*key;

	if (t->term->term == QDA_TERM_ROLE)
		words(c, t, roles);
	else if (t->term->term == QDA_TERM_KIND)
		words(c, t, kinds);
	else if (t->term->term == QDA_TERM_AT && t->at >= t->word) {
		c->from = t->at - t->word;
		complete_names(c, "source", NULL, "", ":");
	} else if (t->term->term == QDA_TERM_ATTRIBUTE) {
		if (qda_text_key(&key, t->term->key, &e) < 0)
			return;
		complete_each(c, "value", key, give_name, t);
		free(key);
	} else if (nouns[t->term->term] != NULL)
		complete_each(c, nouns[t->term->term], NULL, give_name, t);
}

/* Words alone: the begin of a field, or of a code's name when it is all. */
static void
bare(struct completion *c, struct typing *t)
{
	if (t->term->at == t->last) {
		fields(c, t);
		if (t->last == t->n)
			attributes(c, t);
	}
	t->field = "code:";
	if (t->tree->n == 1 && t->term->at == strspn(t->text, " "))
		complete_each(c, "code", NULL, give_name, t);
}

static void
term(struct completion *c, struct typing *t)
{
	const struct qda_clause	*x = t->term;
	bool			 touched = x != NULL && x->value != NULL &&
				    x->end == t->n + 1;

	if (x == NULL)
		return;
	t->at = x->at;
	t->quoted = x->value == NULL && x->at < t->n && t->text[x->at] == '"';
	if (x->term == QDA_TERM_ATTRIBUTE && x->value == NULL &&
	    (x->key == NULL || !t->quoted)) {
		t->last = x->key_at - 1;
		attributes(c, t);
		return;
	}
	if (touched && x->term == QDA_TERM_WORDS && !t->quoted)
		bare(c, t);
	else if (touched || t->quoted)
		value(c, t);
	if (!t->quoted && x->at < t->last)
		keywords(c, t);
}

void
complete_query(struct completion *c)
{
	struct typing	 t = { 0 };
	struct qda_err	 e;
	struct qda_mem	 m;
	char		*text;

	if (qda_clauses_read == NULL || qda_term_name == NULL)
		return;
	qda_mem_open(&m);
	for (int i = 0; i < c->n; i++)
		fprintf(m.f, "%s ", c->operands[i]);
	fflush(m.f);
	t.word = (size_t)ftell(m.f);
	fputs(c->word, m.f);
	t.text = qda_mem_text(&m);
	t.n = t.last = strlen(t.text);
	while (t.last > 0 && strchr(" (", t.text[t.last - 1]) == NULL)
		t.last--;
	text = qda_sprintf("%sx", t.text);
	if (qda_clauses_read(&t.tree, text, &e) < 0)
		(void)e;		/* it is not ended yet */
	if (t.tree->n > 0)
		t.term = t.tree->terms[t.tree->n - 1];
	term(c, &t);
	qda_clauses_free(t.tree);
	free(text);
	free(t.text);
}
