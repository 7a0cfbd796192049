/* coreq_figures.c: numbers in an answer, beside those of the project. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "verbs/coreq_figures.h"

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
	{ "chercheur", COREQ_CODER, false },
	{ "chercheuse", COREQ_CODER, false },
	{ "investigat", COREQ_CODER, true },
	{ "researcher", COREQ_CODER, false },
	{ "citation", COREQ_QUOTATION, false },
	{ "verbatim", COREQ_QUOTATION, false },
	{ "quotation", COREQ_QUOTATION, false },
	{ "quote", COREQ_QUOTATION, false },
	{ "extrait", COREQ_EXTRACT, false },
	{ "extract", COREQ_EXTRACT, false },
	{ "correction", COREQ_CORRECTION, false },
	{ "memo", COREQ_MEMO, false },
	{ "femme", COREQ_WOMAN, false },
	{ "women", COREQ_WOMAN, false },
	{ "woman", COREQ_WOMAN, false },
	{ "homme", COREQ_MAN, false },
	{ "men", COREQ_MAN, false },
	{ "man", COREQ_MAN, false },
};

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

/* "3 not included", "3 personnes n'ont pas été incluses". */
static bool
is_left_out(const struct coreq_tokens *list, size_t i, size_t *at)
{
	static const char	*const no[] = { "non", "not", "pas", NULL };
	bool			 negated = false;

	for (*at = i + 1; *at < list->n && *at <= i + 7; ++*at) {
		const struct coreq_token	*t = &list->at[*at];

		if (t->kind != COREQ_WORD && !coreq_token_is(t, "'"))
			return false;
		negated |= coreq_token_any(t, no);
		if (coreq_token_begins(t, "inclu"))
			return negated;
	}
	return false;
}

/* "version 2", "annexe 4": a name, not a count. */
static bool
is_label(const struct coreq_tokens *list, size_t i)
{
	static const char	*const words[] = {
		"version", "guide", "annexe", "appendix", "tableau", "table",
		"figure", "page", "p", "item", "chapitre", "chapter", "n",
		"numero", "number", "interview", "entretien", NULL
	};

	return i > 0 && coreq_token_any(&list->at[i - 1], words);
}

/* The noun a number counts: up to two adjectives may stand between. */
static enum coreq_noun
counted_noun(const struct coreq_tokens *list, size_t i, size_t *at)
{
	static const char	*const ends[] = {
		"de", "du", "des", "d", "sans", "sur", "of", "with", "in",
		"a", "to", "par", "by", "pour", "for", "et", "and", "ou",
		"or", "ans", "an", "years", "year", "h", "min", "s",
		"seconde", "second", "deuxieme", "premiere", "premier",
		"first", "third", "nouvelle", "nouveau", "new", "autre",
		"autres", "other", NULL
	};
	enum coreq_noun		 noun;

	if (is_label(list, i))
		return COREQ_COUNTED;
	if (is_left_out(list, i, at))
		return COREQ_LEFT_OUT;
	for (size_t k = i + 1; k < list->n && k <= i + 3; k++) {
		if (list->at[k].kind != COREQ_WORD ||
		    coreq_token_any(&list->at[k], ends))
			break;
		noun = noun_of(&list->at[k]);
		*at = k;
		if (noun != COREQ_COUNTED)
			return noun;
	}
	return COREQ_COUNTED;
}

bool
coreq_is_denominator(const struct coreq_tokens *list, size_t i)
{
	static const char	*const words[] = {
		"sur", "des", "of", "parmi", "among", "/", NULL
	};

	if (i > 0 && coreq_token_any(&list->at[i - 1], words))
		return true;
	return i > 1 && (coreq_token_is(&list->at[i - 1], "the") ||
	    coreq_token_is(&list->at[i - 1], "les")) &&
	    coreq_token_any(&list->at[i - 2], words);
}

/* "17/01" is a day: no part is larger than its whole, no count has a 0. */
static bool
is_share(const struct coreq_token *part, const struct coreq_token *whole)
{
	return part->value <= whole->value && *whole->s != '0' &&
	    (*part->s != '0' || part->n == 1);
}

/* "10 of 11 interviews", "10 des 11": what the whole counts. */
static enum coreq_noun
part_noun(const struct coreq_tokens *list, const struct coreq_said *s,
    size_t i, size_t *at)
{
	size_t		 k = i + 2;
	enum coreq_noun	 noun;

	if (k < list->n && list->at[k].kind == COREQ_WORD)
		k++;
	if (k >= list->n || list->at[k].kind != COREQ_NUMBER ||
	    !coreq_is_denominator(list, k) ||
	    !is_share(&list->at[i], &list->at[k]) ||
	    (k + 1 < list->n && coreq_token_is(&list->at[k + 1], "/")) ||
	    coreq_is_denominator(list, i))
		return COREQ_COUNTED;
	noun = counted_noun(list, k, at);
	if (noun != COREQ_COUNTED)
		return noun;
	*at = k;
	for (size_t n = 0; n < s->n; n++)
		if (s->figures[n].noun == COREQ_INTERVIEW &&
		    (double)s->figures[n].n == list->at[k].value)
			return COREQ_INTERVIEW;
	return COREQ_COUNTED;
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

/* "2 entretiens par téléphone": some of those that the project counts. */
static bool
is_some(const struct coreq_tokens *list, const struct coreq_said *s,
    enum coreq_noun noun, double value, size_t to)
{
	static const char	*const how[] = {
		"par", "a", "au", "aux", "en", "chez", "via", "dont", "by",
		"at", "in", "on", NULL
	};
	static const char	*const kinds[] = {
		"collecti", "group", "focal", "telephon", "conjoint",
		"joint", NULL
	};
	double			 most = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->figures[i].noun == noun &&
		    (double)s->figures[i].n > most)
			most = (double)s->figures[i].n;
	return value < most && to + 1 < list->n &&
	    (coreq_token_any(&list->at[to + 1], how) ||
	    coreq_token_any_stem(&list->at[to + 1], kinds));
}

