/* labels.c: the patterns of labels, and the words that are none. */
#include <stdlib.h>
#include <string.h>

#include "formats/labels.h"
#include "qda/text.h"

enum { HEAD = 200 };			/* code points looked at */

#define TIME	"(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?"
#define WORD	"[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.'’&-]*+"
#define FIRST	"[\\p{L}\\p{N}#@][\\p{L}\\p{M}\\p{N}_.'’&-]*+"
#define NAME	FIRST "(?:\\h{1,2}(?:" WORD "|\\([^()\\n:]{1,24}\\)))"
#define MARKUP	"(?:\\*\\*|__|\\*)?+"
#define OPENING	"(?:\\*\\*|__|\\*|#{1,6}\\h)?+"
#define COLON	"\\A\\h*+" \
	"(?:[\\[(<#]?(?<t0>" TIME ")(?:-\\d)?[\\])>#]?\\h*+(?:[-–—]\\h*+)?)?+" \
	"(?:[\\[(][^\\]\\[()\\n:]{1,30}[\\])]\\h*+)?+" OPENING \
	"(?<spk>" NAME "{0,4}+)(?<asks>\\h?\\?)?+" MARKUP "\\h*+" \
	"(?:[\\[(<#]?(?<t2>" TIME ")[\\])>#]?\\h*+)?+[:：]" MARKUP

/* A time, or two, in brackets behind the label. */
static const char	 after[] = "\\A\\h*+[\\[(<#]\\h*+(?<t0>" TIME ")"
	"(?:\\h*+[-–—]\\h*+(?<t1>" TIME "))?+\\h*+[\\])>#]";

static size_t
blanks(const char *s, size_t n)
{
	size_t	 at = 0, was = 0;

	while (at < n && qda_text_space(qda_text_next(s, n, &at)))
		was = at;
	return was;
}

static bool
may_colon(const char *s, size_t n)
{
	size_t	 head = n < 160 ? n : 160;

	return memchr(s, ':', head) != NULL ||
	    memmem(s, head, "：", strlen("：")) != NULL;
}

static bool
may_bracket(const char *s, size_t n)
{
	size_t	 at = blanks(s, n);

	return at < n && (s[at] == '[' || s[at] == '{');
}

static bool
may_name_time(const char *s, size_t n)
{
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == ')' ||
	    s[n - 1] == ']'))
		n--;
	return n > 3 && n < 120 && s[n - 1] >= '0' && s[n - 1] <= '9' &&
	    memchr(s, ':', n) != NULL;
}

static bool
may_bold(const char *s, size_t n)
{
	size_t	 at = blanks(s, n);

	return at + 2 < n && s[at] == '*' && s[at + 1] == '*';
}

static bool
may_code(const char *s, size_t n)
{
	size_t	 at = blanks(s, n);

	return at < n && ((s[at] >= 'A' && s[at] <= 'Z') ||
	    (unsigned char)s[at] >= 0x80);
}

static bool
may_alone(const char *s, size_t n)
{
	(void)s;
	return n < 120;
}

static bool
may_at(const char *s, size_t n)
{
	return n > 2 && s[0] == '@';
}

static bool
may_star(const char *s, size_t n)
{
	return n > 2 && s[0] == '*' && s[1] != '*';
}

/* In a draw the first wins. */
const struct qda_form	 qda_forms[QDA_FORMS] = {
	{ "label_colon", 0.10, QDA_FORM_COLON, may_colon,
	  COLON "(?!//)(?![)/])(?!(?<=\\d:)\\d)" },
	{ "bracket_label", 0.10, 0, may_bracket,
	  "\\A\\h*+[\\[{](?<spk>[^\\]\\[{}\\n:]{1,32})[\\]}]" },
	{ "name_time", 0.10, QDA_FORM_WHOLE | QDA_FORM_TIMED, may_name_time,
	  "\\A\\h*+(?:\\*\\*)?+"
	  "(?<spk>\\p{L}[\\p{L}\\p{M}\\p{N}_.'’,() -]{0,40}?)(?:\\*\\*)?+"
	  "\\h++[(\\[]?(?<t0>" TIME ")[)\\]]?\\h*+\\z" },
	{ "chat_tier", 0.10, 0, may_star,
	  "\\A\\*(?<spk>[\\p{L}\\p{N}_.-]{1,30}):\\t" },
	{ "bold_label", 0.35, 0, may_bold, "\\A\\h*+\\*\\*"
	  "(?<spk>[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.'’& -]{0,30})"
	  "\\*\\*\\h++(?=\\S)" },
	{ "bold_label", 0.35, QDA_FORM_BOLD, NULL, NULL },
	{ "label_alone", 0.35, QDA_FORM_WHOLE, may_alone,
	  "\\A\\h*+" OPENING "(?<spk>" NAME "{0,3}+)(?:\\*\\*|__)?+\\h*+"
	  "[:：]?+\\h*+\\z" },
	{ "short_code", 0.35, QDA_FORM_LISTS, may_code,
	  "\\A\\h*+(?<spk>\\p{Lu}{1,4}\\d{0,3})"
	  "(?:\\h*+[-–—]\\h*+|\\t++|\\.\\h)(?=\\S)" },
	{ "at_name", 0.35, 0, may_at,
	  "\\A@(?<spk>[\\p{L}\\p{N}_]{1,24})\\h++(?=\\S)" },
};

