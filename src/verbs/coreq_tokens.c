/* coreq_tokens.c: an answer cut into words, numbers and marks. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "qda/text.h"
#include "verbs/coreq_figures.h"

static bool
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static size_t
word_end(const char *s, size_t n, size_t at, bool digits)
{
	while (at < n && (is_letter(s[at]) ||
	    (digits && isdigit((unsigned char)s[at])) ||
	    (s[at] == '-' && at + 1 < n && is_letter(s[at + 1]))))
		at++;
	return at;
}

/* Digits, with a fraction behind a point or comma that digits follow. */
static size_t
number_end(const char *s, size_t n, size_t at)
{
	while (at < n && isdigit((unsigned char)s[at]))
		at++;
	if (at + 1 < n && (s[at] == '.' || s[at] == ',') &&
	    isdigit((unsigned char)s[at + 1]))
		for (at++; at < n && isdigit((unsigned char)s[at]);)
			at++;
	return at;
}

static void
read_number(struct coreq_token *t)
{
	char	 digits[32], *comma;
	size_t	 n = t->n < sizeof(digits) - 1 ? t->n : sizeof(digits) - 1;

	memcpy(digits, t->s, n);
	digits[n] = '\0';
	comma = strpbrk(digits, ".,");
	t->decimals = comma == NULL ? 0 : (int)strlen(comma + 1);
	if (comma != NULL)
		*comma = '.';
	t->value = strtod(digits, NULL);
}

