/* roles.c: who asks, who answers, and which labels are in doubt. */
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

enum { PAIRS = 100 };		/* labels compared with each other, at most */
static const double	 CLEAR = 0.05;	/* a difference that says something */

/* What is known of a voice while roles are given out. */
struct sketch {
	char			*key;
	enum qda_role_word	 word;
	bool			 code, initials, named;
};

static bool
closes(int32_t c)
{
	return c == 0xbb || c == 0x201d || c == '"' || c == ')' || c == ']' ||
	    c == '*' || c == '_' || qda_text_space(c);
}

static bool
ends_asking(const char *s, size_t from, size_t to)
{
	size_t	 b, at;
	int32_t	 c = ' ';

	if (qda_label_end_time(s + from, to - from, &at) >= 0)
		to = from + at;
	for (; to > from && closes(c); to = b) {
		b = to;
		do
			b--;
		while (b > from && (s[b] & 0xc0) == 0x80);
		at = b;
		c = qda_text_next(s, to, &at);
	}
	return c == '?';
}

static void
count(struct qda_transcript *t)
{
	size_t	 last = 0, from, to;
	int64_t	 words;

	t->words = 0;
	for (size_t i = 0; i < t->turns_n; i++) {
		struct qda_voice	*v = &t->voices[t->turns[i].voice];

		from = (size_t)t->turns[i].start;
		to = (size_t)t->turns[i].end;
		words = qda_text_words(t->text + from, to - from);
		t->words += words +
		    qda_text_words(t->text + last, from - last);
		last = to;
		v->turns++;
		v->words += words;
		v->asking += ends_asking(t->text, from, to);
	}
	t->words += qda_text_words(t->text + last, t->size - last);
	for (size_t i = 0; i < t->voices_n; i++)
		if (t->voices[i].turns > 0)
			t->voices[i].asking /= (double)t->voices[i].turns;
}

static bool
capitals(const char *s)
{
	size_t	 n = strlen(s);

	for (size_t i = 0; i < n; i++)
		if (s[i] < 'A' || s[i] > 'Z')
			return false;
	return n >= 1 && n <= 3;
}

static void
sketch(struct sketch *k, const struct qda_voice *v, const char *const *asking,
    size_t asking_n)
{
	char	*name;

	k->key = qda_label_fold(v->label, strlen(v->label));
	k->word = qda_label_word(k->key);
	if (v->role == QDA_ROLE_INTERVIEWER)
		k->word = QDA_WORD_ASKS;
	k->code = qda_label_code(k->key);
	k->initials = capitals(v->label) && !k->code;
	for (size_t i = 0; i < asking_n && !k->named; i++) {
		name = qda_label_fold(asking[i], strlen(asking[i]));
		k->named = strcmp(name, k->key) == 0;
		free(name);
	}
}

static size_t
ask_by_name(struct qda_transcript *t, const struct sketch *k)
{
	size_t	 n = 0;

	for (size_t i = 0; i < t->voices_n; i++)
		n += k[i].named;
	for (size_t i = 0; n > 0 && i < t->voices_n; i++)
		t->voices[i].role = k[i].named ? QDA_ROLE_INTERVIEWER :
		    QDA_ROLE_PARTICIPANT;
	return n;
}

/* Unless everybody would ask. */
static size_t
ask_by_word(struct qda_transcript *t, const struct sketch *k)
{
	size_t	 n = 0;

	for (size_t i = 0; i < t->voices_n; i++)
		n += k[i].word == QDA_WORD_ASKS;
	if (n == t->voices_n && n > 1)
		n = 0;
	for (size_t i = 0; i < t->voices_n; i++)
		t->voices[i].role = n > 0 && k[i].word == QDA_WORD_ASKS ?
		    QDA_ROLE_INTERVIEWER : QDA_ROLE_PARTICIPANT;
	return n;
}

static size_t
ask_by_typo(struct qda_transcript *t, const struct sketch *k)
{
	size_t		 n = 0;
	const char	*near;

	for (size_t i = 0; i < t->voices_n; i++)
		if ((near = qda_label_near(k[i].key)) != NULL) {
			t->voices[i].role = QDA_ROLE_INTERVIEWER;
			qda_strings_take(&t->notes, qda_sprintf(
			    _("'%s' looks like '%s'"), t->voices[i].label,
			    near));
			n++;
		}
	return n;
}

