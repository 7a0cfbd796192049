/* coreq_figures.c: numbers in an answer, beside those of the project. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/coreq_figures.h"

/* ---- a text cut into words, numbers and marks -------------------------- */

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

/* "eleven", "onze"; a and one only where a sentence begins: articles. */
static void
read_word(struct coreq_token *t, bool first)
{
	static const char	*const words[][4] = {
		{ "aucun", "aucune", "no", "zero" },
		{ "un", "une", "one", NULL },
		{ "deux", "two", NULL }, { "trois", "three", NULL },
		{ "quatre", "four", NULL }, { "cinq", "five", NULL },
		{ "six", NULL }, { "sept", "seven", NULL },
		{ "huit", "eight", NULL }, { "neuf", "nine", NULL },
		{ "dix", "ten", NULL }, { "onze", "eleven", NULL },
		{ "douze", "twelve", NULL }, { "treize", "thirteen", NULL },
		{ "quatorze", "fourteen", NULL },
		{ "quinze", "fifteen", NULL }, { "seize", "sixteen", NULL },
		{ "dix-sept", "seventeen", NULL },
		{ "dix-huit", "eighteen", NULL },
		{ "dix-neuf", "nineteen", NULL },
		{ "vingt", "twenty", NULL },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		for (size_t k = 0; k < 4 && words[i][k] != NULL; k++)
			if (coreq_token_is(t, words[i][k]) &&
			    (i != 1 || first)) {
				t->kind = COREQ_NUMBER;
				t->value = (double)i;
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
}

void
coreq_tokens_free(struct coreq_tokens *list)
{
	qda_folded_free(&list->folded);
	free(list->at);
	memset(list, 0, sizeof(*list));
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

/* ---- numbers of things that are counted -------------------------------- */

static const struct {
	const char	*stem;		/* folded; "s" may follow */
	enum coreq_noun	 noun;
	bool		 open;		/* whatever follows */
} nouns[] = {
	{ "participant", COREQ_PARTICIPANT, true },
	{ "patient", COREQ_PARTICIPANT, false },
	{ "personne", COREQ_PARTICIPANT, false },
	{ "people", COREQ_PARTICIPANT, false },
	{ "person", COREQ_PARTICIPANT, false },
	{ "interviewee", COREQ_PARTICIPANT, false },
	{ "medecin", COREQ_PARTICIPANT, false },
	{ "doctor", COREQ_PARTICIPANT, false },
	{ "physician", COREQ_PARTICIPANT, false },
	{ "entretien", COREQ_INTERVIEW, false },
	{ "interview", COREQ_INTERVIEW, false },
	{ "focus-group", COREQ_GROUP, false },
	{ "refus", COREQ_REFUSAL, true },
	{ "declin", COREQ_REFUSAL, true },
	{ "retrait", COREQ_WITHDRAWAL, false },
	{ "withdr", COREQ_WITHDRAWAL, true },
	{ "question", COREQ_QUESTION, false },
	{ "version", COREQ_VERSION, false },
	{ "propriet", COREQ_PROPERTY, true },
	{ "propert", COREQ_PROPERTY, true },
	{ "categor", COREQ_CATEGORY, true },
	{ "sous-categor", COREQ_SUBCATEGORY, true },
	{ "sub-categor", COREQ_SUBCATEGORY, true },
	{ "subcategor", COREQ_SUBCATEGORY, true },
	{ "codeur", COREQ_CODER, false },
	{ "codeuse", COREQ_CODER, false },
	{ "coder", COREQ_CODER, false },
	{ "citation", COREQ_QUOTATION, false },
	{ "verbatim", COREQ_QUOTATION, false },
	{ "quotation", COREQ_QUOTATION, false },
	{ "quote", COREQ_QUOTATION, false },
	{ "extrait", COREQ_EXTRACT, false },
	{ "extract", COREQ_EXTRACT, false },
	{ "correction", COREQ_CORRECTION, false },
	{ "memo", COREQ_MEMO, false },
};

static bool
is_any(const struct coreq_token *t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (coreq_token_is(t, *words))
			return true;
	return false;
}

/* The noun of a word, COREQ_COUNTED for none. */
static enum coreq_noun
noun_of(const struct coreq_token *t)
{
	size_t	 n;

	for (size_t i = 0; i < sizeof(nouns) / sizeof(*nouns); i++) {
		n = strlen(nouns[i].stem);
		if (t->kind == COREQ_WORD &&
		    coreq_token_begins(t, nouns[i].stem) && (nouns[i].open ||
		    t->n == n || (t->n == n + 1 && t->s[n] == 's')))
			return nouns[i].noun;
	}
	return COREQ_COUNTED;
}

/* The noun a number counts: up to two adjectives may stand between. */
static enum coreq_noun
counted_noun(const struct coreq_tokens *list, size_t i, size_t *at)
{
	static const char	*const ends[] = {
		"de", "du", "des", "d", "sans", "sur", "of", "with", "in",
		"a", "to", "par", "by", "pour", "for", "et", "and", "ou",
		"or", "ans", "an", "years", "year", "h", "min", "s", NULL
	};
	enum coreq_noun		 noun;

	for (size_t k = i + 1; k < list->n && k <= i + 3; k++) {
		if (list->at[k].kind != COREQ_WORD ||
		    is_any(&list->at[k], ends))
			break;
		noun = noun_of(&list->at[k]);
		*at = k;
		if (noun != COREQ_COUNTED)
			return noun;
	}
	return COREQ_COUNTED;
}

/* "12 of 14", "10 des 11": the second is what the first is a part of. */
static bool
is_denominator(const struct coreq_tokens *list, size_t i)
{
	static const char	*const words[] = {
		"sur", "des", "of", "parmi", "among", "/", NULL
	};

	if (i > 0 && is_any(&list->at[i - 1], words))
		return true;
	return i > 1 && (coreq_token_is(&list->at[i - 1], "the") ||
	    coreq_token_is(&list->at[i - 1], "les")) &&
	    is_any(&list->at[i - 2], words);
}

/* What the project has for a noun: "11", "7 / 8"; NULL: it counts none. */
static char *
project_has(const struct coreq_said *s, enum coreq_noun noun, double value,
    bool *agrees)
{
	struct coreq_parts	 p;

	*agrees = false;
	coreq_parts_begin(&p, " / ");
	for (size_t i = 0; i < s->n; i++) {
		const struct coreq_figure	*f = &s->figures[i];
		size_t				 k = 0;

		if (f->noun != noun)
			continue;
		*agrees |= (double)f->n == value;
		while (k < i && (s->figures[k].noun != noun ||
		    s->figures[k].n != f->n))
			k++;
		if (k == i)
			coreq_part(&p, "%lld", (long long)f->n);
	}
	return coreq_parts_end(&p);
}

static void
compare_count(const struct coreq_tokens *list, const struct coreq_said *s,
    enum coreq_noun noun, size_t number, size_t from, size_t to,
    struct coreq_parts *p)
{
	bool	 agrees;
	char	*has = project_has(s, noun, list->at[number].value, &agrees);
	char	*slice;

	if (has != NULL && !agrees) {
		slice = coreq_tokens_slice(list, from, to);
		coreq_part(p, _("the text says '%s', the project %s"), slice,
		    has);
		free(slice);
	}
	free(has);
}

/* "refus (1", "retraits : 2": the number behind the noun. */
static void
compare_behind(const struct coreq_tokens *list, const struct coreq_said *s,
    size_t i, struct coreq_parts *p)
{
	enum coreq_noun	 noun = noun_of(&list->at[i]);

	if ((noun == COREQ_REFUSAL || noun == COREQ_WITHDRAWAL) &&
	    i + 2 < list->n && list->at[i + 2].kind == COREQ_NUMBER &&
	    (coreq_token_is(&list->at[i + 1], "(") ||
	    coreq_token_is(&list->at[i + 1], ":")))
		compare_count(list, s, noun, i + 2, i, i + 2, p);
}

/* "entretien 10", "10e entretien": which interview, not how many. */
static bool
compare_rank(const struct coreq_tokens *list, const struct coreq_said *s,
    size_t i, struct coreq_parts *p)
{
	static const char	*const ends[] = {
		"e", "eme", "er", "th", "st", "nd", "rd", NULL
	};

	if (i > 0 && noun_of(&list->at[i - 1]) == COREQ_INTERVIEW) {
		compare_count(list, s, COREQ_RANK, i, i - 1, i, p);
		return true;
	}
	if (i + 2 < list->n && is_any(&list->at[i + 1], ends) &&
	    noun_of(&list->at[i + 2]) == COREQ_INTERVIEW) {
		compare_count(list, s, COREQ_RANK, i, i, i + 2, p);
		return true;
	}
	return false;
}

/* "1 + 6 questions": the opening question, and the others. */
static bool
compare_sum(const struct coreq_tokens *list, const struct coreq_said *s,
    size_t i, struct coreq_parts *p)
{
	char	*slice;
	bool	 some = false, agrees = false;

	if (i + 2 >= list->n || !coreq_token_is(&list->at[i + 1], "+") ||
	    list->at[i + 2].kind != COREQ_NUMBER)
		return false;
	for (size_t k = 0; k < s->n; k++)
		if (s->figures[k].noun == COREQ_OPENING) {
			some = true;
			agrees |= (double)s->figures[k].n ==
			    list->at[i].value && (double)s->figures[k].m ==
			    list->at[i + 2].value;
		}
	if (some && !agrees) {
		slice = coreq_tokens_slice(list, i, i + 2);
		coreq_part(p, _("the text says '%s', no guide of the project "
		    "has that"), slice);
		free(slice);
	}
	return some;
}

static bool
has_figure(const struct coreq_said *s, enum coreq_noun noun, int64_t *n)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->figures[i].noun == noun) {
			*n = s->figures[i].n;
			return true;
		}
	return false;
}

static bool
any_begins(const struct coreq_tokens *list, const char *const *stems)
{
	for (; *stems != NULL; stems++)
		for (size_t i = 0; i < list->n; i++)
			if (coreq_token_begins(&list->at[i], *stems))
				return true;
	return false;
}

static void
compare_guides(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	static const char	*const changed[] = {
		"evolu", "evolv", "adapt", "modif", "revis", "remani", NULL
	};
	int64_t			 n;

	if (has_figure(s, COREQ_OLD_GUIDES, &n) &&
	    any_begins(list, changed))
		coreq_part(p, "%s", _("the text says that the guide changed, "
		    "and every version is older than the first interview"));
}

void
coreq_contradictions(const char *text, const struct coreq_said *s,
    struct coreq_parts *p)
{
	struct coreq_tokens	 list;
	enum coreq_noun		 noun;
	size_t			 at;

	coreq_tokens_read(&list, text);
	for (size_t i = 0; i < list.n; i++) {
		if (list.at[i].kind != COREQ_NUMBER) {
			compare_behind(&list, s, i, p);
			continue;
		}
		if (compare_sum(&list, s, i, p)) {
			i += 2;
			continue;
		}
		if (compare_rank(&list, s, i, p) || is_denominator(&list, i))
			continue;
		noun = counted_noun(&list, i, &at);
		if (noun != COREQ_COUNTED)
			compare_count(&list, s, noun, i, i, at, p);
	}
	compare_guides(&list, s, p);
	coreq_durations(&list, s, p);
	coreq_tokens_free(&list);
}

char *
coreq_hint(const char *text, const struct coreq_said *s)
{
	static const char	*const snowball[] = {
		"boule", "snowball", NULL
	};
	static const char	*const purposive[] = {
		"vari", "raisonn", "purpos", "divers", "theori", NULL
	};
	struct coreq_tokens	 list;
	char			*hint = NULL;
	int64_t			 n;

	if (!has_figure(s, COREQ_VARIATION, &n) || n < 2)
		return NULL;
	coreq_tokens_read(&list, text);
	if (any_begins(&list, snowball) && !any_begins(&list, purposive))
		hint = qda_sprintf(ngettext("the text speaks of a snowball "
		    "only; %lld attribute varies in the sample", "the text "
		    "speaks of a snowball only; %lld attributes vary in the "
		    "sample", (unsigned long)n), (long long)n);
	coreq_tokens_free(&list);
	return hint;
}