static struct qda_regex *
compiled(struct qda_regex **r, const char *pattern)
{
	struct qda_err	 e;

	if (*r == NULL && qda_regex_open(r, pattern, 0, &e) < 0)
		abort();		/* the pattern is ours */
	return *r;
}

void
qda_labels_free(struct qda_labels *l)
{
	for (size_t i = 0; i < QDA_FORMS; i++)
		qda_regex_close(l->form[i]);
	qda_regex_close(l->exact);
	qda_regex_close(l->after);
	memset(l, 0, sizeof(*l));
}

/* "1:02:03.5", "0:09" in ms, or -1 for what is no time. */
static int64_t
time_of(const char *s, size_t n)
{
	int64_t	 part[3] = { 0 }, ms = 0, unit = 100;
	size_t	 i, parts = 0;

	for (i = 0; i < n && strchr(".,-", s[i]) == NULL; i++)
		if (s[i] == ':')
			parts++;
		else
			part[parts] = part[parts] * 10 + (s[i] - '0');
	for (i++; i < n; i++, unit /= 10)
		ms += (s[i] - '0') * unit;
	if (parts == 2)
		part[0] = part[0] * 60 + part[1];
	if (part[parts] > 59 || (parts == 2 && part[1] > 59))
		return -1;
	return (part[0] * 60 + part[parts]) * 1000 + ms;
}

int64_t
qda_label_end_time(const char *s, size_t n, size_t *from)
{
	size_t	 b = n - 1, colons = 0;

	if (n < 6 || s[b] != '#')
		return -1;
	while (b > 0 && n - b < 16 && s[b - 1] != '\0' &&
	    strchr("0123456789:.,-", s[b - 1]) != NULL)
		colons += s[--b] == ':';
	if (b == 0 || s[b - 1] != '#' || colons < 1 || colons > 2)
		return -1;
	*from = b - 1;
	return time_of(s + b, n - 1 - b);
}

static int64_t
group_time(const struct qda_regex *r, const char *s, const char *group)
{
	size_t	 from, to;

	if (!qda_regex_group(r, group, &from, &to))
		return -1;
	return time_of(s + from, to - from);
}

/* Bytes of the first code points of a paragraph. */
static size_t
head_of(const char *s, size_t n)
{
	size_t	 at = 0;

	if (n <= HEAD)
		return n;
	for (int i = 0; i < HEAD && at < n; i++)
		qda_text_next(s, n, &at);
	return at;
}

static bool
match(struct qda_regex *r, const char *s, size_t n, size_t *end)
{
	struct qda_err	 e;
	size_t		 start;

	return qda_regex_next(r, s, n, 0, &start, end, &e) > 0;
}

static void
find_times(struct qda_labels *l, const struct qda_regex *r, const char *s,
    size_t n, struct qda_label *label)
{
	size_t	 at = label->text, end, skip = blanks(s + at, n - at);

	label->time_ms = group_time(r, s, "t0");
	label->end_ms = -1;
	if (label->time_ms < 0)
		label->time_ms = group_time(r, s, "t2");
	if (at + skip == n || strchr("[(<#", s[at + skip]) == NULL ||
	    !match(compiled(&l->after, after), s + at, n - at, &end))
		return;
	label->time_ms = group_time(l->after, s + at, "t0");
	label->end_ms = group_time(l->after, s + at, "t1");
	label->text += end;
}

bool
qda_label_find(struct qda_labels *l, size_t form, bool exact, const char *s,
    size_t n, struct qda_label *label)
{
	const struct qda_form	*f = &qda_forms[form];
	struct qda_regex	*r;
	size_t			 head, unused;

	if (!f->may(s, n))
		return false;
	head = head_of(s, n);
	if ((f->is & QDA_FORM_WHOLE) && head < n)
		return false;
	r = exact ? compiled(&l->exact, COLON) :
	    compiled(&l->form[form], f->pattern);
	if (!match(r, s, head, &label->text) ||
	    !qda_regex_group(r, "spk", &label->from, &label->to))
		return false;
	label->asks = qda_regex_group(r, "asks", &unused, &unused);
	find_times(l, r, s, head, label);
	return true;
}
