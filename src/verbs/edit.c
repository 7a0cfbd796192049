/* edit.c: texts that are written in an editor. */
#include <string.h>

#include "qda/lang.h"
#include "verbs/edit.h"

#define HEAD	"% qda "

void
edit_head(FILE *f, const char *action, const char *content)
{
	char	 print[QDA_PRINT];

	qda_fingerprint(print, content);
	fprintf(f, "%s%s %s\n", HEAD, action, print);
}

void
edit_comment(FILE *f, const char *lines)
{
	const char	*end;

	for (; *lines != '\0'; lines = end + (*end == '\n')) {
		end = strchrnul(lines, '\n');
		fprintf(f, "%% %.*s\n", (int)(end - lines), lines);
	}
}

int
edit_head_check(const char *text, const char *action, const char *content,
    struct qda_err *e)
{
	char	 print[QDA_PRINT];
	size_t	 n = strlen(action);

	while (strncmp(text, QDA_MARK_SIGN, strlen(QDA_MARK_SIGN)) == 0) {
		text = strchrnul(text, '\n');
		text += *text == '\n';
	}
	if (strncmp(text, HEAD, strlen(HEAD)) != 0)
		return 0;
	text += strlen(HEAD);
	if (strncmp(text, action, n) != 0 || text[n] != ' ')
		return qda_fail(e, QDA_DATA, _("this is no text of 'qda %s'"),
		    action);
	text += n + 1;
	qda_fingerprint(print, content);
	if (strcspn(text, " \n") == strlen(print) &&
	    strncmp(text, print, strlen(print)) == 0)
		return 0;
	return qda_fail(e, QDA_DATA, _("the project has changed there since: "
	    "'qda %s --print' shows how it is now; without its first line "
	    "the text is taken as it stands"), action);
}