/* What a word of the language says alone, -1 when it is no number. */
static int
small_number(const char *s, size_t n)
{
	static const struct {
		const char	*word;
		int		 value;
	} words[] = {
		{ "aucun", 0 }, { "aucune", 0 }, { "no", 0 }, { "zero", 0 },
		{ "un", 1 }, { "une", 1 }, { "one", 1 }, { "deux", 2 },
		{ "two", 2 }, { "trois", 3 }, { "three", 3 },
		{ "quatre", 4 }, { "four", 4 }, { "cinq", 5 }, { "five", 5 },
		{ "six", 6 }, { "sept", 7 }, { "seven", 7 }, { "huit", 8 },
		{ "eight", 8 }, { "neuf", 9 }, { "nine", 9 }, { "dix", 10 },
		{ "ten", 10 }, { "onze", 11 }, { "eleven", 11 },
		{ "douze", 12 }, { "twelve", 12 }, { "treize", 13 },
		{ "thirteen", 13 }, { "quatorze", 14 }, { "fourteen", 14 },
		{ "quinze", 15 }, { "fifteen", 15 }, { "seize", 16 },
		{ "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 },
		{ "nineteen", 19 }, { "vingt", 20 }, { "vingts", 20 },
		{ "twenty", 20 }, { "trente", 30 }, { "thirty", 30 },
		{ "quarante", 40 }, { "forty", 40 }, { "cinquante", 50 },
		{ "fifty", 50 }, { "soixante", 60 }, { "sixty", 60 },
		{ "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i].word) == n &&
		    memcmp(words[i].word, s, n) == 0)
			return words[i].value;
	return -1;
}

/* "dix-sept", "quatre-vingt-deux", "forty-five": its pieces added up. */
static int
word_number(const char *s, size_t n)
{
	bool	 some = false;
	int	 total = 0, value;
	size_t	 k;

	for (;; s += k + 1, n -= k + 1) {
		for (k = 0; k < n && s[k] != '-'; k++)
			;
		value = small_number(s, k);
		if (value < 0 && !(some && k == 2 && memcmp(s, "et", 2) == 0))
			return -1;
		some = true;
		total = total == 4 && value == 20 ? 80 :
		    total + (value < 0 ? 0 : value);
		if (k == n)
			return total;
	}
}

/* A number in words; one and a only where a sentence begins: articles. */
static void
read_word(struct coreq_token *t, bool first)
{
	int	 value = word_number(t->s, t->n);

	if (value < 0 || (value == 1 && !first))
		return;
	t->kind = COREQ_NUMBER;
	t->value = value;
}

/* "vingt et un": three tokens that are one number. */
static void
join_words(struct coreq_tokens *list)
{
	struct coreq_token	*t;

	for (size_t i = 0; i + 2 < list->n; i++) {
		t = &list->at[i];
		if (t[0].kind != COREQ_NUMBER || is_letter(*t[0].s) == 0 ||
		    t[0].value < 20 || !coreq_token_is(&t[1], "et") ||
		    (small_number(t[2].s, t[2].n) != 1 &&
		    small_number(t[2].s, t[2].n) != 11))
			continue;
		t[0].value += small_number(t[2].s, t[2].n);
		t[0].n = (size_t)(t[2].s - t[0].s) + t[2].n;
		list->n -= 2;
		memmove(t + 1, t + 3, (list->n - i - 1) * sizeof(*t));
	}
}

bool
coreq_token_is(const struct coreq_token *t, const char *word)
{
	return strlen(word) == t->n && memcmp(t->s, word, t->n) == 0;
}

bool
coreq_token_begins(const struct coreq_token *t, const char *stem)
{
	return t->n >= strlen(stem) && memcmp(t->s, stem, strlen(stem)) == 0;
}

static struct coreq_token *
add_token(struct coreq_tokens *list, enum coreq_kind kind, size_t from,
    size_t to)
{
	struct coreq_token	*t;

	list->at = qda_grow(list->at, &list->cap, list->n, sizeof(*list->at));
	t = &list->at[list->n++];
	memset(t, 0, sizeof(*t));
	t->kind = kind;
	t->s = list->folded.s + from;
	t->n = to - from;
	return t;
}

void
coreq_tokens_read(struct coreq_tokens *list, const char *text)
{
	const char	*s;
	size_t		 n, at, end;
	bool		 first = true, glued;

	memset(list, 0, sizeof(*list));
	list->text = text;
	qda_text_fold(&list->folded, text, strlen(text));
	s = list->folded.s;
	n = list->folded.n;
	for (at = 0; at < n; at = end) {
		end = at + 1;
		glued = at > 0 && isdigit((unsigned char)s[at - 1]);
		if (isspace((unsigned char)s[at]))
			continue;
		if (isdigit((unsigned char)s[at])) {
			end = number_end(s, n, at);
			read_number(add_token(list, COREQ_NUMBER, at, end));
		} else if (is_letter(s[at])) {
			end = word_end(s, n, at, !glued);
			read_word(add_token(list, COREQ_WORD, at, end),
			    first);
		} else
			add_token(list, COREQ_MARK, at, end);
		first = s[at] == '.';
	}
	join_words(list);
}

void
coreq_tokens_free(struct coreq_tokens *list)
{
	qda_folded_free(&list->folded);
	free(list->at);
	memset(list, 0, sizeof(*list));
}

bool
coreq_token_any(const struct coreq_token *t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (coreq_token_is(t, *words))
			return true;
	return false;
}

bool
coreq_token_any_stem(const struct coreq_token *t, const char *const *stems)
{
	for (; *stems != NULL; stems++)
		if (coreq_token_begins(t, *stems))
			return true;
	return false;
}

char *
coreq_tokens_slice(const struct coreq_tokens *list, size_t from, size_t to)
{
	size_t			 a = (size_t)(list->at[from].s -
				    list->folded.s);
	size_t			 b = (size_t)(list->at[to].s -
				    list->folded.s) + list->at[to].n;
	struct qda_cursor	 c;
	int64_t			 start, end;
	size_t			 first, last;

	qda_folded_span(&list->folded, a, b, &start, &end);
	qda_cursor_begin(&c, list->text, strlen(list->text));
	first = qda_cursor_byte(&c, start);
	last = qda_cursor_byte(&c, end);
	return qda_strndup(list->text + first, last - first);
}
