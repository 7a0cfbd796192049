/* cli_complete.c: what may be typed next, from the tables of a tool. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/names.h"
#include "qda/text.h"
#include "tools/cli_complete.h"

/* A word with control characters is none of ours: no shell gets to see it. */
static bool
is_plain(const char *s)
{
	for (; *s != '\0'; s++)
		if (iscntrl((unsigned char)*s))
			return false;
	return true;
}

/* As much of it as a line beside the word has room for. */
static void
print_help(const char *help)
{
	enum { ROOM = 72 };
	struct qda_cursor	 at;
	size_t			 n = strlen(help);

	qda_cursor_begin(&at, help, n);
	if (qda_text_length(help, n) <= ROOM)
		printf("\t%s", help);
	else
		printf("\t%.*s…", (int)qda_cursor_byte(&at, ROOM - 1), help);
}

void
complete_give(struct completion *c, const char *word, const char *help,
    bool goes_on)
{
	/* "-" before a name would make an option of it */
	if (!is_plain(word) || (*word == '-' && c->from == 0 && !c->ended &&
	    *c->word != '-'))
		return;
	printf("%c%.*s%s", goes_on ? '+' : '=', (int)c->from, c->word, word);
	if (help != NULL && *help != '\0' && is_plain(help))
		print_help(help);
	putchar('\n');
	c->offered++;
}

bool
complete_fits(const char *word, const char *typed)
{
	struct qda_folded	 w, t;
	bool			 yes;

	qda_text_fold(&w, word, strlen(word));
	qda_text_fold(&t, typed, strlen(typed));
	yes = w.n >= t.n && memcmp(w.s, t.s, t.n) == 0;
	qda_folded_free(&w);
	qda_folded_free(&t);
	return yes;
}

void
complete_offer(struct completion *c, const char *word, const char *help,
    bool goes_on)
{
	if (complete_fits(word, c->word + c->from))
		complete_give(c, word, help, goes_on);
}

struct qda_db *
complete_db(struct completion *c)
{
	struct qda_err	 e;
	char		*path;

	if (c->db != NULL || qda_db_find(&path, c->project, &e) < 0)
		return c->db;
	if (qda_db_open(&c->db, path, QDA_DB_GLANCE, &e) < 0)
		c->db = NULL;
	free(path);
	return c->db;
}

void
complete_each(struct completion *c, const char *noun, const char *of,
    void (*each)(struct completion *, const char *, const char *, void *),
    void *arg)
{
	struct qda_db	*db = complete_db(c);
	struct db_rows	*walk;
	struct qda_err	 e;
	const char	*name, *help;

	if (db == NULL || qda_names_list(&walk, db, noun, of, &e) < 0)
		return;
	while (qda_names_next(walk, &name, &help, &e) > 0)
		each(c, name, help, arg);
}

static void
offer_name(struct completion *c, const char *name, const char *help,
    void *arg)
{
	const char	**round = arg;
	char		*word = qda_sprintf("%s%s%s", round[0], name,
			    round[1]);

	complete_offer(c, word, help, *round[1] != '\0');
	free(word);
}

void
complete_names(struct completion *c, const char *noun, const char *of,
    const char *before, const char *behind)
{
	const char	*round[] = { before, behind };

	complete_each(c, noun, of, offer_name, round);
}

/* The option of that long name, or the only one that begins so. */
static const struct cli_option *
named(const struct cli_option **all, size_t n, const char *name, size_t len)
{
	const struct cli_option	*found = NULL;

	for (size_t i = 0; i < n; i++) {
		if (strncmp(all[i]->name, name, len) != 0)
			continue;
		if (all[i]->name[len] == '\0')
			return all[i];
		if (found != NULL)
			return NULL;
		found = all[i];
	}
	return found;
}

/*
 * The option that has or wants a value in a word of options, NULL when none
 * does; *at is where the value begins, or the end of the word.
 */
static const struct cli_option *
taker(const struct cli_tool *t, const char *word, size_t *at)
{
	const struct cli_option	*all[CLI_MAX_OPTIONS], *o;
	size_t			 n = cli_all_options(t, all), i;

	*at = strcspn(word, "=");
	if (word[1] == '-') {
		o = named(all, n, word + 2, *at - 2);
		*at += word[*at] == '=';
		return o != NULL && o->value != NULL ? o : NULL;
	}
	for (const char *p = word + 1; *p != '\0'; p++) {
		for (i = 0; i < n && all[i]->letter != *p; i++)
			continue;
		*at = (size_t)(p - word) + 1;
		if (i < n && all[i]->value != NULL)
			return all[i];
	}
	return NULL;
}