static void
compare_count(const struct coreq_tokens *list, const struct coreq_said *s,
    enum coreq_noun noun, size_t number, size_t from, size_t to,
    struct coreq_parts *p)
{
	bool	 agrees;
	char	*has = project_has(s, noun, list->at[number].value, &agrees);
	char	*slice;

	if (has != NULL && !agrees &&
	    !is_some(list, s, noun, list->at[number].value, to)) {
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
	if (i + 2 < list->n && coreq_token_any(&list->at[i + 1], ends) &&
	    noun_of(&list->at[i + 2]) == COREQ_INTERVIEW) {
		compare_count(list, s, COREQ_RANK, i, i, i + 2, p);
		return true;
	}
	return false;
}

/* Whether a guide asks so many questions, and so many after them. */
static bool
asks(const struct coreq_figure *f, double opening, double others)
{
	return f->n == QDA_NONE ? (double)f->m == opening + others :
	    (double)f->n == opening && (double)f->m == others;
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
			agrees |= asks(&s->figures[k], list->at[i].value,
			    list->at[i + 2].value);
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
	for (size_t i = 0; i < list->n; i++)
		if (coreq_token_any_stem(&list->at[i], stems))
			return true;
	return false;
}

/* An answer that is a number alone: what it counts is the item's. */
static void
compare_alone(const struct coreq_tokens *list, const struct coreq_said *s,
    struct coreq_parts *p)
{
	if (s->main != COREQ_NOTHING && list->n > 0 && list->n <= 2 &&
	    list->at[0].kind == COREQ_NUMBER && (list->n == 1 ||
	    coreq_token_is(&list->at[1], ".")))
		compare_count(list, s, s->main, 0, 0, 0, p);
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
		if (compare_rank(&list, s, i, p) ||
		    coreq_is_denominator(&list, i))
			continue;
		noun = counted_noun(&list, i, &at);
		if (noun == COREQ_COUNTED)
			noun = part_noun(&list, s, i, &at);
		if (noun != COREQ_COUNTED)
			compare_count(&list, s, noun, i, i, at, p);
	}
	compare_alone(&list, s, p);
	coreq_durations(&list, s, p);
	coreq_claims(&list, s, p);
	coreq_tokens_free(&list);
}

/* "LibreOffice Writer" of "LibreOffice Writer 7.4 (transcription)". */
static size_t
program_end(const char *s)
{
	size_t	 n = 0, k;

	for (k = 0; s[k] != '\0' && s[k] != '('; k++)
		if (s[k] != ' ')
			n = k + 1;
		else if (strchr("0123456789", s[k + 1]) != NULL)
			break;
	return n;
}

/* The programs of the project that the text does not name. */
static char *
unnamed_programs(const struct coreq_tokens *list, const struct coreq_said *s)
{
	struct coreq_tokens	 name;
	struct coreq_parts	 p;
	char			*copy = qda_strdup(s->programs), *state = NULL;
	char			*word, *names, *hint;
	bool			 found;

	coreq_parts_begin(&p, ", ");
	for (word = strtok_r(copy, ",", &state); word != NULL;
	    word = strtok_r(NULL, ",", &state)) {
		word += strspn(word, " ");
		word[program_end(word)] = '\0';
		coreq_tokens_read(&name, word);
		found = name.n == 0;
		for (size_t i = 0; !found && i < list->n; i++)
			found = list->at[i].n == name.at[0].n &&
			    memcmp(list->at[i].s, name.at[0].s,
			    name.at[0].n) == 0;
		coreq_tokens_free(&name);
		if (!found)
			coreq_part(&p, "%s", word);
	}
	names = coreq_parts_end(&p);
	hint = names == NULL ? NULL :
	    qda_sprintf(_("the text does not name %s"), names);
	free(names);
	free(copy);
	return hint;
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

	coreq_tokens_read(&list, text);
	if (s->programs != NULL)
		hint = unnamed_programs(&list, s);
	if (has_figure(s, COREQ_VARIATION, &n) && n > 1 &&
	    any_begins(&list, snowball) && !any_begins(&list, purposive))
		hint = qda_sprintf(ngettext("the text speaks of a snowball "
		    "only; %lld attribute varies in the sample", "the text "
		    "speaks of a snowball only; %lld attributes vary in the "
		    "sample", (unsigned long)n), (long long)n);
	coreq_tokens_free(&list);
	return hint;
}
