/* heads.c: several interviews in one file, when nobody said --split. */
#include <stdlib.h>
#include <string.h>

#include "formats/reader.h"
#include "formats/speakers.h"
#include "qda/lang.h"
#include "qda/mem.h"

/* ---- "Entretien 2", and marks of other programs ------------------------- */

/* The head of an interview among others: 1 and its word. */
static int
head(struct qda_reader *r, const char *s, size_t n, size_t *from, size_t *to)
{
	static const char	 heads[] =
	    "\\A\\h*+(?:#{1,6}\\h++)?+(?:(?<head>"
	    "Entretien|Interview|Focus group|Personne?|Participante?)\\h*+"
	    "(?:n\\h?[°ºo]\\h?)?\\d++\\b(?!\\h*+[:：]).{0,60}\\z"
	    "|(?<mark><TXT=|\\*{4}(?=\\h\\*)))";
	struct qda_err	 e;
	size_t		 start, end;

	if (n > 200 || strchr("EeIiFfPp<*# ", *s) == NULL)
		return 0;
	if (r->heads == NULL &&
	    qda_regex_open(&r->heads, heads, QDA_REGEX_NOCASE, &e) < 0)
		abort();		/* the pattern is ours */
	if (qda_regex_next(r->heads, s, n, 0, &start, &end, &e) <= 0)
		return 0;
	return qda_regex_group(r->heads, "head", from, to) ||
	    qda_regex_group(r->heads, "mark", from, to);
}

static bool
is_voice(const struct qda_transcript *t, const char *word)
{
	char	*key = qda_label_fold(word, strlen(word)), *label;
	bool	 is = false;

	for (size_t i = 0; i < t->voices_n && !is; i++) {
		label = qda_label_fold(t->voices[i].label,
		    strlen(t->voices[i].label));
		is = strncmp(label, key, strlen(key)) == 0;
		free(label);
	}
	free(key);
	return is;
}

/* A pattern for --split that matches heads like the first; caller frees. */
static char *
split_pattern(const char *first)
{
	if (first[0] == '*')
		return qda_strdup("^[*]{4} .*");
	if (first[0] == '<')
		return qda_strdup("^<TXT=[^>]*>");
	return qda_sprintf("^\\W*%s\\b.*\\d", first);
}

/* How many heads of words; the pattern that matches them, caller frees. */
static size_t
find_words(struct qda_reader *r, const struct qda_transcript *t,
    char **pattern)
{
	size_t	 at = 0, from, to, n = 0, start, end;
	char	*first = NULL;

	while (qda_paragraph_next(t->text, t->size, &at, &from, &to))
		if (head(r, t->text + from, to - from, &start, &end) &&
		    n++ == 0)
			first = qda_strndup(t->text + from + start,
			    end - start);
	if (n > 1 && is_voice(t, first))
		n = 0;
	*pattern = n > 1 ? split_pattern(first) : NULL;
	free(first);
	return n;
}

/* ---- "P10" alone in its paragraph --------------------------------------- */

enum { LETTERS = 3, DIGITS = 4, NUMBERS = 10000 };

struct bare {
	const char	*letters;	/* of the first */
	size_t		 n, letters_n, blanks;
	bool		 seen[NUMBERS], twice;
};

/* Letters and a number, and nothing else, of the kind of the first. */
static void
take_bare(struct bare *b, const char *s, const char *end)
{
	size_t		 letters = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	size_t		 blanks = strspn(s + letters, " ");
	const char	*digits = s + letters + blanks;
	size_t		 n = strspn(digits, "0123456789");

	if (letters == 0 || letters > LETTERS || blanks > 1 || n == 0 ||
	    n > DIGITS || digits + n != end)
		return;
	if (b->n == 0) {
		b->letters = s;
		b->letters_n = letters;
		b->blanks = blanks;
	} else if (letters != b->letters_n || blanks != b->blanks ||
	    memcmp(s, b->letters, letters) != 0)
		return;
	b->n++;
	b->twice = b->twice || b->seen[atoi(digits)];
	b->seen[atoi(digits)] = true;
}

/*
 * The same of heads like "P10".  Each number stands once: what comes again is
 * a label on a line of its own.
 */
static size_t
find_bare(const struct qda_transcript *t, char **pattern)
{
	struct bare	 b = { .n = 0 };
	size_t		 at = 0, from, to;

	while (qda_paragraph_next(t->text, t->size, &at, &from, &to))
		if (qda_span_trim(t->text, &from, &to))
			take_bare(&b, t->text + from, t->text + to);
	if (b.n < 2 || b.twice)
		return 0;
	*pattern = qda_sprintf("^%.*s%s\\d+$", (int)b.letters_n, b.letters,
	    b.blanks > 0 ? " " : "");
	return b.n;
}

void
qda_heads_find(struct qda_reader *r, struct qda_transcript *t)
{
	char	*pattern = NULL;
	size_t	 n = find_words(r, t, &pattern);

	if (n < 2)
		n = find_bare(t, &pattern);
	if (pattern != NULL)
		qda_strings_take(&t->notes, qda_sprintf(
		    _("%zu paragraphs look like the heads of several "
		    "interviews; --split '%s' would make a source of each"), n,
		    pattern));
	free(pattern);
}
