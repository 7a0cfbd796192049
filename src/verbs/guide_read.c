/* guide_read.c: the questions of a guide, from a file. */
#include <stdlib.h>
#include <string.h>

#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/regex.h"
#include "qda/text.h"
#include "verbs/any_text.h"
#include "verbs/guide.h"

enum { LONGEST = 2000 };	/* characters of a question */

/*
 * What stands before a question and is none of its words: a bullet; then a
 * number with a mark behind it ("1.", "2)", "3°)", "4 -", "1.1."), "Q1",
 * "Question 1 :", or a letter "a)".  "1.5" and "2/3" are words.
 */
static const char	numbering[] =
	"\\A(?:[-‐‑‒–—•●▪◦○·‣➢➤■□\\x{F0A7}\\x{F0B7}\\x{F0D8}]\\s*"
	"|\\*\\s+|o\\t)?"
	"(?:[Qq](?:uestion)?\\s*(?:[Nn]\\s*°\\s*)?\\d{1,3}"
	"(?:\\s*[-–—.):/]+(?!\\d)|(?=\\s))\\s*"
	"|\\(?\\d{1,3}(?:\\.\\d{1,2}){0,2}\\s*"
	"(?:°?\\s*[.):/](?!\\d)|°|[-–—](?=\\s))\\s*"
	"|\\d{1,2}(?:\\.\\d{1,2}){1,2}\\s+(?=\\p{Lu})"
	"|\\(?(?:[A-Za-z]|[ivxIVX]{1,5})\\)\\s*)?";

/* Without blanks at its ends, tabs as blanks; in place. */
static char *
trim(char *s)
{
	size_t	 n = strlen(s), at = 0, from = 0, end = 0;

	for (char *p = s; *p != '\0'; p++)
		if (*p == '\t')
			*p = ' ';
	while (at < n) {
		bool	 space = qda_text_space(qda_text_next(s, n, &at));

		if (!space)
			end = at;
		else if (end == 0)
			from = at;
	}
	s[end > from ? end : from] = '\0';
	return s + from;
}

static int
add_line(struct qda_strings *list, struct qda_regex *marks, const char *line,
    struct qda_err *e)
{
	size_t	 n = strlen(line), start, end = 0;
	char	*copy;
	int	 rc = 0;

	if (qda_text_length(line, n) > LONGEST)
		return qda_fail(e, QDA_DATA, _("more than %d characters: is "
		    "this a guide, with a question a line?"), LONGEST);
	if (qda_regex_next(marks, line, n, 0, &start, &end, e) < 0)
		return -1;
	copy = qda_strdup(line + end);
	line = trim(copy);
	if (*line != '\0' && list->n == QDA_GUIDE_MAX)
		rc = qda_fail(e, QDA_DATA, _("more than %d questions: is "
		    "this a guide, with a question a line?"), QDA_GUIDE_MAX);
	else if (*line != '\0')
		qda_strings_add(list, line);
	free(copy);
	return rc;
}

static int
add_lines(struct qda_strings *list, char *text, const char *name,
    struct qda_err *e)
{
	struct qda_regex	*marks;
	char			*line;
	size_t			 number = 0;
	int			 rc = 0;

	if (qda_regex_open(&marks, numbering, QDA_REGEX_ONCE, e) < 0)
		return -1;
	while (rc == 0 && (line = strsep(&text, "\n")) != NULL) {
		number++;
		rc = add_line(list, marks, trim(line), e);
	}
	if (rc < 0)
		qda_fail_in(e, _("'%s', line %zu"), name, number);
	qda_regex_close(marks);
	return rc;
}

int
guide_read(struct qda_strings *list, const struct qda_guide_text *t,
    struct qda_err *e)
{
	char	*text = NULL;
	int	 rc;

	if (any_text(&text, t->bytes, t->n, t->name, t->encoding, e) < 0)
		return -1;
	rc = add_lines(list, text, t->name, e);
	free(text);
	if (rc == 0 && list->n == 0)
		return qda_fail(e, QDA_DATA, _("'%s' holds no question"),
		    t->name);
	return rc;
}