/* CA beside M4. */
static size_t
ask_by_initials(struct qda_transcript *t, const struct sketch *k)
{
	size_t	 best = t->voices_n;
	bool	 codes = false;

	for (size_t i = 0; i < t->voices_n; i++) {
		codes |= k[i].code;
		if (k[i].initials && k[i].word != QDA_WORD_ANSWERS &&
		    (best == t->voices_n ||
		    t->voices[i].turns > t->voices[best].turns))
			best = i;
	}
	if (!codes || best == t->voices_n)
		return 0;
	t->voices[best].role = QDA_ROLE_INTERVIEWER;
	return 1;
}

static size_t
ask_by_questions(struct qda_transcript *t, const struct sketch *k)
{
	const struct qda_voice	*v = t->voices;
	size_t			 best = t->voices_n;
	double			 more;

	for (size_t i = 0; i < t->voices_n; i++) {
		if (k[i].word != QDA_WORD_NONE || v[i].asking == 0 ||
		    v[i].turns * 10 < t->turns_n)
			continue;
		more = best == t->voices_n ? 1 :
		    v[i].asking - v[best].asking;
		if (more > CLEAR || (more > -CLEAR &&
		    v[i].words < v[best].words))
			best = i;
	}
	if (best == t->voices_n || t->voices_n < 2)
		return 0;
	t->voices[best].role = QDA_ROLE_INTERVIEWER;
	return 1;
}

/* Whether one label is a word of another ("P4" in "Fille de P4"). */
static bool
word_of(const char *word, const char *label)
{
	size_t		 n = strlen(word);
	const char	*at = label;

	while (n > 0 && (at = strstr(at, word)) != NULL) {
		if ((at == label || at[-1] == ' ' || at[-1] == '\'') &&
		    (at[n] == ' ' || at[n] == '\0') && strlen(label) > n)
			return true;
		at++;
	}
	return false;
}

static void
find_third(struct qda_transcript *t, const struct sketch *k)
{
	struct qda_voice	*v = t->voices;
	size_t			 main = t->voices_n;

	for (size_t i = 0; i < t->voices_n; i++)
		if (v[i].role == QDA_ROLE_PARTICIPANT &&
		    k[i].word != QDA_WORD_THIRD &&
		    (main == t->voices_n || v[i].words > v[main].words))
			main = i;
	for (size_t i = 0; main < t->voices_n && i < t->voices_n; i++)
		if (i != main && v[i].role == QDA_ROLE_PARTICIPANT &&
		    (k[i].word == QDA_WORD_THIRD ||
		    word_of(k[main].key, k[i].key) ||
		    (k[main].code && !k[i].code)))
			v[i].role = QDA_ROLE_OTHER;
}

void
qda_speakers_know(struct qda_transcript *t, const char *const *asking,
    size_t asking_n)
{
	struct sketch	*k = qda_alloc(t->voices_n, sizeof(*k));

	count(t);
	for (size_t i = 0; i < t->voices_n; i++)
		sketch(&k[i], &t->voices[i], asking, asking_n);
	if (ask_by_name(t, k) == 0 && ask_by_word(t, k) == 0 &&
	    ask_by_typo(t, k) == 0 && ask_by_initials(t, k) == 0)
		ask_by_questions(t, k);
	find_third(t, k);
	for (size_t i = 0; i < t->voices_n; i++) {
		t->voices[i].nameless = qda_label_nameless(k[i].key);
		free(k[i].key);
	}
	free(k);
}

/* Its digits alone, or all but digits and blanks. */
static char *
part_of(const char *s, bool digits)
{
	char	*made = qda_alloc(strlen(s) + 1, 1);
	size_t	 n = 0;

	for (; *s != '\0'; s++)
		if ((*s >= '0' && *s <= '9') == digits && *s != ' ')
			made[n++] = *s;
	return made;
}