static bool
is_option(const struct completion *c, const char *word)
{
	return !c->ended && word[0] == '-' && word[1] != '\0';
}

/* Sorts whole words; returns the option whose value comes next, or NULL. */
static const struct cli_option *
read_words(struct completion *c, int n, char **words)
{
	const struct cli_option	*o = NULL;
	const char		*value;
	size_t			 at;

	for (int i = 0; i < n; i++) {
		value = NULL;
		if (o != NULL)
			value = words[i];
		else if (!is_option(c, words[i]))
			c->operands[c->n++] = words[i];
		else if (strcmp(words[i], "--") == 0)
			c->ended = true;
		else if ((o = taker(c->tool, words[i], &at)) != NULL &&
		    (words[i][at] != '\0' || words[i][at - 1] == '='))
			value = words[i] + at;
		if (value == NULL)
			continue;
		if (strcmp(o->name, "project") == 0)
			c->project = value;
		else if (strcmp(o->name, "checklist") == 0)
			c->checklist = value;
		o = NULL;
	}
	return o;
}

/* Takes the action from the operands; false: there is none of that name. */
static bool
find_action(struct completion *c)
{
	const struct cli_action	*a = c->tool->actions;

	if (a->name == NULL)
		c->action = a;
	if (a->name == NULL || c->n == 0)
		return true;
	for (; a->run != NULL; a++)
		if (strcmp(a->name, c->operands[0]) == 0) {
			c->action = a;
			c->operands++;
			c->n--;
			return true;
		}
	return false;
}

static void
give_options(struct completion *c)
{
	const struct cli_option	*all[CLI_MAX_OPTIONS];
	size_t			 n = cli_all_options(c->tool, all);
	size_t			 typed = strlen(c->word);
	char			 letter[] = "-x", *word;

	for (size_t i = 0; i < n; i++) {
		if (all[i]->help == NULL || (c->action != NULL &&
		    !cli_takes(c->action, all[i])))
			continue;
		letter[1] = (char)all[i]->letter;
		if (typed == 1 && all[i]->letter != 0)
			complete_give(c, letter, _(all[i]->help), false);
		word = qda_sprintf("--%s", all[i]->name);
		if (strncmp(word, c->word, typed) == 0)
			complete_give(c, word, _(all[i]->help), false);
		free(word);
	}
}

static void
give_option(struct completion *c)
{
	const struct cli_option	*o = NULL;
	size_t			 at = 0;

	if (c->word[1] != '\0')
		o = taker(c->tool, c->word, &at);
	if (o != NULL && (c->word[1] != '-' || c->word[at - 1] == '=')) {
		c->from = at;
		complete_value(c, o);
	} else if (c->word[1] == '-' || c->word[1] == '\0')
		give_options(c);
	else if (o == NULL)
		complete_give(c, c->word, NULL, false);
}

/*
 * Offers what the synopsis "CODER SOURCE... [KEY=VALUE...]" has for the i-th
 * operand: behind one that may be repeated, it or any that follows.
 */
static void
give_operands(struct completion *c, const struct cli_action *a, int i)
{
	size_t	 n;

	for (const char *p = a->operands; *p != '\0' &&
	    strncmp(p, "--", 2) != 0; i--, p += n + strspn(p + n, " ")) {
		char	*word = qda_strndup(p, n = strcspn(p, " "));
		bool	 last = p[n] == '\0' || strncmp(p + n, " --", 3) == 0;

		if (i == 0 || (i > 0 && (last || strstr(word, "..."))))
			complete_operand(c, word);
		if (i > 0 && strstr(word, "...") != NULL)
			i = 1;		/* the next one too */
		free(word);
	}
}

static void
give_operand(struct completion *c)
{
	const struct cli_action	*a = c->action;

	if (a != NULL && (a->max < 0 || c->n < a->max))
		give_operands(c, a, c->n);
	for (a = c->tool->actions; c->action == NULL && a->run; a++)
		complete_offer(c, a->name, *a->help == '\0' ? NULL :
		    _(a->help), false);
}

int
cli_complete(const struct cli_tool *t, int n, char **words)
{
	struct completion	 c = { .tool = t };
	char			**operands = qda_alloc((size_t)n + 1,
				    sizeof(*operands));
	const struct cli_option	*o;

	c.word = n > 0 ? words[n - 1] : "";
	c.operands = operands;
	o = read_words(&c, n - 1, words);
	if (find_action(&c)) {
		if (o != NULL) {
			c.ended = true;	/* a value may begin with "-" */
			complete_value(&c, o);
		} else if (!c.ended && *c.word == '-')
			give_option(&c);
		else
			give_operand(&c);
	}
	qda_db_close(c.db);
	free(operands);
	return 0;
}
