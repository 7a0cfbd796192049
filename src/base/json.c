/* json.c: JSON on a stream. */
#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qda/json.h"
#include "qda/table.h"
#include "qda/text.h"

enum { DEPTH = sizeof(((struct qda_json *)0)->some) };

void
qda_json_begin(struct qda_json *j, FILE *f)
{
	memset(j, 0, sizeof(*j));
	j->f = f;
}

/* What stands between the value before, or the bracket, and this one. */
static void
separate(struct qda_json *j)
{
	if (j->keyed) {
		j->keyed = false;
		return;
	}
	if (j->some[j->depth])
		fputc(',', j->f);
	if (j->depth == 1 && !j->one_line)
		fputs("\n  ", j->f);
	else if (j->some[j->depth])
		fputc(' ', j->f);
	j->some[j->depth] = true;
}

void
qda_json_open(struct qda_json *j, char bracket)
{
	assert(j->depth + 1 < DEPTH);
	separate(j);
	fputc(bracket, j->f);
	j->object[++j->depth] = bracket == '{';
	j->some[j->depth] = false;
}

void
qda_json_close(struct qda_json *j, char bracket)
{
	assert(j->depth > 0 && !j->keyed);
	assert(j->object[j->depth] == (bracket == '}'));
	if (j->depth == 1 && j->some[1] && !j->one_line)
		fputc('\n', j->f);
	fputc(bracket, j->f);
	j->depth--;
}

void
qda_json_key(struct qda_json *j, const char *key)
{
	assert(j->object[j->depth] && !j->keyed);
	separate(j);
	qda_json_string(j->f, key);
	fputs(": ", j->f);
	j->keyed = true;
}

void
qda_json_text(struct qda_json *j, const char *text)
{
	separate(j);
	if (text == NULL)
		fputs("null", j->f);
	else
		qda_json_string(j->f, text);
}

void
qda_json_int(struct qda_json *j, int64_t n)
{
	separate(j);
	if (n == QDA_NONE)
		fputs("null", j->f);
	else
		fprintf(j->f, "%" PRId64, n);
}

const char *
qda_json_shortest(char buf[32], double x)
{
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(buf, 32, "%.*g", digits, x);
		if (strtod(buf, NULL) == x)
			break;
	}
	return buf;
}

void
qda_json_real(struct qda_json *j, double x)
{
	char	 buf[32];

	separate(j);
	fputs(isfinite(x) ? qda_json_shortest(buf, x) : "null", j->f);
}

void
qda_json_bool(struct qda_json *j, bool yes)
{
	separate(j);
	fputs(yes ? "true" : "false", j->f);
}

void
qda_json_end(struct qda_json *j)
{
	while (j->depth > 0)
		qda_json_close(j, j->object[j->depth] ? '}' : ']');
	fputc('\n', j->f);
}

/* One byte below blank, or one of the two that JSON wants escaped. */
static void
escape(FILE *f, unsigned char c)
{
	static const char	 letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	for (const char *p = letters; *p != '\0'; p += 2)
		if ((unsigned char)*p == c) {
			fprintf(f, "\\%c", p[1]);
			return;
		}
	fprintf(f, "\\u%04x", c);
}

/* Where the text that stands as it is, UTF-8 without escapes, ends. */
static size_t
plain(const char *s, size_t n, size_t at)
{
	size_t		 next = at;
	int32_t		 c;

	while (at = next, (c = qda_text_next(s, n, &next)) >= 0)
		if (c < ' ' || c == '"' || c == '\\' || c == 0x7f)
			break;
	return at;
}

void
qda_json_bytes(FILE *f, const char *s, size_t n)
{
	size_t	 at = 0, end;

	fputc('"', f);
	while (at < n) {
		end = plain(s, n, at);
		fwrite(s + at, 1, end - at, f);
		at = end;
		if (at == n)
			break;
		if ((unsigned char)s[at] < 0x80)
			escape(f, (unsigned char)s[at++]);
		else if (qda_text_next(s, n, &at) < 0)
			fputs("\xef\xbf\xbd", f);
	}
	fputc('"', f);
}

void
qda_json_string(FILE *f, const char *s)
{
	qda_json_bytes(f, s, strlen(s));
}
