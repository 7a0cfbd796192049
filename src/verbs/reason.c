/* reason.c: why codes were changed (-m), kept as a memo on them. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "qda/project.h"
#include "qda/when.h"
#include "verbs/reason.h"

enum { NAMED = 6 };		/* codes at most that a title names */

void
reason_about(struct reason *r, int64_t code)
{
	r->codes = qda_grow(r->codes, &r->cap, r->n, sizeof(*r->codes));
	r->codes[r->n++] = code;
}

void
reason_free(struct reason *r)
{
	free(r->codes);
	r->codes = NULL;
	r->n = r->cap = 0;
}

/* Titles are in the language of the project: its documents print them. */
static int
speak(struct qda_act *act, struct qda_err *e)
{
	const char	*lang;

	if (qda_project_language(act->db, &lang, e) < 0)
		return -1;
	qda_lang_use(lang);
	return 0;
}

int
reason_names(char **list, struct qda_act *act, char *const *names, size_t n,
    struct qda_err *e)
{
	const char	*was = qda_lang_now();
	struct qda_mem	 m;

	if (speak(act, e) < 0)
		return -1;
	qda_mem_open(&m);
	for (size_t i = 0; i < n && i < NAMED; i++) {
		fputs(i > 0 ? ", " : "", m.f);
		fprintf(m.f, _("'%s'"), names[i]);
	}
	fputs(n > NAMED ? ", …" : "", m.f);
	*list = qda_mem_text(&m);
	qda_lang_use(was);
	return 0;
}

static int
titled(char **title, struct qda_act *act, const char *fmt, va_list ap,
    struct qda_err *e)
{
	const char	*was = qda_lang_now();
	int		 n;

	if (speak(act, e) < 0)
		return -1;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	n = vasprintf(title, _(fmt), ap);
#pragma GCC diagnostic pop
	qda_lang_use(was);
	if (n < 0)
		abort();
	return 0;
}

static int
add(const struct reason *r, struct qda_act *act, const char *title,
    struct qda_err *e)
{
	struct qda_memo	 memo = { .kind = "method", .title = title,
			    .text = act->message };
	char		 today[11];
	int64_t		 id, coder;

	memo.date = qda_today(today);
	if (qda_act_coder(act, &coder, e) < 0 ||
	    qda_memo_add(act->db, &memo, coder, &id, e) < 0)
		return -1;
	for (size_t i = 0; i < r->n; i++)
		if (qda_memo_link(act->db, id, QDA_MEMO_CODE, r->codes[i],
		    e) < 0)
			return -1;
	qda_act_row(act, "+", title, "memo");
	if (!act->dry_run)
		qda_act_say(act, _("the reason is kept as memo %lld"),
		    (long long)id);
	return 0;
}

int
reason_keep(const struct reason *r, struct qda_act *act, struct qda_err *e,
    const char *fmt, ...)
{
	char	*title = NULL;
	va_list	 ap;
	int	 rc;

	if (act->message == NULL ||
	    act->message[strspn(act->message, " \t\r\n")] == '\0')
		return 0;
	va_start(ap, fmt);
	rc = titled(&title, act, fmt, ap, e);
	va_end(ap);
	if (rc == 0)
		rc = add(r, act, title, e);
	free(title);
	return rc;
}
