/* model_part.c: the relations listed; roles, the core, the storyline. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/lang.h"
#include "qda/memo.h"
#include "qda/verbs.h"
#include "qda/when.h"
#include "verbs/model.h"

static void
put_row(struct qda_act *act, struct qda_table *t,
    const struct qda_relation *r)
{
	qda_table_text(t, r->from_name);
	qda_table_text(t, act->as == QDA_AS_TABLE ? qda_relation_verb(r->type,
	    r->sign, qda_lang_now()) : r->type);
	qda_table_text(t, r->to_name);
	qda_table_int(t, r->units);
	qda_table_text(t, r->memo);
	qda_table_text(t, r->sign);
}

int
qda_do_model_list(struct qda_act *act, struct qda_err *e)
{
	static const struct qda_column	columns[] = {
		{ "from", QDA_CELL_TEXT }, { "type", QDA_CELL_TEXT },
		{ "to", QDA_CELL_TEXT }, { "units", QDA_CELL_NUMBER },
		{ "memo", QDA_CELL_TEXT }, { "sign", QDA_CELL_TEXT },
	};
	struct qda_relation	 r;
	struct qda_table	*t;
	struct db_rows		*walk;
	int			 more;

	if (qda_relation_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, columns, sizeof(columns) / sizeof(*columns));
	while ((more = qda_relation_next(walk, &r, e)) > 0)
		put_row(act, t, &r);
	qda_table_close(t);
	return more;
}

int
qda_do_model_role(struct qda_act *act, const char *name, const char *word,
    struct qda_err *e)
{
	const char	*role = *word == '\0' ? NULL : qda_model_role(word);
	int64_t		 code;
	char		*kept = NULL;
	int		 rc = -1;

	if (*word != '\0' && role == NULL)
		return qda_fail(e, QDA_DATA, _("there is no role '%s'; roles "
		    "are %s"), word, qda_model_role(NULL));
	if (qda_act_begin(act, false, e) < 0 ||
	    qda_code_need(act->db, name, &code, e) < 0 ||
	    qda_code_name(act->db, code, &kept, e) < 0 ||
	    qda_model_set_role(act->db, code, role, e) < 0)
		goto out;
	qda_act_row(act, "=", kept, role);
	rc = role == NULL ?
	    qda_act_done(act, e, _("'%s' has no role in the model"), kept) :
	    qda_act_done(act, e, _("'%s' is '%s' in the model"), kept,
	    qda_model_role_word(role));
out:
	free(kept);
	return rc;
}

static int
say_core(struct qda_act *act, const char *name, int64_t was,
    struct qda_err *e)
{
	char	*before = NULL;
	int	 rc;

	if (was == QDA_NONE)
		return qda_act_done(act, e, _("'%s' is the core category"),
		    name);
	if (qda_code_name(act->db, was, &before, e) < 0)
		return -1;
	rc = qda_act_done(act, e, _("'%s' is the core category, and '%s' is "
	    "not any more"), name, before);
	free(before);
	return rc;
}

int
qda_do_model_core(struct qda_act *act, const char *name, struct qda_err *e)
{
	int64_t	 code = QDA_NONE, was;
	char	*kept = NULL;
	int	 rc = -1;

	if (qda_act_begin(act, false, e) < 0)
		return -1;
	if (*name != '\0' && (qda_code_need(act->db, name, &code, e) < 0 ||
	    qda_code_name(act->db, code, &kept, e) < 0))
		goto out;
	if (qda_model_set_core(act->db, code, &was, e) < 0)
		goto out;
	qda_act_row(act, "=", kept == NULL ? "-" : kept, "core");
	rc = kept == NULL ? qda_act_done(act, e, _("no category is the core "
	    "any more")) : say_core(act, kept, was, e);
out:
	free(kept);
	return rc;
}

int
model_story(char **text, struct qda_db *db, struct qda_err *e)
{
	struct qda_memo	 m;
	struct db_rows	*walk;
	int		 more;

	*text = NULL;
	if (qda_memo_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_memo_next(walk, &m, e)) > 0)
		if (strcmp(m.kind, "theory") == 0) {
			free(*text);		/* they come by date */
			*text = qda_strdup(m.text);
		}
	return more;
}

static int
print_story(struct qda_act *act, struct qda_err *e)
{
	char	*text;

	if (model_story(&text, act->db, e) < 0)
		return -1;
	if (text == NULL) {
		qda_act_say(act, _("there is no storyline yet: 'qda model "
		    "story TEXT'"));
		return 1;
	}
	fprintf(act->out, "%s\n", text);
	free(text);
	return 0;
}

int
qda_do_model_story(struct qda_act *act, const char *text, struct qda_err *e)
{
	struct qda_memo	 memo = { .kind = "theory", .text = text };
	int64_t		 coder, id;
	char		 today[11];

	if (text == NULL)
		return print_story(act, e);
	if (*text == '\0')
		return qda_fail(e, QDA_DATA, _("the storyline is empty; 'qda "
		    "memo delete' takes one away"));
	memo.title = _("Storyline");
	memo.date = qda_today(today);
	if (qda_act_begin(act, false, e) < 0 ||
	    qda_act_coder(act, &coder, e) < 0 ||
	    qda_memo_add(act->db, &memo, coder, &id, e) < 0)
		return -1;
	qda_act_row(act, "+", memo.title, "memo");
	return qda_act_done(act, e, _("storyline written (memo %lld); those "
	    "of before stay as memos"), (long long)id);
}
