/* transcript.c: the plain data that readers of transcripts fill. */
#include <stdlib.h>
#include <string.h>

#include "formats/speakers.h"
#include "qda/mem.h"
#include "qda/text.h"

const char *
qda_role_name(enum qda_role role)
{
	static const char	*const names[] = {
		[QDA_ROLE_PARTICIPANT] = "participant",
		[QDA_ROLE_INTERVIEWER] = "interviewer",
		[QDA_ROLE_OTHER] = "other",
	};

	return names[role];
}

static void
free_one(struct qda_transcript *t)
{
	for (size_t i = 0; i < t->voices_n; i++)
		free(t->voices[i].label);
	for (size_t i = 0; i < t->rejected_n; i++) {
		free(t->rejected[i].label);
		free(t->rejected[i].why);
	}
	for (size_t i = 0; i < t->comments_n; i++) {
		free(t->comments[i].author);
		free(t->comments[i].date);
		free(t->comments[i].text);
	}
	free(t->voices);
	free(t->rejected);
	free(t->styles);
	free(t->comments);
	free(t->pages);
	free(t->turns);
	free(t->name);
	free(t->text);
	qda_strings_free(&t->notes);
}

void
qda_transcript_free(struct qda_transcript *list, size_t n)
{
	for (size_t i = 0; list != NULL && i < n; i++)
		free_one(&list[i]);
	free(list);
}

/* The first byte in [from, to) that begins no white space. */
static size_t
skip_space(const char *s, size_t from, size_t to)
{
	size_t	 at = from;

	while (from < to && qda_text_space(qda_text_next(s, to, &at)))
		from = at;
	return from;
}

/* Behind the last character in [from, to) that is no white space. */
static size_t
trim(const char *s, size_t from, size_t to)
{
	size_t	 b, at;

	for (; to > from; to = b) {
		b = to;
		do
			b--;
		while (b > from && (s[b] & 0xc0) == 0x80);
		at = b;
		if (!qda_text_space(qda_text_next(s, to, &at)))
			break;
	}
	return to;
}

bool
qda_span_trim(const char *s, size_t *from, size_t *to)
{
	*from = skip_space(s, *from, *to);
	*to = trim(s, *from, *to);
	return *from < *to;
}

int
qda_paragraph_next(const char *s, size_t n, size_t *at, size_t *from,
    size_t *to)
{
	const char	*lf;
	size_t		 first;

	while (*at < n) {
		*from = *at;
		lf = memchr(s + *at, '\n', n - *at);
		*to = lf == NULL ? n : (size_t)(lf - s);
		*at = *to + 1;
		first = skip_space(s, *from, *to);
		if (first < *to)
			return 1;
	}
	return 0;
}

char *
qda_label_fold(const char *s, size_t n)
{
	struct qda_folded	 f;
	char			*made;
	size_t			 from = 0, to;

	qda_text_fold(&f, s, n);
	to = f.n;
	while (to > 0 && f.s[to - 1] == ' ')
		to--;
	while (from < to && f.s[from] == ' ')
		from++;
	made = qda_strndup(f.s + from, to - from);
	qda_folded_free(&f);
	return made;
}

bool
qda_speech_add(struct qda_transcript *t, size_t *cap, size_t voice, size_t from,
    size_t to, int64_t time_ms, int64_t end_ms)
{
	if (from > to || !qda_span_trim(t->text, &from, &to))
		return false;
	t->turns = qda_grow(t->turns, cap, t->turns_n, sizeof(*t->turns));
	t->turns[t->turns_n++] = (struct qda_speech){
		voice, (int64_t)from, (int64_t)to, time_ms, end_ms
	};
	return true;
}

size_t
qda_voice_add(struct qda_transcript *t, const char *label)
{
	size_t	 cap = t->voices_n;

	t->voices = qda_grow(t->voices, &cap, t->voices_n,
	    sizeof(*t->voices));
	memset(&t->voices[t->voices_n], 0, sizeof(*t->voices));
	t->voices[t->voices_n].label = qda_strdup(label);
	return t->voices_n++;
}

void
qda_rejected_add(struct qda_transcript *t, const char *label, size_t count,
    const char *why)
{
	size_t	 cap = t->rejected_n;

	t->rejected = qda_grow(t->rejected, &cap, t->rejected_n,
	    sizeof(*t->rejected));
	t->rejected[t->rejected_n++] = (struct qda_rejected){
		qda_strdup(label), count, qda_strdup(why)
	};
}

static int
by_value(const void *a, const void *b)
{
	int64_t	 x = **(int64_t *const *)a, y = **(int64_t *const *)b;

	return x < y ? -1 : x > y;
}

int64_t **
qda_marks(struct qda_transcript *t, size_t *n)
{
	int64_t	**at = qda_alloc(2 * (t->styles_n + t->comments_n) +
		    t->pages_n + 1, sizeof(*at));

	*n = 0;
	for (size_t i = 0; i < t->styles_n; i++) {
		at[(*n)++] = &t->styles[i].start;
		at[(*n)++] = &t->styles[i].end;
	}
	for (size_t i = 0; i < t->comments_n; i++) {
		if (t->comments[i].start < 0)
			continue;
		at[(*n)++] = &t->comments[i].start;
		at[(*n)++] = &t->comments[i].end;
	}
	for (size_t i = 0; i < t->pages_n; i++)
		at[(*n)++] = &t->pages[i];
	qsort(at, *n, sizeof(*at), by_value);
	return at;
}
