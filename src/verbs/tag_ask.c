/* tag_ask.c: a verbatim whose words a person types or pastes. */
#include <stdlib.h>
#include <string.h>

#include "qda/ask.h"
#include "qda/lang.h"
#include "verbs/show.h"
#include "verbs/tag.h"
#include "verbs/words_place.h"

enum {
	TYPED = 4095,		/* bytes of a line that a terminal lets pass */
	AROUND = 30		/* characters shown beside the words */
};

struct asking {
	struct qda_tag		*t;
	struct qda_person	*who;
	const char		*source;	/* or NULL */
	struct qda_place	 places[WORDS_PLACES];
	struct qda_strings	 addresses;	/* of these */
	size_t			 n;		/* of all, maybe more */
};

/* All lines until Ctrl-D; "" when it was broken off. */
static int
read_words(struct asking *a, char **words, struct qda_err *e)
{
	struct qda_mem	 m;
	enum qda_answer	 got;
	char		*line;
	bool		 cut = false;
	size_t		 n;

	fprintf(a->who->to, "%s\n", _("the words of the verbatim, typed or "
	    "pasted; then Enter and Ctrl-D:"));
	fflush(a->who->to);
	qda_mem_open(&m);
	while ((got = a->who->ask(a->who->arg, false, &line)) == QDA_ANSWER) {
		cut |= strlen(line) >= TYPED;
		fprintf(m.f, "%s\n", line);
		free(line);
	}
	*words = qda_mem_text(&m);
	for (n = strlen(*words); n > 0 && (*words)[n - 1] == '\n'; n--)
		(*words)[n - 1] = '\0';
	if (got == QDA_ANSWER_BREAK)
		**words = '\0';
	return !cut ? 0 : qda_fail(e, QDA_DATA, _("a line of more than %d "
	    "bytes does not pass a terminal whole: give the words in a file, "
	    "'qda tag -t - CODE < FILE'"), TYPED);
}

/* An address says which text it is of, and cannot go wrong later on. */
static int
add_addresses(struct asking *a, struct qda_err *e)
{
	char	*name, *text;

	for (size_t i = 0; i < a->n && i < WORDS_PLACES; i++) {
		if (qda_source_name(a->t->act->db, a->places[i].source, &name,
		    e) < 0)
			return -1;
		text = qda_address_text(name, a->places[i].start,
		    a->places[i].end, a->places[i].revision);
		qda_strings_take(&a->addresses, text);
		free(name);
	}
	return 0;
}

static int
find(struct asking *a, const char *words, struct qda_err *e)
{
	struct words_finder	*finder;
	char			*problem = NULL;
	int			 rc;

	if (a->who->open(a->who->arg, false, e) < 0)
		return -1;
	finder = words_finder_new(a->t->act->db);
	rc = words_places(finder, a->source, words, a->places, &a->n,
	    &problem, e);
	words_finder_free(finder);
	if (rc == 0)
		rc = qda_fail(e, QDA_DATA, "%s", problem);
	free(problem);
	return rc < 0 ? -1 : add_addresses(a, e);
}

/* A line "2  P4  ...left [the words] right..." */
static void
show_place(const struct asking *a, size_t i, struct show_source *s)
{
	const struct qda_place	*p = &a->places[i];
	struct qda_cursor	 c;
	int64_t			 last, points[] = { p->start - AROUND,
				    p->start, p->end, p->end + AROUND };
	size_t			 at[4];

	qda_cursor_begin(&c, s->text, s->size);
	last = qda_text_length(s->text, s->size);
	for (size_t k = 0; k < 4; k++)
		at[k] = qda_cursor_byte(&c, points[k] < 0 ? 0 :
		    points[k] > last ? last : points[k]);
	fprintf(a->who->to, "  %zu  %s  ...", i + 1, s->name);
	for (size_t k = at[0]; k < at[3]; k++) {
		if (k == at[1])
			fputs(a->who->terminal ? "\033[7m" : "[",
			    a->who->to);
		putc(s->text[k] == '\n' || s->text[k] == '\t' ? ' ' :
		    s->text[k], a->who->to);
		if (k + 1 == at[2])
			fputs(a->who->terminal ? "\033[0m" : "]",
			    a->who->to);
	}
	fputs("...\n", a->who->to);
}

static int
show_places(const struct asking *a, struct qda_err *e)
{
	struct show_source	 s = { .id = 0 };
	size_t			 n = a->n < WORDS_PLACES ? a->n : WORDS_PLACES;
	int			 rc = 0;

	fprintf(a->who->to, ngettext("these words stand in %zu place:\n",
	    "these words stand in %zu places:\n", a->n), a->n);
	for (size_t i = 0; i < n && rc == 0; i++) {
		rc = show_load(&s, a->t->act->db, a->places[i].source,
		    a->places[i].revision, 0, e);
		if (rc == 0)
			show_place(a, i, &s);
	}
	show_unload(&s);
	if (rc == 0 && a->n > n)
		fprintf(a->who->to, ngettext("  and %zu more: give more of "
		    "the words\n", "  and %zu more: give more of the words\n",
		    a->n - n), a->n - n);
	return rc;
}

static void
add(struct asking *a, size_t i)
{
	qda_tag_address(a->t, a->addresses.at[i], NULL);
}

/* "2", "1 3", "a" for all; without an answer none. */
static int
choose(struct asking *a)
{
	size_t	 n = a->n < WORDS_PLACES ? a->n : WORDS_PLACES, i;
	char	*typed, *p, *end;

	fprintf(a->who->to, "%s ", _("which: numbers, a for all of these, "
	    "Enter for none:"));
	fflush(a->who->to);
	if (a->who->ask(a->who->arg, false, &typed) != QDA_ANSWER) {
		putc('\n', a->who->to);
		return 1;
	}
	if (strcmp(typed, "a") == 0)
		for (i = 0; i < n; i++)
			add(a, i);
	for (p = typed; *p != '\0'; p = end) {
		i = strtoul(p, &end, 10);
		if (end == p)
			end++;
		else if (i >= 1 && i <= n)
			add(a, i - 1);
	}
	free(typed);
	return qda_tag_count(a->t) == 0;
}

int
qda_tag_ask(struct qda_tag *t, const char *source, struct qda_person *who,
    struct qda_err *e)
{
	struct asking	 a = { .t = t, .who = who, .source = source };
	char		*words;
	int		 rc = read_words(&a, &words, e);

	if (rc == 0 && words[strspn(words, " \t\n")] == '\0')
		rc = 1;
	if (rc == 0)
		rc = find(&a, words, e);
	if (rc == 0 && a.n == 1)
		add(&a, 0);
	else if (rc == 0)
		rc = show_places(&a, e);
	who->close(who->arg);
	if (rc == 0 && a.n > 1)
		rc = choose(&a);
	free(words);
	qda_strings_free(&a.addresses);
	return rc;
}