/* The same but for blanks, or two letters of six or more. */
static bool
alike(const char *a, const char *b)
{
	char	*da = part_of(a, true), *db = part_of(b, true);
	char	*la = part_of(a, false), *lb = part_of(b, false);
	bool	 rc;

	rc = strcmp(da, db) == 0 && (strcmp(la, lb) == 0 ||
	    (strlen(la) >= 6 && strlen(lb) >= 6 &&
	    qda_text_distance(la, lb) <= 2));
	free(da);
	free(db);
	free(la);
	free(lb);
	return rc;
}

/* "Billerbeck" at the end of "Liane von Billerbeck". */
static bool
surname(const char *a, const char *b)
{
	size_t	 na = strlen(a), nb = strlen(b);

	return na >= 4 && nb > na + 1 && b[nb - na - 1] == ' ' &&
	    strcmp(b + nb - na, a) == 0;
}

/* "Interviewer" and "interviewee" look alike, and are not. */
static bool
opposed(const char *a, const char *b)
{
	enum qda_role_word	 wa = qda_label_word(a), wb = qda_label_word(b);

	return wa != wb && wa != QDA_WORD_NONE && wb != QDA_WORD_NONE;
}

static void
compare(struct qda_transcript *t, const char *a, const char *b)
{
	char	*ka = qda_label_fold(a, strlen(a));
	char	*kb = qda_label_fold(b, strlen(b));

	if (strcmp(ka, kb) != 0 && !opposed(ka, kb) &&
	    (alike(ka, kb) || surname(ka, kb) || surname(kb, ka)))
		qda_strings_take(&t->notes, qda_sprintf(
		    _("'%s' looks like '%s'"), a, b));
	free(ka);
	free(kb);
}

static void
find_alike(struct qda_transcript *t)
{
	size_t	 n = t->voices_n < PAIRS ? t->voices_n : PAIRS;

	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++)
			compare(t, t->voices[i].label, t->voices[j].label);
		for (size_t j = 0; j < t->rejected_n; j++)
			compare(t, t->rejected[j].label, t->voices[i].label);
	}
}

/* Whether the colon at `at` closes a label behind the end of a sentence. */
static bool
label_before(const struct qda_transcript *t, size_t from, size_t at)
{
	static const char *const	 ends[] = {
		".", "!", "?", "…", "»", ")", "]"
	};
	size_t	 n, start;

	while (at > from && t->text[at - 1] == ' ')
		at--;
	if (at - from > 2 && memcmp(t->text + at - 2, "\u00a0", 2) == 0)
		at -= 2;
	for (size_t i = 0; i < t->voices_n; i++) {
		n = strlen(t->voices[i].label);
		start = at - n;
		if (at - from < n + 2 || t->text[start - 1] != ' ' ||
		    memcmp(t->text + start, t->voices[i].label, n) != 0)
			continue;
		while (start > from && t->text[start - 1] == ' ')
			start--;
		for (size_t j = 0; j < sizeof(ends) / sizeof(*ends); j++) {
			n = strlen(ends[j]);
			if (start - from >= n && memcmp(t->text + start - n,
			    ends[j], n) == 0)
				return true;
		}
	}
	return false;
}

static void
find_inner(struct qda_transcript *t)
{
	size_t		 n = 0, from, to;
	const char	*colon;

	for (size_t i = 0; i < t->turns_n; i++) {
		from = (size_t)t->turns[i].start;
		to = (size_t)t->turns[i].end;
		for (size_t at = from; at < to && (colon = memchr(t->text +
		    at, ':', to - at)) != NULL;
		    at = (size_t)(colon - t->text) + 1)
			n += label_before(t, from,
			    (size_t)(colon - t->text));
	}
	if (n > 0)
		qda_strings_take(&t->notes, qda_sprintf(ngettext(
		    "%zu place inside a paragraph looks like a change of "
		    "speaker; a new line before the label would make a turn",
		    "%zu places inside paragraphs look like changes of "
		    "speaker; new lines before the labels would make turns",
		    n), n));
}

void
qda_speakers_doubt(struct qda_transcript *t)
{
	find_alike(t);
	find_inner(t);
}
